"""The tables of review: the queue, and what finds a decision by its subject, its article and its state."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table, Text, text

from rashomon.store.tables import metadata

#: What waits for a person: one row an event, made when linking is stored. ``rank`` orders; ``digest`` is the version of the
#: event; ``state`` is open, changed (since it was accepted), accepted or rejected.
review_queue = Table(
    "review_queue",
    metadata,
    Column("event_id", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("rank", Float, nullable=False),
    Column("doubt", Float, nullable=False),
    Column("weight", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Index("ix_review_queue_rank", "state", "rank", "event_id"),
)

#: One row a decision, in the order given: what the audit log filters by. ``stands`` is false once it is taken back;
#: ``conflict`` is true while another decision on the same value was made without sight of it; ``linked`` once linking obeyed.
review_log = Table(
    "review_log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("when", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("field", Text),
    Column("undoes", Text),
    Column("stands", Boolean, nullable=False, server_default=text("1")),
    Column("conflict", Boolean, nullable=False, server_default=text("0")),
    Column("linked", Boolean, nullable=False, server_default=text("0")),
    Index("ix_review_log_target", "target"),
    Index("ix_review_log_who", "who", "number"),
    Index("ix_review_log_undoes", "undoes"),
    Index("ix_review_log_conflict", "conflict", "number"),
    Index("ix_review_log_linked", "linked"),
)

#: The articles that a decision touches: their readings are corrected by it whenever they are shown.
review_touched = Table(
    "review_touched",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("decision_id", Text, primary_key=True),
)

#: The accounts that people decided on: they keep these ids, whatever a newer reader would call them.
review_kept = Table(
    "review_kept",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("article_id", Text, nullable=False),
)

#: Decisions on a wording of an article that no longer counts, carried to the one that does; ``content`` is the decision as it
#: stands there, null where its words were changed; ``whole`` is false where somebody should look at it.
review_carried = Table(
    "review_carried",
    metadata,
    Column("decision_id", Text, primary_key=True),
    Column("was", Text, primary_key=True),
    Column("article_id", Text, nullable=False, index=True),
    Column("content", Text),
    Column("whole", Boolean, nullable=False),
    Index("ix_review_carried_was", "was"),
)
