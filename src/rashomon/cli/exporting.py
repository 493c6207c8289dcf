"""The command ``export``: what a question finds, written in a form that others read."""

import json
from pathlib import Path

import click

from rashomon.cli.opening import with_ledger
from rashomon.cli.questions import narrowed
from rashomon.exports.contract import Aggregation, Order
from rashomon.exports.forms import FORMS, MANIFEST, OF_ONE, form_of
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.store.views import Question


def _say_left_out(manifest: Path) -> None:
    """Print how many events are no rows of a form, and why."""
    told = json.loads(manifest.read_text(encoding="utf-8"))
    for reason, number in told["left_out"].items():
        click.echo(f"left out {number} event{'s' * (number != 1)}: {reason}", err=True)


@click.command()
@click.option("--form", type=click.Choice(sorted(FORMS)), required=True, help="The form of the files.")
@click.option("--of", metavar="WHAT", help="With wacz: an article, address or digest; with prov: an event; with feed: a topic.")
@click.option(
    "--tlp",
    type=click.Choice([mark.value for mark in Mark]),
    default=Mark.CLEAR.value,
    show_default=True,
    help="How far the files may be shared: what is marked above is left out.",
)
@click.option(
    "--as",
    "aggregation",
    type=click.Choice([one.value for one in Aggregation]),
    default=Aggregation.REPRESENTATIVE.value,
    show_default=True,
    help="Which version stands where a form has room for one.",
)
@click.option("--names", is_flag=True, help="With wacz: captures that name private persons too.")
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@narrowed
@with_ledger
def export(
    ledger: Ledger, question: Question, form: str, tlp: str, aggregation: str, target: Path, *, of: str | None, names: bool
) -> None:
    """Write the events that WORDS and options find into the folder TARGET in a form that others read.

    What stands in captures marked above --tlp is left out, with every value that only it gives (`rashomon marks` lists them).

    \b
    Example:
      rashomon -C desk export --form gold out/
      rashomon -C desk export --form wacz --of art-0123456789abcdef out/
      rashomon -C desk export --form prov --of evt-0123456789abcdef out/
    """
    if names and form != "wacz":
        raise click.UsageError("--names goes with --form wacz")
    if of is not None and form not in OF_ONE:
        raise click.UsageError(f"--of goes with --form {' or '.join(OF_ONE)}")
    clearance = Mark(tlp)
    order = Order(Selection(question, clearance), Aggregation(aggregation), of, names=names)
    for path in form_of(form)(ledger, target, order):
        click.echo(f"wrote {path}")
        if path.name.endswith(MANIFEST):
            _say_left_out(path)
    above = sum(not marked.mark.within(clearance) for marked in ledger.marks.all())
    if above:
        click.echo(f"left out {above} capture{'s' * (above != 1)} marked above {clearance} (see: rashomon marks)", err=True)
