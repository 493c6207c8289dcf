import pytest
from marked_text import marked


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("{ali|PER|Karo} was shot dead {=2020-03-03|on Tuesday}, a day after {two|CIV|two nurses} were abducted.", "2020-03-02"),
        (
            "{tolo|GROUP|Tolo} left {=2020-03-05|on Thursday}, two weeks after they seized {mirsa|PLACE|Mirsa}.",
            "2020-02-17/2020-02-23",
        ),
        (
            "Twelve years after {men|GROUP|gunmen} killed {k|CIV|shoppers}, {s|CIV|survivors} spoke {=2020-02-29|on Saturday}.",
            "2008",
        ),
        ("{tolo|GROUP|Tolo} left {=2020-03-05|on Thursday}, days after they seized {mirsa|PLACE|Mirsa}.", None),
        ("{tolo|GROUP|Tolo} left {=2020-03-05|on Thursday}, hours after they seized {mirsa|PLACE|Mirsa}.", "2020-03-05"),
        (
            "{=2020-02|In February}, a week after {mirsa|PLACE|Mirsa} was seized, {tolo|GROUP|Tolo} killed {k|CIV|two shoppers}.",
            "2020-02",
        ),
        ("{tolo|GROUP|Tolo} left a week after they seized {mirsa|PLACE|Mirsa} {=2020-02-02|on February 2}.", "2020-02-02"),
    ],
)
def test_what_lies_so_long_before_has_its_own_day(text, date):
    found = [account for account in marked(text).accounts() if account.type in ("kidnapping", "territory_taken", "killing")]

    assert str(found[-1].date.written if found[-1].date else None) == str(date)


def test_the_date_of_a_noun_dates_nothing_else():
    marks = marked("{court|GOV|A court} sentenced {two|PER|Karo} to death for the {=2015|2015} attack on {inn|FAC|an inn}.")

    assert [str(account.date) for account in marks.accounts()] == ["None", "2015"]


def test_the_date_of_a_clause_about_somebody_else_dates_nothing_else():
    told = "{police|FORCE|Police} arrested {ali|PER|Karo}, {m|PER|the man} who killed {#killed 4|four} {=2020-02-03|on Monday}."

    assert {str(a.type): str(a.date) for a in marked(told).accounts()} == {"arrest": "None", "killing": "2020-02-03"}
