from rashomon.extraction.lexicon import mention_kind
from rashomon.model.actors import Actor
from rashomon.model.words import ActorKind, MentionKind


def test_every_name_and_alias_is_in_the_lexicon(small_lexicon):
    assert {"Harakat Tolo", "HT"} <= {spelling for name in small_lexicon.table.names for spelling in name.spellings}


def test_the_digest_changes_with_the_list(small_lexicon, other_lexicon):
    assert small_lexicon.digest != other_lexicon.digest
    assert len(small_lexicon.digest) == 16


def test_an_intelligence_service_is_a_force_and_a_ministry_is_not():
    assert mention_kind(Actor("Oru Intelligence Service", ActorKind.GOVERNMENT_BODY)) is MentionKind.FORCE
    assert mention_kind(Actor("Oru Health Ministry", ActorKind.GOVERNMENT_BODY)) is MentionKind.GOVERNMENT


def test_answers_of_the_gazetteer_are_passed_on(small_lexicon):
    assert small_lexicon.gazetteer.country("Orulandic") == "OR"
    assert small_lexicon.gazetteer.find("Mirsa")[0].name == "Mirsa"
