"""What a decision is about: looked up by the id that a person saw, with what the machine had made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rashomon.model.decisions import Anchor, Decision
from rashomon.model.errors import NotFoundError
from rashomon.model.reading import Account, Claim, Figure, Mention, Reading
from rashomon.model.sources import Article
from rashomon.store.codec import decode
from rashomon.store.review.carrying import home_of
from rashomon.store.review.known import on_articles
from rashomon.store.review.tables import review_touched
from rashomon.store.shelf import Shelf, best_mentions, take
from rashomon.store.tables import decisions, findings, readings

Finding = Account | Claim | Figure
_NOUNS = {"acc": "account", "clm": "claim", "fig": "figure"}


@dataclass(frozen=True, slots=True)
class Subject:
    """An account, claim or figure: as it stands now, in its article, and anchored to what the machine made of it."""

    now: Finding
    article: Article
    anchor: Anchor


def finding(connection: Connection, target: str) -> Subject:
    """Return an account, claim or figure by its id. Raises NotFoundError."""
    article_id = _article_of(connection, target)
    shelf = take(connection, [article_id])
    now = _by_id(target, shelf.readings[article_id])
    if now is None:
        raise NotFoundError(_NOUNS.get(target.partition("-")[0], "finding"), target)
    return Subject(now, shelf.articles[article_id], _anchor(connection, article_id, now))


def _article_of(connection: Connection, target: str) -> str:
    """Return the article that holds a finding, or held it when a person decided on it."""
    found = home_of(connection, target)
    found = found or connection.scalar(select(findings.c.article_id).where(findings.c.id == target))
    touched = select(review_touched.c.article_id).join(decisions, decisions.c.id == review_touched.c.decision_id)
    found = found or connection.scalar(touched.where(decisions.c.target == target).limit(1))
    if found is None:
        raise NotFoundError(_NOUNS.get(target.partition("-")[0], "finding"), target)
    return found


def _by_id(target: str, reading: Reading) -> Finding | None:
    several: Iterable[Finding] = (*reading.accounts, *reading.claims, *reading.figures)
    return next((one for one in several if one.id == target), None)


def machine_reading(connection: Connection, article_id: str) -> Reading:
    """Return what the machine read in an article, without anything people decided. Raises NotFoundError."""
    content = connection.scalar(select(readings.c.content).where(readings.c.article_id == article_id))
    if content is None:
        raise NotFoundError("article", article_id)
    return decode(Reading, content)


def _anchor(connection: Connection, article_id: str, now: Finding) -> Anchor:
    """Return the machine's version of a finding: as it reads now, else as it read when it was first decided on."""
    read = machine_reading(connection, article_id)
    made = _by_id(now.id, read)
    if made is not None:
        return anchored(made, read)
    return _earlier(on_articles(connection, [article_id]).get(article_id, ()), now) or anchored(now, read)


def _earlier(known: Iterable[Decision], now: Finding) -> Anchor | None:
    """Return the anchor of the first decision that speaks of this finding."""
    for decision in known:
        anchor = decision.anchor
        own = [account for account in (*anchor.accounts, *anchor.others) if account.id == now.id]
        if own:
            return Anchor(accounts=(own[0],), mentions=anchor.mentions)
        if now.id in {one.id for one in (anchor.claim, anchor.figure) if one is not None}:
            return anchor
    return None


def anchored(made: Finding, read: Reading) -> Anchor:
    """Return the anchor of a finding in its own reading."""
    if isinstance(made, Account):
        return Anchor(accounts=(made,), mentions=named_by([made], read))
    best = best_mentions(read)
    mentions = (best[made.source],) if made.source in best else ()
    return Anchor(claim=made, mentions=mentions) if isinstance(made, Claim) else Anchor(figure=made, mentions=mentions)


def named_by(accounts: Iterable[Account], read: Reading) -> tuple[Mention, ...]:
    """Return the best mention of every entity that these accounts name."""
    best = best_mentions(read)
    keys = {key for one in accounts for key in (*(filler.key for filler in one.fillers), *one.attribution)}
    return tuple(best[key] for key in sorted(keys) if key in best)


def accounts_anchor(connection: Connection, accounts: Iterable[Account]) -> Anchor:
    """Return the machine's version of accounts that may stand in several articles."""
    anchors = [_anchor(connection, account.article_id, account) for account in accounts]
    mentions = dict.fromkeys(mention for anchor in anchors for mention in anchor.mentions)
    return Anchor(accounts=tuple(account for anchor in anchors for account in anchor.accounts[:1]), mentions=tuple(mentions))


def shelf_of(connection: Connection, article_id: str) -> Shelf:
    """Return the shelf of one article. Raises NotFoundError."""
    shelf = take(connection, [article_id])
    if article_id not in shelf.readings:
        raise NotFoundError("article", article_id)
    return shelf
