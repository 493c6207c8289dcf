import numpy as np
import pytest

from rashomon.extraction.trained.hints import COLUMNS, OFFSETS, ROWS, PairHints, columns
from rashomon.extraction.trained.labels import EVENTS, MENTIONS, PAIRS
from rashomon.model.reading import Account, Claim, Filler, Mention, Reading, Tie
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind, NumberKind, Relation, Role, Stance, Status

TEXT = "Gunmen of the Ash Front killed two guards in Tell Saba, police said."
ORDER = list(COLUMNS)


def span(words):
    start = TEXT.index(words)
    return EvidenceSpan("art-1", start, start + len(words))


def pieces():
    found, at = [], 0
    for word in TEXT.replace(",", " ,").replace(".", " .").split():
        at = TEXT.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found


READING = Reading(
    "art-1",
    "rules",
    mentions=(
        Mention(span("Ash Front"), MentionKind.GROUP, "Ash Front", key="ash", named=True),
        Mention(span("Gunmen"), MentionKind.PERSON, "Gunmen", key="ash"),
        Mention(span("two"), MentionKind.NUMBER, "two", number_kind=NumberKind.KILLED),
        Mention(span("guards"), MentionKind.CIVILIANS, "guards", key="guards"),
    ),
    accounts=(
        Account(
            EventType.KILLING,
            Status.ALLEGED,
            span("killed"),
            span(TEXT),
            fillers=(Filler(Role.AGENT, "ash", span("Gunmen")),),
            killed_span=span("two"),
        ),
    ),
    claims=(Claim("police", Stance.ASSERTS, span(TEXT[:55].rstrip(", ")), span("police"), span("said")),),
    ties=(Tie("ash", Relation.PART_OF, "guards", span(TEXT)),),
)


def column(name, reading=READING):
    found = columns(reading, pieces(), [0] * len(pieces()))
    return [int(row) for row in found[:, ORDER.index(name)] - OFFSETS[ORDER.index(name)]]


def test_columns_begin_and_go_on_with_a_label():
    group = MENTIONS.index("GROUP")

    found = column("mention")

    words = [TEXT[a:b] for a, b in pieces()]
    assert found[words.index("Ash")] == 1 + 2 * group
    assert found[words.index("Front")] == 2 + 2 * group
    assert found[words.index("Tell")] == 0


def test_a_trigger_carries_its_type_and_status():
    words = [TEXT[a:b] for a, b in pieces()]

    assert column("trigger")[words.index("killed")] == 1 + 2 * EVENTS.index("killing")
    assert sum(column("status")) > 0


def test_without_a_reading_only_the_shapes_speak():
    found = columns(None, pieces(), [1] * len(pieces()))

    assert set(found[:, 0] - OFFSETS[0]) == {2}
    assert all(set(found[:, n] - OFFSETS[n]) == {0} for n in range(1, len(ORDER)))


def test_every_row_lies_in_the_table():
    found = columns(READING, pieces(), [4] * len(pieces()))

    assert found.min() >= 0
    assert found.max() < ROWS


def test_columns_share_no_row():
    ends = [offset + COLUMNS[name] for name, offset in zip(ORDER, OFFSETS, strict=True)]

    assert all(end < offset for end, offset in zip(ends, OFFSETS[1:], strict=False))


@pytest.mark.parametrize(
    ("head", "left", "right", "label"),
    [
        ("role", "killed", "Gunmen", PAIRS["role"].index("agent")),
        ("role", "killed", "two", PAIRS["role"].index("killed")),
        ("role", "killed", "guards", 0),
        ("source", "said", "police", 1),
        ("content", "said", TEXT[:55].rstrip(", "), 1),
        ("coreference", "Gunmen", "Ash Front", 1),
        ("tie", "Ash Front", "guards", PAIRS["tie"].index("part_of")),
        ("tie", "guards", "Ash Front", 0),
    ],
)
def test_pairs_are_hinted_as_the_rules_read_them(head, left, right, label):
    ones, others = ([(span(words).start, span(words).end)] for words in (left, right))

    assert PairHints(READING, TEXT).of(head, ones, others).tolist() == [[label]]


def test_equal_words_and_equal_last_words_hint_at_one_entity():
    text = "the Ash Front; the front; the Ash Front"
    spans = [(0, 13), (15, 24), (26, 39)]

    found = PairHints(None, text).of("coreference", spans, spans)

    assert found.tolist() == np.array([[2, 3, 2], [3, 2, 3], [2, 3, 2]]).tolist()
