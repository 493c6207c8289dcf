"""The model's findings as claims and accounts of a reading."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.trained.entities import Entities
from rashomon.extraction.trained.finding import Findings
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import UNKNOWN_KEY, Account, Claim, Filler, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind, NumberKind, Role, Stance, Status

_ROLES = frozenset(str(role) for role in Role)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as the model tells it, and how sure it is of its parts, each from 0 to 1.

    Args:
        sure: of the cue; of a content without cue, of that.

        source: of who says it.

        content: of what is said; 0 where it stands in several pieces or nowhere.
    """

    claim: Claim
    sure: float
    source: float
    content: float


class Telling:
    """Reads claims and accounts off one article's findings.

    Args:
        sentences: offsets of the article's sentences.

        entities: the article's mentions.

        found: the model's findings.
    """

    def __init__(self, sentences: Sequence[tuple[int, int]], entities: Entities, found: Findings) -> None:
        self._sentences = sentences
        self._entities = entities
        self._found = found
        self._sources = {pair.left: (entities.mentions[pair.right], pair.sure) for pair in found.sources}

    def claims(self) -> list[Told]:
        """Return the claims, those with a cue first."""
        contents: defaultdict[int, list[int]] = defaultdict(list)
        sure: dict[int, float] = {}
        for pair in self._found.said:
            contents[pair.left].append(pair.right)
            sure[pair.left] = pair.sure if pair.left not in sure else 0.0
        cues, anchors = len(self._found.cues), range(len(self._found.anchors))
        announced = [self._told(n, self._announced(n, contents[n]), sure.get(n, 0.0)) for n in anchors[:cues]]
        return announced + [self._told(n, self._bare(n), 0.0) for n in anchors[cues:] if n in self._sources]

    def _told(self, n: int, claim: Claim, content: float) -> Told:
        _, source = self._sources.get(n, (None, 0.0))
        return Told(claim, self._found.anchors[n].sure, source, content)

    def _announced(self, n: int, contents: Sequence[int]) -> Claim:
        """The claim of a cue; of a content in two pieces the longer one."""
        cue = self._entities.span(self._found.cues[n])
        pieces = [self._entities.span(self._found.contents[c]) for c in contents]
        content = max(pieces, key=lambda span: span.end - span.start, default=cue)
        source, _ = self._sources.get(n, (None, 0.0))
        stance = Stance(self._found.cues[n].label)
        return Claim(source.key if source else UNKNOWN_KEY, stance, content, source.span if source else None, cue)

    def _bare(self, n: int) -> Claim:
        source, _ = self._sources[n]
        return Claim(source.key, Stance.ASSERTS, self._entities.span(self._found.anchors[n]), source.span)

    def accounts(self, claims: Sequence[Claim]) -> list[tuple[Account, float]]:
        """Return one account for each event, told at its surest trigger, with how sure the model is that it is one."""
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for n, first in enumerate(self._found.events):
            groups[first].append(n)
        return [self._account(group, claims) for group in groups.values()]

    def _account(self, group: Sequence[int], claims: Sequence[Claim]) -> tuple[Account, float]:
        triggers = self._found.triggers
        best = max(group, key=lambda n: (self._weight(n), triggers[n].sure, -n))
        trigger = self._entities.span(triggers[best])
        fillers, dates, numbers = self._fillers(group)
        date = dates[0] if dates else None
        killed, injured = numbers.get(NumberKind.KILLED), numbers.get(NumberKind.INJURED)
        account = Account(
            type=EventType(triggers[best].label),
            status=Status(self._found.statuses[best]),
            trigger=trigger,
            evidence=self._sentence(trigger),
            fillers=fillers,
            date=_value_of_date(date),
            date_span=date.span if date else None,
            killed=_value(killed),
            killed_span=killed.span if killed else None,
            injured=_value(injured),
            injured_span=injured.span if injured else None,
            attribution=_attribution(trigger, claims),
            also=tuple(self._entities.span(triggers[n]) for n in group if n != best),
        )
        return account, max(triggers[n].sure for n in group)

    def _weight(self, n: int) -> int:
        """How much a trigger has to say: the roles that hang on it."""
        return sum(pair.left == n for pair in self._found.roles)

    def _fillers(self, group: Sequence[int]) -> tuple[tuple[Filler, ...], list[Mention], dict[NumberKind, Mention]]:
        """Return the surest entity of each role, the dates (surest first), and the surest number of each kind.

        Further entities of a role are right in one of three only: on held-out documents they cost more than they bring.
        """
        entities: dict[Role, tuple[float, Filler]] = {}
        dates: list[tuple[float, Mention]] = []
        numbers: dict[NumberKind, tuple[float, Mention]] = {}
        for pair in sorted((p for p in self._found.roles if p.left in group), key=lambda p: (p.right, p.left)):
            mention = self._entities.fillers[pair.right]
            if mention is None:
                continue
            if pair.label in _ROLES and mention.key and not _unfit(pair.label, mention):
                role = Role(pair.label)
                filler = (pair.sure, Filler(role, mention.key, mention.span))
                entities[role] = max(entities.get(role, filler), filler, key=_surety)
            elif pair.label == "date" and mention.date is not None:
                dates.append((pair.sure, mention))
            elif mention.number is not None and pair.label == mention.number_kind:
                number = (pair.sure, mention)
                numbers[mention.number_kind] = max(numbers.get(mention.number_kind, number), number, key=_surety)
        surest = sorted(dates, key=_surety, reverse=True)
        return (
            tuple(filler for _, filler in entities.values()),
            [mention for _, mention in surest],
            {kind: number for kind, (_, number) in numbers.items()},
        )

    def _sentence(self, span: EvidenceSpan) -> EvidenceSpan:
        around = next(((a, b) for a, b in self._sentences if a <= span.start < b), (span.start, span.end))
        return EvidenceSpan(span.article_id, around[0], max(around[1], span.end))


def _unfit(role: str, mention: Mention) -> bool:
    """Whether a medium would be a doer, which only tells (what it does itself the rules read), or people a place."""
    if role == Role.PLACE:
        return mention.kind in (MentionKind.PERSON, MentionKind.GROUP)
    return role == Role.AGENT and mention.kind == MentionKind.MEDIA


def _surety(weighed: tuple[float, object]) -> float:
    return weighed[0]


def _value(mention: Mention | None) -> Range | None:
    return mention.number if mention else None


def _value_of_date(mention: Mention | None) -> DateInterval | None:
    return mention.date if mention else None


def _attribution(trigger: EvidenceSpan, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the source of the innermost claim that the trigger stands in."""
    around = [c for c in claims if c.content != c.cue and c.content.start <= trigger.start and trigger.end <= c.content.end]
    inner = min(around, key=lambda claim: claim.content.end - claim.content.start, default=None)
    return (*inner.via, inner.source) if inner is not None and inner.source != UNKNOWN_KEY else ()
