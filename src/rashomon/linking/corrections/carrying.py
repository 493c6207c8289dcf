"""Carry a decision from one wording of an article to a later one: it holds where the words it stands on did not change."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from rashomon.linking.corrections.values import ROLES
from rashomon.model.decisions import Anchor, Decision
from rashomon.model.reading import Account, Claim, Figure, Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.text.unchanged import Unchanged

#: Fields of which a person's value is words of the article, as stretches of its text.
_STRETCHES = frozenset({*ROLES, "source"})


_Kept = TypeVar("_Kept", Account, Mention)


@dataclass(frozen=True, slots=True)
class Carried:
    """A decision in a later wording.

    Args:
        decision: as it stands on the words of now, under the id it has; ``None`` where none of its words stand any more.

        whole: whether all of it could be carried; if not, somebody should look at it.
    """

    decision: Decision | None
    whole: bool


def carried(decision: Decision, was: Article, now: Article) -> Carried:
    """Return a decision on one wording of an article as a decision on another.

    Args:
        decision: what of it stands in other articles stays as it is.

        was: the wording that the decision was made on.

        now: the wording that counts.
    """
    return _Carrying(was, now).decision(decision)


class _Carrying:
    """From one wording to another."""

    def __init__(self, was: Article, now: Article) -> None:
        self._was = was.id
        self._now = now.id
        self._unchanged = Unchanged(was.text, now.text)

    def decision(self, decision: Decision) -> Carried:
        anchor = decision.anchor
        accounts = [self._account(one) for one in anchor.accounts]
        others = [self._account(one) for one in anchor.others]
        mentions = [self._mention(one) for one in anchor.mentions]
        claim = None if anchor.claim is None else self._claim(anchor.claim)
        figure = None if anchor.figure is None else self._figure(anchor.figure)
        parts = [*accounts, *others, *([claim] if anchor.claim else []), *([figure] if anchor.figure else [])]
        subjects = [part is not None for part in parts or mentions]
        stretches = self._stretches(decision)
        if (subjects and not any(subjects)) or stretches is None:
            return Carried(None, whole=False)
        made = Anchor(_there(accounts), claim, figure, _there(others), _there(mentions))
        moved = replace(decision, anchor=made, kept=decision.id, target=self._target(decision.target), after=stretches[0])
        return Carried(moved, whole=all(subjects))

    def _target(self, target: str) -> str:
        """Return the target: accounts, claims and figures keep their ids, an article is the one of now."""
        article_id, slash, key = target.partition("/")
        return f"{self._now}{slash}{key}" if article_id == self._was else target

    def _stretches(self, decision: Decision) -> tuple[str | None] | None:
        """Return the value that a person gave, in a tuple of one; ``None`` where it names words that were changed."""
        given = json.loads(decision.after) if decision.field in _STRETCHES and decision.after else None
        if not isinstance(given, list) or self._was not in decision.anchor.articles:
            return (decision.after,)
        moved = [self._unchanged.span(int(start), int(end)) for start, end in given]
        return None if None in moved else (json.dumps([list(span) for span in moved if span is not None]),)

    def _span(self, span: EvidenceSpan | None) -> EvidenceSpan | None:
        if span is None or span.article_id != self._was:
            return span
        found = self._unchanged.span(span.start, span.end)
        return None if found is None else EvidenceSpan(self._now, *found)

    def _account(self, account: Account) -> Account | None:
        if account.article_id != self._was:
            return account
        trigger, evidence = self._span(account.trigger), self._span(account.evidence)
        if trigger is None or evidence is None:
            return None
        fillers = ((filler, self._span(filler.span)) for filler in account.fillers)
        return replace(
            account,
            trigger=trigger,
            evidence=evidence,
            fillers=tuple(replace(filler, span=span) for filler, span in fillers if span is not None),
            date_span=self._span(account.date_span),
            killed_span=self._span(account.killed_span),
            injured_span=self._span(account.injured_span),
            also=tuple(span for span in map(self._span, account.also) if span is not None),
            kept=account.id,
        )

    def _claim(self, claim: Claim) -> Claim | None:
        content = self._span(claim.content)
        if claim.article_id != self._was or content is None:
            return claim if claim.article_id != self._was else None
        source, cue = self._span(claim.source_span), self._span(claim.cue)
        return replace(claim, content=content, source_span=source, cue=cue, kept=claim.id)

    def _figure(self, figure: Figure) -> Figure | None:
        span, evidence = self._span(figure.span), self._span(figure.evidence)
        if figure.article_id != self._was or span is None or evidence is None:
            return figure if figure.article_id != self._was else None
        return replace(figure, span=span, evidence=evidence, kept=figure.id)

    def _mention(self, mention: Mention) -> Mention | None:
        span = self._span(mention.span)
        return None if span is None else replace(mention, span=span)


def _there(several: Iterable[_Kept | None]) -> tuple[_Kept, ...]:
    return tuple(one for one in several if one is not None)
