"""Opening PDF documents, those that would never come to an end among them."""

import pytest
from reader_pages import capture_of
from reader_samples import REPORT, column, pdf

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers.documents import opening
from rashomon.readers.documents.opening import opened
from rashomon.readers.reading import read

#: A form that draws itself four times, each of which does the same.
FORM = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 24>>stream\n"
    b"/X Do /X Do /X Do /X Do \nendstream"
)
PAGES = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>>>",
    FORM,
    b"<</Length 6>>stream\n/X Do \nendstream",
)


def endless() -> bytes:
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % numbered for numbered in enumerate(PAGES, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


def test_a_form_that_draws_itself_without_end_is_refused(monkeypatch):
    monkeypatch.setenv("RASHOMON_PDF_SECONDS", "1")

    with pytest.raises(UnreadableSourceError, match="page 1 takes too long to open"):
        read(capture_of(endless()), endless())


def test_a_document_opened_apart_is_the_same_document(monkeypatch):
    content = pdf(column(50, 700, "Four soldiers fell near Tolma", "on the third of May.", "The road is shut."))
    here = opened(content)
    monkeypatch.setattr(opening, "_FORMS", opening.re.compile(b"%PDF"))

    assert opened(content) == here
    assert not here.stopped
    assert opened(REPORT).pages


def test_what_cannot_be_opened_says_why_apart_as_well():
    with pytest.raises(ValueError, match="load document"):
        opened(b"%PDF-1.4 /Form nothing of the kind")


def test_pages_of_more_words_than_can_be_read_in_time_end_the_document_and_that_is_said(monkeypatch):
    lines = column(50, 700, *(f"Line {n} of the report on Tolma." for n in range(40)))
    monkeypatch.setattr(opening, "_MOST_WORK", 3 * 40 * 40 * len("Line 10 of the report on Tolma."))
    content = pdf(*[lines] * 5)
    document = opened(content)

    assert document.stopped
    assert 0 < len(document.pages) < 5
    assert "those behind it, which take too long to open" in " ".join(read(capture_of(content), content).unused)
