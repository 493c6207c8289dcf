"""The ledger's tables. What a person or an outlet gave comes first, then what reading and linking made of it.

The migrations create them (`rashomon.store.migrations`); a test holds the two equal. Values that are only shown whole
stand as JSON in ``content`` (`rashomon.store.codec`), the columns beside it are what questions filter and sort by.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text, text

metadata = MetaData()


def _text(name: str, *, key: bool = False, needed: bool = True) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=not (needed or key))


def _of_article(*, key: bool = False) -> Column[str]:
    """A column that names an article; the row goes when the article goes."""
    return Column("article_id", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=key, nullable=False)


def _of_event(*, key: bool = False) -> Column[str]:
    """A column that names an event; the row goes when the event goes."""
    return Column("event_id", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=key, nullable=False)


captures = Table(
    "captures",
    metadata,
    _text("sha256", key=True),
    _text("name"),
    _text("address", needed=False),
    _text("taken_at"),
    Column("size", Integer, nullable=False),
    _text("outlet", needed=False),
    _text("media_type", needed=False),
)

pages = Table(
    "pages",
    metadata,
    Column("sha256", Text, ForeignKey("captures.sha256", ondelete="CASCADE"), primary_key=True),
    _text("reader"),
    _text("unused"),
)

#: ``number`` is the row of the full-text index; ``headline`` what lists show; ``digest`` tells a changed article;
#: ``current`` is false for a version that a later one of the same article took the place of (`rashomon.store.evidence`).
articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("capture", Text, ForeignKey("captures.sha256", ondelete="CASCADE"), nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("text"),
    _text("title", needed=False),
    _text("authors"),
    _text("published", needed=False),
    _text("outlet", needed=False),
    _text("url", needed=False),
    _text("language", needed=False),
    _text("digest_title", needed=False),
    Column("repeats", Integer),
    _text("forwarded_from", needed=False),
    _text("parts"),
    _text("headline"),
    _text("digest"),
    _text("modified", needed=False),
    Column("credits", Text, nullable=False, server_default=text("'[]'")),
    Column("links", Text, nullable=False, server_default=text("'[]'")),
    _text("identity", needed=False),
    Column("current", Boolean, nullable=False, server_default=text("1")),
    Index("ix_articles_outlet", "outlet", "published"),
    Index("ix_articles_published", "published", "id"),
    Index("ix_articles_standing", "id", "digest", "current"),
    Index("ix_articles_old", "id", sqlite_where=text("current = 0")),
)

#: ``digest`` is the article's at the time of reading: another one means that it must be read again. ``sum`` is the content's own.
readings = Table(
    "readings",
    metadata,
    _of_article(key=True),
    _text("reader"),
    _text("digest"),
    _text("content"),
    _text("sum", needed=False),
    Index("ix_readings_standing", "article_id", "digest"),
)

#: What a reading holds under an id; ``key`` and ``other`` are the entities (a claim's source, a tie's two ends).
#: ``says`` is an account's status, a claim's stance or a tie's relation; ``standing`` is "denied" or "doubted" where the
#: article has somebody say so of a tie, ``valid`` the tie's days.
findings = Table(
    "findings",
    metadata,
    _text("id", key=True),
    _text("kind"),
    _of_article(),
    _text("key", needed=False),
    _text("other", needed=False),
    _text("says", needed=False),
    _text("standing", needed=False),
    _text("valid", needed=False),
    Index("ix_findings_article_id", "article_id"),
    Index("ix_findings_kind", "kind"),
)

#: ``capture`` is the empty text where the fault stands in none.
faults = Table(
    "faults",
    metadata,
    _text("source", key=True),
    _text("stage", key=True),
    _text("capture", key=True),
    _text("reason"),
    _text("at"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("target"),
    _text("when"),
    _text("content"),
)

#: ``withheld`` is true for private persons: `rashomon.store.withheld` keeps their names from every page.
actors = Table(
    "actors",
    metadata,
    _text("id", key=True),
    _text("name"),
    _text("kind"),
    _text("content"),
    Column("withheld", Boolean, nullable=False, server_default=text("0")),
    Index("ix_actors_withheld", "id", sqlite_where=text("withheld = 1")),
)

#: Every name of an actor as `rashomon.text.folding.fold` folds it; ``rank`` 0 for the canonical one, 2 for an ambiguous alias.
actor_names = Table(
    "actor_names",
    metadata,
    _text("folded", key=True),
    Column("actor_id", Text, ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    _text("words"),
    Column("rank", Integer, nullable=False),
)

places = Table("places", metadata, _text("id", key=True), _text("name"), _text("country", needed=False), _text("content"))

actor_links = Table(
    "actor_links",
    metadata,
    _of_article(key=True),
    _text("key", key=True),
    Column("actor_id", Text, ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    _text("reasons"),
)

place_links = Table(
    "place_links",
    metadata,
    _of_article(key=True),
    _text("key", key=True),
    Column("place_id", Text, ForeignKey("places.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    _text("reasons"),
)

copies = Table(
    "copies",
    metadata,
    _of_article(key=True),
    Column("original_id", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
    _text("kind"),
    Column("score", Float, nullable=False),
    _text("reasons"),
)

roots = Table(
    "roots",
    metadata,
    _text("id", key=True),
    _text("kind"),
    _text("name"),
    _text("content"),
    Index("ix_roots_name", "name", "kind"),
)

#: ``number`` is the row of the full-text index; ``day`` sorts (first day, else last), ``month`` is the first seven of it.
events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("title"),
    _text("type"),
    _text("status"),
    _text("date", needed=False),
    _text("day", needed=False),
    _text("month", needed=False),
    _text("places"),
    _text("killed"),
    Column("accounts", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("alarms", Integer, nullable=False),
    Column("disputed", Boolean, nullable=False),
    _text("content"),
    Index("ix_events_day", "day", "id"),
    Index("ix_events_id", "id", "day", "month"),
    Index("ix_events_type", "type", "day"),
)

event_accounts = Table(
    "event_accounts",
    metadata,
    _of_event(key=True),
    _text("account_id", key=True),
    _of_article(),
    _text("root_id", needed=False),
    Index("ix_event_accounts_account_id", "account_id"),
    Index("ix_event_accounts_article_id", "article_id"),
    Index("ix_event_accounts_root_id", "root_id", "event_id"),
)

event_actors = Table(
    "event_actors",
    metadata,
    _of_event(key=True),
    Column("actor_id", Text, primary_key=True),
    _text("role", key=True),
    Index("ix_event_actors_actor_id", "actor_id", "event_id"),
    Index("ix_event_actors_role", "actor_id", "role", "event_id"),
)

event_places = Table(
    "event_places",
    metadata,
    _of_event(key=True),
    Column("place_id", Text, primary_key=True),
    Column("country", Text),
    Index("ix_event_places_country", "country", "event_id"),
    Index("ix_event_places_place_id", "place_id", "event_id"),
)

#: How many events of a type each place has in a month, for maps; ``month`` is empty for events without a date.
place_months = Table(
    "place_months",
    metadata,
    _text("place_id", key=True),
    _text("month", key=True),
    _text("type", key=True),
    Column("events", Integer, nullable=False),
    Column("disputed", Integer, nullable=False),
)

#: ``rank`` sorts: alarms first, by severity. Two may share an id: two accounts can differ on the killed and on the injured.
contradictions = Table(
    "contradictions",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("id"),
    Column("rank", Integer, nullable=False),
    _text("kind"),
    Column("event_id", Text, index=True),
    _text("content"),
    Index("ix_contradictions_id", "id"),
    Index("ix_contradictions_rank", "rank", "kind", "id", "number"),
)

series = Table("series", metadata, _text("id", key=True), Column("length", Integer, nullable=False), _text("content"))

meta = Table("meta", metadata, _text("key", key=True), _text("value"))

#: What linking makes, in the order in which it may be emptied.
LINKED = (
    place_months,
    event_places,
    event_actors,
    event_accounts,
    contradictions,
    events,
    series,
    roots,
    copies,
    place_links,
    actor_links,
    actor_names,
    places,
    actors,
)
