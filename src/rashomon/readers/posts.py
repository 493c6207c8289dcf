"""Read an archive of posts whose authors and dates stand on lines of their own, and single articles with such a line.

The line may close the post, stand under its title or above it; the page itself shows which. A post without one stays without
author and date: it never takes its neighbour's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.bodies import body_parts
from rashomon.readers.bylines import Byline, parse_byline
from rashomon.readers.digests import digest_stories, is_digest_title
from rashomon.readers.drafts import Draft
from rashomon.readers.glue import Vocabulary, glue_at
from rashomon.readers.lines import MOST_HEADLINE_WORDS, Line, closes_excerpt, is_headline

_ARCHIVE_BYLINES = 3
_CLOSED_EXCERPTS = 2
_LEAST_TITLE_WORDS = 5
_WIDOW = re.compile(r"\u00a0\S+$")


class Style(Enum):
    """Where the byline stands."""

    BELOW = "closes the post"
    UNDER_TITLE = "under the title"
    ABOVE = "above the title"


@dataclass(frozen=True, slots=True)
class Post:
    """The lines of one post without its byline lines, and what those say."""

    lines: tuple[Line, ...]
    byline: Byline
    byline_lines: tuple[Line, ...]


def shows_posts(lines: Sequence[Line]) -> bool:
    """Return whether some line names an author or a date and nothing else, or several close an excerpt."""
    if any(byline.dated for byline in map(_byline, lines) if byline is not None):
        return True
    return sum(closes_excerpt(line.text) for line in lines) >= _CLOSED_EXCERPTS


def read_posts(text: str, lines: Sequence[Line], outlet: str | None = None) -> tuple[Draft, ...]:
    """Return the drafts of all posts, digests as one draft a story.

    Args:
        text: the page.
        lines: its lines without furniture.
        outlet: what the page prints as its name.
    """
    vocabulary = Vocabulary(text)
    drafts: list[Draft] = []
    for post in split_posts(lines, vocabulary):
        stories = digest_stories(post.lines, vocabulary)
        if stories:
            drafts.extend(
                Draft(
                    story.parts,
                    story.title,
                    post.byline.authors,
                    post.byline.published,
                    outlet,
                    post.byline.url,
                    story.digest_title,
                )
                for story in stories
            )
        else:
            draft = _draft(post, vocabulary, outlet)
            if draft is not None:
                drafts.append(draft)
    return tuple(drafts)


def split_posts(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Post, ...]:
    """Return the posts, in the order of the page."""
    bylines = [_byline(line) for line in lines]
    starts = _Starts(lines, bylines, vocabulary)
    posts: list[Post] = []
    begin = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or starts.at(index, begin):
            posts.append(_post(lines[begin:index], bylines[begin:index], starts.style))
            begin = index
    return tuple(posts)


class _Starts:
    """Decides where posts begin, by what the whole page looks like."""

    def __init__(self, lines: Sequence[Line], bylines: Sequence[Byline | None], vocabulary: Vocabulary) -> None:
        self._lines = lines
        self._bylines = bylines
        self._vocabulary = vocabulary
        self.style = style_of(lines, bylines)
        titles = [lines[index] for index in self._sure_titles()]
        dated = sum(byline is not None and byline.dated for byline in bylines)
        self._archive = dated >= _ARCHIVE_BYLINES
        self._excerpts = dated >= _CLOSED_EXCERPTS or sum(closes_excerpt(line.text) for line in lines) >= _CLOSED_EXCERPTS
        self._widows = bool(titles) and 2 * sum(_WIDOW.search(line.text) is not None for line in titles) > len(titles)
        self._least_words = max(_LEAST_TITLE_WORDS, min((line.words for line in titles), default=0) - 2)
        openings = [lines[index + 1] for index in self._sure_titles() if index + 1 < len(lines)]
        self._glued = bool(openings) and 2 * sum(map(self._is_glued, openings)) > len(openings)

    def at(self, index: int, begin: int) -> bool:
        """Return whether a post begins at the line; ``begin`` is where the one before it began."""
        before, byline = self._bylines[index - 1], self._bylines[index]
        if byline is not None:
            return self.style is Style.ABOVE and before is None and byline.dated
        if before is not None:
            return self._after_byline(index, begin, before)
        closed = self._excerpts and closes_excerpt(self._lines[index - 1].text)
        if not is_headline(self._lines[index]):
            return closed and self.style is not Style.UNDER_TITLE
        if self.style is Style.UNDER_TITLE and self._dated(index + 1):
            return True
        return closed or self._reads_like_a_title(index, begin)

    def _after_byline(self, index: int, begin: int, before: Byline) -> bool:
        """A byline stands before the line."""
        if self.style is Style.BELOW:
            return True
        if self.style is Style.UNDER_TITLE and self._dated(index + 1) and is_headline(self._lines[index]):
            return True
        told = any(
            byline is None and not is_headline(line)
            for line, byline in zip(self._lines[begin:index], self._bylines[begin:index], strict=True)
        )
        return before.closing and told and is_headline(self._lines[index])

    def _reads_like_a_title(self, index: int, begin: int) -> bool:
        """A headline without a byline beside it: another post's title, or only a heading inside this one."""
        line = self._lines[index]
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if (
            following is None
            or self._bylines[index + 1] is not None
            or is_headline(following)
            or index - begin < _told_from(self.style)
        ):
            return False
        if self._widows:
            return _WIDOW.search(line.text) is not None
        if self._glued and self._is_glued(following):
            return True
        if is_digest_title(self._lines[begin]) and digest_stories(self._lines[begin:index], self._vocabulary):
            return True
        return self._archive and line.words >= self._least_words and line.gap >= self._lines[index - 1].gap

    def _is_glued(self, line: Line) -> bool:
        return glue_at(line.text, self._vocabulary, 12) is not None

    def _dated(self, index: int) -> bool:
        """Whether the line is a byline with author or date."""
        byline = self._bylines[index] if index < len(self._bylines) else None
        return byline is not None and byline.dated

    def _sure_titles(self) -> list[int]:
        """Indexes of lines that are titles by where the bylines stand."""
        if self.style is Style.UNDER_TITLE:
            sure = [i for i, after in enumerate(self._bylines[1:]) if after is not None and self._bylines[i] is None]
        else:
            sure = [
                i for i in range(len(self._lines)) if self._bylines[i] is None and (i == 0 or self._bylines[i - 1] is not None)
            ]
        return [i for i in sure if is_headline(self._lines[i])]


def _told_from(style: Style) -> int:
    """Fewest lines that the post before must have: its title, its byline where that stands above, and a paragraph."""
    return 2 if style is Style.BELOW else 3


def style_of(lines: Sequence[Line], bylines: Sequence[Byline | None]) -> Style:
    """Return where the bylines of the page stand, by what is around each."""
    blocks = [
        index
        for index, byline in enumerate(bylines)
        if byline is not None and byline.dated and (index == 0 or bylines[index - 1] is None)
    ]
    if blocks and blocks[0] == 0 and bylines[-1] is None:
        return Style.ABOVE
    below = under = 0
    for index in blocks:
        before = lines[index - 1] if index > 0 else None
        after = next((line for line, byline in zip(lines[index:], bylines[index:], strict=True) if byline is None), None)
        if after is None or (before is not None and not is_headline(before)):
            below += 1
        elif before is None or not is_headline(after) or is_headline(before):
            under += 1
    return Style.BELOW if below > under else Style.UNDER_TITLE


def _byline(line: Line) -> Byline | None:
    """Return what the line says if it is a byline; a bare headline is never one."""
    return parse_byline(line.text)


def _post(lines: Sequence[Line], bylines: Sequence[Byline | None], style: Style) -> Post:
    """Gather one post; its byline is made of all its byline lines, in the order of the style."""
    told = tuple(line for line, byline in zip(lines, bylines, strict=True) if byline is None)
    said = [byline for byline in bylines if byline is not None]
    joined = Byline()
    for byline in reversed(said) if style is Style.BELOW else said:
        joined = joined.joined(byline)
    return Post(told, joined, tuple(line for line, byline in zip(lines, bylines, strict=True) if byline is not None))


def _draft(post: Post, vocabulary: Vocabulary, outlet: str | None) -> Draft | None:
    """Cut one post into parts; ``None`` where it has no words of its own."""
    if not post.lines:
        return None
    first = post.lines[0]
    title: tuple[int, int] | None = None
    body = list(post.lines)
    if is_headline(first):
        title, body = (first.start, first.end), body[1:]
    else:
        at = glue_at(first.text, vocabulary, MOST_HEADLINE_WORDS, 4)
        if at is not None:
            title = (first.start, first.start + at)
            body[0] = Line(first.start + at, first.end, first.text[at:], 0)
    parts = [Part(PartKind.TITLE, *title)] if title is not None else []
    parts.extend(body_parts(body, vocabulary))
    parts.extend(Part(PartKind.BYLINE, line.start, line.end) for line in post.byline_lines)
    parts.sort(key=lambda part: part.start)
    while parts and parts[-1].kind is PartKind.NOISE and not closes_excerpt(body[-1].text if body else ""):
        parts.pop()
    if not any(part.kind in (PartKind.BODY, PartKind.TITLE) for part in parts) or _only_title(parts):
        return None
    named = None if title is None else _slice(post.lines, title)
    return Draft(tuple(parts), named, post.byline.authors, post.byline.published, outlet, post.byline.url)


def _only_title(parts: Sequence[Part]) -> bool:
    """A headline with neither text nor byline is a link on the page, no article."""
    return len(parts) == 1 and parts[0].kind is PartKind.TITLE


def _slice(lines: Sequence[Line], span: tuple[int, int]) -> str:
    """Return the words of a span that lies in the first line."""
    return lines[0].text[span[0] - lines[0].start : span[1] - lines[0].start]


def gaps_before_headlines(lines: Sequence[Line]) -> bool:
    """Return whether headlines stand off from what is before them more than from what is behind them."""
    wider = narrower = 0
    for before, (line, after) in zip(lines, pairwise(lines[1:]), strict=False):
        if is_headline(line) and not is_headline(before) and not is_headline(after):
            wider += line.gap > after.gap
            narrower += line.gap <= after.gap
    return wider > narrower
