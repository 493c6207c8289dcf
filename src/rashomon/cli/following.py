"""Commands about what is fetched again and again: follow, follows, unfollow, pause, resume."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.cli.writing import wrapped
from rashomon.model.errors import UnreadableSourceError
from rashomon.pipeline.collect.schedule import seconds_of
from rashomon.store.collecting.views import Entries, PageCounts, SourceState, SourceView
from rashomon.store.ledger import Ledger

if TYPE_CHECKING:
    from rashomon.pipeline.collect.beginning import Begun

_SPANS = ((86_400, "d"), (3600, "h"), (60, "m"))
_COLORS = {SourceState.FAILING: "red", SourceState.SILENT: "yellow"}


def span(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    """Return a span of time of the command line (``15m``, ``2h``, ``1d``) in seconds. Raises BadParameter."""
    seconds = None if value is None else seconds_of(value)
    if value is not None and seconds is None:
        raise click.BadParameter(f"{value!r} is no span of at least a minute (write it like 15m, 2h or 1d)")
    return seconds


allow_private = click.option("--allow-private", is_flag=True, help="The hosts named may be in a private or loopback network.")


@click.command()
@click.argument("addresses", nargs=-1, required=True)
@click.option("--every", callback=span, metavar="SPAN", help="How often to fetch it: 15m, 2h, 1d.")
@click.option("--outlet", metavar="NAME", help="Who publishes it, where the feed does not say.")
@click.option("--page", is_flag=True, help="Follow the page itself, whatever feed it names.")
@click.option("--look", is_flag=True, help="Look for a feed in the usual places where the page names none.")
@click.option(
    "--entries",
    type=click.Choice([str(each) for each in Entries]),
    help="Which entries' own pages to fetch: those that only sum up (a feed's default), all, or none.",
)
@allow_private
@with_ledger
def follow(
    ledger: Ledger,
    addresses: tuple[str, ...],
    every: int | None,
    outlet: str | None,
    page: bool,
    look: bool,
    entries: str | None,
    allow_private: bool,
) -> None:
    """Follow ADDRESSES: feeds, or pages (their feed is found). From now on `update` fetches them when they are due.

    Where a feed only sums up its articles, their pages are fetched as well: page and entry are one article.

    \b
    Example:
      rashomon -C desk follow https://www.example.org/ --every 1h
    """
    from rashomon.pipeline.collect.beginning import Beginning, Wish  # noqa: PLC0415  # loads the HTTP client
    from rashomon.pipeline.collect.collector import Collector  # noqa: PLC0415
    from rashomon.pipeline.collect.fetching import Fetching  # noqa: PLC0415

    wish, failed = Wish(every, outlet, page, look, allow_private, None if entries is None else Entries(entries)), 0
    with Collector(Fetching(memory=ledger.collecting)) as collector:
        for address in addresses:
            try:
                click.echo("\n".join(_begun(Beginning(ledger, collector).begin(address, wish))))
            except UnreadableSourceError as error:
                failed += 1
                click.echo(f"{address}: {error.reason}", err=True)
    if failed:
        raise click.ClickException(f"{failed} of the addresses are not followed")
    click.echo("next: rashomon update")


def _begun(begun: "Begun") -> Iterator[str]:
    what, came = f"{begun.address} ({begun.kind})", begun.polled
    yield f"following {what}" if begun.new else f"already following {what}"
    yield f"  {came.fault}" if came.fault else f"  {came.new} new article{'s' * (came.new != 1)}"
    yield from (f"  the page also names: {other.address} {other.title or ''}".rstrip() for other in begun.others)


@click.command()
@as_json
@with_ledger
def follows(ledger: Ledger, as_json: bool) -> None:
    """List what is followed: whether it answers, since when it fails or is silent, when it is due.

    \b
    Example:
      rashomon -C desk follows
    """
    found = ledger.collecting.sources()
    if as_json:
        echo_json(found)
    else:
        click.echo(
            "\n".join(line for view in found for line in _lines(view)) or "nothing is followed (try: rashomon follow ADDRESS)"
        )


def _lines(view: SourceView) -> Iterator[str]:
    kept = view.followed
    since = f" since {view.since}" if view.since else ""
    yield f"{click.style(view.state + since, fg=_COLORS.get(view.state)):<8}  {kept.address}  ({kept.kind or 'not asked yet'})"
    usual = f"something new every {_span(view.usual)}" if view.usual else "no usual interval yet"
    last = f"last new {view.last_new}" if view.last_new else "nothing new yet"
    yield wrapped(f"{view.articles} article{'s' * (view.articles != 1)}, {last}, {usual}, due {kept.due_at}", "          ")
    if view.pages != PageCounts() or kept.entries:
        counted = f"{view.pages.read} read, {view.pages.waiting} to be fetched, {view.pages.given_up} given up"
        yield wrapped(f"pages of its entries ({kept.entries or Entries.SUMMARIES}): {counted}", "          ")
    if kept.reason:
        yield wrapped(f"{kept.failures} time{'s' * (kept.failures != 1)} in a row: {kept.reason}", "          ")


def _span(seconds: float) -> str:
    """Return seconds in the largest unit that keeps at least two of it, or one day, hour or minute."""
    size, unit = next(((size, unit) for size, unit in _SPANS if seconds >= size), (1, "s"))
    return f"{seconds / size:.3g}{unit}"


@click.command()
@click.argument("address")
@with_ledger
def unfollow(ledger: Ledger, address: str) -> None:
    """Follow ADDRESS no more. What came of it stays in the ledger.

    \b
    Example:
      rashomon -C desk unfollow https://www.example.org/feed/
    """
    ledger.collecting.unfollow(address)
    click.echo(f"no longer following {address}")


@click.command()
@click.argument("address")
@with_ledger
def pause(ledger: Ledger, address: str) -> None:
    """Set ADDRESS aside: it stays followed, but is not fetched until `resume`.

    \b
    Example:
      rashomon -C desk pause https://www.example.org/feed/
    """
    ledger.collecting.pause(address, paused=True)
    click.echo(f"paused {address} (take it up again: rashomon resume {address})")


@click.command()
@click.argument("address")
@with_ledger
def resume(ledger: Ledger, address: str) -> None:
    """Fetch a paused ADDRESS again.

    \b
    Example:
      rashomon -C desk resume https://www.example.org/feed/
    """
    ledger.collecting.pause(address, paused=False)
    click.echo(f"fetching {address} again when it is due")
