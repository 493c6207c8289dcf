"""Names that are one and names that are two, of well-known and of invented bearers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.linking.names.comparing import ONE_AT, compare_names, load_weights
from rashomon.linking.names.features import FEATURES
from rashomon.linking.names.kinds import NameKind
from rashomon.text.wordlist import words

P, B, C, V = NameKind.PERSON, NameKind.ORGANISATION, NameKind.COMPANY, NameKind.VESSEL
NAMES = st.lists(
    st.sampled_from(words("Omar al Hadi bin Mohammed Orlik O. Лавров قاسم Jr 47 GmbH Abd Abdul 김정은")), max_size=5
).map(" ".join)


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("Hassan Nasrallah", "حسن نصر الله"),
        ("Qassem Soleimani", "قاسم سليماني"),
        ("Ayman al-Zawahiri", "أيمن الظواهري"),
        ("Abu Bakr al-Baghdadi", "أبو بكر البغدادي"),
        ("Muammar Gaddafi", "معمر القذافي"),
        ("Yahya Sinwar", "يحيى السنوار"),
        ("Ismail Haniyeh", "إسماعيل هنية"),
        ("Moqtada al-Sadr", "مقتدى الصدر"),
        ("Ali Khamenei", "علی خامنه‌ای"),
        ("Ebrahim Raisi", "ابراهیم رئیسی"),
        ("Mohammad Javad Zarif", "محمدجواد ظریف"),
        ("Mohammad Ali Jafari", "محمدعلی جعفری"),
        ("Vladimir Putin", "Владимир Путин"),
        ("Volodymyr Zelenskyy", "Володимир Зеленський"),
        ("Yevgeny Prigozhin", "Евгений Пригожин"),
        ("Benjamin Netanyahu", "בנימין נתניהו"),
        ("Xi Jinping", "习近平"),
        ("Kim Jong Un", "김정은"),
        ("Shinzo Abe", "アベ シンゾウ"),
        ("Alexis Tsipras", "Αλέξης Τσίπρας"),
        ("Narendra Modi", "नरेन्द्र मोदी"),
        ("Abiy Ahmed", "ዐቢይ አሕመድ"),
    ],
)
def test_a_person_s_name_matches_its_transliteration(latin, written):
    assert compare_names(latin, written, P).score > 0.7


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("Kata'ib Hezbollah", "كتائب حزب الله"),
        ("Asa'ib Ahl al-Haq", "عصائب أهل الحق"),
        ("Harakat al-Nujaba", "حركة النجباء"),
        ("Ansar al-Sharia", "أنصار الشريعة"),
        ("Liwa Fatemiyoun", "لواء فاطميون"),
        ("Boko Haram", "بوكو حرام"),
        ("Jabhat al-Nusra", "Джебхат ан-Нусра"),
    ],
)
def test_a_group_s_name_matches_its_transliteration(latin, written):
    assert compare_names(latin, written, B).score > 0.7


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (P, "Abd al-Rahman al-Rashid", "Abdulrahman Al Rashed"),
        (P, "HASHMAT, Nadir", "Nadir Hashmat"),
        (P, "Gen. Nadir Hashmat", "Nadir Hashmat"),
        (P, "Nadir Hahsmat", "Nadir Hashmat"),
        (P, "N. Hashmat", "Nadir Hashmat"),
        (P, "Bill Orlik", "William Orlik"),
        (P, "Nadir Omar Hashmat", "Nadir Hashmat"),
        (B, "Ministry of Defence", "Ministry of Defense"),
        (B, "Salt People's Army", "SPA"),
        (B, "al-Shabaab", "Al Shabab"),
        (C, "Orlik Aktiengesellschaft", "ORLIK AG"),
        (C, "ООО «Орлик Груп»", "Orlik Group"),
        (C, "Good Harbour Trading", "Goodharbour Trading"),
        (V, "MV Sable Star", "SABLE STAR"),
    ],
)
def test_one_name_written_in_two_ways(kind, one, other):
    assert compare_names(one, other, kind).score > ONE_AT


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (P, "Hassan Nasrallah", "Hassan Rouhani"),
        (P, "Akhmad Kadyrov", "Рамзан Кадыров"),
        (P, "Kim Jong Il", "김정은"),
        (P, "Abu Mustafa al-Iraqi", "Abu Mustafa al-Masri"),
        (P, "Omar bin Nadir al-Orlik", "Nadir bin Omar al-Orlik"),
        (P, "Omar Hashmat Jr", "Omar Hashmat Sr"),
        (P, "M. Hashmat", "Nadir Hashmat"),
        (P, "N. H.", "Nadir Hashmat"),
        (B, "Kata'ib Hezbollah", "Hezbollah"),
        (B, "Hezb-e Islami", "Hezbollah"),
        (B, "Islamic State", "Islamic Front"),
        (B, "47th Brigade", "48th Brigade"),
        (B, "47th Brigade", "Brigade"),
        (B, "Liwa Fatemiyoun", "Liwa Zainebiyoun"),
        (B, "Iraqi army", "Syrian army"),
        (B, "ONLF", "UNLF"),
        (B, "Moro National Liberation Front", "Moro Islamic Liberation Front"),
        (B, "Jaysh al-Thuwar", "جیش العدل"),
        (C, "Orlik Bank AG", "Orlik Bank GmbH"),
        (C, "Bank of Chad", "Bank of China"),
        (V, "Sable Star", "Sable Queen"),
    ],
)
def test_two_names_that_are_near(kind, one, other):
    assert compare_names(one, other, kind).score < ONE_AT


def test_the_reasons_say_what_counted_and_how_much():
    weighed = compare_names("Nadir Hahsmat", "Nadir Orlik Hashmat", P)
    reasons = {reason.feature: reason for reason in weighed.reasons}
    assert reasons["surplus"].text == "only one has 'orlik'"
    assert reasons["agreement"].score > 0 > reasons["misspelt"].score


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, st.sampled_from(NameKind))
def test_the_order_of_the_two_makes_no_difference(one, other, kind):
    assert compare_names(one, other, kind) == compare_names(other, one, kind)
    assert 0 <= compare_names(one, other, kind).score <= 1


def test_a_name_without_letters_is_nobody_s():
    assert compare_names("?", "?", P).score == 0


def test_every_kind_has_a_weight_for_every_feature_that_is_shipped():
    names = {feature.__name__ for feature in FEATURES}
    for kind in NameKind:
        assert load_weights()[kind].features.keys() == names
        assert any(load_weights()[kind].features.values())
