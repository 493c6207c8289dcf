"""The ledger as linking goes on from it: the articles of now, what was kept of the last run, and a way to put what changed.

Keeps to `rashomon.linking.relinking.contract` (Memory and Sources).
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.linking.contract import Source
from rashomon.linking.relinking.contract import Change, Line
from rashomon.linking.relinking.cycles import rarely_searched
from rashomon.lists.withholding import WithholdingRules, load_withholding
from rashomon.model.errors import LedgerError
from rashomon.model.ledger import Copy
from rashomon.model.places import Place
from rashomon.model.reading import Reading
from rashomon.model.sources import Article
from rashomon.store.articles import article_of
from rashomon.store.codec import decode
from rashomon.store.database import reading, writing
from rashomon.store.linked import all_copies, put_linked
from rashomon.store.publishing.privacy import keep_rules, privately, rules_applied
from rashomon.store.publishing.reaching import reaching
from rashomon.store.readings import batches
from rashomon.store.relinked import put_change
from rashomon.store.remembered.ruling import may_follow, ruled
from rashomon.store.remembered.tables import remembered_lines, remembered_values
from rashomon.store.tables import articles, places, readings

_QUICK = 1


class RememberedStore:
    """What one ledger remembers of its last linking.

    Args:
        engine: of the ledger's file.

        lists: folder of the ledger's own lists.
    """

    def __init__(self, engine: Engine, lists: Path) -> None:
        self._engine = engine
        self._lists = lists

    # The articles of now.

    def stamps(self) -> Mapping[str, str]:
        """Return for each article that counts and was read what tells one reading of one text from another."""
        counting = articles.c.current & (articles.c.id == readings.c.article_id)
        columns = (articles.c.id, articles.c.digest, readings.c.reader, readings.c.digest.label("read"))
        with reading(self._engine) as connection:
            rows = connection.execute(select(*columns).join(readings, counting).order_by(articles.c.id)).all()
        return {row.id: f"{row.reader} {row.digest} {row.read}" for row in rows}

    def take(self, article_ids: Iterable[str]) -> Iterator[Source]:
        """Yield some articles with their readings; a batch is in memory at a time."""
        for ids in batches(sorted(article_ids)):
            asked = select(articles, readings.c.content).join(readings, readings.c.article_id == articles.c.id)
            with reading(self._engine) as connection:
                rows = connection.execute(asked.where(articles.c.id.in_(ids)).order_by(articles.c.id)).mappings().all()
            yield from (Source(article_of(row), decode(Reading, row["content"])) for row in rows)

    def articles(self, article_ids: Iterable[str]) -> Iterator[Article]:
        """Yield some articles; a batch is in memory at a time."""
        for ids in batches(sorted(article_ids)):
            with reading(self._engine) as connection:
                rows = connection.execute(select(articles).where(articles.c.id.in_(ids)).order_by(articles.c.id)).mappings().all()
            yield from map(article_of, rows)

    # What was kept.

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Yield for each article that was linked its id and its line, without the tellings, by id."""
        columns = [column for column in remembered_lines.c if column.name != "tellings"]
        with reading(self._engine) as connection:
            rows = connection.execute(select(*columns).order_by(remembered_lines.c.article_id)).all()
        return ((row.article_id, Line(_opened(row.outline), "", row.sample, row.blocks)) for row in rows)

    def tellings(self, article_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the tellings of some articles by id."""
        found: dict[str, str] = {}
        for ids in batches(sorted(article_ids)):
            asked = select(remembered_lines.c.article_id, remembered_lines.c.tellings)
            with reading(self._engine) as connection:
                rows = connection.execute(asked.where(remembered_lines.c.article_id.in_(ids))).all()
            found.update((row.article_id, _opened(row.tellings)) for row in rows)
        return found

    def value(self, name: str) -> str | None:
        """Return what is kept of all articles together under a name, ``None`` where nothing is.

        Where a rule that withheld a name is gone, nothing is: titles that lost the name must be made anew.
        """
        with reading(self._engine) as connection:
            return _kept(connection, name) if may_follow(connection, load_withholding(self._lists)) else None

    def copies(self) -> tuple[Copy, ...]:
        """Return the copies that were found, by id."""
        with reading(self._engine) as connection:
            return all_copies(connection)

    def places(self, place_ids: Iterable[str]) -> Iterator[Place]:
        """Yield some of the places that were linked."""
        for ids in batches(sorted(place_ids)):
            with reading(self._engine) as connection:
                contents = connection.scalars(select(places.c.content).where(places.c.id.in_(ids))).all()
            yield from (decode(Place, content) for content in contents)

    # What changed.

    def put(self, change: Change, digest: str) -> None:
        """Change what was linked, and what is remembered of it, all together or not at all.

        Raises:
            LedgerError: it does not fit the ledger.
        """
        rules = load_withholding(self._lists)
        with rarely_searched(), writing(self._engine) as connection:
            if change.whole:
                reached = reaching(rules, change.linked.actors)
                keep_rules(connection, reached)
                put_linked(connection, privately(change.linked, reached), digest)
            else:
                _put_part(connection, change, rules, digest)
            _remember(connection, change, digest)


def _put_part(connection: Connection, change: Change, rules: WithholdingRules, digest: str) -> None:
    """Put what changes in what is linked, by the rules of now."""
    if not may_follow(connection, rules):
        raise LedgerError(f"{len(rules.rules)} other rules of withholding came in between (try: rashomon update)")
    if _kept(connection, "run") != change.since:
        raise LedgerError(f"another run linked since {change.since} (try: rashomon update)")
    reached = reaching(rules, change.everybody)
    if rules.rules or rules_applied(connection) != rules.digest:
        change = ruled(connection, change, reached)
    keep_rules(connection, reached)
    put_change(connection, change, digest)


def _kept(connection: Connection, name: str) -> str | None:
    kept = connection.scalar(select(remembered_values.c.content).where(remembered_values.c.name == name))
    return None if kept is None else _opened(kept)


def _remember(connection: Connection, change: Change, digest: str) -> None:
    if change.whole:
        connection.execute(delete(remembered_lines))
    if change.lost:
        gone = delete(remembered_lines).where(remembered_lines.c.article_id == bindparam("lost"))
        connection.execute(gone, [{"lost": article_id} for article_id in change.lost])
    for ids in batches(sorted(change.lines)):
        statement = insert(remembered_lines)
        names = [column.name for column in remembered_lines.c if not column.primary_key]
        shown = {name: statement.excluded[name] for name in names}
        rows = [_row(article_id, change.lines[article_id]) for article_id in ids]
        connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=shown), rows)
    connection.execute(delete(remembered_values))
    values = dict(change.values) | {"run": digest}
    connection.execute(insert(remembered_values), [{"name": name, "content": _packed(text)} for name, text in values.items()])


def _row(article_id: str, line: Line) -> dict[str, object]:
    packed = {"outline": _packed(line.outline), "tellings": _packed(line.tellings)}
    return {"article_id": article_id, **packed, "sample": line.sample, "blocks": line.blocks}


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)


def _opened(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")
