"""Pieces of sentences, what words state, and what a question is called."""

import pytest

from rashomon.exports.briefs.asking import narrowed, subject_of, title_of
from rashomon.exports.briefs.contract import Ground
from rashomon.exports.briefs.figuring import in_words
from rashomon.exports.briefs.speaking import in_sentence, spoken_source
from rashomon.exports.briefs.tolls import states
from rashomon.exports.briefs.words import Frames, day_said, listed, quoted, stands_in
from rashomon.exports.wording.catalogue import read_words
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.store.topics.questions import question_in
from rashomon.store.topics.topics import Topic
from rashomon.store.views import Named, Question

SAY = read_words()


@pytest.mark.parametrize(
    ("words", "value", "stated"),
    [
        ("killing at least 12 people", "12..", True),
        ("killing 12 people", "12..", False),
        ("three of them died", "3", True),
        ("died in the second blast", "2", False),
        ("its founder was killed", "1", False),
        ("dozens were killed", "24..", True),
    ],
)
def test_a_toll_is_told_only_where_the_words_state_its_number(words: str, value: str, stated: bool) -> None:
    assert states(words, Range.parse(value)) is stated


@pytest.mark.parametrize(
    ("name", "words", "source"),
    [
        ("Tarn health ministry", "the Tarn health ministry said", "the Tarn health ministry (Reed Post)"),
        ("The army", "the army said", "the army (Reed Post)"),
        ("Sahl Movement", "the group said", "Reed Post"),
        ("our fighters", "our fighters struck", "Reed Post"),
        ("nobody", "nobody said so", "Reed Post"),
        ("Reed Post", "Reed Post reported", "Reed Post"),
    ],
)
def test_a_speaker_is_named_only_where_the_words_name_one(name: str, words: str, source: str) -> None:
    ground = Ground("art-1", 0, len(words), words, outlet="Reed Post")

    assert spoken_source(Named(name, ""), ground, SAY)[0] == source


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("2031-05-05", " on 5 May 2031"),
        ("2031-05", " in May 2031"),
        ("2031-05-04/2031-05-05", " from 4 to 5 May 2031"),
        ("2024-01-01/2031-12-31", ""),
        ("2031-05-04/", " (since 4 May 2031)"),
    ],
)
def test_a_day_is_said_as_precisely_as_it_is_known(days: str, said: str) -> None:
    assert day_said(DateInterval.parse(days), SAY) == said


def test_quoted_words_are_the_articles_but_for_marks_inside_and_a_cut() -> None:
    long = "word " * 100

    assert quoted('He said "no" and “yes”.') == "“He said ‘no’ and ‘yes’.”"
    assert quoted(long).endswith("word …”")
    assert quoted(long)[1:-3] in long


def test_frames_take_turns_and_open_with_a_capital() -> None:
    frames = Frames(SAY)
    said = [frames("killed", n="nine", source="the army") for _ in range(4)]

    assert said[0] == said[3]
    assert len(set(said[:3])) == 3
    assert all(one[0].isupper() for one in said)


def test_small_pieces() -> None:
    assert listed(["A", "B", "B"]) == "A and B"
    assert listed([]) == ""
    assert in_sentence("Boko Haram") == "Boko Haram"
    assert stands_in("قال", "ثم قال إنه") is True
    assert in_words("48 is printed for 2031-05, not 51", SAY) == "48 is printed for May 2031, not 51"


def test_a_topics_question_is_read_whole_and_narrowed_further() -> None:
    topic = Topic("top-1", "Bombs", "q=market+OR+port&type=bombing&disputed=1&order=killed&bogus=x", "", "ana")
    question = question_in(topic.question)

    assert question == Question("market OR port", type="bombing", disputed=True)
    assert narrowed(question, Question("tram", country="XT")).text == "(market OR port) (tram)"
    assert narrowed(question, Question(country="XT")).country == "XT"
    assert title_of(question) == "market OR port; type bombing; disputed"
    assert subject_of(question) == subject_of(Question("market OR port", type="bombing", disputed=True, order="killed", page=3))
