import re
from html import unescape
from html.parser import HTMLParser

import pytest
from shown_article import ARTICLE, BY_RULES, EXPLAINED, MENTIONS, READING, TEXT, VIEW

from rashomon.web.catalogue import read_catalogue
from rashomon.web.grounds import Grounds
from rashomon.web.labels import in_words, with_kinds
from rashomon.web.marking import GROUPS
from rashomon.web.standalone import page as standalone
from rashomon.web.standalone import shown
from rashomon.web.tables import Found

SAY = read_catalogue()


def html(*explained):
    several = []
    for how in explained:
        grounds = Grounds(ARTICLE, READING, how, SAY).tables() if how else ()
        several.append(shown(VIEW, Found(VIEW, SAY).tables(), grounds, SAY))
    return standalone(several, "rangers.txt", "test-1", SAY)


PAGE = html(EXPLAINED)


class Seen(HTMLParser):
    """Collects what a page links to and shows, and the ids it has."""

    def __init__(self):
        super().__init__()
        self.addresses, self.ids, self.titles, self.tags, self.text = [], [], [], set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "action", "srcset", "poster", "data"):
                self.addresses.append(value)
            elif name == "id":
                self.ids.append(value)
            elif name == "title":
                self.titles.append(value)

    def handle_data(self, data):
        self.text += data


@pytest.fixture(scope="module")
def seen():
    made = Seen()
    made.feed(PAGE)
    return made


def test_the_page_holds_every_mention_in_its_text_and_in_a_list(seen):
    for mention in MENTIONS:
        assert seen.text.count(mention.text) >= 2, mention.text


def test_every_mark_says_what_it_is(seen):
    marks = with_kinds(in_words(VIEW.page.marks, SAY), SAY)

    assert [mark for mark in marks if not any(mark.label in title for title in seen.titles)] == []
    for label in ("armed group: Reed Front", "date: 2 June 2031", "number: 9 or more killed", "killing, alleged"):
        assert any(label in title.split("; ") for title in seen.titles), label


def test_nothing_outside_the_file_is_asked_for(seen):
    assert [address for address in seen.addresses if not address.startswith(("#", "data:,"))] == []
    assert not seen.tags & {"script", "img", "iframe", "object", "form", "base"}
    assert not re.search(r"url\(|@import", PAGE)


def test_every_link_leads_to_its_words(seen):
    missing = {address for address in seen.addresses if address.startswith("#") and address[1:] not in seen.ids}

    assert missing == set()


def test_what_the_article_says_is_shown_and_never_run(seen):
    assert "<ranger>" not in PAGE
    assert "a <ranger> chief" in seen.text
    assert 'Rangers "killed" <near> Oskil' in unescape(PAGE)


def test_the_text_is_whole(seen):
    assert TEXT in seen.text


def test_two_articles_do_not_share_an_id():
    made = Seen()
    made.feed(html(BY_RULES, None))

    assert len(made.ids) == len(set(made.ids))
    assert "#a2" in made.addresses
    assert "How claims were found" in made.text


def test_without_asking_nothing_is_explained():
    assert SAY("found.how") not in html(None)


def test_each_kind_of_mark_stands_in_the_legend(seen):
    groups = {GROUPS[mark.kind] for mark in VIEW.page.marks}

    assert {f"show-{group}" for group in groups} <= set(seen.ids)
