"""What is new, as the log of changes tells it."""

from dataclasses import replace
from datetime import UTC, datetime

from small_ledger import Made

from rashomon.model.dates import DateInterval
from rashomon.model.ledger import DateSupport, RangeSupport, Series
from rashomon.model.ranges import Range
from rashomon.model.words import Status
from rashomon.store.database import writing
from rashomon.store.today.tables import changes
from rashomon.store.views import Fault

NOW = datetime(2031, 3, 10, 12, tzinfo=UTC)


def news(made: Made, since: str | None = None):
    return made.ledger.desk.today.news(since, NOW)


def seen(made: Made) -> str:
    """Put all changes so far into the past, and return a moment after them."""
    with writing(made.ledger._engine) as connection:
        connection.execute(changes.update().values(at="2020-03-01T00:00:00+00:00"))
    return "2020-03-02T00:00:00+00:00"


def test_at_the_beginning_all_is_new(made: Made):
    found = news(made)

    assert found.counts == {"event": 3, "contradiction": 2, "figures": 1}
    assert [line.title for line in found.events] == ["Attack on a camp", "Bombing in Ostrel", "A threat"]
    assert [fault for one in found.misfits for fault in one.faults] == ["no day is stated"]


def test_nothing_is_new_when_linking_made_the_same(mine: Made):
    since = seen(mine)
    mine.ledger.put_linked(mine.linked, "digest-2")

    assert news(mine, since).counts == {}


def test_a_changed_toll_says_from_what_to_what_and_whose(mine: Made):
    since, event = seen(mine), mine.linked.events[0]
    first, copied, denied = event.accounts
    risen = replace(event, killed=(RangeSupport(Range.exactly(12), (first, copied)), RangeSupport(Range(15, None), (denied,))))
    mine.ledger.put_linked(replace(mine.linked, events=(risen, *mine.linked.events[1:])), "digest-2")
    (change,) = news(mine, since).tolls

    assert (change.what, change.event.title) == ("killed", "Bombing in Ostrel")
    assert [(one.value, one.sources) for one in change.before] == [("12", ("Vale Front",)), ("9", ("Karsk Guards",))]
    assert [(one.value, one.sources) for one in change.after] == [("12", ("Vale Front",)), ("15..", ("Karsk Guards",))]


def test_an_event_that_stands_otherwise_is_told(mine: Made):
    since, event = seen(mine), mine.linked.events[0]
    mine.ledger.put_linked(
        replace(mine.linked, events=(replace(event, status=Status.DENIED), *mine.linked.events[1:])), "digest-2"
    )

    assert [(one.before, one.after) for one in news(mine, since).statuses] == [("claimed", "denied")]


def test_an_event_under_another_id_is_not_new(mine: Made):
    since, event = seen(mine), mine.linked.events[0]
    fewer = replace(event, accounts=tuple(sorted(event.accounts)[1:]))
    mine.ledger.put_linked(replace(mine.linked, events=(fewer, *mine.linked.events[1:])), "digest-2")

    assert fewer.id != event.id
    assert news(mine, since).counts.get("event", 0) == 0


def test_new_events_contradictions_and_figures_count_from_the_moment_on(mine: Made):
    since, linked = seen(mine), mine.linked
    worse = replace(linked.series[1], faults=("no day is stated", "31 - 30 is not 2"))
    clash = replace(linked.contradictions[2], topic="another tally")
    mine.ledger.put_linked(
        replace(linked, series=(linked.series[0], worse), contradictions=(*linked.contradictions, clash)), "digest-2"
    )
    found = news(mine, since)

    assert found.counts == {"contradiction": 1, "figures": 1}
    assert found.clashes[0].contradiction.topic == "another tally"
    assert found.misfits[0].faults == ("31 - 30 is not 2",)
    assert isinstance(found.misfits[0].series, Series)


def test_what_could_not_be_read_since_is_told(mine: Made):
    mine.ledger.put_fault(Fault("https://gone.example", "fetch", "the server answered 404", "2031-03-05T00:00:00+00:00"))

    assert [fault.source for fault in news(mine, "2031-03-04T00:00:00+00:00").faults] == ["https://gone.example"]
    assert news(mine, "2031-03-06T00:00:00+00:00").faults == ()


def test_announced_events_of_the_coming_days_are_told(mine: Made):
    threat = mine.linked.events[2]
    dated = replace(threat, dates=(DateSupport(DateInterval.parse("2031-03-12"), threat.accounts),))
    mine.ledger.put_linked(replace(mine.linked, events=(*mine.linked.events[:2], dated)), "digest-2")

    assert [line.title for line in news(mine, "2031-03-09T00:00:00+00:00").planned] == ["A threat"]


def test_what_the_ledger_holds_no_more_is_not_counted(mine: Made):
    mine.ledger.put_linked(
        replace(mine.linked, events=mine.linked.events[:1], contradictions=mine.linked.contradictions[:1]), "digest-2"
    )
    found = news(mine)

    assert found.counts["event"] == len(found.events) == 1
    assert found.counts.get("contradiction", 0) == len(found.clashes)


def test_when_an_event_changed_is_known(made: Made):
    events = [event.id for event in made.linked.events]

    assert made.ledger.desk.today.changed(events).keys() == set(events)
    assert made.ledger.desk.today.holds_events()
