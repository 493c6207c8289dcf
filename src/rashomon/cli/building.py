"""Commands that build a ledger: init, add, update."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from typing import TypeVar

import click

from rashomon.cli.alerts import decided, delivered
from rashomon.cli.following import allow_private, span
from rashomon.cli.opening import as_json, echo_json, known_errors, with_ledger
from rashomon.extraction.product import extractor
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.pipeline.adding import Added, is_address
from rashomon.pipeline.collect.lock import updating_alone
from rashomon.pipeline.collect.polled import Round
from rashomon.pipeline.collect.schedule import USUAL, pause_until_due
from rashomon.sample import sample_files, sample_lists
from rashomon.store.codec import plain
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
@click.option(
    "--back", type=click.IntRange(min=0), default=0, metavar="N", help="Follow an archive's address N older pages back."
)
@click.option(
    "--sitemap", type=click.IntRange(min=0), default=0, metavar="N", help="Fetch N pages more that the site's sitemaps name."
)
@allow_private
@with_ledger
def add(ledger: Ledger, sources: tuple[str, ...], outlet: str | None, back: int, sitemap: int, allow_private: bool) -> None:
    """Add SOURCES: files, folders and addresses. What cannot be read is kept and listed in `status`.

    \b
    Example:
      rashomon -C desk add pages/ channel/result.json --outlet "Harmattan Wire"
      rashomon -C desk add https://www.example.org/tag/velmora/ --back 12
      rashomon -C desk add https://www.example.org/news/ --sitemap 200
    """
    faults = _add(ledger, [source for source in sources if not is_address(source)], outlet)
    addresses = [source for source in sources if is_address(source)]
    if back and sitemap:
        raise click.UsageError("--back and --sitemap are two ways to older pages (give one of them)")
    if addresses:
        faults += _told(_visited(ledger, addresses, outlet, (back, sitemap), private=allow_private))
    if faults:
        raise click.ClickException(f"{len(faults)} of the sources could not be read (see: rashomon status)")
    click.echo("next: rashomon update")


def _add(ledger: Ledger, sources: Iterable[str], outlet: str | None) -> list[Added]:
    """Add files, say a line about each, and return those that could not be read."""
    from rashomon.pipeline.bulk import add_files  # noqa: PLC0415  # loads what starts processes

    return _told(add_files(ledger, sources, outlet, bar))


def _visited(
    ledger: Ledger, addresses: Iterable[str], outlet: str | None, more: tuple[int, int], *, private: bool
) -> Iterator[Added]:
    """Fetch addresses and yield what became of each; ``more`` says how many pages back, and how many that sitemaps name."""
    from rashomon.pipeline.collect.collector import Collector  # noqa: PLC0415  # loads the HTTP client
    from rashomon.pipeline.collect.fetching import Fetching  # noqa: PLC0415
    from rashomon.pipeline.collect.surveying import Surveying  # noqa: PLC0415
    from rashomon.pipeline.collect.visiting import Visiting  # noqa: PLC0415

    back, sitemap = more

    with Collector(Fetching(memory=ledger.collecting)) as collector:
        if not sitemap:
            yield from Visiting(ledger, collector, outlet, private=private).add(addresses, back)
        for address in addresses if sitemap else ():
            yield from Surveying(ledger, collector, outlet, private=private).add(address, sitemap)


def _told(added: Iterable[Added]) -> list[Added]:
    """Say a line about each source, and return those that could not be read."""
    faults = []
    for one in added:
        if one.fault is not None:
            faults.append(one)
            click.echo(f"{one.source}: {one.fault}", err=True)
        else:
            known = " (known already)" if one.known else ""
            click.echo(f"{one.source}: {one.articles} article{'s' * (one.articles != 1)}{known}")
        for left in one.left:
            click.echo(f"  left out: {left}")
    return faults


@click.command()
@click.option("--every", callback=span, metavar="SPAN", help="Stay, and do it again every SPAN (15m, 2h, 1d).")
@click.option("--all", "everything", is_flag=True, help="Fetch all that is followed, due or not.")
@click.option("--offline", is_flag=True, help="Fetch nothing.")
@as_json
@with_ledger
def update(ledger: Ledger, every: int | None, everything: bool, offline: bool, as_json: bool) -> None:
    """Fetch what is followed and due, read what is not read yet, and link it: actors, places, copies, events, series.

    \b
    Example:
      rashomon -C desk update
      rashomon -C desk update --every 15m
    """
    with updating_alone(ledger.folder):
        while True:
            failed = _round(ledger, every, as_json, everything=everything, offline=offline)
            if every is None:
                break
            delivered(ledger)
            due = (ledger.collecting.next_due(), ledger.alerts.next_due())
            sleep(pause_until_due(min((at for at in due if at is not None), default=None), datetime.now(UTC), every))
    if failed:
        raise click.ClickException(f"{failed} (see: rashomon status)")


def _round(ledger: Ledger, every: int | None, as_json: bool, *, everything: bool, offline: bool) -> str:
    """Fetch, read and link once, say what was done, and return what failed in words."""
    from rashomon.pipeline.updating import Updating  # noqa: PLC0415  # linking computes with numpy, and only this needs it

    came = Round() if offline else _fetched(ledger, every, everything=everything)
    registry, gazetteer = load_registry(ledger.lists), load_gazetteer(ledger.lists)
    done = Updating(ledger, extractor(registry, gazetteer), registry, gazetteer).update(bar)
    alerts = decided(ledger)
    if as_json:
        echo_json(plain(done) | {"fetched": plain(came.polled), "pages": plain(came.pages), "alerts": alerts})
    else:
        for one in came.faults:
            click.echo(f"{one.address}: {one.fault}", err=True)
        for one in came.polled:
            if one.put_off is not None:
                click.echo(f"{one.address}: put off until {one.put_off} (its host asks for a pause)")
        for page in came.lost:
            click.echo(f"{page.link}: {page.fault} (of {page.source}, whose summary is kept)", err=True)
        if came.polled:
            click.echo(f"asked {_counted(len(came.polled), 'source')}, {_counted(came.new, 'new article')}")
        if came.pages:
            click.echo(f"fetched {_counted(came.fetched, 'page')} of entries, {len(came.lost)} could not be had")
        click.echo(f"read {_counted(done.read, 'article')}, {'linked them anew' if done.linked else 'nothing new to link'}")
        if alerts:
            click.echo(f"{_counted(alerts, 'alert')} decided (next: rashomon deliver)")
    failed = [f"{done.failed} articles could not be read"] if done.failed else []
    return "; ".join([*failed, *([f"{_counted(len(came.faults), 'source')} could not be fetched"] if came.faults else [])])


def _fetched(ledger: Ledger, every: int | None, *, everything: bool) -> Round:
    """Fetch what is due; where nothing is followed the HTTP client is not even loaded."""
    if not ledger.collecting.followed():
        return Round()
    from rashomon.pipeline.collect.rounds import fetch_round  # noqa: PLC0415

    return fetch_round(ledger, every or USUAL, bar, everything=everything)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
