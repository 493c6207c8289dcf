"""Read an article by rules and lists: the first extractor, and the measure for the trained one that replaces it."""

import functools
import hashlib

from rashomon.extraction.accounts import accounts
from rashomon.extraction.appositions import with_appositions
from rashomon.extraction.attribution_voices import with_voices
from rashomon.extraction.claims import claims, with_subjects
from rashomon.extraction.clauses import passage
from rashomon.extraction.coded.reader import with_codes
from rashomon.extraction.denials import with_denials
from rashomon.extraction.figures import figures, with_tolls
from rashomon.extraction.foreign import is_foreign
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.mentions import Mentions, mentions
from rashomon.extraction.phrases import words_digest
from rashomon.extraction.ties import ties
from rashomon.extraction.ties_backers import with_backers
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import PartKind

#: Raised when the rules change what they find though no list does.
NAME = "rules-9"


class RuleExtractor:
    """Reads one article at a time; holds nothing but the lists it reads by.

    >>> from rashomon.extraction.contract import Extractor
    >>> extractor: type[Extractor] = RuleExtractor
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @functools.cached_property
    def version(self) -> str:
        """Name and version, with a digest of the actor lists and the word lists."""
        return f"{NAME}+{hashlib.sha256((self._lexicon.digest + words_digest()).encode()).hexdigest()[:8]}"

    def read(self, article: Article) -> Reading:
        """Return everything found; of an article in another language than English only its mentions."""
        return with_codes(article, read_by_rules(article, self._lexicon, self.version)[1])


def read_by_rules(article: Article, lexicon: Lexicon, reader: str) -> tuple[Mentions, Reading]:
    """Return an article's mentions and what they and the words between them say.

    Of an article in another language than English the reading holds the mentions alone.
    """
    found = mentions(article, lexicon)
    noise = tuple(EvidenceSpan(article.id, start, end) for start, end in article.spans(PartKind.NOISE))
    if is_foreign(article):
        foreign = article.spans(PartKind.TITLE, PartKind.LEAD, PartKind.BODY)
        unread = tuple(EvidenceSpan(article.id, start, end) for start, end in foreign)
        return found, Reading(article.id, reader, _all(found), unread=tuple(sorted((*unread, *noise), key=_by_place)))
    found = with_appositions(article, with_backers(article, with_voices(article, found), lexicon))
    return found, read_english(article, found, reader, noise)


def read_english(article: Article, found: Mentions, reader: str, unread: tuple[EvidenceSpan, ...] = ()) -> Reading:
    """Return what the mentions of an English article and the words between them say."""
    text = passage(article, found)
    said = with_denials(text, claims(text))
    told = accounts(text, said)
    counted = figures(text, said, told)
    told = with_tolls(told, counted)
    return Reading(article.id, reader, _all(found), told, with_subjects(text, said, told, counted), counted, ties(text), unread)


def _all(found: Mentions) -> tuple[Mention, ...]:
    return tuple(sorted((*found.entities, *found.dates, *found.numbers), key=lambda mention: _by_place(mention.span)))


def _by_place(span: EvidenceSpan) -> tuple[int, int]:
    return span.start, -span.end
