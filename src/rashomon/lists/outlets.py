"""Read outlets from list entries, and make the actor that an outlet is when it is quoted."""

from datetime import date

from rashomon.lists.listfile import Entry
from rashomon.model.actors import Actor, Alias
from rashomon.model.sources import Grade, Outlet
from rashomon.model.words import ActorKind, OutletKind

_KEYS = ("kind", "family", "country", "language", "aliases", "ambiguous", "grades", "ties", "sides")
_LETTERS = frozenset("ABCDEF")


def read_outlet(entry: Entry) -> Outlet:
    """Return the outlet an entry describes. Raises ListError where the entry breaks its form."""
    entry.only(_KEYS)
    kind = entry.text("kind")
    if kind is not None and kind not in OutletKind.__members__.values():
        raise entry.error(f"kind must be one of {', '.join(OutletKind)}, not {kind!r}")
    return Outlet(
        name=entry.name,
        kind=None if kind is None else OutletKind(kind),
        family=entry.text("family"),
        country=entry.text("country"),
        language=entry.text("language"),
        aliases=(*entry.texts("aliases"), *entry.texts("ambiguous")),
        grades=tuple(_grade(entry, row) for row in entry.rows("grades")),
    )


def _grade(entry: Entry, row: object) -> Grade:
    stated = dict(row) if isinstance(row, dict) else {}
    letter = stated.get("letter", "")
    if letter not in _LETTERS:
        raise entry.error(f"a grade's letter must be one of A to F, not {letter!r}")
    since = stated.get("since")
    try:
        return Grade(letter, None if since is None else date.fromisoformat(since), stated.get("why", ""))
    except ValueError as error:
        raise entry.error(f"a grade's since must be a day like 2020-01-31, not {since!r}") from error


def outlet_actor(outlet: Outlet, entry: Entry) -> Actor:
    """Return the outlet as an actor, for articles that name it as the source of a claim."""
    vague = frozenset(entry.texts("ambiguous"))
    aliases = tuple(Alias(text, entry.file, text in vague) for text in outlet.aliases)
    return Actor(outlet.name, ActorKind.OUTLET, aliases, outlet.country, entry.texts("sides"))
