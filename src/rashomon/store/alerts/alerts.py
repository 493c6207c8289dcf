"""The watches of a ledger, their alerts, and what is still to be delivered."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Row, Select, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put

from rashomon.model.errors import NotFoundError
from rashomon.store.alerts import outbox
from rashomon.store.alerts.contract import Alert, Intent, Message, Sending, Watch, Wish
from rashomon.store.alerts.marks import keep_known, keep_marks
from rashomon.store.alerts.owners import cleared
from rashomon.store.alerts.shown import shown
from rashomon.store.alerts.stretch import last_change
from rashomon.store.alerts.tables import alert_feeds, alerts, watches
from rashomon.store.codec import decode, encode
from rashomon.store.database import reading, writing

if TYPE_CHECKING:
    from rashomon.store.alerts.sights import FactSight
    from rashomon.store.alerts.watching import Watching
    from rashomon.store.search.searching import Searching

#: Digits of a watch's id, and letters of a feed's secret word.
_DIGITS, _SECRET = 5, 24


class AlertStore:
    """The alerts of one ledger. Every method is one transaction unless it says otherwise.

    Args:
        engine: of the ledger's file.

        search: gives what finds the events of a question.
    """

    def __init__(self, engine: Engine, search: "Callable[[], Searching]") -> None:
        self._engine = engine
        self._search = search

    def watching(self, now: datetime) -> "Watching":
        """Return what looks at the ledger for its watches."""
        from rashomon.store.alerts.watching import Watching  # noqa: PLC0415 (numpy, by way of the search)

        return Watching(self._engine, self._search(), now)

    def watch(self, wish: Wish, now: datetime) -> Watch:
        """Keep a wish from now on; what stands so already is taken as told. Several transactions; the watch is in the last."""
        at = now.isoformat(timespec="seconds")
        with reading(self._engine) as connection:
            seen = last_change(connection)
        made = Watch(f"wat-{secrets.token_hex(_DIGITS)}", wish, at, seen, secrets.token_urlsafe(_SECRET))
        numbers, facts = self._standing(made, now)
        row = {"id": made.id, "owner": wish.owner, "made_at": at, "seen": seen, "secret": made.secret, "content": encode(wish)}
        with writing(self._engine) as connection:
            connection.execute(insert(watches), row)
            keep_known(connection, made.id, numbers)
            keep_marks(connection, made.id, (mark for fact in facts for mark in fact.marks))
        return made

    def unwatch(self, watch_id: str) -> None:
        """Forget a watch with its alerts and messages. Raises NotFoundError."""
        with writing(self._engine) as connection:
            if connection.execute(delete(watches).where(watches.c.id == watch_id)).rowcount == 0:
                raise NotFoundError("watch", watch_id)
            outbox.forget_faults(connection, watch_id)

    def change(self, watch: Watch, wish: Wish, now: datetime) -> Watch:
        """Let a watch look for something else, or be heard otherwise; its kind and owner stay, what it told is not told again.

        Where it looks for something else, what stands so already is taken as told, as for a new watch. Several transactions.
        Raises NotFoundError.
        """
        changed = replace(wish, kind=watch.wish.kind, owner=watch.wish.owner)
        heard = replace(changed, name=watch.wish.name, channels=watch.wish.channels, rhythm=watch.wish.rhythm)
        made = replace(watch, wish=changed)
        numbers: Sequence[int] = ()
        facts: Sequence[FactSight] = ()
        if heard != watch.wish:
            with reading(self._engine) as connection:
                made = replace(made, seen=last_change(connection))
            numbers, facts = self._standing(made, now)
        with writing(self._engine) as connection:
            kept = update(watches).where(watches.c.id == watch.id).values(content=encode(changed), seen=made.seen)
            if connection.execute(kept).rowcount == 0:
                raise NotFoundError("watch", watch.id)
            keep_known(connection, watch.id, numbers)
            keep_marks(connection, watch.id, (mark for fact in facts for mark in fact.marks))
        return made

    def _standing(self, watch: Watch, now: datetime) -> "tuple[Sequence[int], Sequence[FactSight]]":
        """Return what a watch would find now: events by row number, or facts."""
        from rashomon.store.alerts.standing import STANDING  # noqa: PLC0415 (numpy, by way of the search)

        if watch.wish.kind in STANDING:
            return (), self.watching(now).facts(watch)
        return self._search().numbers(watch.wish.question), ()

    def watches(self, owner: str | None = None) -> tuple[Watch, ...]:
        """Return a person's watches, or all, oldest first."""
        asked = select(watches) if owner is None else select(watches).where(watches.c.owner == owner)
        with reading(self._engine) as connection:
            held = [_watch_of(row) for row in connection.execute(asked.order_by(watches.c.made_at, watches.c.id))]
            wishes = cleared(connection, (one.wish for one in held))
            return tuple(replace(one, wish=wish) for one, wish in zip(held, wishes, strict=True))

    def keep(self, watch: Watch, upto: int, intents: Iterable[Intent], at: str, due: Mapping[str, str]) -> int:
        """Keep what was decided for a watch, and that it has looked at all changes up to one.

        Args:
            watch: whose it is; where it was forgotten meanwhile nothing is kept.

            upto: the number of the last change it looked at.

            intents: what was decided.

            at: the moment (UTC, ISO).

            due: when the alerts are due, by channel.

        Returns:
            how many alerts there are.
        """
        count = 0
        with writing(self._engine) as connection:
            moved = update(watches).where(watches.c.id == watch.id, watches.c.seen == watch.seen).values(seen=upto)
            if connection.execute(moved).rowcount == 0:
                return 0
            for intent in intents:
                if intent.told is not None:
                    row = {"watch_id": watch.id, "at": at, "content": encode(intent.told)}
                    number = connection.execute(insert(alerts), row).inserted_primary_key
                    outbox.wait(connection, number[0] if number is not None else 0, due)
                    count += 1
                keep_marks(connection, watch.id, intent.marks)
        return count

    def alerts(self, owner: str | None = None, before: int | None = None, at_most: int = 50) -> tuple[Alert, ...]:
        """Return a person's alerts, or all, newest first; ``before`` is the number of the last one of the page before."""
        asked = outbox.with_wish() if owner is None else outbox.with_wish().where(watches.c.owner == owner)
        with reading(self._engine) as connection:
            return _newest(connection, asked if before is None else asked.where(alerts.c.number < before), at_most)

    def feed(self, secret: str, at_most: int) -> tuple[str, str | None, tuple[Alert, ...]]:
        """Return whose feed a secret word opens, the name of its watch (``None`` where it is of all), and the newest alerts.

        Raises NotFoundError.
        """
        with reading(self._engine) as connection:
            row = connection.execute(select(watches).where(watches.c.secret == secret)).one_or_none()
            if row is not None:
                own = _newest(connection, outbox.with_wish().where(alerts.c.watch_id == row.id), at_most)
                return row.owner, decode(Wish, row.content).name, own
            owner = connection.scalar(select(alert_feeds.c.owner).where(alert_feeds.c.secret == secret))
            if owner is None:
                raise NotFoundError("feed", "of this address")
            return owner, None, _newest(connection, outbox.with_wish().where(watches.c.owner == owner), at_most)

    def feed_secret(self, owner: str, *, renew: bool = False) -> str:
        """Return the secret word of a person's own feed; made where there is none, or another one where asked for."""
        with writing(self._engine) as connection:
            held: str | None = connection.scalar(select(alert_feeds.c.secret).where(alert_feeds.c.owner == owner))
            if held is not None and not renew:
                return held
            row = {"owner": owner, "secret": secrets.token_urlsafe(_SECRET)}
            connection.execute(put(alert_feeds).values(row).on_conflict_do_update(index_elements=["owner"], set_=row))
            return row["secret"]

    def due(self, now: str) -> tuple[str, ...]:
        """Put together what is due, and return the ids of the messages to try now."""
        with writing(self._engine) as connection:
            outbox.put_together(connection, now)
            return outbox.due_messages(connection, now)

    def message(self, message_id: str) -> Message | None:
        """Return a message with the alerts that may be told now, ``None`` where its watch is gone."""
        with reading(self._engine) as connection:
            return outbox.message(connection, message_id)

    def begin(self, message: Message, next_at: str) -> None:
        """Write down that a message is tried, and when it would be tried again."""
        with writing(self._engine) as connection:
            outbox.begun(connection, message.id, next_at)

    def postpone(self, message: Message, until: str) -> None:
        """Try a message later; this counts as no try."""
        with writing(self._engine) as connection:
            outbox.postpone(connection, message.id, until)

    def sent(self, message: Message, at: str, note: str | None = None) -> None:
        """Write down that a message arrived, or why it needed not be sent."""
        with writing(self._engine) as connection:
            outbox.sent(connection, message, at, note)

    def failed(self, message: Message, at: str, reason: str, next_at: str | None) -> None:
        """Write down why a message did not arrive, and when it is tried again; ``None`` gives it up."""
        with writing(self._engine) as connection:
            outbox.failed(connection, message, at, reason, next_at)

    def next_due(self) -> str | None:
        """Return when something is to be sent next, ``None`` where nothing waits."""
        with reading(self._engine) as connection:
            return outbox.next_due(connection)

    def trying(self) -> int:
        """Return how many messages are neither sent nor given up; those that wait for their hour or that a kill cut off too."""
        with reading(self._engine) as connection:
            return outbox.trying(connection)

    def waiting(self) -> int:
        """Return how many alerts wait to be sent."""
        with reading(self._engine) as connection:
            return outbox.waiting(connection)

    def sendings(self, owner: str | None = None, at_most: int = 50) -> tuple[Sending, ...]:
        """Return how the newest messages of a person's watches, or of all, stand."""
        asked = select(watches.c.id) if owner is None else select(watches.c.id).where(watches.c.owner == owner)
        with reading(self._engine) as connection:
            return outbox.sendings(connection, list(connection.scalars(asked)), at_most)


def _newest(connection: Connection, asked: Select[Any], at_most: int) -> tuple[Alert, ...]:
    return shown(connection, connection.execute(asked.order_by(alerts.c.number.desc()).limit(at_most)))


def _watch_of(row: Row[*tuple[Any, ...]]) -> Watch:
    return Watch(row.id, decode(Wish, row.content), row.made_at, row.seen, row.secret)
