"""What watches are told, over a real ledger in which articles come and events are put together anew."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from alert_world import World, person
from small_ledger import Made

from rashomon.model.errors import NotFoundError
from rashomon.model.ids import content_id
from rashomon.model.ledger import Series
from rashomon.model.marks import Mark
from rashomon.model.people import Station
from rashomon.model.ranges import Range
from rashomon.model.words import Stance
from rashomon.pipeline.alerting.alerting import decide_all
from rashomon.store.alerts.contract import Change, Rhythm, WatchKind, Wish
from rashomon.store.collecting.views import Followed
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question


@pytest.fixture
def world(ledger: Ledger) -> World:
    return World(ledger)


def changes(world: World) -> list[tuple[Change, ...]]:
    return [one.told.changes for one in world.decide()]


def test_a_watch_is_told_of_an_event_once_and_of_each_new_root(world: World) -> None:
    world.watch()
    world.link([world.comes("a", "Vale Courier", 12)])
    (first,) = world.decide()
    world.link(["a", world.comes("b", "Vale Courier", 12)])
    same_root = changes(world)
    world.link(["a", "b", world.comes("c", "Hill Post", 12)])
    (second,) = world.decide()

    assert first.told.changes == (Change.NEW_EVENT,)
    assert (first.told.sources, first.told.roots, first.told.status) == (("Vale Courier",), 1, "claimed")
    assert first.told.words[0].text == "A bomb killed 12 people in Ostrel on Monday"
    assert same_root == []
    assert (second.told.changes, second.told.roots) == ((Change.NEW_ROOT,), 2)
    assert second.told.what == ("Hill Post tells it too: 2 independent roots now",)
    assert world.decide() == []


def test_what_stands_before_a_watch_is_made_is_not_told(world: World) -> None:
    world.link([world.comes("a", "Vale Courier", 12)])
    world.watch()
    world.watch(WatchKind.COUNT, at_least=1.0)
    world.watch(WatchKind.TOLL, at_least=5.0)
    world.link(["a"])

    assert world.decide() == []


def test_events_put_together_anew_are_not_told_again(world: World) -> None:
    world.watch()
    names = [world.comes(name, f"Outlet {name}", 12) for name in "abcd"]
    world.link(names[:2], names[2:])
    told = changes(world)
    for groups in ([names], [names[:1], names[1:]], [[names[3]], names[:3]], [names[::-1]]):
        world.link(*groups)
        told += changes(world)

    assert told == [(Change.NEW_EVENT,), (Change.NEW_EVENT,)]


def test_an_event_known_before_is_told_once_an_account_brings_what_is_watched(world: World) -> None:
    world.link([world.comes("a", "Vale Courier", 12)])
    world.watch(question=Question(outlet="Hill Post"))
    world.link(["a", world.comes("b", "Hill Post", 12)])

    assert changes(world) == [(Change.NEW_EVENT,)]


def test_another_version_of_an_article_is_no_news(world: World) -> None:
    world.watch()
    world.link([world.comes("a", "Vale Courier", 12, url="https://courier.example/1")])
    told = changes(world)
    world.link([world.comes("a2", "Vale Courier", 13, url="https://courier.example/1")])
    told += changes(world)
    world.link(["a2", world.comes("b", "Hill Post", 13)])

    assert [*told, *changes(world)] == [(Change.NEW_EVENT,), (Change.NEW_ROOT,)]


def test_a_contradiction_is_told_once_and_again_when_somebody_says_something_else(world: World) -> None:
    world.watch(WatchKind.CONTRADICTION)
    first = [world.comes("a", "Vale Courier", 12), world.comes("b", "Hill Post", 30)]
    world.link(first, clashes=[first])
    (told,) = world.decide()
    grown = [*first, world.comes("c", "Plain Radio", 30)]
    world.link(grown, clashes=[grown])
    agrees = world.decide()
    more = [*grown, world.comes("d", "Marsh Daily", 50)]
    world.link(more, clashes=[more])
    (again,) = world.decide()
    world.link(more, clashes=[more[1:]])

    assert told.told.what == ("killed (contradiction). Vale Courier: 12 killed; Hill Post: 30 killed",)
    assert [words.text for words in told.told.words] == [
        f"A bomb killed {killed} people in Ostrel on Monday, {outlet} said."
        for killed, outlet in ((12, "Vale Courier"), (30, "Hill Post"))
    ], "words that can be read by themselves"
    assert agrees == []
    assert "Marsh Daily: 50 killed" in again.told.what[0]
    assert world.decide() == []


def test_contradictions_of_another_kind_are_not_told(world: World) -> None:
    world.watch(WatchKind.CONTRADICTION, clash="time")
    world.watch(WatchKind.CONTRADICTION, severity="tension")
    both = [world.comes("a", "Vale Courier", 12), world.comes("b", "Hill Post", 30)]
    world.link(both, clashes=[both])

    assert world.decide() == []


def test_each_thing_that_an_alert_tells_shows_its_words(world: World) -> None:
    world.watch()
    world.link([world.comes("a", "Vale Courier", 12)])
    world.decide()
    came = [world.comes(f"b{n}", "Hill Post", 10 + n) for n in range(7)] + [world.comes("c", "Plain Radio", 50)]
    world.link(["a", *came], clashes=[("a", "c")])
    (told,) = world.decide()
    shown = {words.source for words in told.told.words}

    assert told.told.changes == (Change.NEW_ROOT, Change.CONTRADICTION)
    assert shown == {"Hill Post", "Plain Radio", "Vale Courier"}


def test_a_new_event_shows_the_words_of_both_sides(world: World) -> None:
    world.watch()
    both = [world.comes("a", "Vale Courier", 12), world.comes("b", "Vale Courier", 30)]
    world.link(both, clashes=[both])
    (told,) = world.decide()

    assert told.told.what[0] == "A new event"
    assert any("killed 12" in words.text for words in told.told.words)
    assert any("killed 30" in words.text for words in told.told.words)


def test_figures_against_each_other_show_their_words(world: World) -> None:
    world.watch(WatchKind.CONTRADICTION)
    world.link([world.comes("a", "Vale Courier", 12)], [world.comes("b", "Hill Post", 30)], clashes=[("a", "b")], loose=True)
    (told,) = world.decide()

    assert [words.source for words in told.told.words] == ["Vale Courier", "Hill Post"]
    assert told.told.sources == ("Vale Courier", "Hill Post")


def test_a_toll_is_told_when_enough_roots_give_it(world: World) -> None:
    world.watch(WatchKind.TOLL, at_least=20.0, roots=2)
    names = [world.comes("a", "Vale Courier", 30), world.comes("b", "Vale Courier", 30)]
    world.link(names)
    one_root = world.decide()
    names.append(world.comes("c", "Hill Post", 25))
    world.link(names)
    (told,) = world.decide()
    names.append(world.comes("d", "Plain Radio", 40))
    world.link(names)

    assert one_root == []
    assert told.told.changes == (Change.TOLL,)
    assert told.told.words[0].text == "A bomb killed 30 people in Ostrel on Monday, Vale Courier said."
    assert told.told.what[0].startswith("killed reached 20 on 2 independent roots: 30 killed (Vale Courier); 25 killed")
    assert world.decide() == []


def test_a_toll_that_a_person_corrects_is_told(world: World) -> None:
    world.watch(WatchKind.TOLL, at_least=20.0)
    world.link([world.comes("a", "Vale Courier", 12)])
    before = world.decide()
    world.accounts["a"] = replace(world.accounts["a"], killed=Range.exactly(120))
    world.link(["a"])

    assert before == []
    assert [one.told.changes for one in world.decide()] == [(Change.TOLL,)]


def test_what_somebody_takes_back_is_told_once(world: World) -> None:
    world.person = person("Karsk Dane")
    world.watch(WatchKind.DENIAL)
    names = [world.comes("a", "Vale Courier", 12, names="Karsk Dane", stance=Stance.CLAIMS_RESPONSIBILITY)]
    world.link(names)
    claimed = world.decide()
    names.append(world.comes("b", "Hill Post", 12, names="Karsk Dane", stance=Stance.DENIES, published="2031-03-06"))
    world.link(names)
    (told,) = world.decide()
    names.append(world.comes("c", "Plain Radio", 12, names="Karsk Dane", stance=Stance.DENIES, published="2031-03-07"))
    world.link(names)

    assert claimed == []
    assert told.told.what == ("Karsk Dane denies what it said before",)
    assert [one.text for one in told.told.words] == ["Told as a", "Told as b"]
    assert world.decide() == []


def test_our_own_count_is_told_once(world: World) -> None:
    world.watch(WatchKind.COUNT, at_least=2.0)
    world.link([world.comes("a", "Vale Courier", 12)])
    under = world.decide()
    world.comes("b", "Hill Post", 3)
    world.link(["a"], ["b"])
    (told,) = world.decide()
    world.link(["a", "b"])
    fell = world.decide()
    world.link(["a"], ["b"])

    assert (under, fell, world.decide()) == ([], [], [])
    assert told.told.what == ("The ledger now counts 2 events of this question",)


def test_a_series_is_told_once_however_lists_name_it(mine: Made) -> None:
    ledger, now = mine.ledger, datetime(2031, 3, 6, tzinfo=UTC)
    (single, counted) = mine.linked.series
    ledger.put_linked(replace(mine.linked, series=(single,)), "digest-2")
    ledger.alerts.watch(Wish(WatchKind.SERIES, "attacks", "ana", Question(), at_least=30.0, subjects=("attacks", "")), now)

    def told_of(*several: Series) -> list[str]:
        ledger.put_linked(replace(mine.linked, series=(single, *several)), content_id("digest", several))
        decide_all(ledger.alerts, lambda: now)
        return [one.told.title for one in reversed(ledger.alerts.alerts())]

    assert told_of() == []
    assert told_of(counted) == [counted.what]
    renamed = replace(counted, what="attacks by the Sahl Movement this year", source="The Hill Post")
    assert told_of(renamed) == [counted.what]
    assert told_of(replace(renamed, figures=counted.figures[1:])) == [counted.what]


def test_a_series_that_stands_is_not_told_under_another_name(mine: Made) -> None:
    ledger, now = mine.ledger, datetime(2031, 3, 6, tzinfo=UTC)
    ledger.alerts.watch(Wish(WatchKind.SERIES, "attacks", "ana", Question(), at_least=30.0, subjects=("attacks", "")), now)
    several = tuple(replace(one, source="The Hill Post", what="attacks in all") for one in mine.linked.series)
    ledger.put_linked(replace(mine.linked, series=several), "digest-2")
    decide_all(ledger.alerts, lambda: now)

    assert ledger.alerts.alerts() == ()


def test_a_source_that_falls_silent_is_told_once_for_each_silence(world: World) -> None:
    address = "https://herald.example/feed"
    world.ledger.collecting.follow(Followed(address, "2031-01-01T00:00:00+00:00", "2031-03-06T00:00:00+00:00"))
    came = Followed(address, "2031-01-01T00:00:00+00:00", "2031-03-06T00:00:00+00:00", checked_at="2031-01-02T00:00:00+00:00")
    world.ledger.collecting.came(came, ("one",))
    world.clock.at = datetime(2031, 1, 3, tzinfo=UTC)
    world.watch(WatchKind.SILENCE, subjects=(address,))
    world.watch(WatchKind.SILENCE, subjects=("https://other.example/feed",))
    quiet = world.decide()
    world.clock.at = datetime(2040, 1, 1, tzinfo=UTC)

    assert quiet == []
    assert [one.told.title for one in world.decide()] == [address]
    assert world.decide() == []


def test_a_deadline_is_told_when_its_day_has_passed_where_the_watcher_lives(world: World) -> None:
    world.watch(WatchKind.DEADLINE)
    world.link([world.comes("a", "Vale Courier", 12, deadline="2031-03-05")])
    on_the_day = world.decide()
    world.clock.at = datetime(2031, 3, 6, 0, 30, tzinfo=UTC)
    (told,) = world.decide()

    assert on_the_day == []
    assert told.told.what == ("The day that Vale Courier named, 2031-03-05, has passed",)
    assert told.told.words[0].text == "Told as a"
    assert world.decide() == []


def test_what_is_marked_above_the_clearance_is_neither_told_nor_counted(world: World) -> None:
    world.watch()
    world.watch(WatchKind.TOLL, at_least=20.0)
    world.watch(name="cleared", clearance=Mark.RED)
    world.comes("a", "Vale Courier", 30)
    world.ledger.marks.mark(world.articles["a"].capture, Mark.RED, "ana", "2031-03-05T08:00:00+00:00")
    world.link(["a"])
    closed = world.decide()
    world.link(["a", world.comes("b", "Hill Post", 3)])
    opened = {one.watch: one.told for one in world.decide()}

    assert [one.watch for one in closed] == ["cleared"]
    assert opened["my search"].changes == (Change.NEW_EVENT,)
    assert (opened["my search"].sources, opened["my search"].roots) == (("Hill Post",), 1)
    assert "Vale" not in str(opened["my search"])
    assert "30" not in str(opened["my search"])
    assert opened["cleared"].roots == 2


def test_a_mark_or_a_private_person_that_comes_later_holds_for_older_alerts(world: World) -> None:
    world.watch()
    world.comes("a", "Ann Lee", 12, names="Ann Lee")
    world.link(["a"])
    assert "Ann Lee" in str(world.decide())
    world.person = person("Ann Lee", private=True)
    world.link(["a"])
    (shown,) = world.ledger.alerts.alerts("ana")
    world.ledger.marks.mark(world.articles["a"].capture, Mark.AMBER, "ana", "2031-03-05T08:00:00+00:00")

    assert "Ann Lee" not in str(shown)
    assert "a private person" in shown.told.sources
    assert world.ledger.alerts.alerts("ana") == ()


def test_what_may_be_shared_goes_out_though_newer_alerts_may_not(world: World) -> None:
    world.watch(channels=("out",), rhythm=Rhythm(at_most=1))
    groups = [
        [world.comes(name, outlet, 12)] for name, outlet in (("a", "Vale Courier"), ("b", "Hill Post"), ("c", "Plain Radio"))
    ]
    world.link(*groups)
    newest, *_ = reversed(world.decide())
    (hidden,) = (one for one in world.articles.values() if one.id in newest.told.articles)
    world.ledger.marks.mark(hidden.capture, Mark.RED, "ana", "2031-03-05T08:00:00+00:00")
    (message_id,) = world.ledger.alerts.due("2031-03-06T08:00:00+00:00")
    message = world.ledger.alerts.message(message_id)

    assert message is not None
    assert (len(message.alerts), message.more) == (1, 1), "neither told nor counted"
    assert message.alerts[0].number == newest.number - 1


def test_whose_role_became_a_lesser_one_is_told_less(world: World) -> None:
    world.ledger.people.add("ada", Station.ADMIN, "three plain words", "2031-03-01T00:00:00+00:00")
    world.ledger.people.add("ana", Station.ANALYST, "three plain words", "2031-03-01T00:00:00+00:00")
    world.watch(clearance=Mark.RED)
    world.comes("a", "Vale Courier", 12)
    world.ledger.marks.mark(world.articles["a"].capture, Mark.RED, "ada", "2031-03-05T08:00:00+00:00")
    world.link(["a"])
    before = world.decide()
    world.ledger.people.change("ana", role=Station.READER)
    world.link(["a"], [world.comes("b", "Hill Post", 3)])
    world.ledger.marks.mark(world.articles["b"].capture, Mark.RED, "ada", "2031-03-05T08:00:00+00:00")

    assert len(before) == 1
    assert (world.decide(), world.ledger.alerts.alerts("ana")) == ([], ())


def test_a_watch_that_looks_for_something_else_is_told_of_what_comes_then(world: World) -> None:
    world.watch(question=Question(text="zeppelin"))
    (made,) = world.ledger.alerts.watches("ana")
    world.link([world.comes("a", "Vale Courier", 12)])
    assert world.decide() == []
    other = world.ledger.alerts.change(made, replace(made.wish, question=Question(text="bomb")), world.clock())
    assert world.decide() == [], "what stands is taken as told"
    world.link(["a"], [world.comes("b", "Hill Post", 3)])

    assert [one.told.sources for one in world.decide()] == [("Hill Post",)]
    assert world.ledger.alerts.watches("ana")[0].wish == other.wish


def test_an_event_is_watched_through_its_accounts(world: World) -> None:
    world.link([world.comes("a", "Vale Courier", 12)], [world.comes("x", "Hill Post", 1)])
    world.watch(WatchKind.EVENT, subjects=(world.accounts["a"].id,))
    world.link(["a", world.comes("b", "Hill Post", 12)], ["x", world.comes("y", "Plain Radio", 1)])
    (told,) = world.decide()

    assert sorted(told.told.sources) == ["Hill Post", "Vale Courier"]
    assert told.told.changes == (Change.NEW_ROOT,)


def test_too_many_at_once_are_counted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.store.alerts.watching.MOST", 2)
    world.watch()
    world.link(*([world.comes(name, "Vale Courier", 1)] for name in "abcde"))
    told = world.decide()

    assert [one.told.changes for one in told] == [(Change.REST,), (Change.NEW_EVENT,), (Change.NEW_EVENT,)]
    assert told[0].told.what == ("3 more events changed at once, and are not told one by one",)


def test_a_watch_that_is_forgotten_leaves_nothing(world: World) -> None:
    made = world.watch()
    world.link([world.comes("a", "Vale Courier", 12)])
    world.decide()
    world.ledger.alerts.unwatch(made)

    assert (world.ledger.alerts.alerts(), world.ledger.alerts.watches()) == ((), ())
    with pytest.raises(NotFoundError, match=made):
        world.ledger.alerts.unwatch(made)


def test_feeds_open_by_their_secret_alone(world: World) -> None:
    made = world.watch()
    (watch,) = world.ledger.alerts.watches("ana")
    world.link([world.comes("a", "Vale Courier", 12)])
    told = world.decide()
    secret = world.ledger.alerts.feed_secret("ana")

    assert world.ledger.alerts.feed(watch.secret, 10) == ("ana", "my search", tuple(told))
    assert world.ledger.alerts.feed(secret, 10) == ("ana", None, tuple(told))
    assert world.ledger.alerts.feed_secret("ana", renew=True) != secret
    for wrong in (secret, made, "", "%"):
        with pytest.raises(NotFoundError):
            world.ledger.alerts.feed(wrong, 10)
