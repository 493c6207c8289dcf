"""Bring a ledger up to date: split what is not split, read what is not read, link if anything changed.

Every step looks at what the ledger holds and does only what is missing, so a run that was killed goes on where it
stopped, and a run with nothing to do ends at once.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.extraction.contract import Extractor
from rashomon.linking.contract import Gazetteer, Registry
from rashomon.linking.digest import input_digest
from rashomon.model.reading import Reading
from rashomon.pipeline.adding import Adding, now
from rashomon.pipeline.attempts import attempt
from rashomon.pipeline.progress import Progress, silent
from rashomon.readers.reading import versions
from rashomon.store.contract import Intake
from rashomon.store.views import Fault

#: Articles whose readings are written in one transaction; what a kill may cost.
BATCH = 20


@dataclass(frozen=True, slots=True)
class Updated:
    """What a run did: captures split anew, articles read, articles that could not be read, and whether it linked."""

    split: int
    read: int
    failed: int
    linked: bool


class Updating:
    """Updates one ledger.

    Args:
        ledger: what is brought up to date.

        extractor: reads articles.

        registry, gazetteer: what is known of actors and places.

        clock: gives the present time; a fake in tests.
    """

    def __init__(
        self,
        ledger: Intake,
        extractor: Extractor,
        registry: Registry,
        gazetteer: Gazetteer,
        clock: Callable[[], str] = now,
    ) -> None:
        self._ledger = ledger
        self._extractor = extractor
        self._registry = registry
        self._gazetteer = gazetteer
        self._clock = clock

    def update(self, progress: Progress = silent) -> Updated:
        """Do what is missing and return what was done."""
        split = self._split(progress)
        read, failed = self._read(progress)
        return Updated(split, read, failed, self._link(progress))

    def _split(self, progress: Progress) -> int:
        captures = self._ledger.unread_captures(versions())
        adding = Adding(self._ledger, clock=self._clock)
        return sum(1 for _ in adding.split_again(progress(captures, label="splitting", total=len(captures))))

    def _read(self, progress: Progress) -> tuple[int, int]:
        waiting = self._ledger.unread_articles(self._extractor.version)
        batch: list[Reading] = []
        failed = 0
        for article_id in progress(waiting, label="reading", total=len(waiting)):
            tried = attempt(self._extractor.read, self._ledger.article(article_id))
            if tried.made is None:
                failed += 1
                self._ledger.put_fault(Fault(article_id, "extraction", tried.reason, self._clock()))
            else:
                batch.append(tried.made)
            if len(batch) == BATCH:
                self._ledger.put_readings(batch)
                batch = []
        self._ledger.put_readings(batch)
        return len(waiting) - failed, failed

    def _link(self, progress: Progress) -> bool:
        decisions = self._ledger.decisions()
        remembered = self._ledger.remembered
        digest = input_digest(remembered.stamps().items(), self._registry, self._gazetteer, decisions)
        if digest == self._ledger.linked_digest():
            return False
        from rashomon.linking.relinking.relinking import relink  # noqa: PLC0415 - numpy and all of linking, where needed

        for step in progress((relink,), label="linking", total=1):
            remembered.put(step(remembered, remembered, self._registry, self._gazetteer, decisions), digest)
        return True
