"""Figures and their state: each series with its numbers, what follows from them, our own count beneath, what does not add up."""

import re
from collections.abc import Iterator

from rashomon.exports.briefs.citing import Citer, ground
from rashomon.exports.briefs.contract import Grid, Ground, Paragraph, Said, Section
from rashomon.exports.briefs.gathering import Material
from rashomon.exports.briefs.speaking import spoken_source
from rashomon.exports.briefs.tolls import states
from rashomon.exports.briefs.words import Frames, quoted, upper
from rashomon.exports.drawings.charts import series_picture
from rashomon.exports.drawings.picture import Picture
from rashomon.exports.drawings.series_drawing import conflicting, draw_series
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words, number_words
from rashomon.store.ledger import Ledger
from rashomon.store.pages.views import CountedSeries
from rashomon.store.views import FigureView

#: Series that are shown, pages of the longest that are looked through, figures told in a sentence and in a table.
SERIES, PAGES, TOLD, ROWS = 5, 6, 3, 14
_ISO = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?(?:/\d{4}-\d{2}(?:-\d{2})?)?\b|\b\d{4}-\d{2}(?:-\d{2})?/")


def figures(ledger: Ledger, material: Material, citer: Citer, frames: Frames) -> Section:
    """Return the longest series whose figures all may be shown and of which one stands in an article of the brief."""
    paragraphs: list[Paragraph] = []
    grids: list[Grid] = []
    pictures: list[Picture] = []
    for counted in _chosen(ledger, material):
        view = counted.view
        told = [one for one in _told(view.figures, frames) if one is not None]
        said = [*told, *_follows(counted, frames.say), *_faults(counted, frames.say)]
        if said:
            paragraphs.append(citer.paragraph(said, upper(view.series.what), view.series.id))
            grids.append(_grid(counted, citer, frames.say))
            drawn = draw_series(counted, frames.say)
            pictures += [] if drawn is None else [series_picture(drawn, frames.say)]
    return Section("figures", frames.say("brief.section.figures"), tuple(paragraphs), tuple(grids), tuple(pictures))


def _chosen(ledger: Ledger, material: Material) -> Iterator[CountedSeries]:
    """Yield the series of the brief; one with a figure that may not be shown is left out whole, as what follows would tell it."""
    left = SERIES
    for page in range(1, PAGES + 1):
        part = ledger.pages.series(page)
        for counted in part.shown:
            wanted = {one.article.id for one in counted.view.figures}
            shown = set(ledger.publishing.kept(wanted, material.wanted.clearance))
            if left and wanted <= shown and wanted & material.articles and " " in counted.view.series.what:
                left -= 1
                yield counted
        if not left or page >= part.pages:
            return


def _told(several: tuple[FigureView, ...], frames: Frames) -> Iterator[Said | None]:
    """Yield the latest figures whose number the cited words state, each source and number once."""
    seen: set[tuple[str, str]] = set()
    for one in reversed(several):
        rests = ground(one.quote, one.article)
        key = (one.source.name, str(one.figure.value))
        if key in seen or len(seen) == TOLD or not states(rests.words, one.figure.value):
            continue
        seen.add(key)
        source, values = spoken_source(one.source, rests, frames.say)
        said = frames("figure.given", source=source, n=_printed(one, rests, frames.say), words=quoted(rests.words))
        yield Said(said, (rests,), values)


def _printed(one: FigureView, rests: Ground, say: Catalogue) -> str:
    """Return a figure as its words have it ("nearly 600"), else its value."""
    figure = one.figure
    before = rests.words[: max(0, figure.span.start - rests.start)]
    hedge = re.search(rf"\b(?:{say('brief.cue.hedge')})\s+$", before, re.IGNORECASE)
    if hedge is None or figure.printed is None:
        return amount_words(figure.value, say)
    return f"{' '.join(hedge[0].lower().split())} {number_words(figure.printed)}"


def _follows(counted: CountedSeries, say: Catalogue) -> Iterator[Said]:
    """Yield what follows from figures by arithmetic, resting on those figures."""
    by_id = {one.figure.id: one for one in counted.view.figures}
    for derived in counted.view.series.derived[-2:]:
        rests = tuple(ground(by_id[one].quote, by_id[one].article) for one in derived.figures if one in by_id)
        if rests:
            days = tuple(_ISO.findall(derived.derivation))
            period, _, sums = in_words(derived.derivation, say).partition(": ")
            yield Said(say("brief.figure.follows", period=period, derivation=sums.replace(" - ", " − ")), rests, days)


def _faults(counted: CountedSeries, say: Catalogue) -> Iterator[Said]:
    """Yield what does not add up, resting on the figures whose numbers the sentence holds."""
    for fault in counted.view.series.faults:
        printed = set(re.findall(r"(?<![\d-])\d+(?![\d-])", fault))
        rests = tuple(
            ground(one.quote, one.article)
            for one in counted.view.figures
            if one.figure.printed is not None and f"{one.figure.printed:g}" in printed
        )
        if rests:
            yield Said(say("brief.figure.fault", fault=in_words(fault, say)), rests, tuple(_ISO.findall(fault)))


def in_words(line: str, say: Catalogue) -> str:
    """Return a line of arithmetic with its days as people say them."""
    return _ISO.sub(lambda found: date_words(found[0], say), line)


def _grid(counted: CountedSeries, citer: Citer, say: Catalogue) -> Grid:
    own = {one.figure_id: one.events for one in counted.own}
    clashing = conflicting(counted.view.figures)
    columns = tuple(say(f"brief.figure.{name}") for name in ("for", "n", "source", "state", "own", "cited"))
    rows = []
    for one in counted.view.figures[-ROWS:]:
        kept = own.get(one.figure.id)
        rows.append(
            (
                _counted_for(one, say),
                _printed(one, ground(one.quote, one.article), say),
                one.source.name,
                _state(one, say, clashes=one.figure.id in clashing),
                say("brief.figure.no_own") if kept is None else number_words(kept),
                f"[{citer.number(ground(one.quote, one.article))}]",
            )
        )
    return Grid(say("brief.figure.caption", what=counted.view.series.what), columns, tuple(rows))


def _counted_for(one: FigureView, say: Catalogue) -> str:
    if one.figure.period is not None:
        return date_words(one.figure.period, say)
    if one.figure.as_of is not None:
        return say("brief.figure.as_of", date=date_words(one.figure.as_of, say))
    return say("brief.figure.no_when")


def _state(one: FigureView, say: Catalogue, *, clashes: bool) -> str:
    kind = {True: "total", False: "period", None: "open"}[one.figure.cumulative]
    state = say(f"brief.figure.{kind}")
    return f"{state}; {say('brief.figure.clashes')}" if clashes else state
