"""What the model's heads tell apart. Training and reading share these; their order is part of a model's version."""

from rashomon.model.words import EventType, MentionKind, NumberKind, Relation, Stance, Status

#: Kinds of mention the model finds (dates and numbers have heads of their own).
MENTIONS = tuple(str(kind) for kind in MentionKind if kind not in (MentionKind.DATE, MentionKind.NUMBER))
EVENTS = tuple(str(kind) for kind in EventType)
STATUSES = tuple(str(status) for status in Status)
STANCES = tuple(str(stance) for stance in Stance)
NUMBERS = tuple(str(kind) for kind in NumberKind)

#: Heads that find spans, each with the labels a span may have.
SPANS: dict[str, tuple[str, ...]] = {
    "mention": MENTIONS,
    "trigger": EVENTS,
    "number": NUMBERS,
    "date": ("date",),
    "cue": STANCES,
    "content": ("content",),
}

NONE = "none"
#: Heads that judge a pair of spans, each with its labels; the first says that nothing holds.
PAIRS: dict[str, tuple[str, ...]] = {
    "role": (
        NONE,
        "agent",
        "patient",
        "weapon",
        "place",
        "date",
        "killed",
        "injured",
        "detained",
        "abducted",
        "amount",
        "via",
        "origin",
        "destination",
    ),
    "source": (NONE, "source"),
    "content": (NONE, "content"),
    "coreference": (NONE, "same"),
    "event": (NONE, "same"),
    "tie": (NONE, *(str(relation) for relation in Relation)),
}

#: Edges of the buckets that the signed distance between two spans falls into, in word pieces.
DISTANCES = (-128, -64, -32, -16, -8, -4, -2, 0, 1, 3, 5, 9, 17, 33, 65, 129)


def tags(head: str) -> tuple[str, ...]:
    """Return a span head's tags: outside, then begin and inside of each label."""
    return ("O", *(f"{place}-{label}" for label in SPANS[head] for place in "BI"))
