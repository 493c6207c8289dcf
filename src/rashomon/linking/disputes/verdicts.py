"""Whether a group is beaten: "has been defeated", "a decisive blow", against "still controls", "not entirely defeated".

The two sides stand in one article, where the one answers the other; what is only foretold is in tension with it, no more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from rashomon.linking.disputes.stands import Found, Stand, Taken, by_issue, dispute, once, opposed
from rashomon.linking.disputes.statements import Statements
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ActorKind, ContradictionKind, Severity

#: Articles further apart (days) speak of other stages of a war.
_APART = timedelta(days=90)
_BEATEN = re.compile(
    r"\b(?:been|is|was|are|were|finally|fully|completely) [“\"]?"
    r"(?:defeated|destroyed|eliminated|eradicated|crushed|wiped out|beaten|finished)\b"
    r"|\b(?:decisive|final|fatal|mortal|crippling) (?:blow|defeat|victory)\b|\bdeclar\w+ (?:final )?victory\b"
    r"|\b(?:had|has|have) (?:completely |fully |finally )?defeated\b|\b(?:is|are) (?:over|on (?:its|their) last legs)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\bnot (?:yet |been )*(?:entirely |completely |fully |finally )?(?:been )?(?:defeated|beaten|destroyed|finished|over)\b"
    r"|\bneither final nor decisive\b|\bfar from (?:over|beaten|defeated|finished)\b"
    r"|\bstill (?:controls?|holds?|commands?|has|have|capable|able|operates?|active|poses?|a threat)\b"
    r"|\bremain(?:s|ed)? (?:alive|active|a threat|capable|intact|at large|strong)\b"
    r"|\bthousands of (?:\w+ )?(?:fighters|members)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|would|could|may|might|shall|going to|set to)\b", re.IGNORECASE)
#: How far apart in an article (characters) the two sides stand at most.
_REACH = 600


class Verdicts:
    """Finds groups that one calls beaten and another does not."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self.taken = Taken("beaten", self._stands)

    def find(self, article_ids: Iterable[str]) -> Iterator[Found]:
        """Yield one contradiction for each group and stage of a war."""
        why = "one says yes and one says no"
        for group, gathered in by_issue(self.taken.of(article_ids)).items():
            for stage in self._stages(opposed(gathered, _answers)):
                foretold = all(_TO_COME.search(side.statement.words) for side in stage if "beaten" in side.names)
                severity = Severity.TENSION if foretold else Severity.CONTRADICTION
                found = dispute(ContradictionKind.DENIAL, severity, f"whether it is beaten: {group}", stage, why)
                yield self.taken.key(group), found

    def _stands(self, article_id: str) -> Iterator[Stand]:
        article = self._statements.cast.article(article_id)
        if not (_BEATEN.search(article.text) and _STANDING.search(article.text)):
            return
        for span in self._statements.sentences(article_id):
            standing = list(_STANDING.finditer(article.text, span.start, span.end))
            beaten = [cue for cue in _BEATEN.finditer(article.text, span.start, span.end) if not _within(cue, standing)]
            for value, cue in (*(("not beaten", cue) for cue in standing), *(("beaten", cue) for cue in beaten)):
                group = self._group(span, cue)
                if group is not None:
                    said = self._statements.at(article_id, cue.start(), cue.end())
                    yield Stand(group, f"{group} is {value}", frozenset({value}), said)

    def _group(self, span: EvidenceSpan, cue: re.Match[str]) -> str | None:
        """The armed group named in the sentence, the nearest to the cue; else the one named last before."""
        groups = [one for one in self._statements.named(span.article_id) if one.actor.kind == ActorKind.ARMED_GROUP]
        inside = [one for one in groups if span.start <= one.start < span.end]
        if inside:
            return min(inside, key=lambda one: abs(one.start - cue.start())).actor.name
        before = [one for one in groups if one.end <= span.start]
        return before[-1].actor.name if before else None

    def _stages(self, sides: Sequence[Stand]) -> Iterator[list[Stand]]:
        """Sides in groups: those of one capture where undated, else those near in time."""
        stages: list[list[Stand]] = []
        for side in sides:
            last = stages[-1][-1] if stages else None
            if last is not None and self._near(last, side):
                stages[-1].append(side)
            else:
                stages.append([side])
        yield from (once(stage) for stage in stages if len({name for side in stage for name in side.names}) > 1)

    def _near(self, one: Stand, other: Stand) -> bool:
        ours, theirs = one.statement.day, other.statement.day
        if ours is not None and theirs is not None:
            return abs(ours - theirs) <= _APART
        captures = {self._statements.cast.article(side.statement.article_id).capture for side in (one, other)}
        return (ours is None) == (theirs is None) and len(captures) == 1


def _within(cue: re.Match[str], others: Iterable[re.Match[str]]) -> bool:
    return any(other.start() < cue.end() and cue.start() < other.end() for other in others)


def _answers(one: Stand, other: Stand) -> bool:
    """Whether the one answers the other in one article: by another voice, near by."""
    ours, theirs = one.statement, other.statement
    near = ours.article_id == theirs.article_id and abs(ours.span.start - theirs.span.start) <= _REACH
    return near and one.names != other.names and ours.voice != theirs.voice
