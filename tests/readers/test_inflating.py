import gzip
import io
import zlib

import pytest

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers.inflating import MANY_MEMBERS, decoded_body, inflated, plain


def test_members_of_a_gzip_file_are_read_one_after_the_other():
    assert inflated(gzip.compress(b"one ", mtime=0) + gzip.compress(b"two", mtime=0), 100, "x") == b"one two"


def test_more_than_the_limit_is_refused():
    with pytest.raises(UnreadableSourceError, match="larger than 5 bytes"):
        inflated(gzip.compress(b"123456", mtime=0), 5, "x")


def test_what_came_before_a_break_is_given():
    packed = gzip.compress(b"whole", mtime=0) + gzip.compress(bytes(range(256)) * 50, mtime=0)[:-30]
    file = plain(io.BytesIO(packed), "x")
    assert file.read(5) == b"whole"
    with pytest.raises(UnreadableSourceError, match="broken after"):
        list(iter(lambda: file.read(1000), b""))


@pytest.mark.parametrize(
    ("content", "encoding", "body"),
    [
        (gzip.compress(b"words", mtime=0), "gzip", b"words"),
        (zlib.compress(b"words"), "deflate", b"words"),
        (zlib.compress(b"words")[2:-4], "Deflate", b"words"),
        (gzip.compress(zlib.compress(b"words"), mtime=0), "deflate, gzip", b"words"),
        (b"words", "gzip", b"words"),
        (b"words", "identity", b"words"),
        (b"words", "br", None),
        (b"words", "deflate", None),
    ],
)
def test_content_encodings(content, encoding, body):
    assert decoded_body(content, encoding, 100) == body


def test_a_body_is_cut_at_the_limit():
    assert decoded_body(gzip.compress(bytes(10_000_000), mtime=0), "gzip", 50) == bytes(50)


def test_members_of_next_to_nothing_are_refused_soon():
    with pytest.raises(UnreadableSourceError, match="gzip members of next to nothing"):
        inflated(gzip.compress(b"a", mtime=0) * (MANY_MEMBERS + 10), 10**9, "crumbs.gz")


def test_as_many_members_as_an_archive_has_are_read():
    assert len(inflated(gzip.compress(b"ab" * 400, mtime=0) * 300, 10**9, "archive.gz")) == 240_000
