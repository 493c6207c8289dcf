"""The people a sentence speaks of, each phrase with how many it means: "a man", "two teens", "Ann Reyes, 34", "he".

Wider and plainer than the mentions of a reading: here everybody counts who may be hurt, and nobody needs a key.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.harm_names import full_names, names_alone
from rashomon.extraction.numbers import FoundNumber
from rashomon.extraction.phrases import noun_forms, word_set
from rashomon.model.ranges import Range
from rashomon.text.wordlist import words

ONE = Range.exactly(1)
NONE = Range.exactly(0)
_TWO = Range.exactly(2)
SEVERAL = Range(2, None)


@dataclass(frozen=True, slots=True)
class People:
    """One phrase for people.

    Args:
        count: how many it means; nobody for "no one".

        definite: it points back at people told of before ("the victim", "he").

        name: the last part of a proper name; empty where no name stands.

        more: they come on top of others ("another man", "three others").

        owner: something of theirs is meant ("the victim's car").

        vague: a plural without a number ("guards").
    """

    start: int
    end: int
    count: Range
    definite: bool = False
    name: str = ""
    more: bool = False
    owner: bool = False
    vague: bool = False


_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|\d[\w-]*|[^\w\s]")
_AGED = re.compile(r"(?:\w+-)*\w+-(?:years?|months?|weeks?)-olds?$")
_POSSESSIVE = frozenset(words("his her their its our my your"))
_DEFINITE = _POSSESSIVE | frozenset(words("the this that these those both"))
_INDEFINITE = frozenset(words("a an one another each every any some other no several many"))
_PRONOUNS = {
    **dict.fromkeys(words("he she him her himself herself"), ONE),
    **dict.fromkeys(words("they them"), SEVERAL),
}
_ANYBODY = {"someone": ONE, "somebody": ONE, "nobody": NONE, "none": NONE, "neither": NONE}
_ADDING = frozenset(words("another other others more additional second third fourth fifth"))
#: What may stand between "the" and a number of people; behind other words another phrase begins ("in the clash four men").
_BEFORE_NUMBERS = _ADDING | frozenset(words("remaining last first next past same latest only all some about nearly at least"))
_NONE_OF = frozenset(words("none neither any either"))
#: Before a bare number that is an age, a day or a time and counts nobody.
_NO_COUNT_BEHIND = frozenset({",", "(", ":", ".", "/", "$", "ages", "age", "aged", "both"})
#: The most words a phrase has behind its first.
_LONGEST = 7
#: Before people who are counted among those named just before.
_PART = re.compile(r",? (?:including|among them)(?: at least)? ")
#: Between people and a number that counts some of them ("eleven people, five of them children").
_BEFORE_PART = re.compile(r"[,;]? ?[(—–-]? ?(?:(?:and|with|at least|almost|nearly|about|some|up to) ){0,2}")
#: Behind somebody whose force is named ("a private of the Azerbaijani armed forces").
_BODY_OF = re.compile(r" (?:of|from|in) (?:the |its |their )?(?:[\w-]+ ){0,3}(?:forces|troops|personnel|police)")
#: Between somebody among people and the name ("seven rebels, among them a commander known as Ka Rico").
_NAMED = re.compile(r",? (?:known as |named |called |identified as |alias )?")
#: Those of a side or people that a number counts ("four Naxals", "six Houthis").
_TRIBE = re.compile(r"[A-Z][a-z]+[a-rt-z]s")
_OF_THEM = re.compile(r"\b(?:of|among) (?:them|whom|those|these)\b", re.IGNORECASE)
_APPOSITION = re.compile(
    r",? (?:identified as |named |known as )?|(?:,? of| on| in) [A-Z][\w ]{2,24}, | of the [A-Z]\w+, |"
    r",? (?:\w+ ){0,3}identified (?:\w+ ){0,3}as "
)


def people_in(
    text: str,
    span: tuple[int, int],
    numbers: Sequence[FoundNumber],
    persons: Sequence[People] = (),
    known: frozenset[str] = frozenset(),
) -> tuple[People, ...]:
    """Return the phrases for people between the offsets, in reading order, none inside another.

    Args:
        text: the article's text.

        span: the offsets.

        numbers: the numbers between the offsets.

        persons: those whose names are found already.

        known: last names of the article's persons, in lower case; they are names by themselves too.
    """
    named = [People(start, end, ONE, name=name) for start, end, name in full_names(text, span)]
    alone = [_surname(text, *found) for found in names_alone(text, span, known)]
    found = sorted((*_phrases(text, span, numbers), *persons, *named, *alone), key=lambda one: (one.start, -one.end))
    kept: list[People] = []
    parted: People | None = None
    for one in found:
        last = kept[-1] if kept else None
        if last is not None and one.start < last.end:
            continue
        called = last is not None and last is parted and _goes_on(text, last, one)
        called = called or (last is not None and _BODY_OF.fullmatch(text, last.end, one.end) is not None)
        if last is not None and (called or (last.count != ONE and _is_part(text, last, one))):
            kept[-1] = parted = replace(last, end=one.end)
        elif last is not None and _apposed(text[last.end : one.start], last, one):
            kept[-1] = replace(one, start=last.start, definite=last.definite and not one.name, more=last.more)
        else:
            kept.append(one)
    return tuple(kept)


def _goes_on(text: str, parted: People, one: People) -> bool:
    """Whether the part named last is given a name, or more of it is listed ("among them six children and two women")."""
    return bool(one.name and _NAMED.fullmatch(text, parted.end, one.start)) or text[parted.end : one.start] == " and "


def _is_part(text: str, last: People, one: People) -> bool:
    """Whether people are some of those named just before."""
    if _PART.fullmatch(text, last.end, one.start):
        return True
    return _OF_THEM.search(text, one.start, one.end) is not None and _BEFORE_PART.fullmatch(text, last.end, one.start) is not None


def _surname(text: str, start: int, end: int, name: str) -> People:
    owner = text[end : end + 2] in {"'s", "’s"}
    return People(start, end + 2 * owner, ONE, definite=True, name=name, owner=owner)


def _apposed(gap: str, first: People, second: People) -> bool:
    """Whether the second phrase only says who the first is ("the driver, Ann Reyes", "34-year-old Ann Reyes")."""
    if first.name or first.owner or not first.count == second.count == ONE or not _APPOSITION.fullmatch(gap):
        return False
    return bool(second.name) or (first.definite and not second.definite and "," in gap)


def _phrases(text: str, span: tuple[int, int], numbers: Sequence[FoundNumber]) -> Iterator[People]:
    cut = tuple(_TOKEN.finditer(text, *span))
    counted = {number.start: number for number in numbers if number.unit is None and not number.ordinal}
    reached = span[0]
    for at, token in enumerate(cut):
        one = _begun(cut, at, counted) if token.start() >= reached else None
        if one is not None:
            reached = one.end
            yield one


def _begun(cut: Sequence[re.Match[str]], at: int, counted: Mapping[int, FoundNumber]) -> People | None:
    """The phrase that begins at the token, or ``None``; ``counted`` holds the numbers that count, by where they begin."""
    number = counted.get(cut[at].start())
    if number is not None:
        return _numbered(cut, at, number)
    word = cut[at].group().lower()
    head = _head(cut, at)
    if word in _DEFINITE | _INDEFINITE and head is not None:
        inner = next((n for n in range(at, head) if cut[n].start() in counted), None)
        if inner is not None and not _BEFORE_NUMBERS.issuperset(_words(cut, at + 1, inner - 1)):
            return None
        return _determined(cut, at, head, counted[cut[inner].start()] if inner is not None else None)
    if head is None or word in _PRONOUNS:
        added = word == "another" and at + 1 < len(cut) and cut[at + 1].start() in counted
        return None if added else _pronoun(cut, at, word)
    if head == at or _AGED.match(word) or (cut[at].group()[0].isupper() and head == at + 1):
        return People(
            cut[at].start(), cut[head].end(), _bare(_noun(cut[head])), owner=_owns(cut[head]), vague=_is_plural(cut[head])
        )
    return None


def _pronoun(cut: Sequence[re.Match[str]], at: int, word: str) -> People | None:
    """People without a noun: "he", "someone", "no one", "none of the guards", "another"."""
    start, end = cut[at].span()
    following = cut[at + 1].group().lower() if at + 1 < len(cut) else "."
    if word in _NONE_OF and following == "of":
        head = _head(cut, at + 2)
        return People(start, cut[head if head is not None else at + 1].end(), NONE)
    if word == "no" and following == "one":
        return People(start, cut[at + 1].end(), NONE)
    if word in {"another", "others"}:
        return People(start, end, ONE if word == "another" else SEVERAL, more=True)
    hers = word == "her" and following[0].isalnum() and following not in word_set("harm.yaml", "stops")
    among = word == "them" and at > 0 and cut[at - 1].group().lower() == "among"
    if hers or among or word not in _PRONOUNS | _ANYBODY:
        return None
    return People(start, end, (_PRONOUNS | _ANYBODY)[word], definite=word in _PRONOUNS)


def _determined(cut: Sequence[re.Match[str]], at: int, head: int, number: FoundNumber | None) -> People:
    """The phrase behind "a", "his", "both"; ``number`` counts its people ("his two sons")."""
    word = cut[at].group().lower()
    more = not _ADDING.isdisjoint(_words(cut, at, head))
    told = number.value if number is not None and _is_plural(cut[head]) else None
    count = NONE if word == "no" else _TWO if word == "both" else told or _bare(_noun(cut[head]))
    definite = word in _DEFINITE and not more
    owner, vague = _owns(cut[head]), count == SEVERAL
    return People(cut[at].start(), cut[head].end(), count, definite=definite, more=more, owner=owner, vague=vague)


def _numbered(cut: Sequence[re.Match[str]], at: int, number: FoundNumber) -> People | None:
    """A number and the people it counts; by itself only where no other noun follows it."""
    after = next((n for n in range(at, len(cut)) if cut[n].start() >= number.end), len(cut))
    following = cut[after].group().lower() if after < len(cut) else "."
    if following == "of":
        head = _head(cut, after + 1)
        them = after + 1 < len(cut) and cut[after + 1].group().lower() in {"them", "whom"}
        return People(number.start, cut[head or after + 1].end(), number.value) if head is not None or them else None
    head = _head(cut, after)
    if head is not None:
        if _noun(cut[head]) not in _plurals() and number.value != ONE:
            return None
        more = not _ADDING.isdisjoint(_words(cut, after, head))
        return People(number.start, cut[head].end(), number.value, more=more, owner=_owns(cut[head]))
    more = following in {"more", "others"}
    tribe = after < len(cut) and number.value != ONE and _TRIBE.fullmatch(cut[after].group()) is not None
    if not (more or tribe) and at and cut[at - 1].group().lower() in _NO_COUNT_BEHIND:
        return None
    if more or tribe or following in word_set("harm.yaml", "stops") or not following[0].isalnum():
        added = at > 0 and cut[at - 1].group().lower() in {"another", "further"}
        return People(number.start, cut[after].end() if more or tribe else number.end, number.value, more=more or added)
    return None


def _words(cut: Sequence[re.Match[str]], first: int, last: int) -> set[str]:
    return {token.group().lower() for token in cut[first : last + 1]}


def _head(cut: Sequence[re.Match[str]], at: int) -> int | None:
    """Index of the last person noun of the phrase whose first token is ``at``, or ``None``."""
    head = None
    for n in range(at, min(at + _LONGEST, len(cut))):
        word = _noun(cut[n])
        if not word[:1].isalnum() or _stops(cut, n, word) or (n > at and word in _DEFINITE | {"a", "an"}):
            break
        if _of_a_name(cut, n, at):
            continue
        if is_person(word) or (word == "head" and n and _noun(cut[n - 1]) in word_set("harm.yaml", "headed")):
            head = n
        elif head is not None:
            return None if word in word_set("harm.yaml", "compounds") else head
        if head == n and _owns(cut[n]):
            break
    return head


def _of_a_name(cut: Sequence[re.Match[str]], n: int, first: int) -> bool:
    """Whether a noun is a word inside a longer name ("seven New People's Army rebels")."""
    return n > first and n + 1 < len(cut) and cut[n].group()[0].isupper() and cut[n + 1].group()[0].isupper()


def _stops(cut: Sequence[re.Match[str]], n: int, word: str) -> bool:
    """Whether a phrase ends before a word; "police" only where no person follows ("a police officer")."""
    officer = word == "police" and n + 1 < len(cut) and is_person(_noun(cut[n + 1]))
    return word in word_set("harm.yaml", "stops") and not officer


def _noun(token: re.Match[str]) -> str:
    return token.group().lower().removesuffix("'s").removesuffix("’s")


def _is_plural(token: re.Match[str]) -> bool:
    return _noun(token) in _plurals()


def _owns(token: re.Match[str]) -> bool:
    return token.group().lower().endswith(("'s", "’s"))


def _bare(noun: str) -> Range:
    return SEVERAL if noun in _plurals() else _TWO if noun in word_set("harm.yaml", "pairs") else ONE


@functools.cache
def _singulars() -> frozenset[str]:
    return word_set("harm.yaml", "persons")


@functools.cache
def _plurals() -> frozenset[str]:
    regular = frozenset(_plural(noun) for noun in _singulars())
    return regular | word_set("harm.yaml", "plurals")


def _plural(noun: str) -> str:
    """The plural of a noun for a person: "policemen", "grandchildren", "boys"."""
    if noun.endswith("man"):
        return noun.removesuffix("man") + "men"
    return noun + "ren" if noun.endswith("child") else noun_forms(noun)[1]


def is_person(word: str) -> bool:
    """Return whether a word, in lower case, is a noun for one or more people ("man", "teens", "34-year-old")."""
    return word in _singulars() or word in _plurals() or word in word_set("harm.yaml", "pairs") or _AGED.match(word) is not None
