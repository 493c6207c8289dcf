import time

import pytest
from reader_pages import AMBUSH, CURFEW, NOON, capture_of, kinds, page

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers.reading import read

ENTRY = """<item><title>{title}</title><link>https://riverwatch.example/{n}</link><dc:creator>{author}</dc:creator>
<pubDate>Sun, 07 Jul 2019 23:30:00 +0500</pubDate><description><![CDATA[{lead}]]></description>
<content:encoded><![CDATA[<p>{body}</p><p>Second &amp; last.</p><script>alert(1)</script>]]></content:encoded></item>"""
HEAD = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>River Watch</title><link>https://riverwatch.example/</link>"""


def rss(*entries: str) -> str:
    return HEAD + "".join(entries) + "</channel></rss>"


def entry(n: int = 0, body: str = AMBUSH) -> str:
    return ENTRY.format(title=f"Convoy {n} &amp; others", n=n, author="Lena Ortiz", lead="Short word of it.", body=body)


def test_an_rss_entry_is_an_article():
    made = page(rss(entry()), "feed.xml")
    (article,) = made.articles
    assert (article.title, article.authors, article.published) == ("Convoy 0 & others", ("Lena Ortiz",), "2019-07-07")
    assert (article.outlet, article.url) == ("River Watch", "https://riverwatch.example/0")
    assert kinds(made) == [
        ("title", "Convoy 0 & others"),
        ("lead", "Short word of it."),
        ("body", AMBUSH),
        ("body", "Second & last."),
    ]


def test_stray_debris_loses_no_entry():
    entries = [entry(n, body=f"{AMBUSH} ]]> {NOON}") for n in range(40)]
    assert len(page(rss(*entries), "feed.xml").articles) == 40


def test_a_feed_that_breaks_off_gives_the_whole_entries():
    made = page(rss(entry(1), entry(2))[:-200], "feed.xml")
    assert made.articles[0].title == "Convoy 1 & others"


def test_atom():
    text = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Tolma Post</title>
    <entry><title>Curfew</title>
    <author><name>Marek Dole</name></author><link href="https://tolma.example/1"/><published>2019-07-01T10:00:00Z</published>
    <content type="html">&lt;p&gt;{CURFEW}&lt;/p&gt;</content></entry></feed>"""
    (article,) = page(text, "atom.xml").articles
    assert (article.title, article.authors, article.published, article.outlet) == (
        "Curfew",
        ("Marek Dole",),
        "2019-07-01",
        "Tolma Post",
    )


def test_rdf_and_the_declared_encoding():
    text = f"""<?xml version="1.0" encoding="ISO-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Größe</title></channel>
    <item rdf:about="y"><title>Über Tolma</title><link>https://t.example/1</link><description>{NOON}</description></item></rdf:RDF>"""
    (article,) = page(text.encode("latin-1"), "rdf.xml").articles
    assert (article.title, article.outlet, article.published) == ("Über Tolma", "Größe", None)


def test_hostile_entities_do_not_expand():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = HEAD.replace("<rss", f'<!DOCTYPE rss [<!ENTITY l0 "lol">{entities}<!ENTITY x SYSTEM "file:///etc/passwd">]><rss', 1)
    text = bomb + entry(body=f"{AMBUSH} &l11; &x;") + "<item><title>Bomb &l11; &x;</title></item></channel></rss>"
    made = page(text, "bomb.xml")
    assert len(made.text) < 2000
    assert "root:" not in made.text


@pytest.mark.parametrize("text", [HEAD, HEAD + "<item><title>", rss("<item><title>")])
def test_a_feed_that_breaks_off_before_its_first_entry_ends_is_refused(text):
    with pytest.raises(UnreadableSourceError, match="feed"):
        page(text, "feed.xml")


@pytest.mark.parametrize("text", [rss(), rss() + "\n<!-- made at noon -->\n"])
def test_a_whole_feed_that_has_nothing_new_is_no_fault(text):
    made = read(capture_of(text.encode(), "feed.xml"), text.encode())
    assert (made.articles, made.unused) == ((), ("a feed without entries",))


@pytest.mark.parametrize(
    "debris",
    [
        "<description>&#99999999999; broken <b></description>",  # a reference to no character, where the XML is no XML
        '<dc:x xmlns:dc="a name with five blanks"><dc:y/></dc:x>',  # a namespace with blanks
    ],
)
@pytest.mark.parametrize("where", ["channel", "entry"])
def test_debris_on_which_the_parser_gives_up_costs_one_entry_at_most(debris, where):
    entry = f"<item><title>Curfew</title><description>{CURFEW}</description>%s</item>"
    rest = f"<item><title>Ambush</title><description>{AMBUSH}</description></item>"
    head, own = (debris, "") if where == "channel" else ("", debris)
    made = page(f'<rss version="2.0"><channel><title>Tolma Post</title>{head}{entry % own}{rest}</channel></rss>')

    assert AMBUSH in made.text
    assert [article.title for article in made.articles][-1] == "Ambush"


@pytest.mark.parametrize("author", ["a" * 200_000, "Ana" + " " * 200_000 + "Duarte", "a" * 100_000 + "@" + "a." * 50_000])
def test_an_author_without_end_costs_no_time(author):
    before = time.process_time()
    made = page(rss(ENTRY.format(title="Convoy", n=0, author=author, lead="Short.", body=AMBUSH)))

    assert AMBUSH in made.text
    assert time.process_time() - before < 5


def test_an_address_without_a_host_is_one_of_the_site():
    made = page(rss(entry().replace("<link>https://riverwatch.example/0</link>", "<link>/2031/convoy</link>")))
    assert made.articles[0].url == "https://riverwatch.example/2031/convoy"
