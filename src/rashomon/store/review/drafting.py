"""Make a decision of what a person gave: find what it is about, note the value before, and keep the machine's version with it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from rashomon.linking.corrections.entities import Entities
from rashomon.linking.corrections.values import (
    account_value,
    claim_value,
    figure_value,
    with_account_value,
    with_claim_value,
    with_figure_value,
)
from rashomon.model.decisions import Anchor, Decision
from rashomon.model.reading import Account, Claim
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import Verdict
from rashomon.store.event_page import event_page
from rashomon.store.review.adding import added
from rashomon.store.review.contract import DecisionError, Draft
from rashomon.store.review.giving import given
from rashomon.store.review.grading import graded
from rashomon.store.review.subjects import Subject, accounts_anchor, finding, machine_reading, shelf_of
from rashomon.store.shelf import best_mentions
from rashomon.store.withheld import PRIVATE_PERSON
from rashomon.store.withholding import key_of

#: A person who was shown so many decisions on one value settles a conflict, also by keeping what is in force.
_SIDES = 2


def drafted(connection: Connection, draft: Draft) -> Decision:
    """Return the decision that a draft means.

    Raises:
        DecisionError: a value is none, or the target cannot be decided on so.

        NotFoundError: the ledger does not hold the target.
    """
    return _MAKERS[draft.verdict](connection, draft)


def _plain(draft: Draft, after: str | None, anchor: Anchor, before: str | None = None) -> Decision:
    return Decision(
        draft.verdict,
        draft.target,
        draft.who,
        draft.when,
        draft.why,
        draft.field,
        before,
        after,
        saw=draft.saw,
        anchor=anchor,
    )


def _accepted(connection: Connection, draft: Draft) -> Decision:
    """Accept an event in the version that was shown; of its accounts the one that names it is kept with the decision."""
    view = event_page(connection, draft.target)
    first = min((told.account for told in view.accounts), key=lambda account: account.id, default=None)
    if first is None or draft.version is None:
        raise DecisionError(f"nothing of {draft.target} is left to accept (reload the page)")
    return _plain(draft, json.dumps(draft.version), accounts_anchor(connection, [first]))


def _rejected(connection: Connection, draft: Draft) -> Decision:
    if draft.field == "copy":
        return _plain(draft, None, Anchor())
    if "/" in draft.target:
        return _linked(connection, draft)
    if draft.target.startswith("evt-"):
        told = event_page(connection, draft.target)
        return _plain(draft, None, accounts_anchor(connection, [one.account for one in told.accounts]))
    return _plain(draft, None, finding(connection, draft.target).anchor)


def _edited(connection: Connection, draft: Draft) -> Decision:
    subject = finding(connection, draft.target)
    field = draft.field or ""
    after = given(field, draft.values, subject.article, _near(subject))
    before = _checked(connection, subject, field, after)
    if before == after and len(draft.saw) < _SIDES:
        raise DecisionError(f"{field} is that already (change it, or leave it)")
    return _plain(draft, after, subject.anchor, before)


def _near(subject: Subject) -> EvidenceSpan:
    now = subject.now
    return now.content if isinstance(now, Claim) else now.evidence


def _checked(connection: Connection, subject: Subject, field: str, after: str | None) -> str | None:
    """Return the value as it is now; raises DecisionError where the field or the new value is none."""
    now = subject.now
    entities = Entities(subject.article, machine_reading(connection, subject.article.id))
    try:
        if isinstance(now, Account):
            with_account_value(now, field, after, entities)
            return account_value(now, field)
        if isinstance(now, Claim):
            with_claim_value(now, field, after, entities)
            return claim_value(now, field)
        with_figure_value(now, field, after)
        return figure_value(now, field)
    except ValueError as error:
        raise DecisionError(f"cannot set {field!r}: {error}") from error


def _linked(connection: Connection, draft: Draft) -> Decision:
    """Link an entity to an actor's name, or to nobody."""
    article_id, _, key = draft.target.partition("/")
    shelf = shelf_of(connection, article_id)
    mention = best_mentions(shelf.readings[article_id]).get(key)
    if mention is None:
        raise DecisionError(f"nothing in the article is called {key!r} any more (reload the page)")
    name = next((value.strip() for value in draft.values if value.strip()), None)
    before = shelf.actors.get((article_id, key))
    own = key_of(connection, article_id, key)
    anchor, draft = Anchor(mentions=(replace(mention, key=own),)), replace(draft, target=f"{article_id}/{own}")
    stood = before and (before[1] if before[0] else PRIVATE_PERSON)
    return _plain(draft, json.dumps(name, ensure_ascii=False), anchor, json.dumps(stood, ensure_ascii=False))


def _merged(connection: Connection, draft: Draft) -> Decision:
    other = next((value.strip() for value in draft.values if value.strip()), "")
    if not other:
        raise DecisionError("no second event was named (give its id or address)")
    ours, theirs = event_page(connection, draft.target), event_page(connection, other.rstrip("/").rpartition("/")[2])
    if ours.event.id == theirs.event.id:
        raise DecisionError(f"{draft.target} and {other} are one event already")
    own, joined = (
        accounts_anchor(connection, [min((told.account for told in view.accounts), key=lambda one: one.id)])
        for view in (ours, theirs)
    )
    anchor = Anchor(own.accounts, others=joined.accounts, mentions=own.mentions + joined.mentions)
    return _plain(draft, json.dumps(joined.accounts[0].id), anchor)


def _split(connection: Connection, draft: Draft) -> Decision:
    return _plain(draft, None, finding(connection, draft.target).anchor)


def _noted(connection: Connection, draft: Draft) -> Decision:
    text = next((value.strip() for value in draft.values if value.strip()), "")
    if not text:
        raise DecisionError("the note is empty (write what others should know)")
    if draft.target.startswith("evt-"):
        event_page(connection, draft.target)
    return _plain(draft, json.dumps(text, ensure_ascii=False), Anchor())


_MAKERS: Mapping[Verdict, Callable[[Connection, Draft], Decision]] = {
    Verdict.ACCEPT: _accepted,
    Verdict.REJECT: _rejected,
    Verdict.EDIT: _edited,
    Verdict.LINK: _linked,
    Verdict.MERGE: _merged,
    Verdict.SPLIT: _split,
    Verdict.GRADE: graded,
    Verdict.ADD: added,
    Verdict.NOTE: _noted,
}
