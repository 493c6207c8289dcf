"""A brief of an invented ledger: every sentence rests on words, nothing restricted or private is in it, it knows the last one."""

import getpass
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from told_desk import restrict, stamp, updating

from rashomon.exports.briefs.contract import Brief, Wanted
from rashomon.exports.briefs.giving import given_out
from rashomon.exports.briefs.judging import mixes
from rashomon.exports.briefs.making import make_brief
from rashomon.exports.contract import Aggregation
from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.model.words import Verdict
from rashomon.store.codec import decode
from rashomon.store.ledger import Ledger
from rashomon.store.review.contract import DecisionError
from rashomon.store.views import Question

WANTED = Wanted("Maiduguri", "top-1", date(2031, 6, 1))


@pytest.fixture(scope="module")
def folder(told_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented ledger as the machine read it, without what people decided; a page and a record are marked."""
    copied = tmp_path_factory.mktemp("briefs") / "desk"
    shutil.copytree(told_folder, copied)
    with Ledger.open(copied) as ledger:
        edits = [one for one in ledger.decisions() if one.verdict is Verdict.EDIT]
        for n, one in enumerate(edits):
            with suppress(DecisionError):
                ledger.review.undo(one.id, "ann", stamp(6 + n), "as the machine read it")
        restrict(ledger)
        updating(ledger).update()
    return copied


@pytest.fixture(scope="module")
def asked(folder: Path) -> Iterator[Ledger]:
    with Ledger.open(folder) as ledger:
        yield ledger


@pytest.fixture
def mine(folder: Path, tmp_path: Path) -> Iterator[Ledger]:
    shutil.copytree(folder, tmp_path / "desk")
    with Ledger.open(tmp_path / "desk") as ledger:
        yield ledger


def texts(brief: Brief, key: str | None = None) -> str:
    sections = [one for one in brief.sections if key in (None, one.key)]
    said = [sentence.text for one in sections for paragraph in one.paragraphs for sentence in paragraph.sentences]
    return " ".join([*said, *(note for one in sections for note in one.notes)])


def whole(brief: Brief) -> str:
    headings = [paragraph.heading or "" for one in brief.sections for paragraph in one.paragraphs]
    grids = [cell for one in brief.sections for grid in one.grids for row in grid.rows for cell in row]
    shapes = [shape.text for one in brief.sections for picture in one.pictures for shape in picture.shapes]
    return " ".join([texts(brief), *headings, *grids, *shapes, *(str(one.ground) for one in brief.citations)])


def test_every_sentence_is_cited_by_words_that_stand_in_an_article(asked: Ledger) -> None:
    brief = make_brief(asked, WANTED).brief
    sentences = list(brief.sentences())

    assert len(sentences) > 8
    assert all(sentence.cites for sentence in sentences)
    assert [one.number for one in brief.citations] == list(range(1, len(brief.citations) + 1))
    for one in brief.citations:
        article = asked.pages.articles([one.ground.article_id])[one.ground.article_id]
        assert article.text[one.ground.start : one.ground.end] == one.ground.words


def test_both_tolls_stand_in_it_each_with_who_gives_it(asked: Ledger) -> None:
    said = texts(make_brief(asked, WANTED).brief, "happened")

    assert "four" in said
    assert "nine" in said
    assert "Boko Haram" in said
    assert "claimed responsibility" in said or "Responsibility was claimed" in said


@pytest.mark.parametrize(
    ("aggregation", "first"), [(Aggregation.CONSERVATIVE, "four"), (Aggregation.INFORMATIVE, "nine")], ids=["least", "most"]
)
def test_the_aggregation_chooses_the_toll_that_leads(asked: Ledger, aggregation: Aggregation, first: str) -> None:
    brief = make_brief(asked, replace(WANTED, aggregation=aggregation)).brief
    toll = next(
        sentence.text for sentence in brief.sentences() if any(word in sentence.text.lower() for word in ("dead", "killed"))
    )

    assert first in toll.partition("“")[0] or first in toll.rpartition("”")[2]
    assert aggregation.value in " ".join(brief.about)


def test_what_is_marked_above_the_clearance_is_nowhere_in_it_and_counted(asked: Ledger) -> None:
    clear = make_brief(asked, WANTED).brief
    red = make_brief(asked, replace(WANTED, clearance=Mark.RED)).brief

    assert "informant" not in whole(clear).lower()
    assert "eleven" not in whole(clear)
    assert "Captures marked above TLP:CLEAR: 2" in texts(clear, "left_out")
    assert "eleven" in whole(red)
    assert "marked above" not in texts(red, "left_out")


def test_a_private_person_is_not_named(asked: Ledger) -> None:
    brief = make_brief(asked, WANTED).brief

    assert "Dulaimi" not in whole(brief)
    assert "Abu Ghraib" in whole(brief)
    assert "withheld" in texts(brief, "left_out")


def test_likelihood_and_confidence_never_share_a_sentence(asked: Ledger) -> None:
    brief = make_brief(asked, WANTED).brief
    judged = texts(brief, "likely")

    assert "happened as told" in judged
    assert "onfidence is" in judged
    assert not [sentence.text for sentence in brief.sentences() if mixes(sentence.text)]


def test_neighbouring_sentences_and_paragraphs_do_not_open_alike(asked: Ledger) -> None:
    brief = make_brief(asked, WANTED).brief
    paragraphs = next(one for one in brief.sections if one.key == "happened").paragraphs
    openings = [" ".join(one.sentences[0].text.split()[:2]) for one in paragraphs]

    assert len(openings) > 1
    assert all(one != other for one, other in pairwise(openings))


def test_a_day_leaves_out_what_ended_before_it(asked: Ledger) -> None:
    late = make_brief(asked, replace(WANTED, since=date(2031, 5, 7))).brief

    assert "Maiduguri on 5 May" not in whole(late)
    assert any("7 May 2031 or later" in line for line in late.about)


def test_nothing_that_answers_makes_a_brief_that_says_so(asked: Ledger) -> None:
    brief = make_brief(asked, replace(WANTED, question=Question("zeppelin"))).brief

    assert list(brief.sentences()) == []
    assert "No event answers." in texts(brief, "happened")


def test_the_same_question_gives_the_same_brief(asked: Ledger) -> None:
    assert make_brief(asked, WANTED) == make_brief(asked, WANTED)


def test_a_brief_given_out_is_kept_as_it_was_and_the_next_one_knows_it(mine: Ledger) -> None:
    first = make_brief(mine, WANTED)
    kept = given_out(mine, first, WANTED, getpass.getuser())
    again = make_brief(mine, WANTED).brief

    assert decode(Brief, mine.publishing.briefs.one(kept.id, Mark.CLEAR).content) == first.brief
    assert "Nothing that the last brief told has changed." in texts(again, "changed")
    assert "No earlier brief" in texts(make_brief(mine, replace(WANTED, subject="top-2")).brief, "changed")


def test_what_changed_since_the_last_brief_is_told_with_its_words(mine: Ledger) -> None:
    given_out(mine, make_brief(mine, WANTED), WANTED, "ana")
    mine.marks.mark("second.txt", Mark.AMBER, "ana", "2031-06-02T00:00:00+00:00")
    changed = make_brief(mine, WANTED).brief

    assert "No earlier brief" in texts(changed, "changed"), "one that cites what is restricted now is not compared with"
    mine.marks.unmark("second.txt")
    section = next(one for one in make_brief(mine, WANTED).brief.sections if one.key == "changed")
    assert "Nothing that the last brief told has changed." in section.notes


def test_a_new_toll_is_a_change_and_names_both(mine: Ledger) -> None:
    mine.marks.mark("second.txt", Mark.AMBER, "ana", "2031-06-01T00:00:00+00:00")
    given_out(mine, make_brief(mine, WANTED), WANTED, "ana")
    mine.marks.unmark("second.txt")
    wanted = replace(WANTED, aggregation=Aggregation.INFORMATIVE)
    section = next(one for one in make_brief(mine, wanted).brief.sections if one.key == "changed")
    said = " ".join(sentence.text for paragraph in section.paragraphs for sentence in paragraph.sentences)

    assert "four in the last brief" in said
    assert "nine" in said
    assert all(sentence.cites for paragraph in section.paragraphs for sentence in paragraph.sentences)


def test_a_brief_for_few_is_neither_shown_to_nor_compared_for_all(mine: Ledger) -> None:
    red = replace(WANTED, clearance=Mark.RED)
    kept = given_out(mine, make_brief(mine, red), red, "ana")

    assert "No earlier brief" in texts(make_brief(mine, WANTED).brief, "changed")
    assert mine.publishing.briefs.all(Mark.CLEAR) == ()
    with pytest.raises(NotFoundError, match=kept.id):
        mine.publishing.briefs.one(kept.id, Mark.AMBER)
