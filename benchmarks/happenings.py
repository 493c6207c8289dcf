"""Clusters of short reports: which of them the ledger takes to tell one happening, read and linked all together.

The reports are our own words; several tell of well-known happenings. Two reports belong together where they share a label.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from benchmarks.shared import Figures, extractor
from benchmarks.texts import article_of
from rashomon.linking.contract import Source
from rashomon.linking.run import link
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.model.ledger import Event

REPORTS = Path(__file__).with_suffix(".toml")
#: Two articles, the lesser id first.
Pair = tuple[str, str]


def told(path: Path = REPORTS) -> Iterator[tuple[Source, frozenset[str]]]:
    """Yield the reports as they are read, each with the labels of what it tells."""
    reader = extractor()
    for cluster, held in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for published, outlet, labels, title, text in held["reports"]:
            article = article_of(f"{title}\n\n{text}", outlet=outlet, published=published)
            yield Source(article, reader.read(article)), frozenset(f"{cluster}/{label}" for label in labels.split())


def pairs(groups: Iterable[Iterable[str]]) -> frozenset[Pair]:
    """Return all pairs of articles that stand in one group."""
    return frozenset(pair for group in groups for pair in combinations(sorted(set(group)), 2))


def wanted(labels: Mapping[str, frozenset[str]]) -> frozenset[Pair]:
    """Return the pairs of articles that share a label."""
    return pairs([key for key, own in labels.items() if label in own] for label in set().union(*labels.values()))


def found(events: Iterable[Event], article_of_account: Mapping[str, str]) -> frozenset[Pair]:
    """Return the pairs of articles that stand in one event."""
    return pairs([article_of_account[account] for account in event.accounts] for event in events)


def compared(gold: frozenset[Pair], mine: frozenset[Pair]) -> Figures:
    """Return precision, recall and F1 of pairs."""
    right = len(gold & mine)
    return {
        "precision": right / len(mine) if mine else 0.0,
        "recall": right / len(gold) if gold else 0.0,
        "f1": 2 * right / (len(gold) + len(mine)) if right else 0.0,
        "gold": len(gold),
        "found": len(mine),
    }


def run() -> Figures:
    """Return the figures; what is found wrongly, or not found, goes to standard error."""
    read = list(told())
    labels = {source.article.id: own for source, own in read}
    titles = {source.article.id: f"{source.article.outlet}: {source.article.title}" for source, _ in read}
    accounts = {account.id: source.article.id for source, _ in read for account in source.reading.accounts}
    events = link([source for source, _ in read], load_registry(), load_gazetteer()).events
    gold, mine = wanted(labels), found(events, accounts)
    for said, several in (("wrong", mine - gold), ("missed", gold - mine)):
        for one, other in sorted(several, key=lambda pair: titles[pair[0]]):
            sys.stderr.write(f"{said}: {titles[one]} | {titles[other]}\n")
    return compared(gold, mine)
