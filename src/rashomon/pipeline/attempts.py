"""Try a step on one input so that one bad input never stops the rest: the error comes back as a value."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from rashomon.model.errors import UnreadableSourceError

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Attempt(Generic[Made]):
    """What a step made, or why it made nothing."""

    made: Made | None
    reason: str


def attempt(step: Callable[[Given], Made], given: Given) -> Attempt[Made]:
    """Run the step on what is given, and return what it made or the reason why it failed.

    The step runs in a worker of its own, so whatever it raises is caught at the worker's edge and becomes one line.
    """
    with ThreadPoolExecutor(max_workers=1) as worker:
        future = worker.submit(step, given)
        error = future.exception()
        return Attempt(future.result(), "") if error is None else Attempt(None, _line(error))


def _line(error: BaseException) -> str:
    """Return one line for a list a person reads."""
    text = error.reason if isinstance(error, UnreadableSourceError) else f"{type(error).__name__}: {error}"
    return " ".join(text.split())[:500]
