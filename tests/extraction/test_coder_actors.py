"""Country and sector of noun phrases."""

import pytest

from rashomon.extraction.clauses import passage
from rashomon.extraction.coder_actors import Identities, Identity, iso3
from rashomon.extraction.coder_phrases import Chunk
from rashomon.extraction.mentions import mentions
from shipped import shipped_lexicon


@pytest.fixture(scope="module")
def lexicon():
    return shipped_lexicon()


@pytest.fixture
def read(lexicon, article_of):
    """A phrase as a whole, in a sentence of its own."""

    def make(phrase):
        article = article_of(f"And {phrase} waited.")
        sentence = passage(article, mentions(article, lexicon)).sentences[0]
        return sentence, Chunk(1, len(sentence.words) - 2)

    return make


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("the Kenyan president", "KENGOV"),
        ("Ugandan opposition leaders", "UGAOPP"),
        ("former Greek ministers", "GRCELI"),
        ("the United Nations", "IGO"),
        ("the European Union's foreign ministers", "IGOGOV"),
        ("Syrian-backed militiamen", "REB"),
        ("the German-led forces", "DEUMIL"),
        ("Nigerians", "NGACVL"),
        ("Colombian police chiefs", "COLCOP"),
        ("the secretary-general of NATO", "IGOGOV"),
        ("Darfur rebels", "SDNREB"),
        ("a supreme court in Brazil", "BRAJUD"),
    ],
)
def test_a_phrase_has_a_country_and_a_sector(lexicon, read, phrase, code):
    assert Identities(lexicon).identity(*read(phrase)).code == code


@pytest.mark.parametrize(
    ("phrase", "part"),
    [
        ("Turkish farmers", "turkish farmers"),
        ("Turkey's efforts", "turkey"),
        ("US mediation", "us"),
        ("economic sanctions", None),
    ],
)
def test_the_words_that_name_somebody_are_found(lexicon, read, phrase, part):
    sentence, chunk = read(phrase)
    found = Identities(lexicon).actor_part(sentence, chunk)

    assert (" ".join(sentence.words[found.first : found.last]) if found else None) == part


def test_a_capital_alone_is_known_as_one(lexicon, read):
    assert Identities(lexicon).is_capital(*read("Ankara"))
    assert not Identities(lexicon).is_capital(*read("Ankara residents"))


def test_nothing_known_is_written_as_three_dashes():
    assert Identity(None, None).code == "---"
    assert iso3(None) is None
