"""The command ``rashomon``: one ledger, chosen by -C, and the verbs that work on it."""

from pathlib import Path

import click

from rashomon import __version__
from rashomon.cli.alerts import alerts, deliver, unwatch, watch, watches
from rashomon.cli.asking import search, show, status
from rashomon.cli.briefing import brief
from rashomon.cli.building import add, init, update
from rashomon.cli.explain import explain
from rashomon.cli.exporting import export
from rashomon.cli.following import follow, follows, pause, resume, unfollow
from rashomon.cli.importing import import_
from rashomon.cli.marking import mark, marks, withheld
from rashomon.cli.mcp import mcp
from rashomon.cli.outlets import outlets
from rashomon.cli.people import people
from rashomon.cli.reading import read
from rashomon.cli.round_trip import corrections
from rashomon.cli.sharing import desk
from rashomon.cli.sources import sources
from rashomon.cli.tokens import tokens
from rashomon.cli.verifying import verify
from rashomon.cli.versions import versions


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "folder", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="The ledger's folder.")
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Keep a ledger of what outlets report: what happened, according to whom.

    \b
    Example:
      rashomon init desk
      rashomon -C desk add archive/
      rashomon -C desk update
      rashomon -C desk desk
    """
    context.obj = folder


for command in (
    init,
    add,
    follow,
    follows,
    unfollow,
    pause,
    resume,
    update,
    status,
    search,
    show,
    explain,
    sources,
    read,
    brief,
    export,
    import_,
    corrections,
    mark,
    marks,
    withheld,
    watch,
    watches,
    unwatch,
    alerts,
    deliver,
    verify,
    versions,
    outlets,
    people,
    tokens,
    mcp,
    desk,
):
    main.add_command(command)
