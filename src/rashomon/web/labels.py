"""What the marks of an article shown by itself say: values in words, names with the kind of thing they name."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words
from rashomon.store.views import Mark


def in_words(marks: Iterable[Mark], say: Catalogue) -> Iterator[Mark]:
    """Yield the marks, those of dates and numbers with their value in words ("20 or more")."""
    for mark in marks:
        if mark.kind == "date":
            yield replace(mark, label=date_words(mark.label, say))
        elif mark.kind in ("number", "figure"):
            value, space, counted = mark.label.partition(" ")
            yield replace(mark, label=f"{amount_words(value, say)}{space}{counted}")
        else:
            yield mark


def with_kinds(marks: Iterable[Mark], say: Catalogue) -> Iterator[Mark]:
    """Yield the marks, those of mentions with their kind in front ("armed group: Ash Front")."""
    for mark in marks:
        kind = say.texts.get(f"kind.{mark.kind.upper()}")
        yield mark if kind is None else replace(mark, label=f"{kind}: {mark.label}")
