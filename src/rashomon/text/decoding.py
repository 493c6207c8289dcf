"""Turn bytes into text, or say in plain words why they are none.

Of text nothing is guessed: UTF-8, a byte order mark, or the encoding that XML and HTML declare themselves. Web pages are often
mislabelled; there a guess is the last resort, and said.
"""

import codecs
import re

from rashomon.model.errors import UnreadableSourceError

#: First bytes of things that are no text, longest first where one begins like another.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP image, WAV or AVI)"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, Excel or EPUB file)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a Linux executable"),
    (b"\xcf\xfa\xed\xfe", "a macOS executable"),
    (b"\xca\xfe\xba\xbe", "a Java class or macOS executable"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (b"PAR1", "a Parquet table"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"{\\rtf", "an RTF document"),
)
#: The same further in, with their offsets.
_SIGNATURES_WITHIN: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyp", "an MP4 video or HEIC image"),
    (257, b"ustar", "a tar archive"),
)
#: Longest first: the mark of UTF-32 begins like that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
#: Names of which browsers understand more than the name says.
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
#: Codecs of Python that are no charsets of pages.
_NO_CHARSETS = frozenset(("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"))
_REPLACED = "\ufffd"
#: A page with so many wrong bytes, or this share of them, is damaged; one with more is in another encoding.
_FEW_WRONG = 8
_MOST_WRONG = 0.002
_GUESSED_FROM = 200_000
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
#: More control characters than this share make bytes binary; a stray form feed or bell does not.
_MOST_CONTROLS = 0.01
#: How many bytes are looked at for a declaration and for control characters.
_HEAD = 4096


def decode(content: bytes, source: str) -> str:
    """Return the text of the bytes, newlines as they are, a byte order mark left out.

    Args:
        content: the bytes.
        source: the name a person knows them by, for the error.

    Raises:
        UnreadableSourceError: empty, binary, or not in the encoding it must be in.
    """
    if not content:
        raise UnreadableSourceError(source, "it is empty (0 bytes)")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding, source, offset=len(mark))
    kind = _binary_kind(content)
    if kind is not None:
        raise UnreadableSourceError(source, f"it seems to be {kind}, not text (add the text, feed, export or HTML page itself)")
    return _strict(content, declared_encoding(content) or "utf-8", source)


def decode_page(content: bytes, media_type: str | None, source: str) -> tuple[str, str | None]:
    """Return the text of a web page, feed or mail, and what had to be done to get it (``None`` where all was as stated).

    Args:
        content: the bytes.
        media_type: as the server says; its ``charset`` goes before that of the page.
        source: the name a person knows them by, for the error.

    Raises:
        UnreadableSourceError: empty, binary, or in no encoding that fits.
    """
    stated = tuple(name for name in (_charset(media_type), declared_encoding(content)) if name is not None)
    if not content or content.startswith(tuple(mark for mark, _ in _MARKS)) or _binary_kind(content) is not None:
        return decode(content, source), None
    for name in dict.fromkeys((*stated, "utf-8")):
        try:
            return content.decode(name), None if not stated or name == stated[0] else f"it says {stated[0]}, but is {name}"
        except UnicodeDecodeError:
            continue
    text = content.decode(stated[0] if stated else "utf-8", "replace")
    wrong = text.count(_REPLACED)
    if wrong <= max(_FEW_WRONG, len(text) * _MOST_WRONG):
        return text, f"{wrong} bytes are not valid {stated[0] if stated else 'utf-8'} and were replaced"
    return _guessed(content, source)


def _guessed(content: bytes, source: str) -> tuple[str, str]:
    """Return the text in the encoding that fits best, and which that is."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a tenth of a second to load, for the rarest pages

    best = from_bytes(content[:_GUESSED_FROM]).best()
    if best is None:
        return _strict(content, "utf-8", source), ""
    return content.decode(best.encoding, "replace"), f"no encoding stated fits, read as {best.encoding}"


def _charset(media_type: str | None) -> str | None:
    """Return the codec that a media type names, as browsers take it."""
    found = _CHARSET.search(media_type or "")
    return None if found is None else codec_named(found[1])


def codec_named(name: str) -> str | None:
    """Return the codec of a charset's name, ``None`` where there is none; Latin-1 is read as Windows-1252, as browsers do."""
    try:
        codec = codecs.lookup(name.strip("\"' "))
    except (LookupError, ValueError):
        return None
    if not codec._is_text_encoding or codec.name in _NO_CHARSETS:  # noqa: SLF001 - there is no other way to ask
        return None
    return _AS_BROWSERS.get(codec.name, codec.name)


def declared_encoding(content: bytes) -> str | None:
    """Return the codec that an XML declaration or an HTML ``meta charset`` names, ``None`` where there is none we know."""
    head = content[:_HEAD].lstrip()
    if not head.startswith(b"<"):
        return None
    found = _DECLARED.search(head)
    if found is None:
        return None
    name = codec_named((found[1] or found[2]).decode("ascii", "replace"))
    return None if name is None or name.startswith(("utf-16", "utf-32")) else name


def _strict(content: bytes, encoding: str, source: str, offset: int = 0) -> str:
    """Decode without replacing anything; the error names the byte and where it stands."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        byte = content[error.start]
        where = f"byte 0x{byte:02x} at offset {error.start + offset}"
        raise UnreadableSourceError(source, f"it is not valid {encoding.upper()}: {where} (save it as UTF-8)") from error


def _binary_kind(content: bytes) -> str | None:
    """Return what the bytes seem to be in words, ``None`` where they may be text."""
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            return name
    for at, signature, name in _SIGNATURES_WITHIN:
        if content[at : at + len(signature)] == signature:
            return name
    nul = content.find(b"\x00")
    if nul >= 0:
        return _with_nuls(content, nul)
    head = content[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > max(2, len(head) * _MOST_CONTROLS):
        return f"binary ({controls} control characters in the first {len(head)} bytes)"
    return None


def _with_nuls(content: bytes, nul: int) -> str:
    """Name bytes with NULs: an executable, UTF-16 that lost its mark, or something else."""
    if content.startswith(b"MZ"):
        return "a Windows executable"
    pairs = content[:_HEAD]
    if max(pairs[0::2].count(0), pairs[1::2].count(0)) * 3 > len(pairs):
        return "UTF-16 without a byte order mark (save it as UTF-8)"
    return f"binary (a NUL byte at offset {nul})"


def encoding_of(content: bytes, source: str) -> tuple[str, str | None]:
    """Return the encoding of a large text and what had to be guessed, without making the text.

    Raises:
        UnreadableSourceError: empty, binary, or in no encoding that fits.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return {"utf-8": "utf-8-sig"}.get(encoding, encoding[: encoding.rindex("-")]), None
    kind = _binary_kind(content[:_GUESSED_FROM]) if content else "empty"
    if kind is not None:
        raise UnreadableSourceError(source, f"it seems to be {kind}, not text")
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(content), _GUESSED_FROM):
            decoder.decode(content[at : at + _GUESSED_FROM])
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - a tenth of a second to load, for the rarest files

        wrong = max(0, at - 1000)
        best = from_bytes(content[wrong : wrong + _GUESSED_FROM]).best()
        if best is None:
            raise UnreadableSourceError(source, f"it is not valid UTF-8 after byte {at} (save it as UTF-8)") from None
        return best.encoding, f"it is not UTF-8 and was read as {best.encoding}"
    return "utf-8", None
