"""The parts of a ledger by subject: each a class of its own, over the same file."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from rashomon.store.alerts.alerts import AlertStore
from rashomon.store.collecting.collecting import CollectingStore
from rashomon.store.desk import DeskStore
from rashomon.store.evidence.evidence import EvidenceStore
from rashomon.store.files import CaptureFiles
from rashomon.store.pages.pages import PageStore
from rashomon.store.people.people import PeopleStore
from rashomon.store.publishing.marking import MarkStore
from rashomon.store.publishing.privacy import PrivacyStore
from rashomon.store.remembered.remembered import RememberedStore
from rashomon.store.review.review import ReviewStore
from rashomon.store.tokens.tokens import TokenStore

if TYPE_CHECKING:
    from rashomon.store.frames.frames import FrameStore
    from rashomon.store.publishing.publishing import PublishingStore
    from rashomon.store.whole.whole import WholeStore

#: Folders of a ledger beside its file.
CAPTURES, LISTS = "captures", "lists"


class Subjects:
    """What a ledger is asked by subject.

    Args:
        folder: of the ledger.

        engine: of its file.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine
        self._files = CaptureFiles(folder / CAPTURES)

    @property
    def lists(self) -> Path:
        """The folder of the user's own lists."""
        return self.folder / LISTS

    @property
    def evidence(self) -> EvidenceStore:
        """What was fetched, the log of all that came in, and the versions of articles."""
        return EvidenceStore(self._engine, self._files)

    @cached_property
    def desk(self) -> DeskStore:
        """What the desk searches, saves and shows as new."""
        return DeskStore(self._engine, self.lists)

    @cached_property
    def pages(self) -> PageStore:
        """What pages of outlets, network, map and long lists ask."""
        return PageStore(self._engine, self._files, self.lists)

    @property
    def collecting(self) -> CollectingStore:
        """What is followed, when it is due and how it fares."""
        return CollectingStore(self._engine)

    @cached_property
    def people(self) -> PeopleStore:
        """Who may use the desk."""
        return PeopleStore(self._engine)

    @property
    def review(self) -> ReviewStore:
        """What waits for a person, and what people decided."""
        return ReviewStore(self._engine)

    @cached_property
    def publishing(self) -> "PublishingStore":
        """What exports, briefs and alerts are made of."""
        from rashomon.store.publishing.publishing import PublishingStore  # noqa: PLC0415 (numpy, by way of the search)

        return PublishingStore(self._engine, self.desk.search)

    @property
    def whole(self) -> "WholeStore":
        """All of it, to be carried elsewhere or to be filled with what was."""
        from rashomon.store.whole.whole import WholeStore  # noqa: PLC0415 (what one command in a thousand needs)

        return WholeStore(self._engine, self._files)

    @cached_property
    def frames(self) -> "FrameStore":
        """The ledger as flat tables."""
        from rashomon.store.frames.frames import FrameStore  # noqa: PLC0415 (numpy, by way of the search)

        return FrameStore(self._engine, self.lists, lambda: self.desk.search)

    @property
    def privacy(self) -> PrivacyStore:
        """Whose names are withheld, and why."""
        return PrivacyStore(self._engine, self.lists)

    @cached_property
    def marks(self) -> MarkStore:
        """How far captures may be shared."""
        return MarkStore(self._engine)

    @property
    def remembered(self) -> RememberedStore:
        """What linking goes on from."""
        return RememberedStore(self._engine, self.lists)

    @property
    def tokens(self) -> TokenStore:
        """By which programs ask."""
        return TokenStore(self._engine)

    @property
    def alerts(self) -> AlertStore:
        """What people watch, and what is to be delivered."""
        return AlertStore(self._engine, lambda: self.desk.search)
