"""Find names that no list has: runs of capitalised words, and what kind of thing the words in and around them say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extraction.entity_words import (
    GIVEN_NAMES,
    GROUP_PREFIXES,
    INNER_WORDS,
    MODIFIERS,
    NAME_HEADS,
    NO_NAMES,
    NOUN_HEADS,
    NOUNS_BEFORE,
    PARTICLES,
    PLACE_BEFORE,
    PLACE_NOUNS,
    PLACE_PREFIXES,
    SPEECH,
    TITLES,
)
from rashomon.extraction.lexicon import Gazetteer
from rashomon.extraction.names_listed import Candidate
from rashomon.model.words import MentionKind, PlacePrecision
from rashomon.text.tokens import Token

_PREFIXED = re.compile(r"(?:al|el|ul|as|ar|an|ad|at|ath|ash|az|ez|es|er|ud|ed|de)[-’'](?=[A-Z])")
_ARABIC_PART = re.compile(r"(?:al|el|as|ar|an|ad|at|ath|ash|az|ez|es|er)[-’']", re.IGNORECASE)
_LINKS = frozenset({"of", "for"})
_AGE = re.compile(r", (?:aged )?\d{1,2}\b(?=[,;.)])")
_APPOSITION = re.compile(r", (?:an? |the |his |her |its |their |who )")
#: Behind a person's only name: who that is, and that they speak.
_SPEAKING = re.compile(
    r", (?![^,.;:]*\b(?:group|militia|movement|faction|front|channel|agency|newspaper|website|outlet|station|network|monitor|"
    r"company|firm|party|charity|organi[sz]ation|town|city|village|province|capital|district)\b)"
    r"(?:\d{1,2}|(?:an?|the|his|her|who|whose|now)\b[^,.;:]{3,60}), "
    r"(?:said|says|told|tells|recalled|recounted|added|explained)\b"
    r"|, (?:the |a )?(?:[\w-]+ )?(?:spokesm[ae]n|spokeswoman|spokesperson|leader|commander|chief|head|deputy|founder|emir)"
    r" (?:of|for|in)\b"
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,7}s?")
_DASHES = frozenset("-–—")
_AFTER_DATELINE = frozenset(",(:–—-")
#: A dateline's agency in brackets stands among the first so many tokens.
_DATELINE = 8
#: A place of fewer people than this, met without a word like "in" before it, is more often somebody's name.
_KNOWN_PLACE = 30_000
_MOST_WORDS = 8
#: Words of a person's name behind an office.
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Run:
    """A run of name words: tokens ``first`` to ``last`` (exclusive) of a sentence."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int

    @property
    def words(self) -> list[str]:
        """Return its words in lower case, without the marks between."""
        return [token.text.lower() for token in self.tokens[self.first : self.last] if token.is_word]

    @property
    def start(self) -> int:
        """Return the offset of its first character."""
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        """Return the offset after its last character."""
        return self.tokens[self.last - 1].end

    def before(self, steps: int = 1) -> str:
        """Return the word so many tokens before it, in lower case; empty at the sentence's start."""
        at = self.first - steps
        return self.tokens[at].text.lower() if at >= 0 else ""

    def after(self, steps: int = 0) -> str:
        """Return the word so many tokens behind it, in lower case; empty at the sentence's end."""
        at = self.last + steps
        return self.tokens[at].text.lower() if at < len(self.tokens) else ""


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    if word[0].isupper():
        return word.lower() not in NO_NAMES or (at > 0 and word.lower() in INNER_WORDS)
    return _PREFIXED.match(word) is not None


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether a single capital with its stop stands there, as in "J. Smith"."""
    return (
        len(tokens[at].text) == 1
        and at + 1 < len(tokens)
        and tokens[at + 1].text == "."
        and tokens[at + 1].start == tokens[at].end
    )


def _next_word(text: str, tokens: Sequence[Token], at: int) -> int | None:
    """Index of the token that goes on with the name after ``at``, or ``None``."""
    following = at + 1
    title = tokens[at].text.lower() in TITLES or _is_initial(tokens, at)
    if following < len(tokens) and tokens[following].text == "." and title:
        following += 1
    if following < len(tokens) and tokens[following].text in {"'s", "’s"} and tokens[at].text.lower() in _OWNING:
        following += 1
    while following < len(tokens) and tokens[following].text in PARTICLES and following - at < _MOST_WORDS:
        following += 1
    if following >= len(tokens) or not _is_name(tokens, following):
        return None
    gap = text[tokens[following - 1].end : tokens[following].start]
    return following if gap in {" ", "", "-", "\u00a0"} and following <= at + 4 else None


#: Words whose possessive stands inside names ("People's Liberation Army").
_OWNING = frozenset(
    {"people", "peoples", "women", "children", "lord", "soldier", "mother", "worker", "farmer", "citizen", "patriot"}
)


def _linked(text: str, tokens: Sequence[Token], last: int) -> int | None:
    """Index of the name word behind "of" or "for (the)" after an organisation's head word, or ``None``.

    A person behind "of" leads it, and is no part of its name ("the Congo River Alliance of Corneille Nangaa").
    """
    if last >= len(tokens) or tokens[last].text not in _LINKS or _is_person(tokens, last + 1):
        return None
    at = last + 1
    if at < len(tokens) and tokens[at].text == "the":
        at += 1
    return at if at < len(tokens) and _is_name(tokens, at) and text[tokens[at - 1].end] == " " else None


def _is_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a title or a given name with another name behind it stands there."""
    first = tokens[at].text.lower() if at + 1 < len(tokens) and _is_name(tokens, at) else ""
    return first in TITLES or (first in GIVEN_NAMES and _is_name(tokens, at + 1))


def runs(text: str, tokens: Sequence[Token]) -> Iterator[Run]:
    """Yield the runs of name words of one sentence, organisation names with what stands behind their "of"."""
    at = 0
    while at < len(tokens):
        if not _is_name(tokens, at):
            at += 1
            continue
        first = at
        while (following := _next_word(text, tokens, at)) is not None:
            at = following
        last = at + 1
        head = any(token.text.lower() in NAME_HEADS for token in tokens[first:last])
        while head and (linked := _linked(text, tokens, last)) is not None:
            at = linked
            while (following := _next_word(text, tokens, at)) is not None:
                at = following
            last = at + 1
        yield Run(text, tokens, _led(tokens, first, last), last)
        at = last


#: Particles with which a name begins though they are written small ("al Haj Omar").
_LEADING = frozenset({"al", "el", "ibn", "bint", "abu", "umm"})


#: Units that bear a number ("6th Infantry Division").
_UNITS = frozenset({"division", "brigade", "battalion", "regiment", "corps", "army", "infantry", "squadron", "fleet", "command"})
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)", re.IGNORECASE)


def _led(tokens: Sequence[Token], first: int, last: int) -> int:
    """Index of the first of the particles, or of the number of a unit, right before a name, else of the name."""
    while first > 0 and tokens[first - 1].text in _LEADING and tokens[first - 1].end + 1 == tokens[first].start:
        first -= 1
    numbered = first > 0 and _ORDINAL.fullmatch(tokens[first - 1].text) and tokens[first - 1].end + 1 == tokens[first].start
    unit = numbered and any(token.text.lower() in _UNITS for token in tokens[first:last])
    return first - 1 if unit else first


def _titled(run: Run) -> int:
    """Index of the first token of the titles and their modifiers that stand before or open the run."""
    at = run.first
    while at > 0 and (run.tokens[at - 1].text.lower() in TITLES or (at < run.first and run.tokens[at - 1].text in MODIFIERS)):
        at -= 1
    return at


def _titles(words: Sequence[str]) -> int:
    """How many words the titles at the beginning have, with the modifiers before them ("Prime Minister")."""
    inner = 0
    for n, word in enumerate(words):
        if word in TITLES:
            inner = n + 1
        elif word not in MODIFIERS:
            break
    return inner


def _ranked(words: Sequence[str]) -> int:
    """How many words of an office stand before a person's name ("Corps Commander Lieutenant General X"); 0 for none."""
    last = max((n + 1 for n, word in enumerate(words) if word in TITLES), default=0)
    name = words[last:]
    person = 1 <= len(name) <= _NAME_WORDS and not _LINKS.intersection(words) and not any(word in NAME_HEADS for word in name)
    return last if last > 1 and person else 0


def _person(run: Run) -> Candidate | None:
    """The run as a person's name, where a title, a given name or what follows says so."""
    words = run.words
    inner = _titles(words) or (_ranked(words) if words[0] in NAME_HEADS else 0)
    start = run.tokens[_titled(run)].start
    if inner == len(words):
        return None
    name_start = next(token.start for token in run.tokens[run.first + inner : run.last] if token.text[0].isalnum())
    if inner or start < run.start:
        return Candidate(start, run.end, MentionKind.PERSON, run.text[name_start : run.end], rank=2)
    cue = words[0] in GIVEN_NAMES and len(words) > 1
    cue = cue or _AGE.match(run.text, run.end) is not None
    cue = cue or (len(words) > 1 and (run.after() in SPEECH or run.before() in SPEECH))
    if cue:
        return Candidate(run.start, run.end, MentionKind.PERSON, run.text[run.start : run.end], rank=2)
    return None


def _organisation(run: Run) -> MentionKind | None:
    """The kind that a head word gives: the last word before "of", or the first of an armed group's name."""
    words = run.words
    cut = next((n for n, word in enumerate(words) if word in _LINKS), len(words))
    if (words[0] in GROUP_PREFIXES or words[0].split("-")[0] in GROUP_PREFIXES) and len(words) > 1:
        return MentionKind.GROUP
    if len(words) == 1:
        return NAME_HEADS.get(words[0]) if run.before() == "the" and words[0] not in _LINKS else None
    if cut and words[cut - 1] in NAME_HEADS:
        return NAME_HEADS[words[cut - 1]]
    if words[0] in NAME_HEADS and words[0] != "international":
        return NAME_HEADS[words[0]] if cut < len(words) or NAME_HEADS[words[0]] is not MentionKind.ORGANISATION else None
    return None


def _is_placed(run: Run) -> bool:
    """Whether the words around say that the run is a place."""
    before = run.before(2) if run.before() in {"the", "of"} else run.before()
    if run.before() == "of" and before not in PLACE_BEFORE | PLACE_NOUNS:
        return False
    return before in PLACE_BEFORE or run.after() in PLACE_NOUNS


#: Words before a noun behind which a name says what that is called ("its firm, X,").
_WHOSE = frozenset({"its", "their", "his", "her"})


def _introduced(run: Run) -> MentionKind | None:
    """The kind that a noun right before the name gives, or "told", which outlets follow more often than persons."""
    noun = NOUNS_BEFORE.get(run.before())
    if noun is not None:
        return noun
    apposed = run.before() == "," and run.after() in {",", ".", ";"} and run.before(3) in _WHOSE
    if apposed and run.before(2) in NOUNS_BEFORE:
        return NOUNS_BEFORE[run.before(2)]
    told = run.before() == "told" or (run.before() == "the" and run.before(2) == "told")
    if told and len(run.words) <= 2:  # noqa: PLR2004 - longer ones are persons with their titles
        return MentionKind.MEDIA
    in_brackets = run.before() == "(" and run.after() == ")" and run.after(1) in _DASHES and run.first <= _DATELINE
    return MentionKind.MEDIA if in_brackets else None


def _is_dateline(run: Run, known: bool) -> bool:
    """Whether the run opens the text before a comma, bracket, dash or colon, in capitals or known as a place."""
    return run.first == 0 and run.after() in _AFTER_DATELINE and (known or run.text[run.start : run.end].isupper())


def _place(run: Run, gazetteer: Gazetteer) -> Candidate | None:
    """The run as a place: known and placed, known and large, or unknown but plainly placed."""
    name = run.text[run.start : run.end]
    placed = _is_placed(run)
    words = len(run.words)
    if words > 3:  # noqa: PLR2004 - longer names of places hold a head word
        return None
    known = gazetteer.find(name)
    if words == 1 and _SPEAKING.match(run.text, run.end):
        return Candidate(run.start, run.end, MentionKind.PERSON, name, rank=2)
    if _is_dateline(run, bool(known)) or (words > 1 and run.words[0] in PLACE_PREFIXES):
        return Candidate(run.start, run.end, MentionKind.PLACE, name, rank=2)
    if known and (placed or run.before() == "of" or any(place.population >= _KNOWN_PLACE for place in known)):
        rank = 2 if placed else 1
        kind = MentionKind.COUNTRY if known[0].precision is PlacePrecision.COUNTRY and " " not in name else MentionKind.PLACE
        return Candidate(run.start, run.end, kind, name, rank=rank)
    sure = run.before() in {"in", "near", "outside", "inside", "at", "from", "around"} or run.after() in PLACE_NOUNS
    if placed and sure and not _ACRONYM.fullmatch(name):
        return Candidate(run.start, run.end, MentionKind.PLACE, name)
    return None


def _by_shape(run: Run) -> Candidate | None:
    """Two or three unknown name words are a person; an acronym is an organisation."""
    words, name = run.words, run.text[run.start : run.end]
    if any(word in NAME_HEADS for word in words):
        return None
    if 2 <= len(words) <= 4 and not any(_ACRONYM.fullmatch(word) for word in name.split()):  # noqa: PLR2004 - a person's name
        arabic = any(_ARABIC_PART.match(word) or word in PARTICLES for word in words)
        shown = _APPOSITION.match(run.text, run.end) is not None
        return Candidate(run.start, run.end, MentionKind.PERSON, name, rank=2 if arabic or shown else 1)
    if len(words) == 1 and words[0] not in NOUN_HEADS and _ACRONYM.fullmatch(name) and len(name) > 2 and run.first > 0:  # noqa: PLR2004 - "US", "UN" are listed
        return Candidate(run.start, run.end, MentionKind.ORGANISATION, name)
    return None


def named_by_shape(run: Run, gazetteer: Gazetteer) -> Candidate | None:
    """Return what the run names, or ``None`` where neither its words nor those around it say."""
    if all(word in NO_NAMES for word in run.words):
        return None
    kind = None if run.words[0] in NAME_HEADS and _ranked(run.words) else _organisation(run)
    if kind is not None:
        return Candidate(run.start, run.end, kind, run.text[run.start : run.end], rank=2)
    person = _person(run)
    if person is not None:
        return person
    kind = _introduced(run)
    if kind is not None and gazetteer.country(run.text[run.start : run.end]) is None:
        return Candidate(run.start, run.end, kind, run.text[run.start : run.end], rank=2)
    if gazetteer.country(run.text[run.start : run.end]) is not None:
        return None
    return _place(run, gazetteer) or _by_shape(run)
