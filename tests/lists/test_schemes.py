"""The mappings to PLOVER, ACLED and CAMEO."""

import pytest

from rashomon.lists.schemes import PloverVersion, cameo_quad, load_schemes
from rashomon.model.words import EventType, MentionKind

CATEGORIES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


@pytest.fixture(scope="module")
def schemes():
    return load_schemes()


@pytest.mark.parametrize("kind", list(EventType))
def test_every_event_type_has_a_cameo_code_and_a_plover_category_or_none(schemes, kind):
    assert schemes.cameo(kind)[:2] in schemes.cameo_roots
    assert schemes.plover(kind).category in CATEGORIES | {None}


def test_only_acts_of_words_and_of_government_have_no_plover_category(schemes):
    assert {kind for kind in EventType if schemes.plover(kind).category is None} == {
        EventType.APPOINTMENT,
        EventType.ELECTION_OR_GOVERNMENT_FORMATION,
        EventType.STATEMENT_OR_PROPAGANDA,
        EventType.OTHER,
    }


@pytest.mark.parametrize(
    ("kind", "agents", "patients", "sub"),
    [
        (EventType.ATTACK, [MentionKind.GROUP], [MentionKind.FORCE], "Armed clash"),
        (EventType.ATTACK, [MentionKind.GROUP], [MentionKind.CIVILIANS], "Attack"),
        (EventType.ATTACK, [], [MentionKind.FORCE], "Armed clash"),
        (EventType.TERRITORY_TAKEN, [MentionKind.FORCE], [], "Government regains territory"),
        (EventType.TERRITORY_TAKEN, [MentionKind.GROUP], [], "Non-state actor overtakes territory"),
        (EventType.ARREST, [MentionKind.GROUP], [], "Abduction/forced disappearance"),
        (EventType.ARREST, [MentionKind.FORCE], [], "Arrests"),
        (EventType.AIRSTRIKE, [], [], "Air/drone strike"),
    ],
)
def test_acled_depends_on_who_does_it_to_whom(schemes, kind, agents, patients, sub):
    assert schemes.acled(kind, agents, patients).sub_event_type == sub


def test_what_acled_does_not_code_has_no_type(schemes):
    assert schemes.acled(EventType.APPOINTMENT) is None


def test_a_sub_event_type_stands_under_its_event_type(schemes):
    assert schemes.acled(EventType.SUICIDE_ATTACK).event_type == "Explosions/Remote violence"
    assert len(schemes.acled_events) == 25


@pytest.mark.parametrize(
    ("code", "new", "old"),
    [
        ("0841", "RETREAT", "RETREAT"),
        ("082", "CONCEDE", "CONCEDE"),
        ("094", "ACCUSE", "INVESTIGATE"),
        ("1053", "REQUEST", "DEMAND"),
        ("112", "ACCUSE", "DISAPPROVE"),
        ("194", "ASSAULT", "FIGHT"),
        ("1822", "ASSAULT", "ASSAULT"),
        ("163", "COERCE", "SANCTION"),
        ("010", None, None),
    ],
)
def test_a_cameo_code_has_the_category_of_each_version(schemes, code, new, old):
    assert schemes.plover_of(code).category == new
    assert schemes.plover_of(code, PloverVersion.OLD).category == old


def test_modes_and_contexts_take_the_longest_beginning(schemes):
    assert (schemes.plover_of("1831").mode, schemes.plover_of("183").mode) == ("suicide-attack", "explosives")
    assert schemes.plover_of("2041").contexts == ("cbrn",)
    assert schemes.context("asylum", PloverVersion.OLD) == "refugee"


@pytest.mark.parametrize("root", range(1, 21))
def test_plover_and_cameo_agree_on_the_quad_class_but_where_plover_says_so(schemes, root):
    code = f"{root:02}0"
    category = schemes.plover_of(code).category
    moved = {"02": (3, 1), "08": (1, 2)}

    assert category is None or (schemes.quad(category), cameo_quad(code)) == moved.get(
        code[:2], (cameo_quad(code), cameo_quad(code))
    )
