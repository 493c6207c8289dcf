"""Pages of invented ledgers: what happened, as it is told in an article, and the reading of that article."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rashomon.linking.contract import Source
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, Account, Claim, Figure, Filler, Mention, Reading, Tie
from rashomon.model.sources import Article, EvidenceSpan, Part
from rashomon.model.words import EventType, MentionKind, NumberKind, PartKind, Relation, Role, Stance, Status

#: Name and version of what "read" the articles.
READER = "world-1"


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, as nobody in the ledger knows it."""

    day: date
    kind: EventType
    agent: str
    patient: str
    named: bool
    town: str
    killed: int
    topic: tuple[str, ...]


@dataclass
class Page:
    """An article in the making: its text so far and what is to be found in it."""

    outlet: str
    published: date
    text: str = ""
    spans: list[tuple[int, int, MentionKind, str, str, bool]] = field(default_factory=list)
    told: list[tuple[Happening, tuple[int, int], tuple[int, int], Status, int, bool]] = field(default_factory=list)
    tallies: list[tuple[str, int, tuple[int, int], DateInterval]] = field(default_factory=list)
    leaders: list[tuple[str, str]] = field(default_factory=list)

    def say(self, words: str) -> tuple[int, int]:
        """Append words and return where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def name(self, words: str, kind: MentionKind, *, named: bool = True) -> None:
        """Append a name and note it under a key of its own."""
        self.spans.append((*self.say(words), kind, f"{kind.lower()} {words.lower()}", words, named))


def source_of(page: Page, capture: str, n: int, start: int) -> Source:
    """Return a page as an article of a capture, with its reading."""
    text, published = page.text, page.published.isoformat()
    body = (Part(PartKind.BODY, 0, len(text)),)
    article = Article(capture, n, start, start + len(text), text, published=published, outlet=page.outlet, parts=body)
    mentions = [
        Mention(EvidenceSpan(article.id, start, end), kind, words, key, words, named)
        for start, end, kind, key, words, named in page.spans
    ]
    by_key = {mention.key: mention for mention in reversed(mentions)}
    accounts = [_account(article, by_key, *told) for told in page.told]
    unique = tuple({account.id: account for account in accounts}.values())
    tallies = tuple(_tally(article, *tally) for tally in page.tallies)
    ties = tuple(
        Tie(f"per {person.lower()}", Relation.LEADS, f"group {group.lower()}", mentions[0].span) for person, group in page.leaders
    )
    return Source(article, Reading(article.id, READER, tuple(mentions), unique, _claims(accounts), tallies, ties))


def _claims(accounts: Iterable[Account]) -> tuple[Claim, ...]:
    """Every third deadly account is claimed by who did it."""
    return tuple(
        Claim(account.keys(Role.AGENT)[0], Stance.CLAIMS_RESPONSIBILITY, account.evidence, about=(account.id,))
        for account in accounts
        if account.killed is not None and account.trigger.start % 3 == 0
    )


def _tally(article: Article, agent: str, count: int, span: tuple[int, int], month: DateInterval) -> Figure:
    where = EvidenceSpan(article.id, *span)
    source = f"group {agent.lower()}" if count % 2 else OUTLET_KEY
    value = Range.exactly(count)
    return Figure("attacks", NumberKind.EVENTS, value, where, where, float(count), period=month, source=source)


def _account(
    article: Article,
    mentions: dict[str, Mention],
    happening: Happening,
    trigger: tuple[int, int],
    evidence: tuple[int, int],
    status: Status,
    killed: int,
    dated: bool,
) -> Account:
    kind = MentionKind.PERSON if happening.named else MentionKind.CIVILIANS
    roles = {
        Role.AGENT: f"group {happening.agent.lower()}",
        Role.PATIENT: f"{kind.lower()} {happening.patient.lower()}",
        Role.PLACE: f"place {happening.town.lower()}",
    }
    return Account(
        happening.kind,
        status,
        EvidenceSpan(article.id, *trigger),
        EvidenceSpan(article.id, *evidence),
        tuple(Filler(role, key, mentions[key].span) for role, key in roles.items()),
        date=DateInterval(happening.day, happening.day) if dated else None,
        killed=Range.exactly(killed) if killed else None,
    )
