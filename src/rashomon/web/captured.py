"""A kept file as a browser may show it: rendered where it is a web page, else as text; never with scripts or a network."""

import re
from dataclasses import dataclass

from rashomon.model.sources import Capture

#: Bytes of a web page that are shown whole; a longer one is offered as text. Characters of a text that are shown.
MOST_BYTES, MOST_TEXT = 4_000_000, 200_000
#: What a kept page may do: nothing but its own styles and the pictures inside it. ``sandbox`` takes scripts and forms away.
POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
#: Tags that make a browser open connections though nothing is loaded, or that move what addresses mean.
_CALLING = re.compile(rb"<(?:link|base)\b[^>]*>|<meta\b[^>]*http-equiv[^>]*>", re.IGNORECASE)
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body")


@dataclass(frozen=True, slots=True)
class Shown:
    """What to answer with: bytes and their media type."""

    content: bytes
    media_type: str

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers that keep it to itself, and let only the desk frame it."""
        return {"Content-Security-Policy": POLICY, "X-Frame-Options": "SAMEORIGIN"}


def is_page(capture: Capture, content: bytes) -> bool:
    """Return whether the bytes are a web page: by media type, name or first bytes."""
    if (capture.media_type or "").startswith(("text/html", "application/xhtml")):
        return True
    named = capture.name.lower().endswith((".html", ".htm", ".xhtml"))
    return named or content[:400].lstrip().lower().startswith(_MARKUP)


def shown(capture: Capture, content: bytes) -> Shown:
    """Return a capture as it may be shown; text that is no UTF-8 has its odd bytes replaced."""
    if is_page(capture, content) and len(content) <= MOST_BYTES:
        return Shown(_CALLING.sub(_kept, content), "text/html")
    text = content[: MOST_TEXT * 4].decode("utf-8", "replace").replace("\x00", "�")[:MOST_TEXT]
    return Shown(text.encode("utf-8"), "text/plain; charset=utf-8")


def _kept(tag: re.Match[bytes]) -> bytes:
    """Return what stays of a tag: nothing, but for one that says which letters the bytes mean."""
    return tag[0] if b"charset" in tag[0].lower() and tag[0][1:5].lower() == b"meta" else b""
