"""The whole way of the data: the sample ledger, the seeds, and a run that is killed."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from benchmarks import seeds
from benchmarks.shared import MissingDataError, shared
from rashomon.exports.gold import export_gold
from rashomon.store.ledger import Ledger


def rashomon(*arguments):
    command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # as a user has it: modules are compiled once, not at each start
    return subprocess.run(command, capture_output=True, text=True, check=False, env=compiled)


def exported(folder, out):
    with Ledger.open(folder) as ledger:
        return {path.name: path.read_bytes() for path in export_gold(ledger, out)}


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample") / "desk"
    for arguments in (["init", folder, "--sample"], ["-C", folder, "update"]):
        done = rashomon(*arguments)
        assert done.returncode == 0, done.stderr
    return folder


def test_the_sample_shows_contradictions_copies_and_a_series(sample):
    with Ledger.open(sample) as ledger:
        assert any(found.severity in ("contradiction", "different_number") for found, _ in ledger.contradictions())
        assert len(ledger.copies()) >= 3
        assert any(len(view.figures) >= 3 for view in ledger.series())


def test_a_run_killed_in_the_middle_and_run_again_gives_the_same_ledger(sample, tmp_path):
    folder = tmp_path / "desk"
    assert rashomon("init", folder, "--sample").returncode == 0
    for _ in range(3):
        running = subprocess.Popen(
            [sys.executable, "-m", "rashomon", "-C", str(folder), "update"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(1.2)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
    assert rashomon("-C", folder, "update").returncode == 0

    assert exported(folder, tmp_path / "one") == exported(sample, tmp_path / "two")


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
    started = time.monotonic()
    assert rashomon("init", folder).returncode == 0
    for path in files:
        outlet = seeds.OUTLETS.get(path.name[:3])
        assert rashomon("-C", folder, "add", path, *(["--outlet", outlet] if outlet else [])).returncode == 0
    assert rashomon("-C", folder, "update").returncode == 0
    first = time.monotonic() - started
    before = os.times()
    assert rashomon("-C", folder, "update").returncode == 0
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system

    assert first < 90
    assert worked < 5, "processor seconds, since other tests run beside this one"


@pytest.mark.shared
def test_the_order_of_arrival_does_not_matter(tmp_path):
    try:
        files = sorted(shared("seeds").glob("*.txt"), key=lambda path: path.stat().st_size)[:2]  # the others take long
    except MissingDataError as missing:
        pytest.skip(str(missing))
    out = []
    for name, order in (("there", files), ("back", files[::-1])):
        assert rashomon("init", tmp_path / name).returncode == 0
        assert rashomon("-C", tmp_path / name, "add", *order).returncode == 0
        assert rashomon("-C", tmp_path / name, "update").returncode == 0
        out.append(exported(tmp_path / name, tmp_path / f"{name}-out"))
    assert out[0] == out[1]
