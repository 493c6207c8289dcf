"""Reports of election violence as accounts, gathered by the product's own linking."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.maverick import b_cubed, export, predict, rows_of


def report(n: int, source: str, **more: str):
    return {
        "id": f"r{n}",
        "country": "Kenya",
        "date_start": "2031-03-03",
        "date_end": "2031-03-03",
        "city": "Nakuru",
        "location": "Nakuru",
        "latitude": "-0.28",
        "longitude": "36.07",
        "geo_precision": "3.0",
        "actor1": "Police (Kenya)",
        "actor1_type": "Security forces",
        "actor1_perpetrator": "1.0",
        "actor2": "Supporters of the Lake Party",
        "actor2_type": "Political actor",
        "actor2_victim": "1.0",
        "event_context": "Clash",
        "target": "Voters or party supporters",
        "deaths_low": "3",
        "deaths_high": "3",
        "injuries_low": "0",
        "injuries_high": "0",
        "source": f"{source} (2031-03-04) Three dead",
        "source_author": source,
        **more,
    }


def clusters(*reports):
    found: dict[str, set[str]] = {}
    for row in predict(reports):
        found.setdefault(row["event_id"], set()).add(row["id"])
    return sorted(map(sorted, found.values()))


def test_two_sources_on_one_event_are_one():
    assert clusters(report(1, "Dune Post"), report(2, "Coast Times")) == [["r1", "r2"]]


@pytest.mark.parametrize(
    "other",
    [
        {"date_start": "2031-03-09", "date_end": "2031-03-09"},
        {"city": "Mombasa", "location": "Mombasa", "latitude": "-4.05", "longitude": "39.66"},
        {"outlet": "Dune Post"},
    ],
    ids=["another week", "another town", "the same source"],
)
def test_reports_of_another_day_or_town_or_of_one_source_are_two(other):
    second = report(2, other.pop("outlet", "Coast Times"), **other)
    assert clusters(report(1, "Dune Post"), second) == [["r1"], ["r2"]]


def test_what_is_not_stated_is_no_fault():
    bare = dict.fromkeys(report(1, "Dune Post"), "") | {"id": "r1", "source": "A note", "country": "Kenya"}
    slip = report(2, "Coast Times", date_start="2031-03-05", date_end="2031-03-04", actor1="Unknown actor (Kenya)")
    assert clusters(bare, slip) == [["r1"], ["r2"]]


def test_the_label_is_not_looked_at():
    plain = clusters(report(1, "Dune Post"), report(2, "Coast Times"))
    assert clusters(report(1, "Dune Post", event_id="a"), report(2, "Coast Times", event_id="b")) == plain


@pytest.mark.parametrize("ending", ["csv", "csv.gz", "jsonl"])
def test_a_file_of_any_form_is_read_and_answered_in_lines(tmp_path: Path, ending: str):
    rows = [report(1, "Dune Post"), report(2, "Coast Times, weekly")]
    lines = [",".join(rows[0]), *(",".join(f'"{value}"' for value in row.values()) for row in rows)]
    text = "\n".join(map(json.dumps, rows) if ending == "jsonl" else lines) + "\n"
    source, target = tmp_path / f"reports.{ending}", tmp_path / "out.jsonl"
    source.write_bytes(gzip.compress(text.encode(), mtime=0) if ending.endswith("gz") else text.encode())

    export(source, target)

    assert rows_of(source) == rows
    answered = [json.loads(line) for line in target.read_text().splitlines()]
    assert {row["id"] for row in answered} == {"r1", "r2"}
    assert len({row["event_id"] for row in answered}) == 1


def test_b_cubed_of_all_together_and_of_all_apart():
    gold = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert b_cubed(gold, gold)["f1"] == 1
    assert b_cubed(gold, dict.fromkeys(gold, "x")) == pytest.approx({"precision": 0.5, "recall": 1.0, "f1": 2 / 3})
    assert b_cubed(gold, {key: key for key in gold})["recall"] == 0.5
    assert b_cubed(gold, gold | {"d": "3"}, ["a", "b"])["f1"] == 1
