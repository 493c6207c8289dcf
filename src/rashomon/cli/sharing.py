"""The command ``desk``: the ledger as web pages."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli.opening import with_ledger
from rashomon.cli.relinking import AT_MOST, Relinker, link_again
from rashomon.store.ledger import Ledger

if TYPE_CHECKING:
    from rashomon.web.people.access import Access


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; beyond loopback only with accounts.")
@click.option("--port", default=8117, show_default=True, help="Which port; 0 takes a free one.")
@click.option("--as", "name", metavar="NAME", help="Sign decisions with NAME, without a login; on loopback only.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="Answer to this host name too, for a proxy in front.")
@click.option("--certificate", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="For encryption: a PEM file.")
@click.option("--key", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="The certificate's key.")
@with_ledger
def desk(
    ledger: Ledger,
    host: str,
    port: int,
    name: str | None,
    names: tuple[str, ...],
    certificate: Path | None,
    key: Path | None,
) -> None:
    """Open the desk: web pages over the ledger. Ctrl-C ends it.

    On this machine alone it needs no login as long as there are no accounts. Others can only reach it with accounts
    (`rashomon people add`) and encrypted.

    \b
    Example:
      rashomon -C desk desk --port 8117
    """
    from rashomon.web.serve import OpenToOthersError, Reach, is_loopback, serve  # noqa: PLC0415  # slow to load

    for_others = bool(names) or not is_loopback(host)
    if for_others and name is not None:
        raise click.UsageError("--as is for a desk that only this machine can reach (leave it out; people log in)")
    access = _access(ledger, name, for_others=for_others)
    reach = Reach(frozenset(names), certificate, key)
    try:
        serve(ledger, host, port, lambda address: click.echo(f"the desk is open at {address} (Ctrl-C ends it)"), access, reach)
    except OpenToOthersError as error:
        raise click.UsageError(str(error)) from error


def _access(ledger: Ledger, name: str | None, *, for_others: bool) -> "Access":
    """Return who may come in: the one analyst where only this machine can and there are no accounts, else who logs in."""
    from rashomon.web.people.access import Access  # noqa: PLC0415  # slow to load
    from rashomon.web.watching import Watchtower  # noqa: PLC0415

    people = ledger.people.people()
    sole = name if for_others or name is not None or people else getpass.getuser()
    is_large = ledger.status().counts["articles"] > AT_MOST
    return Access(
        ledger.people,
        ledger.review,
        sole,
        secure=for_others,
        decided=(lambda: None) if is_large else Relinker(lambda: link_again(ledger.folder)),
        tokens=ledger.tokens,
        collecting=ledger.collecting,
        alerts=Watchtower(ledger.alerts, ledger.folder),
    )
