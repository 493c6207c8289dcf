"""Names in articles that are not English: by the lists alone, however they change in a sentence."""

import hashlib
from dataclasses import replace

import pytest

from rashomon.extraction.foreign import _ways, is_foreign
from rashomon.linking.run import link
from rashomon.model.ledger import Linked
from rashomon.model.sources import Article, Capture, Part
from rashomon.model.words import PartKind
from rashomon.readers.contract import Page
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question
from shipped import shipped_lists, shipped_rules

ARABIC = "أعلن حزب الله يوم الاثنين أنه استهدف موقعا قرب بغداد وبالموصل. ونفى الحوثيون ذلك في صنعاء، وقتل 12 جنديا."


@pytest.fixture(scope="module")
def lists():
    return shipped_lists()


@pytest.fixture(scope="module")
def reader(lists):
    return shipped_rules()


def article(text, language):
    """Return an article that is its capture."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        digest, 0, 0, len(text), text, published="2024-05-06", language=language, parts=(Part(PartKind.BODY, 0, len(text)),)
    )


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("ar", ARABIC, {"حزب الله": "GROUP", "بغداد": "PLACE", "وبالموصل": "PLACE", "الحوثيون": "GROUP", "صنعاء": "PLACE"}),
        (
            "fa",
            "ارتش اسرائیل و حزب الله در تهران و کابل. سوریه",
            {"ارتش اسرائیل": "FORCE", "حزب الله": "GROUP", "تهران": "PLACE", "کابل": "PLACE", "سوریه": "GPE"},
        ),
        (
            "ru",
            "В Москве и Сирии Хезболлой и по Харькову, от «Исламского государства» в Севастополе.",
            {
                "Исламского государства": "GROUP",
                "Севастополе": "PLACE",
                "Москве": "PLACE",
                "Сирии": "GPE",
                "Хезболлой": "GROUP",
                "Харькову": "PLACE",
            },
        ),
        ("uk", "Удар по Києву, а талібан у Херсоні.", {"Києву": "PLACE", "талібан": "GROUP", "Херсоні": "PLACE"}),
        (
            "fr",
            "L’État islamique en Syrie et d'Alep, le Hezbollah.",
            {"État islamique": "GROUP", "Syrie": "GPE", "Alep": "PLACE", "Hezbollah": "GROUP"},
        ),
        ("es", "Los talibanes en Kabul y Siria.", {"talibanes": "GROUP", "Kabul": "PLACE", "Siria": "GPE"}),
    ],
)
def test_listed_names_are_found_as_a_sentence_writes_them(reader, language, text, named):
    read = reader.read(article(text, language))

    assert {mention.text: str(mention.kind) for mention in read.mentions} == named
    assert (read.accounts, read.claims, read.figures, read.ties) == ((), (), (), ())
    assert read.unread


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قالت الحكومة إن الجيش صامد وإن الشباب في المدارس."),
        ("fr", "Le ministre Jean Dupont a dit que la tour est fermée. Paris est loin, is us who."),
        ("ru", "Он сказал, что это хорошо. Мир и труд."),
        ("es", "La Unidad de la Victoria ganó en el campo."),
        ("de", "Das Haus in der Stadt brannte, sagte Hauptmann Weber."),
    ],
)
def test_common_words_and_unlisted_names_name_nobody(reader, language, text):
    assert [mention.text for mention in reader.read(article(text, language)).mentions if mention.text != "Paris"] == []


@pytest.mark.parametrize(
    ("text", "language", "foreign"),
    [
        ("Nine died.", None, False),
        ("Nine died.", "en", False),
        ("قتل 9.", None, True),
        ("Neun.", "de", True),
        ("Удар!", None, True),
        ("", None, False),
    ],
)
def test_a_short_text_goes_by_its_script(text, language, foreign):
    assert is_foreign(article(text, language)) is foreign


def test_a_word_may_be_a_form_of_several():
    assert _ways("Киеве") == ("Киеве", "Киев", "Киева", "Киевя", "Киево", "Киевь")
    assert "الموصل" in _ways("للموصل")
    assert _ways("Kabul") == ("Kabul",)


def test_an_arabic_article_is_found_with_its_actors_and_places_and_tells_no_event(lists, reader, tmp_path):
    told = article(ARABIC, "ar")
    english = article("Residents spoke of the weather in the town. Hezbollah said nothing of it, they said.", "en")
    english = replace(english, published="2024-05-07")
    with Ledger.create(tmp_path / "ledger") as ledger:
        for one in (told, english):
            content = one.text.encode()
            ledger.keep(Capture(one.capture, f"{one.language}.txt", None, "2024-05-07T00:00:00+00:00", len(content)), content)
            ledger.put_page(one.capture, Page((one,), "hand-1"))
        ledger.put_readings([reader.read(told), reader.read(english)])
        ledger.put_linked(link(ledger.sources(), *lists, ()), "digest")
        linked: Linked = ledger.linked()
        names = {
            link.key: next(a.name for a in linked.actors if a.id == link.actor_id)
            for link in linked.actor_links
            if link.article_id == told.id
        }
        places = {
            next(p.name for p in linked.places if p.id == link.place_id)
            for link in linked.place_links
            if link.article_id == told.id
        }
        hits = [hit.line.id for hit in ledger.ask(Question("الموصل")).articles]
        (found,) = [actor for actor in ledger.ask(Question("Houthis")).actors if actor.name in names.values()]
        page = ledger.actor_page(found.id)

    assert {"Houthis", "Lebanese Hezbollah"} & set(names.values())
    assert {"Mosul", "Baghdad", "Sanaa"} <= places
    assert linked.events == ()
    assert hits == [told.id]
    assert told.id in str(page)
