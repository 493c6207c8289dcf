from itertools import islice

import pytest

from benchmarks import attribution
from benchmarks.attribution import further
from rashomon.extraction.speech_shapes import Saying
from rashomon.model.reading import OUTLET_KEY, Claim, Reading
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import Stance

TEXT = "The harbour master said that two boats had sunk. The crews, he added, were safe."


class Silent:
    version = "silent"

    def read(self, article):
        return Reading(article.id, self.version)


def at(words: str) -> EvidenceSpan:
    start = TEXT.index(words)
    return EvidenceSpan("a", start, start + len(words))


def claim(source: str, cue: str, content: str) -> Claim:
    return Claim(source, Stance.ASSERTS, at(content), at("The harbour master"), at(cue))


@pytest.fixture
def silent(monkeypatch):
    monkeypatch.delenv(attribution.VARIANT, raising=False)
    monkeypatch.setattr(attribution, "extractor", Silent)


@pytest.mark.usefixtures("silent")
def test_a_record_gives_spans_for_every_role():
    (made,) = attribution.predict([{"id": "one", "text": TEXT, "publisher": "Orun Post", "date": "2020-01-01"}])
    first = made["relations"][0]

    assert made["id"] == "one"
    words = {role: [TEXT[a:b] for a, b in spans] for role, spans in first.items()}
    assert words == {"source": ["The harbour master"], "cue": ["said"], "content": ["that two boats had sunk"]}


@pytest.mark.usefixtures("silent")
def test_records_are_read_one_after_the_other():
    endless = ({"id": n, "text": TEXT} for n in range(10**9))

    assert [row["id"] for row in islice(attribution.predict(endless), 2)] == [0, 1]


def test_a_claim_is_added_only_where_nothing_is_known():
    known = [Saying((0, 18), (19, 23), ((24, 47),), "clause", "said")]
    claims = [claim("m", "said", "two boats had sunk"), claim("m", "added", "were safe"), claim(OUTLET_KEY, "added", "were safe")]

    assert list(further(claims, known)) == [claims[1]]
