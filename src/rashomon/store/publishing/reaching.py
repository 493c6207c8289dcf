"""Whom rules of withholding reach beyond their letter: near spellings of a name, and persons that were read as something else.

A copy that misspells a name would tell it; so would "Prime Minister Ann Lee" read as a government. Both harm somebody for good,
while a name too many is seen in `rashomon withheld` and shown again by a rule. Whom a list knows is never reached so.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from rashomon.linking.actors.candidates import TITLES
from rashomon.linking.names.spelling import letter_edits
from rashomon.lists.namewords import load_name_words
from rashomon.lists.withholding import WithholdingRule, WithholdingRules
from rashomon.model.actors import Actor
from rashomon.model.words import ActorKind
from rashomon.text.folding import fold

#: Letters that spellings of one name begin with.
_ALIKE = ("ckq", "gj", "sz", "iy", "vw", "ou")
#: Letters of a word, and how many of them may differ; all words of a name together no more than the last.
_SHORTEST, _LIMITS, _TOGETHER = 4, ((5, 1.0), (6, 1.5), (99, 2.0)), 2.0
#: Titles that bodies have as well ("army command"), and words that persons' names do not have.
_OF_BODIES = frozenset({"army", "military", "police", "acting", "former", "chief", "vice", "deputy", "the"})
_IMPERSONAL_TEXT = (
    "of and for in office ministry staff council command cabinet government party state house palace guard guards force forces "
    "brigade army front union city town province region republic committee court bank agency service bureau administration"
)
_IMPERSONAL = frozenset(_IMPERSONAL_TEXT.split())
#: What a person is read as where nothing but the shape of the name says who it is.
_MISREAD = frozenset({ActorKind.GOVERNMENT_BODY, ActorKind.STATE, ActorKind.UNKNOWN, ActorKind.COMMUNITY, ActorKind.PARTY})
_LONGEST = 4


def reaching(rules: WithholdingRules, everybody: Iterable[Actor]) -> WithholdingRules:
    """Return rules that also mean near spellings of their names, and persons among actors of other kinds."""
    if not any(not rule.show and (rule.actors or ActorKind.PERSON in rule.kinds) for rule in rules.rules):
        return rules
    several = tuple(everybody)
    met = tuple(actor for actor in several if not actor.listed)
    known = frozenset(fold(name) for actor in several if actor.listed for name in _names(actor))
    given = frozenset(
        word for actor in several if actor.listed and actor.kind == ActorKind.PERSON for word in fold(actor.name).split()[:1]
    )
    persons = frozenset(actor.name for actor in met if _is_misread(actor, given))
    sizes = {len(name.split()) for rule in rules.rules if not rule.show for name in rule.actors} - {0, 1}
    written: dict[tuple[str, ...], set[str]] = {}
    for part in (part for actor in met for size in sizes for part in _parts(actor, size)):
        if fold(part) not in known:
            written.setdefault(_initials(part), set()).add(part)
    return replace(rules, rules=tuple(_reaching(rule, written, persons) for rule in rules.rules))


def _reaching(
    rule: WithholdingRule, written: Mapping[tuple[str, ...], Collection[str]], persons: frozenset[str]
) -> WithholdingRule:
    if rule.show:
        return rule
    near = frozenset(part for name in rule.actors for part in written.get(_initials(name), ()) if is_near(name, part))
    return replace(rule, spellings=near, persons=persons if ActorKind.PERSON in rule.kinds else frozenset())


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *(alias.text for alias in actor.aliases))


def _parts(actor: Actor, size: int) -> Iterator[str]:
    """Yield all stretches of so many words of an actor's names."""
    for words in map(str.split, _names(actor)):
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _initials(name: str) -> tuple[str, ...]:
    """Return what the words of spellings of one name begin with."""
    return tuple(next((group for group in _ALIKE if word[0] in group), word[0]) for word in fold(name).split())


def is_near(one: str, other: str) -> bool:
    """Return whether two full names may be spellings of one: as many words, of the same first letters, few other letters.

    >>> is_near("Ruvik Ansel", "Ruvic Ansel"), is_near("Kasem Orr", "Qasem Orr"), is_near("Ann Lee", "Ann Lea")
    (True, True, False)
    """
    pairs = [*zip(fold(one).split(), fold(other).split(), strict=False)]
    if " " not in fold(one) or fold(one) == fold(other) or _initials(one) != _initials(other):
        return False
    edits = [_edits(*pair) for pair in pairs]
    return None not in edits and sum(cost for cost in edits if cost is not None) <= _TOGETHER


def _edits(one: str, other: str) -> float | None:
    """Return how many letters of two words differ, ``None`` for too many."""
    if one == other:
        return 0.0
    if min(len(one), len(other)) < _SHORTEST:
        return None
    cost = letter_edits(one, other)
    limit = next(most for size, most in _LIMITS if max(len(one), len(other)) <= size)
    return cost if cost <= limit else None


def _is_misread(actor: Actor, given: Collection[str]) -> bool:
    """Return whether an actor that is no person is called as one: by a title, or by a name that begins as a person's does."""
    if actor.kind == ActorKind.PERSON:
        return False
    return person_in(actor.name) is not None or (actor.kind in _MISREAD and _is_shaped(actor.name.split(), given))


def _is_shaped(words: list[str], given: Collection[str]) -> bool:
    return 1 < len(words) <= _LONGEST and _are_names(words) and fold(words[0]) in given


def _are_names(words: Iterable[str]) -> bool:
    return all(word[:1].isupper() and not word.isupper() and fold(word) not in _impersonal() for word in words)


@cache
def _impersonal() -> frozenset[str]:
    return _IMPERSONAL | load_name_words().generic


@cache
def _titles() -> frozenset[str]:
    return (TITLES | load_name_words().honorifics) - _OF_BODIES


def person_in(name: str) -> str | None:
    """Return the name of the person whom a title in front shows, ``None`` where none does.

    >>> person_in("Prime Minister Ann Lee"), person_in("Iraqi President Cay Orr"), person_in("Prime Minister's Office")
    ('Ann Lee', 'Cay Orr', None)
    """
    words = name.split()
    titles = [n for n, word in enumerate(words[:-1]) if _is_title(word)]
    if not titles or titles[0] > 1:
        return None
    rest = words[titles[-1] + 1 :]
    return (
        " ".join(rest)
        if len(rest) <= _LONGEST and _are_names(rest) and not {"'s", "’s"} & {word[-2:] for word in words}
        else None
    )


def _is_title(word: str) -> bool:
    return fold(word) in _titles()
