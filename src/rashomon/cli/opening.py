"""Open the ledger a command works on, and turn known errors into one line and exit code 1."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

import click

from rashomon.model.errors import RashomonError
from rashomon.store.codec import plain
from rashomon.store.ledger import Ledger

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")


@contextmanager
def known_errors() -> Iterator[None]:
    """Turn a known error into one line on standard error and exit code 1."""
    try:
        yield
    except RashomonError as error:
        raise click.ClickException(str(error)) from error


def with_ledger(command: Callable[..., None]) -> Callable[..., None]:
    """Open the ledger of -C for a command, give it as the first argument, and close it again."""

    @wraps(command)
    def opened(*args: object, **kwargs: object) -> None:
        folder: Path = click.get_current_context().obj
        with known_errors(), Ledger.open(folder) as ledger:
            command(ledger, *args, **kwargs)

    return opened


def echo_json(value: object) -> None:
    """Print a model value as indented JSON."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))
