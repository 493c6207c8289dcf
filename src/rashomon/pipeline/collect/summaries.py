"""Which entries of a feed only sum up their article, and whether an answer is the page that an entry told of."""

import re
from collections.abc import Iterator

from rashomon.model.ids import long_id
from rashomon.model.sources import Article, Capture
from rashomon.pipeline.collect.addresses import joined
from rashomon.readers.contract import Page
from rashomon.store.collecting.views import Entries, EntryPage, Followed
from rashomon.store.evidence.identity import fingerprint, keys_of, read_text
from rashomon.text.folding import fold

#: An entry of fewer letters sums up; a first paragraph has 150 to 500, a short report more than this.
SUMMARY = 1_000
#: Entries of one answer that are followed; more are the dump of an archive.
MOST_NOTED = 500
#: Letters of an entry that are kept to tell its page by, and letters of the pieces that are looked for in the page.
SAID, PIECE = 600, 6
#: Shares of an entry's pieces that stand in its page: of its title, or of its title and first words together.
OF_TITLE, OF_ALL = 0.5, 0.3
_BREAKS_OFF = re.compile(
    r"(?i)(?:…|\.\.\.|\b(?:read more|continue reading|read the rest|full story|lire la suite|leer más|seguir leyendo|weiterlesen|"
    r"читать (?:далее|полностью)|читати далі)|اقرأ المزيد|ادامه مطلب)[\s\]»›→.)]*$"
)
_NOT_LETTERS = re.compile(r"[\W_]+")


def entry_pages(followed: Followed, page: Page, capture: Capture, at: str) -> Iterator[EntryPage]:
    """Yield the pages that the entries of a followed source lead to, as far as they are to be fetched.

    Args:
        followed: says which: ``None`` is the summaries of a feed, and nothing of a web page.

        page: the entries.

        capture: where they stand.

        at: the present time.
    """
    keys = keys_of(page.articles, capture)
    own = {followed.address, capture.address}
    for article in page.articles[:MOST_NOTED]:
        link = joined(capture.address or followed.address, article.url) if article.url else None
        known = keys.get(article.id, ())
        if link is None or link in own or not known or not _wanted(followed.entries, article):
            continue
        telling = long_id("txt", fingerprint(article)[0], article.modified or "")
        said = f"{article.title or ''}\n{read_text(article).removeprefix(article.title or '')}"[:SAID]
        yield EntryPage(link, followed.address, known[0], said, telling, at, at)


def _wanted(entries: Entries | None, article: Article) -> bool:
    return entries is Entries.ALL or is_summary(article)


def is_summary(article: Article) -> bool:
    """Return whether an entry only sums up its article: it is short, or breaks off."""
    text = read_text(article).strip()
    return len(text) < SUMMARY or _BREAKS_OFF.search(text[-80:]) is not None


def holds(page: Page, said: str) -> bool:
    """Return whether a page tells what an entry told of, and is no error page, login or request for consent.

    Args:
        page: the answer.

        said: title and first words of the entry, a line each.
    """
    text = _letters(" ".join(f"{article.title or ''} {article.text}" for article in page.articles))
    title, whole = _pieces(said.partition("\n")[0]), _pieces(said)
    return not whole or _share(title, text) >= OF_TITLE or _share(whole, text) >= OF_ALL


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))


def _pieces(text: str) -> frozenset[str]:
    letters = _letters(text)
    return frozenset(letters[at : at + PIECE] for at in range(len(letters) - PIECE + 1))


def _share(pieces: frozenset[str], text: str) -> float:
    return sum(piece in text for piece in pieces) / len(pieces) if pieces else 0.0
