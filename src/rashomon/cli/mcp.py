"""The command ``mcp``: the ledger for people's assistants."""

import click

from rashomon.cli.opening import with_ledger
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger


@click.command()
@click.option("--tlp", type=click.Choice([one.value for one in Mark]), default=Mark.CLEAR.value, show_default=True)
@with_ledger
def mcp(ledger: Ledger, tlp: str) -> None:
    """Answer an assistant's questions over standard input and output (Model Context Protocol), until it closes them.

    The questions only read. Names of private persons are withheld, captures marked above --tlp are left out, and every answer
    cites its words.

    \b
    Example:
      rashomon -C desk mcp
    """
    try:
        from rashomon.mcp.server import make_server  # noqa: PLC0415  # an extra, and slow to load
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error} (try: pip install 'rashomon[mcp]')") from error
    make_server(ledger, Mark(tlp)).run("stdio")
