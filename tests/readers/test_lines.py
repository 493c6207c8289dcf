import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.words import PartKind
from rashomon.readers.lines import (
    Line,
    closes_excerpt,
    ends_sentence,
    excerpt_link,
    is_furniture,
    is_headline,
    is_short,
    kind_of,
    split_lines,
)


def line(text):
    return Line(0, len(text), text, 0)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One\nTwo", [("One", 0), ("Two", 0)]),
        ("  One  \r\n\r\nTwo\t", [("One", 0), ("Two", 1)]),
        ("One\n\n\n Two\u2028Three", [("One", 0), ("Two", 2), ("Three", 0)]),
        ("\n \n", []),
        ("", []),
    ],
)
def test_lines_come_without_the_space_around_them_and_count_the_empty_ones(text, lines):
    assert [(found.text, found.gap) for found in split_lines(text)] == lines


@given(st.text(alphabet="abc .,\n\r\t\u2028ä", max_size=200))
def test_lines_stand_in_order_where_they_say_they_do(text):
    last = 0
    for found in split_lines(text):
        assert last <= found.start < found.end
        assert text[found.start : found.end] == found.text == found.text.strip()
        last = found.end


WRAPPED = [
    "The ferry strike in the southern fjords entered its second",
    "week as talks between the union and the harbour board were",
    "put off again, and villages on the outer islands have begun",
    "to ration fuel while the coast guard brings in medicine for",
    "the clinics.",
]


def test_a_hard_wrapped_text_comes_back_as_paragraphs():
    text = "\n".join(WRAPPED) + "\n\n" + "\n".join(WRAPPED)

    assert [(found.text.split("\n"), found.gap) for found in split_lines(text)] == [(WRAPPED, 0), (WRAPPED, 1)]


def test_lines_that_end_like_sentences_are_not_joined():
    text = "\n".join(f"{words.rstrip('.')}." for words in WRAPPED)

    assert len(split_lines(text)) == len(WRAPPED)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He left.", True),
        ("He left.”", True),
        ("قال إنه غادر۔", True),
        ("他走了。", True),
        ("The reasons:", True),
        ("He left […]", True),
        ("Talks with the U.S.", False),
        ("Sold to Harker Inc.", False),
        ("Ferry burns", False),
        ("Why did it burn?", False),
        ("", False),
    ],
)
def test_a_sentence_ends_in_a_mark_but_a_headline_may_end_in_an_acronym(text, ends):
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("Ferry burns off Skarnes", True),
        ("حريق في ميناء سارون", True),
        ("Ferry burns after raid, says U.S.", True),
        ("Who burnt the ferry?", True),
        ("The ferry burnt in the night.", False),
        ("and then it sank", False),
        ("12 / 2031", False),
        ("Photo: the ferry at its berth", False),
        ("The ferry sank. Nobody was hurt. It rained. Then the wind rose", False),
        ("Ferry burns (more…)", False),
        (" ".join(["Ferry"] * 29), False),
        ("F" * 201, False),
    ],
)
def test_a_headline_is_short_begins_like_one_and_is_no_sentence(text, may_be):
    assert is_headline(line(text)) is may_be


@pytest.mark.parametrize(
    ("text", "short"),
    [("The ferry burnt in the night.", True), ("Photo: the ferry", False), ("word " * 18 + "word", False), ("F" * 121, False)],
)
def test_a_short_line_may_end_in_anything_but_is_no_caption(text, short):
    assert is_short(line(text)) is short


@pytest.mark.parametrize(
    "text",
    [
        "Tag Archives: Skarnes",
        "Étiquette : Sahel",
        "Archives",
        "Older posts →",
        "Home » World » Fjords",
        "Page 2 of 14",
        "1 2 3 … 9 Next »",
        "página siguiente",
        "© 2031 Skarnes Tidende",
        "Search results for “ferry”",
        "News | Analysis | Maps | Fatality data | Donate",
        "NEWS | SPORT | ePAPER | SIGN IN",
    ],
)
def test_furniture_belongs_to_the_page(text):
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry burns off Skarnes",
        "2031",
        "1 2 3",
        "Archivists strike in Bergen",
        "Home guard called up",
        "Search for the ferry",
        "Mara Ilves | Tom Reed | World",
        "News | Mara Ilves | Politics | 3 July 2019",
    ],
)
def test_headlines_and_bare_numbers_are_no_furniture(text):
    assert not is_furniture(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("The ferry sank. Read more of this post", "Read more of this post"),
        ("The ferry sank […] Continue reading Ferry sinks →", "Continue reading Ferry sinks →"),
        ("Le bac a coulé. Lire la suite", "Lire la suite"),
        ("El ferry se hundió (more…)", "(more…)"),
    ],
)
def test_a_link_to_the_rest_closes_an_excerpt(text, link):
    assert closes_excerpt(text)
    at = excerpt_link(text)
    assert at is not None
    assert text[at:] == link


@pytest.mark.parametrize(
    "text", ["They read more books than before.", "The ferry sank.", "", "A man was continue reading. Then he left."]
)
def test_other_texts_close_nothing(text):
    assert not closes_excerpt(text)
    assert excerpt_link(text) is None


@given(st.text(alphabet="Read more.of this post→ ", max_size=260))
def test_a_link_is_found_exactly_where_a_text_closes(text):
    assert (excerpt_link(text) is not None) is closes_excerpt(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferry burnt in the night.", PartKind.BODY),
        ("[3] Harbour log, 2031.", PartKind.FOOTNOTE),
        ("¹ Harbour log", PartKind.FOOTNOTE),
        ("Photo: Ola Berg", PartKind.CAPTION),
        ("(File photo by Ola Berg)", PartKind.CAPTION),
        ("* * *", PartKind.NOISE),
        ("]]>", PartKind.NOISE),
        ("Also read: the harbour’s history", PartKind.NOISE),
        ("The post Ferry burns appeared first on Skarnes Tidende.", PartKind.NOISE),
        ("Subscribe to our newsletter", PartKind.NOISE),
        ("Subscribers of the ferry line were refunded.", PartKind.BODY),
        ("Photographs of the ferry were shown in court.", PartKind.BODY),
    ],
)
def test_a_line_of_a_body_is_text_or_what_stands_beside_it(text, kind):
    assert kind_of(text) is kind


def test_words_are_counted_between_spaces():
    assert line("Ferry  burns\noff Skarnes").words == 4
