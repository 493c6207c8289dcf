"""The command ``verify``: is everything that was kept still what it was?"""

import json
from collections.abc import Iterator

import click

from rashomon.cli.opening import with_ledger
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.store.codec import plain
from rashomon.store.evidence.linkage import Known
from rashomon.store.evidence.views import Verified
from rashomon.store.ledger import Ledger


@click.command()
@click.option("--head", metavar="HASH", help="A head of the log that you noted down earlier.")
@click.option("--log", "log", is_flag=True, help="Print the log itself, one line of JSON an entry, and check nothing.")
@click.option("--kept", is_flag=True, help="Only what was kept and read: do not link everything again to compare.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")
@with_ledger
def verify(ledger: Ledger, head: str | None, log: bool, kept: bool, as_json: bool) -> None:
    """Check the log, every capture's bytes, rows, articles, readings, events, full-text indexes, and what linking made.

    Exit code 1 if one is wrong.

    Note the head it prints somewhere else: with --head, a later check also finds a log that was cut or written anew.

    \b
    Example:
      rashomon -C desk verify
    """
    if log:
        for line in ledger.evidence.log():
            click.echo(line)
        return
    found = ledger.evidence.verify(head, None if kept else _known(ledger))
    click.echo(json.dumps(plain(found), ensure_ascii=False, indent=2) if as_json else "\n".join(_lines(found)))
    if found.problems:
        click.get_current_context().exit(1)


def _known(ledger: Ledger) -> Known:
    """Return what linking is given besides what the ledger holds. Raises ListError."""
    return Known(ledger.lists, load_registry(ledger.lists), load_gazetteer(ledger.lists))


def _lines(found: Verified) -> Iterator[str]:
    checked = f"{found.entries} entries of the log, {found.captures} captures, {found.articles} articles"
    linked = "what linking made was not compared" if found.linked is None else f"{found.linked} rows of linking"
    yield f"checked {checked}, {found.readings} readings, {found.events} events, the full-text indexes; {linked}"
    for problem in found.problems:
        yield f"{problem.where} {problem.subject}: {problem.what}"
    yield from (f"note: {note}" for note in found.notes)
    yield f"{len(found.problems)} problems" if found.problems else "all is as it was kept"
    yield f"head {found.head}"
