"""Who does what to whom, on invented sentences, with the shipped lists."""

import pytest

from rashomon.extraction.coder import Coder
from shipped import shipped_lexicon


@pytest.fixture(scope="module")
def coder():
    return Coder(shipped_lexicon())


@pytest.fixture
def first(coder, article_of):
    """The most central event of a sentence."""

    def find(text):
        found = coder.code(article_of(text))
        return found[0] if found else None

    return find


def codes(parties):
    return [party.identity.code for party in parties]


@pytest.mark.parametrize(
    ("text", "code", "sources", "targets"),
    [
        ("Kenya's army shelled rebels in Somalia on Monday.", "194", ["KENMIL"], ["SOMREB"]),
        ("Norway will send food aid to Mali next month, its foreign minister said.", "0333", ["NOR"], ["MLI"]),
        ("Two Iraqi journalists were arrested by Turkish police in Ankara.", "173", ["TURCOP"], ["IRQJRN"]),
        ("Colombia threatened to break off relations with Ecuador unless it closed its camps.", "1313", ["COL"], ["ECU"]),
        ("Ghana's parliament rejected an offer of mediation from Togo.", "126", ["GHALEG"], ["TGO"]),
        ("Spain lifted its arms embargo against Morocco.", "085", ["ESP"], ["MAR"]),
        ("Denmark announced a suspension of aid to Eritrea.", "162", ["DNK"], ["ERI"]),
        ("Serbia expelled two Croatian diplomats.", "166", ["SRB"], ["HRVGOV"]),
        ("Kuwait opened its borders to refugees from Iraq.", "086", ["KWT"], ["IRQREF"]),
        ("Chile praised Uruguay's efforts to end the dispute.", "051", ["CHL"], ["URY"]),
        ("Uganda accused Rwanda of arming rebels.", "112", ["UGA"], ["RWA"]),
        ("Bolivian miners began a hunger strike against the government.", "142", ["BOLLAB"], ["BOLGOV"]),
        ("Jordan urged Israel to release the prisoners.", "0253", ["JOR"], ["ISR"]),
        ("Portugal cancelled a planned visit to Angola.", "120", ["PRT"], ["AGO"]),
        ("The Angolan army withdrew its troops from Namibia.", "087", ["AGOMIL"], ["NAM"]),
        ("Judges in Peru opened an investigation into the police.", "090", ["PERJUD"], ["PERCOP"]),
        ("Sudan has agreed to allow peacekeepers into the camps.", "0355", ["SDN"], ["SDNMIL"]),
        ("Ukraine imposed sanctions on Belarus.", "163", ["UKR"], ["BLR"]),
        ("Nepal's government declared a state of emergency in Kathmandu.", "1724", ["NPLGOV"], ["NPL"]),
        ("Malian soldiers mobilised along the border with Niger.", "154", ["MLIMIL"], ["NER"]),
    ],
)
def test_an_act_has_its_code_and_its_parties(first, text, code, sources, targets):
    found = first(text)

    assert (found.code[:2], codes(found.sources), codes(found.targets)) == (code[:2], sources, targets)


@pytest.mark.parametrize(
    ("text", "code", "deed"),
    [
        ("France will visit the matter later and will meet Spain on Friday.", "036", "040"),
        ("Iran must withdraw its troops from Iraq, Oman said.", "1056", "1056"),
        ("Algeria will not help Tunisia.", "122", None),
    ],
)
def test_a_mood_changes_the_code_and_the_deed_stays(coder, article_of, text, code, deed):
    found = [(event.code, event.deed) for event in coder.code(article_of(text))]

    assert (code, deed) in found


def test_a_negated_deed_is_no_event(first):
    assert first("Zambia did not attack Malawi.") is None


def test_those_of_a_list_who_meet_are_all_sources(first):
    found = first("Peru and Chile held talks in Lima.")

    assert found.reciprocal
    assert (codes(found.sources), found.targets) == (["PER", "CHL"], ())


def test_the_head_of_a_list_of_countries_is_shared(first):
    found = first("The ambassadors of Chad and Niger criticised Libya.")

    assert codes(found.sources) == ["TCDGOV", "NERGOV"]
    assert [party.head for party in found.sources] == ["", "The ambassadors"]


def test_an_adjective_of_a_list_shares_the_noun_behind_the_other(first):
    assert codes(first("Danish and Swedish officials condemned Belarus.").sources) == ["DNKGOV", "SWEGOV"]


def test_a_visit_holds_in_both_directions(first):
    found = first("Egyptian ministers visited Sudan.")

    assert (found.code, found.back) == ("042", "043")


def test_what_they_say_they_did_is_an_admission(first):
    assert first("The rebels said they had bombed the bridge.").code == "015"


def test_who_says_what_another_did_is_kept(first):
    found = first("India said that Pakistani troops had shelled its villages.")

    assert (found.root, codes(found.sources), codes(found.said_by)) == ("19", ["PAKMIL"], ["IND"])


def test_who_only_speaks_at_the_end_does_nothing(first):
    found = first("Police in Nairobi arrested three students, a Tanzanian diplomat said.")

    assert (codes(found.sources), found.said_by) == (["KENCOP"], ())


def test_a_clause_in_the_subject_does_not_take_the_verb(first):
    found = first("The villagers imprisoned for protesting against Syria were released by Lebanese soldiers.")

    assert (found.code, codes(found.sources), found.targets[0].name) == ("0841", ["LBNMIL"], "villagers")


def test_the_party_is_named_by_its_owner_where_its_head_is_nobody(first):
    target = first("Chile praised Uruguay's efforts to end the dispute.").targets[0]

    assert (target.text, target.name) == ("Uruguay's efforts", "Uruguay")


def test_a_capital_that_acts_stands_for_its_government(first):
    assert codes(first("Jakarta expelled the aid agency.").sources) == ["IDNGOV"]


def test_every_span_holds_its_words(coder, article_of):
    text = "Kenya's army shelled rebels in Somalia. Peru and Chile held talks in Lima."
    found = coder.code(article_of(text))

    assert [text[event.trigger.start : event.trigger.end] for event in found] == ["shelled", "held talks"]
    assert all(text[p.span.start : p.span.end] == p.text for event in found for p in (*event.sources, *event.targets))


def test_what_an_event_is_about_comes_from_its_sentence(first):
    assert first("Voters protested against the ballot in Ghana.").contexts[0] == "election"


def test_a_sentence_without_an_act_has_no_event(first):
    assert first("The sea was calm and the sky was blue.") is None
