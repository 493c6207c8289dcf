"""Numbers for grounds, in the order in which sentences first need them."""

import re
from collections.abc import Iterable, Mapping

from rashomon.exports.briefs.contract import Citation, Ground, Paragraph, Said, Sentence
from rashomon.store.views import ArticleLine, Quote

#: Grade of an outlet that has none: it cannot be judged.
UNGRADED = "F"
#: Letters of one citation; a longer sentence is cited by its evidence alone.
LONGEST = 420
#: A caption or headline that the page sets right before the first word of a sentence ("Qasem SoleimaniIn an act ...").
_GLUED = re.compile(r"[^.!?“”\"]{1,80}?[a-z](?=(?:The|In|An?|On|At|After|As|It|This|Since|When|While|For|According)\s)")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def ground(quote: Quote, line: ArticleLine) -> Ground:
    """Return the whole sentence around a quote as a ground; its words alone where that is very long or runs on into addresses."""
    start, words = quote.start, quote.words
    before = quote.context.find(quote.words) if quote.words else -1
    if before >= 0 and len(quote.context) <= LONGEST and ("://" in quote.words or "://" not in quote.context):
        start, words = quote.start - before, quote.context
    glued = _GLUED.match(words)
    if glued is not None and start + glued.end() <= quote.start:
        start, words = start + glued.end(), words[glued.end() :]
    title = line.title if line.stated_title else None
    return Ground(line.id, start, start + len(words), words, line.outlet, title, line.published, line.url)


def is_whole(words: str) -> bool:
    """Return whether words can stand by themselves: they do not begin amid a sentence, and their marks pair.

    >>> is_whole("Two died."), is_whole("and two died."), is_whole("“All of a sudden, he said [death]Asked Ben.")
    (True, False, False)
    """
    first = next((letter for letter in words if letter.isalnum()), "")
    return not first.islower() and all(words.count(left) == words.count(right) for left, right in _PAIRS)


class Citer:
    """Gives each ground one number, however many sentences rest on it.

    Args:
        grades: the letter of each graded outlet by name.
    """

    def __init__(self, grades: Mapping[str, str]) -> None:
        self._grades = grades
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._citations: list[Citation] = []

    def number(self, one: Ground) -> int:
        """Return the number of a ground."""
        key = (one.article_id, one.start, one.end)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            grade = self._grades.get(one.outlet or "", UNGRADED)
            self._citations.append(Citation(self._numbers[key], one, grade))
        return self._numbers[key]

    def cited(self, said: Said) -> Sentence:
        """Return a sentence with the numbers of its grounds, each once."""
        return Sentence(said.text, tuple(dict.fromkeys(self.number(one) for one in said.grounds)), said.values)

    def paragraph(self, several: Iterable[Said], heading: str | None = None, ref: str | None = None) -> Paragraph:
        """Return sentences as a paragraph."""
        return Paragraph(tuple(self.cited(one) for one in several), heading, ref)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations so far, by number."""
        return tuple(self._citations)
