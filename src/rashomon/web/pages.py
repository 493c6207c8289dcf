"""Templates and what they may use. All text is escaped unless a template says otherwise; none does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fastapi import HTTPException, Request
from jinja2 import Environment, PackageLoader, StrictUndefined

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words, moment_words, number_words, size_words
from rashomon.model.marks import Mark
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ALARMS
from rashomon.store.contract import Questions
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.marking import Marked
from rashomon.store.views import Quote
from rashomon.web import addresses
from rashomon.web.people.clearances import clearance_of_request

_HIT_OPENS, _HIT_CLOSES = "\x01", "\x02"


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page needs: the ledger it asks, the templates, the words and the countries' names."""

    ledger: Questions
    templates: Environment
    say: Catalogue
    countries: Mapping[str, str]

    def render(self, request: Request, template: str, **shown: object) -> str:
        """Return a page's HTML. Every template knows ``visit``: who asks, ``None`` where nobody is let in by name."""
        visit = request.scope.get("state", {}).get("visit")
        known = {"here": request.url.path, "query": request.url.query, "visit": visit}
        return self.templates.get_template(template).render(**{**known, **shown})


def desk_of(request: Request) -> Desk:
    """Return the desk that a request came to, over the ledger as far as whoever asks may see it."""
    state = request.scope.setdefault("state", {})
    if "desk" not in state:
        desk = request.app.state.desk
        assert isinstance(desk, Desk)
        may = clearance_of_request(request)
        state["desk"] = desk if may == Mark.RED else replace(desk, ledger=desk.ledger.cleared(may))
    cleared = state["desk"]
    assert isinstance(cleared, Desk)
    return cleared


def ledger_of(request: Request) -> Questions:
    """Return the ledger that a request asks, as far as whoever asks may see it."""
    return desk_of(request).ledger


def whole_of(request: Request) -> Questions:
    """Return the whole ledger, for what looks to clearances itself."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk.ledger


def whole_only(request: Request) -> None:
    """Refuse with 403 somebody from whom a part of the ledger is hidden: decisions are shown whole or not at all."""
    desk = desk_of(request)
    if desk.ledger is not whole_of(request):
        raise HTTPException(403, desk.say("marks.hidden_from_you"))


def marks_of(request: Request) -> Mapping[str, Marked]:
    """Return how far the captures may be shared, by their digests; those without a mark are missing."""
    ledger = whole_of(request)
    return {one.capture.sha256: one for one in ledger.marks.all()} if isinstance(ledger, Ledger) else {}


def hits(snippet: str) -> Iterator[tuple[str, bool]]:
    r"""Yield a snippet in pieces, each with whether it is a hit.

    >>> list(hits("a \x01big\x02 bang"))
    [('a ', False), ('big', True), (' bang', False)]
    """
    for number, piece in enumerate(snippet.split(_HIT_OPENS)):
        hit, closes, rest = piece.partition(_HIT_CLOSES)
        if number and closes:
            yield hit, True
        elif hit:
            yield hit, False
        if rest:
            yield rest, False


def around(words: Quote) -> tuple[str, str, str]:
    """Return the context before the quoted words, the words, and the context after them."""
    before, found, after = words.context.partition(words.words)
    return (before, found, after) if found else ("", words.words, "")


def inside(words: Quote, span: EvidenceSpan) -> tuple[str, str, str] | None:
    """Return quoted words before a span, in it, and after it; ``None`` where the span does not lie in the quote."""
    start, end = span.start - words.start, span.end - words.start
    if span.article_id != words.article_id or not 0 <= start < end <= len(words.words):
        return None
    return words.words[:start], words.words[start:end], words.words[end:]


def make_templates(say: Catalogue, countries: Mapping[str, str]) -> Environment:
    """Return the templates of the desk with their filters. ``countries`` are names by ISO 3166 alpha-2."""
    templates = Environment(
        loader=PackageLoader("rashomon.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(say=say, code=say.code, alarms=frozenset(ALARMS))
    templates.globals.update(narrowed=addresses.narrowed, at_page=addresses.at_page, words_address=addresses.words_address)
    templates.filters.update(
        address=addresses.address_of,
        amount=lambda value: amount_words(value, say),
        around=around,
        country=lambda code: countries.get(code, code),
        day=lambda value: date_words(value, say),
        hits=hits,
        inside=inside,
        moment=moment_words,
        number=number_words,
        outside=addresses.outside,
        quote_address=addresses.quote_address,
        size=size_words,
    )
    templates.globals["p"] = templates.get_template("pieces.html").module
    return templates
