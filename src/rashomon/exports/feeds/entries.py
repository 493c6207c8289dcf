"""What a feed holds: its head, and an entry for each of the newest events."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from rashomon.exports.graphs.said import BY_MACHINE, account_words, claim_words, event_words, open_address, outlet_of
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.words import Stance
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import ArticleLine

#: Entries of a feed, and tellings and claims that one entry quotes.
ENTRIES, TELLINGS, CLAIMS = 50, 8, 5
#: Stances that an entry quotes beside the tellings: who takes or refuses the blame, and who checked.
_QUOTED = frozenset(
    {Stance.DENIES, Stance.DOUBTS, Stance.CLAIMS_RESPONSIBILITY, Stance.ACCUSES, Stance.VERIFIES, Stance.CANNOT_VERIFY}
)
#: When an event that no log knows was changed.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cited:
    """An article that tells an event: where it stands, and who published it."""

    address: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a feed.

    Args:
        id: a URN that stays.

        address: its page on the desk; ``None`` for a feed that no desk gives.

        updated: when it last changed in the ledger.

        categories: its type and status.

        html: the entry's text, escaped where it must be.
    """

    id: str
    title: str
    address: str | None
    updated: datetime
    categories: tuple[str, ...]
    html: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its entries; ``page`` is what it is the feed of, ``own`` its own address, both ``None`` without a desk."""

    id: str
    title: str
    updated: datetime
    entries: tuple[Entry, ...]
    language: str
    page: str | None = None
    own: str | None = None


def entry_of(event: PublishedEvent, changed: Mapping[str, str], say: Catalogue, root: str | None) -> Entry:
    """Return an event as an entry.

    Args:
        event: the event.

        changed: when events last changed, by their ids (UTC, ISO).

        say: the words of codes.

        root: the desk's address, without a slash at its end; ``None`` without a desk.
    """
    line = event.told.line
    address = None if root is None else f"{root}/events/{line.id}"
    cited = {view.article.id: _cited(view.article) for view in event.told.accounts}
    return Entry(
        f"urn:rashomon:{line.id}",
        line.title,
        address,
        moment_of(changed.get(line.id)),
        (say.code("type", line.type), say.code("status_word", line.status)),
        "".join(_html(event, say)),
        tuple(one for one in cited.values() if one is not None),
    )


def moment_of(stated: str | None) -> datetime:
    """Return a moment (UTC, ISO) to the second; one that is not stated is long past."""
    read = _EPOCH if stated is None else datetime.fromisoformat(stated)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


def _cited(line: ArticleLine) -> Cited | None:
    address = open_address(line.url)
    return None if address is None else Cited(address, outlet_of(line))


def _html(event: PublishedEvent, say: Catalogue) -> Iterator[str]:
    """Yield what is said: the event's values with their roots, then tellings and claims with words and address."""
    _, *sentences = event_words(event, say)
    yield f"<p>{escape(' '.join(sentences))}</p>"
    told = ((account_words(view, event.grades, say), view.article) for view in event.told.accounts)
    yield from _list(told, TELLINGS, len(event.told.accounts))
    said = [view for view in event.claims if view.claim.stance in _QUOTED]
    yield from _list(((claim_words(view, event.grades), view.article) for view in said), CLAIMS, len(said))
    yield f"<p><small>{escape(BY_MACHINE)}</small></p>"


def _list(several: Iterable[tuple[str, ArticleLine]], at_most: int, number: int) -> Iterator[str]:
    """Yield a numbered list of citations, and how many more there are."""
    if not number:
        return
    yield "<ol>"
    for _, (words, line) in zip(range(at_most), several, strict=False):
        yield f'<li dir="auto">{escape(words)} {_link(line)}</li>'
    yield "</ol>"
    if number > at_most:
        yield f"<p>{number - at_most} more.</p>"


def _link(line: ArticleLine) -> str:
    address = open_address(line.url)
    return f"({line.id})" if address is None else f'(<a href="{escape(address)}">{escape(line.title)}</a>, {line.id})'
