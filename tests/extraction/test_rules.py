import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import marked

from rashomon.extraction.attribution_voices import with_voices
from rashomon.extraction.contract import Extractor
from rashomon.extraction.mentions import mentions
from rashomon.extraction.rules import RuleExtractor, read_english
from rashomon.extraction.ties_backers import with_backers
from rashomon.model.sources import Article, Part
from rashomon.model.words import PartKind, Relation

TEXT = (
    "Gunmen of the Tolo Movement attacked a checkpoint near Mirsa on Wednesday, killing at least four soldiers, police said. "
    "Witnesses said they saw two cars burning. Orulandic-backed militias denied any role."
)


def _article(text, **stated):
    parts = stated.pop("parts", (Part(PartKind.BODY, 0, len(text)),))
    return Article("0" * 64, 0, 0, len(text), text, published="2020-03-05", parts=parts, **stated)


@pytest.fixture
def reader(small_lexicon):
    return RuleExtractor(small_lexicon)


def test_reading_twice_gives_the_same(reader):
    article = _article(TEXT)
    assert reader.read(article) == reader.read(article)


def test_it_is_an_extractor_and_says_its_version(reader):
    extractor: Extractor = reader
    assert extractor.version.startswith("rules-9+")
    assert extractor.read(_article(TEXT)).reader == extractor.version


def test_every_value_points_into_the_article(reader):
    article = _article(TEXT)
    reading = reader.read(article)
    spans = [mention.span for mention in reading.mentions]
    spans += [claim.content for claim in reading.claims] + [figure.evidence for figure in reading.figures]
    for account in reading.accounts:
        spans += [account.trigger, account.evidence, *(filler.span for filler in account.fillers)]
    assert all(span.article_id == article.id and 0 <= span.start < span.end <= len(TEXT) for span in spans)
    assert reading.accounts
    assert reading.claims


def test_keys_are_keys_of_mentions(reader):
    reading = reader.read(_article(TEXT))
    known = {mention.key for mention in reading.mentions} | {"outlet", "unknown"}
    assert {claim.source for claim in reading.claims} <= known
    assert {filler.key for account in reading.accounts for filler in account.fillers} <= known


def test_unnamed_speakers_are_heard(reader):
    assert "witnesses" in {claim.source for claim in reader.read(_article(TEXT)).claims}


def test_another_language_is_left_unread(reader):
    article = _article("El ejército atacó Mirsa.", language="es")
    reading = reader.read(article)
    assert (reading.accounts, reading.claims) == ((), ())
    assert [(span.start, span.end) for span in reading.unread] == [(0, len(article.text))]


def test_noise_is_left_unread(reader):
    text = "A bomb exploded. SUBSCRIBE NOW"
    parts = (Part(PartKind.BODY, 0, 16), Part(PartKind.NOISE, 17, len(text)))
    assert [span.start for span in reader.read(_article(text, parts=parts)).unread] == [17]


def test_voices_do_not_cover_what_is_marked():
    marks = marked("{sp|PER|Two officials} and several local residents spoke to a witness.")
    found = with_voices(marks.article, marks.found).entities
    assert [(mention.text, mention.key) for mention in found] == [
        ("Two officials", "sp"),
        ("several local residents", "local-residents"),
        ("a witness", "witness"),
    ]


def test_the_country_of_an_adjective_is_marked(small_lexicon):
    article = _article("Orulandic-backed militias fled.")
    found = with_backers(article, mentions(article, small_lexicon), small_lexicon)
    added = [mention for mention in found.entities if mention.text == "Orulandic"]
    assert all(mention.named for mention in added)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_text_makes_it_fail(text):
    marks = marked(text.replace("{", "").replace("}", "") or ".")
    assert read_english(marks.article, marks.found, "test").article_id == marks.article.id


WORDS = [
    "said",
    "killed",
    "attack",
    "by",
    "on",
    "“",
    "”",
    ",",
    "denied",
    "who",
    "according",
    "to",
    "as",
    "saying",
    "not",
    "{t|GROUP|Tolo}",
    ".",
    ";",
    "the",
]


@given(
    st.lists(
        st.sampled_from([*WORDS, "{#killed 3|three}", "{=2020|2020}", "{k|PER|Karo}", "{m|PLACE|Mirsa}", "quoted", "was"]),
        max_size=25,
    )
)
def test_no_order_of_words_makes_it_fail(words):
    marks = marked(" ".join(words) or ".")
    reading = marks.reading()
    assert all(tie.relation in Relation for tie in reading.ties)


def test_a_country_before_a_blast_is_where_it_was():
    (account,) = marked("The toll of the {oru|GPE|Oruland} blast rose.").accounts()
    assert [(str(filler.role), filler.key) for filler in account.fillers] == [("place", "oru")]


def test_some_of_the_injured_are_no_count_of_them(reader):
    figures = reader.read(_article("A bomb hit Mirsa on Monday. Three of the injured succumbed to their wounds.")).figures
    assert [figure.kind for figure in figures if figure.printed == len("abc")] == ["other"]


def test_burning_takes_no_toll_from_the_fight_before_it(reader):
    text = "Gunmen attacked a post near Mirsa on Monday. Nine elements were killed, and the gunmen burned down a house."
    tolls = {str(account.type): account.killed for account in reader.read(_article(text)).accounts}
    assert (str(tolls["attack"]), tolls["sabotage"]) == ("9", None)


def test_a_noun_with_an_owner_is_no_verb_of_saying(reader):
    claims = reader.read(_article("“We have the suspect’s sketch,” Okan Daru, the police chief of Mirsa, said.")).claims
    assert {claim.stance for claim in claims} <= {"asserts"}
