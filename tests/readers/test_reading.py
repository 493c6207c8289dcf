import contextlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_pages import AMBUSH, capture_of, check, page

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers import reading

MEGABYTE = 1024 * 1024
PIECES = [
    "Rebels take Tolma",
    AMBUSH,
    "\n",
    "\n\n",
    "\r\n",
    "]]>",
    "[…]",
    "http://a.example/",
    " Mon, 08 Jul 2019 10:00:00 +0000 ",
    "By Ana Duarte on 3 July 2019",
    "Tag Archives: X",
    "<p>",
    "<item>",
    "<article><h2>",
    "<rss>",
    "<!doctype html>",
    '{"messages": [',
    "{",
    "Read more of this post",
    "News in brief #3",
    "\u00a0",
    "\ufeff",
    "aB",
    "[1] x",
]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
        (b"PK\x03\x04rest", "ZIP archive"),
        (b"MZ\x90\x00\x03\x00", "Windows executable"),
        (b"some\x00words", "NUL byte at offset 4"),
        ("Größe und Übel in der Welt".encode("latin-1"), "byte 0xf6 at offset 2.*save it as UTF-8"),
        (b" \n\t\n ", "no article"),
        (b"Tag Archives: Varna\n", "no article"),
        (b"12 13 14\n15", "no article"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(content, reason):
    with pytest.raises(UnreadableSourceError, match=reason) as refused:
        page(content, "odd.bin")
    assert refused.value.source == "odd.bin"


def test_a_capture_over_the_limit_is_refused_with_size_and_limit(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", MEGABYTE)
    with pytest.raises(UnreadableSourceError, match="2 MB large, the limit is 1 MB"):
        page(b"a" * (2 * MEGABYTE))


def test_every_reader_has_a_version_and_stands_in_its_pages():
    assert len(set(reading.versions())) == len(reading.READERS)
    assert page(AMBUSH).reader in reading.versions()


@pytest.mark.parametrize(
    "piece",
    ["The army said so. ", "aB", "http://", "http://a.example Mon, 01 Jul 2019 10:00:00 +0000 ", "<p>", "By ", "[", '{"a":'],
)
def test_long_lines_take_linear_time(piece):
    content = (piece * (MEGABYTE // 2 // len(piece))).encode()
    before = time.process_time()
    with contextlib.suppress(UnreadableSourceError):
        page(content)
    assert time.process_time() - before < 8


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300), st.lists(st.sampled_from(PIECES), max_size=30).map(lambda pieces: "".join(pieces).encode())
    )
)
def test_any_bytes_give_a_page_that_keeps_its_promises_or_are_refused(content):
    try:
        made = reading.read(capture_of(content), content)
    except UnreadableSourceError:
        return
    check(made)


def test_reading_twice_gives_the_same():
    assert page(AMBUSH) == page(AMBUSH)


def test_halves_of_characters_are_replaced_and_the_rest_is_kept():
    row = {"title": "Raid \ud83d at Tolma", "date": "2031-03-31", "source": "River \udc00 Watch", "text": AMBUSH}
    article = page(f"{json.dumps(row)}\n", "rows.jsonl").articles[0]

    assert (article.title, article.outlet) == ("Raid \ufffd at Tolma", "River \ufffd Watch")
    assert article.text.encode()
