"""Apply a ledger's rules of withholding to what linking made, and say whose names are withheld and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.lists.withholding import WithholdingRules, load_withholding
from rashomon.model.actors import Actor
from rashomon.model.ledger import Event, Linked
from rashomon.model.words import ActorKind, RootKind
from rashomon.store.codec import decode
from rashomon.store.database import reading
from rashomon.store.publishing.reaching import reaching
from rashomon.store.tables import actor_links, actors, event_actors, meta, roots
from rashomon.store.withheld import names_any, names_in, names_of, parts_of, without_names
from rashomon.store.withholding import WITHHELD_NAMES
from rashomon.text.folding import fold

#: The row of ``meta`` that holds the digest of the rules that were applied last.
RULES = "withholding_digest"
#: The row of ``meta`` that holds those of the withheld names that are near spellings, one a line.
SPELLINGS = "withheld_spellings"
_PERSONS = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})
_REACHED = "spelled nearly like a name of the rule, or a person read as something else"
#: Words of the longest name that is looked for in titles as whole persons are withheld.
_LONGEST = 5
_BY_LIST, _BY_LINKING = "the list says so", "met in texts only, as somebody who does nothing there but suffer or see"


@dataclass(frozen=True, slots=True)
class Withheld:
    """An actor whose name is withheld, or shown although it would be.

    Args:
        rule: name of the rule that decides; ``None`` where none does.

        articles: how many name it.
    """

    actor_id: str
    name: str
    shown: bool
    rule: str | None
    why: str
    articles: int


def privately(linked: Linked, rules: WithholdingRules) -> Linked:
    """Return what linking made with the rules applied: who is private, and titles without names that are withheld everywhere."""
    if not rules.rules:
        return linked
    roles = _roles(linked)
    several = tuple(decided(actor, rules, roles.get(actor.id, frozenset())) for actor in linked.actors)
    cut = title_cut(rules, several)
    events = tuple(replace(event, title=cut.of(event.title)) for event in linked.events)
    return replace(linked, actors=several, events=events)


@dataclass(frozen=True, slots=True)
class TitleCut:
    """Takes names that are withheld wherever they stand out of titles, and their parts.

    Args:
        names: in full.

        parts: first and last names of the persons among them.

        public: names of persons that are shown; a part that a title has in one of these stays.

        swept: full names of those whom a rule withholds as it withholds all persons, by their folded form: titles have them as
            places too.
    """

    names: frozenset[str]
    parts: frozenset[str]
    public: frozenset[str]
    swept: Mapping[str, str] = field(default_factory=dict)

    def of(self, title: str) -> str:
        """Return a title without these names."""
        bare = without_names(title, self.names | frozenset(self._swept(title)))
        if not names_any(bare, self.parts):
            return bare
        return without_names(bare, self.parts - {word for name in names_in(bare, self.public) for word in name.split()})

    def _swept(self, title: str) -> Iterator[str]:
        words = fold(title).split() if self.swept else []
        for at in range(len(words)):
            for end in range(at + 2, min(at + _LONGEST, len(words)) + 1):
                if (name := self.swept.get(" ".join(words[at:end]))) is not None:
                    yield name


def title_cut(rules: WithholdingRules, everybody: Iterable[Actor]) -> TitleCut:
    """Return what takes the names of rules out of titles; ``everybody`` are the actors as the rules have them."""
    several = tuple(everybody)
    swept = _swept(rules, several)
    if not rules.names:
        return TitleCut(frozenset(), frozenset(), frozenset(), swept)
    names = frozenset(rules.names)
    parts = {part for name in names - {actor.name for actor in several if actor.kind not in _PERSONS} for part in parts_of(name)}
    public = {actor.name for actor in several if not actor.private and actor.kind in _PERSONS}
    return TitleCut(names, frozenset(parts), frozenset(public) - names, swept)


def _swept(rules: WithholdingRules, everybody: Iterable[Actor]) -> dict[str, str]:
    """Return the full names of persons whom a rule withholds whatever they do, by their folded form."""
    sweeping = any(not (rule.show or rule.only or rule.actors) and ActorKind.PERSON in rule.kinds for rule in rules.rules)
    persons = {name for rule in rules.rules for name in rule.persons}
    private = (
        (one for one in everybody if one.private and (one.kind == ActorKind.PERSON or one.name in persons)) if sweeping else ()
    )
    return {fold(name): name for one in private for name in names_of(one) if " " in fold(name)}


def decided(actor: Actor, rules: WithholdingRules, roles: frozenset[str]) -> Actor:
    """Return an actor that has these roles as rules say it is: private or not."""
    rule = rules.deciding(actor, roles)
    return actor if rule is None or actor.private is not rule.show else replace(actor, private=not rule.show)


def _roles(linked: Linked) -> dict[str, frozenset[str]]:
    """Return what each actor is in the events."""
    speakers = {root.name for root in linked.roots if root.kind == RootKind.SPEAKER}
    return roles_in(linked.events, linked.actors, speakers, {})


def roles_in(
    events: Iterable[Event], several: Iterable[Actor], speakers: Collection[str], others: Mapping[str, Iterable[str]]
) -> dict[str, frozenset[str]]:
    """Return what each actor is in events, by id.

    Args:
        events: those that are looked at.

        several: the actors.

        speakers: names of those on whose word something is told.

        others: roles by id that actors have in other events.
    """
    found = {key: set(roles) for key, roles in others.items()}
    for event in events:
        for role, supports in (("agent", event.agents), ("patient", event.patients)):
            for one in supports:
                found.setdefault(one.value, set()).add(role)
    for actor in several:
        if actor.name in speakers:
            found.setdefault(actor.id, set()).add("speaker")
    return {key: frozenset(roles) for key, roles in found.items()}


def keep_rules(connection: Connection, rules: WithholdingRules) -> None:
    """Note which rules are applied now."""
    for key, value in ((RULES, rules.digest), (WITHHELD_NAMES, "\n".join(rules.names)), (SPELLINGS, "\n".join(rules.spellings))):
        row = {"key": key, "value": value}
        connection.execute(insert(meta).values(row).on_conflict_do_update(index_elements=["key"], set_=row))


def rules_applied(connection: Connection) -> str:
    """Return the digest of the rules that were applied last, empty where there were none."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == RULES)) or ""


class PrivacyStore:
    """Whose names one ledger withholds.

    Args:
        engine: of the ledger's file.

        lists: folder of the ledger's own lists.
    """

    def __init__(self, engine: Engine, lists: Path) -> None:
        self._engine = engine
        self._lists = lists

    def withheld(self) -> tuple[Withheld, ...]:
        """Return whose names are withheld, and whose are shown by a rule, each with the reason, by name.

        Raises:
            ListError: the rules break their form.
        """
        rules = load_withholding(self._lists)
        with reading(self._engine) as connection:
            roles = _stored_roles(connection)
            counted = select(actor_links.c.actor_id, func.count(actor_links.c.article_id.distinct()).label("number"))
            numbers = {row.actor_id: row.number for row in connection.execute(counted.group_by(actor_links.c.actor_id))}
            rows = connection.execute(select(actors.c.id, actors.c.content, actors.c.withheld).order_by(actors.c.name)).all()
        held = [(row.id, decode(Actor, row.content), row.withheld) for row in rows]
        reached = reaching(rules, (actor for _, actor, _ in held))
        told = (
            _told(key, actor, (rules, reached), roles.get(key, frozenset()), numbers.get(key, 0), withheld=hidden)
            for key, actor, hidden in held
        )
        return tuple(one for one in told if one is not None)

    def is_current(self) -> bool:
        """Return whether the rules that stand in the lists are those that were applied last."""
        with reading(self._engine) as connection:
            return rules_applied(connection) == load_withholding(self._lists).digest


def _told(
    actor_id: str,
    actor: Actor,
    several: tuple[WithholdingRules, WithholdingRules],
    roles: frozenset[str],
    articles: int,
    *,
    withheld: bool,
) -> Withheld | None:
    """Return why a name is withheld or shown; ``several`` are the rules by their letter, and as far as they reach."""
    letter, rule = (rules.deciding(actor, roles) for rules in several)
    if rule is None:
        why = _BY_LIST if actor.listed else _BY_LINKING
        return Withheld(actor_id, actor.name, shown=False, rule=None, why=why, articles=articles) if withheld else None
    if rule.show and withheld:
        why = "shown after the next update"
    elif not rule.show and not withheld:
        why = "withheld after the next update"
    else:
        why = rule.why or "no reason is given"
        why = why if letter is not None else f"{why}; {_REACHED}"
    return Withheld(actor_id, actor.name, rule.show, rule.name, why, articles)


def _stored_roles(connection: Connection) -> Mapping[str, frozenset[str]]:
    """Return what each actor is in the ledger's events."""
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(event_actors.c.actor_id, event_actors.c.role).distinct()):
        found.setdefault(row.actor_id, set()).add(row.role)
    for actor_id in _speakers(connection):
        found.setdefault(actor_id, set()).add("speaker")
    return {key: frozenset(roles) for key, roles in found.items()}


def _speakers(connection: Connection) -> Iterable[str]:
    asked = select(actors.c.id).join(roots, (roots.c.name == actors.c.name) & (roots.c.kind == RootKind.SPEAKER.value))
    return connection.scalars(asked)
