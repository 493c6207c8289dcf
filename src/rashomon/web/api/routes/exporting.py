"""The ledger in every form that others read, as a file."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Annotated, Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import StreamingResponse

from rashomon.exports.contract import Aggregation, Order
from rashomon.exports.forms import FORMS, OF_ONE, form_of
from rashomon.exports.tables.arrow import MissingExtraError
from rashomon.model.errors import NotFoundError, RashomonError
from rashomon.model.marks import Mark
from rashomon.model.people import Right
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.web.api.typed import Typed
from rashomon.web.asked import LONGEST, Asked
from rashomon.web.leaving import publishing_ledger
from rashomon.web.pages import desk_of, whole_only
from rashomon.web.people.access import Visit
from rashomon.web.people.clearances import leaving

router = APIRouter(route_class=Typed, tags=["files"])
#: Bytes that are sent at a time; seconds after which who was sent away may ask again.
_BLOCK, _AGAIN = 1 << 20, "30"
#: What files are, by their endings.
_TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".geojson": "application/geo+json",
    ".wacz": "application/wacz",
    ".xml": "application/xml",
}
_ZIP = "application/zip"
_FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in (_ZIP, *_TYPES.values())}}
}
FormName = Literal[
    "acled",
    "annotated",
    "csv",
    "feed",
    "ftm",
    "ged",
    "geojson",
    "gold",
    "jsonl",
    "parquet",
    "plover",
    "prov",
    "sheet",
    "stix",
    "wacz",
]


@dataclass(frozen=True, slots=True)
class FormTold:
    """A form: ``of`` says of which one thing it may be written, ``None`` where of none; ``whole`` that it is for keepers only."""

    name: str
    of: str | None
    whole: bool


#: The form that holds everything, private names too.
_WHOLE = "jsonl"


@router.get("/exports")
def forms() -> tuple[FormTold, ...]:
    """Give the forms by name."""
    return tuple(FormTold(name, OF_ONE.get(name), name == _WHOLE) for name in sorted(FORMS))


@router.get("/exports/{form}", responses=_FILES)
def export(
    request: Request,
    form: FormName,
    question: Asked,
    tlp: Mark | None = None,
    leads: Annotated[Aggregation, Query(alias="as")] = Aggregation.REPRESENTATIVE,
    of: Annotated[str, Query(max_length=4 * LONGEST)] = "",
) -> Response:
    """Give the events of a question in a form, as one file; where a form has several files, as a zip of them.

    It holds what is marked up to ``tlp``: clear, unless more is asked for by who may see it. ``as`` says which version stands
    where a form has room for one, ``of`` which one thing is written (`/exports`). Whoever asks while two files are being
    written already is told to wait (429).
    """
    clearance = leaving(request, tlp)
    if of and form not in OF_ONE:
        raise HTTPException(422, desk_of(request).say("api.of_one", form=form))
    if form == _WHOLE:
        _keepers_only(request)
    order = Order(Selection(question, clearance), leads, of or None)
    writing = request.app.state.writing
    if not writing.acquire(blocking=False):
        raise HTTPException(429, desk_of(request).say("api.busy"), headers={"Retry-After": _AGAIN})
    try:
        return _written(request, publishing_ledger(request), form, order)
    finally:
        writing.release()


def _keepers_only(request: Request) -> None:
    """Raise HTTPException 403 where who asks does not keep the accounts, or may not see everything."""
    visit = request.scope.get("state", {}).get("visit")
    if isinstance(visit, Visit) and not visit.person.may(Right.MANAGE):
        raise HTTPException(403, desk_of(request).say("api.whole_only"))
    whole_only(request)


def _written(request: Request, ledger: Ledger, form: str, order: Order) -> Response:
    with tempfile.TemporaryDirectory(prefix="rashomon-") as place:
        folder = Path(place) / form
        try:
            form_of(form)(ledger, folder, order)
        except NotFoundError:
            raise
        except RashomonError as error:
            status = 501 if isinstance(error, MissingExtraError) else 409
            why = str(error).replace(str(ledger.folder), "the ledger").replace(place, "the file")
            raise HTTPException(status, desk_of(request).say("api.not_written", why=why)) from error
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        name = f"rashomon-{form}.zip" if len(paths) != 1 else paths[0].name
        kind = _TYPES.get(paths[0].suffix, "application/octet-stream") if len(paths) == 1 else _ZIP
        file = _together(folder, paths)
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_pieces(file), media_type=kind, headers=named)


def _together(folder: Path, paths: list[Path]) -> IO[bytes]:
    """Return a file without a name, which goes when it is closed: the one file there is, or a zip of all."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (closed by who sends it)
    if len(paths) == 1:
        with paths[0].open("rb") as one:
            copyfileobj(one, file, _BLOCK)
    else:
        with ZipFile(file, "w", ZIP_DEFLATED) as package:
            for path in paths:
                package.write(path, path.relative_to(folder).as_posix())
    file.seek(0)
    return file


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_BLOCK):
            yield piece
