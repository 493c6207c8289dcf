import pytest

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers.json_stream import streamed


@pytest.mark.parametrize(
    ("content", "values"),
    [
        (b'{"a": 1, "b": [1, {"c": [2]}, [3, [4]]]}', [("a", 1), ("b", 1), ("b", {"c": [2]}), ("b", [3, [4]])]),
        (b'{"d": {"e": [1]}, "f": [], "g": "x"}', [("d", {"e": [1]}), ("g", "x")]),
        (b'\xef\xbb\xbf[1, {"a": [1]}, [2]]', [("", 1), ("", {"a": [1]}), ("", [2])]),
        (b"[]", []),
    ],
)
def test_values_come_one_by_one_with_their_keys(content, values):
    assert list(streamed(content, "x")) == values


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"a": [1,', "broken JSON after 1 values"),
        (b"[1," * 100, "nested deeper"),
        (b'[1, "\xc0\xaf"]', "broken JSON after 1 values: 'utf-8'"),
    ],
)
def test_what_stood_before_a_break_was_given(content, reason):
    found = streamed(content, "x")
    assert next(found)[1] == 1
    with pytest.raises(UnreadableSourceError, match=reason):
        list(found)
