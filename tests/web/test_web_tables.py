from dataclasses import replace

import pytest
from shown_article import ARTICLE, CAPTURE, READING, TEXT, VIEW

from rashomon.store.single import single_view
from rashomon.store.views import Named
from rashomon.web.catalogue import read_catalogue
from rashomon.web.tables import COLUMNS, SHOWN, Found, Table, short, spelled

SAY = read_catalogue()
TABLES = {table.name: table for table in Found(VIEW, SAY).tables()}


def rows(name: str) -> list[dict[str, str]]:
    table = TABLES[name]
    return [dict(zip(COLUMNS[name], row.cells, strict=True)) for row in table.rows]


def test_an_account_says_what_who_to_whom_where_when_how_many_and_on_whose_word() -> None:
    assert rows("accounts")[0] == {
        "type": "killing",
        "status": "alleged",
        "who": "Reed Front",
        "against": "rangers",
        "where": "Oskil",
        "when": "2 June 2031 (“on Monday”)",
        "toll": "9 or more killed (“at least nine”)",
        "roles": "weapon: gunmen",
        "word": "a <ranger> chief, through Tarn Herald",
        "words": TEXT[: TEXT.index("The group")].strip(),
    }


def test_what_an_account_does_not_state_is_said_to_be_not_stated() -> None:
    denial = rows("accounts")[1]

    assert {denial[column] for column in ("who", "against", "where", "when", "toll")} == {"not stated"}
    assert (denial["roles"], denial["word"]) == ("", "the outlet itself")


def test_a_date_out_of_the_context_says_so() -> None:
    account = replace(READING.accounts[0], date_span=None)
    (row, *_) = Found(single_view(CAPTURE, ARTICLE, replace(READING, accounts=(account,))), SAY).tables()[0].rows

    assert "2 June 2031 (from the context)" in row.cells


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("claims", ["a <ranger> chief", "Tarn Herald", "says", "told", TEXT[: TEXT.index(", a <")]]),
        ("figures", ["53", "events", "raids", "1 March to 30 June 2031", "running total", "Reed Front", "53 raids"]),
        ("ties", ["Ansa Mol", "leads", "Reed Front", "The group, led by Ansa Mol"]),
        ("names", ["Reed Front", "armed group", "Reed Front, The group"]),
        ("dates", ["2 June 2031", "on Monday"]),
        ("numbers", ["9 or more", "killed", "at least nine"]),
        ("unread", ["Photo"]),
    ],
)
def test_each_kind_has_its_own_columns(name: str, row: list[str]) -> None:
    assert list(TABLES[name].rows[0].cells) == row
    assert len(TABLES[name].columns) == len(row)


def test_a_date_that_was_not_resolved_says_so() -> None:
    assert rows("dates")[1] == {"date": "not resolved", "words": "since March"}


def test_each_row_knows_where_its_words_begin() -> None:
    assert [TEXT[row.at :].split()[0] for row in TABLES["ties"].rows] == ["The"]
    assert [TEXT[row.at :].split()[0] for row in TABLES["accounts"].rows] == ["killed", "denied"]


def test_an_article_without_a_reading_has_empty_tables() -> None:
    bare = replace(VIEW, page=replace(VIEW.page, reading=None, claims=(), figures=(), ties=()), accounts=())

    assert [table.rows for table in Found(bare, SAY).tables()] == [()] * len(TABLES)
    assert all(isinstance(table, Table) and table.columns for table in Found(bare, SAY).tables())


def test_a_long_stretch_is_cut_between_words() -> None:
    cut = short("reeds and " * 60)

    assert len(cut) <= SHOWN + 2
    assert cut.endswith(" …")
    assert set(cut.split()) == {"reeds", "and", "…"}


@pytest.mark.parametrize(
    ("named", "text"),
    [
        (Named("Reed Front", "the group"), "Reed Front (“the group”)"),
        (Named("Reed Front", "REED FRONT"), "Reed Front"),
        (Named("nobody", ""), "nobody"),
    ],
)
def test_a_name_stands_with_the_words_where_they_differ(named: Named, text: str) -> None:
    assert spelled(named) == text
