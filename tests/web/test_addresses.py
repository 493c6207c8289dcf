import pytest

from rashomon.store.views import Question
from rashomon.web.addresses import address_of, at_page, narrowed, outside, question_address, words_address

ASKED = Question(text="fuel & fire", type="attack", page=3, size=20)


def test_an_address_says_only_what_narrows() -> None:
    assert question_address(Question()) == "/search"
    assert question_address(ASKED) == "/search?q=fuel+%26+fire&type=attack&page=3&size=20"


def test_a_new_choice_starts_at_the_first_page_and_keeps_the_rest() -> None:
    assert narrowed(ASKED, "month", "2031-06") == "/search?q=fuel+%26+fire&type=attack&month=2031-06&size=20"
    assert narrowed(ASKED, "type", None) == "/search?q=fuel+%26+fire&size=20"
    assert narrowed(ASKED, "text", None) == "/search?type=attack&size=20"
    assert narrowed(Question(), "disputed", value=True) == "/search?disputed=1"


def test_another_page_asks_the_same() -> None:
    assert at_page(ASKED, 4).endswith("page=4&size=20")


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("evt-1", "/events/evt-1"),
        ("acc-1", "/events/acc-1"),
        ("act-a/b", "/actors/act-a%2Fb"),
        ("art-1", "/articles/art-1"),
        ("plc-1", None),
        ("top-1", "/topics/top-1"),
        ("", None),
    ],
)
def test_what_has_a_page_has_an_address(target: str, address: str | None) -> None:
    assert address_of(target) == address


def test_words_have_an_address_in_their_article() -> None:
    assert words_address("art-1", 12, 30) == "/articles/art-1?at=12-30#c12"


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://a.example/x", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("//a.example", False),
        (None, False),
    ],
)
def test_only_web_addresses_lead_outside(address: str | None, safe: bool) -> None:
    assert (outside(address) == address) is (safe or address is None)
