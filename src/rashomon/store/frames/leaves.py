"""Articles with all that their rows need: the stored reading, what its entities are, and which event and root accounts have.

Names of private persons are withheld and people's corrections played over the reading before (`rashomon.store.frames.shown`);
everything behind this sees only what may be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from rashomon.model.ledger import Root
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY
from rashomon.model.words import RootKind
from rashomon.store.frames.contract import Scope
from rashomon.store.frames.entities import NO_SOURCE, Told, linked_entities, told_accounts
from rashomon.store.frames.registered import Known, Registered, Source
from rashomon.store.frames.shown import Page, shown_articles
from rashomon.store.frames.stored import StoredReading, account_id, figure_id
from rashomon.store.frames.values import among, fetched
from rashomon.store.shelf import NO_OUTLET, NOBODY
from rashomon.store.tables import articles, copies
from rashomon.store.withholding import hidden_in


@dataclass
class Leaf:
    """One article.

    Args:
        page: its row.

        grade: the outlet's letter, ``None`` where it is not graded.

        reading: as stored, corrected; empty where nothing read it.

        actors, places: what its entities are linked to, best link of each.

        events: the event of each account; ``roots`` its root with kind and name; both may hold those of other articles.
    """

    page: Page
    grade: str | None
    reading: StoredReading
    actors: Mapping[str, Known]
    places: Mapping[str, Known]
    events: Mapping[str, str]
    roots: Mapping[str, Source]

    @cached_property
    def account_ids(self) -> tuple[str, ...]:
        """The ids of its accounts, in their order."""
        return tuple([account_id(one) for one in self.reading.accounts])

    @cached_property
    def figure_ids(self) -> tuple[str, ...]:
        """The ids of its figures, in their order."""
        return tuple([figure_id(one) for one in self.reading.figures])

    def actor(self, key: str) -> Known:
        """Return who an entity is: an actor, else a place, else the fullest name the article has for it."""
        return self.actors.get(key) or self.places.get(key) or self._unlinked(key)

    def place(self, key: str) -> Known:
        """Return which place an entity is."""
        return self.places.get(key) or self.actors.get(key) or self._unlinked(key)

    def root(self, account: str) -> Source:
        """Return an account's root, its kind and its name."""
        return self.roots.get(account, NO_SOURCE)

    def _unlinked(self, key: str) -> Known:
        if key == OUTLET_KEY:
            return self.page.outlet or NO_OUTLET, None
        return (NOBODY if key == UNKNOWN_KEY else self._names.get(key, key)), None

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The name of each entity's best mention: the first that holds a name, else the first."""
        first: dict[str, str] = {}
        proper: dict[str, str] = {}
        for mention in self.reading.mentions:
            if of := mention.key:
                (proper if mention.named else first).setdefault(of, mention.name or mention.text)
        return first | proper


def leaves(
    connection: Connection, keys: tuple[str, ...], grades: Mapping[str, str], scope: Scope, registered: Registered
) -> list[Leaf]:
    """Return these articles, sorted by id; those that the ledger does not hold or that may not be shown are left out.

    Args:
        connection: to the ledger.

        keys: ids of the articles.

        grades: letters by outlet.

        scope: says what may be shown.

        registered: what was read of actors, places and roots already.
    """
    ids = tuple(key for key in keys if scope.shows(key))
    linked, told = linked_entities(connection, ids, registered), told_accounts(connection, ids, registered)
    sources = {**told.roots, **_bared(connection, ids, told, scope)} if scope.hidden else told.roots
    return [
        Leaf(
            page,
            grades.get(page.outlet or ""),
            reading,
            linked.actors.get(page.id, {}),
            linked.places.get(page.id, {}),
            told.events,
            sources,
        )
        for page, reading in shown_articles(connection, ids, linked.private)
    ]


def _bared(connection: Connection, ids: tuple[str, ...], told: Told, scope: Scope) -> dict[str, Source]:
    """Return the roots of accounts whose article repeats a hidden one: its own outlet, since others may be known from that."""
    asked = select(copies.c.article_id, copies.c.original_id, articles.c.outlet)
    asked = asked.join(articles, articles.c.id == copies.c.article_id).where(among(copies.c.article_id, ids))
    own: dict[str, Source] = {}
    for article_id, original_id, outlet in fetched(connection, asked):
        if not scope.shows(original_id):
            root = Root(RootKind.OUTLET, outlet or NO_OUTLET, ())
            own[article_id] = (root.id, str(root.kind), root.name)
    return {account: own[article_id] for account, article_id in told.articles.items() if article_id in own}


@dataclass(frozen=True, slots=True)
class ShownPage:
    """An article's text as it may be shown, and who publishes it."""

    text: str
    outlet: str | None


def shown_pages(connection: Connection, ids: tuple[str, ...]) -> dict[str, ShownPage]:
    """Return the texts of these articles by id, names of private persons blotted out."""
    hidden = hidden_in(connection, ids)
    asked = select(articles.c.id, articles.c.text, articles.c.outlet).where(among(articles.c.id, ids))
    found = {key: ShownPage(text, outlet) for key, text, outlet in fetched(connection, asked)}
    blotted = shown_articles(connection, tuple(sorted(hidden)), frozenset(hidden)) if hidden else ()
    return found | {page.id: ShownPage(page.text, page.outlet) for page, _ in blotted}
