import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import marked

from rashomon.extraction.accounts_gerunds import main_subject
from rashomon.extraction.accounts_subjects import objects, owner_before, placed, subjects

CLANS = "{clan|GROUP|the Aru clans}"
GUARD = "{guard|FORCE|the Coast Guard}"
BEN = "{ben|PER|Ben Adeyo}"


def at(body, word):
    """Give the passage, its last sentence and where the word stands in it."""
    passage = marked(body).passage
    sentence = passage.sentences[-1]
    return passage, sentence, sentence.words.index(word)


def keys(mentions):
    return [mention.key for mention in mentions]


@pytest.mark.parametrize(
    ("body", "verb", "found"),
    [
        (f"{GUARD} seized a trawler.", "seized", ["guard"]),
        (f"{BEN} led a post that {CLANS} raided, and warned them.", "warned", ["ben"]),
        (f"{GUARD} and {CLANS} signed a pact.", "signed", ["guard", "clan"]),
        (f"{GUARD}, {BEN} and {CLANS} signed a pact.", "signed", ["guard", "ben", "clan"]),
        (f"A clerk of {GUARD} wept.", "wept", ["guard"]),
        (f"{BEN}, a cousin of {GUARD}, wept.", "wept", ["ben"]),
        ("{men|GROUP|Gunmen} in {bay|PLACE|Sorrel Bay} fled.", "fled", ["men"]),
        (f"{GUARD} left after a pact was signed by {CLANS}.", "signed", ["guard"]),
        ("Rain fell.", "fell", []),
        (f"{BEN} met {GUARD}, which seized a trawler.", "seized", ["guard"]),
        (f"{BEN} sees no link to explosions that shook a mill.", "shook", []),
        (f"{BEN}, a clerk, who met {GUARD}, wept.", "wept", ["ben"]),
        (f"One of the men that {GUARD} say took a trawler.", "took", []),
    ],
)
def test_who_stands_before_the_verb_is_its_subject(body, verb, found):
    assert keys(subjects(*at(body, verb))) == found


@pytest.mark.parametrize(
    ("body", "verb", "found"),
    [
        (f"{BEN} came home. He seized a trawler.", "seized", ["ben"]),
        (f"{GUARD} came back. They also seized a trawler.", "seized", ["guard"]),
        ("She seized a trawler.", "seized", []),
        (f"{GUARD} came back. She seized a trawler.", "seized", []),
    ],
)
def test_a_pronoun_stands_for_what_it_means_or_nobody(body, verb, found):
    assert keys(subjects(*at(body, verb))) == found


def test_a_pronouns_mention_has_its_own_place_and_the_name_of_whom_it_means():
    text = marked(f"{BEN} came home. He seized a trawler.")
    sentence = text.passage.sentences[-1]

    (found,) = subjects(text.passage, sentence, sentence.words.index("seized"))

    assert (text.words(found.span), found.name) == ("He", "Ben Adeyo")


@pytest.mark.parametrize(
    ("body", "verb", "found"),
    [
        (f"They seized {BEN}.", "seized", ["ben"]),
        (f"They seized {BEN} and {CLANS}.", "seized", ["ben", "clan"]),
        (f"They seized the brother of {BEN}.", "seized", ["ben"]),
        (f"They seized a trawler from {BEN}.", "seized", []),
        (f"They seized a trawler; {BEN} fled.", "seized", []),
        (f"They seized one old and very rusty red and green trawler of {BEN}.", "seized", []),
    ],
)
def test_the_object_follows_the_verb_before_any_preposition(body, verb, found):
    _, sentence, position = at(body, verb)

    assert keys(objects(sentence, position + 1)) == found


@pytest.mark.parametrize(
    ("body", "noun", "owner"),
    [
        (f"{CLANS}' raid failed.", "raid", "clan"),
        (f"It was {CLANS} night raid.", "raid", "clan"),
        (f"With {CLANS} the raid failed.", "raid", None),
        ("The raid failed.", "raid", None),
        ("{bay|PLACE|Sorrel Bay} raid failed.", "raid", None),
        (f"{BEN} saw the long dusty sad raid.", "raid", None),
    ],
)
def test_a_noun_belongs_to_the_actor_right_before_it(body, noun, owner):
    _, sentence, position = at(body, noun)
    found = owner_before(sentence, position)

    assert (found and found.key) == owner


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A mill burnt in {bay|PLACE|Sorrel Bay}.", ["bay"]),
        ("A mill burnt outside the {depot|FAC|grain depot}.", ["depot"]),
        ("A mill burnt near the town of {bay|PLACE|Sorrel Bay}.", ["bay"]),
        ("A mill burnt in northern {bay|PLACE|Sorrel Bay}.", ["bay"]),
        ("{bay|PLACE|Sorrel Bay} burnt.", []),
        (f"A mill burnt in {CLANS}.", []),
        ("It burnt in {bay|PLACE|Sorrel Bay} and across {oru|GPE|Oruland}.", ["bay", "oru"]),
    ],
)
def test_a_place_has_a_preposition_of_place_before_it(body, found):
    sentence = marked(body).passage.sentences[0]

    assert keys(placed(sentence, 0, len(sentence.words))) == found


def test_places_outside_the_stretch_are_left_out():
    sentence = marked("In {bay|PLACE|Sorrel Bay} a mill burnt.").passage.sentences[0]

    assert keys(placed(sentence, 3, len(sentence.words))) == []


WORDS = st.sampled_from(
    [CLANS, GUARD, BEN, "{bay|PLACE|Sorrel Bay}", "and", ",", "who", "seized", "in", "of", "the", "he", ";", "when"]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=10))
def test_subjects_and_objects_stand_on_their_side_of_the_verb(words):
    passage = marked(" ".join(words)).passage
    for sentence in passage.sentences:
        for position, token in enumerate(sentence.tokens):
            assert all(mention.span.start < token.end for mention in subjects(passage, sentence, position))
            assert all(mention.span.end > token.start for mention in objects(sentence, position))


def test_a_second_verb_shares_the_subject_of_the_first():
    body = f"{BEN} calls {CLANS} a plague, and vows to return."

    assert keys(subjects(*at(body, "vows"))) == ["ben"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{GUARD} told of the blast that destroyed a depot on Monday, killing six.", []),
        (f"{GUARD} stormed the post, killing six.", ["guard"]),
        (f"{GUARD} said that a blast destroyed a depot, killing six.", []),
    ],
)
def test_who_tells_of_a_blast_did_not_do_what_it_did(body, found):
    assert keys(main_subject(*at(body, "killing"))) == found


@pytest.mark.parametrize(
    ("body", "owner"),
    [
        (f"{CLANS} deadly attack", "clan"),
        (f"{CLANS} condemned bomb attack", None),
        (f"{CLANS} foils bomb attack", None),
        (f"{BEN} addresses Doro attack", None),
        (f"{BEN}'s second attack", "ben"),
    ],
)
def test_a_verb_between_a_name_and_a_deed_leaves_the_deed_without_owner(body, owner):
    _, sentence, position = at(body, "attack")
    found = owner_before(sentence, position)
    assert (found.key if found else None) == owner
