"""How far two accounts agree on where."""

import pytest

from rashomon.linking.events.wheres import same_place


def at(write, place, day=None, published="2031-03-05"):
    made = write(f"A blast at [{place}|PLACE|p].", outlet=place, published=published)
    made.event("blast", "bombing", date=day, place="p")
    return made


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Mount Zubaydin", "Zubaydin mountain", 0.6),
        ("Karm checkpoint", "Sirte checkpoint", -0.5),
        ("North Camp", "Camp South", -0.5),
        ("Qasr Zubayd", "Kasr Zubeid", 0.9),
    ],
)
def test_a_part_of_a_name_tells_but_not_the_sort_of_place(write, tellings_of, one, other, score):
    found = tellings_of(at(write, one), at(write, other))
    assert same_place(*found).score == same_place(*reversed(found)).score == score


@pytest.mark.parametrize(("day", "score"), [("2031-03-03", 0.5), ("2031", 0.0), (None, 0.0)])
def test_the_country_of_a_town_tells_only_of_the_same_day(write, tellings_of, day, score):
    assert same_place(*tellings_of(at(write, "Sidi", day), at(write, "Aland", day))).score == score


def test_two_places_that_both_articles_name_are_kept_apart_by_them(write, tellings_of):
    drafts = []
    for here, there in (("Karm", "Zubayd"), ("Zubayd", "Karm")):
        made = write(f"A blast at [{here}|PLACE|p], hours after one at [{there}|PLACE|q].", outlet=here)
        made.event("blast", "bombing", place="p")
        drafts.append(made)
    found = same_place(*tellings_of(*drafts))
    assert (found.score, found.text) == (-0.5, "both articles name the place of the one and that of the other")
