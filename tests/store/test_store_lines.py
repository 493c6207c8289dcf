"""What lists show of articles."""

import pytest
from small_ledger import Made, article_of, capture_of

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.store.articles import HEADLINE, headline
from rashomon.store.database import reading
from rashomon.store.lines import article_lines

LONG = "Shells fell on the harbour for a third night, and the crews of two trawlers that lay there were taken off by boat."


def test_lines_come_in_order_of_publication_those_without_a_day_last(made: Made):
    ids = [made.articles[name].id for name in ("raid", "denied", "first")]
    with reading(made.ledger._engine) as connection:
        lines = article_lines(connection, [*ids, "art-0", ids[0]])

    assert [line.published for line in lines.values()] == ["2031-03-04", "2031-03-06", None]
    assert list(lines) == [ids[2], ids[1], ids[0]]


@pytest.mark.parametrize(
    ("text", "stated", "shown"),
    [
        (LONG, {"title": "Third night"}, "Third night"),
        (LONG, {}, "Shells fell on the harbour for a third night, and the crews of two trawlers that…"),
        ("Two\nshort   lines.", {}, "Two short lines."),
        ("x" * 300, {}, "x" * HEADLINE + "…"),
        (
            "Photo: a pier. Calm returned.",
            {"parts": (Part(PartKind.CAPTION, 0, 14), Part(PartKind.BODY, 15, 29))},
            "Calm returned.",
        ),
        ("No part is marked.", {"parts": ()}, "No part is marked."),
        ("", {}, ""),
    ],
)
def test_a_headline_is_the_title_or_the_first_words(text: str, stated: dict, shown: str):
    assert headline(article_of(capture_of("a.txt", b"a"), text, **stated)) == shown
