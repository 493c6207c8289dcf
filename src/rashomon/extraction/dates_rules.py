"""What a rule of the date grammar is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rashomon.extraction.dates_values import Draft

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means.

    Args:
        read: makes a draft of a match, ``None`` where it is no date after all.

        cues: lower-case pieces of which a text holds one wherever the pattern can match; looking for them is quick.
    """

    pattern: re.Pattern[str]
    read: Callable[[Match, date | None], Draft | None]
    cues: tuple[str, ...]

    def may_match(self, lowered: str) -> bool:
        """Return whether the lower-case text is worth the pattern."""
        return any(cue in lowered for cue in self.cues)
