import pytest

from rashomon.linking.names import features
from rashomon.linking.names.comparing import compared
from rashomon.linking.names.features import FEATURES
from rashomon.linking.names.kinds import NameKind

P, B, C = NameKind.PERSON, NameKind.ORGANISATION, NameKind.COMPANY


@pytest.mark.parametrize(
    ("feature", "kind", "one", "other", "silent", "text"),
    [
        ("opposed", P, "Omar Nadir", "Omar Orlik", "Omar", "'nadir' against 'orlik'"),
        ("clash", P, "Omar Nadir", "Omar Orlik", "Omar", "'nadir' is not 'orlik'"),
        ("surplus", P, "Omar Nadir Hadi", "Omar Hadi", "Omar Nadir Hadi", "only one has 'nadir'"),
        ("misspelt", P, "Omar Orlikov", "Omar Orilkov", "Omar Orlikov", "spelt otherwise: 'orilkov' for 'orlikov'"),
        ("worst_part", P, "Omar Orlikov", "Omar Orilkov", "Omar Orlikov", "'orilkov' is hardly 'orlikov'"),
        ("edits", P, "Omar Orlikov", "Omar Orlekev", "Omar Orlikev", "2 letters differ in one part"),
        ("sounds_same", P, "Omar Surovikin", "Omar Surovykin", "Omar Suromikin", "sounds the same: 'surovikin' like 'surovykin'"),
        ("initials", P, "O. Hadi", "Omar Hadi", "O. Hadi", "initials: 'o' for 'omar'"),
        ("only_initials", P, "O. H.", "Omar Hadi", "O. Hadi", "nothing but initials agrees"),
        ("acronym", B, "Salt People Army", "SPA", "Salt People", "'spa' are first letters of the other"),
        ("usual_forms", P, "Ted Orlik", "Theodore Orlik", "Ted Orlik", "usual forms: 'ted' for 'theodore'"),
        ("one_part", P, "Hadi", "Omar Hadi", "Hadi", "no more than one part agrees"),
        ("last_part", P, "Omar Hadi", "Omar Hadi Orlik", "Omar Nadir Hadi", "only one ends with 'orlik'"),
        ("first_part", P, "Omar Hadi", "Orlik Omar Hadi", "Omar Nadir Hadi", "only one begins with 'orlik'"),
        ("numbers", B, "47th Brigade", "Brigade 48", "Brigade", "numbers differ: 47 / 48"),
        ("number_missing", B, "47th Brigade", "Brigade", "Brigade 48", "only one bears 47"),
        ("legal_forms", C, "Orlik GmbH", "Orlik AG", "Orlik Co.", "legal forms differ: stock / limited"),
        ("countries", C, "Orlik Mexico", "Orlik", "Orlik Mexico", "only one names mexico"),
        ("generations", P, "Omar Hadi Jr", "Omar Hadi Sr", "Omar Hadi", "generations differ: jr / sr"),
        ("descent", P, "Omar bin Nadir Orlik", "Nadir bin Omar Orlik", "Nadir Omar Orlik", "father and son have changed places"),
        ("reordered", P, "Omar Hadi", "Hadi Omar", "Omar Hadi", "in another order"),
    ],
)
def test_a_feature_speaks_of_what_it_sees_and_is_silent_otherwise(feature, kind, one, other, silent, text):
    compare = getattr(features, feature)
    assert compare in FEATURES
    assert compare(compared(one, other, kind)).text == text
    assert compare(compared(one, other, kind)).score > 0
    assert compare(compared(one, silent, kind)).score == 0


def test_agreement_is_whole_for_one_name_and_nothing_for_two():
    assert features.agreement(compared("Omar Hadi", "OMAR HADI", P)).score == 1
    assert features.agreement(compared("Omar Hadi", "Nils Svensson", P)).score == 0


def test_titles_are_no_contradiction():
    assert features.opposed(compared("Sheikh Orlik", "Omar Orlik", P)).score == 0
    assert (
        features.surplus(compared("Sheikh Orlik", "Orlik", P)).score < features.surplus(compared("Omar Orlik", "Orlik", P)).score
    )


def test_letters_that_scripts_write_differently_are_no_edits():
    assert features.edits(compared("Qassem Soleimani", "قاسم سلیمانی", P)).score == 0
    assert features.edits(compared("Qassem Solehani", "قاسم سلیمانی", P)).score > 0.5
