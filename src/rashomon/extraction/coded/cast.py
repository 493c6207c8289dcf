"""Who and where a row names: its coded actors and places as mentions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.extraction.coded.codes import Code, Row
from rashomon.extraction.phrases import words_of
from rashomon.model.reading import Filler, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind, Role
from rashomon.text.folding import fold

#: "Military Forces of Iraq (2014-)", "PKK: Kurdistan Workers Party", "Civilians (Mali)": what stands around the name itself.
_COUNTRY_OR_YEARS = re.compile(r"\s*\([^()]*\)")
_LETTERS = re.compile(r"[A-Z][A-Z.-]{1,9}: (?=\S)")
#: How exact the place must be coded for the name of the spot to stand for it: else the next larger one is named.
_ACLED_SPOT, _UCDP_SPOT, _UCDP_DISTRICT, _UCDP_PROVINCE = 2, 2, 3, 5


@dataclass(slots=True)
class Cast:
    """The mentions of a row beside those of its words; a name that the words hold too is the same entity.

    Args:
        row: the codes.

        known: the mentions of the article's own words.
    """

    row: Row
    known: Sequence[Mention]
    mentions: list[Mention] = field(default_factory=list)

    def actor(self, name: str, role: Role) -> Iterator[Filler]:
        """Yield a coded actor in a role; none where the row names nobody there."""
        code = self.row.codes.get(name)
        if code is None:
            return
        start, end = _name_within(code.value)
        text = code.value[start:end]
        named = not text.startswith(tuple(words_of("coded.yaml")["unnamed"]))
        yield self._filler(role, _part(code, start, end), text, _kind(text), named=named)

    def places(self) -> Iterator[Filler]:
        """Yield the place as exactly as it is coded; larger places around it are mentioned, and fill no role."""
        names = _place_names(self.row)
        for n, name in enumerate(names):
            code = self.row.codes[name]
            kind = MentionKind.COUNTRY if name == "country" else MentionKind.PLACE
            filler = self._filler(Role.PLACE, code.span, code.value, kind, named=True)
            if n == 0:
                yield filler

    def _filler(self, role: Role, span: EvidenceSpan, text: str, kind: MentionKind, *, named: bool) -> Filler:
        folded = fold(text)
        same = next(
            (one for one in (*self.known, *self.mentions) if one.key and folded in (fold(one.name), fold(one.text))), None
        )
        key = same.key if same is not None else re.sub(r"\W+", "-", folded).strip("-")
        self.mentions.append(Mention(span, same.kind if same is not None else kind, text, key, text, named))
        return Filler(role, key, span)


def _name_within(value: str) -> tuple[int, int]:
    """Return where the name stands in a coded actor.

    >>> "Military Forces of Iraq (2014-)"[slice(*_name_within("Military Forces of Iraq (2014-)"))]
    'Military Forces of Iraq'
    >>> "PKK: Kurdistan Workers Party"[slice(*_name_within("PKK: Kurdistan Workers Party"))]
    'Kurdistan Workers Party'
    """
    letters = _LETTERS.match(value)
    start = letters.end() if letters else 0
    bracket = _COUNTRY_OR_YEARS.search(value, start)
    return start, bracket.start() if bracket is not None and bracket.start() > start else len(value)


def _part(code: Code, start: int, end: int) -> EvidenceSpan:
    return EvidenceSpan(code.span.article_id, code.span.start + start, code.span.start + end)


def _kind(name: str) -> MentionKind:
    kinds = words_of("coded.yaml")["kinds"]
    return next((MentionKind(kind) for kind, begins in kinds.items() if name.startswith(tuple(begins))), MentionKind.GROUP)


def _place_names(row: Row) -> list[str]:
    """Return the codes that name the place, the one that is as exact as the row says first."""
    if row.scheme == "ACLED":
        exact = (row.number("geo_precision") or 1) <= _ACLED_SPOT
        names = ["location"] * exact + ["admin1", "country"]
    else:
        spot = row.number("where_prec") or 1
        names = ["where_coordinates"] * (spot <= _UCDP_SPOT) + ["adm_2"] * (spot <= _UCDP_DISTRICT)
        names += ["adm_1"] * (spot < _UCDP_PROVINCE) + ["country"]
    return [name for name in names if name in row.codes]
