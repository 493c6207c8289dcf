"""The outbox: tries, digests, quiet hours and what is given up, by a clock that is put forward by hand."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from test_alert_delivering import TOLD

from rashomon.model.errors import LedgerError
from rashomon.pipeline.alerting.contract import DeliveryError, Parcel
from rashomon.pipeline.alerting.delivering import LOCK, TRIES, Delivering
from rashomon.pipeline.alerting.settings import Channel, ChannelKind, Settings
from rashomon.pipeline.alerting.wording import subject, text
from rashomon.pipeline.collect.lock import alone
from rashomon.store.alerts.contract import Digest, Intent, Message, Rhythm, Watch, WatchKind, Wish
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question

BEGIN = datetime(2031, 3, 5, 12, tzinfo=UTC)


@dataclass
class Post:
    """The outbox of a ledger with one watch, and a way out that fails as often as it is told."""

    ledger: Ledger
    now: datetime = BEGIN
    fails: int = 0
    lasting: bool = False
    sent: list[Message] = field(default_factory=list)
    left: tuple[int, str | None] = (0, None)

    def watch(self, rhythm: Rhythm = Rhythm(), channels: tuple[str, ...] = ("out",)) -> Watch:  # noqa: B008 (frozen)
        wish = Wish(WatchKind.COUNT, "Ostrel", "ana", Question(text="nothing"), at_least=1e6, channels=channels, rhythm=rhythm)
        return self.ledger.alerts.watch(wish, self.now)

    def decided(self, watch: Watch, count: int = 1, due: datetime | None = None) -> None:
        at = (due or self.now).isoformat(timespec="seconds")
        intents = [Intent(replace(TOLD, title=f"Raid {n}")) for n in range(count)]
        assert self.ledger.alerts.keep(watch, watch.seen, intents, at, dict.fromkeys(watch.wish.channels, at)) == count

    def deliver(self) -> tuple[int, int, int]:
        channels = {name: Channel(name, ChannelKind.COMMAND, run=("out",)) for name in ("out", "other")}
        way = {ChannelKind.COMMAND: self._send}
        done = Delivering(self.ledger.alerts, self.ledger.folder, Settings("", None, channels), lambda: self.now, way).deliver()
        self.left = done.waiting, done.next_at
        return done.sent, done.failed, done.given_up

    def _send(self, channel: Channel, _settings: Settings, given: Parcel) -> None:
        if self.fails and channel.name == "out":
            self.fails -= 1
            raise DeliveryError("the line is dead", lasting=self.lasting)
        self.sent.append(given.message)


@pytest.fixture
def outbox(ledger: Ledger) -> Post:
    return Post(ledger)


def test_what_was_under_way_at_a_kill_waits_and_is_counted(outbox: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    watches = [outbox.watch() for _ in range(3)]
    for watch in watches:
        outbox.decided(watch)
    with monkeypatch.context() as dying:
        dying.setattr(Post, "_send", _killed)
        with pytest.raises(KeyboardInterrupt):
            outbox.deliver()
    again = outbox.deliver()
    soon = outbox.now + timedelta(minutes=1)

    assert (again, outbox.left) == ((2, 0, 0), (1, soon.isoformat(timespec="seconds")))
    outbox.now = soon
    assert (outbox.deliver(), outbox.left) == ((1, 0, 0), (0, None))


def _killed(*_given: object) -> None:
    raise KeyboardInterrupt


def test_what_fails_is_tried_ever_more_rarely_and_its_fault_is_listed_until_it_goes(outbox: Post) -> None:
    outbox.fails = 2
    outbox.decided(outbox.watch())
    done, waited = [outbox.deliver()], []
    (fault,) = outbox.ledger.status().faults
    while not outbox.sent:
        due = datetime.fromisoformat(outbox.ledger.alerts.next_due())
        waited.append(due - outbox.now)
        assert outbox.deliver() == (0, 0, 0), "tried before its time"
        outbox.now = due
        done.append(outbox.deliver())

    assert done == [(0, 1, 0), (0, 1, 0), (1, 0, 0)]
    assert waited == [timedelta(minutes=1), timedelta(minutes=4)]
    assert (fault.stage, fault.reason) == ("delivery", "the line is dead")
    assert outbox.ledger.status().faults == ()
    assert outbox.deliver() == (0, 0, 0)


def test_what_never_goes_is_given_up_with_a_note(outbox: Post) -> None:
    outbox.fails = 100
    outbox.decided(outbox.watch())
    tried = 0
    while (due := outbox.ledger.alerts.next_due()) is not None:
        outbox.now = max(outbox.now, datetime.fromisoformat(due))
        outbox.deliver()
        tried += 1
    (sending,) = outbox.ledger.alerts.sendings("ana")

    assert tried == TRIES
    assert outbox.now - BEGIN < timedelta(days=1)
    assert (sending.standing, sending.reason) == ("given_up", "the line is dead")
    assert outbox.ledger.status().faults[0].reason == f"given up after {TRIES} tries: the line is dead"


def test_what_is_refused_for_good_is_given_up_at_once(outbox: Post) -> None:
    outbox.fails, outbox.lasting = 1, True
    outbox.decided(outbox.watch())

    assert outbox.deliver() == (0, 0, 1)
    assert outbox.ledger.alerts.next_due() is None


def test_a_channel_that_fails_does_not_hold_up_another(outbox: Post) -> None:
    outbox.fails = 1
    outbox.decided(outbox.watch(channels=("out", "other")))

    assert outbox.deliver() == (1, 1, 0)
    assert [one.channel for one in outbox.sent] == ["other"]


def test_a_channel_that_is_gone_is_a_fault_and_no_crash(outbox: Post) -> None:
    outbox.decided(outbox.watch(channels=("removed",)))

    assert outbox.deliver() == (0, 1, 0)
    assert "no channel 'removed' for ana" in outbox.ledger.status().faults[0].reason


def test_many_alerts_are_one_message_that_says_how_many_more(outbox: Post) -> None:
    outbox.decided(outbox.watch(Rhythm(at_most=3)), 43)
    outbox.deliver()
    (message,) = outbox.sent

    assert [one.told.title for one in message.alerts] == ["Raid 42", "Raid 41", "Raid 40"]
    assert "and 40 more: /alerts" in text(message, "")
    assert subject(message) == "Ostrel: 43 alerts"


def test_a_digest_waits_for_its_hour_and_is_one_message(outbox: Post) -> None:
    watch = outbox.watch(Rhythm(digest=Digest.DAILY))
    due = datetime(2031, 3, 6, 8, tzinfo=UTC)
    outbox.decided(watch, 2, due)
    outbox.now += timedelta(hours=1)
    outbox.decided(watch, 1, due)
    early = outbox.deliver()
    outbox.now = due

    assert (early, outbox.deliver()) == ((0, 0, 0), (1, 0, 0))
    assert len(outbox.sent[0].alerts) == 3


def test_what_waits_for_its_hour_is_counted_and_listed(outbox: Post) -> None:
    watch = outbox.watch(Rhythm(digest=Digest.DAILY), channels=("out", "other"))
    due = datetime(2031, 3, 6, 8, tzinfo=UTC)
    outbox.decided(watch, 2, due)
    outbox.deliver()
    waits, listed = outbox.left, outbox.ledger.alerts.sendings("ana")
    outbox.now = due
    outbox.deliver()

    assert waits == (2, due.isoformat(timespec="seconds"))
    assert [(one.channel, one.standing, one.alerts, one.next_at) for one in listed] == [
        (channel, "waiting", 2, due.isoformat(timespec="seconds")) for channel in ("other", "out")
    ]
    assert {one.id for one in listed} == {one.id for one in outbox.sent}
    assert outbox.left == (0, None)


def test_nothing_goes_out_in_quiet_hours_however_late_it_is_run(outbox: Post) -> None:
    outbox.now = datetime(2031, 3, 5, 20, 59, tzinfo=UTC)
    outbox.decided(outbox.watch(Rhythm("Europe/Berlin", "22:00-07:00")))
    outbox.now = datetime(2031, 3, 5, 23, tzinfo=UTC)
    at_night = outbox.deliver()
    outbox.now = datetime(2031, 3, 6, 6, tzinfo=UTC)

    assert (at_night, outbox.deliver()) == ((0, 0, 0), (1, 0, 0))


def test_only_one_process_delivers(outbox: Post) -> None:
    with alone(outbox.ledger.folder, LOCK, "delivery"), pytest.raises(LedgerError, match="another delivery of"):
        outbox.deliver()
