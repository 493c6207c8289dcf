"""The tables of what was taken in: captures, articles, copies and mentions."""

from rashomon.store.frames.columns import PUBLISHED, code, codes, day, days, flag, integer, number, text, texts
from rashomon.store.frames.contract import FlatTable

CAPTURES = FlatTable(
    "captures",
    "Bytes as fetched or given, kept under their SHA-256.",
    ("capture",),
    (
        code("capture", "the SHA-256 of the bytes"),
        text("name", "the file's name, or the last part of the address"),
        text("address", "where it was fetched from; empty for a file"),
        code("taken_at", "when it was fetched or added (UTC, ISO with seconds)"),
        integer("size", "length", "bytes"),
        text("outlet", "the outlet that a person named when adding it; empty where nobody did"),
        text("media_type", "as the server or the file's ending says"),
        code("reader", "name and version of what split it into articles; empty where it is not read"),
        code("mark", "how far it may be shared (Traffic Light Protocol 2.0); empty where nobody marked it"),
    ),
)
ARTICLES = FlatTable(
    "articles",
    "One story inside a capture; of several versions the one that counts.",
    ("article",),
    (
        code("article", "the article's id"),
        code("capture", "the capture it stands in", "captures.capture"),
        integer("n", "its place in the capture", "articles from 0"),
        integer("start", "where it begins in the capture's text", "characters from 0"),
        integer("end", "where it ends there, exclusive", "characters from 0"),
        text("title", "as printed; empty where none is stated"),
        text("headline", "the title, else the first words"),
        texts("authors", "as printed"),
        *PUBLISHED,
        day("first", "the first day that published may mean"),
        day("last", "the last day that published may mean"),
        code("modified", "when the page says that it was changed last"),
        text("url", "its own address, as the page states it"),
        code("language", "of its text (ISO 639-1)"),
        text("digest_title", "the headline of the digest that it is one story of"),
        text("forwarded_from", "the channel or site that it names as the origin of this very text"),
        texts("credits", "agencies and outlets that it credits"),
        texts("links", "addresses that it links to"),
        code("copy_of", "the article that it repeats; empty where it repeats none (all pairs: copies)", "articles.article"),
        code("copy_kind", "verbatim, excerpt or reworded"),
        code("reader", "name and version of what read it; empty where it is not read"),
        text("text", "its words, names of private persons blotted out; offsets count in this"),
    ),
)
COPIES = FlatTable(
    "copies",
    "An article repeats another: copies are no corroboration.",
    ("article", "original"),
    (
        code("article", "the later one", "articles.article"),
        code("original", "the one that it repeats", "articles.article"),
        code("kind", "verbatim, excerpt or reworded"),
        number("score", "how sure the machine is", "0 to 1"),
    ),
)
MENTIONS = FlatTable(
    "mentions",
    "A span that names an actor, a place, a thing, a time or a number.",
    ("article", "start", "end", "kind"),
    (
        code("article", "where it stands", "articles.article"),
        integer("start", "where it begins in the article's text", "characters from 0"),
        integer("end", "where it ends, exclusive", "characters from 0"),
        code("kind", "what it names (rashomon.model.words.MentionKind)"),
        text("words", "as the text has it (a private person's name is withheld)"),
        code("entity", "mentions of one article with the same entity name the same thing; means nothing in another article"),
        text("name", "the fullest name that the article has for the entity"),
        flag("named", "whether the words hold a proper name"),
        code("actor", "the actor that the entity is linked to", "actors.actor"),
        code("place", "the place that the entity is linked to", "places.place"),
        *days("the value of a mention of a time"),
        number("number_low", "the least that a number may mean", "as number_kind says"),
        number("number_high", "the most that a number may mean", "as number_kind says"),
        code("number_kind", "what a number counts (rashomon.model.words.NumberKind)"),
    ),
)
DECISIONS = FlatTable(
    "decisions",
    "Corrections by people, in force or not; the machine's own version is kept beside them.",
    ("decision",),
    (
        code("decision", "the decision's id"),
        code("verdict", "accept, edit, reject, link, merge, split, grade, add or note"),
        text("target", "the id of what is decided on; outlet: and a name for a grade of an outlet"),
        text("field", "which value of it; empty where it is the whole"),
        text("who", "who decided"),
        code("at", "when (UTC, ISO with seconds)"),
        text("why", "the reason given"),
        text("before", "the value before, as JSON; empty where its articles name a private person"),
        text("after", "the value after, as JSON; empty where its articles name a private person"),
        code("undoes", "the decision that it takes back", "decisions.decision"),
        flag("stands", "whether nobody took it back"),
        flag("conflict", "whether another one on the same value was made without sight of it"),
        codes("articles", "the articles that it touches", "articles.article"),
    ),
)
