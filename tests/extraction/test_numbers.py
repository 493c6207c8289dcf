import pytest

from rashomon.extraction.numbers import find_numbers
from rashomon.extraction.numbers_units import Unit


def read(text, taken=()):
    return [(text[n.start : n.end], str(n.value), n.qualifier) for n in find_numbers(text, (0, len(text)), taken)]


@pytest.mark.parametrize(
    ("text", "words", "value", "qualifier"),
    [
        ("It hit three men.", "three", "3", None),
        ("It hit twenty-one men.", "twenty-one", "21", None),
        ("One hundred and ninety-eight came.", "One hundred and ninety-eight", "198", None),
        ("It hit 1,250 men.", "1,250", "1250", None),
        ("It lost 1.5 million rounds.", "1.5 million", "1500000", None),
        ("It hit a dozen men.", "a dozen", "12", None),
        ("It hit half a dozen men.", "half a dozen", "6", None),
        ("It hit dozens of men.", "dozens", "24..", "dozens"),
        ("It hit hundreds of men.", "hundreds", "200..", "hundreds"),
        ("It hit several men.", "several", "2..", "several"),
        ("It hit more than 30 men.", "30", "31..", "more than"),
        ("It hit at least 20 men.", "20", "20..", "at least"),
        ("It hit up to 50 men.", "50", "..50", "up to"),
        ("It hit fewer than ten men.", "ten", "..9", "fewer than"),
        ("It hit nearly 40 men.", "40", "40", "nearly"),
        ("It hit some 4,500 men.", "4,500", "4500", "some"),
        ("It hit 30 or more men.", "30", "30..", "or more"),
        ("It hit 10 to 15 men.", "10 to 15", "10..15", None),
        ("It hit between 10 and 15 men.", "10 and 15", "10..15", None),
        ("It hit 10-15 men.", "10-15", "10..15", None),
        ("It hit two or three men.", "two or three", "2..3", None),
        ("It cost 10 to 15 million.", "10 to 15 million", "10000000..15000000", None),
    ],
)
def test_the_words_say_the_range(text, words, value, qualifier):
    assert read(text) == [(words, value, qualifier)]


@pytest.mark.parametrize(
    ("text", "words", "unit", "value"),
    [
        ("It rose 13 per cent.", "13 per cent", Unit.PERCENT, 13),
        ("It rose 2.5%.", "2.5%", Unit.PERCENT, 2.5),
        ("It cost $5 million.", "$5 million", Unit.MONEY, 5_000_000),
        ("It cost €40m.", "€40m", Unit.MONEY, 40_000_000),
        ("It cost 300 dinars.", "300 dinars", Unit.MONEY, 300),
        ("It lies 12 km away.", "12", Unit.DISTANCE, 12),
        ("Jana Oru, 34, left.", "34", Unit.AGE, 34),
        ("A 19-year-old left.", "19", Unit.AGE, 19),
        ("It took six weeks.", "six", Unit.DURATION, 6),
        ("It hit six men.", "six", None, 6),
    ],
)
def test_the_unit_is_read_beside_the_number(text, words, unit, value):
    (found,) = find_numbers(text, (0, len(text)))
    assert (text[found.start : found.end], found.unit, found.printed) == (words, unit, value)


def test_an_ordinal_is_marked_and_the_first_is_none():
    text = "The ninth attack came after the first."
    (found,) = find_numbers(text, (0, len(text)))
    assert (found.ordinal, found.printed) == (True, 9)


@pytest.mark.parametrize(
    "text",
    [
        "The 30th Brigade left.",
        "An F-16 and an S-300 came.",
        "Resolution 1701 holds.",
        "They took Highway 66.",
        "They hit Hangar 9.",
        "It began at 06.40 and at 9 a.m. too.",
        "So he says.[12]",
        "No one came; that one left.",
        "One of the reasons is fear.",
        "The twenty-first century began.",
        "Two-thirds agreed.",
        "It was half past seven.",
    ],
)
def test_numbers_in_names_times_and_notes_are_left_out(text):
    assert read(text) == []


def test_one_counts_where_a_noun_follows():
    assert read("One soldier died.") == [("One", "1", None)]
    assert read("One of them died.") == [("One", "1", None)]


def test_two_numbers_are_no_range_when_one_is_left_for_the_other():
    assert [value for _, value, _ in read("It fell from 4% to 3%.")] == ["4", "3"]


def test_spans_of_dates_are_left_out():
    assert read("In 2014 men left 5 posts.", ((3, 7),)) == [("5", "5", None)]


def test_a_range_has_no_printed_number_and_dozens_neither():
    text = "Dozens, 10 to 15"
    assert [found.printed for found in find_numbers(text, (0, len(text)))] == [None, None]


def test_a_length_of_time_that_says_when_is_no_number():
    text = "Eleven minutes earlier two men came."
    assert [text[number.start : number.end] for number in find_numbers(text, (0, len(text)))] == ["two"]
