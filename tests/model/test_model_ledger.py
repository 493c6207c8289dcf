from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Contradiction, DateSupport, Event, Linked, Position, Root, Series
from rashomon.model.words import ContradictionKind, EventType, RootKind, Severity, Status

EVENT = Event(EventType.ATTACK, Status.CLAIMED, "Attack at Sorrel Bay", ("acc-5", "acc-2", "acc-9"), ("rot-1",))
SIDES = (Position("art-1", "acc-2", "the guild", "nine died", 0, 9), Position("art-2", "acc-5", None, "none died", 4, 13))
DISPUTE = Contradiction(ContradictionKind.NUMBER, Severity.CONTRADICTION, "killed: 9 or none", SIDES, "evt-1")


@given(st.permutations(["acc-2", "acc-5", "acc-9"]))
def test_an_events_id_does_not_depend_on_the_order_of_its_accounts(accounts):
    assert replace(EVENT, accounts=tuple(accounts)).id == EVENT.id


@pytest.mark.parametrize(
    ("accounts", "same"),
    [
        (("acc-2", "acc-5"), True),
        (("acc-2",), True),
        (("acc-2", "acc-7"), True),
        (("acc-5", "acc-9"), False),
        (("acc-1", "acc-2"), False),
    ],
)
def test_an_event_keeps_its_id_while_its_least_account_stays(accounts, same):
    assert (replace(EVENT, accounts=accounts).id == EVENT.id) is same


def test_what_an_event_is_called_or_found_to_be_does_not_change_its_id():
    assert replace(EVENT, type=EventType.BOMBING, title="Another", status=Status.DENIED, roots=()).id == EVENT.id


def test_an_event_without_accounts_has_no_id():
    with pytest.raises(ValueError, match="empty"):
        replace(EVENT, accounts=()).id  # noqa: B018


@pytest.mark.parametrize(
    ("dates", "first"),
    [((), None), (("2031-06",), "2031-06"), (("2031-06-02", "2031-06-01"), "2031-06-02")],
)
def test_an_events_date_is_the_best_supported_one(dates, first):
    event = replace(EVENT, dates=tuple(DateSupport(DateInterval.parse(date), ("acc-2",)) for date in dates))

    assert event.date == (None if first is None else DateInterval.parse(first))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"positions": SIDES[::-1]}, True),
        ({"severity": Severity.UPDATE}, True),
        ({"event_id": None}, True),
        ({"kind": ContradictionKind.ACTOR}, False),
        ({"positions": SIDES[:1]}, False),
    ],
)
def test_a_contradiction_is_known_by_its_kind_and_its_sides(change, same):
    assert (replace(DISPUTE, **change).id == DISPUTE.id) is same


def test_one_pair_of_accounts_may_differ_on_two_things():
    assert replace(DISPUTE, topic="injured: 9 or none").id != DISPUTE.id
    assert replace(DISPUTE, topic="killed: 10 or none").id == DISPUTE.id


@pytest.mark.parametrize(
    ("root", "same"),
    [
        (Root(RootKind.SPEAKER, "Sela Noor", ("acc-1", "acc-2")), True),
        (Root(RootKind.OUTLET, "Sela Noor", ("acc-1",)), False),
        (Root(RootKind.SPEAKER, "Sela", ("acc-1",)), False),
    ],
)
def test_two_accounts_are_independent_where_kind_or_name_of_their_roots_differ(root, same):
    assert (root.id == Root(RootKind.SPEAKER, "Sela Noor", ("acc-1",)).id) is same


def test_a_series_is_known_by_what_is_counted_by_whom_and_its_figures():
    series = Series("raids", "Sela Noor", ("fig-1", "fig-2"))

    assert replace(series, faults=("a gap",)).id == series.id
    for change in ({"what": "boats"}, {"source": None}, {"figures": ("fig-2", "fig-1")}):
        assert replace(series, **change).id != series.id


def test_nothing_linked_is_equal_to_nothing_linked():
    assert Linked() == Linked()
    assert Linked(events=(EVENT,)) != Linked()
