"""What linking made between articles as rows of the gold form: actors, contradictions, copies and events told several times."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.exports.gold.rows import Row, evidence
from rashomon.linking.contract import Source
from rashomon.model.ledger import Linked
from rashomon.model.sources import Article
from rashomon.model.words import ACTOR_KINDS, ContradictionKind, CopyKind

#: What that form calls the kinds of contradictions.
_KINDS_THERE = {
    ContradictionKind.NUMBER: "numeric",
    ContradictionKind.ACTOR: "identity",
    ContradictionKind.RESPONSIBILITY: "attribution",
    ContradictionKind.TIME: "temporal",
    ContradictionKind.PLACE: "place",
    ContradictionKind.DENIAL: "status",
}


def actor_rows(sources: Iterable[Source], linked: Linked) -> Iterator[Row]:
    """Yield each actor with the proper names that texts use for it."""
    owner = {(link.article_id, link.key): link.actor_id for link in linked.actor_links}
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for source in sources:
        for mention in source.reading.mentions:
            actor_id = owner.get((source.article.id, mention.key))
            if actor_id is not None and mention.named and mention.kind in ACTOR_KINDS:
                forms[actor_id].add(mention.text)
    for actor in linked.actors:
        if forms[actor.id]:
            yield {"name": actor.name, "type": str(actor.kind), "aliases": sorted(forms[actor.id]), "generic": False}


def contradiction_rows(linked: Linked, articles: dict[str, Article]) -> Iterator[Row]:
    """Yield each contradiction with what every side says, and its words."""
    for contradiction in linked.contradictions:
        accounts = [
            {
                "article": position.article_id,
                "source": position.source,
                "says": position.says,
                **evidence(articles[position.article_id], position.start, position.end),
            }
            for position in contradiction.positions
        ]
        yield {
            "id": contradiction.id,
            "topic": contradiction.topic,
            "kind": _KINDS_THERE[contradiction.kind],
            "severity": str(contradiction.severity),
            "same_event": contradiction.event_id is not None,
            "accounts": accounts,
        }


def duplicate_rows(linked: Linked, articles_of: dict[str, str]) -> Iterator[Row]:
    """Yield copies, and events that several articles tell."""
    for copy in linked.copies:
        kind = "boilerplate" if copy.kind == CopyKind.EXCERPT else "near_copy_text"
        yield {
            "id": f"{copy.article_id}-copy",
            "kind": kind,
            "members": [{"article": i} for i in (copy.article_id, copy.original_id)],
        }
    for event in linked.events:
        members = sorted({articles_of[account] for account in event.accounts})
        if len(members) > 1:
            yield {
                "id": event.id,
                "kind": "same_event",
                "title": event.title,
                "members": [{"article": member} for member in members],
            }
