"""The forms of a brief: what stands in them, nothing from outside, and the same bytes for the same brief."""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree, html

from rashomon.exports.briefs import forms
from rashomon.exports.briefs.contract import Brief, Citation, Grid, Ground, Paragraph, Section, Sentence
from rashomon.exports.briefs.forms import FORMS, MissingExtraError
from rashomon.exports.contract import Aggregation
from rashomon.exports.drawings.picture import Kind, Picture, Shape, bar, line, words
from rashomon.exports.wording.catalogue import read_words
from rashomon.model.marks import Mark

SAY = read_words()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHAPES = (
    bar(10, 10, 20, 30, "#165a78", "a <b> bar"),
    line(((0, 0), (50, 50)), "#000000", dashed=True),
    Shape(Kind.DOT, ((40, 20),), fill="#9f1d1d", size=4),
    words(5, 55, "Ostrel & co"),
)
PICTURE = Picture(60, 60, "Killed by day", "Three bars rise.", SHAPES)
GROUNDS = (
    Ground(
        "art-1",
        3,
        20,
        "=cmd|'/C calc'!A1 <script>alert(1)</script>",
        "Reed Post",
        "A | title",
        "2031-05-05",
        "https://reed.example/a?b=1&c=2",
    ),
    Ground("art-2", 0, 9, "قال المتحدث إن تسعة قتلوا", None, None, None, "javascript:alert(1)"),
)
BRIEF = Brief(
    "Brief: Ostrel [x]",
    ("As of 1 June 2031",),
    "2031-06-01",
    Mark.AMBER,
    Aggregation.CONSERVATIVE,
    (
        Section(
            "happened",
            "What happened",
            (Paragraph((Sentence("Reed Post put the dead at *nine*.", (1, 2)),), "Bombing in Ostrel", "evt-1"),),
            (Grid("Figures | here", ("For", "Number"), (("May 2031", "48"),)),),
            (PICTURE,),
        ),
        Section("left_out", "What was left out", notes=("Articles not read yet: 2.",)),
    ),
    tuple(Citation(n + 1, ground, "F") for n, ground in enumerate(GROUNDS)),
)


def written(form: str) -> bytes:
    return FORMS[form](BRIEF, SAY)


@pytest.fixture(scope="module")
def pdf() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(written("pdf"))


def links(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield the outside address of each link of a page, empty for one that stays inside."""
    raw, at, link = pypdfium2.raw, ctypes.c_int(0), pypdfium2.raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0) if action else 0
        held = ctypes.create_string_buffer(max(1, length))
        if length:
            raw.FPDFAction_GetURIPath(page.pdf, action, held, length)
        yield held.value.decode()


def tags(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """Yield the tags of a page with the words they have for those who cannot see."""
    raw = pypdfium2.raw
    tree = raw.FPDF_StructTree_GetForPage(page)
    waiting = [raw.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(raw.FPDF_StructTree_CountChildren(tree))]
    while waiting:
        one = waiting.pop(0)
        if one:
            yield told(raw.FPDF_StructElement_GetType, one), told(raw.FPDF_StructElement_GetAltText, one)
            waiting += [raw.FPDF_StructElement_GetChildAtIndex(one, n) for n in range(raw.FPDF_StructElement_CountChildren(one))]
    raw.FPDF_StructTree_Close(tree)


def told(ask: Callable[..., int], one: object) -> str:
    length = ask(one, None, 0)
    held = ctypes.create_string_buffer(length)
    ask(one, held, length)
    return held.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_the_same_brief_gives_the_same_bytes(form: str) -> None:
    assert written(form) == written(form)


def test_markdown_shows_every_letter_and_links_each_number() -> None:
    text = written("md").decode()

    assert "put the dead at \\*nine\\*. [\\[1\\]](#c1) [\\[2\\]](#c2)" in text
    assert text.count('<a id="c') == 2
    assert "\\<script\\>" in text
    assert "| May 2031 | 48 |" in text
    assert "Killed by day" in text
    assert "Three bars rise." in text


def test_html_breaks_no_word_of_a_table_on_a_narrow_screen() -> None:
    rule = re.search(r"\ntable \{([^}]*)\}", written("html").decode())

    assert rule is not None
    assert "overflow-wrap: break-word" in rule[1]


def test_html_is_one_file_without_script_or_outside_address() -> None:
    page = html.fromstring(written("html"))
    loaded = page.xpath("//@src | //link/@href | //script | //iframe | //object")

    assert loaded == []
    assert page.xpath("//a[starts-with(@href, 'http')]/@href") == ["https://reed.example/a?b=1&c=2"]
    assert {mark.get("href") for mark in page.xpath("//sup/a")} == {"#c1", "#c2"}
    assert {one.get("id") for one in page.xpath("//li[@id]")} == {"c1", "c2"}
    assert "TLP:AMBER" in page.text_content()
    assert page.xpath("//svg/@aria-label") == ["Three bars rise."]
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert "url(" not in page.xpath("//style")[0].text
    assert page.xpath("//q[@dir='auto']")


def test_a_word_file_has_headings_links_bookmarks_and_words_for_its_picture() -> None:
    with ZipFile(BytesIO(written("docx"))) as parts:
        document = etree.fromstring(parts.read("word/document.xml"))
    styles = [one.get(f"{W}val") for one in document.iter(f"{W}pStyle")]
    anchors = [one.get(f"{W}anchor") for one in document.iter(f"{W}hyperlink")]
    marks = [one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")]
    pictures = [
        one.get("descr") for one in document.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    ]

    assert {"Title", "Heading1", "Heading2", "ListBullet", "Caption"} <= set(styles)
    assert anchors == marks == ["c1", "c2"]
    assert pictures == ["Three bars rise."]
    assert list(document.iter(f"{W}tblHeader"))
    assert "قال المتحدث" in "".join(document.itertext())


def test_a_pdf_has_its_words_an_outline_links_and_words_for_its_picture(pdf: pypdfium2.PdfDocument) -> None:
    text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    raw = written("pdf")

    assert "Reed Post put the dead at *nine*." in text
    assert "TLP:AMBER" in text
    assert [one.get_title() for one in pdf.get_toc()] == ["What happened", "Bombing in Ostrel", "What was left out", "Citations"]
    assert sum(len(list(links(page))) for page in pdf) >= 3
    assert [address for page in pdf for address in links(page) if address] == ["https://reed.example/a?b=1&c=2"]
    assert b"javascript:" not in raw


def test_a_pdf_is_tagged_in_a_language_and_has_words_for_its_picture(pdf: pypdfium2.PdfDocument) -> None:
    found = [kind for page in pdf for kind in tags(page)]

    assert pypdfium2.raw.FPDFCatalog_IsTagged(pdf)
    assert {"H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "Figure", "Link"} <= {kind for kind, _ in found}
    assert ("Figure", "Three bars rise.") in found
    assert b"<pdfuaid:part>1</pdfuaid:part>" in written("pdf")
    assert b"<dc:language><rdf:Bag><rdf:li>en</rdf:li>" in written("pdf").replace(b"\n", b"").replace(b" ", b"")


@pytest.mark.parametrize("letters", ["Грозный", "بغداد", "北京 東京", "काठमांडू", "မန္တလေး", "መቐለ", "תל אביב", "თბილისი"])
def test_letters_of_other_scripts_stand_in_a_pdf(letters: str) -> None:
    named = Sentence(f"Reed Post named {letters}.", (1,))
    section = replace(BRIEF.sections[0], paragraphs=(Paragraph((named,)),), grids=(), pictures=())
    made = FORMS["pdf"](replace(BRIEF, sections=(section,)), SAY)

    page = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_bounded()
    shown = set(unicodedata.normalize("NFKC", page))
    assert set(letters) - {" "} <= shown
    assert "square brackets" not in page
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made


def test_letters_without_a_shape_are_spelled_in_a_pdf_which_says_so() -> None:
    named = Sentence("Reed Post named 한국 and \U0001f600.", (1,))
    section = replace(BRIEF.sections[0], paragraphs=(Paragraph((named,)),), grids=(), pictures=())
    made = FORMS["pdf"](replace(BRIEF, sections=(section,)), SAY)
    page = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_bounded()

    assert "named [han-gug] and [grinning face]." in " ".join(page.split())
    assert "square brackets" in page
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made


def test_arabic_letters_are_joined_and_run_from_right_to_left_in_a_pdf(pdf: pypdfium2.PdfDocument) -> None:
    letters = "".join(page.get_textpage().get_text_bounded() for page in pdf)

    assert re.search("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]{2}", letters)


def test_a_form_whose_library_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ModuleNotFoundError("No module named 'fpdf'", name="fpdf")

    monkeypatch.setattr(forms, "import_module", missing)
    with pytest.raises(MissingExtraError, match=r"fpdf.*rashomon\[briefs\]"):
        written("pdf")
