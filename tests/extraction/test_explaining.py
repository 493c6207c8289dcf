import pytest

from rashomon.extraction.explained import Explained, Judgement
from rashomon.extraction.explaining import Explaining, coded
from rashomon.extraction.product import extractor
from rashomon.extraction.rules import RuleExtractor
from rashomon.model.reading import Account, Filler, Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan, Part
from rashomon.model.words import EventType, MentionKind, PartKind, Role, Status
from shipped import shipped_lists

TEXT = "A bomb killed four people in Maiduguri on Monday, May 5, 2031 was named later, the army said. Boko Haram was blamed."
ARTICLE = Article("0" * 64, 0, 0, len(TEXT), TEXT, published="2031-05-06", parts=(Part(PartKind.BODY, 0, len(TEXT)),))
SPAN, OTHER, FAR = EvidenceSpan("art-1", 0, 5), EvidenceSpan("art-1", 3, 8), EvidenceSpan("art-1", 20, 25)


@pytest.fixture(scope="module")
def explained(small_lexicon):
    reads = RuleExtractor(small_lexicon)
    return reads.read(ARTICLE), Explaining(reads, *shipped_lists()).explain(ARTICLE, reads.read(ARTICLE))


def test_where_only_rules_read_nothing_stands_beside_them(explained):
    assert explained[1].ruled is None
    assert explained[1].judgements == ()


def test_a_date_is_reckoned_where_its_words_need_the_articles_day(explained):
    reading, how = explained
    resolved = {m.text: m.span in how.reckoned for m in reading.mentions if m.kind == MentionKind.DATE and m.date is not None}

    assert resolved
    assert all(reckoned == ("2031" not in words) for words, reckoned in resolved.items())


def test_names_say_what_the_lists_have_of_them(explained):
    known = [one for one in explained[1].known if "Boko Haram" in one.actors]

    assert known or not any("Boko" in m.text for m in explained[0].mentions)


def test_each_account_is_coded(explained):
    reading, how = explained

    assert [one.account for one in how.coded] == [account.id for account in reading.accounts]


@pytest.mark.parametrize(
    ("agent", "patient", "acled"),
    [(MentionKind.GROUP, MentionKind.CIVILIANS, "Abduction/forced disappearance")],
)
def test_other_schemes_look_at_who_does_it_to_whom(agent, patient, acled):
    mentions = (Mention(SPAN, agent, "reeds", "a"), Mention(FAR, patient, "drivers", "b"))
    fillers = (Filler(Role.AGENT, "a", SPAN), Filler(Role.PATIENT, "b", FAR))
    account = Account(EventType.KIDNAPPING, Status.ASSERTED, OTHER, OTHER, fillers)
    found = coded(Reading("art-1", "test", mentions, (account,)), account)

    assert (found.account, found.cameo, found.plover.category) == (account.id, "181", "ASSAULT")
    assert found.acled is not None
    assert found.acled.sub_event_type == acled


HOW = Explained(
    None,
    (
        Judgement("mention", SPAN, "GROUP", 0.6),
        Judgement("mention", OTHER, "FORCE", 0.9),
        Judgement("trigger", SPAN, "bombing", 0.8),
        Judgement("role", SPAN, "agent", 0.7, FAR),
    ),
    (),
    (),
    (),
)


@pytest.mark.parametrize(
    ("span", "heads", "label"),
    [(SPAN, ("mention",), "FORCE"), (SPAN, ("trigger",), "bombing"), (FAR, ("mention",), None), (SPAN, ("role",), None)],
)
def test_the_surest_decision_about_a_stretch_counts(span, heads, label):
    found = HOW.judgement(span, *heads)

    assert (found.label if found else None) == label


def test_pairs_are_found_by_the_stretch_that_has_the_other():
    assert [one.other for one in HOW.pairs(SPAN, "role")] == [FAR]
    assert HOW.pairs(FAR, "role") == ()


def test_the_product_can_be_explained(small_lexicon):
    reads = extractor(small_lexicon.registry, small_lexicon.gazetteer)
    how = Explaining(reads, *shipped_lists()).explain(ARTICLE, reads.read(ARTICLE))

    assert (how.ruled is None) == isinstance(reads, RuleExtractor)
