"""Gathering accounts into happenings."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest

from rashomon.linking.events import merging
from rashomon.linking.events.affinity import MERGE_AT, MERGE_BESIDE, affinity, same_keys
from rashomon.linking.events.barring import forbidden
from rashomon.linking.events.merging import Caution, Groups, gather
from rashomon.model.sources import Part
from rashomon.model.words import PartKind

TEXTS = (
    "A bomb tore up the grain market of [Tall Ghar|PLACE|p], killing traders.",
    "In [Tall Ghar|PLACE|p] a bomb under a cart tore up the grain market.",
    "Traders fled the grain market of [Tall Ghar|PLACE|p] as a bomb went off.",
)


@pytest.fixture
def bombings(write, tellings_of):
    """Accounts of bombings: one outlet each, with the days and places given."""

    def run(*told):
        drafts = []
        for at, (day, more) in enumerate(told):
            made = write(TEXTS[at % 3].replace("Tall Ghar", more.get("town", "Tall Ghar")), outlet=f"Outlet {at}")
            made.event("bomb", more.get("kind", "bombing"), date=day, killed=more.get("killed", "4"), place="p")
            drafts.append(made)
        return tellings_of(*drafts)

    return run


def grouped(told, **more):
    """The groups as sets of positions."""
    at = {telling.id: n for n, telling in enumerate(told)}
    return {frozenset(at[telling.id] for telling in group) for group in gather(tuple(told), more.pop("retold", {}), **more)}


ONE, TWO = frozenset({0}), frozenset({1})
SAME = ("2031-03-03", {})


def test_accounts_of_one_happening_are_one_group(bombings):
    assert grouped(bombings(SAME, SAME, SAME)) == {frozenset({0, 1, 2})}


@pytest.mark.parametrize(
    "other",
    [("2031-03-20", {}), ("2031-03-03", {"town": "Sidi"}), ("2031-03-03", {"kind": "arrest"}), ("2031-03-05", {})],
    ids=["later", "elsewhere", "another thing", "two days later"],
)
def test_accounts_of_two_happenings_are_two(bombings, other):
    assert grouped(bombings(SAME, other)) == {ONE, TWO}


def test_a_chain_of_days_is_not_one_happening(bombings):
    told = bombings(SAME, ("2031-03-04", {}), ("2031-03-05", {}))
    assert all(abs((one.day - other.day).days) <= 1 for group in gather(tuple(told), {}) for one in group for other in group)


def test_a_vague_account_joins_one_side_only(bombings):
    groups = grouped(bombings(SAME, ("2031-03-21", {}), ("2031-03", {})))
    assert not any({0, 1} <= group for group in groups)


def test_a_copy_goes_with_its_original_whatever_it_says(bombings):
    told = bombings(SAME, ("2031-03-20", {"town": "Sidi"}))
    assert grouped(told, retold={told[1].id: told[0].id}) == {frozenset({0, 1})}


def test_a_person_s_merge_counts_and_a_split_counts_more(bombings):
    told = bombings(SAME, ("2031-03-20", {}))
    pair = [(told[0].id, told[1].id)]
    assert grouped(told, together=pair) == {frozenset({0, 1})}
    assert grouped(told, together=pair, alone=frozenset({told[1].id})) == {ONE, TWO}


def test_who_is_split_off_stands_alone_and_the_rest_stays(bombings):
    told = bombings(SAME, SAME, SAME)
    assert grouped(told, alone=frozenset({told[1].id})) == {TWO, frozenset({0, 2})}


def test_a_merge_of_what_is_not_there_changes_nothing(bombings):
    told = bombings(SAME, ("2031-03-20", {}))
    assert grouped(told, together=[("acc-gone", told[0].id)], retold={"acc-lost": "acc-gone"}) == {ONE, TWO}


def test_what_a_forced_group_holds_forbids_others(bombings):
    told = bombings(SAME, ("2031-03-20", {}), SAME)
    groups = Groups(told, frozenset())
    groups.force([(told[0].id, told[1].id)])
    groups.merge([(1.0, told[0].id, told[2].id)])
    assert {len(group) for group in groups.listed()} == {2, 1}


def test_the_best_pair_is_joined_first(bombings):
    told = bombings(("2031-03-03", {}), ("2031-03-05", {}), ("2031-03-04", {}))
    first, last, between = (telling.id for telling in told)
    for scores, together in (((0.9, 0.8), {first, between}), ((0.8, 0.9), {last, between})):
        groups = Groups(told, frozenset())
        groups.merge([(scores[0], first, between), (scores[1], last, between)])
        assert {telling.id for telling in next(group for group in groups.listed() if len(group) > 1)} == together


def test_groups_stand_by_their_least_ids_and_so_do_their_members(bombings):
    told = bombings(SAME, ("2031-03-20", {}), SAME, ("2031-04-11", {}))
    groups = gather(tuple(sorted(told, key=lambda telling: telling.id)), {})
    ids = [[telling.id for telling in group] for group in groups]
    assert ids == sorted(sorted(group) for group in ids)
    assert sum(map(len, ids)) == len(told)


def test_no_accounts_make_no_groups():
    assert gather((), {}) == ()


def test_two_happenings_in_one_article_need_more_to_be_one(write, tellings_of):
    made = write("A bomb hit the market of [Tall Ghar|PLACE|p]. Another explosion shook the whole town.")
    made.event("bomb", "bombing", date="2031-03-03", place="p")
    made.event("explosion", "bombing", date="2031-03-03", place="p")
    told = tellings_of(made)
    assert MERGE_AT <= affinity(*told).score < MERGE_BESIDE
    assert grouped(told) == {ONE, TWO}


def test_what_one_article_gives_the_same_doer_and_victim_is_one(write, tellings_of):
    made = write(
        "[Gunmen|PER|g] shot a [guard|PER|v]. The raid by [gunmen|PER|g] left the [guard|PER|v] dead, and [others|PER|o] hurt."
    )
    for verb, who in (("shot", "v"), ("raid", "v"), ("hurt", "o")):
        made.event(verb, "attack", date="2031-03-03", agent="g", patient=who)
    by_verb = {telling.account.trigger.start: telling for telling in tellings_of(made)}
    shot, raid, hurt = (by_verb[key] for key in sorted(by_verb))
    assert affinity(shot, raid).score - affinity(shot, hurt).score >= 0.1
    elsewhere = replace(raid, account=replace(raid.account, trigger=replace(raid.account.trigger, article_id="art-other")))
    assert same_keys(shot, elsewhere).score == 0.0 < same_keys(shot, hurt).score < same_keys(shot, raid).score == 1.0


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_arrival_does_not_matter(bombings, order):
    told = bombings(SAME, ("2031-03-04", {}), ("2031-03-05", {}), ("2031-03", {}))
    shuffled = tuple(told[at] for at in order)
    assert grouped(told) == {frozenset(order[n] for n in group) for group in grouped(shuffled)}


def test_many_accounts_of_one_day_still_meet(write, tellings_of):
    drafts = []
    for at in range(30):
        made = write(f"{TEXTS[at % 3]} Reporter {at} was there.", outlet=f"Outlet {at}")
        made.event("bomb", "bombing", date="2031-03-03", killed="4", place="p")
        drafts.append(made)
    assert len(gather(tuple(tellings_of(*drafts)), {})) == 1


def test_groups_part_the_accounts_and_hold_nothing_that_is_forbidden(bombings):
    told = bombings(SAME, ("2031-03-04", {}), ("2031-03-05", {}), ("2031-03", {}), ("2031-03-03", {"kind": "arrest"}), SAME)
    for seed in range(40):
        random = Random(seed)
        alone = {telling.id for telling in told if random.random() < 0.2}
        groups = Groups(told, frozenset(alone))
        groups.merge([(random.random(), *(telling.id for telling in random.sample(told, 2))) for _ in range(8)])
        listed = groups.listed()
        assert sorted(telling.id for group in listed for telling in group) == sorted(telling.id for telling in told)
        assert not any(forbidden(one, other) for group in listed for one in group for other in group)
        assert not any(alone & {telling.id for telling in group} for group in listed if len(group) > 1)


def test_an_article_never_tells_twice_of_one_happening_where_that_is_asked(write, tellings_of):
    made = write("A bomb hit the market of [Tall Ghar|PLACE|p]. The bomb, the explosion at the market of Tall Ghar, killed four.")
    for trigger in ("bomb", "explosion"):
        made.event(trigger, "bombing", date="2031-03-03", killed="4", place="p")
    other = write("In [Tall Ghar|PLACE|p] a bomb, an explosion at the market, killed four.", outlet="Coast Times")
    other.event("bomb", "bombing", date="2031-03-03", killed="4", place="p")
    told = tellings_of(made, other)
    apart = grouped(told, caution=Caution(at=0.5, apart=True))
    assert not any({0, 1} <= group for group in apart)
    assert any(2 in group and len(group) == 2 for group in apart)


def test_more_caution_leaves_more_alone(bombings):
    told = bombings(SAME, ("2031-03-04", {"killed": "9"}))
    assert grouped(told, caution=Caution(at=0.3, whole=0.3)) == {frozenset({0, 1})}
    assert grouped(told, caution=Caution(at=1.1)) == {ONE, TWO}


def test_what_no_pair_connects_can_be_grouped_by_itself(bombings):
    told = bombings(*[(f"2031-03-{day:02}", {}) for day in (3, 3, 4, 4, 5, 6, 6, 7)])
    ids = [telling.id for telling in told]
    for seed in range(60):
        random = Random(seed)
        sides = [random.random() < 0.5 for _ in told]
        inside = [(a, b) for a in range(8) for b in range(a) if sides[a] == sides[b] and random.random() < 0.5]
        pairs = [(random.random(), min(ids[a], ids[b]), max(ids[a], ids[b])) for a, b in inside]
        forced = [(ids[a], ids[b]) for a, b in inside if random.random() < 0.1]
        whole = set(by_pairs(told, pairs, forced))
        parts = [[telling for telling, there in zip(told, sides, strict=True) if there == side] for side in (True, False)]
        assert whole == {group for part in parts for group in by_pairs(part, among(pairs, part), among(forced, part))}


def among(pairs, part):
    ids = {telling.id for telling in part}
    return [pair for pair in pairs if {*pair[-2:]} <= ids]


def by_pairs(told, pairs, forced):
    return [frozenset(telling.id for telling in group) for group in merging.grouped(told, pairs, forced)]


def test_a_headline_needs_no_more_than_another_article_to_go_with_its_text(write, tellings_of):
    text = "Blast kills four at gate\n\nA car bomb killed four porters at the gate of [Tall Ghar|PLACE|p]."
    parts = (Part(PartKind.TITLE, 0, 24), Part(PartKind.BODY, 26, 88))
    told = {}
    for name, known in (("headline", parts), ("text", ())):
        made = write(text, parts=known)
        made.event("Blast", "bombing", date="2031-03-03", killed="4")
        made.event("bomb", "bombing", date="2031-03", killed="4", place="p")
        told[name] = tellings_of(made)
    score = affinity(*told["headline"]).score
    assert MERGE_AT <= score < MERGE_BESIDE
    assert grouped(told["headline"]) == {frozenset({0, 1})}
    assert grouped(told["text"]) == {ONE, TWO}
