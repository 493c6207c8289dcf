"""The codes of a row, as its article prints them: one a line, ``name: value``, in footnotes."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import PartKind

#: Outlets whose articles are rows, with the codes without which none is read as one.
_SCHEMES: Mapping[str, frozenset[str]] = {
    "ACLED": frozenset({"sub_event_type", "event_date"}),
    "UCDP GED": frozenset({"type_of_violence", "date_start"}),
}


@dataclass(frozen=True, slots=True)
class Code:
    """The value of a code and where it stands."""

    value: str
    span: EvidenceSpan


@dataclass(frozen=True, slots=True)
class Row:
    """The codes of one row by name, and whose row it is ("ACLED", "UCDP GED")."""

    scheme: str
    codes: Mapping[str, Code]

    def value(self, name: str) -> str | None:
        """Return a code's value, ``None`` where the row does not state it."""
        return self.codes[name].value if name in self.codes else None

    def number(self, name: str) -> int | None:
        """Return a code that is a whole number, ``None`` where it is none."""
        value = self.value(name)
        return int(value) if value is not None and value.isdecimal() else None


def row_of(article: Article) -> Row | None:
    """Return the codes of an article that is a row of a data set, ``None`` for any other article."""
    needed = _SCHEMES.get(article.outlet or "")
    if needed is None:
        return None
    codes: dict[str, Code] = {}
    for start, end in article.spans(PartKind.FOOTNOTE):
        name, mark, value = article.text[start:end].partition(": ")
        if mark and value.strip():
            codes.setdefault(name, Code(value, EvidenceSpan(article.id, end - len(value), end)))
    return Row(article.outlet or "", codes) if needed <= codes.keys() else None
