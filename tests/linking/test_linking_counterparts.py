"""Which account of a copy retells which account of its original."""

from dataclasses import replace

import pytest

from rashomon.linking.counterparts import counterparts, words_of
from rashomon.model.ledger import Copy
from rashomon.model.words import CopyKind

FIRST = "A bomb wrecked the ferry pier of Sidi at dawn. Gunmen then robbed the customs office nearby."


@pytest.fixture
def retold(scenes_of):
    def run(*pairs):
        """Counterparts of (copy, original) pairs, as positions of the accounts."""
        scenes = {scene.article_id: scene for pair in pairs for scene in scenes_of(*pair)}
        copies = [Copy(ours.article.id, theirs.article.id, CopyKind.REWORDED, 1.0) for ours, theirs in pairs]
        found = counterparts(scenes, copies)
        index = {account.id: at for pair in pairs for made in pair for at, account in enumerate(made.accounts)}
        return {index[ours]: index[theirs] for ours, theirs in found.items()}

    return run


def events(made, *triggers):
    for trigger, kind in triggers:
        made.event(trigger, kind)
    return made


def test_words_are_those_of_the_account_s_sentence(write, scenes_of):
    made = write(FIRST)
    account = made.event("robbed")
    (scene,) = scenes_of(made)
    assert words_of(scene, account) == {"gunmen", "then", "robbed", "the", "customs", "office", "nearby"}


def test_each_account_finds_the_one_it_retells(write, retold):
    original = events(write(FIRST), ("wrecked", "bombing"), ("robbed", "attack"))
    text = "Near the customs office gunmen robbed clerks. Earlier a bomb wrecked the ferry pier of Sidi."
    copy = events(write(text, outlet="Coast Times"), ("robbed", "attack"), ("wrecked", "bombing"))
    assert retold((copy, original)) == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("A bomb wrecked the ferry pier.", "wrecked", "bombing", {0: 0}),
        ("A bomb DESTROYED the ferry pier.", "DESTROYED", "bombing", {0: 0}),
        ("A bomb wrecked the ferry pier.", "wrecked", "attack", {}),
        ("A bomb wrecked nine orchards up north.", "wrecked", "bombing", {}),
    ],
    ids=["same words", "other trigger", "other type", "other words"],
)
def test_type_and_half_of_the_words_must_agree(write, retold, text, trigger, kind, expected):
    original = events(write(FIRST), ("wrecked", "bombing"))
    assert retold((events(write(text, outlet="Coast Times"), (trigger, kind)), original)) == expected


def test_the_same_trigger_decides_among_accounts_of_one_sentence(write, retold):
    original = events(write("Raiders burned barns and looted shops in Sidi."), ("burned", "attack"), ("looted", "attack"))
    copy = events(
        write("Raiders looted shops and burned barns in Sidi.", outlet="Coast Times"), ("looted", "attack"), ("burned", "attack")
    )
    assert retold((copy, original)) == {0: 1, 1: 0}


def test_no_two_accounts_of_a_copy_retell_one(write, retold):
    original = events(write("Raiders burned barns in Sidi."), ("burned", "attack"))
    copy = events(
        write("Raiders burned barns in Sidi and razed them.", outlet="Coast Times"), ("razed", "attack"), ("burned", "attack")
    )
    assert retold((copy, original)) == {1: 0}


def test_two_copies_may_retell_one_account(write, retold):
    original = events(write(FIRST), ("wrecked", "bombing"))
    copies = [events(write(FIRST, outlet=outlet), ("wrecked", "bombing")) for outlet in ("Coast Times", "Hill Radio")]
    scenes = retold((copies[0], original), (copies[1], original))
    assert scenes == {0: 0}


def test_without_copies_nothing_is_retold():
    assert counterparts({}, ()) == {}


def dated(made, trigger, day):
    """An account of a robbery with its day printed in the text."""
    account = made.event(trigger, date=day)
    made.accounts[-1] = replace(account, date_span=made.span("Monday"))
    return made


def test_two_reports_of_one_form_that_give_days_apart_are_two_happenings(write, retold):
    one = dated(write("Gunmen robbed the customs office of Sidi on Monday, wounding six clerks."), "robbed", "2031-03-03")
    other = dated(write("Gunmen robbed the customs office of Sidi on Monday, wounding two guards."), "robbed", "2031-03-17")
    assert retold((other, one)) == {}
    same = dated(write("Gunmen robbed the customs office of Sidi on Monday, wounding two guards."), "robbed", "2031-03-03")
    assert retold((same, one)) == {0: 0}


def test_a_copy_of_the_same_words_tells_of_the_same_day_whenever_it_was_printed(write, retold):
    text = "Gunmen robbed the customs office of Sidi on Monday, wounding six clerks."
    one, other = dated(write(text), "robbed", "2031-03-03"), dated(write(text, outlet="Coast Times"), "robbed", "2031-03-17")
    assert retold((other, one)) == {0: 0}
