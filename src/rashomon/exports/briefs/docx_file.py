"""A brief as a Word file: real headings and styles, sources as a numbered list that sentences link to, pictures with words."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from rashomon.exports.briefs.cited import cited_lines
from rashomon.exports.briefs.contract import Brief, Citation, Grid, Paragraph, Section, Sentence
from rashomon.exports.drawings.bitmap import png
from rashomon.exports.drawings.picture import Picture
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.text.directions import is_right_to_left

#: The date of every part of the archive: the same brief gives the same bytes.
_STAMP = (1980, 1, 1, 0, 0, 0)
_WIDE = Cm(16)
_BULLETED = frozenset({"short", "also", "changed"})


def write(brief: Brief, say: Catalogue) -> bytes:
    """Return the brief as the bytes of a DOCX file."""
    document = Document()
    _without_old_styles(document)
    _styled(document, brief, say)
    document.add_heading(brief.title, 0)
    document.add_paragraph(f"TLP:{brief.clearance.value.upper()}").runs[0].bold = True
    for line in brief.about:
        document.add_paragraph(line, style="List Bullet")
    for section in brief.sections:
        _section(document, section)
    document.add_heading(say("brief.section.citations"), 1)
    for citation in brief.citations:
        _citation(document, citation, say)
    return _settled(document)


def _without_old_styles(document: WordFile) -> None:
    """Remove the second set of styles that the library's empty file has for Word 2010: it does not agree with the first."""
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(key)


def _styled(document: WordFile, brief: Brief, say: Catalogue) -> None:
    core = document.core_properties
    core.title, core.author, core.language, core.comments = brief.title, "Rashomon", say.language, ""
    core.created = core.modified = datetime.fromisoformat(brief.day)
    core.last_modified_by = "Rashomon"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        header = section.header.paragraphs[0]
        header.text = f"TLP:{brief.clearance.value.upper()}"


def _section(document: WordFile, section: Section) -> None:
    document.add_heading(section.heading, 1)
    for paragraph in section.paragraphs:
        _paragraph(document, paragraph, "List Bullet" if section.key in _BULLETED else None)
    for grid in section.grids:
        _grid(document, grid)
    for picture in section.pictures:
        _picture(document, picture)
    for note in section.notes:
        document.add_paragraph(note, style="List Bullet")


def _paragraph(document: WordFile, paragraph: Paragraph, style: str | None) -> None:
    if paragraph.heading and style is None:
        _directed(document.add_heading(paragraph.heading, 2), paragraph.heading)
    written = document.add_paragraph(style=style)
    for sentence in paragraph.sentences:
        _sentence(written, sentence)
    _directed(written, " ".join(sentence.text for sentence in paragraph.sentences))


def _sentence(written: WordParagraph, sentence: Sentence) -> None:
    written.add_run(f"{sentence.text} ")
    for number in sentence.cites:
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"c{number}")
        run = written.add_run(f"[{number}]")
        run.font.superscript, run.font.color.rgb = True, RGBColor(0x16, 0x5A, 0x78)
        link.append(run._r)  # noqa: SLF001 - python-docx makes no links inside a file
        written._p.append(link)  # noqa: SLF001
    written.add_run(" ")


def _grid(document: WordFile, grid: Grid) -> None:
    document.add_paragraph(grid.caption, style="Caption")
    table = document.add_table(rows=0, cols=len(grid.columns), style="Light Grid Accent 1")
    _cells(table.add_row().cells, grid.columns)
    header = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx marks no row as a heading
    header.append(OxmlElement("w:tblHeader"))
    for row in grid.rows:
        _cells(table.add_row().cells, row)
    document.add_paragraph()


def _cells(cells: Iterable[object], texts: Iterable[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        cell.text = text  # type: ignore[attr-defined]


def _picture(document: WordFile, picture: Picture) -> None:
    document.add_picture(BytesIO(png(picture)), width=_WIDE)
    shape = document.inline_shapes[-1]._inline.docPr  # noqa: SLF001 - python-docx sets no words for a picture
    shape.set("descr", picture.description)
    shape.set("title", picture.caption)
    document.add_paragraph(f"{picture.caption}. {picture.description}", style="Caption")


def _citation(document: WordFile, citation: Citation, say: Catalogue) -> None:
    who, words, where = cited_lines(citation, say)
    written = document.add_paragraph()
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (begin, end):
        mark.set(qn("w:id"), str(citation.number))
    begin.set(qn("w:name"), f"c{citation.number}")
    written._p.append(begin)  # noqa: SLF001 - python-docx sets no bookmarks
    written.add_run(f"[{citation.number}] ").bold = True
    written._p.append(end)  # noqa: SLF001
    written.add_run(who).add_break()
    written.add_run(words).add_break()
    written.add_run(where).font.color.rgb = RGBColor(0x56, 0x5D, 0x66)
    written.paragraph_format.left_indent, written.paragraph_format.first_line_indent = Cm(0.9), Cm(-0.9)


def _directed(written: WordParagraph, text: str) -> None:
    """Set a paragraph from right to left where its text runs so."""
    if is_right_to_left(text):
        written._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - python-docx sets no direction


def _settled(document: WordFile) -> bytes:
    """Return the file with all its parts in one order and of one date."""
    made, settled = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(settled, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = ZipInfo(name, _STAMP)
            part.compress_type = ZIP_DEFLATED
            archive.writestr(part, parts.read(name))
    return settled.getvalue()
