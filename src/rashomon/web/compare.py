"""The accounts of one event, aligned by field: what all say alike, what they tell differently, what cannot both hold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import NameSupport, RangeSupport
from rashomon.model.ranges import Range
from rashomon.model.words import ALARMS, ContradictionKind, Status
from rashomon.store.views import AccountView, EventView, Named

#: The field that a contradiction of a kind is about; a number is about every toll that differs.
_FIELD_OF = {
    ContradictionKind.ACTOR: "agents",
    ContradictionKind.RESPONSIBILITY: "agents",
    ContradictionKind.TIME: "when",
    ContradictionKind.PLACE: "where",
    ContradictionKind.DENIAL: "status",
}
_REFUSING = frozenset({Status.DENIED, Status.NEGATED})


class Weight(StrEnum):
    """How loud a value is shown."""

    NONE = "none"
    SAME = "same"
    VARIES = "varies"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Cell:
    """One account's answer to one question; no words where it is not stated."""

    words: tuple[Named, ...]
    weight: Weight


@dataclass(frozen=True, slots=True)
class Row:
    """One question with the answers of all accounts, in their order."""

    field: str
    cells: tuple[Cell, ...]

    @property
    def stated(self) -> bool:
        """Return whether any account answers it."""
        return any(cell.weight is not Weight.NONE for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Version:
    """One answer to a question: the accounts that give it, and how many roots these go back to."""

    words: Named
    accounts: tuple[AccountView, ...]
    roots: int

    @property
    def tellers(self) -> tuple[AccountView, ...]:
        """Return the first of its accounts in each article."""
        return tuple({told.article.id: told for told in reversed(self.accounts)}.values())[::-1]


def _one(words: str) -> Named:
    return Named(words, words)


def _apart_always(_one: object, _other: object) -> bool:
    return False


def _no_overlap(one: object, other: object) -> bool:
    if isinstance(one, Range) and isinstance(other, Range):
        return not one.overlaps(other)
    return isinstance(one, DateInterval) and isinstance(other, DateInterval) and not one.overlaps(other)


def _refuses(one: object, other: object) -> bool:
    """Return whether an account says of what another tells that it is not so; the others are not loud for that."""
    return one in _REFUSING and other not in _REFUSING


def _weigh(
    values: Sequence[object | None], clash: Callable[[object, object], bool], accused: Iterable[int]
) -> tuple[Weight, ...]:
    """Return the weight of each value: apart where it clashes with another or an alarm names its account."""
    stated = [value for value in values if value is not None]
    plain = Weight.SAME if len(set(stated)) <= 1 else Weight.VARIES
    loud = set(accused)

    def weigh(place: int, value: object | None) -> Weight:
        if value is None:
            return Weight.NONE
        apart = any(clash(value, other) for other in stated) or (place in loud and plain is Weight.VARIES)
        return Weight.APART if apart else plain

    return tuple(weigh(place, value) for place, value in enumerate(values))


def _names(named: Sequence[Named]) -> frozenset[str] | None:
    """Return what is compared of names: ids where they are linked, words where not; ``None`` where nobody is named."""
    return frozenset(one.id or one.name.casefold() for one in named) or None


def _accused(view: EventView, field: str) -> tuple[int, ...]:
    """Return the places of the accounts that an alarm names in this field."""
    refs = {
        position.ref
        for found in view.contradictions
        if found.severity in ALARMS and _FIELD_OF.get(found.kind) == field
        for position in found.positions
    }
    return tuple(place for place, told in enumerate(view.accounts) if told.account.id in refs)


def compare(view: EventView, say: Catalogue) -> tuple[Row, ...]:
    """Return the questions in the order they are shown, each with a cell for every account."""
    told = view.accounts

    def row(
        field: str,
        values: Sequence[object | None],
        words: Sequence[Sequence[Named]],
        clash: Callable[[object, object], bool] = _apart_always,
    ) -> Row:
        weights = _weigh(values, clash, _accused(view, field))
        return Row(field, tuple(Cell(tuple(each), weight) for each, weight in zip(words, weights, strict=True)))

    def people(field: str, named: Sequence[Sequence[Named]]) -> Row:
        return row(field, [_names(each) for each in named], named)

    def counts(field: str, values: Sequence[Range | None]) -> Row:
        return row(field, values, [[] if value is None else [_one(amount_words(value, say))] for value in values], _no_overlap)

    statuses = [each.account.status for each in told]
    types = [each.account.type for each in told]
    dates = [each.account.date for each in told]
    return (
        row("status", statuses, [[_one(say.code("status_word", status))] for status in statuses], _refuses),
        row("type", types, [[_one(say.code("type", kind))] for kind in types]),
        row("when", dates, [[] if date is None else [_one(date_words(date, say))] for date in dates], _no_overlap),
        people("where", [each.places for each in told]),
        people("agents", [each.agents for each in told]),
        people("patients", [each.patients for each in told]),
        counts("killed", [each.account.killed for each in told]),
        counts("injured", [each.account.injured for each in told]),
    )


def versions(view: EventView, say: Catalogue) -> tuple[tuple[str, tuple[Version, ...]], ...]:
    """Return the questions that have an answer, each with its answers and their support, best supported first."""
    event, by_id = view.event, {told.account.id: told for told in view.accounts}

    def version(words: Named, ids: Iterable[str]) -> Version:
        accounts = tuple(by_id[one] for one in ids if one in by_id)
        return Version(words, accounts, len({told.root.id for told in accounts if told.root is not None}))

    def coded(table: str, several: Iterable[NameSupport]) -> tuple[Version, ...]:
        return tuple(version(_one(say.code(table, each.value)), each.accounts) for each in several)

    def named(several: Iterable[NameSupport]) -> tuple[Version, ...]:
        return tuple(version(Named(view.names.get(each.value, each.value), "", each.value), each.accounts) for each in several)

    def counted(several: Iterable[RangeSupport]) -> tuple[Version, ...]:
        return tuple(version(_one(amount_words(toll.value, say)), toll.accounts) for toll in several)

    answers = {
        "status": coded("status_word", event.statuses),
        "type": coded("type", event.types),
        "when": tuple(version(_one(date_words(when.value, say)), when.accounts) for when in event.dates),
        "where": named(event.places),
        "agents": named(event.agents),
        "patients": named(event.patients),
        "killed": counted(event.killed),
        "injured": counted(event.injured),
    }
    return tuple((field, several) for field, several in answers.items() if several)
