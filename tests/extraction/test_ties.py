import pytest
from marked_text import marked

CASES = [
    ("{karo|PER|Ali Karo}, the leader of {tolo|GROUP|the Tolo Movement}, fled.", ("karo", "leads", "tolo")),
    ("{tolo|GROUP|Tolo} leader {karo|PER|Ali Karo} fled.", ("karo", "leads", "tolo")),
    ("{karo|PER|Ali Karo}, who heads {tolo|GROUP|Tolo}, fled.", ("karo", "leads", "tolo")),
    ("{tolo|GROUP|Tolo}, led by {karo|PER|Ali Karo}, fled.", ("karo", "leads", "tolo")),
    ("{karo|PER|Ali Karo}, a spokesman for {tolo|GROUP|Tolo}, spoke.", ("karo", "spokesman_of", "tolo")),
    ("{tolo|GROUP|Tolo} spokesman {karo|PER|Ali Karo} spoke.", ("karo", "spokesman_of", "tolo")),
    ("{tolo|GROUP|Tolo}, backed by {oru|GPE|Oruland}, grew.", ("tolo", "backed_by", "oru")),
    ("{oru|GPE|Oruland}-backed {tolo|GROUP|Tolo} grew.", ("tolo", "backed_by", "oru")),
    ("{tolo|GROUP|Tolo}, a {oru|GPE|Oruland}-backed militia, grew.", ("tolo", "backed_by", "oru")),
    ("{a|GROUP|Mirsa Front} is part of {tolo|GROUP|Tolo}.", ("a", "part_of", "tolo")),
    ("{a|GROUP|Mirsa Front}, an offshoot of {tolo|GROUP|Tolo}, grew.", ("a", "part_of", "tolo")),
    ("{a|GROUP|Mirsa Front}, a front for {tolo|GROUP|Tolo}, grew.", ("a", "front_for", "tolo")),
    ("{a|GROUP|Tolo}, also known as {b|GROUP|Mirsa Front}, grew.", ("a", "alias_of", "b")),
    ("{a|PER|Karo}, the brother of {b|PER|Belan}, fled.", ("a", "family_of", "b")),
    ("{a|PER|Karo} succeeded {b|PER|Belan}.", ("a", "succeeded", "b")),
    ("{oru|GPE|Oruland} designated {tolo|GROUP|Tolo}.", ("tolo", "designated_by", "oru")),
    ("{m|MEDIA|Nida Orun}, the media arm of {tolo|GROUP|Tolo}, wrote.", ("m", "media_arm_of", "tolo")),
    ("{tolo|GROUP|Tolo}, based in {mirsa|PLACE|Mirsa}, grew.", ("tolo", "based_in", "mirsa")),
    ("{a|PER|Karo}, a member of {tolo|GROUP|Tolo}, fled.", ("a", "member_of", "tolo")),
    ("{a|GROUP|Mirsa Front} is allied with {tolo|GROUP|Tolo}.", ("a", "allied_with", "tolo")),
    ("{tolo|GROUP|Tolo} denied it. Its commander, {karo|PER|Ali Karo}, laughed.", ("karo", "leads", "tolo")),
]


@pytest.mark.parametrize(("text", "tie"), CASES)
def test_words_between_two_mentions_tie_them(text, tie):
    found = marked(text).reading().ties
    assert [(made.subject, str(made.relation), made.object) for made in found] == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "{a|GROUP|Tolo} attacked {b|GROUP|Mirsa Front}.",
        "{karo|PER|Karo} said that {tolo|GROUP|Tolo} had left.",
        "{a|PER|Karo} met {b|PER|Belan}.",
    ],
)
def test_other_words_tie_nothing(text):
    assert marked(text).reading().ties == ()


def test_a_former_leader_is_noted():
    tie = marked("{karo|PER|Ali Karo}, the former leader of {tolo|GROUP|Tolo}, fled.").reading().ties[0]
    assert tie.note == "former"
