"""An edited sheet on the desk: seen before it is decided, by those who may, and never more than a form may hold."""

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from deciding_desk import Visitor

from rashomon.exports.contract import Order
from rashomon.exports.round_trip.writing import write_sheet
from rashomon.store.ledger import Ledger
from rashomon.store.review.views import LogQuestion
from rashomon.web.app import create_app
from rashomon.web.people.access import Access
from rashomon.web.review.sheets import LARGEST

SECRET = "a long secret phrase"


@pytest.fixture
def ledger(sample_folder: Path, tmp_path: Path) -> Iterator[Ledger]:
    shutil.copytree(sample_folder, tmp_path / "ledger")
    with Ledger.open(tmp_path / "ledger") as opened:
        yield opened


def visitor(ledger: Ledger, links: list[str]) -> Visitor:
    person = Visitor(
        create_app(ledger, access=Access(ledger.people, ledger.review, "ana", decided=lambda: links.append("again")))
    )
    person.get("/review/sheet")
    return person


def edited(ledger: Ledger, folder: Path, **cells: str) -> bytes:
    """The sheet with these cells in the row of its first account that has a toll."""
    (path,) = write_sheet(ledger, folder, Order())
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    row = next(row for row in rows if row["killed low (edit)"])
    row |= {f"{name.replace('_', ' ')} (edit)": cell for name, cell in cells.items()}
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def sent(person: Visitor, content: bytes, word: str | None = None):
    return person.ask(
        "POST",
        "/review/sheet",
        data={"csrf": person.word if word is None else word},
        files={"file": ("sheet.csv", content, "text/csv")},
    )


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(name|content|seen)" value="([^"]*)">', page))


def test_a_sheet_is_shown_first_and_decided_on_request(ledger: Ledger, tmp_path: Path):
    links: list[str] = []
    person = visitor(ledger, links)
    content = edited(ledger, tmp_path, killed_low="77", killed_high="78", status="no such status")

    page = sent(person, content)
    assert page.status_code == 200
    assert "77..78" in page.text
    assert "no status &#39;no such status&#39;" in page.text
    assert "leave the rest" in page.text
    assert ledger.review.log(LogQuestion()).decisions == ()

    done = person.post("/review/sheet/decisions", why="recount", **hidden(page.text))
    (logged,) = ledger.review.log(LogQuestion()).decisions
    assert (done.status_code, done.headers["location"], links) == (303, "/decisions", ["again"])
    assert (logged.decision.who, logged.decision.why, logged.decision.after) == ("ana", "recount", '"77..78"')

    again = sent(person, content)
    assert "1 edited cells are as the ledger has them already" in again.text
    assert not hidden(again.text)


def test_what_was_not_seen_is_not_decided(ledger: Ledger, tmp_path: Path):
    person = visitor(ledger, [])
    shown = hidden(sent(person, edited(ledger, tmp_path, killed_low="77", killed_high="77")).text)
    other = hidden(sent(person, edited(ledger, tmp_path, killed_low="99", killed_high="99")).text)

    mixed = person.post("/review/sheet/decisions", **{**shown, "content": other["content"]})

    assert mixed.status_code == 409
    assert person.post("/review/sheet/decisions", **{**shown, "content": "%%%"}).status_code == 422
    assert ledger.review.log(LogQuestion()).decisions == ()


def test_a_sheet_needs_the_word_of_the_session_and_a_size_that_a_form_may_have(ledger: Ledger, tmp_path: Path):
    person = visitor(ledger, [])
    content = edited(ledger, tmp_path)

    assert sent(person, content, word="guessed").status_code == 403
    assert sent(person, b"x" * (LARGEST + 1)).status_code == 413
    assert sent(person, b"x" * 1_100_000).status_code == 413
    assert sent(person, b"not,a\nsheet,at all\n").status_code == 422
    assert sent(person, b"PK\x03\x04").status_code == 422
    assert "Nothing in this sheet differs" in sent(person, content).text


def test_who_may_not_decide_may_not_compare(ledger: Ledger, tmp_path: Path):
    ledger.people.add("rita", "reader", SECRET, "2031-01-01T00:00:00+00:00")
    person = Visitor(create_app(ledger, access=Access(ledger.people, ledger.review)))
    person.get("/login")
    person.post("/login", name="rita", password=SECRET)
    person.get("/review")

    assert person.get("/review/sheet").status_code == 403
    assert sent(person, edited(ledger, tmp_path)).status_code == 403
    assert person.post("/review/sheet/decisions", content="", seen="x").status_code == 403
    assert "/review/sheet" not in person.get("/review").text


def test_cells_are_shown_as_words_never_as_markup(ledger: Ledger, tmp_path: Path):
    page = sent(visitor(ledger, []), edited(ledger, tmp_path, note="<script>alert(1)</script>"))

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
