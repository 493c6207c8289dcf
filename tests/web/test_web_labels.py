import pytest

from rashomon.store.views import Mark
from rashomon.web.catalogue import read_catalogue
from rashomon.web.labels import in_words, with_kinds

SAY = read_catalogue()


@pytest.mark.parametrize(
    ("kind", "label", "said"),
    [
        ("date", "2031-06", "June 2031"),
        ("date", "next week", "next week"),
        ("number", "20..", "20 or more"),
        ("number", "20..31 killed", "20 to 31 killed"),
        ("figure", "..5 raids", "up to 5 raids"),
        ("number", "dozens", "dozens"),
        ("group", "20.. Brigade", "20.. Brigade"),
    ],
)
def test_values_are_put_in_words(kind: str, label: str, said: str) -> None:
    assert [mark.label for mark in in_words([Mark(0, 4, kind, label)], SAY)] == [said]


@pytest.mark.parametrize(
    ("kind", "said"), [("group", "armed group: Reed Front"), ("gpe", "country: Reed Front"), ("event", "Reed Front")]
)
def test_names_say_what_they_name(kind: str, said: str) -> None:
    assert [mark.label for mark in with_kinds([Mark(0, 4, kind, "Reed Front")], SAY)] == [said]
