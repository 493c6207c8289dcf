"""The command ``outlets``: who publishes what the ledger holds, what lists know of them, and whom they do not know."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.cli.writing import NOT_STATED, heading
from rashomon.lists.outlets import load_outlets, outlet_named
from rashomon.model.sources import Outlet
from rashomon.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Told:
    """An outlet as articles name it, with what lists know of it; ``address`` is that of one of its articles."""

    name: str | None
    articles: int
    address: str | None
    outlet: Outlet | None


@click.command()
@as_json
@with_ledger
def outlets(ledger: Ledger, as_json: bool) -> None:
    """List the outlets of the ledger: kind, family, country, language, grades; for those not listed an entry to paste.

    \b
    Example:
      rashomon -C desk outlets
    """
    listed = load_outlets(ledger.lists)
    told = tuple(
        Told(name, count, address, outlet_named(listed, name or "") or outlet_named(listed, address or ""))
        for name, count, address in ledger.evidence.outlets()
    )
    if as_json:
        echo_json(told)
    else:
        click.echo("\n".join(_lines(ledger, told)) or "no articles yet (next: rashomon add FILES)")


def _lines(ledger: Ledger, told: tuple[Told, ...]) -> Iterator[str]:
    for one in told:
        if one.outlet is not None:
            yield from _known(one, one.outlet)
        elif one.name is None:
            yield f"{one.articles:>6}  outlet {NOT_STATED}"
    unknown = [one for one in told if one.outlet is None and one.name is not None]
    if unknown:
        yield heading(f"Not listed ({len(unknown)}): paste into {ledger.lists / 'outlets.yaml'}, complete, and run update")
    for one in unknown:
        yield from _entry(one)


def _known(told: Told, outlet: Outlet) -> Iterator[str]:
    said = "" if told.name is None or told.name == outlet.name else f", here as {told.name}"
    facts = (outlet.kind, outlet.family and f"family {outlet.family}", outlet.country, outlet.language)
    yield f"{told.articles:>6}  {outlet.name}{said}: {', '.join(fact for fact in facts if fact) or 'nothing known'}"
    for grade in outlet.grades:
        since = f" since {grade.since}" if grade.since is not None else ""
        yield f"        grade {grade.letter}{since}{': ' if grade.why else ''}{grade.why}"


def _entry(told: Told) -> Iterator[str]:
    """Yield an entry of the list, with what is not known left to fill in."""
    host = urlsplit(told.address or "").hostname
    yield f"# {told.articles} article{'s' * (told.articles != 1)}{f', such as {told.address}' if told.address else ''}"
    yield f"- name: {_quoted(told.name or '')}"
    yield "  kind:        # site agency channel broadcaster government monitor"
    yield "  family:      # who owns it; outlets of one family count as one root"
    yield "  country:     # two letters"
    yield "  language:    # two letters"
    if host is not None:
        yield f"  sites: [{host.removeprefix('www.')}]"


def _quoted(name: str) -> str:
    """Return a name as YAML reads it back."""
    return "'" + name.replace("'", "''") + "'"
