"""The pages that entries of followed feeds lead to: which are due, and what came of them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Engine, Row, case, func, select, update
from sqlalchemy.dialects.sqlite import insert

from rashomon.store.collecting.follows import settled
from rashomon.store.collecting.tables import entry_pages, follows
from rashomon.store.collecting.views import Entries, EntryPage, PageCounts
from rashomon.store.database import reading, writing
from rashomon.store.evidence.tables import version_keys


class EntryPages:
    """The pages of feeds' entries in one ledger. Every method is one transaction; threads may share it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def note(self, met: Iterable[EntryPage]) -> None:
        """Keep entries that a feed shows; of a known one whose words changed, the page is due again."""
        rows = [asdict(one) for one in met]
        if not rows:
            return
        statement = insert(entry_pages)
        new = statement.excluded
        changed = {name: new[name] for name in ("key", "said", "telling", "due_at")} | {"tries": 0}
        again = (entry_pages.c.telling != new.telling) & (entry_pages.c.source == new.source)
        with writing(self._engine) as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["link"], set_=changed, where=again), rows)

    def due(self, at: str) -> tuple[EntryPage, ...]:
        """Return the pages that are due at a time and whose feed is followed to them, the newest entries first."""
        asked = (
            select(entry_pages)
            .join(follows, follows.c.address == entry_pages.c.source)
            .where(entry_pages.c.due_at <= at, ~follows.c.paused, follows.c.entries.is_distinct_from(Entries.NONE))
            .order_by(entry_pages.c.noted_at.desc(), entry_pages.c.link)
        )
        with reading(self._engine) as connection:
            return tuple(_page_of(row) for row in connection.execute(asked))

    def came(self, page: EntryPage) -> None:
        """Keep that a page answered: its validators, its capture, and when it is due again."""
        told = ("etag", "last_modified", "answered", "sha256", "due_at")
        self._change(page.link, {name: getattr(page, name) for name in told} | {"tries": 0, "reason": None})
        with writing(self._engine) as connection:
            settled(connection, page.link)

    def failed(self, link: str, reason: str, due_at: str | None) -> None:
        """Keep that a page could not be had, and when it is tried again, if ever."""
        self._change(link, {"tries": entry_pages.c.tries + 1, "reason": reason, "due_at": due_at})

    def put_off(self, link: str, due_at: str) -> None:
        """Keep that a page was not asked for, and when it will be."""
        self._change(link, {"due_at": due_at})

    def _change(self, link: str, values: dict[str, Any]) -> None:
        """Set columns of a page; of one whose feed is followed no more there is nothing left to keep."""
        with writing(self._engine) as connection:
            connection.execute(update(entry_pages).where(entry_pages.c.link == link).values(values))


def only_summed_up(connection: Connection, article_id: str) -> EntryPage | None:
    """Return the page that an article is the summary of and that was not read yet; ``None`` where there is none such."""
    keys = select(version_keys.c.key).where(version_keys.c.article_id == article_id)
    asked = select(entry_pages).where(entry_pages.c.key.in_(keys), entry_pages.c.sha256.is_(None))
    row = connection.execute(asked.order_by(entry_pages.c.link)).first()
    return None if row is None else _page_of(row)


def counts(connection: Connection) -> Mapping[str, PageCounts]:
    """Return how the pages of each feed's entries stand, by the feed's address."""
    waits = entry_pages.c.due_at.is_not(None) & entry_pages.c.sha256.is_(None)
    lost = entry_pages.c.due_at.is_(None) & entry_pages.c.sha256.is_(None)
    several = (func.count(entry_pages.c.sha256), *(func.sum(case((which, 1), else_=0)) for which in (waits, lost)))
    asked = select(entry_pages.c.source, *several).group_by(entry_pages.c.source)
    return {source: PageCounts(*numbers) for source, *numbers in connection.execute(asked)}


def _page_of(row: Row[*tuple[Any, ...]]) -> EntryPage:
    return EntryPage(**{column.name: getattr(row, column.name) for column in entry_pages.columns})
