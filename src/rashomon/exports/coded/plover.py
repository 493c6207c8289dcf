"""Events as PLOVER records, one JSON object a line: category, mode, contexts, actors with sectors, and whose word it is.

What is planned, not said to have happened, or said not to have happened is a record with the flag that PLOVER has for it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rashomon.exports.coded.choosing import Chosen, choose, middle
from rashomon.exports.coded.codes import country_codes
from rashomon.exports.coded.parties import Party, parties
from rashomon.exports.coded.plover_rules import NEED_RECIPIENT, problems, scale_of
from rashomon.exports.coded.tracing import traced
from rashomon.exports.coded.writing import Coding, LeftOut, Row, Setting, write_lines
from rashomon.exports.contract import Order
from rashomon.linking.events.kinds import MUTUAL
from rashomon.lists.schemes import load_schemes
from rashomon.model.places import Place
from rashomon.model.words import MentionKind, PlacePrecision, Role, Status
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import PublishedEvent

_SECTORS: Mapping[MentionKind, str] = MappingProxyType(
    {
        MentionKind.PERSON: "UNK",
        MentionKind.GROUP: "UAF",
        MentionKind.FORCE: "MIL",
        MentionKind.GOVERNMENT: "GOV",
        MentionKind.COUNTRY: "GOV",
        MentionKind.MEDIA: "JRN",
        MentionKind.CIVILIANS: "CVL",
    }
)
#: How exact a place is, as Mordecai counts: 5 within a town, 1 a country.
_RESOLUTION: Mapping[PlacePrecision, int] = MappingProxyType(
    {
        PlacePrecision.POINT: 5,
        PlacePrecision.TOWN: 4,
        PlacePrecision.NEAR: 3,
        PlacePrecision.ADMIN2: 3,
        PlacePrecision.ADMIN1: 2,
        PlacePrecision.REGION: 2,
        PlacePrecision.COUNTRY: 1,
    }
)
_RULES = (
    "One record an event of the ledger; statements and other events that PLOVER has no category for are no records.",
    "Flags: future for planned events, hypothetical for those not said to have happened, negation for those said not to have.",
    "Events without a day are no records; of longer times, date is the first day and enddate the last.",
    "rashomon holds what a record rests on: accounts with article, words, root, status and grade.",
)


def write_plover(ledger: Ledger, folder: Path, order: Order) -> tuple[Path, ...]:
    """Write ``plover.jsonl`` and a manifest."""
    return write_lines(ledger, folder, order, Coding("plover", code, problems, "id", _RULES))


def code(published: PublishedEvent, setting: Setting) -> Row | LeftOut:
    """Return an event as a record, or why it is none."""
    chosen = choose(published, setting.aggregation)
    plover = load_schemes().plover(chosen.kind)
    if plover.category is None:
        return LeftOut(f"{chosen.kind} is no event there")
    if chosen.date is None or middle(chosen.date) is None:
        return LeftOut("no date" if chosen.date is None else "date with an open end")
    agents, recipients = _sides(published, chosen)
    if plover.category in NEED_RECIPIENT and not recipients:
        recipients = [_NOBODY]
    record: Row = {
        "id": published.told.line.id,
        "date": str(chosen.date.first),
        "enddate": str(chosen.date.last),
        "actor": agents or [_NOBODY],
        "recipient": recipients,
        "event": [plover.category],
        "mode": [] if plover.mode is None else [plover.mode],
        "context": list(plover.contexts),
        "quad_code": load_schemes().quad(plover.category),
        "event_scale": scale_of(plover.category, plover.mode),
        "event_text": published.told.line.title,
        "event_loc": None if chosen.place is None else _location(chosen.place),
        "size": {name: toll.best for name, toll in (("dead", chosen.killed), ("injured", chosen.injured)) if toll is not None},
        **_flags(Status(published.told.line.status)),
        **_texts(published),
        "coder": "rashomon, a machine",
        "rashomon": traced(published),
    }
    return {name: value for name, value in record.items() if value not in (None, {})}


_NOBODY: dict[str, object] = {"code": None, "sector": "UNK", "entity_text": "not stated"}


def _flags(status: Status) -> Row:
    flags = {Status.PLANNED: "future", Status.HYPOTHETICAL: "hypothetical", Status.NEGATED: "negation"}
    return {flags[status]: True} if status in flags else {}


def _sides(published: PublishedEvent, chosen: Chosen) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return those who do it and those it is done to; where both sides do the same, all are the former."""
    agents, patients = parties(published, Role.AGENT), parties(published, Role.PATIENT)
    if chosen.kind in MUTUAL:
        return _entities((*agents, *patients)), []
    return _entities(agents), _entities(patients)


def _entities(several: Sequence[Party]) -> list[dict[str, object]]:
    return [_entity(party) for party in several]


def _entity(party: Party) -> dict[str, object]:
    actor = party.actor
    if actor is None:
        return {"code": None, "sector": _SECTORS.get(party.kind, "UNK"), "entity_text": party.words}
    country = country_codes().get(actor.country or "")
    sectors = actor.sectors or (_SECTORS.get(party.kind, "UNK"),)
    return {
        "code": None if country is None else country.iso3,
        "sector": sectors[0],
        "other_sectors": list(sectors[1:]),
        "entity_text": party.words,
        "identifier_id": actor.id,
        "identifier_text": actor.name,
    }


def _location(place: Place) -> dict[str, object]:
    country = country_codes().get(place.country or "")
    pinned = place.precision != PlacePrecision.COUNTRY
    return {
        "resolved_place": place.name,
        "lat": place.lat if pinned else None,
        "lon": place.lon if pinned else None,
        "district": place.admin2,
        "province": place.admin1,
        "country": place.country if country is None else country.name,
        "country_code": None if country is None else country.iso3,
        "resolution": _RESOLUTION[place.precision],
    }


def _texts(published: PublishedEvent) -> dict[str, Any]:
    """Return the words of the earliest account, where they stand, and the articles."""
    views = published.told.accounts
    articles = {view.article.id: view.article for view in views}.values()
    cited = [{"url": one.url, "title": one.title, "publication": one.outlet, "citation": one.id} for one in articles]
    if not views:
        return {"cite_info": cited}
    quote = views[0].quote
    return {
        "text": " ".join(quote.words.split()),
        "text_info": {"sequence": quote.article_id, "start": quote.start, "end": quote.end},
        "cite_info": cited,
    }
