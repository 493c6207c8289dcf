"""What checking the evidence, and asking for versions, gives back."""

from dataclasses import dataclass

from rashomon.model.evidence import Fetch
from rashomon.store.views import ArticleLine
from rashomon.text.changes import Change


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was kept.

    Args:
        where: ``log``, ``capture``, ``row``, ``article``, ``reading``, ``event``, ``index``, ``linking`` or ``database``.

        subject: the entry, digest, address or id that it is about.

        what: what is wrong with it, in plain words.
    """

    where: str
    subject: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of the whole ledger found.

    Args:
        entries: entries of the log.

        head: hash of its last entry: note it down elsewhere, and a later check can tell whether the log was cut or rewritten.

        captures: captures whose bytes were checked.

        articles: articles that were checked against their digests.

        problems: all that is wrong, empty where nothing is.

        notes: what is unusual but no fault, such as files that a killed run left without a row.

        readings: readings that were checked against their digests, and their index against them.

        events: events whose columns and accounts were checked against what they say.

        linked: rows of what linking made that were compared with what it makes of the readings; ``None`` where they were not.
    """

    entries: int
    head: str
    captures: int
    articles: int
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    readings: int = 0
    events: int = 0
    linked: int | None = None


@dataclass(frozen=True, slots=True)
class VersionView:
    """One wording of an article, from the first time it stood so to the last.

    Args:
        article: the article that holds it.

        capture: digest of its capture.

        first, last: when it was kept, or fetched, so worded.

        times: how many captures have it so.

        source: the kind of reader ("feed", "web-page").

        current: whether it is the one that counts.

        changes: what differs from the wording before it in the same kind of source.

        announced: whether the new words say that something was corrected.
    """

    article: ArticleLine
    capture: str
    first: str
    last: str
    times: int
    source: str
    current: bool
    changes: tuple[Change, ...]
    announced: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The page that an article is only the summary of. ``None``: it is not asked for again, or was not asked for yet.

    Args:
        link: its address.

        due_at: when it is asked for next.

        reason: why it could not be had.
    """

    link: str
    due_at: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Versions:
    """All wordings of one article, oldest first.

    Args:
        article_id: the article asked for.

        versions: at least one.

        gone: the answer since which its address has no page any more; ``None`` while it has, or nobody asked.

        summary: the page that the article only sums up and that was not read yet; ``None`` where there is none.
    """

    article_id: str
    versions: tuple[VersionView, ...]
    gone: Fetch | None = None
    summary: Summary | None = None
