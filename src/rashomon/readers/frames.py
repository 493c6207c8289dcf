"""Tell the articles of a page from its frame: menus and site names above, sidebars, pagers and forms below, labels between."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from rashomon.model.words import PartKind
from rashomon.readers.byline_lines import bylines_of
from rashomon.readers.bylines import parse_byline
from rashomon.readers.digests import is_digest_title
from rashomon.readers.lines import (
    Line,
    closes_excerpt,
    ends_sentence,
    is_cut_short,
    is_furniture,
    is_headline,
    is_teasers,
    kind_of,
)

#: How far down a page the line stands that names the archive.
_HEAD_LINES = 30
_LEAST_PARAGRAPH = 60
#: A short line that stands so often on a page is a label or a button.
_OFTEN = 3
_LABEL_CHARACTERS = 60
_LABEL_WORDS = 8
#: Characters of a day in ISO form.
_FULL_DAY = 10
_ARCHIVE = re.compile(
    r"(?:(?:tag|category|author|monthly|daily|topic)s?\s+archives?\b|archives?\s+for\b|browsing\b|(?:posts?|articles?|stories)\s+tagged\b"
    r"|(?:tag|category|topic|étiquette|catégorie|etiqueta|categoría|schlagwort|kategorie|метка|рубрика|тег|وسم|تصنيف)\s*:)",
    re.IGNORECASE,
)
#: With these begins a list of other articles, with their dates or without, unless another article follows.
_LISTS = re.compile(
    r"""(?:leave\s+a\s+(?:reply|comment).{0,40} | post\s+navigation | comments | popular | related
    | entradas\s+recientes | articles\s+récents | свежие\s+записи
    )\s*:?$""",
    re.IGNORECASE | re.VERBOSE,
)
#: With these begins what else stands below the articles, unless the article or its byline goes on.
_AFTER = re.compile(
    r"""(?:archives?|categories|meta|blogroll|tags|pages|links|search(?:\s+for)?|about(?:\s+us)?|contact(?:\s+us)?|newsletter
    | share\s+this.{0,40} | like\s+this | subscribe.{0,120} | follow\s+.{1,60}
    | load\s+more.{0,20} | sign\s+up.{0,80} | filed\s+under.{0,80}
    | entradas\s+anteriores | categorías | archivos | buscar | catégories | kategorien | рубрики | архивы
    )\s*:?$""",
    re.IGNORECASE | re.VERBOSE,
)
#: What readers wrote below an article.
_COMMENTS = re.compile(r"(?:one|\d{1,4})\s+(?:thoughts?|comments?|responses?|replies)\s+(?:on|to)\s+\S.{0,200}$", re.IGNORECASE)


def told_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of the articles, those of the frame left out."""
    inner = lines[_head_end(lines) : _tail_start(lines)]
    labels, teasers = _labels(inner), _teasers(inner)
    return [line for line in inner if not is_furniture(line.text) and line.text not in labels and line not in teasers]


def names_an_archive(lines: Sequence[Line]) -> bool:
    """Return whether a line above the articles says that the page is an archive."""
    end = _head_end(lines)
    return any(is_furniture(line.text) for line in lines[: max(1, end)])


def _head_end(lines: Sequence[Line]) -> int:
    """Return the index behind the line that names the archive, where only short lines stand above it; else behind notices."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if _ARCHIVE.match(line.text) and is_furniture(line.text):
            return index + 1
        if _is_paragraph(line) or _is_day(line):
            break
    return next((index for index, line in enumerate(lines) if kind_of(line.text) is not PartKind.NOISE), 0)


def _tail_start(lines: Sequence[Line]) -> int:
    """Return the index of the line with which the frame below the articles begins."""
    told = [index for index, line in enumerate(lines) if _is_paragraph(line)]
    if not told:
        return len(lines)
    last = max((index for index, line in enumerate(lines) if index > told[-1] and _is_full_day(line)), default=told[-1])
    for index in range(told[0] + 1, len(lines)):
        text = lines[index].text
        if _COMMENTS.match(text) or (index > told[-1] and (_LISTS.match(text) or is_teasers(text))):
            return index
        if index > last and (_AFTER.match(text) or is_furniture(text)):
            return index
    return len(lines)


def _is_paragraph(line: Line) -> bool:
    """Whether the line is a sentence or more of an article."""
    return (
        len(line.text) >= _LEAST_PARAGRAPH
        and ends_sentence(line.text)
        and kind_of(line.text) is PartKind.BODY
        and not is_furniture(line.text)
    )


def _is_day(line: Line) -> bool:
    """Whether the line gives author or date of an article."""
    byline = parse_byline(line.text)
    return byline is not None and byline.dated


def _is_full_day(line: Line) -> bool:
    """Whether the line gives the very day of an article: a list of archives gives months."""
    byline = parse_byline(line.text)
    return byline is not None and byline.published is not None and len(byline.published) == _FULL_DAY


def _teasers(lines: Sequence[Line]) -> frozenset[Line]:
    """Return the lines under "Most read" and the like that link to other articles, up to the next title or paragraph."""
    found: set[Line] = set()
    told = below = False
    for line, following in zip_longest(lines, lines[1:]):
        titled = following is not None and (_is_paragraph(following) or _is_day(following)) and not is_cut_short(line.text)
        ended = titled or _is_day(line) or not (is_headline(line) or is_cut_short(line.text))
        below = told and (is_teasers(line.text) or (below and not ended))
        told = told or _is_paragraph(line)
        if below:
            found.add(line)
    return frozenset(found)


def _labels(lines: Sequence[Line]) -> frozenset[str]:
    """Return the short texts that the page prints again and again beside its articles."""
    counts = Counter(line.text for line in lines if len(line.text) <= _LABEL_CHARACTERS and line.words <= _LABEL_WORDS)
    often = frozenset(text for text, count in counts.items() if count >= _OFTEN)
    if not often:
        return often
    said = zip(lines, bylines_of(lines), strict=True)
    return often - {line.text for line, byline in said if line.text in often and (byline is not None or _belongs_to_a_post(line))}


def _belongs_to_a_post(line: Line) -> bool:
    """Whether the line is a sentence, the title of a digest, or a link that closes an excerpt."""
    return ends_sentence(line.text) or closes_excerpt(line.text) or is_digest_title(line)
