"""Actors whom texts name and nobody listed."""

from itertools import permutations

import pytest

from rashomon.linking.actors.unlisted import Unlisted
from rashomon.model.ledger import Reason
from rashomon.model.words import ActorKind


@pytest.fixture
def met(gazetteer, scenes_of):
    """Note all entities of drafts, and give back the actors and who is linked to whom."""

    def run(*drafts):
        unlisted = Unlisted(gazetteer)
        for scene in scenes_of(*drafts):
            for entity in scene.entities.values():
                unlisted.add(scene, entity)
        actors, links = unlisted.merged()
        names = {actor.id: actor.name for actor in actors}
        return actors, {(link.article_id, link.key): names[link.actor_id] for link in links}

    return run


def test_one_name_in_other_spellings_is_one_actor(met, write):
    one = write("[Al-Hadi Brigade|GROUP|a] came.")
    other = write("The [Hadi Brigade|GROUP|b] and [Hádi Brigade fighters|GROUP|c] left.", outlet="Coast Times")
    (actor,), linked = met(one, other)
    assert actor.listed is False
    assert set(linked) == {(one.article.id, "a"), (other.article.id, "b"), (other.article.id, "c")}
    assert [alias.text for alias in actor.aliases] == sorted(
        {"Al-Hadi Brigade", "Hadi Brigade", "Hádi Brigade fighters"} - {actor.name}
    )


@pytest.mark.parametrize(
    ("marked", "name", "kind", "country"),
    [
        ("[Captain Amina Diallo|PER|x]", "Amina Diallo", ActorKind.PERSON, None),
        ("[the so-called Sons of Salt militants|GROUP|x]", "Sons of Salt", ActorKind.ARMED_GROUP, None),
        ("[Alandic Border Corps|FORCE|x]", "Alandic Border Corps", ActorKind.FORCE, "AA"),
        ("[Bland’s Water Ministry|GOV|x]", "Bland’s Water Ministry", ActorKind.GOVERNMENT_BODY, "BB"),
        ("[Bland|GPE|x]", "Bland", ActorKind.STATE, "BB"),
        ("[Radio Marsa|MEDIA|x]", "Radio Marsa", ActorKind.OUTLET, None),
        ("[Banu Wadi|CIV|x]", "Banu Wadi", ActorKind.COMMUNITY, None),
        ("[Salt Union|ORG|x]", "Salt Union", ActorKind.UNKNOWN, None),
        ("[Ahmad’s|PER|x] [Ahmad Wafi’s|PER|x]", "Ahmad Wafi", ActorKind.PERSON, None),
        ("[Бригада «Восток»|GROUP|x]", "Бригада «Восток»", ActorKind.ARMED_GROUP, None),
        ("[جبهة الملح|GROUP|x]", "جبهة الملح", ActorKind.ARMED_GROUP, None),
    ],
)
def test_an_actor_has_the_name_kind_and_country_that_its_words_give(met, write, marked, name, kind, country):
    made = write(f"{marked} was seen.")
    made.mentions = [
        mention.__class__(mention.span, mention.kind, mention.text, mention.key, mention.text, True) for mention in made.mentions
    ]
    (actor,), _ = met(made)
    assert (actor.name, actor.kind, actor.country) == (name, kind, country)


def test_the_most_frequent_kind_and_form_win(met, write):
    drafts = [write(f"[Salt League|{kind}|x] came to {n}.") for n, kind in enumerate(("GROUP", "ORG", "GROUP"))]
    drafts.append(write("[SALT LEAGUE|ORG|x] came."))
    drafts.append(write("[Salt League|GROUP|x] left."))
    (actor,), linked = met(*drafts)
    assert (actor.name, actor.kind, len(linked)) == ("Salt League", ActorKind.ARMED_GROUP, 5)


def test_a_person_and_a_group_of_one_name_are_two(met, write):
    actors, _ = met(write("[Omar Hadi|PER|p] leads [Omar Hadi|GROUP|g]."))
    assert [actor.kind for actor in actors] == [ActorKind.ARMED_GROUP, ActorKind.PERSON]


def test_a_place_name_that_is_no_country_is_no_state(met, write):
    assert met(write("[Atlantis|GPE|x] burned."))[0] == ()


def test_a_bare_first_name_is_nobody(met, write):
    assert met(write("[Hadi|PER|x] came."))[0] == ()


def test_a_single_name_with_a_title_is_somebody(met, write):
    (actor,), _ = met(write("[Sheikh Hadi|PER|x] came."))
    assert actor.name == "Sheikh Hadi"


def test_a_title_alone_is_nobody(met, write):
    assert met(write("[Mr President|PER|x] came."))[0] == ()


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("[Sara Hadi|PER|a] came. [Hadi|PER|b] left.", "Sara Hadi"),
        ("[Hadi|PER|b] left. Then [Sara Hadi|PER|a] came.", "Sara Hadi"),
        ("[Sara Hadi|PER|a] met [Omar Hadi|PER|c]. [Hadi|PER|b] left.", None),
        ("[Hadi Nuri|PER|a] came. [Hadi|PER|b] left.", None),
    ],
)
def test_a_surname_goes_to_the_one_person_of_that_last_name_in_the_article(met, write, text, owner):
    made = write(text)
    assert met(made)[1].get((made.article.id, "b")) == owner


def test_a_surname_is_not_given_across_articles(met, write):
    one, other = write("[Sara Hadi|PER|a] came."), write("[Hadi|PER|b] left.")
    assert (other.article.id, "b") not in met(one, other)[1]


def test_a_name_that_a_person_gave_counts_whatever_the_text_says(gazetteer, scenes_of, write):
    unlisted = Unlisted(gazetteer)
    (scene,) = scenes_of(write("[the tall one|PER|x] spoke."))
    why = (Reason("decision", 1.0, "a person said so"),)
    unlisted.add(scene, scene.entities["x"], "Nadir Qasem", why)
    (actor,), (link,) = unlisted.merged()
    assert (actor.name, actor.kind, link.reasons) == ("Nadir Qasem", ActorKind.PERSON, why)


def test_a_link_says_for_whom_the_name_is_taken_and_stays_as_it_is_when_others_bear_it_too(gazetteer, scenes_of, write):
    unlisted = Unlisted(gazetteer)
    for scene in scenes_of(write("[Salt League|GROUP|x] came."), write("[Salt League|GROUP|x] left.")):
        unlisted.add(scene, scene.entities["x"])
    _, links = unlisted.merged()
    assert {link.reasons[0].text for link in links} == {"nobody listed bears this name; all who do are taken for 'Salt League'"}
    assert {link.score for link in links} == {0.7}


@pytest.mark.parametrize(
    ("role", "claims", "private"),
    [("patient", (), True), ("agent", (), False), (None, (), False), ("patient", ("x",), False)],
    ids=["suffers", "acts", "is only named", "suffers and speaks"],
)
def test_only_who_suffers_and_says_nothing_is_private(met, write, role, claims, private):
    made = write("[Lina Noor|PER|x] was hurt, she said.")
    if role:
        made.event("hurt", "attack", **{role: "x"})
    for source in claims:
        made.claim("she said", source)
    ((actor,), _) = met(made)
    assert actor.private is private


def test_who_acts_in_one_article_is_private_in_none(met, write):
    hurt, acting = write("[Lina Noor|PER|x] was hurt."), write("[Lina Noor|PER|x] struck.")
    hurt.event("hurt", patient="x")
    acting.event("struck", agent="x")
    assert [actor.private for actor in met(hurt, acting)[0]] == [False]


def test_a_group_that_only_suffers_is_not_private(met, write):
    made = write("[Salt League|GROUP|x] was hit.")
    made.event("hit", patient="x")
    assert [actor.private for actor in met(made)[0]] == [False]


def test_the_order_of_articles_does_not_matter(met, write):
    drafts = (
        write("[Al-Hadi Brigade|GROUP|a] met [Omar Karim Dal|PER|p]."),
        write("[Hadi Brigade|FORCE|a] struck; [Dal|PER|q] fled, and [Omar Karim Dal|PER|p] with him."),
        write("[HADI BRIGADE|GROUP|a], or [Hadi Brigade group|GROUP|a]."),
    )
    results = {
        repr((sorted(map(repr, actors)), sorted(linked.items())))
        for actors, linked in (met(*order) for order in permutations(drafts))
    }
    assert len(results) == 1


@pytest.mark.parametrize(("kind", "private"), [("killing", True), ("appointment", False), ("designation_or_sanction", False)])
def test_whoever_is_appointed_or_listed_is_no_private_person(linked, write, kind, private):
    made = write("Trader [Omar Hadi Dal|PER|x] was named in the decree.")
    made.event("named", kind, patient="x")
    assert [actor.private for actor in linked(made).actors] == [private]


def test_whoever_leads_is_no_private_person(linked, write):
    made = write("Trader [Omar Hadi Dal|PER|x] of [Sons of Salt|GROUP|g] was shot.")
    made.event("shot", "killing", patient="x")
    made.tie("x", "leads", "g")
    assert [actor.private for actor in linked(made).actors if actor.kind == "person"] == [False]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[a Hadi militia|GROUP|a] came.", "Hadi militia"),
        ("[former Hadi rebel groups|GROUP|a] came.", "former Hadi rebel groups"),
        ("[the Hadi militia|GROUP|a] came.", "Hadi"),
        ("[Alandic fighters|GROUP|a] came.", "Alandic fighters"),
    ],
)
def test_a_people_or_place_is_not_named_as_the_group_it_describes(met, write, marked, name):
    (actor,), _ = met(write(marked))
    assert actor.name == name
