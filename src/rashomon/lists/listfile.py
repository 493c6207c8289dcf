"""Read list files: YAML in which every value is text, so that ``NO`` stays Norway and ``2014`` stays as written.

A list file is a list of entries; each has a ``name`` and, beside it, texts, lists of texts, or lists of small mappings.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml

from rashomon.model.dates import DateInterval
from rashomon.model.errors import ListError

#: Reads every value of a list file as a string, in C where the package has that: ten times as quick.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class ListFile:
    """One list file as read from disk or out of the package.

    ``label`` is the name that errors and aliases show: ``actors/iraq.yaml`` for a shipped file, ``ledger: actors.yaml``
    for a ledger's own.
    """

    label: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list file, with what is needed to say where a mistake stands; ``line`` counts from 1."""

    file: str
    name: str
    values: Mapping[str, object]
    line: int | None = None

    def error(self, reason: str) -> ListError:
        """Return the error that names file, entry, reason and line."""
        where = "" if self.line is None else f" (line {self.line})"
        return ListError(f"{self.file}: entry {self.name!r}: {reason}{where}")

    def text(self, key: str) -> str | None:
        """Return a text, ``None`` where it is missing or empty. Raises ListError where it is a list."""
        value = self.values.get(key)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            raise self.error(f"{key} must be one text, not {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where it is missing. Raises ListError where it is anything else."""
        value = self.values.get(key)
        if value is None or value == "":
            return ()
        if not isinstance(value, list) or not all(isinstance(part, str) and part.strip() for part in value):
            raise self.error(f"{key} must be a list of texts like [one, two], not {value!r}")
        return tuple(value)

    def rows(self, key: str) -> tuple[Mapping[str, str], ...]:
        """Return a list of mappings from text to text. Raises ListError where it is anything else."""
        value = self.values.get(key)
        if value is None or value == "":
            return ()
        if not isinstance(value, list) or not all(_is_plain(part) for part in value):
            raise self.error(f"{key} must be a list of mappings like [{{a: one, b: two}}], not {value!r}")
        return tuple(value)

    def number(self, key: str) -> float | None:
        """Return a number, ``None`` where it is missing. Raises ListError where it is none."""
        text = self.text(key)
        if text is None:
            return None
        try:
            return float(text)
        except ValueError as error:
            raise self.error(f"{key} must be a number, not {text!r}") from error

    def interval(self, begin: str | None, end: str | None) -> DateInterval | None:
        """Return the days between two ISO dates, either of which may be missing. Raises ListError for other forms."""
        if begin is None and end is None:
            return None
        try:
            return DateInterval.parse(f"{begin or ''}/{end or ''}")
        except ValueError as error:
            raise self.error(str(error)) from error

    def only(self, keys: Iterable[str]) -> None:
        """Raise ListError where the entry has a key beside these and ``name``: it would be silently lost."""
        unknown = sorted(self.values.keys() - set(keys) - {"name"})
        if unknown:
            raise self.error(f"unknown key {unknown[0]!r} (known: {', '.join(sorted(keys))})")


def _is_plain(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(part, str) for part in value.values())


def shipped(*names: str) -> tuple[ListFile, ...]:
    """Return shipped files by name; a folder's name gives its ``.yaml`` files in order of name."""
    found: list[ListFile] = []
    for name in names:
        place = files("rashomon.lists").joinpath(name)
        if place.is_dir():
            inside = sorted((part for part in place.iterdir() if part.name.endswith(".yaml")), key=lambda part: part.name)
            found.extend(_opened(f"{name}/{part.name}", part) for part in inside)
        else:
            found.append(_opened(name, place))
    return tuple(found)


def own(folder: Path | None, name: str) -> tuple[ListFile, ...]:
    """Return a ledger's own file of this name, nothing where it has none."""
    if folder is None or not (folder / name).is_file():
        return ()
    return (_opened(f"ledger: {name}", folder / name),)


def _opened(label: str, place: Traversable) -> ListFile:
    try:
        return ListFile(label, place.read_bytes())
    except OSError as error:
        raise ListError(f"cannot read the list {label}: {error}") from error


def entries(file: ListFile) -> tuple[Entry, ...]:
    """Return a file's entries in their order.

    Raises:
        ListError: it is no YAML, no list, or an entry has no name. Names file, place and reason.
    """
    try:
        parsed = yaml.load(file.content, Loader=LOADER)  # noqa: S506 - the base loader makes only texts, lists, mappings
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ListError(f"{file.label} is no YAML: {' '.join(str(error).split())}") from error
    if parsed is None or parsed == "":
        return ()
    if not isinstance(parsed, list):
        raise ListError(f"{file.label} must be a list of entries, each opening with '- name: ...'")
    begins = [number for number, text in enumerate(file.content.splitlines(), start=1) if text.startswith(b"- ")]
    lines: Sequence[int | None] = begins if len(begins) == len(parsed) else [None] * len(parsed)
    return tuple(
        _entry(file.label, number, part, line) for number, (part, line) in enumerate(zip(parsed, lines, strict=True), start=1)
    )


def _entry(label: str, number: int, part: object, line: int | None) -> Entry:
    if not isinstance(part, dict):
        raise ListError(f"{label}: entry {number} must be a mapping that opens with '- name: ...', not {part!r}")
    name = part.get("name")
    if not isinstance(name, str) or not name.strip():
        raise ListError(f"{label}: entry {number} has no name: {part!r}")
    return Entry(label, name, part, line)


def digest(read: Iterable[ListFile]) -> str:
    """Return eight hexadecimal digits that change when a byte of the files does."""
    total = hashlib.sha256()
    for file in read:
        total.update(file.label.encode() + b"\x00" + file.content + b"\x00")
    return total.hexdigest()[:8]
