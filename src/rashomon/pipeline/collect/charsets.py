"""Which charset the bytes of an answer really have, whatever its header says. The bytes themselves are never changed."""

import codecs
import re
from email.message import Message

from charset_normalizer import from_bytes

from rashomon.text.decoding import codec_named, declared_encoding

_TEXTUAL = re.compile(r"(?i)text/|[/+](?:xml|json|html|xhtml|rss|atom|javascript)\b")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Bytes that are looked at where the charset must be guessed.
_SAMPLE = 60_000


def with_charset(content_type: str | None, content: bytes) -> str | None:
    """Return the media type with the charset that the bytes really have; what is no text keeps the type it came with.

    Args:
        content_type: the header ``Content-Type`` as it came.

        content: the bytes.
    """
    stated = (content_type or "").strip()
    kind = stated.partition(";")[0].strip().lower()
    is_text = _TEXTUAL.search(kind) is not None if kind else b"\x00" not in content[:_SAMPLE]
    if not is_text:
        return stated or None
    return f"{kind or 'text/plain'}; charset={charset_of(stated, content)}"


def charset_of(content_type: str, content: bytes) -> str:
    """Return the charset of a text: by its mark, as UTF-8 where it is that, as stated where that holds, else as measured.

    A text with letters beyond ASCII that is valid UTF-8 is UTF-8, whatever is stated: other charsets make such bytes by
    chance once in thousands of pages, and servers that state a wrong one are common.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    stated = [name for name in (codec_named(_parameter(content_type)), declared_encoding(content)) if name is not None]
    for name in stated if content.isascii() else ["utf-8", *stated]:
        if _holds(content, name):
            return name
    return "utf-8" if content.isascii() else _measured(content)


def _parameter(content_type: str) -> str:
    """Return the charset that the header states, or nothing."""
    header = Message()
    header["content-type"] = " ".join(content_type.split())
    return str(header.get_content_charset() or "")


def _holds(content: bytes, name: str) -> bool:
    try:
        content.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _measured(content: bytes) -> str:
    """Return the charset whose letters make the likeliest words; Latin where none does."""
    best = from_bytes(content[:_SAMPLE]).best()
    found = ["cp1252", "latin-1"] if best is None else [best.encoding, "cp1252", "latin-1"]
    return next(name for name in found if _holds(content, name))
