import pytest
from reader_pages import AMBUSH, CURFEW, DRONE, NOON, kinds, page

from rashomon.model.errors import UnreadableSourceError

ARTICLE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Convoy ambushed | Tolma Post</title>
<meta property="og:site_name" content="Tolma Post"><meta property="article:published_time" content="2031-07-03T10:00:00+00:00">
<meta name="author" content="Lena Ortiz"><link rel="canonical" href="https://tolma.example/convoy"></head><body>
<nav>Home News</nav>

<article><h1>Convoy ambushed</h1><p>{AMBUSH}</p><p>{NOON}</p><p>{CURFEW}</p></article><footer>Imprint</footer></body></html>"""
LISTED = """<article><h2><a href="https://tolma.example/{n}">{title}</a></h2><span class="entry-date">{day}</span>
<span class="author">By {name}</span><p>{body}</p></article>"""


def test_one_article():
    made = page(ARTICLE, "page.html")
    (article,) = made.articles
    assert (article.title, article.authors, article.published) == ("Convoy ambushed", ("Lena Ortiz",), "2031-07-03")
    assert (article.outlet, article.url) == ("Tolma Post", "https://tolma.example/convoy")
    assert [words for kind, words in kinds(made) if kind == "body"] == [AMBUSH, NOON, CURFEW]


def test_an_archive_page_gives_its_articles():
    told = [("Convoy ambushed", "July 3, 2019", "Lena Ortiz", AMBUSH), ("Curfew in Varna", "1 July 2019", "Marek Dole", CURFEW)]
    listed = "".join(LISTED.format(n=n, title=t, day=d, name=a, body=b) for n, (t, d, a, b) in enumerate(told))
    articles = page(f"<html><body><h1>Tag: Varna</h1>{listed}</body></html>", "tag.html").articles
    assert [(a.title, a.published, a.authors, a.url) for a in articles] == [
        ("Convoy ambushed", "2019-07-03", ("Lena Ortiz",), "https://tolma.example/0"),
        ("Curfew in Varna", "2019-07-01", ("Marek Dole",), "https://tolma.example/1"),
    ]


def test_scripts_of_a_page_are_not_text():
    text = ARTICLE.replace(f"<p>{NOON}</p>", f"<p>{DRONE}</p><script>var stolen = 1;</script>")
    assert "stolen" not in page(text, "page.html").text


@pytest.mark.parametrize("text", ["<!doctype html>", "<html><head></head><body><script>1</script></body></html>", "<div>" * 5000])
def test_a_page_without_article_is_refused(text):
    with pytest.raises(UnreadableSourceError, match="HTML"):
        page(text, "page.html")
