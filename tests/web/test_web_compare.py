from dataclasses import replace

import pytest
from imagined_ledger import ACCOUNTS, EVENT_VIEW, TOLD

from rashomon.model.ledger import Contradiction, Position
from rashomon.model.ranges import Range
from rashomon.model.words import ContradictionKind, Severity
from rashomon.store.views import AccountView, EventView, Named
from rashomon.web.catalogue import read_catalogue
from rashomon.web.compare import Row, compare, versions

SAY = read_catalogue()


def weights(view: EventView, field: str) -> list[str]:
    rows: dict[str, Row] = {row.field: row for row in compare(view, SAY)}
    return [cell.weight for cell in rows[field].cells]


def with_tolls(*tolls: Range | None) -> EventView:
    told: list[AccountView] = [replace(ACCOUNTS[0], account=replace(TOLD["herald"], killed=toll)) for toll in tolls]
    return replace(EVENT_VIEW, accounts=tuple(told))


@pytest.mark.parametrize(
    ("tolls", "expected"),
    [
        ((Range.exactly(20), Range.exactly(20), None), ["same", "same", "none"]),
        ((Range(20, None), Range.exactly(31)), ["varies", "varies"]),
        ((Range.exactly(7), Range.exactly(31), Range.exactly(31)), ["apart", "apart", "apart"]),
        ((Range.exactly(7), Range.exactly(31), Range(5, None)), ["apart", "apart", "varies"]),
        ((None, None), ["none", "none"]),
        ((Range.exactly(0), None), ["same", "none"]),
    ],
)
def test_tolls_are_loud_only_where_they_cannot_both_hold(tolls: tuple[Range | None, ...], expected: list[str]) -> None:
    assert weights(with_tolls(*tolls), "killed") == expected


def test_only_the_account_that_refuses_is_loud() -> None:
    assert weights(EVENT_VIEW, "status") == ["varies", "varies", "varies", "varies", "apart"]


def test_a_month_and_a_day_in_it_are_no_contradiction() -> None:
    assert weights(EVENT_VIEW, "when") == ["varies", "varies", "varies", "varies", "none"]


def test_an_alarm_about_who_did_it_is_loud_on_the_accounts_it_names() -> None:
    alarm = Contradiction(
        ContradictionKind.RESPONSIBILITY,
        Severity.CONTRADICTION,
        "who",
        tuple(Position(one.article.id, one.account.id, None, "", 0, 1) for one in ACCOUNTS[:2]),
    )

    assert weights(replace(EVENT_VIEW, contradictions=(alarm,)), "agents") == ["apart", "apart", "varies", "varies", "none"]
    quiet = replace(alarm, severity=Severity.UPDATE)
    assert weights(replace(EVENT_VIEW, contradictions=(quiet,)), "agents") == ["varies"] * 4 + ["none"]


def test_the_same_actor_under_two_spellings_is_an_agreement() -> None:
    one, other = Named("The Front", "gunmen", "act-1"), Named("Tidewater Front", "fighters", "act-1")
    told = (replace(ACCOUNTS[0], agents=(one,)), replace(ACCOUNTS[1], agents=(other,)))

    assert weights(replace(EVENT_VIEW, accounts=told), "agents") == ["same", "same"]


def test_a_question_that_nobody_answers_is_not_stated() -> None:
    told = tuple(replace(one, patients=()) for one in ACCOUNTS)
    rows = {row.field: row for row in compare(replace(EVENT_VIEW, accounts=told), SAY)}

    assert not rows["patients"].stated
    assert rows["agents"].stated


def test_versions_count_roots_and_not_articles() -> None:
    killed = dict(versions(EVENT_VIEW, SAY))["killed"]

    assert [(one.words.name, len(one.accounts), one.roots) for one in killed] == [("20 or more", 2, 1), ("31", 1, 1), ("7", 1, 1)]


def test_versions_name_linked_actors_and_places() -> None:
    answers = dict(versions(EVENT_VIEW, SAY))

    assert [one.words.name for one in answers["where"]] == ["Port Sarun"]
    assert answers["agents"][0].words.id == ACCOUNTS[0].agents[0].id
    assert "patients" not in answers


def test_an_account_of_an_unknown_root_adds_no_root() -> None:
    denied = dict(versions(EVENT_VIEW, SAY))["status"][1]

    assert (denied.words.name, denied.roots) == ("denied", 0)


def test_an_article_that_tells_twice_is_named_once() -> None:
    answers = dict(versions(EVENT_VIEW, SAY))["status"][0]
    twice = replace(answers, accounts=(*answers.accounts, *answers.accounts))

    assert twice.tellers == answers.accounts
