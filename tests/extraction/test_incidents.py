"""Incidents out of phrases: merging, grouping, days, places, counts and classes."""

from datetime import date

import numpy as np
import pytest

from rashomon.extraction.incidents.counting import count, is_plural
from rashomon.extraction.incidents.days import Days
from rashomon.extraction.incidents.entities import entities, head_of
from rashomon.extraction.incidents.features import bucket, features, words_in
from rashomon.extraction.incidents.grouping import grouped
from rashomon.extraction.incidents.kinds import class_of, head_class, unnamed_weapon
from rashomon.extraction.incidents.passages import Passage, passage
from rashomon.extraction.incidents.phrases import (
    DESCRIPTION,
    INDIVIDUAL,
    INSTRUMENT,
    NAME,
    ORGANISATION,
    THING,
    Phrase,
    trimmed,
    whole,
)
from rashomon.extraction.incidents.places import Places
from rashomon.extraction.incidents.splitting import split
from rashomon.extraction.incidents.targets import Targets
from rashomon.extraction.incidents.values import ATTACK, BOMBING, KIDNAPPING, Count, Spot
from rashomon.extraction.trained.heads import Found
from rashomon.extraction.trained.labels import PARTS
from rashomon.lists.gazetteer import ListedGazetteer
from shipped import shipped_lists

TOLD = (
    "TWO BOMBS WENT OFF YESTERDAY OUTSIDE THE TOWN HALL OF RIOHACHA. THE BLASTS HURT FIVE PASSERSBY, THE POLICE SAID.\n\n"
    "ON 3 MARCH, GUNMEN OF THE FRONT FOR BREAD (FPP) SEIZED JUAN PARADA LUGO, MAYOR OF URIBIA. GEN. SOSA HAS NO NEWS OF PARADA."
)


@pytest.fixture(scope="module")
def gazetteer() -> ListedGazetteer:
    """The places that ship."""
    return shipped_lists()[1]


@pytest.fixture
def report() -> Passage:
    """A report of a bombing and a kidnapping."""
    return passage(TOLD)


def phrase(report: Passage, text: str, part: str, kind: str = ATTACK, **said: object) -> Phrase:
    start = report.text.index(text)
    given = {"sure": 0.9, "typed": 0.9, **said}
    return Phrase(start, start + len(text), text, part, sentence=report.sentence(start), incident=kind, **given)  # type: ignore[arg-type]


def test_a_passage_is_lower_case_and_knows_sentences_and_paragraphs(report: Passage) -> None:
    assert [report.text[start:end].split()[0] for start, end in report.sentences] == ["two", "the", "on", "gen."]
    assert report.paragraphs == (0, 0, 1, 1)


def test_only_what_grammars_need_gets_its_capital_back(report: Passage) -> None:
    assert "On 3 March, gunmen" in report.cased


def test_a_group_and_its_letters_in_brackets_are_one(report: Passage) -> None:
    (group,) = entities(report, [phrase(report, "front for bread", ORGANISATION), phrase(report, "fpp", ORGANISATION)])
    assert group.names == ("front for bread", "fpp")


def test_a_surname_means_the_full_name_before_it(report: Passage) -> None:
    later = report.text.rindex("parada")
    surname = Phrase(later, later + 6, "parada", NAME, 0.9, 3, KIDNAPPING, 0.9)
    (person,) = entities(report, [phrase(report, "juan parada lugo", NAME), surname])
    assert person.best.text == "juan parada lugo"


def test_two_first_names_alike_are_two_persons(report: Passage) -> None:
    made = [Phrase(0, 1, text, NAME, 0.9, 0, ATTACK, 0.9) for text in ("juan parada", "juan sosa")]
    assert len(entities(report, made)) == 2


@pytest.mark.parametrize(
    ("text", "head"),
    [("the two bombs", "bomb"), ("members of the front", "member"), ("policemen", "policeman"), ("mayor's office", "office")],
)
def test_the_head_of_a_phrase(text: str, head: str) -> None:
    assert head_of(text) == head


def test_each_kind_of_incident_is_one_group(report: Passage) -> None:
    found = entities(
        report,
        [
            phrase(report, "bombs", INSTRUMENT, BOMBING),
            phrase(report, "town hall", THING, BOMBING),
            phrase(report, "gunmen", INDIVIDUAL, KIDNAPPING),
            phrase(report, "juan parada lugo", NAME, KIDNAPPING),
        ],
    )
    made = {group.kind: {one.best.text for one in group.entities} for group in grouped(found)}
    assert made == {BOMBING: {"bombs", "town hall"}, KIDNAPPING: {"gunmen", "juan parada lugo"}}


def test_unsure_phrases_make_no_incident(report: Passage) -> None:
    assert grouped(entities(report, [phrase(report, "gunmen", INDIVIDUAL, sure=0.3)])) == []


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        (0, (date(1990, 3, 11), date(1990, 3, 11))),
        (2, (date(1990, 3, 3), date(1990, 3, 3))),
        (3, (None, date(1990, 3, 12))),
    ],
)
def test_an_incident_was_on_the_day_its_sentences_name(report: Passage, sentence: int, days: tuple[date | None, date]) -> None:
    assert Days(report, date(1990, 3, 12)).when([sentence]) == days


def test_a_weekday_leaves_the_day_open() -> None:
    told = passage("The bridge was blown up on Tuesday.")
    assert Days(told, date(1990, 3, 16)).when([0]) == (None, date(1990, 3, 16))


def test_a_place_is_looked_for_in_the_country_of_the_report(report: Passage, gazetteer: ListedGazetteer) -> None:
    where = Places(report, gazetteer, "BOGOTA").where([0])
    assert where == Spot("CO", (("riohacha", "city"),))


def test_without_a_named_place_the_country_remains(report: Passage, gazetteer: ListedGazetteer) -> None:
    assert Places(report, gazetteer, "BOGOTA").where([1]) == Spot("CO")


@pytest.mark.parametrize(
    ("told", "text", "said"),
    [
        ("they hurt five passersby there", "passersby", Count(5, 5)),
        ("at least 12 soldiers fell", "soldiers", Count(12, None)),
        ("about 40 peasants fled", "peasants", Count(40, 40, about=True)),
        ("the peasants fled", "peasants", Count()),
        ("a judge was shot", "judge", Count(1, 1)),
    ],
)
def test_counts(told: str, text: str, said: Count) -> None:
    made = passage(told)
    assert count(made, phrase(made, text, DESCRIPTION)) == said


@pytest.mark.parametrize(("text", "plural"), [("women", True), ("bus", False), ("members of the guard", True), ("wife", False)])
def test_plurals(text: str, *, plural: bool) -> None:
    assert is_plural(text) == plural


@pytest.mark.parametrize(
    ("key", "text", "kind"),
    [
        ("things", "offices of the rural bank", "FINANCIAL"),
        ("things", "high-voltage pylons", "ENERGY"),
        ("things", "residence of the spanish ambassador", "CIVILIAN RESIDENCE"),
        ("people", "liberal senator", "POLITICAL FIGURE"),
        ("people", "the weaver", None),
    ],
)
def test_classes_by_words(key: str, text: str, kind: str | None) -> None:
    assert head_class(key, text) == kind


def test_a_weapon_by_its_name_and_by_the_deed() -> None:
    assert class_of("instruments", "a powerful car bomb") == "VEHICLE BOMB"
    assert unnamed_weapon(ATTACK, "he was machinegunned at home") == "MACHINE GUN"
    assert unnamed_weapon(KIDNAPPING, "he was shot") is None


def test_a_role_beside_a_name_describes_the_person(report: Passage, gazetteer: ListedGazetteer) -> None:
    made = [
        phrase(report, "juan parada lugo", NAME, effect="REGAINED FREEDOM"),
        phrase(report, "mayor of uribia", DESCRIPTION),
        phrase(report, "passersby", DESCRIPTION, effect="INJURY"),
    ]
    (group,) = grouped(entities(report, made))
    _, (mayor, others) = Targets(report, gazetteer).of(group, Spot("CO"))
    assert (mayor.names[0], mayor.descriptions, mayor.kind) == ("juan parada lugo", ("mayor of uribia",), "GOVERNMENT OFFICIAL")
    assert (others.names, others.number, others.effect) == ((), Count(5, 5), "INJURY")


def test_a_nation_other_than_that_of_the_incident_is_said(gazetteer: ListedGazetteer) -> None:
    told = passage("they took three spanish engineers")
    (group,) = grouped(entities(told, [phrase(told, "engineers", DESCRIPTION)]))
    assert Targets(told, gazetteer).of(group, Spot("CO"))[1][0].nation == "ES"
    assert Targets(told, gazetteer).of(group, Spot("ES"))[1][0].nation is None


def test_features_tell_rare_words_from_common_ones() -> None:
    made = words_in(passage("the mayor zuleta"))
    rows = [set(row) for row in features(made, {bucket("w=the"), bucket("w=mayor")})]
    assert [bucket("r=True") in row for row in rows] == [False, False, True]
    assert np.all([bucket("s=mayor") in row for row in rows])


@pytest.mark.parametrize(
    ("told", "part", "kept"),
    [
        ("col. juan parada of uribia", NAME, "juan parada"),
        ("members of the", INDIVIDUAL, "members"),
        ('"red dawn" front', ORGANISATION, '"red dawn" front'),
    ],
)
def test_a_phrase_loses_what_only_opens_or_closes_it(told: str, part: str, kept: str) -> None:
    start, end = trimmed(told, 0, len(told), part)
    assert told[start:end] == kept


def test_a_name_takes_the_pieces_beside_it_and_touching_parts_are_one() -> None:
    chances = np.zeros((6, 13), dtype=np.float32)
    names = slice(1 + 2 * PARTS.index(NAME), 3 + 2 * PARTS.index(NAME))
    chances[1:5, names] = 0.2
    found = [Found((1, 2), NAME, 0.6), Found((3, 4), NAME, 0.8)]
    assert [(one.pieces, one.sure) for one in whole(found, chances)] == [((1, 5), 0.8)]


def test_what_is_hit_in_another_town_is_another_incident(gazetteer: ListedGazetteer) -> None:
    told = passage("Rebels burned a mill in Riohacha. In Tunja, a bank was burned by thieves.")
    made = [
        phrase(told, "rebels", INDIVIDUAL),
        phrase(told, "mill", THING),
        phrase(told, "bank", THING),
        phrase(told, "thieves", INDIVIDUAL),
    ]
    (group,) = grouped(entities(told, made))
    parts = [[one.best.text for one in part.entities] for part in split(group, Places(told, gazetteer, "BOGOTA"))]
    assert parts == [["rebels", "mill"], ["thieves", "bank"]]
