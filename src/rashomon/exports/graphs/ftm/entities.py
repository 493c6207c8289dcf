"""An entity of FollowTheMoney: its values, each with where it comes from, as a line of JSON and as statements."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

#: The data set that statements belong to.
DATASET = "rashomon"
#: The types of the properties that are written here, as the `followthemoney` package names them.
TYPES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("name", "alias", "weakAlias"), "name"),
        **dict.fromkeys(("startDate", "endDate", "date", "publishedAt", "listingDate", "retrievedAt"), "date"),
        **dict.fromkeys(("summary", "description", "notes", "reason"), "text"),
        **dict.fromkeys(("sourceUrl",), "url"),
        **dict.fromkeys(("location", "full"), "address"),
        **dict.fromkeys(("latitude", "longitude"), "number"),
        **dict.fromkeys(("proof", "document", "entity", "involved", "resolved", "addressEntity"), "entity"),
        **dict.fromkeys(("member", "organization", "director", "agent", "client", "predecessor", "successor"), "entity"),
        **dict.fromkeys(("subject", "object", "person", "relative"), "entity"),
        "country": "country",
        "topics": "topic",
        "language": "language",
        "contentHash": "checksum",
    }
)
#: Categories of Unicode that no value holds: control, format, surrogate.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
#: Columns of a statement, as the package's own writer has them.
COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value"),
    *("external", "first_seen", "last_seen", "id"),
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: ``words`` name an article's stretch (``art-1:10-20``) or a list; ``seen`` when it was taken."""

    words: str
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity under construction: values by property, each with its origins."""

    id: str
    schema: str
    values: dict[str, dict[str, dict[Origin, None]]] = field(default_factory=dict)

    def add(self, prop: str, value: str | None, *origins: Origin) -> "Entity":
        """Add a value, its origins to those that it has; ``None`` and the empty text are no values. Returns itself."""
        if value and (plain := _plain(value)):
            self.values.setdefault(prop, {}).setdefault(plain, {}).update(dict.fromkeys(origins))
        return self

    def add_all(self, prop: str, several: Iterable[str | None], *origins: Origin) -> "Entity":
        """Add several values with the same origins. Returns itself."""
        for value in several:
            self.add(prop, value, *origins)
        return self

    @property
    def line(self) -> str:
        """Return the entity as a line of JSON, as Aleph loads it."""
        held = {prop: list(values) for prop, values in self.values.items()}
        return json.dumps({"id": self.id, "schema": self.schema, "properties": held}, ensure_ascii=False)

    def statements(self) -> Iterator[tuple[str, ...]]:
        """Yield a row of `COLUMNS` for each value; its origins stand together, as a statement's id does not name them."""
        for prop, values in self.values.items():
            for value, origins in values.items():
                yield self._statement(prop, value, origins)

    def _statement(self, prop: str, value: str, origins: Iterable[Origin]) -> tuple[str, ...]:
        several = tuple(origins)
        seen = sorted(one.seen for one in several if one.seen is not None) or [""]
        words = "; ".join(sorted(one.words for one in several))
        what = (self.id, self.id, prop, TYPES.get(prop, "string"), self.schema, value, DATASET)
        return (*what, words, "", "", "f", seen[0], seen[-1], _key(self.id, prop, value))


def _plain(value: str) -> str:
    r"""Return a value on one line, without the unseen signs (joiners, marks of direction) that Aleph takes out too.

    >>> _plain("A\u202eb\nc")
    'Ab c'
    """
    seen = (letter if unicodedata.category(letter) not in _UNSEEN else "" for letter in " ".join(value.split()))
    return "".join(seen).strip()


def _key(entity_id: str, prop: str, value: str) -> str:
    """Return a statement's id, made as the package makes it."""
    return hashlib.sha1(f"{DATASET}.{entity_id}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()
