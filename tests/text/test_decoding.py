import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.errors import UnreadableSourceError
from rashomon.text.decoding import declared_encoding, decode


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_honoured_and_left_out(mark, encoding):
    assert decode(mark + "Größe\r\nطلما".encode(encoding), "x") == "Größe\r\nطلما"


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0" encoding="windows-1251"?><a>',
        '<html><meta charset="windows-1251">',
        "<!doctype html><meta content='text/html; charset=cp1251'>",
    ],
)
def test_markup_goes_by_what_it_declares(head):
    assert decode((head + "Взрыв").encode("cp1251"), "x").endswith("Взрыв")


def test_plain_text_declares_nothing():
    assert declared_encoding(b'charset="cp1251"') is None
    assert declared_encoding(b'<?xml encoding="no-such"?>') is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"0000ftypisom", "MP4"),
        (b"x" * 257 + b"ustar", "tar"),
        ("war".encode("utf-16-le") * 5, "UTF-16"),
        (b"\x01\x02\x03\x04\x05 text", "control characters"),
        (b"\x7fELF", "executable"),
    ],
)
def test_what_is_no_text_is_named(content, kind):
    with pytest.raises(UnreadableSourceError, match=kind):
        decode(content, "x")


@given(st.text(min_size=1))
def test_text_comes_back_as_it_was(text):
    content = text.encode()
    with contextlib.suppress(UnreadableSourceError):
        assert decode(content, "x") == text.removeprefix("\ufeff")
