"""Commands about what people watch: watch, watches, unwatch, alerts, deliver."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.cli.questions import narrowed
from rashomon.cli.wishes import OPTIONS, wish_of
from rashomon.cli.writing import wrapped
from rashomon.model.errors import LedgerError
from rashomon.store.alerts.contract import Alert, Digest, Sending, Standing, Watch
from rashomon.store.codec import plain
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question

_OWNER = click.option("--owner", metavar="NAME", help="Only this person's.")


def _wished(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a wish."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.command()
@narrowed
@_wished
@with_ledger
def watch(ledger: Ledger, question: Question, **options: Any) -> None:  # noqa: ANN401 (the options of a wish, by their names)
    """Watch for something: from now on `update` decides what is new, and it goes out once, to a feed and to channels.

    WORDS and the narrowing options say which events count, as in `search`: with an actor or a place alone they are watched; with
    another option, only what it says about those events. Channels stand in alerts.toml in the ledger's folder.

    \b
    Example:
      rashomon -C desk watch --actor "Reed Front" --to ana --quiet 22:00-07:00 --zone Europe/Berlin
      rashomon -C desk watch --killed 20 --by 2 --country IQ --digest daily@08:00
      rashomon -C desk watch --contradiction responsibility bombing
    """
    from rashomon.pipeline.alerting.settings import read_settings  # noqa: PLC0415
    from rashomon.pipeline.alerting.wishing import checked_wish  # noqa: PLC0415

    wish = checked_wish(wish_of(ledger, question, options), read_settings(ledger.folder))
    made = ledger.alerts.watch(wish, datetime.now(UTC))
    click.echo(f"watching {made.wish.kind}: {made.wish.name}  {made.id}")
    click.echo(f"  feed on the desk: /alerts/feed/{made.secret}.atom")
    click.echo("next: rashomon update, then rashomon deliver (or: rashomon update --every 15m)")


@click.command()
@_OWNER
@as_json
@with_ledger
def watches(ledger: Ledger, owner: str | None, as_json: bool) -> None:
    """List what is watched: of what kind, whose, and where it goes.

    \b
    Example:
      rashomon -C desk watches
    """
    found = ledger.alerts.watches(owner)
    if as_json:
        echo_json(found)
    else:
        click.echo("\n".join(line for one in found for line in _watch(one)) or "nothing is watched (try: rashomon watch WORDS)")


def _watch(one: Watch) -> Iterator[str]:
    wish, rhythm = one.wish, one.wish.rhythm
    yield f"{click.style(wish.name, bold=True)}  {one.id}"
    when = "at once" if rhythm.digest is Digest.NONE else f"{rhythm.digest} at {rhythm.at} {rhythm.zone}"
    quiet = f", quiet {rhythm.quiet} {rhythm.zone}" if rhythm.quiet else ""
    yield wrapped(f"{wish.kind}, of {wish.owner}, to {', '.join(wish.channels) or 'its feed alone'}, {when}{quiet}", "    ")
    yield f"    feed: /alerts/feed/{one.secret}.atom"


@click.command()
@click.argument("watch_id")
@with_ledger
def unwatch(ledger: Ledger, watch_id: str) -> None:
    """Watch no more: WATCH_ID with its alerts and what of it waits is forgotten.

    \b
    Example:
      rashomon -C desk unwatch wat-0123456789
    """
    ledger.alerts.unwatch(watch_id)
    click.echo(f"no longer watching {watch_id}")


@click.command()
@_OWNER
@click.option("--at-most", type=click.IntRange(min=1), default=20, show_default=True, help="How many alerts to list.")
@as_json
@with_ledger
def alerts(ledger: Ledger, owner: str | None, at_most: int, as_json: bool) -> None:
    """List the newest alerts, and how their messages stand: sent, waiting and why, given up.

    \b
    Example:
      rashomon -C desk alerts
    """
    found, sendings = ledger.alerts.alerts(owner, at_most=at_most), ledger.alerts.sendings(owner)
    if as_json:
        echo_json({"alerts": found, "messages": sendings})
        return
    click.echo("\n".join(line for one in found for line in _alert(one)) or "no alerts yet (try: rashomon update)")
    for sending in sendings:
        click.echo(wrapped(_sending(sending), "  "))


def _alert(one: Alert) -> Iterator[str]:
    told = one.told
    yield f"{click.style(told.title, bold=True)}  ({one.watch}, {one.at})"
    yield from (wrapped(line, "    ") for line in told.what)
    if told.sources:
        roots = f"; {told.roots} independent root{'s' * (told.roots != 1)}" if told.roots else ""
        yield wrapped(f"according to {', '.join(told.sources)}{roots}{', ' + told.status if told.status else ''}", "    ")
    for words in told.words:
        yield wrapped(f"“{words.text}” ({words.source})", "      ")
    yield f"    {told.path}"


def _sending(one: Sending) -> str:
    number = f"{one.alerts} alert{'s' * (one.alerts != 1)} to {one.channel}"
    if one.standing is Standing.SENT:
        return f"{number}: sent {one.done_at}" + (f" ({one.reason})" if one.reason else "")
    if one.standing is Standing.GIVEN_UP:
        return f"{number}: given up after {one.tries} tries: {one.reason}"
    why = f": {one.reason}" if one.reason else ""
    return f"{number}: waits for try {one.tries + 1} at {one.next_at}{why}"


@click.command()
@as_json
@with_ledger
def deliver(ledger: Ledger, as_json: bool) -> None:
    """Deliver the alerts that are due, by mail, webhook and command. What fails is tried again, ever more rarely.

    \b
    Example:
      rashomon -C desk deliver
    """
    from rashomon.pipeline.collect.lock import updating_alone  # noqa: PLC0415

    try:
        with updating_alone(ledger.folder):
            decided(ledger)
    except LedgerError:
        click.echo("an update is running; what it decides goes out after it", err=True)
    failed = delivered(ledger, as_json=as_json)
    if failed:
        raise click.ClickException(f"{failed} (see: rashomon alerts)")


def decided(ledger: Ledger) -> int:
    """Decide for all watches and say how many alerts there are; only under the update lock."""
    if not ledger.alerts.watches():
        return 0
    from rashomon.pipeline.alerting.alerting import decide_all  # noqa: PLC0415  # numpy, by way of the search

    return decide_all(ledger.alerts)


def delivered(ledger: Ledger, *, as_json: bool = False) -> str:
    """Deliver what is due, say what was done, and return what failed in words."""
    from rashomon.pipeline.alerting.delivering import Delivering  # noqa: PLC0415
    from rashomon.pipeline.alerting.settings import read_settings  # noqa: PLC0415

    done = Delivering(ledger.alerts, ledger.folder, read_settings(ledger.folder)).deliver()
    if as_json:
        echo_json(plain(done))
    else:
        for reason in done.reasons:
            click.echo(reason, err=True)
        due = f" (next at {done.next_at})" if done.next_at is not None else ""
        click.echo(f"sent {done.sent} message{'s' * (done.sent != 1)}, {done.waiting} still to send{due}")
    missed = done.failed + done.given_up
    return f"{missed} message{'s' * (missed != 1)} could not be delivered" if missed else ""
