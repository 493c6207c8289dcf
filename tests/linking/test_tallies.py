"""Published counts beside the ledger's own."""

import pytest

from rashomon.linking.figures.tallies import tallies


def published(write):
    made = write(
        "The [Red Front|GROUP|g] claims 57 raids in February and 41 raids in January, 98 raids in both months.",
        outlet="Coast Times",
    )
    for words, period in (("57", "2031-02"), ("41", "2031-01"), ("98", "2031-01-01/2031-02-28")):
        made.figure(words, words, "raids", period=period, source="g")
    return made


def raid(write, day, text, **roles):
    made = write(text, outlet="Dune Post", published=day)
    made.event("raid", "attack", date=day, **roles)
    return made


@pytest.fixture
def counted(linked):
    """Published number to the number of own events, for the one series."""

    def run(*drafts):
        result = linked(*drafts)
        (series,) = result.series
        figures = {figure.id: figure for made in drafts for figure in made.source.reading.figures}
        found = tallies(series, figures, result.events, {actor.id: actor.name for actor in result.actors})
        return {str(tally.published): len(tally.events) for tally in found}

    return run


def test_own_events_are_counted_by_actor_and_period(write, counted):
    drafts = [
        raid(write, "2031-02-10", "A raid by the [Red Front|GROUP|g] hit [Tall Ghar|PLACE|p].", agent="g", place="p"),
        raid(
            write, "2031-01-10", "Shots were heard in [Sidi|PLACE|p] in a raid by the [Red Front|GROUP|g].", agent="g", place="p"
        ),
        raid(write, "2031-02-20", "The [Bland army|FORCE|b] began a raid on some farms.", agent="b"),
    ]
    assert counted(published(write), *drafts) == {"57": 1, "41": 1, "98": 2}


def test_a_summed_up_event_is_no_event_of_its_own(write, counted):
    made = write("A raid campaign of the [Red Front|GROUP|g] went on all winter.", outlet="Dune Post")
    made.event("raid", "attack", date="2031-01-01/2031-02-28", agent="g")
    assert set(counted(published(write), made).values()) == {0}
