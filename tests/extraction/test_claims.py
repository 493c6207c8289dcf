import pytest
from marked_text import marked

from rashomon.model.reading import UNKNOWN_KEY
from rashomon.model.words import Stance

CASES = [
    ("{police|FORCE|Police} said two men had fled.", "police", "asserts", "two men had fled"),
    ("Two men had fled, {police|FORCE|police} said.", "police", "asserts", "Two men had fled"),
    ("Two men had fled, {police|FORCE|police} said on {=2020-03-02|Monday}.", "police", "asserts", "Two men had fled"),
    ("“We saw nothing,” said {ali|PER|Ali Karo}.", "ali", "asserts", "“We saw nothing,”"),
    ("“We saw nothing,” shrugged {ali|PER|Ali Karo}.", "ali", "asserts", "“We saw nothing,”"),
    ("According to {police|FORCE|police}, two men had fled.", "police", "asserts", "two men had fled"),
    ("Two men had fled, according to {police|FORCE|police}.", "police", "asserts", "Two men had fled"),
    ("{karo|PER|Karo} told {press|CIV|reporters} that it was over.", "karo", "asserts", "it was over"),
    ("{karo|PER|Karo} said in a statement that it was over.", "karo", "asserts", "it was over"),
    ("{army|FORCE|The army} denied any role.", "army", "denies", "any role"),
    ("{army|FORCE|The army} blamed {tolo|GROUP|Tolo} for the blast.", "army", "accuses", "Tolo for the blast"),
    ("{army|FORCE|The army} said {tolo|GROUP|Tolo} was behind the blast.", "army", "accuses", "Tolo was behind the blast"),
    ("{tolo|GROUP|Tolo} said its men killed six.", "tolo", "claims_responsibility", "its men killed six"),
    ("{tolo|GROUP|Tolo} said it would attack.", "tolo", "asserts", "it would attack"),
    ("{karo|PER|Karo} claims {army|FORCE|the army} abducted six.", "karo", "asserts", "the army abducted six"),
    ("MIRSA ({wire|MEDIA|HW}) - Six men died, {police|FORCE|police} said.", "police", "asserts", "Six men died"),
    ("A bomb killed {men|CIV|two men}, {karo|PER|Ina Karo} said on Telegram.", "karo", "asserts", "A bomb killed two men"),
    ("Bombs hit {men|CIV|six men}, said {karo|PER|Ina Karo}, a guard.", "karo", "asserts", "Bombs hit six men"),
    ("{un|ORG|The mission} urged both sides to stop.", "un", "demands", "both sides to stop"),
    ("{karo|PER|Karo} predicted that it will end soon.", "karo", "predicts", "it will end soon"),
    ("{karo|PER|Karo} said the road is open; nobody used it.", "karo", "asserts", "the road is open"),
]


@pytest.mark.parametrize(("text", "source", "stance", "content"), CASES)
def test_who_says_what(text, source, stance, content):
    marks = marked(text)
    claim = marks.claims()[0]
    assert (claim.source, str(claim.stance), marks.words(claim.content)) == (source, stance, content)


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("{tolo|GROUP|Tolo} claimed responsibility for the blast.", "tolo", Stance.CLAIMS_RESPONSIBILITY),
        ("The blast was claimed by {tolo|GROUP|Tolo}.", "tolo", Stance.CLAIMS_RESPONSIBILITY),
        ("{tolo|GROUP|Tolo} claimed two attacks.", "tolo", Stance.CLAIMS_RESPONSIBILITY),
        ("No group claimed responsibility for the blast.", UNKNOWN_KEY, Stance.CLAIMS_RESPONSIBILITY),
        ("{army|FORCE|The army} declined to comment.", "army", Stance.CANNOT_VERIFY),
    ],
)
def test_a_claim_without_words_has_its_cue_as_content(text, source, stance):
    claim = marked(text).claims()[0]
    assert (claim.source, claim.stance) == (source, stance)
    assert claim.content == claim.cue


def test_who_is_quoted_comes_through_who_quotes():
    claim = marked("{wire|MEDIA|Orunet} quoted {doc|PER|a doctor} as saying that nine had died.").claims()[0]
    assert (claim.source, claim.via) == ("doc", ("wire",))


def test_who_is_cited_comes_through_who_reports():
    claim = marked("{wire|MEDIA|Orunet} reported, citing {doc|PER|a doctor}, that nine had died.").claims()[0]
    assert (claim.source, claim.via) == ("doc", ("wire",))


def test_the_outlet_somebody_talks_to_passes_the_words_on():
    claim = marked("{karo|PER|Karo} told {wire|MEDIA|Orunet} that it was over.").claims()[0]
    assert (claim.source, claim.via) == ("karo", ("wire",))


@pytest.mark.parametrize(
    "text", ["The alleged attack failed.", "{karo|PER|Karo} did not mention that.", "The state road is closed."]
)
def test_words_that_only_look_like_cues(text):
    assert marked(text).claims() == ()


def test_words_said_by_two_cues_of_one_source_are_one_claim():
    claims = marked("According to {press|MEDIA|news reports}, two men were shot dead on Monday.").claims()
    assert [claim.source for claim in claims] == ["press"]


def test_a_quotation_that_goes_on_has_the_last_speaker():
    claims = marked("“It is over,” {karo|PER|Karo} said. “We are going home now.”").claims()
    assert [claim.source for claim in claims] == ["karo", "karo"]


def test_a_quotation_of_two_sentences_is_one_content():
    marks = marked("“It is over. We go home,” said {karo|PER|Karo}.")
    assert marks.words(marks.claims()[-1].content) == "“It is over. We go home,”"


def test_he_added_means_the_last_speaker():
    marks = marked("{karo|PER|Ali Karo} said it was over. “{belan|PER|Belan} has lost,” he added.")
    assert [claim.source for claim in marks.claims()] == ["karo", "karo"]


def test_a_headline_speaks_without_a_cue():
    claim = marked("It rained.", title="{karo|PER|Karo}: the war is over").claims()[0]
    assert (claim.source, claim.cue) == ("karo", None)


def test_a_claim_is_about_the_accounts_of_its_content():
    reading = marked("{police|FORCE|Police} said {tolo|GROUP|Tolo} had kidnapped {ali|PER|Ali Karo}.").reading()
    assert reading.claims[0].about == (reading.accounts[0].id,)


def test_a_claim_of_responsibility_is_about_the_attack_told_before_it():
    reading = marked("A bomb killed {#killed 3|three} men. {tolo|GROUP|Tolo} claimed responsibility.").reading()
    (claim,) = [claim for claim in reading.claims if claim.source == "tolo"]
    assert claim.about == (reading.accounts[0].id,)


def test_a_claim_of_responsibility_is_not_about_a_meeting():
    reading = marked("{a|PER|Ann} met {b|PER|Bo}. {tolo|GROUP|Tolo} claimed responsibility.").reading()
    assert [claim.about for claim in reading.claims if claim.source == "tolo"] == [()]


def test_he_is_who_spoke_last_only_for_a_while():
    start = "{karo|PER|Karo} said the road was closed. "
    later = "{belan|PER|Belan} walks on. The rain fell. It fell all day. "
    he = "He warns that it was mined."

    assert marked(start + he).claims()[-1].source == "karo"
    assert marked(start + later + he).claims()[-1].source == "belan"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("{state|GOV|The state} called the report “pure invention”.", "the report “pure invention”"),
        ("{state|GOV|The state} branded the report a complete lie.", "the report a complete lie"),
        ("{state|GOV|The state} branded the story false and went on.", "the story false"),
    ],
)
def test_who_calls_a_report_untrue_denies_what_was_said_before_it(answer, words):
    marks = marked("{tolo|GROUP|Tolo} said it had overrun the port. It rained. " + answer)
    reading = marks.reading()
    denial = next(claim for claim in reading.claims if claim.source == "state")
    assert (str(denial.stance), marks.words(denial.content)) == ("denies", words)
    assert [account.type for account in reading.accounts if account.id in denial.about] == ["territory_taken"]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels' claim that {tolo|GROUP|Tolo} had overrun the port is false.",
        "What is being spread about the raid on the port is devoid of truth.",
    ],
)
def test_what_the_outlet_calls_untrue_it_denies(text):
    (claim,) = marked(text).reading().claims
    assert (claim.source, str(claim.stance)) == ("outlet", "denies")


@pytest.mark.parametrize("opening", ["It is unclear whether", "Few would be surprised if"])
def test_what_is_left_open_is_not_denied(opening):
    found = marked(f"{opening} reports of {{tolo|GROUP|Tolo}}'s raid on the port are false.").reading().claims
    assert "denies" not in {str(claim.stance) for claim in found}


def test_what_somebody_else_calls_untrue_is_no_denial_of_the_outlet():
    found = marked("{state|GOV|The state} said that the report that {tolo|GROUP|Tolo} took the port was untrue.").reading().claims
    assert {claim.source for claim in found} == {"state"}


@pytest.mark.parametrize("verb", ["rejected reports", "brushed aside claims", "rubbished a report", "dismissed reports"])
def test_who_waves_a_report_away_denies_it(verb):
    found = marked(f"{{state|GOV|The state}} {verb} that {{tolo|GROUP|Tolo}} had overrun the port.").reading().claims
    assert [(claim.source, str(claim.stance)) for claim in found] == [("state", "denies")]


def test_who_calls_somebody_names_denies_nothing():
    reading = marked("{state|GOV|The state} called {tolo|GROUP|Tolo} a gang and said its propaganda would fail.").reading()
    assert {str(claim.stance) for claim in reading.claims}.isdisjoint({"denies"})


@pytest.mark.parametrize(
    ("accused_of", "about"),
    [
        ("of having soldiers beside the rebels", []),
        ("of ordering it", ["bombing"]),
        ("of hiding those behind the blast", ["bombing"]),
    ],
)
def test_an_accusation_of_something_else_is_not_of_the_attack_before_it(accused_of, about):
    reading = marked(f"A bomb exploded. {{karo|PER|Karo}} accused {{tolo|GROUP|Tolo}} {accused_of}.").reading()
    claim = next(claim for claim in reading.claims if str(claim.stance) == "accuses")
    assert [str(account.type) for account in reading.accounts if account.id in claim.about] == about
