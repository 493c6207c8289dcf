"""The commands ``tokens``: by which programs ask the desk."""

import time
from datetime import UTC, datetime

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.model.marks import Mark
from rashomon.model.people import Station
from rashomon.store.ledger import Ledger
from rashomon.store.tokens.contract import Token, Wish


@click.group()
def tokens() -> None:
    """Keep the tokens by which programs ask the desk's API.

    A token has a role as accounts have, a clearance (captures marked above it are not shown to it) and an end. Its secret is
    shown once, when it is made.

    \b
    Example:
      rashomon -C desk tokens add "nightly export" --role reader --days 30
    """


@tokens.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice([str(one) for one in Station]), default=str(Station.READER), show_default=True)
@click.option("--for", "person", metavar="ACCOUNT", help="It may do no more than this account, signs as it, and ends with it.")
@click.option("--tlp", type=click.Choice([one.value for one in Mark]), default=Mark.CLEAR.value, show_default=True)
@click.option("--days", type=float, default=90.0, show_default=True, help="How long it is good for.")
@click.option("--no-end", is_flag=True, help="It is good until it is revoked.")
@with_ledger
def add_token(ledger: Ledger, name: str, role: str, person: str | None, tlp: str, days: float, no_end: bool) -> None:
    """Make a token; NAME says what it is for. Its secret is all of standard output.

    \b
    Example:
      rashomon -C desk tokens add "nightly export" --role reader
    """
    wish = Wish(name, Station(role), person, Mark(tlp), None if no_end else days)
    made, secret = ledger.tokens.make(wish, time.time())
    click.echo(f"made the token {_line(made, made.made)}; it is shown this once:", err=True)
    click.echo(secret)


@tokens.command("list")
@as_json
@with_ledger
def list_tokens(ledger: Ledger, as_json: bool) -> None:
    """List the tokens, the newest first, without their secrets.

    \b
    Example:
      rashomon -C desk tokens list
    """
    found = ledger.tokens.all()
    if as_json:
        echo_json(found)
    else:
        now = time.time()
        click.echo("\n".join(_line(one, now) for one in found) or "no tokens (try: rashomon tokens add NAME)")


@tokens.command("revoke")
@click.argument("token_id", metavar="ID")
@with_ledger
def revoke_token(ledger: Ledger, token_id: str) -> None:
    """Make the token ID good for nothing from now on.

    \b
    Example:
      rashomon -C desk tokens revoke tok-1f3b5c7d9e
    """
    now = time.time()
    click.echo(_line(ledger.tokens.revoke(token_id, now), now))


def _line(token: Token, now: float) -> str:
    person = f"  for {token.person}" if token.person else ""
    ends = f"until {_moment(token.ends)}" if token.ends is not None else "without end"
    state = f"revoked {_moment(token.revoked)}" if token.revoked is not None else ends if token.is_good(now) else f"ended, {ends}"
    used = f"used {_moment(token.used)}" if token.used is not None else "never used"
    return f"{token.id}  {token.name}  {token.role}  {token.clearance}{person}  {state}  {used}"


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="minutes")
