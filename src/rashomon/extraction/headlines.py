"""Take a headline or the first sentence of a report apart: whom it is about, and what it says of them."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.phrases import Form, verb_forms, word_set, words_of
from rashomon.text.tokens import Token, tokens

#: The fewest words of an answer before a word that only opens a circumstance may end it.
_FEWEST = 2
_TOPIC = frozenset({":", "|", "–", "—"})
_SPEAKERS = frozenset({"i", "we", "you", "what", "why", "how", "who", "it", "my", "our"})
_MARKS = frozenset({",", ";", ":", ".", "!", "?", "|", "–", "—", "...", "(", ")"})


@dataclass(frozen=True, slots=True)
class Headline:
    """A sentence in two parts; offsets in the text it stands in.

    Args:
        who: whom it is about; ``None`` where it begins with its verb.

        what: the verb and what belongs to it, without circumstances.

        rest: the circumstances that follow.
    """

    who: tuple[int, int] | None
    what: tuple[int, int]
    rest: tuple[int, int] | None


@functools.cache
def _verbs() -> dict[str, Form]:
    """Every form of the verbs that headlines use, events and statements among them."""
    listed = set(words_of("headlines.yaml")["verbs"])
    for lists in words_of("triggers.yaml").values():
        listed |= {verb.split(" ")[0] for verb in lists.get("verbs", ())}
    listed |= {verb.split(" ")[0] for verbs in words_of("cues.yaml")["verbs"].values() for verb in verbs}
    forms: dict[str, Form] = {}
    for verb in sorted(listed):
        forms |= verb_forms(verb)
    return forms


def headline(text: str, start: int, end: int) -> Headline | None:
    """Return the parts of the sentence between the offsets, ``None`` where it has no verb.

    >>> text = "Harbour crash: Rebels storm port city after talks fail"
    >>> found = headline(text, 0, len(text))
    >>> [text[a:b] for a, b in (found.who, found.what, found.rest)]
    ['Rebels', 'storm port city', 'after talks fail']
    """
    cut = tokens(text, start, end)
    verb = _verb(cut)
    if verb is None:
        return None
    first = max((n + 1 for n in range(verb) if cut[n].text in _TOPIC), default=0)
    close = _close(cut, verb)
    rest = (cut[close].start, cut[-1].end) if close < len(cut) else None
    return Headline(_subject(cut, first, verb), (cut[verb].start, cut[close - 1].end), rest)


def _verb(cut: Sequence[Token]) -> int | None:
    """Index of the first word that is a verb in its place; one after a colon before one in front of it."""
    found = [n for n in range(len(cut)) if _is_verb(cut, n)]
    topic = max((n for n, token in enumerate(cut[:-1]) if token.text in _TOPIC and not _is_speech(cut[n + 1])), default=-1)
    return next((n for n in found if n > topic + 1), found[0] if found else None)


def _is_speech(token: Token) -> bool:
    """Whether a word behind a colon begins what somebody says and not what happened."""
    return not token.is_word or token.text.lower() in _SPEAKERS


def _is_verb(cut: Sequence[Token], n: int) -> bool:
    word = cut[n].text.lower()
    before = cut[n - 1].text.lower() if n else ""
    form = _verbs().get(word)
    if n and word in word_set("headlines.yaml", "predicates"):
        return True
    if (
        n == 0
        or before in _SPEAKERS
        or word in word_set("headlines.yaml", "nouns")
        or before in word_set("headlines.yaml", "before_no_verb") | _MARKS
    ):
        return False
    if word in word_set("headlines.yaml", "auxiliaries"):
        return word not in {"'s", "being", "be"}
    if form is None or form == Form.GERUND:
        return False
    if form == Form.BASE:
        joined = any(token.text.lower() == "and" for token in cut[max(0, n - 4) : n])
        return (before.endswith("s") or joined or before in {"people", "police", "men", "women"}) and cut[n].text[0].islower()
    return True


def _subject(cut: Sequence[Token], first: int, verb: int) -> tuple[int, int] | None:
    """The words before the verb without adverbs, quotation marks and what a comma sets apart."""
    last = verb
    while last > first and (cut[last - 1].text.lower() in word_set("headlines.yaml", "adverbs") or not cut[last - 1].is_word):
        last -= 1
    while first < last and not cut[first].is_word:
        first += 1
    return (cut[first].start, cut[last - 1].end) if first < last else None


def _close(cut: Sequence[Token], verb: int) -> int:
    """Index of the first word behind what is said of the subject."""
    for n in range(verb + 1, len(cut)):
        word = cut[n].text.lower()
        if word in word_set("headlines.yaml", "closers") or (cut[n].text in _MARKS and n > verb + 1):
            return n
        if n - verb >= _FEWEST and word in word_set("headlines.yaml", "places"):
            return n
    return len(cut)
