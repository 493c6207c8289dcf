"""The command that reads one file without a ledger: read."""

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import click

from rashomon.cli.marked import coloured, key, tagged
from rashomon.cli.opening import as_json, echo_json, known_errors
from rashomon.cli.showing import MACHINE_READ
from rashomon.cli.writing import heading, wrapped
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.extraction.contract import Extractor
from rashomon.extraction.explained import Explained
from rashomon.extraction.explaining import Explaining
from rashomon.extraction.product import extractor
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.model.dates import DateInterval
from rashomon.model.sources import Article, Capture
from rashomon.pipeline.adding import now
from rashomon.readers.reading import read as read_page
from rashomon.store.single import SingleView, single_view
from rashomon.web.catalogue import read_catalogue
from rashomon.web.grounds import Grounds
from rashomon.web.labels import in_words
from rashomon.web.marking import all_marks
from rashomon.web.tables import Found, Table

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it was read, and how its things were found; ``None`` where nobody asked."""

    view: SingleView
    explained: Explained | None


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return the day a person gave. Raises BadParameter."""
    try:
        return None if value is None else str(DateInterval.parse(value))
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date (try 2031-05-06)") from error


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option("--outlet", metavar="NAME", help="Who publishes it, where the page does not print that.")
@click.option("--published", metavar="DATE", callback=_day, help="When it was published, where the page does not print that.")
@click.option("--article", "number", type=click.IntRange(min=1), metavar="N", help="Only the Nth article of the file.")
@click.option("--explain", is_flag=True, help="Say how each thing was found.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write one HTML file instead.")
@click.option("--no-color", is_flag=True, help="Mark the text by tags in brackets, as where the output is no terminal.")
@as_json
def read(
    file: BinaryIO,
    outlet: str | None,
    published: str | None,
    number: int | None,
    explain: bool,
    html: Path | None,
    no_color: bool,
    as_json: bool,
) -> None:
    """Read one FILE of any known kind ("-" is standard input) and show what is found in it. No ledger is needed.

    \b
    Example:
      rashomon read page.html --explain
    """
    content = file.read()
    given = str(getattr(file, "name", _STDIN))  # what stands in for standard input may have no name
    name = "standard input" if given in (_STDIN, "<stdin>") else Path(given).name
    capture = Capture(hashlib.sha256(content).hexdigest(), name, None, now(), len(content), outlet)
    with known_errors():
        told = _told(capture, _articles(capture, content, published, number), explain=explain)
    if as_json:
        echo_json(told)
    if html is not None:
        html.write_text(_page(told, name), encoding="utf-8")
        click.echo(f"wrote {html}", err=as_json)
    elif not as_json:
        _show(told, colour=not (no_color or os.environ.get("NO_COLOR")) and sys.stdout.isatty())


def _articles(capture: Capture, content: bytes, published: str | None, number: int | None) -> tuple[Article, ...]:
    """Return the articles to show. Raises UnreadableSourceError, and BadParameter where there is no such article."""
    found = read_page(capture, content).articles
    if number is not None and number > len(found):
        raise click.BadParameter(f"{capture.name} holds {len(found)} article{'s' * (len(found) != 1)}", param_hint="--article")
    chosen = found if number is None else (found[number - 1],)
    return tuple(article if article.published else replace(article, published=published) for article in chosen)


def _told(capture: Capture, articles: Sequence[Article], *, explain: bool) -> tuple[Told, ...]:
    """Read the articles with the product's extractor. Raises ListError."""
    registry, gazetteer = load_registry(), load_gazetteer()
    reads: Extractor = extractor(registry, gazetteer)
    explaining = Explaining(reads, registry, gazetteer)
    made = []
    for article in articles:
        reading = reads.read(article)
        explained = explaining.explain(article, reading) if explain else None
        made.append(Told(single_view(capture, article, reading), explained))
    return tuple(made)


def _grounds(told: Told, say: Catalogue) -> tuple[Table, ...]:
    page = told.view.page
    if told.explained is None or page.reading is None:
        return ()
    return Grounds(page.article, page.reading, told.explained, say).tables()


def _page(told: Sequence[Told], name: str) -> str:
    """Return the articles as one HTML file."""
    from rashomon.web.standalone import page, shown  # noqa: PLC0415  # templates are slow to load, and only this needs them

    say = read_catalogue()
    reader = next((one.view.page.reading.reader for one in told if one.view.page.reading), "")
    several = [shown(one.view, Found(one.view, say).tables(), _grounds(one, say), say) for one in told]
    return page(several, name, reader, say)


def _show(told: Sequence[Told], *, colour: bool) -> None:
    """Print the articles."""
    say = read_catalogue()
    for one in told:
        lines = (*_text(one.view, say, colour=colour), *_tables((*Found(one.view, say).tables(), *_grounds(one, say)), say))
        click.echo("\n".join(lines), color=colour)
    click.echo(heading(MACHINE_READ), color=colour)


def _text(view: SingleView, say: Catalogue, *, colour: bool) -> Iterator[str]:
    page = view.page
    stated = (page.line.outlet, page.line.published, *page.article.authors, page.line.url)
    yield heading(page.line.title)
    yield wrapped(" · ".join(part for part in stated if part) or say("site.not_stated"))
    yield ""
    marks = tuple(in_words(all_marks(page), say))
    if colour:
        yield key(marks, say)
        yield ""
    yield coloured(page.article.text, marks) if colour else tagged(page.article.text, marks)


def _tables(tables: Sequence[Table], say: Catalogue) -> Iterator[str]:
    """Yield tables as lines: each row as its cells behind their columns' names, folded to the width."""
    for table in tables:
        yield heading(f"{table.title} ({len(table.rows) or say('found.none')})")
        for n, row in enumerate(table.rows, 1):
            cells = [f"{column}: {cell}" for column, cell in zip(table.columns, row.cells, strict=True) if cell]
            yield wrapped(f"{n}. {' · '.join(cells)}", "  ")
