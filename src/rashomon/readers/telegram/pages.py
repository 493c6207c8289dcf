"""Read the ``messages.html`` that Telegram Desktop writes, and the public preview of a channel (``t.me/s/NAME``)."""

import re
from collections.abc import Iterator

from lxml import html

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.readers.drafts import assembled
from rashomon.readers.markup import absolute, element_paragraphs
from rashomon.readers.sites.tree import parsed
from rashomon.readers.telegram.posts import Channel, Post, counted, story_of
from rashomon.text.decoding import decode

_HEAD = 32_768
#: Telegram writes a thousand messages a page, a few megabytes.
LARGEST = 32 * 1024 * 1024
_EXPORTED = re.compile(rb"<title>\s*Exported Data\s*</title>")
_MESSAGE = re.compile(rb'class="message (?:service|default)\b[^<>]{0,80}id="message-?\d')
_PREVIEW = b"tgme_widget_message"
_NUMBER = re.compile(r"(\d{1,18})$")
_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})(?:\s(\d\d:\d\d:\d\d))?")


class ChannelPageReader:
    """Reads pages of posts of one channel."""

    name = "telegram-page/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the page is an export of Telegram Desktop or a channel's preview."""
        del capture
        head = content[:_HEAD]
        return _is_exported(head) or (head.lstrip()[:1] == b"<" and _PREVIEW in content[: 4 * _HEAD])

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return one article a message.

        Raises:
            UnreadableSourceError: too large, not UTF-8, or without a message in words.
        """
        if len(content) > LARGEST:
            raise UnreadableSourceError(capture.name, f"{len(content):,} bytes, the limit is {LARGEST:,} (export it as JSON)")
        tree = parsed(decode(content, capture.name))
        root = None if tree is None else tree.root
        posts = list(_exported(root) if _is_exported(content[:_HEAD]) else _previewed(root)) if root is not None else []
        told = [story for story in (story_of(post, channel) for channel, post in posts) if story is not None]
        if root is None or not told:
            raise UnreadableSourceError(capture.name, f"a Telegram page without a message in words ({len(posts)} messages)")
        unused = counted(
            (len(posts) - len(told), "messages without words (media only) left out"),
            (len(_classed(root, "service")), "service messages left out"),
        )
        return assembled(capture, told, self.name, unused)


def _is_exported(head: bytes) -> bool:
    """Return whether a page begins like one that Telegram Desktop wrote, whatever language its title is in."""
    return b"page_wrap" in head and (_EXPORTED.search(head) is not None or _MESSAGE.search(head) is not None)


def _classed(root: html.HtmlElement, *names: str) -> list[html.HtmlElement]:
    """Return the elements inside that have all these classes."""
    tests = " and ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)
    return list(root.xpath(f".//*[{tests}]"))


def _apart(root: html.HtmlElement, messages: list[html.HtmlElement]) -> list[html.HtmlElement]:
    """Take messages out of one another: where an end was lost, all that follow stand inside, and would count as its words."""
    known = set(messages)
    for message in messages:
        if any(above in known for above in message.iterancestors()):
            root.append(message)
    return messages


def _line(elements: list[html.HtmlElement]) -> str | None:
    """Return the first element's own words as one line, those of elements inside it left out."""
    for element in elements:
        words = " ".join([element.text or "", *(child.tail or "" for child in element)]).split()
        if words:
            return " ".join(words)
    return None


def _exported(root: html.HtmlElement) -> Iterator[tuple[Channel, Post]]:
    """Yield the messages of an export."""
    header = _classed(root, "page_header")
    name = _line(_classed(header[0], "text")) if header else None
    channel = Channel(name, name)
    for message in _apart(root, _classed(root, "message", "default")):
        forwarded = _classed(message, "forwarded")
        own = [name for name in _classed(message, "from_name") if not any(above in forwarded for above in name.iterancestors())]
        number = _NUMBER.search(message.get("id") or "")
        answered = [str(link) for place in _classed(message, "reply_to") for link in place.xpath(".//a/@href")]
        texts = _classed(message, "text")
        yield (
            channel,
            Post(
                words="\n".join(words for text in texts for words in element_paragraphs(text)),
                number=number[1] if number is not None else None,
                date=_date(_classed(message, "date")),
                author=_line(_classed(message, "signature")) or _line(own),
                forwarded_from=_line([name for place in forwarded for name in _classed(place, "from_name")]),
                replies_to=next((found[1] for found in map(_NUMBER.search, answered) if found is not None), None),
                links=_hrefs(texts),
            ),
        )


def _previewed(root: html.HtmlElement) -> Iterator[tuple[Channel, Post]]:
    """Yield the messages of a preview."""
    shown: dict[str, str] = {}
    for message in _apart(root, list(root.xpath("//*[@data-post]"))):
        key, _, number = str(message.get("data-post")).partition("/")
        texts = [text for text in _classed(message, "tgme_widget_message_text") if not _is_quoted(text)]
        names = _classed(message, "tgme_widget_message_owner_name")
        if names:
            shown.setdefault(key, " ".join(names[0].text_content().split()))
        times = [str(time.get("datetime")) for time in message.iter("time") if time.get("datetime")]
        answered = [str(link.get("href")) for link in _classed(message, "tgme_widget_message_reply")]
        yield (
            Channel(shown.get(key, key), key, public=True),
            Post(
                words="\n".join(words for text in texts for words in element_paragraphs(text)),
                number=number or None,
                date=times[-1] if times else None,
                author=_line(_classed(message, "tgme_widget_message_from_author")),
                forwarded_from=_forwarded(message),
                replies_to=next((found[1] for found in map(_NUMBER.search, answered) if found is not None), None),
                links=_hrefs(texts),
            ),
        )


def _is_quoted(text: html.HtmlElement) -> bool:
    """Whether a text is that of the message that is answered."""
    return any("tgme_widget_message_reply" in str(above.get("class") or "").split() for above in text.iterancestors())


def _forwarded(message: html.HtmlElement) -> str | None:
    """Return the channel that a message was forwarded from."""
    names = _classed(message, "tgme_widget_message_forwarded_from_name")
    return " ".join(names[0].text_content().split()) or None if names else None


def _hrefs(texts: list[html.HtmlElement]) -> tuple[str, ...]:
    """Return the addresses that the texts link to."""
    links = (absolute(str(link), None) for text in texts for link in text.xpath(".//a/@href"))
    return tuple(dict.fromkeys(link for link in links if link is not None))


def _date(elements: list[html.HtmlElement]) -> str | None:
    """Return the date in the title of an element, "12.03.2031 23:59:00 UTC+03:00", in ISO form."""
    for element in elements:
        found = _DATE.search(str(element.get("title") or ""))
        if found is not None:
            return f"{found[3]}-{found[2]}-{found[1]}T{found[4] or '00:00:00'}"
    return None
