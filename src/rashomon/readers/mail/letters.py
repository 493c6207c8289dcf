"""Turn a letter into stories: a digest into its stories, any other into one, with what a reader forwarded named as such."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import html

from rashomon.model.words import PartKind
from rashomon.readers.credits import credited
from rashomon.readers.drafts import Story
from rashomon.readers.lines import is_furniture, kind_of
from rashomon.readers.mail.messages import Letter
from rashomon.readers.markup import absolute, element_paragraphs
from rashomon.readers.printed_dates import printed_date
from rashomon.readers.sites.listing import Site, told
from rashomon.readers.sites.stories import listed_stories

#: Fewer linked headings with text make no digest.
_LEAST_STORIES = 3
_FORWARD = re.compile(
    r"^(?:-{2,}\s*(?:forwarded|original|weitergeleitete|message\s+transféré|mensaje\s+reenviado|пересылаемое|пересланное)[^\n]{0,40}-{2,}"
    r"|begin forwarded message:.{0,20})$",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"^[>*\s]*(?P<name>from|date|sent|subject|to|cc|reply-to|de|von|от|fecha|datum|дата|objet|betreff|asunto|тема|enviado|envoyé)\s*:\**\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SENDERS = ("from", "de", "von", "от")
_DATES = ("date", "sent", "fecha", "datum", "дата", "enviado", "envoyé")
_SUBJECTS = ("subject", "objet", "betreff", "asunto", "тема")
_PREFIX = re.compile(r"^\s*(?:(?:re|fwd?|wg|aw|tr|rv|пер|ha)\s*:\s*)+", re.IGNORECASE)
_ONLINE = re.compile(
    r"(?:view|read|open)\b.{0,30}\b(?:browser|online|web)|im browser|voir.{0,20}(?:navigateur|en ligne)"
    r"|ver.{0,20}navegador|в браузере",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"^(?:unsubscribe|manage\s+(?:your\s+)?(?:preferences|subscription)|update\s+(?:your\s+)?preferences|you\s+(?:are\s+receiv|receiv|were\s+sent)"
    r"|this\s+(?:e-?mail|message)\s+was\s+sent|to\s+unsubscribe|forward\s+to\s+a\s+friend|forwarded\s+this\s+(?:e-?mail|newsletter)"
    r"|se\s+désabonner|darse\s+de\s+baja|abmelden|отписаться|إلغاء\s+الاشتراك|sent\s+(?:from|via)\s+my\b|©|copyright\b)",
    re.IGNORECASE,
)


def stories_of(letter: Letter) -> list[Story]:
    """Return the stories of a letter, nothing where it has no words."""
    if letter.markup is not None:
        site = Site(letter.sender, None, None)
        digest = max((told(listed, site) for listed in listed_stories(letter.markup)), key=len, default=[])
        if len([story for story in digest if story.url is not None]) >= _LEAST_STORIES:
            return [_dated(story, letter) for story in digest]
        lines = element_paragraphs(letter.markup)
    else:
        lines = _unwrapped(letter.text)
    return _single(letter, lines)


def _dated(story: Story, letter: Letter) -> Story:
    """Give a story of a digest the day of the letter where it has none of its own."""
    return replace(story, published=story.published or letter.day)


def _single(letter: Letter, lines: Sequence[str]) -> list[Story]:
    """Return a letter as one story; what was forwarded in its text speaks for itself."""
    at = next((n for n, line in enumerate(lines) if _FORWARD.match(line.strip())), None)
    said: dict[str, str] = {}
    if at is not None:
        said, lines = _forwarded(lines[at + 1 :])
    subject = _PREFIX.sub("", _first(said, _SUBJECTS) or letter.subject or "").strip() or None
    sender = _name(_first(said, _SENDERS))
    body = [line for line in lines if line != subject and not is_furniture(line) and not _ONLINE.search(line[:80])]
    if not any(map(str.isalpha, "".join(body[:200]))):
        return []
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, subject)] if subject is not None else []
    pieces.extend((PartKind.NOISE if _FOOTER.match(line) else kind_of(line), line) for line in body)
    outlet = sender or letter.sender
    return [
        Story(
            tuple(pieces),
            subject,
            published=printed_date(_first(said, _DATES) or "") or letter.day,
            outlet=outlet,
            url=_online(letter.markup),
            forwarded_from=sender if sender is not None else (letter.sender if letter.forwarded else None),
            credits=credited([line for line in body if not _FOOTER.match(line)], own=outlet),
            links=_links(letter.markup),
            identity=letter.number,
        )
    ]


def _forwarded(lines: Sequence[str]) -> tuple[dict[str, str], Sequence[str]]:
    """Return the headers that stand above a forwarded text, and the text."""
    said: dict[str, str] = {}
    for n, line in enumerate(lines):
        found = _HEADER.match(line)
        if found is None and line.strip(" >"):
            return said, lines[n:]
        if found is not None:
            said.setdefault(found["name"].lower(), found["value"].strip())
    return said, ()


def _first(said: dict[str, str], names: Sequence[str]) -> str | None:
    """Return the first of these headers."""
    return next((said[name] for name in names if said.get(name)), None)


def _name(sender: str | None) -> str | None:
    """Return the name of "Name <address>", else the address's domain."""
    if sender is None:
        return None
    name = re.split(r"\s*[<\[(]", sender, maxsplit=1)[0].strip(" \"'*")
    return name.rpartition("@")[2] or None


def _unwrapped(text: str) -> list[str]:
    """Return the paragraphs of a plain text whose lines were broken at seventy-odd letters; headers stay apart."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        apart = any(_HEADER.match(line) or _FORWARD.match(line) for line in lines) or all(len(line) < 50 for line in lines)  # noqa: PLR2004
        found.extend(lines if apart else [" ".join(lines)])
    return found


def _online(markup: html.HtmlElement | None) -> str | None:
    """Return where the letter can be read on the web."""
    anchors = markup.iter("a") if markup is not None else ()
    links = (absolute(a.get("href"), None) for a in anchors if _ONLINE.search(" ".join(a.text_content().split())[:80]))
    return next((link for link in links if link is not None), None)


def _links(markup: html.HtmlElement | None) -> tuple[str, ...]:
    """Return the addresses that the letter's text links to, its service links left out."""
    anchors = [] if markup is None else [a for a in markup.iter("a") if a.get("href")]
    told = [a for a in anchors if not _ONLINE.search(a.text_content()[:200]) and not _FOOTER.match(a.text_content().strip())]
    links = (absolute(a.get("href"), None) for a in told if any(map(str.isalpha, a.text_content())))
    return tuple(dict.fromkeys(link for link in links if link is not None))
