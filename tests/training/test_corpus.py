import subprocess
import sys

import pytest

from training.corpus import CORPUS, clusters, documents, split


def test_the_corpus_keeps_to_its_own_guide():
    files = [str(path) for path in sorted(CORPUS.glob("*/*.xml"))]

    done = subprocess.run([sys.executable, str(CORPUS / "check.py"), *files], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("bad=0")


@pytest.fixture(scope="module")
def records():
    return documents()


def test_about_a_tenth_is_held_out_and_nothing_lies_on_both_sides(records):
    told, held = split(records)

    assert 0.05 < len(held) / len(records) < 0.15
    assert {record["id"] for record in told}.isdisjoint(record["id"] for record in held)


def test_documents_of_one_happening_fall_on_the_same_side(records):
    told, held = split(records)
    happenings = [{event["same"] for record in side for event in record["events"] if event.get("same")} for side in (told, held)]

    assert happenings[0].isdisjoint(happenings[1])


def test_copies_belong_to_the_cluster_of_their_original():
    made = [
        {"id": "a", "events": [{"id": "e1", "same": "X"}]},
        {"id": "b", "events": [], "copy_of": "a"},
        {"id": "c", "events": [{"id": "e1", "same": "X"}]},
        {"id": "d", "events": []},
    ]

    found = clusters(made)

    assert found["a"] == found["b"] == found["c"] != found["d"]
