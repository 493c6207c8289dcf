"""An invented world for a ledger as large as a desk may have to hold.

A few actors, places and words are in most of it, and most in little; most events have one account, a few have dozens.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from rashomon.model.actors import Actor, ActorTie, Alias
from rashomon.model.places import Place
from rashomon.model.words import (
    ActorKind,
    EventType,
    PlacePrecision,
    Relation,
)

#: Days that the events are spread over, and the first of them.
DAYS, FIRST = 3650, date(2016, 1, 1)
_SYLLABLES = "ka mo ta ves dri osh el ra bin sul ar qu fa lim zor han dey wer ist oru und av em ak nar shi pol gre tam".split()  # noqa: SIM905
#: What each type of event reads like.
VERBS = {
    EventType.BOMBING: "bombed",
    EventType.ARMED_CLASH: "clashed in",
    EventType.AIRSTRIKE: "carried out an airstrike on",
    EventType.KILLING: "killed villagers near",
    EventType.SHELLING_OR_ROCKET: "shelled",
    EventType.ATTACK: "attacked",
    EventType.KIDNAPPING: "abducted travellers outside",
    EventType.THREAT: "threatened to strike",
    EventType.STATEMENT_OR_PROPAGANDA: "published a statement on",
    EventType.ARREST: "arrested men in",
}
_TYPES = tuple(VERBS)
_COUNTRIES = tuple("IQ SY YE AF PK SO NG ML BF NE LY EG LB IL IR TR UA RU SD ET CD MZ PH MM IN TH MX CO HT CM TD KE".split())  # noqa: SIM905


def _weights(count: int, power: float) -> tuple[float, ...]:
    """Return cumulated weights that fall with the rank."""
    return tuple(accumulate(1 / (rank + 2) ** power for rank in range(count)))


@dataclass(frozen=True)
class World:
    """Who and what the articles are about; equal seeds give equal worlds."""

    chance: random.Random
    words: tuple[str, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    outlets: tuple[str, ...]
    word_weights: tuple[float, ...]
    actor_weights: tuple[float, ...]
    place_weights: tuple[float, ...]
    outlet_weights: tuple[float, ...]

    def actor(self) -> int:
        """Return the position of an actor, one of the first more often."""
        return self.chance.choices(range(len(self.actors)), cum_weights=self.actor_weights)[0]

    def place(self) -> int:
        """Return the position of a place."""
        return self.chance.choices(range(len(self.places)), cum_weights=self.place_weights)[0]


def make_world(seed: int, actors: int = 6_000, places: int = 5_000, outlets: int = 250, words: int = 40_000) -> World:
    """Return a world of invented names."""
    chance = random.Random(seed)  # noqa: S311 (chance here is no secret)

    def name(length: int) -> str:
        return "".join(chance.choices(_SYLLABLES, k=length)).capitalize()

    vocabulary = tuple(sorted({name(chance.randint(2, 4)).lower() for _ in range(2 * words)}))[:words]
    groups = tuple(f"{name(3)} {chance.choice(('Front', 'Brigade', 'Army', 'Movement', 'League'))} {n}" for n in range(actors))
    where = tuple(_place(chance, f"{name(3)} {n}") for n in range(places))
    shuffled = list(vocabulary)
    chance.shuffle(shuffled)
    return World(
        chance,
        tuple(shuffled),
        tuple(_actor(groups, n, name(4)) for n in range(actors)),
        where,
        tuple(f"{name(2)} {chance.choice(('Post', 'Wire', 'Herald', 'Channel'))} {n}" for n in range(outlets)),
        _weights(len(shuffled), 1.05),
        _weights(actors, 1.0),
        _weights(places, 0.9),
        _weights(outlets, 0.9),
    )


def _actor(names: Sequence[str], n: int, nickname: str) -> Actor:
    """Return an actor; every eighth is part of one of the first forty."""
    ties = (ActorTie(names[n], Relation.PART_OF, names[n % 40], "invented"),) if n >= 40 and n % 8 == 0 else ()  # noqa: PLR2004
    return Actor(names[n], ActorKind.ARMED_GROUP, (Alias(nickname, "invented"),), _COUNTRIES[n % len(_COUNTRIES)], ties=ties)


def _place(chance: random.Random, name: str) -> Place:
    precision = chance.choices(
        (
            PlacePrecision.TOWN,
            PlacePrecision.POINT,
            PlacePrecision.NEAR,
            PlacePrecision.ADMIN2,
            PlacePrecision.ADMIN1,
            PlacePrecision.COUNTRY,
        ),
        (70, 6, 6, 8, 8, 2),
    )[0]
    country = chance.choices(_COUNTRIES, cum_weights=_weights(len(_COUNTRIES), 0.8))[0]
    at = _COUNTRIES.index(country)
    lat, lon = -10 + at * 1.4 + chance.gauss(0, 2), (at * 37) % 140 - 20 + chance.gauss(0, 3)
    return Place(name, country, precision, lat=round(lat, 3), lon=round(lon, 3), source="invented")


@dataclass(frozen=True)
class Plan:
    """An event before anybody tells it, and by how many accounts it is told."""

    type: EventType
    day: date
    agent: int
    patient: int
    place: int
    killed: int | None
    told: int


def plans(world: World, events: int) -> Iterator[Plan]:
    """Yield so many events, earliest first."""
    chance = world.chance
    heavy = tuple(accumulate(1 / n**2.7 for n in range(1, 61)))
    for n in range(events):
        yield Plan(
            chance.choices(_TYPES, (20, 18, 12, 12, 10, 12, 4, 3, 6, 3))[0],
            FIRST + timedelta(days=int(DAYS * (n / events) ** 0.8)),
            world.actor(),
            world.actor(),
            world.place(),
            int(chance.paretovariate(1.2)) if chance.random() < 0.6 else None,  # noqa: PLR2004
            chance.choices(range(1, 61), cum_weights=heavy)[0],
        )
