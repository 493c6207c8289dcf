"""Read an article with the trained model on top of rules and lists; dates and numbers get their values from the grammars."""

import functools
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.extraction.claims import with_subjects
from rashomon.extraction.clauses import passage
from rashomon.extraction.coded.reader import with_codes
from rashomon.extraction.denials import with_denials
from rashomon.extraction.figures import with_speakers
from rashomon.extraction.foreign import is_foreign
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.mentions import Mentions, read_spans
from rashomon.extraction.phrases import words_digest
from rashomon.extraction.rules import NAME as RULES
from rashomon.extraction.rules import read_by_rules
from rashomon.extraction.trained import merging
from rashomon.extraction.trained.encoder import Encoded, TrainedModel
from rashomon.extraction.trained.entities import Entities, ordered
from rashomon.extraction.trained.finding import Findings, find
from rashomon.extraction.trained.shipping import MODEL
from rashomon.extraction.trained.telling import Telling
from rashomon.model.reading import Claim, Reading
from rashomon.model.sources import Article

#: Raised when the way from the model's findings to a reading changes.
NAME = "trained-10"


@dataclass(frozen=True, slots=True)
class Looked:
    """What rules and model found in one article, before they are joined.

    Args:
        found, ruled: the rules' mentions and reading.

        encoded, findings: the model's word pieces and findings; ``None`` where there is nothing it can read.
    """

    found: Mentions
    ruled: Reading
    encoded: Encoded | None = None
    findings: Findings | None = None


class TrainedExtractor:
    """Reads one article at a time: the rules go first, the model adds what it is sure of.

    Args:
        lexicon: the lists that rules read by.

        folder: the model, as `training.export` writes it; the one that ships with the package where nothing is given.
    """

    def __init__(self, lexicon: Lexicon, folder: Path = MODEL) -> None:
        self.lexicon = lexicon
        self.model = TrainedModel(folder)

    @functools.cached_property
    def version(self) -> str:
        """Names of reader and rules, the model's version and a digest of the lists."""
        lists = hashlib.sha256((self.lexicon.digest + words_digest()).encode()).hexdigest()[:8]
        return f"{NAME}+{RULES}+{self.model.version}+{lists}"

    def look(self, article: Article) -> Looked:
        """Return what rules and model find; the model reads English only."""
        found, ruled = read_by_rules(article, self.lexicon, self.version)
        text = "" if is_foreign(article) else readable(article)
        encoded = self.model.encode(text, ruled)
        if not encoded.offsets:
            return Looked(found, ruled)
        return Looked(found, ruled, encoded, find(text, ruled, encoded, self.model.heads))

    def read(self, article: Article) -> Reading:
        """Return everything found; of an article in another language than English only its mentions."""
        return with_codes(article, self._joined(article, self.look(article)))

    def _joined(self, article: Article, looked: Looked) -> Reading:
        """Return rules' and model's findings as one."""
        found, ruled = looked.found, looked.ruled
        if looked.encoded is None or looked.findings is None:
            return ruled
        entities = Entities(article, found, looked.encoded, looked.findings)
        telling = Telling(found.sentences, entities, looked.findings)
        told = telling.claims()
        accounts = merging.accounts(article.text, telling.accounts([one.claim for one in told]), ruled.accounts, found.sentences)
        words = passage(article, found)
        said = with_denials(words, merging.claims(article.text, told, ruled.claims))
        named = merging.mentions(entities.mentions, found.entities)
        named = (*named, *merging.unnamed_ends(entities.mentions, named, accounts, said))
        return replace(
            ruled,
            mentions=tuple(ordered((*named, *found.dates, *entities.numbers))),
            accounts=merging.without_tellers(accounts, said, named),
            figures=with_speakers(ruled.figures, said),
            claims=tuple(sorted(with_subjects(words, said, accounts, ruled.figures), key=_by_content)),
        )


def _by_content(claim: Claim) -> tuple[int, int, str]:
    return claim.content.start, -claim.content.end, claim.source


def readable(article: Article) -> str:
    """Return the article's text with everything but title and body blanked out, so that offsets stay."""
    kept = [" "] * len(article.text)
    for start, end in read_spans(article):
        kept[start:end] = article.text[start:end]
    return "".join(kept)
