import csv
import io

import pytest

from rashomon.model.sources import Capture
from rashomon.model.words import EventType, MentionKind, Role
from rashomon.readers.reading import read
from shipped import shipped_rules

ACLED = {
    "event_id_cnty": "ILV17",
    "event_date": "04 May 2031",
    "time_precision": "1",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Ilvaren (2014-)",
    "actor2": "TF: Tolo Front",
    "country": "Iraq",
    "admin1": "Ninewa",
    "location": "Mosul",
    "geo_precision": "1",
    "source": "Orunet; Karst Monitor",
    "notes": "Police said that soldiers clashed with the Tolo Front near the mill on 4 May 2031, and that seven were killed.",
    "fatalities": "7",
}
UCDP = {
    "id": "901",
    "type_of_violence": "3",
    "dyad_name": "Tolo Front - Civilians",
    "side_a": "Tolo Front",
    "side_b": "Civilians",
    "where_prec": "4",
    "where_coordinates": "Mosul town",
    "adm_1": "Ninewa province",
    "country": "Iraq",
    "date_start": "2031-05-04 00:00:00.000",
    "date_end": "2031-05-06 00:00:00.000",
    "best": "9",
    "low": "7",
    "high": "12",
    "source_headline": "Villagers shot dead",
}


@pytest.fixture(scope="module")
def reader():
    return shipped_rules()


def told(reader, row, **changes):
    """The article of a row and its reading."""
    cells = row | changes
    out = io.StringIO()
    writer = csv.DictWriter(out, list(cells))
    writer.writeheader()
    writer.writerow(cells)
    content = out.getvalue().encode()
    (article,) = read(Capture("0" * 64, "rows.csv", None, "2031-06-01T00:00:00Z", len(content)), content).articles
    return article, reader.read(article)


def words(article, reading, account, role):
    return {reading.entity(key)[-1].name for key in account.keys(role)}


def test_a_row_of_acled_is_one_account_with_its_codes_as_words(reader):
    article, reading = told(reader, ACLED)
    (account,) = reading.accounts

    assert (account.type, str(account.date), str(account.killed)) == (EventType.ARMED_CLASH, "2031-05-04", "7")
    assert words(article, reading, account, Role.AGENT) == {"Military Forces of Ilvaren"}
    assert words(article, reading, account, Role.PATIENT) == {"Tolo Front"}
    assert words(article, reading, account, Role.PLACE) == {"Mosul"}
    assert account.trigger.of(article) == "Armed clash"
    assert account.evidence.of(article) == ACLED["notes"]
    assert account.killed_span.of(article) == "7"
    assert account.attribution == (next(one.key for one in reading.mentions if one.text == "Police"),)


def test_claims_of_the_notes_speak_of_the_row(reader):
    _, reading = told(reader, ACLED)

    assert [account.id in claim.about for claim in reading.claims for account in reading.accounts] == [True]


def test_the_name_in_the_notes_is_the_coded_actor(reader):
    _, reading = told(reader, ACLED)
    keys = {mention.key for mention in reading.mentions if mention.name == "Tolo Front"}

    assert len(keys) == 1


def test_what_the_notes_say_of_another_day_stays_an_account_of_its_own(reader):
    notes = ACLED["notes"] + " On 1 March 2031, gunmen had bombed a bridge."
    _, reading = told(reader, ACLED, notes=notes)

    assert {str(account.date) for account in reading.accounts} == {"2031-05-04", "2031-03-01"}


@pytest.mark.parametrize(
    ("precision", "days"), [("1", "2031-05-04"), ("2", "2031-05-01/2031-05-07"), ("3", "2031-05"), ("", "2031-05-04")]
)
def test_a_day_is_as_exact_as_it_is_coded(reader, precision, days):
    _, reading = told(reader, ACLED, time_precision=precision)

    assert str(reading.accounts[0].date) == days


@pytest.mark.parametrize(
    ("notes", "kind"),
    [
        ("A drone struck a car in Mosul on 4 May 2031, killing 7 men.", EventType.DRONE_OR_MISSILE_STRIKE),
        ("Warplanes bombed a camp in Mosul on 4 May 2031, killing 7 men.", EventType.AIRSTRIKE),
    ],
)
def test_the_notes_tell_which_of_the_two_types_of_a_code_is_meant(reader, notes, kind):
    _, reading = told(reader, ACLED, sub_event_type="Air/drone strike", notes=notes)

    assert [account.type for account in reading.accounts] == [kind]


def test_a_place_is_as_exact_as_it_is_coded(reader):
    article, reading = told(reader, ACLED, geo_precision="3")

    assert words(article, reading, reading.accounts[0], Role.PLACE) == {"Ninewa"}


def test_no_toll_is_no_zero(reader):
    _, reading = told(reader, ACLED, fatalities="0", notes="Soldiers clashed with the Tolo Front near the mill.")

    assert reading.accounts[0].killed is None


def test_civilians_are_no_name(reader):
    _, reading = told(reader, ACLED, actor2="Civilians (Iraq)", sub_event_type="Attack")
    civilians = [mention for mention in reading.mentions if mention.text == "Civilians"]

    assert [(mention.kind, mention.named) for mention in civilians] == [(MentionKind.CIVILIANS, False)]


def test_a_row_of_ucdp_has_the_range_of_its_estimates_and_all_its_days(reader):
    article, reading = told(reader, UCDP)
    account = reading.accounts[0]

    assert (account.type, str(account.date), str(account.killed)) == (EventType.KILLING, "2031-05-04/2031-05-06", "7..12")
    assert words(article, reading, account, Role.AGENT) == {"Tolo Front"}
    assert words(article, reading, account, Role.PLACE) == {"Ninewa province"}


@pytest.mark.parametrize(
    "changes",
    [
        {"sub_event_type": "Unheard of"},
        {"event_date": "soon"},
        {"fatalities": "many"},
        {"fatalities": "99999999999999999999"},
        {"actor1": "(2014-)"},
        {"actor1": ": ", "actor2": ""},
        {"geo_precision": "x", "location": "", "admin1": ""},
    ],
)
def test_damaged_codes_stop_nothing(reader, changes):
    article, reading = told(reader, ACLED, **changes)

    assert all(0 <= one.span.start < one.span.end <= len(article.text) for one in reading.mentions)
    assert len({account.id for account in reading.accounts}) == len(reading.accounts)


def test_a_page_that_only_looks_like_a_row_is_read_as_any_other(reader):
    article, reading = told(reader, ACLED)
    page = type(article)(
        article.capture, 0, 0, len(article.text), article.text, outlet="Orunet", language="en", parts=article.parts
    )

    assert all(account.trigger.of(page) != "Armed clash" for account in reader.read(page).accounts)
    assert reading.accounts
