import pytest
from reader_pages import AMBUSH, CURFEW, DRONE, NOON, kinds, page

TITLES = ["Rebels ambush convoy near Tolma", "Curfew announced in Varna Province", "Drone falls into the harbour of Kestrin"]
BODIES = [f"{AMBUSH}\n\n{NOON}", CURFEW, DRONE]
DAYS = ["2019-07-03", "2019-07-01", "2019-06-30"]
PRINTED = ["3 July 2019", "1 July 2019", "30 June 2019"]
NAMES = ["Lena Ortiz", "Marek Dole", "Lena Ortiz"]


def archive(form: str, bylines: list[str]) -> str:
    return "\n\n".join(form.format(title=t, body=b, byline=y) for t, b, y in zip(TITLES, BODIES, bylines, strict=True))


BYLINES = {
    "author first": "► Author: {name} | Date: {day} | Permalink",
    "date first": "Date: {day} | Author: {name}",
    "dash": "Author: {name} – Date: {day} – Permalink",
    "by on": "By {name} on {day}",
    "posted on by": "Posted on {day} by {name}",
    "bare name": "{name} | {day} | 5 Comments",
    "with time": "Posted by {name} on {day} at 10:30 am",
    "with section": "{name} · {day} · World",
    "with reading time": "{day} | {name} | Reading time: 5 minutes",
    "with a change": "{day} / {name} / UPDATED 2 HOURS AGO",
}
FORMS = {
    "below": "{title}\n\n{body}\n\n{byline}",
    "under the title": "{title}\n\n{byline}\n\n{body}",
    "above": "{byline}\n\n{title}\n\n{body}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("byline", BYLINES.values(), ids=BYLINES)
def test_every_post_has_the_author_and_day_of_its_own_byline(form, byline):
    text = archive(form, [byline.format(name=n, day=d) for n, d in zip(NAMES, PRINTED, strict=True)])
    articles = page(text).articles
    assert [a.title for a in articles] == TITLES
    assert [a.authors for a in articles] == [(name,) for name in NAMES]
    assert [a.published for a in articles] == DAYS


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_newlines_of_any_kind_stay_and_spans_hold(ending):
    text = archive(FORMS["below"], [f"By {n} on {d}" for n, d in zip(NAMES, PRINTED, strict=True)]).replace("\n", ending)
    made = page(text)
    assert made.text == text
    assert made.articles[0].text == text[: text.index("3 July 2019") + len("3 July 2019")]


@pytest.mark.parametrize("closing", ["", " Read more of this post", "\n\nContinue reading →"])
@pytest.mark.parametrize("form", ["below", "under the title"])
def test_a_post_without_byline_does_not_take_its_neighbours(closing, form):
    parts = [FORMS[form].format(title=TITLES[i], body=BODIES[i], byline=f"By {NAMES[i]} on {PRINTED[i]}") for i in (0, 2)]
    bare = f"{TITLES[1]}\n\n{CURFEW}{closing}"
    last = FORMS[form].format(title="Mayor of Ostrel flees the city", body=NOON, byline="By Marek Dole on 29 June 2019")
    articles = page("\n\n".join([parts[0], bare, parts[1], last])).articles
    assert [a.title for a in articles] == [*TITLES, "Mayor of Ostrel flees the city"]
    assert [a.published for a in articles] == ["2019-07-03", None, "2019-06-30", "2019-06-29"]
    assert articles[1].authors == ()


def test_a_heading_inside_a_post_is_no_new_post():
    body = f"{AMBUSH}\n\nWhat comes next\n\n{NOON}"
    text = "\n\n".join(f"{t}\n\n{body}\n\nBy {n} on {d}" for t, n, d in zip(TITLES, NAMES, PRINTED, strict=True))
    assert [a.title for a in page(text).articles] == TITLES


def test_filed_under_closes_a_post_and_is_its_byline():
    text = "\n\n".join(
        f"{t}\n\n{d}\n\n{b}\n\nFiled under: Varna | Leave a comment" for t, d, b in zip(TITLES, PRINTED, BODIES, strict=True)
    )
    made = page(text)
    assert [a.published for a in made.articles] == DAYS
    assert kinds(made)[-1] == ("byline", "Filed under: Varna | Leave a comment")


@pytest.mark.parametrize(
    ("glued", "caption"),
    [
        ("Tolma bridgeThe army said that the bridge was closed.", "Tolma bridge"),
        ("Lena Ortiz (2017)A governor spoke to the council.", "Lena Ortiz (2017)"),
        ("River Front RFThere was growing fear in the city on Monday.", "River Front RF"),
        ("Varna TolmaTolma is once more under fire from the hills.", "Varna Tolma"),
    ],
)
def test_a_caption_glued_to_the_first_word_is_cut_off(glued, caption):
    made = page(f"{TITLES[0]}\n\n{glued} {AMBUSH} Varna Tolma stands.\n\nBy Lena Ortiz on 3 July 2019")
    assert kinds(made)[1] == ("caption", caption)
    assert kinds(made)[2][1].startswith(glued.removeprefix(caption))


@pytest.mark.parametrize(
    "opening",
    ["YouTube removed the video of the raid.", "General McDonald said the raid was over.", "AmadNews, a site, told of it."],
)
def test_a_name_with_a_capital_inside_is_no_caption(opening):
    made = page(f"{TITLES[0]}\n\n{opening} {AMBUSH} Donald News Tube\n\nBy Lena Ortiz on 3 July 2019")
    assert [kind for kind, _ in kinds(made)] == ["title", "body", "byline"]


def test_one_article_with_byline_and_date_lines_is_one_article():
    made = page(f"{TITLES[0]}\nBy Lena Ortiz, Staff Writer\nJuly 3, 2019\n\n{AMBUSH}\n\n“We heard it,” said one man.\n\n{NOON}\n")
    (article,) = made.articles
    assert (article.title, article.authors, article.published) == (TITLES[0], ("Lena Ortiz",), "2019-07-03")


@pytest.mark.parametrize(
    ("byline", "title", "body", "author"),
    [
        (
            "Publié le 3 juillet 2019 par Léna Ortiz",
            "Embuscade près de Tolma",
            "Des combattants ont attaqué un convoi dimanche.",
            "Léna Ortiz",
        ),
        (
            "بقلم: سامي حداد | 3 يوليو 2019",
            "هجوم على قافلة قرب طلما",
            "هاجم مسلحون قافلة يوم الأحد وقتلوا أربعة جنود بحسب الجيش.",
            "سامي حداد",
        ),
        (
            "Von Jan Weber am 3. Juli 2019",
            "Hinterhalt bei Tolma",
            "Kämpfer haben am Sonntag einen Konvoi angegriffen.",
            "Jan Weber",
        ),
    ],
)
def test_other_languages(byline, title, body, author):
    (article,) = page(f"{title}\n\n{byline}\n\n{body}").articles
    assert (article.title, article.authors, article.published) == (title, (author,), "2019-07-03")


def test_a_line_that_names_the_source_closes_a_post_and_is_no_title():
    text = "\n\n".join(
        f"{t}\n{d}\n{b}\nSource: Telegram / @kestrin_now" for t, d, b in zip(TITLES, PRINTED, (NOON, CURFEW, DRONE), strict=True)
    )
    assert [a.title for a in page(text).articles] == TITLES
    assert [a.published for a in page(text).articles] == DAYS


def test_excerpts_without_dates_begin_at_titles_and_one_told_twice_is_two():
    text = (
        f"{TITLES[0]} at dawn\n{NOON}\n{NOON}\n\n{TITLES[1]}\n{CURFEW}\nContinue reading →\n\n\n"
        f"{TITLES[2]}\n{DRONE}\nContinue reading →"
    )
    assert [a.title for a in page(text).articles] == [f"{TITLES[0]} at dawn", None, *TITLES[1:]]
