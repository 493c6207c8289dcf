import pytest

from rashomon.extraction.phrases import Form, plain_words
from rashomon.extraction.triggers_lists import VIOLENCE, casualty_gerunds, noun_senses, plain_list, refinements, trigger_table
from rashomon.model.words import EventType


def sense(phrase):
    words = plain_words(phrase)
    hit = trigger_table().longest(words, 0)
    assert hit is not None
    assert hit.end == len(words)
    return hit


@pytest.mark.parametrize(
    ("phrase", "type_", "form"),
    [
        ("kidnapped", EventType.KIDNAPPING, Form.PAST),
        ("kidnappings", EventType.KIDNAPPING, Form.NOUN),
        ("ambushes", EventType.ARMED_CLASH, Form.NOUN),
        ("blew himself up", EventType.SUICIDE_ATTACK, Form.PAST),
        ("detonated his vest", EventType.SUICIDE_ATTACK, Form.PAST),
        ("airstrikes", EventType.AIRSTRIKE, Form.NOUN),
    ],
)
def test_a_phrase_means_its_type_in_every_form(phrase, type_, form):
    hit = sense(phrase)

    assert (hit.value.type, hit.form, hit.value.casualty) == (type_, form, False)


@pytest.mark.parametrize("phrase", ["killed", "wounding", "dead", "lost her life"])
def test_words_of_dying_count_only_where_nothing_else_does(phrase):
    assert (sense(phrase).value.type, sense(phrase).value.casualty) == (EventType.KILLING, True)


@pytest.mark.parametrize("phrase", ["weather", "bakery", "said"])
def test_other_words_mean_nothing(phrase):
    assert trigger_table().longest(plain_words(phrase), 0) is None


def test_an_ambiguous_word_has_its_cases_in_their_order_and_no_type_of_its_own():
    ambiguous = [noun for noun, meaning in noun_senses().items() if meaning.cases]

    assert ambiguous
    for noun in ambiguous:
        own = noun_senses()[noun]
        hit = trigger_table().longest(noun, 0)
        assert own.type is None
        assert hit is not None
        assert set(own.cases) <= set(hit.value.cases), noun


def test_a_case_without_conditions_comes_last_of_its_word():
    for noun, meaning in noun_senses().items():
        free = [n for n, case in enumerate(meaning.cases) if not (case.near or case.objects or case.agents)]
        assert free in ([], [len(meaning.cases) - 1]), noun


def test_nouns_know_their_plurals_too():
    assert noun_senses()[("raid",)] == noun_senses()[("raids",)]
    assert ("raided",) not in noun_senses()


@pytest.mark.parametrize(
    ("word", "general", "exact"),
    [
        ("suicide", EventType.BOMBING, EventType.SUICIDE_ATTACK),
        ("drones", EventType.ATTACK, EventType.DRONE_OR_MISSILE_STRIKE),
        ("warplanes", EventType.ATTACK, EventType.AIRSTRIKE),
        ("mortars", EventType.ATTACK, EventType.SHELLING_OR_ROCKET),
        ("roadside bomb", EventType.ATTACK, EventType.BOMBING),
        ("mortars", EventType.KIDNAPPING, None),
        ("umbrella", EventType.ATTACK, None),
    ],
)
def test_words_in_the_clause_make_a_general_type_exact(word, general, exact):
    words = plain_words(f"an attack with {word} today")
    found = [one.to for one in refinements() if general in one.sources and one.words.within(words, 0, len(words))]

    assert (found[0] if found else None) == exact


def test_what_a_refinement_gives_ranks_above_what_it_came_from():
    for one in refinements():
        for general in one.sources & set(VIOLENCE):
            assert VIOLENCE.index(one.to) > VIOLENCE.index(general), (general, one.to)


def test_each_type_of_violence_is_ranked_once():
    assert len(set(VIOLENCE)) == len(VIOLENCE)
    assert EventType.PROTEST not in VIOLENCE


def test_flat_lists_come_as_sets_and_an_unknown_one_is_an_error():
    assert "gunmen" in plain_list("assassins")
    assert "killing" in casualty_gerunds()
    with pytest.raises(KeyError, match="cousins"):
        plain_list("cousins")
