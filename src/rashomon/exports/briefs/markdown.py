"""A brief as Markdown: headings, sentences with numbered links, tables, descriptions of the pictures, citations."""

import re
from collections.abc import Iterable, Iterator

from rashomon.exports.briefs.cited import cited_lines
from rashomon.exports.briefs.contract import Brief, Citation, Grid, Paragraph, Section, Sentence
from rashomon.exports.wording.catalogue import Catalogue

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(brief: Brief, say: Catalogue) -> str:
    """Return the brief as Markdown (CommonMark with tables); letters that Markdown would read as marks are escaped."""
    return "\n".join(_lines(brief, say)) + "\n"


def _lines(brief: Brief, say: Catalogue) -> Iterator[str]:
    yield f"# {plain(brief.title)}"
    yield ""
    yield from (f"- {plain(line)}" for line in brief.about)
    for section in brief.sections:
        yield from _section(section)
    yield from ("", f"## {say('brief.section.citations')}", "")
    for citation in brief.citations:
        yield from _citation(citation, say)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {plain(section.heading)}", "")
    bulleted = section.key in {"short", "also", "changed"}
    for paragraph in section.paragraphs:
        yield from _paragraph(paragraph, bulleted=bulleted)
    for grid in section.grids:
        yield from _grid(grid)
    for picture in section.pictures:
        yield from (f"*{plain(picture.caption)}.* {plain(picture.description)}", "")
    yield from (f"- {plain(note)}" for note in section.notes)


def _paragraph(paragraph: Paragraph, *, bulleted: bool) -> Iterator[str]:
    if paragraph.heading and not bulleted:
        yield from (f"### {plain(paragraph.heading)}", "")
    said = " ".join(_sentence(sentence) for sentence in paragraph.sentences)
    yield from ((f"- {said}",) if bulleted else (said, ""))


def _sentence(sentence: Sentence) -> str:
    return f"{plain(sentence.text)} {_marks(sentence.cites)}"


def _marks(cites: Iterable[int]) -> str:
    return " ".join(f"[\\[{n}\\]](#c{n})" for n in cites)


def _grid(grid: Grid) -> Iterator[str]:
    yield from (f"*{plain(grid.caption)}*", "")
    yield f"| {' | '.join(plain(cell) for cell in grid.columns)} |"
    yield f"|{' --- |' * len(grid.columns)}"
    yield from (f"| {' | '.join(plain(cell) for cell in row)} |" for row in grid.rows)
    yield ""


def _citation(citation: Citation, say: Catalogue) -> Iterator[str]:
    who, words, where = cited_lines(citation, say)
    yield f'<a id="c{citation.number}"></a>**[{citation.number}]** {plain(who)}  '
    yield f"{plain(words)}  "
    yield f"{plain(where)}"
    yield ""


def plain(text: str) -> str:
    r"""Return a text on one line in which nothing is Markdown.

    >>> print(plain("a_b [c] <d>"))
    a\_b \[c\] \<d\>
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
