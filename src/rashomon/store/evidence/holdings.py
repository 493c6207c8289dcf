"""What the ledger holds of one article or page: its captures, how each was fetched, and what the log says of them."""

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from rashomon.model.errors import NotFoundError
from rashomon.model.evidence import Fetch
from rashomon.model.sources import Capture
from rashomon.store.articles import article
from rashomon.store.captures import capture_of
from rashomon.store.evidence.fetches import fetch_of
from rashomon.store.evidence.log import CAPTURE, FETCH
from rashomon.store.evidence.tables import evidence_log, fetches
from rashomon.store.evidence.threads import thread_of
from rashomon.store.tables import articles, captures


def captures_of(connection: Connection, what: str) -> tuple[Capture, ...]:
    """Return the captures of an article with all its versions, of an address, or of a digest, oldest first.

    Raises:
        NotFoundError: the ledger holds no such capture.
    """
    if what.startswith("art-"):
        ids = {version.article_id for version in thread_of(connection, what)} or {article(connection, what).id}
        wanted: ColumnElement[bool] = captures.c.sha256.in_(select(articles.c.capture).where(articles.c.id.in_(ids)))
    else:
        fetched = select(fetches.c.sha256).where(or_(fetches.c.address == what, fetches.c.final == what))
        wanted = or_(captures.c.sha256 == what, captures.c.address == what, captures.c.sha256.in_(fetched))
    rows = connection.execute(select(captures).where(wanted).order_by(captures.c.taken_at, captures.c.sha256)).all()
    if not rows:
        raise NotFoundError("capture of", what)
    return tuple(capture_of(row) for row in rows)


def fetches_of_capture(connection: Connection, sha256: str) -> tuple[Fetch, ...]:
    """Return the fetches that brought these bytes, earliest first."""
    asked = select(fetches).where(fetches.c.sha256 == sha256).order_by(fetches.c.at, fetches.c.number)
    return tuple(fetch_of(row) for row in connection.execute(asked))


def log_of(connection: Connection, sha256: str) -> tuple[str, ...]:
    """Return the lines of the log that say how a capture came, in order: what was kept, and the fetches that brought it."""
    addresses = select(fetches.c.address).where(fetches.c.sha256 == sha256)
    kept = and_(evidence_log.c.kind == CAPTURE, evidence_log.c.subject == sha256)
    fetched = and_(evidence_log.c.kind == FETCH, evidence_log.c.subject.in_(addresses), evidence_log.c.line.contains(sha256))
    asked = select(evidence_log.c.line).where(or_(kept, fetched)).order_by(evidence_log.c.number)
    return tuple(connection.scalars(asked))


def outlets_told(connection: Connection) -> tuple[tuple[str | None, int, str | None], ...]:
    """Return each outlet of the ledger's articles as they name it, how many count, and an address of one; most articles first."""
    count = func.count()
    asked = select(articles.c.outlet, count, func.min(articles.c.url)).where(articles.c.current).group_by(articles.c.outlet)
    rows = connection.execute(asked.order_by(count.desc(), articles.c.outlet))
    return tuple((outlet, int(told), address) for outlet, told, address in rows)
