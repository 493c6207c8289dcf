"""A brief as a tagged PDF (PDF/UA-1): what a screen reader needs to read it aloud, and letters of many scripts."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
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
_BULLETED = frozenset({"short", "also", "changed"})


def write(brief: Brief, say: Catalogue) -> bytes:
    """Return the brief as the bytes of a PDF. It meets PDF/UA-1 unless it has a letter that no typeface at hand has."""
    held = {"brief": json.dumps(_held(brief, say), ensure_ascii=False)}
    made_at = datetime.fromisoformat(brief.day).replace(tzinfo=UTC)
    with font_folder() as folder:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        try:
            return _compiled(fonts, held, made_at, "ua-1")
        except typst.TypstError:  # a letter without a shape: PDF/UA-1 forbids it, a box in a tagged file is better than none
            return _compiled(fonts, held, made_at, "1.7")


def _compiled(fonts: typst.Fonts, held: dict[str, str], made_at: datetime, standard: Literal["ua-1", "1.7"]) -> bytes:
    """Return the template filled in; a compiler takes its text once."""
    compiler = typst.Compiler(_TEMPLATE.read_bytes(), font_paths=fonts, sys_inputs=held)
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
