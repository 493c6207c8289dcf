"""Write one event's provenance as PROV-JSON and PROV-N."""

from pathlib import Path

from rashomon.exports.contract import Order
from rashomon.exports.graphs.prov.event import Story, event_records
from rashomon.exports.graphs.prov.records import each_once, prov_json, prov_n
from rashomon.exports.graphs.said import articles_of
from rashomon.model.errors import LedgerError
from rashomon.store.ledger import Ledger


def write_prov(ledger: Ledger, target: Path, order: Order) -> tuple[Path, ...]:
    """Write ``target/EVENT.prov.json`` and ``target/EVENT.provn`` of the event that the order names, and return both paths.

    Raises:
        LedgerError: the order names none.

        NotFoundError: the ledger holds no such event, or nothing of it may be shared.
    """
    if order.of is None:
        raise LedgerError("provenance is written of one event (try: rashomon export --form prov --of evt-… out/)")
    records = tuple(each_once(event_records(_story(ledger, order.of, order))))
    target.mkdir(parents=True, exist_ok=True)
    name = ledger.publishing.event(order.of, order.selection.clearance).told.line.id
    paths = target / f"{name}.prov.json", target / f"{name}.provn"
    paths[0].write_text(prov_json(records), encoding="utf-8")
    paths[1].write_text(prov_n(records), encoding="utf-8")
    return paths


def _story(ledger: Ledger, event_id: str, order: Order) -> Story:
    clearance = order.selection.clearance
    event = ledger.publishing.event(event_id, clearance)
    kept = ledger.publishing.kept(articles_of(event), clearance)
    fetches = {one.capture.sha256: ledger.evidence.how_it_came(one.capture.sha256)[0] for one in kept.values()}
    parts = {event.told.line.id, *(view.account.id for view in event.told.accounts), *(view.claim.id for view in event.claims)}
    decided = sorted((one for one in ledger.decisions() if one.target in parts), key=lambda one: (one.when, one.id))
    return Story(event, kept, fetches, tuple(decided), ledger.linked_digest() or "")
