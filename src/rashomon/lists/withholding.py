"""Whose names a ledger keeps from pages and exports: the rules of its own ``withholding.yaml``.

A rule names whom it means; every key that it has must hold, and a rule with ``show: true`` goes before all others:

    - name: witnesses
      kinds: [person]
      listed: no
      only: [speaker, patient]
      why: whoever only saw or suffered something
    - name: the mayor
      show: true
      actors: [Ann Lee]
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from rashomon.lists.listfile import Entry, digest, entries, own
from rashomon.model.actors import Actor
from rashomon.model.words import ActorKind
from rashomon.text.folding import fold

FILE = "withholding.yaml"
#: What an actor may be in the ledger's events: who does something, to whom it is done, on whose word it is told.
ROLES = ("agent", "patient", "speaker")
#: Noted with what rules say, so that what they reach is made anew where it is found otherwise.
_REACH = "1"
_KEYS = ("show", "kinds", "listed", "only", "actors", "pattern", "why")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_YES, _NO = frozenset({"true", "yes"}), frozenset({"false", "no"})


@dataclass(frozen=True, slots=True)
class WithholdingRule:
    """Whom one rule means; what is empty or ``None`` does not matter to it.

    Args:
        show: whether the names are shown, whatever other rules and linking say; else they are withheld.

        kinds: what the actors are.

        listed: whether they stand in a list.

        only: they have one or more of these `ROLES` in the ledger's events, and no other.

        actors: their names, whatever the capitals, marks, widths and spaces. Whoever is named after one in full ("the Ann Lee
            Committee") is meant too.

        pattern: of one of their names.

        spellings: how texts spell the names nearly; they are meant as the names are.

        persons: names of actors that are persons although they were read as something else.
    """

    name: str
    show: bool = False
    kinds: frozenset[ActorKind] = frozenset()
    listed: bool | None = None
    only: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    why: str | None = None
    spellings: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()

    def means(self, actor: Actor, roles: Collection[str]) -> bool:
        """Return whether an actor with these roles is meant."""
        names = (actor.name, *(alias.text for alias in actor.aliases))
        return (
            (not self.kinds or actor.kind in self.kinds or actor.name in self.persons)
            and (self.listed is None or actor.listed is self.listed)
            and (not self.only or (bool(roles) and self.only.issuperset(roles)))
            and (not self.actors or not set(map(_bare, self._spelled)).isdisjoint(map(_bare, names)) or self._names_within(names))
            and (self.pattern is None or any(self.pattern.search(name) for name in names))
        )

    @property
    def _spelled(self) -> frozenset[str]:
        return self.actors | self.spellings

    def _names_within(self, names: Iterable[str]) -> bool:
        """Return whether a full name of the rule stands within one of these, also with its last word first."""
        parts = [words.rpartition(" ") for words in map(fold, self._spelled) if " " in words]
        full = [form for others, _, last in parts for form in (f" {others} {last} ", f" {last} {others} ")]
        return any(one in f" {fold(_UNSEEN.sub('', name))} " for name in names for one in full)


@dataclass(frozen=True, slots=True)
class WithholdingRules:
    """All rules of a ledger; ``digest`` changes with the file, and is empty where there is none."""

    rules: tuple[WithholdingRule, ...] = ()
    digest: str = ""

    def deciding(self, actor: Actor, roles: Collection[str]) -> WithholdingRule | None:
        """Return the rule that decides on an actor: the first that shows it, else the first that means it."""
        meant = [rule for rule in self.rules if rule.means(actor, roles)]
        return next((rule for rule in meant if rule.show), meant[0] if meant else None)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names that are withheld wherever they stand, also where they are linked to nobody."""
        shown = {name for rule in self.rules if rule.show for name in rule.actors}
        return tuple(sorted({name for rule in self.rules if not rule.show for name in rule.actors | rule.spellings} - shown))

    @property
    def spellings(self) -> tuple[str, ...]:
        """Return those of `names` that no rule has, but texts."""
        return tuple(sorted(set(self.names) - {name for rule in self.rules for name in rule.actors}))


def load_withholding(folder: Path) -> WithholdingRules:
    """Read a ledger's own rules; none where it has no such file.

    Raises:
        ListError: the file breaks its form; names the rule and what is wrong.
    """
    files = own(folder, FILE)
    if not files:
        return WithholdingRules()
    return WithholdingRules(tuple(_rule(entry) for file in files for entry in entries(file)), f"{digest(files)}-{_REACH}")


def _bare(name: str) -> str:
    """Return what spellings of one name share: no case, marks, spaces, nor letters without width."""
    return "".join(fold(_UNSEEN.sub("", name)).split())


def _rule(entry: Entry) -> WithholdingRule:
    entry.only(_KEYS)
    kinds, only, names = entry.texts("kinds"), entry.texts("only"), entry.texts("actors")
    unknown = [kind for kind in kinds if kind not in ActorKind.__members__.values()]
    if unknown:
        raise entry.error(f"kinds must be of {', '.join(ActorKind)}, not {unknown[0]!r}")
    if not set(only) <= set(ROLES):
        raise entry.error(f"only must be of {', '.join(ROLES)}, not {only!r}")
    rule = WithholdingRule(
        entry.name,
        _flag(entry, "show") or False,
        frozenset(ActorKind(kind) for kind in kinds),
        _flag(entry, "listed"),
        frozenset(only),
        frozenset(names),
        _pattern(entry),
        entry.text("why"),
    )
    if not (rule.kinds or rule.only or rule.actors or rule.pattern) and rule.listed is None:
        raise entry.error("a rule must say whom it means: kinds, listed, only, actors or pattern")
    return rule


def _flag(entry: Entry, key: str) -> bool | None:
    text = entry.text(key)
    if text is None:
        return None
    if text.lower() not in _YES | _NO:
        raise entry.error(f"{key} must be yes or no, not {text!r}")
    return text.lower() in _YES


def _pattern(entry: Entry) -> re.Pattern[str] | None:
    text = entry.text("pattern")
    if text is None:
        return None
    try:
        return re.compile(text)
    except re.error as error:
        raise entry.error(f"pattern {text!r} is no regular expression: {error}") from error
