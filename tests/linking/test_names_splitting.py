import pytest

from rashomon.linking.names.splitting import words_of


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Recep Tayyip Erdoğan", ["recep", "tayyip", "erdogan"]),
        ("SergeiLavrov", ["sergei", "lavrov"]),
        ("Ahmad Abd-al-Rahman", ["ahmad", "abd", "al", "rahman"]),
        ("Mu'tassim O’Neill", ["mutassim", "oneill"]),
        ("J. R. Ewing", ["j", "r", "ewing"]),
        ("بشار الأسد", ["bshar", "al", "asd"]),
        ("علی خامنه\u200cای", ["aly", "khamnhay"]),
        ("محمدجواد", ["mhmd", "jwad"]),
        ("امیری", ["amyry"]),
        ("习近平", ["xi", "jin", "ping"]),
        ("弗拉基米尔·普京", ["fulajimier", "pujing"]),
        ("नरेन्द्र मोदी", ["narendra", "modii"]),
        ("لواء ٤٧", ["lwa", "47"]),
        ("...", []),
    ],
)
def test_a_name_is_split_into_words_in_latin_letters(name, texts):
    assert [word.text for word in words_of(name, dotted=False)] == texts


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Orlik S.A.R.L.", ["orlik", "sarl"]),
        ("Orlik A/S", ["orlik", "as"]),
        ("A.B.C. Orlik", ["abc", "orlik"]),
        ("GmbH", ["gmbh"]),
    ],
)
def test_letters_with_dots_or_a_slash_are_one_word_of_an_organisation(name, texts):
    assert [word.text for word in words_of(name, dotted=True)] == texts


def test_a_chinese_character_is_kept_beside_its_reading():
    assert [(word.text, word.written) for word in words_of("高山", dotted=False)] == [("gao", "高"), ("shan", "山")]
