"""One event across documents (ECB+, Gun Violence Corpus): given words that name events, which of them name the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from benchmarks.shared import Row, rules
from benchmarks.texts import article_of
from rashomon.extraction.trained.encoder import TrainedModel
from rashomon.extraction.trained.shipping import MODEL
from rashomon.linking.contract import Source
from rashomon.linking.coreference.coreference import Characters, same_events
from rashomon.linking.coreference.occurrences import triggers
from rashomon.linking.coreference.pairs import PairModel
from rashomon.model.sources import EvidenceSpan

DEV = ("bench/event_coreference/ecbplus.dev.jsonl", "bench/event_coreference/gvc.dev.jsonl")
GOLD = ("topic", "subtopic", "unlinked_mentions", "mentions.cluster", "mentions.tag", "mentions.span")


def located(rows: Sequence[Row]) -> tuple[list[Source], dict[str, list[Characters]], dict[str, list[EvidenceSpan]]]:
    """Return the articles with their readings, where words name events in each, and the same by record, in its order.

    A record that gives no words is looked through for them.
    """
    sources: list[Source] = []
    spans: dict[str, list[Characters]] = {}
    keys: dict[str, list[EvidenceSpan]] = {}
    for row in rows:
        article = article_of(row["text"], published=row.get("date"))
        sources.append(source := Source(article, rules().read(article)))
        given = row.get("mentions")
        wanted = triggers(source.reading) if given is None else [(mention["start"], mention["end"]) for mention in given]
        spans.setdefault(article.id, []).extend(wanted)
        keys[row["id"]] = [EvidenceSpan(article.id, start, end) for start, end in wanted]
    return sources, spans, keys


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Link the words of all records together."""
    records = list(rows)
    sources, spans, keys = located(records)
    events: Mapping[EvidenceSpan, int] = same_events(sources, spans, TrainedModel(MODEL), PairModel())
    for row in records:
        ids = [{"id": mention["id"]} for mention in row.get("mentions") or ()]
        named = [{"start": span.start, "end": span.end, "cluster": events[span]} for span in keys[row["id"]]]
        yield {
            "id": row["id"],
            "mentions": [{**one, **other} for one, other in zip(ids or [{}] * len(named), named, strict=True)],
        }
