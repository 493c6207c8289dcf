"""Read one e-mail: its headers, the better of its text parts, and messages forwarded inside it."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from lxml import html

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers.markup import unmarred
from rashomon.text.decoding import codec_named, decode_page

#: Forwarded messages inside forwarded messages are followed so far.
_DEEPEST = 6
_MOST_PARTS = 500
#: Letters of a header that are read; ten thousand names fit.
_LONGEST_HEADER = 200_000
_HEADER = re.compile(rb"(?:[\w-]{2,60}:[ \t]?[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,200}){2,400}")
_SURE = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to|content-transfer-encoding|x-mailer)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(rb"^(?:from|sender)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_FIRST = 65_536


@dataclass(frozen=True, slots=True)
class Letter:
    """One message. ``None`` where it does not state it.

    Args:
        sender: the name shown, else the address's domain.

        day: ISO day of its date, as printed.

        number: its Message-ID without brackets.

        markup: its HTML; ``None`` where it has text alone.

        forwarded: whether it came inside another message.

        left: what it holds besides, in plain words.
    """

    subject: str | None
    sender: str | None
    day: str | None
    number: str | None
    markup: html.HtmlElement | None
    text: str
    forwarded: bool = False
    left: tuple[str, ...] = ()


def is_message(content: bytes) -> bool:
    """Return whether bytes open with the headers of an e-mail."""
    found = _HEADER.match(content[:_FIRST].lstrip(b"\r\n"))
    return found is not None and _FROM.search(found[0]) is not None and _SURE.search(found[0]) is not None


def letters_in(content: bytes, source: str) -> list[Letter]:
    """Return the message and those forwarded inside it as attachments, the outer first; a part without words is none.

    Raises:
        UnreadableSourceError: it nests without end.
    """
    try:
        return list(_letters(message_from_bytes(content), 0))
    except RecursionError as error:
        raise UnreadableSourceError(source, f"an e-mail of {len(content):,} bytes that nests without end") from error


def _letters(message: Message, depth: int) -> Iterator[Letter]:
    """Yield the letters of a message, those inside it last."""
    bodies: dict[str, Message] = {}
    inner: list[Message] = []
    left: list[str] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner.extend(found for found in (part.get_payload() if part.is_multipart() else ()) if isinstance(found, Message))
        elif part.get_content_disposition() == "attachment" or kind not in ("text/html", "text/plain"):
            left.append(f"attachment {header(part.get_filename() or kind)[:80]!r} ({kind})")
        else:
            bodies.setdefault(kind, part)
    letter = _letter(message, bodies, depth > 0, tuple(left))
    if letter is not None:
        yield letter
    for found in inner if depth < _DEEPEST else ():
        yield from _letters(found, depth + 1)


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts that are no containers, those of forwarded messages left out. Steps, for hostile mails nest."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting.extend(reversed([found for found in part.get_payload() if isinstance(found, Message)]))
        else:
            yield part


def _letter(message: Message, bodies: dict[str, Message], forwarded: bool, left: tuple[str, ...]) -> Letter | None:
    """Return a letter of its HTML, else of its text; ``None`` where it has neither."""
    markup = _markup(_text(bodies["text/html"])) if "text/html" in bodies else None
    text = _text(bodies["text/plain"]) if "text/plain" in bodies else ""
    if markup is None and not text.strip():
        return None
    name, address = parseaddr(header(message.get("From")))
    number = str(message.get("Message-ID") or "").strip(" <>\r\n\t")
    return Letter(
        subject=header(message.get("Subject")) or None,
        sender=" ".join(name.split()).strip("\"'") or address.rpartition("@")[2] or None,
        day=_day(str(message.get("Date") or "")),
        number=number or None,
        markup=markup,
        text=text,
        forwarded=forwarded,
        left=left,
    )


def _markup(text: str) -> html.HtmlElement | None:
    """Return HTML parsed, what mail programs do not show taken out; ``None`` where it holds no words."""
    try:
        root = html.document_fromstring(unmarred(text))
    except (html.etree.ParserError, html.etree.XMLSyntaxError, ValueError):
        return None
    hidden = "//*[contains(translate(@style, ' ', ''), 'display:none') or contains(translate(@style, ' ', ''), 'max-height:0')]"
    for element in root.xpath(hidden):
        if element.getparent() is not None:
            element.drop_tree()
    return root if any(map(str.isalpha, root.text_content()[:100_000])) else None


def _text(part: Message) -> str:
    """Return a part's text, its transfer encoding and charset undone."""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = codec_named(str(part.get_param("charset") or "utf-8")) or "utf-8"
    try:
        return decode_page(raw, f"text/plain; charset={charset}", "part")[0] if raw else ""
    except UnreadableSourceError:
        return raw.decode(charset, "replace").replace("\x00", "")


def header(value: object) -> str:
    """Return a header's words, encoded ones read; what cannot be read stays as it is."""
    text = str(value or "")[:_LONGEST_HEADER]
    try:
        pieces = decode_header(text)
    except (HeaderParseError, binascii.Error, ValueError):
        return " ".join(text.split())
    read = [piece if isinstance(piece, str) else piece.decode(_codec(charset), "replace") for piece, charset in pieces]
    return " ".join("".join(read).split())


def _codec(charset: str | None) -> str:
    """Return the codec of an encoded word."""
    return codec_named(charset or "utf-8") or "utf-8"


def _day(text: str) -> str | None:
    """Return the ISO day of a date header, in the sender's own time zone."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
