"""What a reader knows of an article before its text is cut out, and the one place where articles are made of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from sys import getsizeof
from typing import Any

from rashomon.model.sources import Article, Capture, Part
from rashomon.model.words import PartKind
from rashomon.readers.contract import Page
from rashomon.text.languages import LEAST_LETTERS, detect

#: Fewer letters in common do not make one article a repetition of another.
_LEAST_REPEATED = 40
#: As much of a body as is compared, besides its length.
_COMPARED = 20_000
_HALVES = re.compile("[\ud800-\udfff]")
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
    modified: str | None = None
    credits: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    identity: str | None = None


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
    modified: str | None = None
    credits: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    identity: str | None = None


#: What a story and a draft say alike.
_STATED = tuple(field.name for field in fields(Story) if field.name != "pieces")
#: What an article takes over from its draft as it is.
_KEPT = tuple(name for name in (*_STATED, "digest_title") if name not in ("outlet", "language"))
#: Stands between the pieces and the stories of a page.
_GAP = "\n\n"
#: Bytes of memory that the articles of one page may take; what follows is left out and named.
MOST_MEMORY = 230_000_000
_ARTICLE_BYTES = 800
_PART_BYTES = 120


def page_of(capture: Capture, text: str, drafts: Sequence[Draft], reader: str, unused: Iterable[str] = ()) -> Page:
    """Return the page with its articles: offsets made relative, languages found, repetitions noted."""
    making = _Making(capture, text)
    for draft in drafts:
        making.add(draft, text, 0)
    return Page(tuple(making.articles), reader, tuple(unused), text)


def assembled(capture: Capture, stories: Iterable[Story], reader: str, unused: Iterable[str] = ()) -> Page:
    """Return a page whose text is that of the stories, joined by blank lines.

    Args:
        capture: the capture they stand in.
        stories: taken one after the other, so that a generator needs no memory for all of them.
        reader: name and version of the reader.
        unused: what was left out; looked at when the last story was taken.
    """
    making: _Making | None = None
    at = 0
    full: tuple[str, ...] = ()
    for story in stories:
        if making is not None and making.weight > MOST_MEMORY:
            full = (f"what stands behind the first {len(making.articles):,} articles, for want of memory (split it)",)
            break
        draft, text = _drafted(story)
        if text:
            making = _Making(capture, text) if making is None else making
            making.add(draft, text, at)
            at += len(text) + len(_GAP)
    return Page(tuple(making.articles) if making is not None else (), reader, tuple(map(sound, (*unused, *full))))


def weight_of(article: Article) -> int:
    """Return about how many bytes of memory an article takes; a text with one emoji takes four for every character."""
    return getsizeof(article.text) + _ARTICLE_BYTES + _PART_BYTES * len(article.parts)


def _drafted(story: Story) -> tuple[Draft, str]:
    """Return a story as a draft whose offsets count from its own start, and its text."""
    pieces = [(kind, stripped) for kind, piece in story.pieces if (stripped := sound(piece).strip())]
    parts: list[Part] = []
    at = 0
    for kind, piece in pieces:
        parts.append(Part(kind, at, at + len(piece)))
        at += len(piece) + len(_GAP)
    stated: dict[str, Any] = {name: _sound_all(getattr(story, name)) for name in _STATED}
    return Draft(tuple(parts), **stated), _GAP.join(piece for _, piece in pieces)


def sound(text: str) -> str:
    """Return a text whose characters can be kept: halves of characters, as JSON and broken mails state them, are replaced."""
    return text if _HALVES.search(text) is None else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _sound_all(said: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
    """Return what a story states, each text of it sound."""
    if said is None:
        return None
    return sound(said) if isinstance(said, str) else tuple(map(sound, said))


class _Making:
    """The articles of one page, made one after the other.

    Args:
        capture: the capture they stand in.

        opening: the page's first text; where an article's own language is unclear it is that of the page.
    """

    def __init__(self, capture: Capture, opening: str) -> None:
        self.articles: list[Article] = []
        self.weight = 0
        self._capture = capture
        self._opening = opening
        self._spoken: tuple[str | None] | None = None
        self._seen: dict[bytes, int] = {}

    def add(self, draft: Draft, text: str, at: int) -> None:
        """Add the article of a draft whose offsets are those of the text, which stands at this place of the page."""
        start, end = draft.parts[0].start, draft.parts[-1].end
        told = " ".join(
            text[part.start : min(part.end, part.start + _COMPARED)] for part in draft.parts[:8] if part.kind in _READ_FOR_MEANING
        )
        n = len(self.articles)
        article = Article(
            capture=self._capture.sha256,
            n=n,
            start=at + start,
            end=at + end,
            text=text[start:end],
            outlet=self._capture.outlet or draft.outlet,
            language=draft.language or self._language(told),
            repeats=self._repeats(n, _key(text, draft)),
            parts=tuple(Part(part.kind, part.start - start, part.end - start) for part in draft.parts),
            **{name: getattr(draft, name) for name in _KEPT},
        )
        self.articles.append(article)
        self.weight += weight_of(article)

    def _language(self, told: str) -> str | None:
        """Return the language of an article's words, the page's where they leave it open; that is found once."""
        if sum(map(str.isalpha, told[: 2 * LEAST_LETTERS])) < LEAST_LETTERS:
            return None
        found = detect(told)
        if found is None and self._spoken is None:
            self._spoken = (detect(self._opening),)
        return found if found is not None or self._spoken is None else self._spoken[0]

    def _repeats(self, n: int, key: str) -> int | None:
        """Return the earlier article with this key; the key is remembered by its digest, pages may be large."""
        if len(key) < _LEAST_REPEATED:
            return None
        first = self._seen.setdefault(blake2b(key.encode("utf-8", "replace"), digest_size=16).digest(), n)
        return first if first < n else None


def _key(text: str, draft: Draft) -> str:
    """Return what two prints of one article have in common: length and first words of the body, spaces and marks aside."""
    body = " ".join(
        text[part.start : min(part.end, part.start + _COMPARED)] for part in draft.parts if part.kind is PartKind.BODY
    )
    length = sum(part.end - part.start for part in draft.parts if part.kind is PartKind.BODY)
    words = re.sub(r"\W+", " ", body[:_COMPARED]).strip().lower()
    return words if length <= _COMPARED else f"{words} {length}"
