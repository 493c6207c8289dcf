"""What a way out is given, and how it says that it did not work."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rashomon.model.errors import RashomonError
from rashomon.pipeline.alerting.settings import Channel, Settings
from rashomon.store.alerts.contract import Message


class DeliveryError(RashomonError):
    """A message did not arrive.

    Args:
        reason: why not, with the next step where there is one.

        lasting: no further try will do better.
    """

    def __init__(self, reason: str, *, lasting: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.lasting = lasting


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message made ready: the same bytes at every try.

    Args:
        message: what it says.

        subject, text: it in words; ``content`` it as JSON.

        at: the present time, in seconds since 1970.

        folder: of the ledger, in which commands run.
    """

    message: Message
    subject: str
    text: str
    content: bytes
    at: int
    folder: Path


#: Delivers a parcel to a channel; returns what there is to note, if anything. Raises DeliveryError.
Sender = Callable[[Channel, Settings, Parcel], str | None]
