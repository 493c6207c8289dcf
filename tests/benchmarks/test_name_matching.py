import json

import pytest

from benchmarks import name_matching
from benchmarks.name_matching import person, predict
from benchmarks.shared import MissingDataError, shared


def pair(schema, one, other):
    return {"id": "p", "schema": schema, "name1": one, "name2": other}


@pytest.fixture
def registry(tmp_path, monkeypatch):
    listed = [
        {"id": "r1", "name": "NADIR OMAR HASHMAT", "birth_date": "1970-03-04", "nationality": "iq"},
        {"id": "r2", "name": "SELIM KARST"},
    ]
    folder = tmp_path / "bench" / "name_matching"
    folder.mkdir(parents=True)
    (folder / "un_registry.jsonl").write_text("".join(json.dumps(row) + "\n" for row in listed), encoding="utf-8")
    monkeypatch.setenv("RASHOMON_SHARED", str(tmp_path))
    name_matching.registry.cache_clear()
    yield
    name_matching.registry.cache_clear()


@pytest.mark.parametrize(
    ("row", "match"),
    [
        (pair("Person", "Sergei Orlikov", "Сергей Орликов"), True),
        (pair("Person", "Sergei Orlikov", "Sergei Hashmat"), False),
        (pair("Company", "Orlik Fund III L.P.", "Orlik Fund IV L.P."), True),
        (pair("Organization", "3rd Orlik Brigade", "4th Orlik Brigade"), False),
        (pair("LegalEntity", "Orlik GmbH", "Orlik Ltd."), True),
    ],
)
def test_a_pair_is_judged_by_its_schema(row, match):
    (predicted,) = predict([row])
    assert predicted["id"] == "p"
    assert predicted["match"] is match
    assert (predicted["score"] >= 0.45) is match


def test_look_ups_and_pairs_may_stand_in_one_file(registry):
    rows = [
        {"id": "q1", "name": "OMAR HASHMAT, NADIR", "birth_date": "1970-3-4", "nationality": "Iraq"},
        {"id": "q2", "name": "Nils Svensson", "birth_date": "1980-01-01"},
        pair("Vessel", "MV Sable Star", "Sable Star"),
    ]
    assert [(row["id"], row.get("target"), row.get("match")) for row in predict(rows)] == [
        ("q1", "r1", None),
        ("q2", None, None),
        ("p", None, True),
    ]


@pytest.mark.parametrize(
    ("written", "read"), [("1962-8-20", "1962-08-20"), ("1962-08", "1962-08"), ("1962", "1962"), ("about 1962", None)]
)
def test_birth_dates_are_read_as_written(written, read):
    born = person({"id": "q", "name": "Omar", "birth_date": written}).birth_date
    assert (None if born is None else str(born)) == read


@pytest.mark.shared
def test_most_pairs_of_the_development_part_are_judged_rightly():
    try:
        gold = shared("bench", "name_matching", "pairs.dev.jsonl")
    except MissingDataError as error:
        pytest.skip(str(error))
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    right = sum(row["match"] == predicted["match"] for row, predicted in zip(rows, predict(rows), strict=True))
    assert right / len(rows) > 0.88
