from datetime import date

import pytest

from rashomon.extraction.dates_grammar import CALENDAR


@pytest.mark.parametrize(
    "text",
    [
        *("2022-06-02", "22/06/2022", "2 June 2022", "June 2, 2022", "late June 2014", "June 2014", "next June", "in June"),
        *("the end of 2014", "in 2014", "2022/06/02", "last Monday", "on the 15th", "9/11"),
    ],
)
def test_the_cues_of_a_rule_stand_in_all_that_it_matches(text):
    matching = [rule for rule in CALENDAR if any(rule.read(match, date(2016, 1, 1)) for match in rule.pattern.finditer(text))]
    assert matching
    assert all(rule.may_match(text.lower()) for rule in matching)
