import pytest

from rashomon.readers.credits import credited

TOLD = "Two convoys met near the bridge."


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["TOLMA (Reuters) - Two convoys met.", TOLD], ("Reuters",)),
        (["KESTRIN, July 3 (AFP/Radio Varna) — Two convoys met.", TOLD], ("AFP", "Radio Varna")),
        ([TOLD, "Source: Radio Varna"], ("Radio Varna",)),
        ([TOLD, "Источник: Интерфакс"], ("Интерфакс",)),
        ([TOLD, "المصدر: رويترز"], ("رويترز",)),
        ([TOLD, "This article was originally published by the Tolma Post on Monday."], ("Tolma Post",)),
        ([TOLD, "With additional reporting by AFP."], ("AFP",)),
        ([TOLD, "Le convoi a été attaqué (avec AFP)"], ("AFP",)),
        ([TOLD, "© 2031 The Associated Press. All rights reserved."], ("The Associated Press",)),
        ([TOLD, "© 2031 Tolma Post. All rights reserved."], ()),
        (["The front (also known as RF) - a militia - met.", TOLD], ()),
        ([TOLD, "A source: nobody knows who was there with them that night, said one."], ()),
    ],
)
def test_whom_a_text_credits(lines, names):
    assert credited(lines) == names


def test_agencies_among_authors_and_declared_origins_are_credited_the_own_name_is_not():
    assert credited([TOLD], ("Lena Ortiz", "AFP"), ("Radio Varna", "Tolma Post"), "Tolma Post") == ("Radio Varna", "AFP")
