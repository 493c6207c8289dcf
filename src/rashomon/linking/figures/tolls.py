"""What is said about how many were killed or injured in one happening, each number with its speaker."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rashomon.linking.cast import Cast
from rashomon.linking.events.tellings import Telling
from rashomon.linking.events.titles import toll_words
from rashomon.linking.quantity import Quantity, quantity
from rashomon.linking.scenes import Scene
from rashomon.linking.sources.roots import Origin, Roots
from rashomon.model.ledger import Position
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, Figure
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ActorKind, NumberKind

_DEED = re.compile(r"(?:kill|assassinat|murder|execut|behead|slay|slain|shot|deaths?\b|dead|died)", re.IGNORECASE)
#: What those are called who fight outside any state's forces, and those on whom they mostly fire.
FIGHTERS = frozenset({"fighter", "attacker", "gunman", "gunmen", "assailant", "infiltrator", "bomber"})
_OTHERS = frozenset(
    {"soldier", "police", "guard", "officer", "recruit", "conscript", "civilian", "villager", "pupil", "worshipper"}
)
#: Before a number that was given before: what follows it now brings it up to date.
_BEFORE = re.compile(
    r"\b(?:(?:earlier|previous|initial|preliminary|first|original) (?:official |provisional )?(?:death )?"
    r"(?:toll|count|figure|tally|estimate|number)s?(?: had been| was)?(?: put at| of| at)?|"
    r"(?:up|down|rose|risen|revised|raised) from|"
    r"revised (?:upwards?|downwards?|up|down)(?: \w+){0,2} from)(?: at least| about| around| some)? $",
    re.IGNORECASE,
)
#: Before a number to which a toll has grown.
_RISEN = re.compile(
    r"\b(?:rise[sn]?|rising|rose|climb(?:s|ed|ing)?|went up|gone up|goes up|going up|increase[sd]?|grew|grown|grows|jump(?:s|ed)|"
    r"mount(?:s|ed)|passe[sd]|revised up(?:wards?)?)\b[^.;]{0,40}\b(?:to|past)(?: at least| about| around| some| more than)? $",
    re.IGNORECASE,
)
_WORDS = 60
_ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A number, who says it, where and when; ``outlet`` is the family that prints it.

    ``fighters`` says whether it counts fighters of a group, or soldiers and others whom such fight; ``None`` where nobody says.
    ``past`` is a number that the text itself calls an earlier one, ``risen`` one to which it says that a toll has grown.
    """

    value: Range
    ref: str
    span: EvidenceSpan
    counts: Quantity
    origin: Origin
    outlet: Origin
    source: str | None
    published: date | None
    fighters: bool | None = None
    past: bool = False
    risen: bool = False

    def position(self, unit: str) -> Position:
        """Return it as one side of a contradiction."""
        says = f"{toll_words(self.value)} {unit}"
        return Position(self.span.article_id, self.ref, self.source, says, self.span.start, self.span.end)


def figures_of(scenes: Iterable[Scene]) -> dict[str, tuple[Figure, ...]]:
    """Return the figures that belong to accounts, by account, in reading order."""
    gathered: dict[str, list[Figure]] = {}
    for scene in scenes:
        for figure in sorted(scene.source.reading.figures, key=lambda figure: (figure.span.start, figure.span.end)):
            if figure.account is not None:
                gathered.setdefault(figure.account, []).append(figure)
    return {account: tuple(figures) for account, figures in gathered.items()}


def shown(origin: Origin, article_outlet: str | None) -> str | None:
    """Return the name to show for an origin; ``None`` for an outlet that is not stated."""
    return origin.name if origin.stated else article_outlet


class Tolls:
    """Gathers what the accounts of a happening and their figures say."""

    def __init__(self, cast: Cast, roots: Roots, figures: Mapping[str, tuple[Figure, ...]]) -> None:
        self._cast = cast
        self._roots = roots
        self._figures = figures
        printed = (figure for scene in cast.scenes.values() for figure in scene.source.reading.figures)
        self._starts = {(figure.article_id, figure.span.start) for figure in printed}

    def of_figure(self, figure: Figure, published: date | None) -> Said:
        """Return what one figure says."""
        article_id = figure.article_id
        chain = () if figure.source == OUTLET_KEY else (figure.source,)
        origin = self._roots.behind(article_id, chain)
        label = self._cast.label(article_id, figure.source) or shown(origin, self._cast.article(article_id).outlet)
        outlet = self._roots.outlet(article_id)
        text, start = self._cast.article(article_id).text, figure.span.start
        past, risen = (words.search(text, max(0, start - _WORDS), start) is not None for words in (_BEFORE, _RISEN))
        counts = quantity(figure)
        return Said(figure.value, figure.id, figure.span, counts, origin, outlet, label, published, past=past, risen=risen)

    def of(self, telling: Telling, kind: NumberKind) -> tuple[Said, ...]:
        """Return what one account says: its figures of this kind, and its own number where no figure stands for it."""
        account = telling.account
        figures = [figure for figure in self._figures.get(account.id, ()) if figure.kind == kind and self._counts(figure.span)]
        said = [self.of_figure(figure, telling.published) for figure in figures]
        value, span = {
            NumberKind.KILLED: (account.killed, account.killed_span),
            NumberKind.INJURED: (account.injured, account.injured_span),
        }.get(kind, (None, None))
        stands = span is not None and ((span.article_id, span.start) in self._starts or not self._counts(span))
        if value is not None and not stands:
            counts = Quantity(str(kind), frozenset(), frozenset(), rate=False)
            label = shown(telling.origin, self._cast.article(account.article_id).outlet)
            outlet = self._roots.outlet(account.article_id)
            where = span or account.evidence
            said.append(Said(value, account.id, where, counts, telling.origin, outlet, label, telling.published))
        return tuple(
            replace(one, fighters=_fighters(one.counts.whom, telling), counts=_of_whom(one.counts, telling)) for one in said
        )

    def _counts(self, span: EvidenceSpan) -> bool:
        """Whether a number is printed: not one counted from names ("killed X and Y"), nor an ordinal ("the second attack")."""
        words = span.of(self._cast.article(span.article_id))
        return not (_DEED.match(words) or _ORDINAL.match(words))


def _of_whom(counts: Quantity, telling: Telling) -> Quantity:
    """What a number counts, where nothing but "dead" says it: soldiers or fighters, where all this is done to such alone."""
    kinds = {actor.kind for actor in telling.patients.actors}
    sort = {ActorKind.FORCE: "soldier", ActorKind.ARMED_GROUP: "fighter"}.get(next(iter(kinds))) if len(kinds) == 1 else None
    if sort is None or not counts.head or counts.whom or "person" in counts.head or telling.patients.sorts:
        return counts
    return replace(counts, head=counts.head | {sort})


def _fighters(whom: frozenset[str], telling: Telling) -> bool | None:
    """Whether a number is of fighters of a group, by the word for whom it counts, else by those to whom it is done."""
    kinds = () if whom else [actor.kind for actor in telling.patients.actors]
    words = whom or telling.patients.sorts
    ours, theirs = bool(words & FIGHTERS) or ActorKind.ARMED_GROUP in kinds, bool(words & _OTHERS) or ActorKind.FORCE in kinds
    return ours if ours != theirs else None
