"""What a reader knows of an article before its text is cut out, and the one place where articles are made of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.sources import Article, Capture, Part
from rashomon.model.words import PartKind
from rashomon.readers.contract import Page
from rashomon.text.languages import LEAST_LETTERS, detect

#: Fewer letters in common do not make one article a repetition of another.
_LEAST_REPEATED = 40
#: As much of a body as is compared, besides its length.
_COMPARED = 20_000
_READ_FOR_MEANING = (PartKind.TITLE, PartKind.LEAD, PartKind.BODY)


@dataclass(frozen=True, slots=True)
class Draft:
    """One article of a page; the offsets of its parts count from the page's start, in order and apart from each other."""

    parts: tuple[Part, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    digest_title: str | None = None
    forwarded_from: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One article that comes in pieces (feed, export, HTML): what each piece is and its text."""

    pieces: tuple[tuple[PartKind, str], ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    forwarded_from: str | None = None
    language: str | None = None


def page_of(capture: Capture, text: str, drafts: Sequence[Draft], reader: str, unused: Iterable[str] = ()) -> Page:
    """Return the page with its articles: offsets made relative, languages found, repetitions noted."""
    seen: dict[str, int] = {}
    spoken = detect(text)
    articles = tuple(_article(capture, n, text, draft, seen, spoken) for n, draft in enumerate(drafts))
    return Page(text, articles, reader, tuple(unused))


def assembled(capture: Capture, stories: Iterable[Story], reader: str, unused: Iterable[str] = ()) -> Page:
    """Return a page whose text is that of the stories, joined by blank lines."""
    chunks: list[str] = []
    drafts: list[Draft] = []
    at = 0
    for story in stories:
        parts: list[Part] = []
        for kind, piece in story.pieces:
            stripped = piece.strip()
            if stripped:
                parts.append(Part(kind, at, at + len(stripped)))
                chunks.append(stripped)
                at += len(stripped) + 2
        if parts:
            drafts.append(
                Draft(
                    tuple(parts),
                    story.title,
                    story.authors,
                    story.published,
                    story.outlet,
                    story.url,
                    None,
                    story.forwarded_from,
                    story.language,
                )
            )
    return page_of(capture, "\n\n".join(chunks), drafts, reader, unused)


def _article(capture: Capture, n: int, text: str, draft: Draft, seen: dict[str, int], spoken: str | None) -> Article:
    """Cut one article out of the page's text; where its own language is unclear it is the page's."""
    start, end = draft.parts[0].start, draft.parts[-1].end
    key = _key(text, draft)
    repeats = seen.get(key) if len(key) >= _LEAST_REPEATED else None
    seen.setdefault(key, n)
    told = " ".join(
        text[part.start : min(part.end, part.start + _COMPARED)] for part in draft.parts[:8] if part.kind in _READ_FOR_MEANING
    )
    return Article(
        capture=capture.sha256,
        n=n,
        start=start,
        end=end,
        text=text[start:end],
        title=draft.title,
        authors=draft.authors,
        published=draft.published,
        outlet=capture.outlet or draft.outlet,
        url=draft.url,
        language=draft.language or _language(told, spoken),
        digest_title=draft.digest_title,
        repeats=repeats,
        forwarded_from=draft.forwarded_from,
        parts=tuple(Part(part.kind, part.start - start, part.end - start) for part in draft.parts),
    )


def _key(text: str, draft: Draft) -> str:
    """Return what two prints of one article have in common: length and first words of the body, spaces and marks aside."""
    body = " ".join(
        text[part.start : min(part.end, part.start + _COMPARED)] for part in draft.parts if part.kind is PartKind.BODY
    )
    length = sum(part.end - part.start for part in draft.parts if part.kind is PartKind.BODY)
    words = re.sub(r"\W+", " ", body[:_COMPARED]).strip().lower()
    return words if length <= _COMPARED else f"{words} {length}"


def _language(told: str, spoken: str | None) -> str | None:
    """Return the language of an article's words, the page's where they leave it open."""
    if sum(character.isalpha() for character in told[: 2 * LEAST_LETTERS]) < LEAST_LETTERS:
        return None
    return detect(told) or spoken
