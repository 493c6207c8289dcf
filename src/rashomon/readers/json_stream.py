"""Take JSON apart while it is read: the values of one object or list, one after the other, so that memory holds one."""

import io
from collections.abc import Iterator

import ijson  # type: ignore[import-untyped]
from ijson.common import ObjectBuilder  # type: ignore[import-untyped]

from rashomon.model.errors import UnreadableSourceError

#: Nothing that people publish nests deeper.
DEEPEST = 60
_OPENING = ("start_map", "start_array")
_CLOSING = ("end_map", "end_array")
_BOM = b"\xef\xbb\xbf"
_BUFFER = 1 << 16


def streamed(content: bytes, source: str) -> Iterator[tuple[str, object]]:
    """Yield the values of the outermost object with their keys; of a list its elements, each by itself.

    The elements of a list that is such a value come one by one too, each with the key of the list; those of an outermost
    list with the key "".

    Args:
        content: JSON in UTF-8.
        source: the name a person knows it by.

    Raises:
        UnreadableSourceError: no JSON, broken, or nested too deep; what stood before was yielded.
    """
    taking = _Taking()
    count = 0
    try:
        for event, value in ijson.basic_parse(io.BytesIO(content.removeprefix(_BOM)), buf_size=_BUFFER, use_float=True):
            if taking.depth > DEEPEST:
                raise UnreadableSourceError(source, f"JSON nested deeper than {DEEPEST} levels after {count} values")
            if taking.complete(event, value):
                count += 1
                yield taking.key, taking.value
    except (ijson.JSONError, UnicodeDecodeError) as error:  # the parser lets bytes pass that no UTF-8 may hold
        raise _broken(source, error, count) from error


class _Taking:
    """Follows the events of a parse; ``key`` and ``value`` hold the last complete value."""

    def __init__(self) -> None:
        self.depth = 0
        self.key = ""
        self.value: object = None
        self._opened: list[str] = []
        self._builder: ObjectBuilder | None = None
        self._until = 0

    def complete(self, event: str, value: object) -> bool:
        """Take one event and return whether a value is complete with it."""
        if event in _CLOSING:
            self.depth -= 1
        if self._builder is not None:
            self._builder.event(event, value)
            if event in _OPENING:
                self.depth += 1
            return event in _CLOSING and self.depth == self._until and self._built()
        if event in _OPENING:
            return self._open(event, value)
        if event == "map_key":
            self.key = str(value)
        if event in _CLOSING or event == "map_key":
            del self._opened[self.depth :]
            return False
        self.value = value
        return True

    def _open(self, event: str, value: object) -> bool:
        """Step into the outermost object or list, and into a list right inside the outermost object; build all others."""
        enters = self.depth == 0 or (event == "start_array" and self._opened == ["start_map"])
        if enters:
            self._opened.append(event)
        else:
            self._builder, self._until = ObjectBuilder(), self.depth
            self._builder.event(event, value)
        self.depth += 1
        return False

    def _built(self) -> bool:
        """Keep what was built."""
        if self._builder is not None:
            self.value = self._builder.value
        self._builder = None
        return True


def _broken(source: str, error: Exception, count: int) -> UnreadableSourceError:
    """Return the error for JSON that cannot be parsed."""
    said = " ".join(str(error).split())[:120]
    return UnreadableSourceError(source, f"broken JSON after {count} values: {said} (is it truncated?)")
