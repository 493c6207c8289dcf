"""Figures of one quantity through time."""

import pytest

from rashomon.linking.quantity import comparable, quantity
from rashomon.model.ranges import Range
from rashomon.model.reading import Figure
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import NumberKind


def tally(write, value, period, what="raids in Aland and Bland", outlet="Dune Post", after="", **more):
    marked = f"The [RF Voice|MEDIA|v] counted {value} for the [Red Front|GROUP|g]{after}, {period} being told of by {outlet}."
    made = write(marked, outlet=outlet)
    made.figure(value, value, what, period=period, source="v", **more)
    return made


def test_what_is_left_of_a_total_is_derived(linked, write):
    found = linked(
        tally(write, "489", "2031-01-01/2031-05-31", "martyrdom operations in Aland and Bland"),
        tally(write, "589", "2031-01-01/2031-06-30", "suicide bombers in Aland and Bland", outlet="Coast Times"),
    )
    (series,) = found.series
    (derived,) = series.derived
    assert (derived.value, str(derived.period)) == (100, "2031-06")
    assert derived.derivation == "2031-06: 589 (2031-01-01/2031-06-30) - 489 (2031-01-01/2031-05-31) = 100"
    assert len(series.figures) == 2
    assert series.faults == ()


@pytest.mark.parametrize(
    ("value", "period", "more", "fault"),
    [
        (
            "480",
            "2031-01-01/2031-06-30",
            {},
            "589 (2031-01-01/2031-05-31) and 480 (2031-01-01/2031-06-30): the later total is lower",
        ),
        ("600", "2031-03", {}, "600 (2031-03) and 589 (2031-01-01/2031-05-31): the part is greater"),
        (
            "99",
            "2031-01-01/2031-05-31",
            {"what": "raids", "after": " per month", "qualifier": "average"},
            "589 in 2031-01-01/2031-05-31 is 117.8",
        ),
    ],
)
def test_what_cannot_hold_together_is_flagged(linked, write, value, period, more, fault):
    more = {"what": "raids in Aland and Bland"} | more
    found = linked(
        tally(write, "589", "2031-01-01/2031-05-31"),
        tally(write, "70", "2031-02"),
        tally(write, value, period, outlet="Coast Times", **more),
    )
    assert [text for text in found.series[0].faults if text.startswith(fault)]


def test_an_average_that_fits_its_total_is_no_fault(linked, write):
    average = write("Each month brought 87 raids, the [Red Front|GROUP|g] boasts on the wireless.", outlet="Coast Times")
    average.figure("87", "87", "raids", period="2031-01-01/2031-09-30", source="g", qualifier="average of", unit="per month")
    found = linked(tally(write, "782", "2031-01-01/2031-09-30"), average, tally(write, "53", "2031-09", what="raids in Aland"))
    assert [series.faults for series in found.series] == [()]
    assert [len(series.figures) for series in found.series] == [2], "an average is no point of a series"


def boast(write, text, *figures):
    """The group's own words; each figure is (number, period)."""
    made = write(text, outlet="Red Front Voice", published=None)
    for value, period in figures:
        made.figure(value, value, "raids", period=period, source="g")
    return made


def test_a_number_that_the_totals_do_not_leave_is_flagged_and_contradicts_them(linked, write):
    found = linked(
        boast(write, "The [Red Front|GROUP|g] made 489 raids by the end of May.", ("489", "2031-01-01/2031-05-31")),
        boast(
            write,
            "In half a year the [Red Front|GROUP|g] boasts of 589 raids, with 97 of them in June alone.",
            ("589", "2031-01-01/2031-06-30"),
            ("97", "2031-06"),
        ),
    )
    (series,) = found.series
    assert series.what == "raids claimed by Red Front"
    assert series.faults == ("97 is printed for 2031-06, but 589 (2031-01-01/2031-06-30) - 489 (2031-01-01/2031-05-31) = 100",)
    (clash,) = found.contradictions
    assert (str(clash.severity), sorted(p.says for p in clash.positions)) == (
        "different_number",
        ["489 raids", "589 raids", "97 raids"],
    )


def test_the_parts_of_a_number_are_no_points_beside_it(linked, write):
    found = linked(
        boast(write, "The [Red Front|GROUP|g] made 41 raids in May, 17 of them by night.", ("41", "2031-05"), ("17", "2031-05")),
        boast(write, "June was busier, says the [Red Front|GROUP|g]: 57 raids.", ("57", "2031-06")),
    )
    assert [len(series.figures) for series in found.series] == [2]


def test_two_who_count_the_same_raids_have_a_series_each(linked, write):
    watch = [
        write(f"{number} raids by the [Red Front|GROUP|g] {rest}, notes the [Hill Watch|ORG|w].", outlet="Coast Times")
        for number, rest in (("30", "shook the coast in May"), ("44", "followed through a hot June"))
    ]
    for made, number, month in zip(watch, ("30", "44"), ("2031-05", "2031-06"), strict=True):
        made.figure(number, number, "raids", period=month, source="w")
    found = linked(
        *watch,
        boast(write, "The [Red Front|GROUP|g] made 41 raids in May.", ("41", "2031-05")),
        boast(write, "June was busier, says the [Red Front|GROUP|g]: 57 raids.", ("57", "2031-06")),
    )
    assert sorted((series.what, series.source, len(series.figures)) for series in found.series) == [
        ("raids by Red Front", "Hill Watch", 2),
        ("raids claimed by Red Front", "Red Front", 2),
    ]


def test_what_is_told_without_a_name_goes_on_from_the_sentence_before(linked, write):
    made = write("The [Red Front|GROUP|g] boasts of 57 raids in February. That makes 98 raids in two months.")
    made.figure("57", "57", "raids", period="2031-02", source="g")
    made.figure("98", "98", "raids", period="2031-01-01/2031-02-28")
    (series,) = linked(made).series
    assert [derived.value for derived in series.derived] == [41]


def test_counts_of_other_places_are_not_subtracted(linked, write):
    found = linked(
        tally(write, "489", "2031-01-01/2031-05-31", "raids in Aland"),
        tally(write, "589", "2031-01-01/2031-06-30", "raids in Aland and Bland"),
    )
    assert [series.derived for series in found.series] == [()]


def test_counts_of_others_are_other_series(linked, write):
    one = tally(write, "489", "2031-01-01/2031-05-31")
    other = write("The [White Brigades|GROUP|g] made 589 raids.", outlet="Coast Times")
    other.figure("589", "589", "raids in Aland and Bland", period="2031-01-01/2031-06-30")
    assert linked(one, other).series == ()


def test_two_sources_with_two_totals_for_one_period_contradict(linked, write):
    one = tally(write, "489", "2031-01-01/2031-05-31")
    other = write("The [Alandic army|FORCE|a] counts 310 raids by the [Red Front|GROUP|g].", outlet="Coast Times")
    other.figure("310", "310", "raids in Aland and Bland", period="2031-01-01/2031-05-31", source="a")
    (clash,) = linked(one, other).contradictions
    assert (str(clash.kind), str(clash.severity), clash.event_id) == ("number", "different_number", None)


def test_running_totals_without_a_start_are_subtracted(linked, write):
    one, other = (write(f"The [Red Front|GROUP|g] lists {n} raids.", outlet="Dune Post") for n in ("130", "150"))
    one.figure("130", "130", "raids", as_of="2031-03-10", source="g", cumulative=True)
    other.figure("150", "150", "raids", as_of="2031-03-20", source="g", cumulative=True)
    (series,) = linked(one, other).series
    assert [(derived.value, str(derived.period)) for derived in series.derived] == [(20, "2031-03-11/2031-03-20")]


def test_strength_on_two_days_is_not_subtracted(linked, write):
    one, other = (write(f"The [Red Front|GROUP|g] has {n} men under arms.", outlet="Dune Post") for n in ("900", "700"))
    one.figure("900", "900", "men", "force_size", as_of="2031-01", source="g")
    other.figure("700", "700", "men", "force_size", as_of="2031-06", source="g")
    (series,) = linked(one, other).series
    assert (series.derived, series.faults) == ((), ())


def test_an_average_counts_what_the_total_before_it_counts(linked, write):
    made = write("The [Red Front|GROUP|g] made 900 raids from January to September, 87 per month.")
    for words, what in (("900", "raids"), ("87", "per month")):
        made.figure(words, words, what, period="2031-01-01/2031-09-30", source="g")
    later = write("In October the [Red Front|GROUP|g] made 40 raids.", outlet="Coast Times")
    later.figure("40", "40", "raids", period="2031-10", source="g")
    assert [series.faults for series in linked(made, later).series] == [
        ("900 in 2031-01-01/2031-09-30 is 100.0 a month, not 87",)
    ]


def figure(what, kind="events", **more):
    span = EvidenceSpan("a", 0, 1)
    return Figure(what, NumberKind(kind), Range.exactly(1), span, span, **more)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("suicide attacks in Iraq", "martyrdom operations", True),
        ("suicide bombings by the group", "suicide bombers", True),
        ("airstrikes", "sorties over the north", True),
        ("number of convoys", "convoys", True),
        ("attacks", "suicide attacks", False),
        ("convoys", "villages", False),
    ],
)
def test_one_quantity_in_other_words(one, other, same):
    assert (quantity(figure(one)).head == quantity(figure(other)).head) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("people killed", "dead", True), ("soldiers killed", "troops killed", True), ("soldiers killed", "people killed", False)],
)
def test_tolls_are_compared_for_the_same_people_only(one, other, same):
    assert comparable(quantity(figure(one, "killed")), quantity(figure(other, "killed"))) == same


def test_a_rate_is_told_from_a_total():
    assert quantity(figure("raids per month")).rate
    assert quantity(figure("raids", qualifier="average of")).rate
    assert not quantity(figure("raids in a month of war")).rate


def test_a_month_and_the_same_period_are_read_off_the_words_around(linked, write):
    made = write(
        "[Red Front|GROUP|g] claims 263 raids in the first five months of 2031, including 48 in May. "
        "[Hill Monitor|ORG|m] counted 131 raids by the [Red Front|GROUP|g] in the same period."
    )
    made.figure("263", "263", "raids", period="2031-01-01/2031-05-31", source="g")
    made.figure("48", "48", "raids", source="g")
    made.figure("131", "131", "raids", source="m")
    result = linked(made)
    (own,) = (series for series in result.series if series.source == "Red Front")
    assert len(own.figures) == 2
    (clash,) = (one for one in result.contradictions if str(one.severity) == "different_number")
    assert {position.says for position in clash.positions} == {"263 raids", "131 raids"}


def test_what_would_follow_is_no_point(linked, write):
    made = write("[Red Front|GROUP|g] claims 263 raids by May and 212 by April, which would leave 51 for May.")
    made.figure("263", "263", "raids", period="2031-01-01/2031-05-31", source="g")
    made.figure("212", "212", "raids", period="2031-01-01/2031-04-30", source="g")
    made.figure("51", "51", "raids", period="2031-05", source="g")
    (series,) = linked(made).series
    assert len(series.figures) == 2
    assert [derived.value for derived in series.derived] == [51]
