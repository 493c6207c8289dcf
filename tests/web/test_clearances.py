"""What marks hide from whom, on pages and in files that leave the desk."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from deciding_desk import Visitor

from rashomon.model.marks import Mark
from rashomon.model.people import CLEARANCES, Station
from rashomon.model.sources import Article, Capture
from rashomon.readers.contract import Page
from rashomon.store.ledger import Ledger
from rashomon.web.app import create_app
from rashomon.web.people.access import Access
from rashomon.web.people.clearances import clearance_of

PASSWORD = "three plain words"
TEXT = "Gunmen attacked a camp near Gao."
WHEN = "2031-04-01T10:00:00+00:00"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger") as made:
        for name, station in (("ana", Station.ANALYST), ("rea", Station.READER)):
            made.people.add(name, station, PASSWORD, WHEN)
        yield made


@pytest.fixture
def article(ledger: Ledger) -> Article:
    """An article in a capture that only the named may see."""
    content = TEXT.encode()
    capture = Capture(sha256(content).hexdigest(), "leak.txt", None, WHEN, len(content))
    told = Article(capture.sha256, 0, 0, len(TEXT), TEXT, title="A leak", published="2031-03-04")
    ledger.keep(capture, content)
    ledger.put_page(capture.sha256, Page((told,), "shape-1", ()))
    ledger.marks.mark(capture.sha256, Mark.RED, "root", WHEN)
    return told


def inside(ledger: Ledger, name: str | None) -> Visitor:
    """Return somebody who is logged in; nobody by name is the one analyst of a desk without accounts."""
    if name is None:
        return Visitor(create_app(ledger, access=Access(ledger.people, ledger.review, "sole")))
    visitor = Visitor(create_app(ledger, access=Access(ledger.people, ledger.review)))
    assert visitor.post("/login", name=name, password=PASSWORD).status_code == 303
    return visitor


@pytest.mark.parametrize("name", ["ana", None])
def test_whoever_decides_sees_what_is_marked_and_how(ledger: Ledger, article: Article, name: str | None) -> None:
    visitor = inside(ledger, name)

    page = visitor.get(f"/articles/{article.id}")

    assert (page.status_code, "TLP:RED" in page.text) == (200, True)
    assert "TLP:RED" in visitor.get("/status").text
    assert visitor.get("/review").status_code == 200


def test_a_reader_finds_nothing_of_what_is_marked_red(ledger: Ledger, article: Article) -> None:
    visitor = inside(ledger, "rea")

    assert visitor.get(f"/articles/{article.id}").status_code == 404
    assert visitor.get(f"/articles/{article.id}/capture").status_code == 404
    status = visitor.get("/status").text
    assert "leak.txt" not in status
    assert "TLP:RED" not in status
    assert visitor.get("/review").status_code == 403
    assert visitor.get("/decisions").status_code == 403


def test_a_reader_sees_what_is_marked_amber(ledger: Ledger, article: Article) -> None:
    ledger.marks.mark(article.capture, Mark.AMBER, "root", WHEN)
    visitor = inside(ledger, "rea")

    assert "TLP:AMBER" in visitor.get(f"/articles/{article.id}").text
    assert visitor.get("/review").status_code == 200


@pytest.mark.parametrize("file", ["/search.csv", "/search.json", "/search.geojson"])
def test_a_file_holds_more_than_clear_only_for_who_may_see_it(ledger: Ledger, file: str) -> None:
    reader, analyst = inside(ledger, "rea"), inside(ledger, "ana")

    assert reader.get(file).status_code == 200
    assert reader.get(f"{file}?tlp=amber").status_code == 200
    refused = reader.get(f"{file}?tlp=red")
    assert refused.status_code == 403
    assert "You may see what is marked up to TLP:AMBER, not TLP:RED." in refused.text
    assert analyst.get(f"{file}?tlp=red").status_code == 200
    assert analyst.get(f"{file}?tlp=pink").status_code == 422


def test_every_role_has_a_clearance_and_a_desk_without_logins_shows_all() -> None:
    assert set(CLEARANCES) == set(Station)
    assert clearance_of(None) == Mark.RED
