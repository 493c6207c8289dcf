"""An article's fingerprint: a sample of its runs of letters, which depends on nothing but the article."""

import hashlib
from dataclasses import dataclass

import numpy as np

from rashomon.linking.copies.letters import Hashes, Letters, Places, letters
from rashomon.model.sources import Article
from rashomon.model.words import PartKind

#: Letters in a run: about three words, so that few texts share one by chance.
RUN = 16
#: One run in so many is kept, the same ones in every text.
KEPT = 8
_READ = (PartKind.TITLE, PartKind.LEAD, PartKind.BODY)
_HIGH = np.uint64(40)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What of an article is compared with millions of others.

    Args:
        length: in letters and digits.

        digest: the same for texts of the same letters.

        sample: the kept runs, each once, sorted.
    """

    article_id: str
    length: int
    digest: bytes
    sample: Hashes


def read_text(article: Article) -> str:
    """Return the parts that are read for meaning, each once; the whole text where the page knows no parts."""
    spans = article.spans(*_READ)
    texts = dict.fromkeys(article.text[start:end].strip() for start, end in spans)
    return "\n".join(texts) if texts else article.text


def sampled(text: Letters) -> tuple[Places, Hashes]:
    """Return where the kept runs of a text begin, counted in letters, and the runs."""
    runs = text.runs(RUN)
    at = np.flatnonzero((runs >> _HIGH) % np.uint64(KEPT) == 0)
    return at, runs[at]


def fingerprint(article: Article) -> Fingerprint:
    """Return the fingerprint of an article."""
    text = letters(read_text(article))
    digest = hashlib.blake2b(text.codes.tobytes(), digest_size=16).digest()
    return Fingerprint(article.id, len(text), digest, np.unique(sampled(text)[1]))
