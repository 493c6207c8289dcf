"""How much two accounts look like one happening."""

import math

from rashomon.linking.events.barring import foremost
from rashomon.linking.events.kinds import VAGUE
from rashomon.linking.events.tellings import Side, Telling
from rashomon.linking.events.whens import same_time
from rashomon.linking.events.wheres import same_place
from rashomon.linking.features import SILENT, Comparison, Feature, Weighed, bounded, weigh
from rashomon.model.ranges import Range
from rashomon.model.words import EventType, Role

#: Pairs below this are two happenings. Set on the training part of annotated reporting, with the weights below.
MERGE_AT = 0.55
#: The same within one article, where whoever read it has already told happenings apart.
MERGE_BESIDE = 0.85
#: Likeness of two articles that may be chance, and how much more makes them one story.
_CHANCE = 0.04
_STORY = 0.2
#: The logarithm of about three years in days.
_LONG = 7.0
#: Equal tolls from here on are hardly chance.
_TELLING = 3
#: What an article may give two accounts the same of.
_SHARED = (Role.AGENT, Role.PATIENT)
_DEADLY = frozenset({EventType.KILLING, EventType.ASSASSINATION})
_FORMAL = frozenset({EventType.APPOINTMENT, EventType.DESIGNATION_OR_SANCTION})


def same_type(one: Telling, other: Telling) -> Comparison:
    """The two tell of the same kind of happening."""
    ours, theirs = one.account.type, other.account.type
    if ours == theirs:
        return Comparison(0.4 if ours == EventType.OTHER else 1.0, lambda: f"both tell of {ours}")
    vague = ours in VAGUE or theirs in VAGUE
    return Comparison(0.7 if vague else 0.5, lambda: f"{ours} and {theirs} may be one")


def _sides(ours: Side, theirs: Side, what: str) -> Comparison:
    shared = ours.ids & theirs.ids
    if shared:
        said = (actor.name for actor in ours.actors if actor.id in shared)
        return Comparison(1.0 if shared & ours.persons else 0.7, lambda: f"{', '.join(sorted(said))} {what} in both")
    if ours.names & theirs.names:
        return Comparison(0.5, lambda: f"those who are {what} belong together: {', '.join(sorted(ours.names & theirs.names))}")
    if ours.sorts & theirs.sorts:
        score = 0.4 if ours.words & theirs.words else 0.3
        return Comparison(score, lambda: f"{', '.join(sorted(ours.sorts & theirs.sorts))} {what} in both")
    if ours.sounds & theirs.sounds:
        return Comparison(0.6, lambda: f"names of one sound are {what} in both")
    if ours.actors and theirs.actors:
        return Comparison(-0.7 if ours.listed and theirs.listed else -0.2, lambda: f"others are {what}")
    return SILENT


def same_victims(one: Telling, other: Telling) -> Comparison:
    """It is done to the same."""
    return _sides(one.patients, other.patients, "concerned")


def same_actors(one: Telling, other: Telling) -> Comparison:
    """It is done by the same."""
    return _sides(one.agents, other.agents, "acting")


def _toll(ours: Range | None, theirs: Range | None) -> float:
    if ours is None or theirs is None:
        return 0.0
    if ours == theirs:
        return 1.0 if (ours.low or 0) >= _TELLING else 0.5
    if ours.overlaps(theirs):
        return 0.4
    low, high = sorted((ours.low or ours.high or 0, theirs.low or theirs.high or 0))
    return -0.6 if high > 3 * max(low, 1) else 0.0


def same_toll(one: Telling, other: Telling) -> Comparison:
    """The two give like numbers of dead and wounded."""
    scores = (_toll(one.account.killed, other.account.killed), _toll(one.account.injured, other.account.injured))
    total = max(-1.0, min(1.0, sum(scores)))
    return Comparison(total, "the tolls agree" if total > 0 else "the tolls are far apart") if total else SILENT


def same_words(one: Telling, other: Telling) -> Comparison:
    """The two are told in the same words."""
    shared = one.words & other.words
    share = len(shared) / max(1, min(len(one.words), len(other.words)))
    if len(shared) == 1 or not share:
        return SILENT
    return Comparison(min(1.0, share / 0.6), lambda: f"both say {', '.join(sorted(shared)[:6])}")


def same_trigger(one: Telling, other: Telling) -> Comparison:
    """The two call it the same."""
    shared = one.called & other.called
    return Comparison(1.0, lambda: f"both call it {', '.join(sorted(shared))}") if shared else SILENT


def same_story(one: Telling, other: Telling) -> Comparison:
    """The two articles speak of the same names and things, rare ones above all."""
    if one.account.article_id == other.account.article_id:
        return SILENT
    likeness = one.story.likeness(other.story)
    if likeness < _CHANCE:
        return SILENT
    return Comparison(min(1.0, (likeness - _CHANCE) / _STORY), lambda: f"the articles share {likeness:.0%} of what they speak of")


def both_told_first(one: Telling, other: Telling) -> Comparison:
    """Both are in the titles of their articles; or articles of the same weeks tell both before all else, and not of two days."""
    if one.headline and other.headline:
        return Comparison(1.0, "both articles bear it in their titles")
    other_days = one.day is not None and other.day is not None and one.day != other.day
    return Comparison(0.8, "both articles tell it before all else") if foremost(one, other) and not other_days else SILENT


def same_keys(one: Telling, other: Telling) -> Comparison:
    """One article gives the two the same doer or victim, whether or not anybody knows who that is."""
    if one.account.article_id != other.account.article_id:
        return SILENT
    shared = [role for role in _SHARED if not frozenset(one.account.keys(role)).isdisjoint(other.account.keys(role))]
    return (
        Comparison(min(1.0, 0.5 * len(shared)), lambda: f"the article gives both the same {', '.join(shared)}")
        if shared
        else SILENT
    )


def printed_near(one: Telling, other: Telling) -> Comparison:
    """The two articles are of one time; what is printed later is more often something else."""
    if one.published is None or other.published is None:
        return SILENT
    days = abs((one.published - other.published).days)
    return Comparison(-min(1.0, math.log1p(days) / _LONG), lambda: f"the articles are {days} days apart") if days else SILENT


def once_only(one: Telling, other: Telling) -> Comparison:
    """It is done to somebody to whom it is done but once: killed, appointed, listed; or a place is taken by the same."""
    kinds = {one.account.type, other.account.type}
    if kinds <= _DEADLY and one.patients.persons & other.patients.persons:
        return Comparison(1.0, "nobody is killed twice")
    if len(kinds) == 1 and kinds <= _FORMAL and one.patients.ids & other.patients.ids:
        apart = one.agents.actors and other.agents.actors and not one.agents.names & other.agents.names
        return SILENT if apart else Comparison(0.8, "who is appointed or listed is seldom so twice")
    if kinds == {EventType.TERRITORY_TAKEN} and one.agents.names & other.agents.names:
        if one.spots & other.spots:
            return Comparison(0.7, "the same take the same place")
        if one.patients.ids & other.patients.ids and not (one.spots and other.spots):
            return Comparison(0.5, "the same take from the same")
    return SILENT


FEATURES: tuple[Feature[Telling, Telling], ...] = (
    Feature(same_type, 0.25),
    Feature(same_time, 0.36),
    Feature(same_place, 0.2),
    Feature(same_victims, 0.12),
    Feature(same_actors, 0.16),
    Feature(same_toll, 0.16),
    Feature(same_words, 0.08),
    Feature(same_trigger, 0.05),
    Feature(same_story, 0.28),
    Feature(both_told_first, 0.24),
    Feature(printed_near, 0.2),
    Feature(once_only, 0.15),
    Feature(same_keys, 0.2),
)
#: What any two bombings of one day have; alone it makes no happening, unless their articles tell one story at least a little.
_GENERAL = frozenset({"same_type", "same_time", "same_trigger", "both_told_first", "printed_near"})
#: What place, victims, actors, toll and words must bring at least.
_PARTICULAR = 0.1
#: From here on (score of `same_story`) two articles tell one story at least a little.
_AKIN = 0.05


def affinity(one: Telling, other: Telling) -> Weighed:
    """Return how much two accounts look like one happening, and why; whether they may be one is not asked here."""
    return Weighed(likeness(one, other), weigh(FEATURES, one, other).reasons)


#: The features with what those after each can still add; those that take longest come last.
_SLOW = (same_words, same_story)
_ORDERED = sorted(FEATURES, key=lambda feature: feature.compare in _SLOW)
_STEPS = tuple((one, sum(after.weight for after in _ORDERED[at:]), one.name in _GENERAL) for at, one in enumerate(_ORDERED, 1))
#: What the sum of so many fractions may be off by.
_SLIP = 1e-6


def likeness(one: Telling, other: Telling, least: float = 0.0) -> float:
    """Return the score of `affinity` alone, without the words for it; 0 as soon as it is plain that it stays below ``least``.

    Accounts that agree in type, time and the word for it only, in articles of two stories, stay below `MERGE_AT`, and so do
    accounts of two types one of which says neither who, where, when nor how many.
    """
    total = particular = 0.0
    akin = False
    for feature, left, general in _STEPS:
        found = feature.compare(one, other).score
        if found:
            total += feature.weight * found
            particular += 0.0 if general else round(feature.weight * found, 4)
            akin = akin or (feature.compare is same_story and found >= _AKIN)
        if total + left < least - _SLIP:
            return 0.0
    hollow = one.account.type != other.account.type and (one.hollow or other.hollow)
    return bounded(total if (akin or particular >= _PARTICULAR) and not hollow else min(total, MERGE_AT - _PARTICULAR))
