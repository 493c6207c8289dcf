import pytest
from reader_pages import AMBUSH, CURFEW, DRONE, NOON, page

DAYS = [("July 3, 2019", "2019-07-03"), ("July 1, 2019", "2019-07-01"), ("June 30, 2019", "2019-06-30")]
TITLES = ["Who is behind the Tolma raid?", "Curfew announced in Varna Province", "Drone falls into the harbour"]
BODIES = [f"{AMBUSH}\n\n{NOON}", CURFEW, DRONE]


def archive(form: str) -> str:
    return "\n\n".join(form.format(title=t, day=d, body=b) for t, (d, _), b in zip(TITLES, DAYS, BODIES, strict=True))


FORMS = {
    "name and date under the title": "{title}\n\nLena Ortiz, {day}\n\n{body}",
    "a subtitle": "{title}\n\nWitnesses and officials tell different stories of that day\n\nBy Lena Ortiz | {day}\n\n{body}",
    "date above, author below": "{day}\n\n{title}\n\n{body}\n\nPosted by Lena Ortiz at 10:10 AM\n\nNo comments:\n\nLabels: raids",
    "date under the title, author below": "{title}\n\n{day}\n\n{body}\n\nPosted by Lena Ortiz | Categories: War",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_posts_begin_at_their_titles(form):
    articles = page(archive(form)).articles
    assert [a.title for a in articles] == TITLES
    assert [(a.published, a.authors) for a in articles] == [(day, ("Lena Ortiz",)) for _, day in DAYS]


def test_a_title_over_a_byline_may_end_in_a_period():
    articles = page(archive("{title}\n\nLena Ortiz, {day}\n\n{body}").replace(TITLES[1], "More than forty dead.")).articles
    assert [a.title for a in articles] == [TITLES[0], "More than forty dead.", TITLES[2]]


def test_the_subtitle_of_a_single_article_is_not_its_title():
    text = f"Inside the River Front\n\nThe group has become a force of some size\n\nBy Lena Ortiz\n\nJuly 3, 2019\n\n{AMBUSH}"
    (article,) = page(text).articles
    assert article.title == "Inside the River Front"


def test_long_lists_of_tags_are_not_counted_to_a_short_post():
    tags = "Tagged ambush, Tolma, River Front, convoys, army, Varna Province, roads"
    articles = page(archive("{title}\n\nLena Ortiz, {day}\n\n{body}\n\n" + tags + " | Leave a comment")).articles
    assert articles[2].text.endswith(DRONE)


def test_numbered_headings_belong_to_one_article():
    text = (
        f"Things to know\n\n{AMBUSH}\n\n1. It is new\n\n{CURFEW}\n\n2. It has a channel\n\n{DRONE}\n\n3. It pays well\n\n{NOON}"
    )
    assert len(page(text).articles) == 1


def test_a_digest_under_a_byline_gives_its_stories():
    told = "\n\n".join(f"{title}\n\n{body}" for title, body in zip(TITLES[::2], BODIES[1:], strict=True))
    rest = "\n\n".join(f"Mayor {n} of Ostrel flees the city\n\nBy Marek Dole | {d}\n\n{NOON}" for n, (d, _) in enumerate(DAYS))
    articles = page(f"This week in Varna\n\nBy Lena Ortiz | July 9, 2019\n\n{told}\n\n{rest}").articles
    assert [a.digest_title for a in articles] == ["This week in Varna"] * 2 + [None] * 3
    assert [a.published for a in articles] == ["2019-07-09"] * 2 + [day for _, day in DAYS]
