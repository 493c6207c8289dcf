import pytest

from rashomon.extraction.names import named_by_shape, runs
from rashomon.model.words import MentionKind as Kind
from rashomon.text.tokens import tokens


def read(text, lexicon):
    named = [named_by_shape(run, lexicon.gazetteer) for run in runs(text, tokens(text))]
    return [(text[found.start : found.end], found.kind) for found in named if found is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Gen. Karo Belan spoke.", [("Gen. Karo Belan", Kind.PERSON)]),
        ("Then army spokesman Karo Belan spoke.", [("army spokesman Karo Belan", Kind.PERSON)]),
        ("Then Prime Minister Karo Belan spoke.", [("Prime Minister Karo Belan", Kind.PERSON)]),
        ("It was the National Security Council again.", [("National Security Council", Kind.GOVERNMENT)]),
        ("The man, Karo al-Belani, spoke.", [("Karo al-Belani", Kind.PERSON)]),
        ("The man, al Haj Karo Belan, spoke.", [("al Haj Karo Belan", Kind.PERSON)]),
        ("The man, Karo bin Belan, spoke.", [("Karo bin Belan", Kind.PERSON)]),
        (
            "Then Corps Commander Lieutenant General Karo Belan spoke.",
            [("Corps Commander Lieutenant General Karo Belan", Kind.PERSON)],
        ),
        ("It was the 6th Belan Infantry Division that came.", [("6th Belan Infantry Division", Kind.FORCE)]),
        ("It was the People's Belan Army that came.", [("People's Belan Army", Kind.FORCE)]),
        ("He spoke of its firm, Karo Belan Oil, again.", [("Karo Belan Oil", Kind.ORGANISATION)]),
        ("Orutown, a seller of tea, said she heard it.", [("Orutown", Kind.PERSON)]),
        ("Belantown, a village of tea, said it heard it.", []),
        ("So Hassan Belan spoke.", [("Hassan Belan", Kind.PERSON)]),
        ("The driver, Karo Belan, 34, spoke.", [("Karo Belan", Kind.PERSON)]),
        ("It was the Ministry of Water and others.", [("Ministry of Water", Kind.GOVERNMENT)]),
        ("It was the Front for the Freedom of Belan.", [("Front for the Freedom of Belan", Kind.GROUP)]),
        ("It was Kata'ib al-Belan that came.", [("Kata'ib al-Belan", Kind.GROUP)]),
        ("It was the Belan Hill Battalion that came.", [("Belan Hill Battalion", Kind.GROUP)]),
        ("It was the Belan Border Police that came.", [("Belan Border Police", Kind.FORCE)]),
        ("It was in Belan Hospital that he lay.", [("Belan Hospital", Kind.FACILITY)]),
        ("He told Belan that he lay.", [("Belan", Kind.MEDIA)]),
        ("It is the militia Belan Karo.", [("Belan Karo", Kind.GROUP)]),
        ("They fought near Belan for days.", [("Belan", Kind.PLACE)]),
        ("They fought over Orutown for days.", [("Orutown", Kind.PLACE)]),
        ("BELAN, July 4 (Hill News) - Men came.", [("BELAN", Kind.PLACE), ("Hill News", Kind.MEDIA)]),
        ("They took Belan province.", [("Belan", Kind.PLACE)]),
        ("They fought over Mirsa for days.", []),
        ("The Orulandic way is best.", []),
        ("Two men came on Monday.", []),
    ],
)
def test_the_words_in_and_around_a_name_say_what_it_is(text, expected, small_lexicon):
    assert read(text, small_lexicon) == expected


def test_a_title_is_in_the_span_but_not_in_the_name(small_lexicon):
    text = "Then Gen. Karo Belan spoke."
    (run,) = runs(text, tokens(text))
    assert named_by_shape(run, small_lexicon.gazetteer).name == "Karo Belan"
