"""What an article speaks of."""

from datetime import date

import pytest

from rashomon.linking.stories.gists import gist, term
from rashomon.model.sources import Article


def article(text, **more):
    return Article("capture", 0, 0, len(text), text, **more)


def has(bag, *told):
    return [term(word) in bag.terms.tolist() for word in told]


def test_words_that_say_something_are_kept_in_lower_case_without_possessive():
    found = gist(article("The salt-market's roof fell in Karsh."))
    assert has(found.words, "salt-market", "roof", "karsh") == [True] * 3
    assert has(found.words, "the", "in", "salt-market's") == [False] * 3


def test_a_word_used_often_counts_more_but_not_so_many_times():
    words = gist(article("rain rain rain rain road")).words
    uses = dict(zip(words.terms.tolist(), words.uses.tolist(), strict=True))
    assert 1.0 == uses[term("road")] < uses[term("rain")] < 4.0


def test_the_opening_is_the_title_and_the_first_words():
    found = gist(article("first " * 60 + "last", title="Flood"))
    assert has(found.opening, "flood", "first", "last") == [True, True, False]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("said Idris Wafi of Port Sena", ["idris wafi", "port sena"]),
        ("said Idris K. Wafi", ["idris k", "k wafi"]),
        ("the Karsh road", []),
        ("объявил Иван Волков вчера", ["иван волков"]),
    ],
)
def test_capitalised_words_that_follow_each_other_are_names(text, people):
    found = gist(article(text)).people
    assert has(found, *people) == [True] * len(people)
    assert len(found.terms) == len(people)


@pytest.mark.parametrize(
    ("text", "ages"), [("a 19-year-old man", ["19"]), ("Wafi, 41, and a 7 year old", ["41", "7"]), ("in 2031, 400 men", [])]
)
def test_ages(text, ages):
    found = gist(article(text)).ages
    assert has(found, *ages) == [True] * len(ages)
    assert len(found.terms) == len(ages)


@pytest.mark.parametrize(
    ("text", "streets"),
    [
        ("in the 1200 block of Harbour Road", ["1200 harbour", "harbour street"]),
        ("at 88 North Quay", ["88 north quay"]),
        ("near 4th Avenue", ["4th street"]),
        ("in the road", []),
    ],
)
def test_streets_and_house_numbers(text, streets):
    found = gist(article(text)).streets
    assert has(found, *streets) == [True] * len(streets)
    assert len(found.terms) == len(streets)


@pytest.mark.parametrize(("printed", "day"), [("2031-03-04", date(2031, 3, 4)), ("2031-03", date(2031, 3, 1)), (None, None)])
def test_the_day_it_was_published(printed, day):
    assert gist(article("Rain.", published=printed)).day == day


def test_known_names_count_as_words_of_their_own():
    found = gist(article("Rain."), ["krsh"])
    assert has(found.words, "=krsh", "krsh") == [True, False]
