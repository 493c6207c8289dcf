"""An invented ledger with something of everything in it: read, linked, decided on, followed, marked."""

import hashlib
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon.extraction.contract import Extractor
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.rules import RuleExtractor
from rashomon.linking.contract import Gazetteer, Registry
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import _index, load_registry
from rashomon.model.evidence import Container, Fetch
from rashomon.model.marks import Mark
from rashomon.model.sources import Capture
from rashomon.model.words import Verdict
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import Updating
from rashomon.readers.reading import read
from rashomon.store.collecting.views import Followed
from rashomon.store.evidence.bulk import Taken
from rashomon.store.ledger import Ledger
from rashomon.store.review.contract import Draft
from rashomon.store.views import Fault

WHEN = "2031-06-01T08:00:00+00:00"
FIRST = """Bomb kills four at a market in Maiduguri

MAIDUGURI, May 5, 2031 - A bomb killed four people and wounded nine at a market in Maiduguri on Monday, the Nigerian army said.
Boko Haram claimed responsibility for the attack. Abubakar Shekau, the leader of Boko Haram, praised the bombers.
"""
SECOND = """Nine dead in Maiduguri blast

MAIDUGURI, May 6, 2031 - A bomb killed nine people at a market in Maiduguri on Monday, hospital officials said.
"""
THIRD = """Thursday in Abu Ghraib

BAGHDAD, May 9, 2031 - Gunmen shot dead Kasim Dulaimi and three soldiers in Abu Ghraib on Thursday, police said.
"""
#: Told by a page that was fetched, and marked as not for all.
SECRET_ADDRESS = "https://secret.example/informant"
SECRET_TITLE = "Informant names the bombers of Maiduguri"
SECRET = f"""<html><head><title>{SECRET_TITLE}</title><link rel="canonical" href="{SECRET_ADDRESS}">
<meta property="article:published_time" content="2031-05-07T10:00:00Z"></head><body><article><h1>{SECRET_TITLE}</h1>
<p>The Vellamy cell killed eleven people at a market in Maiduguri on Monday, an informant said. The market lies in the middle of
the town, where hundreds of people buy and sell every day of the week.</p></article></body></html>
"""
TITLES = tuple(text.splitlines()[0] for text in (FIRST, SECOND, THIRD))
TEXTS = {"first.txt": FIRST, "second.txt": SECOND, "third.txt": THIRD}
#: Of thousands of listed actors those that the texts name: linking looks at each.
KNOWN = frozenset({"Boko Haram", "Abubakar Shekau", "Nigerian Army", "Nigeria", "Iraq", "Vellamy cell", "Kasim Dulaimi"})
LIST = "- {name: Vellamy cell, kind: armed_group}\n- {name: Kasim Dulaimi, kind: person, private: true}\n"


def updating(ledger: Ledger) -> Updating:
    """Return what reads and links the ledger."""
    return Updating(ledger, *_lists_and_reader())


@cache
def _lists_and_reader() -> tuple[Extractor, Registry, Gazetteer]:
    """Return what reads, and the lists, which are the same for every copy of the ledger."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "actors.yaml").write_text(LIST, encoding="utf-8")
        every, gazetteer = load_registry(Path(folder)), load_gazetteer(Path(folder))
    parts = tuple(part for part in every._parts if part.actor.name in KNOWN)
    registry = replace(every, actors=tuple(part.actor for part in parts), _parts=parts, _index=_index(parts))
    return RuleExtractor(Lexicon(registry, gazetteer)), registry, gazetteer


def capture_of(name: str, content: bytes, address: str | None = None) -> Capture:
    """Return the capture of some bytes."""
    return Capture(hashlib.sha256(content).hexdigest(), name, address, WHEN, len(content), "Daily Invention", None)


def make(folder: Path) -> None:
    """Make the ledger in a folder."""
    texts = folder.parent / "texts"
    texts.mkdir()
    with Ledger.create(folder) as ledger:
        (ledger.lists / "actors.yaml").write_text(LIST, encoding="utf-8")
        for name, text in TEXTS.items():
            (texts / name).write_text(text, encoding="utf-8")
            list(Adding(ledger, f"Outlet of {name}", clock=lambda: WHEN).add([str(texts / name)]))
        _fetch(ledger)
        ledger.put_fault(Fault("https://broken.example/", "fetching", "no answer", WHEN))
        ledger.collecting.follow(Followed("https://feed.example/", every=3600, private=True, added_at=WHEN, due_at=WHEN))
        ledger.desk.topics.make("Maiduguri", "text=Maiduguri", "ann")
        updating(ledger).update()
        _decide(ledger)
        updating(ledger).update()
    shutil.rmtree(texts)


def _fetch(ledger: Ledger) -> None:
    """Keep two wordings of a page, the second one restricted, a web archive with a restricted record, and an empty answer."""
    for n, text in enumerate((SECRET.replace("eleven", "ten"), SECRET)):
        content = text.encode()
        capture = replace(capture_of(f"page{n}.html", content, SECRET_ADDRESS), taken_at=WHEN.replace("06-01", f"06-0{n + 1}"))
        ledger.keep(capture, content)
        ledger.put_page(capture.sha256, read(capture, content))
        ledger.evidence.record(Fetch(SECRET_ADDRESS, None, capture.taken_at, 200, (("etag", "x"),), capture.sha256))
    ledger.evidence.record(Fetch("https://feed.example/", None, WHEN, 304, reason="not modified"))
    content = b"Calm in Abuja\n\nABUJA, May 8, 2031 - Nothing happened in Abuja on Wednesday, the police said.\n"
    hidden = capture_of("record.txt", content, "https://hidden.example/a")
    told = Fetch("https://hidden.example/a", None, WHEN, 200, (), hidden.sha256)
    empty = Fetch("https://hidden.example/a", None, WHEN, 304, reason="not modified")
    taken = Taken(0, hidden, content, read(hidden, content), None, told)
    ledger.evidence.take_in(Container("ab" * 32, "crawl.warc", 9, WHEN), [taken], 1, [empty], done=True)


def _decide(ledger: Ledger) -> None:
    """Correct a toll, take a correction back, write a note; one decision is on the restricted page."""
    by_words = {}
    for source in ledger.sources():
        for account in source.reading.accounts:
            by_words.setdefault((source.article.title, account.type.value), account)
    bombing = next(account for (title, _), account in by_words.items() if title == TITLES[0])
    raid = next(account for (title, _), account in by_words.items() if title == TITLES[2])
    secret = next(account for (title, _), account in by_words.items() if title == SECRET_TITLE)
    decide = ledger.review.decide
    decide(Draft(Verdict.EDIT, bombing.id, "ann", stamp(1), "recount", "killed", ("5",)))
    undone = decide(Draft(Verdict.EDIT, raid.id, "ben", stamp(2), "", "status", ("disputed",))).decision
    ledger.review.undo(undone.id, "ben", stamp(3), "no")
    decide(Draft(Verdict.EDIT, secret.id, "ann", stamp(4), "the informant was sure", "killed", ("12",)))
    decide(Draft(Verdict.NOTE, ledger.event(raid.id).event.id, "ann", stamp(5), "", None, ("seen the place",)))


def stamp(second: int) -> str:
    """Return a moment of the day on which people decided."""
    return f"2031-06-02T09:00:0{second}.000000+00:00"


def restrict(ledger: Ledger) -> None:
    """Mark the newer wording of the page and the record of the archive."""
    for name, how in (("page1.html", Mark.AMBER), ("record.txt", Mark.RED)):
        ledger.marks.mark(name, how, "ann", WHEN)
