"""The parts of a run: what is kept of articles, who meets whom, who is gathered again, what was found on issues."""

from dataclasses import replace

import numpy as np
import pytest

from rashomon.linking.copies.copies import Face
from rashomon.linking.events import merging
from rashomon.linking.events.affinity import likeness
from rashomon.linking.events.barring import forbidden, forbidden_closer
from rashomon.linking.figures.entries import entries_of
from rashomon.linking.figures.tolls import Tolls
from rashomon.linking.relinking import meeting as meeting_module
from rashomon.linking.relinking.deciding import Decided
from rashomon.linking.relinking.faces import Reviving, kept
from rashomon.linking.relinking.happenings import Happenings
from rashomon.linking.relinking.issues import Found
from rashomon.linking.relinking.making import RootsKept
from rashomon.linking.relinking.meeting import Meeting, crowd_kept
from rashomon.linking.relinking.outlines import Outline, key_hashes, outline_of
from rashomon.linking.relinking.pairing import Pairs
from rashomon.linking.relinking.quantities import kept as kept_figures
from rashomon.linking.relinking.quantities import revived as revived_figures
from rashomon.linking.relinking.regrouping import Regrouping
from rashomon.linking.relinking.sieving import Sieve
from rashomon.linking.sources.roots import Origin, Roots
from rashomon.linking.stories.stories import Terms, counted
from rashomon.model.ledger import Contradiction, Position, Reason
from rashomon.model.words import ContradictionKind, RootKind, Severity

LOOK = ("bombing", 11, None, ["plc-1"])


def outline(write, n, accounts, keys=(), spans=None):
    """The outline of an article with these accounts, each under the same keys."""
    article = write(f"Article {n} tells something of its own.", capture=f"c{n}").article
    return Outline(
        "stamp",
        Face.of(article),
        "Dune Post",
        accounts=accounts,
        told=len(accounts),
        spans=spans or (None,) * len(accounts),
        looks=tuple(LOOK for _ in accounts),
        blocks=key_hashes(key for _ in accounts for key in keys),
        sizes=(len(keys),) * len(accounts),
    )


def test_an_outline_is_kept_as_it_is(write):
    made = outline(write, 1, ("acc-1", "acc-2"), ("here", "there"), ((3, 4), None))
    again = outline_of(made.face.id, made.line("told"))
    assert again.blocks.tolist() == key_hashes(("here", "there", "here", "there")).tolist()
    assert (again.sizes, again.looks) == ((2, 2), (LOOK, LOOK))
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
    revived = list(Reviving(actors.__getitem__, places.__getitem__, counted([terms])).told("art", line, {one.id for one in told}))
    assert [one.id for one in revived] == [one.id for one in told]
    as_told = [replace(one, story=revived[0].story) for one in told]
    assert likeness(*revived) == likeness(*as_told) > 0
    assert (revived[0].when, revived[1].account.killed, revived[0].spots) == (told[0].when, told[1].account.killed, told[0].spots)


def test_an_account_that_only_says_to_whom_it_is_done_says_so_when_it_was_kept(write, tellings_of):
    made = write("[Sami Dar|PER|s] was killed. There was an attack.", capture="c1")
    made.event("killed", "killing", patient="s")
    made.event("attack", "attack")
    told = tellings_of(made)
    actors = {actor.id: actor for one in told for actor in one.patients.actors}
    reviving = Reviving(actors.__getitem__, {}.__getitem__, counted([]))
    revived = list(reviving.told("art", kept(Terms(frozenset(), frozenset()), told), {one.id for one in told}))
    assert {one.id: one.hollow for one in revived} == {one.id: one.hollow for one in told}
    assert sorted(one.hollow for one in revived) == [False, True]


def test_figures_are_kept_as_they_are(write, cast_of, registry):
    made = write(
        "The [Red Front|GROUP|g] claimed at least 12.5 attacks a month in May. Some 40 fighters were there by June 3.",
        outlet="Dune Post",
        published="2031-06-04",
    )
    made.figure("12.5 attacks", "12.5..", "attacks a month in Sidi", period="2031-05", source="g", qualifier="at least")
    made.figure("40 fighters", "40", "fighters", as_of="2031-06-03", cumulative=True)
    cast = cast_of(made)
    entries = tuple(entries_of(cast, Tolls(cast, Roots(cast, registry, (), {}), {}), made.article.id))
    assert [entry.count.figure.what for entry in entries] == ["attacks a month in Sidi", "fighters"]
    assert tuple(revived_figures(made.article.id, kept_figures(entries))) == entries


def met_by(meeting, chosen):
    """Whom each chosen account meets, by their ids of one letter."""
    return {meeting.ids[one]: "".join(meeting.ids[other] for other in others) for one, others in meeting.met(chosen)}


def test_accounts_meet_under_a_shared_key_at_one_time(write):
    outlines = [
        outline(write, 1, ("a",), ("k",), ((10, 10),)),
        outline(write, 2, ("b", "c"), ("k",), ((11, 12), (20, 20))),
        outline(write, 3, ("d",), ("k",)),
        outline(write, 4, ("e",), ("other",)),
    ]
    met = Meeting.of(outlines)
    assert met_by(met, "ae") == {"a": "bd", "e": ""}
    assert met_by(met, "abcde") == {"a": "bd", "b": "d", "c": "d", "d": "", "e": ""}
    assert "b" not in Meeting.of(outlines, frozenset("b")).ids


def test_a_key_that_too_many_have_leads_nowhere_and_that_concerns_all_who_have_it(write, monkeypatch):
    monkeypatch.setattr(meeting_module, "CROWD", 2)
    fewer = [outline(write, 1, ("a",), ("k", "l")), outline(write, 2, ("b",), ("k", "m"))]
    before = Meeting.of(fewer)
    after = Meeting.of([outline(write, 1, ("a",), ("k", "l")), outline(write, 2, ("b", "c"), ("k", "m"))])
    assert met_by(before, "a") == {"a": "b"}
    assert met_by(after, "a") == {"a": ""}
    assert after.crowded(crowd_kept(before.crowd_text)) == ({"a", "b", "c"}, frozenset())
    assert before.crowded(crowd_kept(before.crowd_text)) == (frozenset(), frozenset())
    assert before.crowded(crowd_kept(after.crowd_text)) == (frozenset(), {"a", "b"})
    assert before.crowded(crowd_kept(None)) == (frozenset(), frozenset())


def test_of_two_whose_key_leads_nowhere_any_more_those_part_that_share_no_other(write, monkeypatch):
    monkeypatch.setattr(meeting_module, "CROWD", 2)
    met = Meeting.of(outline(write, n, (key,), keys) for n, (key, keys) in enumerate((("a", "kl"), ("b", "kl"), ("c", "km"))))
    pairs = Pairs.kept(None).among(met.ids, frozenset()).with_more([(0.7, "a", "b"), (0.9, "a", "c"), (0.6, "b", "c")])
    assert pairs.between(frozenset("ac")).tolist() == [1]
    places = pairs.between(frozenset("abc"))
    lost = met.strangers(pairs.ones[places].tolist(), pairs.others[places].tolist())
    assert lost.tolist() == [False, True, True]
    assert dict(pairs.without(places[lost]).beside("a")) == {"b": 0.7}
    assert met.strangers([], []).tolist() == []


def test_pairs_stay_where_neither_of_the_two_changed():
    first = (
        Pairs.kept(None).among(("a", "b", "c", "d"), frozenset()).with_more([(0.7, "a", "b"), (0.9, "b", "d"), (0.6, "c", "d")])
    )
    again = Pairs.kept(first.text)
    assert dict(again.beside("b")) == {"a": 0.7, "d": 0.9}
    later = again.among(("a", "b", "bb", "d"), frozenset("a")).with_more([(0.8, "a", "bb")])
    assert {key: dict(later.beside(key)) for key in ("a", "b", "bb", "d", "c")} == {
        "a": {"bb": 0.8},
        "b": {"d": 0.9},
        "bb": {"a": 0.8},
        "d": {"b": 0.9},
        "c": {},
    }
    assert dict(Pairs.kept(later.text).beside("d")) == {"b": 0.9}


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
        members = {}
        for key, group in was.items():
            members.setdefault(group, []).append(key)
        held = {group: tuple(sorted(own)) for group, own in members.items()}

        def tellings(keys):
            if asked is not None:
                asked.update(keys)
            return [_Telling(key) for key in keys]

        ids = tuple(sorted({key for pair in scores for key in pair}))
        pairs = Pairs.kept(None).among(ids, frozenset()).with_more((score, *pair) for pair, score in scores.items())
        return sorted(Regrouping(tellings, pairs, (), frozenset()).groups(changed, was, held))

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


def sighted(one):
    """What is looked at of an account before all else."""
    days = (None, None) if one.when is None else tuple(day and day.toordinal() for day in (one.when.first, one.when.last))
    return one.account.type.value, *days, [place.id for place in one.places]


def test_the_sieve_lets_through_all_that_nothing_forbids_and_stops_types_days_and_places(write, tellings_of):
    drafts = []
    cases = (
        ("bombed", "bombing", "Tall Ghar", "2031-03-04"),
        ("shelled", "shelling_or_rocket", "Tall Ghar", "2031-03-05"),
        ("bombed", "bombing", "Wadi Sun", "2031-03-04"),
        ("bombed", "bombing", "Tall Ghar", "2031-03-07"),
        ("abducted", "kidnapping", "Tall Ghar", "2031-03-04"),
        ("bombed", "bombing", None, "2031-03"),
        ("bombed", "bombing", None, None),
    )
    for number, (verb, kind, place, day) in enumerate(cases):
        where = f" in [{place}|PLACE|p]" if place else ""
        made = write(f"The [Red Front|GROUP|g] {verb} a market{where}.", outlet=f"Post {number}", capture=f"c{number}")
        made.event(verb, kind, agent="g", **({"place": "p"} if place else {}), **({"date": day} if day else {}))
        drafts.append(made)
    told = tellings_of(*drafts)
    places = {place.id: place for one in told for place in one.places}
    sieve = Sieve([sighted(one) for one in told], lambda _: places)
    numbers = np.arange(len(told))
    sieve.see(numbers)
    reasons = ("the types do not go together", "the dates are apart", "the places are apart")
    stopped = 0
    for at, one in enumerate(told):
        left = set(sieve.left(at, numbers).tolist())
        for other in range(len(told)):
            why = forbidden(one, told[other])
            assert (other not in left) == (why in reasons)
            assert other not in left or forbidden_closer(one, told[other]) == why
        stopped += len(told) - len(left)
    assert 0 < stopped < len(told) ** 2
