"""Captures as records of a web archive, with the line of the index that finds each."""

import json
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from rashomon.model.evidence import Fetch
from rashomon.model.sources import Capture

#: Headers of the answer that no longer hold for bytes that are kept without chunks and compression.
_OF_THE_WIRE = ("transfer-encoding", "content-encoding", "content-length")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Written:
    """A record that was written: its address, time and line of the index."""

    address: str
    at: str
    line: str


class Archive:
    """Writes records into one gzipped file, each a member of its own, the same bytes for the same captures."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # noqa: PLC0415 - only this needs it

        self._file = file
        self._name = name
        self._writer = WARCWriter(file, gzip=True, warc_version="1.1")

    def write(self, capture: Capture, content: bytes, fetch: Fetch | None) -> Written:
        """Write a capture as the answer that a fetch brought, or as a resource where nothing is known of one."""
        address = fetch.address if fetch is not None else capture.address or f"urn:sha256:{capture.sha256}"
        at = _utc(fetch.at if fetch is not None else capture.taken_at)
        began = self._file.tell()
        if fetch is None:
            self._resource(capture, content, address, at)
        else:
            self._response(capture, content, fetch, at)
        stated = {
            "url": address,
            "mime": (capture.media_type or "application/octet-stream").split(";")[0].strip(),
            "status": str(fetch.status or 200) if fetch is not None else "200",
            "digest": f"sha256:{capture.sha256}",
            "length": str(self._file.tell() - began),
            "offset": str(began),
            "filename": self._name,
        }
        digits = "".join(character for character in at if character.isdigit())[:14]
        return Written(address, at, f"{sort_key(address)} {digits} {json.dumps(stated)}")

    def _response(self, capture: Capture, content: bytes, fetch: Fetch, at: str) -> None:
        from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # noqa: PLC0415

        kept = [(name, value) for name, value in fetch.headers if name not in _OF_THE_WIRE]
        moved = [(f"x-archive-orig-{name}", value) for name, value in fetch.headers if name in _OF_THE_WIRE]
        headers = StatusAndHeaders(
            str(fetch.status or 200), [*kept, *moved, ("content-length", str(len(content)))], protocol="HTTP/1.1"
        )
        block = headers.to_bytes() + content
        self._put("response", fetch.address, content, headers, _stated(capture, block, fetch.address, at))

    def _resource(self, capture: Capture, content: bytes, address: str, at: str) -> None:
        stated = _stated(capture, content, address, at) | {"Content-Type": capture.media_type or "application/octet-stream"}
        self._put("resource", address, content, None, stated)

    def _put(self, kind: str, address: str, content: bytes, headers: object, stated: dict[str, str]) -> None:
        record = self._writer.create_warc_record(
            address,
            kind,
            payload=BytesIO(content),
            length=len(content),
            http_headers=headers,
            warc_headers_dict=stated,
            warc_content_type=stated.get("Content-Type", "application/http; msgtype=response"),
        )
        self._writer.write_record(record)


def _stated(capture: Capture, block: bytes, address: str, at: str) -> dict[str, str]:
    """Return a record's own headers; its id follows from what it holds."""
    return {
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{address} {at} {capture.sha256}')}>",
        "WARC-Date": at,
        "WARC-Payload-Digest": f"sha256:{capture.sha256}",
        "WARC-Block-Digest": f"sha256:{sha256(block).hexdigest()}",
    }


def _utc(at: str) -> str:
    """Return a moment as archives write it: ``2031-03-05T08:00:00Z``."""
    return f"{at[:19]}Z"


def sort_key(address: str) -> str:
    """Return an address as an index sorts it: host backwards, no scheme, no ``www``.

    >>> sort_key("https://www.wire.example/Raid?b=2&a=1")
    'example,wire)/raid?a=1&b=2'
    """
    parts = urlsplit(address)
    if parts.hostname is None:
        return address
    host = ",".join(reversed(parts.hostname.removeprefix("www.").split(".")))
    port = "" if parts.port in (None, _PORTS.get(parts.scheme)) else f":{parts.port}"
    asked = "&".join(sorted(parts.query.lower().split("&"))) if parts.query else ""
    return f"{host}{port}){(parts.path or '/').lower()}{'?' if asked else ''}{asked}"
