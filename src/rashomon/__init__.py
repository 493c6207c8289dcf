"""Rashomon keeps a ledger of what outlets report about armed groups and political violence: what happened, according to whom."""

from os import PathLike

__version__ = "0.1.0"
#: Known to type checkers by this name; the module `typing` takes longer to load than all the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from rashomon.exports.frames.opened import OpenLedger


def open(path: str | PathLike[str], clearance: str = "clear") -> "OpenLedger":  # noqa: A001 (rashomon.open is how it reads)
    """Open a ledger to ask it in Python; nothing can be written to it.

    Args:
        path: the ledger's folder.

        clearance: captures marked above it are left out ("clear", "green", "amber", "amber+strict", "red").

    Raises:
        rashomon.model.errors.LedgerError: there is no ledger, or one of another version.
    """
    from rashomon.exports.frames.opened import OpenLedger  # noqa: PLC0415 (importing rashomon stays light)

    return OpenLedger(path, clearance)
