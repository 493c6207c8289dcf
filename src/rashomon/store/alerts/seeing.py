"""Make the sights of events: their accounts, tolls, disputes and reversals, without what is marked above a clearance."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from rashomon.model.ledger import Contradiction, Position
from rashomon.model.sources import EvidenceSpan
from rashomon.store.alerts.contract import Words
from rashomon.store.alerts.sights import Dispute, EventSight, Reversal, Side, Telling, Toll
from rashomon.store.alerts.stretch import Stretch
from rashomon.store.codec import decode
from rashomon.store.evidence.tables import version_keys
from rashomon.store.quotes import quote
from rashomon.store.readings import batches
from rashomon.store.search.telling import ToldEvent, told_events
from rashomon.store.shelf import NO_OUTLET, Shelf, take
from rashomon.store.tables import contradictions, event_accounts
from rashomon.store.today.taken_back import taken_back
from rashomon.store.today.views import TakenBack
from rashomon.store.views import AccountView, ArticleLine, ClaimView, Quote
from rashomon.store.withholding import contradictions_without

#: Letters of quoted words.
LETTERS = 400


@dataclass(frozen=True, slots=True)
class Glance:
    """What a batch of events is seen with.

    Args:
        hidden: articles above the clearance.

        stretch: what happened.

        keys: by article, what its versions are known by.

        roots: by account, the id of its root.

        disputes: contradictions by event; ``reversals`` likewise.
    """

    hidden: Collection[str]
    stretch: Stretch
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roots: Mapping[str, str] = field(default_factory=dict)
    disputes: Mapping[str, list[Contradiction]] = field(default_factory=dict)
    reversals: Mapping[str, list[TakenBack]] = field(default_factory=dict)


def see(
    connection: Connection, numbers: Sequence[int], stretch: Stretch, hidden: Collection[str], *, reversals: bool, tolls: bool
) -> tuple[EventSight, ...]:
    """Return the sights of events by their row numbers; those with nothing that may be shared are left out.

    Args:
        connection: to the ledger.

        numbers: of the events.

        stretch: what happened since the watch looked last.

        hidden: ids of articles that are marked above the clearance.

        reversals: whether to look for what was taken back.

        tolls: whether to give the sentences of tolls.
    """
    told = told_events(connection, numbers)
    ids = [one.line.id for one in told]
    found = _disputes(connection, ids, hidden)
    articles = {view.article.id for one in told for view in one.accounts}
    sides = {side.article_id for several in found.values() for one in several for side in one.positions}
    shelf = take(connection, sides | articles if tolls else sides)
    backs: dict[str, list[TakenBack]] = {}
    for one in taken_back(connection, ids, len(ids) * 4) if reversals else ():
        backs.setdefault(one.event.id, []).append(one)
    glance = Glance(hidden, stretch, version_keys_of(connection, articles), _roots(connection, ids), found, backs)
    sights = (_event(one, glance, shelf) for one in told)
    return tuple(one for one in sights if one.tellings)


def loose(connection: Connection, ids: Iterable[str], stretch: Stretch, hidden: Collection[str]) -> tuple[EventSight, ...]:
    """Return the sights of contradictions that are about no event (of figures), by their ids."""
    rows = (
        connection.scalars(
            select(contradictions.c.content)
            .where(contradictions.c.id.in_(some), contradictions.c.event_id.is_(None))
            .order_by(contradictions.c.rank, contradictions.c.id)
        )
        for some in batches(sorted(ids))
    )
    found = contradictions_without(connection, [decode(Contradiction, content) for several in rows for content in several])
    shelf = take(connection, {side.article_id for one in found for side in one.positions})
    glance = Glance(hidden, stretch)
    disputes = (_dispute(one, glance, shelf, ()) for one in found)
    return tuple(EventSight(one.topic, "", (), disputes=(one,)) for one in disputes if one is not None)


def _event(told: ToldEvent, glance: Glance, shelf: Shelf) -> EventSight:
    shown = [view for view in told.accounts if view.article.id not in glance.hidden]
    tellings = tuple(_telling(view, told.line.type, glance) for view in shown)
    ids = {one.account for one in tellings}
    tolls = [
        Toll(what, version.value, kept, tuple(_counts(shown, what, kept, shelf)))
        for what, versions in (("killed", told.event.killed), ("injured", told.event.injured))
        for version in versions
        if (kept := tuple(account for account in version.accounts if account in ids))
    ]
    disputes = (_dispute(one, glance, shelf, tellings) for one in glance.disputes.get(told.line.id, ()))
    whole = len(shown) == len(told.accounts)
    return EventSight(
        told.line.title if whole else _title(shown),
        told.line.status if whole else next((view.account.status.value for view in shown), ""),
        tellings,
        tuple(tolls),
        tuple(one for one in disputes if one is not None),
        tuple(_reversal(one, tellings) for one in glance.reversals.get(told.line.id, ()) if _open(one, glance)),
        glance.stretch.risen.get(told.line.id, {}),
    )


def _counts(shown: Sequence[AccountView], what: str, accounts: Collection[str], shelf: Shelf) -> Iterator[Words]:
    """Yield the sentences in which accounts give a toll, of those whose article is at hand."""
    for view in shown:
        span = view.account.killed_span if what == "killed" else view.account.injured_span
        if view.account.id in accounts and span is not None and span.article_id in shelf.articles:
            told = quote(shelf.articles[span.article_id], span)
            source = view.root.name if view.root is not None else view.article.outlet or NO_OUTLET
            yield _words(_sentence(told), view.article, source)


def _sentence(said: Quote) -> Quote:
    """Return the sentence around the words in their stead; of a long one the part that holds them."""
    begin = said.context.find(said.words) - LETTERS // 2 if len(said.context) > LETTERS else 0
    return replace(said, words=said.context[max(0, begin) :])


def _title(shown: Sequence[AccountView]) -> str:
    """Return a title made of the accounts that may be shared alone."""
    if not shown:
        return ""
    places = dict.fromkeys(place.name for view in shown for place in view.places)
    kind = shown[0].account.type.value.replace("_", " ").capitalize()
    return f"{kind} in {', '.join(places)}" if places else kind


def _telling(view: AccountView, kind: str, glance: Glance) -> Telling:
    source = view.root.name if view.root is not None else view.article.outlet or NO_OUTLET
    account = view.account
    threads = tuple(f"{key}|{kind}" for key in (view.article.id, *glance.keys.get(view.article.id, ())))
    root = glance.roots.get(account.id) or source
    return Telling(account.id, account.id in glance.stretch.fresh, threads, root, _words(view.quote, view.article, source))


def _words(said: Quote, line: ArticleLine, source: str) -> Words:
    text = " ".join(said.words.split())[:LETTERS]
    return Words(text, source, said.article_id, said.start, said.end, line.outlet, line.published, line.url)


def _dispute(one: Contradiction, glance: Glance, shelf: Shelf, tellings: Sequence[Telling]) -> Dispute | None:
    """Return a contradiction as far as its sides may be shared, ``None`` where fewer than two are left."""
    shown = [side for side in one.positions if side.article_id not in glance.hidden and side.article_id in shelf.articles]
    if len({side.says for side in shown}) < 2:  # noqa: PLR2004 (one against another)
        return None
    sides = tuple(_side(side, shelf, tellings) for side in shown)
    topic = one.topic if len(shown) == len(one.positions) else one.topic.partition(":")[0]
    return Dispute(one.kind, one.severity, topic, sides, glance.stretch.clashes.get(one.id, False))


def _side(side: Position, shelf: Shelf, tellings: Sequence[Telling]) -> Side:
    own = [one for one in tellings if one.words.article_id == side.article_id]
    line = shelf.lines[side.article_id]
    said = quote(shelf.articles[side.article_id], EvidenceSpan(side.article_id, side.start, side.end))
    source = side.source or line.outlet or NO_OUTLET
    subjects = tuple(subject for one in own for subject in (one.account, *one.threads)) or (side.article_id,)
    return Side(side.says, any(one.fresh for one in own), _words(_sentence(said), line, source), subjects)


def _reversal(one: TakenBack, tellings: Sequence[Telling]) -> Reversal:
    fresh = any(telling.fresh for telling in tellings if telling.words.article_id == one.after.article.id)
    return Reversal(one.before.source.name, _said(one.before), _said(one.after), fresh)


def _said(view: ClaimView) -> Words:
    return _words(view.quote, view.article, view.source.name)


def _open(one: TakenBack, glance: Glance) -> bool:
    return one.before.article.id not in glance.hidden and one.after.article.id not in glance.hidden


def _disputes(connection: Connection, event_ids: Sequence[str], hidden: Collection[str]) -> dict[str, list[Contradiction]]:
    """Return the contradictions of events that are worth an alarm or not, those that only hidden articles make left out."""
    asked = select(contradictions.c.content).where(contradictions.c.event_id.in_(event_ids))
    held = [decode(Contradiction, content) for content in connection.scalars(asked.order_by(contradictions.c.number))]
    several = (one for one in held if not all(side.article_id in hidden for side in one.positions))
    found: dict[str, list[Contradiction]] = {}
    for one in contradictions_without(connection, several):
        found.setdefault(one.event_id or "", []).append(one)
    return found


def version_keys_of(connection: Connection, article_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return what the versions of articles are known by, by the articles' ids."""
    found: dict[str, tuple[str, ...]] = {}
    asked = select(version_keys.c.article_id, version_keys.c.key).order_by(version_keys.c.key)
    for ids in batches(sorted(article_ids)):
        for row in connection.execute(asked.where(version_keys.c.article_id.in_(ids))):
            found[row.article_id] = (*found.get(row.article_id, ()), row.key)
    return found


def _roots(connection: Connection, event_ids: Sequence[str]) -> dict[str, str]:
    asked = select(event_accounts.c.account_id, event_accounts.c.root_id)
    rows = connection.execute(asked.where(event_accounts.c.event_id.in_(event_ids), event_accounts.c.root_id.is_not(None)))
    return {row.account_id: row.root_id for row in rows}
