"""Find who says what: for each cue its source, relays, stance and content."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.extraction.accounts_gerunds import main_subject
from rashomon.extraction.accounts_subjects import subjects
from rashomon.extraction.attribution_content import content_before, content_behind, reports_before
from rashomon.extraction.attribution_cues import (
    Cue,
    CueKind,
    blames_itself,
    claims_deed,
    find_cues,
    negated,
    nobody,
    plain_cue_words,
    turned,
)
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.phrases import Form, word_set
from rashomon.model.reading import UNKNOWN_KEY, Mention
from rashomon.model.words import ACTOR_KINDS, MentionKind, Stance

#: Stances whose cue may stand without any words of content.
_BARE = frozenset({Stance.CLAIMS_RESPONSIBILITY, Stance.CANNOT_VERIFY, Stance.DENIES})
#: Who may claim a deed.
_CLAIMANTS = frozenset(
    {MentionKind.GROUP, MentionKind.FORCE, MentionKind.ORGANISATION, MentionKind.PERSON, MentionKind.COUNTRY, MentionKind.MEDIA}
)
#: Who may say of a deed that it was their own.
_FIGHTING = frozenset({MentionKind.GROUP})
_BY_REACH = 8


@dataclass(frozen=True, slots=True)
class Attribution:
    """One "who says what" of a sentence; positions count words.

    Args:
        source: the mention of the origin, ``None`` for nobody known.

        content: first and last word of what is said, ``None`` for a claim without content.
    """

    sentence: Sentence
    cue: Cue | None
    stance: Stance
    source: Mention | None
    content: tuple[int, int] | None
    via: tuple[Mention, ...] = ()

    @property
    def key(self) -> str:
        """Return the key of the source."""
        return self.source.key if self.source is not None else UNKNOWN_KEY


def attributions(passage: Passage, sentence: Sentence, speaker: Mention | None = None) -> tuple[Attribution, ...]:
    """Return what the cues of a sentence report, in reading order; "he added" means the last ``speaker`` if there is one."""
    cues = find_cues(sentence)
    found: list[Attribution] = []
    begun = 0
    for n, cue in enumerate(cues):
        stop = _next_start(sentence, cues, n)
        made = _read(passage, sentence, cue, begun, stop)
        if made is None:
            continue
        if speaker is not None and made.source is not None and made.source.text.lower() in ("he", "she"):
            made = replace(made, source=replace(made.source, key=speaker.key, kind=speaker.kind, name=speaker.name))
        made = _shared(passage, sentence, made, found)
        found.append(made)
        begun = max(begun, made.content[1] if made.content else cue.last, cue.last)
    if sentence.title and not found:
        found += _headline(sentence)
    return tuple(_relayed(found))


def _shared(passage: Passage, sentence: Sentence, made: Attribution, earlier: Sequence[Attribution]) -> Attribution:
    """Return what ", adding that ..." reports as said by who speaks before it, else by the subject of the sentence.

    So is what "and warned that ..." reports: whoever is spoken of before it did not say it.
    """
    cue = made.cue
    if cue is None or cue.citing or not cue.first:
        return made
    spoken = [other.source for other in earlier if other.source is not None and other.cue is not None]
    goes_on = cue.form == Form.PAST and sentence.words[cue.first - 1] in ("and", "but") and bool(spoken)
    if not goes_on and not (cue.form == Form.GERUND and sentence.words[cue.first - 1] == ","):
        return made
    meant = spoken[-1:] or [m for m in main_subject(passage, sentence, cue.first) if m.kind in ACTOR_KINDS]
    return replace(made, source=meant[0]) if meant and made.source is not None else made


def _next_start(sentence: Sentence, cues: Sequence[Cue], n: int) -> int:
    """Return where the content of cue ``n`` must end: at the clause in which the next cue's subject stands."""
    for later in cues[n + 1 :]:
        first, _ = sentence.clause_bounds(later.first)
        inside = [m for m in sentence.mentions_between(first, later.first) if m.kind in ACTOR_KINDS]
        coordinated = sentence.words[first] in ("and", "but", "while", ";", "—", "–")
        if first > cues[n].last and coordinated and (inside or later.first - first <= _NEAR):
            return first
        if later.kind == CueKind.ACCORDING and not later.citing and sentence.words[later.first - 1] == ",":
            return later.first - 1
        joint = _joint(sentence, cues[n].last, later.first)
        if joint is not None:
            return joint
    return len(sentence.words)


_NEAR = 3


def _joint(sentence: Sentence, first: int, cue: int) -> int | None:
    """Return where "and said", ", then said" begins: a second cue of the same subject."""
    at = cue - 1
    while at > first and (sentence.words[at] in ("then", "also", "later", "had", "has") or sentence.words[at].endswith("ly")):
        at -= 1
    if at > first and sentence.words[at] in ("and", "but", ",") and not sentence.quoted[at]:
        return at - 1 if sentence.words[at - 1] == "," else at
    return None


def _read(passage: Passage, sentence: Sentence, cue: Cue, begun: int, stop: int) -> Attribution | None:
    if cue.kind == CueKind.ACCORDING:
        return _according(sentence, cue, begun)
    if cue.kind == CueKind.AS_SAYING:
        return _quoted_as(passage, sentence, cue, stop)
    if nobody(sentence, cue):
        bare = cue.stance in (Stance.CLAIMS_RESPONSIBILITY, Stance.CANNOT_VERIFY)
        return Attribution(sentence, cue, cue.stance, None, None) if bare else None
    if negated(sentence, cue):
        return None
    if cue.passive:
        return _passive(sentence, cue, stop)
    return _active(passage, sentence, cue, begun, stop)


def _active(passage: Passage, sentence: Sentence, cue: Cue, begun: int, stop: int) -> Attribution | None:
    inverted = _inverted(sentence, cue)
    closing = (inverted, cue.first) if inverted is not None else _last_word(sentence, cue)
    if closing is not None:
        content = content_before(sentence, begun, closing[1])
        return _made(sentence, cue, closing[0], content) if content else None
    if cue.kind == CueKind.FIXED and sentence.words[cue.last - 1] == "by":
        return _bare(sentence, cue, None)
    found = subjects(passage, sentence, cue.first, speaking=True)
    speakers = [mention for mention in found if mention.kind in ACTOR_KINDS]
    if not speakers:
        return None
    source = speakers[0]
    if cue.kind == CueKind.FIXED and cue.stance in (Stance.CLAIMS_RESPONSIBILITY, Stance.CANNOT_VERIFY):
        undone = not {"be", "been"}.isdisjoint(sentence.words[cue.first : cue.last])
        return Attribution(sentence, cue, cue.stance, None, None) if undone else _bare(sentence, cue, source)
    at = min(_phrase_start(sentence, sentence.first_word(source)), cue.first)
    content = content_before(sentence, begun, at) if reports_before(sentence, cue, at) else None
    content = content or content_behind(sentence, cue, stop)
    if content is not None or cue.stance in _BARE:
        return None if content and _came_upon(sentence, cue, source, content[0]) else _made(sentence, cue, source, content)
    claimed = sentence.words[cue.first] in plain_cue_words("bare") and source.kind in _CLAIMANTS
    return Attribution(sentence, cue, Stance.CLAIMS_RESPONSIBILITY, source, None) if claimed else None


def _last_word(sentence: Sentence, cue: Cue) -> tuple[Mention, int] | None:
    """Return who has the last word by office and name, and where that begins: "..., a local chief, Musa Bello, said by phone"."""
    commas = [at for at in range(cue.first) if sentence.words[at] == ","][-3:]
    if len(commas) < 3 or commas[2] != cue.first - 1 or not reports_before(sentence, cue, commas[0] + 1):  # noqa: PLR2004
        return None
    parts = [(first + 1, last) for first, last in pairwise(commas)]
    persons = [person for part in parts if (person := _named_person(sentence, *part)) is not None]
    described = [part for part in parts if sentence.words[part[0]] in ("a", "an", "the") and part[1] - part[0] <= _DESCRIBING + 1]
    return (persons[0], commas[0] + 1) if len(persons) == len(described) == 1 else None


def _named_person(sentence: Sentence, first: int, last: int) -> Mention | None:
    """Return the person whose name ends what stands between the positions."""
    owner = sentence.owners[last - 1] if last > first else None
    return owner if owner is not None and owner.named and owner.kind == MentionKind.PERSON else None


def _phrase_start(sentence: Sentence, at: int) -> int:
    """Return where the words before a mention begin that say more of it: "a pro-army channel"."""
    before = range(at - 1, max(-1, at - 1 - _DESCRIBING), -1)
    return next((n for n in before if sentence.words[n] in ("a", "an", "the") and _is_plain(sentence, n + 1, at)), at)


def _is_plain(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing but words without a mark or mention stands between the positions."""
    return all(sentence.owners[n] is None and sentence.words[n][0].isalnum() for n in range(first, last))


#: Words that describe a source, at most, with its article.
_DESCRIBING = 4
#: Who comes upon bodies and arms: of them "found" tells what they did unless "that" follows.
_SEARCHING = frozenset({MentionKind.FORCE, MentionKind.GROUP, MentionKind.PERSON, MentionKind.CIVILIANS, MentionKind.GOVERNMENT})


def _came_upon(sentence: Sentence, cue: Cue, source: Mention, content: int) -> bool:
    """Whether somebody found a thing, and nothing out."""
    return (
        sentence.words[cue.first] in ("found", "finds", "find")
        and source.kind in _SEARCHING
        and sentence.words[content - 1] not in ("that", ":")
    )


def _bare(sentence: Sentence, cue: Cue, source: Mention | None) -> Attribution | None:
    """Read a cue that needs no content; the source of "claimed by" stands behind it."""
    speaker = _behind(sentence, cue.last) if sentence.words[cue.last - 1] == "by" else source
    return Attribution(sentence, cue, cue.stance, speaker, None) if speaker is not None else None


def _made(sentence: Sentence, cue: Cue, source: Mention, content: tuple[int, int] | None) -> Attribution:
    stance = turned(sentence, cue.stance, *content) if content else cue.stance
    own = content is not None and (
        claims_deed(sentence, *content)
        if stance == Stance.ASSERTS
        else stance == Stance.ACCUSES and blames_itself(sentence, *content)
    )
    if own and source.kind in _FIGHTING:
        stance = Stance.CLAIMS_RESPONSIBILITY
    told = _behind(sentence, cue.last) if cue.telling else None
    via = (told,) if told is not None and told.named and told.kind == MentionKind.MEDIA and told.key != source.key else ()
    return Attribution(sentence, cue, stance, source, content, via)


def _behind(sentence: Sentence, at: int) -> Mention | None:
    """Return the mention that begins within a few words of the position, no verb between."""
    for n in range(at, min(at + 4, len(sentence.words))):
        owner = sentence.owners[n]
        if owner is not None:
            return owner if owner.kind in ACTOR_KINDS else None
        if sentence.words[n] in (",", ".", ";", "that", "and"):
            return None
    return None


def _inverted(sentence: Sentence, cue: Cue) -> Mention | None:
    """Return the source that stands behind its cue: '...", said X'."""
    before = sentence.words[cue.first - 1] if cue.first else ""
    if cue.telling or before not in (",", '"', "”", "’", "»", "—", "–") or cue.form not in (Form.PAST, Form.THIRD):
        return None
    apposed = sentence.owners[cue.first - 2] if before == "," else None
    if apposed is not None and apposed.kind in ACTOR_KINDS and not _named_last(sentence, cue.last):
        return None
    if before == "," and not _ends_behind(sentence, cue.last):
        return None
    if sentence.words[cue.last : cue.last + 1] in (("the",), ("a",), ("an",)) and sentence.owners[cue.last] is None:
        return None
    return _behind(sentence, cue.last)


def _named_last(sentence: Sentence, at: int) -> bool:
    """Whether a person's name stands at the position and nothing said behind it: "said Ali Karo, the governor"."""
    owner = sentence.owners[at] if at < len(sentence.words) else None
    if owner is None or owner.kind not in (MentionKind.PERSON, MentionKind.MEDIA) or not owner.named:
        return False
    return sentence.words[sentence.after(owner) : sentence.after(owner) + 1] in ((), (",",), (".",), ("on",), ("in",), ("of",))


def _ends_behind(sentence: Sentence, at: int) -> bool:
    """Whether the speaker at a position has nothing behind it that they could have done: ", said police in Mirsa"."""
    owner = _behind(sentence, at)
    behind = sentence.after(owner) if owner is not None else at
    if behind >= len(sentence.words):
        return True
    start = sentence.tokens[behind].start
    dated = any(date.span.start <= start < date.span.end for date in sentence.dates)
    return dated or not sentence.words[behind][0].isalnum() or sentence.words[behind] in _BEHIND_SPEAKERS


_BEHIND_SPEAKERS = word_set("grammar.yaml", "prepositions") | frozenset(
    ["who", "whose", "and", "as", "after", "during", "late", "which"]
)


def _passive(sentence: Sentence, cue: Cue, stop: int) -> Attribution | None:
    """Read "X was accused of Y by Z" and "X is believed to ..."; without "by" the source is unknown."""
    by = next((at for at in range(cue.last, min(stop, cue.last + _BY_REACH)) if sentence.words[at] == "by"), None)
    source = _behind(sentence, by + 1) if by is not None else None
    if source is None and sentence.words[cue.first] not in plain_cue_words("hidden"):
        return None
    if cue.stance not in (Stance.ASSERTS, Stance.ACCUSES):
        return None
    first, _ = sentence.clause_bounds(cue.first)
    content = (first, _stop(sentence, stop)) if stop - first > 1 else None
    return Attribution(sentence, cue, cue.stance, source, content)


def _stop(sentence: Sentence, stop: int) -> int:
    return stop - 1 if sentence.words[stop - 1] in (".", ",") else stop


def _according(sentence: Sentence, cue: Cue, begun: int) -> Attribution | None:
    source = _behind(sentence, cue.last)
    if source is None:
        return None
    after = sentence.after(source)
    if cue.first <= 1 or sentence.words[cue.first - 1] in (";", "and", "but") or cue.first <= begun:
        content = content_before(sentence, after, _stop(sentence, len(sentence.words)))
    else:
        content = content_before(sentence, begun, cue.first)
    if content is None or (cue.citing and _only_a_name(sentence, *content)):
        return Attribution(sentence, cue, cue.stance, source, None) if cue.citing else None
    return Attribution(sentence, cue, turned(sentence, cue.stance, *content), source, content)


def _only_a_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether all the words are those of one mention."""
    owners = sentence.owners[first:last]
    return owners[0] is not None and all(owner is owners[0] for owner in owners)


def _quoted_as(passage: Passage, sentence: Sentence, cue: Cue, stop: int) -> Attribution | None:
    """Read "R quoted X as saying ..." (source X through R) and "X was quoted by R as saying ..."."""
    quoted = next((at for at in range(cue.first - 1, -1, -1) if sentence.words[at] in plain_cue_words("citing")), None)
    if quoted is None:
        return None
    content = content_behind(sentence, cue, stop)
    before = [mention for mention in subjects(passage, sentence, quoted, speaking=True) if mention.kind in ACTOR_KINDS]
    inside = [mention for mention in sentence.mentions_between(quoted, cue.first) if mention.kind in ACTOR_KINDS]
    if content is None or not (before or inside):
        return None
    if sentence.words[quoted - 1] in ("was", "were", "been", "is") and before:
        source, relays = before[0], inside[:1]
    else:
        source, relays = (inside or before)[0], before[:1] if inside else []
    return Attribution(sentence, cue, turned(sentence, cue.stance, *content), source, content, tuple(relays))


def _headline(sentence: Sentence) -> list[Attribution]:
    """Read "X: what X says" and "What X says - X" in a title."""
    mentions = [mention for mention in sentence.mentions if mention.kind in ACTOR_KINDS]
    if not mentions:
        return []
    first, last = mentions[0], mentions[-1]
    after = sentence.after(first)
    if sentence.first_word(first) == 0 and sentence.words[after : after + 1] == (":",):
        content = content_before(sentence, after + 1, len(sentence.words))
        return [Attribution(sentence, None, turned(sentence, Stance.ASSERTS, *content), first, content)] if content else []
    begin = sentence.first_word(last)
    if sentence.after(last) >= len(sentence.words) and begin > 1 and sentence.words[begin - 1] in ("—", "–", "-", ":"):
        content = content_before(sentence, 0, begin - 1)
        return [Attribution(sentence, None, Stance.ASSERTS, last, content)] if content else []
    return []


def _relayed(found: Sequence[Attribution]) -> list[Attribution]:
    """Join "X reported, citing Y, that ..." and "X, citing Y, reported that ..." into one attribution: source Y through X."""
    kept: list[Attribution] = []
    cited: Mention | None = None
    for made in found:
        citing = made.cue is not None and made.cue.citing
        if citing and kept and kept[-1].source is not None and made.source is not None:
            kept[-1] = _through(kept[-1], made.source)
        elif citing and made.content is None:
            cited = made.source
        else:
            kept.append(_through(made, cited) if cited is not None else made)
            cited = None
    return kept


def _through(relay: Attribution, origin: Mention) -> Attribution:
    """Return the attribution with its source as the one through whom the origin is heard."""
    via = (relay.source, *relay.via) if relay.source is not None else relay.via
    return replace(relay, source=origin, via=via)
