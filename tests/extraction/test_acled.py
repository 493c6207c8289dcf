"""ACLED's sub-event types of invented reports."""

import pytest

from rashomon.extraction.acled import cue_scores, cues, sub_event_scores
from rashomon.extraction.coder_words import coder_list
from rashomon.lists.schemes import load_schemes
from shipped import shipped_rules


@pytest.fixture(scope="module")
def extractor():
    return shipped_rules()


@pytest.mark.parametrize(
    ("text", "sub"),
    [
        ("A suicide bomber blew himself up at a market in the north of the country.", "Suicide bomb"),
        ("Warplanes carried out an air strike on a rebel camp near the river.", "Air/drone strike"),
        ("Gunmen kidnapped four teachers and demanded a ransom for them.", "Abduction/forced disappearance"),
        ("Police used tear gas to disperse protesters outside the ministry.", "Protest with intervention"),
        ("Bomb disposal teams defused an explosive device found on a bridge.", "Disrupted weapons use"),
        ("The two sides signed a ceasefire after talks with a mediator.", "Agreement"),
        ("An angry mob lynched a man accused of theft in the village.", "Mob violence"),
        ("Soldiers and militants exchanged fire in a gun battle lasting hours.", "Armed clash"),
    ],
)
def test_a_report_speaks_most_of_its_own_type(extractor, article_of, text, sub):
    scores = sub_event_scores(text, extractor.read(article_of(text)))

    assert max(scores, key=lambda name: scores[name]) == sub


def test_words_further_on_count_less():
    early = cue_scores("A mortar fell. " + "Nothing else was said. " * 20)
    late = cue_scores("Nothing else was said. " * 20 + "A mortar fell.")

    assert early["Shelling/artillery/missile attack"] > late["Shelling/artillery/missile attack"] > 0


def test_every_listed_type_is_one_of_acled():
    assert set(cues()) == set(load_schemes().acled_events)
    assert not set(coder_list("beyond_acled.yaml")) & set(cues())
