"""Rules of withholding where only a part is linked anew: applied to a change, and to all else of which they say otherwise.

What linking said of somebody is told again by every change (`Change.everybody`), so nothing that a rule decided before
stands in the way. Titles lose names for good; so where a name is no longer withheld, everything is linked anew.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection, select

from rashomon.linking.relinking.contract import Change
from rashomon.lists.withholding import WithholdingRules
from rashomon.model.ledger import Event
from rashomon.model.words import RootKind
from rashomon.store.codec import decode, encode
from rashomon.store.publishing.privacy import SPELLINGS, TitleCut, decided, roles_in, rules_applied, title_cut
from rashomon.store.tables import actors, event_actors, events, meta, roots
from rashomon.store.withheld import PRIVATE_PERSON, names_of
from rashomon.store.withholding import WITHHELD_NAMES
from rashomon.text.folding import fold

_WORD = re.compile(r"[^\W_]+")


def may_follow(connection: Connection, rules: WithholdingRules) -> bool:
    """Return whether rules can be applied to what is linked: no name is shown again, and new ones share no word with others.

    Names that share a word may overlap in a title, where the order in which they are taken out would matter.
    """
    was = _names_applied(connection)
    new, others = _words(set(rules.names) - was), _words(was | {PRIVATE_PERSON})
    return was - _lines(connection, SPELLINGS) <= set(rules.names) and new.isdisjoint(others)


def ruled(connection: Connection, change: Change, rules: WithholdingRules) -> Change:
    """Return a change with rules applied, and with every actor and title of which they say something else than the ledger.

    Args:
        connection: to the ledger as it was before the change.

        change: of a part of what is linked.

        rules: those of now; `may_follow` must hold.
    """
    roles = _roles(connection, change)
    several = [decided(actor, rules, roles.get(actor.id, frozenset())) for actor in change.everybody]
    held = {row.id: row.content for row in connection.execute(select(actors.c.id, actors.c.content))}
    other = tuple(actor for actor in several if held.get(actor.id) != encode(actor))
    cut = title_cut(rules, several)
    same = rules_applied(connection) == rules.digest
    swept = {fold(name) for actor in other if actor.private for name in names_of(actor)} if same else set(cut.swept)
    told = [*change.events, *_newly_cut(connection, change, cut, swept)]
    named = (replace(event, title=cut.of(event.title)) for event in told)
    return replace(change, actors=other, events=tuple(sorted(named, key=lambda event: event.id)))


def _roles(connection: Connection, change: Change) -> dict[str, frozenset[str]]:
    """What each actor will be in the events."""
    made = {event.id for event in change.events} | change.gone["events"]
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(event_actors.c.event_id, event_actors.c.actor_id, event_actors.c.role)):
        if row.event_id not in made:
            found.setdefault(row.actor_id, set()).add(row.role)
    asked = select(roots.c.id, roots.c.name).where(roots.c.kind == RootKind.SPEAKER.value)
    speakers = {row.name for row in connection.execute(asked) if row.id not in change.gone["roots"]}
    speakers |= {root.name for root in change.roots if root.kind == RootKind.SPEAKER}
    return roles_in(change.events, change.everybody, speakers, found)


def _newly_cut(connection: Connection, change: Change, cut: TitleCut, newly: Collection[str]) -> Iterable[Event]:
    """The events that stay, but whose titles hold a name that is newly withheld; ``newly`` are folded ones of persons."""
    if cut.names <= _names_applied(connection) and cut.swept.keys().isdisjoint(newly):
        return
    made = {event.id for event in change.events} | change.gone["events"]
    titles = connection.execute(select(events.c.id, events.c.title)).all()
    for row in (row for row in titles if row.id not in made and cut.of(row.title) != row.title):
        content = connection.scalar(select(events.c.content).where(events.c.id == row.id))
        if content is not None:
            yield decode(Event, content)


def _names_applied(connection: Connection) -> set[str]:
    """The names that were withheld wherever they stand when rules were applied last."""
    return _lines(connection, WITHHELD_NAMES)


def _lines(connection: Connection, key: str) -> set[str]:
    held: str = connection.scalar(select(meta.c.value).where(meta.c.key == key)) or ""
    return set(filter(None, held.split("\n")))


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in _WORD.findall(name.casefold())}
