"""Nobody hurt, says the one; eighty dead, says the other."""

import re
from collections.abc import Iterable, Iterator

from rashomon.linking.disputes.stands import Found, Stand, clashing, dispute
from rashomon.linking.disputes.statements import Statements
from rashomon.linking.figures.tolls import FIGHTERS
from rashomon.linking.quantity import quantity
from rashomon.model.reading import Figure
from rashomon.model.words import ContradictionKind, NumberKind, Severity

_WHOM = "(?:people|one|body|soldiers|troops|civilians) (?:was |were |had been )?"
_KILLED = rf"casualt(?:y|ies)|deaths?|dead|fatalities|{_WHOM}(?:killed|died)"
_INJURED = rf"casualt(?:y|ies)|injur(?:y|ies)|wounded|{_WHOM}(?:hurt|injured|wounded)"
_NONE = {
    kind: re.compile(rf"\b(?:no|without(?: any)?|nobody|zero)(?: [\w-]+){{0,2}}? ?(?:{words})\b", re.IGNORECASE)
    for kind, words in ((NumberKind.KILLED, _KILLED), (NumberKind.INJURED, _INJURED))
}
#: Whose losses are denied, and which sorts of people such are.
_FORCES = FIGHTERS | frozenset({"soldier", "guard", "police", "member", "mercenary", "officer", "recruit", "conscript"})
_MILITARY = re.compile(r"\b(?:military|army|soldiers|troops)\b", re.IGNORECASE)
_CIVILIAN = re.compile(r"\bcivilians?\b", re.IGNORECASE)
#: Before a word that there are none which the text itself calls an earlier one, and how far before (characters).
_EARLIER = re.compile(
    r"\b(?:earlier|initially|previously|originally|at first|last (?:week|month|night)|yesterday)\b[^.;]*"
    r"\b(?:report(?:ed|s)?|said|wrote|told|spoke|announced|statement)\b[^.;]*$",
    re.IGNORECASE,
)
_SHORTLY = 160
_BUT = re.compile(r"\b(?:but|although|though|however|while|whereas|yet|contrary)\b", re.IGNORECASE)
#: How far apart in a text (characters) the two stand.
_BESIDE = 300


def _of_that_sort(none: str, figure: Figure) -> bool:
    """Whether a number can be of those of whom it is said that none died: "no military casualties" is not of eight passers-by."""
    whom = quantity(figure).whom
    if _MILITARY.search(none):
        return bool(whom & _FORCES)
    return not (_CIVILIAN.search(none) and whom & _FORCES)


class Nobody:
    """Finds tolls that stand beside the word of another that there is none."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def find(self, article_ids: Iterable[str]) -> Iterator[Found]:
        """Yield one contradiction for each article and kind of harm."""
        for article_id in article_ids:
            text = self._statements.cast.article(article_id).text
            for kind, pattern in _NONE.items():
                stands = [stand for found in pattern.finditer(text) for stand in self._stands(article_id, found, kind)]
                sides = clashing(stands, self._apart)
                if sides:
                    topic, why = f"whether anybody was {kind}: {sides[0].brief}", "one says that there were none"
                    found_none = dispute(ContradictionKind.NUMBER, Severity.DIFFERENT_NUMBER, topic, sides, why)
                    yield f"article\x1f{article_id}", found_none

    def _stands(self, article_id: str, found: re.Match[str], kind: NumberKind) -> Iterator[Stand]:
        """Who says that there were none, and who gives a number near by."""
        text = self._statements.cast.article(article_id).text
        if _EARLIER.search(text, max(0, found.start() - _SHORTLY), found.start()):
            return
        near = [figure for figure in self._figures(article_id, kind) if abs(figure.span.start - found.start()) <= _BESIDE]
        near = [figure for figure in near if _of_that_sort(found[0], figure)]
        if near:
            yield Stand("", f"none {kind}", frozenset({"0"}), self._statements.at(article_id, found.start(), found.end()))
        for figure in near:
            said = self._statements.figure(figure)
            yield Stand("", f"{figure.value} {kind}", frozenset({str(figure.value)}), said)

    def _figures(self, article_id: str, kind: NumberKind) -> Iterator[Figure]:
        for figure in self._statements.cast.scenes[article_id].source.reading.figures:
            if figure.kind == kind and (figure.value.low or 0) >= 1 and float(figure.value.low or 0).is_integer():
                yield figure

    def _apart(self, one: Stand, other: Stand) -> bool:
        """Whether one says none and another some: another voice, or the same text across a "but"."""
        if ("0" in one.names) == ("0" in other.names):
            return False
        text = self._statements.cast.article(one.statement.article_id).text
        first, last = sorted((one.statement.span.start, other.statement.span.start))
        return one.statement.voice != other.statement.voice or _BUT.search(text, first, last) is not None
