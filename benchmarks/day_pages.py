"""Invented pages that print the day of their publication: 20 styles, 9 languages, and other days that are not the answer."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.day_words import TONGUES, Tongue, printed

#: Pages of each style and language.
EACH = 3
_FIRST = date(2029, 1, 13)


@dataclass(frozen=True, slots=True)
class DayPage:
    """A page, its style and language, and the day that it prints as that of its publication."""

    style: str
    tongue: str
    markup: str
    published: date


@dataclass(frozen=True, slots=True)
class _Told:
    """What a style puts in its places: the day printed and in figures, another day, words of the language."""

    day: str
    iso: str
    other: str
    tongue: Tongue


#: What stands in the head, before the title, under the title, and behind the text.
_Places = tuple[str, str, str, str]


def _declared(told: _Told) -> Iterator[tuple[str, _Places]]:
    """Yield the styles that declare the day."""
    article = f'{{"@type":"NewsArticle","headline":"H","datePublished":"{told.iso}T23:10:00+05:00"}}'
    graph = f'{{"@graph":[{{"@type":"WebSite","name":"x"}},{article}]}}'
    plain = f'{{"@type":"NewsArticle","headline":"H","datePublished":"{told.iso}","dateModified":"{told.other}"}}'
    yield "json-ld", (f'<script type="application/ld+json">{plain}</script>', "", "", "")
    yield "json-ld graph", (f'<script type="application/ld+json">{graph}</script>', "", "", "")
    yield "open graph", (f'<meta property="article:published_time" content="{told.iso}T00:30:00+0300">', "", "", "")
    yield "dublin core", (f'<meta name="DC.date.issued" content="{told.iso}">', "", "", "")
    yield "meta date", (f'<meta name="date" content="{told.day}">', "", "", "")
    yield "microdata", ("", "", f'<span itemprop="datePublished" content="{told.iso}">{told.day}</span>', "")
    yield "time element", ("", "", f'<p class="meta"><time datetime="{told.iso}T06:00:00Z">{told.day}</time></p>', "")
    yield "hatom", ("", "", f'<abbr class="published" title="{told.iso}T10:00:00">{told.day}</abbr>', "")


def _printed(told: _Told) -> Iterator[tuple[str, _Places]]:
    """Yield the styles that only print it."""
    told_by, said = "Ilen Marsk", told.tongue.published
    yield "under the title", ("", "", f'<p class="date">{told.day}</p>', "")
    yield "above the title", ("", f'<div class="kicker">{told.day}</div>', "", "")
    yield "time without a value", ("", "", f"<time>{told.day}</time>", "")
    yield "byline with a bar", ("", "", f'<div class="byline">{told_by} | {told.day}</div>', "")
    yield "byline with a clock", ("", "", f'<div class="info">{told_by}, {told.day}, 14:05</div>', "")
    yield "posted on", ("", "", f'<span class="posted-on">{said} {told.day}</span>', "")
    yield "list of facts", ("", "", f"<ul class='meta'><li>{told_by}</li><li>{told.day}</li></ul>", "")
    yield "table", ("", "", f"<table><tr><td>{told_by}</td><td>{told.day}</td></tr></table>", "")
    yield "behind the text", ("", "", "", f'<p class="pubdate">{said}: {told.day}</p>')
    updated = f"{told.tongue.updated} {told.other}"
    yield "published and updated", ("", "", f'<p class="dates">{said} {told.day} | {updated}</p>', "")
    aside = f'<aside><h3>…</h3><ul><li><a href="/o">{told.tongue.updated}</a> <span>{told.other}</span></li></ul></aside>'
    yield "teasers beside it", ("", aside, f'<p class="date">{told.day}</p>', aside)
    comments = f'<section id="comments"><p>Oru, {told.other}</p><p>Selm, {told.other}</p></section>'
    yield "comments under it", ("", "", f'<p class="post-date">{told.day}</p>', comments)


_FAMILIES: tuple[Callable[[_Told], Iterator[tuple[str, _Places]]], ...] = (_declared, _printed)


def pages(seed: int = 1) -> Iterator[DayPage]:
    """Yield the pages; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - invented pages
    for tongue in TONGUES:
        for _ in range(EACH):
            day = _FIRST + timedelta(days=chance.randrange(900))
            other = day + timedelta(days=chance.choice((-400, -31, -3, 2, 17)))
            told = _Told(printed(day, tongue), day.isoformat(), printed(other, tongue), tongue)
            for family in _FAMILIES:
                for style, places in family(told):
                    yield DayPage(style, tongue.code, _page(tongue, places, told.other), day)


def _page(tongue: Tongue, places: _Places, other: str) -> str:
    head, above, under, behind = places
    text = "".join(f"<p>{words}</p>" for words in (tongue.story[0], f"{tongue.story[1]} ({other}).", *tongue.story[2:]))
    return (
        f'<!doctype html><html lang="{tongue.code}"><head><meta charset="utf-8"><title>{tongue.title} - Tarn Herald</title>{head}'
        f"</head><body><nav><a href='/'>Tarn Herald</a> <a href='/w'>©2019</a></nav><article>{above}<h1>{tongue.title}</h1>"
        f"{under}<div class='text'>{text}</div>{behind}</article><footer>© 2019-2035 Tarn Herald</footer></body></html>"
    )
