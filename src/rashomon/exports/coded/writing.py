"""Write coded events: the rows of a form, a file of sources beside them, and a manifest that says what was asked and left out."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TextIO

from rashomon import __version__
from rashomon.exports.cells import csv_line
from rashomon.exports.coded.tracing import COLUMNS, source_rows
from rashomon.exports.contract import Aggregation, Order
from rashomon.lists.outlets import load_outlets
from rashomon.model.actors import Actor
from rashomon.model.sources import Outlet
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import Question

#: A coded event: the form's fields by name.
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event that is no row of a form, and why."""

    reason: str


def _nobody(_: Iterable[str]) -> Mapping[str, Actor]:
    return {}


@dataclass(frozen=True, slots=True)
class Setting:
    """What coding goes by: which versions are taken, listed outlets by folded names, and a way to actors that may be named."""

    aggregation: Aggregation
    outlets: Mapping[str, Outlet]
    named: Callable[[Iterable[str]], Mapping[str, Actor]] = _nobody


@dataclass(frozen=True, slots=True)
class Coding:
    """One form of coded events.

    Args:
        name: of the form and its files.

        code: turns an event into a row, or says why it is none.

        problems: what breaks the form's own rules in a row; such a row is not written.

        row_id: the field that the file of sources refers to.

        rules: sentences on how the ledger's values became the form's, for the manifest.
    """

    name: str
    code: Callable[[PublishedEvent, Setting], Row | LeftOut]
    problems: Callable[[Mapping[str, object]], Iterable[str]]
    row_id: str
    rules: tuple[str, ...]


class Run:
    """One export of one form: gives the rows one after the other, and keeps count.

    Args:
        ledger: what is exported.

        order: what of it.

        coding: the form.
    """

    def __init__(self, ledger: Ledger, order: Order, coding: Coding) -> None:
        self._ledger = ledger
        self._order = order
        self._coding = coding
        self.left_out: Counter[str] = Counter()
        self.written = 0

    def rows(self) -> Iterator[tuple[Row, PublishedEvent]]:
        """Yield the rows with their events, in the order of the answer."""
        setting = Setting(self._order.aggregation, load_outlets(self._ledger.lists), self._named)
        for published in self._ledger.publishing.events(self._order.selection, said=False):
            made = self._coding.code(published, setting)
            if isinstance(made, LeftOut):
                self.left_out[made.reason] += 1
                continue
            wrong = next(iter(self._coding.problems(made)), None)
            if wrong is not None:
                self.left_out[f"breaks a rule of the form: {wrong}"] += 1
                continue
            self.written += 1
            yield made, published

    def _named(self, actor_ids: Iterable[str]) -> Mapping[str, Actor]:
        return self._ledger.publishing.named(actor_ids, self._order.selection.clearance)

    def manifest(self, folder: Path, paths: Iterable[Path]) -> Path:
        """Write what was asked, how values were taken and what was left out, and return the file."""
        selection = self._order.selection
        asked = self._ledger.desk.search.count(selection.question)
        restricted = asked - self.written - sum(self.left_out.values())
        above = sum(not marked.mark.within(selection.clearance) for marked in self._ledger.marks.all())
        told = {
            "form": self._coding.name,
            "software": f"rashomon {__version__}",
            "read_by": "a machine; a claim is told with its source and status, and is no finding of fact",
            "aggregation": self._order.aggregation.value,
            "clearance": f"TLP:{selection.clearance.value.upper()}",
            "question": _asked(selection.question),
            "ledger_digest": self._ledger.linked_digest(),
            "events_found": asked,
            "rows": self.written,
            "left_out": dict(sorted(self.left_out.items()))
            | ({"told by restricted captures only": restricted} if restricted > 0 else {}),
            "captures_above_clearance": above,
            "rules": list(self._coding.rules),
            "files": {path.name: _digest(path) for path in paths},
        }
        path = folder / f"{self._coding.name}.manifest.json"
        path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _asked(question: Question) -> dict[str, object]:
    """Return the fields of a question that narrow or order it."""
    plain = Question()
    names = (field.name for field in fields(question) if field.name not in ("page", "size"))
    return {name: getattr(question, name) for name in names if getattr(question, name) != getattr(plain, name)}


def write_lines(ledger: Ledger, folder: Path, order: Order, coding: Coding) -> tuple[Path, ...]:
    """Write a coding as ``NAME.jsonl``, one JSON object a line, with a manifest beside it; arguments as of `write_table`."""
    folder.mkdir(parents=True, exist_ok=True)
    path, run = folder / f"{coding.name}.jsonl", Run(ledger, order, coding)
    with unfinished(path) as lines:
        lines.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row, _ in run.rows())
    return (path, run.manifest(folder, (path,)))


def write_table(ledger: Ledger, folder: Path, order: Order, coding: Coding, columns: tuple[str, ...]) -> tuple[Path, ...]:
    """Write a coding as ``NAME.csv`` with ``NAME.sources.csv`` and a manifest beside it.

    Args:
        ledger: what is exported.

        folder: made where there is none; files of these names are replaced once they are whole.

        order: what of it.

        coding: the form.

        columns: the form's own, in their order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = (folder / f"{coding.name}.csv", folder / f"{coding.name}.sources.csv")
    run = Run(ledger, order, coding)
    with unfinished(paths[0]) as table, unfinished(paths[1]) as sources:
        table.write(csv_line(columns))
        sources.write(csv_line(COLUMNS))
        for row, published in run.rows():
            table.write(csv_line(row[name] for name in columns))
            sources.writelines(csv_line(cells) for cells in source_rows(row[coding.row_id], published))
    return (*paths, run.manifest(folder, paths))


@contextmanager
def unfinished(path: Path) -> Iterator[TextIO]:
    """Give a file to write that takes its place only once it is whole."""
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8", newline="") as file:
        yield file
    part.replace(path)
