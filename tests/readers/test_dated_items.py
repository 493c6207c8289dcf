"""Lists of dated incidents, days with their paragraphs, live pages, digests under headings, and blogs dated above."""

import hashlib

import pytest

from rashomon.model.sources import Article, Capture
from rashomon.readers.pages import PageTextReader

MENU = "SALT COAST MONITOR\n\nHome | Lists | Maps | Method | Donate\n"
FOOT = "\nOlder posts\n© Salt Coast Monitor\n"


def articles(text: str) -> tuple[Article, ...]:
    content = f"{MENU}\n{text}\n{FOOT}".encode()
    capture = Capture(hashlib.sha256(content).hexdigest(), "page.txt", None, "2031-06-01T00:00:00Z", len(content))
    return PageTextReader().read(capture, content).articles


def days(text: str) -> list[str | None]:
    return [article.published for article in articles(text)]


INCIDENTS = """Attacks on ferries and jetties in spring
Last reviewed: 20 April 2031
Incidents count when two sources tell of them.
• 1 Apr 2031, Orrin, North Shore: Gunmen in a skiff fired at the ferry. Nobody was hurt.
• 3 Apr 2031, Dellmouth, South Shore: A mine sank a barge. Two sailors died and one is missing.
  Update 5 Apr: the missing sailor was found alive.
• 9-10 Apr 2031, Orrin, North Shore: Rockets fell on the jetty for two days. Five dockers were wounded.
• Early Apr 2031, Vess, South Shore: A pilot was reported abducted. The group has not answered."""


def test_a_list_of_dated_incidents_is_cut_into_them_with_their_days():
    assert days(INCIDENTS) == ["2031-04-01", "2031-04-03", "2031-04-09", "2031-04"]
    second = articles(INCIDENTS)[1]
    assert second.text.startswith("3 Apr 2031, Dellmouth")
    assert "found alive" in second.text
    assert second.digest_title == "Attacks on ferries and jetties in spring"


WEEK = """The week on the coast: 3-7 March 2031
Runa Ossel
March 8, 2031

Monday, 3 March

Two pilots were shot dead at the Orrin jetty. The attackers left in a skiff.

South Shore

At Dellmouth the Reed Front said it had cut the cable. The harbour office confirmed the damage.

Tuesday, 4 March

No incidents were reported.

Friday, 7 March

A docker and his son died when their cart hit a mine.
Police said the docker had chaired the harbour council."""


def test_paragraphs_under_days_are_articles_of_these_days():
    found = articles(WEEK)
    assert [article.published for article in found] == ["2031-03-03", "2031-03-03", "2031-03-07"]
    assert {article.authors for article in found} == {("Runa Ossel",)}
    assert "harbour council" in found[-1].text


LIVE = """Live: Fighting for Orrin enters second day
16 April 2031
By Runa Ossel
What we know so far
16:48
The harbour clinic raises its count to 12 dead, two of them children, and asks for blood.
15:31
Both sides agree to a pause of three hours from four o'clock, the mediators say.
13:10
Witnesses report shelling of the barracks near the old mole. We cannot confirm it.
09:20
Good morning. We go on with our coverage of the fighting in Orrin and around it.
Show older entries"""


def test_a_live_page_is_cut_at_its_times():
    found = articles(LIVE)
    assert [article.published for article in found] == ["2031-04-16"] * 4
    assert {article.digest_title for article in found} == {"Live: Fighting for Orrin enters second day"}


BULLETIN = """Weekly Bulletin No. 12 (4 - 10 March 2031)
By Runa Ossel and Tom Aldgate
Published 11 March 2031
NORTH SHORE
Mine sinks ferry off Orrin
A mine sank the Orrin ferry on Tuesday, killing four passengers. The harbour office blamed the Reed Front.
Former mayor shot dead in Dellmouth
Gunmen killed Nils Hamdar outside his house on Thursday. No group has claimed the murder.
SOUTH SHORE
Two pilots freed at Vess
Two pilots abducted in November were handed over near Vess. The harbour office denied that a ransom was paid."""


def test_a_bulletin_tells_its_stories_under_the_names_of_regions():
    found = articles(BULLETIN)
    assert [article.title for article in found] == [
        "Mine sinks ferry off Orrin",
        "Former mayor shot dead in Dellmouth",
        "Two pilots freed at Vess",
    ]
    assert {article.published for article in found} == {"2031-03-11"}


BLOG = """a reporter's notes

Tuesday, October 13, 2031
Orrin, three days on
The jetty is swept already. More than ten people died here on Saturday, and nobody has said who did it.

The mayor names the Reed Front first and the smugglers second.
Posted by Runa Ossel at 10:15 AM  23 comments
Labels: Orrin, ferries

Friday, October 2, 2031
Trenches in Vess
Boys of fifteen dig at night and sleep in the day. They say that older men come to teach them.

On the fourth day the police filled in two streets.
Posted by Tom Aldgate at 6:48 PM  4 comments
Labels: Vess"""


def test_a_blog_dated_above_and_signed_below_keeps_each_post_with_its_own_day():
    assert [(article.title, article.published, article.authors) for article in articles(BLOG)] == [
        ("Orrin, three days on", "2031-10-13", ("Runa Ossel",)),
        ("Trenches in Vess", "2031-10-02", ("Tom Aldgate",)),
    ]


ONE_STORY = """Weekly round-up 19/2031
Posted on May 15, 2031 by SCM team

Two accounts of the fighting at Vess
Nine armed men died when rival crews fought last Tuesday for the road, the prosecutor said. A clinic speaks of 21.

Read more » 4 comments

Weekly round-up 18/2031
Posted on May 8, 2031 by Runa Ossel

Ferry burns off Orrin
The Orrin ferry burned for an hour on Monday, the harbour office said. Nobody has claimed the attack."""


def test_a_numbered_round_up_may_tell_one_story():
    assert [(article.title, article.digest_title) for article in articles(ONE_STORY)] == [
        ("Two accounts of the fighting at Vess", "Weekly round-up 19/2031"),
        ("Ferry burns off Orrin", "Weekly round-up 18/2031"),
    ]
    assert articles(ONE_STORY)[0].authors == ("SCM team",)


PLAIN = """How the harbour fell
By Runa Ossel
March 8, 2031
The harbour fell in a week, and few people saw it coming. This is how it went, as those tell it who were there.

The mayor had left in the first night. His deputy stayed and opened the depots.

On the third day the Reed Front came down the coast road with forty men and one gun.

1 March - The garrison asks for help and is told to wait.
2 March - The ferry stops."""


@pytest.mark.parametrize("text", [PLAIN])
def test_an_article_that_ends_in_a_few_dates_stays_one(text):
    assert [article.title for article in articles(text)] == ["How the harbour fell"]
