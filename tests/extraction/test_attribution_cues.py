import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import marked

from rashomon.extraction import attribution_cues
from rashomon.extraction.attribution_cues import CueKind, find_cues, negated, nobody, plain_cue_words, turned
from rashomon.model.words import Stance

NOOR = "{noor|PER|Sela Noor}"


def sentence_of(body):
    return marked(body).passage.sentences[0]


def cues(body):
    sentence = sentence_of(body)
    return [(" ".join(sentence.words[cue.first : cue.last]), cue.stance, cue.kind) for cue in find_cues(sentence)]


@pytest.mark.parametrize(
    ("body", "words", "stance", "kind"),
    [
        (f"{NOOR} said the wells were dry.", "said", Stance.ASSERTS, CueKind.VERB),
        (f"{NOOR} ruled out a truce.", "ruled out", Stance.DENIES, CueKind.VERB),
        (f"{NOOR} cast doubt on the toll.", "cast doubt on", Stance.DOUBTS, CueKind.VERB),
        (f"{NOOR} has corroborated the toll.", "corroborated", Stance.VERIFIES, CueKind.VERB),
        (f"{NOOR} hailed the troops.", "hailed", Stance.PRAISES, CueKind.VERB),
        (f"{NOOR} would say nothing more.", "say", Stance.ASSERTS, CueKind.VERB),
        (f"{NOOR} left, saying the wells were dry.", "saying", Stance.ASSERTS, CueKind.VERB),
        ("They claim that the wells were dry.", "claim", Stance.ASSERTS, CueKind.VERB),
        ("They report that the wells were dry.", "report", Stance.ASSERTS, CueKind.VERB),
        (f"{NOOR} had no comment.", "had no comment", Stance.CANNOT_VERIFY, CueKind.FIXED),
        (f"In the words of {NOOR}, all was lost.", "in the words of", Stance.ASSERTS, CueKind.ACCORDING),
    ],
)
def test_a_cue_has_its_stance_and_kind(body, words, stance, kind):
    assert cues(body) == [(words, stance, kind)]


@pytest.mark.parametrize(
    "body",
    [
        "The alleged arsonists fled.",
        "The state road is closed.",
        "Their claims were many.",
        "They plan to report next week.",
        "They report dry wells.",
        "{court|ORG|The Claims Court} sat for a day.",
        "Rain fell on the hills.",
    ],
)
def test_words_that_only_look_like_cues_are_none(body):
    assert cues(body) == []


def test_quoted_as_saying_is_one_cue():
    assert cues(f"{{wire|MEDIA|Sahel Post}} quoted {NOOR} as saying it was over.") == [
        ("as saying", Stance.ASSERTS, CueKind.AS_SAYING)
    ]


def test_a_quotation_that_closes_before_a_verb_and_a_speaker_makes_an_unlisted_verb_a_cue():
    assert cues(f"“All was lost,” sobbed {NOOR}.") == [("sobbed", Stance.ASSERTS, CueKind.VERB)]
    assert cues(f"All was lost, sobbed {NOOR}.") == []


@pytest.mark.parametrize(
    ("body", "passive"),
    [
        (f"{NOOR} was accused of theft.", True),
        (f"{NOOR} has been widely accused of theft.", True),
        (f"{NOOR} accused the guards.", False),
        (f"{NOOR} had accused the guards.", False),
    ],
)
def test_a_passive_cue_is_known_by_its_auxiliary(body, passive):
    assert [cue.passive for cue in find_cues(sentence_of(body))] == [passive]


@pytest.mark.parametrize(
    ("body", "flags"),
    [
        (f"{NOOR} told them it was over.", (False, True, False)),
        (f"{NOOR} added that it was over.", (True, False, False)),
        (f"It was over, citing {NOOR}.", (False, False, True)),
    ],
)
def test_a_cue_knows_whether_it_needs_a_clause_tells_somebody_or_cites(body, flags):
    (cue,) = find_cues(sentence_of(body))

    assert (cue.strict, cue.telling, cue.citing) == flags


@pytest.mark.parametrize(
    ("body", "denied"),
    [
        (f"{NOOR} did not deny it was over.", True),
        (f"{NOOR} has never claimed that.", True),
        (f"{NOOR} hasn’t claimed that it was over.", True),
        (f"{NOOR} said it was not over.", False),
    ],
)
def test_a_cue_is_negated_by_the_words_right_before_it(body, denied):
    sentence = sentence_of(body)

    assert [negated(sentence, cue) for cue in find_cues(sentence) if cue.kind == CueKind.VERB] == [denied]


@pytest.mark.parametrize(
    ("body", "is_nobody"),
    [
        ("No group has claimed responsibility for the raid.", True),
        ("Nobody took responsibility.", True),
        (f"{NOOR} claimed responsibility for the raid.", False),
        (f"No group was seen, but {NOOR} claimed responsibility.", False),
    ],
)
def test_nobody_counts_within_the_clause_of_the_cue(body, is_nobody):
    sentence = sentence_of(body)

    assert nobody(sentence, find_cues(sentence)[-1]) is is_nobody


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("the guild was behind the raid", Stance.ACCUSES),
        ("it had nothing to do with the raid", Stance.DENIES),
        ("the reports are baseless", Stance.DENIES),
        ("the guild will pay", Stance.THREATENS),
        ("the wells were dry", Stance.ASSERTS),
        ("the wells of the valley ran dry in June and were not refilled", Stance.ASSERTS),
    ],
)
def test_the_content_turns_a_neutral_stance(content, stance):
    sentence = sentence_of(content)

    assert turned(sentence, Stance.ASSERTS, 0, len(sentence.words)) == stance


def test_a_stance_that_is_not_neutral_stays():
    sentence = sentence_of("the guild was behind the raid")

    assert turned(sentence, Stance.DOUBTS, 0, len(sentence.words)) == Stance.DOUBTS


def test_only_the_words_of_the_content_turn_a_stance():
    sentence = sentence_of("it had no fuel and the wells were dry")

    assert turned(sentence, Stance.ASSERTS, 4, len(sentence.words)) == Stance.ASSERTS


def test_word_lists_come_as_sets_and_an_unknown_one_is_an_error():
    assert ("press", "conference") in attribution_cues.settings()
    assert "reporters" in plain_cue_words("recipients")
    with pytest.raises(KeyError, match="cousins"):
        plain_cue_words("cousins")


WORDS = st.sampled_from(
    (
        *("said", "that", ",", "“", "”", "and", "was", "not", "claimed", "quoted", "as", "saying", "told", "by", "the", "no"),
        *("group", "denied", "responsibility", "citing", "to", "would", ";", ":", "in"),
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(WORDS, st.just(NOOR)), min_size=1, max_size=12))
def test_cues_lie_in_the_sentence_in_reading_order_and_apart(words):
    for sentence in marked(" ".join(words)).passage.sentences:
        found = find_cues(sentence)
        bounds = [bound for cue in found for bound in (cue.first, cue.last)]
        assert bounds == sorted(bounds)
        assert all(0 <= cue.first < cue.last <= len(sentence.words) for cue in found)


@pytest.mark.parametrize(
    "body",
    [
        f"{NOOR} withdrew from six bases.",
        f"{NOOR} dismissed two officers.",
        f"{NOOR} fought over disputed areas near the river.",
        "“A great and blessed day,” it read.",
    ],
)
def test_deeds_and_descriptions_are_no_cues(body):
    assert cues(body) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [(f"{NOOR} withdrew the claim that it was over.", "withdrew"), (f"{NOOR} dismissed the report.", "dismissed")],
)
def test_taking_back_what_was_said_is_a_denial(body, words):
    assert cues(body) == [(words, Stance.DENIES, CueKind.VERB)]
