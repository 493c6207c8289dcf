"""The whole of linking: the same in any order, obedient to decisions, quick enough."""

import random
import time
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.linking.digest import input_digest
from rashomon.linking.run import link
from rashomon.model.decisions import Decision
from rashomon.model.ledger import Linked
from rashomon.model.words import Verdict

TOWNS = ("Tall Ghar", "Sidi")
WORDS = tuple(
    f"{a}{b}{c}" for a in ("mar", "bro", "tel", "wan") for b in ("ki", "so", "dul") for c in ("net", "ge", "rif", "lan")
)


def day_of_news(write, n, chance):
    """One invented article on one of many bombings; several outlets tell of each."""
    event = n // 3
    town, toll = TOWNS[event % 2], 1 + event % 7
    thing = f"{WORDS[event % len(WORDS)]} {WORDS[(event * 7) % len(WORDS)]}"
    day = (date(2031, 1, 1) + timedelta(days=3 * event)).isoformat()
    filling = " ".join(chance.choice(WORDS) for _ in range(30))
    made = write(
        f"The [Red Front|GROUP|g] put a bomb at the {thing} in [{town}|PLACE|p]; {toll} died. {filling}.",
        outlet=("Dune Post", "Coast Times", "Salt Radio")[n % 3],
        published=day,
        capture=f"c{n}",
    )
    made.event("bomb", "bombing", agent="g", place="p", date=day, killed=str(toll))
    made.claim("put a bomb", "g", "claims_responsibility", made.accounts)
    made.figure(f"{toll} died", str(toll), "people killed", "killed", about=made.accounts[0])
    return made


def test_the_order_of_sources_changes_nothing(write, registry, gazetteer):
    chance = random.Random(7)
    sources = [day_of_news(write, n, chance).source for n in range(45)]
    expected = link(sources, registry, gazetteer)
    assert len(expected.events) == 15
    for seed in range(4):
        shuffled = random.Random(seed).sample(sources, len(sources))
        assert link(shuffled, registry, gazetteer) == expected


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.integers(0, 29), min_size=1, unique=True))
def test_any_articles_in_any_order_and_given_twice_make_one_ledger(write, registry, gazetteer, chosen):
    chance = random.Random(11)
    sources = [day_of_news(write, n, chance).source for n in range(30)]
    expected = link([sources[n] for n in sorted(chosen)], registry, gazetteer)
    assert link([sources[n] for n in chosen], registry, gazetteer) == expected
    assert link([sources[n] for n in (*chosen, *chosen[:2])], registry, gazetteer) == expected


def test_an_article_on_something_else_changes_nothing_of_the_others(write, registry, gazetteer):
    chance = random.Random(13)
    sources = [day_of_news(write, n, chance).source for n in range(36)]
    made = write(
        "Far away, the [Salt League|GROUP|g] kidnapped ferrymen at [Quay Nine|PLACE|p].",
        outlet="Coast Times",
        published="2031-06-01",
    )
    made.event("kidnapped", "kidnapping", agent="g", place="p", date="2031-05-30")
    before, after = link(sources, registry, gazetteer), link([*sources, made.source], registry, gazetteer)
    for name in ("actors", "places", "actor_links", "place_links", "copies", "events", "contradictions", "series"):
        assert set(getattr(before, name)) <= set(getattr(after, name)), name
    assert [event.accounts for event in set(after.events) - set(before.events)] == [(made.accounts[0].id,)]


def test_everything_comes_out_sorted_and_once(write, registry, gazetteer):
    chance = random.Random(3)
    found = link([day_of_news(write, n, chance).source for n in range(12)] * 2, registry, gazetteer)
    for values in (found.actors, found.places, found.roots, found.events, found.contradictions, found.series):
        ids = [value.id for value in values]
        assert ids == sorted(set(ids))
    assert sum(len(event.accounts) for event in found.events) == 12
    assert sum(len(root.accounts) for root in found.roots) == 12


def test_a_thousand_accounts_take_seconds_and_twice_as_many_about_twice_the_time(write, registry, gazetteer):
    chance = random.Random(5)
    sources = [day_of_news(write, n, chance).source for n in range(1000)]
    times = []
    for size in (500, 1000):
        start = time.process_time()
        link(sources[:size], registry, gazetteer)
        times.append(time.process_time() - start)
    assert times[1] < 20
    assert times[1] < 3.2 * times[0]


def test_nothing_gives_nothing(registry, gazetteer):
    found = link((), registry, gazetteer)
    assert found == Linked()


def decide(verdict, target, after=None, field=None, when="2031-04-01", undoes=None):
    return Decision(Verdict(verdict), target, "ana", when, "looked", field=field, after=after, undoes=undoes)


@pytest.fixture
def two(write):
    one = write("The [Brigades|GROUP|g] put a bomb in [Tall Ghar|PLACE|p].")
    one.event("bomb", "bombing", agent="g", place="p", date="2031-03-03")
    other = write("Someone hid explosives near a gate of [Tall Ghar|PLACE|p] a week on.", outlet="Coast Times")
    other.event("explosives", "bombing", place="p", date="2031-03-10")
    return one, other


def test_a_person_links_an_entity(linked, two):
    target = f"{two[0].article.id}/g"
    found = linked(*two, decisions=[decide("link", target, '"White Brigades"')])
    (link_,) = [link for link in found.actor_links if link.key == "g"]
    assert link_.score == 1.0
    assert next(actor.name for actor in found.actors if actor.id == link_.actor_id) == "White Brigades"


def test_a_person_links_an_entity_to_somebody_new_or_to_nobody(linked, two):
    target = f"{two[0].article.id}/g"
    found = linked(*two, decisions=[decide("link", target, '"Night Brigade"')])
    assert "Night Brigade" in {actor.name for actor in found.actors}
    assert not linked(*two, decisions=[decide("link", target, "null")]).actor_links


def test_the_later_decision_holds_and_an_undone_one_does_not(linked, two):
    target = f"{two[0].article.id}/g"
    first = decide("link", target, '"White Brigades"')
    later = decide("link", target, '"Blue Brigades"', when="2031-04-02")
    assert {a.name for a in linked(*two, decisions=[later, first]).actors} == {"Blue Brigades"}
    undo = decide("reject", later.id, when="2031-04-03", undoes=later.id)
    assert {a.name for a in linked(*two, decisions=[undo, first, later]).actors} == {"White Brigades"}


def test_a_person_merges_two_events(linked, two):
    events = linked(*two).events
    assert len(events) == 2
    assert len(linked(*two, decisions=[decide("merge", events[0].id, f'"{events[1].id}"')]).events) == 1


def test_a_person_splits_an_account_off(linked, write):
    one = write("A bomb went off in [Tall Ghar|PLACE|p], killing five.")
    other = write("Five died when a bomb blew up; [Tall Ghar|PLACE|p] mourns.", outlet="Coast Times")
    for made in (one, other):
        made.event("bomb", "bombing", place="p", date="2031-03-03", killed="5")
    assert len(linked(one, other).events) == 1
    assert len(linked(one, other, decisions=[decide("split", other.accounts[0].id)]).events) == 2


def test_a_rejected_account_tells_no_event(linked, two):
    found = linked(*two, decisions=[decide("reject", two[0].accounts[0].id)])
    assert [event.accounts for event in found.events] == [(two[1].accounts[0].id,)]


def test_the_digest_changes_with_articles_lists_and_decisions_only(two, registry, gazetteer, write):
    sources = [(made.source.article.id, made.source.reading.reader) for made in two]
    digest = input_digest(sources, registry, gazetteer)
    assert input_digest(sources[::-1], registry, gazetteer) == digest
    assert input_digest(sources[:1], registry, gazetteer) != digest
    assert input_digest(sources, registry, gazetteer, [decide("reject", "acc-1")]) != digest
    registry.digest = "0badcafe"
    assert input_digest(sources, registry, gazetteer) != digest
