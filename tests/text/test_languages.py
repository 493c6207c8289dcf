import pytest

from rashomon.text.languages import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said on Sunday that four soldiers had been killed near the bridge.", "en"),
        ("L’armée a déclaré dimanche que quatre soldats avaient été tués près du pont.", "fr"),
        ("قال الجيش يوم الأحد إن أربعة جنود قتلوا قرب الجسر في هجوم شنه مسلحون على قافلة", "ar"),
        ("Too short to say.", None),
        ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25", None),
    ],
)
def test_the_language_of_a_text(text, language):
    assert detect(text) == language
