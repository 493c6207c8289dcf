"""Accounts as they are kept for comparing: all that likeness looks at, and nothing of their words."""

import json
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from rashomon.linking.events.tellings import Side, Telling
from rashomon.linking.sources.roots import Origin
from rashomon.linking.stories.stories import Rarities, Terms
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Filler
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, Role, RootKind, Status

#: Stands where nobody asks: likeness looks at no root.
_NO_ORIGIN = Origin(RootKind.OUTLET, "")
#: Dates that are remembered as they were read.
_HELD = 4096


def kept(terms: Terms, told: Iterable[Telling]) -> str:
    """Return the accounts of one article, and the terms of its story, as one line of text."""
    listed = list(told)
    published = listed[0].published.toordinal() if listed and listed[0].published is not None else None
    plain = (sorted(terms.names), sorted(terms.words), published, [_plain(one) for one in listed])
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _plain(one: Telling) -> list[Any]:
    account = one.account
    sides = [[[actor.id for actor in side.actors], sorted(side.words)] for side in (one.agents, one.patients)]
    dates = [_text(account.date), _text(one.when)]
    tolls = [_text(value) for value in (account.killed, account.injured, one.many)]
    marks = [one.firm, one.again, one.headline, one.lead]
    words = [sorted(one.words), sorted(one.spots), sorted(one.called)]
    fillers = [(filler.role.value, filler.key) for filler in account.fillers]
    return [
        one.id,
        account.type.value,
        account.status.value,
        *sides,
        [place.id for place in one.places],
        *dates,
        *tolls,
        *marks,
        *words,
        fillers,
    ]


def _text(value: DateInterval | Range | None) -> str | None:
    return None if value is None else str(value)


class Reviving:
    """Makes accounts of what was kept of them; who and where they tell of must be known.

    Args:
        actor, place: give an actor and a place by id.

        rarities: how rare terms are.
    """

    def __init__(self, actor: Callable[[str], Actor], place: Callable[[str], Place], rarities: Rarities) -> None:
        self._actor = actor
        self._place = place
        self._rarities = rarities
        self._date = lru_cache(maxsize=_HELD)(DateInterval.parse)

    def told(self, article_id: str, line: str, wanted: Container[str]) -> Iterator[Telling]:
        """Yield some accounts of one article. They serve for comparing: their words and roots are not there.

        Args:
            article_id: of the article.

            line: what was kept of its accounts.

            wanted: ids of the accounts.
        """
        names, words, published, listed = json.loads(line)
        story = self._rarities.story(Terms(frozenset(names), frozenset(words)))
        day = None if published is None else date.fromordinal(published)
        for plain in (one for one in listed if one[0] in wanted):
            account, when, many = self._account(article_id, plain)
            yield Telling(
                id=plain[0],
                account=account,
                origin=_NO_ORIGIN,
                agents=self._side(*plain[3]),
                patients=self._side(*plain[4]),
                places=tuple(map(self._place, plain[5])),
                published=day,
                many=many,
                when=when,
                firm=plain[11],
                again=plain[12],
                words=frozenset(plain[15]),
                spots=frozenset(plain[16]),
                story=story,
                headline=plain[13],
                lead=plain[14],
                called=frozenset(plain[17]),
            )

    def _account(self, article_id: str, plain: list[Any]) -> tuple[Account, DateInterval | None, Range | None]:
        """Return an account, the days it may have happened on, and how many happenings it sums up."""
        nowhere = EvidenceSpan(article_id, 0, 0)
        told, when = (None if text is None else self._date(text) for text in plain[6:8])
        killed, injured, many = (None if text is None else Range.parse(text) for text in plain[8:11])
        account = Account(
            EventType(plain[1]),
            Status(plain[2]),
            nowhere,
            nowhere,
            tuple(Filler(Role(role), key, nowhere) for role, key in plain[18]),
            date=told,
            killed=killed,
            injured=injured,
            kept=plain[0],
        )
        return account, when, many

    def _side(self, actor_ids: list[str], words: list[str]) -> Side:
        return Side(tuple(map(self._actor, actor_ids)), frozenset(words))
