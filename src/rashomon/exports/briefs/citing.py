"""Numbers for grounds, in the order in which sentences first need them."""

from collections.abc import Iterable, Mapping

from rashomon.exports.briefs.contract import Citation, Ground, Paragraph, Said, Sentence
from rashomon.store.views import ArticleLine, Quote

#: Grade of an outlet that has none: it cannot be judged.
UNGRADED = "F"
#: Letters of one citation; a longer sentence is cited by its evidence alone.
LONGEST = 420


def ground(quote: Quote, line: ArticleLine) -> Ground:
    """Return the whole sentence around a quote as a ground; its words alone where that is very long or runs on into addresses."""
    start, words = quote.start, quote.words
    before = quote.context.find(quote.words) if quote.words else -1
    if before >= 0 and len(quote.context) <= LONGEST and ("://" in quote.words or "://" not in quote.context):
        start, words = quote.start - before, quote.context
    title = line.title if line.stated_title else None
    return Ground(line.id, start, start + len(words), words, line.outlet, title, line.published, line.url)


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
