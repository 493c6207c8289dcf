"""Give each act of a sentence its CAMEO code: by the words around it, by what it does to another act, by its mood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.coder_acts import Act
from rashomon.extraction.coder_frames import framed, is_cooperation, root
from rashomon.extraction.coder_matching import best_pattern, reach_of
from rashomon.extraction.coder_words import NO_CODE, Manner, Pattern, Sense, Words, coder_list, ended_code, noun_manners, stems
from rashomon.extraction.phrases import Form

#: How far behind an operator its content may begin.
_CONTENT_REACH = 16
#: How soon behind an operator "to" stands where its content says more than the words of a pattern.
_AT_ONCE = 3
#: How far behind a noun its content may begin.
_NOUN_REACH = 8
#: How close behind "announce" a noun stands that says what is done by announcing it.
_CARRIED = 4
#: What bringing back relations or talks is, by root.
_RESTORED = {"04": "046", "05": "050", "06": "050"}
_FINITE = (Form.PAST, Form.THIRD)
#: The manners that frame another act, the first that a verb has counts.
_FRAMES = (
    Manner.CONSIDER,
    Manner.THREATEN,
    Manner.REJECT,
    Manner.ACCUSE,
    Manner.DEMAND,
    Manner.APPEAL,
    Manner.AGREE,
    Manner.VOW,
    Manner.SUPPORT,
    Manner.INVESTIGATE,
)


@dataclass(frozen=True, slots=True)
class Coded:
    """An act with its code; ``content`` is the index of the act it is said of, ``weight`` how sure the words are.

    ``back`` is the code that holds from target to source, where the act is one of both ("met"); ``deed`` is the code as if
    it were done, where ``code`` says that it will, must or will not be.
    """

    act: Act
    code: str | None
    weight: float
    content: int | None = None
    back: str | None = None
    deed: str | None = None


def code_acts(sentence: Sentence, acts: Sequence[Act]) -> tuple[Coded, ...]:
    """Return the acts with their codes, in their order; an act that names no event has the code ``None``."""
    normal = stems(sentence.words)
    found: list[Coded] = []
    for number in range(len(acts) - 1, -1, -1):
        found.insert(0, _coded(sentence, normal, acts, number, found))
    return tuple(found)


def _coded(sentence: Sentence, normal: Words, acts: Sequence[Act], number: int, later: Sequence[Coded]) -> Coded:
    act = acts[number]
    if act.sense is None:
        return _noun(normal, acts, number, later)
    code, weight, content = _meaning(_verb(sentence, normal, acts, number, later))
    code, _, back = (code or "").partition(":")
    if not code:
        return Coded(act, None, 0.0, content)
    return _in_mood(act, code, weight, content, back or None)


def _noun(normal: Words, acts: Sequence[Act], number: int, later: Sequence[Coded]) -> Coded:
    """Return a noun's act: ended by the noun before it, or framing the act behind it, where it does."""
    act = acts[number]
    before = normal[max(0, act.first - 4) : act.first]
    enders = [at for at, word in enumerate(before) if word in coder_list("acts.yaml")["noun_enders"]]
    if enders and any(word in ("of", "to", "in", "on") for word in before[enders[-1] :]):
        ended = ended_code(act.code or "")
        return Coded(act, ended or act.code, 1.2, deed=ended or act.code)
    manner = noun_manners().get(normal[act.first]) if act.last == act.first + 1 else None
    inner = later[0] if later and manner is not None else None
    if manner is None or inner is None or inner.code is None or inner.act.first > act.last + _NOUN_REACH:
        return Coded(act, act.code, 1.0, deed=act.code)
    code = framed(manner, inner.code)
    return Coded(act, code, 1.3, number + 1, deed=code)


def _in_mood(act: Act, code: str, weight: float, content: int | None, back: str | None) -> Coded:
    """Return the act's code as its modal and negation change it."""
    if act.negated:
        if is_cooperation(code):
            return Coded(act, framed(Manner.REJECT, code), weight, content)
        if root(code) >= 12:  # noqa: PLR2004 - what is not refused, threatened or done
            return Coded(act, None, 0.0, content)
    changed = code
    if act.modal == "must" and (is_cooperation(code) or root(code) == 1):
        changed = framed(Manner.DEMAND, code)
    elif act.modal == "will" and is_cooperation(code):
        changed = framed(Manner.AGREE, code)
    elif act.modal == "will" and root(code) >= 14:  # noqa: PLR2004 - deeds
        changed = framed(Manner.THREATEN, code)
    return Coded(act, changed, weight, content, back, code)


@dataclass(frozen=True, slots=True)
class _Verb:
    """What is seen around a verb: the pattern that fits, the act it is about, the noun right behind it.

    ``at_once`` says that the act it is about follows as an infinitive ("offered to send"); ``inner`` is that act's code.
    """

    act: Act
    sense: Sense
    pattern: Pattern | None
    content: int | None
    at_once: bool
    inner: str | None
    near: Act | None

    @property
    def fitting(self) -> str | None:
        """The code of the pattern, where it has one."""
        return self.pattern.code if self.pattern is not None and self.pattern.code != NO_CODE else None


def _verb(sentence: Sentence, normal: Words, acts: Sequence[Act], number: int, later: Sequence[Coded]) -> _Verb:
    act = acts[number]
    assert act.sense is not None
    limit = reach_of(sentence, acts, number)
    content = _content(sentence.words, acts, number, later)
    at_once = content is not None and acts[content].infinitive and acts[content].group <= act.last + _AT_ONCE
    inner = later[content - number - 1].code if content is not None else None
    pattern = best_pattern(act.sense.patterns, normal, act, limit)
    return _Verb(act, act.sense, pattern, content, at_once, inner, _noun_near(acts, number, limit, later))


#: Code, weight and content of a verb.
_Meaning = tuple[str | None, float, int | None]


def _by_own_pattern(verb: _Verb) -> _Meaning | None:
    if verb.pattern is None or not verb.pattern.ours or (verb.at_once and verb.act.has(*_FRAMES)):
        return None
    return verb.pattern.code, 3.0, None


def _by_saying(verb: _Verb) -> _Meaning | None:
    """Announcing it does what a noun right behind says; what else is said is told by its own verb."""
    if not verb.act.has(Manner.SAY):
        return None
    if verb.act.has(Manner.CARRY) and verb.near is not None and verb.near.first <= verb.act.last + _CARRIED:
        return verb.near.code, 2.6, None
    return (None, 0.0, verb.content) if verb.content is not None else None


def _by_noun(verb: _Verb) -> _Meaning | None:
    """End or restore what the noun behind the verb names."""
    code = verb.near.code if verb.near is not None else None
    if code is None:
        return None
    if verb.act.has(Manner.END) and (ended := ended_code(code)) is not None:
        return ended, 2.8, None
    if verb.act.has(Manner.RESTORE) and code[:2] in _RESTORED:
        return _RESTORED[code[:2]], 2.8, None
    return None


def _by_frame(verb: _Verb) -> _Meaning | None:
    """Agree to, demand, reject or threaten what the content names."""
    manner = next((manner for manner in _FRAMES if verb.act.has(manner)), None)
    if manner is None:
        return None
    code = framed(manner, verb.inner)
    others = (verb.sense.code, verb.fitting) if verb.inner is None else ()
    return next((other for other in others if other is not None and other[:2] == code[:2]), code), 2.5, verb.content


def _by_carrying(verb: _Verb) -> _Meaning | None:
    if verb.act.has(Manner.CARRY) and verb.near is not None and verb.near.code is not None:
        return verb.near.code, 2.6, None
    return ("010", 0.3, verb.content) if verb.act.has(Manner.SAY) else None


def _by_pattern(verb: _Verb) -> _Meaning | None:
    """Read a pattern of the large list, where it does not contradict what we know of the verb."""
    known = (verb.sense.code if verb.sense.ours else None) or ""
    if verb.pattern is None or not verb.pattern.code.startswith(known.rstrip("0")):
        return None
    return verb.fitting, 2.3, None


_READINGS = (_by_own_pattern, _by_saying, _by_noun, _by_frame, _by_carrying, _by_pattern)


def _meaning(verb: _Verb) -> _Meaning:
    """Return code, weight and content of a verb, its mood left aside: the first reading that says something."""
    for reading in _READINGS:
        found = reading(verb)
        if found is not None:
            return found
    return verb.sense.code, 2.2 if verb.sense.ours else 1.6, None


def _noun_near(acts: Sequence[Act], number: int, limit: int, later: Sequence[Coded]) -> Act | None:
    """Return the noun act right behind the verb, with the code it has there; ``None`` where another verb comes first."""
    if number + 1 >= len(acts) or acts[number + 1].first >= limit or not acts[number + 1].noun:
        return None
    return replace(acts[number + 1], code=later[0].code)


def _goes_on(words: Sequence[str], act: Act, other: Act) -> bool:
    """Whether a verb stands beside another in one clause ("condemned it and promised aid"), not in what that says."""
    if other.noun or other.form not in _FINITE or other.group == 0 or act.has(Manner.SAY):
        return False
    return words[other.group - 1] in ("and", "but") and "that" not in words[act.last : other.first]


def _content(words: Sequence[str], acts: Sequence[Act], number: int, later: Sequence[Coded]) -> int | None:
    """Return the index of the act that an operator is about: the next one with a code, a verb before a noun in its reach."""
    act = acts[number]
    fallback: int | None = None
    for index in range(number + 1, len(acts)):
        other = acts[index]
        if other.first > act.last + _CONTENT_REACH or other.depth > act.depth + 1 or _goes_on(words, act, other):
            break
        if later[index - number - 1].code is None:
            continue
        if not other.noun and (later[index - number - 1].code or "")[:2] != "01":
            return index
        if fallback is None:
            fallback = index
    return fallback
