"""Keep withheld names out of the full-text indexes: nobody learns where a private person stands by searching for the name.

The indexes hold what pages show: texts, titles and claims with these names blotted out. They are brought to that when linking is
stored, since linking and rules say who is private. It is the same for everybody, as pages are: an index for each reader would
have to be asked with care in every place that searches.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from sqlalchemy import Connection, delete, func, insert, select

from rashomon.store.articles import index, note_retold
from rashomon.store.fulltext import folded
from rashomon.store.publishing.tables import withheld_lines
from rashomon.store.readings import batches
from rashomon.store.search.claim_lines import index_claims
from rashomon.store.shelf import take
from rashomon.store.tables import actor_links, actors, articles, readings
from rashomon.store.withholding import named_everywhere, names_everywhere

_HOLDING = "SELECT rowid FROM article_index WHERE article_index MATCH ?"
#: Articles that are opened at a time, and digits of a signature.
_AT_ONCE, _DIGITS = 200, 32


def settle_index(connection: Connection) -> int:
    """Make the lines of articles anew of which other names are withheld than before, and return how many articles these are."""
    wanted = _signatures(connection)
    held = {row.number: row.signature for row in connection.execute(select(withheld_lines))}
    ids = {number: article_id for number, (article_id, _) in wanted.items()}
    ids |= _ids(connection, held.keys() - ids.keys())
    changed = [number for number in sorted(ids) if held.get(number) != (wanted[number][1] if number in wanted else None)]
    for begin in range(0, len(changed), _AT_ONCE):
        _make_anew(connection, {ids[number]: number for number in changed[begin : begin + _AT_ONCE]})
    rows = [{"number": number, "signature": wanted[number][1]} for number in changed if number in wanted]
    if rows:
        connection.execute(insert(withheld_lines), rows)
    if changed:
        note_retold(connection)
    return len(changed)


def _signatures(connection: Connection) -> dict[int, tuple[str, str]]:
    """Return, by number, the articles that hold withheld names, with their id and a digest of what says which names and where."""
    told: dict[int, list[str]] = {}
    ids: dict[int, str] = {}
    content = {row.id: row.content for row in connection.execute(select(actors.c.id, actors.c.content).where(actors.c.withheld))}
    linked = select(articles.c.number, articles.c.id, actor_links.c.key, actor_links.c.actor_id)
    linked = linked.join(actor_links, actor_links.c.article_id == articles.c.id)
    linked = linked.join(actors, actors.c.id == actor_links.c.actor_id).where(actors.c.withheld)
    for row in connection.execute(linked):
        ids[row.number] = row.id
        told.setdefault(row.number, []).append(f"{row.key} {content[row.actor_id]}")
    for number, article_id, names in _by_rule(connection):
        ids[number] = article_id
        told.setdefault(number, []).extend(sorted(names))
    beside = _beside(connection, ids.values())
    return {
        number: (ids[number], sha256(repr((sorted(parts), beside.get(ids[number]))).encode()).hexdigest()[:_DIGITS])
        for number, parts in told.items()
    }


def _by_rule(connection: Connection) -> Iterable[tuple[int, str, frozenset[str]]]:
    """Yield the articles that hold names which a rule withholds wherever they stand, with these."""
    names = names_everywhere(connection)
    if not names:
        return
    numbers = set(connection.scalars(select(withheld_lines.c.number)))
    for words in filter(None, map(folded, names)):
        numbers.update(row[0] for row in connection.exec_driver_sql(_HOLDING, (f'"{words}" *',)).cursor.fetchall())
    number_of = {article_id: number for number, article_id in _ids(connection, numbers).items()}
    for article_id, several in named_everywhere(connection, sorted(number_of)):
        yield number_of[article_id], article_id, several


def _beside(connection: Connection, article_ids: Iterable[str]) -> Mapping[str, tuple[str | None, str | None, int]]:
    """Return what else decides which words are names: what read an article, of which wording, and how many of its names link."""
    found: dict[str, tuple[str | None, str | None, int]] = {}
    for some in batches(sorted(article_ids)):
        count = select(actor_links.c.article_id, func.count().label("links")).where(actor_links.c.article_id.in_(some))
        links = {row.article_id: row.links for row in connection.execute(count.group_by(actor_links.c.article_id))}
        read = select(readings.c.article_id, readings.c.reader, readings.c.digest).where(readings.c.article_id.in_(some))
        for row in connection.execute(read):
            found[row.article_id] = (row.reader, row.digest, links.get(row.article_id, 0))
    return found


def _ids(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Return the ids of articles by number."""
    wanted, found = sorted(numbers), dict[int, str]()
    for begin in range(0, len(wanted), _AT_ONCE):
        asked = select(articles.c.number, articles.c.id).where(articles.c.number.in_(wanted[begin : begin + _AT_ONCE]))
        found.update((row.number, row.id) for row in connection.execute(asked))
    return found


def _make_anew(connection: Connection, numbers: Mapping[str, int]) -> None:
    """Write the lines of some articles and of their claims as pages show them; ``numbers`` are theirs by id."""
    connection.execute(delete(withheld_lines).where(withheld_lines.c.number.in_(list(numbers.values()))))
    shelf = take(connection, numbers)
    counting = set(connection.scalars(select(articles.c.id).where(articles.c.id.in_(list(numbers)), articles.c.current)))
    rows = [
        {"number": number, "title": shelf.articles[one].title, "text": shelf.articles[one].text, "current": one in counting}
        for one, number in numbers.items()
    ]
    index(connection, rows)
    index_claims(connection, {one: shelf.articles[one].text for one in numbers})
