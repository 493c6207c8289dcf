import pytest

from rashomon.extraction.mentions import mentions, pronoun_antecedent, read_spans
from rashomon.model.sources import Article, Part
from rashomon.model.words import NumberKind, PartKind

TEXT = "Harakat Tolo killed more than 30 soldiers near Mirsa on Wednesday. It said that Gen. Karo Belan fled. He denied it."


def test_entities_dates_and_numbers_of_an_article(article_of, small_lexicon):
    article = article_of(TEXT, title="Raid near Mirsa")
    found = mentions(article, small_lexicon)

    assert [str(mention.date) for mention in found.dates] == ["2016-11-23"]
    assert [(str(mention.number), mention.number_kind) for mention in found.numbers] == [("31..", NumberKind.KILLED)]
    assert [number.qualifier for number in found.found_numbers] == ["more than"]
    assert len(found.sentences) == 4
    assert all(mention.span.of(article) == mention.text for mention in (*found.entities, *found.dates, *found.numbers))


def test_the_same_article_gives_the_same_mentions(article_of, small_lexicon):
    assert mentions(article_of(TEXT), small_lexicon) == mentions(article_of(TEXT), small_lexicon)


def test_a_year_in_a_date_is_no_number(article_of, small_lexicon):
    assert mentions(article_of("It fell on 3 May 2014."), small_lexicon).numbers == ()


def test_without_a_day_of_publication_weekdays_have_no_value(article_of, small_lexicon):
    for published in (None, "2016-11", "2016"):
        found = mentions(article_of("It fell on Monday.", published=published), small_lexicon)
        assert [mention.date for mention in found.dates] == [None]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((), ((0, 30),)),
        (((PartKind.TITLE, 0, 5), (PartKind.BYLINE, 5, 9), (PartKind.BODY, 9, 30)), ((0, 5), (9, 30))),
        (((PartKind.LEAD, 0, 9), (PartKind.BODY, 9, 30)), ((9, 30),)),
        (((PartKind.TITLE, 0, 5), (PartKind.LEAD, 5, 30)), ((0, 5), (5, 30))),
        (((PartKind.NOISE, 0, 30),), ()),
    ],
)
def test_title_and_body_are_read_and_the_lead_only_where_no_body_is(parts, expected):
    article = Article("0" * 64, 0, 0, 30, "x" * 30, parts=tuple(Part(*part) for part in parts))
    assert read_spans(article) == expected


@pytest.mark.parametrize(("pronoun", "key"), [("It said", "harakat-tolo"), ("He denied", "karo-belan"), ("said", None)])
def test_a_pronoun_means_the_nearest_fitting_entity(pronoun, key, article_of, small_lexicon):
    article = article_of(TEXT)
    found = mentions(article, small_lexicon)
    assert pronoun_antecedent(article, found, TEXT.index(pronoun)) == key


def test_a_pronoun_with_nobody_before_it_means_nobody(article_of, small_lexicon):
    article = article_of("He left.")
    assert pronoun_antecedent(article, mentions(article, small_lexicon), 0) is None
