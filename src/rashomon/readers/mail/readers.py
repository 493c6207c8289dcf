"""Readers of single e-mails and of mailboxes."""

import re
from collections.abc import Iterator

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.mail.letters import stories_of
from rashomon.readers.mail.messages import is_message, letters_in

_POSTMARK = re.compile(rb"^From \S+.{0,120}\d{4}.{0,20}\r?\n(?=[\w-]{2,60}:)", re.MULTILINE)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
#: A single message is no larger; most of it would be pictures.
LARGEST_MESSAGE = 48 * 1024 * 1024
#: Things left out are named up to here, then counted.
_NAMED = 20


class MailReader:
    """Reads one e-mail."""

    name = "mail/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes open with the headers of an e-mail."""
        del capture
        return is_message(content)

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the letter as one article, a digest as its stories, messages forwarded inside as articles of their own.

        Raises:
            UnreadableSourceError: no text in it.
        """
        return _page(capture, iter([content]), self.name)


class MailboxReader:
    """Reads mailboxes of many e-mails."""

    name = "mailbox/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes open with a mailbox's "From " line and headers behind it."""
        del capture
        return _POSTMARK.match(content[:4096]) is not None

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the articles of all letters.

        Raises:
            UnreadableSourceError: no text in any.
        """
        return _page(capture, messages(content), self.name)


def messages(content: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox one after the other, as they were sent."""
    start: int | None = None
    for postmark in _POSTMARK.finditer(content):
        if start is not None:
            yield _QUOTED.sub(rb"\1", content[start : postmark.start()])
        start = postmark.end()
    if start is not None:
        yield _QUOTED.sub(rb"\1", content[start:])


def _page(capture: Capture, sent: Iterator[bytes], reader: str) -> Page:
    """Return the page of the messages."""
    left: list[str] = []
    page = assembled(capture, _stories(capture, sent, left), reader, left)
    if not page.articles:
        raise UnreadableSourceError(capture.name, f"mail without a text in it ({'; '.join(left[:3]) or 'no part with words'})")
    return page


def _stories(capture: Capture, sent: Iterator[bytes], left: list[str]) -> Iterator[Story]:
    """Yield the stories of each message; what cannot be read is named and passed over."""
    lost = 0
    for n, content in enumerate(sent, start=1):
        if len(content) > LARGEST_MESSAGE:
            left.append(f"message {n}: {len(content):,} bytes, the limit is {LARGEST_MESSAGE:,}")
            continue
        try:
            letters = letters_in(content, capture.name)
        except UnreadableSourceError as error:
            left.append(f"message {n}: {error.reason}")
            continue
        stories = [story for letter in letters for story in stories_of(letter)]
        notes = [note for letter in letters for note in letter.left] + ([] if stories else [f"message {n}: no text"])
        room = max(0, _NAMED - len(left))
        left.extend(notes[:room])
        lost += len(notes[room:])
        yield from stories
    if lost:
        left.append(f"and {lost} more")
