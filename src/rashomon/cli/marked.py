"""An article's text with its marks, for a terminal: colours by kind, or tags in brackets where there are none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypedDict

import click

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.store.views import Mark
from rashomon.web.marking import group_of, legend, segments


class Look(TypedDict, total=False):
    """How marked words look."""

    fg: str
    bold: bool
    dim: bool
    underline: bool
    italic: bool
    strikethrough: bool


#: How each group of marks looks; groups that meet add up.
LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "who": {"fg": "cyan"},
        "where": {"fg": "green"},
        "when": {"fg": "yellow"},
        "number": {"fg": "magenta"},
        "thing": {"fg": "blue"},
        "event": {"bold": True, "underline": True},
        "claim": {"italic": True},
        "aside": {"dim": True},
        "unread": {"dim": True, "strikethrough": True},
    }
)
#: Marks that get no tag: their words stand in a table, or carry the tag of a mention already.
_UNTAGGED = frozenset({"figure", "tie"})
#: Kinds whose tag also says what is meant.
_SILENT = frozenset({"claim", "unread", "noise", "caption", "footnote"})


def coloured(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with its marks as colours and underlines."""
    return "".join(_styled(part.text, part.groups) for part in segments(text, marks))


def _styled(text: str, groups: Iterable[str]) -> str:
    look: Look = {}
    for group in groups:
        look = {**LOOKS.get(group, {}), **look}
    return click.style(text, **look) if look and text.strip() else text


def key(marks: Iterable[Mark], say: Catalogue) -> str:
    """Return a line that says what each look means; ties have none."""
    return " · ".join(_styled(say(f"mark.{group}"), [group]) for group, _ in legend(marks) if group in LOOKS)


def tagged(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with its marks as tags in brackets; a mark that crosses another is closed and opened again there.

    >>> tagged("Reeds fled.", [Mark(0, 5, "group", "Reed Front"), Mark(6, 10, "event", "withdrawal, asserted")])
    '[GROUP Reeds = Reed Front] [EVENT fled = withdrawal, asserted].'
    """
    out: list[str] = []
    opened: list[Mark] = []
    at = 0
    for mark in _nested(_tags(marks, len(text))):
        at = _close(out, opened, text, at, mark.start)
        out.append(text[at : mark.start] + f"[{mark.kind.upper()} ")
        at = mark.start
        opened.append(mark)
    at = _close(out, opened, text, at, len(text))
    return "".join(out) + text[at:]


def _close(out: list[str], opened: list[Mark], text: str, at: int, until: int) -> int:
    """Close the marks that end by an offset, innermost first, and return how far the text is written."""
    while opened and opened[-1].end <= until:
        mark = opened.pop()
        said = f" = {mark.label}" if mark.label.casefold() not in ("", text[mark.start : mark.end].casefold()) else ""
        out.append(f"{text[at : mark.end]}{said}]")
        at = mark.end
    return at


def _tags(marks: Iterable[Mark], length: int) -> list[Mark]:
    """Return one mark for each stretch and group, cut to the text, those of names, dates and numbers before others."""
    found: dict[tuple[int, int, str], Mark] = {}
    for mark in marks:
        start, end = max(mark.start, 0), min(mark.end, length)
        if start < end and mark.kind not in _UNTAGGED:
            label = "" if mark.kind in _SILENT else mark.label
            found.setdefault((start, end, group_of(mark.kind)), replace(mark, start=start, end=end, label=label))
    return sorted(found.values(), key=_order)


def _order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.kind


def _nested(marks: list[Mark]) -> Iterator[Mark]:
    """Yield the marks so that each lies in, or apart from, those before it: one that reaches out of another is cut in two."""
    waiting = list(marks)
    opened: list[Mark] = []
    while waiting:
        mark = waiting.pop(0)
        opened = [other for other in opened if other.end > mark.start]
        edge = min((other.end for other in opened if other.end < mark.end), default=mark.end)
        if edge < mark.end:
            waiting.append(replace(mark, start=edge))
            waiting.sort(key=_order)
            mark = replace(mark, end=edge, label="")
        opened.append(mark)
        yield mark
