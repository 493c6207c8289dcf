"""A post of a channel as an article, whatever it was exported as."""

from dataclasses import dataclass

from rashomon.model.words import PartKind
from rashomon.readers.credits import credited
from rashomon.readers.drafts import Story
from rashomon.readers.lines import Line, is_headline, kind_of
from rashomon.readers.printed_dates import printed_date

_LEAST_TITLE_WORDS = 3
_MOST_TITLE_WORDS = 22


@dataclass(frozen=True, slots=True)
class Channel:
    """Where posts stand: the name shown, and the public name or number that addresses are made of."""

    name: str | None
    key: str | None
    public: bool = False

    def address(self, number: str | None) -> str | None:
        """Return the public address of a post, ``None`` where the channel has none."""
        return f"https://t.me/{self.key}/{number}" if self.public and number else None

    def identity(self, number: str | None) -> str | None:
        """Return what identifies a post in every export of its channel."""
        return f"{self.key}/{number}" if self.key and number else None


@dataclass(frozen=True, slots=True)
class Post:
    """One message. ``None`` and the empty tuple where the export does not state it.

    Args:
        words: its text, lines apart by line feeds; the caption of a photo or film where it has one.

        number: its number in the channel.

        replies_to: the number of the post of the same channel that it answers.
    """

    words: str
    number: str | None = None
    date: str | None = None
    edited: str | None = None
    author: str | None = None
    forwarded_from: str | None = None
    replies_to: str | None = None
    links: tuple[str, ...] = ()


def story_of(post: Post, channel: Channel) -> Story | None:
    """Turn one post into a story; ``None`` where it has no words."""
    lines = [line.strip() for line in post.words.splitlines() if line.strip()]
    if not any(character.isalpha() for line in lines for character in line):
        return None
    title = lines[0] if len(lines) > 1 and _is_title(lines[0]) else None
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, title)] if title is not None else []
    pieces.extend((kind_of(line), line) for line in lines[len(pieces) :])
    answered = channel.address(post.replies_to)
    return Story(
        tuple(pieces),
        title,
        authors=(post.author,) if post.author and post.author != channel.name else (),
        published=printed_date(post.date or ""),
        outlet=channel.name,
        url=channel.address(post.number),
        forwarded_from=post.forwarded_from,
        modified=post.edited,
        credits=credited(lines, origins=(post.forwarded_from,) if post.forwarded_from else (), own=channel.name),
        links=tuple(dict.fromkeys((*((answered,) if answered else ()), *post.links))),
        identity=channel.identity(post.number),
    )


def counted(*counts: tuple[int, str]) -> tuple[str, ...]:
    """Return the counts above none in words."""
    return tuple(f"{count} {what}" for count, what in counts if count)


def _is_title(line: str) -> bool:
    """A first line that is clearly a headline; hashtags and greetings are none."""
    words = line.split()
    return (
        _LEAST_TITLE_WORDS <= len(words) <= _MOST_TITLE_WORDS
        and is_headline(Line(0, len(line), line, 0))
        and not any(word.startswith(("#", "@", "http")) for word in words)
    )
