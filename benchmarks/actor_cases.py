"""Actor strings and the codes they should get, in the form of NGEC: ``""`` for what is not said, titles of Wikipedia.

The set's offices are those of 2021-22: a string without a date is taken as said between the two years.
"""

import functools
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from benchmarks.shared import Row
from rashomon.linking.actors.entries import is_made
from rashomon.linking.actors.resolving import ActorResolver, Resolved
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import WIKIPEDIA, load_registry
from rashomon.model.words import ActorKind
from rashomon.text.folding import fold

#: The development file in the optional data folder.
DEV = "bench/actor_cases/dev.jsonl"
#: What a reader must not see.
GOLD = ("expect",)
_UNDATED = date(2022, 1, 1)
_FORMS = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%Y-%m", "%Y")


@functools.cache
def resolver() -> ActorResolver:
    """Return the product's own resolver."""
    return ActorResolver(load_registry(), load_gazetteer())


def day_of(text: str) -> date:
    """Return the day of a date in one of the set's forms; the first of 2022 for an empty one.

    Raises:
        ValueError: it has another form.
    """
    if not text:
        return _UNDATED
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError(f"no date: {text!r} (known forms: {', '.join(_FORMS)})")


def title(found: Resolved, kind: str) -> str:
    """Return the title of the article about what was found; a bare country has one only where titles are asked for."""
    actor = found.actor
    if actor is not None and actor.kind == ActorKind.STATE and found.place is None:
        return actor.name if kind == "wiki" else ""
    if actor is not None and actor.kind != ActorKind.STATE:
        titles = [alias.text for alias in actor.aliases if alias.source == WIKIPEDIA]
        marked = [alias.text for alias in actor.aliases if not alias.text.isascii() and fold(alias.text) == fold(actor.name)]
        return "" if is_made(actor) else next(iter((*titles, *marked)), actor.name)
    return found.place.name if found.place is not None else ""


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Resolve the strings one after the other."""
    for row in rows:
        found = resolver().resolve(row["text"], row.get("context") or "", day_of(row.get("date") or ""))
        sectors = (*found.sectors, "", "")
        yield {
            "id": row["id"],
            "country": found.country or "",
            "code_1": sectors[0],
            "code_2": sectors[1],
            "wiki": title(found, row["kind"]),
            "rest": found.rest,
            "none": not found.is_actor,
        }
