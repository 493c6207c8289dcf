import pytest

from rashomon.extraction.harm_cues import Effect, cues_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was shot and killed.", [Effect.KILLED]),
        ("He was shot.", [Effect.HIT]),
        ("He was shot at.", []),
        ("She died after being stabbed.", [Effect.KILLED, Effect.HIT]),
        ("They were wounded.", [Effect.INJURED]),
        ("She is in stable condition.", [Effect.CARE]),
        ("There were no injuries.", [Effect.SPARED]),
        ("It reached a dead end.", []),
        ("The officer's body camera ran.", []),
    ],
)
def test_words_of_harm_say_what_befell_people(text, expected):
    assert [cue.effect for cue in cues_in(text, (0, len(text)))] == expected


def test_the_longest_of_overlapping_words_counts():
    text = "He was shot in the head and killed."
    assert [cue.word for cue in cues_in(text, (0, len(text)))] == ["shot in the head and killed"]
