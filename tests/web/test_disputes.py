from imagined_ledger import ARABIC, CONTRADICTIONS, HERALD, STATE, ImaginedLedger

from rashomon.model.ledger import Position
from rashomon.web.disputes import quote_of, quotes_of


def position(start: int, end: int) -> Position:
    return Position(HERALD.id, "acc-1", None, "", start, end)


def test_each_side_is_quoted_and_a_lost_article_is_not() -> None:
    quotes = quotes_of(ImaginedLedger(), CONTRADICTIONS)

    assert [quotes[side].words for side in CONTRADICTIONS[0].positions] == ["سبعة حراس قتلوا.", "31"]
    assert [side in quotes for side in CONTRADICTIONS[1].positions] == [True, False]
    assert {quote.article_id for quote in quotes.values()} == {ARABIC.id, STATE.id, HERALD.id}


def test_the_context_stays_on_the_line_and_is_cut_between_words() -> None:
    start = HERALD.text.index("denied")
    quote = quote_of(position(start, start + 6), HERALD)

    assert quote.words == "denied"
    assert quote.words in quote.context
    assert "\n" not in quote.context
    whole = set(HERALD.text.split())
    assert set(quote.context.split()) <= whole


def test_words_at_the_ends_of_the_text_have_their_context() -> None:
    last = len(HERALD.text)

    assert quote_of(position(0, 6), HERALD).context.startswith("Gunmen")
    assert quote_of(position(last - 8, last), HERALD).context == "Photo: smoke over the harbour."


def test_a_text_without_spaces_is_cut_at_the_words_themselves() -> None:
    glued = "x" * 900
    held = type(HERALD)("c" * 64, 0, 0, 900, glued)

    assert quote_of(position(400, 410), held).context == "x" * 10
