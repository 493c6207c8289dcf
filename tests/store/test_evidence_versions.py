"""Versions: which one counts, in whatever order they came, what changed, and what is gone."""

import shutil
from dataclasses import replace
from itertools import permutations

import pytest
from small_ledger import article_of, capture_of, page_of

from rashomon.exports.gold.writing import export_gold
from rashomon.model.evidence import Fetch
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, Capture
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question

URL = "https://wire.example/raid"
FIRST = "Gunmen raided Dûrin Camp on Monday.\nNine soldiers were killed, Colonel Oru Selm said."
SECOND = FIRST.replace("Nine", "Twelve") + "\nThe army sent help."


def fetched(
    n: int, text: str, *, address: str | None = URL, hour: int | None = None, **stated: object
) -> tuple[Capture, Article]:
    """Return the nth capture with one article; the bytes differ each time."""
    at = f"2031-03-05T{n if hour is None else hour:02}:00:00+00:00"
    capture = replace(capture_of(f"raid-{n}.html", f"{n} {text}".encode()), address=address, taken_at=at)
    given = {"title": "Raid on Dûrin Camp", "url": URL, "outlet": "Vale Wire", "published": "2031-03-05"} | stated
    return capture, article_of(capture, text, **given)


def put(ledger: Ledger, *several: tuple[Capture, Article], reader: str = "web-page/1") -> None:
    """Keep captures with their articles, in this order."""
    for capture, article in several:
        n = capture.name.removeprefix("raid-").removesuffix(".html")
        ledger.keep(capture, f"{n} {article.text}".encode())
        ledger.put_page(capture.sha256, page_of(article, reader=reader))


def counting(ledger: Ledger) -> tuple[str, ...]:
    """Return the articles that count."""
    return ledger.unread_articles("none")


def test_an_article_fetched_again_is_a_version_and_counts_once(ledger: Ledger):
    old, new = fetched(1, FIRST), fetched(2, SECOND)
    put(ledger, old)
    ledger.put_readings([Reading(old[1].id, "r-1")])
    put(ledger, new)

    assert counting(ledger) == (new[1].id,)
    assert list(ledger.sources()) == []
    assert ledger.readers() == ()
    assert (ledger.status().counts["articles"], ledger.status().counts["versions"]) == (1, 1)
    assert [hit.line.id for hit in ledger.ask(Question("soldiers")).articles] == [new[1].id]
    assert ledger.article(old[1].id) == old[1]
    assert ledger.evidence.verify().problems == ()


def test_which_version_counts_does_not_follow_from_the_order_of_arrival(empty_folder, tmp_path):
    several = [fetched(1, FIRST), fetched(2, SECOND), fetched(3, FIRST), fetched(4, FIRST, hour=3), fetched(5, "Half.")]
    seen = set()
    for n, order in enumerate(permutations(several)):
        if n % 30 == 0:
            shutil.copytree(empty_folder, tmp_path / str(n))
            with Ledger.open(tmp_path / str(n)) as ledger:
                put(ledger, *order)
                shown = ledger.evidence.versions(several[0][1].id)
                current = counting(ledger)
                ledger.put_readings(Reading(article_id, "r-1") for article_id in current)
                exported = tuple(path.read_bytes() for path in export_gold(ledger, tmp_path / f"{n}-out"))
                seen.add((current, shown.versions, exported))

    assert len(seen) == 1
    assert seen.pop()[0] == (several[4][1].id,)


def test_a_text_that_comes_back_is_the_first_article_again(ledger: Ledger):
    several = fetched(1, FIRST), fetched(2, SECOND), fetched(3, FIRST)
    put(ledger, *several)
    shown = ledger.evidence.versions(several[1][1].id).versions

    assert counting(ledger) == (several[0][1].id,)
    assert [(version.article.id, version.current) for version in shown] == [
        (several[0][1].id, False),
        (several[1][1].id, False),
        (several[0][1].id, True),
    ]


def test_a_clock_on_the_page_makes_no_version(ledger: Ledger):
    several = [fetched(n, f"Updated {n} minutes ago\n{FIRST}\n{n:02}:15\n{n},204 views") for n in range(1, 6)]
    put(ledger, *several)
    (version,) = ledger.evidence.versions(several[3][1].id).versions

    assert counting(ledger) == (several[0][1].id,)
    assert (version.times, version.first[11:13], version.last[11:13]) == (5, "01", "05")


def test_what_changed_is_shown_numbers_first_and_whether_the_page_says_so(ledger: Ledger):
    third = SECOND + "\nCorrection: an earlier version gave another toll of 9 dead."
    put(ledger, fetched(1, FIRST), fetched(2, SECOND.replace("Selm", "Karo")), fetched(3, third))
    _, second, last = ledger.evidence.versions(counting(ledger)[0]).versions

    assert (second.changes[0].before, second.changes[0].kind) == ("Nine soldiers were killed, Colonel Oru Selm said.", "changed")
    assert second.changes[0].values == ("Selm", "Karo")
    assert (second.changes[1].after, second.changes[1].kind) == ("The army sent help.", "added")
    assert (second.announced, last.announced) == (False, True)


def test_two_outlets_with_the_same_title_are_two_articles(ledger: Ledger):
    one = fetched(1, FIRST, url=None, address=None, outlet="Vale Wire")
    other = fetched(2, SECOND, url=None, address=None, outlet="Karsk Post")
    put(ledger, one, other)

    assert counting(ledger) == tuple(sorted((one[1].id, other[1].id)))


def test_a_page_elsewhere_cannot_put_words_into_anothers_article(ledger: Ledger):
    real = fetched(1, FIRST)
    forged = fetched(2, SECOND, address="https://mirror.example/raid")
    put(ledger, real, forged)

    assert counting(ledger) == tuple(sorted((real[1].id, forged[1].id)))
    assert len(ledger.evidence.versions(real[1].id).versions) == 1


def test_the_lead_in_a_feed_does_not_take_the_place_of_the_page(ledger: Ledger):
    page = fetched(1, SECOND)
    lead = fetched(2, "Gunmen raided Dûrin Camp.", address="https://wire.example/feed", url=f"{URL}?utm_source=rss")
    put(ledger, page)
    put(ledger, lead, reader="feed/1")
    shown = ledger.evidence.versions(lead[1].id).versions

    assert counting(ledger) == (page[1].id,)
    assert [(version.source, version.current, version.changes) for version in shown] == [
        ("web-page", True, ()),
        ("feed", False, ()),
    ]


def test_an_edit_of_a_message_is_a_version_and_the_edit_date_decides(ledger: Ledger):
    stated = {"url": None, "identity": "valechannel/17", "title": None}
    edited = fetched(1, SECOND, address=None, modified="2031-03-05T12:00:00+03:00", **stated)
    posted = fetched(2, FIRST, address=None, **stated)
    put(ledger, edited, posted, reader="telegram-export/1")

    assert counting(ledger) == (edited[1].id,)


def test_stories_of_one_digest_share_its_address_and_stay_apart(ledger: Ledger):
    capture, story = fetched(1, FIRST)
    later, again = fetched(2, FIRST)
    words = "Talks went on."
    second = article_of(capture, words, title="Talks", url=URL, n=1, start=len(FIRST) + 2, end=len(FIRST) + 2 + len(words))
    changed = replace(second, capture=later.sha256, text="Talks went so.")
    for found, articles in ((capture, (story, second)), (later, (again, changed))):
        ledger.keep(found, f"{found.name[5]} {FIRST}".encode())
        ledger.put_page(found.sha256, page_of(*articles))

    assert counting(ledger) == tuple(sorted((story.id, changed.id)))


def test_a_feed_that_drops_an_article_deletes_nothing(ledger: Ledger):
    first = fetched(1, FIRST)
    other = fetched(2, "Rain fell.", url="https://wire.example/rain", title="Rain")
    put(ledger, first, other, reader="feed/1")

    assert counting(ledger) == tuple(sorted((first[1].id, other[1].id)))


def test_a_page_that_is_gone_is_said_to_be_until_it_is_back(ledger: Ledger):
    found = fetched(1, FIRST)
    put(ledger, found)
    answers = [("05", 404), ("06", 410), ("07", None)]
    for hour, status in answers:
        ledger.evidence.record(Fetch(URL, None, f"2031-03-05T{hour}:00:00+00:00", status, reason="no page"))
    gone = ledger.evidence.versions(found[1].id).gone

    assert gone is not None
    assert (gone.at[11:13], gone.status) == ("05", 404)
    assert counting(ledger) == (found[1].id,)
    ledger.evidence.record(Fetch(URL, URL, "2031-03-05T08:00:00+00:00", 304, reason="not modified"))
    assert ledger.evidence.versions(found[1].id).gone is None


def test_a_version_counts_again_when_the_later_ones_page_is_read_otherwise(ledger: Ledger):
    old, new = fetched(1, FIRST), fetched(2, SECOND)
    put(ledger, old, new)
    ledger.put_page(new[0].sha256, page_of(replace(new[1], url="https://wire.example/other")))

    assert len(counting(ledger)) == 2
    assert len(ledger.ask(Question("soldiers")).articles) == 2


@pytest.mark.parametrize("url", ["https://wire.example/", "https://wire.example", "http://[broken"])
def test_the_address_of_a_whole_site_tells_no_article(url: str, ledger: Ledger):
    put(ledger, fetched(1, FIRST, url=url, title=None), fetched(2, SECOND, url=url, title=None))

    assert len(counting(ledger)) == 2
