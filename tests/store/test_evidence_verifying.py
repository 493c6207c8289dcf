"""Tampering with what was kept: every kind is found, and named."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from small_ledger import Made, capture_of
from sqlalchemy import Connection, text

from rashomon.model.decisions import Decision
from rashomon.model.errors import NotFoundError
from rashomon.model.evidence import Fetch
from rashomon.model.ledger import Linked
from rashomon.model.words import Verdict
from rashomon.store.codec import encode
from rashomon.store.database import connect, writing
from rashomon.store.event_rows import event_lines
from rashomon.store.evidence import indexes
from rashomon.store.evidence.chain import parse, walk
from rashomon.store.evidence.log import NOTHING
from rashomon.store.files import CaptureFiles
from rashomon.store.ledger import Ledger
from rashomon.store.schema import bring_up_to_date

MISSED = Fetch("https://wire.example/gone", None, "2031-03-05T09:00:00+00:00", 404, reason="the server answered 404")


@pytest.fixture
def kept(mine: Made) -> Made:
    """The small ledger with a fetch that brought bytes, one that did not, and a decision."""
    evidence = mine.ledger.evidence
    evidence.record(
        Fetch(
            "https://wire.example/raid",
            "https://wire.example/raid/",
            "2031-03-05T08:00:00+00:00",
            200,
            (("etag", '"a1"'),),
            mine.captures["raid"].sha256,
        )
    )
    evidence.record(MISSED)
    mine.ledger.decide(Decision(Verdict.REJECT, "evt-1", "an analyst", "2031-03-06T08:00:00+00:00", "a drill"))
    return mine


def tampered(made: Made, statement: str) -> list[tuple[str, str, str]]:
    """Run a statement on the file behind the ledger's back, and return what the check finds."""
    connection = sqlite3.connect(made.ledger.folder / "ledger.db")
    with connection:
        connection.execute(statement)
    connection.close()
    return [(problem.where, problem.subject, problem.what) for problem in made.ledger.evidence.verify().problems]


def test_a_ledger_nobody_touched_is_whole(kept: Made):
    found = kept.ledger.evidence.verify()

    assert found.problems == ()
    assert (found.entries, found.captures, found.articles) == (7, 4, 4)
    assert len(found.head) == 64


def test_what_was_fetched_comes_back(kept: Made):
    (fetch,) = kept.ledger.evidence.fetches("https://wire.example/raid")

    assert fetch.headers == (("etag", '"a1"'),)
    assert kept.ledger.evidence.fetches(MISSED.address) == (MISSED,)


def test_a_fetch_of_a_capture_that_is_not_held_is_refused(ledger: Ledger):
    with pytest.raises(NotFoundError, match="no capture"):
        ledger.evidence.record(Fetch("https://wire.example/x", None, "2031-03-05T09:00:00+00:00", sha256="0" * 64))
    assert list(ledger.evidence.log()) == []


def test_the_same_decision_twice_is_one_entry(kept: Made):
    (decision,) = kept.ledger.decisions()
    kept.ledger.decide(decision)

    assert kept.ledger.evidence.verify().entries == 7


def test_an_outlet_named_later_is_an_entry_of_its_own(ledger: Ledger):
    capture = capture_of("page.txt", b"words")
    for outlet in (None, "Vale Wire", "Vale Wire", None):
        ledger.keep(replace(capture, outlet=outlet), b"words")
    found = ledger.evidence.verify()

    assert (found.entries, found.problems) == (2, ())


def test_a_changed_byte_of_a_capture_is_found(kept: Made):
    digest = kept.captures["raid"].sha256
    path = kept.ledger.folder / "captures" / digest[:2] / digest
    content = bytearray(path.read_bytes())
    content[3] ^= 1
    path.write_bytes(content)
    (problem,) = kept.ledger.evidence.verify().problems

    assert (problem.where, problem.subject) == ("capture", digest)
    assert "has other bytes" in problem.what


def test_missing_bytes_are_found_and_bytes_without_a_row_are_noted(kept: Made):
    digest = kept.captures["raid"].sha256
    path = kept.ledger.folder / "captures" / digest[:2] / digest
    path.rename(path.with_name("ab" * 32))
    found = kept.ledger.evidence.verify()

    assert [problem.subject for problem in found.problems] == [digest]
    assert [note[:64] for note in found.notes] == ["ab" * 32]


CASES = [
    ("DELETE FROM evidence_log WHERE number = 3", "log", "entry 4", "+1 entries were removed"),
    ("DELETE FROM evidence_log WHERE number = 7", "row", "dec-", "knows nothing of this decision"),
    ("UPDATE evidence_log SET line = replace(line, 'raid', 'said') WHERE number = 5", "log", "entry 6", "does not hold the hash"),
    ("UPDATE evidence_log SET line = line || ' ' WHERE number = 2", "log", "entry 2", "no entry in canonical form"),
    ("UPDATE captures SET address = 'https://other.example/' WHERE name LIKE '%raid%'", "row", "", "is not what the log says"),
    ("UPDATE decisions SET content = replace(content, 'drill', 'grill')", "row", "dec-", "is not what the log says"),
    ("UPDATE readings SET content = replace(content, '12', '21')", "reading", "art-", "is not what was read"),
    ("UPDATE findings SET says = 'denied' WHERE kind = 'account'", "reading", "art-", "the index of its accounts"),
    ("DELETE FROM findings WHERE kind = 'claim'", "reading", "art-", "the index of its accounts"),
    ("UPDATE events SET killed = replace(killed, '12', '21')", "event", "evt-", "is not what its own row says"),
    ("UPDATE events SET content = replace(content, '12', '21')", "event", "evt-", "is not what its own row says"),
    (
        "UPDATE event_accounts SET account_id = 'acc-0' WHERE rowid = (SELECT min(rowid) FROM event_accounts)",
        "event",
        "evt-",
        "rows of accounts",
    ),
    ("DELETE FROM decisions", "row", "dec-", "the ledger no longer does"),
    ("UPDATE fetches SET status = 200 WHERE status = 404", "row", MISSED.address, "fetch 2 is not what the log says"),
    ("DELETE FROM fetches WHERE status = 404", "row", "fetches", "1 rows, but the log holds 2"),
    (
        "UPDATE articles SET text = replace(text, '12', '21') WHERE text LIKE '%12 people%'",
        "article",
        "art-",
        "changed in the database",
    ),
]


@pytest.mark.parametrize(("statement", "where", "subject", "what"), CASES, ids=[case[0][:60] for case in CASES])
def test_what_was_changed_in_the_database_is_found(kept: Made, statement: str, where: str, subject: str, what: str):
    found = tampered(kept, statement)

    assert any(place == where and about.startswith(subject) and what in said for place, about, said in found), found


INDEX_CASES = [
    ("UPDATE article_index_content SET c1 = c1 || ' drone'", "article_index", "is broken"),
    ("DELETE FROM article_index", "article art-", "is missing from the full-text index"),
    ("UPDATE article_index SET text = 'drone'", "article art-", "other words than its own"),
    ("UPDATE claim_index SET words = 'drone'", "claim clm-", "other words than its own"),
    ("INSERT INTO article_index (rowid, title, text) VALUES (999, 'a', 'b')", "article line 999", "belongs to nothing"),
    ("UPDATE event_index SET title = 'drone'", "event line", "other words than its own"),
    ("DELETE FROM event_index", "event line", "missing from the full-text index"),
    ("INSERT INTO event_index (rowid, title, names) VALUES (999, 'x', 'y')", "event line 999", "belongs to nothing"),
]


@pytest.mark.parametrize(("statement", "subject", "what"), INDEX_CASES, ids=[case[0][:40] for case in INDEX_CASES])
def test_a_full_text_index_that_was_changed_is_found(kept: Made, statement: str, subject: str, what: str):
    found = tampered(kept, statement)

    assert any(place == "index" and about.startswith(subject) and what in said for place, about, said in found), found


def test_the_index_of_events_is_checked_few_events_at_a_time(kept: Made, monkeypatch: pytest.MonkeyPatch):
    sizes: list[int] = []

    def counted(connection: Connection, linked: Linked) -> dict[int, tuple[str, str]]:
        sizes.append(len(linked.events))
        return event_lines(connection, linked)

    monkeypatch.setattr(indexes, "_TOGETHER", 1)
    monkeypatch.setattr(indexes, "event_lines", counted)
    assert not kept.ledger.evidence.verify().problems

    assert len(sizes) > 1
    assert set(sizes) == {1}


def test_two_entries_that_changed_places_are_found(kept: Made):
    connection = sqlite3.connect(kept.ledger.folder / "ledger.db")
    rows = connection.execute("SELECT line FROM evidence_log WHERE number IN (2, 3) ORDER BY number").fetchall()
    with connection:
        for number, (line,) in zip((3, 2), rows, strict=True):
            connection.execute("UPDATE evidence_log SET line = ? WHERE number = ?", (line, number))
    connection.close()
    said = [problem.what for problem in kept.ledger.evidence.verify().problems]

    assert sum("entries were moved" in what for what in said) == 2


def test_a_tail_cut_with_its_rows_is_found_by_the_noted_head_alone(kept: Made):
    noted = kept.ledger.evidence.verify().head
    tampered(kept, "DELETE FROM decisions")
    found = tampered(kept, "DELETE FROM evidence_log WHERE number = 7")

    assert found == []
    (problem,) = kept.ledger.evidence.verify(noted).problems
    assert "the log was cut or rewritten" in problem.what


def test_an_older_head_still_stands_in_a_log_that_grew(kept: Made):
    noted = kept.ledger.evidence.verify().head
    kept.ledger.evidence.record(MISSED)

    assert kept.ledger.evidence.verify(noted).problems == ()
    assert kept.ledger.evidence.verify(NOTHING).problems == ()


def test_the_log_by_itself_is_enough_to_check_the_chain(kept: Made):
    log = list(kept.ledger.evidence.log())

    assert walk(enumerate(log, 1)).problems == []
    assert walk(enumerate(log[:2] + log[3:], 1)).problems != []
    assert parse(log[0].replace(",", ", ", 1)) is None
    assert parse('["a list"]') is None


def test_a_page_of_the_file_that_rotted_is_a_problem_and_no_crash(kept: Made):
    kept.ledger.close()
    path = kept.ledger.folder / "ledger.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'captures'").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : (root - 1) * size + 200] = b"\xff" * 200
    path.write_bytes(content)
    with Ledger.open(kept.ledger.folder) as again:
        found = again.evidence.verify()

    assert any(problem.where == "database" for problem in found.problems)
    assert found.entries == 7


KILLED = """
import os, signal, sys
from pathlib import Path
from rashomon.store import captures
from rashomon.store.ledger import Ledger
sys.path.insert(0, sys.argv[2])
from small_ledger import capture_of
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
captures.add_capture = die
with Ledger.open(Path(sys.argv[1])) as ledger:
    ledger.keep(capture_of("page.txt", b"words"), b"words")
"""


def test_a_kill_between_the_file_and_its_row_is_made_good_by_adding_it_again(ledger: Ledger):
    died = subprocess.run([sys.executable, "-c", KILLED, str(ledger.folder), str(Path(__file__).parent)], check=False)
    found = ledger.evidence.verify()
    assert died.returncode == -9
    assert (found.problems, found.entries, len(found.notes)) == ((), 0, 1)

    ledger.keep(capture_of("page.txt", b"words"), b"words")
    found = ledger.evidence.verify()
    assert (found.problems, found.entries, found.notes) == ((), 1, ())


def test_a_ledger_from_before_the_log_gets_one_of_what_it_holds(tmp_path: Path):
    (tmp_path / "captures").mkdir()
    engine = connect(tmp_path / "ledger.db")
    bring_up_to_date(engine, head="0001")
    capture = capture_of("page.txt", b"words")
    decision = Decision(Verdict.REJECT, "evt-1", "an analyst", "2031-03-06T08:00:00+00:00", "a drill")
    with writing(engine) as connection:
        row = {name: getattr(capture, name) for name in ("sha256", "name", "address", "taken_at", "size", "outlet", "media_type")}
        connection.execute(text(f"INSERT INTO captures VALUES ({', '.join(f':{name}' for name in row)})"), row)
        held = {"number": 1, "id": decision.id, "target": "evt-1", "when": decision.when, "content": encode(decision)}
        connection.execute(text("INSERT INTO decisions VALUES (:number, :id, :target, :when, :content)"), held)
    engine.dispose()
    CaptureFiles(tmp_path / "captures").keep(capture.sha256, b"words")
    with Ledger.open(tmp_path) as ledger:
        found = ledger.evidence.verify()
        ledger.evidence.record(MISSED)

        assert (found.problems, found.entries) == ((), 2)
        assert ledger.evidence.verify(found.head).problems == ()
