"""Alerts as plain words for mail, and as JSON for programs."""

import json
from collections.abc import Iterator
from typing import Any

from rashomon.store.alerts.contract import Alert, Message, Words

#: What every message ends with.
MACHINE = (
    "A machine read these articles: open the words before you rely on them. No claim here is more than what its source says."
)


def subject(message: Message) -> str:
    """Return one line: the watch, and the first alert or how many there are."""
    count = len(message.alerts) + message.more
    said = message.alerts[0].told.title if count == 1 else f"{count} alerts"
    return " ".join(f"{message.watch}: {said}".split())


def text(message: Message, desk: str) -> str:
    """Return a message as a letter; ``desk`` is the address before paths, empty where none is known."""
    several = ["\n".join(_lines(one, desk)) for one in message.alerts]
    more = [f"and {message.more:,} more: {desk}/alerts"] if message.more else []
    return "\n\n".join([*several, *more, MACHINE]) + "\n"


def _lines(alert: Alert, desk: str) -> Iterator[str]:
    told = alert.told
    yield told.title
    yield from (f"  {' '.join(line.split())}" for line in told.what)
    if told.sources:
        yield f"  according to: {', '.join(told.sources)}"
    if told.roots:
        yield f"  {told.roots} independent root{'s' * (told.roots != 1)}" + (f", {told.status}" if told.status else "")
    for words in told.words:
        named = ", ".join(part for part in (words.outlet, words.published) if part)
        yield f'  "{words.text}" ({words.source}{"; " + named if named else ""})'
        yield f"    {page_of(words, desk)}" + (f"  {words.url}" if words.url else "")
    yield f"  {desk}{told.path}"


def page_of(words: Words, desk: str) -> str:
    """Return where the words stand on the desk."""
    return f"{desk}/articles/{words.article_id}?at={words.start}-{words.end}"


def plain(alert: Alert, desk: str) -> dict[str, Any]:
    """Return an alert as what JSON knows."""
    told = alert.told
    return {
        "id": alert.id,
        "watch": {"id": alert.watch_id, "name": alert.watch, "owner": alert.owner},
        "at": alert.at,
        "changes": [change.value for change in told.changes],
        "what": list(told.what),
        "title": told.title,
        "status": told.status,
        "according_to": list(told.sources),
        "independent_roots": told.roots,
        "page": f"{desk}{told.path}",
        "words": [_words(one, desk) for one in told.words],
    }


def _words(one: Words, desk: str) -> dict[str, Any]:
    names = ("text", "source", "outlet", "published", "url", "article_id", "start", "end")
    return {name: getattr(one, name) for name in names} | {"page": page_of(one, desk)}


def content(message: Message, desk: str) -> bytes:
    """Return a message as JSON: the same bytes whenever it is made."""
    told = {
        "id": message.id,
        "watch": {"id": message.watch_id, "name": message.watch, "owner": message.owner},
        "made_at": message.made_at,
        "alerts": [plain(one, desk) for one in message.alerts],
        "more": message.more,
        "note": MACHINE,
    }
    return json.dumps(told, ensure_ascii=False).encode()
