"""Briefs that were given out: kept whole, so that the next one can say what changed, and anybody can read what was said."""

import json
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select

from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.store.database import reading, writing
from rashomon.store.publishing.sharing import restricted_articles
from rashomon.store.publishing.tables import briefs
from rashomon.store.withheld import address_without, without_names
from rashomon.store.withholding import hidden_in

#: Digits of a brief's id, and briefs that a list shows.
_DIGITS, AT_MOST = 8, 200
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GivenBrief:
    """A brief as it was given out.

    Args:
        subject: the topic's id, or the question: briefs of one subject and clearance follow each other.

        made_at: when it was given out (UTC, ISO with seconds); ``who`` gave it out.

        content: the brief, as JSON of `rashomon.exports.briefs.contract.Brief`.

        told: what it said of each event, as JSON of `rashomon.exports.briefs.remembering.Remembered`.

        articles: those it cites.

        withdrawn: whether a capture that it cites was marked above its clearance since; ``content`` and ``told`` are empty then.
    """

    id: str
    subject: str
    title: str
    made_at: str
    who: str
    clearance: Mark
    content: str
    told: str
    articles: tuple[str, ...]
    withdrawn: bool = False


def new_id() -> str:
    """Return an id for a brief that is to be given out."""
    return f"brf-{secrets.token_hex(_DIGITS)}"


class BriefStore:
    """The briefs of one ledger. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def give_out(self, given: GivenBrief) -> None:
        """Keep a brief for good."""
        row = {
            "id": given.id,
            "subject": given.subject,
            "title": given.title,
            "made_at": given.made_at,
            "who": given.who,
            "clearance": given.clearance.value,
            "content": given.content,
            "told": given.told,
            "articles": json.dumps(given.articles),
        }
        with writing(self._engine) as connection:
            connection.execute(insert(briefs), row)

    def last(self, subject: str, clearance: Mark) -> GivenBrief | None:
        """Return the latest brief of a subject for the same clearance, ``None`` where there is none that may still be shown."""
        asked = select(briefs).where(briefs.c.subject == subject, briefs.c.clearance == clearance.value)
        with reading(self._engine) as connection:
            row = connection.execute(asked.order_by(briefs.c.made_at.desc(), briefs.c.number.desc()).limit(1)).one_or_none()
            found = None if row is None else _shown(connection, row)
        return None if found is None or found.withdrawn else found

    def all(self, clearance: Mark) -> tuple[GivenBrief, ...]:
        """Return the latest briefs that somebody with this clearance may read, newest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(briefs).order_by(briefs.c.made_at.desc(), briefs.c.number.desc()).limit(AT_MOST))
            return tuple(_shown(connection, row) for row in rows if Mark(row.clearance).within(clearance))

    def one(self, brief_id: str, clearance: Mark) -> GivenBrief:
        """Return a brief. Raises NotFoundError, also where it was made for more than this clearance."""
        with reading(self._engine) as connection:
            row = connection.execute(select(briefs).where(briefs.c.id == brief_id)).one_or_none()
            if row is None or not Mark(row.clearance).within(clearance):
                raise NotFoundError("brief", brief_id)
            return _shown(connection, row)


def _shown(connection: Connection, row: Row[*tuple[str, ...]]) -> GivenBrief:
    """Return a kept brief without names that are withheld by now; without its words where it may not be shown at all."""
    cited = tuple(json.loads(row.articles))
    found = GivenBrief(row.id, row.subject, row.title, row.made_at, row.who, Mark(row.clearance), row.content, row.told, cited)
    if not restricted_articles(connection, found.clearance).isdisjoint(cited):
        return replace(found, content="", told="", withdrawn=True)
    names = {name for hidden in hidden_in(connection, cited).values() for name in hidden.names}
    if not names:
        return found
    title = without_names(found.title, names)
    return replace(found, title=title, content=_unnamed(found.content, names), told=_unnamed(found.told, names))


def _unnamed(content: str, names: Collection[str]) -> str:
    """Return JSON whose texts do not have these names; an address that spells one is none."""

    def shown(value: Any) -> Any:  # noqa: ANN401 (any JSON)
        if isinstance(value, dict):
            return {key: shown(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [shown(inner) for inner in value]
        if not isinstance(value, str):
            return value
        return address_without(value, names) if _ADDRESS.match(value) else without_names(value, names)

    return json.dumps(shown(json.loads(content)), ensure_ascii=False, separators=(",", ":")) if content else content
