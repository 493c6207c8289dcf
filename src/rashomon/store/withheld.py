"""The names of private persons, kept from every page: who is one, what stands in the place of the name, and where it stands.

A person is private where a list, a person's correction or the rule of `rashomon.linking.actors.unlisted` says so: somebody met
in texts only, who does nothing there but suffer or see (victims, witnesses). The originals are kept as they are.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from rashomon.model.actors import Actor
from rashomon.model.words import ActorKind

#: What stands where a withheld name would.
PRIVATE_PERSON = "a private person"
#: What each letter of a withheld name becomes in a text, so that every offset stays.
BLOT = "█"
_WORD = re.compile(r"\w+")
_PARTING = re.compile(r"[\W_]+")


def is_withheld(actor: Actor) -> bool:
    """Return whether an actor's name is kept from pages."""
    return actor.private


def surname_of(actor: Actor) -> str | None:
    """Return the last name of a person who is named in full, ``None`` for all others.

    >>> from rashomon.model.words import ActorKind
    >>> surname_of(Actor("Ann Lee", ActorKind.PERSON)), surname_of(Actor("Ann", ActorKind.PERSON))
    ('Lee', None)
    """
    parts = actor.name.split()
    return parts[-1] if actor.kind == ActorKind.PERSON and len(parts) > 1 and len(parts[-1]) > 1 else None


def names_any(text: str, names: Iterable[str]) -> bool:
    """Return whether one of these names stands whole in a text."""
    return any(re.search(_whole(name), text) for name in names if name)


def address_without(address: str | None, names: Iterable[str]) -> str | None:
    """Return an address, or ``None`` where it holds one of these names as its words.

    >>> address_without("https://wire.example/2031/ann-lee-freed", ["Ann Lee"])
    >>> address_without("https://wire.example/2031/annleery", ["Ann Lee"])
    'https://wire.example/2031/annleery'
    """
    if address is None:
        return None
    words = f" {_PARTING.sub(' ', unquote(address).casefold())} "
    return None if any(name and f" {_PARTING.sub(' ', name.casefold()).strip()} " in words for name in names) else address


def nth_private_person(n: int) -> str:
    """Return what stands for one of several private persons who must stay apart, counted from 1.

    >>> nth_private_person(1), nth_private_person(2)
    ('a private person', 'a private person (2)')
    """
    return PRIVATE_PERSON if n == 1 else f"{PRIVATE_PERSON} ({n})"


def names_of(actor: Actor) -> tuple[str, ...]:
    """Return all names of an actor."""
    return (actor.name, *(alias.text for alias in actor.aliases))


def blotted(text: str, start: int, end: int) -> str:
    """Return the text with the letters of a stretch blotted out; its length stays.

    >>> blotted("Ann Lee fled.", 0, 7)
    '███ ███ fled.'
    """
    return text[:start] + _WORD.sub(lambda word: BLOT * len(word[0]), text[start:end]) + text[end:]


def without_names(text: str, names: Iterable[str], stands: str = PRIVATE_PERSON) -> str:
    """Return a line with these names, where they stand whole, replaced by what stands for them.

    >>> without_names("Killing of Ann Lee in Gao", ["Ann Lee"])
    'Killing of a private person in Gao'
    """
    for name in sorted({name for name in names if name}, key=lambda name: (-len(name), name)):
        text = re.sub(_whole(name), stands, text)
    return text


def blot_whole(text: str, names: Iterable[str]) -> str:
    """Return a text with these names blotted out wherever they stand whole; its length stays.

    >>> blot_whole("Ann Lee fled. Ann Lee's son stayed.", ["Ann Lee"])
    "███ ███ fled. ███ ███'s son stayed."
    """
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if name:
            text = re.sub(_whole(name), lambda found: _WORD.sub(lambda word: BLOT * len(word[0]), found[0]), text)
    return text


def _whole(name: str) -> str:
    """Return a pattern of a whole name in any case; of a single word ("Rose") as it is written or in capitals only."""
    one_word = " " not in name.strip()
    form = rf"(?:{re.escape(name)}|{re.escape(name.upper())})" if one_word else rf"(?i:{re.escape(name)})"
    return rf"(?<!\w){form}(?!\w)"
