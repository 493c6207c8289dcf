import re
from html import unescape

import pytest
from imagined_ledger import (
    ARABIC,
    ARTICLES,
    BARE,
    CONTRADICTIONS,
    ECHO,
    EVENT,
    FRONT,
    HERALD,
    LEAGUE,
    MINISTRY,
    STATE,
    TOLD,
    ImaginedLedger,
)
from imagined_pages import SARUN
from web_visitor import Visitor

from rashomon.store.views import Question
from rashomon.web.app import create_app

PATHS = (
    "/",
    "/search",
    "/search?q=depot",
    f"/events/{EVENT.id}",
    "/actors",
    "/actors?q=tidewater",
    *(f"/actors/{actor.id}" for actor in (FRONT, MINISTRY, LEAGUE)),
    *(f"/articles/{article.id}" for article in ARTICLES),
    f"/articles/{HERALD.id}?at=3-9",
    "/contradictions",
    "/contradictions?kind=number&alarms=1",
    "/series",
    "/copies",
    "/status",
    "/help",
    "/outlets",
    "/outlets/Harbour%20Herald",
    "/network",
    "/network?actor=act-front&day=2031-06-01",
    "/network/tie?subject=act-front&relation=allied_with&object=act-league",
    "/map",
    "/map?place=" + SARUN.id,
)


def shown(page: str) -> str:
    """What a person reads of a page: no tags, single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize("path", PATHS)
def test_an_address_gives_a_page_and_json(visitor: Visitor, path: str) -> None:
    page, told = visitor.get(path), visitor.get(path, accept="application/json")

    assert (page.status_code, told.status_code) == (200, 200)
    assert page.text.startswith("<!doctype html>")
    assert told.json()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_needs_nothing_from_outside_and_no_script_of_its_own_text(visitor: Visitor, path: str) -> None:
    page = visitor.get(path).text

    assert not re.search(r"<script(?! [^>]*src=\"/static/)|\son\w+=|\sstyle=|javascript:", re.sub(r">[^<]*<", "><", page))
    assert not re.findall(r'(?:src|href)="(?!/|#|https://herald\.example/depot)[^"]*"', page)
    assert "<b>No</b>" not in page
    assert len(re.findall("<h1", page)) == 1
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", ["/", "/search", "/actors", "/contradictions", "/series", "/copies", "/status"])
def test_an_empty_ledger_says_what_to_do(newcomer: Visitor, path: str) -> None:
    page = newcomer.get(path)

    assert page.status_code == 200
    assert 'class="empty"' in page.text


def test_every_page_says_that_a_machine_read(visitor: Visitor) -> None:
    assert "Read by a machine." in shown(visitor.get("/series").text)


def test_the_list_shows_every_toll_the_status_in_words_and_the_independent_roots(visitor: Visitor) -> None:
    page = shown(visitor.get("/search?type=attack").text)

    assert "killed: 20 or more / 31 / 7" in page
    assert "disputed 1 contradiction 5 accounts, 2 independent roots" in page


def test_an_address_becomes_a_question() -> None:
    ledger = ImaginedLedger()
    visitor = Visitor(create_app(ledger))
    visitor.get("/search?q= depot &type=attack&status=disputed&actor=act-1&country=SR&month=2031-06&disputed=1&page=2&size=7")
    visitor.get("/search?q=&type=&month=&disputed=")

    assert ledger.asked == [
        Question("depot", "attack", "disputed", "act-1", "SR", "2031-06", disputed=True, page=2, size=7),
        Question(),
    ]


def test_facets_narrow_further_and_can_be_taken_away(visitor: Visitor) -> None:
    page = unescape(visitor.get("/search?type=deployment&month=2031-05").text)

    assert 'href="/search?type=deployment" aria-label="Take away: May 2031"' in page
    assert 'href="/search?type=deployment&status=asserted&month=2031-05"' in page
    assert '<input type="hidden" name="month" value="2031-05">' in page


def test_pages_follow_each_other(visitor: Visitor) -> None:
    assert 'rel="next" href="/search?page=2"' in visitor.get("/search").text
    assert 'rel="prev" href="/search"' in visitor.get("/search?page=2").text
    assert "The list ends before this page." in visitor.get("/search?page=99").text


def test_matching_articles_show_their_hits_escaped(visitor: Visitor) -> None:
    assert "<mark>fuel &lt;depot&gt;</mark>" in visitor.get("/search?q=depot").text


def test_nothing_found_says_what_to_try(visitor: Visitor) -> None:
    assert "No event matches." in visitor.get("/search?q=zeppelin").text


def test_accounts_stand_side_by_side_with_their_words(visitor: Visitor) -> None:
    page = visitor.get(f"/events/{EVENT.id}").text
    cards = [shown(card) for card in re.findall(r'<article class="account.*?</article>', page, re.DOTALL)]

    assert len(cards) == 5
    assert "Killed contradicts another account 7" in cards[1]
    assert "Who says so Ministry of the Interior/Sarun through spokeswoman" in cards[3]
    assert "Repeats Depot burns <script>alert('x')</script> at Port Sarun (reworded): counted as no new source." in cards[2]
    assert "When not stated" in cards[4]
    assert "root not known" in cards[4]
    start = TOLD["herald"].trigger.start
    assert f'href="/articles/{HERALD.id}?at={start}-{start + 24}#c{start}"' in unescape(page)


def test_independence_counts_roots_of_this_event(visitor: Visitor) -> None:
    page = shown(visitor.get(f"/events/{EVENT.id}").text)

    assert "5 accounts , 2 independent roots Ministry of the Interior/Sarun speaker, 3 accounts" in page


def test_both_texts_of_a_contradiction_are_shown(visitor: Visitor) -> None:
    for path in (f"/events/{EVENT.id}", "/contradictions"):
        page = visitor.get(path).text
        assert "<mark>سبعة حراس قتلوا.</mark>" in page
        assert "<mark>31</mark> guards died" in page


def test_contradictions_are_narrowed_by_kind_and_alarm(visitor: Visitor) -> None:
    for path, found in (("kind=denial", [1]), ("alarms=1", [0]), ("kind=denial&alarms=1", []), ("page=2", []), ("", [0, 1])):
        told = visitor.get(f"/contradictions?{path}", accept="application/json").json()
        assert [one[0]["id"] for one in told] == [CONTRADICTIONS[n].id for n in found]


def test_an_event_is_found_by_an_account(visitor: Visitor) -> None:
    assert visitor.get(f"/events/{TOLD['state'].id}").status_code == 200


def test_an_actor_is_found_by_a_name_with_a_slash(visitor: Visitor) -> None:
    assert "<h1" in visitor.get("/actors/Ministry of the Interior/Sarun").text
    page = shown(visitor.get(f"/actors/{FRONT.id}").text)
    assert "After صوت الميناء جبهة المد" in page
    assert "Tidewater Front is backed by Upland League (alleged)" in page


def test_an_article_shows_crossing_marks_and_jumps_to_the_words(visitor: Visitor) -> None:
    page = visitor.get(f"/articles/{HERALD.id}?at=30-60").text
    body = re.search(r'<div class="text".*?</div>', page, re.DOTALL)

    assert body is not None
    assert unescape(re.sub(r"<[^>]+>", "", body.group())) == HERALD.text
    assert 'id="c30"' in body.group()
    assert "k-here" in body.group()


def test_what_the_page_does_not_state_is_said(visitor: Visitor) -> None:
    page = shown(visitor.get(f"/articles/{BARE.id}").text)

    assert "Outlet not stated Authors not stated Published not stated Address not stated" in page
    assert "This article has not been read yet." in page


def test_an_unsafe_address_is_text_only(visitor: Visitor) -> None:
    page = visitor.get(f"/articles/{STATE.id}").text

    assert "<dd>javascript:alert(1)</dd>" in page


def test_text_knows_its_language_and_direction(visitor: Visitor) -> None:
    assert re.search(r'<div class="text" dir="auto" lang="ar">', visitor.get(f"/articles/{ARABIC.id}").text)


def test_a_copy_names_what_it_repeats(visitor: Visitor) -> None:
    assert "This article repeats Depot burns" in shown(visitor.get(f"/articles/{ECHO.id}").text)
    assert "93 of 100 words are the same" in shown(visitor.get("/copies").text)


def test_series_show_what_follows_and_what_does_not_add_up(visitor: Visitor) -> None:
    page = shown(visitor.get("/series").text)

    assert "96 for June cannot be reconciled" in page
    assert "June 2031 100 June 2031 = 589 - 489 = 100" in page
    assert "as of 31 May 2031 489 7 running total" in page


def test_status_gives_reasons(visitor: Visitor) -> None:
    page = shown(visitor.get("/status").text)

    assert "https://gone.example/<feed> fetch the server answered 404 (try another address) 2031-06-06 08:00 UTC" in page
    assert "things unheard of 2" in page


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/events/none", 404, 'no event with the id or name "none"'),
        ("/actors/<b>", 404, 'no actor with the id or name "<b>"'),
        ("/articles/none", 404, "no article"),
        ("/nowhere", 404, "no such page"),
        ("/static/none.css", 404, "no such page"),
        ("/search?month=2031-13", 422, "month: "),
        ("/search?page=0", 422, "page: "),
        ("/search?size=1000", 422, "size: "),
        ("/contradictions?alarms=9", 422, "alarms: "),
        (f"/articles/{HERALD.id}?at=7", 422, "at: "),
        (f"/articles/{HERALD.id}?at=7-99999", 422, "lies outside the article"),
        (f"/articles/{HERALD.id}?at=9-7", 422, "lies outside the article"),
    ],
)
def test_a_wrong_question_gets_a_reason_and_a_way_on(visitor: Visitor, path: str, status: int, words: str) -> None:
    page, told = visitor.get(path), visitor.get(path, accept="application/json")

    assert (page.status_code, told.status_code) == (status, status)
    assert words in shown(page.text)
    assert "The first page" in page.text
    assert ("Search all events" in page.text) is (status == 404)
    assert any(words in reason for reason in told.json()["reasons"])


def test_nothing_can_be_changed(visitor: Visitor) -> None:
    answer = visitor.get("/", method="POST")

    assert answer.status_code == 405
    assert "only answers questions" in answer.text


def test_a_broken_ledger_is_said_without_its_inside() -> None:
    class Broken(ImaginedLedger):
        def series(self) -> tuple[()]:
            raise RuntimeError("secret path")

    answer = Visitor(create_app(Broken())).get("/series")

    assert answer.status_code == 500
    assert "Something broke" in answer.text
    assert "secret" not in answer.text
