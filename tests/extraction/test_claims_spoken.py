import pytest
from marked_text import marked

from rashomon.model.reading import UNKNOWN_KEY
from rashomon.model.words import Stance


@pytest.mark.parametrize(
    ("text", "source", "stance", "content"),
    [
        ("{army|FORCE|The army} yesterday again called the report “a cheap trick”.", "army", Stance.ASSERTS, "“a cheap trick”"),
        ("The road was open, {okot|PER|Okot} told the court.", "okot", Stance.ASSERTS, "The road was open"),
    ],
)
def test_what_only_grammar_finds_is_a_claim(text, source, stance, content):
    marks = marked(text)

    assert (source, stance, content) in [(c.source, c.stance, marks.words(c.content)) for c in marks.claims()]


def test_a_speaker_whom_no_mention_names_is_unknown_but_keeps_his_words():
    marks = marked("The ferryman said the boats had left.")
    claim = marks.claims()[0]

    assert (claim.source, marks.words(claim.source_span)) == (UNKNOWN_KEY, "The ferryman")


@pytest.mark.parametrize(
    "text",
    [
        "{okot|PER|Okot} never told the court that the road was open.",
        "{okot|PER|Okot} seems to leave.",
        "{okot|PER|Okot} called the old ferry.",
    ],
)
def test_what_was_not_said_is_no_claim(text):
    assert marked(text).claims() == ()
