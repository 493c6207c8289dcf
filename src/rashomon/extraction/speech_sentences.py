"""Read one sentence for who says what, verb by verb."""

import functools
from collections.abc import Iterator, Sequence

from rashomon.extraction.phrases import Form, Hit, PhraseTable, fixed_phrases, verb_entries, word_set, words_of
from rashomon.extraction.speech_contents import (
    adjunct_end,
    before,
    begins_clause,
    behind,
    clause_end,
    object_end,
    only_adjuncts,
    skipped,
    trimmed,
)
from rashomon.extraction.speech_shapes import Saying
from rashomon.extraction.speech_subjects import Group, Stretch, chained, group, phrase_behind, subject
from rashomon.extraction.speech_words import Tag, Word

_FRAMES = ("clause", "told", "asked", "infinitive", "raising", "object", "prepositional", "hidden")
Frames = frozenset[str]
#: With these nobody says or wants anything yet.
_SUPPOSING = frozenset({"would", "should", "must", "can", "could", "might"})
_ACTIVE = frozenset(_FRAMES) - {"hidden"}


@functools.cache
def _verbs() -> PhraseTable[Frames]:
    lists = words_of("speech.yaml")
    frames: dict[str, set[str]] = {}
    for name in _FRAMES:
        for verb in lists[name]:
            frames.setdefault(verb, set()).add(name)
    return PhraseTable(entry for verb, names in frames.items() for entry in verb_entries((verb,), frozenset(names)))


@functools.cache
def _according() -> PhraseTable[bool]:
    return PhraseTable(fixed_phrases(words_of("speech.yaml")["according"], True))


class SentenceReader:
    """Reads one sentence; positions count its words.

    Args:
        cut: its words.
    """

    def __init__(self, cut: Sequence[Word]) -> None:
        self._cut = cut
        self._lows = [word.low for word in cut]
        self._heads = [n for n, word in enumerate(cut) if word.tag == Tag.VERB]
        self._groups = {head: group(cut, head) for head in self._heads}
        self._hits = {head: hit for head in self._heads if (hit := _verbs().longest(self._lows, head)) is not None}
        self._speaks = [
            self._groups[h].first
            for h, hit in self._hits.items()
            if hit.value & {"clause", "told"} and not self._groups[h].infinitive
        ]

    def read(self) -> Iterator[Saying]:
        """Yield what the sentence reports; a saying without content reports what stands in the sentence before."""
        last: Stretch | None = None
        for head in self._heads:
            found = self._groups[head]
            who = subject(self._cut, found, last)
            if who is None and found.gerund and found.first == 0:
                who = self._later_subject(head)
            hit = self._hits.get(head)
            if hit is not None:
                made = self._verb(chained(self._cut, found) or found, hit, who)
                if made is not None:
                    yield made
            if who is not None and not found.infinitive and self._cut[who[0]].tag != Tag.RELATIVE:
                last = who
        yield from self._accordings()

    def _later_subject(self, head: int) -> Stretch | None:
        """Return the subject of "Noting that ..., X said": that of the verb behind the comma."""
        comma = next((n for n in range(head, len(self._cut)) if self._lows[n] == ","), None)
        return phrase_behind(self._cut, comma + 1) if comma is not None else None

    def _verb(self, found: Group, hit: Hit[Frames], who: Stretch | None) -> Saying | None:
        supposed = any(low in _SUPPOSING for low in self._lows[found.first : found.head])
        if found.infinitive or supposed or (who is not None and self._lows[who[0]] in ("that", "you")):
            return None
        if found.passive:
            return self._passive(found, hit, who)
        return self._active(found, hit, who) if hit.value & _ACTIVE else None

    def _active(self, found: Group, hit: Hit[Frames], who: Stretch | None) -> Saying | None:
        end = hit.end
        inverted = self._inverted(found, hit)
        if inverted is not None:
            return self._made("clause", inverted, found, end, self._content_before(found.first))
        if who is not None and hit.value & {"clause", "told"} and self._reported_before(found, who, self._recipient_end(hit)):
            said = self._content_before(who[0])
            if said is not None:
                return self._made("clause", who, found, end, said, self._goes_on(end))
        frame, content = self._behind(hit.value, end)
        if content is not None:
            return self._made(frame, who, found, end, content)
        short = len(self._cut) <= end + 1 or only_adjuncts(self._cut, end)
        bare = who is not None and "clause" in hit.value and who[0] == 0 and short
        return self._made("clause", who, found, end) if bare else None

    def _passive(self, found: Group, hit: Hit[Frames], who: Stretch | None) -> Saying | None:
        """Read "is expected to ..." and "was praised by ...": the source is behind "by" or not named, the subject is content."""
        at = hit.end
        word = behind(self._cut, at)
        if word is None or who is None:
            return None
        if word.low == "by":
            source = phrase_behind(self._cut, at + 1)
            return self._made("by", source, found, at, who) if source is not None and hit.value & {"object", "clause"} else None
        if "hidden" not in hit.value:
            return None
        if word.tag == Tag.TO or word.low in ("that", "as", "of", "about", "if", "whether"):
            return self._made("hidden", None, found, at, who, (at, self._clause_end(at)))
        return None

    def _recipient_end(self, hit: Hit[Frames]) -> int:
        """Return where a verb ends with whom it is told, if it is one of telling."""
        phrase = phrase_behind(self._cut, hit.end) if "clause" not in hit.value and hit.end < len(self._cut) else None
        return phrase[1] if phrase is not None else hit.end

    def _content_before(self, last: int) -> Stretch | None:
        """Return what stands before a source or cue: the quotation alone where a colon or nothing but it stands there."""
        at = last
        while at > 0 and self._lows[at - 1] == ",":
            at -= 1
        if (
            at
            and self._cut[at - 1].tag == Tag.SPEECH
            and (at == 1 or self._lows[at - 2] in (":", ".", ",", "?", "!", ";", "—", "–"))
        ):
            return at - 1, at
        said = before(self._cut, 0, last)
        if said is None or (self._cut[said[0]].tag == Tag.PREPOSITION and not self._has_verb(*said)):
            return None
        return said if self._has_verb(*said) or any(word.tag == Tag.SPEECH for word in self._cut[slice(*said)]) else None

    def _has_verb(self, first: int, last: int) -> bool:
        return any(word.tag in (Tag.VERB, Tag.AUXILIARY) for word in self._cut[first:last])

    def _goes_on(self, at: int) -> Stretch | None:
        """Return the quotation that goes on behind '"...," he said'."""
        n = adjunct_end(self._cut, at)
        while n < len(self._cut) and self._lows[n] in (",", "."):
            n += 1
        return (n, n + 1) if n < len(self._cut) and self._cut[n].tag == Tag.SPEECH else None

    def _reported_before(self, found: Group, who: Stretch, end: int) -> bool:
        if who[0] == 0 or who[1] > found.first:
            return False
        mark = self._cut[who[0] - 1]
        following = behind(self._cut, end)
        if mark.tag == Tag.SPEECH:
            return following is None or following.low != "that"
        ended = following is None or following.low in (".", ",", ";", "?") or only_adjuncts(self._cut, end)
        return mark.low in (",", "–", "—") and ended and not begins_clause(following) and self._cut[who[0]].tag != Tag.RELATIVE

    def _inverted(self, found: Group, hit: Hit[Frames]) -> Stretch | None:
        """Return the source behind its verb: '...", said X'."""
        if (
            found.first == 0
            or not hit.value & {"clause"}
            or found.first != found.head
            or Form.GERUND in self._cut[found.head].forms
        ):
            return None
        mark, following = self._cut[found.first - 1], behind(self._cut, hit.end)
        if (mark.tag != Tag.SPEECH and mark.low != ",") or following is None:
            return None
        phrase = phrase_behind(self._cut, hit.end)
        if phrase is None or following.tag not in (Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN):
            return None
        after = behind(self._cut, phrase[1])
        closing = (Tag.MARK, Tag.PREPOSITION, Tag.SPEECH, Tag.OPENER, Tag.ADVERB, Tag.COORDINATOR, Tag.RELATIVE)
        return phrase if after is None or after.tag in closing else None

    def _behind(self, frames: Frames, at: int) -> tuple[str, Stretch | None]:
        """Return the frame and the content that stand behind a verb."""
        word = behind(self._cut, at)
        if word is None:
            return "", None
        if word.tag == Tag.SPEECH or word.low == ":":
            return "clause", (at, self._clause_end(at)) if word.low != ":" else self._to_end(at + 1)
        if word.tag == Tag.TO:
            frame = next((name for name in ("infinitive", "raising", "asked") if name in frames), None)
            return (frame, (at, self._clause_end(at))) if frame is not None else ("", None)
        if frames & {"clause", "told"}:
            return ("clause" if "clause" in frames else "told"), self._clause(frames, at)
        return self._object(frames, at, word)

    def _object(self, frames: Frames, at: int, word: Word) -> tuple[str, Stretch | None]:
        other = next((name for name in ("prepositional", "asked", "object", "infinitive") if name in frames), "")
        if other and begins_clause(word):
            end = object_end(self._cut, at)
            return other, ((at, end) if end > at else None)
        return "", None

    def _clause(self, frames: Frames, at: int) -> Stretch | None:
        word = self._cut[at]
        begin: int | None = at
        if word.low != "that":
            later = skipped(self._cut, at)
            if "told" in frames and "clause" not in frames:
                begin = later if later is not None else self._behind_recipient(at)
            elif later is not None and (not begins_clause(word) or word.low in word_set("speech.yaml", "recipients")):
                begin = later
            elif not begins_clause(word):
                begin = None
        if begin is None or begin >= len(self._cut):
            return None
        end = self._clause_end(begin)
        closed = object_end(self._cut, begin)
        if self._cut[begin].low != "that" and self._cut[begin].tag != Tag.SPEECH and not self._has_verb(begin, closed):
            end = min(end, closed)
        return (begin, end) if end > begin else None

    def _behind_recipient(self, at: int) -> int | None:
        phrase = phrase_behind(self._cut, at)
        if phrase is None:
            return None
        if self._lows[phrase[1] : phrase[1] + 1] in (["about"], ["to"]):
            return phrase[1]
        end = adjunct_end(self._cut, phrase[1])
        return end if begins_clause(behind(self._cut, end)) else None

    def _clause_end(self, at: int) -> int:
        return clause_end(self._cut, at, [n for n in self._speaks if n > at + 1])

    def _to_end(self, at: int) -> Stretch | None:
        end = trimmed(self._cut, at, len(self._cut))
        return (at, end) if end > at else None

    def _accordings(self) -> Iterator[Saying]:
        for at, hit in _according().within(self._lows, 0, len(self._lows)):
            stop = next((n for n in range(hit.end, len(self._cut)) if self._lows[n] in (",", ";", ":")), len(self._cut))
            end = trimmed(self._cut, hit.end, stop)
            said = before(self._cut, end, len(self._cut)) if at == 0 else before(self._cut, 0, at)
            if said is not None and end > hit.end:
                yield self._spans("according", self._cut[at].low, (hit.end, end), (at, hit.end), said)

    def _made(self, frame: str, who: Stretch | None, found: Group, end: int, *content: Stretch | None) -> Saying:
        return self._spans(frame, self._lows[found.head], who, (found.first, end), *content)

    def _spans(self, frame: str, verb: str, who: Stretch | None, cue: Stretch, *content: Stretch | None) -> Saying:
        pieces = tuple(self._span(piece) for piece in content if piece is not None)
        return Saying(self._span(who) if who is not None else None, self._span(cue), pieces, frame, verb)

    def _span(self, stretch: Stretch) -> Stretch:
        return self._cut[stretch[0]].start, self._cut[stretch[1] - 1].end
