"""What is said in an article, with who says it: claims, and sentences in the outlet's own voice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rashomon.linking.cast import Cast
from rashomon.linking.figures.tolls import shown
from rashomon.linking.precedence import published
from rashomon.linking.sentences import sentence, sentences
from rashomon.linking.sources.roots import Origin, Roots
from rashomon.model.actors import Actor
from rashomon.model.ledger import Position
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Figure
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import ACTOR_KINDS, MentionKind, PartKind, Stance

_CONCEDING = re.compile(r"\W*(?:while|although|though|even though|whereas)\b", re.IGNORECASE)
#: An answer shorter than this (characters) is no sentence of its own.
_SHORTEST = 20
_READ = (PartKind.TITLE, PartKind.LEAD, PartKind.BODY)
#: Stances that say that the content is so.
SAYING = frozenset(
    {Stance.ASSERTS, Stance.ACCUSES, Stance.CLAIMS_RESPONSIBILITY, Stance.VERIFIES, Stance.PRAISES, Stance.PREDICTS}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Some words, with who stands behind them.

    Args:
        ref: id of the claim, else of an account in the same words, else of the article.

        span: the words; ``words`` is their text.

        speaker: the name to show; ``actor`` the registry entry, ``None`` for the outlet and for the unnamed.

        day: the first day the article may be from.

        claim: ``None`` for the outlet's own voice.
    """

    ref: str
    span: EvidenceSpan
    words: str
    speaker: str | None
    actor: Actor | None
    origin: Origin
    day: date | None
    claim: Claim | None = None

    @property
    def article_id(self) -> str:
        """Return the article it stands in."""
        return self.span.article_id

    @property
    def voice(self) -> str:
        """Return the name under which it counts as one side."""
        return self.speaker or self.origin.name

    def position(self, says: str) -> Position:
        """Return it as one side of a contradiction."""
        return Position(self.article_id, self.ref, self.speaker, says, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor where a text names it."""

    actor: Actor
    kind: MentionKind
    start: int
    end: int

    def span(self, article_id: str) -> EvidenceSpan:
        """Return where it stands, in its article."""
        return EvidenceSpan(article_id, self.start, self.end)


class Statements:
    """Looks up who says what in the articles of a cast."""

    def __init__(self, cast: Cast, roots: Roots) -> None:
        self.cast = cast
        self._roots = roots
        self._saying: dict[str, tuple[Statement, ...]] = {}

    def of_claim(self, claim: Claim) -> Statement:
        """Return a claim with its speaker."""
        article = self.cast.article(claim.article_id)
        actor = None if claim.source == OUTLET_KEY else self.cast.actor(article.id, claim.source)
        origin = self._roots.behind(article.id, (claim.source,))
        speaker = self.cast.label(article.id, claim.source) or shown(origin, article.outlet)
        span = _conceded(claim, article)
        return Statement(claim.id, span, span.of(article), speaker, actor, origin, self._day(article.id), claim)

    def claims(self, article_id: str) -> tuple[Statement, ...]:
        """Return the claims of an article in which somebody says that something is so, in reading order."""
        if article_id not in self._saying:
            claims = self.cast.scenes[article_id].source.reading.claims
            found = sorted(filter(_says_so, claims), key=lambda claim: (claim.content.start, claim.id))
            self._saying[article_id] = tuple(map(self.of_claim, found))
        return self._saying[article_id]

    def denials(self, article_id: str) -> tuple[Statement, ...]:
        """Return the claims of an article in which somebody denies something, in reading order."""
        claims = self.cast.scenes[article_id].source.reading.claims
        denied = sorted(
            (claim for claim in claims if claim.stance == Stance.DENIES), key=lambda claim: (claim.content.start, claim.id)
        )
        return tuple(self.of_claim(claim) for claim in denied)

    def told(self, account: Account) -> Statement:
        """Return an account as a statement of whoever it goes back to."""
        article = self.cast.article(account.article_id)
        origin = self._roots.of[account.id]
        name = shown(origin, article.outlet)
        actor = self.cast.actor_named(origin.name, article.id)
        return Statement(account.id, account.evidence, account.evidence.of(article), name, actor, origin, self._day(article.id))

    def figure(self, figure: Figure) -> Statement:
        """Return a printed number as a statement of whoever gives it."""
        said = self.at(figure.article_id, figure.span.start, figure.span.end)
        span, words = figure.span, figure.span.of(self.cast.article(figure.article_id))
        if figure.source in (OUTLET_KEY, UNKNOWN_KEY):
            return replace(said, ref=figure.id, span=span, words=words)
        origin = self._roots.behind(figure.article_id, (figure.source,))
        speaker = self.cast.label(figure.article_id, figure.source) or said.speaker
        return replace(said, ref=figure.id, span=span, words=words, speaker=speaker, origin=origin)

    def own(self, span: EvidenceSpan) -> Statement:
        """Return words of the article as its outlet's own."""
        article = self.cast.article(span.article_id)
        accounts = self.cast.scenes[article.id].source.reading.accounts
        ref = next((account.id for account in accounts if account.evidence.overlaps(span)), article.id)
        origin = self._roots.outlet(article.id)
        return Statement(ref, span, span.of(article), shown(origin, article.outlet), None, origin, self._day(article.id))

    def at(self, article_id: str, start: int, end: int) -> Statement:
        """Return who says the words between two offsets: the shortest claim around them, or the outlet with its sentence."""
        article, where = self.cast.article(article_id), EvidenceSpan(article_id, start, end)
        claims = [
            claim
            for claim in self.cast.scenes[article_id].source.reading.claims
            if claim.source not in (OUTLET_KEY, UNKNOWN_KEY) and _around(claim, _conceded(claim, article), where)
        ]
        if claims:
            return self.of_claim(min(claims, key=lambda claim: (claim.content.end - claim.content.start, claim.id)))
        return self.own(_answer(article, sentence(article, where), where))

    def sentences(self, article_id: str) -> Iterator[EvidenceSpan]:
        """Yield the sentences of what is read of an article, in reading order."""
        article = self.cast.article(article_id)
        for start, end in article.spans(*_READ) or ((0, len(article.text)),):
            yield from sentences(article, start, end)

    def named(self, article_id: str) -> tuple[Named, ...]:
        """Return every mention of an actor that is known by name, in reading order."""
        found: list[Named] = []
        for key, entity in self.cast.scenes[article_id].entities.items():
            actor = self.cast.actor(article_id, key) if entity.kind in ACTOR_KINDS else None
            if actor is not None:
                found += [Named(actor, mention.kind, mention.span.start, mention.span.end) for mention in entity.mentions]
        return tuple(sorted(found, key=lambda named: (named.start, -named.end, named.actor.name)))

    def _day(self, article_id: str) -> date | None:
        printed = published(self.cast.article(article_id))
        return printed.first if printed is not None else None


def _says_so(claim: Claim) -> bool:
    nobody = claim.source == UNKNOWN_KEY and claim.stance == Stance.CLAIMS_RESPONSIBILITY
    return claim.stance in SAYING and not nobody


def _around(claim: Claim, content: EvidenceSpan, where: EvidenceSpan) -> bool:
    inside = content.start <= where.start and where.end <= content.end
    return inside or (claim.cue is not None and claim.cue.overlaps(where))


def _turn(article: Article, around: EvidenceSpan, after: int) -> int | None:
    """Where "While X insists that A, B" turns from what is conceded to the outlet's own B; ``None`` where nothing is conceded."""
    if not _CONCEDING.match(article.text, around.start, around.end):
        return None
    turn = article.text.find(", ", after, around.end)
    return turn if turn >= 0 and around.end - turn > _SHORTEST else None


def _conceded(claim: Claim, article: Article) -> EvidenceSpan:
    """A claim's content, without what the outlet sets against it in the same sentence."""
    content = claim.content
    turn = _turn(article, sentence(article, content), claim.cue.end if claim.cue is not None else content.start)
    return content if turn is None or not content.start < turn < content.end else replace(content, end=turn)


def _answer(article: Article, around: EvidenceSpan, where: EvidenceSpan) -> EvidenceSpan:
    """The outlet's own part of a sentence that concedes something first."""
    turn = _turn(article, around, around.start)
    return around if turn is None or turn > where.start else replace(around, start=turn + 2)
