"""Set the edits of a row against what the ledger says now: changes, conflicts, and what cannot be taken over."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.exports.round_trip.columns import MERGE, NOTE, REJECT, WORDS
from rashomon.exports.round_trip.contract import Change, Conflict, Refusal, SheetRow
from rashomon.exports.round_trip.edits import Edits
from rashomon.exports.round_trip.state import is_as_written
from rashomon.exports.round_trip.subjects import Subject, Subjects
from rashomon.exports.round_trip.values import one_entry, values_of
from rashomon.linking.corrections.values import ROLES
from rashomon.model.errors import NotFoundError
from rashomon.model.words import Verdict
from rashomon.store.review.contract import DecisionError, Draft
from rashomon.store.views import AccountView


@dataclass(frozen=True, slots=True)
class Already:
    """An edit that the ledger agrees with already, as after the same sheet was applied once."""

    row: int


Found = Change | Conflict | Refusal | Already


class Weighing:
    """Weighs the edits of rows.

    Args:
        subjects: finds what rows are about, and tells what could be decided.
    """

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects

    def weigh(self, row: SheetRow, edits: Edits) -> Iterator[Found]:
        """Yield what the edits of a row come to, nothing where nobody touched it."""
        if edits.are_none:
            return
        yield from (Refusal(row.number, row.target, field, cell, why) for field, (cell, why) in edits.wrong.items())
        subject = self._subjects.find(row.target)
        if subject is None:
            yield self._gone(row, edits)
            return
        if edits.reject and (edits.values or edits.merge):
            yield Refusal(
                row.number, row.target, REJECT, row.cells[REJECT], "the row is rejected and edited at once (do one of both)"
            )
            return
        if subject.told is not None:
            yield from self._values(row, edits, subject, subject.told)
        yield from self._merge(row, edits, subject)
        yield from self._note(row, edits, subject)
        if edits.reject:
            yield self._reject(row, subject)

    def _reject(self, row: SheetRow, subject: Subject) -> Found:
        if subject.called != row.target:
            why = (
                f"it was merged into {subject.called} since, which is more than this row (reject that event, or single accounts)"
            )
            return Refusal(row.number, row.target, REJECT, row.cells[REJECT], why)
        draft = _draft(Verdict.REJECT, row.target)
        return self._weighed(Change(row.number, row.target, subject.title, REJECT, "", "yes", draft))

    def _gone(self, row: SheetRow, edits: Edits) -> Found:
        """Return what edits of something come to that the ledger does not hold, or no longer."""
        rejected = any(one.verdict == Verdict.REJECT and one.field is None for one in self._subjects.standing(row.target))
        if rejected and edits.reject and not edits.values:
            return Already(row.number)
        why = "somebody rejected it since" if rejected else "this ledger has no such event or account, or no longer (export anew)"
        return Refusal(row.number, row.target, "", "", why)

    def _values(self, row: SheetRow, edits: Edits, subject: Subject, told: AccountView) -> Iterator[Found]:
        now = values_of(told)
        for field, value in edits.values.items():
            if value == now[field]:
                yield Already(row.number)
            elif not is_as_written(row.target, field, now[field], edits.digests):
                yield Conflict(row.number, row.target, field, now[field], value)
            else:
                values = _words(told, field, value) if field in WORDS else (value,)
                draft = _draft(Verdict.EDIT, row.target, field, values, subject.saw(row.target, field))
                yield self._weighed(Change(row.number, row.target, subject.title, field, now[field], value, draft))

    def _merge(self, row: SheetRow, edits: Edits, subject: Subject) -> Iterator[Found]:
        if not edits.merge:
            return
        other = self._subjects.find(edits.merge.rstrip("/").rpartition("/")[2])
        if subject.told is not None:
            yield Refusal(row.number, row.target, MERGE, edits.merge, "only events are merged (write it into the event's row)")
        elif other is None:
            yield Refusal(row.number, row.target, MERGE, edits.merge, "this ledger has no such event (give the id of one)")
        elif other.event_id == subject.event_id or self._are_merged(subject, other):
            yield Already(row.number)
        else:
            draft = _draft(Verdict.MERGE, subject.called, None, (other.called,))
            yield self._weighed(Change(row.number, row.target, subject.title, MERGE, "", edits.merge, draft))

    def _are_merged(self, one: Subject, other: Subject) -> bool:
        """Return whether a decision on either of two, which linking has not followed yet, makes them one."""
        return self._leads(one, other.event_id) or self._leads(other, one.event_id)

    def _leads(self, subject: Subject, event_id: str) -> bool:
        named = {json.loads(one.after) for one in subject.decisions if one.verdict == Verdict.MERGE and one.after is not None}
        return any((found := self._subjects.find(one)) is not None and found.event_id == event_id for one in named)

    def _note(self, row: SheetRow, edits: Edits, subject: Subject) -> Iterator[Found]:
        if not edits.note:
            return
        if any(
            one.verdict == Verdict.NOTE and one.after is not None and json.loads(one.after) == edits.note
            for one in subject.decisions
        ):
            yield Already(row.number)
        else:
            draft = _draft(Verdict.NOTE, subject.called, None, (edits.note,))
            yield self._weighed(Change(row.number, row.target, subject.title, NOTE, "", edits.note, draft))

    def _weighed(self, change: Change) -> Found:
        """Return a change, or why it cannot be decided."""
        try:
            self._subjects.weigh(change.draft)
        except (DecisionError, NotFoundError) as error:
            return Refusal(change.row, change.target, change.field, change.after, str(error))
        return change


def _draft(
    verdict: Verdict, target: str, field: str | None = None, values: tuple[str, ...] = (), saw: tuple[str, ...] = ()
) -> Draft:
    """Return a draft that nobody signed yet."""
    return Draft(verdict, target, "", "", "", field, values, saw)


def _words(told: AccountView, field: str, value: str) -> tuple[str, ...]:
    """Return the words of a role; those that stand there already as their stretch, which holds for withheld names too."""
    fillers = (filler for filler in told.account.fillers if filler.role == ROLES[field])
    held = {
        one_entry(named.words): f"{filler.span.start}-{filler.span.end}"
        for named, filler in zip(getattr(told, field), fillers, strict=True)
    }
    return tuple(held.get(words, words) for words in value.split("; ") if words)
