"""Say which of ACLED's sub-event types a report tells of first of all: the words of the report, weighed with its reading."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rashomon.extraction.coder_words import Words, coder_list, singular
from rashomon.extraction.phrases import plain_words
from rashomon.lists.schemes import load_schemes
from rashomon.model.reading import Account, Reading
from rashomon.model.words import EventType, MentionKind, Role

_WEIGHTS = {"sure": 3.0, "likely": 1.0}
#: What the first account of the reading weighs, and how words further on count less, by sentence-long steps of so many words.
_READING, _STEP, _FADE = 2.5, 25, 0.85
#: How much of a type's "likely" words count together.
_MOST_LIKELY = 3.0


@functools.cache
def cues(name: str = "acled.yaml") -> Mapping[str, tuple[tuple[Words, float], ...]]:
    """Return the words of each type with their weights."""
    return {
        sub: tuple(
            (tuple(map(singular, plain_words(cue))), weight) for strength, weight in _WEIGHTS.items() for cue in lists[strength]
        )
        for sub, lists in coder_list(name).items()
    }


@functools.cache
def _factors(name: str) -> Mapping[str, float]:
    return {sub: float(lists.get("weight", 1.0)) for sub, lists in coder_list(name).items()}


def cue_scores(text: str, name: str = "acled.yaml") -> dict[str, float]:
    """Return for each type of a list of words how strongly a text speaks of it; a word counts once, early ones more."""
    words = tuple(map(singular, plain_words(text)))
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    scores: defaultdict[str, float] = defaultdict(float)
    for sub, found in cues(name).items():
        weak = 0.0
        for cue, weight in found:
            first = next((at for at in places.get(cue[0], ()) if words[at : at + len(cue)] == cue), None)
            if first is None:
                continue
            value = weight * _FADE ** (first // _STEP)
            if weight > 1:
                scores[sub] += value
            else:
                weak += value
        scores[sub] = (scores[sub] + min(weak, _MOST_LIKELY)) * _factors(name)[sub]
    return scores


def account_type(reading: Reading, account: Account) -> str | None:
    """Return the sub-event type of one account, by its type and the kinds of its agents and patients."""
    agents, patients = (_kinds(reading, account.keys(role)) for role in (Role.AGENT, Role.PATIENT))
    found = load_schemes().acled(account.type, agents, patients)
    return found.sub_event_type if found is not None else None


def _kinds(reading: Reading, keys: Iterable[str]) -> list[MentionKind]:
    return [mentions[0].kind for key in keys if (mentions := reading.entity(key))]


def sub_event_scores(text: str, reading: Reading) -> dict[str, float]:
    """Return how strongly a report speaks of each sub-event type: its words, and the accounts of its reading."""
    scores = defaultdict(float, cue_scores(text))
    told = [account for account in reading.accounts if account.type is not EventType.OTHER]
    for number, account in enumerate(told[:3]):
        sub = account_type(reading, account)
        if sub is not None:
            scores[sub] += _READING / (number + 1)
    return scores
