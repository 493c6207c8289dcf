"""The versions of one article: each wording with what changed, and whether its page is gone."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection, or_, select

from rashomon.model.evidence import Fetch
from rashomon.model.sources import Article
from rashomon.store.articles import article as held
from rashomon.store.captures import capture
from rashomon.store.collecting.entries import only_summed_up
from rashomon.store.evidence.fetches import fetch_of
from rashomon.store.evidence.identity import fingerprint, read_text
from rashomon.store.evidence.tables import fetches
from rashomon.store.evidence.threads import Version, current, thread_of
from rashomon.store.evidence.views import Summary, Versions, VersionView
from rashomon.store.shelf import Shelf, take
from rashomon.text.changes import Change, announced, changes

#: Answers that say: there is no such page, or no longer.
_GONE = (404, 410)
_OWN_PAGE = "web-page"


def versions(connection: Connection, article_id: str) -> Versions:
    """Return all wordings of the article that this is one version of, oldest first.

    Names of private persons are withheld, so a change of one is not shown.

    Raises:
        NotFoundError: the ledger does not hold it.
    """
    found = held(connection, article_id)
    thread = thread_of(connection, article_id) or (_alone(connection, found),)
    shelf = take(connection, [version.article_id for version in thread])
    counting = current(thread)
    shown = sorted(_views(shelf, thread, counting), key=lambda view: (view.first, view.source, view.article.id))
    return Versions(article_id, tuple(shown), _gone(connection, shelf, thread), _summary(connection, article_id))


def _summary(connection: Connection, article_id: str) -> Summary | None:
    page = only_summed_up(connection, article_id)
    return None if page is None else Summary(page.link, page.due_at, page.reason)


def _alone(connection: Connection, found: Article) -> Version:
    """Return the one version of an article that nothing is known of by which another could be told."""
    taken_at = capture(connection, found.capture).taken_at
    content, words = fingerprint(found)
    return Version(taken_at, taken_at, content, found.id, "", words)


def _views(shelf: Shelf, thread: Sequence[Version], counting: str) -> Iterator[VersionView]:
    """Yield the wordings of each source, each with what differs from the one before; the newest of the chosen source counts."""
    chosen = next(version for version in thread if version.article_id == counting)
    by_source = sorted(thread, key=lambda version: version.source)
    for source, several in groupby(by_source, lambda version: version.source):
        runs = [tuple(same) for _, same in groupby(sorted(several), lambda version: version.content)]
        before: str | None = None
        for run in runs:
            counts = source == chosen.source and run is runs[-1]
            text = read_text(shelf.articles[run[0].article_id])
            yield _view(shelf, run, chosen if counts else None, () if before is None else changes(before, text))
            before = text


def _view(shelf: Shelf, run: Sequence[Version], counting: Version | None, differs: tuple[Change, ...]) -> VersionView:
    shown = (counting or run[0]).article_id
    return VersionView(
        article=shelf.lines[shown],
        capture=shelf.articles[shown].capture,
        first=run[0].stamp or run[0].taken_at,
        last=run[-1].stamp or run[-1].taken_at,
        times=len(run),
        source=run[0].source,
        current=counting is not None,
        changes=differs,
        announced=announced(differs),
    )


def _gone(connection: Connection, shelf: Shelf, thread: Sequence[Version]) -> Fetch | None:
    """Return the first answer without a page after the last with one, among those of the article's own addresses."""
    own: set[str] = set()
    for version in thread:
        told = shelf.articles[version.article_id]
        own.update(said for said in (told.url, told.identity) if said is not None)
        if version.source == _OWN_PAGE:
            own.add(capture(connection, told.capture).address or "")
    asked = (
        select(fetches).where(or_(fetches.c.address.in_(own), fetches.c.final.in_(own))).order_by(fetches.c.at, fetches.c.number)
    )
    gone: Fetch | None = None
    for answer in (fetch_of(row) for row in connection.execute(asked)):
        if answer.status in _GONE:
            gone = gone or answer
        elif answer.status is not None:
            gone = None
    return gone
