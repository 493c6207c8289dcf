"""How the values that people may edit stand in a form, and who decided on each."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words
from rashomon.linking.corrections.standing import heads, standing
from rashomon.linking.corrections.values import ACCOUNT_FIELDS, CLAIM_FIELDS, FIGURE_FIELDS, ROLES, account_value
from rashomon.model.decisions import Decision
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Figure
from rashomon.model.words import EventType, NumberKind, Stance, Status
from rashomon.store.review.views import EventReview, Logged
from rashomon.store.views import AccountView, ClaimView, FigureView, Named

#: The closed vocabularies of fields, with the table of the catalogue that names their codes.
CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "type": ("type", tuple(EventType)),
    "status": ("status_word", tuple(Status)),
    "stance": ("stance", tuple(Stance)),
    "kind": ("number_kind", tuple(NumberKind)),
}
_RANGES = frozenset({"killed", "injured", "value"})
_DATES = frozenset({"date", "period"})


@dataclass(frozen=True, slots=True)
class Value:
    """One value in a form.

    Args:
        field: its name.

        text: as it stands, in the form a person may type it.

        choices: code and word of each value it may have; empty where it is typed.

        machine: in words, what the machine had read, where a person's value stands instead; ``None`` where it is the machine's.

        by: the standing decisions on it, newest first.

        saw: ids of those nobody has decided beyond, to come back with the form.
    """

    field: str
    text: str
    choices: tuple[tuple[str, str], ...]
    machine: str | None
    by: tuple[Logged, ...]
    saw: tuple[str, ...]


class Values:
    """Makes the values of one event's accounts, claims and figures ready for forms."""

    def __init__(self, review: EventReview, say: Catalogue) -> None:
        self._review = review
        self._say = say
        self._heads = heads(standing(logged.decision for logged in review.log))

    def of_account(self, told: AccountView) -> tuple[Value, ...]:
        """Return an account's values."""
        account, text = told.account, self._review.texts[told.account.article_id]
        made = self._review.accounts.get(account.id, account)
        return tuple(self._value(account.id, f, typed(account, f, text), typed(made, f, text)) for f in ACCOUNT_FIELDS)

    def of_claim(self, told: ClaimView) -> tuple[Value, ...]:
        """Return a claim's values."""
        claim = told.claim
        made = self._review.claims.get(claim.id, claim)
        source = _source(claim, told.source)
        found = {
            "source": (source, source if made.source == claim.source else made.source),
            "stance": (claim.stance, made.stance),
        }
        return tuple(self._value(claim.id, field, *found[field]) for field in CLAIM_FIELDS)

    def of_figure(self, told: FigureView) -> tuple[Value, ...]:
        """Return a figure's values."""
        figure = told.figure
        made = self._review.figures.get(figure.id, figure)
        return tuple(self._value(figure.id, f, _plain(figure, f), _plain(made, f)) for f in FIGURE_FIELDS)

    def _value(self, target: str, field: str, text: str, made: str) -> Value:
        table, codes = CHOICES.get(field, ("", ()))
        choices = tuple((str(code), self._say.code(table, code)) for code in codes)
        by = tuple(
            logged
            for logged in self._review.log
            if logged.stands
            and logged.decision.undoes is None
            and (logged.decision.target, logged.decision.field) == (target, field)
        )
        saw = tuple(decision.id for decision in self._heads.get((target, field), ()))
        machine = None if not by else spoken(field, made, self._say)
        return Value(field, text, choices, machine, by, saw)


def typed(account: Account, field: str, text: str) -> str:
    """Return a value of an account as a person may type it: words of the article parted by semicolons, ISO dates, ranges."""
    value = json.loads(account_value(account, field) or "null")
    if field in ROLES:
        return "; ".join(" ".join(text[start:end].split()) for start, end in value or ())
    return value or ""


def _plain(figure: Figure, field: str) -> str:
    value: object = getattr(figure, field)
    return "" if value is None else str(value)


def _source(claim: Claim, source: Named) -> str:
    return claim.source if claim.source in (OUTLET_KEY, UNKNOWN_KEY) else " ".join(source.words.split())


def spoken(field: str, text: str, say: Catalogue) -> str:
    """Return a typed value in words; "not stated" for an empty one."""
    if not text:
        return say("site.not_stated")
    if field in _DATES:
        return date_words(text, say)
    if field in _RANGES:
        return amount_words(text, say)
    return say.code(CHOICES[field][0], text) if field in CHOICES else text


def decided_value(decision: Decision, value: str | None, say: Catalogue) -> str:
    """Return a decision's value before or after in words, as the log shows it."""
    told = "" if value is None else json.loads(value)
    if isinstance(told, list):
        return ", ".join(f"{start}-{end}" for start, end in told)
    if isinstance(told, dict):
        return " ".join(str(part) for part in told.values() if part)
    return "" if value is None else spoken(decision.field or "", told or "", say)


def resent(decision: Decision) -> tuple[str, ...]:
    """Return a decision's value as a form sends it, for keeping it against another."""
    told = json.loads(decision.after or "null")
    if isinstance(told, list):
        return tuple(f"{start}-{end}" for start, end in told)
    if isinstance(told, dict):
        return tuple(str(part or "") for part in told.values())
    return ("",) if told is None else (str(told),)


def own_last(log: Iterable[Logged], name: str) -> str | None:
    """Return the id of the newest standing decision of a person, ``None`` where there is none."""
    mine = (one.decision for one in log if one.stands and one.decision.who == name and one.decision.undoes is None)
    return next((decision.id for decision in mine), None)
