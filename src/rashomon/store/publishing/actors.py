"""Actors for publishing: with their names, their dated ties, and the words that state each tie."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from rashomon.model.actors import Actor
from rashomon.model.marks import Mark
from rashomon.model.words import Relation
from rashomon.store.codec import decode
from rashomon.store.pages.network import Stated, standing_of, stated_ties
from rashomon.store.pages.views import ToldTieView
from rashomon.store.passages import tie_view
from rashomon.store.publishing.sharing import actors_unmet, restricted_articles
from rashomon.store.readings import batches
from rashomon.store.shelf import Shelf, take
from rashomon.store.tables import actors
from rashomon.store.views import TieView

#: Articles whose words one tie brings, the newest; how many state it is said beside.
QUOTED = 5


@dataclass(frozen=True, slots=True)
class PublishedTie:
    """A tie between two actors, by their ids, with all that states it.

    Args:
        role: as a list has it ("foreign minister").

        first, last: from when to when it is said to hold, ``None`` where nobody says.

        standing: "listed", "told", "disputed" or "denied", as `rashomon.store.pages.views.Edge` has it.

        lists: names of the lists that have it.

        told: the words of the newest `QUOTED` articles that state it.

        articles: how many articles state it.
    """

    subject: str
    relation: Relation
    object: str
    role: str | None
    first: date | None
    last: date | None
    standing: str
    lists: tuple[str, ...]
    told: tuple[ToldTieView, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class PublishedActor:
    """An actor that may be named, and its ties to others that may be, by relation and other end."""

    actor: Actor
    ties: tuple[PublishedTie, ...]


def published_actors(connection: Connection, actor_ids: Iterable[str], clearance: Mark) -> Iterator[PublishedActor]:
    """Yield actors by id with their ties; private persons are left out at either end, as is what restricted captures state."""
    hidden = restricted_articles(connection, clearance)
    for ids in batches(sorted(set(actor_ids))):
        for actor in named_actors(connection, ids, hidden):
            yield PublishedActor(actor, tuple(_ties(connection, actor, hidden)))


def named_actors(connection: Connection, actor_ids: Iterable[str], hidden: Collection[str] = ()) -> Iterator[Actor]:
    """Yield actors by id without private persons and those that only hidden articles name; names that only these have are cut."""
    for ids in batches(sorted(set(actor_ids))):
        unmet = actors_unmet(connection, ids, hidden)
        asked = select(actors.c.content).where(actors.c.id.in_(ids), ~actors.c.withheld).order_by(actors.c.id)
        for content in connection.scalars(asked):
            actor = decode(Actor, content)
            if actor.id not in unmet:
                yield replace(actor, aliases=tuple(alias for alias in actor.aliases if alias.source not in hidden))


def _ties(connection: Connection, actor: Actor, hidden: Collection[str]) -> Iterator[PublishedTie]:
    stated = [one for one in stated_ties(connection, actor) if one.article_id not in hidden]
    if not stated:
        return
    ends = {end for one in stated for end in (one.subject, one.object)}
    shown = {one.id for one in named_actors(connection, ends, hidden)}
    several = _one_tie_each(one for one in stated if {one.subject, one.object} <= shown)
    shelf = take(connection, {article_id for same in several for article_id in _quoted(same)})
    for same in several:
        yield _tie(shelf, same)


def _one_tie_each(stated: Iterable[Stated]) -> list[list[Stated]]:
    """Return statements of one tie together: an office held twice is two; one without days goes with the only dated one."""
    by_ends: dict[tuple[str, Relation, str], dict[tuple[str, ...], list[Stated]]] = {}
    undated: dict[tuple[str, Relation, str], list[Stated]] = {}
    for one in stated:
        if one.dated and (one.first is not None or one.last is not None):
            held = tuple(str(value or "") for value in (one.role, one.first, one.last))
            by_ends.setdefault(one.ends, {}).setdefault(held, []).append(one)
        else:
            undated.setdefault(one.ends, []).append(one)
    for ends, several in undated.items():
        known = by_ends.setdefault(ends, {})
        known.setdefault(next(iter(known)) if len(known) == 1 else (), []).extend(several)
    return [by_ends[ends][held] for ends in sorted(by_ends) for held in sorted(by_ends[ends])]


def _quoted(several: Iterable[Stated]) -> list[str]:
    return list(dict.fromkeys(one.article_id for one in several if one.article_id is not None))[:QUOTED]


def _tie(shelf: Shelf, several: list[Stated]) -> PublishedTie:
    ends = several[0].ends
    dated = [one for one in several if one.dated]
    firsts, lasts = [one.first for one in dated], [one.last for one in dated]
    standing = {one.article_id: one.standing for one in several if one.article_id is not None}
    return PublishedTie(
        *ends,
        role=next((one.role for one in several if one.role is not None), None),
        first=None if None in firsts else min((one for one in firsts if one is not None), default=None),
        last=None if None in lasts else max((one for one in lasts if one is not None), default=None),
        standing=standing_of(several),
        lists=tuple(sorted({one.source for one in several if one.source is not None})),
        told=tuple(ToldTieView(view, standing[view.article.id]) for view in _told(shelf, ends, _quoted(several))),
        articles=len(standing),
    )


def _told(shelf: Shelf, ends: tuple[str, Relation, str], article_ids: Iterable[str]) -> Iterator[TieView]:
    for article_id in article_ids:
        for tie in shelf.readings[article_id].ties if article_id in shelf.readings else ():
            view = tie_view(shelf, tie)
            stated = Stated(view.subject.id or "", tie.relation, view.object.id or "", None, None, None, None, None)
            if stated.ends == ends:
                yield view
