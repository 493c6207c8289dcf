"""Claims that only the surface grammar of speech finds, beside those that cues and mentions give."""

import functools
from collections.abc import Iterator, Sequence

from rashomon.extraction.attribution_cues import plain_cue_words, turned
from rashomon.extraction.clauses import Passage
from rashomon.extraction.mentions import pronoun_antecedent, read_spans
from rashomon.extraction.phrases import verb_forms, words_of
from rashomon.extraction.speech import sayings
from rashomon.extraction.speech_shapes import Saying
from rashomon.extraction.speech_words import Tag, quotations, tagged
from rashomon.model.reading import UNKNOWN_KEY, Claim, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ACTOR_KINDS, Stance

#: Kinds of cue that tell what somebody says; wishes and judgements are no claims.
_TELLING = frozenset({Tag.VERB, Tag.AUXILIARY})
_FRAMES = frozenset({"clause", "told", "according", "by", "object"})


@functools.cache
def _stances() -> dict[str, Stance]:
    """The stance of each form of a verb of saying."""
    lists = words_of("cues.yaml")["verbs"]
    return {form: Stance(name) for name, verbs in lists.items() for verb in verbs if " " not in verb for form in verb_forms(verb)}


@functools.cache
def _of_things() -> frozenset[str]:
    """Forms of verbs that things have as subjects as well."""
    return frozenset(form for verb in words_of("speech.yaml")["of_things"] for form in verb_forms(verb))


def spoken(passage: Passage, known: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the further claims of an article; one whose cue or most of whose content is known already is none."""
    text = passage.article.text
    found = (saying for span in read_spans(passage.article) for saying in sayings(text, span))
    return tuple(claim for saying in found for claim in _claims(passage, saying) if not _is_known(claim, known))


def _claims(passage: Passage, saying: Saying) -> Iterator[Claim]:
    stance = Stance.ASSERTS if saying.frame == "according" else _stances().get(saying.verb)
    if stance is None and saying.frame == "object":
        stance = Stance.ASSERTS
    if saying.frame not in _FRAMES or stance is None or saying.source is None or saying.verb in plain_cue_words("citing"):
        return
    cue = passage.article.text[slice(*saying.cue)].lower().replace("’", "'")
    if "n't" in cue or not {"not", "never"}.isdisjoint(cue.split()):
        return
    start, end = max(saying.content, key=lambda piece: piece[1] - piece[0])
    if passage.article.text[start : start + 5].lower() == "that ":
        start += 5
    if saying.frame in ("clause", "told") and not _tells(passage.article.text[start:end]):
        return
    key, span = _speaker(passage, saying.source)
    if key == UNKNOWN_KEY and (saying.verb in _of_things() or stance == Stance.ACCUSES):
        return
    if saying.frame == "object":
        quoted = next((q for q in quotations(passage.article.text[start:end])), None)
        if quoted is None:
            return
        start, end = start + quoted[0], start + quoted[1]
    yield Claim(key, _turned(passage, stance, start, end), passage.evidence(start, end), span, passage.evidence(*saying.cue))


def _tells(content: str) -> bool:
    """Whether words hold a verb, a quotation or a number: "declared war" tells nothing."""
    quotes = quotations(content)
    words = tagged(content, (0, len(content)), quotes)
    return bool(quotes) or any(word.tag in _TELLING or word.low[0].isdigit() for word in words)


def _turned(passage: Passage, stance: Stance, start: int, end: int) -> Stance:
    """Return the stance that the words of the content give a neutral verb."""
    around = next((s for s in passage.sentences if s.start <= start < s.end), None)
    if around is None:
        return stance
    return turned(around, stance, around.position(start), min(len(around.words), around.position(end - 1) + 1))


def _speaker(passage: Passage, span: tuple[int, int]) -> tuple[str, EvidenceSpan]:
    """Return the key and place of the first actor among the words of a source, what a pronoun means, or the words alone."""
    first = next((m for m in passage.found.entities if _speaks(m) and m.span.start < span[1] and span[0] < m.span.end), None)
    if first is not None:
        return first.key or UNKNOWN_KEY, first.span
    key = pronoun_antecedent(passage.article, passage.found, span[0])
    return key or UNKNOWN_KEY, passage.evidence(*span)


def _speaks(mention: Mention) -> bool:
    return mention.kind in ACTOR_KINDS


def _is_known(claim: Claim, known: Sequence[Claim]) -> bool:
    assert claim.cue is not None
    for other in known:
        if other.cue is not None and other.cue.overlaps(claim.cue):
            return True
        joint = min(other.content.end, claim.content.end) - max(other.content.start, claim.content.start)
        if 2 * joint > claim.content.end - claim.content.start:
            return True
    return False
