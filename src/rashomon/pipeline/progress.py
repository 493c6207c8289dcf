"""How a run tells how far it is, without knowing who listens."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Step = TypeVar("Step")


class Progress(Protocol):
    """Passes steps through and shows how many are done."""

    def __call__(self, steps: Iterable[Step], *, label: str, total: int) -> Iterator[Step]:
        """Yield the steps unchanged.

        Args:
            steps: what is worked through.

            label: what is done with them ("reading articles").

            total: how many there are.
        """
        ...


def silent(steps: Iterable[Step], *, label: str, total: int) -> Iterator[Step]:  # noqa: ARG001  # the Progress contract
    """Show nothing."""
    yield from steps
