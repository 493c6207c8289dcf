"""Web archives into a ledger: each record a capture, a kill in the middle costs nothing, a fatal page costs itself."""

import gzip
import os
import signal
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.pipeline.bulk import BulkAdding, add_files, container_of
from rashomon.pipeline.readers_pool import FATAL, ReadersPool
from rashomon.store.ledger import Ledger

PAGE = (
    "<html lang='en'><head><title>Raid {n}</title><meta property='og:site_name' content='Vale Wire'></head><body><article>"
    "<h1>Raid number {n} on the camp at Ostrel</h1><p>Gunmen raided the camp at Ostrel on Monday for the time {n}, and nine "
    "soldiers were killed in it, officials said.</p><p>Nobody has claimed the raid so far, and the army gave no other toll "
    "for it until the evening, when the road was opened.</p></article></body></html>"
)


def record(address: str, status: str, kind: str, held: bytes) -> bytes:
    """Return one gzipped record of a web archive."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nSet-Cookie: a=b\r\n\r\n".encode() + held
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-06-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, address)}>\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)


def archive(path: Path, pages: int, *, status: str = "200 OK", content: bytes | None = None) -> Path:
    """Write a web archive of some pages and one image."""
    image = record("https://wire.example/flag.png", "200 OK", "image/png", b"\x89PNG")
    held = (content or PAGE.format(n=n).encode() for n in range(pages))
    read = (record(f"https://wire.example/raid-{n}", status, "text/html", page) for n, page in enumerate(held))
    path.write_bytes(b"".join((image, *read)))
    return path


@pytest.fixture
def ledger(tmp_path):
    with Ledger.create(tmp_path / "ledger") as made:
        yield made


def test_each_record_is_a_capture_with_its_address_date_and_headers(ledger, tmp_path):
    added = BulkAdding(ledger.evidence, "Named Wire", pool=ReadersPool(1)).add(archive(tmp_path / "pages.warc.gz", 3))
    captures = ledger.captures()

    assert (added.captures, added.articles, added.skipped, added.faults, added.broken) == (3, 3, 0, {}, None)
    assert added.unused == {"image/png, no text": 1}
    assert [capture.address for capture in captures] == [f"https://wire.example/raid-{n}" for n in range(3)]
    assert {(capture.taken_at, capture.outlet) for capture in captures} == {("2031-06-01T00:00:00+00:00", "Named Wire")}
    assert ledger.content(captures[0].sha256) == PAGE.format(n=0).encode()
    (fetch,) = ledger.evidence.fetches("https://wire.example/raid-1")
    assert (fetch.status, fetch.headers) == (200, (("content-type", "text/html"),))
    assert ledger.evidence.verify().problems == ()
    assert ledger.status().counts["articles"] == 3


def test_the_same_bytes_at_two_addresses_are_read_as_those_of_the_first(ledger, tmp_path):
    page = PAGE.replace("{n}", "8").encode()
    BulkAdding(ledger.evidence, pool=ReadersPool(1)).add(archive(tmp_path / "pages.warc.gz", 2, content=page))
    (capture,) = ledger.captures()

    assert capture.address == "https://wire.example/raid-0"
    assert [ledger.article(held).url for held in ledger.unread_articles("none")] == [capture.address]
    assert len(ledger.evidence.fetches("https://wire.example/raid-1")) == 1


def test_an_archive_that_was_taken_in_is_known(ledger, tmp_path):
    path = archive(tmp_path / "pages.warc.gz", 2)
    BulkAdding(ledger.evidence, pool=ReadersPool(1)).add(path)
    again = BulkAdding(ledger.evidence, pool=ReadersPool(1)).add(path)

    assert (again.captures, again.articles) == (0, 0)
    assert ledger.evidence.taken_from(container_of(path)) is None


def test_a_page_that_was_gone_is_kept_as_an_answer(ledger, tmp_path):
    BulkAdding(ledger.evidence, pool=ReadersPool(1)).add(archive(tmp_path / "pages.warc.gz", 1, status="404 Not Found"))

    assert [fetch.status for fetch in ledger.evidence.fetches("https://wire.example/raid-0")] == [404]
    assert ledger.captures() == ()


def test_a_page_without_an_article_is_kept_with_its_fault(ledger, tmp_path):
    added = BulkAdding(ledger.evidence, pool=ReadersPool(1)).add(
        archive(tmp_path / "pages.warc.gz", 2, content=b"<html><body><script>1</script></body></html>")
    )

    assert sum(added.faults.values()) == 2
    assert len(ledger.captures()) == 1
    assert [fault.stage for fault in ledger.status().faults] == ["reading"]


def test_an_archive_that_breaks_off_gives_what_stood_before(ledger, tmp_path):
    path = archive(tmp_path / "pages.warc.gz", 6)
    path.write_bytes(path.read_bytes()[:-150])
    added = BulkAdding(ledger.evidence, pool=ReadersPool(1)).add(path)

    assert added.captures >= 5
    assert added.broken is not None
    assert ledger.evidence.taken_from(container_of(path)) is not None


def test_a_record_that_says_it_is_longer_than_the_file_is_left_out_and_that_is_told(ledger, tmp_path):
    whole = gzip.decompress(archive(tmp_path / "pages.warc.gz", 2).read_bytes())
    head, mark, last = whole.rpartition(b"Content-Length: ")
    (tmp_path / "long.warc").write_bytes(head + mark + b"9" + last)
    (added,) = add_files(ledger, [str(tmp_path / "long.warc")])
    (again,) = add_files(ledger, [str(tmp_path / "long.warc")])

    assert (added.articles, added.known, again.known) == (1, False, True)
    assert any("bytes shorter than it says" in why for why in added.left)
    assert "1 record: image/png, no text" in added.left


def test_a_file_that_is_not_there_says_so(ledger, tmp_path):
    with pytest.raises(UnreadableSourceError, match="does it exist"):
        BulkAdding(ledger.evidence).add(tmp_path / "none.warc")


KILLED = """
import os, signal, sys
from pathlib import Path
from rashomon.pipeline import bulk
from rashomon.store.ledger import Ledger
if __name__ == "__main__":
    bulk.BATCH = 4
    kept = bulk.BulkAdding._keep
    left = [2]
    def keep(*given):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        kept(*given)
    bulk.BulkAdding._keep = keep
    with Ledger.open(Path(sys.argv[1])) as ledger:
        bulk.BulkAdding(ledger.evidence, pool=bulk.ReadersPool(1)).add(Path(sys.argv[2]))
"""


def test_a_run_that_was_killed_goes_on_where_it_stopped(ledger, tmp_path):
    path = archive(tmp_path / "pages.warc.gz", 14)
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    died = subprocess.run([sys.executable, str(script), str(ledger.folder), str(path)], check=False, timeout=120)
    assert (died.returncode, len(ledger.captures())) == (-signal.SIGKILL, 8)

    added = BulkAdding(ledger.evidence, pool=ReadersPool(1)).add(path)

    assert (added.skipped, added.captures) == (9, 6)
    assert len(ledger.captures()) == ledger.status().counts["articles"] == 14
    assert ledger.evidence.verify().problems == ()


def fatal(given):
    """Stand for reading: one kind of page ends the process."""
    if any(content == b"fatal" for _, content in given):
        os.kill(os.getpid(), signal.SIGKILL)
    return [len(content) for _, content in given]


def test_a_page_that_ends_its_readers_process_costs_only_itself(monkeypatch):
    monkeypatch.setattr("rashomon.pipeline.readers_pool.read_each", fatal)
    capture = Capture("0" * 64, "page", None, "2031-01-01T00:00:00+00:00", 1)
    batches = [
        (n, [(capture, content) for content in several]) for n, several in enumerate(([b"a", b"fatal"], [b"abc"], [b"ab"]))
    ]
    read = dict(ReadersPool(1, get_context("fork")).read(batches))

    assert read[0][0] == 1
    assert (read[0][1].made, read[0][1].reason) == (None, FATAL)
    assert (read[1], read[2]) == ([3], [2])
