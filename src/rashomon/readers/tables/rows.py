"""One row of a table of articles as a story."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from rashomon.model.words import PartKind
from rashomon.readers.credits import credited
from rashomon.readers.drafts import Story
from rashomon.readers.lines import kind_of
from rashomon.readers.markup import one_line, paragraphs
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import printed_date

_EITHER_WAY = re.compile(r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:\D|\d{4,6}$|$)")
_SECONDS = re.compile(r"^\d{9,10}(?:\.\d+)?$|^\d{13}$")
_MILLISECONDS = 13
_MONTHS = 12
_LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_][a-zA-Z]{2,4})?$")
_LISTED = re.compile(r"\s*[;|]\s*")


@dataclass(frozen=True, slots=True)
class Form:
    """How a table is to be read: the columns by field, and whether "3/7/2031" is the third of July; ``None`` if unknown."""

    columns: Mapping[str, str]
    day_first: bool | None = None


def day_order(dates: Iterable[str]) -> bool | None:
    """Return whether the day stands before the month, as far as dates like "31/12/2031" among them show it."""
    for text in dates:
        found = _EITHER_WAY.match(text)
        if found is not None and max(int(found[1]), int(found[2])) > _MONTHS:
            return int(found[1]) > _MONTHS
    return None


def day_of(text: str, day_first: bool | None = None) -> str | None:
    """Return the day of a cell: printed, as seconds since 1970, or as eight digits."""
    if _SECONDS.match(text):
        seconds = float(text) / (1000 if len(text) == _MILLISECONDS else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    compact = _COMPACT.match(text)
    if compact is not None:
        return printed_date("-".join(compact.groups()))
    found = _EITHER_WAY.match(text)
    if found is not None and day_first is not None:
        day, month = (found[1], found[2]) if day_first else (found[2], found[1])
        return printed_date(f"{found[3]}-{int(month):02}-{int(day):02}")
    return printed_date(text)


def row_story(row: Mapping[str, object], form: Form) -> Story | None:
    """Return a row as a story; ``None`` where it has no words."""
    cells = {field: cell_text(row.get(column)) for field, column in form.columns.items()}
    title = one_line(cells.get("title", "")) or None
    body = [words for words in paragraphs(cells.get("text", "")) if words != title]
    lead = [words for words in paragraphs(cells.get("lead", "")) if words not in body and words != title]
    if not any(character.isalpha() for words in body for character in words):
        body, lead = lead, []
    if not body:
        return None
    authors = _names(cells.get("authors", ""))
    outlet = one_line(cells.get("outlet", "")) or None
    said = cells.get("language", "")
    language = _LANGUAGE.match(said.strip())
    address = cells.get("url", "").strip()
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, title)] if title is not None else []
    pieces.extend((PartKind.LEAD, words) for words in lead)
    pieces.extend((kind_of(words), words) for words in body)
    return Story(
        tuple(pieces),
        title,
        authors=authors,
        published=day_of(cells.get("published", "").strip(), form.day_first),
        outlet=outlet,
        url=address if address.startswith(("http://", "https://")) else None,
        language=language[1] if language is not None else None,
        modified=day_of(cells.get("modified", "").strip(), form.day_first),
        credits=credited(body, authors, _listed(cells.get("credits", "")), outlet),
        identity=cells.get("identity", "").strip() or None,
    )


def cell_text(value: object) -> str:
    """Return a cell as text: of a list its pieces, of an object its ``name``, nothing for anything else."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or value.get("text")
    if isinstance(value, list):
        return "; ".join(filter(None, map(cell_text, value)))
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _names(text: str) -> tuple[str, ...]:
    """Return the authors in a cell."""
    found = [name for piece in _listed(one_line(text)) for name in (names_in(piece.removeprefix("By ")) or (piece,))]
    return tuple(dict.fromkeys(found))


def _listed(text: str) -> list[str]:
    """Return the values of a cell that holds several, apart by ``;`` or ``|``."""
    return [piece for piece in _LISTED.split(text.strip()) if piece]
