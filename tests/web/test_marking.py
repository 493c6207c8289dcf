import pytest
from hypothesis import given
from hypothesis import strategies as st
from imagined_ledger import ARABIC, HERALD, STATE, article_view

from rashomon.store.views import Mark
from rashomon.web.marking import GROUPS, ORDER, all_marks, legend, segments


def mark(start: int, end: int, kind: str = "actor", target: str | None = None) -> Mark:
    return Mark(start, end, kind, f"{kind} {start}-{end}", target)


MARKS = st.lists(
    st.builds(
        mark,
        st.integers(-3, 45),
        st.integers(-3, 45),
        st.sampled_from(["actor", "date", "claim"]),
        st.sampled_from([None, "act-1"]),
    ),
    max_size=12,
)


@given(st.text(max_size=40), MARKS)
def test_joined_segments_are_the_text(text: str, marks: list[Mark]) -> None:
    made = segments(text, marks)

    assert "".join(one.text for one in made) == text
    assert all(text[one.start : one.start + len(one.text)] == one.text and one.text for one in made)


@given(st.text(min_size=1, max_size=40), MARKS)
def test_every_character_is_covered_by_exactly_its_marks(text: str, marks: list[Mark]) -> None:
    for one in segments(text, marks):
        for at in range(one.start, one.start + len(one.text)):
            assert {m.label for m in one.marks} == {m.label for m in marks if m.start <= at < m.end}


@given(st.text(min_size=1, max_size=40), MARKS)
def test_a_segment_opens_where_a_mark_starts(text: str, marks: list[Mark]) -> None:
    starts = {max(m.start, 0) for m in marks if max(m.start, 0) < min(m.end, len(text))}

    assert {one.start for one in segments(text, marks) if one.opens} == starts


def test_crossing_marks_share_their_common_stretch() -> None:
    made = segments("one two three", [mark(0, 7, "event"), mark(4, 13, "date")])

    assert [(one.text, one.groups) for one in made] == [("one ", ("event",)), ("two", ("when", "event")), (" three", ("when",))]


@pytest.mark.parametrize(
    ("marks", "target"),
    [
        ([mark(0, 9, target="evt-1"), mark(2, 5, target="act-1")], "act-1"),
        ([mark(0, 9, target="evt-1"), mark(2, 5)], "evt-1"),
        ([mark(0, 9), mark(2, 5)], None),
    ],
)
def test_the_shortest_mark_decides_what_is_opened(marks: list[Mark], target: str | None) -> None:
    (inner,) = [one for one in segments("012345678", marks) if one.start == 2]

    assert (inner.link.href_id if inner.link else None) == target


def test_white_space_opens_nothing() -> None:
    assert [one.link is None for one in segments("a b", [mark(0, 3, target="act-1"), mark(0, 1), mark(2, 3)])] == [
        False,
        True,
        False,
    ]


def test_a_label_is_said_once() -> None:
    made = segments("abc", [Mark(0, 3, "actor", "Front"), Mark(0, 2, "claim", "Front"), Mark(0, 1, "date", "")])

    assert made[0].label == "Front"


def test_a_thousand_marks_take_little_time() -> None:
    marks = [mark(n * 5, n * 5 + 12) for n in range(4000)]

    assert len(segments("x" * 20_100, marks)) > 4000


def test_captions_and_unread_stretches_are_marked_too() -> None:
    assert ("aside", 1) in legend(all_marks(article_view(HERALD)))
    assert legend(all_marks(article_view(STATE))) == (("unread", 1),)
    assert legend(all_marks(article_view(ARABIC), Mark(0, 3, "here", ""))) == (("here", 1),)


def test_every_group_has_a_place_in_the_legend() -> None:
    assert set(GROUPS.values()) | {"other"} == set(ORDER)
    assert legend([mark(0, 1, "never heard of")]) == (("other", 1),)
