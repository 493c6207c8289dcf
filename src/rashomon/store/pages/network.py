"""Actors and their ties at a day: what lists have, and what articles state, grown from some actors step by step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, or_, select

from rashomon.model.actors import Actor, ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.words import SYMMETRIC, ActorKind, Relation
from rashomon.store.actor_page import find_actor
from rashomon.store.codec import decode
from rashomon.store.pages.views import Edge, NetworkView, Node, TieEvidence, ToldTieView
from rashomon.store.passages import tie_view
from rashomon.store.readings import batches
from rashomon.store.shelf import take
from rashomon.store.tables import actor_links, actor_names, actors, articles, findings
from rashomon.text.folding import fold

#: Ties of one actor that articles state: the newest so many are looked at.
TOLD_AT_MOST = 2000
#: Ties that one network shows, those with most behind them first, and stated ties that the page of one tie shows.
EDGES_AT_MOST, EVIDENCE_AT_MOST = 150, 60


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of a tie, by ids of actors: ``source`` a list's name or ``None`` for an article.

    ``dated`` is false where nobody says since when it holds, and ``first`` is the day of print.
    """

    subject: str
    relation: Relation
    object: str
    source: str | None
    article_id: str | None
    standing: str | None
    first: date | None
    last: date | None
    role: str | None = None
    dated: bool = True

    @property
    def ends(self) -> tuple[str, Relation, str]:
        """Return what makes two statements one tie."""
        if self.relation in SYMMETRIC and self.object < self.subject:
            return self.object, self.relation, self.subject
        return self.subject, self.relation, self.object

    def holds(self, day: date | None) -> bool:
        """Return whether the tie is said to hold on a day; always where no day is asked for."""
        return day is None or ((self.first is None or self.first <= day) and (self.last is None or day <= self.last))


def network(connection: Connection, names: Sequence[str], day: date | None) -> NetworkView:
    """Return these actors, those they are tied to on a day, and the ties. Raises NotFoundError for an unknown actor."""
    grown = [find_actor(connection, name) for name in dict.fromkeys(names)]
    stated = [one for actor in grown for one in stated_ties(connection, actor)]
    days = sorted({when for one in stated for when in (one.first, one.last) if when is not None})
    edges = _edges(one for one in stated if one.holds(day))
    edges.sort(key=lambda edge: (-len(edge.lists) - edge.articles, edge.subject, edge.relation, edge.object))
    shown = edges[:EDGES_AT_MOST]
    ids = {actor.id for actor in grown} | {end for edge in shown for end in (edge.subject, edge.object)}
    nodes = _nodes(connection, ids, {actor.id for actor in grown})
    held = {node.id for node in nodes}
    kept = tuple(edge for edge in shown if edge.subject in held and edge.object in held)
    return NetworkView(day, nodes, kept, tuple(days), len(edges) - len(kept))


def _nodes(connection: Connection, ids: Iterable[str], grown: set[str]) -> tuple[Node, ...]:
    """Return the actors by name; private persons are left out."""
    found = []
    for some in batches(sorted(ids)):
        for row in connection.execute(select(actors.c.content).where(actors.c.id.in_(some), ~actors.c.withheld)):
            actor = decode(Actor, row.content)
            found.append(Node(actor.id, actor.name, ActorKind(actor.kind), actor.country, actor.id in grown))
    return tuple(sorted(found, key=lambda node: (node.name, node.id)))


def stated_ties(connection: Connection, actor: Actor) -> Iterator[Stated]:
    """Yield what states a tie of an actor; an article that gives no days says no more of them than a list that does."""
    listed = tuple(_listed(connection, actor))
    yield from listed
    days = {one.ends: (one.first, one.last) for one in listed}
    for row in connection.execute(_TOLD_ROWS, {"actor": actor.id}):
        told = _told(row)
        if told.subject != told.object:
            first, last = (told.first, told.last) if row.valid else days.get(told.ends, (told.first, told.last))
            yield replace(told, first=first, last=last)


def _listed(connection: Connection, actor: Actor) -> Iterator[Stated]:
    names = {fold(end) for tie in actor.ties for end in (tie.subject, tie.object)}
    ids: dict[str, str] = {}
    for some in batches(sorted(names)):
        asked = select(actor_names.c.folded, actor_names.c.actor_id).where(actor_names.c.folded.in_(some))
        for row in connection.execute(asked.order_by(actor_names.c.rank.desc(), actor_names.c.actor_id.desc())):
            ids[row.folded] = row.actor_id
    ids[fold(actor.name)] = actor.id
    for tie in actor.ties:
        ends = ids.get(fold(tie.subject)), ids.get(fold(tie.object))
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            yield _of_list(tie, ends[0], ends[1])


def _of_list(tie: ActorTie, subject: str, other: str) -> Stated:
    first, last = (None, None) if tie.valid is None else (tie.valid.first, tie.valid.last)
    return Stated(subject, tie.relation, other, tie.source, None, None, first, last, tie.role)


def _told_rows() -> Select[Any]:
    """Ask for the newest ties that articles state of the actor ``actor``, newest article first."""
    own, subject, other = actor_links.alias("own"), actor_links.alias("subject"), actor_links.alias("object")
    columns = (
        findings.c.id,
        findings.c.article_id,
        findings.c.says,
        findings.c.standing,
        findings.c.valid,
        articles.c.published,
        subject.c.actor_id.label("subject_id"),
        other.c.actor_id.label("object_id"),
    )
    stands = and_(
        findings.c.article_id == own.c.article_id,
        findings.c.kind == "tie",
        or_(findings.c.key == own.c.key, findings.c.other == own.c.key),
    )
    return (
        select(*columns)
        .select_from(own)
        .join(findings, stands)
        .join(subject, and_(subject.c.article_id == findings.c.article_id, subject.c.key == findings.c.key))
        .join(other, and_(other.c.article_id == findings.c.article_id, other.c.key == findings.c.other))
        .join(articles, articles.c.id == findings.c.article_id)
        .where(own.c.actor_id == bindparam("actor"), findings.c.says.is_not(None))
        .order_by(articles.c.published.is_(None), articles.c.published.desc(), findings.c.id)
        .limit(TOLD_AT_MOST)
    )


#: Made once: an export asks it of every actor.
_TOLD_ROWS = _told_rows()


def _told(row: Row[Any]) -> Stated:
    """A tie holds from the days it states, else from the day it was printed."""
    when = DateInterval.parse(row.valid) if row.valid else None
    printed = DateInterval.parse(row.published).first if row.published else None
    first, last = (printed, None) if when is None else (when.first, when.last)
    return Stated(
        row.subject_id, Relation(row.says), row.object_id, None, row.article_id, row.standing, first, last, dated=when is not None
    )


def _edges(stated: Iterable[Stated]) -> list[Edge]:
    by_ends: dict[tuple[str, Relation, str], list[Stated]] = {}
    for one in stated:
        by_ends.setdefault(one.ends, []).append(one)
    return [_edge(ends, several) for ends, several in by_ends.items()]


def _edge(ends: tuple[str, Relation, str], several: list[Stated]) -> Edge:
    firsts, lasts = [one.first for one in several], [one.last for one in several]
    return Edge(
        *ends,
        lists=tuple(sorted({one.source for one in several if one.source is not None})),
        articles=len({one.article_id for one in several if one.article_id is not None}),
        standing=standing_of(several),
        first=None if None in firsts else min(one for one in firsts if one is not None),
        last=None if None in lasts else max(one for one in lasts if one is not None),
        role=next((one.role for one in several if one.role is not None), None),
    )


def standing_of(several: Sequence[Stated]) -> str:
    """Return how a tie stands by its statements, as `Edge.standing` says it."""
    against = [one for one in several if one.standing is not None]
    if against:
        denied = all(one.standing == "denied" for one in several)
        return "denied" if denied else "disputed"
    return "listed" if any(one.source is not None for one in several) else "told"


def tie_evidence(connection: Connection, subject: str, relation: Relation, other: str) -> TieEvidence | None:
    """Return a tie with everything that states it, ``None`` where nothing does. Raises NotFoundError for unknown actors."""
    actor, goal = find_actor(connection, subject), find_actor(connection, other)
    wanted = Stated(actor.id, relation, goal.id, None, None, None, None, None).ends
    stated = [one for one in stated_ties(connection, actor) if one.ends == wanted]
    if not stated:
        return None
    standing = {one.article_id: one.standing for one in stated if one.article_id is not None}
    shelf = take(connection, list(standing)[:EVIDENCE_AT_MOST])
    told = []
    for article_id in shelf.lines:
        for tie in shelf.readings[article_id].ties if article_id in shelf.readings else ():
            view = tie_view(shelf, tie)
            ends = Stated(view.subject.id or "", tie.relation, view.object.id or "", None, None, None, None, None).ends
            if ends == wanted:
                told.append(ToldTieView(view, standing[article_id]))
    ends_shown = {node.id: node for node in _nodes(connection, {actor.id, goal.id}, set())}
    return TieEvidence(ends_shown[wanted[0]], ends_shown[wanted[2]], _edge(wanted, stated), tuple(told))
