"""Which reports tell of one event of election violence (MAVERICK), from date, place, actors and figures.

Each printed source is an article, each of its reports an account; who and where are given, so linking begins at the gathering.
"""

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.shared import Figures, Row, shared
from rashomon.linking.cast import Cast
from rashomon.linking.contract import Source
from rashomon.linking.events.merging import Caution, gather
from rashomon.linking.events.tellings import tell
from rashomon.linking.places.places import PlaceLinks
from rashomon.linking.scenes import scene_of
from rashomon.linking.sources.roots import Roots
from rashomon.lists.gazetteer import ListedGazetteer, load_gazetteer
from rashomon.lists.registry import ListedRegistry, load_registry
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.ids import content_id
from rashomon.model.ledger import ActorLink, PlaceLink
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Filler, Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import ActorKind, EventType, MentionKind, PlacePrecision, Role, Status

#: The file in the optional data folder.
DATA = "data/maverick/maverick_event_report.csv.gz"
#: What linking must not see.
GOLD = ("event_id",)
#: Actors of a report are numbered from one.
_ACTORS = range(1, 7)
_KINDS = {
    "Security forces": (MentionKind.FORCE, ActorKind.FORCE),
    "Political actor": (MentionKind.ORGANISATION, ActorKind.PARTY),
    "Non-state armed actor": (MentionKind.GROUP, ActorKind.ARMED_GROUP),
    "Citizens": (MentionKind.CIVILIANS, ActorKind.COMMUNITY),
}
#: What the set's codes of precision mean, country first.
_PRECISIONS = (
    PlacePrecision.COUNTRY,
    PlacePrecision.ADMIN1,
    PlacePrecision.TOWN,
    PlacePrecision.POINT,
    PlacePrecision.POINT,
    PlacePrecision.POINT,
)
_UNKNOWN = "Unknown"
#: Set on the events whose ids have an even digest; coders give each source one report of an event.
CAUTION = Caution(at=0.9, beside=0.9, whole=0.95, apart=True)


class _Page:
    """One printed source in the making: its text, its accounts, and who and where its keys are."""

    def __init__(self, rows: list[Row]) -> None:
        lines = [_line(row) for row in rows]
        text = "\n".join(lines)
        self._article = Article(
            content_id("set", rows[0]["source"], rows[0]["id"]),
            0,
            0,
            len(text),
            text,
            outlet=rows[0].get("source_author") or None,
        )
        self.actors: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}
        self.actor_links: list[ActorLink] = []
        self.place_links: list[PlaceLink] = []
        self._mentions: list[Mention] = []
        start = 0
        self.accounts: dict[str, Account] = {}
        for at, (row, line) in enumerate(zip(rows, lines, strict=True)):
            self.accounts[row["id"]] = self._account(row, f"{at}", start, start + len(line))
            start += len(line) + 1

    @property
    def source(self) -> Source:
        """Return the article with its reading."""
        reading = Reading(self._article.id, "set", tuple(self._mentions), tuple(self.accounts.values()))
        return Source(self._article, reading)

    def _account(self, row: Row, key: str, start: int, end: int) -> Account:
        span = EvidenceSpan(self._article.id, start, end)
        fillers = [*self._who(row, key, span), *self._where(row, key, span)]
        return Account(
            EventType.ATTACK,
            Status.ASSERTED,
            span,
            span,
            tuple(fillers),
            date=_when(row),
            killed=_count(row, "deaths"),
            injured=_count(row, "injuries"),
        )

    def _who(self, row: Row, key: str, span: EvidenceSpan) -> Iterator[Filler]:
        for at in _ACTORS:
            name = row.get(f"actor{at}") or ""
            if not name:
                continue
            mention, kind = _KINDS.get(row.get(f"actor{at}_type") or "", (MentionKind.ORGANISATION, ActorKind.UNKNOWN))
            own = f"{key}a{at}"
            named = not name.startswith(_UNKNOWN)
            self._mentions.append(Mention(span, mention, name, own, name, named))
            if named:
                actor = Actor(name, kind)
                self.actors[actor.id] = actor
                self.actor_links.append(ActorLink(self._article.id, own, actor.id, 1.0))
            yield Filler(Role.PATIENT if _flag(row, f"actor{at}_victim") else Role.AGENT, own, span)

    def _where(self, row: Row, key: str, span: EvidenceSpan) -> Iterator[Filler]:
        place = _place(row)
        if place is not None:
            own = f"{key}p"
            self._mentions.append(Mention(span, MentionKind.PLACE, place.name, own, place.name, named=True))
            self.places[place.id] = place
            self.place_links.append(PlaceLink(self._article.id, own, place.id, 1.0))
            yield Filler(Role.PLACE, own, span)


def _line(row: Row) -> str:
    told = [row.get("event_context"), row.get("target"), *(row.get(f"actor{at}_violence") for at in _ACTORS)]
    return "; ".join(words for words in told if words and words != _UNKNOWN) or "violence"


def _flag(row: Row, name: str) -> bool:
    return float(row.get(name) or 0) > 0


def _when(row: Row) -> DateInterval | None:
    """The days of a report; an end before the start is a slip of the pen."""
    days = sorted(date.fromisoformat(row[end]) for end in ("date_start", "date_end") if row.get(end))
    return DateInterval(days[0], days[-1]) if days else None


def _count(row: Row, what: str) -> Range | None:
    low, high = (float(row.get(f"{what}_{end}") or 0) for end in ("low", "high"))
    return Range(min(low, high), max(low, high)) if high else None


def _place(row: Row) -> Place | None:
    precision = _PRECISIONS[int(float(row.get("geo_precision") or 1)) - 1]
    name = row.get("location") or row.get("city")
    if not name or precision == PlacePrecision.COUNTRY:
        return None
    lat, lon = (float(row[axis]) if row.get(axis) else None for axis in ("latitude", "longitude"))
    return Place(name, row["country"], precision, admin2=row.get("city") or None, lat=lat, lon=lon)


@cache
def _lists() -> tuple[ListedRegistry, ListedGazetteer]:
    return load_registry(), load_gazetteer()


def _cast(pages: Iterable[_Page]) -> Cast:
    listed = list(pages)
    scenes = [scene_of(page.source, _lists()[1]) for page in listed]
    actors = {key: actor for page in listed for key, actor in page.actors.items()}
    places = {key: place for page in listed for key, place in page.places.items()}
    links = [link for page in listed for link in page.actor_links]
    placed = tuple(link for page in listed for link in page.place_links)
    return Cast(scenes, actors.values(), links, PlaceLinks(places, placed, {}))


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Gather the reports and yield for each its id and the least id of those that tell of the same event."""
    by_source: dict[str, list[Row]] = {}
    for row in rows:
        by_source.setdefault(row["source"], []).append(row)
    pages = [_Page(told) for told in by_source.values()]
    cast = _cast(pages)
    named = {account.id: row_id for page in pages for row_id, account in page.accounts.items()}
    for group in gather(tell(cast, Roots(cast, _lists()[0], (), {})), {}, caution=CAUTION):
        ids = sorted(named[telling.id] for telling in group)
        yield from ({"id": row_id, "event_id": ids[0]} for row_id in ids)


def rows_of(path: Path) -> list[Row]:
    """Return the records of a ``.csv``, ``.csv.gz`` or JSON-lines file."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    if text.lstrip().startswith("{"):
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def export(source: Path, target: Path) -> None:
    """Read the reports of a file (``.csv``, ``.csv.gz`` or JSON lines) and write for each a line with its id and event."""
    lines = (json.dumps(row, ensure_ascii=False) for row in predict(rows_of(source)))
    target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def run() -> Figures:
    """Gather all reports without their events; return B-cubed of all, and of the half that no threshold was set on."""
    rows = rows_of(shared(DATA))
    gold = {row["id"]: row["event_id"] for row in rows}
    hidden = [{name: value for name, value in row.items() if name not in GOLD} for row in rows]
    found = {row["id"]: row["event_id"] for row in predict(hidden)}
    other = {row_id: event for row_id, event in gold.items() if not tuned(event)}
    return {"b_cubed": b_cubed(gold, found), "b_cubed_other_half": b_cubed(gold, found, other)}


def tuned(event_id: str) -> bool:
    """Return whether thresholds were set with this event in view."""
    return int(hashlib.sha256(event_id.encode()).hexdigest(), 16) % 2 == 0


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str], asked: Iterable[str] | None = None) -> dict[str, float]:
    """Return precision, recall and F1 of clusters, given as the cluster of every id, over the ids asked for."""
    ids = list(gold if asked is None else asked)
    right, predicted = _members(gold), _members(found)
    common = {key: len(right[gold[key]] & predicted[found[key]]) for key in ids}
    precision = sum(common[key] / len(predicted[found[key]]) for key in ids) / max(1, len(ids))
    recall = sum(common[key] / len(right[gold[key]]) for key in ids) / max(1, len(ids))
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(precision + recall, 1e-9)}


def _members(clusters: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for key, cluster in clusters.items():
        members.setdefault(cluster, set()).add(key)
    return members
