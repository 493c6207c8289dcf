"""Which words of which articles name one event: articles gathered into stories, words of a story linked by pairs.

Unlike `linking.merging`, which makes events of accounts with their roles, dates and places, this asks of any words at all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from rashomon.extraction.trained.encoder import TrainedModel
from rashomon.linking.contract import Source
from rashomon.linking.coreference.likeness import article_likeness
from rashomon.linking.coreference.occurrences import Occurrence, occurrences
from rashomon.linking.coreference.pairs import PairModel
from rashomon.linking.coreference.resemblance import Scenery, rarity
from rashomon.linking.linkage import average_link, beside_of, numbered
from rashomon.linking.stories.story_groups import story_groups
from rashomon.model.sources import EvidenceSpan

#: Articles less likely one story than this, on average, are two. Loose: what two words of them mean is asked one by one.
LOOSE_AT = 0.01
#: First and one past the last character.
Characters = tuple[int, int]


def sceneries(sources: Sequence[Source], spans: Mapping[str, Sequence[Characters]], encoder: TrainedModel) -> Iterator[Scenery]:
    """Yield the occurrences of one story after the other; stories that hold none are left out.

    Args:
        sources: articles with their readings, in any order.

        spans: by article, where words stand that name events.

        encoder: makes states of words in their sentences.
    """
    by_id = {source.article.id: source for source in sources}
    ordered = [by_id[key] for key in sorted(by_id)]
    words, names = article_likeness(ordered)
    story_of = _stories(ordered)
    found = [_found(source, spans.get(source.article.id, ()), encoder) for source in ordered]
    rare = rarity([one for own in found for one in own], story_of)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for n, source in enumerate(ordered):
        members[story_of[source.article.id]].extend([n] * len(found[n]))
    for rows in members.values():
        if rows:
            within = [one for n in dict.fromkeys(rows) for one in found[n]]
            yield Scenery(within, words[np.ix_(rows, rows)], names[np.ix_(rows, rows)], rare)


def _stories(ordered: Sequence[Source]) -> dict[str, int]:
    """Return the number of each article's story, by article id; numbered in the order of the articles."""
    groups = story_groups((source.article for source in ordered), at=LOOSE_AT)
    return {article_id: number for number, group in enumerate(groups) for article_id in group}


def _found(source: Source, spans: Sequence[Characters], encoder: TrainedModel) -> tuple[Occurrence, ...]:
    wanted = sorted(set(spans))
    return occurrences(source, encoder.lowest(source.article.text), wanted) if wanted else ()


def same_events(
    sources: Sequence[Source], spans: Mapping[str, Sequence[Characters]], encoder: TrainedModel, pairs: PairModel
) -> dict[EvidenceSpan, int]:
    """Return the number of the event that each span names; arguments as of `sceneries`.

    The order of the sources makes no difference to which spans share a number.
    """
    events: dict[EvidenceSpan, int] = {}
    for scenery in sceneries(sources, spans, encoder):
        begin = len(events)
        for one, number in zip(scenery.found, numbered(average_link(beside_of(pairs.chances(scenery)), pairs.at)), strict=True):
            events[one.span] = begin + number
    return events
