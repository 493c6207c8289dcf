"""When an account says that it happened, and where its date may be only that of the report."""

import re
from datetime import timedelta

from rashomon.linking.precedence import published
from rashomon.model.dates import DateInterval
from rashomon.model.reading import Account
from rashomon.model.sources import Article
from rashomon.model.words import PartKind

#: How long before its report (days) news may have happened.
NEWS = timedelta(days=7)
_SAYING_TEXT = (
    r"\b(?:(?:said|says|told \w+|announced|reported|stated|declared|confirmed|added|wrote|claimed|condemned|denounced|distributed"
    r"|posted|circulated|broadcast|aired|made public|issued|published|released|unveiled)"
    r"(?: \w+ly)?(?: in a statement| in a message)?(?: late| early)?"
    r"|(?:gave|issued|published|released)\b[^.;:]{0,40}?)(?: on)?\s*$"
)
_SAYING = re.compile(_SAYING_TEXT, re.IGNORECASE)
#: Words on what is said or done about a happening, between a day and the happening: the day is theirs.
_ABOUT_TEXT = (
    r"\b(?:(?:said|says|denied|claimed|reported|announced\w*|confirmed|acknowledged|admitted|statement|declaration|claim|report"
    r"|denial|allegations?)\b[^.;]*\bthat\b"
    r"|(?:denounced|condemned|mourned|deplored|praised|claimed|blamed|investigating|responsibility for)\b[^.;]*$)"
)
_ABOUT = re.compile(_ABOUT_TEXT, re.IGNORECASE)
_LOOK_BACK = 60


def of_report(article: Article, account: Account) -> bool:
    """Return whether an account's day may be that of the report: it follows "said on", or is that of what is said of it, or the
    dateline's.

    A day taken from outside the account's own words counts as the dateline's where the article is of that very day.
    """
    when, span = account.date, account.date_span
    if when is None or span is None or when.precision != "day":
        return False
    if _SAYING.search(article.text[max(0, span.start - _LOOK_BACK) : span.start]):
        return True
    between = article.text[span.end : account.trigger.start]
    return _of_dateline(article, account) or (". " not in between and _ABOUT.search(between) is not None)


def _of_dateline(article: Article, account: Account) -> bool:
    span = account.date_span
    return span is not None and published(article) == account.date and not span.overlaps(account.evidence)


def when_of(article: Article, account: Account) -> DateInterval | None:
    """Return the days it may have happened on: its date, or the week that ends with the day of the report.

    ``None`` where nothing says: a title that has no day but the dateline's may tell of what happened long before.
    """
    when = account.date
    if when is None or when.last is None or not of_report(article, account):
        return when
    title = any(start <= account.trigger.start < end for start, end in article.spans(PartKind.TITLE))
    return None if title and _of_dateline(article, account) else DateInterval(when.last - NEWS, when.last)
