"""Keys are made of names: none of a private person's stands anywhere in a reading."""

from rashomon.model.reading import OUTLET_KEY, Account, Claim, Filler, Mention, Reading
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind, Role, Stance, Status
from rashomon.store.withholding import Hidden, key_stands, reading_without


def at(start: int) -> EvidenceSpan:
    return EvidenceSpan("art-1", start, start + 5)


def test_a_key_that_no_mention_has_is_replaced_like_the_others() -> None:
    reading = Reading(
        "art-1",
        "rules-1",
        mentions=(Mention(at(0), MentionKind.PERSON, "Tamsin Orvelle", "tamsin-orvelle", "Tamsin Orvelle", named=True),),
        accounts=(
            Account(
                EventType.KILLING,
                Status.ALLEGED,
                at(9),
                at(9),
                (Filler(Role.AGENT, "mr-orvelle-s-men", at(20)),),
                attribution=("army",),
            ),
        ),
        claims=(Claim("ms-orvelle-s-neighbour", Stance.ASSERTS, at(30), via=(OUTLET_KEY, "orvelle-s-lawyer")),),
    )
    hidden = Hidden(frozenset({"Tamsin Orvelle", "Orvelle"}), frozenset({"tamsin-orvelle"}))

    shown = reading_without(reading, hidden)

    assert set(key_stands(reading, hidden)) == {
        "tamsin-orvelle",
        "mr-orvelle-s-men",
        "ms-orvelle-s-neighbour",
        "orvelle-s-lawyer",
    }
    assert "orvelle" not in " ".join(shown.keys)
    assert {"army", OUTLET_KEY} <= set(shown.keys)
