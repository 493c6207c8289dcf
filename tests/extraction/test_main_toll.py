import pytest
from marked_text import marked

from rashomon.extraction.main_toll import main_toll


def _toll(text, title=None):
    marks = marked(text, title)
    found = main_toll(marks.article, marks.reading())
    return tuple(None if toll is None else str(toll.value) for toll in (found.killed, found.injured))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was shot dead. The victim, Jo Tarn, died at the scene. Tarn was a baker.", ("1", None)),
        ("A man was shot on Monday. The victim was taken to a hospital.", (None, "1")),
        ("{#other 2|Two} men were shot. {#other 1|One} of them died.", ("1", "1")),
        ("{#killed 3|Three} people were killed and {#injured 12|12} wounded. The wounded were taken away.", ("3", "12")),
        ("A guard was shot dead. Another guard was also shot.", ("1", "1")),
        ("A man killed his wife. Two years ago {#killed 10|ten} people were killed nearby.", ("1", None)),
        ("Shots were fired at the house, but no one was injured.", ("0", "0")),
        ("A man was arrested with a rifle.", (None, None)),
        ("A woman was taken to a hospital with a fever.", (None, None)),
        ("A bomb went off. A woman was taken to a hospital.", (None, "1")),
        ("He is accused of killing a man. His wife was found shot but alive.", ("1", "1")),
    ],
)
def test_one_toll_is_made_of_repeated_tellings(text, expected):
    assert _toll(text) == expected


def test_the_title_counts_too():
    assert _toll("The shots fell at noon.", title="{#killed 2|Two} guards killed in Mirsa") == ("2", None)


def test_a_toll_points_at_its_words():
    marks = marked("It was late. A man was shot dead near the mill.")
    toll = main_toll(marks.article, marks.reading())
    assert toll.killed is not None
    assert marks.words(toll.killed.span) == "A man was shot dead"


def test_an_age_counts_nobody():
    assert _toll("Jo Tarn, {#age 39|39}, was shot dead.") == ("1", None)
