import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import Marked, marked

from rashomon.extraction.attribution import Attribution, attributions
from rashomon.model.reading import UNKNOWN_KEY, Mention
from rashomon.model.words import Stance

WIRE = "{wire|MEDIA|Delta Wire}"
POLICE = "{pol|FORCE|the harbour police}"
FRONT = "{front|GROUP|The Paramo Front}"
OKOT = "{gen|PER|General Okot}"


def read(body, title=None, speaker=None):
    """Give the attributions of the text, each as source, relays, stance and words."""
    text = marked(body, title)
    found = [(text, made) for sentence in text.passage.sentences for made in attributions(text.passage, sentence, speaker)]
    return [
        (made.key, tuple(relay.key for relay in made.via), str(made.stance), said(*both)) for both in found for made in both[1:]
    ]


def said(text: Marked, made: Attribution):
    if made.content is None:
        return None
    start, end = made.sentence.span(*made.content)
    return text.article.text[start:end]


@pytest.mark.parametrize(
    ("body", "source", "content"),
    [
        ("{army|FORCE|The Veldt army} said three convoys had been stopped.", "army", "three convoys had been stopped"),
        ("Three convoys had been stopped, {army|FORCE|the Veldt army} said.", "army", "Three convoys had been stopped"),
        (
            "{r|CIV|Residents} of {o|PLACE|Oskil}, in {v|GPE|Veldt}'s {h|PLACE|High Fen} state, said convoys had been stopped.",
            "r",
            "convoys had been stopped",
        ),
        ("“We hold the bridge,” said {lino|PER|Lino Azcarte}, a farmer.", "lino", "“We hold the bridge,”"),
        (
            "Three convoys had been stopped, a local chief, {lino|PER|Lino Azcarte}, said by telephone.",
            "lino",
            "Three convoys had been stopped",
        ),
        (
            "Three convoys had been stopped, a farmer, {lino|PER|Lino Azcarte}, told {r|MEDIA|reporters}.",
            "lino",
            "Three convoys had been stopped",
        ),
        ("“It was dark,” marvelled {lino|PER|Lino Azcarte}.", "lino", "“It was dark,”"),
        ("According to {hosp|ORG|the Sirre hospital}, nine people were treated.", "hosp", "nine people were treated"),
        ("Nine people were treated, according to {hosp|ORG|the Sirre hospital}.", "hosp", "Nine people were treated"),
        (f"{FRONT} said in a statement that its men had left.", "front", "its men had left"),
        (f"{FRONT} is said to hold eleven teachers.", UNKNOWN_KEY, "The Paramo Front is said to hold eleven teachers"),
    ],
)
def test_the_content_stands_behind_before_or_around_its_cue(body, source, content):
    assert read(body) == [(source, (), "asserts", content)]


@pytest.mark.parametrize(
    ("body", "source", "relays", "content"),
    [
        (f"{WIRE} reported, citing {POLICE}, that two boats were sunk.", "pol", ("wire",), "two boats were sunk"),
        (f"{WIRE} quoted {OKOT} as saying the siege was over.", "gen", ("wire",), "the siege was over"),
        (f"{OKOT} was quoted by {WIRE} as saying the siege was over.", "gen", ("wire",), "the siege was over"),
        (f"{OKOT} told {WIRE} that the road was open.", "gen", ("wire",), "the road was open"),
        (f"{OKOT} told {POLICE} that the road was open.", "gen", (), "the road was open"),
        (f"{WIRE}, citing {POLICE}, reported that two boats were sunk.", "pol", ("wire",), "two boats were sunk"),
    ],
)
def test_words_passed_on_keep_their_origin_and_who_relayed_them(body, source, relays, content):
    assert read(body) == [(source, relays, "asserts", content)]


@pytest.mark.parametrize(
    ("body", "source", "stance", "content"),
    [
        (f"{FRONT} claimed responsibility for the blast.", "front", Stance.CLAIMS_RESPONSIBILITY, None),
        ("The blast was claimed by {front|GROUP|the Paramo Front}.", "front", Stance.CLAIMS_RESPONSIBILITY, None),
        (f"{FRONT} claimed the ambush.", "front", Stance.CLAIMS_RESPONSIBILITY, None),
        ("No group has claimed responsibility for the blast.", UNKNOWN_KEY, Stance.CLAIMS_RESPONSIBILITY, None),
        (f"{FRONT} denied involvement in the kidnapping.", "front", Stance.DENIES, "involvement in the kidnapping"),
        (f"{OKOT} declined to comment on the raid.", "gen", Stance.CANNOT_VERIFY, None),
        (f"{OKOT} accused {FRONT} of poisoning wells.", "gen", Stance.ACCUSES, "The Paramo Front of poisoning wells"),
        (
            f"{FRONT} was accused by {OKOT} of poisoning wells.",
            "gen",
            Stance.ACCUSES,
            "The Paramo Front was accused by General Okot of poisoning wells",
        ),
        (f"{OKOT} said {FRONT} was behind the fire.", "gen", Stance.ACCUSES, "The Paramo Front was behind the fire"),
        (f"{OKOT} said his men had not fired on the crowd.", "gen", Stance.DENIES, "his men had not fired on the crowd"),
        (f"{FRONT} vowed to take the capital.", "front", Stance.THREATENS, "take the capital"),
        (f"{OKOT} warned that wells would run dry.", "gen", Stance.WARNS, "wells would run dry"),
        (f"{OKOT} called for a truce.", "gen", Stance.DEMANDS, "a truce"),
    ],
)
def test_the_stance_is_what_the_source_does_with_the_content(body, source, stance, content):
    assert read(body) == [(source, (), stance, content)]


@pytest.mark.parametrize(
    "body",
    [
        f"It was an alleged attack on {FRONT}.",
        f"{OKOT} never said that the road was open.",
        "The report said the dam was hit.",
        "It had rained for three days.",
        "Nobody said that the road was open.",
    ],
)
def test_without_a_speaker_or_a_saying_nothing_is_attributed(body):
    assert read(body) == []


def test_two_speakers_of_one_sentence_each_have_their_own_words():
    body = f"{OKOT} said the road was open, and {{chief|PER|chief Ama Dube}} said it was mined."

    assert read(body) == [("gen", (), "asserts", "the road was open"), ("chief", (), "asserts", "it was mined")]


@pytest.mark.parametrize("joint", ["and", "and later", "but then", ", then", "and quickly"])
def test_a_second_cue_of_the_same_subject_begins_new_words(joint):
    body = f"{OKOT} said the road was open {joint} added that buses would run."

    assert [words for *_, words in read(body)] == ["the road was open", "buses would run"]


@pytest.mark.parametrize(
    ("title", "content"),
    [
        (f"{OKOT}: the siege is over", "the siege is over"),
        (f"The siege is over – {OKOT}", "The siege is over"),
        (f"{OKOT} says the siege is over", "the siege is over"),
    ],
)
def test_a_headline_may_name_its_speaker_with_a_mark_alone(title, content):
    assert read("Rain fell.", title) == [("gen", (), "asserts", content)]


def test_outside_a_headline_a_colon_makes_no_speaker():
    assert read(f"{OKOT}: the siege is over") == []


def test_he_means_the_last_speaker_where_there_is_one():
    body = f"{OKOT} met {{lino|PER|Lino Azcarte}}. He said the road was open."
    text = marked(body)
    speaker = next(mention for mention in text.found.entities if mention.key == "gen")

    assert read(body)[-1][0] == "lino"
    assert read(body, speaker=speaker)[-1][0] == "gen"
    assert isinstance(speaker, Mention)


def test_whom_and_where_somebody_spoke_is_no_part_of_the_words():
    assert read(f"{OKOT} told reporters in the capital that the road was open.") == [("gen", (), "asserts", "the road was open")]


PIECES = st.sampled_from(
    (
        *(OKOT, FRONT, WIRE, "said", "that", ",", "“", "”", "and", "citing", "told", "by", "was", "not", "claimed", "as saying"),
        *(";", "quoted", "according to", ":", "the road was open", "blamed", "he", "–", "no group", "denied", "had no comment"),
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14), st.booleans())
def test_whatever_the_words_contents_lie_inside_their_sentence(pieces, as_title):
    body = " ".join(pieces)
    text = marked("Rain fell.", body) if as_title else marked(body)

    for sentence in text.passage.sentences:
        for made in attributions(text.passage, sentence):
            assert made.content is None or 0 <= made.content[0] < made.content[1] <= len(sentence.words)
            assert made.source is None or made.source.key == made.key


def test_a_quotation_behind_its_cue_goes_before_words_that_open_the_sentence():
    body = f"Asked about the fire, {OKOT} said, “We saw nothing at all.”"
    assert read(body) == [("gen", (), "asserts", "“We saw nothing at all.”")]


def test_what_is_said_begins_before_a_quotation_inside_it():
    assert read(f"{OKOT} said the raid had left “ten men” dead.")[0][3] == "the raid had left “ten men” dead"


def test_that_behind_a_noun_opens_nothing_said():
    assert (
        read(f"{OKOT} said the army will probe the raid that killed ten.")[0][3] == "the army will probe the raid that killed ten"
    )


def test_a_medium_named_last_reports_what_stands_before_it():
    assert read(f"The mill fell to {FRONT}, reports {WIRE}.")[0][:3] == ("wire", (), "asserts")


def test_who_is_reported_killed_says_nothing():
    assert read(f"{OKOT}, reported killed in May, was seen on a pier.") == []


def test_a_source_with_words_of_its_own_may_follow_what_it_says():
    marks = marked("{army|FORCE|The army} would retake {post|FAC|the outpost}, a pro-army {tv|MEDIA|channel} claimed.")
    (claim,) = marks.claims()
    assert (claim.source, marks.words(claim.content)) == ("tv", "The army would retake the outpost")


def test_who_finds_bodies_says_nothing():
    marks = marked("{police|FORCE|Police} found {#killed 9|nine} {b|CIV|bodies} dumped there, {office|GOV|prosecutors} said.")
    assert [claim.source for claim in marks.claims()] == ["office"]


def test_nobody_is_named_who_could_not_verify():
    marks = marked("{men|GROUP|Its men} killed 60; the figure could not be independently verified.")
    assert [(claim.source, str(claim.stance)) for claim in marks.claims()] == [("unknown", "cannot_verify")]


def test_an_answer_is_no_part_of_what_is_answered():
    marks = marked("{a|GPE|Oruland} accused {b|GPE|Estland} of arming {t|GROUP|Tolo}, a charge {c|GPE|Estland} denied.")
    accused, denied = marks.claims()
    assert marks.words(accused.content) == "Estland of arming Tolo"
    assert (denied.source, str(denied.stance)) == ("c", "denies")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("{us|GPE|Oruland} sanctioned {ali|PER|Ali Karo}, saying his forces had burned a town.", "us"),
        ("{army|FORCE|The army} denied that {men|FORCE|its men} burned houses, blaming {t|GROUP|Tolo}.", "army"),
        ("{t|GROUP|Tolo} shelled the town, said {army|FORCE|the army}, adding that six died.", "army"),
    ],
)
def test_what_is_said_behind_a_comma_is_said_by_who_speaks(text, source):
    assert marked(text).claims()[-1].source == source


def test_who_calls_a_report_false_denies_it():
    marks = marked("Rumours that {men|GROUP|gunmen} had attacked {s|FAC|a school} were false, {police|FORCE|police} said.")
    assert [(claim.source, str(claim.stance)) for claim in marks.claims()] == [("police", "denies")]
    assert [str(account.status) for account in marks.accounts()] == ["denied"]


def test_who_denied_something_is_who_warned_too():
    found = read(f"{OKOT} denied that {{men|GROUP|the men}} had fled and warned that the war had only begun.")
    assert [(source, stance) for source, _, stance, _ in found] == [("gen", "denies"), ("gen", "warns")]


def test_a_name_used_by_others_does_not_give_them_the_word():
    (made,) = read(f"{FRONT}, a name used by {{a|GROUP|the Hill Men}} and {{b|GROUP|the Mirsa Men}}, said the bridge was held.")
    assert made[0] == "front"


def test_reporters_who_are_told_pass_nothing_on():
    (made,) = read(f"{OKOT} told {{r|MEDIA|reporters}} that the bridge was held.")
    assert made[1] == ()


@pytest.mark.parametrize(
    ("body", "stance"),
    [
        (f"{FRONT} said it was responsible for the bombing.", "claims_responsibility"),
        (f"{FRONT} said its fighters overran a post.", "claims_responsibility"),
        (f"{FRONT} announced the killing of two guards.", "claims_responsibility"),
        (f"{FRONT} said it was not responsible for the bombing.", "denies"),
        (f"{FRONT} said the army was responsible for the bombing.", "accuses"),
    ],
)
def test_who_says_it_did_it_claims_it(body, stance):
    assert [found[2] for found in read(body)] == [stance]


def test_a_claim_behind_a_relative_clause_is_of_who_stands_before_it():
    body = "{a|GROUP|Paramo}, to which {b|GROUP|Sel Front} swore allegiance, claimed the massacre through {m|MEDIA|its agency}."
    assert [(source, stance) for source, _, stance, _ in read(body)] == [("a", "claims_responsibility")]
