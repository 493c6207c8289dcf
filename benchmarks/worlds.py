"""Invented ledgers of any size, for measuring: the same seed gives the same articles, readings included.

Happenings follow each other day by day, so a larger ledger is a longer one. Groups, places and words are as unequal as in
the news: few are named everywhere, most hardly ever. One article in seven repeats another.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from benchmarks.world_pages import Happening, Page, source_of
from benchmarks.world_words import GROUPS, TOWNS, VICTIMS, Words
from rashomon.linking.contract import Source
from rashomon.model.dates import DateInterval
from rashomon.model.words import EventType, MentionKind, Status

#: Happenings that begin on each day.
PER_DAY = 14
_START = date(2014, 1, 1)
_KINDS = {
    EventType.ATTACK: ("attacked", 22),
    EventType.BOMBING: ("bombed", 18),
    EventType.AIRSTRIKE: ("struck from the air", 14),
    EventType.ARMED_CLASH: ("fought", 12),
    EventType.KILLING: ("killed", 10),
    EventType.SHELLING_OR_ROCKET: ("shelled", 8),
    EventType.SUICIDE_ATTACK: ("sent a suicide bomber against", 6),
    EventType.KIDNAPPING: ("abducted", 4),
    EventType.ARREST: ("arrested", 3),
    EventType.TERRITORY_TAKEN: ("seized ground from", 2),
    EventType.STATEMENT_OR_PROPAGANDA: ("published a message about", 1),
}
#: How often: a victim has a name, somebody dies, a main and a recalled happening have a date, an account denies, a tally or a
#: leader is told of, a recalled happening is told of once only or is one of the same group, an article repeats another.
_NAMED, _DEADLY, _DATED, _DATED_AGAIN, _DENIED, _TALLY, _LEADER, _ONCE, _SAME, _REPEATS = (
    0.2,
    0.6,
    0.8,
    0.6,
    0.03,
    0.12,
    0.05,
    0.5,
    0.5,
    1 / 7,
)


@dataclass(frozen=True, slots=True)
class Day:
    """All that is printed about one day's happenings: one capture, and the articles in it with their readings."""

    text: str
    sources: tuple[Source, ...]

    @classmethod
    def of(cls, pages: Sequence[Page]) -> "Day":
        """Return pages as one capture, one after the other."""
        text = "\n".join(page.text for page in pages)
        capture = hashlib.sha256(text.encode()).hexdigest()
        starts = accumulate((len(page.text) + 1 for page in pages), initial=0)
        return cls(
            text, tuple(source_of(page, capture, n, start) for n, (page, start) in enumerate(zip(pages, starts, strict=False)))
        )


class World:
    """An endless, invented stretch of news.

    Args:
        seed: the same gives the same.
    """

    def __init__(self, seed: int = 1) -> None:
        self._chance = Random(seed)  # noqa: S311 (chance, no secret)
        self._words = Words(self._chance)
        self._recent: list[Happening] = []
        self._pages: list[Page] = []

    def days(self) -> Iterator[Day]:
        """Yield what is printed about each day's happenings, day after day, without end."""
        day = _START
        while True:
            begun = [self._happening(day) for _ in range(PER_DAY)]
            self._recent = [*self._recent, *begun][-40 * PER_DAY :]
            told = [happening for happening in begun for _ in range(self._fame())]
            yield Day.of([self._article(one, day + timedelta(days=self._chance.choice((0, 0, 0, 1, 1, 2)))) for one in told])
            day += timedelta(days=1)

    def _often(self, share: float) -> bool:
        return self._chance.random() < share

    def _fame(self) -> int:
        """How many articles tell of a happening: mostly one, sometimes dozens."""
        return min(30, int(self._chance.paretovariate(1.5)))

    def _happening(self, day: date) -> Happening:
        kinds = list(_KINDS)
        kind = self._chance.choices(kinds, [_KINDS[kind][1] for kind in kinds])[0]
        named = self._often(_NAMED)
        patient = self._words.person() if named else self._chance.choice(VICTIMS)
        killed = int(self._chance.expovariate(0.2)) if self._often(_DEADLY) else 0
        topic = tuple(self._words.topic())
        return Happening(day, kind, self._words.one_of(GROUPS), patient, named, self._words.one_of(TOWNS), killed, topic)

    def _article(self, happening: Happening, published: date) -> Page:
        """A page on a happening: written anew, or one time in seven taken over from an earlier page."""
        outlet = self._words.one_of(self._words.outlets)
        if self._pages and self._often(_REPEATS):
            return replace(self._chance.choice(self._pages), outlet=outlet, published=published)
        page = Page(outlet, published)
        self._tell(page, happening, dated=self._often(_DATED))
        for _ in range(self._chance.choice((0, 1, 1, 2, 3, 4, 6))):
            self._tell(page, self._past(happening), dated=self._often(_DATED_AGAIN))
        if self._often(_TALLY):
            self._tally(page, happening, published)
        if self._often(_LEADER):
            page.name(person := self._words.person(), MentionKind.PERSON)
            page.say(", who leads ")
            page.name(happening.agent, MentionKind.GROUP)
            page.say(", was not heard of. ")
            page.leaders.append((person, happening.agent))
        self._pages = [*self._pages, page][-60:]
        return page

    def _past(self, happening: Happening) -> Happening:
        """Return another happening to recall: one that nobody else tells of, one of the same group, or any recent one."""
        if self._often(_ONCE):
            return self._happening(happening.day - timedelta(days=self._chance.randrange(1, 400)))
        same = [one for one in self._recent if one.agent == happening.agent]
        return self._chance.choice(same if same and self._often(_SAME) else self._recent)

    def _tell(self, page: Page, happening: Happening, *, dated: bool) -> None:
        start = len(page.text)
        page.name(happening.agent, MentionKind.GROUP)
        page.say(" ")
        trigger = page.say(_KINDS[happening.kind][0])
        page.say(" ")
        page.name(happening.patient, MentionKind.PERSON if happening.named else MentionKind.CIVILIANS, named=happening.named)
        page.say(" in ")
        page.name(happening.town, MentionKind.PLACE)
        killed = max(0, happening.killed + self._chance.choice((0, 0, 0, 0, 1, -1, 3)))
        page.say(f", and {killed} died. " if killed else ". ")
        status = Status.DENIED if self._often(_DENIED) else Status.ASSERTED
        page.told.append((happening, trigger, (start, len(page.text) - 1), status, killed, dated))
        for _ in range(self._chance.randrange(1, 5)):
            page.say(self._words.sentence(happening.topic) + " ")

    def _tally(self, page: Page, happening: Happening, published: date) -> None:
        month = DateInterval.parse((published - timedelta(days=31)).isoformat()[:7])
        page.name(happening.agent, MentionKind.GROUP)
        page.say(" counted ")
        count = self._chance.randrange(10, 90)
        span = page.say(str(count))
        page.say(f" attacks in {month}. ")
        page.tallies.append((happening.agent, count, span, month))
