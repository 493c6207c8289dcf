import pytest
from marked_text import marked

from rashomon.extraction.accounts_leaders import is_leader


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("They shot {x|PER|Judge Amina Sule}.", True),
        ("They shot judge {x|PER|Amina Sule}.", True),
        ("They shot the former governor {x|PER|Pau Riera}.", True),
        ("They shot {x|PER|Pau Riera}, the mayor of Alt Serra.", True),
        ("They shot {x|PER|Pau Riera}, secretary and treasurer.", True),
        ("They shot {x|PER|two journalists}.", True),
        ("They shot {x|PER|Pau Riera}.", False),
        ("They shot {x|PER|Pau Riera}, a baker.", False),
        ("They shot {x|PER|Pau Riera} and a judge.", False),
        ("The mayor said they shot {x|PER|Pau Riera}.", False),
        ("They shot {x|PER|Pau Riera}, whose house stood far behind the mayor.", False),
    ],
)
def test_an_office_stands_in_the_name_or_right_beside_it(body, leads):
    sentence = marked(body).passage.sentences[0]

    assert is_leader(sentence, sentence.mentions[0]) is leads


def test_a_name_at_the_end_of_its_sentence_is_read_to_the_end():
    sentence = marked("They feared {x|PER|Imam Duale}").passage.sentences[0]

    assert is_leader(sentence, sentence.mentions[0])
