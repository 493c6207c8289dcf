import pytest

from rashomon.extraction.entities import find_mentions
from rashomon.model.words import MentionKind as Kind
from rashomon.text.sentences import sentences


@pytest.fixture
def read(small_lexicon, article_of):
    def reader(text):
        article = article_of(text)
        return find_mentions(article, sentences(text), small_lexicon)

    return reader


def test_a_text_gives_its_mentions_in_order_without_overlap(read):
    found = read("Two gunmen of Harakat Tolo shot Gen. Karo Belan near Mirsa. The group said it fired rockets.")
    assert [(mention.text, mention.kind, mention.named) for mention in found] == [
        ("gunmen", Kind.GROUP, False),
        ("Harakat Tolo", Kind.GROUP, True),
        ("Gen. Karo Belan", Kind.PERSON, True),
        ("Mirsa", Kind.PLACE, True),
        ("The group", Kind.GROUP, False),
        ("rockets", Kind.WEAPON, False),
    ]
    assert found[4].key == found[1].key == "harakat-tolo"
    assert found[4].name == "Harakat Tolo"


def test_an_adjective_of_a_country_is_no_mention_and_a_capital_is_a_place_where_it_is_placed(read):
    found = read("The Orulandic way was seen in Orutown. Orutown denied it.")
    assert [(mention.text, mention.kind) for mention in found] == [("Orutown", Kind.PLACE), ("Orutown", Kind.COUNTRY)]
    assert [mention.key for mention in found] == ["orutown", "oruland"]


def test_a_phrase_with_a_listed_name_of_its_kind_is_that_actor(read):
    found = read("The army met Harakat Tolo fighters. HT left.")
    assert [(mention.text, mention.key) for mention in found[1:]] == [
        ("Harakat Tolo fighters", "harakat-tolo"),
        ("HT", "harakat-tolo"),
    ]


def test_a_surname_alone_is_known_by_the_full_name_elsewhere(read):
    found = read("Belan left. Then Gen. Karo Belan spoke.")
    assert [(mention.text, mention.kind) for mention in found] == [("Belan", Kind.PERSON), ("Gen. Karo Belan", Kind.PERSON)]
    assert found[0].key == found[1].key == "karo-belan"


def test_a_headline_in_title_case_makes_no_names_of_its_words(read):
    found = read("Ninety Strange Birds Cross Quiet Winter Skies")
    assert found == ()


def test_the_article_before_a_body_is_in_its_span(read):
    (found,) = read("So said the Oru Intelligence Service again.")
    assert (found.text, found.name, found.kind) == ("the Oru Intelligence Service", "Oru Intelligence Service", Kind.FORCE)


def test_a_comma_parts_what_only_together_is_a_listed_name(read):
    assert "Orulandic, soldiers" not in [mention.text for mention in read("He was born Orulandic, soldiers said on Monday.")]


def test_an_agency_in_a_dateline_is_not_short_for_the_place(read):
    found = read("MIRSA, Oruland (HW) - Rain fell. HW saw it.")
    assert len({mention.key for mention in found if mention.text in ("Oruland", "HW")}) > 1


def test_its_fighters_are_the_group_that_speaks(read):
    found = {mention.text: mention.key for mention in read("Harakat Tolo left. Rain fell. Snow fell on its fighters.")}
    assert found["its fighters"] != found["Harakat Tolo"]
    found = {mention.text: mention.key for mention in read("Harakat Tolo said its fighters shot him.")}
    assert found["its fighters"] == found["Harakat Tolo"]


@pytest.mark.parametrize(
    ("text", "phrase", "same"),
    [
        ("Harakat Tolo holds Mirsa. Its spokesman said its troops had won.", "its troops", "Harakat Tolo"),
        ("Oruland said its forces had taken Mirsa.", "its forces", "Oruland"),
        ("Harakat Tolo advanced. On Monday the rebels took Mirsa.", "the rebels", "Harakat Tolo"),
        ("The army (ORDF) left. The ORDF came back.", "The army", "The ORDF"),
    ],
)
def test_who_is_told_of_again_without_a_name_is_the_same(read, text, phrase, same):
    found = {mention.text: mention.key for mention in read(text)}
    assert found[phrase] == found.get(same, found.get(same.removeprefix("The ")))


def test_two_capitals_before_a_groups_noun_are_its_name(read):
    found = next(mention for mention in read("It hit the Red Brigade group.") if "Brigade" in mention.text)
    assert (found.name, found.named) == ("Red Brigade", True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A district administrator spoke.", Kind.PERSON),
        ("He died in a district of hills.", Kind.PLACE),
        ("An IED went off.", Kind.WEAPON),
    ],
)
def test_a_noun_behind_that_of_a_place_says_what_is_meant(read, text, kind):
    assert [mention.kind for mention in read(text)] == [kind]


def test_a_name_in_a_list_is_of_the_kind_of_those_around_it(read):
    found = read("It joined Harakat Tolo, al-Belan and Harakat Tolo again.")
    assert [mention.kind for mention in found if mention.text == "al-Belan"] == [Kind.GROUP]


def test_a_couple_has_one_last_name(read):
    assert [one.name for one in read("They met the couple Ina and Karo Belan there.")][1:] == ["Ina Belan", "Karo Belan"]
    assert "Hala Belan" not in [one.name for one in read("They saw Hala and Karo Belan there.")]


def test_the_letters_of_a_group_in_a_dateline_are_an_agency_s(read):
    def kinds(text):
        return {mention.kind for mention in read(text) if mention.text == "HT"}

    assert kinds("MIRSA, May 3 (HT) - Rockets hit Mirsa. The mayor told HT so.") == {Kind.MEDIA}
    assert kinds("Rockets of HT hit Mirsa.") == {Kind.GROUP}
