"""What an account rests on beside others of its event: whose word its outlet repeats, though its own sentence does not say so.

Only accounts of one event are looked at, so a new article changes nothing but the events it is in.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rashomon.linking.actors.candidates import untrimmed
from rashomon.linking.cast import Cast
from rashomon.linking.events.tellings import Telling
from rashomon.linking.precedence import precedence
from rashomon.linking.skeleton import plain_name
from rashomon.linking.sources.roots import Origin, Roots
from rashomon.model.sources import Article

#: Fewer words than this may stand in two texts by chance.
_QUOTED = 8
_WORD = re.compile(r"[^\W_]+")
_CHANNEL = re.compile(r"^(?:https?://)?(?:www\.)?(?:t\.me/(?:s/)?|@)", re.IGNORECASE)


def comparable(name: str) -> str:
    """Return the form under which an outlet or channel is the same, named in a text or printed above one.

    >>> comparable("the Sahel Watch Group") == comparable("Sahel Watch"), comparable("@dune_wire") == comparable("t.me/dune_wire")
    (True, True)
    """
    return plain_name(untrimmed(_CHANNEL.sub("", name.strip()).rstrip("/")))


@dataclass(frozen=True)
class _Told:
    """An account with its article, who publishes or is credited with that, and whether it is told in the article's own voice."""

    telling: Telling
    article: Article
    voices: tuple[Origin, ...]
    own: bool

    @cached_property
    def called(self) -> frozenset[str]:
        """Return the comparable names of who publishes it, or is credited."""
        names = (self.article.outlet, *(voice.name for voice in self.voices))
        return frozenset(comparable(name) for name in names if name) - {""}

    @cached_property
    def words(self) -> str:
        """Return the words of the article, in lower case."""
        return f" {' '.join(_WORD.findall(self.article.text.lower()))} "

    @cached_property
    def evidence(self) -> str:
        """Return the words of the account's sentence, in lower case; empty where they are few."""
        found = _WORD.findall(self.telling.account.evidence.of(self.article).lower())
        return f" {' '.join(found)} " if len(found) >= _QUOTED else ""


class Resting:
    """Finds what accounts rest on.

    Args:
        cast: knows the articles.

        roots: where each account's information comes from, looked at by itself.
    """

    def __init__(self, cast: Cast, roots: Roots) -> None:
        self._cast = cast
        self._roots = roots

    def settled(self, group: Sequence[Telling]) -> tuple[Telling, ...]:
        """Return the accounts of an event with their origins as they are beside each other, in the order given."""
        if len(group) < 2:  # noqa: PLR2004 - nothing beside it
            return tuple(group)
        told = {telling.id: self._told(telling) for telling in group}
        on = {key: other for key, one in told.items() if (other := self._ground(one, told)) is not None}
        if not on:
            return tuple(group)
        ends = {key: told[_end(key, on)].telling.origin for key in on}
        return tuple(replace(telling, origin=ends[telling.id]) if telling.id in ends else telling for telling in group)

    def _told(self, telling: Telling) -> _Told:
        article = self._cast.article(telling.account.article_id)
        voices = (self._roots.outlet(article.id), self._roots.publisher(article.id))
        return _Told(telling, article, tuple(voice for voice in voices if voice is not None), telling.origin == voices[0])

    def _ground(self, one: _Told, told: Mapping[str, _Told]) -> str | None:
        """Return the account that one rests on, by the surest way; of several the earliest told, then the lesser id."""
        beside = sorted(
            (other for key, other in told.items() if key != one.telling.id),
            key=lambda other: (str(other.telling.published or "9999"), other.telling.account.trigger.start, other.telling.id),
        )
        ways = (self._spoken_beside, self._linked, self._quoted) if one.own else (self._named,)
        for way in ways:
            for other in beside:
                if way(one, other):
                    return other.telling.id
        return None

    def _spoken_beside(self, one: _Told, other: _Told) -> bool:
        """The article itself quotes somebody on the same event."""
        return one.article.id == other.article.id and not other.own

    def _linked(self, one: _Told, other: _Told) -> bool:
        """The article links to the other."""
        return other.article.url is not None and other.article.url in one.article.links and one.article.id != other.article.id

    def _quoted(self, one: _Told, other: _Told) -> bool:
        """The sentence stands word for word in the other article, which came first."""
        if not one.evidence or one.article.id == other.article.id or one.evidence not in other.words:
            return False
        return precedence(one.article, other.article, self._roots.registry).first.id == other.article.id

    def _named(self, one: _Told, other: _Told) -> bool:
        """The account is told on the word of who publishes the other article."""
        return one.article.id != other.article.id and comparable(one.telling.origin.name) in other.called


def _end(key: str, on: Mapping[str, str]) -> str:
    """Follow what rests on what to its end; in a circle to the least of it."""
    seen = [key]
    while seen[-1] in on:
        if on[seen[-1]] in seen:
            return min(seen[seen.index(on[seen[-1]]) :])
        seen.append(on[seen[-1]])
    return seen[-1]
