"""The product's own extractor: the one place that says what reads an article."""

import os

from rashomon.extraction.contract import Extractor
from rashomon.extraction.lexicon import Gazetteer, Lexicon, Registry
from rashomon.extraction.rules import RuleExtractor
from rashomon.extraction.trained.shipping import is_complete


def extractor(registry: Registry, gazetteer: Gazetteer) -> Extractor:
    """Return what reads articles: the trained reader where its model ships with the package, else the rules.

    Nothing of the trained reader is imported before it is asked for.

    Args:
        registry: the list of actors.

        gazetteer: the list of places.
    """
    lexicon = Lexicon(registry, gazetteer)
    if not is_complete():
        return RuleExtractor(lexicon)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are small: several threads cost more than they give
    from rashomon.extraction.trained.reader import TrainedExtractor  # noqa: PLC0415 - numpy and ONNX Runtime load slowly

    return TrainedExtractor(lexicon)
