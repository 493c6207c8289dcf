"""Values without what is hidden: whatever stands in a hidden article is left out, wherever in a view it stands."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Event, Root, Series
from rashomon.model.sources import Capture
from rashomon.store.cleared.hidden import Hidden
from rashomon.store.pages.views import CopyLine, Node
from rashomon.store.today.views import StatusChange, TollChange
from rashomon.store.views import ArticleLine, EventLine, EventView, Fault, Named

T = TypeVar("T")


class Clearing:
    """Leaves out what is hidden. A view that may be shown at all keeps its shape."""

    def __init__(self, hidden: Hidden) -> None:
        self.hidden = hidden

    def of(self, value: T) -> T:
        """Return a value without the hidden entries of its lists, at any depth."""
        shown: Any = value
        if isinstance(shown, tuple):
            return self._several(shown)  # type: ignore[return-value]
        if isinstance(shown, Mapping):
            return {key: self.of(inner) for key, inner in shown.items()}  # type: ignore[return-value]
        if not is_dataclass(shown) or isinstance(shown, type):
            return value
        changed = self._changed(shown)
        held = {field.name: getattr(changed, field.name) for field in fields(changed)}
        cleared = {name: self.of(inner) for name, inner in held.items()}
        differing = {name: inner for name, inner in cleared.items() if inner is not held[name]}
        made: T = replace(changed, **differing) if differing else changed
        return made

    def _several(self, several: tuple[Any, ...]) -> tuple[Any, ...]:
        kept = tuple(self.of(one) for one in several if not self.hides(one))
        return several if len(kept) == len(several) and all(map(_same, kept, several)) else kept

    def _changed(self, value: Any) -> Any:  # noqa: ANN401 (any view)
        """Return an event or its line as other accounts tell it, and values whose lists of ids would speak of hidden ones."""
        hidden = self.hidden
        if isinstance(value, EventLine) and value.id in hidden.changed:
            return hidden.changed[value.id][1]
        if isinstance(value, Event) and value.id in hidden.changed:
            return hidden.changed[value.id][0]
        if isinstance(value, ArticleLine) and value.copy_of in hidden.articles:
            return replace(value, copy_of=None, copy_kind=None)
        if isinstance(value, Root):
            return replace(value, accounts=tuple(one for one in value.accounts if one not in hidden.accounts))
        if isinstance(value, Actor):
            return replace(value, aliases=tuple(one for one in value.aliases if one.source not in hidden.articles))
        return value

    def hides(self, value: Any) -> bool:  # noqa: ANN401 (any entry of a list)
        """Return whether an entry of a list must be left out."""
        hidden = self.hidden
        match value:
            case EventLine():
                return value.id in hidden.events
            case ArticleLine():
                return value.id in hidden.articles
            case Node() | Named():
                return value.id in hidden.actors
            case TollChange() | StatusChange():
                return value.event.id in hidden.rows
            case tuple():
                return any(self.hides(part) for part in value)
        return bool(hidden.articles & _articles(value) or hidden.captures & _captures(value)) or self._tells_hidden(value)

    def _tells_hidden(self, value: Any) -> bool:  # noqa: ANN401 (any entry of a list)
        """Return whether all accounts behind an entry are hidden, or a part that says what it is about."""
        if isinstance(value, Root):
            return bool(value.accounts) and self.hidden.accounts.issuperset(value.accounts)
        if not is_dataclass(value) or isinstance(value, type | EventView | Series):
            return False
        parts = (getattr(value, name, None) for name in _TELLING)
        return any(part is not None and self.hides(part) for part in parts)


def _articles(value: Any) -> set[str]:  # noqa: ANN401 (any entry of a list)
    """Return the articles that an entry stands in."""
    if isinstance(value, Contradiction):
        return {one.article_id for one in value.positions}
    if isinstance(value, CopyLine):
        return {value.copy.article_id, value.copy.original_id}
    several = (getattr(value, "article_id", None), getattr(value, "original_id", None))
    return {one for one in several if one is not None}


def _captures(value: Any) -> set[str]:  # noqa: ANN401 (any entry of a list)
    """Return the capture that an entry is, or stands in."""
    found = value.sha256 if isinstance(value, Capture) else value.capture if isinstance(value, Fault) else None
    return set() if found is None else {found}


#: Parts of a view that say what it is about.
_TELLING = (
    "article",
    "line",
    "event",
    "capture",
    "contradiction",
    "quote",
    "claim",
    "account",
    "figure",
    "tie",
    "before",
    "after",
)


def _same(one: object, other: object) -> bool:
    return one is other
