# ruff: noqa: E501 - a table
"""Seeded damage done to captures, as disks, networks and enemies do it."""

import random

_TOKENS = (
    b"<![CDATA[", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<div>" * 200, b"</div>", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
    b"[" * 300, b'{"a":' * 100, b'"', b"\\u0000", b"\r\n\r\n", b"--b\n", b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Transfer-Encoding: base64\n", b"charset=utf-7", b"=?x?q?=ff?=", b"9" * 40, b"-1", b"\xd8\x00", "\u202e\u200c٣".encode(),
    b"WARC/1.0\r\n", b"Content-Length: 999999999\r\n", b"HTTP/1.1 200\r\n", b"\x1f\x8b", b"PK\x03\x04", b"endstream", b"/Length 99999",
    b"<item>", b"<entry>", b"<article><h2>", b"31/02/2031", b"<time datetime='", b"From x 2031\nA:", b";;;;\n", b"NaN",
)  # fmt: skip


def damaged(content: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Return the bytes with a few pieces cut, doubled, swapped, overwritten or spliced with another capture."""
    work = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(work) + 1)
        end = min(len(work), at + chance.choice((1, 2, 8, 64, 512)))
        deed = chance.randrange(7)
        if deed == 0:
            del work[at:end]
        elif deed == 1:
            work[at:at] = work[at:end] * chance.randint(1, 20)
        elif deed == 2:
            work[at:end] = chance.randbytes(end - at)
        elif deed == 3:
            work[at:at] = chance.choice(_TOKENS)
        elif deed == 4:
            work[at:end] = chance.choice(_TOKENS)
        elif deed == 5:
            del work[at : None if chance.random() < 0.3 else end]
        else:
            other = chance.choice(others)
            begin = chance.randrange(len(other))
            work[at:at] = other[begin : begin + 600]
    return bytes(work)
