import pytest

from rashomon.linking.names.kinds import NameKind, kind_of
from rashomon.linking.names.parts import Sort, name_of
from rashomon.model.words import ActorKind


@pytest.mark.parametrize(
    ("kind", "name", "sorts"),
    [
        (NameKind.PERSON, "Sheikh Omar al-Hadi", [Sort.HONORIFIC, Sort.NAME, Sort.PARTICLE, Sort.NAME]),
        (NameKind.PERSON, "O. Hadi", [Sort.INITIAL, Sort.NAME]),
        (NameKind.PERSON, "Ben Orlik", [Sort.NAME, Sort.NAME]),
        (NameKind.PERSON, "Orlik ben Hadi", [Sort.NAME, Sort.PARTICLE, Sort.NAME]),
        (NameKind.ORGANISATION, "Army of the Coast", [Sort.NAME, Sort.PARTICLE, Sort.PARTICLE, Sort.NAME]),
        (NameKind.ORGANISATION, "SPA Coast", [Sort.ACRONYM, Sort.NAME]),
        (NameKind.ORGANISATION, "SPA COAST", [Sort.NAME, Sort.NAME]),
        (NameKind.PERSON, "OMAR", [Sort.NAME]),
        (NameKind.ORGANISATION, "Sheikh Front", [Sort.NAME, Sort.NAME]),
    ],
)
def test_each_part_of_a_name_has_its_sort(kind, name, sorts):
    assert [part.sort for part in name_of(name, kind).parts] == sorts


def test_what_many_bear_tells_less_than_what_few_bear_and_a_particle_least():
    rare, common, particle = (name_of(name, NameKind.PERSON).parts[-1].weight for name in ("Orlik", "Mohammed", "Omar al"))
    assert rare > common > particle > 0
    front, coast = (part.weight for part in name_of("Front Coast", NameKind.ORGANISATION).parts)
    assert front < coast


def test_abbreviations_are_written_out_in_organisations_and_latin_letters_only():
    assert name_of("Govt Dept", NameKind.ORGANISATION).parts[0].text == "government"
    assert name_of("حق", NameKind.ORGANISATION).parts[0].text == "hq"
    assert name_of("Min Orlik", NameKind.PERSON).parts[0].text == "min"


def test_parts_know_their_script():
    name = name_of("قاسم Лавров Orlik", NameKind.PERSON)
    assert [(part.vowelless, part.latin) for part in name.parts] == [(True, False), (False, False), (False, True)]


def test_a_name_without_letters_has_no_parts():
    assert name_of("?!", NameKind.PERSON).parts == ()


@pytest.mark.parametrize(
    ("actor", "kind"),
    [(ActorKind.PERSON, NameKind.PERSON), (ActorKind.COMPANY, NameKind.COMPANY), (ActorKind.ARMED_GROUP, NameKind.ORGANISATION)],
)
def test_each_kind_of_actor_has_a_kind_of_name(actor, kind):
    assert kind_of(actor) == kind
