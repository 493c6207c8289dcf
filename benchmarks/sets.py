"""The sets: which there are, how a development part is run and scored, how records become predictions.

A set of records is a module ``benchmarks.NAME`` with ``DEV`` (its development file in the optional data folder, or several),
``GOLD`` (the fields a reader must not see) and ``predict(rows)``. A set that is more than records has ``run()``, and ``predict``
where it can.
"""

import importlib
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from benchmarks.shared import Figures, Row, score, shared

#: Every set, by the name of its module and of its folder.
NAMES = (
    "actor_cases",
    "annotated",
    "article_extraction",
    "attribution",
    "cameo_st",
    "case2021_t2",
    "casualties",
    "event_coreference",
    "five_w_one_h",
    "geoparsing",
    "happenings",
    "maverick",
    "muc4",
    "name_matching",
    "near_duplicates",
    "pages_blind",
    "pages_more",
    "petrarch_cases",
    "plover_gsr",
    "published_days",
    "re3d",
    "scale",
    "seeds",
    "speed",
    "story_clustering",
    "temporal",
    "wikievents",
)
#: Sets that are quick enough for every change.
QUICK = ("annotated", "seeds", "pages_blind", "pages_more")


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"benchmarks.{name}")


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _write(path: Path, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def read(name: str, source: Path, target: Path) -> None:
    """Read the records of a file one after the other and write a prediction for each.

    Of `seeds` both are folders: pages in, the annotations' form out.

    Raises:
        FileNotFoundError: there is no such file.
        json.JSONDecodeError: a line is no JSON.
    """
    module = _module(name)
    if hasattr(module, "export"):
        module.export(source, target)
        return
    _write(target, module.predict(_rows(source)))


def without(rows: Iterable[Row], fields: Iterable[str]) -> Iterator[Row]:
    """Yield the records without their labels; ``parts.label`` is the label of every part in a list."""
    hidden = frozenset(fields)
    for row in rows:
        yield {
            field: [_bare(part, field, hidden) for part in value] if isinstance(value, list) else value
            for field, value in row.items()
            if field not in hidden
        }


def _bare(part: object, of: str, hidden: frozenset[str]) -> object:
    if not isinstance(part, dict):
        return part
    return {field: value for field, value in part.items() if f"{of}.{field}" not in hidden}


def run(name: str) -> Figures:
    """Return the figures of a set's development part.

    Raises:
        MissingDataError: the optional data folder lacks the set.
    """
    module = _module(name)
    if hasattr(module, "run"):
        figures: Figures = module.run()
        return figures
    if isinstance(module.DEV, str):
        return _scored(module, module.DEV)
    return {Path(part).name.partition(".")[0]: _scored(module, part) for part in module.DEV}


def _scored(module: ModuleType, part: str) -> Figures:
    gold = shared(part)
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder, "predicted.jsonl")
        _write(mine, module.predict(without(_rows(gold), module.GOLD)))
        return score(gold.with_name("score.py"), gold, mine)
