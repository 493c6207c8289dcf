"""Sums of many happenings and the single ones they contain."""

import pytest

from rashomon.linking.events.containing import Known, contained
from rashomon.linking.figures.tallies import tallies

WHO = "the [Red Front|GROUP|g]"


def told(write, text, day, outlet="Dune Post", count=None, kind="attack", status="asserted", **roles):
    """An article whose first account is of the word raid, and of a counted number of them."""
    made = write(text, outlet=outlet, published="2031-03-20")
    account = made.event("raid", kind, date=day, status=status, **roles)
    if count is not None:
        made.figure(count, count, "raids", about=account)
    return made


def the_sum(write, day="2031-03-01/2031-03-10", place="Coast", agent=WHO, roles=None):
    text = f"In 40 raids on [convoys|FAC|c] in [{place}|PLACE|p] many died, said {agent}. "
    return told(
        write, text, day, "Coast Times", "40", **({"agent": "g", "place": "p", "patient": "c"} if roles is None else roles)
    )


def one_raid(write, day="2031-03-03", place="Marsa", agent=WHO, patient="[convoy|FAC|c]", kind="attack", status="asserted"):
    text = f"A raid by {agent} hit a {patient} at [{place}|PLACE|p] in [Aland|GPE|a]."
    return told(write, text, day, kind=kind, status=status, agent="g", place="p", patient="c")


@pytest.fixture
def reasons(linked):
    """The features that say that a sum contains a single event."""

    def run(whole, part):
        result = linked(whole, part)
        known = Known({one.id: one for one in result.actors}, {one.id: one for one in result.places})
        sums = [event for event in result.events if event.happenings]
        singles = [event for event in result.events if not event.happenings]
        assert (len(sums), len(singles)) == (1, 1)
        assert contained(singles[0], sums[0], known) == contained(sums[0], sums[0], known) == ()
        return [reason.feature for reason in contained(sums[0], singles[0], known)]

    return run


def test_a_sum_contains_what_is_of_its_kind_time_place_and_actors(write, reasons):
    assert reasons(the_sum(write), one_raid(write)) == ["same_type", "same_time", "same_actors", "same_place", "same_victims"]


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2031-03-11"},
        {"day": "2031-03"},
        {"day": None},
        {"place": "Tall Ghar"},
        {"agent": "the [Blue Brigades|GROUP|g]"},
        {"patient": "[school|FAC|c]"},
        {"kind": "arrest"},
        {"status": "planned"},
    ],
)
def test_what_lies_outside_of_a_sum_is_no_part_of_it(write, reasons, other):
    assert reasons(the_sum(write), one_raid(write, **other)) == []


def test_a_single_bombing_may_be_one_of_the_attacks_summed_up(write, reasons):
    assert "same_type" in reasons(the_sum(write), one_raid(write, kind="bombing"))


def test_a_sum_without_days_contains_nothing_that_is_known(write, reasons):
    assert reasons(the_sum(write, day=None), one_raid(write)) == []


def test_neither_who_nor_where_is_too_little(write, reasons):
    assert reasons(the_sum(write, roles={"patient": "c"}), one_raid(write)) == []


def test_the_reasons_name_nobody(write, linked):
    result = linked(the_sum(write), one_raid(write))
    known = Known({one.id: one for one in result.actors}, {one.id: one for one in result.places})
    said = [reason.text for whole in result.events for part in result.events for reason in contained(whole, part, known)]
    assert said
    assert not any(name in text for text in said for name in ("Red Front", "Marsa", "Coast", "convoy"))


def test_a_sum_is_not_counted_beside_its_parts(write, linked):
    published = write("The [Red Front|GROUP|g] claims 57 raids in March and 41 raids in April.", outlet="Coast Times")
    published.figure("57", "57", "raids", period="2031-03", source="g")
    published.figure("41", "41", "raids", period="2031-04", source="g")
    result = linked(published, the_sum(write, day="2031-03-03"), one_raid(write))
    (series,) = result.series
    figures = {one.id: one for one in published.source.reading.figures}
    march, april = tallies(series, figures, result.events, {one.id: one.name for one in result.actors})
    single = next(event.id for event in result.events if not event.happenings and event.date is not None)
    assert (march.events, april.events) == ((single,), ())
