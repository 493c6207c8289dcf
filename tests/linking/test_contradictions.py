"""What accounts cannot all have right, and what only looks like it."""

from dataclasses import replace

import pytest

from rashomon.linking.disputes.contradictions import dates_differ
from rashomon.linking.figures.numbers import rounded
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range

PLACE = "[Tall Ghar|PLACE|p]"
TEXTS = {
    "Dune Post": f"A bomb hit the market of {PLACE}.",
    "Coast Times": f"Smoke rose over {PLACE} after a bomb, hidden in a cart, blew up.",
    "Salt Radio": f"It was a bomb that woke {PLACE} this week, listeners tell us.",
}


def report(write, outlet, tail="", published="2031-03-04", **event):
    made = write(f"{TEXTS[outlet]} {tail}", outlet=outlet, published=published)
    event = {"date": "2031-03-03", "place": "p"} | event
    made.event("bomb", event.pop("kind", "bombing"), **event)
    return made


def found(linked, *drafts):
    result = linked(*drafts)
    assert len(result.events) == 1
    return [(str(one.kind), str(one.severity)) for one in result.contradictions]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("3", "9", [("number", "different_number")]),
        ("3", "3", []),
        ("3..", "9", []),
        ("40", "42", [("number", "rounding")]),
        ("3", "4", [("number", "different_number")]),
    ],
)
def test_tolls_of_two_outlets(linked, write, one, other, expected):
    assert found(linked, report(write, "Dune Post", killed=one), report(write, "Coast Times", killed=other)) == expected


def test_a_later_toll_of_the_same_outlet_is_an_update(linked, write):
    first = report(write, "Dune Post", killed="3")
    later = report(
        write, "Dune Post", "Doctors spoke of a long night and of more wounded still coming in.", "2031-03-06", killed="9"
    )
    assert found(linked, first, later) == [("number", "update")]


def test_both_numbers_are_shown_with_who_says_them_in_which_words(linked, write):
    one = report(write, "Dune Post", "Nine died, the [Red Front|GROUP|g] said.")
    one.figure("Nine", "9", "people killed", "killed", source="g", about=one.accounts[0])
    other = report(write, "Coast Times", "Police counted two dead.")
    other.figure("two", "2", "dead", "killed", about=other.accounts[0])
    (clash,) = linked(one, other).contradictions
    said = {(p.source, p.says, p.article_id) for p in clash.positions}
    assert said == {("Red Front", "9 killed", one.article.id), ("Coast Times", "2 killed", other.article.id)}
    shown = {
        made.article.text[p.start : p.end] for made in (one, other) for p in clash.positions if p.article_id == made.article.id
    }
    assert shown == {"Nine", "two"}


def test_numbers_of_different_people_do_not_contradict(linked, write):
    one = report(write, "Dune Post", "Nine soldiers died.")
    one.figure("Nine", "9", "soldiers killed", "killed", about=one.accounts[0])
    other = report(write, "Coast Times", "Two children died.")
    other.figure("Two", "2", "children killed", "killed", about=other.accounts[0])
    assert found(linked, one, other) == []


@pytest.mark.parametrize(
    ("fell", "expected"), [("[attackers|CIV|v]", []), ("[soldiers|FORCE|v]", [("number", "different_number")])]
)
def test_what_one_side_says_of_its_foes_is_not_set_against_its_own_dead(linked, write, fell, expected):
    one = report(write, "Dune Post", f"Guards fired on {fell}.", patient="v", killed="15")
    other = report(write, "Coast Times", "It hit [soldiers|FORCE|v].", patient="v", killed="2")
    assert found(linked, one, other) == expected


def test_a_copy_is_no_second_source_that_could_contradict(linked, write):
    text = "A bomb hit [Tall Ghar|PLACE|p] and broke the windows of eleven houses along the old caravan road, leaving nine dead."
    one, other = write(text, published="2031-03-04"), write(text, outlet="Coast Times", published="2031-03-05")
    one.event("bomb", "bombing", place="p", killed="9")
    other.event("bomb", "bombing", place="p", killed="4")
    assert found(linked, one, other) == []


def test_claimed_by_two_is_a_contradiction_of_responsibility(linked, write):
    one = report(write, "Dune Post", "The [Red Front|GROUP|g] claimed it.")
    one.claim("claimed it", "g", "claims_responsibility", one.accounts)
    other = report(write, "Coast Times", "The [White Brigades|GROUP|w] claimed it.")
    other.claim("claimed it", "w", "claims_responsibility", other.accounts)
    assert found(linked, one, other) == [("responsibility", "contradiction")]


def test_accused_and_denying_is_a_contradiction_of_responsibility(linked, write):
    one = report(
        write, "Dune Post", "The [Alandic army|FORCE|a] blamed the [Red Front|GROUP|g].", agent="g", status="alleged", by="a"
    )
    one.claim("blamed", "a", "accuses", one.accounts)
    other = report(write, "Coast Times", "The [Red Front|GROUP|g] denied it.")
    other.claim("denied it", "g", "denies", other.accounts)
    result = linked(one, other)
    (clash,) = result.contradictions
    assert str(clash.kind) == "responsibility"
    assert [p.says for p in clash.positions] == ["Red Front did it", "Red Front did not do it"]


def test_a_denial_by_somebody_else_is_about_whether_it_happened(linked, write):
    one = report(write, "Dune Post", killed="3")
    other = report(write, "Coast Times", "The [Alandic army|FORCE|a] denied it.")
    other.claim("denied it", "a", "denies", other.accounts)
    assert found(linked, one, other) == [("denial", "contradiction")]


def test_a_denial_of_what_nobody_says_contradicts_nothing(linked, write):
    made = report(write, "Dune Post", "The [Red Front|GROUP|g] denied it.", status="denied", agent="g")
    made.claim("denied it", "g", "denies", made.accounts)
    assert found(linked, made) == []


def against(write, text, status="negated"):
    made = write(text, outlet="Coast Times", published="2031-03-04")
    made.event("bomb", "bombing", status, date="2031-03-03", place="p")
    return made


def test_one_says_yes_and_one_says_no(linked, write):
    no = against(write, f"Smoke rose over {PLACE}, but there was no bomb in the market that day.")
    assert found(linked, report(write, "Dune Post"), no) == [("denial", "contradiction")]


def test_an_account_that_does_not_say_no_denies_nothing(linked, write):
    misread = against(write, f"Smoke rose over {PLACE} after a bomb, hidden in a cart, blew up.")
    assert found(linked, report(write, "Dune Post"), misread) == []


@pytest.mark.parametrize(
    ("denied", "expected"),
    [("the story of a bombed market", 1), ("the leadership of the new commander", 0)],
    ids=["of the act", "of something else"],
)
def test_a_denial_must_speak_of_what_happened(linked, write, denied, expected):
    made = report(write, "Dune Post", f"[Red Front|GROUP|red] denied {denied}.")
    made.claim(denied, "red", "denies", about=(made.accounts[0],))
    assert len([one for one in linked(made).contradictions if str(one.kind) == "denial"]) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("[Red Front|GROUP|g]", "[White Brigades|GROUP|g]", [("actor", "contradiction")]),
        ("[Red Front|GROUP|g]", "[RFL|GROUP|g]", []),
        ("[Alandic army|FORCE|g]", "[Aland|GPE|g]", []),
    ],
)
def test_others_said_to_have_done_it(linked, write, one, other, expected):
    first = report(write, "Dune Post", f"It was {one}.", agent="g")
    second = report(write, "Coast Times", f"It was {other}.", agent="g")
    assert found(linked, first, second) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("2031-03-03", "2031-01-01/2031-02-28"), ("2031-03-03", "2029-03-03")],
    ids=["a loose date", "another year"],
)
def test_a_loose_or_a_far_date_is_not_set_against_a_day(one, other):
    ours, theirs = (DateInterval.parse(each) for each in (one, other))
    assert not dates_differ(ours, theirs)
    assert dates_differ(ours, DateInterval.parse("2031-03-06"))


def test_a_day_apart_is_no_alarm(linked, write):
    assert found(linked, report(write, "Dune Post"), report(write, "Coast Times", date="2031-03-04")) == [("time", "rounding")]


def test_agreement_contradicts_nothing(linked, write):
    drafts = [report(write, outlet, killed="3") for outlet in TEXTS]
    assert found(linked, *drafts) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("600", "589", True), ("50", "48", True), ("589", "611", False), ("10", "11", False), ("100", "150", False)],
)
def test_what_may_be_rounding(one, other, expected):
    assert rounded(Range.parse(one), Range.parse(other)) == expected


def test_denying_involvement_that_nobody_alleges_contradicts_nothing(linked, write):
    one = report(write, "Dune Post", killed="3")
    other = report(write, "Coast Times", "The [Red Front|GROUP|g] denied any involvement.")
    other.claim("any involvement", "g", "denies", other.accounts)
    assert found(linked, one, other) == []


def test_a_claim_an_accusation_and_a_denial_are_one_contradiction_with_three_sides(linked, write):
    one = report(write, "Dune Post", "The [White Brigades|GROUP|w] claimed it.")
    one.claim("claimed it", "w", "claims_responsibility", one.accounts)
    blame = "The [Alandic army|FORCE|a] blamed the [Red Front|GROUP|g], which has denied any part in it."
    other = report(write, "Coast Times", blame)
    other.claim("the Red Front", "a", "accuses", other.accounts)
    other.claim("any part in it", "g", "denies", other.accounts)
    third = report(write, "Salt Radio", "No part in it, the [Red Front|GROUP|g] repeated.")
    third.claim("No part in it", "g", "denies", third.accounts)
    (clash,) = linked(one, other, third).contradictions
    assert [position.says for position in clash.positions] == [
        "White Brigades did it",
        "Red Front did it",
        "Red Front did not do it",
    ]


def test_the_accused_may_stand_before_which_and_the_accuser(linked, write):
    one = report(write, "Dune Post", "The [Red Front|GROUP|g], which the [Alandic army|FORCE|a] blames for it all, is silent.")
    made = one.claim("for it all", "a", "accuses", one.accounts)
    one.claims[-1] = replace(made, source_span=one.span("Alandic army"))
    other = report(write, "Coast Times", "The [Red Front|GROUP|g] denied involvement.")
    other.claim("involvement", "g", "denies", other.accounts)
    (clash,) = linked(one, other).contradictions
    assert [position.says for position in clash.positions] == ["Red Front did it", "Red Front did not do it"]


def test_who_disputes_a_claim_says_that_the_claimant_did_not_do_it(linked, write):
    made = report(
        write, "Dune Post", "The [Red Front|GROUP|g] claimed the attack. The [Alandic army|FORCE|a] rejected the claim."
    )
    made.claim("claimed the attack", "g", "claims_responsibility", made.accounts)
    made.claim("the claim", "a", "denies", made.accounts)
    (clash,) = linked(made).contradictions
    assert [(p.source, p.says) for p in clash.positions] == [
        ("Red Front", "Red Front did it"),
        ("Aland army", "Red Front did not do it"),
    ]


def test_disputing_a_toll_is_no_denial(linked, write):
    one = report(write, "Dune Post", killed="3")
    other = report(write, "Coast Times", "The [Alandic army|FORCE|a] rejected the higher toll.")
    other.claim("the higher toll", "a", "denies", other.accounts)
    assert found(linked, one, other) == []


def test_two_speakers_of_one_outlet_on_two_days_are_no_update(linked, write):
    one = report(write, "Dune Post", "Nine died, the [Red Front|GROUP|g] said.")
    one.figure("Nine", "9", "dead", "killed", source="g", about=one.accounts[0])
    two = report(write, "Dune Post", "Only two dead, insists the [Alandic army|FORCE|a] after the night's rain.", "2031-03-05")
    two.figure("two", "2", "dead", "killed", source="a", about=two.accounts[0])
    assert found(linked, one, two) == [("number", "different_number")]


def test_the_same_toll_for_dead_and_wounded_gives_two_contradictions(linked, write):
    one, other = report(write, "Dune Post", killed="3", injured="4"), report(write, "Coast Times", killed="9", injured="8")
    result = linked(one, other)
    assert len({clash.id for clash in result.contradictions}) == len(result.contradictions) == len(("killed", "injured"))


@pytest.mark.parametrize(
    ("between", "expected"),
    [("[A deputy|PER|dep] said a drone had come from [Aland|GPE|aland].", 1), ("[A deputy|PER|dep] said a drone had come.", 0)],
    ids=["the denier is named", "nobody is named"],
)
def test_a_denied_accusation_is_what_was_said_just_before(linked, write, between, expected):
    made = report(write, "Dune Post", f"{between} Aland denied the accusation.")
    words = made.article.text
    made.claim(words[words.index("a drone") : words.index(". Aland denied")], "dep")
    made.claim("the accusation", "aland", "denies", about=(made.accounts[0],))
    found = [one for one in linked(made).contradictions if str(one.kind) == "responsibility"]
    assert len(found) == expected
    assert all({position.says for position in one.positions} == {"Aland did it", "Aland did not do it"} for one in found)


def test_a_total_below_the_count_of_one_sort_contradicts_it(linked, write):
    one, other = report(write, "Dune Post", "Six people died."), report(write, "Coast Times", "Nine soldiers died.")
    one.figure("Six", "6", "people", "killed", about=one.accounts[0])
    other.figure("Nine", "9", "soldiers", "killed", about=other.accounts[0])
    assert found(linked, one, other) == [("number", "different_number")]


def test_a_total_above_the_count_of_one_sort_holds_it(linked, write):
    one, other = report(write, "Dune Post", "Nine people died."), report(write, "Coast Times", "Six soldiers died.")
    one.figure("Nine", "9", "people", "killed", about=one.accounts[0])
    other.figure("Six", "6", "soldiers", "killed", about=other.accounts[0])
    assert found(linked, one, other) == []


@pytest.mark.parametrize(("kind", "event"), [("abducted", "kidnapping"), ("detained", "arrest"), ("displaced", "bombing")])
def test_other_people_counted_are_set_against_each_other_too(linked, write, kind, event):
    one = report(write, "Dune Post", "Nine pupils are gone.", kind=event)
    other = report(write, "Coast Times", "It was 40 pupils.", kind=event)
    one.figure("Nine", "9", "pupils", kind, about=one.accounts[0])
    other.figure("40", "40", "pupils", kind, about=other.accounts[0])
    assert found(linked, one, other) == [("number", "different_number")]


def test_the_dead_of_two_sides_are_two_contradictions(linked, write):
    one = report(write, "Dune Post", "Four soldiers and 31 rebels died.")
    other = report(write, "Coast Times", "Nine Blandish soldiers and five rebels died.")
    for made, (soldiers, rebels) in ((one, ("Four", "31")), (other, ("Nine", "five"))):
        value = {"Four": "4", "Nine": "9", "five": "5"}
        made.figure(
            soldiers, value[soldiers], "soldiers" if made is one else "Blandish soldiers", "killed", about=made.accounts[0]
        )
        made.figure(rebels, value.get(rebels, rebels), "rebels", "killed", about=made.accounts[0])
    sides = {frozenset(position.says for position in clash.positions) for clash in linked(one, other).contradictions}
    assert sides == {frozenset({"4 killed", "9 killed"}), frozenset({"31 killed", "5 killed"})}


def test_soldiers_of_two_countries_are_not_set_against_each_other(linked, write):
    one, other = (
        report(write, "Dune Post", "Four Alandic soldiers died."),
        report(write, "Coast Times", "Nine Blandish soldiers died."),
    )
    one.figure("Four", "4", "Alandic soldiers", "killed", about=one.accounts[0])
    other.figure("Nine", "9", "Blandish soldiers", "killed", about=other.accounts[0])
    assert found(linked, one, other) == []


def test_a_part_of_what_a_voice_counts_is_no_rival_of_others(linked, write):
    one = report(write, "Dune Post", "Five pupils were hurt, of whom one is in danger.")
    one.figure("Five", "5", "pupils hurt", "injured", about=one.accounts[0])
    one.figure("one", "1", "injured", "injured", about=one.accounts[0])
    other = report(write, "Coast Times", injured="5")
    assert found(linked, one, other) == []


def test_a_number_to_which_a_toll_has_grown_is_an_update_of_what_others_said_before(linked, write):
    one = report(write, "Dune Post", "Six died, the [Red Front|GROUP|r] said.")
    one.figure("Six", "6", "people", "killed", source="r", about=one.accounts[0])
    other = report(write, "Coast Times", "The toll rose to 17.", published="2031-03-05")
    other.figure("17", "17", "people", "killed", about=other.accounts[0])
    assert found(linked, one, other) == [("number", "update")]


def test_a_number_that_the_text_calls_earlier_is_brought_up_to_date(linked, write):
    made = report(write, "Dune Post", "Eight died, the [Red Front|GROUP|r] said, raising an earlier toll of three.")
    made.figure("Eight", "8", "people", "killed", source="r", about=made.accounts[0])
    made.figure("three", "3", "people", "killed", about=made.accounts[0])
    assert found(linked, made) == [("number", "update")]


def test_a_part_of_a_toll_is_no_other_toll(linked, write):
    made = report(write, "Dune Post", "The bomb killed 31 men, 19 of them rebels.", killed="31")
    made.accounts[0] = replace(made.accounts[0], killed_span=made.span("31"))
    made.figure("31", "31", "men", "killed", about=made.accounts[0])
    made.figure("19", "19", "of them", "killed", about=made.accounts[0])
    (event,) = linked(made).events
    assert [str(version.value) for version in event.killed] == ["31"]
