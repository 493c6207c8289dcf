"""When an account says that it happened, and where its date may be only that of the report."""

import re
from datetime import timedelta

from rashomon.linking.precedence import published
from rashomon.model.dates import DateInterval
from rashomon.model.reading import Account
from rashomon.model.sources import Article

#: How long before its report (days) news may have happened.
NEWS = timedelta(days=7)
_SAYING_TEXT = (
    r"\b(?:(?:said|says|told \w+|announced|reported|stated|declared|confirmed|added|wrote|claimed)"
    r"(?: \w+ly)?(?: in a statement| in a message)?(?: late| early)?"
    r"|(?:gave|issued|published|released)\b[^.;:]{0,40}?)(?: on)?\s*$"
)
_SAYING = re.compile(_SAYING_TEXT, re.IGNORECASE)
_LOOK_BACK = 60


def of_report(article: Article, account: Account) -> bool:
    """Return whether an account's day may be that of the report: it follows "said on", or is the dateline's.

    A day taken from outside the account's own words counts as the dateline's where the article is of that very day.
    """
    when, span = account.date, account.date_span
    if when is None or span is None or when.precision != "day":
        return False
    if _SAYING.search(article.text[max(0, span.start - _LOOK_BACK) : span.start]):
        return True
    return published(article) == when and not span.overlaps(account.evidence)


def when_of(article: Article, account: Account) -> DateInterval | None:
    """Return the days it may have happened on: its date, or the week that ends with the day of the report."""
    when = account.date
    if when is None or when.last is None or not of_report(article, account):
        return when
    return DateInterval(when.last - NEWS, when.last)
