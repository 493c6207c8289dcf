"""The tables of what is known apart from any article: actors with aliases and listed ties, places, outlets; and of roots."""

from rashomon.store.frames.columns import code, codes, days, flag, integer, number, text, texts
from rashomon.store.frames.contract import FlatTable

ACTORS = FlatTable(
    "actors",
    "Persons, armed groups, forces, bodies, states and so on. Private persons have no row.",
    ("actor",),
    (
        code("actor", "the actor's id"),
        text("name", "the canonical name"),
        code("kind", "person, armed_group, force and so on (rashomon.model.words.ActorKind)"),
        code("country", "of home or main theatre (ISO 3166 alpha-2)"),
        flag("listed", "whether a list has it; else it was met in texts only"),
        codes("sectors", "PLOVER sectors, where the kind does not say them"),
        texts("sides", "parents that a loose naming may use instead"),
        integer("events", "events that it did or that were done to it", "events"),
    ),
)
ALIASES = FlatTable(
    "aliases",
    "The names of actors, and after whom. Private persons have none here.",
    ("actor", "alias"),
    (
        code("actor", "the actor", "actors.actor"),
        text("alias", "another name of it"),
        text("source", "the list or article that has it"),
        flag("ambiguous", "whether it links only where something else supports it"),
    ),
)
LISTED_TIES = FlatTable(
    "listed_ties",
    "How actors are tied to each other as lists have it, apart from any article (those of articles: ties).",
    ("actor", "subject", "relation", "object"),
    (
        code("actor", "the actor of which the list says it", "actors.actor"),
        text("subject", "the first end"),
        code("relation", "how it is tied to the second (rashomon.model.words.Relation)"),
        text("object", "the second end"),
        text("source", "the list that has it"),
        *days("when it holds"),
        text("role", "as what: an office, a list of designations"),
    ),
)
PLACES = FlatTable(
    "places",
    "Named places; coordinates are of the centre and only as good as precision says.",
    ("place",),
    (
        code("place", "the place's id"),
        text("name", "the gazetteer's name"),
        code("country", "ISO 3166 alpha-2; empty for a sea or a region across borders"),
        text("admin1", "the province"),
        text("admin2", "the district"),
        code("precision", "point, town, near, admin2, admin1, region or country"),
        number("lat", "latitude; empty where not known", "degrees (WGS 84)"),
        number("lon", "longitude; empty where not known", "degrees (WGS 84)"),
        integer("population", "0 where not known", "persons"),
        text("source", "where the gazetteer has it from"),
        integer("events", "events there", "events"),
    ),
)
OUTLETS = FlatTable(
    "outlets",
    "Who publishes the articles, with what lists know of it.",
    ("outlet",),
    (
        text("outlet", "as its articles name it"),
        text("listed_name", "as the lists have it; empty where none has it"),
        code("kind", "site, agency, channel, broadcaster, government or monitor"),
        text("family", "the owner: outlets of one family are one root"),
        code("country", "where it is at home (ISO 3166 alpha-2)"),
        code("grade", "its reliability now: A to E, F cannot be judged; empty where not graded"),
        integer("articles", "how many articles of it", "articles"),
        integer("copies", "how many of them repeat other articles", "articles"),
        code("first", "the earliest day that one was published"),
        code("last", "the latest day that one was published"),
    ),
)
ROOTS = FlatTable(
    "roots",
    "Where information first comes from: different roots are independent of each other, and nothing else is.",
    ("root",),
    (
        code("root", "the root's id"),
        code("kind", "speaker or outlet"),
        text("name", "the speaker or the outlet's family (a private person's name is withheld)"),
        integer("accounts", "accounts that go back to it", "accounts"),
        integer("articles", "articles with such an account", "articles"),
        integer("events", "events that they tell", "events"),
    ),
)
