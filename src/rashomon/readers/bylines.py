"""Read a line that says who wrote a post, when, and where it stands: "Author: X | Date: 14 July 2020 | Permalink".

A line is such a line only if every piece of it is understood; any other line is text.
"""

import re
from dataclasses import dataclass

from rashomon.readers.names import is_desk, names_in
from rashomon.readers.printed_dates import PRINTED, date_of

#: Longer lines are paragraphs.
MOST_CHARACTERS = 260
_MARKER = re.compile(r"^[\s►▶▸●•■>»*·–—|-]+|[\s|•·»–—-]+$")
_SEPARATOR = re.compile(r"\s*[|•·►▸¦]\s*|\s+[–—/-]\s+|\t+|\s{3,}|;\s+")
_BY = (
    r"by|(?:posted|written|published|reported|reporting|compiled|prepared|edited|curated|submitted)\s+by|author|authors|writer|reporter|"
    r"byline|words|par|von|por|di|door|av|af|autor|autora|autore|auteur|yazar|yazan|автор|بقلم|الكاتب|كتب"
)
_ON = (
    r"on|date|dated|posted|posted\s+on|posted\s+at|published|published\s+on|publication\s+date|updated|last\s+updated|last\s+reviewed|modified|"
    r"last\s+modified|created|publié\s+le|le|publicado|publicado\s+el|el|veröffentlicht\s+am|am|fecha|data|datum|tarih|дата|تاريخ|التاريخ|نشر\s+في"
)
_BY_LABEL = re.compile(rf"(?:{_BY})(?:\s*:\s*|\s+)", re.IGNORECASE)
_ON_LABEL = re.compile(rf"(?:(?<!\w)(?:{_ON})(?:\s*:\s*|\s+))+$", re.IGNORECASE)
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|"
    r"mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_BEFORE_DATE = re.compile(rf"^(?:(?:{_ON})(?:\s*:\s*|\s+)|(?:{_WEEKDAY})\.?,?\s+)*$", re.IGNORECASE)
_WEEKDAY_END = re.compile(rf"(?<!\w)(?:{_WEEKDAY})\.?,?\s*$", re.IGNORECASE)
_CLOCK = (
    r"(?:at\s+|um\s+|à\s+|@\s*|T)?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d{1,6})?\s*(?:[ap]\.?m\b\.?)?"
    r"\s*(?:Z\b|\(?(?:[A-Z]{3,5}\b|[+-]\d\d:?\d\d)\)?)?"
)
_TIME = re.compile(rf"[\s,.]*(?:{_CLOCK})?[\s,.]*")
_TIME_END = re.compile(rf"(?:^|[\s,]){_CLOCK}[\s,]*$")
#: A second date, of a later change, is not the day of publication.
_CHANGED = re.compile(r"[\s,(\[]*(?:last\s+)?(?:updated|modified|edited|revised)\b.{0,80}$", re.IGNORECASE)
#: What stands in bylines and says nothing: addresses of mail and accounts, times, sections.
_MUTE = re.compile(
    rf"(?:[\w.+-]+@[\w-]+\.[\w.-]+|@\w{{2,30}}|{_CLOCK}|(?:{_WEEKDAY})|(?:news|analys[ei]s|opinion|commentary|features?|reports?|briefs?|blog|"
    r"interviews?|explainers?|updates?|investigations?|dispatch(?:es)?|agencies|monitoring)(?:\s+(?:&|and)\s+\w{3,20})?|"
    r"(?:source|via)\s*:\s*[^.!?]{2,70}|"
    r"(?:reading\s+time|time\s+to\s+read|temps\s+de\s+lecture|tiempo\s+de\s+lectura|lesezeit)\s*:?\s*(?:about\s+)?\d{1,3}\s*min\w{0,4}\.?|"
    r"(?:(?:last\s+)?updated\s+)?(?:an?|\d{1,3})\s+(?:min(?:ute)?|hour|day|week|month|year)s?\s+ago)$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"""^(?:
      (?:permalink|permanent\s+link|link|source\s+link|perma)(?:\s*:?\s*(?P<url>https?://\S{1,2000}))?
    | (?:filed|posted|categori[sz]ed|tagged|published)\s+(?:under|in|as|with)\s*:?\s+\S.{0,160}
    | tagged\s+\S.{0,160}
    | (?:filed|tagged|categories|category|tags?|topics?|labels?|section|rubrique|rubrik|kategorie)\s*:\s*\S.{0,160}
    | (?:no|one|\d{1,5})\s+(?:comments?|responses?|replies|thoughts|views?|shares?|commentaires?|comentarios?|kommentare?)
    | comments?\s*(?:\(\d{1,5}\)|off|closed|:\s*\d{1,5})? | comments?\s+off\s+on\s+.{0,200}
    | leave\s+a\s+(?:comment|reply) | add\s+(?:a\s+)?comment | reply
    | (?:(?:no|\d{1,5})\s+(?:comments?|responses?|shares?|views?)\s+)?
      \d{1,3}\s*(?:-\s*)?min(?:ute)?s?(?:\s+read)? | share | tweet | print | email | edit | bookmark\s+the\s+permalink\.?
    )$""",
    re.IGNORECASE | re.VERBOSE,
)


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


def parse_byline(text: str, *, day_first: bool | None = None) -> Byline | None:
    """Return what the line says, ``None`` where it is text.

    Args:
        text: the line.

        day_first: whether the page's other dates of the form 14/05/2024 begin with the day; ``None`` where nothing says.
    """
    if len(text) > MOST_CHARACTERS:
        return None
    pieces = [piece.strip() for piece in _SEPARATOR.split(_MARKER.sub("", text)) if piece.strip()]
    # A line may give the day of a change first; the day of publication comes before it all the same.
    pieces.sort(key=lambda piece: _CHANGED.match(piece) is not None)
    joined = Byline()
    names: list[tuple[str, ...]] = []
    for piece in pieces:
        found = _piece(piece, day_first)
        bare = None if found is not None else names_in(piece)
        if found is not None:
            joined = joined.joined(found)
        elif bare is not None:
            # One word without a label is as likely a place, agency or section as a person.
            names.append(() if bare == (piece,) and " " not in piece and not is_desk(piece) else bare)
        elif not _MUTE.match(piece):
            return None
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


def _piece(piece: str, day_first: bool | None = None) -> Byline | None:
    """Read one piece between separators."""
    closing = _CLOSING.match(piece)
    dated = PRINTED.search(piece)
    if dated is not None:
        read = _dated(piece, dated, day_first)
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


def _dated(piece: str, found: re.Match[str], day_first: bool | None) -> Byline | None:
    """Read a piece with a date: labels and a name before it, a time, a name or a count of comments after it, nothing else."""
    published = date_of(found, day_first=day_first)
    if published is None:
        return None
    before = _name_before(piece[: found.start()])
    after = piece[found.end() :]
    time = _TIME.match(after)
    rest = _CHANGED.sub("", after if time is None else after[time.end() :])
    if before is None:
        return None
    behind = _name_behind(rest)
    return None if behind is None else Byline(before or behind, published)


def _name_before(text: str) -> tuple[str, ...] | None:
    """Return the names before a date, labels and times aside; nothing where none stands there, ``None`` where text does."""
    if _BEFORE_DATE.match(text):
        return ()
    text = _WEEKDAY_END.sub("", text.strip(" ,(") + " ")
    name = _TIME_END.sub("", _ON_LABEL.sub("", text)).strip(" ,")
    label = _BY_LABEL.match(name)
    return names_in(name[label.end() :] if label else name) if name else ()


def _name_behind(text: str) -> tuple[str, ...] | None:
    """Return the names behind a date; nothing where a section or a count of comments stands there, ``None`` where text does."""
    if not text or _CLOSING.match(text) or re.match(r"(?:in|under|filed\s+under)\s+\S.{0,120}$", text, re.IGNORECASE):
        return ()
    label = _BY_LABEL.match(text)
    return None if label is None else names_in(_without_place(text[label.end() :]))
