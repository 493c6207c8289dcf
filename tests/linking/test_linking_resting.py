"""What accounts of one event rest on beside each other."""

import pytest

from rashomon.linking.sources.resting import comparable

PLACE = "[Tall Ghar|PLACE|p]"


def roots_of(found, *drafts):
    named = {account: root.name for root in found.roots for account in root.accounts}
    return [[named[account.id] for account in made.accounts] for made in drafts]


@pytest.fixture
def blast(write):
    def run(text, outlet, by="", trigger="blast", **more):
        made = write(text, outlet=outlet, **more)
        made.event(trigger, "bombing", place="p", date="2031-03-03", killed="7", by=by)
        return made

    return run


def test_what_an_outlet_says_beside_whom_it_quotes_rests_on_that_speaker(linked, blast):
    made = blast(f"A blast in {PLACE} killed seven. The explosion killed seven, the [Red Front|GROUP|g] said.", "Coast Times")
    made.event("explosion", "bombing", place="p", date="2031-03-03", killed="7", by="g")
    found = linked(made)
    assert [len(event.roots) for event in found.events] == [1]
    assert roots_of(found, made) == [["Red Front", "Red Front"]]


def test_what_is_told_on_a_monitor_s_word_rests_on_what_the_monitor_rests_on(linked, blast):
    channel = blast(f"A blast in {PLACE} killed seven, the [Red Front|GROUP|g] said.", "Salt Watch Group", "g")
    site = blast(f"A blast at {PLACE} left seven dead, the [Salt Watch Group|ORG|s] said.", "Coast Times", "s")
    alone = linked(site)
    assert roots_of(alone, site) != [["Red Front"]]
    found = linked(channel, site)
    assert roots_of(found, channel, site) == [["Red Front"], ["Red Front"]]
    assert [len(event.roots) for event in found.events] == [1]


def test_a_link_to_another_article_of_the_event_is_its_root(linked, blast):
    first = blast(f"A blast in {PLACE} killed seven.", "Hill Herald", url="https://hill.example/7")
    later = blast(f"Seven people are dead: a blast hit {PLACE}.", "Coast Times", links=("https://hill.example/7",))
    other = blast(f"Seven are dead after a blast at {PLACE}.", "Salt Radio", links=("https://else.example/",))
    assert roots_of(linked(first, later, other), first, later, other) == [["Hill Herald"], ["Hill Herald"], ["Salt Radio"]]


def test_a_sentence_quoted_in_a_digest_rests_on_the_article_it_is_from(linked, blast):
    words = f"A blast at the old salt gate of {PLACE} killed seven porters on Monday."
    first = blast(f"{words} The gate had been shut since the flood. Elders had asked for guards.", "Hill Herald")
    digest = blast(
        f"Rain is due in the hills all week. The wells are low. {words} Camels are cheap again.",
        "Coast Times",
        published="2031-03-06",
    )
    assert roots_of(linked(first, digest), first, digest) == [["Hill Herald"], ["Hill Herald"]]


def test_two_that_name_each_other_are_one_root(linked, blast):
    one = blast(f"A blast in {PLACE} killed seven, the [Hill Herald|MEDIA|h] wrote.", "Coast Times", "h")
    other = blast(f"Seven died in a blast at {PLACE}, the [Coast Times|MEDIA|c] wrote.", "Hill Herald", "c")
    assert [len(event.roots) for event in linked(one, other).events] == [1]


def test_independent_outlets_stay_independent(linked, blast):
    one, other = blast(f"A blast in {PLACE} killed seven.", "Coast Times"), blast(f"We saw a blast hit {PLACE}.", "Hill Herald")
    assert [len(event.roots) for event in linked(one, other).events] == [2]


def test_an_agency_credited_by_two_outlets_is_one_root(linked, blast):
    texts = (f"SIDI (Dune Wire) - A blast in {PLACE} killed seven.", f"Seven died as a blast hit {PLACE}. Dune Wire")
    made = [blast(text, outlet) for text, outlet in zip(texts, ("Coast Times", "Hill Herald"), strict=True)]
    assert roots_of(linked(*made), *made) == [["Dune Group"], ["Dune Group"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("@dune_wire", "https://t.me/dune_wire"), ("the Salt Watch Group", "Salt Watch"), ("DUNE POST", "Dune Post")],
)
def test_names_of_one_outlet_are_comparable(one, other):
    assert comparable(one) == comparable(other) != ""
