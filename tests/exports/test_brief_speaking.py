"""Who is said to speak: as the cited words name them."""

import pytest
from coded_events import Happening, Said, published

from rashomon.exports.briefs.contract import Ground
from rashomon.exports.briefs.speaking import giver_of, outlet_of, speaks, spoken_source
from rashomon.exports.wording.catalogue import read_words
from rashomon.store.views import Named

SAY = read_words()


def resting(words: str, outlet: str | None = "Reed Post", published: str | None = None) -> Ground:
    return Ground("art-1", 0, len(words), words, outlet, None, published)


@pytest.mark.parametrize(
    ("name", "linked", "words", "source"),
    [
        ("Tarn media", "Tarn media", "On Friday, Tarn media reported a blast.", "Tarn media (Reed Post)"),
        ("Tarn", "Tarn media", "On Friday, Tarn media reported a blast.", "Tarn media (Reed Post)"),
        ("Chief", "", "The Reed Guard chief praised his men.", "the Reed Guard chief (Reed Post)"),
        ("Chief", "", "Chief among these was hunger, it said.", "Chief (Reed Post)"),
        ("new head", "", "The new head of the Sahl Movement vows blood.", "the new head of the Sahl Movement (Reed Post)"),
        ("Sahl Movement", "the front", "Sahl Movement came and the front denied it.", "the front (Reed Post)"),
        ("Sahl Movement", "he", "He said that he would crush them.", "Reed Post"),
        ("Sahl Movement", "SM", "SM claimed the raid.", "Sahl Movement (Reed Post)"),
        ("Sahl Movement", "", "Sahl Movement is running a vast campaign in a critical state.", "Reed Post"),
        ("health ministry", "", "Toll reaches 23, health ministry says", "the health ministry (Reed Post)"),
        ("United States", "", "United States officials said so.", "United States officials (Reed Post)"),
        ("United States", "", "United States President Ann Lee said that it was over.", "Reed Post"),
        ("Sahl Movement", "", "The second-in-command of the Tarn-led, Ostrel Sahl Movement said so.", "Reed Post"),
        ("Sahl Movement", "", "The head of the hospital said the Sahl Movement claimed it.", "Sahl Movement (Reed Post)"),
        ("Tarn", "Tarn", "Tarn’s state-owned media network aired a video and said nothing.", "Reed Post"),
        ("Tarn Army", "army", "Ostrel attack: army speaks of nine dead", "Reed Post"),
        ("Tarn Army", "the army", "The army said so.", "the army (Reed Post)"),
        ("checking reports", "checking reports", "It said that it was checking reports.", "Reed Post"),
    ],
)
def test_a_speaker_is_called_as_the_words_call_it(name: str, linked: str, words: str, source: str) -> None:
    assert spoken_source(Named(name, linked), resting(words), SAY)[0] == source


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("According to a monitor, the group said that it killed nine officers.", "Reed Post (on another's word)"),
        ("Sahl Movement said that it killed nine officers.", "Sahl Movement (Reed Post)"),
        ("Nine officers were killed.", "Reed Post"),
    ],
)
def test_a_number_is_not_ascribed_to_an_outlet_that_has_it_from_another(words: str, source: str) -> None:
    (view,) = published(Happening(said=(Said(words, outlet="Reed Post", root="Sahl Movement"),))).told.accounts

    assert giver_of(view, resting(words), SAY)[0] == source


def test_an_outlet_that_is_not_stated_is_told_from_others_by_its_day() -> None:
    assert outlet_of(resting("x", None, "2031-05-03"), SAY) == "an unattributed article of 3 May 2031"
    assert outlet_of(resting("x", None), SAY) == "an unattributed article"


@pytest.mark.parametrize(
    ("name", "linked", "words", "own"),
    [
        ("Sahl Movement", "we", "We deny the story.", True),
        ("Reed Post", "", "Nobody could confirm it.", True),
        ("Sahl Movement", "they", "They deny the story.", False),
        ("Sahl Movement", "", "The story was denied.", False),
    ],
)
def test_whoever_words_do_not_name_does_not_speak(name: str, linked: str, words: str, own: bool) -> None:
    assert speaks(Named(name, linked), resting(words), SAY) is own


def test_a_verb_is_no_part_of_a_name() -> None:
    assert spoken_source(Named("Reuters", "Reuters"), resting("Reuters reports nine dead."), SAY)[0] == "Reuters (Reed Post)"
