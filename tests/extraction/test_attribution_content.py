import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import marked

from rashomon.extraction.attribution_content import content_before, content_behind, quotations, reports_before, widened
from rashomon.extraction.attribution_cues import find_cues

ADA = "{ada|PER|Ada Quist}"


def sentence_of(body):
    return marked(body).passage.sentences[0]


def behind(body):
    """Give the words that the first cue of the text reports behind it."""
    text = marked(body)
    sentence = text.passage.sentences[0]
    found = content_behind(sentence, find_cues(sentence)[0], len(sentence.words))
    return None if found is None else text.article.text[slice(*sentence.span(*found))]


def test_a_ships_name_in_quotation_marks_begins_no_speech():
    assert behind(f"{ADA} said the ship “Marlin” near the bay was lost.") == "the ship “Marlin” near the bay was lost"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” and «non».", ["“no”", "«non»"]),
        ('A "yes" and a "maybe"', ['"yes"', '"maybe"']),
        ("“Begun here\nand ended there”", []),
        ("no marks at all", []),
        ("one “left open", []),
    ],
)
def test_quotations_have_their_marks_and_stay_in_their_line(text, found):
    assert [text[start:end] for start, end in quotations(text)] == found


@pytest.mark.parametrize(
    ("span", "whole"),
    [((12, 14), (10, 20)), ((10, 20), (10, 20)), ((5, 15), (5, 20)), ((15, 25), (10, 25)), ((0, 10), (0, 10)), ((0, 9), (0, 9))],
)
def test_a_span_that_cuts_a_quotation_is_made_to_hold_it(span, whole):
    assert widened(span, [(10, 20), (30, 40)]) == whole


@given(st.text(alphabet='ab “”«»"\n', max_size=40), st.data())
def test_widening_holds_the_span_cuts_no_quotation_and_is_done_at_once(text, data):
    quotes = quotations(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start + 1, len(text) + 1))

    wide = widened((start, end), quotes)

    assert wide[0] <= start <= end <= wide[1]
    assert not any(a < wide[0] < b or a < wide[1] < b for a, b in quotes)
    assert widened(wide, quotes) == wide


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (f"{ADA} said that the mill was burnt.", "the mill was burnt"),
        (f"{ADA} said: the mill was burnt.", "the mill was burnt"),
        (f"{ADA} said on {{=2020-03-03|Tuesday}} the mill was burnt.", "the mill was burnt"),
        (f"{ADA} said on {{=2020-03-03|Tuesday}} that the mill was burnt.", "the mill was burnt"),
        (f"{ADA} said in a radio interview, the mill was burnt.", "the mill was burnt"),
        (f"{ADA} said the mill was burnt; nobody put it out.", "the mill was burnt"),
        (f"{ADA} said “the mill is burnt” and left.", "“the mill is burnt” and left"),
        (f"{ADA} said “the mill is burnt.”", "“the mill is burnt.”"),
        (f"{ADA} told {{paper|MEDIA|Fjord Dag}} the mill was burnt.", "the mill was burnt"),
        (f"{ADA} told reporters that the mill was burnt.", "the mill was burnt"),
        (f"{ADA} denied theft.", "theft"),
        (f"{ADA} counted 20 dead in the mill.", "20 dead in the mill"),
    ],
)
def test_the_content_begins_behind_whom_when_and_where(body, content):
    assert behind(body) == content


@pytest.mark.parametrize(
    "body",
    [
        f"{ADA} said.",
        f"{ADA} said so.",
        f"{ADA} found a coat in the mill.",
        f"{ADA} claimed 20 raids in a month.",
    ],
)
def test_a_cue_without_a_clause_a_quotation_or_a_count_has_no_content(body):
    assert behind(body) is None


def test_the_content_ends_before_the_stop():
    sentence = sentence_of(f"{ADA} said the mill was burnt and the barn stood.")

    assert content_behind(sentence, find_cues(sentence)[0], 7) == (3, 7)
    assert content_behind(sentence, find_cues(sentence)[0], 3) is None


@pytest.mark.parametrize(
    ("body", "bounds", "content"),
    [
        ("The mill was burnt, she said", (0, 5), (0, 4)),
        ("It rained; the mill was burnt, she said", (0, 8), (3, 7)),
        ("and the mill was burnt – she said", (0, 6), (1, 5)),
        ("Yes, she said", (0, 2), None),
        ("She said", (0, 0), None),
    ],
)
def test_the_content_before_a_source_sheds_its_joints(body, bounds, content):
    assert content_before(sentence_of(body), *bounds) == content


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"The mill was burnt, {ADA} said.", True),
        (f"The mill was burnt, {ADA} said on {{=2020-03-03|Tuesday}}.", True),
        (f"“The mill is burnt” {ADA} said in the market square on a day.", True),
        (f"At noon, {ADA} said the mill was burnt and the barn stood.", False),
        (f"{ADA} said the mill was burnt.", False),
    ],
)
def test_words_stand_before_their_source_where_nothing_is_said_behind_it(body, expected):
    sentence = sentence_of(body)
    (cue,) = find_cues(sentence)

    assert reports_before(sentence, cue, sentence.first_word(sentence.mentions[0])) is expected
