import pytest
from reader_pages import AMBUSH, BLASTS, CURFEW, DRONE, NOON, page

TITLE = "Rebels ambush convoy near Tolma"


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\nLena van der Ortiz\n\nJuly 3, 2019",
        f"{TITLE}\n\nJuly 3, 2019\n\nLena van der Ortiz",
        f"July 3, 2019\n\n{TITLE}\n\nLena van der Ortiz",
    ],
)
def test_a_bare_name_beside_title_and_date_is_the_author(head):
    (article,) = page(f"{head}\n\n{AMBUSH}").articles
    assert (article.title, article.authors, article.published) == (TITLE, ("Lena van der Ortiz",), "2019-07-03")


def test_a_title_written_like_a_name_is_no_author():
    told = [("Army Retakes Ostrel", AMBUSH, "July 3, 2019"), ("Drone Falls", DRONE, "July 2, 2019")]
    articles = page("\n\n".join(f"{title}\n\n{day}\n\n{body}" for title, body, day in told)).articles
    assert [(a.title, a.authors) for a in articles] == [("Army Retakes Ostrel", ()), ("Drone Falls", ())]


def test_the_days_of_a_timeline_are_text():
    days = "\n\n".join(f"July {n}, 2019\n\n{body}" for n, body in enumerate((CURFEW, DRONE, BLASTS, NOON), start=1))
    (article,) = page(f"Timeline of the fighting\n\nBy Lena Ortiz | July 9, 2019\n\n{AMBUSH}\n\n{days}").articles
    assert (article.title, article.published) == ("Timeline of the fighting", "2019-07-09")
