"""Captures as files."""

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from small_ledger import capture_of

from rashomon.model.errors import LedgerError, NotFoundError
from rashomon.store.files import STALE, CaptureFiles
from rashomon.store.ledger import Ledger

CONTENT = b"\x00\xff bytes as they came"
DIGEST = sha256(CONTENT).hexdigest()


@pytest.fixture
def kept(tmp_path: Path) -> CaptureFiles:
    files = CaptureFiles(tmp_path)
    files.keep(DIGEST, CONTENT)
    return files


def test_bytes_stand_under_their_digest_two_digits_to_a_folder(kept: CaptureFiles, tmp_path: Path):
    assert (tmp_path / DIGEST[:2] / DIGEST).read_bytes() == CONTENT
    assert kept.content(DIGEST) == CONTENT
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [kept.path(DIGEST)]


def test_bytes_under_a_wrong_digest_are_refused(tmp_path: Path):
    with pytest.raises(LedgerError, match=f"{DIGEST}.*SHA-256"):
        CaptureFiles(tmp_path).keep(DIGEST, CONTENT + b"!")


def test_a_damaged_capture_is_named(kept: CaptureFiles):
    kept.path(DIGEST).write_bytes(CONTENT[:-1])

    with pytest.raises(LedgerError, match=f"capture {DIGEST} is damaged"):
        kept.content(DIGEST)


def test_a_missing_capture_is_named(kept: CaptureFiles):
    kept.path(DIGEST).unlink()

    with pytest.raises(LedgerError, match=f"capture {DIGEST} is missing"):
        kept.content(DIGEST)


def test_only_old_unfinished_files_are_swept(kept: CaptureFiles, tmp_path: Path):
    old, new = tmp_path / ".unfinished" / "old", tmp_path / ".unfinished" / "new"
    for path in (old, new):
        path.write_bytes(b"half a cap")
    os.utime(old, (1.0, old.stat().st_mtime - STALE - 1))
    kept.sweep()

    assert not old.exists()
    assert new.exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path):
    (tmp_path / DIGEST[:2]).write_text("a file where a folder should be")

    with pytest.raises(LedgerError, match=f"cannot keep capture {DIGEST}"):
        CaptureFiles(tmp_path).keep(DIGEST, CONTENT)


def test_an_outlet_named_later_is_taken_over(ledger: Ledger):
    capture = capture_of("page.txt", CONTENT)
    for outlet in (None, "Hill Post", None):
        ledger.keep(replace(capture, outlet=outlet), CONTENT)

    assert [kept.outlet for kept in ledger.captures()] == ["Hill Post"]


def test_the_ledger_keeps_bytes_once(ledger: Ledger):
    capture = capture_of("page.txt", CONTENT)

    assert ledger.keep(capture, CONTENT) is True
    assert ledger.keep(capture, CONTENT) is False
    assert ledger.captures() == (capture,)
    assert ledger.content(capture.sha256) == CONTENT


def test_a_lost_file_is_mended_by_adding_it_again(ledger: Ledger):
    capture = capture_of("page.txt", CONTENT)
    ledger.keep(capture, CONTENT)
    (ledger.folder / "captures" / DIGEST[:2] / DIGEST).unlink()

    assert ledger.keep(capture, CONTENT) is False
    assert ledger.content(DIGEST) == CONTENT


def test_a_capture_that_was_never_kept_is_not_found(ledger: Ledger):
    with pytest.raises(NotFoundError, match="no capture 'abc'"):
        ledger.content("abc")
