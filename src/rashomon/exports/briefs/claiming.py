"""Who claims, accuses, denies and doubts, each only where the cited words do so."""

import re
from collections.abc import Iterator, Sequence

from rashomon.exports.briefs.citing import ground
from rashomon.exports.briefs.contract import Ground, Said
from rashomon.exports.briefs.speaking import speaks, spoken_source, stands_at
from rashomon.exports.briefs.words import Frames, quoted
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.words import Stance
from rashomon.store.views import ClaimView

#: Claims of a stance that a paragraph has.
CLAIMS = 2
#: What is said about an event that a paragraph repeats, in this order.
STANCES = (Stance.CLAIMS_RESPONSIBILITY, Stance.ACCUSES, Stance.DENIES, Stance.DOUBTS, Stance.CANNOT_VERIFY)
#: What stands between a source and a word that goes with another one.
_ANOTHER = re.compile(r"\b(?:although|while|whereas|but|and (?:the|a|an|its|their|that))\b")


def claims_of(claims: Sequence[ClaimView], frames: Frames, quoted_before: Ground | None = None) -> Iterator[Said]:
    """Yield who claims, accuses, denies and doubts, each in its own words where these were not quoted just before."""
    used: set[Ground] = set()
    for stance in STANCES:
        seen: set[str] = set()
        for claim in sorted(claims, key=lambda claim: claim.article.copy_of is not None):
            rests = ground(claim.quote, claim.article)
            if claim.claim.stance != stance or claim.source.name in seen or len(seen) == CLAIMS or rests in used:
                continue
            if claim.article.copy_of is not None and seen:
                continue
            if (
                is_headline(stance, rests.words, frames.say)
                or not is_said(stance, rests.words, frames.say)
                or not claims_so(claim, rests, frames.say)
                or not speaks(claim.source, rests, frames.say)
            ):
                continue
            seen.add(claim.source.name)
            used.add(rests)
            source, values = spoken_source(claim.source, rests, frames.say)
            tail = (
                frames.say("brief.tail_short") if rests == quoted_before else frames.say("brief.tail", words=quoted(rests.words))
            )
            yield Said(frames(stance_key(stance, rests.words, frames.say), source=source, tail=tail), (rests,), values)


def claims_so(claim: ClaimView, rests: Ground, say: Catalogue) -> bool:
    """Return whether the word that claims or denies goes with its source: no other who does stands between them."""
    at = stands_at(claim.source, rests.words)
    if at is None:
        return True
    cues = (found.span() for found in re.finditer(say(f"brief.cue.{claim.claim.stance}"), rests.words, re.IGNORECASE))
    between = (
        rests.words[min(at[1], end) : max(at[0], start)] if start < at[0] else rests.words[at[1] : start] for start, end in cues
    )
    return any(_ANOTHER.search(gap) is None for gap in between)


def stance_key(stance: Stance, words: str, say: Catalogue) -> str:
    """Return the key of a claim's frames: a denial only where the words deny, else one contradicts what others say."""
    plain = stance is not Stance.DENIES or re.search(say("brief.cue.denial"), words, re.IGNORECASE)
    return stance.value if plain else "contradicts"


def is_headline(stance: Stance, words: str, say: Catalogue) -> bool:
    """Return whether words that only contradict others are a headline, which does not say what they are about."""
    return stance_key(stance, words, say) == "contradicts" and not words.rstrip().endswith((".", "!", "?", "”", '"'))


def is_said(stance: Stance, words: str, say: Catalogue) -> bool:
    """Return whether words claim, deny or accuse, as a stance says they do."""
    if re.search(say(f"brief.cue.{stance}"), words, re.IGNORECASE) is None:
        return False
    return stance is not Stance.CLAIMS_RESPONSIBILITY or re.search(say("brief.cue.against"), words, re.IGNORECASE) is None
