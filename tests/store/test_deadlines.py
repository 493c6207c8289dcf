"""Threats with a deadline, and claims that their own source takes back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from small_ledger import Made, article_of, capture_of, page_of, span

from rashomon.model.dates import DateInterval
from rashomon.model.ledger import ActorLink
from rashomon.model.reading import Account, Claim, Mention, Reading
from rashomon.model.sources import Article
from rashomon.model.words import EventType, MentionKind, Stance, Status

NOW = datetime(2031, 3, 10, 12, tzinfo=UTC)
THREAT = "Karsk Guards threatened to burn Ostrel by 9 March."
OWNED = "Karsk Guards said they had bombed Ostrel."


def put(made: Made, name: str, text: str, published: str, stance: Stance, **more: object) -> tuple[Article, Reading]:
    """Keep one more article in which the guards say something."""
    capture = capture_of(f"{name}.txt", text.encode())
    article = article_of(capture, text, published=published)
    account = Account(
        EventType.BOMBING, Status(str(more.get("status", "asserted"))), span(article, "Karsk Guards"), span(article, text)
    )
    mention = Mention(span(article, "Karsk Guards"), MentionKind.FORCE, "Karsk Guards", "guards", "Karsk Guards", named=True)
    claim = Claim("guards", stance, span(article, str(more.get("said", text))), mention.span, about=(account.id,))
    day = more.get("day")
    dates = (
        ()
        if day is None
        else (Mention(span(article, str(day)), MentionKind.DATE, str(day), date=DateInterval.parse("2031-03-09")),)
    )
    reading = Reading(article.id, "hand-1", (mention, *dates), (account,), (claim,))
    made.ledger.keep(capture, text.encode())
    made.ledger.put_page(capture.sha256, page_of(article))
    made.ledger.put_readings([reading])
    return article, reading


@pytest.mark.parametrize(
    ("published", "now", "found"),
    [
        ("2031-03-04", NOW, [("2031-03-09", True)]),
        ("2031-03-04", NOW.replace(day=5), [("2031-03-09", False)]),
        ("2031-03-04", NOW.replace(month=9), []),
        ("2031-03-20", NOW, []),
    ],
)
def test_a_threat_is_told_before_and_after_its_deadline(mine: Made, published: str, now: datetime, found: list):
    put(mine, "threat", THREAT, published, Stance.THREATENS, day="9 March")

    assert [(str(one.deadline), one.passed) for one in mine.ledger.desk.today.news(None, now).threats] == found


def test_a_term_may_stand_beside_the_threat_in_its_sentence(mine: Made):
    text = "Karsk Guards gave Ostrel 72 hours to surrender, threatening to burn it. Troops left."
    put(mine, "beside", text, "2031-03-07", Stance.THREATENS, said="threatening to burn it")

    assert [str(one.deadline) for one in mine.ledger.desk.today.news(None, NOW).threats] == ["2031-03-10"]


@pytest.mark.parametrize(
    ("said", "status", "found"),
    [
        ("Ostrel has until 9 March to surrender to Karsk Guards.", Status.ASSERTED, ["2031-03-09"]),
        ("If Ostrel does not surrender by 9 March, Karsk Guards will burn it.", Status.PLANNED, ["2031-03-09"]),
        ("If Ostrel does not surrender by 9 March, Karsk Guards are sorry.", Status.ASSERTED, []),
    ],
)
def test_an_ultimatum_that_is_only_said_has_its_deadline(mine: Made, said: str, status: Status, found: list[str]):
    put(mine, "ultimatum", said, "2031-03-04", Stance.ASSERTS, day="9 March", status=status)

    assert [str(one.deadline) for one in mine.ledger.desk.today.news(None, NOW).threats] == found


def test_a_day_in_a_plain_statement_is_no_deadline(mine: Made):
    put(mine, "said", THREAT, "2031-03-04", Stance.ASSERTS, day="9 March")

    assert mine.ledger.desk.today.news(None, NOW).threats == ()


def said_of_the_bombing(made: Made, name: str, text: str, published: str, stance: Stance) -> None:
    """Keep one more article in which the guards speak of the bombing in Ostrel."""
    article, reading = put(made, name, text, published, stance)
    guards = next(actor for actor in made.linked.actors if actor.name == "Karsk Guards")
    event = made.linked.events[0]
    wider = replace(event, accounts=(*event.accounts, reading.accounts[0].id))
    links = (*made.linked.actor_links, ActorLink(article.id, "guards", guards.id, 1.0))
    made.ledger.put_linked(replace(made.linked, events=(wider, *made.linked.events[1:]), actor_links=links), "digest-2")


@pytest.mark.parametrize(("published", "taken_back"), [("2031-03-03", 1), ("2031-03-09", 0), ("2031-03-06", 0)])
def test_what_its_own_source_denies_on_a_later_day_is_taken_back(mine: Made, published: str, taken_back: int):
    said_of_the_bombing(mine, "owned", OWNED, published, Stance.CLAIMS_RESPONSIBILITY)
    found = mine.ledger.desk.today.news(None, NOW).taken_back

    assert len(found) == taken_back
    for one in found:
        assert (one.before.claim.stance, one.after.claim.stance) == (Stance.CLAIMS_RESPONSIBILITY, Stance.DENIES)
        assert one.before.source.name == one.after.source.name == "Karsk Guards"


def test_who_denies_what_it_never_said_has_taken_nothing_back(mine: Made):
    said_of_the_bombing(mine, "told", "Karsk Guards said that seven were dead in the market.", "2031-03-03", Stance.ASSERTS)

    assert mine.ledger.desk.today.news(None, NOW).taken_back == ()


def test_claims_go_with_their_article(mine: Made):
    put(mine, "threat", THREAT, "2031-03-04", Stance.THREATENS, day="9 March")
    capture = next(one for one in mine.ledger.captures() if one.name == "threat.txt")
    mine.ledger.put_page(capture.sha256, page_of())

    assert mine.ledger.desk.today.news(None, NOW).threats == ()


def test_what_the_actor_did_since_stands_beside_its_threat(mine: Made):
    put(mine, "threat", THREAT, "2031-02-20", Stance.THREATENS, day="9 March")
    guards = next(one for one in mine.linked.actors if one.name == "Karsk Guards")
    article_id = next(one.id for one in (source.article for source in mine.ledger.sources()) if one.text == THREAT)
    link = ActorLink(article_id, "guards", guards.id, 1.0)
    mine.ledger.put_linked(replace(mine.linked, actor_links=(*mine.linked.actor_links, link)), "again")

    (threat,) = mine.ledger.desk.today.news(None, NOW).threats
    assert threat.actor_id == guards.id
    assert [(line.title, line.date) for line in threat.events] == [("Bombing in Ostrel", "2031-03-03")]
    assert threat.since == 1


def test_days_left_are_counted_from_the_day_they_were_told(mine: Made):
    put(mine, "term", "Karsk Guards gave Ostrel 48 hours to surrender.", "2031-03-07", Stance.DEMANDS)

    assert [str(one.deadline) for one in mine.ledger.desk.today.news(None, NOW).threats] == ["2031-03-09"]
