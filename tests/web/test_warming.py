"""What pages ask first is asked ahead, once for each time that linking ran."""

from threading import Event

from rashomon.store.ledger import Ledger
from rashomon.store.pages.places import Where
from rashomon.web.app import create_app
from rashomon.web.warming import Warming, asked_first, kept_warm


def test_the_first_questions_are_asked_once_for_each_linking(sample_folder, monkeypatch):
    with Ledger.open(sample_folder) as ledger:
        warming, stop = Warming(create_app(ledger).state.desk), Event()
        monkeypatch.setattr("rashomon.web.warming.BETWEEN", 0)
        assert (warming.once(stop), warming.once(stop)) == (True, False)
        monkeypatch.setattr(
            "rashomon.store.pages.places.map_view", lambda *_: (_ for _ in ()).throw(AssertionError("asked twice"))
        )

        assert ledger.pages.map(Where()).places
        assert len(list(asked_first(create_app(ledger).state.desk))) > 8


def test_one_told_to_stop_begins_anew_at_the_next_look(sample_folder):
    with Ledger.open(sample_folder) as ledger:
        warming, stop = Warming(create_app(ledger).state.desk), Event()
        stop.set()
        assert (warming.once(stop), warming.once(stop)) == (True, True)


def test_the_thread_ends_with_the_desk(sample_folder):
    with Ledger.open(sample_folder) as ledger, kept_warm(create_app(ledger).state.desk):
        pass
