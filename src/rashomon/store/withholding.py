"""Which names are withheld in which articles, and articles and readings without them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, select

from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Copy, Event, NameSupport, Position, Reason
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article, Capture
from rashomon.model.words import ActorKind
from rashomon.store.codec import decode, decode_tuple
from rashomon.store.publishing.reaching import person_in
from rashomon.store.readings import batches
from rashomon.store.tables import actor_links, actors, articles, event_accounts, meta, readings
from rashomon.store.withheld import (
    PRIVATE_PERSON,
    address_without,
    blot_whole,
    blotted,
    names_any,
    names_in,
    names_of,
    parts_of,
    surname_of,
    without_names,
)

#: The row of ``meta`` that holds the names which a rule withholds wherever they stand, one a line.
WITHHELD_NAMES = "withheld_names"
#: Digits of a capture's digest that stand for a file's name.
SHOWN_DIGITS = 16
#: What the ids begin with that stand for those of private persons.
PRIVATE_ID = "private-"


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is withheld in one article: the names of the private persons it links to, and their entity keys."""

    names: frozenset[str]
    keys: frozenset[str]


def hidden_in(connection: Connection, article_ids: Iterable[str]) -> dict[str, Hidden]:
    """Return what is withheld in these articles; an article without private persons has no entry.

    Names are those of the private persons that the article is linked to, and those that a rule withholds wherever they stand;
    and of persons last names (first names too of those whom a rule names), unless somebody else in the article has the same.
    """
    names: dict[str, set[str]] = {}
    keys: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    wanted = sorted(set(article_ids))
    for ids in batches(wanted) if _withholds_any(connection) else ():
        asked = select(actor_links.c.article_id, actor_links.c.key, actors.c.content)
        asked = asked.join(actors, actors.c.id == actor_links.c.actor_id).where(actors.c.withheld)
        for row in connection.execute(asked.where(actor_links.c.article_id.in_(ids))):
            actor = decode(Actor, row.content)
            names.setdefault(row.article_id, set()).update(names_of(actor))
            keys.setdefault(row.article_id, set()).add(row.key)
            for called in filter(None, map(person_in, names_of(actor) if actor.kind != ActorKind.PERSON else ())):
                names[row.article_id].add(called)
                parts.setdefault(row.article_id, set()).update(parts_of(called)[-1:])
            if (surname := surname_of(actor)) is not None:
                parts.setdefault(row.article_id, set()).add(surname)
    persons = _persons(connection)
    for article_id, several in named_everywhere(connection, wanted):
        names.setdefault(article_id, set()).update(several, names_everywhere(connection))
        parts.setdefault(article_id, set()).update(part for name in several & persons for part in parts_of(name))
    for article_id, others in _public_words(connection, parts, names).items():
        names[article_id] |= parts[article_id] - others
    return {one: Hidden(frozenset(several), frozenset(keys.get(one, ()))) for one, several in names.items()}


def _persons(connection: Connection) -> frozenset[str]:
    """Return which names that a rule withholds wherever they stand may be persons': those that no group or body bears."""
    kept = names_everywhere(connection)
    asked = select(actors.c.name).where(actors.c.name.in_(kept), actors.c.kind.not_in((ActorKind.PERSON, ActorKind.UNKNOWN)))
    return frozenset(kept) - set(connection.scalars(asked)) if kept else frozenset()


def _withholds_any(connection: Connection) -> bool:
    """Return whether any actor is a private person."""
    return connection.scalar(select(actors.c.id).where(actors.c.withheld).limit(1)) is not None


def _public_words(
    connection: Connection, article_ids: Iterable[str], withheld: Mapping[str, Collection[str]]
) -> dict[str, set[str]]:
    """Return the words of the names of other actors that articles are linked to, not of those named after the withheld."""
    found: dict[str, set[str]] = {article_id: set() for article_id in article_ids}
    asked = select(actor_links.c.article_id, actors.c.name).join(actors, actors.c.id == actor_links.c.actor_id)
    for ids in batches(sorted(found)):
        for row in connection.execute(asked.where(~actors.c.withheld, actor_links.c.article_id.in_(ids))):
            if not names_any(row.name, withheld[row.article_id]):
                found[row.article_id].update(row.name.split())
    return found


def names_everywhere(connection: Connection) -> tuple[str, ...]:
    """Return the names that a rule withholds wherever they stand."""
    kept = connection.scalar(select(meta.c.value).where(meta.c.key == WITHHELD_NAMES))
    return tuple(kept.split("\n")) if kept else ()


def named_everywhere(connection: Connection, article_ids: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the articles that hold names which a rule withholds wherever they stand, with these."""
    kept = names_everywhere(connection)
    if not kept:
        return
    asked = select(*(articles.c[name] for name in ("id", "text", "title", "digest_title", "authors")))
    for ids in batches(article_ids):
        for row in connection.execute(asked.where(articles.c.id.in_(ids))):
            stated = (row.title, row.digest_title, *decode_tuple(str, row.authors), row.text)
            several = names_in("\n".join(part for part in stated if part), kept)
            if several:
                yield row.id, several


class Blotted(Article):
    """An article with names blotted out of its text and titles. It keeps the id that the whole one has."""

    __slots__ = ("_kept",)

    @classmethod
    def of(cls, article: Article, text: str, names: Collection[str]) -> "Blotted":
        """Return an article under another text, with these names out of all that its page states, addresses too."""
        stated = {field.name: getattr(article, field.name) for field in fields(article)}
        titles = {name: stated[name] and blot_whole(stated[name], names) for name in ("title", "digest_title")}
        people = {name: tuple(without_names(one, names) for one in stated[name]) for name in ("authors", "credits")}
        addresses = {name: address_without(stated[name], names) for name in ("url", "identity", "forwarded_from")}
        links = tuple(link for link in article.links if address_without(link, names) is not None)
        made = cls(**stated | titles | people | addresses | {"text": text, "links": links})
        object.__setattr__(made, "_kept", article.id)
        return made

    @property
    def id(self) -> str:
        """Return the id of the whole article."""
        kept: str = getattr(self, "_kept", "")
        return kept


def captures_without(connection: Connection, several: Iterable[Capture]) -> tuple[Capture, ...]:
    """Return captures without addresses and file names that spell names withheld in their articles."""
    found = tuple(several)
    if not (_withholds_any(connection) or names_everywhere(connection)):
        return found
    by_capture: dict[str, list[str]] = {}
    for digests in batches(sorted({one.sha256 for one in found})):
        asked = select(articles.c.capture, articles.c.id).where(articles.c.capture.in_(digests))
        for row in connection.execute(asked):
            by_capture.setdefault(row.capture, []).append(row.id)
    hidden = hidden_in(connection, (one for ids in by_capture.values() for one in ids))
    kept = frozenset(names_everywhere(connection))
    if not hidden and not kept:
        return found
    return tuple(_unspelled(one, kept | _all_names(hidden, by_capture.get(one.sha256, ()))) for one in found)


def _all_names(hidden: Mapping[str, Hidden], article_ids: Iterable[str]) -> frozenset[str]:
    return frozenset(name for one in article_ids if one in hidden for name in hidden[one].names)


def _unspelled(capture: Capture, names: frozenset[str]) -> Capture:
    """Return a capture whose address and file name do not spell these names; its digest stands for the file's name."""
    name = address_without(capture.name, names) or f"{capture.sha256[:SHOWN_DIGITS]}{PurePath(capture.name).suffix[:8]}"
    return replace(capture, name=name, address=address_without(capture.address, names))


def article_without(article: Article, reading: Reading | None, hidden: Hidden) -> Article:
    """Return the article with the withheld names blotted out of text and titles; every offset stays."""
    text = blot_whole(article.text, hidden.names)
    for mention in reading.mentions if reading is not None else ():
        if mention.key in hidden.keys and (mention.named or _describes(mention)):
            text = blotted(text, mention.span.start, mention.span.end)
    return Blotted.of(article, text, hidden.names)


def key_stands(reading: Reading, hidden: Hidden) -> Mapping[str, str]:
    """Return what stands for the keys of an article's private persons, since keys are made of names."""
    spelled = (one for one in reading.keys if one in hidden.keys or address_without(one, hidden.names) is None)
    return {key: f"{PRIVATE_ID}{n}" for n, key in enumerate(spelled, 1)}


def key_of(connection: Connection, article_id: str, shown: str) -> str:
    """Return the key that a page shows as another one; any other as it is."""
    content = connection.scalar(select(readings.c.content).where(readings.c.article_id == article_id))
    hidden = hidden_in(connection, [article_id]).get(article_id) if shown.startswith(PRIVATE_ID) else None
    if content is None or hidden is None:
        return shown
    stands = key_stands(decode(Reading, content), hidden)
    return next((key for key, stood in stands.items() if stood == shown), shown)


def reading_without(reading: Reading, hidden: Hidden) -> Reading:
    """Return the reading with the names of its private persons replaced, and their keys."""
    mentions = tuple(_unnamed(one, hidden) if _is_hidden(one, hidden) else one for one in reading.mentions)
    claims = tuple(replace(one, kept=one.id) for one in reading.claims)
    shown: Reading = _rekeyed(replace(reading, mentions=mentions, claims=claims), key_stands(reading, hidden))
    return shown


def _rekeyed(value: Any, stands: Mapping[str, str]) -> Any:  # noqa: ANN401 (a reading, or any part of one)
    """Return a value in which other keys stand for some."""
    if isinstance(value, str):
        return stands.get(value, value)
    if isinstance(value, tuple):
        return tuple(_rekeyed(one, stands) for one in value) if stands else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    differing = {name: made for name, one in held.items() if (made := _rekeyed(one, stands)) != one}
    return replace(value, **differing) if differing else value


def _is_hidden(mention: Mention, hidden: Hidden) -> bool:
    return mention.key in hidden.keys or names_any(f"{mention.text}\n{mention.name}", hidden.names)


def _describes(mention: Mention) -> bool:
    """Return whether words that are no name say who it is all the same: "the teacher from Gao", but not "the teacher"."""
    return not mention.named and any(word[:1].isupper() for word in mention.text.split()[1:])


def _unnamed(mention: Mention, hidden: Hidden) -> Mention:
    own = mention.named or (mention.key in hidden.keys and _describes(mention))
    text = PRIVATE_PERSON if own else without_names(mention.text, hidden.names)
    return replace(mention, text=text, name=PRIVATE_PERSON)


def contradictions_without(connection: Connection, found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return contradictions whose topics and sides do not name private persons."""
    several = tuple(found)
    telling = _telling(connection, {one.event_id for one in several if one.event_id is not None})
    sides = (side.article_id for one in several for side in one.positions)
    hidden = hidden_in(connection, (*sides, *(one for ids in telling.values() for one in ids)))
    return tuple(_without(one, hidden, telling.get(one.event_id or "", ())) for one in several) if hidden else several


def _telling(connection: Connection, event_ids: Collection[str]) -> dict[str, list[str]]:
    """Return the articles that tell these events, whose titles topics quote."""
    found: dict[str, list[str]] = {}
    asked = select(event_accounts.c.event_id, event_accounts.c.article_id)
    for ids in batches(sorted(event_ids)) if _withholds_any(connection) or names_everywhere(connection) else ():
        for row in connection.execute(asked.where(event_accounts.c.event_id.in_(ids))):
            found.setdefault(row.event_id, []).append(row.article_id)
    return found


def _without(found: Contradiction, hidden: Mapping[str, Hidden], telling: Iterable[str]) -> Contradiction:
    read = {*telling, *(side.article_id for side in found.positions)}
    names = {name for article_id in read if article_id in hidden for name in hidden[article_id].names}
    if not names:
        return found

    def side(one: Position) -> Position:
        source = None if one.source is None else without_names(one.source, names)
        return replace(one, source=source, says=without_names(one.says, names))

    return replace(
        found,
        topic=without_names(found.topic, names),
        positions=tuple(side(one) for one in found.positions),
        reasons=reasons_without(found.reasons, names),
    )


def reasons_without(reasons: Iterable[Reason], names: Collection[str]) -> tuple[Reason, ...]:
    """Return reasons whose sentences do not have these names."""
    return tuple(replace(one, text=without_names(one.text, names, as_written=False)) for one in reasons)


def copies_without(connection: Connection, found: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return copies whose reasons, which quote both articles, do not have the names withheld in either."""
    several = tuple(found)
    hidden = hidden_in(connection, (key for one in several for key in (one.article_id, one.original_id)))

    def names(one: Copy) -> frozenset[str]:
        return frozenset(name for key in (one.article_id, one.original_id) if key in hidden for name in hidden[key].names)

    return tuple(replace(one, reasons=reasons_without(one.reasons, names(one))) for one in several) if hidden else several


def parties_without(connection: Connection, several: Iterable[Event]) -> tuple[Event, ...]:
    """Return events whose agents and patients do not have the ids of private persons, which are made of their names.

    Such an id is replaced by one that only stands apart from others of its event.
    """
    found = tuple(several)
    ids = {one.value for event in found for one in (*event.agents, *event.patients)}
    private: set[str] = set()
    for some in batches(sorted(ids)):
        private.update(connection.scalars(select(actors.c.id).where(actors.c.id.in_(some), actors.c.withheld)))
    return tuple(_unlinked(event, private) for event in found) if private else found


def _unlinked(event: Event, private: Collection[str]) -> Event:
    named = (one.value for one in (*event.agents, *event.patients) if one.value in private)
    stands = {one: f"{PRIVATE_ID}{n}" for n, one in enumerate(dict.fromkeys(named), 1)}

    def shown(one: NameSupport) -> NameSupport:
        return replace(one, value=stands.get(one.value, one.value))

    return replace(event, agents=tuple(map(shown, event.agents)), patients=tuple(map(shown, event.patients)))


def joins_without(connection: Connection, event: Event, article_ids: Iterable[str]) -> Event:
    """Return an event whose reasons do not have the names withheld in the articles that tell it."""
    names = {name for one in hidden_in(connection, article_ids).values() for name in one.names}
    joins = tuple(replace(join, reasons=reasons_without(join.reasons, names)) for join in event.joins)
    return replace(event, joins=joins) if names else event
