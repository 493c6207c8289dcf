"""Where information first comes from; the one place where independence is counted."""

import pytest

from rashomon.model.words import RootKind

BLAST = "A [blast|WPN|w] hit [Tall Ghar|PLACE|p]"


def roots_of(found, *drafts):
    named = {account: (root.kind, root.name) for root in found.roots for account in root.accounts}
    return [named[made.accounts[0].id] for made in drafts]


def blast(write, tail, by="", **more):
    made = write(f"{BLAST}, {tail}", **more)
    made.event("hit", "bombing", place="p", date="2031-03-03", by=by)
    return made


@pytest.mark.parametrize(
    ("tail", "by", "root"),
    [
        ("it was learned.", "", (RootKind.OUTLET, "Coast Times")),
        ("the [Red Front|GROUP|g] said.", "g", (RootKind.SPEAKER, "Red Front")),
        ("the [RF Voice|MEDIA|g] said.", "g", (RootKind.SPEAKER, "Red Front")),
        ("[Dune Wire|MEDIA|d] reported.", "d", (RootKind.OUTLET, "Dune Group")),
        ("[officials|GOV|o] said.", "o", (RootKind.OUTLET, "Coast Times")),
        ("[officials|GOV|o] told [Dune Wire|MEDIA|d].", "d o", (RootKind.OUTLET, "Dune Group")),
        ("[Hill Hospital|ORG|h] said.", "h", (RootKind.SPEAKER, "Hill Hospital")),
    ],
)
def test_the_origin_of_an_account(linked, write, tail, by, root):
    made = blast(write, tail, by, outlet="Coast Times")
    assert roots_of(linked(made), made) == [root]


def test_outlets_of_one_family_are_one_root(linked, write):
    one, other = blast(write, "we saw.", outlet="Dune Post"), blast(write, "our man there says.", outlet="Dune Wire")
    assert len(set(roots_of(linked(one, other), one, other))) == 1


def test_two_outlets_that_quote_one_speaker_are_one_root(linked, write):
    one = blast(write, "the [Red Front|GROUP|g] said.", "g", outlet="Dune Post")
    other = blast(write, "according to [RFL|GROUP|x] men.", "x", outlet="Coast Times")
    found = linked(one, other)
    assert len(set(roots_of(found, one, other))) == 1
    assert [len(event.roots) for event in found.events] == [1]


def test_a_spokesman_speaks_for_his_side(linked, write):
    made = blast(write, "the spokesman [Tariq Noor Sall|PER|s] of the [Red Front|GROUP|g] said.", "s", outlet="Coast Times")
    made.tie("s", "spokesman_of", "g")
    assert roots_of(linked(made), made) == [(RootKind.SPEAKER, "Red Front")]


def test_a_copy_goes_back_to_its_original(linked, write):
    tail = "and the windows of eleven houses along the old caravan road were broken by the force of it, neighbours found."
    first = blast(write, tail, outlet="Coast Times", published="2031-03-04")
    later = blast(write, tail, outlet="Salt Radio", published="2031-03-05")
    found = linked(later, first)
    assert roots_of(found, first, later) == [(RootKind.OUTLET, "Coast Times")] * 2
    assert [(len(event.accounts), len(event.roots)) for event in found.events] == [(2, 1)]


def test_what_is_forwarded_goes_back_to_the_channel_it_names(linked, write):
    made = blast(write, "it was learned.", outlet="Coast Times", forwarded_from="Dune Wire")
    assert roots_of(linked(made), made) == [(RootKind.OUTLET, "Dune Group")]


def test_two_unstated_outlets_are_two_roots_unless_they_stand_in_one_capture(linked, write):
    one, other = blast(write, "one wrote.", outlet=None, capture="a"), blast(write, "another noted.", outlet=None, capture="b")
    assert [(root.name, len(root.accounts)) for root in linked(one, other).roots] == [("outlet not stated", 1)] * 2
    assert len({root.id for root in linked(one, other).roots}) == 2
    beside = blast(write, "a third added.", outlet=None, capture="a", n=1)
    assert [len(root.accounts) for root in linked(one, beside).roots] == [2]
