"""Words of a like meaning: which are near, how a question is widened, and what its own words find stays first and counted."""

import pytest
from small_ledger import Made, article_of, capture_of, page_of

from benchmarks.meaning import holds, plain
from rashomon.store.search.meaning.likening import liken
from rashomon.store.search.meaning.nearest import meanings
from rashomon.store.search.words import Both, Either, Words, parse
from rashomon.store.topics.questions import question_in
from rashomon.store.views import Question


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("slain", "Nine herders were murdered near the wells."),
        ("soldiers kidnapped", "Four troops were abducted on the road."),
        ("drone", "An unmanned aerial vehicle was seen."),
        ("car bomb", "A vehicle full of explosives stood there, and bombs went off."),
    ],
)
def test_other_words_for_the_same_are_found(question: str, sentence: str):
    asked = parse(question)
    assert asked is not None
    assert not holds(asked, plain(sentence))
    assert holds(liken(asked)[0], plain(sentence))


@pytest.mark.parametrize("question", ['"slain"', "type:bombing", "Xyzzqu", "-slain"])
def test_quoted_words_fields_unknown_words_and_unwanted_ones_stay(question: str):
    asked = parse(question)
    assert asked is not None
    assert liken(asked) == (asked, ())


def test_words_that_hold_the_asked_one_are_no_news():
    near = [word for word, _ in meanings().near("drone", 18)]
    assert near
    assert not [word for word in near if "drone" in word.split()]
    assert meanings().near("drone", 3)[0][1] >= meanings().near("drone", 3)[-1][1]
    assert meanings().near("no such word", 3) == ()


def test_a_phrase_is_likened_whole_and_word_by_word():
    wide, told = liken(Both((Words(("drone",)), Words(("strike",)))))
    assert {one.words for one in told} == {"drone strike", "drone", "strike"}
    assert isinstance(wide, Either)
    assert isinstance(wide.parts[0], Both)


@pytest.mark.parametrize("word", ["marketplace", "markets"])
def test_what_only_like_words_find_stands_beside_and_in_no_count(made: Made, word: str):
    found = made.ledger.ask(Question(text=word))
    assert (found.total, found.found_articles, found.events) == (0, 0, ())
    assert found.beside is not None
    assert [line.title for line in found.beside.events] == ["Bombing in Ostrel"]
    assert found.beside.total == 1
    assert "market" in found.likened[0].others
    assert all(not facet.values for facet in found.facets)


def test_like_words_count_where_they_are_asked_for_and_come_last(made: Made):
    alone = made.ledger.ask(Question(text="raided", meaning="off"))
    both = made.ledger.ask(Question(text="raided OR marketplace", meaning="with"))
    assert (alone.likened, alone.beside) == ((), None)
    assert [line.title for line in both.events][:1] == [line.title for line in alone.events]
    assert both.total > alone.total
    assert made.ledger.desk.search.count(Question(text="raided OR marketplace", meaning="with")) == both.total
    assert both.beside is None


def test_an_address_says_what_is_done_with_like_words():
    assert question_in("q=slain&meaning=with") == Question(text="slain", meaning="with")


def test_an_article_that_comes_after_linking_answers_and_one_told_anew_no_longer(mine: Made):
    before = mine.ledger.ask(Question(text="market")).found_articles
    later = capture_of("later.txt", b"The market of Ostrel is closed.")
    mine.ledger.keep(later, b"The market of Ostrel is closed.")
    mine.ledger.put_page(later.sha256, page_of(article_of(later, "The market of Ostrel is closed.")))
    assert mine.ledger.ask(Question(text="market")).found_articles == before + 1

    mine.ledger.put_page(later.sha256, page_of(article_of(later, "Something else.")))
    first = mine.captures["first"]
    mine.ledger.put_page(first.sha256, page_of(article_of(first, "Something else.")))
    left = mine.ledger.ask(Question(text="market"))
    assert left.found_articles == before - 1
    assert first.sha256 not in {mine.ledger.article(hit.line.id).capture for hit in left.articles}
