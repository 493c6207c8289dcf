"""How much two articles speak of one story."""

import math
from random import Random

import pytest

from rashomon.linking.skeleton import sound_key
from rashomon.linking.stories.stories import RARE, rarity, stories
from rashomon.model.sources import Article, Part
from rashomon.model.words import PartKind


def article(text, n=0, parts=()):
    return Article("capture", n, n, n + len(text), text, title=str(n), parts=parts)


FLOOD = article("Water covered the orchards below Karsh after three days of rain.", 1)
FLOOD_AGAIN = article("Orchards below Karsh stand under water; farmers blame the rain.", 2)
FOOTBALL = article("Port Sena beat the visitors by two goals before a thin crowd.", 3)


def told(*pairs):
    made = stories(pairs)
    return [made[one.id] for one, _ in pairs]


def test_articles_on_one_thing_are_more_alike_than_others():
    flood, again, football = told((FLOOD, ["Karsh"]), (FLOOD_AGAIN, ["Karsh"]), (FOOTBALL, ["Port Sena"]))
    assert flood.likeness(again) > 0.3
    assert flood.likeness(football) == 0.0


def test_a_rare_name_in_common_weighs_more_than_a_frequent_one():
    fill = [(article(f"filler{n} alone", 100 + n), ["Often"]) for n in range(15)]
    one, rare, often, *_ = told(
        (article("a", 1), ["Seldom", "Often"]), (article("b", 2), ["Seldom"]), (article("c", 3), ["Often"]), *fill
    )
    assert one.likeness(rare) > one.likeness(often) > 0


def test_names_meet_by_their_sound_and_the_nameless_are_left_out():
    one, other = told((article("a", 1), ["Dmitry Volkov", "", "!"]), (article("b", 2), ["Дмитрий Волков"]))
    assert one.names == other.names == {sound_key("Dmitry Volkov")}


def test_names_and_words_of_one_spelling_are_two_things():
    one, other = told((article("Nothing else", 1), ["Orchard"]), (article("orchard", 2), []))
    assert one.likeness(other) == 0.0


@pytest.mark.parametrize(("having", "rare"), [(RARE, True), (RARE + 1, False)])
def test_a_name_in_few_articles_is_rare(having, rare):
    found = stories((article(f"text{n}", n), ["Karim Dal"]) for n in range(having))
    assert [bool(story.rare) for story in found.values()] == [rare] * having
    assert all(story.names for story in found.values())


@pytest.mark.parametrize(("having", "says"), [(20, True), (21, False)])
def test_a_word_that_is_everywhere_says_nothing(having, says):
    pairs = [(article(f"harbour own{n}word" if n < having else f"own{n}word", n), ()) for n in range(60)]
    found = stories(pairs)
    assert ("_harbour" in found[pairs[0][0].id].weights) is says


def test_short_words_numbers_and_unread_parts_do_not_count():
    text = "the war of 1987 began\nphoto Reportage"
    made = article(text, parts=(Part(PartKind.BODY, 0, 21), Part(PartKind.CAPTION, 22, len(text))))
    (story,) = told((made, ()))
    assert set(story.weights) == {"_began"}


def test_weights_are_logarithms_of_rarity_and_the_length_is_theirs():
    one, *_ = told(
        (article("harbour smoke", 1), ()), (article("harbour", 2), ()), (article("quiet", 3), ()), (article("quieter", 4), ())
    )
    assert one.weights == {"_harbour": pytest.approx(math.log(3)), "_smoke": pytest.approx(math.log(5))}
    assert one.length == pytest.approx(math.hypot(math.log(3), math.log(5)))


def test_likeness_is_symmetric_one_with_itself_and_nought_with_nothing():
    pairs = [(FLOOD, ["Karsh"]), (FLOOD_AGAIN, []), (FOOTBALL, ["Karsh", "Port Sena"]), (article("", 9), ())]
    made = told(*pairs)
    for one in made:
        for other in made:
            assert one.likeness(other) == other.likeness(one)
            assert 0.0 <= one.likeness(other) <= 1.0 + 1e-9
    assert [story.likeness(story) for story in made] == [pytest.approx(1.0)] * 3 + [0.0]


def test_the_order_of_articles_does_not_matter():
    pairs = [(FLOOD, ["Karsh"]), (FLOOD_AGAIN, ["Karsh", "Dal"]), (FOOTBALL, ["Port Sena"])]
    shuffled = list(pairs)
    Random(3).shuffle(shuffled)
    assert stories(pairs) == stories(shuffled)


def test_an_article_more_changes_the_weight_of_its_own_words_only():
    pairs = [(article(f"harbour depot own{chr(97 + n)}word quay{chr(97 + n % 5)}", n), ()) for n in range(26)]
    before = stories(pairs)
    after = stories([*pairs, (article("ownaword harbour depot", 99), ())])
    assert len(after) > len(before)
    changed = {word for key in before for word, weight in before[key].weights.items() if after[key].weights[word] != weight}
    assert changed == {"_ownaword"}


@pytest.mark.parametrize(
    ("count", "articles", "coarse", "weight"), [(3, 64, True, 17), (3, 64, False, 1 + 64 / 3), (1, 90, True, 65)]
)
def test_rarity_is_counted_exactly_or_in_powers_of_two(count, articles, coarse, weight):
    assert rarity({"_harbour": count}, articles, coarse=coarse) == {"_harbour": pytest.approx(math.log(weight))}
