"""Invented ledgers: the same for one seed, and linked to the same whatever the order in which they arrive."""

from itertools import islice
from random import Random

import pytest

from benchmarks.scale import keep
from benchmarks.worlds import World
from rashomon.linking.digest import input_digest
from rashomon.linking.run import link
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.store.ledger import Ledger

DAYS = 2


class NoList:
    """Knows no actor and no outlet; every name is a town."""

    digest = "none"
    actors = ()

    def find(self, name: str):
        return (Place(name, "AA", PlacePrecision.TOWN, lat=len(name) * 3.0, lon=5.0),)

    def outlet(self, _name: str):
        return None

    def country(self, _name: str):
        return None

    def unwritten(self, _name: str):
        return False


class NoActors(NoList):
    def find(self, _name: str):
        return ()


@pytest.fixture(scope="module")
def days():
    return list(islice(World(7).days(), DAYS))


@pytest.fixture(scope="module")
def lists():
    return NoActors(), NoList()


def test_one_seed_makes_one_world_and_another_seed_another(days):
    assert list(islice(World(7).days(), DAYS)) == days
    assert list(islice(World(8).days(), DAYS)) != days


def test_a_world_is_as_readings_are(days):
    sources = [source for day in days for source in day.sources]
    assert len({source.article.id for source in sources}) == len(sources)
    for day in days:
        for source in day.sources:
            article, reading = source.article, source.reading
            assert article.text == day.text[article.start : article.end]
            assert reading.accounts
            assert all(mention.span.of(article) == mention.text for mention in reading.mentions)
            keys = {mention.key for mention in reading.mentions}
            assert all(filler.key in keys for account in reading.accounts for filler in account.fillers)


def test_any_order_and_any_batches_give_the_ledger_of_all_at_once(days, lists, tmp_path):
    whole = link([source for day in days for source in day.sources], *lists)
    batches = Random(1).sample(days, len(days))
    with Ledger.create(tmp_path / "ledger") as ledger:
        for day in batches:
            keep(ledger, [day])
            ledger.put_linked(link(ledger.sources(), *lists), input_digest(ledger.readers(), *lists))
        assert ledger.linked() == whole
    assert whole.events
    assert whole.copies
