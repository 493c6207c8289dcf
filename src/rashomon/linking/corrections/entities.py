"""The entities that a person's values name: words of the article, as the mention that stands there or as a new one."""

from dataclasses import replace

from rashomon.linking.corrections.anchoring import mention_at
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Filler, Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind, Role

#: What words are taken for that no reader had marked.
_KINDS = {Role.PLACE: MentionKind.PLACE, Role.WEAPON: MentionKind.WEAPON}


class Entities:
    """The mentions of one reading, with those that people's decisions add."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._article = article
        self.mentions = reading.mentions

    def at(self, start: int, end: int, role: Role) -> Filler:
        """Return a role filled by the words from ``start`` to ``end``; where no mention stands there, one is added."""
        span = EvidenceSpan(self._article.id, start, end)
        found = next((m for m in self.mentions if m.key and m.span == span), None) or mention_at(span, self.mentions)
        if found is None:
            words = span.of(self._article)
            kind = _KINDS.get(role, MentionKind.GROUP)
            found = Mention(span, kind, words, f"words:{start}-{end}", words, named=words[:1].isupper())
            self.mentions = (*self.mentions, found)
        return Filler(role, found.key, span)

    def restored(self, account: Account, known: tuple[Mention, ...]) -> Account:
        """Return an account of another reading with the keys of this one; relays that it does not know are left out.

        Args:
            account: as it was read when a person decided on it.

            known: the mentions that it named then.
        """
        fillers = tuple(self.at(filler.span.start, filler.span.end, filler.role) for filler in account.fillers)
        keys = tuple(self.key_of(key, known) for key in account.attribution)
        return replace(account, fillers=fillers, attribution=tuple(key for key in keys if key is not None))

    def key_of(self, key: str, known: tuple[Mention, ...]) -> str | None:
        """Return the key that an entity of another reading has here."""
        if key in (OUTLET_KEY, UNKNOWN_KEY):
            return key
        for mention in known:
            found = mention_at(mention.span, self.mentions) if mention.key == key else None
            if found is not None:
                return found.key
        return None
