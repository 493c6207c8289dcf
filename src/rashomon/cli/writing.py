"""How values become lines a person likes to read: plain words, quotes with the evidence in bold, wrapped to the width."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator

import click

from rashomon.model.words import ALARMS, Stance
from rashomon.store.views import ArticleLine, EventLine, Named, Quote

#: How a stance reads between a source and its words.
STANCE_WORDS = {
    Stance.ASSERTS: "says",
    Stance.DENIES: "denies",
    Stance.CLAIMS_RESPONSIBILITY: "claims responsibility",
    Stance.ACCUSES: "accuses",
    Stance.DOUBTS: "doubts",
    Stance.VERIFIES: "confirms",
    Stance.CANNOT_VERIFY: "does not confirm",
    Stance.PREDICTS: "predicts",
    Stance.WARNS: "warns",
    Stance.THREATENS: "threatens",
    Stance.PRAISES: "praises",
    Stance.DEMANDS: "demands",
}
NOT_STATED = "not stated"
_NARROWEST = 60
_WIDEST = 110


def width() -> int:
    """Return how many characters a line may have."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))


def words(code: str) -> str:
    """Return a code of the vocabularies as words: ``drone_or_missile_strike`` is "drone or missile strike"."""
    return code.replace("_", " ")


def wrapped(text: str, indent: str = "") -> str:
    """Return the text folded to the width, every line behind the indent."""
    return textwrap.fill(" ".join(text.split()), width(), initial_indent=indent, subsequent_indent=indent)


def heading(text: str) -> str:
    """Return a heading with an empty line before it."""
    return "\n" + click.style(text, bold=True)


def names(named: Iterable[Named]) -> str:
    """Return names joined by commas, or "not stated"."""
    return ", ".join(dict.fromkeys(name.name for name in named)) or NOT_STATED


def quote(found: Quote, indent: str = "    ") -> str:
    """Return the sentence in quotation marks, wrapped, with the evidence words in bold."""
    context, evidence = " ".join(found.context.split()), " ".join(found.words.split())
    before, middle, after = context.partition(evidence)
    if not middle:
        before, middle, after = "", evidence, ""
    lines = textwrap.wrap(f"“{before}\x02{middle}\x03{after}”", width() - len(indent))
    return "\n".join(_bold(lines, indent))


def _bold(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Yield the lines with what stands between the two marks in bold, across line ends."""
    inside = False
    for line in lines:
        out = indent
        for piece in _pieces(line):
            if piece in ("\x02", "\x03"):
                inside = piece == "\x02"
            else:
                out += click.style(piece, bold=True) if inside else piece
        yield out


def _pieces(line: str) -> list[str]:
    return [piece for piece in line.replace("\x02", "\n\x02\n").replace("\x03", "\n\x03\n").split("\n") if piece]


def article(line: ArticleLine) -> str:
    """Return outlet, day and title of an article in one line."""
    copy = " (a copy: no new source)" if line.copy_of else ""
    title = line.title if line.stated_title else f"untitled: {line.title}"
    return f"{line.outlet or 'outlet not stated'}, {line.published or 'undated'}: {title}{copy}"


def event(line: EventLine) -> str:
    """Return an event in two lines: id and title, then what is known of it."""
    alarm = click.style(f" · {line.alarms} contradiction{'s' * (line.alarms != 1)}", fg="red") if line.alarms else ""
    facts = [line.date or "undated", ", ".join(line.places) or "unplaced", words(line.status)]
    if line.killed:
        facts.append("killed " + " or ".join(line.killed))
    counts = f"{line.accounts} account{'s' * (line.accounts != 1)}, {line.independent} independent"
    return f"{click.style(line.title, bold=True)}\n    {' · '.join([*facts, counts])}{alarm}\n    {line.id}"


def is_alarm(severity: str) -> bool:
    """Return whether a contradiction of this severity is worth an alarm."""
    return severity in ALARMS
