"""Whether an article treats two capitalised words as a person: "Squid Game" and "Othrek Balun" are none without evidence.

Asked only of names that nobody listed. Evidence is a title or role beside the name, an age or an apposition behind it, a
part in what is told or said, a shorter name or a description for the same, a known given name. What is only ever "in" or
"near" is a place.
"""

import re
from collections.abc import Iterable, Iterator

from rashomon.linking.actors.candidates import TITLES
from rashomon.linking.actors.sectors import role_sectors
from rashomon.linking.entities import Entity
from rashomon.linking.scenes import Scene
from rashomon.model.reading import Mention
from rashomon.model.words import MentionKind, Role
from rashomon.text.folding import fold

_BEFORE, _AFTER = 48, 64
_LAST_WORD = re.compile(r"([^\W\d_]+)[ .,]*$")
_APPOSED = re.compile(
    r"^[”\"']?(?:, (?:[a-z-]+ (?:of|for|at|in|to)\b|\d{1,3}\b|aged \d|an? |the |its |his |her |their |former "
    r"|(?:who|whose|whom|also known|known|nicknamed|alias)\b)|,? \(\d{1,3}\)|,? aged \d"
    r"|['’]s? (?:wife|brother|son|father|mother|daughter|lawyer|spokes\w+))"
)
_ACTS = re.compile(
    r" (?:and [A-Z]|(?:said|says|told|spoke|wrote|was born|came|went|left|met|led|fled|ran|fell|took|gave|made|[a-z]{3,}ed)\b)"
)
_OBJECT = re.compile(
    r"\b(?:met|with|by|named|kill\w+|arrest\w+|appoint\w+|detain\w+|sentenc\w+|wound\w+|injur\w+|includ\w+|told|asked|elected)\s+$",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\b(?:of|for)\s+$")
_WHICH = re.compile(r" [a-z]{3,}s [a-z]")
_WHERE = re.compile(
    r"\b(?:in|near|at|outside|around|inside|across|from|through|toward|towards|into|village of|town of|city of)\s+$",
    re.IGNORECASE,
)
_PERSONAL = frozenset({"he", "she", "him", "his", "her", "who"})


def given_names(persons: Iterable[str]) -> frozenset[str]:
    """Return the first words of persons' names, folded."""
    return frozenset(fold(name).split()[0] for name in persons if " " in name and fold(name))


def is_person(scene: Scene, entity: Entity, given: frozenset[str]) -> bool:
    """Return whether something in its article, or a known given name, says that a name is a person's.

    Args:
        scene: the article.

        entity: named, and of kind person.

        given: given names, folded.
    """
    if fold(entity.label).split()[:1] and fold(entity.label).split()[0] in given:
        return True
    text = scene.source.article.text
    named = [mention for mention in entity.mentions if mention.named]
    if any(_called(text, mention) for mention in named):
        return True
    if named and all(_WHERE.search(text[max(0, mention.span.start - _BEFORE) : mention.span.start]) for mention in named):
        return False
    whole = [mention.span.start for mention in named if not _is_part(text, mention)]
    return _described(entity) or any(_parts(scene, entity.key, frozenset(whole)))


def _called(text: str, mention: Mention) -> bool:
    """A title or role stands before the name, or an age, an apposition or a word of speech behind it."""
    ahead = text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    before = _LAST_WORD.search(ahead)
    beside = (mention.text.partition(" ")[0], before[1] if before is not None else "")
    if mention.text[:1].islower() or any(_is_title(word) for word in beside if word):
        return True
    after = text[mention.span.end : mention.span.end + _AFTER]
    if _OBJECT.search(ahead) or _APPOSED.match(after):
        return True
    return _ACTS.match(after) is not None and not _is_part(text, mention)


def _is_title(word: str) -> bool:
    return fold(word) in TITLES or word == "By" or bool(role_sectors(word))


def _described(entity: Entity) -> bool:
    """The same is called by its last name alone, by a pronoun, or by what it is."""
    last = fold(entity.label).split()[-1:]
    calls = [mention for mention in entity.mentions if fold(mention.text) != fold(entity.label)]
    return any(
        [fold(mention.text)] == [" ".join(last)] or fold(mention.text) in _PERSONAL or not mention.named for mention in calls
    )


def _is_part(text: str, mention: Mention) -> bool:
    """The name only says whose or which others are: "fans of Squid Game", "Squid Game fans gather"."""
    before, after = text[max(0, mention.span.start - _BEFORE) : mention.span.start], text[mention.span.end :][:_AFTER]
    return _WHOSE.search(before) is not None or _WHICH.match(after) is not None


def _parts(scene: Scene, key: str, whole: frozenset[int]) -> Iterator[bool]:
    """It says something, does something, or something is done to it, or it is tied to somebody."""
    reading = scene.source.reading
    yield any(key in (claim.source, *claim.via) for claim in reading.claims)
    yield any(key in (tie.subject, tie.object) for tie in reading.ties)
    fillers = (filler for account in reading.accounts for filler in account.fillers if filler.key == key)
    yield any(filler.role in (Role.AGENT, Role.PATIENT) and filler.span.start in whole for filler in fillers)


def asks_for_evidence(entity: Entity) -> bool:
    """Return whether an unlisted name must show that it is a person's."""
    return entity.kind == MentionKind.PERSON and " " in entity.label
