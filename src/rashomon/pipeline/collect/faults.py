"""Why an address gave nothing: one error, which says whether trying again may help, and when."""

from datetime import datetime

from rashomon.model.errors import UnreadableSourceError


class FetchError(UnreadableSourceError):
    """An address gave nothing that can be used.

    Args:
        address: what was asked for.

        reason: why not, in plain words.

        passing: it may work in a moment (no answer, an overloaded server).

        silent: no whole answer came.

        after: the server asked not to be asked again before this time.

        status: what the server answered, where it did.

        headers: of that answer.
    """

    def __init__(
        self,
        address: str,
        reason: str,
        *,
        passing: bool = False,
        silent: bool = False,
        after: datetime | None = None,
        status: int | None = None,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(address, reason)
        self.passing = passing
        self.silent = silent
        self.after = after
        self.status = status
        self.headers = headers
