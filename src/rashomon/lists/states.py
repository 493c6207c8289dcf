"""Make the actors that every state has: its government, its forces, its ministries, under the names news gives them."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.lists.countries import Country
from rashomon.model.actors import Actor, Alias
from rashomon.model.words import ActorKind
from rashomon.text.folding import fold

#: What aliases made here give as their source.
SOURCE = "pattern"


@dataclass(frozen=True, slots=True)
class Named:
    """An actor with the folded form of each of its names, the canonical one first."""

    actor: Actor
    folded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body every state has: ``{a}`` is the adjective, ``{c}`` the country; patterns hold letters and spaces only.

    ``sectors`` are the PLOVER sectors of its actors, where the kind does not say them.
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    sectors: tuple[str, ...] = ()


_FORCE, _GOVERNMENT = ActorKind.FORCE, ActorKind.GOVERNMENT_BODY


def _ministry(*topics: str, sector: str | None = None) -> Body:
    """Return the ministry of a topic; the first topic makes the name, the others its variants."""
    forms = ("{a} T ministry", "{a} ministry of T", "ministry of T of {c}", "{c} ministry of T", "{c} T ministry")
    aliases = tuple(form.replace("T", topic) for topic in topics for form in forms)
    return Body(aliases[0], _GOVERNMENT, aliases, () if sector is None else ("GOV", sector))


BODIES = (
    Body(
        "{a} military",
        _FORCE,
        (
            "{a} army",
            "{a} armed forces",
            "{a} forces",
            "{a} troops",
            "{a} soldiers",
            "{a} military forces",
            "armed forces of {c}",
            "{c} army",
            "{c} military",
            "army of {c}",
        ),
    ),
    Body("{a} air force", _FORCE, ("{a} warplanes", "{a} fighter jets", "{a} aircraft", "{a} jets", "{a} military aircraft")),
    Body("{a} navy", _FORCE, ("{a} naval forces", "{a} naval force")),
    Body("{a} police", _FORCE, ("{a} national police", "{a} police forces", "{a} policemen", "{a} police officers"), ("COP",)),
    Body("{a} security forces", _FORCE, ("{a} security services", "{a} security personnel", "security forces of {c}")),
    Body("{a} special forces", _FORCE, ("{a} special operations forces", "{a} commandos")),
    Body("{a} border guards", _FORCE, ("{a} border guard", "{a} border police", "{a} border forces"), ("COP",)),
    Body(
        "{a} intelligence",
        _GOVERNMENT,
        ("{a} intelligence services", "{a} intelligence service", "{a} intelligence agencies", "{a} intelligence officials"),
        ("SPY",),
    ),
    _ministry("defence", "defense", sector="MIL"),
    _ministry("interior"),
    _ministry("foreign", "foreign affairs"),
    _ministry("health", sector="HLH"),
    Body("{a} parliament", _GOVERNMENT, ("parliament of {c}", "{a} lawmakers"), ("LEG",)),
)
_STATE_NAMES = (
    "{a} government",
    "{a} federal government",
    "{a} central government",
    "{a} interim government",
    "{a} transitional government",
    "{a} caretaker government",
    "{a} regime",
    "{a} authorities",
    "{a} officials",
    "{a} state",
    "{a} administration",
)
_STATE_OF = ("government of {c}", "{c} government", "state of {c}")
_STATE_AMBIGUOUS = ("{a}",)


def state_actors(country: Country) -> Iterator[Named]:
    """Yield the state itself, then its bodies; nothing for a territory."""
    if country.territory:
        return
    adjectives = country.adjectives or (country.name,)
    folded = tuple(fold(adjective) for adjective in adjectives)
    name = fold(country.name)
    yield _state(country, adjectives, folded, name)
    for body in BODIES:
        canonical = body.name.format(a=adjectives[0], c=country.name)
        texts: dict[str, str] = {body.name.format(a=folded[0], c=name): canonical}
        for pattern in (body.name, *body.aliases):
            for adjective, plain in zip(adjectives, folded, strict=True):
                texts.setdefault(pattern.format(a=plain, c=name), pattern.format(a=adjective, c=country.name))
        aliases = tuple(Alias(text, SOURCE) for text in list(texts.values())[1:])
        actor = Actor(canonical, body.kind, aliases, country.iso2, (country.name,), sectors=body.sectors)
        yield Named(actor, tuple(texts))


def _state(country: Country, adjectives: tuple[str, ...], folded: tuple[str, ...], name: str) -> Named:
    """Return the state: its names, its government's names, and as ambiguous ones its people and its capital."""
    doubtful = {fold(text) for text in country.ambiguous}
    sure = {fold(text): text for text in (country.name, *country.aliases)}
    sure |= {f"government of {plain}": f"government of {text}" for plain, text in sure.items() if _composes(text)}
    for pattern in (*_STATE_NAMES, *_STATE_OF):
        for adjective, plain in zip(adjectives, folded, strict=True):
            sure.setdefault(pattern.format(a=plain, c=name), pattern.format(a=adjective, c=country.name))
    vague: dict[str, str] = {}
    for adjective, plain in zip(adjectives, folded, strict=True):
        if plain not in sure:
            vague[plain] = adjective
        if plain.endswith(("n", "i")):
            vague.setdefault(plain + "s", adjective + "s")
    if country.capital is not None:
        sure[f"government in {fold(country.capital)}"] = f"government in {country.capital}"
        if fold(country.capital) not in sure:
            vague[fold(country.capital)] = country.capital
    aliases = [Alias(text, SOURCE, plain in doubtful) for plain, text in sure.items() if plain != name or plain in doubtful]
    aliases += [Alias(text, SOURCE, ambiguous=True) for text in vague.values()]
    actor = Actor(country.name, ActorKind.STATE, tuple(aliases), country.iso2)
    keys = [plain for plain in sure if plain != name or plain in doubtful]
    return Named(actor, (name, *keys, *vague))


def _composes(text: str) -> bool:
    """Return whether the name folds inside a longer name as it does alone."""
    return text.isascii() and not text.lower().startswith("the ")
