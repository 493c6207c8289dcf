"""What is asked of a ledger when something is published from it, and what comes back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction
from rashomon.model.marks import Mark
from rashomon.model.places import Place
from rashomon.model.words import MentionKind
from rashomon.store.views import ClaimView, FigureView, Question

if TYPE_CHECKING:  # numpy, which naming a selection need not load
    from rashomon.store.search.telling import ToldEvent


@dataclass(frozen=True, slots=True)
class Selection:
    """What is published: the events that answer a question, told by captures that may be shared so far.

    Args:
        question: its page and size are left aside: all events of the answer are published, in its order.

        clearance: captures marked above it are left out, with every value that only they give; captures without a mark stay.
    """

    question: Question = field(default_factory=Question)
    clearance: Mark = Mark.CLEAR


@dataclass(frozen=True, slots=True)
class PublishedEvent:
    """An event with all that a row of an export needs. Names of private persons are withheld in every part.

    Args:
        told: the event, its accounts with their words and roots, and its countries.

        actors: its agents and patients by id; a private person has no name and no aliases.

        places: its places by id.

        grades: the letter of each of its outlets by name; an outlet without a grade is missing (F, cannot be judged).

        claims: what is said about it, earliest article first.

        contradictions: what its accounts do not agree on, alarms first.

        kinds: what the entities in its accounts' roles are, by article and key.

        figures: the numbers that its accounts give, earliest article first.

        taken: when the capture of each of its articles was taken (UTC, ISO with seconds), by the articles' ids.
    """

    told: "ToldEvent"
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    grades: Mapping[str, str]
    claims: tuple[ClaimView, ...]
    contradictions: tuple[Contradiction, ...]
    kinds: Mapping[tuple[str, str], MentionKind] = field(default_factory=dict)
    taken: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[FigureView, ...] = ()


class Publishing(Protocol):
    """Gives out events, a batch in memory at a time."""

    def events(self, selection: Selection, *, said: bool = True) -> Iterator[PublishedEvent]:
        """Yield the events of a selection in the question's order; what a linking changes meanwhile comes as it is then.

        Without ``said`` they come without their claims and figures, for forms whose rows have none.
        """
        ...
