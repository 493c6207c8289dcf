"""What lists, ties and events say of an actor through time."""

from datetime import date

import pytest

from rashomon.linking.actors.histories import Told, ToldEvent, ToldTie, history
from rashomon.model.actors import Actor, ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.histories import Chapter, Witness
from rashomon.model.ranges import Range
from rashomon.model.words import ActorKind, EventType, Relation, Status


def days(text: str | None) -> DateInterval | None:
    return DateInterval.parse(text) if text else None


def witness(name: str, day: str = "2031-03-04") -> Witness:
    return Witness(name, False, f"art-{name}", 0, 9, date.fromisoformat(day))


def told(name: str, status: Status = Status.ASSERTED, killed: str | None = None, words: str = "was killed") -> Told:
    return Told(status, Range.parse(killed) if killed else None, words, witness(name))


def event(kind: EventType, *accounts: Told, denials: tuple[Witness, ...] = ()) -> ToldEvent:
    return ToldEvent("evt-1", kind, "Killing of Bo Xun", days("2031-03-03"), accounts, denials)


BO = Actor(
    "Bo Xun",
    ActorKind.PERSON,
    ties=(
        ActorTie("Bo Xun", Relation.LEADS, "River Front", "own list", days("2028/")),
        ActorTie("Bo Xun", Relation.ROLE_IN, "Mali", "a roll", days("2020-01/2024-06-02"), "river warden"),
        ActorTie("Cy Dune", Relation.SUCCEEDED, "Bo Xun", "a roll", days("2024-06-02"), "river warden of Mali"),
        ActorTie("River Front", Relation.DESIGNATED_BY, "Mali", "a roll", days("2029"), "banned group"),
    ),
)
FRONT = Actor("River Front", ActorKind.ARMED_GROUP, ties=BO.ties[:1] + BO.ties[3:])


def test_listed_ties_are_told_from_both_ends_earliest_first() -> None:
    assert [(line.when, line.says) for line in history(Actor("Bo Xun", ActorKind.PERSON, ties=BO.ties[:3]), (), ())] == [
        ("2020/2024-06-02", "river warden of Mali"),
        ("2024-06-02", "succeeded by Cy Dune as river warden of Mali"),
        ("2028/", "leads River Front"),
    ]
    assert [(line.chapter, line.says) for line in history(FRONT, (), ())] == [
        (Chapter.ROLE, "led by Bo Xun"),
        (Chapter.DESIGNATION, "designated by Mali as banned group"),
    ]


def test_an_articles_tie_backs_a_listed_one_of_its_time() -> None:
    ties = [ToldTie("Bo Xun", Relation.LEADS, "River Front", None, witness("Gazette"))]
    (line,) = [line for line in history(BO, ties, ()) if line.says == "leads River Front"]
    assert [one.name for one in line.witnesses] == ["own list", "Gazette"]


def test_an_articles_tie_of_another_time_or_sense_is_a_line_of_its_own() -> None:
    early = ToldTie("Bo Xun", Relation.LEADS, "River Front", days("2019"), witness("Gazette"))
    backer = ToldTie("River Front", Relation.BACKED_BY, "Mali", None, witness("Gazette"))
    assert [line.when for line in history(BO, [early], ()) if line.says == "leads River Front"] == ["2019", "2028/"]
    assert "backed by Mali" in [line.says for line in history(FRONT, [backer], ())]
    assert len(history(FRONT, [backer, backer], ())) == len(history(FRONT, [backer], ()))


def test_a_death_names_those_who_report_it_and_those_who_deny_it() -> None:
    denied = Witness("River Front", True, "art-d", 0, 4, date(2031, 3, 9))
    said = event(
        EventType.KILLING, told("Gazette"), told("Herald", Status.CLAIMED), told("Crier", Status.DENIED), denials=(denied,)
    )
    (line,) = [line for line in history(BO, (), [said]) if line.chapter == Chapter.DEATH]
    assert [(one.name, one.denies) for one in line.witnesses] == [
        ("Gazette", False),
        ("Herald", False),
        ("Crier", True),
        ("River Front", True),
    ]
    assert (line.is_denied, line.event_id, line.when) == (True, "evt-1", "2031-03-03")
    assert line.reasons[0].text == "2 say so, 2 deny or doubt it"


@pytest.mark.parametrize(("day", "denied"), [("2031-03-09", True), ("2031-03-01", False)])
def test_a_later_denial_elsewhere_stands_beside_the_death(day: str, denied: bool) -> None:
    denial = Witness("Bo's brother", True, "art-x", 3, 9, date.fromisoformat(day))
    lines = history(BO, (), [event(EventType.KILLING, told("Gazette"))], [denial, denial])
    (line,) = [line for line in lines if line.chapter == Chapter.DEATH]
    assert (line.is_denied, len(line.witnesses)) == (denied, 2 if denied else 1)
    assert history(BO, (), (), [denial]) == history(BO, (), ())


@pytest.mark.parametrize(
    ("kind", "account", "dead"),
    [
        (EventType.ASSASSINATION, told("Gazette", words="assassinated"), True),
        (EventType.AIRSTRIKE, told("Gazette", killed="1"), True),
        (EventType.AIRSTRIKE, told("Gazette", words="was targeted"), False),
        (EventType.AIRSTRIKE, told("Gazette", words="survived a strike that killed two", killed="2"), False),
        (EventType.KILLING, told("Gazette", killed="0"), False),
        (EventType.KILLING, told("Gazette", Status.PLANNED), False),
        (EventType.MEETING_OR_VISIT, told("Gazette"), False),
    ],
)
def test_only_words_of_death_make_a_death(kind: EventType, account: Told, dead: bool) -> None:
    assert any(line.chapter == Chapter.DEATH for line in history(BO, (), [event(kind, account)])) is dead


def test_a_group_is_not_dead_when_members_are() -> None:
    assert history(FRONT, (), [event(EventType.KILLING, told("Gazette"))]) == history(FRONT, (), ())


@pytest.mark.parametrize(
    ("kind", "chapter"),
    [
        (EventType.ARREST, Chapter.CUSTODY),
        (EventType.RELEASE, Chapter.CUSTODY),
        (EventType.APPOINTMENT, Chapter.ROLE),
        (EventType.DESIGNATION_OR_SANCTION, Chapter.DESIGNATION),
    ],
)
def test_events_of_a_fate_stand_in_their_chapter(kind: EventType, chapter: Chapter) -> None:
    lines = [line for line in history(BO, (), [event(kind, told("Gazette"))]) if line.event_id is not None]
    assert [line.chapter for line in lines] == [chapter]


def test_what_nobody_dates_stands_last() -> None:
    undated = ActorTie("Bo Xun", Relation.ALLIED_WITH, "Dune League", "own list")
    lines = history(Actor("Bo Xun", ActorKind.PERSON, ties=(undated, *BO.ties[:1])), (), ())
    assert [line.when for line in lines] == ["2028/", ""]
