"""Read the ``result.json`` that Telegram Desktop writes when a channel is exported, message by message."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.json_stream import streamed
from rashomon.readers.telegram.posts import Channel, Post, counted, story_of

_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1000}(?:\{\s{0,1000}(?:\"|\}|$)|\[\s{0,1000}[\[{\"\]])")
_PUBLIC = re.compile(r"(?:https?://t\.me/|@)?(\w{3,64})/?")
#: Values of the export itself that are looked at, before its messages begin.
_MOST_VALUES = 100
#: The public name may stand behind the messages.
_SAID_LAST = re.compile(rb'"(?:public_)?username"\s{0,9}:\s{0,9}"(\w{3,64})"')
_HEAD = 8192
_NEXT_STEP = 'export one channel with Telegram Desktop, "Export chat history", format JSON'


class ChannelReader:
    """Reads the export of one channel or chat; any other JSON is refused with the reason."""

    name = "telegram-export/2"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes open like a JSON object or list."""
        del capture
        return _JSON.match(content[:4096]) is not None

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return one article a message, oldest first as exported.

        Raises:
            UnreadableSourceError: broken JSON, no export of a channel, or no message with words.
        """
        counts: Counter[str] = Counter()
        unused: list[str] = []
        page = assembled(capture, _stories(capture, content, counts, unused), self.name, unused)
        if not page.articles:
            raise UnreadableSourceError(
                capture.name, f"a Telegram export without a message in words ({counts['all']} messages; {_NEXT_STEP})"
            )
        return page


def _named(said: Mapping[str, str]) -> Channel:
    """Return the channel by its public name where the export gives it, else by its number."""
    for key in ("username", "public_username", "link"):
        public = _PUBLIC.fullmatch(said.get(key, ""))
        if public is not None:
            return Channel(said.get("name"), public[1], public=True)
    return Channel(said.get("name"), said.get("id"))


def _stories(capture: Capture, content: bytes, counts: Counter[str], unused: list[str]) -> Iterator[Story]:
    """Yield the messages as stories; what was left out is counted and, at the end, put in words."""
    try:
        for channel, message in _messages(capture, content):
            counts["all"] += 1
            if not isinstance(message, Mapping) or message.get("type", "message") != "message":
                counts["service"] += 1
                continue
            story = story_of(_post(message), channel)
            counts["edited"] += bool(message.get("edited"))
            counts["wordless"] += story is None
            counts["media"] += story is not None and any(message.get(key) for key in ("photo", "file", "media_type"))
            if story is not None:
                yield story
    except UnreadableSourceError as error:
        if counts["all"] == 0:
            raise
        unused.append(f"{error.reason}; what follows is lost")
    unused.extend(
        counted(
            (counts["service"], "service messages left out"),
            (counts["wordless"], "messages without words (media only) left out"),
            (counts["edited"], "messages were edited after they were posted; the export holds the last wording"),
            (counts["media"], "photos, films and files of messages are not looked at, only their captions"),
        )
    )


def _messages(capture: Capture, content: bytes) -> Iterator[tuple[Channel, object]]:
    """Yield the messages with their channel. Raises UnreadableSourceError where the file is no export of a channel."""
    tail = _SAID_LAST.search(content[content.rfind(b"]") :])
    said = {"username": tail[1].decode()} if tail is not None else {}
    seen = False
    for key, value in streamed(content, capture.name):
        if key == "chats" and not seen:
            raise UnreadableSourceError(capture.name, f"the export of a whole Telegram account ({_NEXT_STEP})")
        if key == "messages":
            seen = True
            yield _named(said), value
        elif isinstance(value, (str, int)) and len(said) < _MOST_VALUES:
            said[key] = str(value)
    if not seen and "messages" not in content[:_HEAD].decode("latin-1"):
        raise UnreadableSourceError(capture.name, f'JSON, but no Telegram export: it has no list "messages" ({_NEXT_STEP})')


def _post(message: Mapping[str, Any]) -> Post:
    """Return a message of the export."""
    poll = message.get("poll")
    question = f"\n{poll.get('question')}" if isinstance(poll, Mapping) and isinstance(poll.get("question"), str) else ""
    answered = message.get("reply_to_message_id")
    elsewhere = message.get("reply_to_peer_id")
    return Post(
        words=_words(message.get("text")) + question,
        number=_text(message.get("id")),
        date=_text(message.get("date")),
        edited=_text(message.get("edited")),
        author=_text(message.get("author")) or _text(message.get("from")),
        forwarded_from=_text(message.get("forwarded_from")) or _text(message.get("saved_from")),
        replies_to=_text(answered) if elsewhere is None and answered != message.get("id") else None,
        links=tuple(_links(message.get("text"))),
    )


def _text(value: object) -> str | None:
    """Return a string or number as text, ``None`` for anything else and for nothing."""
    return (str(value).strip() or None) if isinstance(value, (str, int)) and not isinstance(value, bool) else None


def _words(text: object) -> str:
    """Join the text of a message: a string, or a list of strings and objects with a ``text`` each."""
    if isinstance(text, str):
        return text
    return "".join(piece if isinstance(piece, str) else str(piece.get("text") or "") for piece in _pieces(text))


def _links(text: object) -> Iterator[str]:
    """Yield the addresses that a message links to."""
    for piece in _pieces(text):
        if isinstance(piece, Mapping) and piece.get("type") in ("link", "text_link"):
            link = _text(piece.get("href")) or _text(piece.get("text"))
            if link is not None:
                yield link if "://" in link else f"https://{link}"


def _pieces(text: object) -> Iterable[str | Mapping[str, Any]]:
    """Return the pieces of a formatted text."""
    return [piece for piece in text if isinstance(piece, (str, Mapping))] if isinstance(text, list) else ()
