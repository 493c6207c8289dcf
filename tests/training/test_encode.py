import re
from types import SimpleNamespace

import pytest

from rashomon.extraction.trained.labels import CLASSES, PAIRS, tags
from training.corpus import documents
from training.encode import Encoder, Marked


class Words:
    """A tokenizer whose pieces are words."""

    def encode(self, text, *, add_special_tokens):
        assert not add_special_tokens
        offsets = [found.span() for found in re.finditer(r"\w+|[^\w\s]", text)]
        return SimpleNamespace(ids=list(range(len(offsets))), offsets=offsets)


@pytest.fixture(scope="module")
def record():
    return next(r for r in documents() if r["events"] and r["claims"] and len(r["text"]) > 900)


def spans_of(record, tag):
    return [s for s in record["spans"] if s["tag"] == tag]


def test_every_outermost_trigger_begins_once(record):
    (window,) = Encoder(Words(), 10_000, 10_000).windows(record, None)
    begins = [n for n, name in enumerate(tags("trigger")) if name.startswith("B-")]

    assert sum(tag in begins for tag in window.heads["trigger"]) == len(spans_of(record, "v"))
    assert sum(status >= 0 for status in window.classes["status"]) >= len(spans_of(record, "v"))


def test_short_windows_cover_all_pieces_and_overlap(record):
    (whole,) = Encoder(Words(), 10_000, 10_000).windows(record, None)

    cut = Encoder(Words(), 60, 40).windows(record, None)

    assert sorted({piece for window in cut for piece in window.pieces}) == whole.pieces
    assert all(len(window.pieces) <= 60 for window in cut)
    assert all(len(window.hints) == len(window.pieces) for window in cut)


def test_pairs_carry_the_roles_of_the_event_lines(record):
    (window,) = Encoder(Words(), 10_000, 10_000).windows(record, None)
    roles = {PAIRS["role"][label] for label in window.pairs["role"].gold.flat if label}
    told = {role for event in record["events"] for role in event}

    assert roles <= told
    assert roles


def test_a_mention_is_the_same_as_others_of_its_key_but_not_as_itself(record):
    (window,) = Encoder(Words(), 10_000, 10_000).windows(record, None)
    gold = window.pairs["coreference"].gold

    assert (gold == gold.T).all()
    assert not gold.diagonal().any()
    assert gold.any()


def test_a_marked_text_has_its_own_heads_alone():
    text = "rebels of the ash front burned a bus"
    spans = [("part", (0, 6), "perp_individual", {"incident": "arson", "effect": "-"}), ("part", (31, 36), "phys_id", {})]

    (window,) = Encoder(Words(), 100, 100).marked(Marked(text, spans, ("part",), cased=False))

    assert set(window.heads) == {"part"}
    assert window.heads["part"][0] == tags("part").index("B-perp_individual")
    assert window.classes["incident"][0] == CLASSES["incident"][1].index("arson")
    assert window.classes["incident"][1] == -100
    assert not window.pairs
