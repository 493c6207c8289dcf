"""A reading as people corrected it: what they decided is played over what the machine read, which stays as it is.

What a person accepted, edited or added is there even where a newer reader no longer finds it: people overrule the machine.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from rashomon.linking.contract import Source
from rashomon.linking.corrections.anchoring import account_again, claim_again, figure_again
from rashomon.linking.corrections.entities import Entities
from rashomon.linking.corrections.standing import in_force
from rashomon.linking.corrections.touching import by_article
from rashomon.linking.corrections.values import with_account_value, with_claim_value, with_figure_value
from rashomon.model.decisions import Decision
from rashomon.model.reading import Account, Claim, Figure, Reading
from rashomon.model.sources import Article
from rashomon.model.words import Verdict

_Value = TypeVar("_Value", Account, Claim, Figure)
#: A decision of these does not keep what a newer reader finds no more.
_LETTING_GO = frozenset({Verdict.REJECT, Verdict.NOTE, Verdict.LINK})


class _Corrected:
    """One reading while decisions are played over it, oldest first."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._reading = reading
        self._entities = Entities(article, reading)
        self._accounts = {account.id: account for account in reading.accounts}
        self._claims = {claim.id: claim for claim in reading.claims}
        self._figures = {figure.id: figure for figure in reading.figures}
        self._renamed: dict[str, str] = {}

    def anchor(self, decision: Decision) -> None:
        """Make sure that what the decision is about is here, under the id it had then."""
        holds, anchor = decision.verdict not in _LETTING_GO, decision.anchor
        for made in (*anchor.accounts, *anchor.others):
            if made.article_id == self._reading.article_id and made.id not in self._accounts:
                found = account_again(made, self._reading)
                if found is not None and decision.verdict == Verdict.ADD and found.type != made.type:
                    found = None  # somebody added it beside the one that was read there
                kept = self._entities.restored(made, anchor.mentions) if holds and found is None else None
                self._place(self._accounts, made.id, found, kept)
        if anchor.figure is not None and anchor.figure.id not in self._figures:
            found_figure = figure_again(anchor.figure, self._reading)
            self._place(self._figures, anchor.figure.id, found_figure, anchor.figure if holds else None)
        if anchor.claim is not None and anchor.claim.id not in self._claims:
            self._anchor_claim(anchor.claim, decision, holds=holds)

    def _anchor_claim(self, made: Claim, decision: Decision, *, holds: bool) -> None:
        source = self._entities.key_of(made.source, decision.anchor.mentions)
        kept = replace(made, source=source, via=()) if holds and source is not None else None
        self._place(self._claims, made.id, claim_again(made, self._reading), kept)

    def _place(self, into: dict[str, _Value], wanted: str, found: _Value | None, kept: _Value | None) -> None:
        """Put what was found under the id that the decision knows it by, else what is kept of then."""
        if found is not None and found.id in into:
            self._renamed[found.id] = wanted
            into[wanted] = replace(into.pop(found.id), kept=wanted)
        elif kept is not None:
            into[wanted] = replace(kept, kept=wanted)

    def apply(self, decision: Decision) -> None:
        """Do what a decision says to this reading; links, merges and splits are done by linking."""
        if decision.verdict == Verdict.REJECT and decision.field is None:
            for target in (decision.target, *(account.id for account in decision.anchor.accounts)):
                self._accounts.pop(target, None)
                self._claims.pop(target, None)
                self._figures.pop(target, None)
        elif decision.verdict == Verdict.EDIT and decision.field is not None:
            self._edit(decision.target, decision.field, decision.after)

    def _edit(self, target: str, field: str, after: str | None) -> None:
        if target in self._accounts:
            account = with_account_value(self._accounts[target], field, after, self._entities)
            self._follow(self._accounts[target], account)
            self._accounts[target] = replace(account, kept=target)
        elif target in self._claims:
            claim = with_claim_value(self._claims[target], field, after, self._entities)
            self._claims[target] = replace(claim, kept=target)
        elif target in self._figures:
            self._figures[target] = replace(with_figure_value(self._figures[target], field, after), kept=target)

    def _follow(self, was: Account, now: Account) -> None:
        """Give the figure that an account's toll was read from the same new value; without one it belongs to no account."""
        tolls = ((was.killed, now.killed, was.killed_span), (was.injured, now.injured, was.injured_span))
        for old, new, span in tolls:
            for figure in tuple(self._figures.values()) if old != new else ():
                if (
                    self._renamed.get(figure.account or "", figure.account) == was.id
                    and span is not None
                    and figure.span.overlaps(span)
                ):
                    followed = replace(figure, account=None) if new is None else replace(figure, value=new)
                    self._figures[figure.id] = replace(followed, kept=figure.id)

    def made(self) -> Reading:
        """Return the reading as it stands now, in reading order; what pointed at something that is gone points nowhere."""
        ids = {*self._accounts, *self._figures}
        return replace(
            self._reading,
            mentions=self._entities.mentions,
            accounts=tuple(sorted(self._accounts.values(), key=lambda one: (one.trigger.start, one.trigger.end, one.id))),
            claims=tuple(sorted((self._pointing(c, ids) for c in self._claims.values()), key=lambda c: (c.content.start, c.id))),
            figures=tuple(
                sorted(map(self._belonging, self._figures.values()), key=lambda figure: (figure.span.start, figure.id))
            ),
        )

    def _pointing(self, claim: Claim, ids: set[str]) -> Claim:
        about = (self._renamed.get(ref, ref) for ref in claim.about)
        return replace(claim, about=tuple(ref for ref in about if ref in ids))

    def _belonging(self, figure: Figure) -> Figure:
        account = self._renamed.get(figure.account or "", figure.account)
        return replace(figure, account=account if account in self._accounts else None)


def corrected(article: Article, reading: Reading, decisions: Iterable[Decision]) -> Reading:
    """Return a reading with the standing decisions of people played over it.

    Args:
        article: the article that was read.

        reading: as the machine made it.

        decisions: all that touch the article, in any order; those of other articles do nothing.

    Raises:
        ValueError: a decision gives a value that is none (it was not made through the desk).
    """
    kept = in_force(decisions)
    if not kept:
        return reading
    made = _Corrected(article, reading)
    for decision in kept:
        made.anchor(decision)
    for decision in kept:
        made.apply(decision)
    return made.made()


def replayed(sources: Iterable[Source], decisions: Iterable[Decision]) -> Iterator[Source]:
    """Yield sources with the decisions that touch them played over their readings."""
    touching = by_article(decisions)
    for source in sources:
        own = touching.get(source.article.id)
        yield source if own is None else replace(source, reading=corrected(source.article, source.reading, own))
