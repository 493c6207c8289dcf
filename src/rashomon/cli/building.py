"""Commands that build a ledger: init, add, update."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from rashomon.cli.opening import as_json, echo_json, known_errors, with_ledger
from rashomon.extraction.product import extractor
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.pipeline.adding import Added, Adding
from rashomon.sample import sample_files, sample_lists
from rashomon.store.ledger import Ledger

Step = TypeVar("Step")


def bar(steps: Iterable[Step], *, label: str, total: int) -> Iterator[Step]:
    """Pass steps through and draw a progress bar on standard error, where a person watches it."""
    if not total or not sys.stderr.isatty():
        yield from steps
        return
    with click.progressbar(steps, length=total, label=f"{label:<10}", file=sys.stderr, show_pos=True) as drawn:
        yield from drawn


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--sample", is_flag=True, help="Fill it with the invented sample input.")
def init(folder: Path, sample: bool) -> None:
    """Make an empty ledger in FOLDER.

    \b
    Example:
      rashomon init desk
    """
    with known_errors(), Ledger.create(folder) as ledger:
        click.echo(f"made a ledger in {folder}")
        if sample:
            for listed in sorted(sample_lists().glob("*.yaml")):
                shutil.copyfile(listed, ledger.lists / listed.name)
            faults = [fault for path, outlet in sample_files() for fault in _add(ledger, [str(path)], outlet)]
            if faults:
                raise click.ClickException(f"{len(faults)} sample files could not be read")
        click.echo(f"next: rashomon -C {folder} {'update' if sample else 'add FILES'}")


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--outlet", metavar="NAME", help="Who publishes it, where the page does not print that.")
@with_ledger
def add(ledger: Ledger, sources: tuple[str, ...], outlet: str | None) -> None:
    """Add SOURCES: files, folders and addresses. What cannot be read is kept and listed in `status`.

    \b
    Example:
      rashomon -C desk add pages/ channel/result.json --outlet "Harmattan Wire"
    """
    faults = _add(ledger, sources, outlet)
    if faults:
        raise click.ClickException(f"{len(faults)} of the sources could not be read (see: rashomon status)")
    click.echo("next: rashomon update")


def _add(ledger: Ledger, sources: Iterable[str], outlet: str | None) -> list[Added]:
    """Add the sources, say a line about each, and return those that could not be read."""
    faults = []
    for added in Adding(ledger, outlet).add(sources, bar):
        if added.fault is not None:
            faults.append(added)
            click.echo(f"{added.source}: {added.fault}", err=True)
        else:
            known = " (known already)" if added.known else ""
            click.echo(f"{added.source}: {added.articles} article{'s' * (added.articles != 1)}{known}")
    return faults


@click.command()
@as_json
@with_ledger
def update(ledger: Ledger, as_json: bool) -> None:
    """Read what is not read yet, and link it: actors, places, copies, events, contradictions, series.

    \b
    Example:
      rashomon -C desk update
    """
    registry, gazetteer = load_registry(ledger.lists), load_gazetteer(ledger.lists)
    from rashomon.pipeline.updating import Updating  # noqa: PLC0415  # linking computes with numpy, and only this needs it

    done = Updating(ledger, extractor(registry, gazetteer), registry, gazetteer).update(bar)
    if as_json:
        echo_json(done)
    else:
        click.echo(
            f"read {done.read} article{'s' * (done.read != 1)}, {'linked them anew' if done.linked else 'nothing new to link'}"
        )
    if done.failed:
        raise click.ClickException(f"{done.failed} articles could not be read (see: rashomon status)")
