"""The ledger as flat tables: the same ids, names, roots and words as its pages, every row in the form its table documents."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from small_ledger import Made

from rashomon.model.actors import ActorTie
from rashomon.model.errors import LedgerError
from rashomon.model.ledger import Linked
from rashomon.model.marks import Mark
from rashomon.model.reading import Reading
from rashomon.model.words import Relation
from rashomon.store.frames.catalogue import TABLES, table
from rashomon.store.frames.contract import Kind, Row, Scope
from rashomon.store.frames.stored import account_id, claim_id, figure_id, in_stored_form, stored_event, tie_id
from rashomon.store.frames.values import days, ends
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.store.views import Question

Told = dict[str, list[dict[str, object]]]
_TYPES = {Kind.INTEGER: int, Kind.NUMBER: int | float, Kind.FLAG: bool | int, Kind.DAY: date}


def told(ledger: Ledger, selection: Selection | None = None, only: frozenset[str] | None = None) -> Told:
    """Return all rows by table, as mappings."""
    scope = Scope() if selection is None else ledger.frames.scope(selection)
    found: Told = {one.name: [] for one in TABLES}
    for cut in ledger.frames.cuts(scope, only):
        for name, rows in ledger.frames.rows(cut, scope, only).items():
            found[name].extend(named(name, row) for row in rows)
    return found


def named(name: str, row: Row) -> dict[str, object]:
    """Return a row by the names of its columns; lists are lists, whatever holds them."""
    values = [list(value) if isinstance(value, tuple) else value for value in row]
    return dict(zip(table(name).names, values, strict=True))


def by_key(rows: list[dict[str, object]], key: str) -> Mapping[object, dict[str, object]]:
    """Return rows by one column."""
    return {row[key]: row for row in rows}


@pytest.fixture(scope="module")
def everything(made: Made) -> Told:
    """All rows of the small ledger."""
    return told(made.ledger)


def test_tables_have_their_own_names_and_columns_with_meanings() -> None:
    assert len({one.name for one in TABLES}) == len(TABLES)
    for one in TABLES:
        assert len(set(one.names)) == len(one.names)
        assert set(one.key) <= set(one.names)
        assert all(column.meaning and (column.unit or column.kind not in (Kind.INTEGER, Kind.NUMBER)) for column in one.columns)


def test_what_joins_names_a_column_that_is_there() -> None:
    columns = {f"{one.name}.{name}" for one in TABLES for name in one.names}

    assert {column.joins for one in TABLES for column in one.columns if column.joins} <= columns


def test_every_value_is_of_the_kind_that_its_column_says(everything: Told) -> None:
    for one in TABLES:
        for row in everything[one.name]:
            for column in one.columns:
                value = row[column.name]
                if column.kind in (Kind.CODES, Kind.TEXTS):
                    assert isinstance(value, list | tuple), (one.name, column.name)
                    assert all(part is None or isinstance(part, str) for part in value)
                else:
                    assert value is None or isinstance(value, _TYPES.get(column.kind, str)), (one.name, column.name, value)


def test_keys_tell_rows_apart_and_joins_lead_somewhere(everything: Told) -> None:
    held = {f"{one.name}.{name}": {row[name] for row in everything[one.name]} for one in TABLES for name in one.key}
    for one in TABLES:
        keys = [tuple(row[name] for name in one.key) for row in everything[one.name]]
        assert len(set(keys)) == len(keys), one.name
        for column in one.columns:
            if column.joins in held and column.name not in ("event", "subject_id", "object_id", "source_ids"):
                values = [row[column.name] for row in everything[one.name]]
                flat = {part for value in values for part in (value if isinstance(value, list | tuple) else [value])}
                assert flat - {None} - {"acc-gone"} <= held[column.joins], (one.name, column.name)


def test_ids_are_those_of_the_model(made: Made) -> None:
    for reading in made.readings.values():
        stored = in_stored_form(reading)
        assert [account_id(one) for one in stored.accounts] == [one.id for one in reading.accounts]
        assert [claim_id(one) for one in stored.claims] == [one.id for one in reading.claims]
        assert [figure_id(one) for one in stored.figures] == [one.id for one in reading.figures]
        assert [tie_id(one) for one in stored.ties] == [one.id for one in reading.ties]


def test_an_id_that_was_kept_stays(made: Made) -> None:
    account = replace(made.account("first"), kept="acc-kept")

    assert account_id(in_stored_form(Reading("art-1", "x", accounts=(account,))).accounts[0]) == "acc-kept"


def test_accounts_say_what_their_event_s_page_says(made: Made, everything: Told) -> None:
    rows = by_key(everything["accounts"], "account")
    seen = 0
    for event in made.linked.events[:2]:
        for view in made.ledger.event(event.id).accounts:
            row = rows[view.account.id]
            seen += 1
            assert row["event"] == event.id
            assert row["agents"] == [one.name for one in view.agents]
            assert row["agent_ids"] == [one.id for one in view.agents]
            assert row["places"] == [one.name for one in view.places]
            assert row["sources"] == [one.name for one in view.attribution]
            assert (row["root"], row["root_name"]) == (view.root.id, view.root.name) if view.root else (None, None)
            assert (row["start"], row["end"], row["words"]) == (view.quote.start, view.quote.end, view.quote.words)
            assert (row["outlet"], row["published"]) == (view.article.outlet, view.article.published)
    assert seen == len(rows) == 4


def test_claims_figures_and_ties_say_what_the_article_s_page_says(made: Made, everything: Told) -> None:
    page = made.ledger.article_page(made.articles["first"].id)
    claims, figures, ties = (by_key(everything[name], name[:-1]) for name in ("claims", "figures", "ties"))

    for view in page.claims:
        row = claims[view.claim.id]
        assert (row["source"], row["source_id"], row["stance"]) == (view.source.name, view.source.id, view.claim.stance)
        assert (row["via"], row["words"]) == ([one.name for one in view.via], view.quote.words)
    assert [claims[view.claim.id]["source_kind"] for view in page.claims] == [
        "outlet" if view.claim.source == "outlet" else "unknown" if view.claim.source == "unknown" else "actor"
        for view in page.claims
    ]
    for figure in page.figures:
        row = figures[figure.figure.id]
        assert (row["source"], row["value_low"], row["words"]) == (figure.source.name, 12.0, figure.quote.words)
        assert (row["status"], row["event"]) == ("claimed", made.linked.events[0].id)
    for tie in page.ties:
        row = ties[tie.tie.id]
        assert (row["subject"], row["object_id"], row["words"]) == (tie.subject.name, tie.object.id, tie.quote.words)


def test_a_claim_s_roots_are_those_of_its_accounts(made: Made, everything: Told) -> None:
    denied = made.account("denied")
    claim = next(row for row in everything["claims"] if row["stance"] == "denies")

    assert claim["accounts"] == [denied.id]
    assert claim["roots"] == [by_key(everything["accounts"], "account")[denied.id]["root"]]


def test_an_event_has_all_its_versions_and_counts_roots(made: Made, everything: Told) -> None:
    bombing = made.linked.events[0]
    row = by_key(everything["events"], "event")[bombing.id]
    killed = [one for one in everything["event_values"] if one["event"] == bombing.id and one["field"] == "killed"]

    assert (row["killed_low"], row["killed_versions"], row["independent"], row["accounts"]) == (12.0, ["12", "9"], 2, 3)
    assert [(one["rank"], one["value"], one["accounts"], one["independent"]) for one in killed] == [
        (1, "12", 2, 1),
        (2, "9", 1, 1),
    ]
    assert (row["articles"], row["countries"], row["lat"], row["precision"]) == (3, ["KX"], 41.5, "town")


def test_contradictions_have_their_sides_with_words(made: Made, everything: Told) -> None:
    kinds = {(row["kind"], row["severity"], row["alarm"]) for row in everything["contradictions"]}
    side = next(row for row in everything["sides"] if row["says"] == "9")

    assert ("number", "different_number", True) in kinds
    assert ("time", "update", False) in kinds
    assert side["words"] == made.account("denied").evidence.of(made.articles["denied"])


def test_series_have_figures_first_and_then_what_follows(everything: Told) -> None:
    points = [row for row in everything["series_points"] if row["series"] == everything["series_points"][-1]["series"]]

    assert {row["derived"] for row in points} <= {True, False}
    derived = next(row for row in everything["series_points"] if row["derived"])
    assert (derived["low"], derived["derivation"], len(derived["from_figures"])) == (1.0, "31 - 30 = 1", 2)


def test_a_part_is_told_of_the_events_that_a_question_finds(made: Made) -> None:
    found = told(made.ledger, Selection(Question(type="attack"), Mark.RED))
    raid = made.linked.events[1]

    assert [row["event"] for row in found["events"]] == [raid.id]
    assert [row["account"] for row in found["accounts"]] == list(raid.accounts)
    assert [row["article"] for row in found["articles"]] == [made.articles["raid"].id]
    assert {row["name"] for row in found["actors"]} == {"Sahl Movement", "Vale Front"}
    assert [row["name"] for row in found["places"]] == ["Dûrin Camp"]
    assert found["claims"] == []


def test_articles_that_hold_the_words_are_told_too(made: Made) -> None:
    found = told(made.ledger, Selection(Question("حركة"), Mark.RED), frozenset({"articles"}))

    assert [row["article"] for row in found["articles"]] == [made.articles["raid"].id]
    assert found["events"] == []


def test_only_the_tables_asked_for_are_told(made: Made) -> None:
    found = told(made.ledger, only=frozenset({"ties"}))

    assert {name for name, rows in found.items() if rows} == {"ties"}


def test_what_a_restricted_capture_says_is_told_nowhere(mine: Made) -> None:
    mine.ledger.marks.mark("denied.txt", Mark.AMBER, "ann", "2031-03-06T00:00:00+00:00")
    found = told(mine.ledger, Selection(clearance=Mark.GREEN))
    bombing = by_key(found["events"], "event")[mine.linked.events[0].id]

    hidden = mine.articles["denied"].id
    assert all(hidden not in map(str, row.values()) for rows in found.values() for row in rows)
    assert (bombing["killed_versions"], bombing["accounts"], bombing["independent"], bombing["alarms"]) == (["12"], 2, 1, 0)
    assert found["contradictions"] == found["sides"] == []
    assert len(found["captures"]) == 3
    assert "Karsk Guards" not in {row["name"] for row in found["roots"]}
    assert told(mine.ledger, Selection(clearance=Mark.AMBER)) == told(mine.ledger)


def test_an_event_of_restricted_captures_alone_is_not_told(mine: Made) -> None:
    mine.ledger.marks.mark("raid.txt", Mark.RED, "ann", "2031-03-06T00:00:00+00:00")
    found = told(mine.ledger, Selection())

    assert mine.linked.events[1].id not in {row["event"] for row in found["events"]}
    assert {row["name"] for row in found["actors"]} == {"Vale Front", "Karsk Guards"}
    assert {row["name"] for row in found["places"]} == {"Ostrel"}
    assert all(row["series"] for row in found["series"])
    assert found["series_points"] == []


def test_a_copy_of_a_restricted_article_goes_back_to_its_own_outlet(mine: Made) -> None:
    mine.ledger.marks.mark("first.txt", Mark.AMBER, "ann", "2031-03-06T00:00:00+00:00")
    found = told(mine.ledger, Selection())
    copied = by_key(found["accounts"], "account")[mine.account("copied").id]

    assert found["copies"] == []
    assert (copied["root_kind"], copied["root_name"]) == ("outlet", "Daily Echo")


def test_private_persons_have_neither_name_nor_id(mine: Made) -> None:
    guards = next(one for one in mine.linked.actors if one.name == "Karsk Guards")
    assert guards.id in str(told(mine.ledger, only=frozenset({"accounts"})))  # and it is not remembered
    mine.ledger.put_linked(_private(mine.linked, guards.id), "digest-2")
    found = told(mine.ledger)

    assert not [(name, row) for name, rows in found.items() for row in rows if guards.id in str(row)]
    assert "karsk" not in str(found).casefold()
    first = by_key(found["accounts"], "account")[mine.account("first").id]
    assert (first["agents"], first["agent_ids"]) == (["a private person"], [None])
    assert "█████ ██████" in str(by_key(found["articles"], "article")[mine.articles["first"].id]["text"])


def _private(linked: Linked, actor_id: str) -> Linked:
    """Return what was linked, one of its actors a private person; a listed tie names it too."""
    (guards,) = (one for one in linked.actors if one.id == actor_id)
    tie = ActorTie("Vale Front", Relation.OPPOSED_TO, guards.name, "own list")
    actors = tuple(
        replace(one, private=one is guards, ties=(tie,) if one.name == "Vale Front" else one.ties) for one in linked.actors
    )
    return replace(linked, actors=actors)


def test_what_is_no_event_is_said_to_be_none() -> None:
    with pytest.raises(LedgerError, match=r"cannot read a stored event: .*accounts"):
        stored_event('{"type": "attack", "status": "asserted", "title": "x"}')


def test_of_several_links_of_an_entity_the_best_scored_is_shown(mine: Made) -> None:
    link = next(one for one in mine.linked.actor_links if one.article_id == mine.articles["first"].id)
    starts = {one.span.start for one in mine.readings["first"].mentions if one.key == link.key}
    other = next(one.id for one in mine.linked.actors if one.id != link.actor_id)
    for score, shown in ((link.score + 0.1, other), (link.score - 0.1, link.actor_id)):
        several = (*mine.linked.actor_links, replace(link, actor_id=other, score=score))
        mine.ledger.put_linked(replace(mine.linked, actor_links=several), f"digest-{score}")
        rows = told(mine.ledger, only=frozenset({"mentions"}))["mentions"]
        assert {row["actor"] for row in rows if row["article"] == link.article_id and row["start"] in starts} == {shown}


def test_a_written_value_is_read_once() -> None:
    assert days("2031-02") == ("2031-02", date(2031, 2, 1), date(2031, 2, 28))
    assert (days(None), ends(None), ends("20..")) == ((None, None, None), (None, None), (20.0, None))
