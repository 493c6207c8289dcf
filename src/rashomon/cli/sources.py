"""The command ``sources``: how the claims of outlets and speakers fared."""

from collections.abc import Iterable, Iterator

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.cli.writing import event, heading, wrapped
from rashomon.linking.sources.track_record import Case, TrackRecord, track_records
from rashomon.model.errors import NotFoundError
from rashomon.store.ledger import Ledger
from rashomon.text.folding import fold

_COLUMNS = ("claims", "corroborated", "contradicted", "told after others", "never taken up")


@click.command()
@click.argument("name", required=False)
@as_json
@with_ledger
def sources(ledger: Ledger, name: str | None, as_json: bool) -> None:
    """Say how the claims of outlets and speakers fared: told later by an independent root, contradicted, or never taken up.

    With NAME, the claims of that source one by one. Being contradicted is not being wrong: see both sides.

    \b
    Example:
      rashomon -C desk sources "Iraq War News"
    """
    records = track_records(ledger.linked(), ledger.sources())
    if name is not None:
        records = tuple(record for record in records if fold(record.name) == fold(name))
        if not records:
            raise NotFoundError("source", name)
    if as_json:
        echo_json(records)
    else:
        click.echo("\n".join(_table(records) if name is None else _cases(ledger, records)))


def _counts(record: TrackRecord) -> tuple[int, ...]:
    return len(record.cases), record.corroborated, record.contradicted, record.followed, record.alone


def _table(records: Iterable[TrackRecord]) -> Iterator[str]:
    yield "  ".join(_COLUMNS)
    for record in records:
        shown = (f"{count:>{len(column)}}" for count, column in zip(_counts(record), _COLUMNS, strict=True))
        yield f"{'  '.join(shown)}  {record.name} ({record.kind})"


def _cases(ledger: Ledger, records: Iterable[TrackRecord]) -> Iterator[str]:
    for record in records:
        yield heading(f"{record.name} ({record.kind})").lstrip("\n")
        yield wrapped(", ".join(f"{count} {column}" for count, column in zip(_counts(record), _COLUMNS, strict=True)), "  ")
        for case in record.cases:
            yield ""
            yield event(ledger.event(case.event_id).line)
            yield wrapped("; ".join(_became(case)), "    ")


def _became(case: Case) -> Iterator[str]:
    if case.later:
        yield f"told later by {len(case.later)} independent"
    if case.earlier:
        yield f"told before by {len(case.earlier)} independent"
    if case.against:
        yield f"contradicted ({', '.join(case.against)})"
    if case.alone:
        yield "never taken up"
