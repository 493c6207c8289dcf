"""The questions that docs/tables.md puts to the Parquet files, asked with DuckDB as the page has them."""

import re
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from rashomon.exports.contract import Order
from rashomon.exports.tables.parquet import write_parquet
from rashomon.model.marks import Mark
from rashomon.store.frames.catalogue import table
from rashomon.store.frames.contract import Scope
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"
Told = dict[str, list[dict[str, object]]]


@pytest.fixture(scope="module")
def answers(asked: Ledger, tmp_path_factory: pytest.TempPathFactory) -> list[list[tuple[object, ...]]]:
    """What DuckDB answers to each question of the page."""
    folder = tmp_path_factory.mktemp("tables")
    write_parquet(asked, folder, Order(Selection(clearance=Mark.RED)))
    questions = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return [duckdb.sql(question.replace("'out/", f"'{folder}/")).fetchall() for question in questions]


@pytest.fixture(scope="module")
def rows(asked: Ledger) -> Told:
    """The rows of the ledger's tables that the questions are about."""
    found: Told = {name: [] for name in ("events", "accounts", "claims")}
    for cut in asked.frames.cuts(Scope(), frozenset(found)):
        for name, several in asked.frames.rows(cut, Scope(), frozenset(found)).items():
            found[name].extend(dict(zip(table(name).names, row, strict=True)) for row in several)
    return found


def test_who_tells_of_each_disputed_event(answers: list[list[tuple[object, ...]]], rows: Told) -> None:
    disputed = {row["event"]: row["title"] for row in rows["events"] if row["disputed"]}
    told = Counter((disputed[row["event"]], row["root_name"]) for row in rows["accounts"] if row["event"] in disputed)

    assert disputed
    assert {(title, root): count for title, root, _, _, count in answers[0]} == told
    assert {least for _, _, least, _, _ in answers[0]} >= {5.0, 9.0, 12.0}


def test_claims_by_source_and_what_others_tell_too(answers: list[list[tuple[object, ...]]], rows: Told) -> None:
    roots = {row["event"]: row["independent"] for row in rows["events"]}
    said, shared = Counter[object](), Counter[object]()
    for row in rows["claims"]:
        events = row["events"]
        assert isinstance(events, list | tuple)
        for event in events if row["source_kind"] == "actor" else ():
            said[row["source"]] += 1
            shared[row["source"]] += int(str(roots[event])) > 1

    assert said
    assert {(source, claims, too) for source, claims, too in answers[1]} == {(one, said[one], shared[one]) for one in said}


def test_the_page_asks_these_questions_alone(answers: list[list[tuple[object, ...]]]) -> None:
    assert len(answers) == 2
