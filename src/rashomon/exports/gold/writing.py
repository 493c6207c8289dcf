"""Write a ledger as gold annotations: one JSON line an article, with offsets into the capture's text.

The form is that of the optional data folder's `gold_seeds/README.md`, so that its scorer can score a run. An article's id is the
ledger's own; ``seed`` is the name of the file that it was added from, which other files may have too.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from rashomon.exports.contract import Order
from rashomon.exports.gold.between import actor_rows, contradiction_rows, duplicate_rows
from rashomon.exports.gold.conventions import is_between_known
from rashomon.exports.gold.names import Names
from rashomon.exports.gold.rows import Row, Rows
from rashomon.exports.shared import SharedLedger
from rashomon.linking.contract import Source
from rashomon.model.ledger import Linked
from rashomon.model.sources import Capture
from rashomon.model.words import Status
from rashomon.store.ledger import Ledger
from rashomon.store.views import AccountView, ArticleView, EventView


class Asked(Protocol):
    """What this export asks: events and articles, every article with its reading, and what linking made."""

    def event(self, event_id: str) -> EventView:
        """Return an event by the id of one of its accounts."""
        ...

    def article_page(self, article_id: str) -> ArticleView:
        """Return an article with everything found in it."""
        ...

    def sources(self) -> Iterator[Source]:
        """Yield articles with their readings."""
        ...

    def captures(self) -> tuple[Capture, ...]:
        """Return all captures."""
        ...

    def linked(self) -> Linked:
        """Return all that linking made."""
        ...


def _told(view: AccountView) -> int:
    """Return how much an account states."""
    account = view.account
    stated = (account.date, account.killed, account.injured, *view.agents, *view.patients, *view.places[:1])
    return sum(value is not None for value in stated)


def _tellings(ledger: Asked, source: Source) -> list[tuple[AccountView, list[AccountView]]]:
    """Return for each event that the article tells the account that states most, the first of equal ones, and all of them."""
    groups: defaultdict[str, list[AccountView]] = defaultdict(list)
    own = {account.id for account in source.reading.accounts if account.status != Status.NEGATED}
    done: set[str] = set()
    for account in source.reading.accounts:
        if account.id in own - done:
            event = ledger.event(account.id)
            groups[event.event.id] = [view for view in event.accounts if view.account.id in own]
            done |= {view.account.id for view in groups[event.event.id]}
    best = [(max(views, key=lambda view: (_told(view), -view.account.trigger.start)), views) for views in groups.values()]
    return sorted(best, key=lambda pair: pair[0].account.trigger.start)


def _article_row(ledger: Asked, source: Source, seed: str, names: Names) -> Row:
    """Return an article's row with its events, claims, figures and relations."""
    article = source.article
    page = ledger.article_page(article.id)
    rows = Rows(article, names, page.claims, names.behind(page.ties))
    repeated = next((copy for copy in page.copies if copy.article_id == article.id and article.repeats is not None), None)
    return {
        "id": article.id,
        "seed": seed,
        "n": article.n,
        "title": article.title,
        "published": article.published,
        "author": ", ".join(article.authors) or None,
        "url": article.url,
        "outlet": article.outlet,
        "via": [article.forwarded_from] if article.forwarded_from else [],
        "start": article.start,
        "end": article.end,
        "digest_title": article.digest_title,
        "duplicate_of": repeated.original_id if repeated else None,
        "events": [rows.event(n, view, told) for n, (view, told) in enumerate(_tellings(ledger, source), 1)],
        "claims": [rows.claim(n, view) for n, view in enumerate(page.claims, 1)],
        "figures": [rows.figure(n, view) for n, view in enumerate(page.figures, 1)],
        "relations": [rows.relation(n, view) for n, view in enumerate(filter(is_between_known, page.ties), 1)],
    }


def _write(path: Path, rows: Iterable[Row]) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def write_gold(ledger: Ledger, folder: Path, order: Order) -> tuple[Path, ...]:
    """Write what may be shared of a ledger as gold annotations; the question of the order is left aside."""
    return export_gold(SharedLedger(ledger, order.selection.clearance), folder)


def export_gold(ledger: Asked, folder: Path) -> tuple[Path, ...]:
    """Write ``articles.jsonl``, ``actors.jsonl``, ``contradictions.jsonl`` and ``duplicates.jsonl`` and return their paths.

    Args:
        ledger: what is written.

        folder: where to; made if it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {capture.sha256: capture.name for capture in ledger.captures()}
    sources = sorted(
        ledger.sources(), key=lambda source: (files[source.article.capture], source.article.capture, source.article.n)
    )
    articles = {source.article.id: source.article for source in sources}
    articles_of = {account.id: source.article.id for source in sources for account in source.reading.accounts}
    linked = ledger.linked()
    names = Names(sources, linked)
    written = {
        "articles.jsonl": (_article_row(ledger, source, files[source.article.capture], names) for source in sources),
        "actors.jsonl": actor_rows(sources, linked),
        "contradictions.jsonl": contradiction_rows(linked, articles),
        "duplicates.jsonl": duplicate_rows(linked, articles_of),
    }
    for name, rows in written.items():
        _write(folder / name, rows)
    return tuple(folder / name for name in written)
