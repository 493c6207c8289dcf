"""What each kind of source gives: title, day, authors, outlet, address, credits, links, and what was left out."""

import json

import pytest
from reader_pages import AMBUSH, COMMANDER, CURFEW, DRONE, NOON, capture_of, kinds, page
from reader_samples import (
    ACLED,
    ARTICLE,
    BLOGGER_PAGE,
    CHANNEL,
    CHANNEL_PAGE,
    CSV,
    DRUPAL_PAGE,
    FEED,
    FORWARD,
    JSON_FEED,
    JSON_LINES,
    MAIL,
    MBOX,
    PREVIEW,
    REPORT,
    UCDP,
    WARC,
    WORDPRESS_PAGE,
    WXR,
    pdf,
    zipped,
)

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers import drafts, reading


def bodies(made, n=0):
    return [words for kind, words in kinds(made, n) if kind == "body"]


def test_an_article_page():
    made = page(ARTICLE, "page.html")
    (article,) = made.articles
    assert (article.title, article.published, article.authors) == ("Convoy ambushed", "2031-03-12", ("Lena Ortiz",))
    assert (article.outlet, article.url, article.language) == ("Tolma Post", "https://tolma.example/2031/convoy", "en")
    assert (article.modified, article.identity) == ("2031-03-13T08:00:00+03:00", article.url)
    assert article.credits == ("Reuters", "Radio Varna")
    assert article.links == ("https://army.example/said", "https://tolma.example/older")
    assert "teaser" not in article.text


@pytest.mark.parametrize(
    ("text", "author"), [(WORDPRESS_PAGE, "Lena Ortiz"), (BLOGGER_PAGE, "Ana Duarte"), (DRUPAL_PAGE, "Marek Dole")]
)
def test_archive_pages_of_three_systems(text, author):
    made = page(text.replace(f"{CURFEW}<", f'{CURFEW} <a href="/more">Continue reading</a><'), "tag.html")
    assert [(a.title, a.published, a.authors) for a in made.articles] == [
        ("Convoy ambushed near Tolma", "2031-03-12", (author,)),
        ("Curfew announced in Varna", "2031-03-11", (author,)),
        ("Council names commander", "2031-03-09", (author,)),
    ]
    assert [bodies(made, n)[0] for n in range(3)] == [AMBUSH, CURFEW, COMMANDER]
    assert all(a.url and a.identity == a.url for a in made.articles)


def test_sections_of_one_article_are_no_stories():
    sections = "".join(f"<h2>Part {n} of the report</h2><p>{words}</p>" for n, words in enumerate((AMBUSH, CURFEW, NOON)))
    made = page(
        f"<html><body><h1>A report of three parts</h1><time datetime='2031-03-12'>12 March</time>{sections}</body></html>"
    )
    assert len(made.articles) == 1


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        (
            "ar",
            "الأربعاء ١٢ مارس، ٢٠٣١",
            "قتل أربعة جنود على الأقل في هجوم شنه مقاتلون على قافلة عسكرية قرب قرية تولما يوم الأحد.",
        ),
        ("fa", "۲۱ اسفند ۱۴۰۹", "دست کم چهار سرباز در حمله شبه\u200cنظامیان به کاروان ارتش در نزدیکی روستای تولما کشته شدند."),
        (
            "ru",
            "12 марта 2031 г.",
            "Не менее четырёх военнослужащих погибли в результате нападения боевиков на колонну вблизи Толмы.",
        ),
        (
            "uk",
            "12 березня 2031",
            "Щонайменше четверо військових загинули внаслідок нападу бойовиків на колону поблизу села Толма.",
        ),
        (
            "fr",
            "le 12 mars 2031 à 10h30",
            "Au moins quatre soldats ont été tués dimanche dans une embuscade tendue par des combattants.",
        ),
        ("es", "12 de marzo de 2031", "Al menos cuatro soldados murieron el domingo en una emboscada tendida por combatientes."),
    ],
)
def test_pages_of_other_languages_keep_words_and_day(language, line, words):
    more = "".join(f"<p>{words} {n}</p>" for n in range(3))
    made = page(f'<html><meta charset="utf-8"><body><article><h1>{words[:30]}</h1><p>{line}</p>{more}</article></body></html>')
    (article,) = made.articles
    assert (article.language, article.published) == (language, "2031-03-12")
    assert f"{words} 1" in article.text


def test_a_feed_keeps_guid_and_links():
    first, second = page(FEED, "feed.xml").articles
    assert (first.identity, first.links) == ("tag:river,1", ("https://army.example/x",))
    assert (second.identity, second.published) == (None, None)


def test_a_feed_is_named_by_its_host_and_words_under_pictures_are_captions():
    told = f"&lt;figure&gt;&lt;figcaption&gt;{NOON}&lt;/figcaption&gt;&lt;/figure&gt;&lt;p&gt;{CURFEW}&lt;/p&gt;"
    titled = "<channel><title>River Watch – Iraq and the world</title><link>https://riverwatch.example/</link>"
    made = page(f'<rss version="2.0">{titled}<item><title>Curfew</title><description>{told}</description></item></channel></rss>')
    assert made.articles[0].outlet == "River Watch"
    assert kinds(made) == [("title", "Curfew"), ("caption", NOON), ("body", CURFEW)]


@pytest.mark.parametrize("before", ["</h1><script>1</script>\x02", "</h1><div style='display:none'>1</div>\x1f"])
def test_a_stray_control_character_costs_no_page_and_no_letter(before):
    marred = ARTICLE.replace("</h1>", before)
    assert page(marred).articles[0].title == page(ARTICLE).articles[0].title
    letter = f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/html\n\n{marred}"
    assert AMBUSH[:40] in page(letter).text


def test_a_wordpress_export():
    made = page(WXR, "export.xml")
    post, standing = made.articles
    assert (post.title, post.authors, post.published) == ("Convoy", ("Lena Ortiz",), "2031-03-12")
    assert (post.modified, post.identity, post.outlet) == (
        "2031-03-13T11:00:00",
        "https://river.example/?p=Convoy",
        "River Watch",
    )
    assert kinds(made) == [("title", "Convoy"), ("body", AMBUSH), ("body", NOON), ("caption", "A truck")]
    assert standing.text == f"Curfew\n\n{CURFEW}"
    assert made.unused == ("1 entries not published (status draft)", "1 attachments (pictures, files)")


def test_json_feed_and_lines():
    first, second = page(JSON_FEED, "feed.json").articles
    assert (first.published, first.modified, first.authors) == ("2031-03-12", "2031-03-13", ("Lena Ortiz",))
    assert (first.identity, second.identity, second.outlet) == ("u-1", "u-2", "River Watch")
    told = JSON_FEED.replace('"title": "River Watch"', '"title": "River Watch", "language": "en-GB"')
    assert [article.language for article in page(told).articles] == ["en", "en"]
    (crawled,) = page(json.dumps({"maintext": AMBUSH, "date_publish": "2031-03-12 08:00:00", "title": "Hit"})).articles
    assert crawled.published == "2031-03-12"
    made = page(JSON_LINES + '\n{"broken', "articles.jsonl")
    assert [(a.title, a.published) for a in made.articles] == [("Convoy", "2031-03-12"), ("Curfew", "2031-02-27")]
    assert made.unused == ("1 lines or objects that are broken or without any text",)


def test_a_table_of_articles():
    made = page(CSV, "articles.csv")
    assert [(a.title, a.published, a.outlet) for a in made.articles] == [
        ("Convoy; hit", "2031-03-31", "River Watch"),
        ("Curfew", "2031-04-03", "AFP"),
    ]
    assert bodies(made) == [AMBUSH, NOON]
    assert made.unused == ("columns that no field is known for: Extra", "1 rows without any text")


def test_prose_with_commas_is_no_table():
    assert page(f"Convoy, text, and date\n\n{AMBUSH}\n{NOON}").reader == "page-text/5"


def test_coded_events_are_accounts_of_their_data_set():
    made = page(ACLED, "acled.csv")
    (acled,) = made.articles
    assert (acled.outlet, acled.published, acled.identity) == ("ACLED", "2031-05-16", "ACLED/VRN12")
    assert acled.credits == ("Radio Varna", "AFP")
    assert kinds(made)[0] == ("body", AMBUSH)
    assert ("footnote", "fatalities: 4") in kinds(made)
    assert made.unused == ("1 rows without any text",)
    (ucdp,) = page(UCDP, "ged.csv").articles
    assert (ucdp.outlet, ucdp.published, ucdp.credits) == ("UCDP GED", "2031-03-12", ("Reuters", "AFP"))
    assert "best: 4" in ucdp.text


def test_a_newsletter():
    made = page(MAIL, "letter.eml")
    (letter,) = made.articles
    assert (letter.title, letter.outlet, letter.published) == ("Tolma: während", "Varna Briefing", "2031-03-12")
    assert (letter.identity, letter.url) == ("abc@varna.example", "https://varna.example/v")
    assert bodies(made) == ["Tolma: what we know", f"{AMBUSH} statement", "Größe"]
    assert made.unused == ("attachment 'map.pdf' (application/pdf)",)


def test_a_forwarded_letter_speaks_for_itself():
    (letter,) = page(FORWARD, "fwd.eml").articles
    assert (letter.title, letter.outlet, letter.published) == ("Curfew in Varna", "Radio Varna", "2031-03-12")
    assert letter.forwarded_from == "Radio Varna"
    assert "FYI" not in letter.text


def test_a_digest_is_split():
    stories = "".join(
        f"<h2><a href='https://x.example/{n}'>{w[:24]}</a></h2><p>{w}</p>" for n, w in enumerate((AMBUSH, CURFEW, DRONE))
    )
    head = (
        "From: Digest <d@x.example>\nSubject: Today\nDate: Wed, 12 Mar 2031 09:00:00 +0000\nMessage-ID: <d>\nMIME-Version: 1.0\n"
    )
    made = page(f"{head}Content-Type: text/html\n\n<html><body>{stories}</body></html>", "digest.eml")
    assert [(a.outlet, a.published, a.url) for a in made.articles] == [
        ("Digest", "2031-03-12", f"https://x.example/{n}") for n in range(3)
    ]


def test_a_mailbox():
    assert [a.outlet for a in page(MBOX, "box.mbox").articles] == ["Varna Briefing", "Radio Varna"]


def test_channel_exports_and_previews():
    first, second = page(CHANNEL, "result.json").articles
    assert (first.title, first.modified, first.links) == (
        "Convoy hit near Tolma",
        "2031-03-13T00:10:00",
        ("https://a.example/x",),
    )
    assert (second.forwarded_from, second.credits) == ("Radio Varna", ("Radio Varna",))
    made = page(CHANNEL_PAGE, "messages.html")
    assert [(a.published, a.outlet, a.forwarded_from, a.identity) for a in made.articles] == [
        ("2031-03-12", "Sable Channel", None, "Sable Channel/7"),
        ("2031-03-13", "Sable Channel", "Radio Varna", "Sable Channel/8"),
    ]
    assert [words[0] for words in made.unused] == ["1", "1"]
    (post,) = page(PREVIEW, "s.html").articles
    assert (post.text, post.url, post.links) == (CURFEW, "https://t.me/sable_ch/12", ("https://t.me/sable_ch/11",))


def test_a_report_in_two_columns():
    made = page(REPORT, "report.pdf")
    (report,) = made.articles
    assert (report.title, report.published, report.authors) == ("Convoy ambushed near Tolma", "2031-03-12", ("Lena Ortiz",))
    first = bodies(made)[0]
    assert first.startswith("Militants of the River Front attacked a convoy near Tolma")
    assert "Residents" not in first
    assert "Monitor Weekly" not in report.text
    assert "page furniture: 'ostrel monitor weekly'" in made.unused


def test_a_line_of_the_margin_is_kept_where_it_stands_in_the_text():
    pages = [[(50, 815, 11, AMBUSH[:60]), (50, 500, 11, AMBUSH[:60]), (50, 486, 11, f"and so on, said {n}.")] for n in range(4)]
    assert page(pdf(*pages), "x.pdf").text.count(AMBUSH[:60]) == 4


def test_numbers_that_lead_to_footnotes_and_low_letters_part_no_paragraph():
    lines = [
        (50, 700, 11, "Gunmen of the River Front attacked a convoy near Tolma and fled by"),
        (50, 687, 11, "boat, the army said on Monday."),
        (205, 692, 7, "12"),
        (214, 687, 11, "No soldier was hurt in the attack and"),
        (50, 674, 11, "no toll of the other side was stated in the communication that"),
        (50, 661, 11, "came to us over the radio."),
    ]
    (report,) = page(
        pdf([(50, 815, 9, "River Weekly | 12 March 2031"), (50, 740, 20, "River Weekly 11"), *lines]), "x.pdf"
    ).articles
    told = " ".join(words for _, _, size, words in lines if size > 7)
    assert report.text.splitlines()[-1] == told
    assert (report.authors, report.published) == ((), "2031-03-12")


def test_the_name_of_a_file_is_no_title():
    made = page(pdf([(50, 700, 11, AMBUSH)], title="Microsoft Word - final2.doc"), "x.pdf")
    assert (made.articles[0].title, made.articles[0].published) == (None, None)


@pytest.mark.parametrize("content", [WARC, zipped(WARC)])
def test_web_archives(content):
    made = page(content, "crawl")
    assert [a.title for a in made.articles][::4] == ["Convoy ambushed", "Convoy"]
    assert set(made.unused) == {
        "1 records: the server answered 404",
        "1 records: text/css, no text",
        "1 records: fetched again, the same bytes as before",
    }


def test_readers_tell_a_table_from_a_page_by_its_columns():
    with pytest.raises(UnreadableSourceError):
        reading.read(capture_of(b"a,b\n1,2\n"), b"a,b\n1,2\n")


def test_what_memory_cannot_hold_is_left_out_and_said(monkeypatch):
    monkeypatch.setattr(drafts, "MOST_MEMORY", 1000)
    made = page(CHANNEL, "result.json")
    assert len(made.articles) == 1
    assert made.unused == ("what stands behind the first 1 articles, for want of memory (split it)",)
