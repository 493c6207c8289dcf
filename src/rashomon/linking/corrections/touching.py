"""Which articles a decision touches, and the key that linked words have in the reading of now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rashomon.linking.contract import Source
from rashomon.linking.corrections.anchoring import mention_at
from rashomon.model.decisions import Decision


def by_article(decisions: Iterable[Decision]) -> Mapping[str, tuple[Decision, ...]]:
    """Return the decisions that touch each article; one that takes another back touches what that one does."""
    several = tuple(decisions)
    known = {decision.id: decision for decision in several}
    found: dict[str, list[Decision]] = {}
    for decision in several:
        for article_id in _touched(decision, known):
            found.setdefault(article_id, []).append(decision)
    return {article_id: tuple(own) for article_id, own in found.items()}


def _touched(decision: Decision, known: Mapping[str, Decision]) -> tuple[str, ...]:
    """Return the articles a decision touches, through all that it takes back."""
    undone = known.get(decision.undoes or "")
    return decision.anchor.articles if undone is None else _touched(undone, known)


def relinked(decisions: Iterable[Decision], sources: Iterable[Source]) -> Iterator[Decision]:
    """Yield the decisions, those on a link (``article_id/key``) with the key that the linked words have now."""
    mentions = {source.article.id: source.reading.mentions for source in sources}
    for decision in decisions:
        article_id, slash, _ = decision.target.partition("/")
        words = decision.anchor.mentions[:1] if slash else ()
        now = mention_at(words[0].span, mentions.get(article_id, ())) if words else None
        yield decision if now is None else replace(decision, target=f"{article_id}/{now.key}")
