from reader_pages import AMBUSH, CURFEW, DRONE, NOON, kinds, page

STORIES = (
    f"Convoy ambushed near Tolma. {AMBUSH}\n\nCurfew in Varna by U.S. wish. {CURFEW}\n\nDrone in the harbour of Kestrin. {DRONE}"
)
POST = f"Mayor of Ostrel flees the city\n\n{NOON}\n\nAuthor: Marek Dole | Date: 29 June 2019 | Permalink"


def test_a_digest_gives_one_article_a_story_under_its_title():
    made = page(
        f"News in brief #12\n\nRiver bankConvoy ambushed near Tolma. {AMBUSH} A Convoy.\n\nCurfew in Varna. {CURFEW}\n\n{POST}"
    )
    assert [a.title for a in made.articles] == ["Convoy ambushed near Tolma", "Curfew in Varna", "Mayor of Ostrel flees the city"]
    assert [a.digest_title for a in made.articles] == ["News in brief #12"] * 2 + [None]
    assert kinds(made)[0] == ("caption", "River bank")
    assert made.articles[0].published is None
    assert made.articles[0].authors == ()


def test_the_digests_own_byline_belongs_to_all_its_stories():
    made = page(f"Week in review\n\n{STORIES}\n\nAuthor: Lena Ortiz | Date: 12 July 2019 | Permalink\n\n{POST}")
    assert [a.authors for a in made.articles] == [("Lena Ortiz",)] * 3 + [("Marek Dole",)]
    assert made.articles[1].title == "Curfew in Varna by U.S. wish"


def test_stories_with_headlines_of_their_own_lines():
    made = page(f"Weekly roundup\nBy Lena Ortiz on 12 July 2019\nConvoy ambushed\n{AMBUSH}\nCurfew in Varna\n{CURFEW}")
    assert [(a.title, a.digest_title) for a in made.articles] == [
        ("Convoy ambushed", "Weekly roundup"),
        ("Curfew in Varna", "Weekly roundup"),
    ]


def test_an_article_that_only_sounds_like_a_digest_stays_one():
    made = page(f"Morning attack on Tolma\n\nBy Lena Ortiz on 12 July 2019\n\n{AMBUSH}\n\n“No,” he said.\n\n{NOON}")
    assert len(made.articles) == 1
