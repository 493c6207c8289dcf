"""What a brief is made of: sections of paragraphs, tables and pictures, and the numbered words that every sentence rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rashomon.exports.contract import Aggregation
from rashomon.exports.drawings.picture import Picture
from rashomon.model.marks import Mark
from rashomon.store.views import Question


@dataclass(frozen=True, slots=True)
class Ground:
    """A stretch of an article that says what a sentence says.

    Args:
        words: the stretch, letter by letter; withheld names are blotted out.

        outlet, title, published, address: of its article; ``None`` where the page does not state it.

        file: the name of the file that it was read from, where it has no address.
    """

    article_id: str
    start: int
    end: int
    words: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    address: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence before its grounds have numbers.

    Args:
        values: names and days in the text that its words give in other letters ("IS", "Friday"), as the ledger links them.
    """

    text: str
    grounds: tuple[Ground, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the numbers of its citations, from 1."""

    text: str
    cites: tuple[int, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered source: ``grade`` is the outlet's letter, F where it cannot be judged."""

    number: int
    ground: Ground
    grade: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences on one thing under a short heading; ``ref`` is the event or series that they tell of."""

    sentences: tuple[Sentence, ...]
    heading: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table; ``caption`` says what it shows. It counts, and speaks for nobody."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief. ``notes`` are lines about the ledger itself, which no article says and which cite none."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    grids: tuple[Grid, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a brief is asked to tell.

    Args:
        title: the topic's name, or the question in words.

        subject: what makes two briefs follow each other: the topic's id, or the question.

        day: taken for today.

        since: events that ended before this day are left out; ``None`` leaves out none.
    """

    title: str
    subject: str
    day: date
    question: Question = field(default_factory=Question)
    since: date | None = None
    clearance: Mark = Mark.CLEAR
    aggregation: Aggregation = Aggregation.REPRESENTATIVE


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief: what it was asked, its parts in their order, and its citations by number."""

    title: str
    about: tuple[str, ...]
    day: str
    clearance: Mark
    aggregation: Aggregation
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    smoothed: int = 0

    def sentences(self) -> Iterator[Sentence]:
        """Yield all sentences in their order."""
        return (one for section in self.sections for paragraph in section.paragraphs for one in paragraph.sentences)
