"""The shipped lists and what reads by them, made ready once a process: a second's work that dozens of tests start from."""

from functools import cache

from rashomon.extraction.contract import Extractor
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.product import extractor
from rashomon.extraction.rules import RuleExtractor
from rashomon.lists.gazetteer import ListedGazetteer, load_gazetteer
from rashomon.lists.registry import ListedRegistry, load_registry
from rashomon.pipeline.updating import Updating
from rashomon.sample import sample_lists
from rashomon.store.ledger import Ledger


@cache
def shipped_lists() -> tuple[ListedRegistry, ListedGazetteer]:
    """Return the actors and places that every ledger knows."""
    return load_registry(), load_gazetteer()


@cache
def shipped_lexicon() -> Lexicon:
    """Return them as an article is read by them."""
    return Lexicon(*shipped_lists())


@cache
def shipped_rules() -> RuleExtractor:
    """Return the reading by rules and the shipped lists."""
    return RuleExtractor(shipped_lexicon())


@cache
def shipped_extractor() -> Extractor:
    """Return the product's own reading by the shipped lists."""
    return extractor(*shipped_lists())


@cache
def sample_reading() -> tuple[Extractor, ListedRegistry, ListedGazetteer]:
    """Return what reads the sample, and its lists."""
    registry, gazetteer = load_registry(sample_lists()), load_gazetteer(sample_lists())
    return extractor(registry, gazetteer), registry, gazetteer


def updating(ledger: Ledger) -> Updating:
    """Return what reads and links a ledger of the sample."""
    return Updating(ledger, *sample_reading())
