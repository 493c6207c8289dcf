import re
from enum import StrEnum
from importlib.resources import files

import pytest

from rashomon.model.errors import ListError
from rashomon.model.words import (
    ActorKind,
    ContradictionKind,
    CopyKind,
    EventType,
    NumberKind,
    Relation,
    RootKind,
    Severity,
    Stance,
    Status,
)
from rashomon.web.addresses import NARROWING
from rashomon.web.catalogue import read_catalogue
from rashomon.web.marking import ORDER

SAY = read_catalogue()
VOCABULARIES = {
    "type": EventType,
    "status_word": Status,
    "status_short": Status,
    "status_help": Status,
    "stance": Stance,
    "relation": Relation,
    "number_kind": NumberKind,
    "actor_kind": ActorKind,
    "copy_kind": CopyKind,
    "root_kind": RootKind,
    "contradiction_kind": ContradictionKind,
    "severity": Severity,
}


@pytest.mark.parametrize("table", VOCABULARIES)
def test_every_code_has_a_word(table: str) -> None:
    codes: type[StrEnum] = VOCABULARIES[table]

    assert [code for code in codes if f"{table}.{code}" not in SAY.texts] == []


def test_every_mark_and_facet_has_a_word() -> None:
    assert [group for group in ORDER if f"mark.{group}" not in SAY.texts] == []
    assert [field for field in NARROWING if f"facet.{field}" not in SAY.texts] == []


def test_every_key_that_a_page_asks_for_exists() -> None:
    room = files("rashomon.web")
    sources = [
        path.read_text("utf-8") for folder in ("", "routes", "templates") for path in (room / folder).iterdir() if path.is_file()
    ]
    asked = {key for source in sources for key in re.findall(r'say\(\s*"([a-z_0-9.]+[a-z0-9])"', source)}

    assert len(asked) > 100
    assert [key for key in sorted(asked) if key not in SAY.texts and f"{key}.other" not in SAY.texts] == []


@pytest.mark.parametrize(("n", "text"), [(0, "0 accounts"), (1, "1 account"), (2, "2 accounts")])
def test_a_number_chooses_its_form(n: int, text: str) -> None:
    assert SAY("n.accounts", n=n) == text


def test_a_code_without_a_word_is_shown_in_words() -> None:
    assert SAY.code("type", "never_heard_of") == "never heard of"


def test_values_are_not_filled_in_twice() -> None:
    assert "{key}" in SAY("error.noun", noun="event", key="{key}")


def test_a_missing_text_is_named() -> None:
    with pytest.raises(ListError, match=r"'nav\.nowhere'"):
        SAY("nav.nowhere")
