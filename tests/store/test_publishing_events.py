"""Events for publishing: what restricted captures tell is gone in every part, and no part names a private person."""

from dataclasses import replace

import pytest
from small_ledger import Made

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Join, NameSupport, Reason
from rashomon.model.marks import Mark
from rashomon.model.words import EventType, Status
from rashomon.store.publishing.contract import PublishedEvent, Selection
from rashomon.store.publishing.restricting import without_accounts
from rashomon.store.views import Question
from rashomon.store.withheld import PRIVATE_PERSON

AT = "2031-03-06T08:00:00+00:00"


def mark(made: Made, name: str, how: Mark = Mark.AMBER) -> None:
    made.ledger.marks.mark(made.captures[name].sha256, how, "ana", AT)


def events(made: Made, clearance: Mark = Mark.CLEAR) -> dict[str, PublishedEvent]:
    asked = Selection(Question(), clearance)
    return {one.told.line.id: one for one in made.ledger.publishing.events(asked)}


@pytest.fixture
def bombing(mine: Made) -> str:
    return mine.linked.events[0].id


def test_without_marks_everything_is_told(mine: Made, bombing: str) -> None:
    found = events(mine)[bombing]

    assert [view.account.id for view in found.told.accounts] == [
        mine.readings[name].accounts[0].id for name in ("first", "copied", "denied")
    ]
    assert len(found.contradictions) == 2
    assert {one.name for one in found.actors.values()} == {"Karsk Guards"}
    assert {one.name for one in found.places.values()} == {"Ostrel"}
    assert len(found.claims) == 5
    assert set(found.taken.values()) == {"2031-03-05T08:00:00+00:00"}


def test_forms_without_claims_and_figures_are_given_none(mine: Made, bombing: str) -> None:
    whole = events(mine)[bombing]
    (bare,) = (one for one in mine.ledger.publishing.events(Selection(), said=False) if one.told.line.id == bombing)

    assert whole.claims
    assert whole.figures
    assert bare == replace(whole, claims=(), figures=())


def test_what_a_restricted_capture_tells_is_gone_in_every_part(mine: Made, bombing: str) -> None:
    mark(mine, "denied")

    found = events(mine)[bombing]

    line, event = found.told.line, found.told.event
    assert [str(one.value) for one in event.killed] == ["12"] == list(line.killed)
    assert (line.accounts, line.independent, line.alarms, len(event.roots)) == (2, 1, 0, 1)
    assert found.contradictions == ()
    gone = mine.readings["denied"].accounts[0].id
    assert gone not in repr(found)
    assert mine.articles["denied"].id not in repr(found)
    assert "Guards deny" not in repr(found)


def test_a_title_is_made_anew_of_what_is_left(mine: Made, bombing: str) -> None:
    mark(mine, "first")
    mark(mine, "copied")

    found = events(mine)[bombing]

    assert found.told.line.title == found.told.event.title == "Bombing by Karsk Guards in Ostrel (9 killed), claimed"
    assert (found.told.line.date, found.told.event.dates) == (None, ())
    assert found.told.line.places == ("Ostrel",)


def test_a_copy_of_a_restricted_article_does_not_say_what_it_repeats(mine: Made, bombing: str) -> None:
    mark(mine, "first")

    views = events(mine)[bombing].told.accounts

    copied = next(view for view in views if view.article.outlet == "Daily Echo")
    assert (copied.article.copy_of, copied.article.copy_kind) == (None, None)
    assert copied.root is not None
    assert copied.root.name == "Daily Echo"


def test_an_event_that_only_restricted_captures_tell_is_left_out(mine: Made, bombing: str) -> None:
    for name in ("first", "copied", "denied"):
        mark(mine, name)

    assert bombing not in events(mine)
    assert bombing in events(mine, Mark.AMBER)
    assert len(events(mine, Mark.AMBER)) == len(events(mine)) + 1


def test_a_mark_taken_away_restricts_nothing(mine: Made, bombing: str) -> None:
    mark(mine, "denied", Mark.RED)
    mine.ledger.marks.unmark(mine.captures["denied"].sha256)

    assert events(mine)[bombing].told.line.accounts == 3


def test_marks_are_set_by_article_and_file_name_and_replace_each_other(mine: Made) -> None:
    mine.ledger.marks.mark(mine.articles["raid"].id, Mark.RED, "ana", AT)
    mine.ledger.marks.mark("raid.txt", Mark.GREEN, "bo", AT)

    (marked,) = mine.ledger.marks.all()
    assert (marked.capture.name, marked.mark, marked.who) == ("raid.txt", Mark.GREEN, "bo")
    assert mine.ledger.marks.of(marked.capture.sha256) == Mark.GREEN
    assert mine.ledger.marks.of_articles([one.id for one in mine.articles.values()]) == {mine.articles["raid"].id: Mark.GREEN}
    with pytest.raises(NotFoundError):
        mine.ledger.marks.mark("nothing.txt", Mark.RED, "ana", AT)


def test_no_part_of_an_event_names_a_private_person(mine: Made, bombing: str) -> None:
    actor = next(one for one in mine.linked.actors if one.name == "Karsk Guards")
    changed = tuple(replace(one, private=True) if one is actor else one for one in mine.linked.actors)
    first = mine.linked.events[0]
    joins = (Join(first.accounts[1], first.accounts[0], 1.0, (Reason("actor", 1.0, "both name Karsk Guards"),)),)
    told = (replace(first, title="Bombing by Karsk Guards", joins=joins), *mine.linked.events[1:])
    mine.ledger.put_linked(replace(mine.linked, actors=changed, events=told), "digest-2")

    found = events(mine)[bombing]

    assert "Karsk" not in repr(replace(found, claims=())).replace("Guards of Karsk", "")
    assert all("Karsk" not in view.quote.words for view in found.claims)
    assert found.actors[actor.id].name == PRIVATE_PERSON


def test_the_page_of_a_selection_is_the_questions(mine: Made) -> None:
    mark(mine, "raid")
    told = mine.ledger.publishing.told(Selection(Question(size=1, order="oldest")), 1)

    assert [one.line.title for one in told] == ["Bombing in Ostrel"]
    assert len(told[0].accounts) == 1


def test_sources_and_what_was_linked_are_given_without_restricted_captures(mine: Made) -> None:
    mark(mine, "denied")

    sources = list(mine.ledger.publishing.sources(Mark.CLEAR))
    linked = mine.ledger.publishing.linked(Mark.CLEAR)

    hidden = mine.articles["denied"].id
    assert hidden not in {source.article.id for source in sources}
    assert len(sources) == 3
    assert hidden not in repr((linked.contradictions, linked.actor_links, linked.copies))
    assert mine.readings["denied"].accounts[0].id not in {one for event in linked.events for one in event.accounts}


def test_type_and_status_follow_from_the_accounts_that_are_left(mine: Made) -> None:
    event = replace(
        mine.linked.events[0],
        types=(NameSupport("bombing", ("a", "b")), NameSupport("attack", ("c",))),
        statuses=(NameSupport("asserted", ("a",)), NameSupport("denied", ("b",)), NameSupport("alleged", ("c",))),
        accounts=("a", "b", "c"),
        status=Status.DISPUTED,
        joins=(),
    )

    left = without_accounts(event, frozenset({"a", "b"}), {"a": "r1", "b": "r2", "c": "r3"}, {}.get)

    assert left is not None
    assert (left.type, left.status, left.roots) == (EventType.ATTACK, Status.ALLEGED, ("r3",))
