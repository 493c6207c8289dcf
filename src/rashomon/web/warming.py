"""Ask ahead what pages ask first after linking ran, so that no person waits for what is made once and then kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from threading import Event, Thread

from rashomon.model.errors import RashomonError
from rashomon.store.contract import Questions
from rashomon.store.pages.places import Where
from rashomon.store.topics.questions import question_in
from rashomon.store.views import Question
from rashomon.web.pages import Desk
from rashomon.web.routes.map import still

#: Seconds between two looks whether linking ran, and between two questions, so that people's own come in between.
EVERY, BETWEEN = 3.0, 0.05
#: Actors, outlets and topics whose pages are asked for: those with most events or articles.
BUSIEST = 8


def asked_first(desk: Desk) -> Iterator[Callable[[], object]]:
    """Yield what the first page, the search, the map and the busiest actors, outlets and topics ask, in that order."""
    ledger = desk.ledger
    for template in desk.templates.list_templates():
        yield partial(desk.templates.get_template, template)
    everything = ledger.ask(Question())
    yield partial(ledger.desk.today.news, None, datetime.now(UTC))
    yield lambda: still(ledger.pages.map(Where()))
    for actor in next((facet.values for facet in everything.facets if facet.name == "actor"), ())[:BUSIEST]:
        yield from _of_actor(ledger, actor.value)
    for line in ledger.pages.outlets(1).shown[:BUSIEST]:
        yield partial(ledger.pages.outlet, line.name)
    for topic in ledger.desk.topics.all()[:BUSIEST]:
        yield partial(ledger.desk.search.count, question_in(topic.question))


def _of_actor(ledger: Questions, actor_id: str) -> Iterator[Callable[[], object]]:
    actor = ledger.actor_page(actor_id).actor
    yield partial(ledger.pages.roles, actor.id)
    yield partial(ledger.pages.speaker, actor.name)
    yield partial(ledger.pages.accusations, actor.id)


class Warming:
    """Asks a desk's ledger ahead, once for each time that linking ran."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._version: str | None = None

    def once(self, stop: Event) -> bool:
        """Ask ahead where linking ran since the last time, until done or told to stop. Return whether it did."""
        version = self._desk.ledger.desk.search.version
        if version is None or version == self._version:
            return False
        for ask in asked_first(self._desk):
            if stop.wait(BETWEEN):
                return True
            ask()
        self._version = version
        return True

    def run(self, stop: Event) -> None:
        """Look again and again, until told to stop. What goes while it is asked for is asked for at the next look."""
        while not stop.is_set():
            with suppress(RashomonError):
                self.once(stop)
            stop.wait(EVERY)


@contextmanager
def kept_warm(desk: Desk) -> Iterator[None]:
    """Keep a desk warm in a thread of its own as long as this lasts."""
    stop = Event()
    thread = Thread(target=Warming(desk).run, args=(stop,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
