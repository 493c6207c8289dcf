import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.pipeline.collect.bodies import unpacked
from rashomon.pipeline.collect.faults import FetchError

HERE = "https://herald.example/"
WORDS = b"<p>A bomb killed four people at a bus station in Tarn.</p>" * 40
LIMIT = 1_000_000


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


PACKERS = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}


@given(st.binary(max_size=3000), st.sampled_from(sorted(PACKERS)))
def test_what_was_packed_comes_back(content, encoding):
    assert unpacked(PACKERS[encoding](content), encoding, LIMIT, HERE) == content


def test_deflate_comes_without_its_wrapper_too():
    assert unpacked(raw_deflate(WORDS), "deflate", LIMIT, HERE) == WORDS


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (gzip.compress(WORDS, mtime=0) + gzip.compress(WORDS, mtime=0), "gzip"),
        (gzip.compress(brotli.compress(WORDS + WORDS), mtime=0), "br, gzip"),
        (WORDS + WORDS, ""),
        (WORDS + WORDS, " Identity "),
    ],
)
def test_members_layers_and_plain_bodies(content, encoding):
    assert unpacked(content, encoding, LIMIT, HERE) == WORDS + WORDS


@pytest.mark.parametrize("encoding", sorted(PACKERS))
def test_nothing_is_nothing(encoding):
    assert unpacked(b"", encoding, LIMIT, HERE) == b""


@pytest.mark.parametrize(("encoding", "pack"), [*PACKERS.items(), ("deflate", raw_deflate)])
def test_a_body_that_breaks_off_is_a_fault(encoding, pack):
    with pytest.raises(FetchError, match=r"breaks off|broken"):
        unpacked(pack(WORDS)[:-9], encoding, LIMIT, HERE)


@pytest.mark.parametrize(("encoding", "pack"), [*PACKERS.items(), ("deflate", raw_deflate)])
def test_more_than_the_limit_is_a_fault(encoding, pack):
    assert len(unpacked(pack(bytes(LIMIT)), encoding, LIMIT, HERE)) == LIMIT
    with pytest.raises(FetchError, match=r"grow|larger than"):
        unpacked(pack(bytes(LIMIT + 1)), encoding, LIMIT, HERE)


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip"])
def test_a_small_body_cannot_grow_without_end_below_the_limit_either(encoding):
    bomb = PACKERS[encoding](bytes(40_000_000))

    with pytest.raises(FetchError, match=r"grow"):
        unpacked(bomb, encoding, 64_000_000, HERE)


@pytest.mark.parametrize("encoding", ["zstd", "compress", "gzip, zstd", "gzip, gzip, gzip"])
def test_what_was_not_asked_for_is_a_fault(encoding):
    with pytest.raises(FetchError, match=r"not asked for|compressed 3 times"):
        unpacked(gzip.compress(WORDS, mtime=0), encoding, LIMIT, HERE)


@given(st.binary(max_size=400), st.sampled_from(["gzip", "deflate", "br", "br, gzip"]))
def test_any_bytes_come_out_or_are_a_fault(content, encoding):
    try:
        body = unpacked(content, encoding, LIMIT, HERE)
    except FetchError:
        return
    assert len(body) <= LIMIT
