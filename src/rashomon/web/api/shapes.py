"""The JSON Schema of what `rashomon.web.answers.plain` makes of a type, so that the API's description is what it answers.

>>> from rashomon.store.views import Quote
>>> shapes = Shapes()
>>> shapes.of(tuple[Quote, ...])
{'type': 'array', 'items': {'$ref': '#/components/schemas/Quote'}}
>>> shapes.components["Quote"]["required"]
['article_id', 'start', 'end', 'words', 'context']
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range

Schema = dict[str, Any]
_PLAIN: Mapping[Any, str] = MappingProxyType({str: "string", bool: "boolean", int: "integer", float: "number", NoneType: "null"})
#: What a text of these types is, in words.
_TEXTS: Mapping[Any, str] = MappingProxyType(
    {
        DateInterval: "2031, 2031-05, 2031-05-04, or two of them around a slash, either side empty",
        Range: "3, 20.., 10..15 or ..5",
        date: "an ISO day",
    }
)


class Shapes:
    """Collects the schemas of dataclasses as ``components`` by name, each once."""

    def __init__(self) -> None:
        self.components: dict[str, Schema] = {}
        self._names: dict[Any, str] = {}

    def of(self, kind: Any) -> Schema:  # noqa: ANN401 (any type)
        """Return the schema of a type. Raises TypeError for one that `plain` has no form for."""
        if kind in _PLAIN:
            return {"type": _PLAIN[kind]}
        if kind in _TEXTS:
            return {"type": "string", "description": _TEXTS[kind]}
        if kind in (object, Any):
            return {}
        origin = get_origin(kind)
        if origin is not None and not is_dataclass(origin):
            return self._several(origin, get_args(kind))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"type": "string", "enum": [one.value for one in kind]}
        if is_dataclass(origin or kind):
            return {"$ref": f"#/components/schemas/{self._component(kind)}"}
        raise TypeError(f"no JSON form is known for {kind!r} (give the API a dataclass, a tuple or a mapping)")

    def _several(self, origin: Any, parts: tuple[Any, ...]) -> Schema:  # noqa: ANN401 (any generic)
        """Return the schema of a union, a mapping or a list."""
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(part) for part in parts]}
        if issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if issubclass(origin, tuple) and parts[-1] is not Ellipsis:
            length = {"minItems": len(parts), "maxItems": len(parts)}
            return {"type": "array", "prefixItems": [self.of(part) for part in parts], **length}
        return {"type": "array", "items": self.of(parts[0])}

    def _component(self, kind: Any) -> str:  # noqa: ANN401 (a dataclass, with its parts where it is generic)
        """Return the name of a dataclass's schema, made where it is new."""
        if kind not in self._names:
            made: Any = get_origin(kind) or kind
            name = made.__name__ + "".join(f"Of{_spoken(part)}" for part in get_args(kind))
            self._names[kind] = name if name not in self.components else f"{made.__module__.split('.')[2].title()}{name}"
            self.components[self._names[kind]] = {}  # a dataclass may hold its own kind
            self.components[self._names[kind]] = self._object(made, get_args(kind))
        return self._names[kind]

    def _object(self, made: Any, parts: tuple[Any, ...]) -> Schema:  # noqa: ANN401 (a dataclass)
        filled = dict(zip(getattr(made, "__parameters__", ()), parts, strict=True))
        hints = get_type_hints(made)
        shown = {"id": {"type": "string"}} if isinstance(getattr(made, "id", None), property) else {}
        shown |= {one.name: self.of(_filled(hints[one.name], filled)) for one in fields(made)}
        told = " ".join((made.__doc__ or "").partition("\n\n")[0].split())
        return {
            "type": "object",
            "title": made.__name__,
            "description": told,
            "properties": shown,
            "required": list(shown),
            "additionalProperties": False,
        }


def _filled(kind: Any, filled: Mapping[Any, Any]) -> Any:  # noqa: ANN401 (any type)
    """Return a type with its variables replaced."""
    if isinstance(kind, TypeVar):
        return filled[kind]
    variables = getattr(kind, "__parameters__", ())
    return kind[tuple(filled[one] for one in variables)] if variables else kind


def _spoken(kind: Any) -> str:  # noqa: ANN401 (any type)
    """Return a type's name as part of another's."""
    return "And".join(map(_spoken, get_args(kind))) if get_origin(kind) in (tuple, Union, UnionType) else kind.__name__
