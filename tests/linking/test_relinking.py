"""Linking that goes on from the last run gives what linking everything at once gives, and touches little else."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from held_ledger import HeldLedger
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.linking.run import link
from rashomon.linking.stories import stories
from rashomon.model.decisions import Decision
from rashomon.model.words import Verdict

TOWNS, OUTLETS = ("Tall Ghar", "Sidi", "Marsa"), ("Dune Post", "Coast Times", "Salt Radio", "Dune Wire")
WORDS = tuple(f"{a}{b}{c}" for a in ("mar", "bro", "tel", "wan") for b in ("ki", "so", "dul") for c in ("net", "ge", "rif"))
SPOKEN = (
    "[Sami Dar|PER|s], who leads the [Salt League|GROUP|l], is alive",
    "Reports of the death of [Sami Dar|PER|s] were denied",
    "The [Salt League|GROUP|l] still holds [Sidi|PLACE|q]",
    "The [Salt League|GROUP|l] has thousands of fighters",
)


@pytest.fixture(autouse=True)
def weighed_by_few(monkeypatch):
    monkeypatch.setattr(stories, "MEASURED", 4)


@pytest.fixture
def news(write):
    """Make the nth of many articles; several tell of each bombing, some repeat others, some dispute them."""

    def make(n: int, chance: random.Random):
        event, town = n // 3, TOWNS[n // 3 % 3]
        thing = f"{WORDS[event % len(WORDS)]} {WORDS[(event * 7) % len(WORDS)]}"
        day = (date(2031, 1, 1) + timedelta(days=2 * event)).isoformat()
        filling = " ".join((random.Random(event) if n % 4 == 1 else chance).choice(WORDS) for _ in range(40))
        made = write(
            f"The [{('Red Front', 'Salt League')[event % 2]}|GROUP|g] bombed the {thing} in [{town}|PLACE|p]; {1 + n % 2} died. "
            f"Those killed were [Sami Dar|PER|v] and others. {SPOKEN[n % 4]}. {n + 10} attacks followed. {filling}.",
            outlet=OUTLETS[n % 4],
            published=day,
            capture=f"c{n}",
        )
        told = made.event("bombed", "bombing", agent="g", place="p", patient="v", date=day, killed=str(1 + n % 2))
        made.event("killed", "killing", patient="v", date=day if n % 2 else None)
        made.claim("bombed the", "g", "claims_responsibility", (told,))
        made.claim(SPOKEN[n % 4].split("]")[-1][1:20] or "bombed", "l" if "|l]" in SPOKEN[n % 4] else "s", "asserts")
        made.figure(f"{n + 10} attacks", str(n + 10), "attacks", period=day[:7], source="g")
        if n % 4 == 0:
            made.tie("s", "leads", "l")
        return made.source

    return make


@pytest.fixture
def ledger(registry, gazetteer):
    return HeldLedger(registry, gazetteer)


def decided(sources, steps):
    """Decisions on articles, each of another kind."""
    found = []
    for at, (step, number) in enumerate(steps):
        source, other = sources[number % len(sources)], sources[(number * 7 + 1) % len(sources)]
        account, beside = source.reading.accounts[0].id, other.reading.accounts[0].id
        verdict, target, after, field = (
            (Verdict.REJECT, account, None, None),
            (Verdict.SPLIT, account, None, None),
            (Verdict.MERGE, account, f'"{beside}"', None),
            (Verdict.LINK, f"{source.article.id}/g", '"Blue Brigades"', None),
            (Verdict.LINK, f"{source.article.id}/g", '"Some Other League"', None),
            (Verdict.REJECT, source.article.id, None, "copy"),
        )[step]
        found.append(Decision(verdict, target, "ann", f"2031-02-01T00:00:{at:02}", "", field, None, after))
    return found


STEPS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 40)), max_size=3)
BATCH = st.tuples(st.lists(st.integers(0, 26), min_size=1, max_size=6, unique=True), STEPS)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(BATCH, min_size=2, max_size=3))
def test_any_batches_removals_and_decisions_give_what_linking_at_once_gives(registry, gazetteer, news, batches):
    chance = random.Random(3)
    sources = [news(n, chance) for n in range(27)]
    ledger = HeldLedger(registry, gazetteer)
    ledger.add(sources[:16])
    ledger.update()
    for numbers, steps in batches:
        for n in numbers:
            source = sources[n]
            if ledger.given.get(source.article.id) == source and len(ledger.given) > 8:
                fewer = replace(source, reading=replace(source.reading, reader="test-2", accounts=source.reading.accounts[:1]))
                ledger.given.pop(source.article.id)
                ledger.add([fewer] * (n % 2))
            else:
                ledger.add([source])
        decisions = decided(sorted(ledger.given.values(), key=lambda source: source.article.id), steps)
        ledger.update(decisions)
        assert ledger.linked == link(ledger.given.values(), registry, gazetteer, decisions)


def test_later_articles_are_linked_without_reading_the_others_again(ledger, registry, gazetteer, news):
    chance = random.Random(3)
    sources = [news(n, chance) for n in range(27)]
    ledger.add(sources[:18])
    assert ledger.update().whole
    ledger.add(sources[18:20])
    change = ledger.update()
    assert not change.whole
    assert ledger.linked == link(ledger.given.values(), registry, gazetteer)


def test_an_article_on_something_else_changes_nothing_but_itself(ledger, write, news):
    chance = random.Random(3)
    ledger.add(news(n, chance) for n in range(12))
    ledger.update()
    before = ledger.linked
    alone = write("The [Blue Brigades|GROUP|b] met traders at noon.", published="2032-05-06", capture="alone")
    alone.event("met", "meeting_or_visit", agent="b", date="2032-05-06")
    ledger.add([alone.source])
    change = ledger.update()
    assert (change.whole, change.articles, ledger.opened) == (False, (alone.article.id,), 1)
    assert [event.accounts for event in change.events] == [(alone.accounts[0].id,)]
    assert set(before.events) < set(ledger.linked.events)
    ledger.given.pop(alone.article.id)
    assert ledger.update().lost == (alone.article.id,)
    assert ledger.linked == before


def test_nothing_new_changes_nothing(ledger, news):
    chance = random.Random(3)
    ledger.add(news(n, chance) for n in range(9))
    ledger.update()
    change = ledger.update()
    assert (change.articles, change.events, change.contradictions, change.roots, ledger.opened) == ((), (), (), (), 0)


def test_other_lists_link_everything_anew(ledger, registry, news):
    chance = random.Random(3)
    ledger.add(news(n, chance) for n in range(9))
    ledger.update()
    other = type(registry)(registry.actors, ())
    other.digest = "fewer outlets"
    change = ledger.update(registry=other)
    assert change.whole
    assert len(change.articles) == 9


def test_an_earlier_article_weighs_all_words_anew(ledger, registry, gazetteer, write, news):
    chance = random.Random(3)
    ledger.add(news(n, chance) for n in range(9))
    ledger.update()
    ledger.add([write("The [Red Front|GROUP|g] left.", published="2030-01-01").source])
    assert ledger.update().whole
    assert ledger.linked == link(ledger.given.values(), registry, gazetteer)
