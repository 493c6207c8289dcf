"""Turn the model's frozen dataclasses into JSON text and back, strictly.

Fields that hold their default are left out; enums stand as their values, dates, date intervals and ranges as their
ISO and ``low..high`` forms, an evidence span as ``[article, start, end]``. What does not fit its type is refused.

>>> from rashomon.model.actors import Alias
>>> encode(Alias("PMF", "own list"))
'{"text":"PMF","source":"own list"}'
>>> decode(Alias, encode(Alias("PMF", "own list", ambiguous=True)))
Alias(text='PMF', source='own list', ambiguous=True)
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from rashomon.model.dates import DateInterval
from rashomon.model.errors import LedgerError
from rashomon.model.ranges import Range
from rashomon.model.sources import EvidenceSpan

T = TypeVar("T")
#: Turns a value into what JSON knows, or back.
Converter = Callable[[Any], Any]

_PLAIN = (str, int, float, bool)
#: Types that stand as their own text, and what reads it back.
_TEXTS: Mapping[Any, Converter] = MappingProxyType(
    {DateInterval: DateInterval.parse, Range: Range.parse, date: date.fromisoformat}
)


def encode(value: object) -> str:
    """Return a dataclass, or a tuple of them, as one line of JSON.

    Raises:
        LedgerError: it holds a number that is none (NaN, infinity).
    """
    try:
        return json.dumps(_simple(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:
        raise LedgerError(f"cannot store a {type(value).__name__}: {error}") from error


def decode(kind: type[T], text: str) -> T:
    """Return the value that `encode` made the text of.

    Raises:
        LedgerError: the text is no JSON, or does not fit the type (another version of Rashomon wrote it).
    """
    form: Any = kind
    try:
        value: T = _decoder(form)(json.loads(text))
    except ValueError as error:
        name = getattr(kind, "__name__", str(kind))
        raise LedgerError(f"cannot read a stored {name}: {error} (try: rashomon update)") from error
    return value


def decode_tuple(kind: type[T], text: str) -> tuple[T, ...]:
    """Return the tuple of values that `encode` made the text of. Raises LedgerError as `decode`."""
    return decode(tuple[kind, ...], text)  # type: ignore[valid-type]


def plain(value: Any) -> Any:  # noqa: ANN401 (any value of the model or the views)
    """Return a value as the dictionaries, lists and plain values that programs are given: every field, and the id if it has one.

    >>> plain(EvidenceSpan("art-1", 0, 5))
    {'article_id': 'art-1', 'start': 0, 'end': 5}
    """
    kind: Any = type(value)
    if isinstance(value, Mapping):
        return {str(name): plain(held) for name, held in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(part) for part in value]
    if not is_dataclass(kind) or kind in _TEXTS:
        return _simple(value)
    own = {"id": value.id} if hasattr(value, "id") else {}
    return own | {field.name: plain(getattr(value, field.name)) for field in fields(value)}


def _simple(value: Any) -> Any:  # noqa: ANN401 (any value of the model)
    """Return the value as dictionaries, lists and plain values."""
    kind: Any = type(value)
    if kind in _PLAIN or value is None:
        return value
    if kind is tuple:
        return [_simple(part) for part in value]
    if kind is EvidenceSpan:
        return [value.article_id, value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if kind in _TEXTS:
        return str(value)
    return {name: _simple(held) for name, default in _defaults(kind) if (held := getattr(value, name)) != default}


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return a dataclass's fields with their defaults, in order."""
    if not is_dataclass(kind):
        raise ValueError(f"{kind.__name__} is no dataclass")
    return tuple((field.name, field.default) for field in fields(kind))


@cache
def _decoder(kind: Any) -> Converter:  # noqa: ANN401 (a type expression)
    """Return what turns parsed JSON into a value of this type."""
    if kind in _TEXTS:
        return _from_text(_TEXTS[kind])
    if kind in _PLAIN:
        return _plain(kind)
    if get_origin(kind) is UnionType:
        return _optional(kind)
    if get_origin(kind) is tuple:
        return _tuple(_decoder(get_args(kind)[0]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _span if kind is EvidenceSpan else _dataclass(kind)


def _optional(kind: UnionType) -> Converter:
    inner = _decoder(next(part for part in get_args(kind) if part is not NoneType))
    return lambda value: None if value is None else inner(value)


def _tuple(inner: Converter) -> Converter:
    def read(value: Any) -> Any:  # noqa: ANN401 (parsed JSON)
        if not isinstance(value, list):
            raise ValueError(f"not a list: {value!r}")  # noqa: TRY004 (one kind of error for a text that does not fit)
        return tuple([inner(part) for part in value])

    return read


def _plain(kind: type) -> Converter:
    allowed = (float, int) if kind is float else (kind,)

    def read(value: Any) -> Any:  # noqa: ANN401 (parsed JSON)
        if type(value) not in allowed:
            raise ValueError(f"not a {kind.__name__}: {value!r}")
        return value

    return read


def _from_text(parse: Callable[[str], Any]) -> Converter:
    def read(value: Any) -> Any:  # noqa: ANN401 (parsed JSON)
        if not isinstance(value, str):
            raise ValueError(f"not a text: {value!r}")  # noqa: TRY004 (as in _tuple)
        return parse(value)

    return read


def _span(value: Any) -> EvidenceSpan:  # noqa: ANN401 (parsed JSON)
    if isinstance(value, list) and [type(part) for part in value] == [str, int, int]:
        return EvidenceSpan(*value)
    raise ValueError(f"not an evidence span: {value!r}")


def _dataclass(kind: Any) -> Converter:  # noqa: ANN401 (a type expression)
    hints = get_type_hints(kind)
    defaults = _defaults(kind)
    readers = {name: _decoder(hints[name]) for name, _ in defaults}
    needed = frozenset(name for name, default in defaults if default is MISSING)

    def read(value: Any) -> Any:  # noqa: ANN401 (parsed JSON)
        if not isinstance(value, dict) or not needed <= value.keys() <= readers.keys():
            raise ValueError(f"not the fields of {kind.__name__}: {value!r}")
        return kind(**{name: readers[name](held) for name, held in value.items()})

    return read
