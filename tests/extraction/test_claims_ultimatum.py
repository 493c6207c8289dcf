import pytest
from marked_text import marked

from rashomon.extraction.rules import read_english  # noqa: F401 - the reading that the sentences below are read by

GIVEN = [
    ("{tolo|GROUP|Tolo} gives {staff|CIV|the staff} until {=2020-03-09|Monday} to leave.", "tolo", "demands"),
    ("{army|FORCE|The army} gave {men|CIV|residents} 72 hours to leave the town.", "army", "demands"),
    (
        "{army|FORCE|The army} has given {tolo|GROUP|Tolo} until {=2020-03-09|Monday} to disarm or face attack.",
        "army",
        "threatens",
    ),
    ("{men|CIV|Residents} were given until {=2020-03-09|Monday} to leave by {army|FORCE|the army}.", "army", "demands"),
    ("{men|CIV|Residents} were given 48 hours to leave.", "unknown", "demands"),
    ("{tolo|GROUP|Tolo} set a deadline of {=2020-03-09|Monday} for {army|FORCE|the army}.", "tolo", "demands"),
    ("{tolo|GROUP|Tolo} issued a 48-hour ultimatum to {army|FORCE|the army}.", "tolo", "demands"),
    ("{tolo|GROUP|Tolo}'s ultimatum expires on {=2020-03-09|Monday}.", "tolo", "demands"),
]


@pytest.mark.parametrize(("text", "source", "stance"), GIVEN)
def test_an_ultimatum_is_a_claim_of_who_gives_it(text, source, stance):
    claims = [claim for claim in marked(text).reading().claims if claim.cue is not None]
    assert [(claim.source.replace("?", "unknown"), str(claim.stance)) for claim in claims] == [(source, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "{army|FORCE|The army} did not give {men|CIV|residents} until {=2020-03-09|Monday} to leave.",
        "{army|FORCE|The army} gave {men|CIV|residents} food until {=2020-03-09|Monday}.",
        "{army|FORCE|The army} gave {men|CIV|residents} bread to eat.",
        "{army|FORCE|The army} set {men|CIV|six men} free by {=2020-03-09|Monday}.",
    ],
)
def test_what_sets_nobody_a_term_is_no_ultimatum(text):
    assert marked(text).reading().claims == ()
