"""The ledger as a folder: made, opened, closed, shared."""

import threading
from pathlib import Path

import pytest
from small_ledger import Made, capture_of

from rashomon.model.errors import LedgerError
from rashomon.store.contract import Intake, Questions
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question


def test_a_ledger_keeps_to_both_contracts(ledger: Ledger):
    intake: Intake = ledger
    questions: Questions = ledger

    assert {name for contract in (Intake, Questions) for name in vars(contract) if not name.startswith("_")} <= set(dir(ledger))
    assert intake.captures() == ()
    assert questions.ask(Question()).total == 0


def test_a_new_ledger_has_a_folder_for_own_lists_that_says_what_goes_there(ledger: Ledger):
    assert [path.name for path in ledger.lists.iterdir()] == ["README.txt"]
    assert "actors.yaml" in (ledger.lists / "README.txt").read_text(encoding="utf-8")


def test_other_files_in_the_folder_stay(tmp_path: Path):
    (tmp_path / "notes.md").write_text("mine")
    Ledger.create(tmp_path).close()

    assert (tmp_path / "notes.md").read_text() == "mine"
    assert (tmp_path / "ledger.db").is_file()


def test_a_second_ledger_in_one_folder_is_refused(ledger: Ledger):
    with pytest.raises(LedgerError, match="already holds a ledger"):
        Ledger.create(ledger.folder)


def test_a_file_is_no_folder_for_a_ledger(tmp_path: Path):
    (tmp_path / "taken").write_text("mine")

    with pytest.raises(LedgerError, match="is a file"):
        Ledger.create(tmp_path / "taken")


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_opening_says_how_to_make_one_where_there_is_none(tmp_path: Path, name: str):
    (tmp_path / "empty").mkdir()

    with pytest.raises(LedgerError, match=r"no ledger in .* \(try: rashomon init .*\)"):
        Ledger.open(tmp_path / name)


def test_what_was_put_is_there_after_reopening(mine: Made):
    before = mine.ledger.ask(Question())
    mine.ledger.close()

    with Ledger.open(mine.ledger.folder) as again:
        assert again.ask(Question()) == before
        assert again.linked_digest() == "digest-1"


def test_closing_twice_does_nothing(ledger: Ledger):
    ledger.close()
    ledger.close()


def test_readers_are_answered_while_another_writes(mine: Made):
    answered: list[int] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set() or not answered:
            answered.append(mine.ledger.ask(Question()).total)

    reader = threading.Thread(target=ask)
    reader.start()
    for n in range(20):
        content = f"capture {n}".encode()
        mine.ledger.keep(capture_of(f"{n}.txt", content), content)
        mine.ledger.put_linked(mine.linked, f"digest-{n}")
    stop.set()
    reader.join()

    assert set(answered) == {3}


def test_two_ledgers_on_one_folder_see_each_other(mine: Made):
    with Ledger.open(mine.ledger.folder) as other:
        content = b"from another process"
        other.keep(capture_of("other.txt", content), content)

        assert "other.txt" in {capture.name for capture in mine.ledger.captures()}
