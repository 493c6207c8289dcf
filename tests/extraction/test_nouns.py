import pytest

from rashomon.extraction.nouns import noun_phrases
from rashomon.model.words import MentionKind as Kind
from rashomon.text.tokens import tokens


def read(text):
    return [(text[found.start : found.end], found.kind) for found in noun_phrases(text, tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It hit two gunmen.", [("gunmen", Kind.GROUP)]),
        ("It hit a suicide bomber.", [("a suicide bomber", Kind.PERSON)]),
        ("It hit the security forces.", [("the security forces", Kind.FORCE)]),
        ("It hit three civilians in a busy market.", [("civilians", Kind.CIVILIANS), ("a busy market", Kind.FACILITY)]),
        ("It hit a Belan-made drone.", [("a Belan-made drone", Kind.WEAPON)]),
        ("It hit police officers.", [("police officers", Kind.FORCE)]),
        ("It hit Oru's army.", [("Oru's army", Kind.FORCE)]),
        ("It met its spokesman.", [("its spokesman", Kind.PERSON)]),
        ("It hit a supply convoy.", [("a supply convoy", Kind.FACILITY)]),
        ("It was Tolo's North Hill command.", [("North Hill command", Kind.FORCE)]),
        ("It hit security men.", [("security men", Kind.FORCE)]),
        ("It told the state news agency.", [("the state news agency", Kind.MEDIA)]),
        ("The party left.", []),
        ("The party said it left.", [("The party", Kind.ORGANISATION)]),
        ("It hit the men.", []),
        ("It hit armed men.", [("armed men", Kind.CIVILIANS)]),
        ("It hit the tree.", []),
        ("The oil rich province saw military rule.", []),
        ("Army raids camp", [("Army", Kind.FORCE), ("camp", Kind.FACILITY)]),
        ("It took the city of Belan and Karo province.", []),
        ("It took the Belan capital.", [("the Belan capital", Kind.PLACE)]),
        ("It left Belan Karo's army.", [("Belan Karo's army", Kind.FORCE)]),
        ("It left Belan's market.", []),
        ("BELAN (KN) - Gunmen came.", [("Gunmen", Kind.GROUP)]),
        ("No group said so.", []),
        ("It said that troops left.", [("troops", Kind.FORCE)]),
        ("It had injured civilians.", [("civilians", Kind.CIVILIANS)]),
    ],
)
def test_a_phrase_runs_from_its_determiner_to_its_head(text, expected):
    assert read(text) == expected
