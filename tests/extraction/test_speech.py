import pytest

from rashomon.extraction.speech import sayings


def told(text):
    return [
        (
            text[slice(*one.source)] if one.source is not None else None,
            text[slice(*one.cue)],
            [text[slice(*piece)] for piece in one.content],
        )
        for one in sayings(text)
    ]


CASES = [
    ("The mayor said the bridge was closed.", "The mayor", "said", "the bridge was closed"),
    (
        "The mayor has repeatedly said that the bridge was closed.",
        "The mayor",
        "has repeatedly said",
        "that the bridge was closed",
    ),
    ("The bridge was closed, the mayor said on Monday.", "the mayor", "said", "The bridge was closed"),
    ("“We saw nothing at all,” said Ana Ruiz, a teacher.", "Ana Ruiz, a teacher", "said", "“We saw nothing at all,”"),
    ("Ana Ruiz, a teacher from Oru, said the school was empty.", "Ana Ruiz, a teacher from Oru", "said", "the school was empty"),
    ("Mr. Okot told reporters in the capital that the road was open.", "Mr. Okot", "told", "that the road was open"),
    ("The road was open, Mr. Okot told reporters.", "Mr. Okot", "told", "The road was open"),
    ("According to the ministry, the road was open.", "the ministry", "According to", "the road was open"),
    ("The road was open, according to the ministry.", "the ministry", "according to", "The road was open"),
    ("She wants to leave the party.", "She", "wants", "to leave the party"),
    ("The union criticised the new law on Friday.", "The union", "criticised", "the new law"),
    ("The ministers called for a truce, but nobody came.", "The ministers", "called for", "a truce"),
    ("He went on to say that it was over.", "He", "went on to say", "that it was over"),
    ("Sen. Ama Boro (D) said the vote was lost.", "Sen. Ama Boro (D)", "said", "the vote was lost"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_who_says_thinks_or_wants_what(text, source, cue, content):
    assert told(text) == [(source, cue, [content])]


def test_what_is_expected_has_no_source_and_its_subject_belongs_to_it():
    assert told("The bridge is expected to open in May.") == [(None, "is expected", ["The bridge", "to open in May"])]


def test_who_is_named_behind_by_is_the_source():
    assert told("The plan was praised by two governors.") == [("two governors", "was praised", ["The plan"])]


def test_a_quotation_that_goes_on_is_a_piece_of_the_same_content():
    text = "“It was dark,” he said. “Nobody saw the boat.”"

    assert told(text) == [("he", "said", ["“It was dark,”", "“Nobody saw the boat.”"])]


def test_a_question_before_a_bare_cue_is_its_content():
    assert told("“Who gave the order to fire?” Karo asked.") == [("Karo", "asked", ["“Who gave the order to fire?”"])]


def test_a_verb_that_shares_its_subject_shares_its_source():
    text = "The governor said the dam was safe, adding that it would be watched."

    assert [one[0] for one in told(text)] == ["The governor", "The governor"]


def test_a_headline_names_its_source_before_a_colon():
    assert told("Governor: dam is safe for now.\n\nIt rained.")[0] == ("Governor", ":", ["dam is safe for now"])


@pytest.mark.parametrize(
    "text",
    [
        "The United States won the cup.",
        "The rising polls closed at noon.",
        "The governor would call a vote.",
        "“I think that he knows who did it and why.”",
    ],
)
def test_words_that_only_look_like_speech(text):
    assert told(text) == []


def test_only_the_asked_for_part_of_a_text_is_read():
    text = "The mayor said it rained. The judge said it snowed."

    assert [text[slice(*one.source)] for one in sayings(text, (26, len(text)))] == ["The judge"]
