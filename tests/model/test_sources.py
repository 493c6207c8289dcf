from dataclasses import replace

from rashomon.model.sources import Article, EvidenceSpan, Outlet, Part
from rashomon.model.words import PartKind

TEXT = "Blast in Tarn\nA bomb killed four."
ARTICLE = Article("c" * 64, 0, 10, 10 + len(TEXT), TEXT, parts=(Part(PartKind.TITLE, 0, 13), Part(PartKind.BODY, 14, 33)))


def test_an_evidence_span_gives_its_words():
    assert EvidenceSpan(ARTICLE.id, 14, 20).of(ARTICLE) == "A bomb"


def test_spans_of_two_articles_never_overlap():
    one = EvidenceSpan("art-1", 0, 5)

    assert one.overlaps(EvidenceSpan("art-1", 4, 9))
    assert not one.overlaps(EvidenceSpan("art-1", 5, 9))
    assert not one.overlaps(EvidenceSpan("art-2", 0, 5))


def test_parts_are_given_by_kind():
    assert ARTICLE.spans(PartKind.BODY) == ((14, 33),)
    assert ARTICLE.spans(PartKind.LEAD) == ()


def test_an_article_keeps_its_id_when_only_its_parts_are_understood_better():
    assert replace(ARTICLE, parts=()).id == ARTICLE.id
    assert replace(ARTICLE, published="2031-05-05").id != ARTICLE.id


def test_an_outlet_is_its_name():
    assert Outlet("Tarn Herald", family="Tarn Group").id == Outlet("Tarn Herald").id
