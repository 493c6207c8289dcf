from shown_article import ARTICLE, BY_RULES, EXPLAINED, READING

from rashomon.extraction.explained import Explained
from rashomon.web.catalogue import read_catalogue
from rashomon.web.grounds import Grounds

SAY = read_catalogue()


def rows(name: str, explained: Explained = EXPLAINED) -> list[dict[str, str]]:
    (table,) = [table for table in Grounds(ARTICLE, READING, explained, SAY).tables() if table.name == name]
    return [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows]


def test_a_name_stands_with_what_lists_rules_and_model_say() -> None:
    assert rows("how_names")[0] == {
        "the words": "Reed Front",
        "kind": "armed group",
        "name": "Reed Front",
        "in the lists": "Reed Front of Tarn",
        "the rules say": "organisation",
        "the model says": "armed group 93%",
    }


def test_what_nobody_knows_is_said_so() -> None:
    chief = rows("how_names")[3]

    assert (chief["in the lists"], chief["the rules say"], chief["the model says"]) == ("in no list", "nothing", "nothing")


def test_a_date_says_what_it_is_reckoned_from() -> None:
    assert [row["reckoned from"] for row in rows("how_dates")] == ["the article's day, 5 June 2031", ""]


def test_a_date_that_needs_no_other_day_stands_by_itself() -> None:
    alone = Explained(None, (), (), (), EXPLAINED.coded)

    assert rows("how_dates", alone)[0]["reckoned from"] == "its own words"


def test_a_number_says_how_it_was_read() -> None:
    assert rows("how_numbers")[0] == {
        "the words": "at least nine",
        "number": "9 or more",
        "kind": "killed",
        "the rules say": "killed",
        "the model says": "killed 80%",
    }


def test_an_account_stands_with_hint_decision_roles_and_other_schemes() -> None:
    told = rows("how_accounts")[0]

    assert told["the rules say"] == "attack, told as fact"
    assert told["the model says"] == "killing 71%"
    assert told["the model's roles"] == "who did it: Reed Front 66%"
    assert (told["CAMEO"], told["PLOVER"].split(" / ")[0]) == (EXPLAINED.coded[0].cameo, "ASSAULT")
    assert told["ACLED"]


def test_a_claim_stands_with_its_cue_and_source() -> None:
    said = rows("how_claims")[0]

    assert (said["the words"], said["the model says"]) == ("told", "says 50%")
    assert said["the model's source"] == "a <ranger> chief 45%"


def test_where_only_rules_read_the_models_columns_are_left_out() -> None:
    columns = {column for name in ("how_names", "how_accounts", "how_claims") for column in rows(name, BY_RULES)[0]}

    assert not {column for column in columns if "model" in column or "rules" in column}
    assert "CAMEO" in columns
