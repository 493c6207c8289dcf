"""The closed vocabularies: one meaning each, in code, tables, pages and docs.

Event types, statuses, stances, number kinds and relations follow the annotation guide of the training corpus
(`training/corpus/GUIDE.md`).
"""

from enum import StrEnum


class OutletKind(StrEnum):
    """Who publishes."""

    SITE = "site"
    AGENCY = "agency"
    CHANNEL = "channel"
    BROADCASTER = "broadcaster"
    GOVERNMENT = "government"
    MONITOR = "monitor"


class PartKind(StrEnum):
    """What a stretch of an article's text is. Only title, lead and body are read for meaning."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    BYLINE = "byline"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    NOISE = "noise"


class MentionKind(StrEnum):
    """What a mention names. DATE and NUMBER mentions carry a value, the others an entity key."""

    PERSON = "PER"
    GROUP = "GROUP"
    FORCE = "FORCE"
    GOVERNMENT = "GOV"
    COUNTRY = "GPE"
    ORGANISATION = "ORG"
    MEDIA = "MEDIA"
    CIVILIANS = "CIV"
    PLACE = "PLACE"
    FACILITY = "FAC"
    WEAPON = "WPN"
    DATE = "DATE"
    NUMBER = "NUMBER"


#: Kinds whose mentions may name an actor.
ACTOR_KINDS = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.GROUP,
        MentionKind.FORCE,
        MentionKind.GOVERNMENT,
        MentionKind.COUNTRY,
        MentionKind.ORGANISATION,
        MentionKind.MEDIA,
        MentionKind.CIVILIANS,
    }
)
#: Kinds whose mentions may name a place.
PLACE_KINDS = frozenset({MentionKind.PLACE, MentionKind.FACILITY, MentionKind.COUNTRY})


class EventType(StrEnum):
    """What happened."""

    ATTACK = "attack"
    ARMED_CLASH = "armed_clash"
    BOMBING = "bombing"
    SUICIDE_ATTACK = "suicide_attack"
    AIRSTRIKE = "airstrike"
    DRONE_OR_MISSILE_STRIKE = "drone_or_missile_strike"
    SHELLING_OR_ROCKET = "shelling_or_rocket"
    ASSASSINATION = "assassination"
    KILLING = "killing"
    SABOTAGE = "sabotage"
    KIDNAPPING = "kidnapping"
    ARREST = "arrest"
    EXPULSION_OR_DISPLACEMENT = "expulsion_or_displacement"
    PROTEST = "protest"
    RIOT = "riot"
    TERRITORY_TAKEN = "territory_taken"
    OFFENSIVE_LAUNCHED = "offensive_launched"
    WITHDRAWAL = "withdrawal"
    SURRENDER = "surrender"
    DEPLOYMENT = "deployment"
    RECRUITMENT_OR_TRAINING = "recruitment_or_training"
    MEETING_OR_VISIT = "meeting_or_visit"
    AGREEMENT = "agreement"
    RELEASE = "release"
    ARMS_TRANSFER = "arms_transfer"
    FINANCING = "financing"
    DESIGNATION_OR_SANCTION = "designation_or_sanction"
    TRIAL_OR_SENTENCE = "trial_or_sentence"
    APPOINTMENT = "appointment"
    ELECTION_OR_GOVERNMENT_FORMATION = "election_or_government_formation"
    THREAT = "threat"
    STATEMENT_OR_PROPAGANDA = "statement_or_propaganda"
    OTHER = "other"


#: Types of which somebody may be asked whether they did it, and which a published count of attacks may count.
ATTACKS = frozenset(
    {
        EventType.ATTACK,
        EventType.ARMED_CLASH,
        EventType.BOMBING,
        EventType.SUICIDE_ATTACK,
        EventType.AIRSTRIKE,
        EventType.DRONE_OR_MISSILE_STRIKE,
        EventType.SHELLING_OR_ROCKET,
        EventType.ASSASSINATION,
        EventType.KILLING,
        EventType.SABOTAGE,
        EventType.KIDNAPPING,
    }
)


class Status(StrEnum):
    """How an account stands: on whose word it is told."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    ALLEGED = "alleged"
    DENIED = "denied"
    DISPUTED = "disputed"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Stance(StrEnum):
    """What a source does with the content of its claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CLAIMS_RESPONSIBILITY = "claims_responsibility"
    ACCUSES = "accuses"
    DOUBTS = "doubts"
    VERIFIES = "verifies"
    CANNOT_VERIFY = "cannot_verify"
    PREDICTS = "predicts"
    WARNS = "warns"
    THREATENS = "threatens"
    PRAISES = "praises"
    DEMANDS = "demands"


class NumberKind(StrEnum):
    """What a number counts or measures."""

    KILLED = "killed"
    INJURED = "injured"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    PARTICIPANTS = "participants"
    FORCE_SIZE = "force_size"
    EVENTS = "events"
    MONEY = "money"
    WEAPONS = "weapons"
    PERCENT = "percent"
    DISTANCE = "distance"
    AGE = "age"
    OTHER = "other"


class Relation(StrEnum):
    """How one actor is tied to another, read subject to object."""

    LEADS = "leads"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    FRONT_FOR = "front_for"
    BACKED_BY = "backed_by"
    ALLIED_WITH = "allied_with"
    OPPOSED_TO = "opposed_to"
    ALIAS_OF = "alias_of"
    SUCCEEDED = "succeeded"
    ROLE_IN = "role_in"
    DESIGNATED_BY = "designated_by"
    BASED_IN = "based_in"
    FAMILY_OF = "family_of"
    MEDIA_ARM_OF = "media_arm_of"
    SPOKESMAN_OF = "spokesman_of"


#: Relations that hold both ways.
SYMMETRIC = frozenset({Relation.ALLIED_WITH, Relation.OPPOSED_TO, Relation.ALIAS_OF, Relation.FAMILY_OF})


class Role(StrEnum):
    """What an entity does in an account."""

    AGENT = "agent"
    PATIENT = "patient"
    WEAPON = "weapon"
    PLACE = "place"
    VIA = "via"
    ORIGIN = "origin"
    DESTINATION = "destination"


class ActorKind(StrEnum):
    """What an actor of the registry is."""

    PERSON = "person"
    ARMED_GROUP = "armed_group"
    FORCE = "force"
    GOVERNMENT_BODY = "government_body"
    STATE = "state"
    PARTY = "party"
    COMPANY = "company"
    OUTLET = "outlet"
    INTERNATIONAL_ORG = "international_org"
    COMMUNITY = "community"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How far a place may be pinned: never more precise than the text."""

    POINT = "point"
    TOWN = "town"
    NEAR = "near"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    REGION = "region"
    COUNTRY = "country"


class CopyKind(StrEnum):
    """How one article repeats another."""

    VERBATIM = "verbatim"
    EXCERPT = "excerpt"
    REWORDED = "reworded"


class RootKind(StrEnum):
    """What an account's information first comes from."""

    SPEAKER = "speaker"
    OUTLET = "outlet"


class ContradictionKind(StrEnum):
    """What two accounts cannot both have right."""

    NUMBER = "number"
    ACTOR = "actor"
    RESPONSIBILITY = "responsibility"
    TIME = "time"
    PLACE = "place"
    DENIAL = "denial"


class Severity(StrEnum):
    """Whether a difference is worth an alarm: the first four are, those after them are not."""

    CONTRADICTION = "contradiction"
    DIFFERENT_NUMBER = "different_number"
    DIFFERENT_ROLE = "different_role"
    TENSION = "tension"
    UPDATE = "update"
    ROUNDING = "rounding"
    COMPATIBLE_SERIES = "compatible_series"
    TEXT_ERROR = "text_error"
    AMBIGUITY = "ambiguity"


#: Severities that are shown as an alarm.
ALARMS = frozenset({Severity.CONTRADICTION, Severity.DIFFERENT_NUMBER, Severity.DIFFERENT_ROLE, Severity.TENSION})


class Verdict(StrEnum):
    """What a person may decide about something the machine did."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    LINK = "link"
    MERGE = "merge"
    SPLIT = "split"
    GRADE = "grade"
    ADD = "add"
    NOTE = "note"
