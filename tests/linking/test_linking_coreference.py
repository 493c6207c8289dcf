"""Words that name one event, in articles of one story: what is looked at, and what follows."""

import re

import numpy as np
import pytest

from rashomon.extraction.trained.encoder import TrainedModel
from rashomon.extraction.trained.shipping import MODEL
from rashomon.linking.contract import Source
from rashomon.linking.coreference.coreference import same_events, sceneries
from rashomon.linking.coreference.likeness import article_likeness
from rashomon.linking.coreference.pairs import PairModel
from rashomon.linking.coreference.resemblance import NAMES, respects
from rashomon.model.dates import DateInterval
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan, Part
from rashomon.model.words import MentionKind, PartKind

BLAST = (
    "A <bomb> went off in the Zubayd market of Tall Ghar on Monday. Police said the <explosion> killed nine porters. "
    "Colonel Idris Hamo was <arrested> for it."
)
BLAST_AGAIN = (
    "Nine porters died when a <bomb> tore through Zubayd market in Tall Ghar. "
    "Idris Hamo, a colonel, was <arrested> after the <blast>."
)
VOTE = "Norland's parliament <voted> to lower the harbour tax. Minister Una Berg <resigned> after the <vote>."
_MARKED = re.compile(r"<(\w+)>")


def source(marked, n=0, published="2031-03-04"):
    text = _MARKED.sub(r"\1", marked)
    article = Article(
        capture=f"c{n}",
        n=n,
        start=0,
        end=len(text),
        text=text,
        title=None,
        outlet=None,
        published=published,
        language="en",
        parts=(Part(PartKind.BODY, 0, len(text)),),
    )
    names = [("Idris Hamo", MentionKind.PERSON), ("Tall Ghar", MentionKind.PLACE), ("Una Berg", MentionKind.PERSON)]
    mentions = [
        Mention(
            EvidenceSpan(article.id, text.index(name), text.index(name) + len(name)), kind, name, key=name, name=name, named=True
        )
        for name, kind in names
        if name in text
    ]
    if "Monday" in text:
        at = text.index("Monday")
        mentions.append(
            Mention(EvidenceSpan(article.id, at, at + 6), MentionKind.DATE, "Monday", date=DateInterval.parse("2031-03-03"))
        )
    spans = [(m.start() - 2 * k, m.end() - 2 * k - 2) for k, m in enumerate(_MARKED.finditer(marked))]
    return Source(article, Reading(article.id, "test", mentions=tuple(mentions))), spans


@pytest.fixture(scope="module")
def told():
    return [source(text, n) for n, text in enumerate((BLAST, BLAST_AGAIN, VOTE))]


@pytest.fixture(scope="module")
def encoder():
    return TrainedModel(MODEL)


def given(told):
    return [one for one, _ in told], {one.article.id: spans for one, spans in told}


def words(events, told):
    text = {one.article.id: one.article.text for one, _ in told}
    groups = {}
    for span, number in events.items():
        groups.setdefault(number, []).append(text[span.article_id][span.start : span.end])
    return {tuple(sorted(group)) for group in groups.values()}


def test_articles_are_as_alike_as_their_words_and_names(told):
    for likeness in article_likeness(given(told)[0]):
        assert likeness.shape == (3, 3)
        assert np.allclose(likeness, likeness.T, atol=1e-6)
        assert likeness[0, 1] > likeness[0, 2]


def test_all_words_of_a_story_are_looked_at_together(told, encoder):
    sizes = sorted(len(scenery.found) for scenery in sceneries(*given(told), encoder))
    assert sizes == [3, 6]


def test_respects_are_symmetric_and_named(told, encoder):
    scenery = max(sceneries(*given(told), encoder), key=lambda scenery: len(scenery.found))
    made = respects(scenery)
    assert made.shape == (6, 6, len(NAMES))
    assert np.allclose(made, made.transpose(1, 0, 2), atol=1e-5)


@pytest.mark.parametrize(
    ("one", "other", "name", "value"),
    [
        ("arrested", "arrested", "same_family", 1.0),
        ("arrested", "arrested", "shared_persons", 1.0),
        ("arrested", "explosion", "shared_persons", 0.0),
        ("bomb", "bomb", "shared_places", 1.0),
        ("explosion", "arrested", "same_article", 1.0),
        ("bomb", "bomb", "same_article", 0.0),
        ("bomb", "bomb", "both_titles", 1.0),
        ("bomb", "bomb", "days_apart", 0.0),
    ],
)
def test_two_words_are_compared_by_what_stands_around_them(told, encoder, one, other, name, value):
    scenery = max(sceneries(*given(told), encoder), key=lambda scenery: len(scenery.found))
    named = [found.text for found in scenery.found]
    row, column = named.index(one), len(named) - 1 - named[::-1].index(other)
    if name == "same_article" and value:
        first = scenery.found[row].span.article_id
        column = next(n for n, found in enumerate(scenery.found) if found.text == other and found.span.article_id == first)
    assert respects(scenery)[row, column, NAMES.index(name)] == value


def test_what_is_told_twice_is_one_event_and_another_story_is_none_of_it(told, encoder):
    groups = words(same_events(*given(told), encoder, PairModel()), told)
    assert ("arrested", "arrested") in groups
    assert not any({"voted", "bomb"} <= set(group) or {"arrested", "bomb"} <= set(group) for group in groups)


def test_the_order_of_the_articles_makes_no_difference(told, encoder):
    there = same_events(*given(told), encoder, PairModel())
    back = same_events(*given(told[::-1]), encoder, PairModel())
    assert words(there, told) == words(back, told)


def test_chances_are_symmetric_and_between_none_and_sure(told, encoder):
    for scenery in sceneries(*given(told), encoder):
        chances = PairModel().chances(scenery)
        assert np.allclose(chances, chances.T)
        assert 0 <= chances.min() <= chances.max() <= 1


def test_an_article_without_words_is_no_trouble(told, encoder):
    sources, spans = given(told)
    assert same_events(sources, {sources[0].article.id: spans[sources[0].article.id]}, encoder, PairModel()).keys() == {
        EvidenceSpan(sources[0].article.id, *span) for span in spans[sources[0].article.id]
    }
