"""Commands that say how far captures may be shared: mark, marks."""

import getpass
from datetime import UTC, datetime

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger


@click.command()
@click.argument("what")
@click.option("--tlp", type=click.Choice([mark.value for mark in Mark]), help="The mark of the Traffic Light Protocol.")
@click.option("--clear", is_flag=True, help="Take the mark away.")
@with_ledger
def mark(ledger: Ledger, what: str, tlp: str | None, clear: bool) -> None:
    """Mark how far a capture may be shared: WHAT is an article, an address, a digest or a file's name.

    Exports, feeds and pages leave out what is marked above the clearance of who asks; a capture without a mark is not
    restricted.

    \b
    Example:
      rashomon -C desk mark leaked-report.txt --tlp amber
      rashomon -C desk mark leaked-report.txt --clear
    """
    if (tlp is None) is not clear:
        raise click.UsageError("give either --tlp MARK or --clear")
    if tlp is None:
        for capture in ledger.marks.unmark(what):
            click.echo(f"{capture.name}  no mark  {capture.sha256}")
        return
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for capture in ledger.marks.mark(what, Mark(tlp), getpass.getuser(), at):
        click.echo(f"{capture.name}  {tlp}  {capture.sha256}")


@click.command()
@as_json
@with_ledger
def marks(ledger: Ledger, as_json: bool) -> None:
    """List the captures that are marked, with who marked them and when.

    \b
    Example:
      rashomon -C desk marks
    """
    found = ledger.marks.all()
    if as_json:
        echo_json(found)
        return
    for one in found:
        click.echo(f"{one.mark:<12}  {one.capture.name}  {one.capture.sha256[:16]}  by {one.who}, {one.at}")
    if not found:
        click.echo("no capture is marked (try: rashomon mark NAME --tlp amber)")


@click.command()
@as_json
@with_ledger
def withheld(ledger: Ledger, as_json: bool) -> None:
    """List whose names are withheld from pages and exports, and why. It prints these names: keep it to yourself.

    Rules stand in lists/withholding.yaml of the ledger's folder.

    \b
    Example:
      rashomon -C desk withheld
    """
    found = ledger.privacy.withheld()
    if as_json:
        echo_json(found)
        return
    for one in found:
        decides = f"rule {one.rule}: " if one.rule is not None else ""
        click.echo(f"{'shown' if one.shown else 'withheld':<8}  {one.name}  {one.articles} articles  {decides}{one.why}")
    if not found:
        click.echo("no name is withheld (rules: lists/withholding.yaml in the ledger's folder)")
    if not ledger.privacy.is_current():
        click.echo("the rules changed since the last update (run: rashomon update)")
