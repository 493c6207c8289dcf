"""The outbox: alerts wait for their hour, are put together into messages, and messages are tried until they are sent or given up.

A message keeps its id at every try, and a try is written down before it is made: a kill between sending and noting
it means that it is sent again under the same id.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from rashomon.model.ids import content_id
from rashomon.store.alerts.contract import Message, Sending, Standing, Wish
from rashomon.store.alerts.shown import shown
from rashomon.store.alerts.tables import alert_messages, alert_waiting, alerts, watches
from rashomon.store.captures import put_fault
from rashomon.store.codec import decode
from rashomon.store.tables import faults
from rashomon.store.views import Fault

#: The stage of what could not be delivered, in the list of faults.
STAGE = "delivery"
_BEGUN = "it was begun, and no answer is known (was the program killed?)"


def wait(connection: Connection, number: int, due: Mapping[str, str]) -> None:
    """Let an alert wait for its channels, each with the moment it is due at."""
    rows = [{"alert": number, "channel": channel, "due_at": at} for channel, at in due.items()]
    if rows:
        connection.execute(insert(alert_waiting), rows)


def put_together(connection: Connection, now: str) -> None:
    """Make messages of what is due: one of all that a watch has for a channel."""
    asked = select(alert_waiting.c.alert, alert_waiting.c.channel, alerts.c.watch_id).join(
        alerts, alerts.c.number == alert_waiting.c.alert
    )
    due = asked.where(alert_waiting.c.message_id.is_(None), alert_waiting.c.due_at <= now).order_by(alert_waiting.c.alert)
    together: dict[tuple[str, str], list[int]] = {}
    for row in connection.execute(due):
        together.setdefault((row.watch_id, row.channel), []).append(row.alert)
    for (watch_id, channel), numbers in together.items():
        made = content_id("msg", watch_id, channel, *numbers)
        values = {"id": made, "watch_id": watch_id, "channel": channel, "made_at": now, "tries": 0, "next_at": now}
        connection.execute(insert(alert_messages), values | {"standing": Standing.WAITING.value})
        own = alert_waiting.c.channel == channel
        of_watch = alert_waiting.c.alert.in_(select(alerts.c.number).where(alerts.c.watch_id == watch_id))
        free = (alert_waiting.c.message_id.is_(None), alert_waiting.c.due_at <= now)
        connection.execute(update(alert_waiting).where(own, of_watch, *free).values(message_id=made))


def due_messages(connection: Connection, now: str) -> tuple[str, ...]:
    """Return the ids of the messages to try now, oldest first."""
    asked = select(alert_messages.c.id).where(alert_messages.c.next_at <= now)
    return tuple(connection.scalars(asked.order_by(alert_messages.c.made_at, alert_messages.c.id)))


def with_wish() -> Select[Any]:
    """Return the question for alerts, each with the wish of its watch."""
    return select(alerts, watches.c.content.label("wish")).join(watches, watches.c.id == alerts.c.watch_id)


def message(connection: Connection, message_id: str) -> Message | None:
    """Return a message with the alerts that may be told now, newest first; ``None`` where its watch is gone."""
    asked = select(alert_messages, watches.c.content).join(watches, watches.c.id == alert_messages.c.watch_id)
    row = connection.execute(asked.where(alert_messages.c.id == message_id)).one_or_none()
    if row is None:
        return None
    wish = decode(Wish, row.content)
    own = select(alert_waiting.c.alert).where(alert_waiting.c.message_id == message_id)
    told = with_wish().where(alerts.c.number.in_(own)).order_by(alerts.c.number.desc())
    several = shown(connection, connection.execute(told))
    newest = several[: wish.rhythm.at_most]
    return Message(
        row.id,
        row.watch_id,
        wish.name,
        wish.owner,
        row.channel,
        row.made_at,
        row.tries,
        newest,
        len(several) - len(newest),
        wish.rhythm,
    )


def begun(connection: Connection, message_id: str, next_at: str) -> None:
    """Write down that a message is tried, and when it would be tried again."""
    values = {"tries": alert_messages.c.tries + 1, "next_at": next_at, "reason": _BEGUN}
    connection.execute(update(alert_messages).where(alert_messages.c.id == message_id).values(values))


def postpone(connection: Connection, message_id: str, until: str) -> None:
    """Try a message later; this counts as no try."""
    connection.execute(update(alert_messages).where(alert_messages.c.id == message_id).values(next_at=until))


def sent(connection: Connection, told: Message, at: str, note: str | None = None) -> None:
    """Write down that a message arrived; its channel's fault is cleared. ``note`` is why nothing had to be sent."""
    values = {"standing": Standing.SENT.value, "next_at": None, "done_at": at, "reason": note}
    connection.execute(update(alert_messages).where(alert_messages.c.id == told.id).values(values))
    if note is None:
        connection.execute(delete(faults).where(faults.c.source == _source(told), faults.c.stage == STAGE))


def failed(connection: Connection, told: Message, at: str, reason: str, next_at: str | None) -> None:
    """Write down why a message did not arrive, and when it is tried again; ``None`` gives it up."""
    standing = Standing.WAITING if next_at is not None else Standing.GIVEN_UP
    done = at if next_at is None else None
    values = {"standing": standing.value, "next_at": next_at, "done_at": done, "reason": reason}
    connection.execute(update(alert_messages).where(alert_messages.c.id == told.id).values(values))
    said = reason if next_at is not None else f"given up after {told.tries + 1} tries: {reason}"
    put_fault(connection, Fault(_source(told), STAGE, said, at))


def forget_faults(connection: Connection, watch_id: str) -> None:
    """Clear what is listed of a watch that could not be delivered."""
    connection.execute(delete(faults).where(faults.c.source.startswith(f"{watch_id} "), faults.c.stage == STAGE))


def _source(told: Message) -> str:
    return f"{told.watch_id} ({told.watch}) to {told.channel}"


def next_due(connection: Connection) -> str | None:
    """Return when something is to be sent next, ``None`` where nothing waits."""
    waiting: str | None = connection.scalar(select(func.min(alert_waiting.c.due_at)).where(alert_waiting.c.message_id.is_(None)))
    tried: str | None = connection.scalar(select(func.min(alert_messages.c.next_at)))
    return min((at for at in (waiting, tried) if at is not None), default=None)


def waiting(connection: Connection) -> int:
    """Return how many alerts wait to be put into a message."""
    return connection.scalar(select(func.count()).select_from(alert_waiting).where(alert_waiting.c.message_id.is_(None))) or 0


def trying(connection: Connection) -> int:
    """Return how many messages are neither sent nor given up, those that wait for their hour to be put together too."""
    begun = select(func.count()).select_from(alert_messages).where(alert_messages.c.standing == Standing.WAITING.value)
    watched = select(watches.c.id)
    return (connection.scalar(begun) or 0) + len(_gathering(connection, list(connection.scalars(watched))))


def sendings(connection: Connection, watch_ids: Sequence[str], at_most: int) -> tuple[Sending, ...]:
    """Return how the newest messages of some watches stand; first those that wait for their hour to be put together."""
    counted = select(func.count()).where(alert_waiting.c.message_id == alert_messages.c.id).scalar_subquery()
    asked = select(alert_messages, counted.label("alerts")).where(alert_messages.c.watch_id.in_(watch_ids))
    rows = connection.execute(asked.order_by(alert_messages.c.made_at.desc(), alert_messages.c.id).limit(at_most))
    return (*_gathering(connection, watch_ids), *(_sending(row) for row in rows))[:at_most]


def _gathering(connection: Connection, watch_ids: Sequence[str]) -> tuple[Sending, ...]:
    """Return what waits for its hour, as the messages that it would be if nothing more came."""
    asked = select(alert_waiting, alerts.c.watch_id, alerts.c.at).join(alerts, alerts.c.number == alert_waiting.c.alert)
    free = asked.where(alert_waiting.c.message_id.is_(None), alerts.c.watch_id.in_(watch_ids))
    together: dict[tuple[str, str, str], list[Row[*tuple[Any, ...]]]] = {}
    for row in connection.execute(free.order_by(alert_waiting.c.due_at, alert_waiting.c.alert, alert_waiting.c.channel)):
        together.setdefault((row.watch_id, row.channel, row.due_at), []).append(row)
    return tuple(
        Sending(_named(watch_id, channel, rows), watch_id, channel, rows[-1].at, Standing.WAITING, 0, len(rows), due)
        for (watch_id, channel, due), rows in together.items()
    )


def _named(watch_id: str, channel: str, rows: Sequence[Row[*tuple[Any, ...]]]) -> str:
    return content_id("msg", watch_id, channel, *(row.alert for row in rows))


def _sending(row: Row[*tuple[Any, ...]]) -> Sending:
    standing = Standing(row.standing)
    told = row.id, row.watch_id, row.channel, row.made_at, standing, row.tries, row.alerts, row.next_at, row.done_at, row.reason
    return Sending(*told)
