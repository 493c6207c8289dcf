"""Read an article with the trained model on top of rules and lists; dates and numbers get their values from the grammars."""

import functools
import hashlib
from pathlib import Path

from rashomon.extraction.claims import with_subjects
from rashomon.extraction.clauses import passage
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.mentions import read_spans
from rashomon.extraction.phrases import words_digest
from rashomon.extraction.rules import read_by_rules
from rashomon.extraction.trained import merging
from rashomon.extraction.trained.encoder import TrainedModel
from rashomon.extraction.trained.entities import Entities, ordered
from rashomon.extraction.trained.finding import find
from rashomon.extraction.trained.shipping import MODEL
from rashomon.extraction.trained.telling import Telling
from rashomon.model.reading import Reading
from rashomon.model.sources import Article

#: Raised when the way from the model's findings to a reading changes.
NAME = "trained-1"


class TrainedExtractor:
    """Reads one article at a time: rules and lists propose, the model decides.

    Args:
        lexicon: the lists that rules read by.

        folder: the model, as `training.export` writes it; the one that ships with the package where nothing is given.
    """

    def __init__(self, lexicon: Lexicon, folder: Path = MODEL) -> None:
        self.lexicon = lexicon
        self.model = TrainedModel(folder)

    @functools.cached_property
    def version(self) -> str:
        """Name, the model's version and a digest of the lists."""
        lists = hashlib.sha256((self.lexicon.digest + words_digest()).encode()).hexdigest()[:8]
        return f"{NAME}+{self.model.version}+{lists}"

    def read(self, article: Article) -> Reading:
        """Return everything found; of an article in another language than English only its mentions."""
        found, ruled = read_by_rules(article, self.lexicon, self.version)
        if article.language not in (None, "en"):
            return ruled
        text = readable(article)
        encoded = self.model.encode(text, ruled)
        if not encoded.offsets:
            return ruled
        findings = find(text, ruled, encoded, self.model.heads)
        entities = Entities(article, found, encoded, findings)
        telling = Telling(found.sentences, entities, findings)
        told = telling.claims()
        accounts = merging.accounts(telling.accounts([claim for claim, _ in told]), ruled.accounts)
        said = merging.claims(told, ruled.claims)
        added = with_subjects(passage(article, found), [c for c in said if c not in ruled.claims], accounts, ruled.figures)
        about = {claim.id: claim for claim in added}
        return Reading(
            article_id=article.id,
            reader=self.version,
            mentions=tuple(ordered((*merging.mentions(entities.mentions, found.entities), *entities.dates, *entities.numbers))),
            accounts=accounts,
            claims=tuple(about.get(claim.id, claim) for claim in said),
            figures=ruled.figures,
            ties=ruled.ties,
            unread=ruled.unread,
        )


def readable(article: Article) -> str:
    """Return the article's text with everything but title and body blanked out, so that offsets stay."""
    kept = [" "] * len(article.text)
    for start, end in read_spans(article):
        kept[start:end] = article.text[start:end]
    return "".join(kept)
