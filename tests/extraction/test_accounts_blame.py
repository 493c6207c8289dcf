from marked_text import marked

from rashomon.extraction.accounts_blame import with_blame
from rashomon.model.reading import UNKNOWN_KEY, Claim
from rashomon.model.words import Role, Stance, Status


def blamed(body, source, stance=Stance.CLAIMS_RESPONSIBILITY):
    marks = marked(body)
    at = marks.article.text.index("laughed")
    claim = Claim(source, stance, marks.passage.evidence(at, at + 7))
    return with_blame(marks.passage, marks.accounts(), [claim])


def test_the_side_that_claims_the_last_violence_did_it():
    (account,) = blamed("A bomb exploded in {m|PLACE|Mirsa}. Then {tolo|GROUP|Tolo} laughed.", "tolo")
    assert account.keys(Role.AGENT) == ("tolo",)
    assert account.status == Status.CLAIMED


def test_a_doer_that_is_named_stays():
    body = "{a|GROUP|Hill Men} bombed {f|FAC|a farm}. Then {tolo|GROUP|Tolo} laughed."
    assert blamed(body, "tolo")[0].keys(Role.AGENT) == ("a",)


def test_what_nobody_claims_or_is_only_said_has_no_doer():
    body = "A bomb exploded in {m|PLACE|Mirsa}. Then {tolo|GROUP|Tolo} laughed."
    assert blamed(body, UNKNOWN_KEY)[0].keys(Role.AGENT) == ()
    assert blamed(body, "tolo", Stance.ASSERTS)[0].keys(Role.AGENT) == ()


def test_an_outlet_that_passes_a_claim_on_is_no_doer():
    (account,) = blamed("A bomb exploded in {m|PLACE|Mirsa}. Then {amaq|MEDIA|Amaq} laughed.", "amaq")
    assert account.keys(Role.AGENT) == ()
