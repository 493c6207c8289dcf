"""A process killed while it writes leaves a ledger that opens and goes on."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from time import sleep

from small_ledger import fill, small

from rashomon.store.ledger import Ledger
from rashomon.store.views import Question

SCRIPT = Path(__file__).with_name("keep_writing.py")


def kill_while_writing(folder: Path, seconds: float) -> None:
    """Start a writer, let it write a round and some more, and kill it."""
    with subprocess.Popen([sys.executable, str(SCRIPT), str(folder)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.read(1) == b"."
        sleep(seconds)
        writer.kill()


def test_a_killed_writer_loses_nothing_that_was_finished(ledger: Ledger):
    ledger.close()
    kill_while_writing(ledger.folder, seconds=0.05)
    connection = sqlite3.connect(ledger.folder / "ledger.db")
    found = [connection.execute(f"PRAGMA {check}").fetchall() for check in ("integrity_check", "foreign_key_check")]
    connection.close()

    assert found == [[("ok",)], []]
    with Ledger.open(ledger.folder) as again:
        made, texts = small(again)
        assert {again.content(capture.sha256)[:4] for capture in again.captures()} == {b"firs", b"copi", b"deni", b"raid"}
        assert again.linked_digest() == "digest-1"
        assert set(again.linked().series) == set(made.linked.series)
        fill(made, texts)
        assert again.ask(Question(text="Ostrel")).total == 1
        assert len(again.ask(Question(text="Ostrel")).articles) == 3
        assert len(list(again.sources())) == 4
