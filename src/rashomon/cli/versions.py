"""The command ``versions``: how an article's words changed since it was first kept."""

from collections.abc import Iterator

import click

from rashomon.cli.opening import as_json, echo_json, with_ledger
from rashomon.cli.writing import article, wrapped
from rashomon.store.evidence.views import Versions, VersionView
from rashomon.store.ledger import Ledger
from rashomon.text.changes import Change


@click.command()
@click.argument("article_id", metavar="ARTICLE")
@as_json
@with_ledger
def versions(ledger: Ledger, article_id: str, as_json: bool) -> None:
    """Show how an article's words changed: changed numbers and names first, and whether the page says that it was corrected.

    \b
    Example:
      rashomon -C desk versions art-0123456789abcdef
    """
    found = ledger.evidence.versions(article_id)
    if as_json:
        echo_json(found)
    else:
        click.echo("\n".join(_lines(found)))


def _lines(found: Versions) -> Iterator[str]:
    for n, version in enumerate(found.versions, 1):
        yield from _version(n, version)
    if found.summary is not None:
        why = (
            "could not be had: " + found.summary.reason
            if found.summary.reason
            else f"waits to be fetched ({found.summary.due_at})"
        )
        yield wrapped(f"summary only: the page {found.summary.link} {why}")
    if found.gone is not None:
        yield f"gone since {found.gone.at}: {found.gone.address} answered {found.gone.status}; the ledger keeps the article"


def _version(n: int, version: VersionView) -> Iterator[str]:
    counts = ", counts" if version.current else ""
    times = f" to {version.last} ({version.times} captures)" if version.times > 1 else ""
    yield wrapped(f"{n}. {article(version.article)}")
    yield f"    {version.first}{times}, {version.source or 'source not known'}{counts}"
    yield f"    {version.article.id}"
    if version.changes:
        said = "the page says that it was corrected" if version.announced else "the page does not say that it was changed"
        yield f"    {len(version.changes)} sentences differ; {said}"
    for change in version.changes:
        yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    values = f" ({', '.join(change.values)})" if change.values and change.kind == "changed" else ""
    yield f"    {change.kind}{values}:"
    if change.before is not None:
        yield wrapped(change.before, "      - ")
    if change.after is not None:
        yield wrapped(change.after, "      + ")
