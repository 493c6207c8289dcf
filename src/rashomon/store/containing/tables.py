"""The index of the events that sum up many happenings: they are few among many."""

from sqlalchemy import Index, text

from rashomon.store.tables import events

#: An event's stored form names its sums only where it has some.
IS_SUM = text("content LIKE '%\"happenings\":%'")

sums_index = Index("ix_events_sums", events.c.day, events.c.id, sqlite_where=IS_SUM)
