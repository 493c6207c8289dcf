"""Briefs: an event told in sentences that templates make out of the ledger, each with the words it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rashomon.model.dates import DateInterval
from rashomon.model.ledger import RangeSupport
from rashomon.model.words import Status
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView
from rashomon.web.addresses import address_of, quote_address
from rashomon.web.catalogue import Catalogue
from rashomon.web.spoken import amount_words, date_words

#: Accounts that one brief quotes, versions of a toll it gives, names a sentence lists, and letters of a quote.
QUOTED, VERSIONS, NAMES, LETTERS = 3, 3, 3, 280


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where its words stand; ``None`` for one that the others add up to."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """One event of a topic's archive."""

    told: ToldEvent
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The briefs of one day or week; ``begins`` is ``None`` for events without a date."""

    begins: date | None
    briefs: tuple[Brief, ...]


def brief(told: ToldEvent, say: Catalogue) -> Brief:
    """Return an event as sentences: what, on whose word, how many killed, how many independent, disputed or not."""
    return Brief(told, tuple(_sentences(told, say)))


def _sentences(told: ToldEvent, say: Catalogue) -> Iterator[Sentence]:
    yield Sentence(_what(told, say), address_of(told.line.id))
    if told.line.status != Status.ASSERTED:
        yield Sentence(say(f"brief.status_{told.line.status}"), address_of(told.line.id))
    by_id = {view.account.id: view for view in told.accounts}
    for what, versions in (("killed", told.event.killed), ("injured", told.event.injured)):
        yield from (_toll(what, version, told.sources, by_id, say) for version in versions[:VERSIONS])
    yield from (_said(view, say) for view in told.accounts[:QUOTED])
    line = told.line
    key = "brief.accounts_one" if line.accounts == 1 else "brief.accounts" if line.independent > 1 else "brief.accounts_single"
    yield Sentence(say(key, accounts=line.accounts, roots=line.independent))
    if line.alarms:
        yield Sentence(say("brief.disputed", n=line.alarms), address_of(line.id))


def _what(told: ToldEvent, say: Catalogue) -> str:
    line = told.line
    agents = list(dict.fromkeys(named.name for view in told.accounts for named in view.agents))[:NAMES]
    return say(
        "brief.what",
        type=say.code("type", line.type),
        where=say("brief.where", places=", ".join(line.places[:NAMES])) if line.places else "",
        when=say("brief.when", date=date_words(line.date, say)) if line.date else "",
        who=say("brief.who", agents=", ".join(agents)) if agents else "",
    )


def _toll(
    what: str, version: RangeSupport, sources: Mapping[str, str], by_id: Mapping[str, AccountView], say: Catalogue
) -> Sentence:
    """Return who gives a version of a toll; it leads to its words, or to the account where those were cut off."""
    names = list(dict.fromkeys(sources[account] for account in version.accounts if account in sources))[:NAMES]
    shown = next((quote_address(by_id[account].quote) for account in version.accounts if account in by_id), None)
    address = shown or next((address_of(account) for account in version.accounts), None)
    return Sentence(
        say(f"brief.{what}", n=amount_words(version.value, say), sources=", ".join(names) or say("brief.nobody")), address
    )


def _said(view: AccountView, say: Catalogue) -> Sentence:
    words = " ".join(view.quote.words.split())
    shown = words if len(words) <= LETTERS else f"{words[:LETTERS].rpartition(' ')[0]} …"
    outlet = view.article.outlet or say("site.not_stated")
    if not view.attribution:
        return Sentence(say("brief.told", source=outlet, words=shown), quote_address(view.quote))
    return Sentence(
        say("brief.told_through", source=view.attribution[-1].name, outlet=outlet, words=shown), quote_address(view.quote)
    )


def archive(told: Iterable[ToldEvent], say: Catalogue, *, weekly: bool) -> list[Stretch]:
    """Return the briefs of events, in their order, under the day or the week (from Monday) that they began in."""

    def begins(one: ToldEvent) -> date | None:
        day = _day(one.line.date)
        return day - timedelta(days=day.weekday()) if weekly and day is not None else day

    return [Stretch(day, tuple(brief(one, say) for one in several)) for day, several in groupby(told, key=begins)]


def _day(stored: str | None) -> date | None:
    days = None if stored is None else DateInterval.parse(stored)
    return None if days is None else days.first or days.last
