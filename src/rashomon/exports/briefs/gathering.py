"""Gather what a brief is made of: the events that answer, those that matter most first, and the articles that tell them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from math import log2

from rashomon.exports.briefs.contract import Wanted
from rashomon.exports.briefs.doubting import doubt
from rashomon.exports.briefs.owning import owned
from rashomon.exports.briefs.repeating import may_be_one
from rashomon.exports.briefs.telling import Telling, is_named, telling
from rashomon.exports.briefs.tolls import toll_versions
from rashomon.exports.contract import Aggregation
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.words import ATTACKS, EventType, Status
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import PublishedEvent, Selection
from rashomon.store.views import Question

#: Newest events that are looked through, and how many by each other order where more answer.
NEWEST, BY_WEIGHT = 600, 120
#: Events told in a paragraph, and in one sentence.
LEADS, ALSO = 10, 20
#: From this weight on (three dead, or a dispute) a second event of one article is told in a paragraph too.
HEAVY = 4.0
#: Kinds whose words seldom mean something else; others need several sources, dead or a dispute for a paragraph of their own.
_PLAIN = (ATTACKS - {EventType.SABOTAGE}) | {
    EventType.ARREST,
    EventType.DESIGNATION_OR_SANCTION,
    EventType.EXPULSION_OR_DISPLACEMENT,
    EventType.PROTEST,
    EventType.RIOT,
    EventType.TERRITORY_TAKEN,
    EventType.TRIAL_OR_SENTENCE,
}
_ASIDE = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief is made of.

    Args:
        leads: events told in paragraphs, the weightiest first; ``also`` those told in a sentence each.

        events: all that were looked through, those included.

        whole: whether every event that answers was looked through.

        undated: events left out because a day was asked for and they have none.

        again: by the id of an event told in a paragraph, others that may be the same happening.
    """

    wanted: Wanted
    leads: tuple[PublishedEvent, ...]
    also: tuple[PublishedEvent, ...]
    events: tuple[PublishedEvent, ...]
    whole: bool
    undated: int
    again: Mapping[str, tuple[PublishedEvent, ...]] = field(default_factory=dict)

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
    told = _weighed(owned(found.values()), say)
    undated = 0
    if question.after is not None and wanted.question.after is None:
        undated = ledger.desk.search.counts(wanted.question, "type").undated
    leads, also, again = _split(told, say)
    return Material(wanted, leads, also, tuple(one.event for one in told), whole, undated, again)


def asked(wanted: Wanted) -> Question:
    """Return the question with the day from which events are told."""
    if wanted.since is None:
        return wanted.question
    since = wanted.since.isoformat()
    return replace(wanted.question, after=max(since, wanted.question.after or since))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An event with how much it matters, and as it is told."""

    event: PublishedEvent
    one: Telling
    weight: float


def _weighed(events: Iterable[PublishedEvent], say: Catalogue) -> list[_Weighed]:
    """Return events, the weightiest first, then the newer, then by id."""
    several = [(event, telling(event.told)) for event in events]
    return sorted((_Weighed(event, one, weight(event, one, say)) for event, one in several), key=_first)


def _split(
    told: list[_Weighed], say: Catalogue
) -> tuple[tuple[PublishedEvent, ...], tuple[PublishedEvent, ...], Mapping[str, tuple[PublishedEvent, ...]]]:
    """Return the events for paragraphs, for single sentences, and those that a paragraph only names as perhaps the same.

    An article's further events do not crowd out other articles.
    """
    leads: list[_Weighed] = []
    rest: list[_Weighed] = []
    heads: set[str] = set()
    again: dict[str, tuple[PublishedEvent, ...]] = {}
    for found in told:
        if found.one.lead is None:
            continue
        first = found.one.lead.article.id
        same = next((lead for lead in leads if may_be_one(lead.event, lead.one, found.event, found.one, say)), None)
        if same is not None:
            key = same.event.told.line.id
            again[key] = (*again.get(key, ()), found.event)
        elif len(leads) < LEADS and _leads(found, seen=first in heads) and is_named(found.one, say):
            leads.append(found)
            heads.add(first)
        else:
            rest.append(found)
    also = [found.event for found in rest if is_named(found.one, say)][:ALSO]
    return tuple(found.event for found in leads), tuple(also), again


def _leads(found: _Weighed, *, seen: bool) -> bool:
    """Return whether an event is for a paragraph: an article's second one must be heavy, a vaguer kind weigh something."""
    slight = found.event.told.event.type not in _PLAIN and found.weight <= 0
    return found.weight >= HEAVY or not (seen or slight)


def _first(found: _Weighed) -> tuple[float, str, str]:
    """Return where an event stands: by weight, then by newer date, then by id."""
    line = found.event.told.line
    newest = "".join(chr(0x10FFFF - ord(letter)) for letter in line.date or "")
    return -found.weight, newest or "\U0010ffff", line.id


def weight(event: PublishedEvent, one: Telling, say: Catalogue) -> float:
    """Return how much an event matters: the dead its words state, its disputes, its sources; less where it may be several."""
    line = event.told.line
    stated = toll_versions(event.told, one.grounds, "killed", Aggregation.REPRESENTATIVE, say)
    dead = max((version.value.low or version.value.high or 0 for version in stated), default=0)
    harm = 2.0 * log2(1 + dead) + (4.0 if line.alarms else 0.0) + log2(max(1, line.independent))
    return harm - (6.0 if line.status in _ASIDE else 0.0) - (HEAVY * 2 if doubt(event) is not None else 0.0)
