"""Articles grouped by the story they tell."""

from random import Random

from rashomon.linking.stories import story_groups as module
from rashomon.linking.stories.story_groups import story_groups
from rashomon.model.sources import Article

INCIDENTS = [
    (f"Watchman {name}", f"{house} {street} Road", town, age)
    for (name, house, street, town, age) in [
        ("Idris Wafi", 14, "Harbour", "Port Sena", 41),
        ("Salim Dar", 9, "Mill", "Lower Karsh", 60),
        ("Omar Khelo", 77, "Quarry", "Tall Ghar", 23),
        ("Yusuf Bent", 31, "Orchard", "Upper Hasna", 35),
    ]
]


def told():
    articles = []
    for n, (who, where, town, age) in enumerate(INCIDENTS):
        for version in (
            f"{who}, {age}, died when a fire took the store at {where} in {town}. Police closed {where}.",
            f"Police in {town} say {who}, {age}, was killed by the fire at {where}. Nobody else was hurt.",
        ):
            articles.append(Article(f"c{len(articles)}", 0, 0, len(version), version, published=f"2031-03-{4 + n:02}"))
    return articles


def test_look_alike_incidents_are_told_apart():
    articles = told()
    assert set(story_groups(articles)) == {tuple(sorted(one.id for one in articles[n : n + 2])) for n in range(0, 8, 2)}


def test_every_article_is_in_one_group_whatever_their_order():
    articles = told()
    shuffled = list(articles)
    Random(3).shuffle(shuffled)
    groups = story_groups(articles)
    assert groups == story_groups(shuffled)
    assert sorted(key for group in groups for key in group) == sorted(one.id for one in articles)


def test_no_article_makes_no_group_and_one_makes_one():
    assert story_groups([]) == ()
    (one,) = told()[:1]
    assert story_groups([one]) == ((one.id,),)


def test_a_lower_bar_makes_fewer_and_larger_groups():
    articles = told()
    loose, strict = story_groups(articles, at=0.0), story_groups(articles, at=1.0)
    assert len(loose) <= len(story_groups(articles)) <= len(strict) == len(articles)


def test_only_so_many_of_the_nearest_are_compared(monkeypatch):
    monkeypatch.setattr(module, "NEAREST", 1)
    articles = told()
    assert set(story_groups(articles)) <= {tuple(sorted(one.id for one in articles[n : n + 2])) for n in range(0, 8, 2)} | {
        (one.id,) for one in articles
    }
