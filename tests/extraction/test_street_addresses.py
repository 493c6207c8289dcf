import pytest

from rashomon.extraction.addresses import Exactness, addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the 300 block of Tarn Road on Monday", [("300 block of Tarn Road", Exactness.BLOCK)]),
        ("at 419 Mill Lane", [("419 Mill Lane", Exactness.HOUSE)]),
        ("on Tarn Avenue near 61st Street", [("Tarn Avenue near 61st Street", Exactness.CORNER)]),
        ("at the corner of Tarn and Mill streets", [("Tarn and Mill streets", Exactness.CORNER)]),
        ("on Southwest 16th Avenue", [("Southwest 16th Avenue", Exactness.ROAD)]),
        ("on Interstate 80", [("Interstate 80", Exactness.ROAD)]),
        ("in the 10000 block of Tarn. Police came", [("10000 block of Tarn", Exactness.BLOCK)]),
        ("in the town of Mirsa", []),
    ],
)
def test_addresses_are_found_as_printed(text, expected):
    assert [(text[one.start : one.end], one.exactness) for one in addresses(text)] == expected
