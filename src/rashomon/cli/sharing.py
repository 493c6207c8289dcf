"""Commands that give a ledger to others: export, desk."""

from pathlib import Path

import click

from rashomon.cli.opening import with_ledger
from rashomon.exports.gold import export_gold
from rashomon.store.ledger import Ledger

#: Forms an export may have, and what writes them.
FORMS = {"gold": export_gold}


@click.command()
@click.option("--form", type=click.Choice(sorted(FORMS)), required=True, help="The form of the files.")
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@with_ledger
def export(ledger: Ledger, form: str, target: Path) -> None:
    """Write the ledger into TARGET in a form that others read.

    \b
    Example:
      rashomon -C desk export --form gold out/
    """
    for path in FORMS[form](ledger, target):
        click.echo(f"wrote {path}")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; loopback only.")
@click.option("--port", default=8117, show_default=True, help="Which port; 0 takes a free one.")
@with_ledger
def desk(ledger: Ledger, host: str, port: int) -> None:
    """Open the desk: a web page over the ledger, on this machine only. Ctrl-C ends it.

    \b
    Example:
      rashomon -C desk desk --port 8117
    """
    from rashomon.web.serve import serve  # noqa: PLC0415  # the web library is slow to load, and only this needs it

    serve(ledger, host, port, lambda address: click.echo(f"the desk is open at {address} (Ctrl-C ends it)"))
