"""Write entities as lines of JSON, and every value of them with where it comes from as a table of statements."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from rashomon.exports.contract import Order
from rashomon.exports.graphs.ftm.actors import actor_entity, place_entity, tie_entity
from rashomon.exports.graphs.ftm.entities import COLUMNS, Entity, Origin
from rashomon.exports.graphs.ftm.events import EventEntities
from rashomon.exports.graphs.ftm.origins import language
from rashomon.exports.graphs.said import open_address, outlet_of
from rashomon.exports.graphs.walk import Around, walk
from rashomon.exports.wording.catalogue import read_words
from rashomon.model.actors import Actor
from rashomon.model.places import Place
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.actors import PublishedTie
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.publishing.kept import PublishedArticle


def write_ftm(ledger: Ledger, target: Path, order: Order) -> tuple[Path, ...]:
    """Write ``target/entities.ftm.json`` and ``target/statements.csv``, and return both paths."""
    target.mkdir(parents=True, exist_ok=True)
    paths = target / "entities.ftm.json", target / "statements.csv"
    unfinished = [path.with_name(f"{path.name}.part") for path in paths]
    with unfinished[0].open("w", encoding="utf-8") as lines, unfinished[1].open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, dialect=csv.unix_dialect)
        writer.writerow(COLUMNS)
        for entity in walk(ledger, order, _Ftm(order)):
            lines.write(f"{entity.line}\n")
            writer.writerows(entity.statements())
    for part, path in zip(unfinished, paths, strict=True):
        part.replace(path)
    return paths


class _Ftm:
    """Shapes things as entities. Keeps to `rashomon.exports.graphs.walk.Shape`."""

    def __init__(self, order: Order) -> None:
        self._say = read_words()
        self._aggregation = order.aggregation

    def place(self, place: Place) -> Iterable[Entity]:
        """Return an address."""
        return (place_entity(place),)

    def event(self, event: PublishedEvent, around: Around) -> Iterator[Entity]:
        """Return an event with its links, documents, mentions and notes."""
        return EventEntities(event, around, self._say, self._aggregation).all()

    def actor(self, actor: Actor, grade: str | None) -> Iterable[Entity]:
        """Return a person, organisation or body."""
        return (actor_entity(actor, grade),)

    def tie(self, tie: PublishedTie, actors: Mapping[str, Actor], grades: Mapping[str, str]) -> Iterable[Entity]:
        """Return a link; its articles may be told nowhere else, so they are named but no documents."""
        del grades
        return (tie_entity(tie, actors),)

    def article(self, published: PublishedArticle, told: Iterable[tuple[str, bool]], grade: str | None) -> Iterable[Entity]:
        """Return an article without its text; its file is called by its digest, as file names may name people."""
        del told
        line, kept = published.line, published.kept
        origin = Origin(line.id, kept.capture.taken_at[:19])
        made = Entity(line.id, "Article").add("title", line.title, origin).add_all("author", kept.authors, origin)
        made.add("publisher", outlet_of(line), origin).add("sourceUrl", open_address(line.url), origin)
        made.add("publishedAt", line.published, origin).add("language", language(kept.language), origin)
        made.add("fileName", f"{kept.capture.sha256}{PurePath(kept.capture.name).suffix}", origin).add(
            "retrievedAt", kept.capture.taken_at[:19], origin
        )
        return (made.add("notes", None if grade is None else f"Reliability of the outlet: {grade} (Admiralty code).", origin),)
