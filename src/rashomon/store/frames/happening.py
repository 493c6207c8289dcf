"""Rows of events and of every version of their values, from what linking stored and only as far as it may be told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rashomon.model.ledger import Event
from rashomon.model.words import ALARMS, Status
from rashomon.store.codec import decode, encode
from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.naming import Names, names_of_events
from rashomon.store.frames.raw import Raw, parsed
from rashomon.store.frames.values import NO_DAYS, NO_ENDS, among, days, ends, fetched
from rashomon.store.pages.origins import bare_roots
from rashomon.store.publishing.restricting import without_accounts
from rashomon.store.review.tables import review_queue
from rashomon.store.tables import contradictions, event_accounts, events

#: The lists of an event's values by the name of their field.
FIELDS = {
    "type": "types",
    "status": "statuses",
    "date": "dates",
    "place": "places",
    "agent": "agents",
    "patient": "patients",
    "killed": "killed",
    "injured": "injured",
}
_DISPUTED = (Status.DISPUTED, Status.DENIED)
_NAMED, _COUNTS = frozenset({"place", "agent", "patient"}), frozenset({"killed", "injured"})


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as far as it may be told.

    Args:
        id: of the ledger's event, also where a part of it may not be told.

        content: the event in its stored form, its title without names of private persons.

        told: its accounts that may be told, with the root of each.

        articles: how many articles these stand in.

        alarms: how many alarms its accounts raise.

        review: where its review stands, ``None`` where nothing waits.
    """

    id: str
    content: Raw
    told: Mapping[str, str | None]
    articles: int
    alarms: int
    review: str | None

    def roots(self, accounts: Sequence[str]) -> int:
        """Return how many roots some of its accounts have."""
        if len(accounts) == 1:
            return int(self.told.get(accounts[0]) is not None)
        return len({root for one in accounts if (root := self.told.get(one)) is not None})


def happenings(connection: Connection, ids: tuple[str, ...], scope: Scope, names: Names) -> Iterator[Happening]:
    """Yield these events by id; one of which no account may be told is left out."""
    told: dict[str, dict[str, tuple[str, str | None]]] = {}
    columns = (event_accounts.c[name] for name in ("event_id", "account_id", "article_id", "root_id"))
    for event_id, *account in fetched(connection, select(*columns).where(among(event_accounts.c.event_id, ids))):
        told.setdefault(event_id, {})[account[0]] = (account[1], account[2])
    states = select(review_queue.c.event_id, review_queue.c.state).where(among(review_queue.c.event_id, ids))
    review = dict(fetched(connection, states))
    alarms = _alarms(connection, ids, scope) if scope.hidden else {}
    held = select(events.c.id, events.c.title, events.c.content, events.c.alarms)
    for key, title, content, raised in fetched(connection, held.where(among(events.c.id, ids)).order_by(events.c.id)):
        accounts = told.get(key, {})
        shown = {one: root for one, (article, root) in accounts.items() if scope.shows(article)}
        kept = parsed(content) if len(shown) == len(accounts) else _left(content, shown, accounts, names)
        if kept is not None:
            kept["title"] = title if len(shown) == len(accounts) else kept["title"]
            count = len({article for article, _ in accounts.values() if scope.shows(article)})
            yield Happening(key, kept, shown, count, alarms.get(key, 0) if scope.hidden else raised, review.get(key))


def _left(
    content: str, shown: Mapping[str, str | None], accounts: Mapping[str, tuple[str, str | None]], names: Names
) -> Raw | None:
    """Return a stored event without what only some accounts give, ``None`` where nothing is left."""
    gone, roots = frozenset(accounts.keys() - shown.keys()), {one: root for one, (_, root) in accounts.items()}
    left = without_accounts(decode(Event, content), gone, roots, names.name)
    return None if left is None else parsed(encode(left))


def event_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, list[Row]]:
    """Return the rows of these events and of all versions of their values."""
    names = names_of_events(connection, ids)
    found = list(happenings(connection, ids, scope, names))
    roots = bare_roots(connection, {root for one in found for root in one.content["roots"]})
    known = {key: root.name for key, root in roots.items()}
    return {
        "events": [_event(one, names, known) for one in found],
        "event_values": [row for one in found for row in _value_rows(one, names)],
    }


def _alarms(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, int]:
    """Return how many alarms each event has, of those whose sides may all be told."""
    asked = select(contradictions.c.event_id, contradictions.c.content).where(contradictions.c.rank < len(ALARMS))
    counted: dict[str, int] = {}
    for event_id, content in connection.execute(asked.where(among(contradictions.c.event_id, ids))):
        if all(scope.shows(side["article_id"]) for side in parsed(content)["positions"]):
            counted[event_id] = counted.get(event_id, 0) + 1
    return counted


def _event(one: Happening, names: Names, root_names: Mapping[str | None, str]) -> Row:
    event, get = one.content, one.content.get
    status, roots, dates, killed, injured = event["status"], event["roots"], get("dates"), get("killed", ()), get("injured", ())
    where = names.places([version["value"] for version in get("places", ())])
    first = where[0][1] if where else {}
    return (
        one.id,
        event["title"],
        event["type"],
        status,
        *(days(dates[0]["value"]) if dates else NO_DAYS),
        [place["name"] for _, place in where],
        [key for key, _ in where],
        sorted({country for _, place in where if (country := place.get("country"))}),
        *(first.get(name) for name in ("lat", "lon", "precision")),
        *names.actors(get("agents", ())),
        *names.actors(get("patients", ())),
        *(ends(killed[0]["value"]) if killed else NO_ENDS),
        *(ends(injured[0]["value"]) if injured else NO_ENDS),
        [version["value"] for version in killed],
        [version["value"] for version in injured],
        len(event["accounts"]),
        one.articles,
        len(roots),
        roots,
        [root_names.get(root, "") for root in roots],
        one.alarms,
        one.alarms > 0 or status in _DISPUTED,
        one.review,
    )


def _value_rows(one: Happening, names: Names) -> Iterator[Row]:
    get = one.content.get
    for field, name in FIELDS.items():
        for rank, version in enumerate(get(name, ()), 1):
            value, accounts = version["value"], version["accounts"]
            shown, key = names.of(value) if field in _NAMED else (value, None)
            date = days(value) if field == "date" else NO_DAYS
            bounds = ends(value) if field in _COUNTS else NO_ENDS
            yield (one.id, field, rank, shown, key, *date, *bounds, len(accounts), one.roots(accounts), accounts)
