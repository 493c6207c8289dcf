"""Whether an article treats two capitalised words as a person."""

import pytest

from rashomon.linking.actors.persons import asks_for_evidence, given_names, is_person

GIVEN = given_names(["Sara Noor", "Madonna", "Élie Dabo"])


@pytest.fixture
def judged(write, scenes_of):
    def run(marked, tell=None):
        made = write(marked)
        if tell is not None:
            tell(made)
        (scene,) = scenes_of(made)
        return is_person(scene, scene.entities["x"], GIVEN)

    return run


@pytest.mark.parametrize(
    "marked",
    [
        "Colonel [Omar Hadi|PER|x] was there.",
        "[Gen. Omar Hadi|PER|x] was there.",
        "the lawyer [Omar Hadi|PER|x]",
        "[Omar Hadi|PER|x], 34, was there.",
        "[Omar Hadi|PER|x], a trader, was there.",
        "[Omar Hadi|PER|x] told us so.",
        "We met [Omar Hadi|PER|x] in Sidi.",
        "[Omar Hadi|PER|x] was there. [Hadi|PER|x] is old.",
        "[Omar Hadi|PER|x] was there. The [trader|PER|x] is old.",
        "A song for [Sara Belli|PER|x].",
        "A song for [Elie Belli|PER|x].",
        "By [Omar Hadi|PER|x]",
    ],
)
def test_evidence_makes_a_person(judged, marked):
    assert judged(marked)


@pytest.mark.parametrize(
    "marked",
    ["Fans of [Squid Game|PER|x] queued.", "In [Othrek Balun|PER|x] a screening was off.", "It was [Hamra Line|PER|x] again."],
)
def test_two_capitals_alone_make_none(judged, marked):
    assert not judged(marked)


def test_a_part_in_what_is_told_is_evidence_unless_the_name_only_says_whose(judged):
    def kill(made):
        made.event("raid", "killing", patient="x")

    assert judged("The raid: [Omar Hadi|PER|x] is dead.", kill)
    assert not judged("The raid on fans of [Squid Game|PER|x].", kill)


def test_whoever_is_quoted_is_somebody(judged):
    assert judged("So it is, for [Omar Hadi|PER|x].", lambda made: made.claim("So it is", "x"))


def test_what_is_only_ever_somewhere_is_a_place_even_where_something_is_done_to_it(judged):
    def hit(made):
        made.event("raid", "attack", patient="x")

    assert not judged("A raid in [Othrek Balun|PER|x] and near [Othrek Balun|PER|x].", hit)


def test_only_persons_of_several_words_are_asked(write, scenes_of):
    (scene,) = scenes_of(write("[Omar Hadi|PER|x], [Hadi|PER|y] and [Red Hill|ORG|z]."))
    assert {key for key, entity in scene.entities.items() if asks_for_evidence(entity)} == {"x"}


def test_given_names_are_first_words_folded():
    assert sorted(GIVEN) == ["elie", "sara"]
