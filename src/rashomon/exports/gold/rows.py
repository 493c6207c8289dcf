"""One article's events, claims, figures and relations as rows of the gold form.

Names are the registry's canonical names, types the scheme's own; an event type that form does not know becomes ``other`` with a
subtype.
"""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.ranges import Range
from rashomon.model.reading import Claim
from rashomon.model.sources import Article
from rashomon.model.words import EventType, Status
from rashomon.store.views import AccountView, ClaimView, FigureView, Named, TieView

Row = dict[str, object]

#: Types that the gold form has no word for.
_UNKNOWN_THERE = frozenset(
    {
        EventType.SABOTAGE,
        EventType.EXPULSION_OR_DISPLACEMENT,
        EventType.SURRENDER,
        EventType.RECRUITMENT_OR_TRAINING,
        EventType.RELEASE,
        EventType.TRIAL_OR_SENTENCE,
        EventType.OTHER,
    }
)


class Rows:
    """Turns one article's values into rows; the id of each begins with the article's."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def evidence(self, start: int, end: int) -> Row:
        """Return the words and their offsets in the capture's text."""
        return {
            "evidence": self.article.text[start:end],
            "ev_start": self.article.start + start,
            "ev_end": self.article.start + end,
        }

    def event(self, n: int, view: AccountView) -> Row:
        """Return an account as the row of the event that it tells; ``n`` numbers the article's own, from 1."""
        account = view.account
        unknown = account.type in _UNKNOWN_THERE
        return {
            "id": f"{self.article.id}-e{n}",
            "type": "other" if unknown else str(account.type),
            "subtype": str(account.type) if unknown and account.type != EventType.OTHER else None,
            "date": None if account.date is None else replace(account.date, hour=None).written,
            "date_text": account.date_span.of(self.article) if account.date_span else None,
            "place": _place(view.places),
            "perpetrators": _names(view.agents),
            "targets": _names(view.patients),
            "killed": _count(account.killed),
            "injured": _count(account.injured),
            "status": str(_status(view)),
            "attribution": [name.name for name in view.attribution],
            **self.evidence(account.evidence.start, account.evidence.end),
        }

    def claim(self, n: int, view: ClaimView) -> Row:
        """Return a claim as a row; ``n`` numbers the article's own, from 1."""
        return {
            "id": f"{self.article.id}-c{n}",
            "source": view.source.name,
            "via": [name.name for name in view.via],
            "stance": str(view.claim.stance),
            "about": ",".join(view.claim.about),
            **self.evidence(*_said(self.article.text, view.claim)),
        }

    def figure(self, n: int, view: FigureView) -> Row:
        """Return a figure as a row; ``n`` numbers the article's own, from 1."""
        figure = view.figure
        return {
            "id": f"{self.article.id}-f{n}",
            "what": figure.what,
            "value": None if figure.printed is None else _plain(figure.printed),
            "unit": figure.unit,
            "period": None if figure.period is None else str(figure.period),
            "as_of": None if figure.as_of is None else str(figure.as_of),
            "attributed_to": view.source.name,
            "qualifier": figure.qualifier,
            **self.evidence(figure.evidence.start, figure.evidence.end),
        }

    def relation(self, n: int, view: TieView) -> Row:
        """Return a tie as a row; ``n`` numbers the article's own, from 1."""
        valid = view.tie.valid
        return {
            "id": f"{self.article.id}-r{n}",
            "subject": view.subject.name,
            "relation": str(view.tie.relation),
            "object": view.object.name,
            "from": str(valid.first) if valid and valid.first else None,
            "to": str(valid.last) if valid and valid.last else None,
            "note": view.tie.note,
            **self.evidence(view.tie.evidence.start, view.tie.evidence.end),
        }


def _status(view: AccountView) -> Status:
    """Return the account's status as that form's conventions have it.

    What a body or an office that the text names tells of nobody's deed, it tells as a fact there ("seven died in a riot, the
    prison service said"); the ledger itself has it on that body's word alone.
    """
    told = view.attribution[-1].name if view.attribution else ""
    named = any(word[:1].isupper() for word in told.split())
    alone = view.account.status == Status.ALLEGED and named and not view.agents
    return Status.ASSERTED if alone else view.account.status


def _count(value: Range | None) -> Row | None:
    return None if value is None else {"min": _plain(value.low or 0), "max": None if value.high is None else _plain(value.high)}


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _names(named: Iterable[Named]) -> list[str]:
    return sorted({name.name for name in named})


def _place(places: tuple[Named, ...]) -> str | None:
    """Return the words of the first place that is known by name, else of the first one."""
    known = next((place for place in places if place.id is not None), None)
    return (known or places[0]).words if places else None


def _said(text: str, claim: Claim) -> tuple[int, int]:
    """Return the words that make a claim: what is said, by what cue, and who says it, as far as they stand on one line."""
    start, end = claim.content.start, claim.content.end
    for span in (claim.cue, claim.source_span):
        if span is not None and "\n" not in text[min(start, span.start) : max(end, span.end)]:
            start, end = min(start, span.start), max(end, span.end)
    return start, end
