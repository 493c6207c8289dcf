"""The adapters of the sets that ask who did what to whom, on invented records."""

from datetime import date

import pytest

from benchmarks import cameo_st, case2021_t2, petrarch_cases, plover_gsr
from benchmarks.petrarch_dictionary import PetrarchDictionary, read_actors, read_agents, text_words

ACTORS = """# invented
VESSARY [VES]
+VESSARIAN
TORMAND [TOR]  # plain
OLD_KING_BRAM
	[TORGOV <20100101]
	[TORELI >20100101]
""".splitlines()
AGENTS = """!PERSON! = MAN, WOMAN
MINISTER [~GOV]
ARMY {ARMIES} [~MIL]
SPOKES!PERSON! [~GOV]
RIGHTS_GROUP [NGO~]
""".splitlines()


@pytest.fixture
def known():
    return PetrarchDictionary(read_actors(ACTORS), read_agents(AGENTS))


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("Vessary", None, "VES"),
        ("the Vessarian ministers", None, "VESGOV"),
        ("Tormand's army", None, "TORMIL"),
        ("old King Bram", date(2009, 5, 1), "TORGOV"),
        ("old King Bram", date(2012, 5, 1), "TORELI"),
        ("a spokeswoman", None, "---GOV"),
        ("a Vessarian rights group", None, "NGOVES"),
        ("the sea", None, None),
    ],
)
def test_a_phrase_has_the_code_of_its_actor_and_agents(known, text, day, code):
    assert known.code(text, day) == code


def test_words_are_compared_without_possessives():
    assert text_words("Tormand's (old) army") == ("TORMAND", "OLD", "ARMY")


def test_petrarch_rows_need_both_sides_and_know_no_tense(known, monkeypatch):
    monkeypatch.setattr(petrarch_cases, "dictionary", lambda *_: known)
    monkeypatch.setattr(petrarch_cases, "shared", lambda *_: None)
    row = {"id": "a", "dictionary": "invented", "date": "2011-01-01"}
    texts = ["Vessary will praise Tormand.", "Vessary praised the sea.", "Vessary said that Tormand had attacked it."]
    found = [next(petrarch_cases.predict([{**row, "text": text}]))["events"] for text in texts]

    assert found == [
        [{"source": "VES", "target": "TOR", "code": "051"}],
        [],
        [{"source": "VES", "target": "TOR", "code": "112"}],
    ]


def test_plover_records_have_old_names_and_actors():
    (found,) = plover_gsr.predict([{"id": "a", "text": "Malian soldiers shelled rebels in Niger."}])

    assert (found["event"], found["mode"]) == ("FIGHT", "heavy-weapons")
    assert found["source"] == [{"text": "Malian soldiers", "code": "MLI", "sector": "MIL"}]
    assert found["target"][0]["sector"] == "REB"


def test_a_sentence_of_words_only_has_no_plover_event():
    assert list(plover_gsr.predict([{"id": "a", "text": "The minister said it was late."}])) == [{"id": "a"}]


def test_cameo_spans_lie_in_the_text_and_a_sentence_without_event_is_a_statement():
    text = "Peru criticised the Chilean government 's plan ."
    first, second = cameo_st.predict([{"id": "a", "text": text}, {"id": "b", "text": "The sea was calm ."}])

    assert first["class"] == 3
    assert [(span["role"], text[span["start"] : span["end"]]) for span in first["spans"]] == [
        ("source", "Peru"),
        ("target", "the Chilean government 's plan"),
    ]
    assert (second["class"], second["spans"]) == (0, [])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A hand grenade was hurled at a shop in the town, injuring six people.", "GRENADE"),
        ("An earthquake destroyed hundreds of houses in the mountains.", "NATURAL_DISASTER"),
        ("The group claimed responsibility for the explosion at the port.", "ATTRIB"),
    ],
)
def test_a_snippet_has_one_label(text, label):
    (found,) = case2021_t2.predict([{"id": "a", "text": text}])

    assert found == {"id": "a", "label": label}


@pytest.mark.parametrize("module", [cameo_st, case2021_t2, petrarch_cases, plover_gsr])
def test_an_adapter_names_its_development_file_and_its_labels(module):
    assert module.__name__.split(".")[1] == module.DEV.split("/")[1]
    assert module.GOLD
