"""Words of roles and their sectors."""

import pytest

from rashomon.linking.actors.sectors import is_former, is_somebody, role_sectors


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("deputy minister of defence", ("GOV", "MIL")),
        ("health ministry", ("GOV", "HLH")),
        ("state news agency", ("GOV", "JRN")),
        ("finance minister", ("GOV",)),
        ("ousted prime minister", ("ELI",)),
        ("a retired colonel", ("MIL",)),
        ("coast guard vessels", ("MIL",)),
        ("riot police", ("COP",)),
        ("intelligence chief", ("SPY",)),
        ("paramilitary group", ("PRM",)),
        ("separatist fighters", ("REB",)),
        ("cattle thieves", ("CRM",)),
        ("drug cartel gunmen", ("CRM",)),
        ("opposition leader", ("OPP",)),
        ("ruling party", ("PTY",)),
        ("appeals court judges", ("JUD",)),
        ("a lawyer", ("JUD",)),
        ("bus drivers", ("CVL",)),
        ("displaced families", ("REF",)),
        ("a Sufi preacher", ("REL",)),
        ("Hindus", ("HIN",)),
        ("trade union", ("LAB",)),
        ("paramedics", ("MED",)),
        ("breakaway region", ("PRE",)),
        ("a grey stone", ()),
        ("", ()),
    ],
)
def test_role_words_have_sectors(text: str, sectors: tuple[str, ...]) -> None:
    assert role_sectors(text) == sectors


@pytest.mark.parametrize(
    ("words", "somebody"), [(["he"], True), (["group", "of", "men"], True), (["farmers"], False), ([], False)]
)
def test_some_words_mean_somebody_and_no_more(words: list[str], somebody: bool) -> None:
    assert is_somebody(words) is somebody


def test_former_is_said_by_a_word() -> None:
    assert is_former(["the", "former", "governor"])
    assert not is_former(["the", "governor"])
