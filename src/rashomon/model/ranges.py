"""A number as a range: "at least 20" is 20 and up, "dozens" is 24 and up, "three" is 3 to 3."""

from dataclasses import dataclass


def _plain(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value == int(value) else str(value)


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest value the words allow; ``None`` is open."""

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a range needs at least one end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a range ends below its start: {self.low}..{self.high}")

    @classmethod
    def exactly(cls, value: float) -> "Range":
        """Return the range of one value."""
        return cls(value, value)

    @classmethod
    def parse(cls, text: str) -> "Range":
        """Read ``3``, ``20..``, ``10..15`` or ``..5``.

        Raises:
            ValueError: the text has no such form.
        """
        low, dots, high = text.partition("..")
        if not dots:
            return cls.exactly(float(low))
        return cls(float(low) if low else None, float(high) if high else None)

    def overlaps(self, other: "Range") -> bool:
        """Return whether some number lies in both."""
        return (self.low is None or other.high is None or self.low <= other.high) and (
            other.low is None or self.high is None or other.low <= self.high
        )

    def __str__(self) -> str:
        """Return the form that `parse` reads back."""
        if self.low == self.high:
            return _plain(self.low)
        return f"{_plain(self.low)}..{_plain(self.high)}"
