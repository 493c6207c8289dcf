"""Read an archive of posts whose authors and dates stand on lines of their own, and single articles with such a line.

The line may close the post, stand under its title or above it; the page itself shows which. A post without one stays without
author and date: it never takes its neighbour's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.bodies import body_parts
from rashomon.readers.byline_lines import bylines_of
from rashomon.readers.bylines import Byline, parse_byline
from rashomon.readers.digests import digest_stories
from rashomon.readers.drafts import Draft
from rashomon.readers.glue import Vocabulary, glue_at
from rashomon.readers.lines import MOST_HEADLINE_WORDS, Line, closes_excerpt, ends_sentence, is_headline, is_short, kind_of
from rashomon.readers.printed_dates import printed_date
from rashomon.readers.starts import CLOSED_EXCERPTS, LEAST_OWN_WORDS, Starts
from rashomon.readers.styles import Style

#: Lists of tags behind a post that take a larger share of it than this are not counted to it.
_MOST_CLOSING = 0.2


@dataclass(frozen=True, slots=True)
class Post:
    """The lines of one post without its byline lines, and what those say."""

    lines: tuple[Line, ...]
    byline: Byline
    byline_lines: tuple[Line, ...]


def shows_posts(lines: Sequence[Line]) -> bool:
    """Return whether some line names an author or a date and nothing else, or several close an excerpt."""
    if any(byline.dated for byline in bylines_of(lines) if byline is not None):
        return True
    return sum(closes_excerpt(line.text) for line in lines) >= CLOSED_EXCERPTS


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
                    post.byline.published or printed_date(story.digest_title),
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
    bylines = bylines_of(lines)
    starts = Starts(lines, bylines, vocabulary)
    posts: list[Post] = []
    begin = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or starts.at(index, begin):
            posts.append(_post(lines[begin:index], bylines[begin:index], starts.style))
            begin = index
    return tuple(posts)


def _post(lines: Sequence[Line], bylines: Sequence[Byline | None], style: Style) -> Post:
    """Gather one post; its byline is made of all its byline lines, in the order of the style."""
    told = tuple(line for line, byline in zip(lines, bylines, strict=True) if byline is None)
    said = [byline for byline in bylines if byline is not None]
    if style is Style.ABOVE:
        told = _under_byline(told, lines, bylines)
    joined = Byline()
    for byline in reversed(said) if style is Style.BELOW else said:
        joined = joined.joined(byline)
    return Post(told, joined, tuple(line for line, byline in zip(lines, bylines, strict=True) if byline is not None))


def _under_byline(told: tuple[Line, ...], lines: Sequence[Line], bylines: Sequence[Byline | None]) -> tuple[Line, ...]:
    """Leave out headlines above the byline of a post that stands under it: the page's own heading."""
    first = next((line.start for line, byline in zip(lines, bylines, strict=True) if byline is not None), 0)
    under = tuple(line for line in told if line.start > first)
    return under if under and all(is_headline(line) for line in told[: len(told) - len(under)]) else told


def _draft(post: Post, vocabulary: Vocabulary, outlet: str | None) -> Draft | None:
    """Cut one post into parts; ``None`` where it has no words of its own."""
    if not post.lines or _is_heading(post):
        return None
    lines = _from_title(post)
    first = lines[0]
    title: tuple[int, int] | None = None
    body = list(lines)
    if is_headline(first) or _stands_over_byline(post, first):
        title, body = (first.start, first.end), body[1:]
    else:
        at = glue_at(first.text, vocabulary, MOST_HEADLINE_WORDS, 4)
        if at is not None:
            title = (first.start, first.start + at)
            body[0] = Line(first.start + at, first.end, first.text[at:], 0)
    parts = [Part(PartKind.TITLE, *title)] if title is not None else []
    parts.extend(body_parts(body, vocabulary))
    parts.extend(Part(PartKind.BYLINE, line.start, line.end) for line in _own_bylines(post))
    parts.sort(key=lambda part: part.start)
    while parts and parts[-1].kind is PartKind.NOISE and not closes_excerpt(body[-1].text if body else ""):
        parts.pop()
    if not any(part.kind in (PartKind.BODY, PartKind.TITLE) for part in parts) or _only_title(parts):
        return None
    named = None if title is None else _slice(lines, title)
    return Draft(tuple(parts), named, post.byline.authors, post.byline.published, outlet, post.byline.url)


def _is_heading(post: Post) -> bool:
    """Whether nothing says who wrote the lines or when, and none is a paragraph: the page's own heading, a menu."""
    told = [line for line in post.lines if kind_of(line.text) is PartKind.BODY]
    stated = post.byline.dated or post.byline.url is not None
    return not stated and not any(ends_sentence(line.text) or closes_excerpt(line.text) or not is_short(line) for line in told)


def _own_bylines(post: Post) -> tuple[Line, ...]:
    """Leave out long lists of tags and buttons behind a post: lines that name neither author nor date."""
    end = max(line.end for line in (*post.lines, *(line for line in post.byline_lines if not _is_list(line))))
    behind = [line for line in post.byline_lines if line.start > end]
    long = bool(behind) and behind[-1].end - end > _MOST_CLOSING * (end - post.lines[0].start)
    return tuple(line for line in post.byline_lines if line.start <= end) if long else post.byline_lines


def _is_list(line: Line) -> bool:
    """Whether a byline line says neither author nor date nor address."""
    byline = parse_byline(line.text)
    return byline is not None and not byline.dated and byline.url is None


def _from_title(post: Post) -> tuple[Line, ...]:
    """Leave out labels above the title: short lines ("Analysis", "Latest reports") over a longer headline."""
    lines = post.lines
    while (
        len(lines) > 1 and lines[0].words < LEAST_OWN_WORDS <= lines[1].words and is_headline(lines[0]) and is_headline(lines[1])
    ):
        if any(lines[0].start < line.start < lines[1].start for line in post.byline_lines):
            break
        lines = lines[1:]
    return lines


def _stands_over_byline(post: Post, first: Line) -> bool:
    """Whether the line is short, begins the post, and its byline follows at once, before any other line."""
    behind = next((line.start for line in post.lines if line.start > first.start), None)
    byline = next((line.start for line in post.byline_lines if line.start > first.start), None)
    return is_short(first) and byline is not None and behind is not None and byline < behind


def _only_title(parts: Sequence[Part]) -> bool:
    """A headline with neither text nor byline is a link on the page, no article."""
    return len(parts) == 1 and parts[0].kind is PartKind.TITLE


def _slice(lines: Sequence[Line], span: tuple[int, int]) -> str:
    """Return the words of a span that lies in the first line."""
    return lines[0].text[span[0] - lines[0].start : span[1] - lines[0].start]
