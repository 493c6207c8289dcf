# ruff: noqa: E501 - captures are written as they come
"""Invented captures, one of each kind and shaped like real ones, that tests and the fuzzing of readers share."""

import gzip
import io
import json
import zipfile

from reader_pages import AMBUSH, BLASTS, COMMANDER, CURFEW, DRONE, NOON

ARTICLE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Convoy ambushed | Tolma Post</title>
<link rel="canonical" href="https://tolma.example/2031/convoy"><meta property="og:site_name" content="Tolma Post">
<meta property="og:type" content="article"><script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
{{"@type":"NewsArticle","headline":"Convoy ambushed","datePublished":"2031-03-12T23:30:00+03:00",
"dateModified":"2031-03-13T08:00:00+03:00","author":[{{"@type":"Person","name":"Lena Ortiz"}}]}}]}}</script></head><body>
<nav><a href="/">Home</a></nav><article><h1>Convoy ambushed</h1><p>TOLMA (Reuters) - {AMBUSH}
<a href="https://army.example/said">A statement</a> followed.</p><p>{NOON}</p><p>{CURFEW} <a href="/older">More.</a></p>
<p>Source: Radio Varna</p></article><section class="related"><h2>Related stories</h2><article><h3><a href="/1">Other one now</a></h3>
<p>A teaser of another story and no more.</p></article><article><h3><a href="/2">Second one now</a></h3><p>A second teaser.</p>
</article></section><footer>© 2031 Tolma Post</footer></body></html>"""

TOLD = (
    ("Convoy ambushed near Tolma", 12, AMBUSH),
    ("Curfew announced in Varna", 11, CURFEW),
    ("Council names commander", 9, COMMANDER),
)
WORDPRESS_PAGE = (
    """<!DOCTYPE html><html lang="en-US"><head><title>Varna Archives - River Watch</title><meta property="og:type" content="article">
<meta property="og:site_name" content="River Watch"><script type="application/ld+json">{"@type":"CollectionPage"}</script></head><body>
<h1 class="site-title"><a href="/">River Watch</a></h1><main><h1 class="page-title">Tag: Varna</h1>"""
    + "".join(
        f"""<article class="post hentry"><header><h2 class="entry-title"><a href="https://river.example/{n}/">{title}</a></h2>
<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2031-03-{n:02}T10:00:00+00:00">March
{n}, 2031</time><time class="updated" datetime="2031-04-02T10:00:00+00:00">April 2, 2031</time></span> <span class="byline">by
<span class="author vcard">Lena Ortiz</span></span></div></header><div class="entry-content"><p>{words}</p>
<a class="more-link" href="https://river.example/{n}/">Continue reading “{title}”</a></div></article>"""
        for title, n, words in TOLD
    )
    + """</main><aside class="sidebar"><h2 class="widget-title">Recent Posts</h2><ul><li><a href="/x">Other</a></li></ul></aside></body></html>"""
)
BLOGGER_PAGE = (
    "<html><head><title>Varna Notes</title></head><body><div class='blog-posts'>"
    + "".join(
        f"""<div class="date-outer"><h2 class="date-header"><span>Wednesday, March {n}, 2031</span></h2><div class="date-posts"><div
class="post-outer"><div class="post hentry"><h3 class="post-title entry-title"><a href="https://notes.example/{n}.html">{title}</a></h3>
<div class="post-body">{words}<br><br>{NOON}</div><div class="post-footer">Posted by <span class="fn">Ana Duarte</span></div></div></div>
</div></div>"""
        for title, n, words in TOLD
    )
    + "</div></body></html>"
)
DRUPAL_PAGE = (
    "<html><head><title>News | Ostrel Monitor</title></head><body><h1>News</h1><div class='view-content'>"
    + "".join(
        f"""<div class="views-row"><div class="node node-teaser"><h2><a href="https://ostrel.example/node/{n}">{title}</a></h2>
<div class="submitted">Submitted by <span class="username">Marek Dole</span> on Wed, {n} Mar 2031 - 10:14</div><p>{words}</p>
<ul class="links"><li><a href="https://ostrel.example/node/{n}">Read more</a></li></ul></div></div>"""
        for title, n, words in TOLD
    )
    + "</div></body></html>"
)
FEED = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>River Watch</title><item><title>Convoy</title><link>https://river.example/1</link><guid>tag:river,1</guid>
<dc:creator>Lena Ortiz</dc:creator><pubDate>Sun, 07 Jul 2019 23:30:00 +0500</pubDate><description><![CDATA[<p>{AMBUSH}
<a href="https://army.example/x">said</a></p>]]></description></item><item><title>Curfew</title><description>{CURFEW}</description>
</item></channel></rss>"""


def wxr_item(title: str, kind: str, status: str, body: str) -> str:
    """Return an entry of a WordPress export."""
    return f"""<item><title>{title}</title><link>https://river.example/{title}</link><dc:creator><![CDATA[lortiz]]></dc:creator>
<guid isPermaLink="false">https://river.example/?p={title}</guid><content:encoded><![CDATA[{body}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_date><![CDATA[2031-03-12 10:00:00]]></wp:post_date>
<wp:post_modified><![CDATA[2031-03-13 11:00:00]]></wp:post_modified><wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type></item>"""


WXR = (
    """<?xml version="1.0" encoding="UTF-8" ?><!-- This is a WordPress eXtended RSS file --><rss version="2.0"
xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>River Watch</title>
<wp:author><wp:author_login><![CDATA[lortiz]]></wp:author_login><wp:author_display_name><![CDATA[Lena Ortiz]]></wp:author_display_name>
</wp:author>"""
    + wxr_item(
        "Convoy",
        "post",
        "publish",
        f'{AMBUSH}\n\n{NOON}\n\n[caption id="a"]<img src="x"/> A truck[/caption]\n\n[gallery ids="1"]',
    )
    + wxr_item("Draft", "post", "draft", CURFEW)
    + wxr_item("Photo", "attachment", "inherit", "")
    + wxr_item("Curfew", "page", "publish", f"<!-- wp:paragraph --><p>{CURFEW}</p><!-- /wp:paragraph -->")
    + "</channel></rss>"
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "River Watch",
        "items": [
            {
                "id": "u-1",
                "url": "https://river.example/1",
                "title": "Convoy",
                "content_html": f"<p>{AMBUSH}</p><p>{NOON}</p>",
                "date_published": "2031-03-12T10:00:00Z",
                "date_modified": "2031-03-13T10:00:00Z",
                "authors": [{"name": "Lena Ortiz"}],
            },
            {"id": "u-2", "content_text": CURFEW},
        ],
    }
)
JSON_LINES = "\n".join(
    json.dumps(row)
    for row in (
        {
            "headline": "Convoy",
            "body": f"{AMBUSH}\n\n{NOON}",
            "publish_date": "2031-03-12",
            "source": "River Watch",
            "byline": "By A. Duarte",
        },
        {"headline": "Curfew", "body": CURFEW, "publish_date": 1930000000, "link": "https://river.example/2"},
    )
)
CSV = f'\ufeffTitle;Date;Source;Text;Extra\n"Convoy; hit";31/03/2031;River Watch;"{AMBUSH}\n{NOON}";x\nCurfew;03/04/2031;AFP;{CURFEW};y\nempty;;;;\n'
ACLED = (
    "event_id_cnty,event_date,year,event_type,sub_event_type,actor1,actor2,location,latitude,longitude,source,notes,fatalities,timestamp\n"
    f'VRN12,16 May 2031,2031,Battles,Armed clash,River Front,Forces of Varna,Tolma,44.1,22.3,Radio Varna; AFP,"{AMBUSH}",4,1936000000\n'
    "VRN13,17 May 2031,2031,Battles,Armed clash,River Front,,Tolma,44.1,22.3,AFP,,0,1936000000\n"
)
UCDP = (
    "id,relid,dyad_name,side_a,side_b,source_article,source_office,source_headline,source_original,where_coordinates,date_start,"
    "date_end,best,high,low\n"
    '7,VRN-1,Varna - River Front,Government of Varna,River Front,"Reuters,Four killed",Reuters;AFP,Four soldiers killed in ambush;'
    "Council claims attack,army spokesman,Tolma,2031-03-12 00:00:00.000,2031-03-12 00:00:00.000,4,6,4\n"
)
_HTML_MAIL = f"""<html><body><div style=3D"display: none">preheader</div><a href=3D"https://varna.example/v">View in browser</a>
<h1>Tolma: what we know</h1><p>{AMBUSH} <a href=3D"https://army.example/s">statement</a></p><p>Gr=C3=B6=C3=9Fe</p><p>Unsubscribe here</p>
</body></html>"""
MAIL = f"""From: =?utf-8?q?Varna_Briefing?= <brief@varna.example>
To: me@desk.example
Subject: =?utf-8?b?VG9sbWE6IHfDpGhyZW5k?=
Date: Wed, 12 Mar 2031 23:10:00 +0300
Message-ID: <abc@varna.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="m"

--m
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Text version only.
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{_HTML_MAIL}
--b--
--m
Content-Type: application/pdf; name="map.pdf"
Content-Disposition: attachment; filename="map.pdf"

xx
--m--
"""
FORWARD = f"""From: Colleague <c@desk.example>
Subject: Fwd: Curfew in Varna
Date: Thu, 13 Mar 2031 09:00:00 +0000
Message-ID: <f@desk.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=iso-8859-1

FYI see below

---------- Forwarded message ---------
From: Radio Varna <news@radio.example>
Date: Wed, Mar 12, 2031 at 10:00 AM
Subject: Curfew in Varna
To: <c@desk.example>

{CURFEW}

{NOON}
"""
MBOX = f"From brief@varna.example Wed Mar 12 23:10:00 2031\n{MAIL}\n\nFrom c@desk.example Thu Mar 13 09:00:00 2031\n{FORWARD}".replace(
    "\nFYI", "\n>From here on FYI"
)
CHANNEL = json.dumps(
    {
        "name": "Sable Channel",
        "type": "public_channel",
        "id": 9,
        "messages": [
            {"id": 1, "type": "service", "action": "create_channel"},
            {
                "id": 7,
                "type": "message",
                "date": "2031-03-12T23:59:00",
                "edited": "2031-03-13T00:10:00",
                "from": "Sable Channel",
                "photo": "p.jpg",
                "text": [
                    {"type": "bold", "text": "Convoy hit near Tolma"},
                    "\n\n",
                    AMBUSH,
                    {"type": "text_link", "text": " x", "href": "https://a.example/x"},
                ],
            },
            {
                "id": 8,
                "type": "message",
                "date": "2031-03-13T23:59:00",
                "forwarded_from": "Radio Varna",
                "reply_to_message_id": 8,
                "text": DRONE,
            },
        ],
    }
)
CHANNEL_PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">
Sable Channel
</div></div></div><div class="history"><div class="message service" id="message-1"><div class="body details">12 March 2031</div></div>
<div class="message default clearfix" id="message7"><div class="body"><div class="pull_right date details" title="12.03.2031 23:59:00
UTC+03:00">23:59</div><div class="from_name">Sable Channel</div><div class="text">{AMBUSH}<br><br>{NOON}
<a href="https://a.example/x">x</a></div></div></div><div class="message default clearfix joined" id="message8"><div class="body">
<div class="pull_right date details" title="13.03.2031 00:10:00 UTC+03:00">00:10</div><div class="reply_to details">In reply to
<a href="#go_to_message7">this message</a></div><div class="forwarded body"><div class="from_name">Radio Varna <span class="date">x
</span></div><div class="text">{CURFEW}</div></div></div></div><div class="message default" id="message9"><div class="body">
<div class="media_wrap"></div></div></div></div></div></body></html>"""
PREVIEW = f"""<!DOCTYPE html><html><head><title>Sable</title></head><body><div class="tgme_widget_message" data-post="sable_ch/12">
<a class="tgme_widget_message_owner_name"><span>Sable Channel</span></a><div class="tgme_widget_message_forwarded_from">Forwarded from
<a class="tgme_widget_message_forwarded_from_name"><span>Radio Varna</span></a></div><a class="tgme_widget_message_reply"
href="https://t.me/sable_ch/11"><div class="tgme_widget_message_text">Quoted words.</div></a>
<div class="tgme_widget_message_text">{CURFEW}</div><time datetime="2031-03-12T20:59:00+00:00">20:59</time></div></body></html>"""


def pdf(*pages: list[tuple[int, int, int, str]], title: str = "", extra: str = "") -> bytes:
    """Return a PDF document whose pages are lines (left, bottom, size, words) in Helvetica."""
    info = f"<< /Title ({title}) /CreationDate (D:20310313101500) >>" if title else "<< >>"
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", info]
    for n, lines in enumerate(pages):
        words = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R /Resources << /Font << /F1 "
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        bodies.append(f"<< /Length {len(words)} >>\nstream\n{words}endstream")
    out, offsets = "%PDF-1.4\n", []
    for n, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += f"{n} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R /Info 3 0 R {extra} >>"
    return f"{out}{end}\nstartxref\n{len(out)}\n%%EOF\n".encode()


def column(left: int, top: int, *lines: str) -> list[tuple[int, int, int, str]]:
    """Return lines under each other."""
    return [(left, top - 14 * n, 11, line) for n, line in enumerate(lines)]


_LEFT = (
    "Militants of the River Front attacked a con-",
    "voy near Tolma on Sunday, killing four of",
    "the soldiers. The army confirmed the loss.",
)
_RIGHT = (
    "Residents told reporters that the fighting",
    "lasted until noon. A second convoy turned",
    "back before the bridge at Ostrel.",
)
REPORT = pdf(
    [
        (50, 815, 9, "Ostrel Monitor Weekly"),
        (50, 760, 22, "Convoy ambushed near Tolma"),
        (50, 735, 11, "By Lena Ortiz | 12 March 2031"),
        *column(50, 700, *_LEFT, *_LEFT),
        *column(320, 700, *_RIGHT, *_RIGHT),
        (290, 30, 9, "1"),
    ],
    *[
        [
            (50, 815, 9, "Ostrel Monitor Weekly"),
            *column(50, 760, f"Part {n} tells of {word} things that were seen on the road.", NOON[:60]),
            (290, 30, 9, str(n)),
        ]
        for n, word in ((2, "other"), (3, "further"))
    ],
    title="Convoy ambushed near Tolma",
)


def warc_record(kind: str, address: str, block: bytes, **more: str) -> bytes:
    """Return one record of a web archive."""
    head = {"WARC-Type": kind, "WARC-Target-URI": address, "WARC-Date": "2031-03-14T08:00:00Z"} | more
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return (
        f"WARC/1.0\r\n{lines}Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n".encode()
        + block
        + b"\r\n\r\n"
    )


def warc(*payloads: tuple[str, bytes, dict[str, str]], packed: bool = True) -> bytes:
    """Return a web archive of answers: address, body, headers; a body may be chunked or compressed by its headers."""
    found = []
    for address, body, headers in payloads:
        lines = {"Content-Type": "text/html; charset=utf-8"} | {
            name: value for name, value in headers.items() if name != "Status"
        }
        sent = gzip.compress(body, mtime=0) if "Content-Encoding" in headers else body
        sent = b"%x\r\n%s\r\n0\r\n\r\n" % (len(sent), sent) if "Transfer-Encoding" in headers else sent
        said = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        found.append(
            warc_record("response", address, f"HTTP/1.1 {headers.get('Status', '200 OK')}\r\n{said}\r\n".encode() + sent)
        )
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    found.append(warc_record("revisit", payloads[0][0], answer, **{"WARC-Payload-Digest": "sha1:AAAA"}))
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in found)


WARC = warc(
    ("https://tolma.example/a", ARTICLE.encode(), {}),
    ("https://river.example/tag", WORDPRESS_PAGE.encode(), {"Transfer-Encoding": "chunked"}),
    ("https://river.example/feed", FEED.encode(), {"Content-Encoding": "gzip", "Content-Type": "application/rss+xml"}),
    ("https://tolma.example/gone", b"<html>gone</html>", {"Status": "404 Not Found"}),
    ("https://tolma.example/x.css", b"p {}", {"Content-Type": "text/css"}),
)


def zipped(archive: bytes, name: str = "archive/data.warc.gz") -> bytes:
    """Return a WACZ file with this archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("datapackage.json", "{}")
        packed.writestr(name, archive, zipfile.ZIP_DEFLATED)
    return out.getvalue()


#: One capture of each kind by the reader that must take it.
SAMPLES: dict[str, bytes] = {
    "web-page": ARTICLE.encode(),
    "wordpress-page": WORDPRESS_PAGE.encode(),
    "blogger-page": BLOGGER_PAGE.encode(),
    "drupal-page": DRUPAL_PAGE.encode(),
    "feed": FEED.encode(),
    "wordpress-export": WXR.encode(),
    "json-articles": JSON_FEED.encode(),
    "json-lines": JSON_LINES.encode(),
    "table": CSV.encode(),
    "acled": ACLED.encode(),
    "ucdp": UCDP.encode(),
    "mail": MAIL.encode(),
    "mail-forward": FORWARD.encode(),
    "mailbox": MBOX.encode(),
    "telegram-export": CHANNEL.encode(),
    "telegram-page": CHANNEL_PAGE.encode(),
    "telegram-preview": PREVIEW.encode(),
    "pdf": REPORT,
    "warc": WARC,
    "wacz": zipped(WARC),
    "gzip": gzip.compress(FEED.encode(), mtime=0),
    "page-text": f"Convoy ambushed\nBy Lena Ortiz on 3 July 2019\n{AMBUSH}\n{NOON}\n\nBlasts\nBy Marek Dole on 2 July 2019\n{BLASTS}\n".encode(),
}
