"""A ledger opened in Python: frames in three shapes, narrowed as a search is, nothing written, nothing that is withheld."""

import doctest
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from told_desk import SECRET_TITLE, TITLES, restrict

import rashomon
from rashomon.exports.frames import shapes
from rashomon.exports.frames.opened import Narrowing, OpenLedger
from rashomon.exports.frames.shapes import Shape, ShapeError, shaped
from rashomon.exports.tables.arrow import MissingExtraError
from rashomon.model.errors import LedgerError, NotFoundError
from rashomon.model.marks import Mark
from rashomon.store.frames.catalogue import TABLES
from rashomon.store.frames.only_reading import open_to_read
from rashomon.store.ledger import DATABASE, Ledger
from rashomon.store.views import Question

DOCS = Path(__file__).parents[2] / "docs"
METHODS = (
    *("events", "event_values", "accounts", "claims", "figures", "ties", "articles", "actors", "places"),
    *("contradictions", "sides", "roots"),
)


@pytest.fixture(scope="module")
def desk(told_folder: Path) -> Iterator[OpenLedger]:
    """The invented ledger, opened by somebody who may see all of it."""
    with rashomon.open(told_folder, clearance="red") as opened:
        yield opened


def test_the_same_table_comes_in_three_shapes(desk: OpenLedger) -> None:
    as_pandas, as_polars, as_arrow = (desk.accounts(as_=shape) for shape in ("pandas", "polars", "arrow"))

    assert (type(as_pandas), type(as_polars), type(as_arrow)) == (pd.DataFrame, pl.DataFrame, pa.Table)
    assert list(as_pandas["account"]) == as_polars["account"].to_list() == as_arrow["account"].to_pylist()
    assert as_polars["killed_low"].to_list() == as_arrow["killed_low"].to_pylist()
    assert as_pandas["first"].dtype.kind == "M"


@pytest.mark.parametrize("name", METHODS)
def test_every_method_gives_the_table_of_its_name(desk: OpenLedger, name: str) -> None:
    table = next(one for one in TABLES if one.name == name)

    assert getattr(desk, name)(as_="arrow").column_names == list(table.names)


def test_any_table_comes_by_its_name(desk: OpenLedger) -> None:
    assert len(desk.frame("captures")) == 6
    assert desk.series(as_="arrow").column_names[0] == "series"
    assert "accounts" in {table.name for table in desk.tables}


def test_frames_are_narrowed_as_a_search_is(desk: OpenLedger) -> None:
    found = desk.ask("Maiduguri", type="bombing")

    assert found.total >= 1
    assert set(desk.events("Maiduguri", type="bombing")["event"]) == {line.id for line in found.events}
    assert set(desk.accounts("Maiduguri", type="bombing")["event"]) == {line.id for line in found.events}
    assert set(desk.articles("Maiduguri", after="2031-05-09")["article"]) < set(desk.articles("Maiduguri")["article"])
    assert len(desk.events("zzz")) == len(desk.accounts("zzz")) == len(desk.articles("zzz")) == 0


def test_whatever_narrows_a_question_narrows_a_frame() -> None:
    fields = set(Question.__dataclass_fields__) - {"text", "page", "size", "order"}

    assert set(Narrowing.__annotations__) == fields


def test_an_event_and_an_article_open_by_their_ids(desk: OpenLedger) -> None:
    account = desk.accounts().iloc[0]

    assert desk.event(account["account"]).event.id == account["event"]
    assert desk.article(account["article"]).article.text[account["start"] : account["end"]] == account["words"]
    with pytest.raises(NotFoundError, match="evt-none"):
        desk.event("evt-none")


def test_reasons_come_as_rows(desk: OpenLedger) -> None:
    events = desk.events()
    several = events[events["accounts"] > 1].iloc[0]["event"]
    why = desk.explain(several)
    article = desk.accounts().query("event == @several").iloc[0]["article"]

    assert "one event" in set(why["decided"])
    assert set(desk.explain(article)["decided"]) <= {"link", "copy"}
    assert why["reason"].str.len().min() > 0
    with pytest.raises(NotFoundError):
        desk.explain("con-none")


def test_a_contradiction_is_explained_by_its_own_reasons(desk: OpenLedger) -> None:
    (first, *_) = desk.contradictions()["contradiction"]

    assert set(desk.explain(first)["one"]) == {first}


def test_marks_and_private_names_are_kept_from_every_answer(told: Ledger) -> None:
    restrict(told)
    with rashomon.open(told.folder) as clear, rashomon.open(told.folder, clearance=Mark.RED) as red:
        secret = red.articles().query("title == @SECRET_TITLE").iloc[0]["article"]
        assert SECRET_TITLE not in set(clear.articles()["title"])
        assert set(TITLES[:2]) <= set(clear.articles()["title"])
        assert len(clear.accounts()) < len(red.accounts())
        assert SECRET_TITLE not in str(clear.ask("Maiduguri"))
        with pytest.raises(NotFoundError):
            clear.article(secret)
        frames = [opened.frame(table.name, as_="arrow").to_pylist() for opened in (clear, red) for table in TABLES]
        assert "Kasim" not in str(frames)


def test_nothing_is_written(told: Ledger) -> None:
    before = hashlib.sha256((told.folder / DATABASE).read_bytes()).hexdigest()
    with open_to_read(told.folder) as ledger:
        ledger.ask(Question("Maiduguri"))
        with pytest.raises(LedgerError, match="cannot use"):
            ledger.marks.mark("first.txt", Mark.RED, "ann", "2031-01-01T00:00:00+00:00")

    assert hashlib.sha256((told.folder / DATABASE).read_bytes()).hexdigest() == before


def test_what_is_no_ledger_is_said(tmp_path: Path, told: Ledger) -> None:
    with pytest.raises(LedgerError, match="no ledger in"):
        rashomon.open(tmp_path / "none")
    with pytest.raises(ValueError, match="purple"):
        rashomon.open(told.folder, clearance="purple")


def test_a_shape_or_table_that_there_is_none_of_is_said(desk: OpenLedger) -> None:
    with pytest.raises(ShapeError, match="no frames as 'excel'"):
        desk.events(as_="excel")
    with pytest.raises(NotFoundError, match="no table 'evnts'"):
        desk.frame("evnts")


def test_a_missing_library_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(shapes, "import_module", missing)

    with pytest.raises(MissingExtraError, match="polars is not installed"):
        shaped(pa.table({"a": [1]}), Shape.POLARS)


def test_importing_rashomon_loads_nothing_heavy() -> None:
    asked = (
        "import sys, rashomon, rashomon.cli.main; print(*{'pyarrow', 'pandas', 'polars', 'numpy', 'alembic'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == ""


def test_the_page_on_python_says_what_is_true(told_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(told_folder.parent)
    page = (DOCS / "python.md").read_text(encoding="utf-8")

    test = doctest.DocTestParser().get_doctest(page, {}, "python.md", "python.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test)

    assert runner.tries > 5
    assert runner.failures == 0
