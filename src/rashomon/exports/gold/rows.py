"""One article's events, claims, figures and relations as rows of the gold form.

Names are the registry's canonical names, types the scheme's own; an event type that form does not know becomes ``other`` with a
subtype.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.exports.gold.conventions import parties, relation, standing
from rashomon.exports.gold.names import Names
from rashomon.model.ranges import Range
from rashomon.model.reading import Claim
from rashomon.model.sources import Article
from rashomon.model.words import EventType
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


def evidence(article: Article, start: int, end: int) -> Row:
    """Return words of an article and their offsets in the capture's text."""
    return {"evidence": article.text[start:end], "ev_start": article.start + start, "ev_end": article.start + end}


class Rows:
    """Turns one article's values into rows; the id of each begins with the article's.

    Args:
        article: the article.

        names: by which names actors are written.

        claims: all that is said in the article.

        behind: for whom speakers without a name speak, by their keys.
    """

    def __init__(self, article: Article, names: Names, claims: Sequence[ClaimView], behind: Mapping[str, str]) -> None:
        self.article = article
        self._names = names
        self._claims = claims
        self._behind = behind

    def evidence(self, start: int, end: int) -> Row:
        """Return the words and their offsets in the capture's text."""
        return evidence(self.article, start, end)

    def event(self, n: int, view: AccountView, told: Sequence[AccountView]) -> Row:
        """Return an event as a row.

        Args:
            n: numbers the article's own, from 1.

            view: the account that states most of it.

            told: all accounts of it in the article.
        """
        account = view.account
        doers, hit, others = parties(view)
        neutral = bool(view.attribution) and self._names.is_neutral(view.attribution[-1])
        unknown = account.type in _UNKNOWN_THERE
        return {
            "id": f"{self.article.id}-e{n}",
            "type": "other" if unknown else str(account.type),
            "subtype": str(account.type) if unknown and account.type != EventType.OTHER else None,
            "date": None if account.date is None else replace(account.date, hour=None).written,
            "date_text": account.date_span.of(self.article) if account.date_span else None,
            "place": _place(view.places),
            "perpetrators": self._written(doers),
            "targets": self._written(hit),
            "participants": self._written(others),
            "killed": _count(account.killed),
            "injured": _count(account.injured),
            "status": str(standing(view, told, self._claims, neutral)),
            "attribution": [self._names.of(name) for name in view.attribution],
            **self.evidence(account.evidence.start, account.evidence.end),
        }

    def claim(self, n: int, view: ClaimView) -> Row:
        """Return a claim as a row; ``n`` numbers the article's own, from 1."""
        return {
            "id": f"{self.article.id}-c{n}",
            "source": self._speaker(view.claim.source, view.source),
            "via": [self._names.of(name) for name in view.via],
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
            "attributed_to": self._names.of(view.source),
            "qualifier": figure.qualifier,
            **self.evidence(figure.evidence.start, figure.evidence.end),
        }

    def relation(self, n: int, view: TieView) -> Row:
        """Return a tie as a row; ``n`` numbers the article's own, from 1."""
        valid = view.tie.valid
        return {
            "id": f"{self.article.id}-r{n}",
            "subject": self._names.of(view.subject),
            "relation": str(relation(view.tie.relation)),
            "object": self._names.of(view.object),
            "from": str(valid.first) if valid and valid.first else None,
            "to": str(valid.last) if valid and valid.last else None,
            "note": view.tie.note,
            **self.evidence(view.tie.evidence.start, view.tie.evidence.end),
        }

    def _written(self, named: Iterable[Named]) -> list[str]:
        return sorted({self._names.of(one) for one in named})

    def _speaker(self, key: str, named: Named) -> str:
        return self._names.of(named) if named.id is not None else self._behind.get(key, named.name)


def _count(value: Range | None) -> Row | None:
    return None if value is None else {"min": _plain(value.low or 0), "max": None if value.high is None else _plain(value.high)}


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


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
