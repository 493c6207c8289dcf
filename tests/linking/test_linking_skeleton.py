"""The consonants under which the transliterations of a name meet."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.skeleton import PARTICLES, SHORTEST, plain_name, skeleton, sound_key

NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyz '-бвгдезкхшщюя سليماقب", min_size=1, max_size=24)


@pytest.mark.parametrize(
    ("one", "other", "consonants"),
    [
        ("Yusuf Karimov", "Юсуф Каримов", "sf krmv"),
        ("Vladimir Shcherbakov", "Владимир Щербаков", "vldmr srbkv"),
        ("Zhanna Chuikova", "Жанна Чуйкова", "zn skv"),
        ("Abd al-Rahman al-Baghdadi", "عبد الرحمن البغدادي", "bd rmn bgd"),
        ("Hasan Nasrallah", "حسن نصرالله", "sn nsrl"),
        ("Golnaz Chamran", "گلناز چمران", "glnz smrn"),
        ("Chérif Ould Bachir", "Cherif Ould Bashir", "srf ld bsr"),
        ("Thamer Ghannouchi", "Tamer Gannushi", "tmr gns"),
        ("Jack Dhabir", "Djak Dabir", "jk dbr"),
        ("Parviz Xalq", "Barviz Kalq", "brvz klk"),
    ],
)
def test_transliterations_meet_in_their_consonants(one, other, consonants):
    assert (skeleton(one), skeleton(other)) == (consonants, consonants)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qasem Karimi", "قاسم کریمی"),
        ("Fatima Zahra", "فاطمة زهرا"),
        ("Mustafa Nasser", "مصطفى ناصر"),
        ("Zhaleh Panahi", "ژاله پناهی"),
    ],
)
def test_persian_letters_and_arabic_word_ends_are_read_too(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Omar Haddad", "Amir Khalid"),
        ("Tariq Mansur", "Mansur Tariq"),
        ("Viktor Belov", "Viktor Belkin"),
        ("Salim", "Salim Nadir"),
    ],
)
def test_other_consonants_other_order_or_more_parts_do_not_meet(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize("particle", sorted(PARTICLES - {"ال"}))
def test_a_particle_counts_for_nothing(particle):
    assert skeleton(f"Nadir {particle} Hashmat") == skeleton(f"Nadir {particle.upper()} Hashmat") == skeleton("Nadir Hashmat")


def test_an_arabic_article_is_taken_off_a_word_but_never_leaves_it_bare():
    assert skeleton("البغدادي الكرخ") == skeleton("بغدادي كرخ")
    assert plain_name("الم") == "الم"


@pytest.mark.parametrize(("name", "found"), [("Ali", ""), ("Nur", ""), ("Emre", ""), ("Karim", "krm"), ("Ali Karim", "l krm")])
def test_fewer_than_three_consonants_say_nothing(name, found):
    assert skeleton(name) == found
    assert not found or len(found.replace(" ", "")) >= SHORTEST


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Jabhat al-Nusra", "jabhat nusra"),
        ("Ahmad ibn Saïd", "ahmad said"),
        ("O’Neill", "oneil"),
        ("Коммуна", "комуна"),
        ("the", ""),
        ("«Wagner»", "wagner"),
        ("Brigade 313", "brigade 313"),
    ],
)
def test_a_plain_name_keeps_vowels_and_order(name, plain):
    assert plain_name(name) == plain


@pytest.mark.parametrize(("name", "key"), [("Hasan Nasrallah", "sn nsrl"), ("Ali", "ali"), ("al-Aya", "aya"), ("...", "")])
def test_a_sound_key_falls_back_on_the_plain_name(name, key):
    assert sound_key(name) == key


@given(NAMES)
def test_case_quotes_and_composition_of_letters_do_not_matter(name):
    assert skeleton(name.upper()) == skeleton(name)
    assert skeleton(name.replace("'", "’")) == skeleton(name)
    assert skeleton(unicodedata.normalize("NFD", name)) == skeleton(unicodedata.normalize("NFC", name))


@given(NAMES)
def test_a_skeleton_has_no_latin_vowels_no_doubles_and_no_loose_spaces(name):
    found = skeleton(name)
    assert not set(found) & set("aeiouywhqcxp")
    assert found == " ".join(found.split())
    assert all(one != other for part in found.split() for one, other in pairwise(part))


@given(NAMES)
def test_a_plain_name_is_its_own_plain_name_unless_a_particle_comes_to_light(name):
    plain = plain_name(name)
    assert plain_name(plain) == " ".join(part for part in plain.split() if part not in PARTICLES)
