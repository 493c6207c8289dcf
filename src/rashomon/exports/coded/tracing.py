"""What every coded row rests on: its accounts with article, words, root, status and grade."""

from collections.abc import Iterator

from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import AccountView

#: Columns of the file of sources that stands beside a coded table, one line an account; ``row`` is the table's own id.
COLUMNS = (
    *("row", "event", "event_status", "independent_roots", "contradictions"),
    *("account", "account_status", "date", "killed", "injured", "on_the_word_of", "root"),
    *("outlet", "grade", "published", "article", "address", "copy_of", "start", "end", "words"),
)


def source_rows(row_id: object, published: PublishedEvent) -> Iterator[tuple[object, ...]]:
    """Yield one row of `COLUMNS` for each account of an event, earliest article first."""
    line = published.told.line
    event = (row_id, line.id, line.status, line.independent, line.alarms)
    for view in published.told.accounts:
        yield (*event, *_account(view), *_article(view, published))


def _account(view: AccountView) -> tuple[object, ...]:
    account = view.account
    whom = "; ".join(one.name for one in view.attribution)
    root = None if view.root is None else view.root.name
    return (account.id, account.status.value, account.date, account.killed, account.injured, whom, root)


def _article(view: AccountView, published: PublishedEvent) -> tuple[object, ...]:
    article, quote = view.article, view.quote
    grade = published.grades.get(article.outlet or "", "F")
    where = (article.outlet, grade, article.published, article.id, article.url, article.copy_of)
    return (*where, quote.start, quote.end, " ".join(quote.words.split()))


def traced(published: PublishedEvent) -> dict[str, object]:
    """Return the same for forms whose rows may hold lists: the event with its accounts."""
    line = published.told.line
    return {
        "event": line.id,
        "title": line.title,
        "status": line.status,
        "independent_roots": line.independent,
        "contradictions": line.alarms,
        "killed": [str(one.value) for one in published.told.event.killed],
        "injured": [str(one.value) for one in published.told.event.injured],
        "accounts": [_told(view, published) for view in published.told.accounts],
    }


def _told(view: AccountView, published: PublishedEvent) -> dict[str, object]:
    cells = zip(COLUMNS[5:], (*_account(view), *_article(view, published)), strict=True)
    return {name: cell if isinstance(cell, int) or cell is None else str(cell) for name, cell in cells}
