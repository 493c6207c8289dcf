"""Articles with all that their rows need: the stored reading, what its entities are, and which event and root accounts have.

Names of private persons are withheld and people's corrections played over the reading here, for the few articles that have
any; everything behind this sees only what may be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Connection, RowMapping, select

from rashomon.model.ledger import Root
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Reading
from rashomon.model.words import RootKind
from rashomon.store.articles import article_of
from rashomon.store.codec import decode
from rashomon.store.frames.contract import Scope
from rashomon.store.frames.raw import Raw, account_id, figure_id, parsed, raw_reading, several
from rashomon.store.frames.values import among, fetched
from rashomon.store.pages.origins import withheld_among
from rashomon.store.review.overlay import corrected_readings
from rashomon.store.review.tables import review_touched
from rashomon.store.shelf import NO_OUTLET, NOBODY
from rashomon.store.tables import actor_links, actors, articles, copies, event_accounts, place_links, places, readings, roots
from rashomon.store.withheld import PRIVATE_PERSON, without_names
from rashomon.store.withholding import Hidden, article_without, hidden_in, reading_without

#: A name to show and the id behind it, ``None`` where it is not linked or withheld.
Known = tuple[str, str | None]
_NO_ROOT: tuple[str | None, str | None, str | None] = (None, None, None)


@dataclass
class Leaf:
    """One article.

    Args:
        row: its row; text, title and headline without the names of private persons.

        grade: the outlet's letter, ``None`` where it is not graded.

        reading: as stored, corrected; empty where nothing read it.

        actors, places: what its entities are linked to, best link of each.

        events: the event of each account; ``roots`` its root with kind and name.
    """

    id: str
    row: RowMapping | Mapping[str, object]
    text: str
    outlet: str | None
    grade: str | None
    published: str | None
    reading: Raw
    actors: dict[str, Known] = field(default_factory=dict)
    places: dict[str, Known] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    roots: dict[str, tuple[str | None, str | None, str | None]] = field(default_factory=dict)

    @cached_property
    def account_ids(self) -> tuple[str, ...]:
        """The ids of its accounts, in their order."""
        return tuple(account_id(one) for one in several(self.reading, "accounts"))

    @cached_property
    def figure_ids(self) -> tuple[str, ...]:
        """The ids of its figures, in their order."""
        return tuple(figure_id(one) for one in several(self.reading, "figures"))

    def actor(self, key: str) -> Known:
        """Return who an entity is: an actor, else a place, else the fullest name the article has for it."""
        return self.actors.get(key) or self.places.get(key) or self._unlinked(key)

    def place(self, key: str) -> Known:
        """Return which place an entity is."""
        return self.places.get(key) or self.actors.get(key) or self._unlinked(key)

    def root(self, account: str) -> tuple[str | None, str | None, str | None]:
        """Return an account's root, its kind and its name."""
        return self.roots.get(account, _NO_ROOT)

    def _unlinked(self, key: str) -> Known:
        if key == OUTLET_KEY:
            return self.outlet or NO_OUTLET, None
        return (NOBODY if key == UNKNOWN_KEY else self._names.get(key, key)), None

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The name of each entity's best mention: the first that holds a name, else the first."""
        first: dict[str, str] = {}
        proper: dict[str, str] = {}
        for mention in several(self.reading, "mentions"):
            if of := mention.get("key"):
                (proper if mention.get("named") else first).setdefault(of, mention.get("name") or mention["text"])
        return first | proper


def leaves(connection: Connection, keys: tuple[str, ...], grades: Mapping[str, str], scope: Scope) -> list[Leaf]:
    """Return these articles, sorted by id; those that the ledger does not hold or that may not be shown are left out.

    Args:
        connection: to the ledger.

        keys: ids of the articles.

        grades: letters by outlet.

        scope: says what may be shown.
    """
    ids = tuple(key for key in keys if scope.shows(key))
    asked = select(articles, readings.c.content).outerjoin(readings, readings.c.article_id == articles.c.id)
    rows = connection.execute(asked.where(among(articles.c.id, ids)).order_by(articles.c.id)).mappings().all()
    hidden = hidden_in(connection, ids)
    touched = frozenset(connection.scalars(select(review_touched.c.article_id).where(among(review_touched.c.article_id, ids))))
    found: dict[str, Leaf] = {}
    for row in rows:
        grade = grades.get(row["outlet"] or "")
        changed = row["id"] in touched or row["id"] in hidden
        found[row["id"]] = _changed(connection, row, grade, hidden.get(row["id"])) if changed else _leaf(row, grade)
    held = tuple(found)
    _link(connection, found, held)
    _tell(connection, found, held)
    if scope.hidden:
        _uncopy(connection, found, held, scope)
    return list(found.values())


def _leaf(row: RowMapping, grade: str | None) -> Leaf:
    reading = parsed(row["content"]) if row["content"] is not None else {}
    return Leaf(row["id"], row, row["text"], row["outlet"], grade, row["published"], reading)


def _changed(connection: Connection, row: RowMapping, grade: str | None, hidden: Hidden | None) -> Leaf:
    """Return an article as people corrected it, without the names of its private persons."""
    article, reading, shown = article_of(row), None, dict(row)
    if row["content"] is not None:
        read = decode(Reading, row["content"])
        reading = corrected_readings(connection, {article.id: article}, {article.id: read})[article.id]
    if hidden is not None:
        article = article_without(article, reading, hidden)
        reading = None if reading is None else reading_without(reading, hidden)
        shown["headline"] = without_names(row["headline"], hidden.names)
    shown |= {"text": article.text, "title": article.title, "digest_title": article.digest_title}
    raw = {} if reading is None else raw_reading(reading)
    if hidden is not None:
        _unname(raw, hidden)
    return Leaf(article.id, shown, article.text, article.outlet, grade, article.published, raw)


def _unname(raw: Raw, hidden: Hidden) -> None:
    """Take the names of private persons out of what figures and ties say in words of their own."""
    for values, name in (("figures", "what"), ("ties", "note")):
        for one in several(raw, values):
            if one.get(name):
                one[name] = without_names(one[name], hidden.names)


def _link(connection: Connection, found: Mapping[str, Leaf], ids: tuple[str, ...]) -> None:
    """Tell the articles what their entities are, the best scored link of each."""
    links = select(actor_links.c.article_id, actor_links.c.key, actors.c.id, actors.c.name, actors.c.withheld)
    links = links.join(actors, actors.c.id == actor_links.c.actor_id).where(among(actor_links.c.article_id, ids))
    for article_id, key, actor_id, name, withheld in fetched(
        connection, links.order_by(actor_links.c.score.desc(), actors.c.name)
    ):
        found[article_id].actors.setdefault(key, (PRIVATE_PERSON, None) if withheld else (name, actor_id))
    where = select(place_links.c.article_id, place_links.c.key, places.c.id, places.c.name)
    where = where.join(places, places.c.id == place_links.c.place_id).where(among(place_links.c.article_id, ids))
    for article_id, key, place_id, name in fetched(connection, where.order_by(place_links.c.score.desc(), places.c.name)):
        found[article_id].places.setdefault(key, (name, place_id))


def _tell(connection: Connection, found: Mapping[str, Leaf], ids: tuple[str, ...]) -> None:
    """Tell the articles which event and root each of their accounts has."""
    columns = (event_accounts.c[name] for name in ("event_id", "account_id", "article_id", "root_id"))
    told = select(*columns, roots.c.kind, roots.c.name).outerjoin(roots, roots.c.id == event_accounts.c.root_id)
    rows = fetched(connection, told.where(among(event_accounts.c.article_id, ids)))
    private = withheld_among(connection, {row[-1] for row in rows if row[-1] is not None})
    for event_id, account, article_id, root_id, kind, name in rows:
        leaf = found[article_id]
        leaf.events[account] = event_id
        leaf.roots[account] = (root_id, kind, PRIVATE_PERSON if name in private else name)


def _uncopy(connection: Connection, found: Mapping[str, Leaf], ids: tuple[str, ...], scope: Scope) -> None:
    """Let accounts that repeat a hidden article go back to their own outlet: their root may be known from that article alone."""
    asked = select(copies.c.article_id, copies.c.original_id).where(among(copies.c.article_id, ids))
    for article_id, original_id in connection.execute(asked):
        if not scope.shows(original_id):
            leaf = found[article_id]
            own = Root(RootKind.OUTLET, leaf.outlet or NO_OUTLET, ())
            leaf.roots = dict.fromkeys(leaf.roots, (own.id, str(own.kind), own.name))


@dataclass(frozen=True, slots=True)
class ShownPage:
    """An article's text as it may be shown, and who publishes it."""

    text: str
    outlet: str | None


def shown_pages(connection: Connection, ids: tuple[str, ...]) -> dict[str, ShownPage]:
    """Return the texts of these articles by id, names of private persons blotted out."""
    hidden = hidden_in(connection, ids)
    asked = select(articles.c.id, articles.c.text, articles.c.outlet).where(among(articles.c.id, ids))
    found = {row.id: ShownPage(row.text, row.outlet) for row in connection.execute(asked)}
    blotted = leaves(connection, tuple(sorted(hidden)), {}, Scope()) if hidden else ()
    return found | {leaf.id: ShownPage(leaf.text, leaf.outlet) for leaf in blotted}
