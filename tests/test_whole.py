"""The whole way of the data: the sample ledger, the seeds, and a run that is killed."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager

import pytest

from benchmarks import seeds
from benchmarks.shared import MissingDataError, shared
from rashomon.exports.gold.writing import export_gold
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import BATCH, Updating
from rashomon.store.ledger import DATABASE, Ledger
from shipped import shipped_extractor, shipped_lists


def rashomon(*arguments):
    command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # as a user has it: modules are compiled once, not at each start
    return subprocess.run(command, capture_output=True, text=True, check=False, env=compiled)


@contextmanager
def working():
    """Measure the processor seconds of the processes that are run inside, since other tests run beside this one."""
    spent, before = [], os.times()
    yield spent
    after = os.times()
    spent.append(after.children_user + after.children_system - before.children_user - before.children_system)


def exported(folder, out):
    with Ledger.open(folder) as ledger:
        return {path.name: path.read_bytes() for path in export_gold(ledger, out)}


def test_the_sample_shows_contradictions_copies_and_a_series(sample_folder):
    with Ledger.open(sample_folder) as ledger:
        assert any(found.severity in ("contradiction", "different_number") for found, _ in ledger.contradictions())
        assert len(ledger.copies()) >= 3
        assert any(len(view.figures) >= 3 for view in ledger.series())


def killed_once_read(folder, articles):
    """Start an update and kill it when the ledger holds the readings of so many articles; return how many it holds then."""
    running = subprocess.Popen(
        [sys.executable, "-m", "rashomon", "-C", str(folder), "update"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with closing(sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)) as looking:
        while running.poll() is None:
            (read,) = looking.execute("SELECT count(*) FROM readings").fetchone()
            if read >= articles:
                break
            time.sleep(0.02)
    running.kill()
    running.wait()
    return read


def test_a_run_killed_in_the_middle_and_run_again_gives_the_same_ledger(sample_folder, tmp_path):
    folder = tmp_path / "desk"
    assert rashomon("init", folder, "--sample").returncode == 0
    with Ledger.open(folder) as ledger:
        every = ledger.status().counts["articles"]
    assert killed_once_read(folder, 1) == BATCH, "killed while it read the next ones"
    assert killed_once_read(folder, every) == every, "killed as it began to link"
    assert rashomon("-C", folder, "update").returncode == 0

    assert exported(folder, tmp_path / "one") == exported(sample_folder, tmp_path / "two")


def test_a_file_of_200_mb_is_refused_with_a_line_and_the_rest_is_read(tmp_path):
    folder, huge, page = tmp_path / "desk", tmp_path / "huge.txt", tmp_path / "page.txt"
    with huge.open("wb") as file:
        for _ in range(200):
            file.write(b"All work and no play. " * 45_455 + b"\n")
    page.write_text("Blast in Tarn\n\nA bomb killed four people in Tarn on Monday, the army said.\n", encoding="utf-8")
    rashomon("init", folder)

    done = rashomon("-C", folder, "add", huge, page)

    assert done.returncode == 1
    assert "page.txt: 1 article" in done.stdout
    (fault,) = json.loads(rashomon("-C", folder, "status", "--json").stdout)["faults"]
    assert "huge.txt" in fault["source"]
    assert "MB" in fault["reason"]


@pytest.mark.shared
def test_the_seeds_give_a_ledger_in_time_and_nothing_to_do_afterwards(tmp_path):
    try:
        files = sorted(shared("seeds").glob("*.txt"))
    except MissingDataError as missing:
        pytest.skip(str(missing))
    folder = tmp_path / "desk"
    with Ledger.create(folder) as ledger:
        for path in files:
            assert all(one.fault is None for one in Adding(ledger, seeds.OUTLETS.get(path.name[:3])).add([str(path)]))
    with working() as first:
        assert rashomon("-C", folder, "update").returncode == 0
    with working() as again:
        assert rashomon("-C", folder, "update").returncode == 0

    assert first[0] < 90
    assert again[0] < 5


@pytest.mark.shared
def test_the_order_of_arrival_does_not_matter(tmp_path):
    try:
        files = sorted(shared("seeds").glob("*.txt"), key=lambda path: path.stat().st_size)[:2]  # the others take long
    except MissingDataError as missing:
        pytest.skip(str(missing))
    out = []
    for name, order in (("there", files), ("back", files[::-1])):
        with Ledger.create(tmp_path / name) as ledger:
            for path in order:
                list(Adding(ledger).add([str(path)]))
            Updating(ledger, shipped_extractor(), *shipped_lists()).update()
        out.append(exported(tmp_path / name, tmp_path / f"{name}-out"))
    assert out[0] == out[1]
    assert any(out[0].values())
