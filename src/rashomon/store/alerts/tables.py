"""The tables of alerts: watches, what each was told, alerts, and the messages they go out in."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from rashomon.store.tables import metadata


def _watch() -> Column[str]:
    return Column("watch_id", Text, ForeignKey("watches.id", ondelete="CASCADE"), nullable=False)


#: ``content`` is a `rashomon.store.alerts.contract.Wish`; ``seen`` the number of the last change that was looked at.
watches = Table(
    "watches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("made_at", Text, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("secret", Text, nullable=False, unique=True),
    Column("content", Text, nullable=False),
)

#: The secret word in the address of a person's own feed of all their watches.
alert_feeds = Table(
    "alert_feeds",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("secret", Text, nullable=False, unique=True),
)

#: What a watch was told: ``subject`` an account, a version of its article with its type, or what a fact is about.
alert_marks = Table(
    "alert_marks",
    metadata,
    Column("watch_id", Text, ForeignKey("watches.id", ondelete="CASCADE"), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("mark", Text, primary_key=True),
)

alerts = Table(
    "alerts",
    metadata,
    Column("number", Integer, primary_key=True),
    _watch(),
    Column("at", Text, nullable=False),
    Column("content", Text, nullable=False),
    Index("ix_alerts_watch_id", "watch_id", "number"),
)

#: ``next_at`` is when it is tried next, ``None`` once it is sent or given up.
alert_messages = Table(
    "alert_messages",
    metadata,
    Column("id", Text, primary_key=True),
    _watch(),
    Column("channel", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_at", Text, index=True),
    Column("done_at", Text),
    Column("reason", Text),
    Index("ix_alert_messages_watch_id", "watch_id", "made_at"),
)

#: Alerts by the channels they go to; ``message_id`` is ``None`` until they are put together.
alert_waiting = Table(
    "alert_waiting",
    metadata,
    Column("alert", Integer, ForeignKey("alerts.number", ondelete="CASCADE"), primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("due_at", Text, nullable=False),
    Column("message_id", Text, ForeignKey("alert_messages.id", ondelete="CASCADE"), index=True),
    Index("ix_alert_waiting_due_at", "due_at"),
)
