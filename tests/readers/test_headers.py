import pytest

from rashomon.readers.tables.headers import columns_of, folded, holds_articles
from rashomon.readers.tables.rows import day_of, day_order


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["Publish Date", "headline", "Full-Text"], {"published": "Publish Date", "title": "headline", "text": "Full-Text"}),
        (
            ["publishedAt", "title", "description", "content"],
            {"published": "publishedAt", "text": "content", "lead": "description"},
        ),
        (["summary", "date"], {"text": "summary", "published": "date"}),
    ],
)
def test_columns_are_known_by_their_names(names, columns):
    found = columns_of(names)
    assert columns.items() <= found.items()
    assert holds_articles(found)


def test_a_column_serves_one_field_alone():
    found = columns_of(["source", "text"])
    assert list(found.values()).count("source") == 1


def test_numbers_are_no_articles():
    assert not holds_articles(columns_of(["country", "year", "deaths"]))
    assert folded(" Event-ID (cnty)") == "event_id_cnty"


@pytest.mark.parametrize(
    ("text", "day"),
    [("1930000000", "2031-02-27"), ("1930000000000", "2031-02-27"), ("20310312", "2031-03-12"), ("03/04/2031", "2031-04-03")],
)
def test_days_of_cells(text, day):
    assert day_of(text, day_first=True) == day


def test_the_order_of_day_and_month_is_seen_in_the_column():
    assert day_order(["03/04/2031", "31/03/2031"]) is True
    assert day_order(["03/04/2031", "03/31/2031"]) is False
    assert day_order(["03/04/2031"]) is None
