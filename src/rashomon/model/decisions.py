"""What a person decides about what the machine made. Append-only; taking one back is another decision."""

from dataclasses import dataclass

from rashomon.model.ids import content_id
from rashomon.model.words import Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction: who, when, why, and the value before and after.

    Args:
        verdict: what is done; ``target`` is the id it is done to.

        field: which value of it, ``None`` where it is the whole.

        before, after: JSON texts; ``None`` where there was or is nothing.

        undoes: id of the decision this one takes back.
    """

    verdict: Verdict
    target: str
    who: str
    when: str
    why: str
    field: str | None = None
    before: str | None = None
    after: str | None = None
    undoes: str | None = None

    @property
    def id(self) -> str:
        """Return the id made of all of it."""
        return content_id("dec", self.verdict, self.target, self.who, self.when, self.field, self.after, self.undoes)
