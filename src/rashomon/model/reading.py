"""What one article says, as an extractor read it. Nothing here looks outside the article.

Within a reading, an *entity* is a key: all mentions of one key name the same thing in this article ("Islamic State",
"the group", "its"). Keys mean nothing in another article; linking ties them to actors and places.
"""

from dataclasses import dataclass

from rashomon.model.dates import DateInterval
from rashomon.model.ids import content_id
from rashomon.model.ranges import Range
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind, NumberKind, Relation, Role, Stance, Status

#: Key of a claim's source where the words are the outlet's own.
OUTLET_KEY = "outlet"
#: Key of a claim's source where the text says that nobody is known ("no one claimed responsibility").
UNKNOWN_KEY = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor, place, thing, time or number.

    Args:
        key: the entity in this article; empty for dates and numbers.

        name: the words, or the fullest name this article has for the entity.

        named: whether the words hold a proper name (not "the group", "two gunmen").

        date: the resolved value of a DATE mention; ``None`` where the words could not be resolved.

        number: the value of a NUMBER mention; ``number_kind`` says what it counts.
    """

    span: EvidenceSpan
    kind: MentionKind
    text: str
    key: str = ""
    name: str = ""
    named: bool = False
    date: DateInterval | None = None
    number: Range | None = None
    number_kind: NumberKind | None = None

    @property
    def id(self) -> str:
        """Return the id made of the span and the kind."""
        return content_id("men", self.span.article_id, self.span.start, self.span.end, self.kind)


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity in a role of an account, with the mention that says so."""

    role: Role
    key: str
    span: EvidenceSpan


@dataclass(frozen=True, slots=True)
class Account:
    """One article's telling of one event.

    Args:
        trigger: the word or phrase that names the event.

        evidence: the clause or sentence around it.

        date: when it happened, as precise as the text; ``date_span`` is the expression, ``None`` if taken from context.

        killed, injured: how many, as the text leads with; a toll in dispute stands in figures, each with its source.

        attribution: keys of those on whose word it is told, nearest first, ending at the origin; the outlet is left out.

        also: other words of the article that name the same event.

        kept: the id it keeps since a person decided on it, whatever its words and type are read as now.

        differs: whether the readers differ on it: on its type, or only one of them sees an event there.
    """

    type: EventType
    status: Status
    trigger: EvidenceSpan
    evidence: EvidenceSpan
    fillers: tuple[Filler, ...] = ()
    date: DateInterval | None = None
    date_span: EvidenceSpan | None = None
    killed: Range | None = None
    killed_span: EvidenceSpan | None = None
    injured: Range | None = None
    injured_span: EvidenceSpan | None = None
    attribution: tuple[str, ...] = ()
    also: tuple[EvidenceSpan, ...] = ()
    kept: str | None = None
    differs: bool = False

    @property
    def article_id(self) -> str:
        """Return the article it stands in."""
        return self.trigger.article_id

    @property
    def id(self) -> str:
        """Return the id made of the trigger and the type, or the one it keeps."""
        return self.kept or content_id("acc", self.article_id, self.trigger.start, self.trigger.end, self.type)

    def keys(self, role: Role) -> tuple[str, ...]:
        """Return the entities in a role, in reading order."""
        return tuple(filler.key for filler in self.fillers if filler.role == role)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what: source, relays, stance and the words.

    Args:
        source: entity key of the origin, `OUTLET_KEY` for the article's own voice, `UNKNOWN_KEY` for nobody known.

        via: keys of those who pass the words on, nearest the article first; the page's own outlet is left out.

        content: the words that are said; for a claim without content ("the group claimed the attack") the cue.

        about: ids of the accounts or figures the content tells of.

        kept: the id it keeps since a person decided on it.
    """

    source: str
    stance: Stance
    content: EvidenceSpan
    source_span: EvidenceSpan | None = None
    cue: EvidenceSpan | None = None
    via: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    kept: str | None = None

    @property
    def article_id(self) -> str:
        """Return the article it stands in."""
        return self.content.article_id

    @property
    def id(self) -> str:
        """Return the id made of the content, the source and the stance, or the one it keeps."""
        return self.kept or content_id("clm", self.article_id, self.content.start, self.content.end, self.source, self.stance)


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number.

    Args:
        what: what is counted, in the text's own words ("suicide attacks in Iraq and Syria").

        value: what the words allow; ``printed`` is the bare number on the page, ``None`` for "dozens".

        qualifier: verbatim "more than", "at least", "nearly"; ``None`` where there is none.

        period, as_of: when it was counted, and by when it stood.

        cumulative: ``True`` for a running total, ``False`` for one period's count, ``None`` where the text leaves it open.

        source: entity key of who says it, or `OUTLET_KEY`.

        account: id of the account it belongs to, ``None`` for a figure that stands alone.

        kept: the id it keeps since a person decided on it.
    """

    what: str
    kind: NumberKind
    value: Range
    span: EvidenceSpan
    evidence: EvidenceSpan
    printed: float | None = None
    unit: str | None = None
    qualifier: str | None = None
    period: DateInterval | None = None
    as_of: DateInterval | None = None
    cumulative: bool | None = None
    source: str = OUTLET_KEY
    account: str | None = None
    kept: str | None = None

    @property
    def article_id(self) -> str:
        """Return the article it stands in."""
        return self.span.article_id

    @property
    def id(self) -> str:
        """Return the id made of the number's span, or the one it keeps."""
        return self.kept or content_id("fig", self.article_id, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Tie:
    """How one entity is tied to another, as this article says; keys until linking resolves them."""

    subject: str
    relation: Relation
    object: str
    evidence: EvidenceSpan
    valid: DateInterval | None = None
    note: str | None = None

    @property
    def article_id(self) -> str:
        """Return the article it stands in."""
        return self.evidence.article_id

    @property
    def id(self) -> str:
        """Return the id made of its ends and words."""
        return content_id("tie", self.article_id, self.subject, self.relation, self.object, self.evidence.start)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that an extractor found in one article.

    Args:
        reader: name and version of what read it ("rules-1+3fa2"); another version means: read again.

        unread: stretches that were not understood (another language, noise), shown to people as such.
    """

    article_id: str
    reader: str
    mentions: tuple[Mention, ...] = ()
    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    ties: tuple[Tie, ...] = ()
    unread: tuple[EvidenceSpan, ...] = ()

    def entity(self, key: str) -> tuple[Mention, ...]:
        """Return the mentions of an entity, in reading order."""
        return tuple(mention for mention in self.mentions if mention.key == key and key)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return every entity key that stands anywhere in the reading once, those of mentions first."""
        told = [key for account in self.accounts for key in (*(filler.key for filler in account.fillers), *account.attribution)]
        said = [key for claim in self.claims for key in (claim.source, *claim.via)]
        tied = [key for tie in self.ties for key in (tie.subject, tie.object)]
        every = (*(mention.key for mention in self.mentions), *told, *said, *(figure.source for figure in self.figures), *tied)
        return tuple(key for key in dict.fromkeys(every) if key)
