from marked_text import marked

from rashomon.extraction.claims_outlet import judgement
from rashomon.model.reading import OUTLET_KEY
from rashomon.model.words import Stance


def _judged(text, title=None):
    marks = marked(text, title).passage
    return judgement(marks, marks.sentences[0])


def test_a_plain_judgement_is_the_outlets():
    claim = _judged("The move raises the risk of a new war.")
    assert (claim.source, claim.stance) == (OUTLET_KEY, Stance.WARNS)


def test_a_report_a_headline_and_a_quotation_judge_nothing():
    assert _judged("The army entered Mirsa.") is None
    assert _judged("It rained.", title="Move raises the risk of war") is None
    assert _judged("“This raises the risk of war.”") is None


def test_what_somebody_says_is_not_the_outlets_judgement():
    claims = marked("{karo|PER|Karo} said the move raises the risk of war.").claims()
    assert [claim.source for claim in claims] == ["karo"]
