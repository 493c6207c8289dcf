"""Two who are each said to have come next."""

import pytest

BOSS = "[Idris al-Barzani|PER|boss]"


def next_ones(linked, *drafts):
    return [clash for clash in linked(*drafts).contradictions if clash.topic.startswith("who was next")]


def test_two_successors_of_one_man_contradict_each_other(linked, write):
    one = write(f"[Samir Nuri Kanaan|PER|a] succeeded {BOSS} last year.", outlet="Dune Post")
    other = write(
        "A report speaks of the death of [Idris al-Barzany|PER|boss] and his replacement by [Walid Tayyib Shahin|PER|b].",
        outlet="Coast Times",
    )
    (clash,) = next_ones(linked, one, other)
    assert (str(clash.kind), str(clash.severity)) == ("actor", "contradiction")
    assert {position.says.partition(" succeeded")[0] for position in clash.positions} == {
        "Samir Nuri Kanaan",
        "Walid Tayyib Shahin",
    }


@pytest.mark.parametrize(
    ("second", "published"),
    [
        ("[Samir Kanaan|PER|a] succeeded [Idris al-Barzani|PER|boss].", "2031-03-04"),
        ("[Walid Tayyib Shahin|PER|b] succeeded [Rafiq Haddad|PER|boss].", "2031-03-04"),
        ("[Walid Tayyib Shahin|PER|b] succeeded [Idris al-Barzani|PER|boss].", "2036-03-04"),
        ("[Walid Tayyib Shahin|PER|b] met [Idris al-Barzani|PER|boss].", "2031-03-04"),
    ],
    ids=["the same man", "another predecessor", "years later", "no succession"],
)
def test_what_is_no_second_successor(linked, write, second, published):
    one = write(f"[Samir Nuri Kanaan|PER|a] succeeded {BOSS} last year.", outlet="Dune Post", published="2031-03-01")
    assert next_ones(linked, one, write(second, outlet="Coast Times", published=published)) == []
