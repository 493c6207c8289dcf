"""The entities of a reading: all mentions of one key, with the names and words they bear."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.linking.contract import Source
from rashomon.model.reading import Mention
from rashomon.model.words import MentionKind


@dataclass(frozen=True, slots=True)
class Entity:
    """What one key stands for in one article.

    Args:
        kind: the kind most of its named mentions have.

        names: the proper names it bears, most frequent then longest first; empty where it has none.

        words: how it is called where it has no name, in reading order, each once.

        mentions: in reading order.
    """

    article_id: str
    key: str
    kind: MentionKind
    names: tuple[str, ...]
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def label(self) -> str:
        """Return the fullest name, or the first words; of a person the name without the office before it."""
        if not self.names:
            return self.words[0]
        fullest = max(self.names, key=lambda name: (len(name), name))
        bare = [name for name in self.names if " " in name and fullest.endswith(f" {name}")]
        return max(bare, key=len) if bare and self.kind == MentionKind.PERSON else fullest


def _kind(mentions: Iterable[Mention]) -> MentionKind:
    """The most frequent kind; among equals the first in the vocabulary."""
    counted = Counter(mention.kind for mention in mentions)
    return min(counted, key=lambda kind: (-counted[kind], list(MentionKind).index(kind)))


def _entity(article_id: str, key: str, mentions: tuple[Mention, ...]) -> Entity:
    named = tuple(mention for mention in mentions if mention.named)
    texts = Counter(mention.text.strip() for mention in named)
    texts.update({mention.name.strip() for mention in named if mention.name.strip()} - set(texts))
    return Entity(
        article_id,
        key,
        _kind(named or mentions),
        tuple(sorted((name for name in texts if name), key=lambda name: (-texts[name], -len(name), name))),
        tuple(dict.fromkeys(mention.text.strip() for mention in mentions)),
        mentions,
    )


def entities_of(source: Source) -> dict[str, Entity]:
    """Return the entities of an article by key, in reading order. Dates and numbers have no key and are left out."""
    gathered: dict[str, list[Mention]] = {}
    for mention in sorted(source.reading.mentions, key=lambda mention: (mention.span.start, mention.span.end, mention.kind)):
        if mention.key:
            gathered.setdefault(mention.key, []).append(mention)
    return {key: _entity(source.article.id, key, tuple(mentions)) for key, mentions in gathered.items()}
