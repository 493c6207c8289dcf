"""Which accounts tell one happening, and what an event shows of them."""

import pytest

from rashomon.linking.events.events import status_of
from rashomon.linking.events.kinds import compatible, families
from rashomon.linking.events.titles import title, toll_words
from rashomon.model.ranges import Range
from rashomon.model.words import EventType, Status

TEXTS = {
    "Dune Post": "A bomb hit the [market|FAC|m] of [Tall Ghar|PLACE|p].",
    "Dune Wire": "Shoppers in [Tall Ghar|PLACE|p] fled when a bomb went off among the stalls.",
    "Coast Times": "Smoke rose over [Tall Ghar|PLACE|p] after a bomb, hidden in a cart, blew up.",
    "Salt Radio": "It was a bomb that woke [Tall Ghar|PLACE|p] this week, listeners tell us.",
}


def report(write, outlet, text=None, trigger="bomb", kind="bombing", **event):
    made = write(text or TEXTS[outlet], outlet=outlet, published=event.pop("published", "2031-03-04"))
    roles = {"place": "p"} | {role: event.pop(role) for role in ("agent", "patient") if role in event}
    made.event(trigger, kind, date=event.pop("date", "2031-03-03"), **roles, **event)
    return made


def test_two_outlets_on_one_bombing_are_one_event_with_two_roots(linked, write):
    found = linked(report(write, "Dune Post", killed="3"), report(write, "Coast Times", killed="5", kind="attack"))
    (event,) = found.events
    assert (len(event.accounts), len(event.roots)) == (2, 2)
    assert event.type == EventType.BOMBING
    assert {str(support.value) for support in event.killed} == {"3", "5"}


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2031-03-17"},
        {"date": "2031-03-05"},
        {"kind": "arrest", "trigger": "bomb"},
        {"text": "Smoke rose over [Sidi|PLACE|p] after a bomb blew up."},
    ],
    ids=["two weeks later", "two days later", "another kind", "another town"],
)
def test_what_differs_in_day_kind_or_town_stays_two_events(linked, write, other):
    found = linked(report(write, "Dune Post"), report(write, "Coast Times", **other))
    assert len(found.events) == 2


def test_a_vague_account_does_not_bridge_two_bombings(linked, write):
    first, second = (
        report(write, "Dune Post", date="2031-03-03"),
        report(write, "Dune Post", date="2031-03-17", published="2031-03-18", text=TEXTS["Salt Radio"]),
    )
    vague = report(write, "Coast Times", date="2031-03")
    events = linked(first, second, vague).events
    days = [{str(support.value) for support in event.dates} & {"2031-03-03", "2031-03-17"} for event in events]
    assert all(len(told) <= 1 for told in days)


def test_a_killing_of_one_person_is_one_event_without_dates(linked, write):
    one = write("The [Red Front|GROUP|g] killed [Qasim Sulaymani Dar|PER|v].", outlet="Dune Post")
    one.event("killed", "killing", agent="g", patient="v")
    other = write("The assassination of [Qasim Sulaymani Dar|PER|v] by the [Red Front|GROUP|g] shook all.", outlet="Coast Times")
    other.event("assassination", "assassination", agent="g", patient="v")
    assert len(linked(one, other).events) == 1


def test_a_sum_of_operations_is_not_one_of_them(linked, write):
    one = report(write, "Dune Post", agent="g", text="The [Red Front|GROUP|g] set a bomb in [Tall Ghar|PLACE|p].")
    text = "In all 40 times did the [Red Front|GROUP|g] plant a bomb around [Tall Ghar|PLACE|p], it says."
    many = report(write, "Coast Times", agent="g", text=text)
    many.figure("40", "40", "bombs", about=many.accounts[0])
    assert len(linked(one, many).events) == 2


def test_a_denial_is_not_a_second_event(linked, write):
    found = linked(report(write, "Dune Post"), report(write, "Coast Times", status="denied"))
    (event,) = found.events
    assert event.status == Status.DISPUTED
    assert {support.value for support in event.statuses} == {"asserted", "denied"}


@pytest.mark.parametrize(("date", "events"), [("2031-03-03", 1), ("2031-04", 2)])
def test_what_did_not_happen_joins_only_the_same_kind_and_date(linked, write, date, events):
    found = linked(report(write, "Dune Post"), report(write, "Coast Times", status="negated", date=date))
    assert len(found.events) == events


def test_values_lead_with_the_most_roots_and_keep_all_the_others(linked, write):
    found = linked(
        report(write, "Dune Post", killed="3"),
        report(write, "Dune Wire", killed="3"),
        report(write, "Coast Times", killed="7"),
        report(write, "Salt Radio", killed="7"),
    )
    (event,) = found.events
    assert [(str(support.value), len(support.accounts)) for support in event.killed] == [("7", 2), ("3", 2)]


def test_events_in_one_article_are_told_apart_by_their_dates(linked, write):
    made = write("A bomb hit [Tall Ghar|PLACE|p]. A blast a week before hit it too.")
    made.event("bomb", "bombing", place="p", date="2031-03-03")
    made.event("blast", "bombing", place="p", date="2031-02-24")
    assert len(linked(made).events) == 2


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["claimed", "asserted"], "asserted"),
        (["alleged", "claimed"], "claimed"),
        (["claimed", "denied"], "disputed"),
        (["asserted", "negated"], "disputed"),
        (["planned", "hypothetical"], "planned"),
        (["denied"], "denied"),
    ],
)
def test_how_an_event_stands(statuses, expected):
    assert status_of(map(Status, statuses)) == expected


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (
            ("bombing", "asserted", "Red Front", "patrol", "in Gao", Range(3, 3)),
            "Bombing against patrol by Red Front in Gao (3 killed)",
        ),
        (("armed_clash", "claimed", "Red Front", "army", None, None), "Armed clash: Red Front and army, claimed"),
        (("protest", "planned", None, None, "in Gao", None), "Protest in Gao, planned"),
        (("agreement", "asserted", "Aland", None, "in Aland", None), "Agreement by Aland"),
        (("killing", "alleged", None, "a trader", None, Range(1, None)), "Killing of a trader (at least 1 killed), alleged"),
    ],
)
def test_a_title_is_neutral_and_leaves_out_what_is_not_known(parts, line):
    assert title(EventType(parts[0]), Status(parts[1]), *parts[2:]) == line


@pytest.mark.parametrize(("text", "words"), [("3", "3"), ("20..", "at least 20"), ("10..15", "10 to 15"), ("..5", "up to 5")])
def test_a_toll_in_words(text, words):
    assert toll_words(Range.parse(text)) == words


@pytest.mark.parametrize("one", EventType)
def test_compatible_types_share_a_family(one):
    for other in EventType:
        assert compatible(one, other) == bool(set(families(one)) & set(families(other)))


def title_of(linked, made):
    (event,) = linked(made).events
    return event.title


@pytest.mark.parametrize(
    ("text", "roles", "line"),
    [
        ("A bomb killed [people|CIV|v] in [Tall Ghar|PLACE|p].", {"patient": "v", "place": "p"}, "Bombing in Tall Ghar"),
        ("A bomb hit [the market|FAC|v] of [Tall Ghar|PLACE|p].", {"patient": "v", "place": "p"}, "Bombing in Tall Ghar"),
        (
            "A bomb hit [a patrol|FORCE|v] at [a checkpoint|FAC|p].",
            {"patient": "v", "place": "p"},
            "Bombing against patrol at a checkpoint",
        ),
        ("[No group|GROUP|n] set the bomb for [a patrol|FORCE|v].", {"agent": "n", "patient": "v"}, "Bombing against patrol"),
        ("Two [gunmen|GROUP|n] of the [RFL|GROUP|g] set a bomb.", {"agent": "n g"}, "Bombing by Red Front"),
        ("[RF Voice|MEDIA|m] set a bomb.", {"agent": "m"}, "Bombing by Red Front"),
        ("[Dune Wire|MEDIA|m] set a bomb.", {"agent": "m"}, "Bombing"),
    ],
)
def test_a_title_prefers_names_and_leaves_out_nouns_that_say_nothing(linked, write, text, roles, line):
    made = write(text)
    made.event("bomb", "bombing", **roles)
    assert title_of(linked, made) == line


def test_a_town_that_is_taken_and_taken_back_makes_two_events(linked, write):
    one = write("[Red Front|GROUP|g] took [Tall Ghar|PLACE|p].", published="2031-03-04")
    one.event("took", "territory_taken", date="2031-03-03", agent="g", place="p")
    other = write("The [Alandic army|FORCE|a] retook [Tall Ghar|PLACE|p].", outlet="Coast Times", published="2031-03-05")
    other.event("retook", "territory_taken", date="2031-03-04", agent="a", place="p")
    assert len(linked(one, other).events) == len(("taken", "retaken"))


@pytest.mark.parametrize(("words", "events"), [("third attack", 1), ("three attacks", 2)])
def test_a_third_attack_is_one_and_three_attacks_are_not(linked, write, words, events):
    one = write(f"It was the {words} on [Tall Ghar|PLACE|p], on Monday.")
    one.event("attack", "attack", date="2031-03-03", place="p")
    one.figure(words, "3", "attacks", about=one.accounts[0])
    other = write("An attack on [Tall Ghar|PLACE|p] came with the dawn, listeners told us.", outlet="Coast Times")
    other.event("attack", "attack", date="2031-03-03", place="p")
    assert len(linked(one, other).events) == events


CORRECTED = (
    "Traders ran when a bomb went off in the grain market of [Tall Ghar|PLACE|p] shortly before the noon prayer and tore down "
    "nine stalls. {killed} people were killed, the hospital said. Guards closed the northern gate and searched the carts until "
    "evening; the well beside the weighing house was filled with broken jars, and the school stayed shut for the day."
)


def test_copies_do_not_outvote_what_their_original_says_by_now(linked, write):
    found = linked(
        report(write, "Dune Post", CORRECTED.format(killed="Five"), killed="5"),
        report(write, "Coast Times", CORRECTED.format(killed="Three"), killed="3", published="2031-03-05"),
        report(write, "Salt Radio", CORRECTED.format(killed="Three"), killed="3", published="2031-03-06"),
    )

    assert len(found.copies) == 2
    (event,) = found.events
    assert [str(support.value) for support in event.killed] == ["5", "3"]
    assert "(5 killed)" in event.title
