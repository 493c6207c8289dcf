"""Strings by themselves, resolved against the shipped lists: country, sectors, listed actor, rest."""

from datetime import date

import pytest

from rashomon.linking.actors.entries import is_made
from rashomon.linking.actors.resolving import ActorResolver
from rashomon.lists.registry import ListedRegistry
from shipped import shipped_lists


@pytest.fixture(scope="module")
def registry() -> ListedRegistry:
    return shipped_lists()[0]


@pytest.fixture(scope="module")
def resolver(registry: ListedRegistry) -> ActorResolver:
    return ActorResolver(*shipped_lists())


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        ("Kenya", "KEN", ()),
        ("Peruvian fishermen", "PER", ("AGR",)),
        ("Portugal's health ministry", "PRT", ("GOV", "HLH")),
        ("Sri Lankan navy", "LKA", ("MIL",)),
        ("Osaka police", "JPN", ("COP",)),
        ("villagers in Rakhine", "MMR", ("CVL",)),
        ("a bazaar in Lahore", "PAK", ()),
        ("the Chadian opposition", "TCD", ("OPP",)),
        ("several teachers", None, ("EDU",)),
        ("ten men", None, ("UNK",)),
        ("Nairobi", "KEN", ("GOV",)),
        ("Basra", "IRQ", ("CVL",)),
        ("the UN refugee agency", "UNO", ()),
        ("European Commission", "EUR", ()),
        ("ASEAN", "IGO", ()),
        ("Oxfam", None, ("NGO",)),
        ("MI5", "GBR", ("SPY",)),
        ("members of the Sejm", "POL", ("LEG",)),
        ("Sinaloa Cartel hitmen", "MEX", ("CRM",)),
        ("a former Elysee Palace adviser", "FRA", ("ELI",)),
        ("Abkhazia", "GEO", ("PRE",)),
        ("the director general of the WHO", "UNO", ("HLH",)),
        ("Hamas fighters", "PSE", ("REB",)),
        ("Catalan separatists", "ESP", ("REB",)),
        ("the West Bank", "PSE", ()),
        ("a federal judge", None, ("JUD",)),
        ("Rohingya refugees", "MMR", ("REF",)),
        ("U.S. Senate", "USA", ("LEG",)),
        ("police in Lagos", "NGA", ("COP",)),
        ("al-Shabaab militants in Somalia", "SOM", ("REB",)),
        ("Bank of Ghana", "GHA", ("GOV",)),
        ("a green bicycle", None, ()),
        ("Wilbur Quimbleton", None, ()),
        ("Florence Quimbleton", None, ()),
    ],
)
def test_strings_have_a_country_and_sectors(
    resolver: ActorResolver, text: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    found = resolver.resolve(text)
    assert (found.country, found.sectors) == (country, sectors)


@pytest.mark.parametrize(
    ("text", "day", "name", "sectors"),
    [
        ("Mahmoud Ahmadinejad", date(2008, 1, 1), "Mahmoud Ahmadinejad", ("GOV",)),
        ("Mahmoud Ahmadinejad", date(2016, 1, 1), "Mahmoud Ahmadinejad", ("ELI",)),
        ("the Kenyan president", date(2010, 1, 1), "Mwai Kibaki", ("GOV",)),
        ("the Kenyan president", date(2015, 1, 1), "Uhuru Kenyatta", ("GOV",)),
        ("Defence Minister of Israel", date(2021, 5, 1), "Benny Gantz", ("GOV", "MIL")),
        ("President Museveni", date(2012, 1, 1), "Yoweri Museveni", ("GOV",)),
        ("the US Secretary of State", date(2015, 1, 1), "John Kerry", ("GOV",)),
        ("Ayatollah Khamenei", date(2015, 1, 1), "Ali Khamenei", ("GOV",)),
        ("Chancellor Scholz", date(2023, 1, 1), "Olaf Scholz", ("GOV",)),
        ("Volodymir Zelenskiy", date(2023, 1, 1), "Volodymyr Zelensky", ("GOV",)),
        ("Taliban", date(2023, 1, 1), "Afghan Taliban", ("GOV",)),
        ("Taliban", date(2010, 1, 1), "Afghan Taliban", ("REB",)),
        ("the rebel M23 movement", date(2013, 1, 1), "March 23 Movement", ("REB",)),
        ("Ukrainian Foreign Minister Dmytro Kuleba", date(2023, 1, 1), "Dmytro Kuleba", ("GOV",)),
    ],
)
def test_persons_and_offices_are_those_of_the_day(
    resolver: ActorResolver, text: str, day: date, name: str, sectors: tuple[str, ...]
) -> None:
    found = resolver.resolve(text, day=day)
    assert found.actor is not None
    assert (found.actor.name, found.sectors) == (name, sectors)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a Turkish frigate", "frigate"),
        ("Jordan", ""),
        ("three Ghanaian doctors", "doctors"),
        ("the president of Chad", "president"),
        ("Chile's foreign minister", "foreign minister"),
    ],
)
def test_the_rest_is_what_is_left_without_nationality(resolver: ActorResolver, text: str, rest: str) -> None:
    assert resolver.resolve(text).rest == rest


def test_a_role_without_a_country_takes_the_one_its_sentence_names(resolver: ActorResolver) -> None:
    told = "The defence ministry in Chad said so."
    assert resolver.resolve("the defence ministry", told).country == "TCD"
    assert resolver.resolve("the defence ministry").country is None
    assert resolver.resolve("the defence ministry", "Chad and Mali agreed.").country is None
    assert resolver.resolve("he", told).country is None


def test_the_sentence_decides_between_namesakes(resolver: ActorResolver, registry: ListedRegistry) -> None:
    assert len(registry.find("Fatah")) == 1
    assert resolver.resolve("PDP", "The Nigerian vote was close.").country in (None, "NGA")


def test_who_speaks_for_a_body_of_states_is_coded_as_its(resolver: ActorResolver) -> None:
    assert resolver.resolve("Antonio Guterres", day=date(2020, 1, 1)).country == "UNO"
    assert resolver.resolve("Antonio Guterres", day=date(2000, 1, 1)).country == "PRT"


def test_every_answer_says_why(resolver: ActorResolver) -> None:
    reasons = {reason.feature for reason in resolver.resolve("the Peruvian president", day=date(2015, 1, 1)).reasons}
    assert reasons == {"holds_office", "country_of_actor", "sector"}
    assert not resolver.resolve("a green bicycle").is_actor
    assert resolver.resolve("a green bicycle").reasons == ()


def test_a_body_that_every_state_has_is_known_as_made(resolver: ActorResolver) -> None:
    made, listed = resolver.resolve("Peruvian police").actor, resolver.resolve("Scotland Yard").actor
    assert made is not None
    assert listed is not None
    assert (is_made(made), is_made(listed)) == (True, False)
