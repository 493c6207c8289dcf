"""The command ``corrections``: what people edited in an exported sheet, shown, and on request decided."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.cli.relinking import link_again
from rashomon.store.ledger import Ledger

if TYPE_CHECKING:
    from rashomon.exports.round_trip.contract import Comparison, Refusal


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--apply", "applies", is_flag=True, help="Decide what is shown. Each decision can be taken back by itself.")
@click.option("--as", "name", metavar="NAME", help="Who decides; needed with --apply.")
@click.option("--why", default="", metavar="TEXT", help="Why, for the log of decisions.")
@click.option("--rest", is_flag=True, help="With --apply: decide what can be, though other cells are refused or in conflict.")
@as_json
@with_ledger
def corrections(ledger: Ledger, file: Path, name: str | None, why: str, applies: bool, rest: bool, as_json: bool) -> None:
    """Show what was edited in FILE, a sheet that `export --form sheet` wrote, against the ledger as it is now.

    Nothing is changed without --apply. A cell that the ledger changed too since the sheet was written is a conflict; one that
    cannot be understood is refused, with the reason. Then --apply decides nothing, unless --rest says to leave those out.

    \b
    Example:
      rashomon -C desk export --form sheet out/
      rashomon -C desk corrections out/corrections.csv
      rashomon -C desk corrections out/corrections.csv --apply --as ann
    """
    from rashomon.exports.round_trip.applying import apply_changes  # noqa: PLC0415  # what no other command needs
    from rashomon.exports.round_trip.comparing import Comparing  # noqa: PLC0415
    from rashomon.exports.round_trip.reading import read_sheet  # noqa: PLC0415

    if applies and not (name or "").strip():
        raise click.UsageError("--apply needs --as NAME: decisions are signed")
    sheet = read_sheet(file.read_bytes(), file.name)
    found = Comparing(ledger, ledger.review).compare(sheet)
    if as_json:
        echo_json(found)
    else:
        click.echo("\n".join(_told(found)))
    if not applies or not found.changes:
        return
    if not found.clean and not rest:
        raise click.ClickException("nothing was decided (mend the cells above, or say --rest to decide the others)")
    done = apply_changes(ledger.review, found, (name or "").strip(), why, _now)
    link_again(ledger.folder)
    followed = sum(ledger.review.decision(one.decision.id).linked for one in done.made)
    click.echo(
        f"decided {_count(len(done.made), 'change')}; lists follow {followed} of them (see: rashomon -C {ledger.folder} desk)"
    )
    if done.refused:
        raise click.ClickException("\n".join(_refusals(done.refused)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _told(found: "Comparison") -> Iterator[str]:
    for change in found.changes:
        before = "" if change.draft.field is None else f"{_value(change.before)} -> "
        yield f"row {change.row}  {change.target}  {change.field}: {before}{_value(change.after)}  ({change.about})"
    for clash in found.conflicts:
        yield click.style(
            f"row {clash.row}  {clash.target}  {clash.field}: conflict, the ledger now says {_value(clash.now)}, "
            f"the sheet {_value(clash.sheet)}",
            fg="yellow",
        )
    yield from _refusals(found.refused)
    yield from (f"note: {note}" for note in found.notes)
    yield (
        f"{_count(found.rows, 'row')}: {_count(len(found.changes), 'change')}, {_count(len(found.conflicts), 'conflict')}, "
        f"{len(found.refused)} refused, {found.already} as the ledger has it already"
    )


def _refusals(refused: "tuple[Refusal, ...]") -> Iterator[str]:
    for one in refused:
        where = f"  {one.field} {one.cell!r}" if one.field else ""
        yield click.style(f"row {one.row}  {one.target}{where}: refused, {one.reason}", fg="red")


def _value(value: str) -> str:
    return value or "not stated"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
