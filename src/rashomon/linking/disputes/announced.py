"""What a text itself says does not fit: "Reuters contradicts AP", "the exact opposite of the ministry's report"."""

import re
from collections.abc import Iterable, Iterator

from rashomon.linking.disputes.stands import Found, Stand, brief, dispute
from rashomon.linking.disputes.statements import Named, Statement, Statements
from rashomon.model.ledger import Contradiction
from rashomon.model.reading import OUTLET_KEY
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ContradictionKind, Severity

_OPPOSED = re.compile(
    r"\bcontradict(?:s|ed|ing)\b|\b(?:exact|very) opposite of\b|\bat odds with\b|\bin contradiction (?:to|with)\b"
    r"|\bcontrary to (?:the|what)\b"
    r"|\b(?:is|are|was|were) (?:in conflict|inconsistent|incompatible) with\b"
    r"|\b(?:disputes?|disputed|challenged|belied) the (?:account|version|report|narrative|claims?)\b"
    r"|\b(?:conflicting|contradictory|rival|different|differing) (?:accounts|reports|explanations|narratives|versions|claims)\b",
    re.IGNORECASE,
)
#: Claims shorter than this (characters) do not say what a source holds.
_SAYS_SOMETHING = 30
_BOTH = 2


class Announced:
    """Finds pairs of sources that a text sets against each other in so many words."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def find(self, article_ids: Iterable[str]) -> Iterator[Found]:
        """Yield one contradiction for each pair of sources in an article, with what each of them says there."""
        for article_id in article_ids:
            text = self._statements.cast.article(article_id).text
            if _OPPOSED.search(text):
                yield from ((f"article\x1f{article_id}", found) for found in self._of(article_id, text))

    def _of(self, article_id: str, text: str) -> Iterator[Contradiction]:
        said = self._by_speaker(article_id)
        seen: set[frozenset[str]] = set()
        for span in self._statements.sentences(article_id):
            cue = _OPPOSED.search(text, span.start, span.end)
            names = self._speakers(span, said) if cue is not None else ()
            if cue is None or len(names) != _BOTH or frozenset(names) in seen:
                continue
            seen.add(frozenset(names))
            sides = [Stand("", brief(said[name].words), frozenset({name}), said[name]) for name in names]
            topic, why = f"whether it is so: {' and '.join(names)}", f"the text says so itself: “{cue[0]}”"
            yield dispute(ContradictionKind.DENIAL, Severity.CONTRADICTION, topic, sides, why)

    def _by_speaker(self, article_id: str) -> dict[str, Statement]:
        """The fullest claim of each named speaker of an article."""
        found: dict[str, Statement] = {}
        for said in self._statements.claims(article_id):
            named = said.actor is not None and said.claim is not None and said.claim.source != OUTLET_KEY
            longest = len(found[said.voice].words) if said.voice in found else _SAYS_SOMETHING
            if named and len(said.words) > longest:
                found[said.voice] = said
        return found

    def _speakers(self, span: EvidenceSpan, said: dict[str, Statement]) -> tuple[str, ...]:
        """The speakers that a sentence names, in reading order."""
        inside: list[Named] = [one for one in self._statements.named(span.article_id) if span.start <= one.start < span.end]
        return tuple(dict.fromkeys(one.actor.name for one in inside if one.actor.name in said))
