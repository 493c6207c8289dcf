"""The commands ``people``: who may use a desk that others can reach."""

import sys
from datetime import UTC, datetime

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.model.people import Person, Station
from rashomon.store.ledger import Ledger

_role = click.option("--role", type=click.Choice([str(one) for one in Station]), help="What the account may do.")
_stdin = click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")


@click.group()
def people() -> None:
    """Keep the accounts of the desk. A desk that only this machine can reach needs none.

    \b
    Roles: reader (reads), analyst (decides), editor (also takes back decisions of others, grades outlets), admin (also
    makes accounts).

    \b
    Example:
      rashomon -C desk people add ana --role analyst
    """


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    typed: str = click.prompt("password", hide_input=True, confirmation_prompt=True)
    return typed


@people.command("add")
@click.argument("name")
@_role
@_stdin
@with_ledger
def add_person(ledger: Ledger, name: str, role: str | None, password_stdin: bool) -> None:
    """Make the account NAME.

    \b
    Example:
      rashomon -C desk people add ana --role analyst
    """
    since = datetime.now(UTC).isoformat(timespec="seconds")
    made = ledger.people.add(name, Station(role or Station.READER), _password(from_stdin=password_stdin), since)
    click.echo(f"made the account {made.name} ({made.role})")


@people.command("list")
@as_json
@with_ledger
def list_people(ledger: Ledger, as_json: bool) -> None:
    """List the accounts.

    \b
    Example:
      rashomon -C desk people list
    """
    found = ledger.people.people()
    if as_json:
        echo_json(found)
    else:
        click.echo("\n".join(_line(person) for person in found) or "no accounts (try: rashomon people add NAME --role admin)")


def _line(person: Person) -> str:
    return f"{person.name}  {person.role}  since {person.since}{'' if person.active else '  closed'}"


@people.command("change")
@click.argument("name")
@_role
@click.option("--close", "active", flag_value="no", help="Let it log in no more; what it decided stays.")
@click.option("--reopen", "active", flag_value="yes", help="Let it log in again.")
@click.option("--password", "new_password", is_flag=True, help="Give it a new password.")
@_stdin
@with_ledger
def change_person(
    ledger: Ledger, name: str, role: str | None, active: str | None, new_password: bool, password_stdin: bool
) -> None:
    """Change the account NAME; its open sessions end.

    \b
    Example:
      rashomon -C desk people change ana --role editor
    """
    password = _password(from_stdin=password_stdin) if new_password or password_stdin else None
    if (role, active, password) == (None, None, None):
        raise click.UsageError("nothing to change (give --role, --close, --reopen or --password)")
    may_log_in = None if active is None else active == "yes"
    changed = ledger.people.change(name, role=None if role is None else Station(role), active=may_log_in, password=password)
    click.echo(_line(changed))
