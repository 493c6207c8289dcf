"""Whole lists a page at a time, for those who want all of them: articles, actors, captures."""

from sqlalchemy import Connection, func, select

from rashomon.model.actors import Actor
from rashomon.model.sources import Capture
from rashomon.store.captures import capture_of
from rashomon.store.codec import decode
from rashomon.store.lines import article_lines
from rashomon.store.pages.views import ActorLine, Part
from rashomon.store.tables import actors, articles, captures
from rashomon.store.views import ArticleLine
from rashomon.store.withholding import captures_without

#: Lines on a page.
PAGE = 100


def article_list(connection: Connection, outlet: str | None, page: int) -> Part[ArticleLine]:
    """Return a page of the articles that count, of one outlet where one is named, the last published first, undated ones last."""
    which = (articles.c.current, *((articles.c.outlet == outlet,) if outlet is not None else ()))
    asked = select(articles.c.id).where(*which)
    asked = asked.order_by(articles.c.published.is_(None), articles.c.published.desc(), articles.c.id)
    wanted = connection.scalars(asked.limit(PAGE).offset((page - 1) * PAGE)).all()
    lines = article_lines(connection, wanted)
    total = connection.scalar(select(func.count()).select_from(articles).where(*which)) or 0
    return Part(tuple(lines[one] for one in wanted), page, PAGE, total)


def actor_list(connection: Connection, kind: str | None, page: int) -> Part[ActorLine]:
    """Return a page of the actors, of one kind where one is named, by name; private persons are left out."""
    which = (~actors.c.withheld, *((actors.c.kind == kind,) if kind is not None else ()))
    asked = select(actors.c.content).where(*which).order_by(actors.c.name, actors.c.id)
    held = (decode(Actor, one) for one in connection.scalars(asked.limit(PAGE).offset((page - 1) * PAGE)))
    total = connection.scalar(select(func.count()).select_from(actors).where(*which)) or 0
    return Part(tuple(ActorLine(one.id, one.name, one.kind, one.country, one.listed) for one in held), page, PAGE, total)


def capture_list(connection: Connection, page: int) -> Part[Capture]:
    """Return a page of the captures, by name then digest."""
    asked = select(captures).order_by(captures.c.name, captures.c.sha256).limit(PAGE).offset((page - 1) * PAGE)
    total = connection.scalar(select(func.count()).select_from(captures)) or 0
    return Part(captures_without(connection, (capture_of(row) for row in connection.execute(asked))), page, PAGE, total)
