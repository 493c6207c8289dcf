"""The parts of a run: what is kept of articles, who meets whom, who is gathered again, what was found on issues."""

from dataclasses import replace

import pytest

from rashomon.linking.copies.copies import Face
from rashomon.linking.events import merging
from rashomon.linking.events.affinity import likeness
from rashomon.linking.relinking import meeting as meeting_module
from rashomon.linking.relinking.deciding import Decided
from rashomon.linking.relinking.faces import Reviving, kept, refers
from rashomon.linking.relinking.happenings import Happenings
from rashomon.linking.relinking.issues import Found
from rashomon.linking.relinking.making import RootsKept
from rashomon.linking.relinking.meeting import Meeting, crowded_keys
from rashomon.linking.relinking.outlines import Outline, key_hashes, outline_of
from rashomon.linking.relinking.regrouping import Regrouping
from rashomon.linking.sources.roots import Origin
from rashomon.linking.stories.stories import Terms, counted
from rashomon.model.ledger import Contradiction, Position, Reason
from rashomon.model.words import ContradictionKind, RootKind, Severity


def outline(write, n, accounts, keys=(), spans=None):
    """The outline of an article with these accounts, each under the same keys."""
    article = write(f"Article {n} tells something of its own.", capture=f"c{n}").article
    blocks = tuple(key_hashes(keys) for _ in accounts)
    return Outline(
        "stamp",
        Face.of(article),
        "Dune Post",
        accounts=accounts,
        told=len(accounts),
        spans=spans or (None,) * len(accounts),
        blocks=blocks,
    )


def test_an_outline_is_kept_as_it_is(write):
    made = outline(write, 1, ("acc-1", "acc-2"), ("here", "there"), ((3, 4), None))
    again = outline_of(made.face.id, made.line("told"))
    assert [keys.tolist() for keys in again.blocks] == [key_hashes(("here", "there")).tolist()] * 2
    assert (again.accounts, again.spans, again.face.day, again.stamp) == (made.accounts, made.spans, made.face.day, "stamp")
    assert again.face.print.sample.tolist() == made.face.print.sample.tolist()


def test_an_account_that_was_kept_is_compared_as_it_was(write, tellings_of):
    drafts = []
    for outlet, toll in (("Dune Post", "12"), ("Coast Times", "at least 10")):
        made = write(
            f"The [Red Front|GROUP|g] bombed a market in [Tall Ghar|PLACE|p]; {toll} died.", outlet=outlet, capture=outlet
        )
        made.event("bombed", "bombing", agent="g", place="p", date="2031-03-04", killed="12" if toll == "12" else "10..")
        drafts.append(made)
    told = tellings_of(*drafts)
    terms = Terms(told[0].story.names, frozenset({"_market"}))
    line = kept(terms, told)
    actors = {actor.id: actor for one in told for actor in one.agents.actors}
    places = {place.id: place for one in told for place in one.places}
    revived = list(Reviving(actors.__getitem__, places.__getitem__, counted([terms])).told("art", line))
    assert refers(line) == set(places)
    assert [one.id for one in revived] == [one.id for one in told]
    as_told = [replace(one, story=revived[0].story) for one in told]
    assert likeness(*revived) == likeness(*as_told) > 0
    assert (revived[0].when, revived[1].account.killed, revived[0].spots) == (told[0].when, told[1].account.killed, told[0].spots)


def test_accounts_meet_under_a_shared_key_at_one_time(write):
    outlines = [
        outline(write, 1, ("a",), ("k",), ((10, 10),)),
        outline(write, 2, ("b", "c"), ("k",), ((11, 12), (20, 20))),
        outline(write, 3, ("d",), ("k",)),
        outline(write, 4, ("e",), ("other",)),
    ]
    met = Meeting.of(outlines)
    assert dict(met.met("ae")) == {"a": ("b", "d"), "e": ()}
    assert dict(met.met("abcde")) == {"a": ("b", "d"), "b": ("d",), "c": ("d",), "d": (), "e": ()}
    assert "b" not in Meeting.of(outlines, frozenset("b")).ids


def test_a_key_that_too_many_have_leads_nowhere_and_that_concerns_all_who_have_it(write, monkeypatch):
    monkeypatch.setattr(meeting_module, "CROWD", 2)
    fewer = [outline(write, 1, ("a",), ("k", "l")), outline(write, 2, ("b",), ("k", "m"))]
    before = Meeting.of(fewer)
    after = Meeting.of([outline(write, 1, ("a",), ("k", "l")), outline(write, 2, ("b", "c"), ("k", "m"))])
    assert dict(before.met("a")) == {"a": ("b",)}
    assert dict(after.met("a")) == {"a": ()}
    assert after.crowded(crowded_keys(fewer, frozenset())) == {"a", "b", "c"}
    assert before.crowded(crowded_keys(fewer, frozenset())) == frozenset()


class _Telling:
    """An account of which nothing is known but who it may stand beside."""

    day = None
    account = None

    def __init__(self, key):
        self.id = key


@pytest.fixture
def regrouped(monkeypatch):
    """Gather accounts by the pairs that are alike; a capital letter never stands beside another."""
    monkeypatch.setattr(merging, "forbidden", lambda one, other: "capitals" if (one.id + other.id).isupper() else None)
    monkeypatch.setattr(merging, "likeness", lambda *_: 1.0)

    def run(scores, changed, was, asked=None):
        beside = {}
        for one, other in scores:
            beside.setdefault(one, []).append(other)
            beside.setdefault(other, []).append(one)
        members = {}
        for key, group in was.items():
            members.setdefault(group, []).append(key)
        held = {group: tuple(sorted(own)) for group, own in members.items()}

        def tellings(keys):
            if asked is not None:
                asked.update(keys)
            return [_Telling(key) for key in keys]

        return sorted(Regrouping(tellings, scores, beside, frozenset(), frozenset()).groups(changed, was, held))

    return run


def test_a_new_account_joins_whom_it_is_like_and_leaves_the_rest_alone(regrouped):
    asked = set()
    scores = {("a", "b"): 0.9, ("b", "n"): 0.8, ("c", "d"): 0.9, ("d", "e"): 0.7}
    was = {"a": "a", "b": "a", "c": "c", "d": "c", "e": "c"}
    assert regrouped(scores, {"n"}, was, asked) == [("a", "b", "n")]
    assert asked == {"a", "b", "n"}


def test_a_group_that_loses_its_bond_falls_apart_and_what_it_was_kept_from_comes_in(regrouped):
    was = {"A": "A", "b": "A", "C": "C"}
    assert regrouped({("A", "b"): 0.9, ("C", "b"): 0.7}, {"b"}, was) == [("A", "b")]
    assert regrouped({("C", "b"): 0.7}, {"A", "b"}, was) == [("A",), ("C", "b")]


def clash(ref, event_id=None):
    sides = (Position("art", ref, None, "yes", 0, 1), Position("art", "x", None, "no", 0, 1))
    return Contradiction(
        ContradictionKind.DENIAL, Severity.CONTRADICTION, "whether: it", sides, event_id, (Reason("r", 1.0, "why"),)
    )


def test_what_is_found_no_more_is_gone_and_issues_that_were_not_looked_at_stay():
    first = Found(None)
    put, gone = first.settle({"i", "k"}, {"i": [clash("a", "evt-1")], "k": [clash("b")]})
    assert (set(put), gone) == ({clash("a", "evt-1"), clash("b")}, frozenset())
    again = Found(first.text)
    assert again.about(frozenset({"evt-1"})) == {"i"}
    put, gone = again.settle({"i"}, {"i": [clash("c")], "k": [clash("d")]})
    assert (put, gone) == ((clash("c"),), {clash("a").id})
    assert Found(again.text).was == {"i": {clash("c").id: None}, "k": {clash("b").id: None}}


def test_of_two_issues_with_one_finding_the_lesser_gives_it_and_both_are_looked_at_together():
    found = Found(None)
    put, _ = found.settle({"i", "k"}, {"i": [clash("a", "evt-1")], "k": [clash("a", "evt-2")]})
    assert [one.event_id for one in put] == ["evt-1"]
    assert Found(found.text).widened({"k"}) == {"i", "k"}


def test_accounts_that_only_explain_stand_beside_what_they_explain_or_alone():
    made = Happenings.of({"a": "a", "b": "a", "c": "c"}, {"d": "b", "e": "gone"})
    assert sorted(made.members.values()) == [("a", "b", "d"), ("c",), ("e",)]
    assert made.other_than(Happenings.of({"a": "a", "b": "a", "c": "c"}, {"d": "b"})) == {made.event_of["e"]}
    assert made.with_any(("d", "nobody")) == {made.event_of["a"]}


def test_only_roots_whose_accounts_changed_are_put():
    one, other = Origin(RootKind.OUTLET, "Dune Post"), Origin(RootKind.SPEAKER, "Red Front")
    first = RootsKept(None)
    first.settle(frozenset("ab"), {"a": one, "b": other})
    again = RootsKept(first.text)
    put, gone = again.settle(frozenset("ac"), {"c": one})
    assert ([(root.name, root.accounts) for root in put], gone) == ([("Dune Post", ("a", "c"))], {other.root_id})


def test_decisions_tell_whom_they_concern():
    was = Decided(frozenset({("art/x", None)}), frozenset("r"), frozenset(), frozenset())
    now = Decided(frozenset({("art/x", "Red Front")}), frozenset("r"), frozenset("s"), frozenset({("m", "n")}))
    assert Decided.kept(now.text) == now
    assert (now.articles(was), now.accounts(was)) == ({"art"}, frozenset("smn"))
