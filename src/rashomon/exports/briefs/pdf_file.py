"""A brief as a PDF: embedded letters of several scripts, an outline, links from sentences to citations, words for pictures."""

from datetime import UTC, datetime
from io import BytesIO

from fpdf import FPDF
from fpdf.enums import CharVPos, XPos, YPos

from rashomon.exports.briefs.cited import cited_lines
from rashomon.exports.briefs.contract import Brief, Citation, Grid, Paragraph, Section
from rashomon.exports.drawings.bitmap import png
from rashomon.exports.drawings.fonts import font_file
from rashomon.exports.drawings.picture import Picture
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.text.directions import is_right_to_left

_FACE = "DejaVu"
_INK, _QUIET, _LINK = (29, 35, 41), (86, 93, 102), (22, 90, 120)
#: Millimetres a line of text is high, and points of text, small text and headings.
_LINE, _SMALL_LINE, _TEXT, _SMALL = 5.2, 4.2, 10, 8.5
_HEADINGS = (17, 13, 10.5)
_BULLETED = frozenset({"short", "also", "changed"})
_ROOM, _ROW = 26, 40


class _Sheets(FPDF):
    """The pages: each says at its foot how far it may be shared, and its number."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(format="A4")
        self._mark = f"TLP:{brief.clearance.value.upper()}"
        self._title = brief.title

    def footer(self) -> None:
        """Write the foot of a page."""
        self.set_y(-14)
        self.set_font(_FACE, size=8)
        self.set_text_color(*_QUIET)
        self.cell(0, 6, f"{self._mark}   {self._title[:90]}   {self.page_no()}", align="C")


def write(brief: Brief, say: Catalogue) -> bytes:
    """Return the brief as the bytes of a PDF."""
    sheets = _opened(brief, say)
    links = {citation.number: sheets.add_link() for citation in brief.citations}
    _heading(sheets, brief.title, 0)
    _line(sheets, f"TLP:{brief.clearance.value.upper()}", bold=True)
    for line in brief.about:
        _line(sheets, f"•  {line}", size=_SMALL)
    for section in brief.sections:
        _section(sheets, section, links)
    _heading(sheets, say("brief.section.citations"), 1)
    for citation in brief.citations:
        _citation(sheets, citation, links[citation.number], say)
    return bytes(sheets.output())


def _opened(brief: Brief, say: Catalogue) -> _Sheets:
    sheets = _Sheets(brief)
    for bold in (False, True):
        with font_file(bold=bold) as path:
            sheets.add_font(_FACE, "B" if bold else "", str(path))
    sheets.set_text_shaping(use_shaping_engine=True)
    sheets.set_margins(20, 18, 20)
    sheets.set_auto_page_break(auto=True, margin=20)
    sheets.set_creation_date(datetime.fromisoformat(brief.day).replace(tzinfo=UTC))
    sheets.set_title(brief.title)
    sheets.set_author("Rashomon")
    sheets.set_lang(say.language)
    sheets.add_page()
    return sheets


def _heading(sheets: _Sheets, text: str, level: int) -> None:
    size = _HEADINGS[level]
    if sheets.will_page_break(_ROOM + size if level else size):
        sheets.add_page()
    if level:
        sheets.ln(3 if level == 1 else 1.5)
        sheets.start_section(text, level - 1, strict=False)
    sheets.set_font(_FACE, "B", size)
    sheets.set_text_color(*_INK)
    sheets.multi_cell(0, size * 0.5, text, align=_side(text), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheets.ln(1.5)


def _line(sheets: _Sheets, text: str, *, bold: bool = False, size: float = _TEXT) -> None:
    sheets.set_font(_FACE, "B" if bold else "", size)
    sheets.set_text_color(*(_INK if size == _TEXT else _QUIET))
    sheets.multi_cell(0, _LINE if size == _TEXT else _SMALL_LINE, text, align=_side(text), new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _side(text: str) -> str:
    return "R" if is_right_to_left(text) else "L"


def _section(sheets: _Sheets, section: Section, links: dict[int, int]) -> None:
    _heading(sheets, section.heading, 1)
    for paragraph in section.paragraphs:
        _paragraph(sheets, paragraph, links, bulleted=section.key in _BULLETED)
    for grid in section.grids:
        _grid(sheets, grid)
    for picture in section.pictures:
        _picture(sheets, picture)
    for note in section.notes:
        _line(sheets, f"•  {note}", size=_SMALL)


def _paragraph(sheets: _Sheets, paragraph: Paragraph, links: dict[int, int], *, bulleted: bool) -> None:
    if paragraph.heading and not bulleted:
        _heading(sheets, paragraph.heading, 2)
    sheets.set_font(_FACE, size=_TEXT)
    aligned = _side(" ".join(sentence.text for sentence in paragraph.sentences))
    with sheets.text_columns(text_align=aligned, line_height=1.3) as column, column.paragraph() as written:
        if bulleted:
            written.write("•  ")
        for sentence in paragraph.sentences:
            sheets.set_text_color(*_INK)
            written.write(sentence.text)
            sheets.set_text_color(*_LINK)
            sheets.char_vpos = CharVPos.SUP
            for number in sentence.cites:
                written.write(f"[{number}]", link=links[number])
            sheets.char_vpos = CharVPos.LINE
            written.write(" ")
    sheets.ln(1.5)


def _grid(sheets: _Sheets, grid: Grid) -> None:
    if sheets.will_page_break(_ROW):
        sheets.add_page()
    _line(sheets, grid.caption, size=_SMALL)
    sheets.set_text_color(*_INK)
    sheets.set_draw_color(217, 212, 201)
    with sheets.table(line_height=_SMALL_LINE, text_align="LEFT", borders_layout="HORIZONTAL_LINES", padding=0.8) as table:
        for cells in (grid.columns, *grid.rows):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    sheets.ln(3)


def _picture(sheets: _Sheets, picture: Picture) -> None:
    high = sheets.epw * picture.height / picture.width
    if sheets.will_page_break(high + 2 * _SMALL_LINE):
        sheets.add_page()
    sheets.image(BytesIO(png(picture)), w=sheets.epw, h=high, title=picture.caption, alt_text=picture.description)
    _line(sheets, f"{picture.caption}. {picture.description}", size=_SMALL)
    sheets.ln(3)


def _citation(sheets: _Sheets, citation: Citation, link: int, say: Catalogue) -> None:
    who, words, where = cited_lines(citation, say)
    if sheets.will_page_break(4 * _SMALL_LINE):
        sheets.add_page()
    sheets.set_link(link, y=sheets.get_y(), page=sheets.page_no())
    sheets.set_text_color(*_INK)
    sheets.set_font(_FACE, "B", _SMALL)
    sheets.write(_SMALL_LINE, f"[{citation.number}] ")
    sheets.set_font(_FACE, "", _SMALL)
    sheets.write(_SMALL_LINE, who)
    sheets.ln(_SMALL_LINE)
    sheets.multi_cell(0, _SMALL_LINE, words, align=_side(words), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    _where(sheets, where, citation)
    sheets.ln(1.8)


def _where(sheets: _Sheets, where: str, citation: Citation) -> None:
    address = citation.ground.address or ""
    outside = address if address.lower().startswith(("http://", "https://")) else ""
    sheets.set_text_color(*(_LINK if outside else _QUIET))
    sheets.multi_cell(0, _SMALL_LINE, where, align="L", link=outside, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
