"""Read a digest: one post that tells several stories, each a paragraph that opens with its own headline sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.bodies import body_parts, caption_end
from rashomon.readers.glue import Vocabulary
from rashomon.readers.lines import Line, is_headline, kind_of

_TITLE = re.compile(
    r"#\s?\d|№\s?\d|\b(?:news\s+(?:you|in\s+brief|briefs?|round|digest|summary|bites|roundup)|round-?\s?up|in\s+brief|briefs|briefing|digest|"
    r"(?:this|last|the|past)\s+(?:week|month|fortnight)\s+in|week(?:ly)?\s+(?:in\s+)?(?:review|news|update|summary)|week\s+ahead|headlines|morning|evening|bulletin|wrap(?:-|\s)?up|in\s+short|newsletter|"
    r"short\s+(?:takes|news)|at\s+a\s+glance|(?:may\s+have|might\s+have)\s+missed|daily\s+(?:news|update|summary))\b|"
    r"\b(?:revue\s+de\s+presse|en\s+bref|noticias\s+breves|kurz\s+notiert|kurzmeldungen)\b",
    re.IGNORECASE,
)
_KINDS = r"round-?\s?up|digest|bulletin|briefs?|briefing|newsletter|wrap(?:-|\s)up"
#: A title that announces a series of posts by its number or year: it is a digest even where it tells one story.
_SURE = re.compile(
    rf"^(?:\W*(?:weekly|daily|monthly|news|security|conflict|incident|the|week|morning|evening)\s+)*(?:{_KINDS}|"
    r"review|update)\W+(?:(?:no|nr|week|issue)\W+)?[#№]?\d",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:{_KINDS}|week\s+in\s+\w+|in\s+(?:brief|review))\W+(?:\S+\s+){{0,4}}\S*\d{{4}}",
    re.IGNORECASE,
)
_HEADLINE_SENTENCE = re.compile(
    r"(?P<headline>[^.:?!]{12,180}(?:\b[A-Z]\.[^.:?!]{0,160}){0,4}[^.:?!\s]?)(?<![.\s][A-Z])(?P<end>[.:?!]+[”\"]?)\s+(?=\S)"
)
_BULLET = re.compile(r"^(?:[•●▪►*–—-]|\d{1,2}[.)])\s+")
_HEADLINE_WORDS = (3, 20)
_LEAST_REST = 40
#: Most words of a heading over several stories ("SYRIA"), and paragraphs before the first story.
_LABEL_WORDS, _INTRODUCTION = 5, 1
_LEAST_STORIES = 2
_MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class DigestStory:
    """One story of a digest; offsets count from the page's start."""

    parts: tuple[Part, ...]
    title: str
    digest_title: str


def digest_stories(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[DigestStory, ...]:
    """Return the stories where the lines are a digest, else nothing.

    It is one where the title says so and all but a few paragraphs open with a headline sentence, or stand under a headline.
    """
    if not _LEAST_STORIES < len(lines) <= _MOST_LINES or not is_digest_title(lines[0]):
        return ()
    body = [line for line in lines[1:] if kind_of(line.text) is PartKind.BODY]
    stories = _headed(lines[0], body, vocabulary)
    told = [line for line in body if not (is_headline(line) and line.words <= _LABEL_WORDS)]
    return stories if stories or any(map(is_headline, told)) else _opened(lines[0], told, vocabulary)


def _opened(title: Line, body: Sequence[Line], vocabulary: Vocabulary) -> tuple[DigestStory, ...]:
    """A digest whose stories open with a headline sentence."""
    opened = [_opening(line, vocabulary) for line in body]
    if not opened or opened[0] is None or sum(map(bool, opened)) < max(_LEAST_STORIES, (len(body) + 1) // 2):
        return ()
    stories: list[tuple[list[Part], str]] = []
    for line, opening in zip(body, opened, strict=True):
        if opening is None:
            stories[-1][0].append(Part(PartKind.BODY, line.start, line.end))
            continue
        caption, start, end, rest = opening
        parts = [Part(PartKind.CAPTION, *caption)] if caption is not None else []
        parts += [Part(PartKind.TITLE, start, end), Part(PartKind.BODY, rest, line.end)]
        stories.append((parts, line.text[start - line.start : end - line.start]))
    return tuple(DigestStory(tuple(parts), headline, title.text) for parts, headline in stories)


def names_digest(text: str) -> bool:
    """Return whether words with a date in them are the title of a digest, and no line that says who wrote it and when."""
    return _NAMED.search(text) is not None


def is_digest_title(line: Line) -> bool:
    """Return whether the line is a headline that announces several stories ("Week in review", "In brief #12")."""
    return is_headline(line) and _TITLE.search(line.text) is not None


def _headed(title: Line, body: Sequence[Line], vocabulary: Vocabulary) -> tuple[DigestStory, ...]:
    """A digest whose stories have headlines on lines of their own."""
    begin = next((n for n, line in enumerate(body) if is_headline(line)), len(body))
    stories: list[list[Line]] = []
    for line in body[begin:]:
        if is_headline(line):
            stories.append([line])
        else:
            stories[-1].append(line)
    bare = [head for head, *rest in stories if not rest]
    stories = [story for story in stories if len(story) > 1]
    if any(head.words > _LABEL_WORDS for head in bare) or len(stories) < (1 if _SURE.search(title.text) else _LEAST_STORIES):
        return ()
    if begin > _INTRODUCTION and not _SURE.search(title.text):
        return ()
    return tuple(
        DigestStory((Part(PartKind.TITLE, head.start, head.end), *body_parts(rest, vocabulary)), head.text, title.text)
        for head, *rest in stories
    )


def _opening(line: Line, vocabulary: Vocabulary) -> tuple[tuple[int, int] | None, int, int, int] | None:
    """Return the page offsets of caption, headline start and end, and the text behind; ``None`` without a headline sentence."""
    glued = caption_end(line, vocabulary)
    start = line.start if glued is None else glued
    bullet = _BULLET.match(line.text[start - line.start :])
    head = start if bullet is None else start + bullet.end()
    found = _HEADLINE_SENTENCE.match(line.text, head - line.start)
    if found is None or not _HEADLINE_WORDS[0] <= len(found["headline"].split()) <= _HEADLINE_WORDS[1]:
        return None
    if len(line.text) - found.end() < _LEAST_REST:
        return None
    end = found.start("end") if found["end"][0] in ".:" else found.end("end")
    caption = None if glued is None else (line.start, glued)
    return caption, head, line.start + end, line.start + found.end()
