"""The bytes of captures, as they were fetched or given."""

from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response

from rashomon.model.sources import Capture
from rashomon.web.api.typed import Typed
from rashomon.web.pages import desk_of, ledger_of

router = APIRouter(route_class=Typed, tags=["things"])
_BYTES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/captures/{sha256}")
def capture(request: Request, sha256: str) -> Capture:
    """Give what is known of a capture: where and when it came from, how large it is."""
    return ledger_of(request).pages.capture(sha256)


@router.get("/captures/{sha256}/bytes", responses=_BYTES)
def content(request: Request, sha256: str) -> Response:
    """Give a capture's bytes, untrusted as they came; not where it names private persons (403)."""
    pages = ledger_of(request).pages
    kept = pages.capture(sha256)
    if pages.withholds(sha256):
        raise HTTPException(403, desk_of(request).say("article.capture_withheld"))
    headers = {
        "Content-Disposition": f'attachment; filename="{sha256[:16]}.bin"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "ETag": f'"{kept.sha256}"',
        "Cache-Control": "private, immutable",
    }
    return Response(pages.content(sha256), media_type="application/octet-stream", headers=headers)
