"""Series, contradictions, copies, and how the ledger stands."""

from small_ledger import Made

from rashomon.model.ledger import Linked
from rashomon.model.words import Severity
from rashomon.store.ledger import Ledger


def test_series_come_longest_first_with_the_words_of_each_figure(made: Made):
    longest, short = made.ledger.series()

    assert longest.series == made.linked.series[1]
    assert [figure.quote.words for figure in longest.figures] == ["30 were counted by April", "its 31st attack this year"]
    assert [figure.figure.id for figure in short.figures] == list(short.series.figures)


def test_contradictions_come_alarms_first_with_their_event(made: Made):
    found = made.ledger.contradictions()

    assert [(one.severity, line.title if line else None) for one, line in found] == [
        (Severity.CONTRADICTION, None),
        (Severity.DIFFERENT_NUMBER, "Bombing in Ostrel"),
        (Severity.UPDATE, "Bombing in Ostrel"),
    ]


def test_copies_come_back_with_their_reasons(made: Made):
    assert made.ledger.copies() == made.linked.copies


def test_status_counts_everything(made: Made):
    status = made.ledger.status()

    assert {name: status.counts[name] for name in ("captures", "articles", "readings", "events", "actors", "places")} == {
        "captures": 4,
        "articles": 4,
        "readings": 4,
        "events": 3,
        "actors": 3,
        "places": 2,
    }
    assert {name: status.counts[name] for name in ("accounts", "claims", "figures", "ties", "unread")} == {
        "accounts": 4,
        "claims": 7,
        "figures": 4,
        "ties": 2,
        "unread": 0,
    }
    assert next((line.capture.name, line.reader, line.articles, line.unused) for line in status.captures) == (
        "copied.txt",
        "shape-1",
        1,
        ("a navigation bar",),
    )


def test_an_empty_ledger_answers_every_question_with_nothing(ledger: Ledger):
    assert ledger.series() == ledger.contradictions() == ledger.copies() == ()
    assert ledger.linked() == Linked()
    assert ledger.linked_digest() is None
    assert set(ledger.status().counts.values()) == {0}
