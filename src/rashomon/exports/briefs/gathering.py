"""Gather what a brief is made of: the events that answer, those that matter most first, and the articles that tell them."""

from dataclasses import dataclass, replace
from itertools import islice
from math import log2

from rashomon.exports.briefs.contract import Wanted
from rashomon.exports.briefs.doubting import doubt
from rashomon.exports.briefs.owning import owned
from rashomon.exports.briefs.telling import is_named, telling
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.words import Status
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import PublishedEvent, Selection
from rashomon.store.views import Question

#: Newest events that are looked through, and how many by each other order where more answer.
NEWEST, BY_WEIGHT = 600, 120
#: Events told in a paragraph, and in one sentence.
LEADS, ALSO = 10, 20
#: From this weight on (three dead, or a dispute) a second event of one article is told in a paragraph too.
HEAVY = 4.0
_ASIDE = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief is made of.

    Args:
        leads: events told in paragraphs, the weightiest first; ``also`` those told in a sentence each.

        events: all that were looked through, those included.

        whole: whether every event that answers was looked through.

        undated: events left out because a day was asked for and they have none.
    """

    wanted: Wanted
    leads: tuple[PublishedEvent, ...]
    also: tuple[PublishedEvent, ...]
    events: tuple[PublishedEvent, ...]
    whole: bool
    undated: int

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that tell these events."""
        return frozenset(view.article.id for event in self.events for view in event.told.accounts)


def gather(ledger: Ledger, wanted: Wanted, say: Catalogue) -> Material:
    """Return what a brief is made of. Only captures within the clearance are looked at."""
    question = asked(wanted)
    publishing = ledger.publishing
    newest = publishing.events(Selection(replace(question, order="newest"), wanted.clearance))
    found = {event.told.line.id: event for event in islice(newest, NEWEST)}
    whole = next(newest, None) is None
    for order in () if whole else ("killed", "alarms"):
        more = publishing.events(Selection(replace(question, order=order), wanted.clearance))
        found |= {event.told.line.id: event for event in islice(more, BY_WEIGHT)}
    told = sorted(owned(found.values()), key=_first)
    undated = 0
    if question.after is not None and wanted.question.after is None:
        undated = ledger.desk.search.counts(wanted.question, "type").undated
    leads, also = _split(told, say)
    return Material(wanted, leads, also, tuple(told), whole, undated)


def asked(wanted: Wanted) -> Question:
    """Return the question with the day from which events are told."""
    if wanted.since is None:
        return wanted.question
    since = wanted.since.isoformat()
    return replace(wanted.question, after=max(since, wanted.question.after or since))


def _split(told: list[PublishedEvent], say: Catalogue) -> tuple[tuple[PublishedEvent, ...], tuple[PublishedEvent, ...]]:
    """Return the events for paragraphs and for single sentences; an article's further events do not crowd out other articles."""
    leads: list[PublishedEvent] = []
    rest: list[PublishedEvent] = []
    heads: set[str] = set()
    for event in told:
        one = telling(event.told)
        if one.lead is None:
            continue
        first = one.lead.article.id
        weighty = first not in heads or weight(event) >= HEAVY
        if len(leads) < LEADS and weighty and is_named(one, say):
            leads.append(event)
            heads.add(first)
        else:
            rest.append(event)
    return tuple(leads), tuple([event for event in rest if is_named(telling(event.told), say)][:ALSO])


def _first(event: PublishedEvent) -> tuple[float, str, str]:
    """Return where an event stands: by weight, then by newer date, then by id."""
    newest = "".join(chr(0x10FFFF - ord(letter)) for letter in event.told.line.date or "")
    return -weight(event), newest or "\U0010ffff", event.told.line.id


def weight(event: PublishedEvent) -> float:
    """Return how much an event matters: its dead, its disputes, its independent sources; less where it may be several events."""
    line = event.told.line
    dead = max((one.value.low or one.value.high or 0 for one in event.told.event.killed), default=0)
    harm = 2.0 * log2(1 + dead) + (4.0 if line.alarms else 0.0) + log2(max(1, line.independent))
    return harm - (6.0 if line.status in _ASIDE else 0.0) - (HEAVY * 2 if doubt(event) is not None else 0.0)
