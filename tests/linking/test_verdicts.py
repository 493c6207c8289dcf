"""Whether a group is beaten: the claim, and the answer to it."""

RED = "[Red Front|GROUP|red]"


def verdicts(linked, *drafts):
    return [clash for clash in linked(*drafts).contradictions if clash.topic == "whether it is beaten: Red Front"]


def test_a_claim_of_defeat_that_the_outlet_answers(linked, write):
    made = write(f"[Aland|GPE|aland] claimed that the {RED} has been defeated. But its leaders remain at large.")
    made.claim("the Red Front has been defeated", "aland")
    (clash,) = verdicts(linked, made)
    assert (str(clash.kind), str(clash.severity)) == ("denial", "contradiction")
    assert [(p.source, p.says) for p in clash.positions] == [
        ("Aland", "Red Front is beaten"),
        ("Dune Group", "Red Front is not beaten"),
    ]


def test_what_is_foretold_and_answered_is_a_tension(linked, write):
    foretold = "the loss of its last town will deal the Red Front a decisive blow"
    answer = "the group still controls a wide region."
    made = write(f"While [Aland|GPE|aland] insists that {foretold.replace('Red Front', RED)}, {answer}")
    made.claim(f"{foretold}, {answer}", "aland")
    (clash,) = verdicts(linked, made)
    assert str(clash.severity) == "tension"
    words = [made.article.text[p.start : p.end] for p in clash.positions]
    assert words == [foretold, answer]


def test_one_voice_does_not_contradict_itself(linked, write):
    assert verdicts(linked, write(f"The {RED} has been defeated in the north. The {RED} still controls the south.")) == []


def test_articles_years_apart_are_two_disputes(linked, write):
    one = write(
        f"[Aland|GPE|aland] said that the {RED} has been defeated. The {RED} still holds two towns.", published="2029-03-04"
    )
    other = write(
        f"At a parade [Aland|GPE|aland] told the crowd that the {RED} was wiped out. Yet the {RED} is far from over.",
        outlet="Coast Times",
    )
    one.claim("the Red Front has been defeated", "aland")
    other.claim("the Red Front was wiped out", "aland")
    assert len(verdicts(linked, one, other)) == 2
