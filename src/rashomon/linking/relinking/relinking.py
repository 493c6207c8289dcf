"""Join the parts of a run. What comes of it is the same whatever was linked before: only the work differs.

An article is *touched* where what its accounts tell may be otherwise than before: it is new, its text, reading or decisions
changed, its outlet is at home elsewhere, somebody in it is called otherwise, or it copies something else. Accounts of touched
articles meet others anew; the happenings and issues that this reaches are made anew; all else stands.
"""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.linking.contract import Gazetteer, Registry
from rashomon.linking.corrections.touching import relinked
from rashomon.linking.decisions import Corrections, corrections, pairs_together
from rashomon.linking.digest import VERSION
from rashomon.linking.relinking.contract import Change, Memory, Nothing, Sources
from rashomon.linking.relinking.cycles import rarely_searched
from rashomon.linking.relinking.deciding import Decided
from rashomon.linking.relinking.finishing import Finishing
from rashomon.linking.relinking.gathering import Gathering
from rashomon.linking.relinking.known import Known
from rashomon.linking.relinking.looking import Looking
from rashomon.linking.relinking.telling import Opened, Resolving, Unmeasured
from rashomon.model.decisions import Decision

#: Counts up with the form of what is remembered: what is kept in another form is not looked at.
FORM = "6"


def relink(
    sources: Sources, memory: Memory, registry: Registry, gazetteer: Gazetteer, decisions: Iterable[Decision] = ()
) -> Change:
    """Return what linking all articles of now changes in what was linked before.

    Args:
        sources: the articles of now.

        memory: what was kept of the last run.

        registry: what is known of actors and outlets.

        gazetteer: what is known of places.

        decisions: what people decided, in any order.
    """
    basis = f"{VERSION} {FORM} {registry.digest} {gazetteer.digest}"
    given = tuple(decisions)
    held = memory if memory.value("basis") == basis else Nothing()
    with rarely_searched():
        try:
            return _Run(sources, held, registry, gazetteer, given, basis).change()
        except Unmeasured:
            return _Run(sources, Nothing(), registry, gazetteer, given, basis).change()


class _Run:
    """One run over all articles."""

    def __init__(
        self,
        sources: Sources,
        memory: Memory,
        registry: Registry,
        gazetteer: Gazetteer,
        decisions: tuple[Decision, ...],
        basis: str,
    ) -> None:
        self._known = Known(sources, memory, registry, gazetteer, decisions)
        self._gazetteer = gazetteer
        self._memory = memory
        self._corrections = self._corrected(decisions)
        self._values = {"basis": basis}

    def _corrected(self, decisions: tuple[Decision, ...]) -> Corrections:
        linked = {d.target.partition("/")[0] for d in decisions if "/" in d.target and d.anchor.mentions}
        self._known.open(linked & self._known.stamps.keys())
        opened = (self._known.scenes[key].source for key in sorted(linked & self._known.scenes.keys()))
        return corrections(relinked(decisions, opened))

    def change(self) -> Change:
        """Return what is to be changed."""
        known, was = self._known, Decided.kept(self._memory.value("decided"))
        looking = Looking(known, self._gazetteer, self._corrections)
        touched = looking.touched(known.changed() | self._decided_otherwise(was))
        opened = Opened(known, touched, looking.copies)
        resolving = Resolving(known, opened, self._corrections.rejected)
        resolving.resolve(touched)
        standing = frozenset(account for outline in known.now.values() for account in outline.telling)
        merged = frozenset(pairs_together(self._corrections, standing) if self._corrections.merged else ())
        decided = Decided.of(self._corrections, merged)
        gathering = Gathering(known, decided, was, opened)
        gathering.gather(touched, resolving.told, resolving.rarities)
        finishing = Finishing(known, gathering, looking, opened, resolving)
        self._values |= looking.values | resolving.values | gathering.values | {"decided": decided.text}
        change = finishing.change(touched)
        lines = {key: known.now[key].line(resolving.tellings[key]) for key in sorted(touched)}
        since = None if change.whole else self._memory.value("run")
        return replace(change, since=since, lines=lines, values=self._values | dict(change.values))

    def _decided_otherwise(self, was: Decided) -> set[str]:
        """The articles in which an entity is linked otherwise, or an account tells an event or tells none."""
        decided = Decided.of(self._corrections, frozenset())
        rejected = decided.rejected ^ was.rejected
        found = {key for key, outline in self._known.before.items() if not rejected.isdisjoint(outline.accounts)}
        return (found | decided.articles(was)) & self._known.stamps.keys()
