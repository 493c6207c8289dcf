"""A brief as a tagged PDF (PDF/UA-1): what a screen reader needs to read it aloud, and letters of many scripts."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from itertools import groupby
from typing import Literal

import typst

from rashomon.exports.briefs.cited import cited_lines
from rashomon.exports.briefs.contract import Brief, Citation, Paragraph, Section
from rashomon.exports.drawings.fonts import FAMILIES, font_folder
from rashomon.exports.drawings.picture import Picture
from rashomon.exports.drawings.svg import svg
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.text.directions import is_right_to_left

_TEMPLATE = files("rashomon.exports.briefs") / "templates" / "brief.typ"
#: How a typesetter says which letter it has no shape for, and scripts of which all letters may be spelled in one brief.
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
SCRIPTS = 8
_ASCII = 0x7F
_BULLETED = frozenset({"short", "also", "changed"})


def write(brief: Brief, say: Catalogue) -> bytes:
    """Return the brief as the bytes of a PDF, which meets PDF/UA-1.

    Letters that no typeface at hand has stand by their names in square brackets, and the file says so.
    """
    held = json.dumps(_held(brief, say), ensure_ascii=False)
    made_at = datetime.fromisoformat(brief.day).replace(tzinfo=UTC)
    with font_folder() as folder:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        for n in range(SCRIPTS):
            try:
                return _compiled(fonts, held, made_at, "ua-1")
            except typst.TypstError as error:
                missing = _MISSING.search(str(error))
                if missing is None:
                    raise
                held = spelled(held if n else _noted(held, say), missing[1][0])
        return _compiled(fonts, held, made_at, "1.7")  # boxes in a tagged file are better than none


def spelled(text: str, letter: str) -> str:
    """Return a text in which the letters of one letter's script stand by their names; of a picture, all pictures.

    >>> spelled("in 한국 on Friday", "한"), spelled("gone \U0001f600", "\U0001f600")
    ('in [han-gug] on Friday', 'gone [grinning face]')
    """
    kind = _kind(letter)
    return "".join(
        f"[{'-'.join(_named(one) for one in letters)}]" if same else "".join(letters)
        for same, letters in groupby(text, lambda one: ord(one) > _ASCII and _kind(one) == kind)
    )


def _kind(letter: str) -> str:
    """Return what a letter shares with those of its script: the first word of its name; pictures share their category."""
    pictured = unicodedata.category(letter) in {"So", "Sk", "Cn", "Co"}
    return "picture" if pictured else unicodedata.name(letter, "").partition(" ")[0] or letter


def _named(letter: str) -> str:
    name = unicodedata.name(letter, f"letter {ord(letter):x}")
    return name.rpartition(" SYLLABLE ")[2].rpartition(" LETTER ")[2].lower()


def _noted(held: str, say: Catalogue) -> str:
    """Return a brief, as the template takes it, with the line that letters are spelled."""
    brief = json.loads(held)
    return json.dumps(brief | {"about": [*brief["about"], _text(say("brief.about.spelled"))]}, ensure_ascii=False)


def _compiled(fonts: typst.Fonts, held: str, made_at: datetime, standard: Literal["ua-1", "1.7"]) -> bytes:
    """Return the template filled in; a compiler takes its text once."""
    compiler = typst.Compiler(_TEMPLATE.read_bytes(), font_paths=fonts, sys_inputs={"brief": held})
    made = compiler.compile(format="pdf", timestamp=made_at, pdf_standards=standard)
    assert isinstance(made, bytes)  # several files come of pictures, none where it is told to write one
    return made


def _held(brief: Brief, say: Catalogue) -> Mapping[str, object]:
    """Return a brief as the template takes it."""
    return {
        "title": brief.title,
        "day": brief.day,
        "mark": f"TLP:{brief.clearance.value.upper()}",
        "language": say.language,
        "families": FAMILIES,
        "about": [_text(line) for line in brief.about],
        "sections": [_section(section) for section in brief.sections],
        "citations_heading": say("brief.section.citations"),
        "citations": [_citation(citation, say) for citation in brief.citations],
    }


def _text(text: str) -> Mapping[str, object]:
    return {"text": text, "rtl": is_right_to_left(text)}


def _section(section: Section) -> Mapping[str, object]:
    return {
        "heading": section.heading,
        "bulleted": section.key in _BULLETED,
        "paragraphs": [_paragraph(paragraph) for paragraph in section.paragraphs],
        "grids": [
            {"caption": grid.caption, "columns": grid.columns, "rows": [[_text(cell) for cell in row] for row in grid.rows]}
            for grid in section.grids
        ],
        "pictures": [_picture(picture) for picture in section.pictures],
        "notes": [_text(note) for note in section.notes],
    }


def _paragraph(paragraph: Paragraph) -> Mapping[str, object]:
    return {
        "heading": paragraph.heading,
        "rtl": is_right_to_left(" ".join(sentence.text for sentence in paragraph.sentences)),
        "sentences": [{**_text(sentence.text), "cites": sentence.cites} for sentence in paragraph.sentences],
    }


def _picture(picture: Picture) -> Mapping[str, object]:
    return {"svg": svg(picture, FAMILIES[0]), "caption": picture.caption, "description": picture.description}


def _citation(citation: Citation, say: Catalogue) -> Mapping[str, object]:
    who, words, where = cited_lines(citation, say)
    address = citation.ground.address or ""
    outside = address.lower().startswith(("http://", "https://"))
    return {
        "number": citation.number,
        "who": _text(who),
        "words": _text(words),
        "where": where,
        "link": address if outside else None,
    }
