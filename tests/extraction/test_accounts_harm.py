import pytest
from marked_text import marked


def _account(text, n=0):
    return marked(text).accounts()[n]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A bomb killed a woman and wounded her son.", "1", "1"),
        ("{karo|PER|Ali Karo} was shot dead by {#killed 2|two} gunmen.", "1", "None"),
        ("A raid left {#killed 24..|dozens} of soldiers and militia members dead.", "24..", "None"),
        ("A strike killed {a|PER|Ali Karo} and {b|PER|Musa Belan}.", "2", "None"),
        ("A bomb exploded. A guard died and clerks were hurt.", "1", "2.."),
        ("Rockets hit the base, but no one was hurt.", "0", "0"),
    ],
)
def test_victims_that_no_number_counts_are_counted(text, killed, injured):
    account = _account(text)
    assert (str(account.killed), str(account.injured)) == (killed, injured)


def test_the_number_is_the_evidence_where_one_counts():
    marks = marked("An ambush killed {#killed 9|nine} soldiers.")
    assert marks.words(marks.accounts()[0].killed_span) == "nine"


def test_a_toll_beside_a_denial_is_not_of_what_is_denied():
    text = "Men raided {d|PLACE|Doro}. {g|PER|The mayor} put the dead at {#killed 6|six} and denied that anyone was abducted."
    raid, kidnapping = marked(text).accounts()
    assert (str(raid.killed), kidnapping.killed) == ("6", None)
    assert "patient" not in [filler.role for filler in kidnapping.fillers]


def test_a_figure_beside_a_denial_is_not_of_what_is_denied():
    text = "{g|PER|The mayor} put the dead at {#killed 6|six} and denied that {#other 2|two} clerks were abducted."
    reading = marked(text).reading()
    (kidnapping,) = [account for account in reading.accounts if account.type == "kidnapping"]
    assert kidnapping.id not in [figure.account for figure in reading.figures if figure.kind == "killed"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Shelling hit the town; {#killed 1210|1,210} {men|FORCE|troops} were killed or wounded there.", "..1210"),
        ("{#killed 4|Four} {men|FORCE|soldiers} were feared dead after their convoy was ambushed.", "..4"),
        ("{#killed 4|Four} {men|FORCE|soldiers} were killed and {#injured 2|two} wounded in an ambush.", "4"),
    ],
)
def test_one_number_for_dead_and_wounded_bounds_the_dead(text, killed):
    assert str(marked(text).accounts()[0].killed) == killed
