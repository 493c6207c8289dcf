"""A few sentences about an event made of the accounts' own words, each with who says it."""

from datetime import date as Day  # noqa: N812 (a date is an interval here)

from rashomon.model.dates import DateInterval
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import AccountView

#: Accounts that are quoted, one of every root first; characters of each.
QUOTED, LONGEST = 3, 280
_SAYS = {
    "asserted": "",
    "claimed": " (a claim)",
    "alleged": " (alleged)",
    "denied": " (denied)",
    "disputed": " (disputed)",
    "planned": " (planned)",
    "hypothetical": " (not said to have happened)",
    "negated": " (said not to have happened)",
}


def notes(published: PublishedEvent, date: DateInterval | None) -> str:
    """Return what the accounts say: "On 3 March 2031, according to Vale Courier (on the word of Vale Front): ..."."""
    views = _one_a_root(published.told.accounts)[:QUOTED]
    told = "; ".join(_said(view) for view in views)
    more = len(published.told.accounts) - len(views)
    opening = "On a day not stated" if date is None else f"{_when(date)}"
    return f"{opening}, according to {told}." + (f" ({more} more account{'s' * (more != 1)}.)" if more else "")


def _one_a_root(views: tuple[AccountView, ...]) -> list[AccountView]:
    """Return accounts, one of every root before a second of any."""
    first: dict[str, AccountView] = {}
    for view in views:
        first.setdefault(view.account.id if view.root is None else view.root.id, view)
    chosen = {id(view): view for view in first.values()}
    return [*chosen.values(), *(view for view in views if id(view) not in chosen)]


def _said(view: AccountView) -> str:
    words = " ".join(view.quote.words.split())
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} ..."
    whom = ", ".join(one.name for one in view.attribution)
    published = f", {view.article.published[:10]}" if view.article.published else ""
    outlet = f"{view.article.outlet or 'an outlet that is not stated'}{published}"
    return f'{outlet}{f" (on the word of {whom})" if whom else ""}{_SAYS[view.account.status.value]}: "{shown}"'


def _when(date: DateInterval) -> str:
    """Return when: "On 3 March 2031", "In March 2031", "Between 3 March 2031 and 5 March 2031"."""
    if date.first is None or date.last is None:
        return f"At {date}"
    if date.precision == "day":
        return f"On {_day(date.first)}"
    if date.precision == "month":
        return f"In {date.first:%B %Y}"
    return f"Between {_day(date.first)} and {_day(date.last)}"


def _day(day: Day) -> str:
    return f"{day.day} {day:%B %Y}"
