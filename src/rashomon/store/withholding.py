"""Which names are withheld in which articles, and articles and readings without them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Position
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article
from rashomon.store.codec import decode
from rashomon.store.readings import batches
from rashomon.store.tables import actor_links, actors
from rashomon.store.withheld import PRIVATE_PERSON, blot_whole, blotted, names_of, without_names


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is withheld in one article: the names of the private persons it links to, and their entity keys."""

    names: frozenset[str]
    keys: frozenset[str]


def hidden_in(connection: Connection, article_ids: Iterable[str]) -> dict[str, Hidden]:
    """Return what is withheld in these articles; an article without private persons has no entry."""
    names: dict[str, set[str]] = {}
    keys: dict[str, set[str]] = {}
    for ids in batches(sorted(set(article_ids))):
        asked = select(actor_links.c.article_id, actor_links.c.key, actors.c.content)
        asked = asked.join(actors, actors.c.id == actor_links.c.actor_id).where(actors.c.withheld)
        for row in connection.execute(asked.where(actor_links.c.article_id.in_(ids))):
            names.setdefault(row.article_id, set()).update(names_of(decode(Actor, row.content)))
            keys.setdefault(row.article_id, set()).add(row.key)
    return {article_id: Hidden(frozenset(names[article_id]), frozenset(keys[article_id])) for article_id in names}


def article_without(article: Article, reading: Reading | None, hidden: Hidden) -> Article:
    """Return the article with the withheld names blotted out of text and titles; every offset stays."""
    text = blot_whole(article.text, hidden.names)
    for mention in reading.mentions if reading is not None else ():
        if mention.named and mention.key in hidden.keys:
            text = blotted(text, mention.span.start, mention.span.end)
    title, digest = article.title, article.digest_title
    return replace(
        article,
        text=text,
        title=None if title is None else blot_whole(title, hidden.names),
        digest_title=None if digest is None else blot_whole(digest, hidden.names),
    )


def reading_without(reading: Reading, hidden: Hidden) -> Reading:
    """Return the reading with the names of its private persons replaced."""
    mentions = tuple(_unnamed(one) if one.key in hidden.keys else one for one in reading.mentions)
    return replace(reading, mentions=mentions)


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

    return replace(found, topic=without_names(found.topic, names), positions=tuple(side(one) for one in found.positions))
