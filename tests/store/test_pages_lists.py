"""Outlets, records, and long lists a page at a time."""

from dataclasses import replace

import pytest
from small_ledger import Made

from rashomon.lists.outlets import load_outlets
from rashomon.model.errors import NotFoundError
from rashomon.model.words import ContradictionKind, CopyKind, Stance

LISTED = """\
- name: Vale Courier
  kind: agency
  family: Vale Press
  aliases: [The Courier of the Vale]
  grades: [{letter: B, since: 2031-01-01, why: "invented"}]
- name: Vale Weekly
  family: Vale Press
"""


def test_outlets_are_listed_with_what_lists_know_of_them(mine: Made) -> None:
    (mine.ledger.lists / "outlets.yaml").write_text(LISTED, encoding="utf-8")
    part = mine.ledger.pages.outlets(1)
    lines = {line.name: line for line in part.shown}

    assert part.total == len(lines) == 3
    assert lines["Vale Courier"].listed is not None
    assert lines["Vale Courier"].listed.grades[0].letter == "B"
    assert (lines["Daily Echo"].articles, lines["Daily Echo"].copying, lines["Daily Echo"].listed) == (1, 1, None)
    assert mine.ledger.pages.outlets(2).shown == ()


def test_an_outlet_is_found_by_a_listed_name_with_whom_it_copies(mine: Made) -> None:
    (mine.ledger.lists / "outlets.yaml").write_text(LISTED, encoding="utf-8")
    courier = mine.ledger.pages.outlet("the courier of the vale")
    echo = mine.ledger.pages.outlet("Daily Echo")

    assert courier.line.name == "Vale Courier"
    assert courier.relatives == ("Vale Weekly",)
    assert [(one.name, one.articles, one.kinds) for one in courier.copied_by] == [("Daily Echo", 1, (CopyKind.VERBATIM,))]
    assert courier.copies == ()
    assert [one.name for one in echo.copies] == ["Vale Courier"]
    assert mine.ledger.pages.outlet("Vale Weekly").line.articles == 0
    with pytest.raises(NotFoundError):
        mine.ledger.pages.outlet("Nowhere Post")


def test_own_outlets_replace_shipped_ones_of_their_name(mine: Made) -> None:
    (mine.ledger.lists / "outlets.yaml").write_text("- name: Reuters\n  kind: site\n", encoding="utf-8")

    assert load_outlets(mine.ledger.lists)["reuters"].kind == "site"
    assert load_outlets()["reuters"].kind == "agency"


def test_a_record_counts_what_became_of_each_claim(made: Made) -> None:
    record = made.ledger.pages.outlet("Vale Courier").record

    assert record.judged == 1
    assert [fared.event.type for fared in record.cases] == ["bombing"]
    assert made.ledger.pages.outlet("Hill Post").record.alone == 1
    assert made.ledger.pages.speaker("nobody at all").judged == 0


def test_contradictions_come_a_page_at_a_time_alarms_first(made: Made) -> None:
    everything = made.ledger.pages.contradictions(None, loud=False, page=1)
    loud = made.ledger.pages.contradictions("number", loud=True, page=1)

    assert everything.shown == made.ledger.contradictions()
    assert (everything.total, everything.pages) == (3, 1)
    assert [one.kind for one, _ in loud.shown] == [ContradictionKind.NUMBER] * 2
    assert made.ledger.pages.contradictions(None, loud=False, page=2).shown == ()
    assert made.ledger.pages.contradiction_kinds(loud=False) == {"number": 2, "time": 1}
    assert made.ledger.pages.contradiction_kinds(loud=True) == {"number": 2}


def test_copies_come_with_both_articles(made: Made) -> None:
    (line,) = made.ledger.pages.copies(1).shown

    assert (line.later.outlet, line.original.outlet) == ("Daily Echo", "Vale Courier")
    assert made.ledger.pages.copies_among([line.later.id, line.original.id]) == (line.copy,)
    assert made.ledger.pages.copies_among([line.later.id]) == ()


def test_series_have_our_own_count_beneath(mine: Made) -> None:
    one = mine.ledger.pages.series(1).shown[0]
    named = mine.linked.events[1].agents[0].value
    actor = next(actor for actor in mine.linked.actors if actor.id == named)
    own = replace(mine.linked.series[1], source=actor.name)
    mine.ledger.put_linked(replace(mine.linked, series=(own,)), "digest-2")
    counted = mine.ledger.pages.one_series(own.id)

    assert one.own == ()
    assert len(one.view.figures) == 2
    assert len(counted.own) == sum(shown.figure.period is not None for shown in counted.view.figures)
    with pytest.raises(NotFoundError):
        mine.ledger.pages.one_series("ser-none")


def test_an_actors_roles_are_counted_by_month(made: Made) -> None:
    (agent,) = made.linked.events[0].agents

    assert [(row.month, row.agent, row.patient) for row in made.ledger.pages.roles(agent.value)] == [("2031-03", 1, 0)]


def test_claims_of_others_that_accuse_an_actor_are_found(made: Made) -> None:
    (agent,) = made.linked.events[0].agents
    found = made.ledger.pages.accusations(agent.value)

    assert {one.claim.stance for one in found} == {Stance.ACCUSES}
    assert agent.value not in {one.source.id for one in found}
    assert made.ledger.pages.accusations("act-none") == ()
