"""What is said for and against a happening: by whom, about whose part in it, in the best words there are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rashomon.linking.cast import Cast
from rashomon.linking.disputes.denials import Denied, says_no, speaks_of, takes_back, what_is_denied
from rashomon.linking.events.tellings import Telling
from rashomon.linking.figures.tolls import shown
from rashomon.linking.sentences import sentence
from rashomon.linking.sources.roots import Origin, Roots
from rashomon.model.actors import Actor
from rashomon.model.ledger import Position
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Claim
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ActorKind, Stance, Status

#: Words shorter than this (characters) are shown with the sentence they stand in.
_TERSE = 25
#: How far into an accusation (characters) the accused stands, where it names one.
_AT_START = 20
#: How near to its trigger (characters) an account says no, and how far back "denied it" points.
_BESIDE = 60
_BACK = 400
_ACCUSATION = re.compile(r"\b(?:accusations?|allegations?|charges?|blame)\b", re.IGNORECASE)
_WHICH = re.compile(r"^,? (?:which|whom|who|that) (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim, or an account that says no: who stands behind it, where, and in which words.

    Args:
        claim: ``None`` where an account itself says no.

        actor: the one who speaks, where that is known.
    """

    telling: Telling
    claim: Claim | None
    actor: Actor | None
    origin: Origin
    source: str | None
    span: EvidenceSpan
    words: str

    @property
    def name(self) -> str:
        """Return the name under which it counts as one side."""
        return self.source or self.origin.name

    @property
    def denied(self) -> Denied:
        """Return what it denies, if it denies anything."""
        return what_is_denied(self.words)

    def position(self, says: str) -> Position:
        """Return it as one side of a contradiction."""
        ref = self.telling.id if self.claim is None else self.claim.id
        return Position(self.span.article_id, ref, self.source, says, self.span.start, self.span.end)


class Voices:
    """Finds who says what about the accounts of one happening."""

    def __init__(self, cast: Cast, roots: Roots) -> None:
        self._cast = cast
        self._roots = roots
        self._claims = claims_about(cast)

    def of(self, told: Iterable[Telling], stance: Stance) -> tuple[Voice, ...]:
        """Return the claims of one stance about these accounts, each once; what nobody known says is left out."""
        found: dict[str, Voice] = {}
        for telling in told:
            for claim in self._claims.get(telling.id, ()):
                if claim.stance == stance and claim.source != UNKNOWN_KEY:
                    found.setdefault(claim.id, self._of_claim(telling, claim))
        return tuple(found.values())

    def against(self, told: Iterable[Telling]) -> tuple[Voice, ...]:
        """Return the denials, and the accounts that themselves say that it was not so."""
        listed = list(told)
        denials = [telling for telling in listed if telling.account.status in (Status.DENIED, Status.NEGATED)]
        return (*self.of(listed, Stance.DENIES), *map(self.telling, denials))

    def denies(self, voice: Voice, triggers: str) -> bool:
        """Return whether a voice against a happening surely denies it, by its own words.

        An account must say no beside its trigger; a claim must speak of the act, or point back at one told just before.

        Args:
            voice: a claim that denies, or an account that says no.

            triggers: the words that name the happening.
        """
        article = self._cast.article(voice.span.article_id)
        claim, trigger = voice.claim, voice.telling.account.trigger
        if claim is None:
            return says_no(
                article.text[max(voice.span.start, trigger.start - _BESIDE) : min(voice.span.end, trigger.end + _BESIDE)]
            )
        cue = claim.cue.of(article) if claim.cue is not None else ""
        if takes_back(cue) or not says_no(f"{cue} {sentence(article, claim.content).of(article)}"):
            return False
        if voice.denied == Denied.OPEN:
            return 0 <= claim.content.start - trigger.end <= _BACK
        return speaks_of(voice.words, triggers)

    def telling(self, telling: Telling) -> Voice:
        """Return an account as a voice of its own."""
        article = self._cast.article(telling.account.article_id)
        span, actor = telling.account.evidence, self._cast.actor_named(telling.origin.name, article.id)
        return Voice(telling, None, actor, telling.origin, shown(telling.origin, article.outlet), span, span.of(article))

    def accused(self, voice: Voice) -> Actor | None:
        """Return whom an accusation names: at its start, after "by", or before ", which" and the accuser.

        Where it names nobody, it is the agent of the account that stands on the accuser's word.
        """
        claim, account = voice.claim, voice.telling.account
        if claim is None:
            return None
        text = self._cast.article(account.article_id).text
        for actor, span in self._named(claim, voice.actor):
            before = text[claim.content.start : span.start]
            if span.overlaps(claim.content) and (len(before) <= _AT_START or before.rstrip().endswith(" by")):
                return actor
            if claim.source_span is not None and _WHICH.match(text[span.end : claim.source_span.start]):
                return actor
        told_by = claim.source in account.attribution and len(claim.content.of(self._cast.article(account.article_id))) < _TERSE
        return next((actor for actor in voice.telling.agents.actors if not _one(actor, voice.actor)), None) if told_by else None

    def answered(self, voice: Voice) -> Voice | None:
        """Return the accusation that a denial answers: what another says just before it, in a sentence that names the denier."""
        if voice.claim is None or voice.actor is None or not _ACCUSATION.search(voice.words):
            return None
        article, at = self._cast.article(voice.claim.article_id), voice.claim.content.start
        for claim in sorted(self._cast.scenes[article.id].source.reading.claims, key=lambda claim: -claim.content.start):
            other = self._cast.actor(article.id, claim.source) != voice.actor and claim.stance != Stance.DENIES
            if other and 0 <= at - claim.content.end <= _BACK:
                around = sentence(article, claim.content)
                named = self._named(claim, None)
                if any(_one(actor, voice.actor) and span.overlaps(around) for actor, span in named):
                    return replace(self._of_claim(voice.telling, claim), span=around, words=around.of(article))
        return None

    def _named(self, claim: Claim, speaker: Actor | None) -> list[tuple[Actor, EvidenceSpan]]:
        """Actors other than the speaker and outlets that its article names, in reading order."""
        found: list[tuple[Actor, EvidenceSpan]] = []
        for key, entity in self._cast.scenes[claim.article_id].entities.items():
            actor = self._cast.actor(claim.article_id, key)
            if actor is not None and actor.kind != ActorKind.OUTLET and not _one(actor, speaker):
                found += [(actor, mention.span) for mention in entity.mentions]
        return sorted(found, key=lambda pair: (pair[1].start, pair[0].name))

    def _of_claim(self, telling: Telling, claim: Claim) -> Voice:
        article = self._cast.article(claim.article_id)
        actor = None if claim.source == OUTLET_KEY else self._cast.actor(article.id, claim.source)
        origin = self._roots.behind(article.id, (claim.source,))
        label = self._cast.label(article.id, claim.source) or shown(origin, article.outlet)
        words = claim.content.of(article)
        span = claim.content if len(words) >= _TERSE else sentence(article, claim.content)
        return Voice(telling, claim, actor, origin, label, span, words)


def _one(actor: Actor, other: Actor | None) -> bool:
    return other is not None and bool({actor.name, *actor.sides} & {other.name, *other.sides})


def claims_about(cast: Cast) -> Mapping[str, tuple[Claim, ...]]:
    """Return the claims about each account, by account id, in the order of articles and words."""
    gathered: dict[str, list[Claim]] = {}
    for scene in cast.scenes.values():
        for claim in sorted(scene.source.reading.claims, key=lambda claim: (claim.content.start, claim.id)):
            for about in claim.about:
                gathered.setdefault(about, []).append(claim)
    return {account: tuple(claims) for account, claims in gathered.items()}


def best(voices: Iterable[Voice]) -> Iterator[Voice]:
    """Yield one voice for each side: the one that says what it denies, then a claim, then the one that says most."""
    ranked = sorted(
        voices, key=lambda v: (v.denied == Denied.OPEN, v.claim is None, -len(v.words), v.span.article_id, v.span.start)
    )
    seen: set[str] = set()
    for voice in ranked:
        if voice.name not in seen:
            seen.add(voice.name)
            yield voice
