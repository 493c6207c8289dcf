"""Corrected articles as training text: the corpus's own checker accepts them, and they say what people decided."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from rashomon.exports.annotated import document, export_annotated
from rashomon.exports.annotating import annotated
from rashomon.linking.contract import Source
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Figure, Filler, Mention, Reading, Tie
from rashomon.model.sources import Article, EvidenceSpan, Part
from rashomon.model.words import EventType, MentionKind, NumberKind, PartKind, Relation, Role, Stance, Status

CHECK = Path(__file__).parents[2] / "training" / "corpus" / "check.py"
TEXT = (
    "Blast <hits> Ostrel\nBy A. Writer\n"
    'A bomb & a "rocket" killed 12 guards in Ostrel on Monday, the Vale Front said.\n\nNobody has\x0bclaimed the blast.'
)
BODY = TEXT.index("A bomb")
PARTS = (Part(PartKind.TITLE, 0, 19), Part(PartKind.BYLINE, 20, BODY), Part(PartKind.BODY, BODY, len(TEXT)))
ARTICLE = Article("c" * 64, 0, 0, len(TEXT), TEXT, published="2031-03-04", outlet='The "Vale" Courier', parts=PARTS)


def span(words: str, start: int = 0) -> EvidenceSpan:
    at = TEXT.index(words, start)
    return EvidenceSpan(ARTICLE.id, at, at + len(words))


def mention(words: str, kind: MentionKind, key: str, **more: object) -> Mention:
    return Mention(span(words, BODY), kind, words, key, words, named=True, **more)


FRONT, OSTREL = mention("the Vale Front", MentionKind.GROUP, "vale front, the"), mention("Ostrel", MentionKind.PLACE, "ostrel")
GUARDS = mention("12 guards", MentionKind.CIVILIANS, "guards")
MONDAY = Mention(span("Monday"), MentionKind.DATE, "Monday", date=DateInterval.parse("2031-03-03"))
BOMBING = Account(
    EventType.BOMBING,
    Status.CLAIMED,
    span("bomb"),
    span("A bomb"),
    (Filler(Role.AGENT, FRONT.key, FRONT.span), Filler(Role.PLACE, "ostrel", OSTREL.span), Filler(Role.VIA, "lost", OSTREL.span)),
    date=MONDAY.date,
    killed=Range(9, 12),
    also=(span("blast", BODY),),
)
TOLL = Figure('guards "killed"', NumberKind.KILLED, Range(9, 12), span("12"), BOMBING.evidence, account=BOMBING.id)
SAID = Claim(
    FRONT.key,
    Stance.ASSERTS,
    span('A bomb & a "rocket" killed 12 guards in Ostrel on Monday'),
    FRONT.span,
    span("said"),
    (),
    (BOMBING.id,),
)
NOBODY = Claim(UNKNOWN_KEY, Stance.CLAIMS_RESPONSIBILITY, span("claimed"), None, span("claimed"), about=(BOMBING.id,))
OWN_VOICE = Claim(OUTLET_KEY, Stance.ASSERTS, span("the blast"))
TIE = Tie(FRONT.key, Relation.BASED_IN, "ostrel", BOMBING.evidence)
READING = Reading(ARTICLE.id, "hand-1", (FRONT, OSTREL, GUARDS, MONDAY), (BOMBING,), (SAID, NOBODY, OWN_VOICE), (TOLL,), (TIE,))


class Book:
    """A ledger of which these sources were corrected."""

    def __init__(self, *sources: Source) -> None:
        self.sources = sources

    def corrected_sources(self) -> tuple[Source, ...]:
        return self.sources


def checked(folder: Path, *sources: Source) -> str:
    files = list(export_annotated(Book(*sources), folder))
    done = subprocess.run([sys.executable, CHECK, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_corpus_checker_accepts_what_is_written(tmp_path: Path) -> None:
    told = checked(tmp_path, Source(ARTICLE, READING))
    for part in ("docs=1", "mentions=3", "triggers=2", "numbers=1", "events=1", "claims=2", "figures=1", "relations=1", "bad=0"):
        assert part in told.split()


def test_the_lines_say_what_stands(tmp_path: Path) -> None:
    (doc,) = document(Source(ARTICLE, READING))
    root = ET.fromstring(doc)
    assert root.findtext("events").strip() == "e1 agent=vale-front-the place=ostrel date=2031-03-03 killed=9..12"
    assert root.findtext("claims").split("\n")[1] == "a1 source=vale-front-the stance=asserts about=e1"
    assert "a2 source=unknown stance=claims_responsibility about=e1" in root.findtext("claims")
    assert "event=e1" in root.findtext("figures")
    assert "By A. Writer" not in doc, "bylines are no text to learn from"
    assert "".join(root.find("title").itertext()) == "Blast <hits> Ostrel"
    assert [tag.get("v") for tag in root.iter("d")] == ["2031-03-03"]


def test_of_tags_that_cross_the_event_stays(tmp_path: Path) -> None:
    crossing = Mention(span('bomb & a "rocket" killed'), MentionKind.WEAPON, "x", "bombs", "x")
    crossed = Figure("x", NumberKind.WEAPONS, Range.exactly(2), span('a "rocket" killed 12'), BOMBING.evidence)
    reading = Reading(ARTICLE.id, "hand-1", (crossing, GUARDS), (BOMBING,), (), (crossed, TOLL))
    told = checked(tmp_path, Source(ARTICLE, reading))
    assert {"triggers=2", "numbers=1", "mentions=2"} <= set(told.split())


@pytest.mark.parametrize("published", [None, "2031", "2031-03"])
def test_an_article_whose_day_is_not_stated_is_left_out(published: str | None) -> None:
    undated = Article("c" * 64, 0, 0, len(TEXT), TEXT, published=published, parts=PARTS)
    assert document(Source(undated, READING)) == []


def test_an_article_without_marked_parts_is_all_text_and_nothing_corrected_is_an_empty_file(tmp_path: Path) -> None:
    bare = Article("c" * 64, 0, 0, len(TEXT), TEXT, published="2031-03-04")
    assert "docs=1" in checked(tmp_path, Source(bare, Reading(bare.id, "hand-1")))
    assert "bad=0" in checked(tmp_path / "none")


def test_a_tag_outside_what_is_written_counts_for_nothing() -> None:
    told = annotated(ARTICLE, READING, [(0, 19)])
    assert told.tags == ()
    assert dict(told.lines) == {"events": (), "claims": (), "figures": (), "relations": ()}
