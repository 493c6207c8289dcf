import re

from rashomon.extraction.dates_rules import Rule
from rashomon.extraction.timexes import TIMEX_RULES


def test_a_rule_is_tried_only_where_a_cue_stands():
    rule = Rule(re.compile("ago"), lambda match, anchor: None, ("ago",))
    assert rule.may_match("two days ago")
    assert not rule.may_match("two days later")


def test_every_rule_has_cues_in_lower_case():
    assert all(rule.cues and all(cue == cue.lower() for cue in rule.cues) for rule in TIMEX_RULES)
