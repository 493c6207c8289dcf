"""Check the full-text indexes: whole in themselves, and each line what pages show of its article, claim or event."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, select, text
from sqlalchemy.exc import DatabaseError

from rashomon.model.actors import Actor
from rashomon.model.ledger import Event, Linked
from rashomon.model.places import Place
from rashomon.store.codec import decode
from rashomon.store.database import reading, writing
from rashomon.store.event_rows import event_lines, indexed
from rashomon.store.evidence.views import Problem
from rashomon.store.fulltext import folded
from rashomon.store.publishing.tables import withheld_lines
from rashomon.store.relinked import held
from rashomon.store.search.claim_lines import claim_words
from rashomon.store.search.tables import claims
from rashomon.store.shelf import take
from rashomon.store.tables import actors, articles, events, places

_WHOLE = {
    "article_index": text("INSERT INTO article_index (article_index) VALUES ('integrity-check')"),
    "claim_index": text("INSERT INTO claim_index (claim_index) VALUES ('integrity-check')"),
    "event_index": text("INSERT INTO event_index (event_index) VALUES ('integrity-check')"),
}
_ARTICLES = text("SELECT rowid, title, text FROM article_index WHERE rowid BETWEEN :first AND :last")
_STRAY_ARTICLES = text("SELECT rowid FROM article_index WHERE rowid NOT IN (SELECT number FROM articles)")
_STRAY_CLAIMS = text("SELECT rowid FROM claim_index WHERE rowid NOT IN (SELECT number FROM claims)")
_STRAY_EVENTS = text("SELECT rowid FROM event_index WHERE rowid NOT IN (SELECT number FROM events)")
_CLAIM = "SELECT rowid, words FROM claim_index WHERE rowid IN ({})"
#: Articles or events that are in memory at a time, and lines of an index that are named.
_TOGETHER, _NAMED = 200, 20
_OTHERWISE = "is found by other words than its own: the full-text index was changed in the database"
_MISSING, _STRAY = "is missing from the full-text index", "is a line of the full-text index that belongs to nothing"


class Indexes:
    """One check of the full-text indexes. They are read; SQLite wants the lock of a writer for it all the same."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong, of each index at most so many lines by name."""
        yield from self._broken()
        with reading(self._engine) as connection:
            for found in (_of_articles(connection), _of_events(connection)):
                yield from _first(found)

    def _broken(self) -> Iterator[Problem]:
        for name, check in _WHOLE.items():
            with writing(self._engine) as connection:
                try:
                    connection.execute(check)
                except DatabaseError:
                    yield Problem("index", name, "is broken: it does not fit the words that it holds (restore a copy)")


def _of_articles(connection: Connection) -> Iterator[Problem]:
    """Yield the articles and claims of which the indexes say otherwise than pages."""
    columns = [articles.c[name] for name in ("number", "id", "title", "text", "current")]
    held_back = {row.number: row.signature for row in connection.execute(select(withheld_lines))}
    for part in connection.execute(select(*columns).order_by(articles.c.number)).mappings().partitions(_TOGETHER):
        waiting = {row["number"] for row in part if held_back.get(row["number"]) == ""}
        cut = {row["id"] for row in part if row["number"] in held_back} - {row["id"] for row in part if row["number"] in waiting}
        shown = {key: (one.title or "", one.text) for key, one in take(connection, cut).articles.items()}
        told = {
            row["id"]: shown.get(row["id"], (row["title"] or "", row["text"])) for row in part if row["number"] not in waiting
        }
        yield from _lines_of(connection, part, told)
        yield from _claims_of(connection, {key: words for key, (_, words) in told.items()})
    yield from (Problem("index", f"article line {number}", _STRAY) for number in connection.scalars(_STRAY_ARTICLES))
    yield from (Problem("index", f"claim line {number}", _STRAY) for number in connection.scalars(_STRAY_CLAIMS))


def _lines_of(connection: Connection, part: Iterable[RowMapping], told: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """Compare articles with their lines; one that waits, or that another version took the place of, has none."""
    ids = {row["number"]: row["id"] for row in part}
    wanted = {row["number"]: told[row["id"]] for row in part if row["current"] and row["id"] in told}
    found = connection.execute(_ARTICLES, {"first": min(ids), "last": max(ids)})
    held = {row.rowid: (row.title, row.text) for row in found if row.rowid in ids}
    lines = {number: (folded(title), folded(words)) for number, (title, words) in wanted.items()}
    yield from _compared(held, lines, {number: f"article {key}" for number, key in ids.items()})


def _claims_of(connection: Connection, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Compare the claims of articles with their lines."""
    wanted = claim_words(connection, texts)
    asked = select(claims.c.number, claims.c.id).where(claims.c.article_id.in_(list(texts)))
    names = {row.number: f"claim {row.id}" for row in connection.execute(asked)}
    listed = ",".join(map(str, names))
    held = {row.rowid: row.words for row in connection.exec_driver_sql(_CLAIM.format(listed))}
    yield from _compared(held, wanted, names)


def _of_events(connection: Connection) -> Iterator[Problem]:
    """Compare the events with their lines."""
    asked = select(events.c.number, events.c.id, events.c.content).order_by(events.c.number)
    for part in connection.execute(asked).partitions(_TOGETHER):
        told = ((row.id, decode(Event, row.content)) for row in part)
        known = tuple(event for event_id, event in told if event.id == event_id)  # another's content is a problem of its own
        wanted = event_lines(connection, _with_names(connection, known))
        numbers = [row.number for row in part]
        yield from _compared(indexed(connection, numbers), wanted, {number: f"event line {number}" for number in numbers})
    yield from (Problem("index", f"event line {number}", _STRAY) for number in connection.scalars(_STRAY_EVENTS))


def _with_names(connection: Connection, several: tuple[Event, ...]) -> Linked:
    """Return events with the actors and places that their lines name."""
    named = {one.value for event in several for one in (*event.agents, *event.patients)}
    where = {one.value for event in several for one in event.places}
    return Linked(
        actors=tuple(held(connection, actors, Actor, named)),
        places=tuple(held(connection, places, Place, where)),
        events=several,
    )


def _compared(held: Mapping[int, Any], wanted: Mapping[int, Any], names: Mapping[int, str]) -> Iterator[Problem]:
    for number in sorted(held.keys() | wanted.keys()):
        if held.get(number) != wanted.get(number):
            what = _MISSING if number not in held else _STRAY if number not in wanted else _OTHERWISE
            yield Problem("index", names[number], what)


def _first(found: Iterator[Problem]) -> Iterator[Problem]:
    """Yield the first problems, and how many more there are."""
    more = 0
    for n, problem in enumerate(found):
        if n < _NAMED:
            yield problem
        else:
            more += 1
    if more:
        yield Problem("index", "full-text", f"{more} more lines are not what they should be (next: rashomon update)")
