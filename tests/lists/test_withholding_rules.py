"""Rules of withholding: whom each means, which of several decides, and what is no rule."""

import pytest

from rashomon.lists.withholding import load_withholding
from rashomon.model.actors import Actor, Alias
from rashomon.model.errors import ListError
from rashomon.model.words import ActorKind

ANN = Actor("Ann Lee", ActorKind.PERSON, (Alias("Sister Ann", "x"),), listed=False)
CORPS = Actor("Hill Corps", ActorKind.ARMED_GROUP)


@pytest.fixture
def rules(tmp_path):
    def read(text):
        (tmp_path / "withholding.yaml").write_text(text, "utf-8")
        return load_withholding(tmp_path)

    return read


def test_a_ledger_without_rules_has_none(tmp_path):
    assert load_withholding(tmp_path).rules == ()
    assert load_withholding(tmp_path).digest == ""


@pytest.mark.parametrize(
    ("text", "roles", "means"),
    [
        ("kinds: [person]", {"agent"}, True),
        ("kinds: [armed_group]", {"agent"}, False),
        ("listed: no", set(), True),
        ("listed: yes", set(), False),
        ("only: [patient]", {"patient"}, True),
        ("only: [patient]", {"patient", "agent"}, False),
        ("only: [patient, speaker]", {"speaker"}, True),
        ("only: [patient]", set(), False),
        ("actors: [ann lee]", set(), True),
        ("actors: [Sister Ann]", set(), True),
        ("actors: [Ann]", set(), False),
        ("pattern: '^Sister '", set(), True),
        ("pattern: '^Brother '", set(), False),
        ("kinds: [person], only: [agent]", {"patient"}, False),
    ],
)
def test_every_key_of_a_rule_must_hold(rules, text, roles, means):
    found = rules(f"- {{name: one, {text}}}\n").deciding(ANN, roles)

    assert (found is not None) is means


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("Ann Lee Committee", True),
        ("Friends of ANN-LEE", True),
        ("See Lee, Ann", True),
        ("Joann Lee", False),
        ("Ann Leeds", False),
    ],
)
def test_who_is_named_after_somebody_withheld_is_withheld_too(rules, name, means):
    found = rules("- {name: one, actors: [Ann Lee]}\n").deciding(Actor(name, ActorKind.UNKNOWN), ())

    assert (found is not None) is means


def test_an_exception_goes_before_all_other_rules(rules):
    read = rules("- {name: all, kinds: [person]}\n- {name: the mayor, show: yes, actors: [Ann Lee]}\n")

    assert read.deciding(ANN, ()).name == "the mayor"
    assert read.deciding(Actor("Bo Lee", ActorKind.PERSON), ()).name == "all"
    assert read.deciding(CORPS, ()) is None


def test_names_of_rules_are_withheld_everywhere_but_those_that_are_shown(rules):
    read = rules("- {name: a, actors: [Ann Lee, Bo Lee]}\n- {name: b, show: yes, actors: [Bo Lee]}\n")

    assert read.names == ("Ann Lee",)


def test_the_digest_changes_with_the_rules(rules):
    assert rules("- {name: a, actors: [Ann]}\n").digest != rules("- {name: a, actors: [Bo]}\n").digest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {name: a}\n", "must say whom it means"),
        ("- {name: a, kinds: [ghost]}\n", "not 'ghost'"),
        ("- {name: a, only: [victim]}\n", "only must be of agent, patient, speaker"),
        ("- {name: a, pattern: '('}\n", "no regular expression"),
        ("- {name: a, listed: perhaps}\n", "yes or no"),
        ("- {name: a, who: [Ann]}\n", "unknown key 'who'"),
    ],
)
def test_what_is_no_rule_is_refused_with_its_name(rules, text, said):
    with pytest.raises(ListError, match=said):
        rules(text)
