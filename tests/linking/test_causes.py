"""What is said to have caused it, and rival explanations of one happening."""

import pytest

from rashomon.linking.disputes.causes import cause_of, caused

PLACE = "[Tall Ghar|PLACE|p]"


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("the fire was caused by a short circuit in the kitchen", "an accident"),
        ("the store was hit by a drone that came from the sea", "a strike from the air"),
        ("it was sabotage by guards who had been bribed", "sabotage"),
        ("the blast was the result of poor storage", "an accident"),
        ("he died of a heart attack in his cell", "an illness"),
        ("he was poisoned by rivals", "poison"),
        ("the deaths were due to a land dispute between two families", "a private quarrel"),
        ("there was no sign of a drone", None),
        ("it was not an accident", None),
        ("the drone factory opened in May", None),
        ("the army bought rockets", None),
    ],
)
def test_what_words_give_as_the_cause(words, cause):
    assert cause_of(words) == cause


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("a minibus ran onto an anti-tank mine near the ford", "a mine"),
        ("the plane was brought down over the hills", "shots from the ground"),
        ("the plane was not shot down", None),
        ("two died as a result of shelling", "shelling"),
        ("a bus burned at the ford", None),
    ],
)
def test_a_telling_gives_its_cause_also_by_its_verb(words, cause):
    assert caused(words) == cause


def told_twice(write, first, other):
    made = []
    for outlet, text in (("Dune Post", first), ("Coast Times", other)):
        made.append(write(f"{text} in {PLACE}, killing two.", outlet=outlet, published="2031-03-04"))
        made[-1].event("killing", "killing", date="2031-03-03", place="p", killed="2")
    return made


def test_two_articles_that_give_rival_causes_of_one_happening_contradict_each_other(linked, write):
    made = told_twice(write, "A bus was hit by mortar shells", "A bus ran onto a mine")
    (clash,) = (one for one in linked(*made).contradictions if one.topic.startswith("what caused it"))
    assert {position.says for position in clash.positions} == {"it was shelling", "it was a mine"}


def test_two_parts_of_one_attack_are_no_rival_causes(linked, write):
    made = told_twice(write, "Men were killed by gunmen", "A bus ran onto a mine")
    assert not [one for one in linked(*made).contradictions if one.topic.startswith("what caused it")]


def test_two_articles_that_give_one_cause_do_not(linked, write):
    made = told_twice(write, "A bus drove over a mine", "A bus ran onto a mine")
    assert not [one for one in linked(*made).contradictions if one.topic.startswith("what caused it")]


def explained(write):
    text = (
        f"An explosion tore through a depot of the [Aland army|FORCE|army] in {PLACE}, killing four. "
        "[A minister|PER|min] said the explosion was an accident. "
        "[A deputy|PER|dep] said the depot was hit by a drone. "
        "[A guard|PER|guard] said it was sabotage by thieves."
    )
    made = write(text)
    base = made.event("explosion", "bombing", date="2031-03-03", place="p", patient="army", killed="4")
    strike = made.event("drone", "drone_or_missile_strike", "alleged", date="2031-03-03", by="dep")
    sabotage = made.event("sabotage", "sabotage", "alleged", by="guard")
    made.claim("the explosion was an accident", "min")
    made.claim("the depot was hit by a drone", "dep", about=(strike,))
    made.claim("it was sabotage by thieves", "guard", about=(sabotage,))
    return made, base, strike, sabotage


def test_three_explanations_are_one_disputed_event(linked, write):
    made, base, strike, sabotage = explained(write)
    result = linked(made)
    (event,) = result.events
    assert set(event.accounts) == {base.id, strike.id, sabotage.id}
    assert (str(event.status), str(event.type)) == ("disputed", "bombing")


def test_each_explanation_is_a_side_with_its_words(linked, write):
    made, *_ = explained(write)
    (clash,) = (one for one in linked(made).contradictions if one.topic.startswith("what caused it"))
    assert [position.says for position in clash.positions] == [
        "it was an accident",
        "it was a strike from the air",
        "it was sabotage",
    ]
    assert made.article.text[clash.positions[1].start : clash.positions[1].end] == "the depot was hit by a drone"
    assert clash.event_id == linked(made).events[0].id


def test_rival_explanations_are_no_rival_doers_places_or_times(linked, write):
    kinds = {str(one.kind) for one in linked(explained(write)[0]).contradictions}
    assert kinds == {"responsibility"}


def test_one_explanation_by_two_is_no_dispute(linked, write):
    made = write(
        "A blast hit a depot. [A minister|PER|min] said it was an accident. [A mayor|PER|m] said it was an accident too."
    )
    made.event("blast", "bombing")
    made.claim("it was an accident", "min")
    made.claims.append(made.claims[-1].__class__("m", made.claims[-1].stance, made.span("it was an accident too")))
    assert [one for one in linked(made).contradictions if one.topic.startswith("what caused it")] == []


def test_a_hidden_bomb_is_no_rival_of_sabotage(linked, write):
    made = write("A blast hit a depot. [A minister|PER|min] said it was sabotage. [A mayor|PER|m] said it was a hidden bomb.")
    made.event("blast", "bombing")
    made.claim("it was sabotage", "min")
    made.claim("it was a hidden bomb", "m")
    assert [one for one in linked(made).contradictions if one.topic.startswith("what caused it")] == []
