"""Who came after whom: two persons who are each said to have succeeded one and the same."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rashomon.linking.disputes.stands import Found, Stand, Taken, by_issue, clashing, dispute, within
from rashomon.linking.disputes.statements import Statements
from rashomon.linking.entities import Entity
from rashomon.linking.skeleton import sound_key
from rashomon.model.reading import Mention
from rashomon.model.words import ContradictionKind, MentionKind, Severity

#: Articles further apart (days) tell of the next successor but one.
_APART = 730
#: How far apart (characters) the two names stand.
_REACH = 140
_FIRST_CAME_AFTER = re.compile(
    r"\b(?:succeed(?:s|ed)|replac(?:es|ed)|took over from|taken over from|(?:the )?successor (?:of|to)|stepped in for)\b(?! by)",
    re.IGNORECASE,
)
_SECOND_CAME_AFTER = re.compile(
    r"\b(?:(?:succeeded|replaced) by|replacement by|(?:his|her) (?:successor|replacement)|['’]s (?:successor|replacement))\b",
    re.IGNORECASE,
)
_ANY = re.compile(rf"{_FIRST_CAME_AFTER.pattern}|{_SECOND_CAME_AFTER.pattern}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


class Succession:
    """Finds persons with two successors."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self.taken = Taken("next", self._stands)

    def find(self, article_ids: Iterable[str]) -> Iterator[Found]:
        """Yield one contradiction for each person after whom two others are said to have come."""
        for issue, gathered in by_issue(self.taken.of(article_ids)).items():
            sides = clashing(gathered, _others)
            if sides:
                topic = f"who was next: {sides[0].says.partition(' succeeded ')[2]}"
                why = "two are each said to have come next"
                yield self.taken.key(issue), dispute(ContradictionKind.ACTOR, Severity.CONTRADICTION, topic, sides, why)

    def _stands(self, article_id: str) -> Iterator[Stand]:
        text = self._statements.cast.article(article_id).text
        if not _ANY.search(text):
            return
        persons = self._persons(article_id)
        for (first, one), (second, other) in pairwise(persons):
            between = text[first.span.end : second.span.start] if second.span.start - first.span.end <= _REACH else ""
            later = _SECOND_CAME_AFTER.search(between)
            cue = later or _FIRST_CAME_AFTER.search(between)
            if cue is not None and ". " not in between:
                after, before = (other, one) if later is not None else (one, other)
                start = first.span.end + cue.start()
                said = self._statements.at(article_id, start, start + len(cue[0]))
                names = frozenset(_WORD.findall(" ".join(self._names(after)).lower()))
                issue = _sounding(self._called(before))
                yield Stand(issue, f"{self._called(after)} succeeded {self._called(before)}", names, said)

    def _persons(self, article_id: str) -> list[tuple[Mention, Entity]]:
        """Named persons where they are named, in reading order, each stretch once."""
        entities = self._statements.cast.scenes[article_id].entities.values()
        found = [
            (mention, entity)
            for entity in entities
            for mention in entity.mentions
            if mention.kind == MentionKind.PERSON and mention.named and len(mention.text.split()) > 1
        ]
        return sorted(found, key=lambda one: (one[0].span.start, one[0].span.end))

    def _called(self, entity: Entity) -> str:
        actor = self._statements.cast.actor(entity.article_id, entity.key)
        return actor.name if actor is not None else entity.label

    def _names(self, entity: Entity) -> Iterator[str]:
        """All names that a person is known by, here or in the registry."""
        yield from entity.names
        actor = self._statements.cast.actor(entity.article_id, entity.key)
        if actor is not None:
            yield from (actor.name, *(alias.text for alias in actor.aliases))


def _sounding(name: str) -> str:
    """A person's first letter and how the last name sounds, so that spellings of one name meet."""
    return f"{name[0].lower()} {sound_key(name.rsplit(maxsplit=1)[-1])}"


def _others(one: Stand, other: Stand) -> bool:
    """Whether the two name others, by every name they have; an outlet may well contradict itself."""
    ours, theirs = ({sound_key(name) for name in stand.names} for stand in (one, other))
    return one.statement.article_id != other.statement.article_id and not ours & theirs and within(one, other, _APART)
