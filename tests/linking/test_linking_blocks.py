"""Which accounts are compared at all."""

from datetime import date
from itertools import permutations

import pytest

from rashomon.linking.events import blocks
from rashomon.linking.events.blocks import CROWD, blocks_of, meetings, span_of
from rashomon.linking.events.kinds import compatible, sort_of
from rashomon.model.words import EventType


@pytest.fixture
def told(write, tellings_of):
    """Accounts of one place and group, each as its own article: day, kind, day of print."""

    def run(*cases, place="Tall Ghar"):
        drafts = []
        for at, (day, kind, published) in enumerate(cases):
            made = write(
                f"Report {at}: the [Red Front|GROUP|g] was at it in [{place}|PLACE|p].",
                outlet=f"Outlet {at}",
                published=published,
            )
            made.event("at it", kind, date=day, agent="g", place="p")
            drafts.append(made)
        return tellings_of(*drafts)

    return run


def met(told):
    return {frozenset((told.index(one), told.index(other))) for one, other in meetings(told)}


BOTH = {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("2031-03-03", "bombing", None), ("2031-03-03", "bombing", None), True),
        (("2031-03-03", "bombing", None), ("2031-03-04", "attack", None), True),
        (("2031-03-03", "bombing", None), ("2031-03-05", "bombing", None), False),
        (("2031-03-03", "bombing", None), ("2031-06-03", "bombing", None), False),
        (("2031-03-31", "bombing", None), ("2031-03", "bombing", None), True),
        (("2031-04-02", "bombing", None), ("2031-03", "bombing", None), False),
        (("2031-03-03", "bombing", None), (None, "bombing", "2031-03-09"), True),
        (("2031-03-03", "bombing", None), (None, "bombing", "2031-05-09"), False),
        ((None, "bombing", "2031-03-03"), (None, "bombing", "2031-03-09"), True),
        ((None, "bombing", None), (None, "bombing", None), True),
        (("2031-03-03", "bombing", None), ("2031-03-03", "appointment", None), False),
    ],
)
def test_accounts_of_one_place_meet_where_they_may_be_of_one_time_and_sort(told, one, other, meet):
    assert met(told(one, other)) == (BOTH if meet else set())


def test_the_first_of_a_long_time_meets_its_days_and_its_far_end_does_not(told):
    both = told(("2031", "bombing", None), ("2031-01-20", "bombing", None), ("2031-11-20", "bombing", None))
    assert met(both) == BOTH


def test_accounts_of_other_places_and_groups_do_not_meet(write, tellings_of):
    one = write("A bomb in [Tall Ghar|PLACE|p].", outlet="A", published=None)
    other = write("A shell upon [Sidi|PLACE|p].", outlet="B", published=None)
    one.event("bomb", "bombing", date="2031-03", place="p")
    other.event("shell", "bombing", date="2031-03", place="p")
    shared = set.intersection(*(set(blocks_of(telling)) for telling in tellings_of(one, other)))
    assert not any("Ghar" in key or "Sidi" in key for key in shared)


def test_what_an_account_stands_under_depends_on_nothing_else(told):
    alone = told(("2031-03-03", "bombing", None))[0]
    among = told(("2031-03-03", "bombing", None), ("2031-03-03", "attack", None), ("2031-03-09", "killing", None))[0]
    assert alone.id == among.id
    assert blocks_of(alone) == blocks_of(among)


def test_a_crowd_leads_from_none_to_another(told, monkeypatch):
    cases = [("2031-03-03", "bombing", None)] * 4
    assert len(met(told(*cases))) == 6
    monkeypatch.setattr(blocks, "CROWD", 3)
    assert met(told(*cases)) == set()
    assert CROWD > 3


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_each_pair_is_met_once_in_any_order(told, order):
    accounts = told(*[("2031-03-03", "bombing", None)] * 3)
    pairs = [frozenset((one.id, other.id)) for one, other in meetings([accounts[at] for at in order])]
    assert len(pairs) == len(set(pairs)) == 3


def test_undated_news_is_of_the_days_before_its_article(told):
    assert span_of(told((None, "bombing", "2031-03-20"))[0]) == (date(2031, 3, 6), date(2031, 3, 20))
    assert span_of(told((None, "bombing", None))[0]) is None


def test_types_that_may_be_one_happening_are_of_one_sort():
    for one in EventType:
        for other in EventType:
            assert not compatible(one, other) or sort_of(one) == sort_of(other)
    assert sort_of(EventType.PROTEST) == sort_of(EventType.RIOT) != sort_of(EventType.BOMBING)
