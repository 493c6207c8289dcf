"""Rows of events: what questions filter and sort by."""

from dataclasses import replace

import pytest
from small_ledger import Made
from sqlalchemy import select

from rashomon.model.dates import DateInterval
from rashomon.model.ledger import DateSupport, Linked, NameSupport
from rashomon.model.words import Severity, Status
from rashomon.store.database import reading
from rashomon.store.tables import contradictions, event_accounts, event_actors, event_places, events
from rashomon.store.views import Question


def rows(made: Made, table):
    with reading(made.ledger._engine) as connection:
        return connection.execute(select(table)).mappings().all()


def put(made: Made, **changes):
    """Replace what was linked by the bombing alone, changed."""
    event = replace(made.linked.events[0], **changes)
    made.ledger.put_linked(replace(made.linked, events=(event,)), "digest-2")
    (row,) = rows(made, events)
    return row


def test_an_event_counts_its_accounts_roots_and_alarms(made: Made):
    bombing, raid, threat = rows(made, events)

    assert [(row["accounts"], row["independent"], row["alarms"]) for row in (bombing, raid, threat)] == [
        (3, 2, 1),
        (1, 1, 0),
        (1, 0, 0),
    ]
    assert [row["number"] for row in (bombing, raid, threat)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("date", "printed", "day", "month"),
    [
        ("2031-03-03", "2031-03-03", "2031-03-03", "2031-03"),
        ("2031-03", "2031-03", "2031-03-01", "2031-03"),
        ("2030", "2030", "2030-01-01", "2030-01"),
        ("2031-02-25/2031-03-02", "2031-02-25/2031-03-02", "2031-02-25", "2031-02"),
        ("/2031-03-04", "/2031-03-04", "2031-03-04", "2031-03"),
        ("2031-03-04/", "2031-03-04/", "2031-03-04", "2031-03"),
        (None, None, None, None),
    ],
)
def test_an_event_is_sorted_by_the_first_day_it_may_mean(mine: Made, date, printed, day, month):
    dates = () if date is None else (DateSupport(DateInterval.parse(date), ("acc-1",)),)

    row = put(mine, dates=dates)

    assert (row["date"], row["day"], row["month"]) == (printed, day, month)


@pytest.mark.parametrize(
    ("status", "severity", "disputed"),
    [
        (Status.ASSERTED, Severity.UPDATE, False),
        (Status.ASSERTED, Severity.ROUNDING, False),
        (Status.ASSERTED, Severity.CONTRADICTION, True),
        (Status.DISPUTED, Severity.UPDATE, True),
        (Status.DENIED, Severity.UPDATE, True),
    ],
)
def test_an_event_is_disputed_by_its_status_or_an_alarm(mine: Made, status, severity, disputed):
    event = replace(mine.linked.events[0], status=status)
    about = replace(mine.linked.contradictions[0], severity=severity)
    mine.ledger.put_linked(replace(mine.linked, events=(event,), contradictions=(about,)), "digest-2")

    (row,) = rows(mine, events)

    assert row["disputed"] is disputed
    assert mine.ledger.ask(Question(disputed=True)).total == int(disputed)


def test_an_alarm_about_no_event_counts_for_none(mine: Made):
    alarm = replace(mine.linked.contradictions[1], event_id=None)
    mine.ledger.put_linked(replace(mine.linked, contradictions=(alarm,)), "digest-2")

    assert {row["alarms"] for row in rows(mine, events)} == {0}
    assert [row["event_id"] for row in rows(mine, contradictions)] == [None]


def test_accounts_that_no_reading_holds_are_left_out_and_the_others_know_their_root(made: Made):
    kept = rows(made, event_accounts)

    assert len(kept) == 4
    assert "acc-gone" not in {row["account_id"] for row in kept}
    by_account = {row["account_id"]: (row["article_id"], row["root_id"]) for row in kept}
    assert by_account[made.account("denied").id] == (made.articles["denied"].id, made.linked.roots[1].id)


def test_an_actor_stands_once_in_each_of_its_roles(mine: Made):
    guards = mine.linked.actors[1].id
    twice = (NameSupport(guards, ("acc-1",)), NameSupport(guards, ("acc-2",)))

    put(mine, agents=twice, patients=twice[:1])

    assert sorted((row["actor_id"], row["role"]) for row in rows(mine, event_actors)) == [(guards, "agent"), (guards, "patient")]


def test_a_place_stands_once_with_its_country_and_an_unknown_one_not_at_all(mine: Made):
    ostrel = mine.linked.places[0]

    row = put(mine, places=(NameSupport(ostrel.id, ("a",)), NameSupport(ostrel.id, ("b",)), NameSupport("plc-gone", ("c",))))

    assert [(place["place_id"], place["country"]) for place in rows(mine, event_places)] == [(ostrel.id, "KX")]
    assert row["places"] == '["Ostrel"]'


@pytest.mark.parametrize("words", ["Ostrel", "ostrel bombing", "Guards of Karsk", "the front"])
def test_an_event_is_found_by_its_title_its_places_and_every_name_of_its_actors(made: Made, words: str):
    assert made.linked.events[0].id in [line.id for line in made.ledger.ask(Question(text=words)).events]


def test_contradictions_are_ranked_by_how_severe_they_are(made: Made):
    order = list(Severity)

    assert [row["rank"] for row in rows(made, contradictions)] == [
        order.index(one.severity) for one in made.linked.contradictions
    ]


def test_nothing_linked_leaves_no_rows_and_no_words(mine: Made):
    mine.ledger.put_linked(Linked(), "digest-2")

    assert all(rows(mine, table) == [] for table in (events, event_accounts, event_actors, event_places, contradictions))
    assert mine.ledger.ask(Question(text="Ostrel")).events == ()
