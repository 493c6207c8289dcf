"""The command ``explain``: why an event, a link, a copy, a contradiction or a series is what the ledger says it is."""

from collections.abc import Iterator
from itertools import chain

import click

from rashomon.cli.explain_weights import explain_weights
from rashomon.cli.explaining import explain_contradiction, explain_copies, explain_event, explain_links, explain_tallies
from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.cli.showing import MACHINE_READ, show_series
from rashomon.cli.writing import heading
from rashomon.linking.figures.tallies import tallies
from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Contradiction
from rashomon.model.words import ActorKind
from rashomon.store.ledger import Ledger
from rashomon.store.link_view import LinkView
from rashomon.store.views import EventView
from rashomon.text.folding import fold

_FIGHTING = frozenset({ActorKind.ARMED_GROUP, ActorKind.FORCE})


@click.command()
@click.argument("what")
@click.argument("name", required=False)
@as_json
@with_ledger
def explain(ledger: Ledger, what: str, name: str | None, as_json: bool) -> None:
    """Say why: WHAT is the id of an event, account, article, contradiction or series.

    For an article it says why it counts as a copy; with NAME, why that name of it is linked to an actor or place.

    \b
    Example:
      rashomon -C desk explain evt-1f3b…
      rashomon -C desk explain art-9ae1… "Abu Mustafa"
    """
    value, lines = _explained(ledger, what, name)
    if as_json:
        echo_json(value)
    else:
        click.echo("\n".join([*lines, heading(MACHINE_READ)]))


def _explained(ledger: Ledger, what: str, name: str | None) -> tuple[object, Iterator[str]]:
    """Return what an id means, and the lines that explain it."""
    kind = what.partition("-")[0]
    if kind == "con":
        found = _contradiction(ledger, what)
        return found, explain_contradiction(found, ledger.article)
    if kind == "ser":
        return _series(ledger, what)
    if kind != "art":
        told = ledger.event(what)
        return told, chain(explain_event(told, ledger.article), explain_weights(told, _combatants(ledger, told)))
    if name is not None:
        links = _named(ledger.links(what), what, name)
        return links, explain_links(links)
    page = ledger.article_page(what)
    return page.copies, explain_copies(page, ledger.article)


def _combatants(ledger: Ledger, told: EventView) -> frozenset[str]:
    """Return those of the actors to whom an event was done that fight."""
    hit = (ledger.actor_page(support.value).actor for support in told.event.patients)
    return frozenset(actor.id for actor in hit if actor.kind in _FIGHTING)


def _series(ledger: Ledger, key: str) -> tuple[object, Iterator[str]]:
    """Return a series with its figures, and the lines that set the ledger's own events beside them."""
    view = next((one for one in ledger.series() if one.series.id == key), None)
    if view is None:
        raise NotFoundError("series", key)
    linked = ledger.linked()
    figures = {one.figure.id: one.figure for one in view.figures}
    own = tallies(view.series, figures, linked.events, {actor.id: actor.name for actor in linked.actors})
    return (view, own), chain(show_series(view), explain_tallies(own))


def _contradiction(ledger: Ledger, key: str) -> Contradiction:
    found = next((one for one, _ in ledger.contradictions() if one.id == key), None)
    if found is None:
        raise NotFoundError("contradiction", key)
    return found


def _named(links: tuple[LinkView, ...], article_id: str, name: str) -> tuple[LinkView, ...]:
    """Return the links whose words or goal hold a name. Raises NotFoundError where none does."""
    asked = fold(name)
    found = tuple(link for link in links if any(asked in fold(words) for words in (*link.words, link.name)))
    if not found:
        raise NotFoundError(f"link in {article_id}", name)
    return found
