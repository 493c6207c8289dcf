"""Write a ledger as gold annotations: one JSON line an article, with offsets into the capture's text.

The form is that of the optional data folder's `gold_seeds/README.md`, so that its scorer can score a run. Names are the
registry's canonical names, types the scheme's own; an event type that form does not know becomes ``other`` with a subtype.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from rashomon.exports.contract import Order
from rashomon.exports.shared import SharedLedger
from rashomon.linking.contract import Source
from rashomon.model.ledger import Linked
from rashomon.model.ranges import Range
from rashomon.model.reading import Claim
from rashomon.model.sources import Article, Capture
from rashomon.model.words import ACTOR_KINDS, ContradictionKind, CopyKind, EventType, Status
from rashomon.store.ledger import Ledger
from rashomon.store.views import AccountView, ArticleView, ClaimView, EventView, FigureView, Named, TieView

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

#: What that form calls the kinds of contradictions.
_KINDS_THERE = {
    ContradictionKind.NUMBER: "numeric",
    ContradictionKind.ACTOR: "identity",
    ContradictionKind.RESPONSIBILITY: "attribution",
    ContradictionKind.TIME: "temporal",
    ContradictionKind.PLACE: "place",
    ContradictionKind.DENIAL: "status",
}


class Asked(Protocol):
    """What this export asks: events and articles, every article with its reading, and what linking made."""

    def event(self, event_id: str) -> EventView:
        """Return an event by the id of one of its accounts."""
        ...

    def article_page(self, article_id: str) -> ArticleView:
        """Return an article with everything found in it."""
        ...

    def sources(self) -> Iterator[Source]:
        """Yield articles with their readings."""
        ...

    def captures(self) -> tuple[Capture, ...]:
        """Return all captures."""
        ...

    def linked(self) -> Linked:
        """Return all that linking made."""
        ...


def _count(value: Range | None) -> Row | None:
    return None if value is None else {"min": _plain(value.low or 0), "max": None if value.high is None else _plain(value.high)}


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _names(named: Iterable[Named]) -> list[str]:
    return sorted({name.name for name in named})


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


class _Rows:
    """Turns one article's values into rows."""

    def __init__(self, article: Article, row_id: str) -> None:
        self.article = article
        self.row_id = row_id

    def evidence(self, start: int, end: int) -> Row:
        """Return the words and their offsets in the capture's text."""
        return {
            "evidence": self.article.text[start:end],
            "ev_start": self.article.start + start,
            "ev_end": self.article.start + end,
        }

    def event(self, n: int, view: AccountView) -> Row:
        account = view.account
        unknown = account.type in _UNKNOWN_THERE
        return {
            "id": f"{self.row_id}-e{n}",
            "type": "other" if unknown else str(account.type),
            "subtype": str(account.type) if unknown and account.type != EventType.OTHER else None,
            "date": None if account.date is None else replace(account.date, hour=None).written,
            "date_text": account.date_span.of(self.article) if account.date_span else None,
            "place": _place(view.places),
            "perpetrators": _names(view.agents),
            "targets": _names(view.patients),
            "killed": _count(account.killed),
            "injured": _count(account.injured),
            "status": str(account.status),
            "attribution": [name.name for name in view.attribution],
            **self.evidence(account.evidence.start, account.evidence.end),
        }

    def claim(self, n: int, view: ClaimView) -> Row:
        return {
            "id": f"{self.row_id}-c{n}",
            "source": view.source.name,
            "via": [name.name for name in view.via],
            "stance": str(view.claim.stance),
            "about": ",".join(view.claim.about),
            **self.evidence(*_said(self.article.text, view.claim)),
        }

    def figure(self, n: int, view: FigureView) -> Row:
        figure = view.figure
        return {
            "id": f"{self.row_id}-f{n}",
            "what": figure.what,
            "value": None if figure.printed is None else _plain(figure.printed),
            "unit": figure.unit,
            "period": None if figure.period is None else str(figure.period),
            "as_of": None if figure.as_of is None else str(figure.as_of),
            "attributed_to": view.source.name,
            "qualifier": figure.qualifier,
            **self.evidence(figure.evidence.start, figure.evidence.end),
        }

    def relation(self, n: int, view: TieView) -> Row:
        valid = view.tie.valid
        return {
            "id": f"{self.row_id}-r{n}",
            "subject": view.subject.name,
            "relation": str(view.tie.relation),
            "object": view.object.name,
            "from": str(valid.first) if valid and valid.first else None,
            "to": str(valid.last) if valid and valid.last else None,
            "note": view.tie.note,
            **self.evidence(view.tie.evidence.start, view.tie.evidence.end),
        }


def _told(view: AccountView) -> int:
    """Return how much an account states."""
    account = view.account
    stated = (account.date, account.killed, account.injured, *view.agents, *view.patients, *view.places[:1])
    return sum(value is not None for value in stated)


def _tellings(ledger: Asked, source: Source) -> list[AccountView]:
    """Return one account for each event the article tells: the one that states most, the first of equal ones."""
    groups: defaultdict[str, list[AccountView]] = defaultdict(list)
    own = {account.id for account in source.reading.accounts if account.status != Status.NEGATED}
    done: set[str] = set()
    for account in source.reading.accounts:
        if account.id in own - done:
            event = ledger.event(account.id)
            groups[event.event.id] = [view for view in event.accounts if view.account.id in own]
            done |= {view.account.id for view in groups[event.event.id]}
    best = [max(views, key=lambda view: (_told(view), -view.account.trigger.start)) for views in groups.values()]
    return sorted(best, key=lambda view: view.account.trigger.start)


def _article_row(ledger: Asked, source: Source, seed: str, ids: dict[str, str]) -> Row:
    """Return an article's row with its events, claims, figures and relations."""
    article = source.article
    row_id = ids[article.id]
    rows = _Rows(article, row_id)
    page = ledger.article_page(article.id)
    views = _tellings(ledger, source)
    repeated = next((copy for copy in page.copies if copy.article_id == article.id and article.repeats is not None), None)
    return {
        "id": row_id,
        "seed": seed,
        "n": article.n,
        "title": article.title,
        "published": article.published,
        "author": ", ".join(article.authors) or None,
        "url": article.url,
        "outlet": article.outlet,
        "via": [article.forwarded_from] if article.forwarded_from else [],
        "start": article.start,
        "end": article.end,
        "digest_title": article.digest_title,
        "duplicate_of": ids.get(repeated.original_id) if repeated else None,
        "events": [rows.event(n, view) for n, view in enumerate(views, 1)],
        "claims": [rows.claim(n, view) for n, view in enumerate(page.claims, 1)],
        "figures": [rows.figure(n, view) for n, view in enumerate(page.figures, 1)],
        "relations": [rows.relation(n, view) for n, view in enumerate(page.ties, 1)],
    }


def _actor_rows(sources: Iterable[Source], linked: Linked) -> Iterator[Row]:
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


def _contradiction_rows(linked: Linked, articles: dict[str, Article], ids: dict[str, str]) -> Iterator[Row]:
    """Yield each contradiction with what every side says, and its words."""
    for contradiction in linked.contradictions:
        accounts = [
            {
                "article": ids[position.article_id],
                "source": position.source,
                "says": position.says,
                **_Rows(articles[position.article_id], "").evidence(position.start, position.end),
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


def _duplicate_rows(linked: Linked, articles_of: dict[str, str], ids: dict[str, str]) -> Iterator[Row]:
    """Yield copies, and events that several articles tell."""
    for copy in linked.copies:
        kind = "boilerplate" if copy.kind == CopyKind.EXCERPT else "near_copy_text"
        yield {
            "id": f"{copy.article_id}-copy",
            "kind": kind,
            "members": [{"article": ids[i]} for i in (copy.article_id, copy.original_id)],
        }
    for event in linked.events:
        members = sorted({ids[articles_of[account]] for account in event.accounts})
        if len(members) > 1:
            yield {
                "id": event.id,
                "kind": "same_event",
                "title": event.title,
                "members": [{"article": member} for member in members],
            }


def _write(path: Path, rows: Iterable[Row]) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def write_gold(ledger: Ledger, folder: Path, order: Order) -> tuple[Path, ...]:
    """Write what may be shared of a ledger as gold annotations; the question of the order is left aside."""
    return export_gold(SharedLedger(ledger, order.selection.clearance), folder)


def export_gold(ledger: Asked, folder: Path) -> tuple[Path, ...]:
    """Write ``articles.jsonl``, ``actors.jsonl``, ``contradictions.jsonl`` and ``duplicates.jsonl`` and return their paths.

    Args:
        ledger: what is written.

        folder: where to; made if it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = {capture.sha256: capture.name for capture in ledger.captures()}
    sources = sorted(
        ledger.sources(), key=lambda source: (names[source.article.capture], source.article.capture, source.article.n)
    )
    ids = {source.article.id: f"{names[source.article.capture]}-{source.article.n:03d}" for source in sources}
    articles = {source.article.id: source.article for source in sources}
    articles_of = {account.id: source.article.id for source in sources for account in source.reading.accounts}
    linked = ledger.linked()
    written = {
        "articles.jsonl": (_article_row(ledger, source, names[source.article.capture], ids) for source in sources),
        "actors.jsonl": _actor_rows(sources, linked),
        "contradictions.jsonl": _contradiction_rows(linked, articles, ids),
        "duplicates.jsonl": _duplicate_rows(linked, articles_of, ids),
    }
    for name, rows in written.items():
        _write(folder / name, rows)
    return tuple(folder / name for name in written)
