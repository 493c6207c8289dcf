"""Rival stories of who deserves the credit."""

import pytest

RED, WHITE, BLAND, FRONT = (
    "[Red Front|GROUP|red]",
    "[White Brigades|GROUP|white]",
    "[Bland army|FORCE|bland]",
    "[Tall Ghar|PLACE|p]",
)


def rivals(linked, *drafts):
    return [clash for clash in linked(*drafts).contradictions if clash.topic.startswith("who deserves the credit")]


def test_two_speakers_who_give_the_credit_to_others_tell_rival_stories(linked, write):
    one = write(f"The {RED} deserves much of the credit for the victory at {FRONT}, a mayor said.", outlet="Dune Post")
    other = write(f"In the battle of {FRONT} the help of the {BLAND} was critical to success.", outlet="Coast Times")
    (clash,) = rivals(linked, one, other)
    assert (str(clash.kind), str(clash.severity)) == ("responsibility", "contradiction")
    assert {(p.article_id, p.says) for p in clash.positions} == {
        (one.article.id, "the credit goes to Red Front"),
        (other.article.id, "the credit goes to Bland army"),
    }


def test_who_claims_the_victory_as_its_own_is_the_speaker(linked, write):
    text = (
        f"The {RED} tries to appropriate the victory in {FRONT} as its own, omitting the {BLAND}, which was decisive in the war."
    )
    (clash,) = rivals(linked, write(text, outlet="Coast Times"))
    assert {(p.source, p.says) for p in clash.positions} == {
        ("Red Front", "the credit goes to Red Front"),
        ("Coast Times", "the credit goes to Bland army"),
    }


@pytest.mark.parametrize(
    "second",
    [
        f"A general praised the {RED} after the victory at {FRONT}.",
        f"The {BLAND} is expected to play a key role in the coming battle of {FRONT}.",
        f"A general praised the {BLAND} after the victory at [Sidi|PLACE|p].",
        f"A general praised the cooks of the {BLAND} after lunch at {FRONT}.",
    ],
    ids=["the same", "to come", "elsewhere", "no outcome"],
)
def test_what_is_no_rival_story(linked, write, second):
    one = write(f"The {RED} deserves much of the credit for the victory at {FRONT}, a mayor said.", outlet="Dune Post")
    assert rivals(linked, one, write(second, outlet="Coast Times")) == []


def test_battles_half_a_year_apart_are_two(linked, write):
    one = write(f"The {RED} deserves much of the credit for the victory at {FRONT}.", outlet="Dune Post", published="2031-01-04")
    other = write(f"A general praised the {BLAND} after the battle of {FRONT}.", outlet="Coast Times", published="2031-09-04")
    assert rivals(linked, one, other) == []
