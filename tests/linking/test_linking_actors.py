"""Choosing among listed actors: what speaks for one, what forbids a choice, and what a person's word does."""

from itertools import permutations

import pytest

from rashomon.linking.actors.actors import LINK_AT, ActorLinker
from rashomon.linking.decisions import corrections
from rashomon.model.actors import Actor, Alias
from rashomon.model.decisions import Decision
from rashomon.model.words import ActorKind, Verdict

SIDES = {"Coast": ("Red Front",), "Hill": ()}


@pytest.fixture
def link(registry, gazetteer, scenes_of):
    """Link drafts: the names by (draft, key), and the links by the same."""

    def run(*drafts, decisions=(), more=()):
        listed = type(registry)([*registry.actors, *more])
        actors, links = ActorLinker(listed, gazetteer, corrections(decisions)).link(scenes_of(*drafts))
        names = {actor.id: actor.name for actor in actors}
        at = {made.article.id: n for n, made in enumerate(drafts)}
        return {(at[found.article_id], found.key): (names[found.actor_id], found) for found in links}

    return run


def name(links, key="x", draft=0):
    return links[draft, key][0] if (draft, key) in links else None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Red Front|ORG|x] struck.", "Red Front"),
        ("[Red Front|FORCE|x] struck.", "Red Front"),
        ("[Aland|GOV|x] struck.", "Aland"),
        ("[Blandish Water Board|GOV|x] and [Bland|GPE|b] agreed.", "Blandish Water Board"),
        ("[Dune Wire|MEDIA|x] said.", "Dune Wire"),
        ("[RFV|MEDIA|x] said in [Aland|GPE|a].", None),
        ("[قاسم سليماني دار|PER|x] spoke.", None),
        ("[Qasim Sulaymani Dar|GROUP|x] struck.", None),
        ("[Red Front|CIV|x] fled.", None),
        ("[army|FORCE|x] struck.", None),
    ],
)
def test_name_kind_and_country_together_make_a_link(link, write, marked, expected):
    found = name(link(write(marked)))
    assert found == expected or (
        expected is None and found not in {"Red Front", "Qasim Sulaymani Dar", "Aland army", "Bland army"}
    )


def test_a_sound_alone_links_nobody_and_with_kind_and_country_it_does(link, write):
    alone, placed = write("[Qassem Soleymani Dar|PER|x] spoke."), write("[Qassem Soleymani Dar|PER|x] spoke in [Aland|GPE|a].")
    assert name(link(alone)) == "Qassem Soleymani Dar"
    assert name(link(placed)) == "Qasim Sulaymani Dar"


def test_another_country_speaks_against(link, write):
    links = link(write("[Jabhah el-Hamra|GROUP|x] struck in [Bland|GPE|b]."))
    assert name(links) != "Red Front"


def guards(of, *more):
    return Actor(f"{of} Guards", ActorKind.FORCE, (Alias("Guards", "list", ambiguous=True),), *more)


def test_actors_of_one_side_support_each_other(link, write):
    known = (guards("Coast", "AA", ("Red Front",)), guards("Hill", "AA"))
    assert name(link(write("[Guards|FORCE|x] came."), more=known)) is None
    links = link(write("[Guards|FORCE|x] came with the [Red Front|GROUP|r]."), more=known)
    assert name(links) == "Coast Guards"
    assert "the article also names Red Front" in [reason.text for reason in links[0, "x"][1].reasons]


def test_a_neighbour_decides_between_two_that_all_else_speaks_for(link, write):
    known = [Actor(f"{of} Lions", ActorKind.ARMED_GROUP, (Alias("Lions", "list"),), "AA", sides) for of, sides in SIDES.items()]
    made = write("The [Lions|GROUP|x] and the [Red Front|GROUP|r] struck in [Aland|GPE|a].")
    assert name(link(made, more=known)) == "Coast Lions"


def test_a_link_is_as_strong_as_its_reasons_and_at_least_as_the_threshold(link, write):
    links = link(write("[Red Front|GROUP|x] and [RFL fighters|GROUP|y] struck in [Aland|GPE|a]."))
    for _, found in links.values():
        assert LINK_AT <= found.score <= 1.0
        assert found.score == pytest.approx(min(1.0, sum(reason.score for reason in found.reasons)), abs=1e-3)
    assert links[0, "x"][1].reasons[0].text == "'Red Front': 'Red Front' is a name of Red Front"
    assert links[0, "y"][1].reasons[0].text == ("'RFL fighters': without title or general words, 'RFL' is a name of Red Front")


def test_an_ambiguous_name_says_that_it_may_mean_others(link, write):
    links = link(write("[Brigades|GROUP|x] struck in [Bland|GPE|b]."))
    assert links[0, "x"][1].reasons[0].text.endswith("is a name of Blue Brigades, and may mean others")


def test_a_last_name_is_the_listed_person_whom_the_article_names_in_full(link, write):
    made = write("[Qasim Sulaymani Dar|PER|p] came. [General Dar|PER|x] spoke. [Dara|PER|y] left.")
    links = link(made)
    assert (name(links), name(links, "y")) == ("Qasim Sulaymani Dar", None)
    assert links[0, "x"][1].reasons[0].feature == "surname_in_article"


def test_two_listed_persons_of_one_last_name_leave_it_open(link, write):
    twin = Actor("Nabil Dar", ActorKind.PERSON)
    made = write("[Qasim Sulaymani Dar|PER|p] met [Nabil Dar|PER|q]. [Dar|PER|x] spoke.")
    assert name(link(made, more=(twin,))) is None


def test_what_bears_a_listed_name_but_is_not_linked_is_no_new_actor(link, write):
    assert (0, "x") not in link(write("The [Brigades|GROUP|x] struck."))
    assert (0, "x") in link(write("The [Grey Brigades|GROUP|x] struck."))


@pytest.mark.parametrize("kind", ["PLACE", "FAC", "WPN"])
def test_places_and_weapons_are_no_actors(link, write, kind):
    assert link(write(f"[Red Front|{kind}|x] burned.")) == {}


def decide(target, value, verdict=Verdict.LINK):
    return Decision(verdict, target, "desk", "2031-03-05T10:00:00", "checked", after=value)


@pytest.mark.parametrize(
    ("value", "expected", "score"),
    [('"Blue Brigades"', "Blue Brigades", 1.0), ('"Omar Kassab"', "Omar Kassab", 0.7), ("null", None, None)],
)
def test_a_person_s_word_overrules_name_and_kind(link, write, value, expected, score):
    made = write("[Red Front|GROUP|x] struck. [Red Front|GROUP|y] fled.")
    links = link(made, decisions=[decide(f"{made.article.id}/x", value)])
    assert (name(links), name(links, "y")) == (expected, "Red Front")
    if expected:
        found = links[0, "x"][1]
        assert (found.score, found.reasons[0].text) == (score, f"a person linked 'Red Front' to {expected}")


def test_a_person_s_word_on_another_key_or_article_changes_nothing(link, write):
    made = write("[Red Front|GROUP|x] struck.")
    decisions = [decide(f"{made.article.id}/z", '"Blue Brigades"'), decide("art-else/x", '"Blue Brigades"')]
    assert name(link(made, decisions=decisions)) == "Red Front"


def test_the_order_of_articles_does_not_matter(registry, gazetteer, scenes_of, write):
    drafts = (
        write("[Red Front|GROUP|x] met [Omar Bel Hadi|PER|p] in [Aland|GPE|a]."),
        write("[Brigades|GROUP|x] met [Omar bel Haddi|PER|p] in [Bland|GPE|b]."),
        write("[Sons of Salt|GROUP|x] met [Hadi|PER|p] and [Omar Bel Hadi|PER|q]."),
    )
    results = set()
    for order in permutations(drafts):
        results.add(repr(ActorLinker(registry, gazetteer, corrections(())).link(scenes_of(*order))))
    assert len(results) == 1
