import pytest
from marked_text import marked

from rashomon.extraction.attribution_voices import with_voices
from rashomon.model.words import MentionKind


def voices(body):
    """Give the speakers that are added to those marked in the text."""
    text = marked(body)
    return [
        (mention.text, str(mention.kind), mention.key)
        for mention in with_voices(text.article, text.found).entities
        if mention not in text.found.entities
    ]


@pytest.mark.parametrize(
    ("body", "words", "kind", "key"),
    [
        ("Witnesses saw smoke over Llanura.", "Witnesses", "PER", "witnesses"),
        ("It fell at dawn, two eyewitnesses said.", "two eyewitnesses", "PER", "eyewitnesses"),
        ("A security source said so.", "A security source", "PER", "security-source"),
        ("Some residents left.", "Some residents", "CIV", "residents"),
        ("Local media said so.", "Local media", "MEDIA", "local-media"),
        ("State television said so.", "State television", "MEDIA", "state-television"),
        ("It was burnt, unconfirmed reports say.", "unconfirmed reports", "MEDIA", "unconfirmed-reports"),
        ("The doctors had left.", "The doctors", "PER", "doctors"),
    ],
)
def test_who_speaks_without_a_name_is_marked_with_the_words_before_it(body, words, kind, key):
    assert voices(body) == [(words, kind, key)]


@pytest.mark.parametrize(
    "body",
    [
        "Rain fell on the hills.",
        "The resources were sold.",
        "The officials' cars were burnt.",
        "{wit|PER|The witnesses} were heard.",
        "{wit|CIV|Two local residents} were heard.",
    ],
)
def test_words_inside_others_and_mentions_that_stand_already_are_no_new_speakers(body):
    assert voices(body) == []


def test_a_speaker_begins_behind_the_mention_that_covers_its_first_words():
    assert voices("{oru|GPE|Oruland} officials agreed.") == [("officials", "PER", "officials")]


def test_one_wording_is_one_speaker_whatever_its_article_and_case():
    assert {key for _, _, key in voices("The villagers fled. Some villagers came back. Villagers wept.")} == {"villagers"}


def test_the_mentions_stay_in_reading_order_and_the_others_as_they_were():
    text = marked("{ada|PER|Ada Quist} and a medic met {bo|PER|Bo Lind}.")

    found = with_voices(text.article, text.found)

    assert [mention.text for mention in found.entities] == ["Ada Quist", "a medic", "Bo Lind"]
    assert (found.sentences, found.dates, found.numbers) == (text.found.sentences, text.found.dates, text.found.numbers)


def test_a_speaker_is_no_proper_name_and_its_span_holds_its_words():
    text = marked("It was said that several analysts doubted it.")
    (mention,) = with_voices(text.article, text.found).entities

    assert not mention.named
    assert mention.kind == MentionKind.PERSON
    assert text.words(mention.span) == mention.text == mention.name == "several analysts"
