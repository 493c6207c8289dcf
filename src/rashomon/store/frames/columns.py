"""The columns that several tables share, and short ways to write one down."""

from rashomon.store.frames.contract import Column, Kind


def code(name: str, meaning: str, joins: str | None = None) -> Column:
    """Return a column of ids or words of a closed vocabulary."""
    return Column(name, Kind.CODE, meaning, joins=joins)


def text(name: str, meaning: str) -> Column:
    """Return a column of free text."""
    return Column(name, Kind.TEXT, meaning)


def codes(name: str, meaning: str, joins: str | None = None) -> Column:
    """Return a column of lists of ids or words of a closed vocabulary."""
    return Column(name, Kind.CODES, meaning, joins=joins)


def texts(name: str, meaning: str) -> Column:
    """Return a column of lists of free texts."""
    return Column(name, Kind.TEXTS, meaning)


def integer(name: str, meaning: str, unit: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, Kind.INTEGER, meaning, unit)


def number(name: str, meaning: str, unit: str) -> Column:
    """Return a column of numbers."""
    return Column(name, Kind.NUMBER, meaning, unit)


def flag(name: str, meaning: str) -> Column:
    """Return a column of yes and no."""
    return Column(name, Kind.FLAG, meaning)


def day(name: str, meaning: str) -> Column:
    """Return a column of days."""
    return Column(name, Kind.DAY, meaning)


def days(of: str) -> tuple[Column, ...]:
    """Return the three columns of a date: as written, its first and its last day."""
    return (
        code("date", f"{of}, as precise as the text: 2031, 2031-03, 2031-03-05, or two of them around a slash"),
        day("first", "the first day that the date may mean; empty where it is open"),
        day("last", "the last day that the date may mean; empty where it is open"),
    )


def bounds(name: str, of: str, unit: str) -> tuple[Column, ...]:
    """Return the two columns of a range."""
    return (
        number(f"{name}_low", f"{of}: the least that the words allow; empty where open or not stated", unit),
        number(f"{name}_high", f"{of}: the most that the words allow; empty where open or not stated", unit),
    )


def named(name: str, one: str, of: str, joins: str) -> tuple[Column, ...]:
    """Return two lists side by side: names, and their ids."""
    return (
        texts(name, f"{of}: names (a private person's is withheld)"),
        codes(f"{one}_ids", f"the ids of {name}, in the same order; empty for one that is not linked or withheld", joins),
    )


#: The article a row stands in, and the words that say it.
IN_ARTICLE = code("article", "the article that says so", "articles.article")
WORDS = (
    integer("start", "where the evidence begins in the article's text", "characters (Unicode code points) from 0"),
    integer("end", "where the evidence ends, exclusive", "characters (Unicode code points) from 0"),
    text("words", "the evidence: the article's own words"),
)
#: Who publishes the article, and how reliable it is graded.
PUBLISHED = (
    text("outlet", "who publishes the article, as it names itself; joins outlets.outlet; empty where not stated"),
    code("grade", "the outlet's reliability: A (completely reliable) to E, F (cannot be judged); empty where not graded"),
    code("published", "the day the page prints, as precise as printed"),
)
#: What an account goes back to.
ROOT = (
    code("root", "where the information first comes from: equal roots are not independent; empty before linking", "roots.root"),
    code("root_kind", "speaker or outlet"),
    text("root_name", "the speaker or the outlet's family"),
)
