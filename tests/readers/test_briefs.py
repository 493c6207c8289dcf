import pytest
from reader_pages import AMBUSH, BLASTS, COMMANDER, CURFEW, DRONE, NOON, kinds, page

PAIRS = [
    ("Rebels ambush convoy near Tolma", AMBUSH),
    ("Curfew announced in Varna Province", CURFEW),
    ("Drone falls into the harbour", DRONE),
]
BRIEFS = [AMBUSH, CURFEW, DRONE, COMMANDER, BLASTS, NOON]


@pytest.mark.parametrize(
    "furniture",
    ["Tag Archives: Varna", "Posts tagged “Varna”", "Category: Varna", "Archive for the ‘Varna’ Category", "Étiquette : Varna"],
)
def test_furniture_is_no_article(furniture):
    made = page("\n".join([furniture, *(line for pair in PAIRS for line in pair), "Older posts"]))
    assert [a.title for a in made.articles] == [title for title, _ in PAIRS]
    assert made.unused == (f"outside the articles: {furniture!r}", "outside the articles: 'Older posts'")


@pytest.mark.parametrize("gaps", [("\n", "\n"), ("\n\n", "\n\n"), ("\n\n", "\n\n\n\n")])
def test_headlines_with_excerpts_are_articles(gaps):
    articles = page(gaps[1].join(gaps[0].join(pair) for pair in PAIRS)).articles
    assert [(a.title, a.text) for a in articles] == [(title, f"{title}{gaps[0]}{body}") for title, body in PAIRS]


def test_a_headline_that_lost_its_newline_is_found():
    glued = f"{PAIRS[1][0]}The governor of Varna Province has spoken. {CURFEW}"
    made = page("\n".join(["Tag: Varna", *PAIRS[0], glued, *PAIRS[2]]))
    assert [a.title for a in made.articles] == [title for title, _ in PAIRS]
    assert kinds(made, 1)[1][1].startswith("The governor of Varna Province has spoken.")


def test_a_featured_excerpt_printed_again_is_a_second_article():
    articles = page("\n".join([PAIRS[0][0], AMBUSH, AMBUSH, CURFEW, DRONE])).articles
    assert [(a.title, a.repeats) for a in articles] == [(PAIRS[0][0], None), (None, 0), (None, None), (None, None)]


def test_one_paragraph_briefs_each_on_a_line():
    articles = page("\n" + "\n".join(BRIEFS)).articles
    assert [a.text for a in articles] == BRIEFS
    assert {a.title for a in articles} == {None}


@pytest.mark.parametrize(
    "continuing", ["He added that the road was closed.", "“We heard it,” a man said.", "According to the mayor, it is over."]
)
def test_paragraphs_that_go_on_are_one_article(continuing):
    (article,) = page("\n".join([PAIRS[0][0], *BRIEFS[:3], continuing, *BRIEFS[3:]])).articles
    assert article.title == PAIRS[0][0]


def test_headings_in_one_article_are_no_titles():
    text = f"The siege of Ostrel\n\n{AMBUSH}\n\n{NOON}\n\nThe view from Varna\n\n{CURFEW}\n\nHe would not say more.\n\n{DRONE}"
    assert len(page(text).articles) == 1


def test_a_paragraph_alone_has_no_title():
    (article,) = page(AMBUSH).articles
    assert (article.title, article.text, article.published, article.authors) == (None, AMBUSH, None, ())


def test_wrapped_lines_are_paragraphs():
    wrapped = "\n".join(AMBUSH[at : at + 48].strip() for at in range(0, len(AMBUSH), 48))
    later = "\n".join(NOON[at : at + 48].strip() for at in range(0, len(NOON), 48))
    made = page(f"Rebels ambush convoy\n\n{wrapped}\n\n{later}\n\n{wrapped}\n\nHe said so.")
    assert [kind for kind, _ in kinds(made)] == ["title", "body", "body", "body", "body"]


@pytest.mark.parametrize(
    "noise", ["Read more: Rebels take Ostrel", "A picture of a hill Description automatically generated", "Advertisement"]
)
def test_boilerplate_is_noise(noise):
    made = page(f"{PAIRS[0][0]}\n\n{AMBUSH}\n\n{noise}\n\nHe said so.\n\n[1] Radio Varna, 3 July.")
    assert [kind for kind, _ in kinds(made)] == ["title", "body", "noise", "body", "footnote"]
