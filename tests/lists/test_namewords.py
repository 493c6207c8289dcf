import pytest

from rashomon.lists.namewords import WEAK_FORM, load_name_words

WORDS = load_name_words()


@pytest.mark.parametrize(
    ("form", "family"),
    [
        ("gmbh", "limited"),
        ("limited liability company", "limited"),
        ("ооо", None),
        ("ooo", "limited"),
        ("joint stock company", "stock"),
        ("lp", "partnership"),
        ("stiftung", "association"),
        ("corporation", WEAK_FORM),
        ("battalion", None),
    ],
)
def test_legal_forms_have_families(form, family):
    assert WORDS.forms.get(form) == family


@pytest.mark.parametrize(("one", "other"), [("mohammed", "muhammad"), ("yusuf", "youssef"), ("gaddafi", "qadhafi"), ("li", "ri")])
def test_spellings_of_one_name_share_a_group(one, other):
    assert WORDS.spellings[one] & WORDS.spellings[other]


def test_other_names_share_none():
    assert not WORDS.spellings["mohammed"] & WORDS.spellings["ahmed"]
    assert not WORDS.nicknames["bill"] & WORDS.nicknames["bob"]


def test_nicknames_may_stand_for_several_names():
    assert WORDS.nicknames["ted"] & WORDS.nicknames["theodore"]
    assert WORDS.nicknames["ted"] & WORDS.nicknames["edward"]


def test_every_spelling_of_a_common_name_is_common():
    assert {"mohammed", "mehmet", "hussain"} <= WORDS.common
    assert "zawahiri" not in WORDS.common


def test_generations_and_abbreviations_have_one_form():
    assert WORDS.generations["junior"] == WORDS.generations["jr"]
    assert WORDS.abbreviations["intl"] == "international"
    assert {"sheikh", "mullah", "dr"} <= WORDS.honorifics
    assert "brigade" in WORDS.generic
