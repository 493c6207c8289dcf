"""Events as UCDP-GED rows, PLOVER records and GeoJSON features: values, what is no row, and the rules of each."""

import json

import pytest
from coded_events import ARMY, FRONT, GAO, STATE, Happening, Said, published, setting

from rashomon.exports.cells import csv_line, safe
from rashomon.exports.coded import ged, ged_rules, geojson, geojson_rules, plover, plover_rules
from rashomon.exports.coded.codes import country_codes
from rashomon.exports.coded.writing import LeftOut
from rashomon.exports.contract import Aggregation, Order
from rashomon.lists.countries import load_countries
from rashomon.model.places import Place
from rashomon.model.words import EventType, MentionKind, PlacePrecision, Status
from rashomon.store.ledger import Ledger

PEOPLE = (("12 people", MentionKind.CIVILIANS),)
MALI = Place("Mali", "ML", PlacePrecision.COUNTRY, lat=17.0, lon=-4.0)


def coded(form, happening, aggregation=Aggregation.REPRESENTATIVE):
    made = form.code(published(happening), setting(aggregation))
    assert not isinstance(made, LeftOut), made
    rules = {ged: ged_rules, plover: plover_rules, geojson: geojson_rules}[form]
    assert list(rules.problems(made)) == []
    return made


def test_ged_violence_against_civilians_is_one_sided():
    made = coded(ged, Happening(said=(Said(killed="12", patients=PEOPLE),)))

    assert set(made) == set(ged_rules.COLUMNS)
    assert (made["type_of_violence"], made["dyad_name"]) == (3, "Vale Front - Civilians")
    assert (made["low"], made["best"], made["high"], made["deaths_civilians"]) == (12, 12, 12, 12)
    assert (made["where_prec"], made["geom_wkt"]) == (1, "POINT (-0.040000 16.270000)")
    assert (made["country"], made["country_id"], made["region"]) == ("Mali", 432, "Africa")
    assert (made["date_prec"], made["date_start"]) == (1, "2031-03-03 00:00:00.000")
    assert (made["number_of_sources"], made["source_original"]) == (1, "Vale Front")


def test_ged_a_state_is_side_a_whoever_began():
    made = coded(ged, Happening(patients=(ARMY,)))

    assert (made["type_of_violence"], made["side_a"], made["side_b"], made["gwnoa"]) == (1, "Malian military", "Vale Front", 432)
    assert made["deaths_a"] == 12


def test_ged_estimates_come_from_all_versions_and_best_from_the_aggregation():
    said = (Said(killed="12", patients=PEOPLE), Said(killed="9..20", root="Army"))

    for aggregation, best in (("conservative", 9), ("representative", 12), ("informative", 20)):
        made = coded(ged, Happening(said=said), Aggregation(aggregation))
        assert (made["low"], made["best"], made["high"], made["deaths_unknown"]) == (9, best, 20, best)


@pytest.mark.parametrize(
    ("happening", "reason"),
    [
        (Happening(status=Status.NEGATED), "status negated"),
        (Happening(said=(Said(),)), "no death stated"),
        (Happening(kind=EventType.AGREEMENT), "agreement is no use of armed force"),
        (Happening(dates=("2029-01-01/2031-01-01",)), "date vaguer than a year"),
        (Happening(places=()), "no place"),
        (Happening(), "neither another side nor civilians are stated"),
        (
            Happening(said=(Said(killed="3", patients=(("their base", MentionKind.FACILITY),)),)),
            "neither another side nor civilians are stated",
        ),
    ],
)
def test_ged_what_it_would_not_code_is_no_row(happening, reason):
    assert ged.code(published(happening), setting()) == LeftOut(reason)


def test_ged_whoever_the_words_only_describe_may_be_of_either_side():
    made = coded(ged, Happening(said=(Said(killed="3", patients=(("three men", MentionKind.PERSON),)),)))

    assert (made["deaths_unknown"], made["deaths_civilians"]) == (3, 0)


def test_ged_a_country_is_a_place_of_the_sixth_precision():
    assert coded(ged, Happening(places=(MALI,), said=(Said(killed="12", patients=PEOPLE),)))["where_prec"] == 6


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        *(("best", 11), ("low", 13), ("high", 0), ("deaths_unknown", 2), ("type_of_violence", 4), ("where_prec", 0)),
        *(("date_start", "2031-03-03"), ("date_end", "2031-03-01 00:00:00.000"), ("side_b", ""), ("priogrid_gid", 1)),
        *(
            ("latitude", "99.0"),
            ("geom_wkt", "POINT (1 2)"),
            ("region", "Atlantis"),
            ("year", 1999),
            ("id", "x"),
            ("country", ""),
        ),
    ],
)
def test_ged_the_rules_find_what_is_wrong(column, cell):
    good = coded(ged, Happening(said=(Said(killed="12", patients=PEOPLE),)))

    assert list(ged_rules.problems({**good, column: cell}))


def test_plover_a_record_names_category_sectors_and_words():
    made = coded(plover, Happening(said=(Said(killed="12", patients=PEOPLE),)))

    assert (made["event"], made["mode"], made["quad_code"], made["event_scale"]) == (["ASSAULT"], ["explosives"], 4, -9.0)
    assert (made["actor"][0]["sector"], made["actor"][0]["code"], made["actor"][0]["identifier_id"]) == ("REB", "MLI", FRONT.id)
    assert made["recipient"] == [{"code": None, "sector": "CVL", "entity_text": "12 people"}]
    assert made["size"] == {"dead": 12}
    assert made["rashomon"]["accounts"][0]["words"] == made["text"] == "A bomb killed 12 people in Gao on Monday."
    assert made["rashomon"]["accounts"][0]["grade"] == "B"


@pytest.mark.parametrize(
    ("status", "flag"), [(Status.PLANNED, "future"), (Status.HYPOTHETICAL, "hypothetical"), (Status.NEGATED, "negation")]
)
def test_plover_has_flags_for_what_did_not_happen(status, flag):
    assert coded(plover, Happening(status=status))[flag] is True
    assert flag not in coded(plover, Happening())


def test_plover_both_sides_of_a_clash_are_actors():
    made = coded(plover, Happening(kind=EventType.ARMED_CLASH, patients=(ARMY,)))

    assert [one["entity_text"] for one in made["actor"]] == ["Vale Front", "Malian military"]
    assert made["recipient"] == []


def test_plover_whoever_is_needed_and_not_stated_is_said_not_to_be():
    made = coded(plover, Happening(kind=EventType.ARMS_TRANSFER, agents=(STATE,)))

    assert made["recipient"] == [{"code": None, "sector": "UNK", "entity_text": "not stated"}]


def test_plover_statements_are_no_records():
    made = plover.code(published(Happening(kind=EventType.STATEMENT_OR_PROPAGANDA)), setting())

    assert made == LeftOut("statement_or_propaganda is no event there")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("event", ["PICNIC"]), ("event", []), ("mode", ["aerial", "tickle"]), ("context", ["weather"]), ("quad_code", 1)),
        *(
            ("date", "3 March"),
            ("actor", [{"entity_text": "", "sector": "REB"}]),
            ("actor", [{"entity_text": "x", "sector": "?"}]),
        ),
    ],
)
def test_plover_the_rules_find_what_is_wrong(field, value):
    assert list(plover_rules.problems({**coded(plover, Happening()), field: value}))


def test_geojson_a_point_says_how_far_off_it_may_be():
    made = coded(geojson, Happening())

    assert made["geometry"] == {"type": "Point", "coordinates": [-0.04, 16.27]}
    assert (made["properties"]["radius_m"], made["properties"]["killed_best"]) == (5000, 12)
    near = Place("Gao", "ML", PlacePrecision.NEAR, lat=16.0, lon=0.0)
    assert coded(geojson, Happening(places=(near,)))["properties"]["radius_m"] == 25_000


@pytest.mark.parametrize("place", [MALI, Place("Sahel", None, PlacePrecision.REGION, lat=15.0, lon=0.0)])
def test_geojson_has_no_pin_for_a_country_or_a_region_across_borders(place):
    assert coded(geojson, Happening(places=(place,)))["geometry"] is None


@pytest.mark.parametrize(
    ("geometry", "properties"),
    [
        ({"type": "Line", "coordinates": [1.0, 2.0]}, {}),
        ({"type": "Point", "coordinates": [1.0, 200.0]}, {}),
        ({"type": "Point", "coordinates": [1.0, 2.0]}, {"precision": "country"}),
        ({"type": "Point", "coordinates": [1.0, 2.0]}, {"radius_m": None}),
    ],
)
def test_geojson_the_rules_find_what_is_wrong(geometry, properties):
    good = coded(geojson, Happening())

    assert list(geojson_rules.problems({**good, "geometry": geometry, "properties": good["properties"] | properties}))


def test_files_of_each_form_keep_its_rules(told_folder, tmp_path):
    with Ledger.open(told_folder) as ledger:
        table = ged.write_ged(ledger, tmp_path, Order())[0]
        records = plover.write_plover(ledger, tmp_path, Order())[0]
        places, manifest = geojson.write_geojson(ledger, tmp_path, Order(aggregation=Aggregation.INFORMATIVE))

    assert list(ged_rules.file_problems(table)) == []
    assert list(plover_rules.file_problems(records)) == []
    assert list(geojson_rules.file_problems(places)) == []
    collection, told = json.loads(places.read_text("utf-8")), json.loads(manifest.read_text("utf-8"))
    assert collection["features"]
    assert (collection["aggregation"], collection["clearance"]) == ("informative", "TLP:CLEAR")
    assert collection["unplaced"] == told["left_out"].get("no place", 0)


def test_a_file_of_a_form_with_other_columns_or_lines_is_found_out(tmp_path):
    (tmp_path / "a.csv").write_text("id,year\n1,2031\n", "utf-8")
    (tmp_path / "a.jsonl").write_text("{\n", "utf-8")
    (tmp_path / "a.geojson").write_text("{}", "utf-8")

    assert list(ged_rules.file_problems(tmp_path / "a.csv"))
    assert list(plover_rules.file_problems(tmp_path / "a.jsonl"))
    assert list(geojson_rules.file_problems(tmp_path / "a.geojson"))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\tx", "\n=1", "＝1"])
def test_a_cell_that_a_spreadsheet_would_run_is_kept_as_text(cell):
    assert safe(cell) == f"'{cell}"


def test_numbers_stay_numbers_and_nothing_stays_empty():
    assert csv_line([-1.5, None, "a,b", 'c"d']) == '-1.5,,"a,b","c""d"\r\n'


def test_every_country_has_its_codes():
    codes = country_codes()

    assert set(codes) == set(load_countries().by_iso2)
    assert len({one.iso for one in codes.values()}) == len(codes)
    states = [one.gleditsch_ward for one in codes.values() if one.gleditsch_ward is not None]
    assert len(set(states)) == len(states) > 190
    assert (codes["IQ"].iso, codes["IQ"].gleditsch_ward, codes["IQ"].acled_region) == (368, 645, "Middle East")
    assert GAO.country in codes
