"""The tables of what linking made of accounts: events with every version of their values, contradictions, series."""

from rashomon.store.frames.columns import bounds, code, codes, day, days, flag, integer, named, number, text, texts
from rashomon.store.frames.contract import FlatTable

_EVENT = code("event", "the event's id", "events.event")

EVENTS = FlatTable(
    "events",
    "The accounts that tell the same happening. Single values are the best supported ones; all versions: event_values.",
    ("event",),
    (
        code("event", "the event's id"),
        text("title", "a short line of type, actors and place"),
        code("type", "what happened, as most independent roots have it"),
        code("status", "how it stands, as most independent roots have it"),
        *days("when it happened, as most independent roots have it"),
        *named("places", "place", "where, best supported first", "places.place"),
        codes("countries", "the countries of these places (ISO 3166 alpha-2)"),
        number(
            "lat", "latitude of the best supported place; empty where none is known (never more exact than precision)", "degrees"
        ),
        number("lon", "longitude of the best supported place", "degrees"),
        code("precision", "how exact that place is: point, town, near, admin2, admin1, region or country"),
        *named("agents", "agent", "who did it, best supported first", "actors.actor"),
        *named("patients", "patient", "to whom it was done, best supported first", "actors.actor"),
        *bounds("killed", "how many were killed, as most independent roots have it", "persons"),
        *bounds("injured", "how many were injured, as most independent roots have it", "persons"),
        texts("killed_versions", "every version, best supported first: 12, 20.. (at least), 10..15"),
        texts("injured_versions", "every version, best supported first"),
        integer("accounts", "how many accounts tell it", "accounts"),
        integer("articles", "how many articles tell it", "articles"),
        integer("independent", "how many independent roots tell it (copies are no corroboration)", "roots"),
        codes("roots", "these roots", "roots.root"),
        texts("root_names", "their names, in the same order"),
        integer("alarms", "contradictions in it that are worth an alarm", "contradictions"),
        flag("disputed", "whether it has an alarm or its status is disputed or denied"),
        code("review", "open, changed (since it was accepted), accepted or rejected by a person"),
    ),
)
EVENT_VALUES = FlatTable(
    "event_values",
    "Every version of every value of an event, with the accounts that give it: nothing is averaged away.",
    ("event", "field", "rank"),
    (
        _EVENT,
        code("field", "type, status, date, place, agent, patient, killed or injured"),
        integer("rank", "1 is the best supported", "versions from 1"),
        text("value", "a word, a date, a range, or the name of an actor or place"),
        code("id", "the actor or place; empty for the other fields and for private persons"),
        *days("a date's value"),
        number("low", "a count's least; empty where open", "persons"),
        number("high", "a count's most; empty where open", "persons"),
        integer("accounts", "how many accounts give it", "accounts"),
        integer("independent", "how many independent roots these accounts have", "roots"),
        codes("account_ids", "these accounts", "accounts.account"),
    ),
)
CONTRADICTIONS = FlatTable(
    "contradictions",
    "Accounts or figures that cannot all hold, or seem not to.",
    ("contradiction", "n"),
    (
        code("contradiction", "its id; two may share one: two accounts can differ on the killed and on the injured"),
        integer("n", "tells those of one id apart", "from 1"),
        code("kind", "number, actor, responsibility, time, place or denial"),
        code("severity", "contradiction, different_number, different_role, tension (alarms); update, rounding and so on (none)"),
        flag("alarm", "whether it is worth an alarm"),
        text("topic", "what is at issue"),
        code("event", "the event it is about; empty where it is about none", "events.event"),
        integer("sides", "how many sides it has", "sides"),
        texts("reasons", "why the machine says so"),
    ),
)
SIDES = FlatTable(
    "sides",
    "Who says what in a contradiction, in which words.",
    ("contradiction", "n", "side"),
    (
        code("contradiction", "its id", "contradictions.contradiction"),
        integer("n", "as in contradictions", "from 1"),
        integer("side", "which side", "sides from 1"),
        code("article", "the article that has it", "articles.article"),
        code("ref", "the account, claim or figure; else the article"),
        text("source", "who says it; empty where not stated"),
        text("says", "a short reading of it"),
        text("outlet", "who publishes the article"),
        integer("start", "where the words begin in the article's text", "characters from 0"),
        integer("end", "where they end, exclusive", "characters from 0"),
        text("words", "the article's own words"),
    ),
)
SERIES = FlatTable(
    "series",
    "Figures of one quantity through time; its points: series_points.",
    ("series",),
    (
        code("series", "its id"),
        text("what", "the quantity in words"),
        text("source", "who publishes it; empty where not stated"),
        integer("length", "how many figures it has", "figures"),
        texts("faults", "which figures cannot be reconciled, and why"),
    ),
)
POINTS = FlatTable(
    "series_points",
    "The figures of a series in order, and what follows from them.",
    ("series", "n"),
    (
        code("series", "its series", "series.series"),
        integer("n", "its place: figures first, then what is derived", "from 1"),
        flag("derived", "whether it was computed from figures (the ledger's own sum, not a published number)"),
        code("figure", "the figure; empty for a derived value", "figures.figure"),
        number("low", "the value's least", "as the series says"),
        number("high", "the value's most", "as the series says"),
        code("period", "when it was counted; for a derived value the days it covers"),
        day("period_first", "the first day of the period"),
        day("period_last", "the last day of the period"),
        code("as_of", "by when it stood"),
        flag("cumulative", "whether it is a running total"),
        text("derivation", "how a derived value follows"),
        codes("from_figures", "the figures that a derived value follows from", "figures.figure"),
        code("article", "the article of a figure", "articles.article"),
        text("words", "the words of a figure"),
    ),
)
