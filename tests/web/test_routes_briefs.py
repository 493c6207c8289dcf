"""Briefs on the desk, over the sample: every sentence of the sample's brief is held against the words that it cites."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from deciding_desk import Visitor
from lxml import html

from rashomon.exports.briefs.contract import Brief, Citation, Sentence, Wanted
from rashomon.exports.briefs.making import make_brief
from rashomon.extraction.numbers import find_numbers
from rashomon.model.dates import DateInterval
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger
from rashomon.text.wordlist import words
from rashomon.web.app import create_app
from rashomon.web.people.access import Access

#: Capital letters that templates bring: openings of frames, and the months of days that are checked by themselves.
OPENINGS = frozenset(
    words(
        "A Accounts According Accusation Against All Also An Another As At Behind But By Confidence Denial Doubt Every For From "
        "Ground If In It Later New No None Not On One Only Or Other Out "
        "Plans Responsibility That The Then There This Those What With"
    )
)
MONTHS = words("January February March April May June July August September October November December")
DAY = re.compile(rf"\b(\d{{1,2}})?(?: to \d{{1,2}})? ?({'|'.join(MONTHS)})(?: (\d{{4}}))?|\bin (\d{{4}})\b")


@pytest.fixture(scope="module")
def ledger(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("briefs") / "ledger"
    shutil.copytree(sample_folder, folder)
    with Ledger.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def brief(ledger: Ledger) -> Brief:
    return make_brief(ledger, Wanted("Everything", "all", date(2031, 7, 15))).brief


@pytest.fixture
def analyst(ledger: Ledger) -> Visitor:
    visitor = Visitor(create_app(ledger, access=Access(ledger.people, ledger.review, "ana")))
    assert visitor.get("/briefs").status_code == 200
    return visitor


def own(text: str) -> str:
    """A sentence without what it quotes."""
    return re.sub("“[^”]*”", " ", text)


@pytest.fixture(scope="module")
def held(brief: Brief, ledger: Ledger) -> dict[str, tuple[set[str], set[str]]]:
    """The names and days that the ledger links to each cited article: from its pages, not from the brief."""
    found = {}
    for article_id in {one.ground.article_id for one in brief.citations}:
        view = ledger.article_page(article_id)
        names = {mark.label for mark in view.marks} | {claim.source.name for claim in view.claims}
        for line in view.events:
            event = ledger.event(line.id)
            names |= {root.name for root in event.roots} | set(event.names.values())
        found[article_id] = names, {str(account.date) for account in view.reading.accounts if account.date is not None}
    return found


def numbers(text: str) -> set[float]:
    found = set()
    for one in find_numbers(text, (0, len(text))):
        if one.ordinal:
            continue
        found |= {value for value in (one.value.low, one.value.high, one.printed) if value is not None}
    return found | {float(digits) for digits in re.findall(r"\d+", text)}


def strange_numbers(sentence: Sentence, cited: list[Citation], ledger: Ledger) -> set[float]:
    """Numbers of a sentence that no cited word holds, and that do not count its sources or follow by the ledger's arithmetic."""
    text = (
        DAY.sub(" ", own(sentence.text)).replace("more than one", "").replace("More than one", "").replace("several sources", "")
    )
    known = set().union(*(numbers(one.ground.words) for one in cited)) | {float(len(sentence.cites))}
    if "it follows from" in text or "does not add up" in text:
        lines = [line for one in ledger.series() for line in (*one.series.faults, *(d.derivation for d in one.series.derived))]
        known |= {float(digits) for line in lines for digits in re.findall(r"\d+", line)}
    return numbers(text) - known


def strange_names(sentence: Sentence, cited: list[Citation], names: set[str]) -> list[str]:
    """Words with a capital letter that stand in no cited word, outlet, or name of the ledger."""
    known = " ".join([*names, *(f"{one.ground.words} {one.ground.outlet or ''}" for one in cited)]).casefold()
    found = re.findall(r"\b[^\W\d_a-z][\w'’-]*", DAY.sub(" ", own(sentence.text)))
    return [word for word in found if word not in OPENINGS and word not in MONTHS and word.casefold() not in known]


def strange_days(sentence: Sentence, cited: list[Citation], days: set[str]) -> list[str]:
    """Days of a sentence that lie in no day of the cited articles' accounts."""
    held = [DateInterval.parse(day) for day in days] + [
        DateInterval.parse(one.ground.published) for one in cited if one.ground.published
    ]
    strange = []
    for number, month, year, bare in DAY.findall(own(sentence.text)):
        if not (year or bare):
            continue
        asked = DateInterval.parse(bare or f"{year}-{MONTHS.index(month) + 1:02}" + (f"-{int(number):02}" if number else ""))
        if not any(asked.overlaps(one) for one in held):
            strange.append(f"{number} {month} {year or bare}")
    return strange


def test_every_sentence_of_the_samples_brief_is_said_by_its_cited_words(brief: Brief, ledger: Ledger, held: dict) -> None:
    by_number = {one.number: one for one in brief.citations}
    wrong = []
    for sentence in brief.sentences():
        cited = [by_number[n] for n in sentence.cites]
        names, days = (set().union(*(held[one.ground.article_id][n] for one in cited)) for n in (0, 1))
        strange = (
            strange_numbers(sentence, cited, ledger),
            strange_names(sentence, cited, names),
            strange_days(sentence, cited, days),
        )
        if any(strange) or not cited:
            wrong.append((sentence.text, strange))

    assert sum(1 for _ in brief.sentences()) > 80
    assert not wrong, "\n".join(map(str, wrong))


def test_quoted_words_of_the_samples_brief_stand_in_what_is_cited(brief: Brief, ledger: Ledger) -> None:
    def plain(text: str) -> str:
        return " ".join(re.sub("[\"“”‘’']", "'", text).split())

    by_number = {one.number: one for one in brief.citations}
    for sentence in brief.sentences():
        there = plain(" ".join(by_number[n].ground.words for n in sentence.cites))
        for quoted in re.findall("“([^”]*)”", sentence.text):
            assert plain(quoted.removesuffix("…")) in there
    for one in brief.citations:
        article = ledger.pages.articles([one.ground.article_id])[one.ground.article_id]
        assert article.text[one.ground.start : one.ground.end] == one.ground.words


def test_what_is_planted_in_the_sample_is_told(brief: Brief) -> None:
    said = " ".join(sentence.text for sentence in brief.sentences())
    issues = [paragraph.heading for section in brief.sections if section.key == "disputed" for paragraph in section.paragraphs]

    assert "23" in said
    assert "seven by" in said
    assert "Sable Heron (Heron Dispatch) claimed responsibility" in said
    assert "Reed Valley Front" in said
    assert any("Whether Dravo Hesk was killed" in issue for issue in issues if issue)
    assert any("Who did it" in issue for issue in issues if issue)
    assert "48 is printed for May 2031" in said


def test_a_draft_shows_each_citation_as_a_link_to_words_that_are_there(analyst: Visitor) -> None:
    page = html.fromstring(analyst.get("/brief?q=Merrowick&type=bombing").text)
    marks = page.xpath("//div[@class='brief-text']//sup/a/@href")
    links = page.xpath("//ol[@class='cited']//a/@href")

    assert len(marks) > 20
    assert {mark.removeprefix("#") for mark in marks} <= set(page.xpath("//li/@id"))
    assert analyst.get(links[0].partition("#")[0]).status_code == 200
    assert not page.xpath("//*[@style]")


@pytest.mark.parametrize("form", ["md", "docx"])
def test_a_draft_is_given_as_a_file(analyst: Visitor, form: str) -> None:
    answer = analyst.get(f"/brief?type=bombing&form={form}")

    assert answer.status_code == 200
    assert re.fullmatch(rf'attachment; filename="brief-\d{{4}}-\d\d-\d\d\.{form}"', answer.headers["content-disposition"])
    assert len(answer.content) > 5000


def test_a_brief_that_is_given_out_is_listed_and_opens_as_it_was(analyst: Visitor, ledger: Ledger) -> None:
    topic = ledger.desk.topics.make("Bombs", "type=bombing", "ana")
    analyst.get(f"/brief?topic={topic.id}")
    given = analyst.post("/briefs", topic=topic.id)
    page = analyst.get(given.headers["location"])

    assert given.status_code == 303
    assert "given out by ana" in page.text
    assert "Brief: Bombs" in analyst.get("/briefs").text
    assert analyst.get(f"{given.headers['location']}?form=md").text.startswith("# Brief: Bombs")
    assert "Nothing that the last brief told has changed." in analyst.get(f"/brief?topic={topic.id}").text


def test_what_it_cites_is_marked_later_and_it_is_shown_no_more(analyst: Visitor, ledger: Ledger) -> None:
    analyst.get("/brief?q=Karvost")
    where = analyst.post("/briefs", question="q=Karvost").headers["location"]
    cited = ledger.publishing.briefs.one(where.rpartition("/")[2], Mark.CLEAR).articles[0]
    ledger.marks.mark(cited, Mark.RED, "ana", "2031-07-15T00:00:00+00:00")
    refused = analyst.get(where)
    ledger.marks.unmark(cited)

    assert refused.status_code == 403
    assert "marked above its TLP" in refused.text
    assert analyst.get(where).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/brief?since=soon", 422),
        ("/brief?tlp=pink", 422),
        ("/briefs/brf-0", 404),
        ("/brief?days=99999", 422),
        ("/brief?form=odt", 422),
    ],
)
def test_a_wrong_address_is_refused(analyst: Visitor, path: str, status: int) -> None:
    assert analyst.get(path).status_code == status


def test_a_desk_that_only_shows_gives_nothing_out_and_shows_what_all_may_see(ledger: Ledger) -> None:
    visitor = Visitor(create_app(ledger))

    assert visitor.get("/brief?q=Karvost").status_code == 200
    assert visitor.get("/brief?q=Karvost&tlp=red").status_code == 403
    assert visitor.post("/briefs", question="q=Karvost").status_code in {403, 405}


def test_giving_out_needs_the_pages_own_word(analyst: Visitor, ledger: Ledger) -> None:
    before = len(ledger.publishing.briefs.all(Mark.RED))
    analyst.word = "forged"

    assert analyst.post("/briefs", question="q=Karvost").status_code == 403
    assert len(ledger.publishing.briefs.all(Mark.RED)) == before
