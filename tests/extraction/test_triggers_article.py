from marked_text import marked

from rashomon.extraction.triggers_article import article_triggers, points_back
from rashomon.extraction.triggers_lists import VIOLENCE, plain_list, trigger_table
from rashomon.model.words import EventType


def _types(text, title=None):
    return [trigger.type for trigger in article_triggers(marked(text, title).passage)]


def test_a_pointing_word_has_the_type_of_what_it_points_to():
    assert _types("A suicide bomber blew himself up at a school. The attack shocked the town.") == [EventType.SUICIDE_ATTACK] * 2


def test_a_pointing_word_without_anything_before_it_keeps_its_type():
    assert _types("The attack shocked the town.") == [EventType.ATTACK]


def test_a_bare_strike_is_of_the_kind_told_before_it():
    shelling, drone = EventType.SHELLING_OR_ROCKET, EventType.DRONE_OR_MISSILE_STRIKE
    assert _types("Rockets hit {f|FAC|a mill}. More strikes followed.") == [shelling] * 2
    assert _types("A drone strike hit a car. Warplanes flew over it; two strikes followed.")[0] == drone
    assert _types("Nurses went on strike. The strike shut wards.") == [EventType.PROTEST] * 2
    assert _types("Strikes hit the town.") == [EventType.AIRSTRIKE]


def test_bombs_and_bombers_do_not_come_from_the_air_by_themselves():
    assert _types("The bombs damaged {f|FAC|an office}.") == [EventType.BOMBING]
    assert _types("The suspected bombers hid before the attack.") == [EventType.ATTACK]
    assert _types("Rockets hit {b|FAC|a coalition base}.") == [EventType.SHELLING_OR_ROCKET]


def test_a_new_attack_points_to_nothing():
    marks = marked("A drone strike hit Mirsa. Another attack hit a farm.").passage
    triggers = article_triggers(marks)
    assert not points_back(marks.sentences[1], triggers[-1])


def test_a_toll_after_the_event_is_no_event():
    assert _types("Mortar fire hit the market. Four people were killed.") == [EventType.SHELLING_OR_ROCKET]


def test_every_listed_phrase_can_be_looked_up():
    assert trigger_table().longest(("airstrikes",), 0) is not None
    assert "helicopter" in plain_list("not_before")
    assert len(set(VIOLENCE)) == len(VIOLENCE)
