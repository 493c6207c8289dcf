"""How much two accounts look like one happening, and what forbids it."""

from dataclasses import replace
from itertools import product

import pytest

from rashomon.linking.events.affinity import (
    FEATURES,
    MERGE_AT,
    affinity,
    both_told_first,
    likeness,
    printed_near,
    same_actors,
    same_story,
    same_toll,
    same_trigger,
    same_type,
    same_victims,
    same_words,
)
from rashomon.linking.events.barring import forbidden
from rashomon.linking.events.whens import same_time
from rashomon.linking.events.wheres import same_place
from rashomon.linking.stories.stories import Story

COAST = "Salt porters say a blast shook [Tall Ghar|PLACE|p]."
HILLS = "Windows broke when something blew up; the blast in [Tall Ghar|PLACE|q] was heard far off."


@pytest.fixture
def pair(write, tellings_of):
    """Two accounts of a blast in two outlets; each given as a text and the values of its event."""

    def run(one, other):
        drafts = []
        for outlet, given in (("Dune Post", one), ("Coast Times", other)):
            values = {"text": "A blast.", "published": "2031-03-04", "kind": "bombing"} | given
            made = write(values.pop("text"), outlet=outlet, published=values.pop("published"))
            made.event("blast", **values)
            drafts.append(made)
        return tellings_of(*drafts)

    return run


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("bombing", "bombing", 1.0),
        ("other", "other", 0.4),
        ("attack", "bombing", 0.7),
        ("killing", "attack", 0.7),
        ("bombing", "airstrike", 0.5),
        ("protest", "riot", 0.5),
    ],
)
def test_equal_types_say_most_and_vague_ones_more_than_others(pair, one, other, score):
    assert same_type(*pair({"kind": one}, {"kind": other})).score == score


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("2031-03-03", "2031-03-03", 1.0),
        ("2031-03-01/2031-03-02", "2031-03-01/2031-03-02", 0.7),
        ("2031-03", "2031-03", 0.6),
        ("2031", "2031", 0.2),
        ("2031-03-03", "2031-03", 0.4),
        ("2031-03-03", "2031", 0.15),
        ("2031-03-03", "2031-03-04", 0.5),
        ("2031-03", "2031-04-01", 0.2),
        ("2031-03-03", None, 0.4),
        ("2031-02-03", None, -0.2),
        (None, None, 0.4),
    ],
)
def test_the_more_exactly_times_agree_the_more_they_say(pair, one, other, score):
    assert same_time(*pair({"date": one}, {"date": other})).score == score


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [("2031-03-01", "2031-03-04", 0.4), ("2031-03-01", "2031-03-05", -0.2), ("2031-03-01", None, -0.2), (None, None, -0.2)],
)
def test_undated_accounts_are_of_one_time_where_their_articles_are(pair, one, other, score):
    assert same_time(*pair({"published": one}, {"published": other})).score == score


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("[Tall Ghar|PLACE|p]", "[Tall Ghar|PLACE|p]", 1.0),
        ("[Sidi|PLACE|p] in [Aland|GPE|a]", "[Marsa|PLACE|p] in [Aland|GPE|a]", 0.7),
        ("[Sidi|PLACE|p]", "[Aland|GPE|p]", 0.0),
        ("[Sidi|PLACE|p]", "[Tall Ghar|PLACE|p]", -1.0),
        ("[Qasr Zubayd|PLACE|p]", "[Kasr Zubeid|PLACE|p]", 0.9),
        ("[Qasr Zubayd|PLACE|p]", "[Tell Rifada|PLACE|p]", -0.5),
    ],
)
def test_places_speak_for_or_against(pair, one, other, score):
    found = same_place(*pair({"text": f"A blast in {one}.", "place": "p"}, {"text": f"A blast in {other}.", "place": "p"}))
    assert found.score == score
    assert found.text or not score


def test_a_place_nobody_knows_may_stand_inside_one_that_the_other_article_names(pair):
    market = {"text": "A blast in [Khan Zubayd|PLACE|p]. Shops in [Tall Ghar|PLACE|q] are shut.", "place": "p"}
    town = {"text": "A blast in [Tall Ghar|PLACE|p].", "place": "p"}
    assert same_place(*pair(market, town)).score == same_place(*pair(town, market)).score == 0.4
    assert same_place(*pair({"text": "A blast in [Khan Zubayd|PLACE|p].", "place": "p"}, town)).score == -0.5


@pytest.mark.parametrize(("other", "score"), [("blast", 1.0), ("blasts", 1.0), ("raid", 0.0)])
def test_the_same_word_for_it_speaks_for_one_happening(write, tellings_of, other, score):
    made = [write("A blast shook us."), write(f"Then a {other} there.", outlet="Coast Times")]
    for draft, trigger in zip(made, ("blast", other), strict=True):
        draft.event(trigger, "bombing")
    assert same_trigger(*tellings_of(*made)).score == score


def test_a_trigger_that_is_all_there_is_calls_it_nothing(write, tellings_of):
    made = [write("blast here"), write("blast here", outlet="Coast Times")]
    for draft in made:
        draft.event("blast here", "bombing")
    assert same_trigger(*tellings_of(*made)).score == 0.0


def test_a_place_named_elsewhere_in_the_other_article_says_a_little(pair):
    placed = {"text": "A blast in [Tall Ghar|PLACE|p].", "place": "p"}
    named = {"text": "A blast. The road to [Tall Ghar|PLACE|p] is shut."}
    assert same_place(*pair(placed, named)).score == same_place(*pair(named, placed)).score == 0.4
    assert same_place(*pair(placed, {})).score == 0.0


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("[Red Front|GROUP|x]", "[RFL|GROUP|x]", 0.7),
        ("[Omar Hadi Dal|PER|x]", "[Omar Haddi Dal|PER|x]", 1.0),
        ("[Aland army|FORCE|x]", "[Aland|GPE|x]", 0.5),
        ("[two shepherds|CIV|x]", "[shepherds|CIV|x]", 0.4),
        ("[Salt Guard Union|GROUP|x]", "[Solt Gurd Onion|GROUP|x]", 0.6),
        ("[Red Front|GROUP|x]", "[Blue Brigades|GROUP|x]", -0.7),
        ("[Red Front|GROUP|x]", "[Sons of Salt|GROUP|x]", -0.2),
        ("[Red Front|GROUP|x]", "[gunmen|PER|x]", 0.0),
        ("[nine|CIV|x] traders", "[many|CIV|x] traders", 0.0),
    ],
)
@pytest.mark.parametrize(("compare", "role"), [(same_victims, "patient"), (same_actors, "agent")])
def test_who_is_in_a_role_speaks_for_or_against(pair, one, other, score, compare, role):
    found = compare(*pair({"text": f"A blast: {one}.", role: "x"}, {"text": f"A blast hit {other}.", role: "x"}))
    assert (found.score, bool(found.text)) == (score, bool(score))


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ({"killed": "3"}, {"killed": "3"}, 1.0),
        ({"killed": "2"}, {"killed": "2"}, 0.5),
        ({"killed": "0"}, {"killed": "0"}, 0.5),
        ({"killed": "3.."}, {"killed": "5"}, 0.4),
        ({"killed": "3"}, {"killed": "5"}, 0.0),
        ({"killed": "3"}, {"killed": "9"}, 0.0),
        ({"killed": "3"}, {"killed": "10"}, -0.6),
        ({"killed": "0"}, {"killed": "4"}, -0.6),
        ({"killed": "5", "injured": "9"}, {"killed": "5", "injured": "9"}, 1.0),
        ({"killed": "3", "injured": "40"}, {"killed": "30", "injured": "4"}, -1.0),
        ({"killed": "3", "injured": "9"}, {"killed": "30", "injured": "9"}, 0.4),
        ({"killed": "3"}, {"injured": "3"}, 0.0),
        ({"killed": "3"}, {}, 0.0),
    ],
)
def test_like_tolls_speak_for_and_far_ones_against(pair, one, other, score):
    assert same_toll(*pair(one, other)).score == pytest.approx(score)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("A blast tore through the ferry pier.", "A blast tore through the ferry pier.", 1.0),
        ("A blast near the pier.", "A blast cut power.", 0.0),
        ("A blast broke lamps, mirrors, plates and doors.", "One blast broke cups, vases, chairs and beds.", 2 / 6 / 0.6),
    ],
)
def test_shared_words_count_from_two_on_as_a_share_of_the_shorter(pair, one, other, score):
    assert same_words(*pair({"text": one}, {"text": other})).score == pytest.approx(score)


def test_articles_on_one_story_speak_for_it_and_one_article_does_not_with_itself(write, tellings_of):
    made = write("A blast shook the copper smelter. A second explosion broke the smelter chimney.")
    made.event("blast", "bombing")
    made.event("explosion", "bombing")
    other = write("A blast shook the copper smelter, breaking its chimney.", outlet="Coast Times")
    other.event("blast", "bombing")
    far = write("Poets met by lantern light to read of a blast of wind.", outlet="Hill Radio")
    far.event("blast", "other")
    first, second, again, unlike = tellings_of(made, other, far)
    assert same_story(first, second).score == 0.0
    assert same_story(first, again).score > 0.5 > same_story(first, unlike).score


@pytest.mark.parametrize(
    ("day", "score"), [("2031-03-04", 0.0), ("2031-03-05", -0.1), ("2031-04-03", -0.49), ("2041-03-04", -1.0), (None, 0.0)]
)
def test_the_further_apart_two_articles_are_printed_the_more_it_speaks_against(pair, day, score):
    found = printed_near(*pair({}, {"published": day}))
    assert found.score == pytest.approx(score, abs=0.005)
    assert bool(found.text) == bool(score)


def test_what_both_articles_bear_in_their_titles_is_more_likely_one(pair):
    one, other = (replace(telling, lead=False) for telling in pair({}, {}))
    assert both_told_first(one, replace(other, headline=True)).score == 0.0
    assert both_told_first(replace(one, headline=True), replace(other, headline=True)).score == 1.0


def test_what_articles_of_the_same_weeks_tell_before_all_else_is_more_likely_one(pair, write, tellings_of):
    assert both_told_first(*pair({}, {"published": "2031-03-18"})).score == 0.8
    assert both_told_first(*pair({}, {"published": "2031-03-19"})).score == 0.0
    assert both_told_first(*pair({}, {"published": None})).score == 0.0
    assert both_told_first(*pair({"date": "2031-03-03"}, {"date": "2031-03-04"})).score == 0.0
    made = write("A blast. Then a raid.")
    made.event("blast", "bombing")
    made.event("raid", "attack")
    first, second = sorted(tellings_of(made), key=lambda telling: telling.account.trigger.start)
    assert (first.lead, second.lead) == (True, False)


CASES = (("bombing", "asserted"), ("attack", "negated"), ("attack", "planned"))


def test_a_day_apart_says_little_of_two_kinds(pair):
    days = {"date": "2031-03-03"}, {"date": "2031-03-04"}
    of_one, of_two = pair(*days), pair(days[0], days[1] | {"kind": "attack"})
    assert (same_time(*of_one).score, same_time(*of_two).score) == (0.5, 0.2)


def test_two_articles_may_lead_with_that_it_happened_and_that_it_did_not(pair):
    told, negated, planned = ({"kind": kind, "status": status} for kind, status in CASES)
    assert forbidden(*pair(told, negated)) is None
    assert forbidden(*pair(told, planned)) == "one did not happen, and type or date differ"
    one, other = pair(told, negated)
    assert forbidden(one, replace(other, lead=False)) == "one did not happen, and type or date differ"


def test_two_undescribed_blasts_of_one_day_are_one_where_their_articles_tell_one_story(pair):
    one, other = pair({"date": "2031-03-03"}, {"date": "2031-03-03"})
    assert same_story(one, other).score > 0.05
    assert affinity(one, other).score >= MERGE_AT


def test_type_time_and_the_word_for_it_never_make_two_accounts_of_two_stories_one(pair):
    one, other = pair({"date": "2031-03-03"}, {"date": "2031-03-03"})
    elsewhere = replace(other, story=Story(frozenset(), frozenset(), {}, 0.0))
    found = affinity(one, elsewhere)
    assert [reason.feature for reason in found.reasons] == ["same_type", "same_time", "same_trigger", "both_told_first"]
    assert found.score == pytest.approx(MERGE_AT - 0.1)


def test_what_agrees_in_most_is_one_and_says_why(pair):
    told = {"date": "2031-03-03", "killed": "4"}
    found = affinity(*pair({"text": COAST, "place": "p"} | told, {"text": HILLS, "place": "q"} | told))
    assert found.score >= MERGE_AT
    assert {"same_type", "same_time", "same_place", "same_toll"} <= {reason.feature for reason in found.reasons}
    assert all(reason.text for reason in found.reasons)


def test_an_account_that_says_nothing_else_joins_none_of_another_type(pair):
    said, hollow = pair({"text": COAST, "place": "p", "date": "2031-03-03"}, {"kind": "attack", "text": COAST})
    placed = replace(hollow, places=said.places, spots=said.spots)
    assert hollow.hollow
    assert not placed.hollow
    assert affinity(said, hollow).score <= MERGE_AT - 0.1 < MERGE_AT <= affinity(said, placed).score


BLAST = {"text": "A blast in [Tall Ghar|PLACE|p] hit [Omar Hadi Dal|PER|v].", "place": "p", "patient": "v", "date": "2031-03-03"}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, None),
        ({"date": "2031-03-04"}, None),
        ({"date": "2031-03-05"}, "the dates are apart"),
        ({"date": "2031-03-05/"}, "the dates are apart"),
        ({"date": None}, None),
        ({"kind": "arrest"}, "the types do not go together"),
        ({"kind": "killing"}, None),
        ({"text": BLAST["text"].replace("Tall Ghar", "Sidi")}, "the places are apart"),
        ({"text": BLAST["text"].replace("Tall Ghar", "Aland")}, None),
        ({"text": BLAST["text"].replace("Omar Hadi Dal", "Nabil Sabri Kol")}, "other persons are concerned"),
        ({"text": BLAST["text"].replace("Omar Hadi Dal", "Omar Sabri Kol")}, "other persons are concerned"),
        ({"text": BLAST["text"].replace("Omar Hadi Dal", "Abu Dal")}, None),
        ({"patient": ""}, None),
        ({"status": "denied"}, None),
        ({"status": "negated"}, None),
        ({"status": "planned", "kind": "attack"}, "one did not happen, and type or date differ"),
        ({"status": "planned", "date": None}, "one did not happen, and type or date differ"),
    ],
)
def test_what_forbids_that_two_accounts_are_one(pair, change, why):
    one, other = pair(BLAST, BLAST | change)
    assert forbidden(one, other) == forbidden(other, one) == why


def taking(write, tellings_of, other, date="2031-03-03"):
    """A town taken by salt guards, and taken again by somebody on an unknown day, or on the same or a later one."""
    one = write("The [salt guards|GROUP|x] seized [Tall Ghar|PLACE|p].")
    one.event("seized", "territory_taken", date="2031-03-03", agent="x", place="p")
    again = write(f"The [{other}|GROUP|x] retook [Tall Ghar|PLACE|p].", outlet="Coast Times")
    again.event("retook", "territory_taken", date=date, agent="x", place="p")
    return forbidden(*tellings_of(one, again))


def test_what_others_take_back_is_another_happening_and_what_the_same_retake_is_not(write, tellings_of):
    assert taking(write, tellings_of, "Hill raiders", None) == "others take the place, or it is taken back"
    assert taking(write, tellings_of, "Hill raiders") is None
    assert taking(write, tellings_of, "salt guards", None) is None


def test_a_sum_of_many_happenings_is_none_of_them(write, tellings_of):
    drafts = []
    for value in ("313", "313", "40", None):
        made = write(f"It claims {value} operations.", outlet=f"Outlet {len(drafts)}")
        account = made.event("operations", date="2031-03")
        if value:
            made.figure(value, value, "operations", about=account)
        drafts.append(made)
    one, same, less, single = tellings_of(*drafts)
    assert forbidden(one, same) is None
    assert {forbidden(one, less), forbidden(one, single)} == {"one sums up many happenings, or both sum up others"}


def test_all_features_and_scores_are_symmetric(write, tellings_of):
    drafts = []
    for at, (place, who, date, killed) in enumerate(
        product(["Tall Ghar", "Sidi"], ["[Red Front|GROUP|x]", "[gunmen|PER|x]"], ["2031-03-03", "2031-03"], ["3", None])
    ):
        made = write(f"A blast in [{place}|PLACE|p] by {who}, hour {at}.", outlet=f"Outlet {at}")
        made.event("blast", ("attack", "bombing")[at % 2], date=date, killed=killed, place="p", agent="x")
        drafts.append(made)
    for one, other in product(tellings_of(*drafts), repeat=2):
        assert affinity(one, other).score == affinity(other, one).score
        for feature in FEATURES:
            assert feature.compare(one, other).score == feature.compare(other, one).score, feature.name


@pytest.mark.parametrize("date", ["2031-03-03", "2031-03-04", "2031-03", None])
@pytest.mark.parametrize("text", [HILLS, COAST, "A blast somewhere else."])
def test_the_score_alone_is_that_with_reasons_or_nothing_where_too_little_is_left(pair, date, text):
    places = {} if "somewhere" in text else {"place": "q" if text == HILLS else "p"}
    one, other = pair({"text": COAST, "place": "p", "date": "2031-03-03"}, {"text": text, "date": date} | places)
    whole = affinity(one, other).score
    assert likeness(one, other) == likeness(other, one) == whole
    for least in (0.2, MERGE_AT, 0.95):
        assert likeness(one, other, least) in ((whole,) if whole >= least else (0.0, whole))


def test_what_cannot_become_one_is_not_compared_to_the_end(pair):
    one, other = pair({"date": "2031-03-03", "kind": "protest"}, {"date": "2031-03-04", "kind": "riot"})
    assert affinity(one, other).score > 0.0
    assert likeness(one, other, 1.0) == 0.0
