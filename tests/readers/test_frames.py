import pytest
from reader_pages import AMBUSH, CURFEW, DRONE, NOON, page

TOLD = [
    ("Rebels ambush convoy near Tolma", AMBUSH),
    ("Curfew announced in Varna Province", CURFEW),
    ("Drone falls into the harbour of Kestrin", DRONE),
]
DAYS = ["2019-07-03", "2019-07-01", "2019-06-30"]
PRINTED = ["July 3, 2019", "July 1, 2019", "June 30, 2019"]
ABOVE = "Skip to content\n\nRiver Watch\n\nNotes on a long war\n\nMenu\n\nAbout\n\n"
BELOW = "\n\n← Older posts\n\nSearch for:\n\nRecent Posts\n\nMayor of Ostrel flees the city\n\nArchives\n\nJuly 2019\n\nMeta"


def posts(form: str) -> str:
    return "\n\n".join(form.format(title=t, body=b, day=d) for (t, b), d in zip(TOLD, PRINTED, strict=True))


def test_menus_above_and_sidebars_below_are_no_articles():
    form = "{title}\n\nPosted on {day} by Lena Ortiz\n\n{body}\n\nPosted in War, Varna | Tagged Tolma, raids | Leave a comment"
    articles = page(f"{ABOVE}Tag: Varna\n\n{posts(form)}{BELOW}").articles
    assert [(a.title, a.published, a.authors) for a in articles] == [
        (title, day, ("Lena Ortiz",)) for (title, _), day in zip(TOLD, DAYS, strict=True)
    ]
    assert articles[0].text.startswith(TOLD[0][0])


@pytest.mark.parametrize("label", ["Armed Violence", "Share this:", "Format News and Press Release Source UN News"])
@pytest.mark.parametrize("form", ["{title}\n\n{body}\n\n{label}\n\nPosted {day}", "{label}\n\n{title}\n\n{day}\n\n{body}"])
def test_a_label_printed_with_every_post_is_no_title(label, form):
    articles = page(posts(form.replace("{label}", label))).articles
    assert [(a.title, a.published) for a in articles] == [(title, day) for (title, _), day in zip(TOLD, DAYS, strict=True)]


@pytest.mark.parametrize("heading", ["Updates", "Latest Reports"])
@pytest.mark.parametrize("form", ["{day}\n\n{title}\n\n{body}\n\nRead More", "{title}\n\n{body}\n\nPosted {day}"])
def test_the_heading_of_the_page_is_no_title(heading, form):
    articles = page(f"{heading}\n\n{posts(form)}").articles
    assert [(a.title, a.published) for a in articles] == [(title, day) for (title, _), day in zip(TOLD, DAYS, strict=True)]


@pytest.mark.parametrize("heading", ["MOST READ THIS WEEK", "You may also like", "Related stories"])
def test_links_to_other_articles_are_left_out(heading):
    teaser = f"{TOLD[1][0]}. {CURFEW[:70]} … [Read more]"
    (article, other) = page(
        posts("{title}\n\n{day}\n\n{body}").split("\n\n" + TOLD[2][0])[0] + f"\n\n{heading}\n\n{teaser}"
    ).articles
    assert (article.title, other.title) == (TOLD[0][0], TOLD[1][0])
    assert other.text.rstrip().endswith(CURFEW.rstrip())


def test_an_article_below_links_to_others_is_kept():
    form = "{title}\n\n{day}\n\n{body}\n\nRelated stories\n\nThe mayor speaks\n\nA bridge is built"
    articles = page(posts(form)).articles
    assert [(a.title, a.published) for a in articles] == [(title, day) for (title, _), day in zip(TOLD, DAYS, strict=True)]


@pytest.mark.parametrize(
    "below",
    [
        "Related posts\n\nCurfew in Varna\n\nLeave a Reply\n\nYour email address will not be published.\n\nName *",
        "2 thoughts on “Rebels ambush convoy”\n\nJuly 4, 2019\n\nMy cousin drove the second of the trucks that burned.",
        "1 2 3 … 14 Next »",
    ],
)
def test_what_stands_below_an_article_is_left_out(below):
    (article,) = page(f"{TOLD[0][0]}\n\nBy Lena Ortiz | July 3, 2019\n\n{AMBUSH}\n\n{NOON}\n\n{below}").articles
    assert article.text.endswith(NOON)
    assert article.published == "2019-07-03"


def test_notices_above_an_article_are_left_out():
    (article,) = page(f"We use cookies to improve this site.\n\nAccept\n\n{TOLD[0][0]}\n\nJuly 3, 2019\n\n{AMBUSH}").articles
    assert (article.title, article.published) == (TOLD[0][0], "2019-07-03")
