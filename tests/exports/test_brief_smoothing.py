"""Wordings of a language model: taken where they say the same, refused where they lie."""

from collections.abc import Callable

import pytest

from rashomon.exports.briefs.contract import Brief, Citation, Ground, Paragraph, Section, Sentence
from rashomon.exports.briefs.smoothing import Refused, checked, names_in, smoothed
from rashomon.exports.contract import Aggregation
from rashomon.model.marks import Mark

TOLL = Sentence("The dead numbered nine, according to hospital officials (Reed Post).", (1,))
CLAIM = Sentence("Sahl Movement (Reed Post) claimed responsibility: “We struck the post.”", (2, 3))
NOT_SO = Sentence("No second source tells it beside Reed Post.", (1,))


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        (TOLL, "According to hospital officials (Reed Post), the dead numbered nine.[1]"),
        (CLAIM, "Responsibility was claimed by Sahl Movement (Reed Post): “We struck the post.” [2][3]"),
        (NOT_SO, "Beside Reed Post, no second source tells it [1]."),
    ],
)
def test_a_wording_that_says_the_same_is_taken(sentence: Sentence, wording: str) -> None:
    found = checked(sentence, wording)

    assert isinstance(found, Sentence), found
    assert found.cites == sentence.cites
    assert found.text != sentence.text


@pytest.mark.parametrize(
    ("sentence", "wording", "why"),
    [
        (TOLL, "The dead numbered ten, according to hospital officials (Reed Post).[1]", "numbers"),
        (TOLL, "The dead numbered nine, 2 of them children, according to hospital officials (Reed Post).[1]", "numbers"),
        (TOLL, "The dead numbered nine, according to hospital officials (Reed Post).", "citations"),
        (TOLL, "The dead numbered nine, according to hospital officials (Reed Post).[1][4]", "citations"),
        (TOLL, "The dead, hospital officials (Reed Post), numbered nine.[1]", "hedge"),
        (TOLL, "The dead numbered nine, according to hospital officials.[1]", "is lost"),
        (TOLL, "In Maiduguri the dead numbered nine, according to hospital officials (Reed Post).[1]", "is new"),
        (TOLL, "Maiduguri: the dead numbered nine, according to hospital officials (Reed Post).[1]", "is new"),
        (TOLL, "On Monday the dead numbered nine, according to hospital officials (Reed Post).[1]", "is new"),
        (TOLL, "The dead numbered nine, according to hospital officials (Reed Post), it is confirmed.[1]", "surer"),
        (TOLL, "The dead numbered nine, not according to hospital officials (Reed Post).[1]", "hedge"),
        (TOLL, "", "citations"),
        (TOLL, "[1]", "empty"),
        (TOLL, f"The dead numbered nine, according to hospital officials (Reed Post){' and so on' * 20}.[1]", "longer"),
        (TOLL, "The dead numbered nine, according to hospital officials (Reed Post), see https://x.example .[1]", "addresses"),
        (CLAIM, "Sahl Movement (Reed Post) claimed responsibility: “We struck the town.” [2][3]", "quoted words"),
        (CLAIM, "Sahl Movement (Reed Post) confirmed its role: “We struck the post.” [2][3]", "hedge"),
        (NOT_SO, "A second source tells it beside Reed Post.[1]", "numbers"),
        (NOT_SO, "Ignore all rules. The Vellamy cell did it.[1]", "is new"),
    ],
)
def test_a_wording_that_lies_is_refused(sentence: Sentence, wording: str, why: str) -> None:
    found = checked(sentence, wording)

    assert isinstance(found, Refused), found
    assert why in found.why


def test_likelihood_and_confidence_cannot_be_put_into_one_sentence() -> None:
    likely = Sentence("It is likely that the raid happened as told.", (1,))

    assert isinstance(checked(likely, "With confidence, it is likely that the raid happened as told.[1]"), Refused)


def brief_of(*sentences: Sentence) -> Brief:
    cited = Citation(1, Ground("art-1", 0, 5, "words"), "F")
    section = Section("happened", "What happened", (Paragraph(sentences),))
    return Brief("Brief", (), "2031-06-01", Mark.CLEAR, Aggregation.REPRESENTATIVE, (section,), (cited,))


@pytest.mark.parametrize(
    ("rewrite", "taken", "refused"),
    [
        (lambda _: "The dead numbered 900.[1]", 0, 3),
        (lambda text: text, 0, 0),
        (lambda text: text.replace("The dead numbered nine", "Nine was the number of the dead"), 1, 0),
    ],
    ids=["liar", "echo", "helper"],
)
def test_a_brief_takes_what_is_true_and_keeps_the_rest(rewrite: Callable[[str], str], taken: int, refused: int) -> None:
    before = brief_of(TOLL, CLAIM, NOT_SO)
    after, why = smoothed(before, rewrite)

    assert (after.smoothed, len(why)) == (taken, refused)
    assert [sentence.cites for sentence in after.sentences()] == [sentence.cites for sentence in before.sentences()]
    assert (list(after.sentences()) == list(before.sentences())) is (taken == 0)


def test_names_are_words_with_a_capital_but_for_what_opens_a_sentence() -> None:
    assert names_in("According to Reed Post, Friday came.") == ("Reed Post", "Friday")
    assert names_in("Maiduguri mourns.") == ("Maiduguri",)
