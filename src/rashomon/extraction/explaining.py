"""Find out how the things in a reading were found: by which lists, rules and decisions, and from which day dates are reckoned."""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extraction.contract import Extractor
from rashomon.extraction.explained import Coded, Explained, Judgement, Known
from rashomon.extraction.rules import RuleExtractor
from rashomon.lists.gazetteer import ListedGazetteer
from rashomon.lists.registry import ListedRegistry
from rashomon.lists.schemes import load_schemes
from rashomon.model.reading import Account, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import PLACE_KINDS, MentionKind, Role


class Explaining:
    """Explains readings of one extractor.

    Args:
        extractor: what made them.

        registry, gazetteer: the lists it read by.
    """

    def __init__(self, extractor: Extractor, registry: ListedRegistry, gazetteer: ListedGazetteer) -> None:
        self._extractor = extractor
        self._registry = registry
        self._gazetteer = gazetteer

    def explain(self, article: Article, reading: Reading) -> Explained:
        """Return how everything in an article's reading was found; the article is read once more without its printed day."""
        ruled, judgements = self._judged(article)
        undated = self._extractor.read(replace(article, published=None))
        return Explained(
            ruled,
            judgements,
            _reckoned(reading, undated),
            tuple(self._known(reading)),
            tuple(coded(reading, account) for account in reading.accounts),
        )

    def _judged(self, article: Article) -> tuple[Reading | None, tuple[Judgement, ...]]:
        if isinstance(self._extractor, RuleExtractor):
            return None, ()
        from rashomon.extraction.trained.explaining import judged  # noqa: PLC0415 - numpy and ONNX Runtime load slowly
        from rashomon.extraction.trained.reader import TrainedExtractor  # noqa: PLC0415

        return judged(self._extractor, article) if isinstance(self._extractor, TrainedExtractor) else (None, ())

    def _known(self, reading: Reading) -> Iterator[Known]:
        named = {m.key: m for m in reversed(reading.mentions) if m.key and m.named}
        for key, mention in sorted(named.items(), key=lambda pair: pair[1].span.start):
            actors = tuple(actor.name for actor in self._registry.find(mention.name))
            listed = self._gazetteer.find(mention.name) if mention.kind in PLACE_KINDS else ()
            yield Known(key, actors, tuple(f"{place.name}, {place.country or '-'}" for place in listed[:1]))


def _reckoned(reading: Reading, undated: Reading) -> tuple[EvidenceSpan, ...]:
    """Return the dates of a reading that have another value, or none, where the article's day is not known."""
    alone = {(m.span.start, m.span.end): m.date for m in undated.mentions if m.kind == MentionKind.DATE}
    dates = (m for m in reading.mentions if m.kind == MentionKind.DATE and m.date is not None)
    return tuple(m.span for m in dates if alone.get((m.span.start, m.span.end)) != m.date)


def coded(reading: Reading, account: Account) -> Coded:
    """Return an account of a reading in the words of CAMEO, PLOVER and ACLED."""
    schemes = load_schemes()
    agents, patients = (
        [mentions[0].kind for key in account.keys(role) if (mentions := reading.entity(key))]
        for role in (Role.AGENT, Role.PATIENT)
    )
    acled = schemes.acled(account.type, agents, patients)
    return Coded(account.id, schemes.cameo(account.type), schemes.plover(account.type), acled)
