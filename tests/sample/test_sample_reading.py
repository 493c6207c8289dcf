"""The readers find the sample's articles, with the titles, days and outlets that the pages print."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from rashomon.model.sources import Article, Capture
from rashomon.model.words import PartKind
from rashomon.readers.reading import read
from rashomon.sample import sample_files

EXPECTED = tomllib.loads(Path(__file__).with_name("expected.toml").read_text(encoding="utf-8"))["files"]
FILES = {path.name: (path, outlet) for path, outlet in sample_files()}


def articles_of(name: str) -> tuple[Article, ...]:
    path, outlet = FILES[name]
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    capture = Capture(digest, name, None, "2031-08-01T00:00:00", len(content), outlet)
    return read(capture, content).articles


@pytest.mark.parametrize(("name", "told"), EXPECTED.items())
def test_each_file_gives_its_articles_with_title_and_day(name: str, told: dict[str, Any]) -> None:
    articles = articles_of(name)

    assert [article.published for article in articles] == [day or None for _, day in told["articles"]]
    for article, (title, _) in zip(articles, told["articles"], strict=True):
        assert not title or (article.title or "").rstrip(".") == title


@pytest.mark.parametrize(("name", "told"), EXPECTED.items())
def test_each_article_has_its_outlet_printed_or_given(name: str, told: dict[str, Any]) -> None:
    assert {article.outlet or FILES[name][1] for article in articles_of(name)} == {told["outlet"]}


def test_the_three_notes_know_their_digest_and_no_author() -> None:
    articles = articles_of("harbour-notes-archive.txt")
    notes = [article for article in articles if article.digest_title is not None]

    assert [note.digest_title for note in notes] == [EXPECTED["harbour-notes-archive.txt"]["digest"]] * 3
    assert all(note.authors == () for note in notes)
    assert articles[-1].authors == ("Desmer Quill",)


def test_glued_captions_are_captions() -> None:
    captions = [
        article.text[start:end].strip()
        for article in articles_of("harbour-notes-archive.txt")
        for start, end in article.spans(PartKind.CAPTION)
    ]

    assert captions == ["Sennet Marr", "Pilot boat Delta", "Vessary road", "Cabinet Ilvaren", "Smoke Tessendal"]


def test_the_forwarded_statement_names_its_channel() -> None:
    assert [article.forwarded_from for article in articles_of("result.json") if article.forwarded_from] == ["Reed Valley Voice"]


def test_footnotes_of_the_mirror_are_no_body() -> None:
    *_, last = articles_of("ledger-mirror.rss.txt")
    footnotes = [last.text[start:end] for start, end in last.spans(PartKind.FOOTNOTE)]

    assert any("Telegram, March 11, 2031" in footnote for footnote in footnotes)
    assert not any("Telegram, March 11, 2031" in last.text[start:end] for start, end in last.spans(PartKind.BODY))
