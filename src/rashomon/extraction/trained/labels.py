"""What the model's heads tell apart. Training and reading share these; their order is part of a model's version."""

from rashomon.model.words import EventType, MentionKind, NumberKind, Relation, Stance, Status

#: Kinds of mention the model finds (dates and numbers have heads of their own).
MENTIONS = tuple(str(kind) for kind in MentionKind if kind not in (MentionKind.DATE, MentionKind.NUMBER))
EVENTS = tuple(str(kind) for kind in EventType)
STATUSES = tuple(str(status) for status in Status)
STANCES = tuple(str(stance) for stance in Stance)
NUMBERS = tuple(str(kind) for kind in NumberKind)
#: What a phrase is in an incident of terrorism, after the slots of MUC-4.
PARTS = ("perp_individual", "perp_org", "phys_id", "hum_name", "hum_description", "instrument_id")

#: Heads that find spans, each with the labels a span may have.
SPANS: dict[str, tuple[str, ...]] = {
    "mention": MENTIONS,
    "trigger": EVENTS,
    "number": NUMBERS,
    "date": ("date",),
    "cue": STANCES,
    "content": ("content",),
    "part": PARTS,
    "entity": (
        "Organisation",
        "Location",
        "Person",
        "Temporal",
        "Quantity",
        "Weapon",
        "MilitaryPlatform",
        "Nationality",
        "DocumentReference",
        "Money",
    ),
}

#: Heads that class the spans of another head, with that head and the classes.
CLASSES: dict[str, tuple[str, tuple[str, ...]]] = {
    "status": ("trigger", STATUSES),
    "incident": ("part", ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")),
    "kind": (
        "part",
        (
            "-",
            "CIVILIAN",
            "POLITICAL FIGURE",
            "GOVERNMENT OFFICIAL",
            "LAW ENFORCEMENT",
            "LEGAL OR JUDICIAL",
            "ACTIVE MILITARY",
            "SECURITY GUARD",
            "FORMER GOVERNMENT OFFICIAL",
            "DIPLOMAT",
            "FORMER ACTIVE MILITARY",
            "COMMERCIAL",
            "OTHER",
            "TRANSPORT VEHICLE",
            "ENERGY",
            "GOVERNMENT OFFICE OR RESIDENCE",
            "ORGANIZATION OFFICE",
            "COMMUNICATIONS",
            "FINANCIAL",
            "CIVILIAN RESIDENCE",
            "DIPLOMAT OFFICE OR RESIDENCE",
            "TRANSPORTATION ROUTE",
            "POLITICAL FIGURE OFFICE OR RESIDENCE",
            "LAW ENFORCEMENT FACILITY",
            "WATER",
        ),
    ),
    "effect": (
        "part",
        (
            "-",
            "DEATH",
            "INJURY",
            "NO INJURY OR DEATH",
            "NO INJURY",
            "NO DEATH",
            "REGAINED FREEDOM",
            "SOME DAMAGE",
            "DESTROYED",
            "NO DAMAGE",
            "PROPERTY TAKEN FROM TARGET",
        ),
    ),
    "firmness": (
        "part",
        (
            "-",
            "REPORTED AS FACT",
            "SUSPECTED OR ACCUSED",
            "SUSPECTED OR ACCUSED BY AUTHORITIES",
            "CLAIMED OR ADMITTED",
            "POSSIBLE",
        ),
    ),
    "stage": ("part", ("ACCOMPLISHED", "ATTEMPTED", "THREATENED")),
    "state": ("part", ("TERRORIST ACT", "STATE-SPONSORED VIOLENCE")),
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

#: What the left and right spans of a pair head may be labelled.
LEFT = {
    "role": EVENTS,
    "source": (*STANCES, "content"),
    "content": STANCES,
    "coreference": MENTIONS,
    "event": EVENTS,
    "tie": MENTIONS,
}
RIGHT = {
    "role": (*MENTIONS, "date", *NUMBERS),
    "source": MENTIONS,
    "content": ("content",),
    "coreference": MENTIONS,
    "event": EVENTS,
    "tie": MENTIONS,
}

#: Edges of the buckets that the signed distance between two spans falls into, in word pieces.
DISTANCES = (-128, -64, -32, -16, -8, -4, -2, 0, 1, 3, 5, 9, 17, 33, 65, 129)
#: Edges of the buckets for the distance in sentences.
SENTENCES = (-3, -1, 0, 1, 2, 4)


def tags(head: str) -> tuple[str, ...]:
    """Return a span head's tags: outside, then begin and inside of each label."""
    return ("O", *(f"{place}-{label}" for label in SPANS[head] for place in "BI"))
