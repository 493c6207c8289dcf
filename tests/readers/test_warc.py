import io

import pytest
from reader_pages import AMBUSH, capture_of
from reader_samples import ARTICLE, WARC, warc, warc_record

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers.warc import capture_of as capture_of_record
from rashomon.readers.warc import records

WARC_HEAD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2031-03-14T08:00:00Z\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: LENGTH\r\n\r\n"
)


def test_records_come_with_address_date_and_plain_payload():
    found = list(records(io.BytesIO(WARC), "crawl.warc.gz"))
    assert [(one.kind, one.status, one.unused) for one in found] == [
        ("response", 200, None),
        ("response", 200, None),
        ("response", 200, None),
        ("response", 404, "the server answered 404"),
        ("response", 200, "text/css, no text"),
        ("revisit", 200, "fetched again, the same bytes as before"),
    ]
    assert (found[0].address, found[0].at) == ("https://tolma.example/a", "2031-03-14T08:00:00+00:00")
    assert found[0].content == ARTICLE.encode()
    assert found[2].content.startswith(b"<?xml")
    assert found[-1].same_as == "sha1:AAAA"


def test_a_record_becomes_a_capture_of_its_own():
    record = next(records(io.BytesIO(WARC), "crawl.warc.gz"))
    made = capture_of_record(record, capture_of(WARC, "crawl.warc.gz", "Tolma Post"))
    assert (made.name, made.address, made.taken_at) == ("a", "https://tolma.example/a", "2031-03-14T08:00:00+00:00")
    assert (made.outlet, made.size, made.media_type) == ("Tolma Post", len(ARTICLE.encode()), "text/html; charset=utf-8")


def test_cookies_are_not_kept():
    archive = warc(("https://a.example/", AMBUSH.encode(), {"Set-Cookie": "secret=1", "Server": "x"}))
    assert dict(next(records(io.BytesIO(archive), "x")).headers) == {"content-type": "text/html; charset=utf-8", "server": "x"}


def test_records_before_a_break_are_given():
    found = records(io.BytesIO(WARC[:-300]), "x")
    assert next(found).address == "https://tolma.example/a"
    with pytest.raises(UnreadableSourceError, match=r"breaks after|broken after"):
        list(found)


def test_an_unknown_compression_is_said():
    archive = warc(("https://a.example/", b"\x1f\x8bx", {"X": "y"})).replace(b"X: y", b"")
    assert next(records(io.BytesIO(archive), "x")).unused is None
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: zstd\r\n\r\nxx"
    found = next(records(io.BytesIO(warc_record("response", "https://a.example/", block)), "x"))
    assert "zstd" in found.unused


def test_a_length_that_no_record_has_is_a_broken_archive():
    hostile = WARC_HEAD.replace(b"LENGTH", b"9" * 40) + b"HTTP/1.1 200 OK\r\n\r\n<p>x"
    with pytest.raises(UnreadableSourceError, match="breaks"):
        list(records(io.BytesIO(hostile), "crawl.warc"))
