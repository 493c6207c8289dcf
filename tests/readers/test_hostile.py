"""Every kind, whole and damaged: a page that keeps its promises, or a refusal in plain words, soon."""

import contextlib
import gzip
import io
import random
import time
import zipfile

import pytest
from reader_mutations import damaged
from reader_pages import AMBUSH, capture_of, check, page
from reader_samples import ARTICLE, CHANNEL, CSV, FEED, SAMPLES, WARC, WXR, pdf, warc, warc_record, zipped

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers import reading

READER = {
    "web-page": "web-page/5",
    "wordpress-page": "web-page/5",
    "blogger-page": "web-page/5",
    "drupal-page": "web-page/5",
    "feed": "feed/3",
    "wordpress-export": "wordpress-export/1",
    "json-articles": "json-articles/1",
    "json-lines": "json-lines/1",
    "table": "table/1",
    "acled": "table/1",
    "ucdp": "table/1",
    "mail": "mail/1",
    "mail-forward": "mail/1",
    "mailbox": "mailbox/1",
    "telegram-export": "telegram-export/2",
    "telegram-page": "telegram-page/1",
    "telegram-preview": "telegram-page/1",
    "pdf": "pdf/2",
    "warc": "warc/1",
    "wacz": "wacz/1",
    "gzip": "gzip/1",
    "page-text": "page-text/5",
}
DAMAGES = 4
MEGABYTE = 1024 * 1024
ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "lol">{ENTITIES}<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def read_or_refuse(content: bytes) -> None:
    """Read bytes and check the promises of a page; a refusal is as good, anything else is not."""
    with contextlib.suppress(UnreadableSourceError):
        check(reading.read(capture_of(content), content))


@pytest.mark.parametrize("name", SAMPLES)
def test_each_kind_is_read_by_its_own_reader_whatever_its_name(name):
    assert page(SAMPLES[name], "mystery.bin").reader == READER[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_damage_leads_to_a_page_or_a_refusal(name):
    others = list(SAMPLES.values())
    for n in range(DAMAGES):
        content = damaged(SAMPLES[name], random.Random(f"{name} {n}"), others)
        read_or_refuse(content)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("share", [0.2, 0.7])
def test_what_breaks_off_keeps_what_came_before_or_is_refused(name, share):
    content = SAMPLES[name][: int(len(SAMPLES[name]) * share)]
    read_or_refuse(content)


@pytest.mark.parametrize("name", ["feed", "wordpress-export", "mailbox", "table", "json-lines", "warc"])
def test_the_first_article_outlives_a_break_in_the_last(name):
    content = SAMPLES[name][: int(len(SAMPLES[name]) * 0.93)]
    whole = page(SAMPLES[name]).articles[0]
    first = page(content).articles[0]
    assert (first.text, first.published) == (whole.text, whole.published)


@pytest.mark.parametrize("text", [FEED, WXR])
def test_entities_of_feeds_and_exports_do_not_expand(text):
    start = text.index("<rss")
    hostile = text[:start] + BOMB + text[start:].replace(AMBUSH, f"{AMBUSH} &l11; &x;").replace("Curfew", "Curfew &l11; &x;")
    made = page(hostile, "bomb.xml")
    assert len(made.text) < 3000
    assert "root:" not in made.text


def test_entities_of_pages_do_not_expand():
    hostile = BOMB.replace("x [", "html [", 1) + ARTICLE.replace(AMBUSH, f"{AMBUSH} &l11; &x;")
    made = page(hostile, "bomb.html")
    assert len(made.text) < 3000
    assert "root:" not in made.text


@pytest.mark.parametrize("name", ["web-page", "feed", "table", "json-lines", "mail", "wordpress-export"])
def test_a_wrong_content_type_changes_nothing(name):
    content = SAMPLES[name]
    told = reading.read(capture_of(content), content)
    for media_type in ("image/png", "application/pdf", "text/html; charset=no-such-charset"):
        mislabelled = capture_of(content, name)
        mislabelled = type(mislabelled)(
            mislabelled.sha256, mislabelled.name, None, mislabelled.taken_at, mislabelled.size, None, media_type
        )
        assert reading.read(mislabelled, content).articles == told.articles


def test_pages_in_a_charset_they_do_not_state_are_read_and_that_is_said():
    words = "Не менее четырёх военнослужащих погибли при нападении на колонну вблизи села Толма в воскресенье, сообщили власти. "
    text = (
        f"<html><head><title>Нападение</title></head><body><article><h1>Нападение</h1><p>{words * 3}</p></article></body></html>"
    )
    made = page(text.encode("cp1251"), "page.html")
    assert words.strip() in made.text
    assert "read as cp1251" in made.unused[0]


def test_a_page_with_a_few_broken_bytes_is_read():
    made = page(ARTICLE.encode().replace(b"Residents told", b"Resid\xffents told"), "page.html")
    assert "1 bytes are not valid utf-8" in made.unused[0]


def test_a_table_in_another_charset_is_read_and_that_is_said():
    row = "Größe;1. März 2031;Überfall auf einen Konvoi bei Tolma, vier Soldaten getötet, sagten Behörden über den Vorfall.\n"
    made = page(("Titel;Datum;Text\n" + row * 4).replace("Datum", "date").encode("cp1252"), "x.csv")
    assert made.articles[0].title == "Größe"
    assert "not UTF-8" in made.unused[0]


@pytest.mark.parametrize("name", ["web-page", "feed", "json-articles", "json-lines", "telegram-export", "table", "page-text"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_text_with_a_mark_is_read_as_its_kind_whatever_the_width(name, encoding):
    text = SAMPLES[name].decode("utf-8-sig")
    told, made = page(text), page(text.encode(encoding))

    assert made.reader == told.reader == READER[name]
    assert [article.text for article in made.articles] == [article.text for article in told.articles]


def bombs() -> dict[str, bytes]:
    """Return small captures that grow without end."""
    zeros = gzip.compress(bytes(64 * MEGABYTE), mtime=0)
    head = (
        warc_record("response", "http://a.example/", b"").replace(b"Length: 0", b"Length: 64000000").rstrip(b"\r\n") + b"\r\n\r\n"
    )
    big = io.BytesIO()
    with zipfile.ZipFile(big, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/data.warc", head + bytes(64 * MEGABYTE))
    inner = warc(("https://a.example/", b"<p>" + bytes(40 * MEGABYTE), {"Content-Encoding": "gzip"}))
    return {
        "gzip": zeros,
        "gzip in gzip": gzip.compress(zeros, mtime=0),
        "warc": gzip.compress(head + bytes(64 * MEGABYTE), mtime=0),
        "wacz": big.getvalue(),
        "body": inner,
    }


@pytest.mark.parametrize(("name", "content"), bombs().items())
def test_bombs_are_refused_soon(name, content):
    before = time.process_time()
    with pytest.raises(UnreadableSourceError, match=r"bomb|gzip|larger than|binary"):
        page(content, name)
    assert time.process_time() - before < 8


def deep() -> dict[str, bytes]:
    """Return captures that nest without end."""
    count = 20_000
    part = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
    return {
        "json": b'{"messages": [' + b"[1," * count,
        "html": b"<html><body>" + b"<div>" * count + AMBUSH.encode(),
        "xml": b"<rss><channel>" + b"<item>" * count,
        "mail": b"From: a@b.example\nMessage-ID: <x>\nMIME-Version: 1.0\n" + part * count,
        "script": b'<html><script type="application/ld+json">' + b"[" * count + b"</script><p>" + AMBUSH.encode(),
    }


@pytest.mark.parametrize(("name", "content"), deep().items())
def test_nesting_without_end_neither_crashes_nor_hangs(name, content):
    before = time.process_time()
    read_or_refuse(content)
    assert time.process_time() - before < 8


def test_a_reply_to_itself_is_a_message_like_any_other():
    assert [article.identity for article in page(CHANNEL).articles] == ["9/7", "9/8"]


def test_a_quotation_mark_that_is_never_closed_loses_only_what_follows():
    made = page(CSV.encode() + b'"' + b"word;" * 2_000_000, "x.csv")
    assert [article.title for article in made.articles[:2]] == ["Convoy; hit", "Curfew"]
    assert any("breaks after" in words for words in made.unused)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf([]), "without a text layer"),
        (pdf([(50, 700, 11, AMBUSH)])[:200], "PDF document that is broken"),
        (zipped(WARC)[:-40], "ZIP|web archive"),
        (gzip.compress(b"\x89PNG\r\n\x1a\n", mtime=0), "PNG image"),
        (b"WARC/1.0\r\n\r\n", "web archive"),
        (b'title,date,text\nRaid,2031-05-04,"' + b"x" * 5_000_000 + b'"\n', "field larger than field limit"),
    ],
)
def test_what_holds_no_text_says_so(content, reason):
    with pytest.raises(UnreadableSourceError, match=reason):
        page(content, "odd")
