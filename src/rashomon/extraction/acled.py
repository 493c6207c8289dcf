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


@functools.cache
def _beginning(name: str) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return for each word the cues that begin with it: their types and their places in `cues`, so that others are not tried."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for sub, several in cues(name).items():
        for number, (cue, _) in enumerate(several):
            found[cue[0]].append((sub, number))
    return {word: tuple(several) for word, several in found.items()}


def cue_scores(text: str, name: str = "acled.yaml") -> dict[str, float]:
    """Return for each type of a list of words how strongly a text speaks of it; a word counts once, early ones more."""
    words = tuple(map(singular, plain_words(text)))
    standing = cues(name)
    spoken: dict[str, dict[int, int]] = {}
    for at, word in enumerate(words):
        for sub, number in _beginning(name).get(word, ()):
            cue, _ = standing[sub][number]
            if words[at : at + len(cue)] == cue:
                spoken.setdefault(sub, {}).setdefault(number, at)
    return defaultdict(float, {sub: _score(standing[sub], spoken.get(sub, {})) * _factors(name)[sub] for sub in standing})


def _score(cues_of: tuple[tuple[Words, float], ...], places: Mapping[int, int]) -> float:
    """Return what the cues of one type weigh together; ``places`` are their numbers and the word at which each stands first."""
    sure = weak = 0.0
    for number in sorted(places):
        _, weight = cues_of[number]
        value = weight * _FADE ** (places[number] // _STEP)
        if weight > 1:
            sure += value
        else:
            weak += value
    return sure + min(weak, _MOST_LIKELY)


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
