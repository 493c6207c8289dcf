"""Deliver what is due: each message until it arrives or is given up, none in somebody's quiet hours.

A try is written down before it is made and its outcome after it. Who is killed in between sends the message again,
under the same id: at least once, and whoever receives it can tell.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from rashomon.pipeline.alerting import wording
from rashomon.pipeline.alerting.contract import DeliveryError, Parcel, Sender
from rashomon.pipeline.alerting.hours import after_quiet
from rashomon.pipeline.alerting.mailing import send_mail
from rashomon.pipeline.alerting.running import run
from rashomon.pipeline.alerting.settings import Channel, ChannelKind, Settings, SettingsError
from rashomon.pipeline.collect.clock import stamp
from rashomon.pipeline.collect.lock import alone
from rashomon.store.alerts.alerts import AlertStore
from rashomon.store.alerts.contract import Message

LOCK = "deliver.lock"
#: A message is tried so often: after a minute, four, sixteen, ... and at last every six hours; 18 hours in all.
TRIES = 8
_FIRST, _LATEST = timedelta(minutes=1), timedelta(hours=6)
_SHARED_NO_MORE = "nothing of it may be shared any more"


def _post(channel: Channel, settings: Settings, parcel: Parcel) -> str | None:
    from rashomon.pipeline.alerting.posting import post  # noqa: PLC0415 (the HTTP client)

    post(channel, settings, parcel)
    return None


def _run(channel: Channel, settings: Settings, parcel: Parcel) -> str | None:
    run(channel, settings, parcel)
    return None


SENDERS: Mapping[ChannelKind, Sender] = MappingProxyType(
    {ChannelKind.MAIL: send_mail, ChannelKind.WEBHOOK: _post, ChannelKind.COMMAND: _run}
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a run did: messages sent, messages that failed and wait, and messages given up; why, by channel.

    ``waiting`` counts all that are neither sent nor given up after it: those that wait for their hour or another try, and those
    that a run was sending when it was killed; ``next_at`` is when the first of them is due (UTC, ISO).
    """

    sent: int = 0
    failed: int = 0
    given_up: int = 0
    reasons: tuple[str, ...] = ()
    waiting: int = 0
    next_at: str | None = None


class Delivering:
    """Delivers the messages of one ledger.

    Args:
        alerts: what is due.

        folder: of the ledger.

        settings: where it goes.

        clock: gives the present time; a fake in tests.

        senders: how each kind of channel delivers.
    """

    def __init__(
        self,
        alerts: AlertStore,
        folder: Path,
        settings: Settings,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        senders: Mapping[ChannelKind, Sender] = SENDERS,
    ) -> None:
        self._alerts = alerts
        self._folder = folder
        self._settings = settings
        self._clock = clock
        self._senders = senders

    def deliver(self) -> Delivered:
        """Try all that is due; a channel that fails is left alone for the rest of the run.

        Raises:
            LedgerError: another process delivers.
        """
        with alone(self._folder, LOCK, "delivery"):
            return self._deliver()

    def _deliver(self) -> Delivered:
        down: dict[str, str] = {}
        sent = failed = given_up = 0
        for message_id in self._alerts.due(stamp(self._clock())):
            message = self._alerts.message(message_id)
            if message is None or message.channel in down or self._is_quiet(message):
                continue
            last = message.tries + 1 >= TRIES
            try:
                self._try(message)
            except DeliveryError as error:
                down[message.channel] = f"{message.channel}: {error.reason}"
                next_at = None if last or error.lasting else self._next(message)
                self._alerts.failed(message, stamp(self._clock()), error.reason, next_at)
                failed, given_up = failed + (next_at is not None), given_up + (next_at is None)
            else:
                sent += 1
        waiting = self._alerts.trying()
        return Delivered(sent, failed, given_up, tuple(down.values()), waiting, self._alerts.next_due() if waiting else None)

    def _is_quiet(self, message: Message) -> bool:
        """Put a message off where it is due in quiet hours, and return whether that was so."""
        now = self._clock()
        until = after_quiet(message.rhythm, now)
        if until > now:
            self._alerts.postpone(message, stamp(until))
        return until > now

    def _try(self, message: Message) -> None:
        """Send a message and write down that it arrived. Raises DeliveryError."""
        self._alerts.begin(message, self._next(message))
        if not message.alerts:
            self._alerts.sent(message, stamp(self._clock()), _SHARED_NO_MORE)
            return
        try:
            channel = self._settings.channel(message.channel, message.owner)
        except SettingsError as error:
            raise DeliveryError(str(error)) from error
        note = self._senders[channel.kind](channel, self._settings, self._parcel(message))
        self._alerts.sent(message, stamp(self._clock()), note)

    def _parcel(self, message: Message) -> Parcel:
        desk = self._settings.address
        at = int(self._clock().timestamp())
        words = wording.subject(message), wording.text(message, desk), wording.content(message, desk)
        return Parcel(message, *words, at, self._folder)

    def _next(self, message: Message) -> str:
        """Return when a message that fails now is tried again."""
        return stamp(after_quiet(message.rhythm, self._clock() + min(_FIRST * 4**message.tries, _LATEST)))
