from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from rashomon.extraction.trained import reader
from rashomon.extraction.trained.encoder import Encoded
from rashomon.extraction.trained.explaining import judged
from rashomon.extraction.trained.heads import Found
from rashomon.model.sources import Article, Part
from rashomon.model.words import PartKind

TEXT = "Orulandic troops shelled Mirsa, a nurse said."
ARTICLE = Article("0" * 64, 0, 0, len(TEXT), TEXT, published="2031-05-06", parts=(Part(PartKind.BODY, 0, len(TEXT)),))
WORDS = [(0, 9), (10, 16), (17, 24), (25, 30), (30, 31), (32, 33), (34, 39), (40, 44), (44, 45)]
ENCODED = Encoded(tuple(WORDS), (False,) * len(WORDS), np.zeros((len(WORDS), 4), dtype=np.float32))


@pytest.fixture
def trained(small_lexicon, monkeypatch):
    """An extractor whose model found a group that shells a place, as a nurse says."""
    mentions = (Found((0, 2), "FORCE", 0.9), Found((3, 4), "PLACE", 0.8), Found((5, 7), "CIV", 0.7))
    found = SimpleNamespace(
        mentions=mentions,
        triggers=(Found((2, 3), "shelling_or_rocket", 0.6),),
        dates=(),
        numbers=(),
        cues=(Found((7, 8), "asserts", 0.5),),
        contents=(Found((0, 4), "content", 0.4),),
        roles=(SimpleNamespace(left=0, right=0, label="agent", sure=0.3),),
        sources=(SimpleNamespace(left=0, right=2, label="source", sure=0.2),),
        anchors=(Found((7, 8), "asserts", 0.5),),
    )
    nothing = Encoded((), (), np.zeros((0, 0), dtype=np.float32))
    model = SimpleNamespace(encode=lambda text, _reading: ENCODED if text else nothing, heads=None, version="test")
    monkeypatch.setattr(reader, "find", lambda *_arguments: found)
    monkeypatch.setattr(reader, "TrainedModel", lambda _folder: model)
    return reader.TrainedExtractor(small_lexicon)


def test_every_decision_stands_with_its_words_and_how_sure_it_is(trained):
    _, decided = judged(trained, ARTICLE)

    assert [(one.head, one.span.of(ARTICLE), one.label, one.sure) for one in decided if one.other is None] == [
        ("mention", "Orulandic troops", "FORCE", 0.9),
        ("mention", "Mirsa", "PLACE", 0.8),
        ("mention", "a nurse", "CIV", 0.7),
        ("trigger", "shelled", "shelling_or_rocket", 0.6),
        ("cue", "said", "asserts", 0.5),
        ("content", "Orulandic troops shelled Mirsa", "content", 0.4),
    ]


def test_a_decision_about_two_stretches_names_both(trained):
    _, decided = judged(trained, ARTICLE)
    pairs = [(one.head, one.span.of(ARTICLE), one.label, one.other.of(ARTICLE)) for one in decided if one.other]

    assert pairs == [
        ("role", "shelled", "agent", "Orulandic troops"),
        ("source", "said", "source", "a nurse"),
    ]


def test_the_rules_own_reading_stands_beside(trained):
    ruled, _ = judged(trained, ARTICLE)

    assert ruled.reader == trained.version
    assert {mention.span.article_id for mention in ruled.mentions} == {ARTICLE.id}


def test_nothing_is_decided_about_other_languages(trained):
    assert judged(trained, replace(ARTICLE, language="ar"))[1] == ()
