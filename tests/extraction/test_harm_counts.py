import pytest

from rashomon.extraction.harm import harms_in
from rashomon.extraction.harm_counts import is_total, spares_all, tally
from rashomon.extraction.harm_cues import Effect
from rashomon.extraction.numbers import find_numbers


def _harms(text):
    return harms_in(text, (0, len(text)), find_numbers(text, (0, len(text))))


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A man was shot dead.", "1"),
        ("The blast killed up to 40 people.", "..40"),
        ("A village head and his two sons were killed.", "3"),
        ("Two Oru soldiers and three Esti soldiers were killed.", "5"),
        ("A man with head injuries was killed.", "1"),
        ("Militants killed two brothers and their father.", "3"),
        ("At least two guards and a clerk were killed.", "3.."),
        ("Dozens of soldiers and militia members were killed.", "24.."),
        ("A woman was found dead; the body of a woman lay there.", "1"),
        ("Ann Belmar and Jo Tarn were killed.", "2"),
        ("They were killed.", "1.."),
        ("Four gang members and a police officer died in a gun battle.", "5"),
        ("In the clash four soldiers and one policeman died.", "5"),
        ("Jets bombed it, killing eleven people, five of them children.", "11"),
        ("Gunmen shot dead 12 villagers, four of whom were women.", "12"),
        ("Gunmen came, killing eleven farmers, a local chief, Jo Tarn, said by telephone.", "11"),
        ("Seven Esti People's Army rebels were killed.", "7"),
        ("Seven rebels, among them a commander known as Jo Tarn, were killed.", "7"),
        ("A battle in which four Tolos were killed.", "4"),
        ("They shot down six Orus.", "None"),
        ("They beheaded four Christians.", "4"),
        ("The clerk was wounded.", "None"),
        ("The three men and the six women were killed.", "9"),
        ("Nineteen civilians, among them six children and two women, were killed.", "19"),
        ("A private of the Esti armed forces, Jo Tarn, was shot dead.", "1"),
    ],
)
def test_nobody_is_counted_twice(text, killed):
    assert str(tally(text, _harms(text), Effect.KILLED)) == killed


def test_only_words_about_everybody_spare_all():
    assert spares_all(_harms("There were no casualties."))
    assert not spares_all(_harms("The clerk was not hurt."))


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Four more died, bringing the death toll to 23.", True),
        ("Two more died, taking the toll in Friday's roadside bombing in Mirsa to 23.", True),
        ("The number of dead has risen to at least 23.", True),
        ("The blast killed 23.", False),
        ("The toll road to Mirsa was shut after 23.", False),
    ],
)
def test_a_total_sums_up_all_there_were(text, total):
    assert is_total(text, text.index("23")) == total
