"""Reads the incidents of political violence out of one report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.extraction.incidents.days import Days
from rashomon.extraction.incidents.entities import Entity, entities, of_part
from rashomon.extraction.incidents.grouping import Group, grouped
from rashomon.extraction.incidents.kinds import class_of, has_word, unnamed_weapon
from rashomon.extraction.incidents.passages import Passage, passage
from rashomon.extraction.incidents.phrases import INDIVIDUAL, INSTRUMENT, ORGANISATION, Model, Phrase, found_phrases
from rashomon.extraction.incidents.places import Places
from rashomon.extraction.incidents.splitting import split
from rashomon.extraction.incidents.tagger import Tagger
from rashomon.extraction.incidents.targets import Targets
from rashomon.extraction.incidents.values import ARSON, KIDNAPPING, Culprit, Incident, Instrument
from rashomon.extraction.lexicon import Gazetteer

_STATE, _FACT = "STATE-SPONSORED VIOLENCE", "REPORTED AS FACT"


@dataclass(frozen=True, slots=True)
class _Told:
    """A report with what is looked up in it."""

    passage: Passage
    days: Days
    places: Places
    targets: Targets


class IncidentReader:
    """Reads one report at a time: the model finds phrases, rules and lists make incidents of them.

    Args:
        model: finds the phrases.

        tagger: finds them too, word by word.

        gazetteer: the places and countries that are known.
    """

    def __init__(self, model: Model, tagger: Tagger, gazetteer: Gazetteer) -> None:
        self._model = model
        self._tagger = tagger
        self._gazetteer = gazetteer

    def read(self, text: str, published: date | None = None, origin: str | None = None) -> tuple[Incident, ...]:
        """Return the incidents of a report, none where it tells of none.

        Args:
            text: the body, in any case; blank lines part its paragraphs.

            published: the day of the dateline.

            origin: the place of the dateline.
        """
        report = passage(text)
        phrases = found_phrases(report, self._model, self._tagger)
        groups = grouped(entities(report, phrases))
        if not groups:
            return ()
        targets = Targets(report, self._gazetteer)
        told = _Told(report, Days(report, published), Places(report, self._gazetteer, origin), targets)
        return tuple(_incident(part, told) for group in groups for part in split(group, told.places))


def _incident(group: Group, told: _Told) -> Incident:
    first, last = told.days.when(group.sentences)
    spot = told.places.where(group.sentences)
    things, people = told.targets.of(group, spot)
    return Incident(
        kind=group.kind,
        stage=_stage(group),
        state=_state(group.entities),
        first=first,
        last=last,
        spot=spot,
        instruments=_instruments(group, told.passage),
        persons=tuple(Culprit(entity.names) for entity in of_part(group.entities, INDIVIDUAL)),
        organisations=tuple(Culprit(one.names, _firmness(one)) for one in of_part(group.entities, ORGANISATION)),
        things=things,
        people=people,
    )


def _firmness(organisation: Entity) -> str:
    voted = organisation.voted(lambda phrase: phrase.firmness)
    return _FACT if voted == "-" else voted


def _stage(group: Group) -> str:
    votes: dict[str, float] = {}
    for entity in group.entities:
        for phrase in entity.phrases:
            votes[phrase.stage] = votes.get(phrase.stage, 0.0) + phrase.sure
    return max(votes, key=lambda stage: (votes[stage], stage))


def _state(found: Sequence[Entity]) -> bool | None:
    """Whether a state did it, by the culprits' own words and by what the model takes them for."""
    culprits = [*of_part(found, INDIVIDUAL), *of_part(found, ORGANISATION)]
    if not culprits:
        return None
    return 2 * sum(has_word("state", one.best.text) or one.voted(_state_of) == _STATE for one in culprits) > len(culprits)


def _state_of(phrase: Phrase) -> str:
    return phrase.state


def _instruments(group: Group, report: Passage) -> tuple[Instrument, ...]:
    if group.kind in (ARSON, KIDNAPPING):
        return ()
    named = [
        Instrument(entity.names, class_of("instruments", entity.best.text)) for entity in of_part(group.entities, INSTRUMENT)
    ]
    if named:
        return tuple(named)
    told = " ".join(report.words(*report.sentences[sentence]) for sentence in group.sentences)
    kind = unnamed_weapon(group.kind, told)
    return (Instrument((), kind),) if kind else ()
