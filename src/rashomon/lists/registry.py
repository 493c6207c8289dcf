"""The actors and outlets that are listed: shipped files, a ledger's own files over them, and what every state has."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rashomon.lists.countries import load_countries
from rashomon.lists.listfile import Entry, ListFile, digest, entries, own, shipped
from rashomon.lists.outlets import by_name, outlet_actor, outlet_named, read_outlet
from rashomon.lists.rolls import Rolls
from rashomon.lists.states import Named, state_actors
from rashomon.lists.ties import listed_ties, tied
from rashomon.model.actors import Actor, ActorTie, Alias
from rashomon.model.sources import Outlet
from rashomon.model.words import ActorKind
from rashomon.text.folding import fold

_ACTOR_KEYS = ("kind", "country", "aliases", "ambiguous", "wikipedia", "sectors", "sides", "ties", "private")
_TITLE_WORDS = (
    "general gen major maj brigadier brig lieutenant lt colonel col captain capt commander admiral marshal field sergeant "
    "president vice prime minister premier king prince crown emir sultan sheikh shaikh sheik ayatollah grand mullah maulana "
    "mufti imam sayyid sayed sayyed hajji haji hajj mr mrs ms dr senator secretary ambassador archbishop bishop father"
)
_TITLES = frozenset(_TITLE_WORDS.split())
#: Source of the alias under which Wikipedia has an article, where that is no other name of the actor.
WIKIPEDIA = "Wikipedia"


@dataclass(frozen=True)
class ListedRegistry:
    """Actors and outlets by name; implements `rashomon.linking.contract.Registry`.

    Args:
        actors: all listed actors, in order of name.

        outlets: all listed outlets, in order of name; each is also an actor of kind outlet.

        ties: ties known apart from any article.

        digest: eight hexadecimal digits that change when a list file does.
    """

    actors: tuple[Actor, ...]
    outlets: tuple[Outlet, ...]
    ties: tuple[ActorTie, ...]
    digest: str
    _parts: tuple[Named, ...]
    _index: Mapping[str, tuple[Actor, ...]]

    def find(self, name: str) -> tuple[Actor, ...]:
        """Return the actors that have this name or alias once both are folded, in order of name.

        A name nobody has is tried without its titles, for persons only ("Brigadier General", "President"). A short word
        in lower case ("us", "is", "who") finds no acronym that is spelled like it.
        """
        key = fold(name)
        found = self._index.get(key, ())
        if found and name.islower() and len(key) <= 4 and " " not in key:  # noqa: PLR2004 - words as short as acronyms
            return tuple(actor for actor in found if not _only_in_capitals(actor, key))
        return found or self._without_titles(key)

    def _without_titles(self, key: str) -> tuple[Actor, ...]:
        words = key.split()
        first = next((place for place, word in enumerate(words) if word not in _TITLES), 0)
        named = self._index.get(" ".join(words[first:]), ()) if 0 < first < len(words) - 1 else ()
        return tuple(actor for actor in named if actor.kind == ActorKind.PERSON)

    def outlet(self, name: str) -> Outlet | None:
        """Return the listed outlet of this name, alias, host or address; ``None`` where it is not listed."""
        return outlet_named(self._outlets, name)

    def names(self) -> Iterator[tuple[str, Actor, bool]]:
        """Yield every name and alias as ``(text, actor, ambiguous)``, actors in order of name.

        Ambiguous are aliases marked so in the list, and those that several actors have unmarked. Texts written in capitals
        ("IS", "US", "WHO") are names only where the article has capitals too.
        """
        vague = [_vague(part) for part in self._parts]
        sure = Counter(
            folded for part, doubtful in zip(self._parts, vague, strict=True) for folded in set(part.folded) - doubtful
        )
        for part, doubtful in zip(self._parts, vague, strict=True):
            texts = (part.actor.name, *(alias.text for alias in part.actor.aliases))
            for text, folded in dict(zip(texts, part.folded, strict=True)).items():
                yield text, part.actor, folded in doubtful or sure[folded] > 1

    @cached_property
    def _outlets(self) -> dict[str, Outlet]:
        return by_name(self.outlets)


def _vague(part: Named) -> set[str]:
    """Return the folded names of an actor that are marked as ambiguous."""
    pairs = zip(part.actor.aliases, part.folded[1:], strict=True)
    return {folded for alias, folded in pairs if alias.ambiguous}


def _only_in_capitals(actor: Actor, key: str) -> bool:
    texts = [text for text in (actor.name, *(alias.text for alias in actor.aliases)) if fold(text) == key]
    return all(text.isupper() for text in texts)


def load_registry(extra: Path | None = None) -> ListedRegistry:
    """Read the shipped lists and a ledger's own.

    Args:
        extra: a folder that may hold ``actors.yaml`` and ``outlets.yaml``; an entry there replaces the shipped entry of
            the same name.

    Raises:
        ListError: a list breaks its form; names file, entry and reason.
    """
    countries = load_countries()
    actor_files = (*shipped("actors"), *own(extra, "actors.yaml"))
    outlet_files = (*shipped("outlets.yaml"), *own(extra, "outlets.yaml"))
    listed = _by_name(actor_files)
    outlet_entries = _by_name(outlet_files)
    outlets = tuple(read_outlet(entry) for entry in outlet_entries.values())
    named = {entry.name: _named(_actor(entry)) for entry in listed.values()}
    for entry, outlet in zip(outlet_entries.values(), outlets, strict=True):
        named.setdefault(outlet.name, _named(outlet_actor(outlet, entry)))
    rolls = Rolls.read(extra)
    named |= {actor.name: _named(actor) for actor in rolls.persons(countries, tuple(named.values()))}
    made = [actor for country in countries.listed for actor in state_actors(country)]
    stated = [tie for entry in (*listed.values(), *outlet_entries.values()) for tie in listed_ties(entry)]
    merged, ties = tied(_merged(named, made), stated, rolls)
    return ListedRegistry(
        actors=tuple(part.actor for part in merged),
        outlets=tuple(sorted(outlets, key=lambda outlet: outlet.name)),
        ties=ties,
        digest=digest((*actor_files, *outlet_files, *rolls.files, countries.file)),
        _parts=tuple(merged),
        _index=_index(merged),
    )


def _by_name(read: Iterable[ListFile]) -> dict[str, Entry]:
    """Return the entries by name; a later file replaces an earlier one's entry, one file may not hold a name twice."""
    found: dict[str, Entry] = {}
    for file in read:
        for entry in entries(file):
            before = found.get(entry.name)
            if before is not None and (before.file == entry.file or not file.label.startswith("ledger")):
                raise entry.error(f"a second entry of this name (the first stands in {before.file})")
            found[entry.name] = entry
    return found


def _actor(entry: Entry) -> Actor:
    entry.only(_ACTOR_KEYS)
    kind = entry.text("kind") or "nothing"
    if kind not in ActorKind.__members__.values():
        raise entry.error(f"kind must be one of {', '.join(ActorKind)}, not {kind!r}")
    sure = [Alias(text, entry.file) for text in entry.texts("aliases")]
    vague = [Alias(text, entry.file, ambiguous=True) for text in entry.texts("ambiguous")]
    titles = [Alias(text, WIKIPEDIA) for text in (entry.text("wikipedia"),) if text is not None]
    return Actor(
        name=entry.name,
        kind=ActorKind(kind),
        aliases=(*sure, *vague, *titles),
        country=entry.text("country"),
        sides=entry.texts("sides"),
        private=entry.text("private") == "true",
        sectors=entry.texts("sectors"),
    )


def _named(actor: Actor) -> Named:
    return Named(actor, (fold(actor.name), *(fold(alias.text) for alias in actor.aliases)))


def _merged(listed: Mapping[str, Named], made: Iterable[Named]) -> list[Named]:
    """Join the actors a person listed with those made by pattern.

    A made name that a listed actor has is the listed actor's; a listed actor that bears a made actor's name keeps the made
    aliases beside its own.
    """
    taken = {folded for part in listed.values() for folded in part.folded}
    joined = dict(listed)
    for part in made:
        listed_one = listed.get(part.actor.name)
        if taken.isdisjoint(part.folded):
            joined[part.actor.name] = part
        elif listed_one is not None or part.folded[0] not in taken:
            joined[part.actor.name] = _joined(listed_one, part, taken)
    return sorted(joined.values(), key=lambda part: (part.actor.name, part.actor.kind))


def _joined(listed: Named | None, made: Named, taken: AbstractSet[str]) -> Named:
    """Return the listed actor with those made aliases that no listed actor has; the made actor less the taken ones."""
    base = listed or Named(replace(made.actor, aliases=()), made.folded[:1])
    pairs = zip(made.actor.aliases, made.folded[1:], strict=True)
    kept = [(alias, folded) for alias, folded in pairs if folded not in taken]
    aliases = (*base.actor.aliases, *(alias for alias, _ in kept))
    actor = replace(base.actor, aliases=aliases, sectors=base.actor.sectors or made.actor.sectors)
    return Named(actor, (*base.folded, *(folded for _, folded in kept)))


def _index(parts: Iterable[Named]) -> dict[str, tuple[Actor, ...]]:
    found: dict[str, tuple[Actor, ...]] = {}
    for part in parts:
        actor = part.actor
        alone = (actor,)
        for folded in part.folded:
            before = found.setdefault(folded, alone)
            if before[-1] is not actor:
                found[folded] = (*before, actor)
    found.pop("", None)
    return found
