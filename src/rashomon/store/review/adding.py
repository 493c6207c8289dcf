"""Events and claims that the machine missed, made of words that a person selected."""

import json

from sqlalchemy import Connection

from rashomon.linking.corrections.anchoring import mention_at
from rashomon.model.decisions import Anchor, Decision
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import EventType, MentionKind, Stance, Status
from rashomon.store.quotes import sentence_bounds
from rashomon.store.review.contract import DecisionError, Draft
from rashomon.store.review.giving import given, stretch
from rashomon.store.review.subjects import shelf_of


def added(connection: Connection, draft: Draft) -> Decision:
    """Return the decision that adds an account or a claim to an article.

    The values are, for an account, its words, type and status; for a claim, its words, its source (words, a stretch, ``outlet``
    or ``unknown``) and stance.

    Raises:
        DecisionError: the words do not stand in the article, or what they tell is there already.

        NotFoundError: the ledger does not hold the article, or it has no reading yet.
    """
    shelf = shelf_of(connection, draft.target)
    article, reading = shelf.articles[draft.target], shelf.readings[draft.target]
    words, second, third = (*draft.values, "", "", "")[:3]
    start, end = stretch(words.strip(), article)
    anchor = _claim(article, reading, (start, end), second, third) if draft.field == "claim" else None
    anchor = anchor or _account(article, reading, (start, end), second, third)
    made = anchor.claim or anchor.accounts[0]
    after = json.dumps(article.text[start:end], ensure_ascii=False)
    return Decision(draft.verdict, made.id, draft.who, draft.when, draft.why, draft.field, None, after, anchor=anchor)


def _account(article: Article, reading: Reading, words: tuple[int, int], kind: str, status: str) -> Anchor:
    trigger = EvidenceSpan(article.id, *words)
    begin, end = sentence_bounds(article.text, *words)
    chosen = EventType(json.loads(given("type", (kind,), article, trigger) or ""))
    stands = Status(json.loads(given("status", (status or Status.ASSERTED,), article, trigger) or ""))
    if any(account.trigger.overlaps(trigger) and account.type == chosen for account in reading.accounts):
        raise DecisionError(f"the words {trigger.of(article)!r} tell of {chosen} already (edit that account instead)")
    return Anchor(accounts=(Account(chosen, stands, trigger, EvidenceSpan(article.id, begin, end)),))


def _claim(article: Article, reading: Reading, words: tuple[int, int], source: str, stance: str) -> Anchor:
    content = EvidenceSpan(article.id, *words)
    said = Stance(json.loads(given("stance", (stance or Stance.ASSERTS,), article, content) or ""))
    about = tuple(account.id for account in reading.accounts if account.trigger.overlaps(content))
    where = json.loads(given("source", (source,), article, content) or "")
    if where in (OUTLET_KEY, UNKNOWN_KEY):
        return Anchor(claim=Claim(where, said, content, about=about))
    span = EvidenceSpan(article.id, *where[0])
    named = mention_at(span, reading.mentions) or _mention(article, span)
    if any(one.content.is_mostly(content) and one.source == named.key and one.stance == said for one in reading.claims):
        raise DecisionError(f"that {named.text!r} {said} these words is there already (edit that claim instead)")
    return Anchor(claim=Claim(named.key, said, content, span, about=about), mentions=(named,))


def _mention(article: Article, span: EvidenceSpan) -> Mention:
    words = span.of(article)
    return Mention(span, MentionKind.ORGANISATION, words, f"words:{span.start}-{span.end}", words, named=words[:1].isupper())
