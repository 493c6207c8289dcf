"""Read a line that says who wrote a post, when, and where it stands: "Author: X | Date: 14 July 2020 | Permalink".

A line is such a line only if every piece of it is understood; any other line is text.
"""

import re
from dataclasses import dataclass

from rashomon.readers.printed_dates import PRINTED, date_of

#: Longer lines are paragraphs.
MOST_CHARACTERS = 260
_MOST_NAME_WORDS = 6
_MARKER = re.compile(r"^[\s►▶▸●•■>»*·–—|-]+|[\s|•·»–—-]+$")
_SEPARATOR = re.compile(r"\s*[|•·►▸¦]\s*|\s+[–—/-]\s+|\t+|\s{3,}|;\s+")
_BY = (
    r"by|posted\s+by|written\s+by|published\s+by|reported\s+by|reporting\s+by|submitted\s+by|author|authors|writer|reporter|"
    r"byline|words|par|von|por|di|door|av|af|autor|autora|autore|auteur|yazar|yazan|автор|بقلم|الكاتب|كتب"
)
_ON = (
    r"on|date|dated|posted|posted\s+on|posted\s+at|published|published\s+on|publication\s+date|updated|last\s+updated|modified|"
    r"last\s+modified|created|publié\s+le|le|publicado|publicado\s+el|el|veröffentlicht\s+am|am|fecha|data|datum|tarih|дата|تاريخ|التاريخ|نشر\s+في"
)
_BY_LABEL = re.compile(rf"(?:{_BY})(?:\s*:\s*|\s+)", re.IGNORECASE)
_ON_LABEL = re.compile(rf"(?:(?<!\w)(?:{_ON})(?:\s*:\s*|\s+))+$", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    rf"^(?:(?:{_ON})(?:\s*:\s*|\s+)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)*$", re.IGNORECASE
)
_TIME = re.compile(
    r"[\s,.]*(?:(?:at\s+|um\s+|à\s+|@\s*|T)?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d{1,6})?\s*(?:[ap]\.?m\b\.?)?"
    r"\s*(?:Z\b|\(?(?:[A-Z]{3,5}\b|[+-]\d\d:?\d\d)\)?)?)?[\s,.]*"
)
_CLOSING = re.compile(
    r"""^(?:
      (?:permalink|permanent\s+link|link|source\s+link|perma)(?:\s*:?\s*(?P<url>https?://\S{1,2000}))?
    | (?:filed|posted|categori[sz]ed|tagged|published)\s+(?:under|in|as|with)\s*:?\s+\S.{0,160}
    | (?:filed|tagged|categories|category|tags?|topics?|labels?|section|rubrique|rubrik|kategorie)\s*:\s*\S.{0,160}
    | (?:no|one|\d{1,5})\s+(?:comments?|responses?|replies|views?|shares?|commentaires?|comentarios?|kommentare?)
    | comments?\s*(?:\(\d{1,5}\)|off|closed|:\s*\d{1,5})? | comments?\s+off\s+on\s+.{0,200}
    | leave\s+a\s+(?:comment|reply) | add\s+(?:a\s+)?comment | reply
    | \d{1,3}\s*(?:-\s*)?min(?:ute)?s?(?:\s+read)? | share | tweet | print | email | edit | bookmark\s+the\s+permalink\.?
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_WORD = re.compile(
    r"^(?:[^\W\d_a-zß-öø-ÿ][\w.'’‘ʿ`-]*|"
    r"(?:al|el|de|da|di|von|van|der|den|bin|ibn|abu|la|le|du|dos|ben|ter|af|as|ad|ul|y|e)(?:-[\w.'’‘-]+)?),?$"
)
_AND = re.compile(r"\s*(?:,\s*(?:and|&)\s|,|\s&\s|\sand\s|\sund\s|\set\s|\sy\s|\sو)\s*")
_NOT_A_NAME = frozenset("the a an in on at of for with this that today yesterday breaking analysis update updated news".split())  # noqa: SIM905
_ROLES = frozenset(
    """staff senior chief special guest foreign defence defense political writer writers correspondent reporter editor analyst
    contributor columnist""".split()  # noqa: SIM905 - a list of words reads better
)
_STAFF = frozenset("admin administrator staff editor editors editorial newsroom desk team webmaster guest".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Byline:
    """What such a line says. ``closing`` is set by words that stand under a post (permalink, comments, filed under)."""

    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    closing: bool = False

    @property
    def dated(self) -> bool:
        """Whether it names an author or a date, not only "Filed under"."""
        return bool(self.authors) or self.published is not None

    def joined(self, later: "Byline") -> "Byline":
        """Return both as one; what is printed first stays."""
        return Byline(
            self.authors or later.authors, self.published or later.published, self.url or later.url, self.closing or later.closing
        )


def parse_byline(text: str) -> Byline | None:
    """Return what the line says, ``None`` where it is text."""
    if len(text) > MOST_CHARACTERS:
        return None
    pieces = [piece for piece in _SEPARATOR.split(_MARKER.sub("", text)) if piece.strip()]
    joined = Byline()
    names: list[tuple[str, ...]] = []
    for piece in pieces:
        found = _piece(piece.strip())
        if found is None:
            bare = names_in(piece.strip())
            if bare is None:
                return None
            # One word without a label is as likely a place, agency or section as a person.
            names.append(() if bare == (piece.strip(),) and " " not in piece.strip() and bare[0].lower() not in _STAFF else bare)
            continue
        joined = joined.joined(found)
    if names and (len(names) > 1 or joined.authors or joined.published is None):
        return _with_places(joined, names)
    if names:
        joined = joined.joined(Byline(authors=names[0]))
    return joined if joined.dated or joined.closing else None


def _with_places(joined: Byline, names: list[tuple[str, ...]]) -> Byline | None:
    """More than one bare piece ("NAME | 3 July 2019 | World"): the first is the author where none is labelled."""
    if joined.published is None:
        return None
    return joined if joined.authors else joined.joined(Byline(authors=next((name for name in names if name), ())))


def names_in(text: str) -> tuple[str, ...] | None:
    """Return the names that the text is made of, ``None`` where it is anything else.

    >>> names_in("Ana Duarte and J. P. Okoro")
    ('Ana Duarte', 'J. P. Okoro')
    >>> names_in("Rebels take the town") is None
    True
    """
    names = tuple(name.strip(" ,") for name in _AND.split(text) if name.strip(" ,"))
    if not names or any(not _is_name(name) for name in names):
        return None
    persons = tuple(name for name in names if not _is_role(name))
    return persons or names


def _is_role(name: str) -> bool:
    """Return whether it is an office ("Staff Writer") and not a name."""
    return all(word.lower() in _ROLES for word in name.split())


def _is_name(text: str) -> bool:
    """One to six words, each written like a part of a name."""
    words = text.split()
    if not 1 <= len(words) <= _MOST_NAME_WORDS or not any(character.isalpha() for character in text):
        return False
    if words[0].lower() in _NOT_A_NAME:
        return False
    return text.lower() in _STAFF or (all(map(_NAME_WORD.match, words)) and any(not word[0].islower() for word in words))


def _piece(piece: str) -> Byline | None:
    """Read one piece between separators."""
    closing = _CLOSING.match(piece)
    dated = PRINTED.search(piece)
    if dated is not None:
        read = _dated(piece, dated)
        if read is not None:
            return read
    if closing is not None:
        return Byline(url=closing["url"], closing=True)
    label = _BY_LABEL.match(piece)
    if label is None:
        return None
    names = names_in(_without_place(piece[label.end() :]))
    return None if names is None else Byline(authors=names)


def _without_place(text: str) -> str:
    """Drop " in PLACE" or " for OUTLET" after a name."""
    return re.split(r"\s(?:in|for|at|with)\s", text, maxsplit=1)[0].strip()


def _dated(piece: str, found: re.Match[str]) -> Byline | None:
    """Read a piece with a date: labels and a name before it, a time or a name after it, nothing else."""
    published = date_of(found)
    if published is None:
        return None
    before, after = piece[: found.start()], piece[found.end() :]
    authors: tuple[str, ...] = ()
    if not _BEFORE_DATE.match(before):
        name = _ON_LABEL.sub("", before.strip(" ,(") + " ").strip(" ,")
        label = _BY_LABEL.match(name)
        named = names_in(name[label.end() :] if label else name)
        if named is None:
            return None
        authors = named
    time = _TIME.match(after)
    rest = after if time is None else after[time.end() :]
    if rest:
        label = _BY_LABEL.match(rest)
        place = re.match(r"(?:in|under|filed\s+under)\s+\S.{0,120}$", rest, re.IGNORECASE)
        if label is None:
            return Byline(authors, published) if place else None
        named = names_in(_without_place(rest[label.end() :]))
        if named is None:
            return None
        authors = authors or named
    return Byline(authors, published)
