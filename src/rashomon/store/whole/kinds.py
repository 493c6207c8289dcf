"""The kinds of things, in the order in which they stand, and which table keeps each.

A table is either here or in `LEFT_OUT`; a test holds that true for tables to come.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Integer, MetaData, Table, Text

from rashomon.model.actors import Actor
from rashomon.model.decisions import Decision
from rashomon.model.ledger import Contradiction, Event, Reason, Root, Series
from rashomon.model.places import Place
from rashomon.model.reading import Reading
from rashomon.model.sources import Part
from rashomon.store import tables
from rashomon.store.collecting import tables as collecting
from rashomon.store.evidence import tables as evidence
from rashomon.store.publishing import tables as publishing
from rashomon.store.review import tables as review
from rashomon.store.review.views import Doubt
from rashomon.store.today.tables import changes
from rashomon.store.topics.tables import topics

#: The full-text index of events, which SQLite makes: its text cannot be made again without all that linking knew.
event_index = Table(
    "event_index",
    MetaData(),
    Column("rowid", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("names", Text, nullable=False),
)

#: What was given or decided, then what reading and linking made of it; what others point to stands before them.
KINDS: Mapping[str, Table] = MappingProxyType(
    {
        "capture": tables.captures,
        "mark": publishing.marks,
        "container": evidence.containers,
        "contained": evidence.contained,
        "fetch": evidence.fetches,
        "page": tables.pages,
        "article": tables.articles,
        "page_key": evidence.page_keys,
        "version_key": evidence.version_keys,
        "version": evidence.versions,
        "reading": tables.readings,
        "decision": tables.decisions,
        "decided": review.review_log,
        "touched": review.review_touched,
        "kept": review.review_kept,
        "carried": review.review_carried,
        "log": evidence.evidence_log,
        "follow": collecting.follows,
        "arrival": collecting.arrivals,
        "entry_page": collecting.entry_pages,
        "robots": collecting.robots_files,
        "host": collecting.hosts,
        "trail": collecting.trails,
        "topic": topics,
        "fault": tables.faults,
        "actor": tables.actors,
        "actor_name": tables.actor_names,
        "place": tables.places,
        "actor_link": tables.actor_links,
        "place_link": tables.place_links,
        "copy": tables.copies,
        "root": tables.roots,
        "event": tables.events,
        "event_words": event_index,
        "event_account": tables.event_accounts,
        "event_actor": tables.event_actors,
        "event_place": tables.event_places,
        "place_month": tables.place_months,
        "contradiction": tables.contradictions,
        "series": tables.series,
        "waiting": review.review_queue,
        "change": changes,
        "brief": publishing.briefs,
        "setting": tables.meta,
    }
)
#: What linking made, its log of changes, and what is collected: left out where only a part of the captures is given out.
NOT_OF_A_PART = (
    *("follow", "arrival", "entry_page", "robots", "host", "trail"),
    *("place_month", "event_place", "event_actor", "event_account", "event_words", "contradiction", "event", "series", "root"),
    *("copy", "place_link", "actor_link", "actor_name", "place", "actor", "waiting", "change", "brief"),
)
_ALERTS = "alerts go where one desk sends them, by its secrets and commands: whoever takes a ledger in says anew what to watch"
#: Tables that are not given out, and why.
LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "people": "accounts with their passwords stay with the desk they were made for",
        "sessions": "a session is a key to one desk",
        "tokens": "a token is a key to one desk",
        **dict.fromkeys(("watches", "alert_feeds", "alert_marks", "alerts", "alert_messages", "alert_waiting"), _ALERTS),
        "findings": "made of the readings again",
        "claims": "made of the readings again",
        "withheld_lines": "made again with the full-text indexes",
        "search_columns": "made of the events again",
        **dict.fromkeys(("remembered_values", "remembered_lines"), "linking remembers it again when it next has something to do"),
    }
)
#: Keys of ``meta`` that count what is made again.
OWN_SETTINGS = frozenset({"search_columns", "retold"})

_TEXTS: Any = tuple[str, ...]
_REASONS: Any = tuple[Reason, ...]
#: Columns that hold JSON, and what it is of. A thing has it as JSON, not as text.
CONTENTS: Mapping[tuple[str, str], Any] = MappingProxyType(
    {
        ("page", "unused"): _TEXTS,
        ("article", "authors"): _TEXTS,
        ("article", "parts"): tuple[Part, ...],
        ("article", "credits"): _TEXTS,
        ("article", "links"): _TEXTS,
        ("fetch", "headers"): tuple[tuple[str, ...], ...],
        ("reading", "content"): Reading,
        ("decision", "content"): Decision,
        ("actor", "content"): Actor,
        ("place", "content"): Place,
        ("actor_link", "reasons"): _REASONS,
        ("place_link", "reasons"): _REASONS,
        ("copy", "reasons"): _REASONS,
        ("root", "content"): Root,
        ("event", "content"): Event,
        ("event", "places"): _TEXTS,
        ("event", "killed"): _TEXTS,
        ("contradiction", "content"): Contradiction,
        ("series", "content"): Series,
        ("waiting", "reasons"): tuple[Doubt, ...],
    }
)
