"""The page on which an edited sheet is compared with the ledger and, when its differences were seen, decided."""

import binascii
from base64 import b64decode, b64encode
from hashlib import sha256
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, HTTPException, Query, Request, Response, UploadFile
from fastapi.responses import RedirectResponse, StreamingResponse

from rashomon.exports.round_trip.applying import Applied, apply_changes
from rashomon.exports.round_trip.comparing import Comparing
from rashomon.exports.round_trip.contract import Comparison, SheetError
from rashomon.exports.round_trip.reading import read_sheet
from rashomon.exports.round_trip.writing import BOM, SHEET, sheet_lines
from rashomon.model.marks import Mark
from rashomon.model.people import Right
from rashomon.web.answers import answer, wants_json
from rashomon.web.asked import Asked
from rashomon.web.leaving import told_to_leave
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
    found = compared(request, content, name, LARGEST)
    sent = {"name": name, "content": b64encode(content).decode("ascii"), "seen": digest_of(found)}
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
        found = compared(request, b64decode(content, validate=True), name, LARGEST)
    except binascii.Error as error:
        raise HTTPException(422, desk_of(request).say("sheet.unreadable")) from error
    done = applied(request, visit, found, seen, why)
    if done.refused:
        reasons = "; ".join(f"row {one.row}, {one.field}: {one.reason}" for one in done.refused)
        raise HTTPException(422, desk_of(request).say("sheet.partly", made=len(done.made), reasons=reasons))
    if wants_json(request):
        return answer(request, "error.html", tuple(shown(logged) for logged in done.made))
    return RedirectResponse("/decisions", status_code=303)


@router.get("/review/sheet.csv", name="sheet_file", dependencies=[Depends(needs(Right.DECIDE))])
def download(request: Request, question: Asked, tlp: Annotated[Mark | None, Query()] = None) -> Response:
    """Give the events of an answer as a sheet to be corrected; what is marked above ``tlp`` (CLEAR) is left out."""
    named = {"Content-Disposition": f'attachment; filename="{SHEET}"'}
    lines = sheet_lines(told_to_leave(request, question, tlp))
    return StreamingResponse(chain((BOM,), lines), media_type="text/csv; charset=utf-8", headers=named)


def applied(request: Request, visit: Visit, found: Comparison, seen: str, why: str) -> Applied:
    """Decide what a comparison found. Raises HTTPException 409 where it is no more what somebody saw."""
    if digest_of(found) != seen:
        raise HTTPException(409, desk_of(request).say("sheet.changed_meanwhile"))
    access = access_of(request)
    done = apply_changes(access.review, found, visit.person.name, why.strip(), now)
    if done.made:
        access.decided()
    return done


def compared(request: Request, content: bytes, name: str, largest: int) -> Comparison:
    """Return what a sheet would change. Raises HTTPException where it is none, or has more bytes than that."""
    if len(content) > largest:
        raise HTTPException(413, desk_of(request).say("sheet.too_large", largest=largest))
    try:
        sheet = read_sheet(content, name)
    except SheetError as error:
        raise HTTPException(422, str(error)) from error
    return Comparing(ledger_of(request), access_of(request).review).compare(sheet)


def digest_of(found: Comparison) -> str:
    """Return what tells whether a comparison still is what somebody saw."""
    return sha256(repr((found.changes, found.conflicts)).encode("utf-8", "surrogatepass")).hexdigest()
