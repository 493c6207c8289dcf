"""Words that only describe somebody are no name."""

import pytest

from rashomon.linking.actors.nominal import describes, is_bare


@pytest.mark.parametrize(
    "text",
    [
        "a senior commander",
        "Senior commander",
        "A new leader",
        "An ethnic armed group",
        "the Telegram channel",
        "its Telegram channel",
        "Military",
        "two gunmen",
        "local residents",
    ],
)
def test_words_that_describe_name_nobody(text):
    assert describes(text)
    assert is_bare(text)


@pytest.mark.parametrize("text", ["The French foreign minister", "Ukrainian servicemen", "Mali's army", "a US official"])
def test_with_a_country_they_may_name_an_office_or_a_body(text):
    assert describes(text)
    assert not is_bare(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zarqa fighters",
        "Security Council",
        "Western Command",
        "commander Omar Sall",
        "French",
        "al-Noor men",
        "عمر الحاج",
        "",
        "the",
    ],
)
def test_names_are_names(text):
    assert not describes(text)
