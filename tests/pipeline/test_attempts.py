import pytest

from rashomon.model.errors import UnreadableSourceError
from rashomon.pipeline.attempts import attempt


def test_what_a_step_makes_comes_back():
    assert attempt(len, "four").made == 4
    assert attempt(len, "four").reason == ""


def test_an_error_becomes_one_line_with_its_kind():
    tried = attempt(int, "four\nfive")

    assert tried.made is None
    assert tried.reason.startswith("ValueError: ")
    assert "\n" not in tried.reason


def test_a_source_error_says_its_reason_alone():
    def refuse(source):
        raise UnreadableSourceError(source, "it is empty")

    assert attempt(refuse, "page.txt").reason == "it is empty"


@pytest.mark.parametrize("size", [10, 10_000])
def test_a_reason_is_never_long(size):
    def shout(text):
        raise RuntimeError(text * size)

    assert len(attempt(shout, "no ").reason) <= 500
