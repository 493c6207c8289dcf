"""What is kept of followed addresses and of hosts, and how a followed source stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceState(StrEnum):
    """How a followed source stands; the first that fits counts."""

    PAUSED = "paused"
    NEW = "new"
    FAILING = "failing"
    SILENT = "silent"
    OK = "ok"


class Entries(StrEnum):
    """Which entries of a feed are followed to their pages: those that only sum up their article, all, or none."""

    SUMMARIES = "summaries"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Followed:
    """An address that is fetched again and again. Times are UTC, ISO with seconds; ``None`` means never or not stated.

    Args:
        address: of a feed or page.

        added_at: since when it is followed.

        due_at: when it is fetched next.

        kind: ``feed`` or ``page``, what it was at the first answer.

        every: seconds between two fetches; ``None`` where the run says.

        outlet: who publishes, where a person said so.

        private: whether its host may be in a private or loopback network.

        paused: whether a person has set it aside.

        etag, last_modified, answered: of the last answer, and which address gave it.

        checked_at: when it was asked last.

        came_at: when it last answered as it should, nothing new included.

        failures: how many times in a row it failed.

        failing_since: the first of these.

        reason: of the last of these.

        entries: which of its entries' pages are fetched; ``None`` where nobody said, which means summaries.
    """

    address: str
    added_at: str
    due_at: str
    kind: str | None = None
    every: int | None = None
    outlet: str | None = None
    private: bool = False
    paused: bool = False
    etag: str | None = None
    last_modified: str | None = None
    answered: str | None = None
    checked_at: str | None = None
    came_at: str | None = None
    failures: int = 0
    failing_since: str | None = None
    reason: str | None = None
    entries: Entries | None = None


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The page that an entry of a followed feed leads to. Times are UTC, ISO with seconds; ``None`` means never or not stated.

    Args:
        link: its address.

        source: the followed feed.

        key: what tells the versions of the entry's article (`rashomon.store.evidence.identity`); the page becomes one of them.

        said: title and first words of the entry, by which its page is told from another (an error, a login).

        telling: digest of the entry's words; where it changes, the page is asked for again.

        noted_at: when the entry was met first.

        due_at: when the page is asked for next; ``None`` where it was read, or is given up.

        tries: how often in a row it could not be had.

        etag, last_modified, answered: of the last answer, and which address gave it.

        sha256: of the capture it was read from; ``None`` until then: all that is known is the feed's summary.

        reason: why it could not be had last.
    """

    link: str
    source: str
    key: str
    said: str
    telling: str
    noted_at: str
    due_at: str | None
    tries: int = 0
    etag: str | None = None
    last_modified: str | None = None
    answered: str | None = None
    sha256: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PageCounts:
    """How many pages of a feed's entries were read, wait to be fetched, and are given up."""

    read: int = 0
    waiting: int = 0
    given_up: int = 0


@dataclass(frozen=True, slots=True)
class SourceView:
    """A followed address and how it stands.

    Args:
        followed: what is kept of it.

        state: paused, new (not asked yet), failing, silent or ok.

        since: since when it is failing or silent; ``None`` in the other states.

        articles: how many came of it.

        last_new: when the last new one came.

        usual: seconds that usually lie between two times that something new came; ``None`` where too little came to say.

        pages: how many pages of its entries were read, wait and are given up.
    """

    followed: Followed
    state: SourceState
    since: str | None
    articles: int
    last_new: str | None
    usual: float | None
    pages: PageCounts = PageCounts()


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """A robots.txt as it was fetched.

    Args:
        at: when.

        text: what it says; empty where the host has none.
    """

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Trail:
    """How far an archive was followed back: the page to go on with, and how many pages are left."""

    next: str
    left: int
