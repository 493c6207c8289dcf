"""Which mentions of one article mean the same entity: by name, surname, acronym, and "the group"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rashomon.extraction.entity_words import BODY_ANAPHORS, DESCRIBING, DETERMINERS, GROUP_ANAPHORS, OWN_PEOPLE, PARTICLES, TITLES
from rashomon.extraction.names_listed import Candidate
from rashomon.model.words import MentionKind
from rashomon.text.folding import fold as fold_slowly
from rashomon.text.wordlist import words

#: `rashomon.text.folding.fold`, remembering: one name is folded many times.
fold = lru_cache(maxsize=50_000)(fold_slowly)
_BRACKETED = re.compile(r" ?\((?:the |or |known as )?[\"“']?(?P<short>[A-Z][A-Za-z-]{1,9})[\"”']?\)")
#: Behind a name that may only tell more of somebody else, and before it where it then does ("the oath to al-Qaeda leader X").
_MODIFIES = re.compile(r"(?:['’]s?)? (?:[a-z-]+ )?(?:leader|chief|head|emir|branch|affiliate|offshoot)\b")
_OBLIQUE = re.compile(r"\b(?:to|of|for|with|by|from) (?:the )?$")
_STOP = re.compile(r"[.!?][\"”’]?\s|\n")
#: From so many words on, a person's name is no bare surname ("al Saffar" is one).
_FULL = 3
#: Places have names of their own: "Baghdad" the city is not "Baghdad" the government.
_WHERE = frozenset({MentionKind.PLACE, MentionKind.FACILITY})
#: Kinds of names that open a dateline.
_LOCATED = _WHERE | {MentionKind.COUNTRY}
#: Nouns for bodies of any kind ("the alliance" of parties and the one of armed groups), and those kinds.
_UNIONS = frozenset(words("alliance coalition front union federation league congress"))
_BODIES = (MentionKind.GROUP, MentionKind.FORCE, MentionKind.ORGANISATION, MentionKind.GOVERNMENT, MentionKind.MEDIA)
#: Kinds of those who have people of their own.
_SIDES = frozenset({MentionKind.GROUP, MentionKind.FORCE, MentionKind.COUNTRY})
#: Services of a state: what a force may be called of which "the army" or "the police" is said.
_ARMED = frozenset(
    words("army military armed forces navy troops soldiers division brigade battalion regiment command corps tatmadaw")
)
_SERVICES = {
    "army": _ARMED,
    "military": _ARMED,
    "navy": _ARMED,
    "police": frozenset(words("police gendarmerie constabulary carabinieri policia")),
}
_SMALL_WORDS = frozenset(words("of the for and in to a an al de la"))


@dataclass(slots=True)
class Entities:
    """The entities of one article as they are met, in reading order."""

    text: str
    fullest: dict[str, str] = field(default_factory=dict)
    _by_name: dict[str, str] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)
    _surnames: dict[str, str] = field(default_factory=dict)
    _last: dict[MentionKind, str] = field(default_factory=dict)
    _ends: dict[MentionKind, int] = field(default_factory=dict)
    _sides: list[str] = field(default_factory=list)
    _sides_end: int = 0
    _heads: dict[tuple[MentionKind, str], str] = field(default_factory=dict)

    def key(self, candidate: Candidate) -> str:
        """Return the key of the entity the candidate means: an earlier one's, or a new one."""
        found = self._named(candidate) if candidate.name else self._unnamed(candidate)
        if candidate.name:
            if len(candidate.name) > len(self.fullest.get(found, "")):
                self.fullest[found] = candidate.name
            if candidate.kind not in self._last or not _tells_more(self.text, candidate):
                self._last[candidate.kind] = found
                self._ends[candidate.kind] = candidate.end
            if candidate.kind in _SIDES:
                self._remember_side(candidate, found)
            for word in fold(candidate.name).split():
                self._heads[candidate.kind, word] = found
        return found

    def _named(self, candidate: Candidate) -> str:
        folded = fold(candidate.canonical or candidate.name)
        if candidate.kind in _WHERE:
            return self._places.setdefault(folded, self._fresh(folded))
        known = self._by_name.get(folded) or self._by_name.get(fold(candidate.name))
        if known is None and candidate.kind is MentionKind.PERSON:
            known = self._surnames.get(folded) or self._of_surname(folded.split())
        if known is None and candidate.name.isupper():
            known = self._by_name.get(f"({folded})")
        key = known or self._fresh(folded)
        self._remember(candidate, folded, key)
        return key

    def _of_surname(self, words: list[str]) -> str | None:
        """The person of a last name that stands alone, behind a particle or first letters: not who has another first name."""
        known = self._surnames.get(words[-1]) if len(words) < _FULL else None
        first = words[0].strip(".")
        if known is None or len(words) == 1 or first in PARTICLES:
            return known
        full = fold(self.fullest.get(known, "")).split()
        return known if any(word.startswith(first) or first.startswith(word) for word in full[:-1]) else None

    def _remember(self, candidate: Candidate, folded: str, key: str) -> None:
        """Keep the names by which the entity may be met again."""
        self._by_name.setdefault(folded, key)
        self._by_name.setdefault(fold(candidate.name), key)
        bracket = _BRACKETED.match(self.text, candidate.end)
        if bracket and _shortens(bracket["short"], candidate):
            self._by_name.setdefault(fold(bracket["short"]), key)
        words = [word for word in fold(candidate.name).split() if word not in TITLES]
        if candidate.kind is MentionKind.PERSON:
            if len(words) > 1:
                self._surnames.setdefault(words[-1], key)
                self._surnames.setdefault(" ".join(words[-2:]), key)
                self._surnames.setdefault(words[0], key)
        elif len(words) > 2:  # noqa: PLR2004 - an acronym of two letters fits too much
            initials = "".join(word[0] for word in words if word not in _SMALL_WORDS)
            self._by_name.setdefault(f"({initials})", key)

    def _unnamed(self, candidate: Candidate) -> str:
        words = fold(self.text[candidate.start : candidate.end]).split()
        while len(words) > 1 and words[0] in DETERMINERS:
            words.pop(0)
        definite = self.text[candidate.start : candidate.start + 4].lower() == "the "
        head = words[-1]
        if definite and DESCRIBING.issuperset(words[:-1]):
            known = self._anaphor(candidate.kind, head)
            if known is not None:
                return known
        owned = self._owned(candidate, head)
        if owned is not None:
            return owned
        slug = "-".join(words)
        key = self._heads.setdefault((candidate.kind, f"={slug}"), self._fresh(slug))
        bracket = _BRACKETED.match(self.text, candidate.end) if definite and candidate.kind in _BODIES else None
        if bracket is not None:
            self._by_name.setdefault(fold(bracket["short"]), key)
        return key

    def _owned(self, candidate: Candidate, head: str) -> str | None:
        """The side whose own people "its fighters" are: the last of their kind in the sentence, else who leads the last one."""
        begun, known = self._ends.get(candidate.kind, 0), self._last.get(candidate.kind)
        phrase = self.text[candidate.start : candidate.end].lower()
        if head not in OWN_PEOPLE or not phrase.startswith(("its ", "their ")):
            return None
        if known is not None and _STOP.search(self.text, begun, candidate.start) is None:
            return known
        far = len(_STOP.findall(self.text[self._sides_end : candidate.start])) > 1
        of_one = self._sides and (phrase.startswith("its ") or len(set(self._sides)) == 1)
        return self._sides[0] if of_one and not far else None

    def _remember_side(self, candidate: Candidate, key: str) -> None:
        """Keep the sides of one sentence, the last that names any."""
        if _STOP.search(self.text, self._sides_end, candidate.start) is not None:
            self._sides.clear()
        self._sides.append(key)
        self._sides_end = candidate.end

    def _anaphor(self, kind: MentionKind, head: str) -> str | None:
        """The named entity that "the group", "the ministry", "the army" means here."""
        kinds = (kind, *_BODIES) if head in _UNIONS else (kind,)
        named = next((self._heads[one, head] for one in kinds if (one, head) in self._heads), None)
        if named is not None:
            return named
        if kind is MentionKind.GROUP and head in GROUP_ANAPHORS:
            return self._last.get(kind)
        last = self._last.get(kind) if head in BODY_ANAPHORS.get(kind, ()) else None
        if last is None or head not in _SERVICES:
            return last
        return last if not _SERVICES[head].isdisjoint(fold(self.fullest.get(last, "")).split()) else None

    def _fresh(self, folded: str) -> str:
        """A slug of the name that no other entity of the article has."""
        slug = re.sub(r"\W+", "-", folded).strip("-") or "entity"
        taken = set(self._by_name.values()) | set(self._heads.values()) | set(self._places.values())
        if slug not in taken:
            return slug
        number = 2
        while f"{slug}-{number}" in taken:
            number += 1
        return f"{slug}-{number}"

    def surname(self, name: str) -> bool:
        """Return whether the single word is the surname of a person met before."""
        return fold(name) in self._surnames


def _shortens(short: str, candidate: Candidate) -> bool:
    """Whether a word in brackets can be short for the name before it; behind a place stands a dateline's agency as well."""
    return candidate.kind not in _LOCATED or short[0].lower() == fold(candidate.name)[0]


def _tells_more(text: str, candidate: Candidate) -> bool:
    """Whether a name only tells more of somebody else ("an al-Qaeda-inspired group", "the oath to al-Qaeda leader X")."""
    if text[candidate.end : candidate.end + 1] == "-" and text[candidate.end + 1 : candidate.end + 2].islower():
        return True
    oblique = _OBLIQUE.search(text, max(0, candidate.start - 12), candidate.start)
    return oblique is not None and _MODIFIES.match(text, candidate.end) is not None


def acronyms(text: str, candidates: Iterable[Candidate]) -> dict[str, Candidate]:
    """Return the short forms that stand in brackets behind a name ("... Forces (PMF)"), by their words."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        bracket = _BRACKETED.match(text, candidate.end) if candidate.name else None
        if bracket and _shortens(bracket["short"], candidate):
            found.setdefault(bracket["short"], candidate)
    return found


def spelled_out(candidates: Iterable[Candidate]) -> dict[str, Candidate]:
    """Return the names of three words and more by their initials, without those that two names have."""
    found: dict[str, Candidate | None] = {}
    for candidate in sorted(candidates, key=lambda each: each.canonical is None):
        names = [word for word in fold(candidate.name).split() if word not in _SMALL_WORDS] if candidate.name else []
        if candidate.kind in _BODIES and len(names) >= _FULL:
            initials = "".join(word[0] for word in names).upper()
            known = found.setdefault(initials, candidate)
            if known is not None and candidate.name != known.name and (known.canonical or "") != candidate.canonical:
                found[initials] = None
    return {initials: candidate for initials, candidate in found.items() if candidate is not None}
