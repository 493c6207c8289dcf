import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from local_site import FakeClock, LocalSite

from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind
from rashomon.store.ledger import Ledger

PAGE = """Tag Archives: Velmora

Blast kills four at a bus station in Tarn

A bomb killed four people at a bus station in Tarn on Monday, the provincial governor said. Nobody has claimed it.

Rebels seize the bridge at Oskil

Fighters of the Reed Front took the bridge at Oskil after two days of fighting, residents told the Tarn Herald.
"""


@dataclass
class CountingExtractor:
    """Reads the first word of an article, counts what it read, and breaks where it is told to."""

    version: str = "first-word-1"
    breaks_on: str = "\x00"
    read_ids: list[str] = field(default_factory=list)

    def read(self, article: Article) -> Reading:
        if self.breaks_on in article.text:
            raise RuntimeError(f"broken on {self.breaks_on!r}")
        self.read_ids.append(article.id)
        word = article.text.split()[0]
        span = EvidenceSpan(article.id, 0, len(word))
        return Reading(article.id, self.version, (Mention(span, MentionKind.GROUP, word, "first", word, named=True),))


@pytest.fixture(scope="session")
def new_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty ledger, made once."""
    folder = tmp_path_factory.mktemp("new") / "ledger"
    Ledger.create(folder).close()
    return folder


@pytest.fixture
def ledger(new_ledger: Path, tmp_path: Path) -> Iterator[Ledger]:
    shutil.copytree(new_ledger, tmp_path / "ledger")
    with Ledger.open(tmp_path / "ledger") as opened:
        yield opened


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "velmora.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def extractor() -> CountingExtractor:
    return CountingExtractor()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite() as made:
        yield made
