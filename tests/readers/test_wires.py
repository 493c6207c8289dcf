"""Briefs below an article that open with a place and a day."""

import pytest

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.drafts import Draft
from rashomon.readers.wires import with_wires

TITLE = "Convoy held up near the salt works"
BODY = "Gunmen stopped a convoy near the salt works on Tuesday, drivers said."
HEAD = "FROM THE WIRES"
GAO = "Tall Ghar, November 14, 2031 – Police held four men on Sunday, they said."
SIDI = "SIDI (DW), 23 July 2030 — A trader came home on Saturday, his brother said."


def draft(*lines, published=None):
    text = "\n\n".join(lines)
    spans = [(text.index(line), text.index(line) + len(line)) for line in lines]
    parts = tuple(
        Part(PartKind.TITLE if line == TITLE else PartKind.BODY, *span) for line, span in zip(lines, spans, strict=True)
    )
    return text, [Draft(parts, TITLE, published=published)]


def told(lines, published=None):
    text, drafts = draft(*lines, published=published)
    return [(one.title, one.published, [text[part.start : part.end] for part in one.parts]) for one in with_wires(text, drafts)]


def test_each_brief_is_an_article_of_its_own_day_and_the_heading_above_them_of_none():
    assert told((TITLE, BODY, HEAD, GAO, SIDI), published="2032-01-02") == [
        (TITLE, "2032-01-02", [TITLE, BODY]),
        (None, "2031-11-14", [GAO]),
        (None, "2030-07-23", [SIDI]),
    ]


def test_what_follows_a_brief_belongs_to_it():
    assert told((TITLE, BODY, GAO, BODY, SIDI))[1] == (None, "2031-11-14", [GAO, BODY])


def test_one_dateline_is_the_articles_own_and_splits_nothing():
    assert told((TITLE, GAO, BODY)) == [(TITLE, "2031-11-14", [TITLE, GAO, BODY])]
    assert told((TITLE, GAO, BODY), published="2032-01-02") == [(TITLE, "2032-01-02", [TITLE, GAO, BODY])]
    assert told((TITLE, GAO, BODY, SIDI))[0] == (TITLE, "2031-11-14", [TITLE, GAO, BODY])


def test_days_within_a_sentence_split_nothing():
    line = "On November 14, 2031 – a Sunday – police came to Tall Ghar and left."
    assert len(told((TITLE, BODY, line, line.replace("police", "men")))) == 1


@pytest.mark.parametrize(
    "line", ["SIDI, Aland, Feb 9, 2021 (DW) - Eight people were hurt.", "Feb 9, 2021 - Two drones fell before dawn, police said."]
)
def test_a_dateline_dates_an_article_that_has_no_other_day(line):
    assert told((TITLE, line, BODY))[0][:2] == (TITLE, "2021-02-09")
