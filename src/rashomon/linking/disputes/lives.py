"""Who is said to be dead, and by whom; who denies it, or shows that the person lives."""

import re
from collections.abc import Iterable, Iterator

from rashomon.linking.cast import Cast
from rashomon.linking.disputes.denials import says_no, takes_back
from rashomon.linking.disputes.stands import Found, Happened, Stand, Taken, by_issue, clashing, dispute
from rashomon.linking.disputes.statements import Named, Statement, Statements
from rashomon.linking.sentences import sentence
from rashomon.model.actors import Actor
from rashomon.model.reading import Account
from rashomon.model.words import ActorKind, ContradictionKind, EventType, Role, RootKind, Severity, Status

_DEADLY = frozenset(
    {
        EventType.KILLING,
        EventType.ASSASSINATION,
        EventType.ATTACK,
        EventType.BOMBING,
        EventType.AIRSTRIKE,
        EventType.DRONE_OR_MISSILE_STRIKE,
    }
)
_TOLD = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED})
_DEAD = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|dead|died|dies|death|slain|assassinat\w+|murder\w*|shot dead|eliminat\w+)\b", re.IGNORECASE
)
_ALIVE = re.compile(
    r"\b(?:is|was|are|were|still|remains?) (?:still )?(?:alive|living|unharmed|unhurt)\b|\balive and well\b|\bsurviv(?:ed|es)\b"
    r"|\bnot (?:dead|killed|been killed)\b|\b(?:appear(?:s|ed)?|seen|shown|speaks|spoke) in (?:a|an|the)(?: new)? (?:\w+ )?"
    r"(?:video|film|recording|photograph|picture|interview)\b|\b(?:resurfaced|reappeared|faked? (?:his|her) (?:own )?death)\b"
    r"|\breports? of (?:his|her) death (?:were|was|are|is|had been) (?:false|wrong|premature|exaggerated)\b",
    re.IGNORECASE,
)


class Lives:
    """Finds persons who are said to be dead, and not to be."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self.taken = Taken("life", self._stands)

    def find(self, article_ids: Iterable[str], happened: Happened) -> Iterator[Found]:
        """Yield one contradiction for each person about whose death accounts disagree."""
        event_of = happened.event_of
        for person, stands in by_issue(self.taken.of(article_ids)).items():
            sides = clashing(stands, _disagree)
            if sides:
                event_id = next((event_of[side.statement.ref] for side in sides if side.statement.ref in event_of), None)
                topic, why = f"whether {person} was killed", "one says dead and one says alive"
                found = dispute(ContradictionKind.DENIAL, Severity.CONTRADICTION, topic, sides, why, event_id)
                yield self.taken.key(person), found

    def _stands(self, article_id: str) -> Iterator[Stand]:
        yield from self._deaths(article_id)
        yield from self._signs(article_id)

    def _deaths(self, article_id: str) -> Iterator[Stand]:
        """The deaths that an article tells, each once: on somebody's word rather than in the outlet's own."""
        cast = self._statements.cast
        article = cast.article(article_id)
        told: dict[str, Statement] = {}
        for account in cast.scenes[article_id].source.reading.accounts:
            if account.type in _DEADLY and account.status in _TOLD and _DEAD.search(account.evidence.of(article)):
                said = self._statements.told(account)
                for person in _victims(cast, account):
                    if self._named_in(article_id, person, account):
                        better = said.origin.kind == RootKind.SPEAKER and person.name in told
                        told[person.name] = said if better else told.get(person.name, said)
        yield from (Stand(person, f"{person} was killed", frozenset({"dead"}), said) for person, said in sorted(told.items()))

    def _named_in(self, article_id: str, person: Actor, account: Account) -> bool:
        """Whether the person's name stands beside the trigger, and not only in some other sentence."""
        here = (one for one in self._statements.named(article_id) if one.actor.id == person.id)
        return any(account.evidence.start <= one.start < account.evidence.end for one in here)

    def _signs(self, article_id: str) -> Iterator[Stand]:
        """What speaks for a person's being alive: a denial of the death, else words that say so."""
        article = self._statements.cast.article(article_id)
        if not (_ALIVE.search(article.text) or says_no(article.text)):
            return
        named = [one for one in self._statements.named(article_id) if one.actor.kind == ActorKind.PERSON]
        found: dict[str, Statement] = {}
        for person, said in (*self._denied(article_id, named), *self._living(article_id, named)):
            found.setdefault(person, said)
        yield from (
            Stand(person, f"{person} was not killed", frozenset({"alive"}), said) for person, said in sorted(found.items())
        )

    def _denied(self, article_id: str, named: list[Named]) -> Iterator[tuple[str, Statement]]:
        article = self._statements.cast.article(article_id)
        for denial in self._statements.denials(article_id):
            cue = denial.claim.cue if denial.claim is not None else None
            if _DEAD.search(denial.words) and not (cue is not None and takes_back(cue.of(article))):
                yield from ((one.actor.name, denial) for one in named if denial.span.overlaps(one.span(article_id)))

    def _living(self, article_id: str, named: list[Named]) -> Iterator[tuple[str, Statement]]:
        article = self._statements.cast.article(article_id)
        for one in named:
            span = sentence(article, one.span(article_id))
            cue = _ALIVE.search(article.text, one.end, span.end)
            if cue is not None:
                yield one.actor.name, self._statements.at(article_id, cue.start(), cue.end())


def _victims(cast: Cast, account: Account) -> Iterator[Actor]:
    """Persons to whom an account was done."""
    for key in account.keys(Role.PATIENT):
        actor = cast.actor(account.article_id, key)
        if actor is not None and actor.kind == ActorKind.PERSON:
            yield actor


def _disagree(one: Stand, other: Stand) -> bool:
    return one.names != other.names and one.statement.origin != other.statement.origin
