"""The page of an article, and its marks."""

from small_ledger import Made, page_of

from rashomon.model.words import CopyKind
from rashomon.store.views import Mark


def test_an_articles_page_has_its_capture_copies_events_and_others(made: Made):
    view = made.ledger.article_page(made.articles["copied"].id)

    assert view.article == made.articles["copied"]
    assert view.capture == made.captures["copied"]
    assert view.reading == made.readings["copied"]
    assert view.copies == made.linked.copies
    assert [line.title for line in view.events] == ["Bombing in Ostrel"]
    assert [line.published for line in view.others] == ["2031-03-04", "2031-03-06"]
    assert (view.line.copy_of, view.line.copy_kind) == (made.articles["first"].id, CopyKind.VERBATIM)


def test_a_title_that_is_not_stated_is_the_first_words(made: Made):
    line = made.ledger.article_page(made.articles["copied"].id).line

    assert not line.stated_title
    assert line.title == "It was a market day. A bomb killed 12 people in Ostrel on Monday, the Vale…"
    assert made.ledger.article_page(made.articles["first"].id).line.stated_title


def test_marks_say_what_was_found_where_and_open_it(made: Made):
    article = made.articles["first"]
    marks = made.ledger.article_page(article.id).marks
    shown = {(article.text[mark.start : mark.end], mark.kind, mark.label, mark.href_id) for mark in marks}

    assert {
        ("Vale Front", "actor", "Vale Front", made.linked.actors[0].id),
        ("Ostrel", "place", "Ostrel", made.linked.places[0].id),
        ("Monday", "date", "2031-03-03", None),
        ("bomb", "event", "bombing, claimed", made.linked.events[0].id),
        ("12", "number", "12 killed", made.linked.events[0].id),
        ("12", "figure", "12 people killed", None),
        ("blamed Karsk Guards", "claim", "Vale Front accuses", None),
        ("claimed the blast", "claim", "nobody claims responsibility", None),
    } <= shown


def test_marks_stand_by_start_the_longer_first(made: Made):
    for article in made.articles.values():
        marks = made.ledger.article_page(article.id).marks
        assert list(marks) == sorted(marks, key=lambda mark: (mark.start, -mark.end))
        assert all(isinstance(mark, Mark) and 0 <= mark.start < mark.end <= len(article.text) for mark in marks)


def test_an_article_that_was_not_read_has_a_bare_page(mine: Made):
    capture, article = mine.captures["raid"], mine.articles["raid"]
    mine.ledger.put_page(capture.sha256, page_of())
    mine.ledger.put_page(capture.sha256, page_of(article))
    view = mine.ledger.article_page(article.id)

    assert view.reading is None
    assert (view.marks, view.claims, view.figures, view.ties, view.events) == ((), (), (), (), ())
    assert mine.ledger.status().counts["unread"] == 1
