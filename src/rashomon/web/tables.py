"""What was found in one article, as tables of words: the same on a page and in a terminal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words
from rashomon.model.reading import Account, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind, NumberKind, Role
from rashomon.store.single import SingleView
from rashomon.store.views import AccountView, ClaimView, FigureView, Named, TieView

T = TypeVar("T")
#: Characters of a longer stretch that are shown.
SHOWN = 240
#: The columns of each table, as `found` in the catalogue names them; the words of the article stand last.
COLUMNS = {
    "accounts": ("type", "status", "who", "against", "where", "when", "toll", "roles", "word", "words"),
    "claims": ("source", "via", "stance", "cue", "words"),
    "figures": ("value", "kind", "what", "period", "cumulative", "source", "words"),
    "ties": ("subject", "relation", "object", "words"),
    "names": ("name", "kind", "words"),
    "dates": ("date", "words"),
    "numbers": ("value", "kind", "words"),
    "unread": ("words",),
}
#: Roles that have no column of their own.
_ROLES = (Role.WEAPON, Role.VIA, Role.ORIGIN, Role.DESTINATION)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; ``at`` is where its words begin in the article."""

    cells: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, all in words; ``name`` is fit for an anchor."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def short(text: str) -> str:
    """Return a text in one line, and no more than `SHOWN` characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rpartition(' ')[0] or line[:SHOWN]} …"


class Found:
    """Makes the tables of one article.

    Args:
        view: the article with everything found in it.

        say: the words.
    """

    def __init__(self, view: SingleView, say: Catalogue) -> None:
        self._view = view
        self._say = say

    def tables(self) -> tuple[Table, ...]:
        """Return accounts, claims, figures, ties, names, dates, numbers, and what was not understood."""
        page = self._view.page
        mentions = page.reading.mentions if page.reading else ()
        return (
            self._table("accounts", self._account, self._view.accounts),
            self._table("claims", self._claim, page.claims),
            self._table("figures", self._figure, page.figures),
            self._table("ties", self._tie, page.ties),
            self._table("names", self._name, self._entities()),
            self._table("dates", self._date, [m for m in mentions if m.kind == MentionKind.DATE]),
            self._table("numbers", self._number, [m for m in mentions if m.kind == MentionKind.NUMBER]),
            self._table("unread", self._unread, page.reading.unread if page.reading else ()),
        )

    def _table(self, name: str, row: Callable[[T], Row], found: Iterable[T]) -> Table:
        columns = tuple(self._say(f"found.{column}") for column in COLUMNS[name])
        return Table(name, self._say(f"found.title_{name}"), columns, tuple(row(one) for one in found))

    def _words(self, span: EvidenceSpan | None) -> str:
        return "" if span is None else short(span.of(self._view.page.article))

    def _account(self, view: AccountView) -> Row:
        account, say = view.account, self._say
        cells = (
            say.code("type", account.type),
            say.code("status_short", account.status),
            self._named(view.agents),
            self._named(view.patients),
            self._named(view.places),
            self._when(account),
            self._toll(account),
            self._roles(account),
            self._chain(view.attribution),
            self._words(account.evidence),
        )
        return Row(cells, account.trigger.start)

    def _named(self, several: Iterable[Named]) -> str:
        return ", ".join(map(spelled, several)) or self._say("site.not_stated")

    def _when(self, account: Account) -> str:
        if account.date is None:
            return self._say("site.not_stated")
        source = f"“{self._words(account.date_span)}”" if account.date_span else self._say("found.from_context")
        return f"{date_words(account.date, self._say)} ({source})"

    def _toll(self, account: Account) -> str:
        tolls = (
            (NumberKind.KILLED, account.killed, account.killed_span),
            (NumberKind.INJURED, account.injured, account.injured_span),
        )
        told = (
            f"{amount_words(value, self._say)} {self._say.code('number_kind', kind)}"
            + (f" (“{self._words(span)}”)" if span else "")
            for kind, value, span in tolls
            if value is not None
        )
        return ", ".join(told) or self._say("site.not_stated")

    def _roles(self, account: Account) -> str:
        fillers = (filler for filler in account.fillers if filler.role in _ROLES)
        return ", ".join(f"{self._say.code('role', filler.role)}: {self._words(filler.span)}" for filler in fillers)

    def _chain(self, attribution: tuple[Named, ...]) -> str:
        """Return the origin, and through whom its words come."""
        if not attribution:
            return self._say("event.own_voice")
        relays = ", ".join(spelled(one) for one in reversed(attribution[:-1]))
        return spelled(attribution[-1]) + (f", {self._say('event.through')} {relays}" if relays else "")

    def _claim(self, view: ClaimView) -> Row:
        claim = view.claim
        stance = self._say.code("stance", claim.stance)
        via = ", ".join(map(spelled, view.via))
        return Row((spelled(view.source), via, stance, self._words(claim.cue), self._words(claim.content)), claim.content.start)

    def _figure(self, view: FigureView) -> Row:
        figure, say = view.figure, self._say
        when = figure.period or figure.as_of
        meaning = {True: "series.total", False: "series.period", None: "series.open"}[figure.cumulative]
        cells = (
            f"{amount_words(figure.value, say)} {figure.unit or ''}".strip(),
            say.code("number_kind", figure.kind),
            figure.what,
            date_words(when, say),
            say(meaning),
            spelled(view.source),
            self._words(figure.evidence),
        )
        return Row(cells, figure.span.start)

    def _tie(self, view: TieView) -> Row:
        relation = self._say.code("relation", view.tie.relation)
        words = self._words(view.tie.evidence)
        return Row((spelled(view.subject), relation, spelled(view.object), words), view.tie.evidence.start)

    def _entities(self) -> list[list[Mention]]:
        """Return the mentions of each entity, entities in order of their first mention."""
        several: dict[str, list[Mention]] = {}
        for mention in self._view.page.reading.mentions if self._view.page.reading else ():
            if mention.key:
                several.setdefault(mention.key, []).append(mention)
        return list(several.values())

    def _name(self, mentions: list[Mention]) -> Row:
        kinds = dict.fromkeys(self._say.code("kind", mention.kind) for mention in mentions)
        words = dict.fromkeys(short(mention.text) for mention in mentions)
        return Row((mentions[0].name, ", ".join(kinds), ", ".join(words)), mentions[0].span.start)

    def _date(self, mention: Mention) -> Row:
        value = self._say("found.unresolved") if mention.date is None else date_words(mention.date, self._say)
        return Row((value, short(mention.text)), mention.span.start)

    def _number(self, mention: Mention) -> Row:
        value = self._say("found.unresolved") if mention.number is None else amount_words(mention.number, self._say)
        kind = self._say.code("number_kind", mention.number_kind or NumberKind.OTHER)
        return Row((value, kind, short(mention.text)), mention.span.start)

    def _unread(self, span: EvidenceSpan) -> Row:
        return Row((self._words(span),), span.start)


def spelled(one: Named) -> str:
    """Return a name, with the words of the article where they are others."""
    words = short(one.words)
    return one.name if words.casefold() in ("", one.name.casefold()) else f"{one.name} (“{words}”)"
