"""Sums of many happenings and their parts, as an event's page and its exports show them."""

from dataclasses import replace

from small_ledger import Made
from sqlalchemy import text

from rashomon.cli.explaining import explain_event
from rashomon.exports.frames.explaining import why
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import DateSupport, Event, RangeSupport
from rashomon.model.ranges import Range
from rashomon.model.words import EventType
from rashomon.store.containing.tables import IS_SUM
from rashomon.store.tables import events


def summed(mine: Made, days: str = "2031-03-01/2031-03-31") -> tuple[Event, Event]:
    """Make the raid a sum of eight attacks in the bombing's town by the same, and put that; return it and the bombing."""
    bombing, raid, undated = mine.linked.events
    own = raid.accounts
    whole = replace(
        raid,
        type=EventType.ATTACK,
        dates=(DateSupport(DateInterval.parse(days), own),),
        places=tuple(replace(one, accounts=own) for one in bombing.places),
        agents=tuple(replace(one, accounts=own) for one in bombing.agents),
        happenings=(RangeSupport(Range.exactly(8), own),),
    )
    mine.ledger.put_linked(replace(mine.linked, events=(bombing, whole, undated)), "another")
    return whole, bombing


def test_the_page_of_a_sum_shows_its_parts_and_that_of_a_part_its_sums(mine: Made):
    whole, part = summed(mine)
    sums, single = mine.ledger.event(whole.id), mine.ledger.event(part.id)

    assert [one.event.id for one in sums.parts] == [one.event.id for one in mine.ledger.event(whole.id).parts] == [part.id]
    assert [one.event.id for one in single.wholes] == [whole.id]
    assert sums.wholes == single.parts == ()
    assert sums.parts[0].reasons == single.wholes[0].reasons
    assert [reason.feature for reason in sums.parts[0].reasons] == ["same_type", "same_time", "same_actors", "same_place"]


def test_an_event_of_another_time_is_no_part(mine: Made):
    whole, part = summed(mine, "2031-04-01/2031-04-30")

    assert mine.ledger.event(whole.id).parts == mine.ledger.event(part.id).wholes == ()


def test_explaining_either_names_the_other_and_says_why(mine: Made):
    whole, part = summed(mine)
    rows = {row[:3] for row in why(mine.ledger, whole.id) if row[0] == "part"}

    assert rows == {row[:3] for row in why(mine.ledger, part.id) if row[0] == "part"} == {("part", whole.id, part.id)}
    assert part.id in "\n".join(explain_event(mine.ledger.event(whole.id), mine.ledger.article))
    assert whole.id in "\n".join(explain_event(mine.ledger.event(part.id), mine.ledger.article))


def test_sums_are_found_by_an_index_of_their_own(mine: Made):
    summed(mine)
    with mine.ledger._engine.connect() as connection:
        asked = str(events.select().where(IS_SUM, text("day <= '2031-12-31'")))
        plan = " ".join(row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}")))

    assert "ix_events_sums" in plan
