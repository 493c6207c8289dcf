"""The five seed pages, where the optional folder is there: their gold where there is one, else counted by hand."""

import json
from pathlib import Path

import pytest
from reader_pages import capture_of, check

from rashomon.readers.reading import read

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the optional folder ../shared is absent")
COUNTED = {"000": 12, "001": 31, "002": 31, "003": 10, "004": 17}


def seed(number: str):
    (path,) = (SHARED / "seeds").glob(f"{number}_*.txt")
    content = path.read_bytes()
    made = read(capture_of(content, path.name), content)
    check(made)
    return made


def overlap(one, other) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


@pytest.mark.parametrize(("number", "count"), COUNTED.items())
def test_every_article_is_found(number, count):
    assert len(seed(number).articles) == count


@pytest.mark.parametrize("name", ["001.jsonl", "004_first_third.jsonl"])
def test_articles_are_those_of_the_gold(name):
    gold = [json.loads(line) for line in (SHARED / "gold_seeds" / name).read_text().splitlines()]
    articles = seed(name[:3]).articles
    for row, article in zip(gold, articles, strict=False):
        assert overlap((row["start"], row["end"]), (article.start, article.end)) > 0.98
        assert (article.title, article.published, article.url) == (row["title"], row["published"], row["url"])
        assert article.authors == ((row["author"],) if row["author"] else ())
        assert (article.repeats is not None) == ("duplicate_of" in row)
        assert (article.digest_title or "").replace("\u00a0", " ") == (row.get("digest_title") or "")


def test_the_flattened_feed_says_outlet_day_and_address():
    articles = seed("003").articles
    assert len({a.outlet for a in articles}) == 1
    assert all(a.title and a.url and a.published and a.title.split()[0] in a.text for a in articles)
    assert [a.published for a in articles] == sorted((a.published or "" for a in articles), reverse=True)


def test_posts_without_a_byline_stay_without():
    assert [a.n for a in seed("004").articles if a.published is None] == [2, 3, 4, 8, 9]


def test_headlines_are_titles_and_the_first_line_is_furniture():
    made = seed("000")
    assert all(a.title and len(a.parts) == 2 for a in made.articles)
    assert len(made.unused) == 1
