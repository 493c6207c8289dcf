import pytest

from rashomon.linking.names.lookup import Person, PersonIndex
from rashomon.lists.countries import load_countries
from rashomon.model.dates import DateInterval


def person(key, *names, born=None, place=None, nationality=None):
    return Person(key, names, None if born is None else DateInterval.parse(born), place, nationality)


LISTED = (
    person("hashmat", "Nadir Omar Hashmat", born="1970-03-04", place="Zorga, Iraq", nationality="iq"),
    person("orlik-1", "Omar Orlik", born="1961", nationality="SY"),
    person("orlik-2", "Omar Orlik", born="1984", nationality="SY"),
    person("twice-1", "Selim Karst", born="1950"),
    person("twice-2", "Selim Karst", born="1950"),
    person("father", "Barzan Idris Hasan al-Zorgi", born="1950-01-01", nationality="iq"),
    person("son", "Idris Barzan Idris Hasan al-Zorgi", born="1981-11-02", nationality="iq"),
    person("known", "Сергей Орликов", "Sergei the Clerk", nationality="Russia"),
)
INDEX = PersonIndex(LISTED, load_countries())


@pytest.mark.parametrize(
    ("sought", "key"),
    [
        (person("?", "Nadir Omar Hashmat"), "hashmat"),
        (person("?", "OMAR HASHMAT, NADIR", born="1970-03-04"), "hashmat"),
        (person("?", "Nadir Omarr Hahsmat", born="1971-03-04", nationality="Iraq"), "hashmat"),
        (person("?", "نادر عمر حشمت", born="1970"), "hashmat"),
        (person("?", "Sergey Orlikov", nationality="ru"), "known"),
        (person("?", "Omar Orlik", born="1961-05-06"), "orlik-1"),
        (person("?", "Omar Orlik", born="1984"), "orlik-2"),
        (person("?", "Barzan Idris Hasan al-Zorgi", born="1950-01-01", nationality="iq"), "father"),
        (person("?", "Idris Barzan Idris Hassan al-Zorgi", born="1981-11-02", nationality="iq"), "son"),
        (person("?", "Selim Karst", born="1950"), "twice-1"),
    ],
)
def test_a_person_is_found_by_name_and_birth(sought, key):
    found = INDEX.find(sought)
    assert found is not None
    assert found.person.key == key


@pytest.mark.parametrize(
    "sought",
    [
        person("?", "Nadir Omar Svensson"),
        person("?", "Omar Orlik"),
        person("?", "Nadir Hashmat", born="1921-09-30", place="Oslo", nationality="no"),
        person("?", "玲奈 佐藤"),
        person("?", "Hashmat"),
        person("?", ""),
    ],
)
def test_nobody_is_found_where_nobody_or_two_are_meant(sought):
    assert INDEX.find(sought) is None


def test_the_reasons_name_what_agrees_and_what_does_not():
    found = INDEX.find(person("?", "Nadir Omar Hashmat", born="1970-03-04", place="Zorga", nationality="se"))
    assert found is not None
    said = {reason.feature: (reason.score > 0, reason.text) for reason in found.reasons}
    assert said["birth_dates"] == (True, "born 1970-03-04")
    assert said["birth_places"] == (True, "born in Zorga, Iraq")
    assert said["nationalities"] == (False, "of SE, not IQ")
    assert said["named_alike"][0]
