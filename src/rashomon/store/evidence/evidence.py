"""Evidence as the other rooms use it: fetches, the log, versions. Keeps to `rashomon.store.evidence.contract`."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Engine
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.evidence import Container, Fetch
from rashomon.model.sources import Capture
from rashomon.store.database import reading, writing
from rashomon.store.evidence import bulk, fetches, holdings
from rashomon.store.evidence.bulk import Taken
from rashomon.store.evidence.linkage import Known
from rashomon.store.evidence.log import lines
from rashomon.store.evidence.tables import page_keys
from rashomon.store.evidence.verifying import Verifying
from rashomon.store.evidence.versions import versions
from rashomon.store.evidence.views import Verified, Versions
from rashomon.store.files import CaptureFiles


class EvidenceStore:
    """The evidence of one ledger. Every method is one transaction."""

    def __init__(self, engine: Engine, files: CaptureFiles) -> None:
        self._engine = engine
        self._files = files

    def record(self, fetch: Fetch) -> None:
        """Keep what an address answered, with an entry of the log. Raises NotFoundError where its capture is not held."""
        with writing(self._engine) as connection:
            fetches.record(connection, [fetch])

    def known_as(self, sha256: str, key: str) -> None:
        """Keep that a held capture is the page of a feed's entry with this key; before its page is put."""
        with writing(self._engine) as connection:
            connection.execute(insert(page_keys).values(sha256=sha256, key=key).on_conflict_do_nothing())

    def fetches(self, address: str) -> tuple[Fetch, ...]:
        """Return what was answered when this address was asked for, earliest first."""
        with reading(self._engine) as connection:
            return fetches.fetches_of(connection, address)

    def log(self) -> Iterator[str]:
        """Yield the lines of the log, oldest first."""
        with reading(self._engine) as connection:
            yield from (line for _, line in lines(connection))

    def verify(self, noted: str | None = None, known: Known | None = None) -> Verified:
        """Check everything that is kept, and say what is not as it was.

        Args:
            noted: the head of the log as noted down earlier; it must still stand in the log.

            known: what linking is given besides readings and decisions; ``None`` means that what it made is not compared.
        """
        return Verifying(self._engine, self._files, noted, known).run()

    def versions(self, article_id: str) -> Versions:
        """Return all wordings of the article that this is one version of. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return versions(connection, article_id)

    def taken_from(self, container: Container) -> int | None:
        """Return how many records were taken from a container so far, ``None`` where all of them were."""
        with reading(self._engine) as connection:
            return bulk.taken_from(connection, container.sha256)

    def take_in(
        self, container: Container, several: Sequence[Taken], through: int, missed: Sequence[Fetch] = (), *, done: bool = False
    ) -> None:
        """Keep captures out of a container with their pages or faults, all or nothing.

        Args:
            container: where they came from.

            several: the records that were used.

            through: how many of its records have been looked at now.

            missed: answers that brought no bytes (404).

            done: whether there are no more.

        Raises:
            LedgerError: the bytes cannot be written, or a digest is not that of its bytes.
        """
        self._files.keep_all({taken.capture.sha256: taken.content for taken in several if taken.content})
        with writing(self._engine) as connection:
            bulk.take_in(connection, container, several, through, missed, done=done)

    def captures_of(self, what: str) -> tuple[Capture, ...]:
        """Return the captures of an article with all its versions, of an address or a digest. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return holdings.captures_of(connection, what)

    def how_it_came(self, sha256: str) -> tuple[tuple[Fetch, ...], tuple[str, ...]]:
        """Return the fetches that brought a capture's bytes, and the lines of the log about it."""
        with reading(self._engine) as connection:
            return holdings.fetches_of_capture(connection, sha256), holdings.log_of(connection, sha256)

    def outlets(self) -> tuple[tuple[str | None, int, str | None], ...]:
        """Return each outlet as articles name it, how many articles count, and an address of one; most articles first."""
        with reading(self._engine) as connection:
            return holdings.outlets_told(connection)
