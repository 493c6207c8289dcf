import time

import pytest

from rashomon.text.sentences import sentences


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Tamo fled. He was seen.", ["Gen. Tamo fled.", "He was seen."]),
        ("They met in Sept. 2015 near St. Olan.", ["They met in Sept. 2015 near St. Olan."]),
        ("The U.S. Army paid $1.5 million. It said so.", ["The U.S. Army paid $1.5 million.", "It said so."]),
        ("He lives in the U.S. The town is quiet.", ["He lives in the U.S.", "The town is quiet."]),
        ("J. R. Tolo spoke.", ["J. R. Tolo spoke."]),
        ("Post No. 5 was hit. No. They denied it.", ["Post No. 5 was hit.", "No.", "They denied it."]),
        ("“We want war.” She wept.", ["“We want war.”", "She wept."]),
        ('"Leave!" (They did.) Then silence', ['"Leave!"', "(They did.)", "Then silence"]),
        ("It ended in 2015.Rebels came.", ["It ended in 2015.", "Rebels came."]),
        ("The town fell.Rebels came.", ["The town fell.", "Rebels came."]),
        ("He waited... then left. He waited… Nobody came.", ["He waited... then left.", "He waited…", "Nobody came."]),
        ("A headline without a stop\n\nThe text.", ["A headline without a stop", "The text."]),
        ("Visit www.tolo.example.org now.", ["Visit www.tolo.example.org now."]),
        ("Shots at 5 p.m. on Monday.", ["Shots at 5 p.m. on Monday."]),
    ],
)
def test_a_stop_ends_a_sentence_only_where_one_ends(text, expected):
    assert cut(text) == expected


def test_offsets_count_in_the_whole_text_and_stay_inside_the_bounds():
    text = "One here. Two there. Three."
    assert [text[a:b] for a, b in sentences(text, 10, 20)] == ["Two there."]


def test_nothing_gives_nothing():
    assert sentences("") == ()
    assert sentences(" \n\n ") == ()


def test_a_long_text_without_stops_is_cut_in_linear_time():
    text = "word " * 100_000
    began = time.process_time()
    assert len(sentences(text)) == 1
    assert len(sentences("a." * 50_000)) == 1
    assert time.process_time() - began < 2
