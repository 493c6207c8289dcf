"""What is said about how many, each number with its speaker."""

import pytest

from rashomon.linking.figures.tolls import Tolls, figures_of, shown
from rashomon.linking.sources.roots import NOT_STATED, Origin, Roots
from rashomon.model.words import NumberKind, RootKind


@pytest.fixture
def tolls_of(cast_of, registry, tellings_of):
    """What the accounts of a draft say, as (value, shown speaker, root, words)."""

    def run(made, kind=NumberKind.KILLED):
        cast = cast_of(made)
        tolls = Tolls(cast, Roots(cast, registry, (), {}), figures_of(cast.scenes.values()))
        return [
            (str(said.value), said.source, said.origin.name, said.span.of(made.article))
            for telling in tellings_of(made)
            for said in tolls.of(telling, kind)
        ]

    return run


def test_a_number_of_the_account_itself_is_the_outlet_s(write, tolls_of):
    made = write("A blast killed nine. It was loud.")
    made.event("blast", killed="9")
    ((value, _, root, words),) = tolls_of(made)
    assert (value, root, words) == ("9", "Dune Group", "A blast killed nine.")
    assert tolls_of(made, NumberKind.INJURED) == []


def test_each_speaker_has_its_number(write, tolls_of):
    made = write("A blast killed nine, the [Red Front|GROUP|r] said; [Hill Hospital|ORG|h] spoke of 12 and [medics|PER|m] of 14.")
    account = made.event("blast")
    for words, source in (("nine", "r"), ("12", "h"), ("14", "m")):
        made.figure(words, {"nine": "9"}.get(words, words), "people", "killed", source=source, about=account)
    assert tolls_of(made) == [
        ("9", "Red Front", "Red Front", "nine"),
        ("12", "Hill Hospital", "Hill Hospital", "12"),
        ("14", "medics", "Dune Group", "14"),
    ]


def test_a_number_that_a_figure_prints_is_not_said_twice(write, tolls_of):
    made = write("A blast killed nine, the [Red Front|GROUP|r] said.")
    account = made.event("blast", killed="9")
    made.accounts[0] = account.__class__(**{**fields(account), "killed_span": made.span("nine")})
    made.figure("nine", "9", "people", "killed", source="r", about=account)
    assert tolls_of(made) == [("9", "Red Front", "Red Front", "nine")]


def test_a_number_in_other_words_than_the_figures_is_said_beside_them(write, tolls_of):
    made = write("A blast killed nine. The [Red Front|GROUP|r] spoke of 40.")
    account = made.event("blast", killed="9")
    made.accounts[0] = account.__class__(**{**fields(account), "killed_span": made.span("nine")})
    made.figure("40", "40", "people", "killed", source="r", about=account)
    assert [(said[0], said[2]) for said in tolls_of(made)] == [("40", "Red Front"), ("9", "Dune Group")]


def fields(account):
    return {name: getattr(account, name) for name in account.__slots__}


def test_figures_of_another_kind_or_account_are_not_its_toll(write, tolls_of):
    made = write("A blast hurt 7. A raid killed 5.")
    blast, raid = made.event("blast"), made.event("raid")
    made.figure("7", "7", "people", "injured", about=blast)
    made.figure("5", "5", "people", "killed", about=raid)
    assert [said[0] for said in tolls_of(made)] == ["5"]
    assert [said[0] for said in tolls_of(made, NumberKind.INJURED)] == ["7"]


def test_a_position_says_the_number_in_words_and_points_at_them(write, cast_of, registry, tellings_of):
    made = write("A blast killed at least nine soldiers.")
    account = made.event("blast")
    figure = made.figure("at least nine", "9..", "soldiers", "killed", about=account)
    cast = cast_of(made)
    (said,) = Tolls(cast, Roots(cast, registry, (), {}), figures_of(cast.scenes.values())).of(
        tellings_of(made)[0], NumberKind.KILLED
    )
    position = said.position("killed")
    assert (position.says, position.source, position.ref) == ("at least 9 killed", "Dune Post", figure.id)
    assert made.article.text[position.start : position.end] == "at least nine"
    assert said.counts.whom == {"soldier"}
    assert str(said.published) == "2031-03-04"


def test_figures_are_gathered_by_account_in_reading_order(write, scenes_of):
    made = write("A blast killed 4 or 5. In all 90 died this year.")
    account = made.event("blast")
    made.figure("90", "90", "people", "killed")
    later, first = (made.figure(words, words, "people", "killed", about=account) for words in "54")
    assert figures_of(scenes_of(made)) == {account.id: (first, later)}


@pytest.mark.parametrize(
    ("origin", "outlet", "name"),
    [
        (Origin(RootKind.OUTLET, NOT_STATED, "ab12"), None, None),
        (Origin(RootKind.OUTLET, NOT_STATED, "ab12"), "Dune Post", "Dune Post"),
        (Origin(RootKind.OUTLET, "Dune Group"), "Dune Post", "Dune Group"),
        (Origin(RootKind.SPEAKER, NOT_STATED), None, NOT_STATED),
    ],
)
def test_an_outlet_that_is_not_stated_is_shown_as_nobody(origin, outlet, name):
    assert shown(origin, outlet) == name


def test_a_page_without_an_outlet_says_its_number_as_nobody(write, tolls_of):
    made = write("A blast killed nine.", outlet=None)
    made.event("blast", killed="9")
    assert tolls_of(made)[0][1] is None


@pytest.mark.parametrize(
    ("text", "span"), [("They killed X and Y in a blast.", "killed"), ("It was the second blast this week.", "second")]
)
def test_what_is_counted_from_names_or_an_ordinal_is_no_printed_toll(write, tolls_of, text, span):
    made = write(text)
    account = made.event("blast", killed="2")
    made.accounts[0] = account.__class__(**{**fields(account), "killed_span": made.span(span)})
    assert tolls_of(made) == []


@pytest.mark.parametrize(
    ("hit", "what", "fighters"),
    [
        ("[attackers|CIV|x]", "dead", True),
        ("[soldiers|FORCE|x]", "dead", False),
        ("[people|CIV|x]", "dead", None),
        ("[attackers|CIV|x]", "soldiers", False),
        ("[militants and guards|CIV|x]", "dead", None),
        ("[Red Front|GROUP|x]", "dead", True),
    ],
)
def test_whether_a_toll_is_of_fighters_of_a_group(write, cast_of, registry, tellings_of, hit, what, fighters):
    made = write(f"A raid hit {hit}: 15 fell.")
    made.figure("15", "15", what, "killed", about=made.event("raid", patient="x"))
    cast = cast_of(made)
    tolls = Tolls(cast, Roots(cast, registry, (), {}), figures_of(cast.scenes.values()))
    (said,) = tolls.of(tellings_of(made)[0], NumberKind.KILLED)
    assert said.fighters is fighters
