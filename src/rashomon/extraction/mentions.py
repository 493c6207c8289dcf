"""All mentions of one article: entities, dates and numbers. A trained model may later stand behind the same shapes."""

import re
from dataclasses import dataclass, replace
from datetime import date

from rashomon.extraction.dates import find_dates
from rashomon.extraction.dates_reading import FoundDate
from rashomon.extraction.entities import find_mentions
from rashomon.extraction.foreign import is_foreign, listed_mentions
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.number_kinds import number_kinds
from rashomon.extraction.numbers import FoundNumber, find_numbers
from rashomon.model.reading import Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind, NumberKind, PartKind
from rashomon.text.sentences import sentences

_PERSONS = frozenset({MentionKind.PERSON})
_MANY = frozenset({MentionKind.GROUP, MentionKind.FORCE, MentionKind.GOVERNMENT, MentionKind.CIVILIANS, MentionKind.ORGANISATION})
_BODIES = frozenset(
    {
        MentionKind.GROUP,
        MentionKind.FORCE,
        MentionKind.GOVERNMENT,
        MentionKind.ORGANISATION,
        MentionKind.MEDIA,
        MentionKind.COUNTRY,
    }
)
#: What a pronoun may mean.
_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "she", "her", "hers", "himself", "herself"), _PERSONS),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), _MANY),
    **dict.fromkeys(("it", "its", "itself"), _BODIES),
}
_WORD = re.compile(r"\w+")
#: How many characters back an antecedent may stand.
_REACH = 400


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one article mentions, each tuple in reading order.

    Args:
        sentences: offsets of the sentences of title, lead and body.

        entities: mentions of every kind but DATE and NUMBER; none overlaps another.

        dates, numbers: the mentions of kind DATE and NUMBER.

        found_numbers: for each of ``numbers`` its qualifier, printed value and unit.
    """

    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Mention, ...]
    dates: tuple[Mention, ...]
    numbers: tuple[Mention, ...]
    found_numbers: tuple[FoundNumber, ...]


def read_spans(article: Article) -> tuple[tuple[int, int], ...]:
    """Return the offsets of what is read for meaning: title and body, the lead where there is no body, else all."""
    body = article.spans(PartKind.TITLE, PartKind.BODY)
    if not article.spans(PartKind.BODY):
        body = article.spans(PartKind.TITLE, PartKind.LEAD)
    return body or (((0, len(article.text)),) if not article.parts else ())


def mentions(article: Article, lexicon: Lexicon) -> Mentions:
    """Return all mentions of the article's title and body (its lead where there is no body).

    Of one in another language than English only the names that lists hold: dates and numbers are written otherwise there.
    """
    anchor = anchor_of(article)
    spans = read_spans(article)
    cut = tuple(sentence for span in spans for sentence in sentences(article.text, *span))
    if is_foreign(article):
        return Mentions(cut, listed_mentions(article, cut, lexicon), (), (), ())
    dates = tuple(found for span in spans for found in find_dates(article.text, span, anchor))
    taken = tuple((found.start, found.end) for found in dates)
    numbers, found_numbers = _numbers(article, cut, taken)
    return Mentions(cut, find_mentions(article, cut, lexicon), tuple(_date(article, d) for d in dates), numbers, found_numbers)


def anchor_of(article: Article) -> date | None:
    """The day of publication, where the page prints a whole one."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _date(article: Article, found: FoundDate) -> Mention:
    words = article.text[found.start : found.end]
    value = found.value
    if value is not None and value.precision == "day" and found.clock is not None and found.clock.hour is not None:
        value = replace(value, hour=found.clock.hour % 24)
    return Mention(EvidenceSpan(article.id, found.start, found.end), MentionKind.DATE, words, date=value)


def _numbers(
    article: Article, cut: tuple[tuple[int, int], ...], taken: tuple[tuple[int, int], ...]
) -> tuple[tuple[Mention, ...], tuple[FoundNumber, ...]]:
    """The numbers of all sentences as mentions, and as they were found."""
    found: list[FoundNumber] = []
    made: list[Mention] = []
    previous: NumberKind | None = None
    for sentence in cut:
        dates = tuple(span for span in taken if span[0] < sentence[1] and sentence[0] < span[1])
        numbers = find_numbers(article.text, sentence, dates)
        kinds = number_kinds(article.text, numbers, sentence, previous)
        for number, previous in zip(numbers, kinds, strict=True):
            span = EvidenceSpan(article.id, number.start, number.end)
            words = article.text[number.start : number.end]
            made.append(Mention(span, MentionKind.NUMBER, words, number=number.value, number_kind=previous))
            found.append(number)
    return tuple(made), tuple(found)


def pronoun_antecedent(article: Article, found: Mentions, offset: int) -> str | None:
    """Return the key of the entity that the pronoun ("he", "they", "it") at ``offset`` most likely means, or ``None``.

    The nearest earlier mention of a fitting kind in this or the last sentences, one that opens its sentence first.
    """
    pronoun = _WORD.match(article.text, offset)
    kinds = _PRONOUNS.get(pronoun.group().lower()) if pronoun else None
    if kinds is None:
        return None
    before = [m for m in found.entities if offset - _REACH <= m.span.start and m.span.end <= offset and m.kind in kinds]
    if not before:
        return None
    sentence = max((start for start, _ in found.sentences if start <= before[-1].span.start), default=0)
    same = [mention for mention in before if mention.span.start >= sentence]
    named = [mention for mention in same if mention.named]
    return (named or same)[0].key if kinds is not _PERSONS else (named or same)[-1].key
