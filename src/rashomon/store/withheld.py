"""The names of private persons, kept from every page: who is one, what stands in the place of the name, and where it stands.

A person is private where a list, a person's correction or the rule of `rashomon.linking.actors.unlisted` says so: somebody met
in texts only, who does nothing there but suffer or see (victims, witnesses). The originals are kept as they are.
"""

import re
from collections.abc import Iterable

from rashomon.model.actors import Actor

#: What stands where a withheld name would.
PRIVATE_PERSON = "a private person"
#: What each letter of a withheld name becomes in a text, so that every offset stays.
BLOT = "█"
_WORD = re.compile(r"\w+")


def is_withheld(actor: Actor) -> bool:
    """Return whether an actor's name is kept from pages."""
    return actor.private


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
        text = re.sub(_whole(name), stands, text, flags=re.IGNORECASE)
    return text


def blot_whole(text: str, names: Iterable[str]) -> str:
    """Return a text with these names blotted out wherever they stand whole; its length stays.

    >>> blot_whole("Ann Lee fled. Ann Lee's son stayed.", ["Ann Lee"])
    "███ ███ fled. ███ ███'s son stayed."
    """
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if name:
            text = re.sub(
                _whole(name), lambda found: _WORD.sub(lambda word: BLOT * len(word[0]), found[0]), text, flags=re.IGNORECASE
            )
    return text


def _whole(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"
