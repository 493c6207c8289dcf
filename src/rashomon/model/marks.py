"""How far a capture may be shared: the marks of the Traffic Light Protocol 2.0 (FIRST)."""

from enum import StrEnum


class Mark(StrEnum):
    """A mark, from the one that anybody may see to the one that stays with those it was given to.

    >>> Mark.GREEN.within(Mark.AMBER), Mark.RED.within(Mark.AMBER)
    (True, False)
    """

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber+strict"
    RED = "red"

    def within(self, clearance: "Mark") -> bool:
        """Return whether somebody with this clearance may see what is marked so."""
        order = list(Mark)
        return order.index(self) <= order.index(clearance)

    def lesser(self, other: "Mark") -> "Mark":
        """Return the clearance of the two that lets see less.

        >>> Mark.RED.lesser(Mark.AMBER)
        <Mark.AMBER: 'amber'>
        """
        return self if self.within(other) else other
