"""What the accounts of one happening say together: every value with its support, nothing averaged away."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from rashomon.linking.cast import Cast
from rashomon.linking.events.kinds import VAGUE
from rashomon.linking.events.naming import Naming
from rashomon.linking.events.stating import status_of
from rashomon.linking.events.tellings import Telling
from rashomon.linking.events.titles import title
from rashomon.linking.families import words_in
from rashomon.linking.quantity import sort_of_word
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import DateSupport, Event, NameSupport, RangeSupport
from rashomon.model.ranges import Range
from rashomon.model.reading import Figure
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, NumberKind, PlacePrecision, Role, Status

Value = TypeVar("Value")
#: Characters between a number and a part of it.
_PART = 80


def tolls(telling: Telling, figures: Mapping[str, tuple[Figure, ...]], kind: NumberKind) -> tuple[Range, ...]:
    """Return the numbers of killed or injured that an account gives: its own, then those of its figures.

    Of numbers of one sentence and one source, a smaller one behind the account's own is a part ("31 died, 19 of them rebels").
    """
    counted = figures.get(telling.id, ())
    own, span = _own(telling, kind)
    whole = next((figure for figure in counted if figure.span == span), None)
    values = [] if own is None else [own]
    values += [one.value for one in counted if one.kind == kind and (whole is None or not _is_part(one, whole))]
    return tuple(dict.fromkeys(values))


def _own(telling: Telling, kind: NumberKind) -> tuple[Range | None, EvidenceSpan | None]:
    """An account's own number of killed or injured, and where it stands."""
    account = telling.account
    return (account.killed, account.killed_span) if kind == NumberKind.KILLED else (account.injured, account.injured_span)


def _is_part(figure: Figure, whole: Figure) -> bool:
    """Whether a figure stands close behind a greater one of the same source, as a part of it does."""
    behind = 0 < figure.span.start - whole.span.end < _PART and figure.source == whole.source
    return behind and (figure.value.high or 0) < (whole.value.low or 0)


def _named(found: list[tuple[str, tuple[str, ...]]]) -> tuple[NameSupport, ...]:
    return tuple(NameSupport(value, accounts) for value, accounts in found)


def _counted(found: list[tuple[Range, tuple[str, ...]]]) -> tuple[RangeSupport, ...]:
    return tuple(RangeSupport(value, accounts) for value, accounts in found)


class EventMaker:
    """Makes events of groups of accounts.

    Args:
        cast: who and where the keys are.

        figures: those that belong to accounts, by account.

        explaining: accounts that only give one of several rival explanations; what they tell leads nothing.

        copied: accounts of copies; what only they still tell comes after what their original tells.
    """

    def __init__(
        self,
        cast: Cast,
        figures: Mapping[str, tuple[Figure, ...]],
        explaining: frozenset[str] = frozenset(),
        copied: frozenset[str] = frozenset(),
    ) -> None:
        self._explaining = explaining
        self._copied = copied
        self._cast = cast
        self._figures = figures
        self._naming = Naming(cast, copied)

    def make(self, group: tuple[Telling, ...]) -> Event:
        """Return the event that these accounts tell."""
        types = self._supported(group, lambda telling: (telling.account.type,), lambda kind: kind in VAGUE, self._explaining)
        leading = tuple(telling for telling in group if telling.id not in self._explaining) or group
        status = Status.DISPUTED if leading != group else status_of(telling.account.status for telling in group)
        killed = self._tolls(group, NumberKind.KILLED)
        injured = self._tolls(group, NumberKind.INJURED)
        firm = [telling for telling in group if telling.firm and telling.account.date is not None]
        dates = self._supported(
            firm or group, lambda telling: () if telling.account.date is None else (telling.account.date,), _width
        )
        places = self._supported(group, lambda telling: (place.id for place in telling.places), self._wide)
        agents = self._supported(group, lambda telling: (actor.id for actor in telling.agents.actors), aside=self._explaining)
        patients = self._supported(group, lambda telling: (actor.id for actor in telling.patients.actors), aside=self._explaining)
        return Event(
            type=types[0][0],
            status=status,
            title=self._title(leading, types[0][0], status, killed[0][0] if killed else None, places[0][0] if places else None),
            accounts=tuple(telling.id for telling in sorted(group, key=_by_article)),
            roots=tuple(sorted({telling.origin.root_id for telling in group})),
            types=_named([(str(kind), accounts) for kind, accounts in types]),
            statuses=_named(self._supported(group, lambda telling: (str(telling.account.status),))),
            dates=tuple(DateSupport(value, accounts) for value, accounts in dates),
            places=_named(places),
            agents=_named(agents),
            patients=_named(patients),
            killed=_counted(killed),
            injured=_counted(injured),
            happenings=_counted(self._supported(group, lambda telling: () if telling.many is None else (telling.many,))),
            concerned=tuple(sorted({sort for telling in group for sort in self._concerned(telling)})),
        )

    def _tolls(self, group: tuple[Telling, ...], kind: NumberKind) -> list[tuple[Range, tuple[str, ...]]]:
        """The numbers of killed or injured; where nothing else decides, those that accounts lead with come first."""
        leading = {_own(telling, kind)[0] for telling in group}
        return self._supported(group, lambda telling: tolls(telling, self._figures, kind), lambda value: value not in leading)

    def _supported(
        self,
        tellings: Iterable[Telling],
        values: Callable[[Telling], Iterable[Value]],
        rank: Callable[[Value], int] = lambda _: 0,
        aside: frozenset[str] = frozenset(),
    ) -> list[tuple[Value, tuple[str, ...]]]:
        """Each value with its accounts: most roots first, then most accounts, then by ``rank`` and the value's words.

        Values that only accounts ``aside`` give come last. Copies only count where nothing else decides: what an original says
        by now comes before what they still repeat.
        """
        roots: dict[Value, set[str]] = {}
        accounts: dict[Value, set[str]] = {}
        for telling in tellings:
            for value in values(telling):
                roots.setdefault(value, set()).update(() if telling.id in aside else (telling.origin.root_id,))
                accounts.setdefault(value, set()).add(telling.id)
        own = {value: len(keys - self._copied) for value, keys in accounts.items()}
        ordered = sorted(
            accounts, key=lambda value: (-len(roots[value]), -own[value], -len(accounts[value]), rank(value), str(value))
        )
        return [(value, tuple(sorted(accounts[value]))) for value in ordered]

    def _concerned(self, telling: Telling) -> Iterator[str]:
        """Yield what those are called to whom it is done, where they have no name."""
        for key in telling.account.keys(Role.PATIENT):
            entity = self._cast.entity(telling.account.article_id, key)
            if entity is not None and not entity.names:
                yield from (sort_of_word(word) for text in entity.words for word in words_in(text.lower())[-1:])

    def _wide(self, place_id: str) -> int:
        return list(PlacePrecision).index(self._cast.place_by_id(place_id).precision)

    def _title(self, group: tuple[Telling, ...], kind: EventType, status: Status, killed: Range | None, place: str | None) -> str:
        where = self._naming.place(group, place)
        agent = self._naming.actor(group, Role.AGENT, where)
        return title(kind, status, agent, self._naming.actor(group, Role.PATIENT, where), where, killed)


def _width(when: DateInterval) -> int:
    return ("day", "month", "range", "year").index(when.precision)


def _by_article(telling: Telling) -> tuple[str, str, int, str]:
    published = telling.published.isoformat() if telling.published is not None else "9999"
    return published, telling.account.article_id, telling.account.trigger.start, telling.id
