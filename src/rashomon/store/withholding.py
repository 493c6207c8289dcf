"""Which names are withheld in which articles, and articles and readings without them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from sqlalchemy import Connection, select

from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Copy, Event, Position, Reason
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article
from rashomon.store.codec import decode
from rashomon.store.readings import batches
from rashomon.store.tables import actor_links, actors, articles, meta
from rashomon.store.withheld import (
    PRIVATE_PERSON,
    address_without,
    blot_whole,
    blotted,
    names_any,
    names_of,
    surname_of,
    without_names,
)

#: The row of ``meta`` that holds the names which a rule withholds wherever they stand, one a line.
WITHHELD_NAMES = "withheld_names"


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is withheld in one article: the names of the private persons it links to, and their entity keys."""

    names: frozenset[str]
    keys: frozenset[str]


def hidden_in(connection: Connection, article_ids: Iterable[str]) -> dict[str, Hidden]:
    """Return what is withheld in these articles; an article without private persons has no entry.

    Names are those of the private persons that the article is linked to, their last names unless somebody else in the article
    has the same, and those that a rule withholds wherever they stand.
    """
    names: dict[str, set[str]] = {}
    keys: dict[str, set[str]] = {}
    surnames: dict[str, set[str]] = {}
    wanted = sorted(set(article_ids))
    for ids in batches(wanted):
        asked = select(actor_links.c.article_id, actor_links.c.key, actors.c.content)
        asked = asked.join(actors, actors.c.id == actor_links.c.actor_id).where(actors.c.withheld)
        for row in connection.execute(asked.where(actor_links.c.article_id.in_(ids))):
            actor = decode(Actor, row.content)
            names.setdefault(row.article_id, set()).update(names_of(actor))
            keys.setdefault(row.article_id, set()).add(row.key)
            if (surname := surname_of(actor)) is not None:
                surnames.setdefault(row.article_id, set()).add(surname)
    for article_id, others in _public_words(connection, surnames).items():
        names[article_id] |= surnames[article_id] - others
    for article_id, several in _named_everywhere(connection, wanted):
        names.setdefault(article_id, set()).update(several)
    return {one: Hidden(frozenset(several), frozenset(keys.get(one, ()))) for one, several in names.items()}


def _public_words(connection: Connection, article_ids: Iterable[str]) -> dict[str, set[str]]:
    """Return the words of the names of the other actors that articles are linked to."""
    found: dict[str, set[str]] = {article_id: set() for article_id in article_ids}
    asked = select(actor_links.c.article_id, actors.c.name).join(actors, actors.c.id == actor_links.c.actor_id)
    for ids in batches(sorted(found)):
        for row in connection.execute(asked.where(~actors.c.withheld, actor_links.c.article_id.in_(ids))):
            found[row.article_id].update(row.name.split())
    return found


def _named_everywhere(connection: Connection, article_ids: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the articles that hold names which a rule withholds wherever they stand, with these."""
    kept = connection.scalar(select(meta.c.value).where(meta.c.key == WITHHELD_NAMES))
    if not kept:
        return
    asked = select(articles.c.id, articles.c.text, articles.c.title, articles.c.digest_title)
    for ids in batches(article_ids):
        for row in connection.execute(asked.where(articles.c.id.in_(ids))):
            text = f"{row.title or ''}\n{row.digest_title or ''}\n{row.text}"
            several = [name for name in kept.split("\n") if names_any(text, [name])]
            if several:
                yield row.id, several


class Blotted(Article):
    """An article with names blotted out of its text and titles. It keeps the id that the whole one has."""

    __slots__ = ("_kept",)

    @classmethod
    def of(cls, article: Article, text: str, names: Collection[str]) -> "Blotted":
        """Return an article under another text, with these names out of its titles and address."""
        stated = {field.name: getattr(article, field.name) for field in fields(article)}
        titles = {name: stated[name] and blot_whole(stated[name], names) for name in ("title", "digest_title")}
        made = cls(**stated | titles | {"text": text, "url": address_without(article.url, names)})
        object.__setattr__(made, "_kept", article.id)
        return made

    @property
    def id(self) -> str:
        """Return the id of the whole article."""
        kept: str = getattr(self, "_kept", "")
        return kept


def article_without(article: Article, reading: Reading | None, hidden: Hidden) -> Article:
    """Return the article with the withheld names blotted out of text and titles; every offset stays."""
    text = blot_whole(article.text, hidden.names)
    for mention in reading.mentions if reading is not None else ():
        if mention.named and mention.key in hidden.keys:
            text = blotted(text, mention.span.start, mention.span.end)
    return Blotted.of(article, text, hidden.names)


def reading_without(reading: Reading, hidden: Hidden) -> Reading:
    """Return the reading with the names of its private persons replaced."""
    mentions = tuple(_unnamed(one) if _is_hidden(one, hidden) else one for one in reading.mentions)
    return replace(reading, mentions=mentions)


def _is_hidden(mention: Mention, hidden: Hidden) -> bool:
    return mention.key in hidden.keys or names_any(f"{mention.text}\n{mention.name}", hidden.names)


def _unnamed(mention: Mention) -> Mention:
    return replace(mention, text=PRIVATE_PERSON if mention.named else mention.text, name=PRIVATE_PERSON)


def contradictions_without(connection: Connection, found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return contradictions whose topics and sides do not name private persons."""
    several = tuple(found)
    hidden = hidden_in(connection, (side.article_id for one in several for side in one.positions))
    return tuple(_without(one, hidden) for one in several) if hidden else several


def _without(found: Contradiction, hidden: Mapping[str, Hidden]) -> Contradiction:
    names = {name for side in found.positions if side.article_id in hidden for name in hidden[side.article_id].names}
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
    return tuple(replace(one, text=without_names(one.text, names)) for one in reasons)


def copies_without(connection: Connection, found: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return copies whose reasons, which quote both articles, do not have the names withheld in either."""
    several = tuple(found)
    hidden = hidden_in(connection, (key for one in several for key in (one.article_id, one.original_id)))

    def names(one: Copy) -> frozenset[str]:
        return frozenset(name for key in (one.article_id, one.original_id) if key in hidden for name in hidden[key].names)

    return tuple(replace(one, reasons=reasons_without(one.reasons, names(one))) for one in several) if hidden else several


def joins_without(connection: Connection, event: Event, article_ids: Iterable[str]) -> Event:
    """Return an event whose reasons do not have the names withheld in the articles that tell it."""
    names = {name for one in hidden_in(connection, article_ids).values() for name in one.names}
    joins = tuple(replace(join, reasons=reasons_without(join.reasons, names)) for join in event.joins)
    return replace(event, joins=joins) if names else event
