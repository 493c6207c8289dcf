"""What follows from counts of one quantity, and which cannot hold together."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.figures.reconciling import Count, differences, faults
from rashomon.linking.quantity import quantity
from rashomon.model.ranges import Range
from rashomon.model.reading import Figure
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import NumberKind


def count(value, first, last, what="raids", after="", **more):
    """A count of ``value`` from a day of 2031 ("03-01") to another; ``None`` where it does not say since when."""
    span = EvidenceSpan(f"art {value} {first} {last} {what} {more}", 0, 3)
    figure = Figure(what, NumberKind.EVENTS, Range.parse(str(value)), span, span, **more)
    started = date.fromisoformat(f"2031-{first}") if first else None
    return Count(figure, quantity(figure), started, date.fromisoformat(f"2031-{last}"), after)


@pytest.mark.parametrize(
    ("value", "more", "exact"),
    [
        ("40", {}, 40.0),
        ("40..", {}, None),
        ("10..15", {}, None),
        ("40", {"qualifier": "about"}, None),
        ("40", {"qualifier": "an average of"}, 40.0),
    ],
)
def test_a_count_is_exact_where_it_is_one_number_and_not_about(value, more, exact):
    assert count(value, "01-01", "01-31", **more).exact == exact


@pytest.mark.parametrize(
    ("first", "more", "adds_up"),
    [("01-01", {}, True), (None, {"cumulative": True}, True), (None, {}, False), (None, {"cumulative": False}, False)],
)
def test_only_what_happened_over_time_adds_up(first, more, adds_up):
    assert count(40, first, "03-31", **more).adds_up is adds_up


@pytest.mark.parametrize(("first", "when"), [("03-01", "2031-03"), (None, "/2031-03-31"), ("02-10", "2031-02-10/2031-03-31")])
def test_the_days_of_a_count_are_printed_short(first, when):
    assert count(40, first, "03-31").when == when


def derived(*counts):
    return [(one.value, str(one.period)) for one in differences(counts)]


YEAR = count(120, "01-01", "12-31")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([YEAR, count(50, "01-01", "06-30")], [(70.0, "2031-07-01/2031-12-31")]),
        ([YEAR, count(50, "07-01", "12-31")], [(70.0, "2031-01-01/2031-06-30")]),
        ([YEAR, count(9, "01-01", "01-31"), count(100, "01-01", "11-30")], [(91.0, "2031-02-01/2031-11-30"), (20.0, "2031-12")]),
        ([count(120, None, "06-30", cumulative=True), count(90, None, "05-31", cumulative=True)], [(30.0, "2031-06")]),
        ([YEAR, count(50, "03-01", "06-30")], []),
        ([YEAR, count(130, "01-01", "06-30")], []),
        ([YEAR, count(50, "01-01", "06-30", qualifier="nearly")], []),
        ([YEAR, count(50, "01-01", "06-30", what="raids per month")], []),
        ([YEAR, count(50, "01-01", "06-30"), count(60, "01-01", "06-30")], []),
        ([YEAR, count(50, "01-01", "06-30"), count(50, "01-01", "06-30", unit="raids")], [(70.0, "2031-07-01/2031-12-31")]),
        ([YEAR], []),
        ([], []),
    ],
    ids=[
        "from the start",
        "to the end",
        "the longest part",
        "running totals",
        "from the middle",
        "more than the whole",
        "about so many",
        "a rate",
        "two values for one span",
        "one value twice",
        "one count",
        "none",
    ],
)
def test_what_is_left_of_a_total_follows(counts, expected):
    assert sorted(derived(*counts)) == sorted(expected)


def test_what_is_derived_says_how_and_from_which_figures():
    half = count(50, "01-01", "06-30")
    (found,) = differences([half, YEAR])
    assert found.derivation == "2031-07-01/2031-12-31: 120 (2031) - 50 (2031-01-01/2031-06-30) = 70"
    assert found.figures == (half.figure.id, YEAR.figure.id)


def test_counts_of_two_places_are_not_taken_from_each_other():
    assert derived(count(120, "01-01", "12-31", what="raids in Aland"), count(50, "01-01", "06-30", what="raids in Bland")) == []
    assert len(derived(YEAR, count(50, "01-01", "06-30", what="raids in Bland"))) == 1


@pytest.mark.parametrize(
    ("counts", "fault"),
    [
        ([YEAR, count(130, "03-01", "03-31")], "130 (2031-03) and 120 (2031): the part is greater than the whole"),
        ([YEAR, count("130..", "03-01", "03-31")], "130 (2031-03) and 120 (2031): the part is greater than the whole"),
        (
            [YEAR, count(130, "01-01", "06-30")],
            "130 (2031-01-01/2031-06-30) and 120 (2031): the later total is lower than the earlier one",
        ),
        (
            [count(90, None, "06-30", cumulative=True), count(120, None, "05-31", cumulative=True)],
            "120 (/2031-05-31) and 90 (/2031-06-30): the later total is lower than the earlier one",
        ),
        (
            [count(90, None, "06-30", cumulative=True), count(120, "05-01", "05-31")],
            "120 (2031-05) and 90 (/2031-06-30): the part",
        ),
        ([YEAR, count(20, "01-01", "12-31", what="raids", after=" per month")], None),
        ([YEAR, count(20, "01-01", "12-31", what="raids per month")], "120 in 2031 is 10.0 a month, not 20"),
        ([YEAR, count(5, "01-01", "12-31", what="weekly raids")], "120 in 2031 is 2.3 a week, not 5"),
        ([count(3650, "01-01", "12-31"), count(20, "01-01", "12-31", what="daily raids")], "3650 in 2031 is 10.0 a day, not 20"),
    ],
)
def test_what_cannot_hold_together_is_said(counts, fault):
    found = faults(counts)
    assert [text.startswith(fault) for text in found] == [True] if fault else found == ()


@pytest.mark.parametrize(
    "counts",
    [
        [YEAR, count(120, "03-01", "03-31")],
        [YEAR, count("..130", "03-01", "03-31")],
        [count("100..", "01-01", "12-31"), count(130, "03-01", "03-31")],
        [YEAR, count(130, "01-01", "12-31")],
        [YEAR, count(130, None, "03-31")],
        [count(120, "01-01", "12-31", what="raids in Aland"), count(130, "03-01", "03-31", what="raids in Bland")],
        [count(120, "01-01", "12-31", what="raids in Aland"), count(130, "03-01", "03-31")][:1],
        [YEAR, count(10, "01-01", "12-31", what="raids per month")],
        [YEAR, count("10.5", "01-01", "12-31", what="raids per month")],
        [YEAR, count(20, "01-01", "06-30", what="raids per month")],
        [YEAR, count(20, "01-01", "12-31", what="raids per month", qualifier="about")],
    ],
    ids=[
        "as many as the whole",
        "a part up to more",
        "an open whole",
        "the same days",
        "a count of a day",
        "two places",
        "one alone",
        "the average fits",
        "the average is rounded",
        "the average of other days",
        "about so many a month",
    ],
)
def test_what_may_hold_together_is_no_fault(counts):
    assert faults(counts) == ()


MONTHS = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 6), st.integers(7, 12)), max_size=6)


@given(MONTHS, st.integers(0, 9))
def test_the_order_of_counts_does_not_matter(rows, seed):
    counts = [count(value, f"{first:02}-01", f"{last:02}-28") for value, first, last in rows]
    shuffled = list(counts)
    Random(seed).shuffle(shuffled)
    assert faults(counts) == faults(shuffled)
    assert sorted(derived(*counts)) == sorted(derived(*shuffled))


@given(MONTHS)
def test_what_is_derived_is_never_negative_and_adds_up_with_its_part(rows):
    counts = {one.figure.id: one for one in (count(value, f"{first:02}-01", f"{last:02}-28") for value, first, last in rows)}
    for found in differences(list(counts.values())):
        part, whole = (counts[figure] for figure in found.figures)
        assert found.value >= 0
        assert part.exact + found.value == whole.exact
