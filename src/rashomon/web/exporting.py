"""An answer as a file: every event with its accounts, sources, status, roots and words, in the order of the list."""

import json
from collections.abc import Iterable, Iterator

from rashomon.exports.cells import csv_line
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView, Named
from rashomon.web.answers import plain

#: Columns of the CSV: those of the event, then those of one of its accounts.
EVENT_COLUMNS = (
    *("event", "title", "type", "status", "date", "places", "countries"),
    *("killed", "injured", "accounts", "independent_roots", "contradictions"),
)
ACCOUNT_COLUMNS = (
    *("account", "account_status", "account_killed", "account_injured", "agents", "patients", "on_the_word_of", "root"),
    *("outlet", "published", "article", "address", "start", "end", "words"),
)
COLUMNS = (*EVENT_COLUMNS, *ACCOUNT_COLUMNS)


def as_csv(told: Iterable[ToldEvent]) -> Iterator[str]:
    """Yield one line for every account, the event's own values repeated."""
    yield csv_line(COLUMNS)
    for one in told:
        event = _event_cells(one)
        for account in one.accounts:
            yield csv_line((*event, *_account_cells(account)))
        if not one.accounts:
            yield csv_line((*event, *("",) * len(ACCOUNT_COLUMNS)))


def as_json(told: Iterable[ToldEvent]) -> Iterator[str]:
    """Yield a list of events, each with its accounts."""
    yield "["
    for n, one in enumerate(told):
        yield f"{',' if n else ''}\n{json.dumps(_entry(one), ensure_ascii=False)}"
    yield "\n]\n"


def _entry(one: ToldEvent) -> dict[str, object]:
    killed, injured = ([str(version.value) for version in versions] for versions in (one.event.killed, one.event.injured))
    shown = plain(one.line)
    assert isinstance(shown, dict)
    return {
        **shown,
        "killed": killed,
        "injured": injured,
        "countries": one.countries,
        "accounts": [_told(account) for account in one.accounts],
    }


def _told(view: AccountView) -> dict[str, object]:
    return {
        "account": view.account.id,
        "type": view.account.type.value,
        "status": view.account.status.value,
        "killed": plain(view.account.killed),
        "injured": plain(view.account.injured),
        "agents": [one.name for one in view.agents],
        "patients": [one.name for one in view.patients],
        "on_the_word_of": [one.name for one in view.attribution],
        "root": None if view.root is None else view.root.name,
        "article": plain(view.article),
        "words": {"start": view.quote.start, "end": view.quote.end, "text": view.quote.words},
    }


def _event_cells(one: ToldEvent) -> tuple[object, ...]:
    line, event = one.line, one.event
    tolls = ("; ".join(str(version.value) for version in versions) for versions in (event.killed, event.injured))
    places, countries = "; ".join(line.places), "; ".join(one.countries)
    return (
        line.id,
        line.title,
        line.type,
        line.status,
        line.date,
        places,
        countries,
        *tolls,
        line.accounts,
        line.independent,
        line.alarms,
    )


def _account_cells(view: AccountView) -> tuple[object, ...]:
    account, article = view.account, view.article
    who = (_names(view.agents), _names(view.patients), _names(view.attribution), "" if view.root is None else view.root.name)
    where = (article.outlet, article.published, article.id, article.url, view.quote.start, view.quote.end, view.quote.words)
    return (account.id, account.status.value, account.killed, account.injured, *who, *where)


def _names(several: Iterable[Named]) -> str:
    return "; ".join(one.name for one in several)
