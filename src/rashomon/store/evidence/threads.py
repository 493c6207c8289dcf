"""Which version of an article counts: follows from what is kept, never from the order in which it came."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Select, bindparam, delete, insert, select, update

from rashomon.model.sources import Article, Capture
from rashomon.store.articles import index, note_retold
from rashomon.store.evidence.identity import fingerprint, keys_of, tells_of_another_site, with_page_keys
from rashomon.store.evidence.tables import page_keys, version_keys, versions
from rashomon.store.review.carrying import carry
from rashomon.store.tables import articles

#: A source counts as telling the whole article where it has this share of the longest one's words.
WHOLE = 0.8
#: The reader of feeds: what a site's feed tells of another's page gives way to the page.
_FEED = "feed"
#: Ids that one statement may name.
_MANY = 500


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """One telling of an article; sorts by when it stood so.

    Args:
        stamp: when it was fetched; for files, when they say it was changed or published, empty where they do not.

        taken_at: when it was kept.

        content: tells another wording.

        article_id: of the article.

        source: the kind of reader: a feed's telling is no correction of the page's.

        words: how many are read.

        guest: a feed of one site that tells of another's page; it counts only where nothing of that page is held.
    """

    stamp: str
    taken_at: str
    content: str
    article_id: str
    source: str
    words: int
    guest: bool = False


def keys_held(connection: Connection, digests: Sequence[str]) -> frozenset[str]:
    """Return the keys of captures' articles as they are kept."""
    asked = select(version_keys.c.key).join(articles, articles.c.id == version_keys.c.article_id)
    return frozenset(connection.scalars(asked.where(articles.c.capture.in_(digests))))


def put_versions(
    connection: Connection, several: Sequence[tuple[Capture, str, Sequence[Article]]], before: frozenset[str]
) -> None:
    """Keep what tells the versions of captures' articles, and settle which of them count.

    Args:
        connection: in the transaction that put the articles.

        several: captures, each with the name of its reader without the version, and all its articles.

        before: the keys of their articles until now.
    """
    own = select(articles.c.id).where(articles.c.capture.in_([capture.sha256 for capture, _, _ in several]))
    for table in (version_keys, versions):
        connection.execute(delete(table).where(table.c.article_id.in_(own)))
    touched = set(before)
    others = _page_keys(connection, [capture.sha256 for capture, _, _ in several])
    for capture, source, read in several:
        by_id = {article.id: article for article in reversed(read)}
        own_keys = with_page_keys(keys_of(by_id.values(), capture), by_id, others.get(capture.sha256, ()))
        known = {article_id: found for article_id, found in own_keys.items() if found}
        touched.update(key for found in known.values() for key in found)
        for part in _parts(set(known)):
            keys = [{"article_id": article_id, "key": key} for article_id in part for key in known[article_id]]
            connection.execute(insert(version_keys), keys)
            connection.execute(insert(versions), [_row(by_id[article_id], capture, source) for article_id in part])
    _settle_new(connection, own, touched)


def _page_keys(connection: Connection, digests: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what captures are known by as the pages of feeds' entries."""
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(select(page_keys).where(page_keys.c.sha256.in_(digests)).order_by(page_keys.c.key)):
        found[row.sha256] = (*found.get(row.sha256, ()), row.key)
    return found


def _settle_new(connection: Connection, own: Select[Any], touched: set[str]) -> None:
    """Settle the threads that something came to or went from; an article that stands alone counts."""
    uncounted = set(connection.scalars(own.where(~articles.c.current)))
    unknown = uncounted - {article_id for article_id, _ in _pairs(connection, version_keys.c.article_id, uncounted)}
    _count(connection, dict.fromkeys(unknown, True))
    held: dict[str, set[str]] = {}
    for article_id, key in _pairs(connection, version_keys.c.key, touched):
        held.setdefault(key, set()).add(article_id)
    alone = {article_id for ids in held.values() if len(ids) == 1 for article_id in ids}
    left = {article_id for article_id, counts in _flags(connection, alone).items() if not counts}
    settle(connection, {key for key, ids in held.items() if len(ids) > 1 or ids <= left})


def _row(article: Article, capture: Capture, source: str) -> dict[str, Any]:
    content, words = fingerprint(article)
    stamp = capture.taken_at if capture.address else _in_utc(article.modified or article.published or "")
    return {
        "article_id": article.id,
        "stamp": stamp,
        "taken_at": capture.taken_at,
        "content": content,
        "source": source,
        "words": words,
        "guest": source == _FEED and tells_of_another_site(article, capture),
    }


def _in_utc(said: str) -> str:
    """Return a moment with an offset in UTC, so that moments sort; anything else as it is."""
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return said
    return said if moment.tzinfo is None else moment.astimezone(UTC).isoformat(timespec="seconds")


def settle(connection: Connection, keys: Iterable[str]) -> None:
    """Make the right version count in every thread that these keys touch."""
    threads = _threads(connection, set(keys))
    told = {version.article_id: version for version in told_by(connection, {one for ids in threads for one in ids})}
    wanted: dict[str, bool] = {}
    for ids in threads:
        chosen = current(sorted(told[article_id] for article_id in ids))
        wanted.update((article_id, article_id == chosen) for article_id in ids)
    flags = _flags(connection, set(wanted))
    changed = {article_id: counts for article_id, counts in wanted.items() if flags[article_id] != counts}
    _count(connection, changed)
    for ids in threads:
        if not changed.keys().isdisjoint(ids):
            carry(connection, ids, next(article_id for article_id in ids if wanted[article_id]))


def thread_of(connection: Connection, article_id: str) -> tuple[Version, ...]:
    """Return the versions of the article that this is one of, oldest first; empty where nothing tells what it is."""
    keys = {key for _, key in _pairs(connection, version_keys.c.article_id, {article_id})}
    return told_by(connection, {one for ids in _threads(connection, keys) for one in ids})


def _threads(connection: Connection, keys: set[str]) -> list[set[str]]:
    """Return the articles that hang together with these keys, those of one thread together."""
    seen, new = set[str](), set(keys)
    of_key: dict[str, set[str]] = {}
    while new:
        seen |= new
        found = {article_id for article_id, _ in _pairs(connection, version_keys.c.key, new)}
        new = set()
        for article_id, key in _pairs(connection, version_keys.c.article_id, found):
            of_key.setdefault(key, set()).add(article_id)
            new |= {key} - seen
    thread: dict[str, set[str]] = {}
    for ids in of_key.values():
        joined = set().union(ids, *(thread.get(article_id, ()) for article_id in ids))
        thread.update(dict.fromkeys(joined, joined))
    return list({id(ids): ids for ids in thread.values()}.values())


def _flags(connection: Connection, ids: set[str]) -> dict[str, bool]:
    """Return of each article whether it counts."""
    asked = select(articles.c.id, articles.c.current)
    rows = (row for part in _parts(ids) for row in connection.execute(asked.where(articles.c.id.in_(part))))
    return {row.id: bool(row.current) for row in rows}


def _pairs(connection: Connection, column: Column[str], values: set[str]) -> list[tuple[str, str]]:
    """Return the articles and keys where the column has one of these values."""
    asked = select(version_keys.c.article_id, version_keys.c.key)
    rows = (row for part in _parts(values) for row in connection.execute(asked.where(column.in_(part))))
    return [(row.article_id, row.key) for row in rows]


def _parts(values: set[str]) -> Iterator[list[str]]:
    """Cut values into pieces that one statement may name."""
    ordered = sorted(values)
    return (ordered[at : at + _MANY] for at in range(0, len(ordered), _MANY))


def told_by(connection: Connection, ids: set[str]) -> tuple[Version, ...]:
    """Return these articles' versions, oldest first."""
    names = tuple(Version.__dataclass_fields__)
    rows = (row for part in _parts(ids) for row in connection.execute(select(versions).where(versions.c.article_id.in_(part))))
    return tuple(sorted(Version(**{name: getattr(row, name) for name in names}) for row in rows))


def current(thread: Sequence[Version]) -> str:
    """Return the id of the version that counts: the newest of a source that tells the whole, where it was first so worded."""
    newest = {version.source: version for version in [one for one in thread if not one.guest] or thread}
    longest = max(version.words for version in newest.values())
    last = max(version for version in newest.values() if version.words >= WHOLE * longest)
    same = (last.source, last.content, last.guest)
    return next(version.article_id for version in thread if (version.source, version.content, version.guest) == same)


def _count(connection: Connection, wanted: Mapping[str, bool]) -> None:
    """Let articles count or no longer count, in lists and in the full-text index."""
    columns = [articles.c[name] for name in ("number", "title", "text", "current")]
    if wanted:
        note_retold(connection)
    for part in _parts(set(wanted)):
        changed = update(articles).where(articles.c.id == bindparam("article")).values(current=bindparam("counts"))
        connection.execute(changed, [{"article": article_id, "counts": wanted[article_id]} for article_id in part])
        index(connection, connection.execute(select(*columns).where(articles.c.id.in_(part))).mappings().all())
