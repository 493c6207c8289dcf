"""What stands beside the files of tables: which part of the ledger it is, and what each column means."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon import __version__
from rashomon.exports.contract import Order
from rashomon.store.codec import plain
from rashomon.store.frames.catalogue import TABLES
from rashomon.store.frames.contract import Column, FlatTable
from rashomon.store.views import Question

_HEAD = """\
# Tables of a ledger

What outlets report, and according to whom. A row of `accounts` is what one article says, not what happened; a machine read it.
`events` groups accounts of the same happening; `independent` counts roots, because copies are no corroboration. Every row that
states something has the article, the place of its words and the words themselves: read them before you use it.

- **Not stated is empty** (null), never 0. Ranges have two ends; an open end is empty.
- **Names of private persons are withheld** and have no id. Captures marked above the clearance are left out, with every value
  that only they give.
- Offsets (`start`, `end`) count Unicode code points of `articles.text`; the end is exclusive.
- Rows come in the order of ids; within an article in the order of its text.
"""
_CSV = """\
- Lists are joined by `; `. Lists side by side (names and their ids) have the same length. A text that a spreadsheet would take
  for a formula is led by an apostrophe.
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a set of files is.

    Args:
        ledger: digest of what was linked.

        clearance: how far the files may be shared; ``question`` what narrowed them, by the names of its fields.

        ending: of the files' names.

        rows: how many rows each table has.
    """

    ledger: str
    clearance: str
    question: Mapping[str, object]
    ending: str
    rows: Mapping[str, int]

    def as_json(self) -> str:
        """Return it as JSON for programs, with every table and column."""
        said = {
            "made_by": f"rashomon {__version__}",
            "ledger": self.ledger,
            "clearance": self.clearance,
            "question": self.question,
            "tables": [self._table(table) for table in TABLES],
        }
        return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n"

    def _table(self, table: FlatTable) -> dict[str, object]:
        file = f"{table.name}.{self.ending}"
        head = {
            "name": table.name,
            "file": file,
            "meaning": table.meaning,
            "key": table.key,
            "rows": self.rows.get(table.name, 0),
        }
        return {**head, "columns": [plain(column) for column in table.columns]}


def described(order: Order, version: str, ending: str, rows: Mapping[str, int]) -> About:
    """Return what a set of files is."""
    asked, everything = plain(order.selection.question), plain(Question())
    narrowed = {name: value for name, value in asked.items() if value != everything[name]}
    return About(version, str(order.selection.clearance), narrowed, ending, dict(rows))


def readme(about: About) -> str:
    """Return the page that people read."""
    question = json.dumps(about.question, ensure_ascii=False) if about.question else "everything"
    rows = sum(about.rows.values())
    lines = [_HEAD.rstrip(), *([_CSV.rstrip()] if about.ending == "csv" else [])]
    lines += [
        "",
        f"Ledger `{about.ledger or 'not linked'}`, clearance TLP:{about.clearance.upper()}, asked: {question}; {rows} rows.",
    ]
    return "\n".join([*lines, "", *tables_in_markdown(about.rows)])


def tables_in_markdown(rows: Mapping[str, int] | None = None) -> Iterator[str]:
    """Yield the lines that document every table, with its number of rows where that is known."""
    for table in TABLES:
        count = "" if rows is None else f" ({rows.get(table.name, 0)} rows)"
        yield f"## {table.name}{count}"
        yield ""
        yield f"{table.meaning} Key: {', '.join(f'`{name}`' for name in table.key)}."
        yield ""
        yield "| column | type | meaning |"
        yield "|---|---|---|"
        yield from (_line(column) for column in table.columns)
        yield ""


def _line(column: Column) -> str:
    unit = "" if column.unit is None else f"; in {column.unit}"
    joins = "" if column.joins is None else f"; joins `{column.joins}`"
    return f"| `{column.name}` | {column.kind} | {column.meaning}{unit}{joins} |".replace("<", "&lt;")
