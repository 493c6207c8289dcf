import pytest

from benchmarks.joined import joined


@pytest.mark.parametrize(
    ("given", "page"),
    [
        ("The pro - Oru force , he said .", "The pro-Oru force, he said."),
        ("1 , 500 men ( two dead )", "1,500 men (two dead)"),
        ("the group ’ s U.S. - made guns", "the group’s U.S.-made guns"),
        ("“ Go ! ” he said", "“Go!” he said"),
    ],
)
def test_a_text_reads_as_a_page_prints_it(given, page):
    assert joined(given).text == page


def test_offsets_lead_back_to_the_text_as_given():
    given = "The pro - Oru force left ."
    page = joined(given)
    start = page.text.index("pro-Oru")

    assert given[slice(*page.original(start, start + len("pro-Oru")))] == "pro - Oru"
