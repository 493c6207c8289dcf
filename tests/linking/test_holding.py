"""Two that each say the town is theirs."""

TOWN = "[Tall Ghar|PLACE|p]"


def held(linked, *drafts):
    return [clash for clash in linked(*drafts).contradictions if clash.topic.startswith("who holds it")]


def test_who_says_it_took_a_town_and_who_says_it_still_holds_it(linked, write):
    made = write(f"[Aland army|FORCE|army] said it had retaken {TOWN}. [Red Front|GROUP|red] said it still controlled all of it.")
    made.claim("it had retaken Tall Ghar", "army")
    made.claim("it still controlled all of it", "red")
    (clash,) = held(linked, made)
    assert (str(clash.kind), clash.topic) == ("actor", "who holds it: Tall Ghar")
    assert [(p.source, p.says) for p in clash.positions] == [
        ("Aland army", "Aland army took Tall Ghar"),
        ("Red Front", "Red Front holds Tall Ghar"),
    ]


def test_a_town_that_changes_hands_is_no_contradiction(linked, write):
    made = write(f"[Aland army|FORCE|army] said it had retaken {TOWN}. [Red Front|GROUP|red] said it had taken {TOWN} on Monday.")
    made.claim("it had retaken Tall Ghar", "army")
    made.claim("it had taken Tall Ghar on Monday", "red")
    assert held(linked, made) == []


def test_arms_that_are_taken_are_no_town(linked, write):
    made = write(
        f"[Aland army|FORCE|army] said it still held {TOWN}. [Red Front|GROUP|red] said it had captured two armoured vehicles."
    )
    made.claim("it still held Tall Ghar", "army")
    made.claim("it had captured two armoured vehicles", "red")
    assert held(linked, made) == []


def test_one_side_and_its_own_army_do_not_contradict_each_other(linked, write):
    made = write(f"[Aland army|FORCE|army] said it had retaken {TOWN}. [Aland|GPE|aland] said it now held {TOWN}.")
    made.claim("it had retaken Tall Ghar", "army")
    made.claim("it now held Tall Ghar", "aland")
    assert held(linked, made) == []


def test_articles_of_other_days_tell_of_other_days(linked, write):
    one = write(f"[Aland army|FORCE|army] said it had retaken {TOWN}.", outlet="Dune Post", published="2031-03-04")
    one.claim("it had retaken Tall Ghar", "army")
    other = write(f"[Red Front|GROUP|red] said it still controlled {TOWN}.", outlet="Coast Times", published="2031-03-14")
    other.claim("it still controlled Tall Ghar", "red")
    assert held(linked, one, other) == []


def test_a_meeting_that_is_held_holds_no_town(linked, write):
    made = write(f"[Aland army|FORCE|army] said it had retaken {TOWN}. [Red Front|GROUP|red] said it held a meeting in {TOWN}.")
    made.claim("it had retaken Tall Ghar", "army")
    made.claim("it held a meeting in Tall Ghar", "red")
    assert held(linked, made) == []
