"""What can go wrong, as one family. Every text says what, which one, and the next step."""


class RashomonError(Exception):
    """The base of all errors a caller may want to catch."""


class UnreadableSourceError(RashomonError):
    """Bytes were given that no reader can turn into articles.

    Args:
        source: the name a person knows the bytes by (file name or address).
        reason: what is wrong with them, in plain words, with the next step where there is one.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"cannot read {source!r}: {reason}")
        self.source = source
        self.reason = reason


class NotFoundError(RashomonError):
    """Something was asked for by an id that the ledger does not hold."""

    def __init__(self, noun: str, key: str) -> None:
        super().__init__(f"no {noun} {key!r} in this ledger (try: rashomon search)")
        self.noun = noun
        self.key = key


class LedgerError(RashomonError):
    """The folder holds no ledger, or one of another version."""


class ListError(RashomonError):
    """A list file (actors, places, words) breaks its own form."""
