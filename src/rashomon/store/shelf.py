"""All that a page needs of a few articles: the articles, their readings, their lines, and what their entities are linked to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, case, select

from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Mention, Reading
from rashomon.model.sources import Article
from rashomon.store.articles import article_of
from rashomon.store.codec import decode
from rashomon.store.lines import article_lines
from rashomon.store.readings import batches
from rashomon.store.review.overlay import corrected_readings
from rashomon.store.tables import actor_links, actors, articles, place_links, places, readings
from rashomon.store.views import ArticleLine, Named
from rashomon.store.withheld import PRIVATE_PERSON
from rashomon.store.withholding import article_without, hidden_in, key_stands, reading_without

#: What entities are linked to, by article and key: id and name.
_Links = dict[tuple[str, str], tuple[str, str]]
#: What stands for an outlet that the page does not name, and for a source that the text says nobody knows.
NO_OUTLET, NOBODY = "outlet not stated", "nobody"
#: Readings that are kept as they are, by what is stored of them.
KEPT = 512


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some articles by id with everything known of them. ``actors`` and ``places`` go from (article, key) to (id, name).

    Names of private persons are withheld throughout: their id is empty, their words are blotted out of the texts.
    """

    articles: dict[str, Article]
    lines: dict[str, ArticleLine]
    readings: dict[str, Reading]
    actors: dict[tuple[str, str], tuple[str, str]]
    places: dict[tuple[str, str], tuple[str, str]]
    mentions: dict[tuple[str, str], Mention]

    def actor(self, article_id: str, key: str, words: str | None = None) -> Named:
        """Return an entity as an actor (as a place, where it is only that); its best mention's name where it is not linked."""
        if key == OUTLET_KEY:
            outlet = self.articles[article_id].outlet
            return Named(outlet or NO_OUTLET, outlet or "")
        if key == UNKNOWN_KEY:
            return Named(NOBODY, words or "")
        return self._named(self.actors.get((article_id, key)) or self.places.get((article_id, key)), article_id, key, words)

    def place(self, article_id: str, key: str, words: str | None = None) -> Named:
        """Return an entity as a place (as an actor, where it is only that), else by its mention's name."""
        return self._named(self.places.get((article_id, key)) or self.actors.get((article_id, key)), article_id, key, words)

    def _named(self, linked: tuple[str, str] | None, article_id: str, key: str, words: str | None) -> Named:
        mention = self.mentions.get((article_id, key))
        text = words if words is not None else mention.text if mention is not None else key
        if linked is not None:
            return Named(linked[1], text, linked[0]) if linked[0] else Named(PRIVATE_PERSON, PRIVATE_PERSON)
        return Named((mention.name or mention.text) if mention is not None else key, text)


def take(connection: Connection, article_ids: Iterable[str]) -> Shelf:
    """Return the shelf of these articles; those that the ledger does not hold are left out."""
    wanted = sorted(set(article_ids))
    found: dict[str, Article] = {}
    read: dict[str, Reading] = {}
    for ids in batches(wanted):
        asked = select(articles, readings.c.content).outerjoin(readings, readings.c.article_id == articles.c.id)
        for row in connection.execute(asked.where(articles.c.id.in_(ids))).mappings():
            found[row["id"]] = article_of(row)
            if row["content"] is not None:
                read[row["id"]] = _reading(row["content"])
    read = corrected_readings(connection, found, read)
    stands: dict[str, Mapping[str, str]] = {}
    for article_id, hidden in hidden_in(connection, found).items():
        found[article_id] = article_without(found[article_id], read.get(article_id), hidden)
        if article_id in read:
            stands[article_id] = key_stands(read[article_id], hidden)
            read[article_id] = reading_without(read[article_id], hidden)
    return Shelf(
        found,
        article_lines(connection, wanted),
        read,
        _shown(_links(connection, wanted, of_actors=True), stands),
        _shown(_links(connection, wanted, of_actors=False), stands),
        {(article_id, key): mention for article_id, reading in read.items() for key, mention in best_mentions(reading).items()},
    )


@lru_cache(maxsize=KEPT)
def _reading(content: str) -> Reading:
    """Return the reading that is stored so; the same pages are opened again and again while an update writes."""
    return decode(Reading, content)


def _shown(links: _Links, stands: Mapping[str, Mapping[str, str]]) -> _Links:
    """Return links by the keys that are shown."""
    return {(one, stands.get(one, {}).get(key, key)): linked for (one, key), linked in links.items()} if stands else links


def _links(connection: Connection, wanted: list[str], *, of_actors: bool) -> dict[tuple[str, str], tuple[str, str]]:
    """Return what entities are linked to, the best scored link of each."""
    link, goal = (actor_links, actors) if of_actors else (place_links, places)
    goal_id = link.c.actor_id if of_actors else link.c.place_id
    best: dict[tuple[str, str], tuple[str, str]] = {}
    for ids in batches(wanted):
        shown = case((actors.c.withheld, ""), else_=actors.c.id) if of_actors else places.c.id
        asked = select(link.c.article_id, link.c.key, shown.label("id"), goal.c.name).join(goal, goal.c.id == goal_id)
        for row in connection.execute(asked.where(link.c.article_id.in_(ids)).order_by(link.c.score.desc(), goal.c.name)):
            best.setdefault((row.article_id, row.key), (row.id, row.name))
    return best


def best_mentions(reading: Reading) -> dict[str, Mention]:
    """Return the mention that names each entity best: the first that holds a name, else the first."""
    best: dict[str, Mention] = {}
    for mention in reading.mentions:
        if mention.key and (mention.key not in best or (mention.named and not best[mention.key].named)):
            best[mention.key] = mention
    return best
