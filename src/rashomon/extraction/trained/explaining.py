"""What the model decided about one article and how sure it was, beside what the rules alone read."""

from collections.abc import Iterator, Sequence

from rashomon.extraction.explained import Judgement
from rashomon.extraction.trained.encoder import Encoded
from rashomon.extraction.trained.finding import Findings, Judged
from rashomon.extraction.trained.heads import Found
from rashomon.extraction.trained.reader import TrainedExtractor
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, EvidenceSpan


def judged(extractor: TrainedExtractor, article: Article) -> tuple[Reading, tuple[Judgement, ...]]:
    """Return what the rules alone read, and what the model decided: nothing about dates, and nothing in other languages."""
    looked = extractor.look(article)
    if looked.encoded is None or looked.findings is None:
        return looked.ruled, ()
    return looked.ruled, tuple(_judgements(article.id, looked.encoded, looked.findings))


def _judgements(article_id: str, encoded: Encoded, found: Findings) -> Iterator[Judgement]:
    def place(span: Found) -> EvidenceSpan:
        return EvidenceSpan(article_id, *encoded.characters(span.pieces))

    def pairs(head: str, left: Sequence[Found], right: Sequence[Found], several: Sequence[Judged]) -> Iterator[Judgement]:
        for pair in several:
            yield Judgement(head, place(left[pair.left]), pair.label, pair.sure, place(right[pair.right]))

    spans = {
        "mention": found.mentions,
        "number": found.numbers,
        "trigger": found.triggers,
        "cue": found.cues,
        "content": found.contents,
    }
    for head, several in spans.items():
        yield from (Judgement(head, place(one), one.label, one.sure) for one in several)
    fillers = (*found.mentions, *found.dates, *found.numbers)
    yield from pairs("role", found.triggers, fillers, found.roles)
    yield from pairs("source", found.anchors, found.mentions, found.sources)
