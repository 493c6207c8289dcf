"""How a source's claims fared."""

import pytest

from rashomon.linking.sources.track_record import track_records
from rashomon.model.words import RootKind

PLACE = "[Tall Ghar|PLACE|p]"


def bombing(write, outlet, published, tail="", killed=None, **more):
    """Three ways of telling one bombing, so that none is a copy."""
    told = {
        "Dune Post": f"A bomb hit the market of {PLACE}.",
        "Coast Times": f"Smoke rose over {PLACE} after a bomb, hidden in a cart, blew up.",
        "Salt Radio": f"It was a bomb that woke {PLACE} this week, listeners tell us.",
    }[outlet]
    made = write(f"{told} {tail}", outlet=outlet, published=published)
    made.event("bomb", "bombing", date="2031-03-03", place="p", killed=killed, **more)
    return made


@pytest.fixture
def record(linked):
    """The counts of one source: claims, corroborated, contradicted, told after others, never taken up."""

    def run(name, *drafts, kind=RootKind.OUTLET):
        records = track_records(linked(*drafts), [made.source for made in drafts])
        (found,) = (each for each in records if (each.name, each.kind) == (name, kind))
        return len(found.cases), found.corroborated, found.contradicted, found.followed, found.alone

    return run


def test_who_is_first_is_corroborated_and_who_is_last_followed(write, record):
    first, last = bombing(write, "Dune Post", "2031-03-04"), bombing(write, "Coast Times", "2031-03-06")
    assert record("Dune Post", first, last) == (1, 1, 0, 0, 0)
    assert record("Coast Times", first, last) == (1, 0, 0, 1, 0)


def test_what_nobody_else_tells_was_never_taken_up(write, record):
    assert record("Dune Post", bombing(write, "Dune Post", "2031-03-04")) == (1, 0, 0, 0, 1)


def test_a_copy_corroborates_nothing(write, record):
    text = f"A bomb in a basket of figs tore through the old market hall of {PLACE} on Monday, and eleven shops burned for hours."
    drafts = [
        write(text, outlet=outlet, published=day) for outlet, day in (("Dune Post", "2031-03-04"), ("Coast Times", "2031-03-05"))
    ]
    for made in drafts:
        made.event("bomb", "bombing", date="2031-03-03", place="p")
    assert record("Dune Post", *drafts) == (1, 0, 0, 0, 1)


def test_one_speaker_in_two_outlets_is_one_root(write, record):
    drafts = [
        bombing(write, outlet, day, "So says the [Red Front|GROUP|g].", by="g")
        for outlet, day in (("Dune Post", "2031-03-04"), ("Coast Times", "2031-03-06"))
    ]
    assert record("Red Front", *drafts, kind=RootKind.SPEAKER) == (1, 0, 0, 0, 1)
    assert record("Dune Post", *drafts)[1] == 0


def test_who_stands_against_another_is_contradicted(write, record):
    one, other = bombing(write, "Dune Post", "2031-03-04", killed="3"), bombing(write, "Coast Times", "2031-03-04", killed="9")
    assert record("Dune Post", one, other)[2] == 1
    assert record("Coast Times", one, other)[2] == 1


def test_a_third_outlet_without_a_number_is_not_contradicted(write, record):
    drafts = [
        bombing(write, outlet, "2031-03-04", killed=killed) for outlet, killed in (("Dune Post", "3"), ("Coast Times", "9"))
    ]
    assert record("Salt Radio", *drafts, bombing(write, "Salt Radio", "2031-03-04"))[2] == 0


def test_what_was_not_claimed_to_have_happened_is_no_claim(linked, write):
    made = write(f"They plan a bomb in {PLACE}.", outlet="Dune Post")
    made.event("bomb", "bombing", "planned", place="p")
    assert track_records(linked(made), [made.source]) == ()
