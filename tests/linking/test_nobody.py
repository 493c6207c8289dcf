"""Nobody hurt, and eighty dead."""

import pytest


def none_or_some(linked, *drafts):
    return [clash for clash in linked(*drafts).contradictions if clash.topic.startswith("whether anybody was")]


def test_no_casualties_beside_a_toll_that_another_gives(linked, write):
    made = write("No casualties were reported at the base (although [Red Front|GROUP|red] says that 80 soldiers died there).")
    made.figure("80", "80", "soldiers killed", "killed", source="red")
    (clash,) = none_or_some(linked, made)
    assert (str(clash.kind), str(clash.severity)) == ("number", "different_number")
    assert [(p.source, p.says) for p in clash.positions] == [("Dune Group", "none killed"), ("Red Front", "80 killed")]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 80 people and wounded many. In the second blast no deaths were reported.",
        "A bomb killed 80 people. " + "The road was closed for hours. " * 12 + "There were no deaths in the fire.",
    ],
    ids=["one voice", "far apart"],
)
def test_none_here_and_some_there_in_one_voice_agree(linked, write, text):
    made = write(text)
    made.figure("80", "80", "people killed", "killed")
    assert none_or_some(linked, made) == []


@pytest.mark.parametrize(
    ("none", "whom", "clashes"),
    [
        ("No military casualties were brought in", "soldiers killed", 1),
        ("No military casualties were brought in", "people killed", 0),
        ("No civilian casualties were seen", "people killed", 1),
        ("No civilian casualties were seen", "fighters killed", 0),
        ("Last week the Dune Post reported no deaths", "people killed", 0),
        ("Last week the strike caused no deaths", "people killed", 1),
    ],
)
def test_whose_losses_are_denied_must_be_those_that_are_counted(linked, write, none, whom, clashes):
    made = write(f"{none}, but [Red Front|GROUP|red] says that 80 died.")
    made.figure("80", "80", whom, "killed", source="red")
    assert len(none_or_some(linked, made)) == clashes
