"""Read the ``result.json`` that Telegram Desktop writes when a channel is exported."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.model.words import PartKind
from rashomon.readers.contract import Page
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.lines import Line, is_headline, kind_of
from rashomon.readers.printed_dates import printed_date
from rashomon.text.decoding import decode

_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1000}(?:\{\s{0,1000}(?:\"|\}|$)|\[\s{0,1000}[\[{\"\]])")
_LEAST_TITLE_WORDS = 3
_MOST_TITLE_WORDS = 22
_NEXT_STEP = 'export one channel with Telegram Desktop, "Export chat history", format JSON'


class ChannelReader:
    """Reads the export of one channel or chat; any other JSON is refused with the reason."""

    name = "telegram-export/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes open like a JSON object or list."""
        del capture
        return _JSON.match(content[:4096]) is not None

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return one article a message, oldest first as exported.

        Raises:
            UnreadableSourceError: broken JSON, no export of a channel, or no message with words.
        """
        export = _loaded(capture, content)
        messages = export["messages"]
        outlet = export.get("name") if isinstance(export.get("name"), str) else None
        username = _username(export)
        told = [message for message in messages if isinstance(message, Mapping) and message.get("type", "message") == "message"]
        stories = [story for story in (_story(message, outlet, username) for message in told) if story is not None]
        if not stories:
            raise UnreadableSourceError(
                capture.name, f"a Telegram export without a message in words ({len(messages)} messages; {_NEXT_STEP})"
            )
        return assembled(capture, stories, self.name, _unused(messages, told, len(stories)))


def _loaded(capture: Capture, content: bytes) -> Mapping[str, Any]:
    """Return the export, or say why it is none."""
    try:
        export = json.loads(decode(content, capture.name))
    except json.JSONDecodeError as error:
        raise UnreadableSourceError(
            capture.name, f"broken JSON at line {error.lineno}, column {error.colno}: {error.msg} (is it truncated?)"
        ) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableSourceError(capture.name, f"JSON that cannot be read: {error} ({_NEXT_STEP})") from error
    if isinstance(export, Mapping) and "chats" in export and "messages" not in export:
        raise UnreadableSourceError(capture.name, f"the export of a whole Telegram account ({_NEXT_STEP})")
    if not isinstance(export, Mapping) or not isinstance(export.get("messages"), list):
        raise UnreadableSourceError(capture.name, f'JSON, but no Telegram export: it has no list "messages" ({_NEXT_STEP})')
    return export


def _username(export: Mapping[str, Any]) -> str | None:
    """Return the channel's public name where the export gives it."""
    for key in ("username", "public_username", "link"):
        name = export.get(key)
        if isinstance(name, str) and re.fullmatch(r"(?:https?://t\.me/|@)?\w{3,64}/?", name):
            return name.rstrip("/").rsplit("/", 1)[-1].removeprefix("@")
    return None


def _unused(messages: list[Any], told: list[Mapping[str, Any]], stories: int) -> tuple[str, ...]:
    """Say how many messages were left out and why."""
    service, wordless = len(messages) - len(told), len(told) - stories
    edited = sum(bool(message.get("edited")) for message in told)
    counted = (
        (service, "service messages left out"),
        (wordless, "messages without words (media only) left out"),
        (edited, "messages were edited after they were posted; the export holds the last wording"),
    )
    return tuple(f"{count} {what}" for count, what in counted if count)


def _story(message: Mapping[str, Any], outlet: str | None, username: str | None) -> Story | None:
    """Turn one message into a story; ``None`` where it has no words."""
    lines = [line.strip() for line in _words(message.get("text")).splitlines() if line.strip()]
    if not any(character.isalpha() for line in lines for character in line):
        return None
    title = lines[0] if len(lines) > 1 and _is_title(lines[0]) else None
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, title)] if title is not None else []
    pieces.extend((kind_of(line), line) for line in lines[len(pieces) :])
    number = message.get("id")
    forwarded = message.get("forwarded_from")
    author = message.get("author")
    return Story(
        tuple(pieces),
        title,
        authors=(author,) if isinstance(author, str) and author else (),
        published=printed_date(str(message.get("date") or "")),
        outlet=outlet,
        url=f"https://t.me/{username}/{number}" if username is not None and isinstance(number, int) else None,
        forwarded_from=forwarded if isinstance(forwarded, str) and forwarded else None,
    )


def _words(text: object) -> str:
    """Join the text of a message: a string, or a list of strings and objects with a ``text`` each."""
    if isinstance(text, str):
        return text
    if not isinstance(text, Iterable) or isinstance(text, Mapping):
        return ""
    return "".join(
        piece if isinstance(piece, str) else str(piece.get("text") or "") if isinstance(piece, Mapping) else "" for piece in text
    )


def _is_title(line: str) -> bool:
    """A first line that is clearly a headline; hashtags and greetings are none."""
    words = line.split()
    return (
        _LEAST_TITLE_WORDS <= len(words) <= _MOST_TITLE_WORDS
        and is_headline(Line(0, len(line), line, 0))
        and not any(word.startswith(("#", "@", "http")) for word in words)
    )
