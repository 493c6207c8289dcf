"""Numbers that stand for themselves."""

import pytest


def sizes(linked, *drafts):
    return [(clash.topic, str(clash.severity)) for clash in linked(*drafts).contradictions if str(clash.kind) == "number"]


def test_two_numbers_that_one_text_sets_side_by_side(linked, write):
    made = write("The company says that 1,800 barrels ran out; [the mayor|PER|mayor] speaks of 5,000 barrels.")
    made.figure("1,800", "1800", "barrels", "other")
    made.figure("5,000", "5000", "barrels", "other", source="mayor")
    assert sizes(linked, made) == [("number: barrels", "different_number")]


def test_both_sides_have_their_words(linked, write):
    made = write("[Red Front|GROUP|red] says it has 400 members; [the ministry|GOV|gov] puts them at 1,500 members.")
    made.figure("400", "400", "members", "force_size", source="red")
    made.figure("1,500", "1500", "members", "force_size", source="gov")
    (clash,) = linked(made).contradictions
    assert {made.article.text[p.start : p.end] for p in clash.positions} == {"400", "1,500"}


@pytest.mark.parametrize(
    ("one", "other", "source"),
    [
        (("1,800", "1800", "barrels"), ("5,000", "5000", "trucks"), "mayor"),
        (("1,800", "1800", "barrels"), ("5,000", "5000", "barrels"), "outlet"),
        (("1,800", "1800", "barrels"), ("5,000", "1800", "barrels"), "mayor"),
    ],
    ids=["other things", "one voice", "equal"],
)
def test_what_is_not_set_against_each_other(linked, write, one, other, source):
    made = write(f"A total of {one[0]} {one[2]} went; [the mayor|PER|mayor] speaks of {other[0]} {other[2]}.")
    made.figure(one[0], one[1], one[2], "other")
    made.figure(other[0], other[1], other[2], "other", source=source)
    assert sizes(linked, made) == []


def sized(write, outlet, number, published, opening):
    made = write(f"{opening} [Red Front|GROUP|red] has {number} fighters.", outlet=outlet, published=published)
    made.figure(number, number, "fighters", "force_size")
    return made


@pytest.mark.parametrize(
    ("outlet", "number", "published", "expected"),
    [
        ("Coast Times", "900", "2031-05-01", [("number: size of Red Front", "different_number")]),
        ("Coast Times", "440", "2031-05-01", [("number: size of Red Front", "rounding")]),
        ("Coast Times", "900", "2036-05-01", []),
        ("Dune Post", "900", "2031-05-01", [("number: size of Red Front", "update")]),
    ],
    ids=["another outlet", "rounded", "years later", "the same outlet later"],
)
def test_how_large_a_group_is(linked, write, outlet, number, published, expected):
    first = sized(write, "Dune Post", "400", "2031-03-01", "It is winter in the hills.")
    second = sized(write, outlet, number, published, "Spring has come, and the roads are open to everybody again.")
    assert sizes(linked, first, second) == expected
