"""Which actor an entity is linked to, and when it is linked to none."""

import pytest

from rashomon.model.words import ActorKind


def names(found, made):
    by_id = {actor.id: actor for actor in found.actors}
    return {link.key: by_id[link.actor_id].name for link in found.actor_links if link.article_id == made.article.id}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The [Red Front|GROUP|x] struck.", "Red Front"),
        ("[RFL|GROUP|x] struck.", "Red Front"),
        ("[Red Front militants|GROUP|x] struck.", "Red Front"),
        ("[Jabhat al-Hamraa|GROUP|x] struck in [Aland|GPE|a].", "Jabhat al-Hamraa"),
        ("[Jabha al-Hamra|GROUP|x] struck.", "Red Front"),
        ("[Alandic army|FORCE|x] struck.", "Aland army"),
        ("[General Qassim Suleimani Dar|PER|x] spoke in [Aland|GPE|a].", "Qasim Sulaymani Dar"),
        ("[Kataib al-Zarqa|GROUP|x] struck.", "Blue Brigades"),
    ],
)
def test_a_name_is_linked_by_alias_title_trimming_country_or_sound(linked, write, marked, expected):
    made = write(marked)
    assert names(linked(made), made)["x"] == expected


def test_an_ambiguous_alias_alone_links_nobody(linked, write):
    made = write("[Brigades|GROUP|x] struck at dawn.")
    assert "x" not in names(linked(made), made)


def test_the_country_of_the_article_decides_between_two_bearers_of_an_alias(linked, write):
    made = write("The [Brigades|GROUP|x] struck in [Bland|GPE|b].")
    assert names(linked(made), made)["x"] == "Blue Brigades"


def test_a_person_is_no_group_whatever_the_name(linked, write):
    made = write("[Red Front|PER|x] said so.")
    assert "x" not in names(linked(made), made)


def test_a_link_says_why(linked, write):
    made = write("The [Red Front|GROUP|x] struck in [Aland|GPE|a].")
    link = next(link for link in linked(made).actor_links if link.key == "x")
    assert [reason.feature for reason in link.reasons] == ["named_alike", "kind_agrees", "country_agrees"]
    assert link.score > 0.9


def test_an_unlisted_person_named_in_two_articles_is_one_actor(linked, write):
    one = write("Trader [Omar Bel Hadi|PER|x] was seen. [Hadi|PER|y] left.")
    other = write("[Omar bel Haddi|PER|x] came.", outlet="Coast Times")
    found = linked(one, other)
    assert names(found, one) == {"x": "Omar bel Haddi", "y": "Omar bel Haddi"}
    assert names(found, other) == {"x": "Omar bel Haddi"}
    assert [actor.listed for actor in found.actors] == [False]


def test_a_surname_links_to_nobody_in_another_article(linked, write):
    one = write("[Omar Bel Hadi|PER|x] was seen.")
    other = write("[Hadi|PER|x] came.", outlet="Coast Times")
    assert names(linked(one, other), other) == {}


def test_two_persons_of_one_surname_leave_the_surname_unlinked(linked, write):
    made = write("[Omar Hadi|PER|x] met [Sara Hadi|PER|y]. [Hadi|PER|z] left.")
    assert set(names(linked(made), made)) == {"x", "y"}


def test_the_unnamed_are_linked_to_nobody(linked, write):
    made = write("[two gunmen|PER|x] fired at [soldiers|FORCE|y].")
    assert names(linked(made), made) == {}


def test_who_only_suffers_and_is_not_listed_is_private(linked, write):
    made = write("[Lina Farah Noor|PER|v] was shot by [Aziz Karam Dal|PER|k].")
    made.event("shot", "killing", agent="k", patient="v")
    private = {actor.name: actor.private for actor in linked(made).actors}
    assert private == {"Lina Farah Noor": True, "Aziz Karam Dal": False}


def test_an_unlisted_group_keeps_its_kind_and_the_words_of_its_aliases(linked, write):
    made = write('the so-called [Sons of Salt|GROUP|x], also "[Sons of Salt fighters|GROUP|x]", struck.')
    (actor,) = linked(made).actors
    assert (actor.name, actor.kind) == ("Sons of Salt", ActorKind.ARMED_GROUP)
    assert [alias.text for alias in actor.aliases] == ["Sons of Salt fighters"]
