"""Read an article with the trained model; dates and numbers get their values from the grammars."""

import functools
import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from rashomon.extraction.claims import with_subjects
from rashomon.extraction.clauses import passage
from rashomon.extraction.figures import figures
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.mentions import mentions, read_spans
from rashomon.extraction.phrases import words_digest
from rashomon.model.reading import Reading, Tie
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import PartKind, Relation
from training.reader.encoder import Encoder
from training.reader.entities import Entities, ordered
from training.reader.finding import find
from training.reader.heads import Heads
from training.reader.telling import Telling

#: Raised when the way from the model's findings to a reading changes.
NAME = "trained-1"


class TrainedReader:
    """Reads one article at a time.

    Args:
        folder: the model, as `training.export` writes it.

        lexicon: the lists that dates, numbers and listed names are read by.
    """

    def __init__(self, folder: Path, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._encoder = Encoder(folder)
        with np.load(folder / "heads.npz") as arrays:
            self._heads = Heads({name: arrays[name].astype(np.float32) for name in arrays.files})
        self._model = tomllib.loads((folder / "model.toml").read_text(encoding="utf-8"))["version"]

    @functools.cached_property
    def version(self) -> str:
        """Name, the model's version and a digest of the lists."""
        lists = hashlib.sha256((self._lexicon.digest + words_digest()).encode()).hexdigest()[:8]
        return f"{NAME}+{self._model}+{lists}"

    def read(self, article: Article) -> Reading:
        """Return everything found; of an article in another language than English only its listed names."""
        listed = mentions(article, self._lexicon)
        noise = tuple(EvidenceSpan(article.id, start, end) for start, end in article.spans(PartKind.NOISE))
        if article.language not in (None, "en"):
            unread = tuple(EvidenceSpan(article.id, start, end) for start, end in read_spans(article))
            return Reading(article.id, self.version, listed.entities, unread=(*unread, *noise))
        encoded = self._encoder.encode(readable(article))
        found = find(encoded, self._heads)
        entities = Entities(article, listed, encoded, found)
        telling = Telling(listed.sentences, entities, found)
        said = telling.claims()
        told = telling.accounts(said)
        text = passage(article, entities.as_mentions())
        counted = figures(text, said, told)
        return Reading(
            article_id=article.id,
            reader=self.version,
            mentions=tuple(ordered((*entities.mentions, *entities.dates, *entities.numbers))),
            accounts=told,
            claims=with_subjects(text, said, told, counted),
            figures=counted,
            ties=tuple(self._ties(article, telling)),
            unread=noise,
        )

    @staticmethod
    def _ties(article: Article, telling: Telling) -> Iterator[Tie]:
        """Yield each tie once, with the words from its one end to the other."""
        seen: set[tuple[str, str, str]] = set()
        for subject, relation, other in telling.tied():
            if (subject.key, relation, other.key) not in seen:
                seen.add((subject.key, relation, other.key))
                start, end = min(subject.span.start, other.span.start), max(subject.span.end, other.span.end)
                yield Tie(subject.key, Relation(relation), other.key, EvidenceSpan(article.id, start, end))


def readable(article: Article) -> str:
    """Return the article's text with everything but title and body blanked out, so that offsets stay."""
    kept = [" "] * len(article.text)
    for start, end in read_spans(article):
        kept[start:end] = article.text[start:end]
    return "".join(kept)
