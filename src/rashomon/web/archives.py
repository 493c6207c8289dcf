"""The archive of a topic: its events under the day or week they began in, each told in sentences that lead to their words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rashomon.exports.briefs.contract import Said
from rashomon.exports.briefs.telling import event_sentences
from rashomon.exports.briefs.words import Frames
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.dates import DateInterval
from rashomon.store.search.telling import ToldEvent
from rashomon.web.addresses import words_address


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the addresses of the words that say it."""

    text: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of a topic's archive."""

    told: ToldEvent
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The events of one day or week; ``begins`` is ``None`` for events without a date."""

    begins: date | None
    tellings: tuple[Telling, ...]


def archive(told: Iterable[ToldEvent], say: Catalogue, *, weekly: bool) -> list[Stretch]:
    """Return the events in their order, under the day or the week (from Monday) that they began in."""
    frames = Frames(say)

    def begins(one: ToldEvent) -> date | None:
        day = _day(one.line.date)
        return day - timedelta(days=day.weekday()) if weekly and day is not None else day

    return [Stretch(day, tuple(_telling(one, frames) for one in several)) for day, several in groupby(told, key=begins)]


def _telling(told: ToldEvent, frames: Frames) -> Telling:
    return Telling(told, tuple(_sentence(said) for said in event_sentences(told, frames)))


def _sentence(said: Said) -> Sentence:
    where = (words_address(one.article_id, one.start, one.end) for one in said.grounds)
    return Sentence(said.text, tuple(dict.fromkeys(where)))


def _day(stored: str | None) -> date | None:
    days = None if stored is None else DateInterval.parse(stored)
    return None if days is None else days.first or days.last
