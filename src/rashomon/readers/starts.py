"""Decide where the posts of a page begin: by where its bylines stand, by titles, and by links that close excerpts."""

import re
from collections.abc import Sequence
from itertools import accumulate

from rashomon.model.words import PartKind
from rashomon.readers.bylines import Byline
from rashomon.readers.digests import digest_stories, is_digest_title
from rashomon.readers.glue import Vocabulary, glue_at
from rashomon.readers.lines import Line, closes_excerpt, is_headline, is_short, kind_of
from rashomon.readers.styles import Style, style_of

_ARCHIVE_BYLINES = 3
#: So many links to the rest show a page of excerpts.
CLOSED_EXCERPTS = 2
_LEAST_TITLE_WORDS = 5
#: A line over another headline is a title with its subtitle from so many words on, and not a label.
LEAST_OWN_WORDS = 4
_WIDOW = re.compile(r"\u00a0\S+$")


class Starts:
    """Decides where posts begin, by what the whole page looks like."""

    def __init__(self, lines: Sequence[Line], bylines: Sequence[Byline | None], vocabulary: Vocabulary) -> None:
        self._lines = lines
        self._bylines = bylines
        self._vocabulary = vocabulary
        self.style = style_of(lines, bylines)
        titles = [lines[index] for index in self._sure_titles()]
        dated = sum(byline is not None and byline.dated for byline in bylines)
        self._archive = dated >= _ARCHIVE_BYLINES
        self._excerpts = dated >= CLOSED_EXCERPTS or sum(closes_excerpt(line.text) for line in lines) >= CLOSED_EXCERPTS
        first = next((byline for byline in bylines if byline is not None and byline.dated), None)
        self._undated = dated == 0
        self._bare_excerpts = self._undated and self._excerpts
        self._date_first = first is not None and first.published is not None
        told = (byline is None and not is_headline(line) for line, byline in zip(lines, bylines, strict=True))
        self._paragraphs = list(accumulate(told, initial=0))
        self._before = _bylines_above(lines, bylines)
        heads = [n for n in range(len(lines)) if self._dated(n) and bylines[n - 1] is None]
        self._subtitles = 2 * sum(map(self._has_subtitle, heads)) > len(heads) and self._archive
        self._widows = bool(titles) and 2 * sum(_WIDOW.search(line.text) is not None for line in titles) > len(titles)
        self._least_words = max(_LEAST_TITLE_WORDS, min((line.words for line in titles), default=0) - 2)
        openings = [lines[index + 1] for index in self._sure_titles() if index + 1 < len(lines)]
        self._glued = bool(openings) and 2 * sum(map(self._is_glued, openings)) > len(openings)

    def at(self, index: int, begin: int) -> bool:
        """Return whether a post begins at the line; ``begin`` is where the one before it began."""
        before, byline = self._before[index], self._bylines[index]
        if byline is not None:
            return self._opens_above(index, begin)
        if kind_of(self._lines[index].text) is PartKind.NOISE:
            return False
        if before is not None:
            return self._after_byline(index, begin, before)
        closed = self._excerpts and closes_excerpt(self._lines[index - 1].text)
        if self.style is Style.UNDER_TITLE and self._stands_over_byline(index, begin):
            return True
        if is_headline(self._lines[index]):
            return closed or self._reads_like_a_title(index, begin)
        again = self._undated and self._lines[index].text == self._lines[index - 1].text
        return again or (closed and self.style is not Style.UNDER_TITLE)

    def _after_byline(self, index: int, begin: int, before: Byline) -> bool:
        """A byline stands before the line."""
        if self.style is Style.BELOW:
            return True
        if self.style is Style.UNDER_TITLE and self._stands_over_byline(index, begin):
            return True
        return before.closing and self._told(begin, index) and is_headline(self._lines[index])

    def _opens_above(self, index: int, begin: int) -> bool:
        """A byline begins a post that stands under it: with its date if the page's first one does, else with its first line."""
        byline = self._bylines[index]
        if self.style is not Style.ABOVE or byline is None or not self._told(begin, index):
            return False
        return byline.published is not None if self._date_first else self._bylines[index - 1] is None and byline.dated

    def _told(self, begin: int, end: int) -> bool:
        """Whether one of the lines is a paragraph."""
        return self._paragraphs[end] > self._paragraphs[begin]

    def _stands_over_byline(self, index: int, begin: int) -> bool:
        """Whether the line is the title of a byline under it; a subtitle may stand between the two."""
        if self._dated(index + 1) and self._may_be_title(index):
            over = self._lines[index - 1]
            titled = self._bylines[index - 1] is None and is_headline(over) and over.words >= LEAST_OWN_WORDS
            return not (titled and (self._subtitles or (index - 1 == begin and not self._archive)))
        return self._subtitles and self._has_subtitle(index + 2)

    def _has_subtitle(self, index: int) -> bool:
        """Whether two headlines stand over the byline of a line."""
        over = range(max(0, index - 2), index)
        return (
            len(over) > 1 and self._dated(index) and all(self._bylines[n] is None and is_headline(self._lines[n]) for n in over)
        )

    def _may_be_title(self, index: int) -> bool:
        """Whether a line above a byline may be a title; in an archive it may end in a period."""
        line, byline = self._lines[index], self._bylines[index + 1]
        if is_headline(line) or byline is None:
            return byline is not None
        return self._archive and is_short(line) and (byline.published is not None or not self._date_first)

    def _reads_like_a_title(self, index: int, begin: int) -> bool:
        """A headline without a byline beside it: another post's title, or only a heading inside this one."""
        line = self._lines[index]
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if (
            following is None
            or self._bylines[index + 1] is not None
            or is_headline(following)
            or index - begin < (1 if self._bare_excerpts else _told_from(self.style))
        ):
            return False
        if self._widows:
            return _WIDOW.search(line.text) is not None
        if self._glued and self._is_glued(following):
            return True
        if is_digest_title(self._lines[begin]):
            return self._ends_digest(begin, index)
        if self._bare_excerpts:
            return line.words >= _LEAST_TITLE_WORDS and line.gap > following.gap
        return self._archive and line.words >= self._least_words and line.gap >= self._lines[index - 1].gap

    def _ends_digest(self, begin: int, index: int) -> bool:
        """Whether a headline ends the digest before it: not where the digest's own stories stand under headlines."""
        told = [n for n in range(begin + 1, index) if self._bylines[n] is None]
        if told and is_headline(self._lines[told[0]]):
            return False
        return bool(digest_stories([self._lines[n] for n in (begin, *told)], self._vocabulary)) or self._archive

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


def _bylines_above(lines: Sequence[Line], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Return for each line the byline right above it, noise between the two passed over."""
    above: list[Byline | None] = []
    last: Byline | None = None
    for line, byline in zip(lines, bylines, strict=True):
        above.append(last)
        if byline is not None or kind_of(line.text) is not PartKind.NOISE:
            last = byline
    return above
