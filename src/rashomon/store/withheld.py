"""The names of private persons, kept from every page: who is one, what stands in the place of the name, and where it stands.

A person is private where a list, a person's correction or the rule of `rashomon.linking.actors.unlisted` says so: somebody met
in texts only, who does nothing there but suffer or see (victims, witnesses). The originals are kept as they are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote

from rashomon.model.actors import Actor
from rashomon.model.words import ActorKind
from rashomon.text.folding import fold, fold_with_offsets

#: What stands where a withheld name would.
PRIVATE_PERSON = "a private person"
#: What each letter of a withheld name becomes in a text, so that every offset stays.
BLOT = "█"
_WORD = re.compile(r"[\w\u0300-\u036f]+")
_MARKS = re.compile(r"[\u0300-\u036f]*")
#: Letters without width, which break a name without showing it.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
#: The last letter of a Cyrillic word that its case in a sentence changes, and what may stand instead.
_ENDING, _ENDINGS = (
    re.compile("(?<=[\u0400-\u04ff]{3})[\u0430\u0435\u0438\u043e\u0443\u044b\u044c\u044d\u044e\u044f\u0439](?= |$)"),
    "[\u0430-\u044f\u0456\u0457\u0454]{0,3}",
)
#: Letters from which on a part of a name is told by itself.
PART = 3
#: Letters of scripts that write words without spaces between them.
_RUNS_ON = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_NEVER = "(?!)"
#: Where a capital follows a small letter.
_GLUED = re.compile(r"(?<=[a-z\u00df-\u00f6\u00f8-\u00ff\u0430-\u044f])(?=[A-Z\u00c0-\u00d6\u00d8-\u00de\u0410-\u042f])")


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


def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of a full name by which a person may be meant alone: first and last names, no initials and particles.

    >>> parts_of("Ann van Lee"), parts_of("Ann")
    (('Ann', 'Lee'), ())
    """
    words = name.split()
    kept = tuple(word for word in words if len(word) >= PART and (word[0].isupper() or not word[0].islower()))
    return kept if len(words) > 1 else ()


def names_in(text: str, names: Iterable[str]) -> frozenset[str]:
    """Return which of these names stand whole in a text."""
    return frozenset(name for _, _, several in _stretches(text, names) for name in several)


def names_any(text: str, names: Iterable[str]) -> bool:
    """Return whether one of these names stands whole in a text."""
    return next(_stretches(text, names), None) is not None


def address_without(address: str | None, names: Iterable[str]) -> str | None:
    """Return an address or a file's name, or ``None`` where it holds one of these names as its words, however they are joined.

    >>> address_without("https://wire.example/2031/ann-lees-son-freed", ["Ann Lee"])
    >>> address_without("https://wire.example/2031/annleery", ["Ann Lee"])
    'https://wire.example/2031/annleery'
    """
    if address is None:
        return None
    known = frozenset(names)
    glued = {"".join(fold(name).split()) for name in known}
    words = unquote(unquote(address))
    if next(_stretches(words, known, as_written=False), None) is not None:
        return None
    return None if glued.intersection(fold(words).split()) else address


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


def without_names(text: str, names: Iterable[str], stands: str = PRIVATE_PERSON, *, as_written: bool = True) -> str:
    """Return a line with these names, where they stand whole, replaced by what stands for them.

    A single word is a name only with its capital, unless ``as_written`` is false.

    >>> without_names("Killing of Ann Lee in Gao", ["Ann Lee"])
    'Killing of a private person in Gao'
    """
    for start, end, _ in reversed(list(_stretches(text, names, as_written=as_written))):
        text = text[:start] + stands + text[end:]
    return text


def blot_whole(text: str, names: Iterable[str]) -> str:
    """Return a text with these names blotted out wherever they stand whole; its length stays.

    >>> blot_whole("Ann Lee fled. Ann Lee's son stayed.", ["Ann Lee"])
    "███ ███ fled. ███ ███'s son stayed."
    """
    for start, end, _ in list(_stretches(text, names)):
        text = blotted(text, start, end)
    return text


def _stretches(text: str, names: Iterable[str], *, as_written: bool = True) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where names stand whole in a text, first to last, and which names each is; of two at one place the longer.

    Case, marks of letters, hyphens and line breaks count for nothing, since pages differ in them. But a name of a single word
    ("Rose") is one only as it is written or in capitals, unless ``as_written`` is false.
    """
    known = frozenset(name for name in names if name)
    if not known or not text:
        return
    found = list(_searched(text, known, *fold_with_offsets(text), as_written=as_written))
    if _GLUED.search(text):
        found += _searched(text, known, *_parted(text), as_written=as_written)
    if _UNSEEN.search(text):
        found += _searched(text, known, *_seen(text), as_written=as_written)
    yield from _joined(sorted(found, key=lambda one: (one[0], -one[1])))


def _joined(found: Iterable[tuple[int, int, tuple[str, ...]]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield stretches, those that overlap as one; of two at one place the longer names it."""
    held: tuple[int, int, tuple[str, ...]] | None = None
    for start, end, several in found:
        if held is not None and start < held[1]:
            longer = end > held[1]
            held = (held[0], max(end, held[1]), tuple(dict.fromkeys((*held[2], *several))) if longer else held[2])
            continue
        if held is not None:
            yield held
        held = start, end, several
    if held is not None:
        yield held


def _searched(
    text: str, names: frozenset[str], folded: str, offsets: Sequence[int], *, as_written: bool
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the names that stand in a text folded so."""
    pattern, by_form = _pattern(names)
    at = 0
    while (found := pattern.search(folded, at)) is not None:
        start, end = offsets[found.start("name")], offsets[found.end("name") - 1] + 1
        marks = _MARKS.match(text, end)
        end = end if marks is None else marks.end()
        several = by_form.get(found["name"]) or _inflected_names(found["name"], by_form)
        apart = not text[end : end + 1].isalpha()
        if not as_written or " " in found["name"] or (apart and any(_is_written(text[start:end], name) for name in several)):
            yield start, end, several
        at = found.start("name") + 1


def _seen(text: str) -> tuple[str, list[int]]:
    """Return a text folded without its letters that have no width."""
    offsets = [at for at, letter in enumerate(text) if not _UNSEEN.match(letter)]
    folded, at = fold_with_offsets("".join(text[one] for one in offsets))
    return folded, [offsets[one] if one < len(offsets) else len(text) for one in at]


def _parted(text: str) -> tuple[str, list[int]]:
    """Return a text folded with a space where a capital follows a small letter: captions are glued to the word behind them."""
    folded, offsets, begin = "", list[int](), 0
    for end in (*(found.start() for found in _GLUED.finditer(text)), len(text)):
        piece, at = fold_with_offsets(text[begin:end])
        folded += f"{piece} "
        offsets += [begin + one for one in at]
        begin = end
    return folded, offsets


def _is_written(words: str, name: str) -> bool:
    """Return whether a single word is written as a name: with its first letter, or all in capitals."""
    return words == words.upper() or words[:1].isupper() == name[:1].isupper()


@lru_cache(maxsize=1024)
def _pattern(names: frozenset[str]) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return what finds these names in folded text, and the names by their folded form."""
    by_form: dict[str, tuple[str, ...]] = {}
    for name in sorted(names):
        written = {fold_with_offsets(name)[0].strip(), " ".join(_parted(name)[0].split())}
        for form in (written | set(map(_last_first, written))) - {""}:
            by_form[form] = (*by_form.get(form, ()), name)
    forms = sorted(by_form, key=lambda form: (-len(form), form))
    bounded = "|".join(_inflected(form) for form in forms if not _RUNS_ON.search(form)) or _NEVER
    running = "|".join(re.escape(form) for form in forms if _RUNS_ON.search(form)) or _NEVER
    before = r"(?:(?<![^ ])|(?<=(?<![^ ])[وفبلك])|(?<=(?<![^ ])[وف][بلك]))"
    return re.compile(rf"(?P<name>{before}(?:{bounded})(?=s?(?: |$))|{running})"), by_form


def _last_first(form: str) -> str:
    """Return a folded name as lists have it: "Lee, Ann"."""
    others, _, last = form.rpartition(" ")
    return f"{last} {others}".strip()


def _inflected(form: str) -> str:
    """Return what finds a folded name; the words of a full Cyrillic one in any case of a sentence."""
    if " " not in form or not _ENDING.search(f"{form} "):
        return re.escape(form)
    words = (_ENDING.sub("", word) for word in form.split())
    return " ".join(f"{re.escape(word)}{_ENDINGS}" for word in words)


def _inflected_names(words: str, by_form: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the names that words are in another case of a sentence."""
    return tuple(name for form, names in by_form.items() if re.fullmatch(_inflected(form), words) for name in names)
