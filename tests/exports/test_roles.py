"""What the words around a name say of its role."""

import pytest
from coded_events import Happening, Said, published

from rashomon.exports.coded.parties import parties
from rashomon.exports.coded.roles import role_in
from rashomon.model.reading import Filler
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind, Role
from rashomon.store.views import Quote


@pytest.mark.parametrize(
    ("words", "name", "read", "shown"),
    [
        (
            "Two bombs went off, with a US military logistics convoy targeted in Yusufiyah.",
            "US military",
            Role.AGENT,
            Role.PATIENT,
        ),
        ("A rocket attack on a US base wounded two.", "US", Role.AGENT, Role.PATIENT),
        ("A US convoy was hit by a roadside bomb.", "US", Role.AGENT, Role.PATIENT),
        ("A US patrol attacked the house.", "US", Role.AGENT, Role.AGENT),
        ("US jets attacked a base.", "US", Role.AGENT, Role.AGENT),
        ("A US patrol attacked the house.", "US", Role.PATIENT, Role.PATIENT),
        ("The group that US officials say is a front claimed it.", "US", Role.AGENT, None),
        ("The army said it had retaken the town.", "army", Role.AGENT, Role.AGENT),
        ("A militia that US officials call a front, claimed responsibility.", "militia", Role.PATIENT, Role.AGENT),
        ("An obscure militia that is said to be a front, claimed responsibility.", "militia", Role.PATIENT, Role.AGENT),
        ("A bomb killed soldiers and a group claimed responsibility.", "soldiers", Role.PATIENT, Role.PATIENT),
    ],
)
def test_words_say_who_did_it(words, name, read, shown):
    start = words.index(name)
    filler = Filler(read, "key", EvidenceSpan("art-1", 100 + start, 100 + start + len(name)))

    assert role_in(Quote("art-1", 100, 100 + len(words), words, words), filler) == shown


def test_a_name_outside_the_words_keeps_its_role():
    filler = Filler(Role.AGENT, "key", EvidenceSpan("art-1", 5, 9))

    assert role_in(Quote("art-1", 100, 110, "base struck", ""), filler) == Role.AGENT


def test_who_did_it_in_the_first_account_is_no_victim_of_a_later_one():
    attacker = (("the attacker", MentionKind.GROUP),)
    happening = Happening(agents=(), said=(Said(agents=attacker), Said(patients=attacker, outlet="Other Courier")))

    assert [one.words for one in parties(published(happening), Role.AGENT)] == ["the attacker"]
    assert parties(published(happening), Role.PATIENT) == ()
