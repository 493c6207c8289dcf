"""A file is read ahead where the system can and memory has room for it, and left alone elsewhere."""

import os
from pathlib import Path

import pytest

from rashomon.store.frames.read_ahead import read_ahead


def test_a_file_is_asked_for_whole_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(b"x" * 6_000_000)
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "posix_fadvise", lambda _file, begin, length, _how: asked.append((begin, length)), raising=False)
    monkeypatch.setattr(os, "POSIX_FADV_WILLNEED", 3, raising=False)

    assert read_ahead(path)
    assert sum(length for _, length in asked) >= 6_000_000
    assert [begin for begin, _ in asked] == [0, asked[0][1]]


def test_a_file_larger_than_half_of_memory_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(b"x" * 100)
    monkeypatch.setattr(os, "sysconf", lambda _name: 10)

    assert not read_ahead(path)
