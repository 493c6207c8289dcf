"""The page on which an edited sheet is compared with the ledger and, when its differences were seen, decided."""

import binascii
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, HTTPException, Request, Response, UploadFile
from starlette.responses import RedirectResponse

from rashomon.exports.round_trip.applying import apply_changes
from rashomon.exports.round_trip.comparing import Comparing
from rashomon.exports.round_trip.contract import Comparison, SheetError
from rashomon.exports.round_trip.reading import read_sheet
from rashomon.model.people import Right
from rashomon.web.answers import answer, wants_json
from rashomon.web.pages import desk_of, ledger_of
from rashomon.web.people.access import Visit, access_of, needs
from rashomon.web.review.forms import Decider, Text, now, shown

router = APIRouter()
#: Bytes of a sheet that the desk takes: it travels twice, the second time a third larger, in a form of at most a megabyte.
LARGEST = 700_000
#: Differences of each kind that the page shows.
LISTED = 500


@router.get("/review/sheet", name="review_sheet")
def page(request: Request, visit: Annotated[Visit, Depends(needs(Right.DECIDE))]) -> Response:
    """Show where a sheet is sent to."""
    return answer(request, "review_sheet.html", None, visit=visit, largest=LARGEST)


@router.post("/review/sheet", name="compare_sheet")
async def compare(request: Request, visit: Decider, file: Annotated[UploadFile, File()]) -> Response:
    """Show what a sheet would change; nothing is decided yet."""
    content, name = await file.read(LARGEST + 1), (file.filename or "")[:200]
    found = _compared(request, content, name)
    sent = {"name": name, "content": b64encode(content).decode("ascii"), "seen": _digest(found)}
    return answer(request, "review_sheet.html", found, visit=visit, largest=LARGEST, sent=sent, listed=LISTED)


@router.post("/review/sheet/decisions", name="apply_sheet")
def decide(
    request: Request,
    visit: Decider,
    content: Annotated[str, Form(max_length=1_000_000)],
    seen: Text,
    name: Text = "",
    why: Text = "",
) -> Response:
    """Decide what the page showed, if it still is what would change."""
    try:
        found = _compared(request, b64decode(content, validate=True), name)
    except binascii.Error as error:
        raise HTTPException(422, desk_of(request).say("sheet.unreadable")) from error
    if _digest(found) != seen:
        raise HTTPException(409, desk_of(request).say("sheet.changed_meanwhile"))
    access = access_of(request)
    done = apply_changes(access.review, found, visit.person.name, why.strip(), now)
    if done.made:
        access.decided()
    if done.refused:
        reasons = "; ".join(f"row {one.row}, {one.field}: {one.reason}" for one in done.refused)
        raise HTTPException(422, desk_of(request).say("sheet.partly", made=len(done.made), reasons=reasons))
    if wants_json(request):
        return answer(request, "error.html", tuple(shown(logged) for logged in done.made))
    return RedirectResponse("/decisions", status_code=303)


def _compared(request: Request, content: bytes, name: str) -> Comparison:
    """Return what a sheet would change. Raises HTTPException where it is none, or too large."""
    if len(content) > LARGEST:
        raise HTTPException(413, desk_of(request).say("sheet.too_large", largest=LARGEST))
    try:
        sheet = read_sheet(content, name)
    except SheetError as error:
        raise HTTPException(422, str(error)) from error
    return Comparing(ledger_of(request), access_of(request).review).compare(sheet)


def _digest(found: Comparison) -> str:
    return sha256(repr((found.changes, found.conflicts)).encode("utf-8", "surrogatepass")).hexdigest()
