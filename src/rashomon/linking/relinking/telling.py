"""The middle of a run: what the accounts of the articles that are concerned tell, and by which terms."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from rashomon.linking.counterparts import counterparts
from rashomon.linking.disputes.disputes import Disputes
from rashomon.linking.disputes.responsibility import Sides, tied_names
from rashomon.linking.events.blocks import blocks_of, span_of
from rashomon.linking.events.tellings import Telling, terms_of, told_in
from rashomon.linking.figures.entries import Entry, entries_of
from rashomon.linking.figures.tolls import Tolls, figures_of
from rashomon.linking.relinking.faces import kept
from rashomon.linking.relinking.known import Known
from rashomon.linking.relinking.outlines import Look, key_hashes, mark_of
from rashomon.linking.relinking.quantities import kept as kept_figures
from rashomon.linking.sources.roots import Roots
from rashomon.linking.stories.stories import Rarities, Terms, measure
from rashomon.model.ledger import Copy


class Unmeasured(Exception):  # noqa: N818 (no error: the run begins anew)
    """The articles by which all are weighed are others than before."""


class Opened:
    """Some articles with all that follows for them from each other and from the outlines of the rest.

    Args:
        known: the articles.

        article_ids: those that are opened; the originals of copies among them are opened too.

        copies: all copies.

    Attributes:
        retold: the same for the copies inside.
    """

    def __init__(self, known: Known, article_ids: Iterable[str], copies: Iterable[Copy]) -> None:
        chosen, listed = set(article_ids), tuple(copies)
        chosen |= {copy.original_id for copy in listed if copy.article_id in chosen}
        self.cast = known.cast(chosen)
        own = [copy for copy in listed if copy.article_id in chosen and copy.original_id in chosen]
        self.copied = frozenset(copy.article_id for copy in listed)
        self.of_others = frozenset(copy.article_id for copy in own if _of_another(known, copy))
        self.retold = counterparts(self.cast.scenes, own)
        self.roots = Roots(self.cast, known.registry, own, self.retold)
        self.figures = figures_of(self.cast.scenes.values())
        self.tolls = Tolls(self.cast, self.roots, self.figures)
        self._known = known

    @cached_property
    def sides(self) -> Sides:
        """Return which names belong together, by what all articles say; asked once their ties are known."""
        return Sides(pair for outline in self._known.now.values() for pair in outline.ties)

    @cached_property
    def disputes(self) -> Disputes:
        """Return what finds the disputes of these articles; asked once the ties of all are known."""
        return Disputes(self.cast, self.roots, self.sides, self.of_others)


def _of_another(known: Known, copy: Copy) -> bool:
    """Whether an article repeats what another outlet wrote; an outlet that repeats itself has a newer version."""
    ours, theirs = (known.now[key].face.outlet for key in (copy.article_id, copy.original_id))
    return ours is None or ours != theirs


class Resolving:
    """Resolves the accounts of the articles that are concerned, and finishes their outlines.

    Args:
        known: the articles.

        opened: those that are concerned, and originals.

        rejected: ids of accounts that tell no event.

    Attributes:
        told: the accounts, by id; ``figures`` those that series are made of, by article.

        tellings: what is kept of both, by article: a line of text each.

        rarities: how rare terms are.
    """

    def __init__(self, known: Known, opened: Opened, rejected: frozenset[str]) -> None:
        self._known = known
        self._opened = opened
        self._rejected = rejected
        self._terms: dict[str, Terms] = {}
        self.told: dict[str, Telling] = {}
        self.rarities = Rarities({}, 0)
        self.figures: dict[str, tuple[Entry, ...]] = {}
        self.tellings: dict[str, str] = {}
        self.values: dict[str, str] = {}

    def resolve(self, touched: frozenset[str]) -> None:
        """Resolve the accounts of some articles.

        Raises:
            Unmeasured: all articles must be weighed anew.
        """
        cast, chosen = self._opened.cast, sorted(touched)
        for key in chosen:
            self._terms[key] = terms_of(cast, key)
            marked = mark_of(self._terms[key])
            self._known.now[key] = replace(self._known.now[key], terms=marked, ties=tied_names(cast, key))
        self.rarities = self._weighed()
        disputes = self._opened.disputes
        together: dict[str, list[tuple[str, str]]] = {}
        article_of = {account.id: key for key in cast.scenes for account in cast.scenes[key].source.reading.accounts}
        for pair in disputes.together:
            together.setdefault(article_of[pair[0]], []).append(pair)
        for key in chosen:
            self._outline(key, tuple(together.get(key, ())), self._issues(key, disputes))

    def _issues(self, key: str, disputes: Disputes) -> frozenset[str]:
        opened = self._opened
        self.figures[key] = () if key in opened.copied else tuple(entries_of(opened.cast, opened.tolls, key))
        return disputes.issues(key, opened.tolls) | {entry.quantity for entry in self.figures[key]}

    def _outline(self, key: str, together: tuple[tuple[str, str], ...], issues: frozenset[str]) -> None:
        cast, terms = self._opened.cast, self._terms[key]
        by_id = {one.id: one for one in told_in(cast, self._opened.roots, key, self.rarities.story(terms))}
        told = [by_id[account] for account in sorted(by_id) if account not in self._rejected]
        self.told.update((one.id, one) for one in told)
        self.tellings[key] = f"{kept(terms, told)}\n{kept_figures(self.figures[key])}"
        spans, keys = (span_of(one) for one in told), [blocks_of(one) for one in told]
        self._known.now[key] = replace(
            self._known.now[key],
            accounts=(*(one.id for one in told), *sorted(by_id.keys() & self._rejected)),
            told=len(told),
            spans=tuple(None if span is None else (span[0].toordinal(), span[1].toordinal()) for span in spans),
            looks=tuple(map(_look, told)),
            blocks=key_hashes(key for own in keys for key in own),
            sizes=tuple(map(len, keys)),
            together=together,
            issues=issues,
        )

    def _weighed(self) -> Rarities:
        """How rare terms are among the earliest articles: as before, where those are the same."""
        now = self._known.now
        chosen = sorted(measure((outline.face.day, key) for key, outline in now.items()))
        marks = "\n".join(f"{key} {now[key].terms}" for key in chosen)
        marked = hashlib.blake2b(marks.encode(), digest_size=16).hexdigest()
        held = json.loads(self._known.memory.value("rarities") or "null")
        if held is None or held[0] != marked:
            if self._known.before:
                raise Unmeasured
            having = Counter(word for key in chosen for word in self._terms[key].names | self._terms[key].words)
            held = [marked, len(chosen), having]
        self.values["rarities"] = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
        return Rarities(held[2], held[1])


def _look(one: Telling) -> Look:
    when = one.when
    first = when.first.toordinal() if when is not None and when.first is not None else None
    last = when.last.toordinal() if when is not None and when.last is not None else None
    return one.account.type.value, first, last, tuple(place.id for place in one.places)
