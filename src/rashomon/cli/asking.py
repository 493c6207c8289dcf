"""Commands that ask a ledger: status, search, show."""

from collections.abc import Iterator
from dataclasses import replace

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.cli.questions import narrowed
from rashomon.cli.showing import show_actor, show_article, show_event
from rashomon.cli.writing import article, event, heading, wrapped
from rashomon.store.ledger import Ledger
from rashomon.store.search.views import Answer
from rashomon.store.status import LedgerStatus
from rashomon.store.views import ActorView, ArticleView, EventView, Question


@click.command()
@as_json
@with_ledger
def status(ledger: Ledger, as_json: bool) -> None:
    """Say what the ledger holds, and what could not be read and why.

    \b
    Example:
      rashomon -C desk status
    """
    found = ledger.status()
    if as_json:
        echo_json(found)
    else:
        click.echo("\n".join(_status(found)))


def _status(found: LedgerStatus) -> Iterator[str]:
    for name, count in found.counts.items():
        yield f"{count:>8} {name}"
    yield heading("Captures")
    for line in found.captures:
        yield f"{line.articles:>8} articles  {line.capture.name}  ({line.reader or 'not read'})"
        yield from (wrapped(f"left out: {unused}", "         ") for unused in line.unused)
    if (hidden := found.counts.get("captures", 0) - len(found.captures)) > 0:
        yield f"  and {hidden} more captures"
    if found.faults:
        yield heading("Could not be read")
        yield from (wrapped(f"{fault.source}: {fault.reason} ({fault.stage}, {fault.at})", "  ") for fault in found.faults)
    if found.unread:
        yield heading(f"Waiting to be read ({len(found.unread)}; run: rashomon update)")
        yield from (f"  {article(line)}" for line in found.unread[:20])


@click.command()
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Which page of the answer.")
@as_json
@narrowed
@with_ledger
def search(ledger: Ledger, question: Question, page: int, as_json: bool) -> None:
    """Find events, articles and actors by WORDS; without words, list all events.

    WORDS may hold "phrases", OR, -without, (groups) and fields such as actor:"..." or type:bombing. The name of an actor finds
    its other names too, unless it is quoted.

    \b
    Example:
      rashomon -C desk search market bombing --disputed
      rashomon -C desk search --after 2016-03 --order killed 'bombing OR shelling -drill'
    """
    found = ledger.ask(replace(question, page=page))
    if as_json:
        echo_json(found)
    else:
        click.echo("\n".join(_answer(found)))


def _answer(found: Answer) -> Iterator[str]:
    yield f"{found.total} event{'s' * (found.total != 1)}"
    yield from (event(line) for line in found.events)
    yield from _likened(found)
    if found.actors:
        yield heading("Actors")
        yield from (f"  {named.name}  {named.id}" for named in found.actors)
    if found.articles:
        yield heading("Articles")
        for hit in found.articles:
            yield f"  {article(hit.line)}  {hit.line.id}"
            snippet = " ".join(hit.snippet.split()).replace("\x01", "[").replace("\x02", "]")
            yield wrapped(snippet, "      ")
    if found.beside is not None and (found.beside.events or found.beside.articles):
        yield heading("Found by words of a like meaning only, not counted above (--meaning with counts them)")
        yield from (event(line) for line in found.beside.events)
        yield from (f"  {article(hit.line)}  {hit.line.id}" for hit in found.beside.articles)
    elif not (found.events or found.actors or found.articles):
        yield "nothing found (try fewer words, or: rashomon status)"


def _likened(found: Answer) -> Iterator[str]:
    """Yield which words of a like meaning were looked for, where they were."""
    if found.beside is None and found.question.meaning != "with":
        return
    for one in found.likened:
        yield wrapped(f"also searched beside {one.words!r}: {', '.join(one.others)}", "  ")


@click.command()
@click.argument("what")
@as_json
@with_ledger
def show(ledger: Ledger, what: str, as_json: bool) -> None:
    """Show one event, actor or article: WHAT is an id, or an actor's name.

    \b
    Example:
      rashomon -C desk show "Qassem Soleimani"
    """
    view, lines = _shown(ledger, what)
    if as_json:
        echo_json(view)
    else:
        click.echo("\n".join(lines))


def _shown(ledger: Ledger, what: str) -> tuple[EventView | ArticleView | ActorView, Iterator[str]]:
    """Return what an id or name means, and the lines that show it."""
    kind = what.partition("-")[0]
    if kind in ("evt", "acc"):
        told = ledger.event(what)
        return told, show_event(told, ledger.article)
    if kind == "art":
        page = ledger.article_page(what)
        return page, show_article(page)
    actor = ledger.actor_page(what)
    return actor, show_actor(actor)
