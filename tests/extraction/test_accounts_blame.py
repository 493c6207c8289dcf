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


def accused(body, said):
    marks = marked(body)
    at = marks.article.text.index(said)
    claim = Claim("governor", Stance.ACCUSES, marks.passage.evidence(at, at + len(said)))
    return with_blame(marks.passage, marks.accounts(), [claim])


def test_the_side_whose_work_somebody_calls_it_is_alleged_to_have_done_it():
    (account,) = accused(
        'A bomb exploded in {m|PLACE|Mirsa}. "It is the work of {tolo|GROUP|Tolo}," he said.', "It is the work of Tolo"
    )
    assert account.keys(Role.AGENT) == ("tolo",)
    assert account.status == Status.ALLEGED


def test_an_accusation_that_names_nobody_leaves_the_doer_open():
    (account,) = accused('A bomb exploded in {m|PLACE|Mirsa}. "It is a war crime," he said.', "It is a war crime")
    assert account.keys(Role.AGENT) == ()
