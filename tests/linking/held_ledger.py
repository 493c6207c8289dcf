"""A ledger in memory that linking goes on from: what it was given, what it remembers, and what it holds."""

from collections.abc import Iterable

from rashomon.linking.contract import Source
from rashomon.linking.relinking.contract import Change, Line
from rashomon.linking.relinking.relinking import relink
from rashomon.model.ledger import Linked

KINDS = ("actors", "places", "roots", "events", "contradictions", "series")


class HeldLedger:
    """Articles, and what was linked of them; ``opened`` counts the articles that the last run looked into."""

    def __init__(self, registry, gazetteer) -> None:
        self._lists = (registry, gazetteer)
        self.given: dict[str, Source] = {}
        self.opened = 0
        self._forget()

    def _forget(self) -> None:
        self._lines: dict[str, Line] = {}
        self._values: dict[str, str] = {}
        self._made = {kind: {} for kind in KINDS}
        self._links = {"actor_links": (), "place_links": ()}
        self._copies = ()

    # What linking asks of the articles, and of the last run.

    def stamps(self):
        return {key: f"{hash(source)}" for key, source in self.given.items()}

    def take(self, article_ids):
        for key in article_ids:
            self.opened += 1
            yield self.given[key]

    def articles(self, article_ids):
        return (self.given[key].article for key in article_ids)

    def lines(self):
        return ((key, Line(line.outline, "", line.sample, line.blocks)) for key, line in self._lines.items())

    def tellings(self, article_ids):
        return {key: self._lines[key].tellings for key in article_ids}

    def value(self, name):
        return self._values.get(name)

    def copies(self):
        return self._copies

    def places(self, place_ids):
        return (self._made["places"][key] for key in place_ids)

    # What a test does.

    def update(self, decisions=(), registry=None) -> Change:
        """Link what changed and keep it."""
        self.opened = 0
        change = relink(self, self, registry or self._lists[0], self._lists[1], decisions)
        if change.whole:
            self._forget()
        for kind in KINDS:
            for key in change.gone.get(kind, ()):
                del self._made[kind][key]
            self._made[kind].update((one.id, one) for one in getattr(change, kind))
        for name, links in self._links.items():
            others = (link for link in links if link.article_id not in {*change.articles, *change.lost})
            self._links[name] = tuple(sorted([*others, *getattr(change, name)], key=lambda link: (link.article_id, link.key)))
        self._copies = change.copies
        for key in change.lost:
            del self._lines[key]
        self._lines.update(change.lines)
        self._values = dict(change.values)
        return change

    def add(self, sources: Iterable[Source]) -> None:
        """Give articles, in place of those of the same id."""
        self.given.update((source.article.id, source) for source in sources)

    @property
    def linked(self) -> Linked:
        """All that is held."""
        return Linked(
            copies=self._copies,
            **self._links,
            **{kind: tuple(own[key] for key in sorted(own)) for kind, own in self._made.items()},
        )
