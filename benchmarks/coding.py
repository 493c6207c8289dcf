"""The product's coder, made ready once for the sets that ask who did what to whom."""

import functools

from rashomon.extraction.coder import Coder
from rashomon.extraction.lexicon import Lexicon
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry


@functools.cache
def coder() -> Coder:
    """Return the product's own coder."""
    return Coder(Lexicon(load_registry(), load_gazetteer()))
