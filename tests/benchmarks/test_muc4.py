"""The forms of the set: slots and templates of incidents, and what of a message is read."""

from datetime import date

from benchmarks.muc4 import body, countries, origin, template
from benchmarks.muc4_slots import number, slots
from rashomon.extraction.incidents.values import Count, Culprit, Incident, Instrument, Spot, Target

PERSON = Target(("ana ruiz",), ("judge",), "LEGAL OR JUDICIAL", Count(1, 1), "US", "INJURY")
CROWD = Target((), ("onlookers",), "CIVILIAN", Count(), None, None)
BLAST = Incident(
    kind="bombing",
    stage="ACCOMPLISHED",
    state=False,
    first=None,
    last=date(1990, 5, 7),
    spot=Spot("PE", (("puno", "department"), ("juli", "city"))),
    instruments=(Instrument(("a bomb", "bomb"), "BOMB"),),
    organisations=(Culprit(("red dawn",), "CLAIMED OR ADMITTED"),),
    things=(Target(("court house",), (), "GOVERNMENT OFFICE OR RESIDENCE", Count(1, 1), None, "SOME DAMAGE"),),
    people=(PERSON, CROWD),
)


def test_slots_are_written_as_the_keys_are() -> None:
    made = slots(BLAST, countries())
    said = {slot: [fill["values"][0] for fill in made[slot]] for slot in made}
    assert said["date"] == ["- 07 MAY 90"]
    assert said["location"] == ["PERU: PUNO (DEPARTMENT): JULI (CITY)"]
    assert (said["type"], said["perp_category"]) == (["BOMBING"], ["TERRORIST ACT"])
    assert (said["hum_name"], said["hum_description"]) == (["ANA RUIZ"], ["JUDGE", "ONLOOKERS"])
    assert (said["hum_nation"], said["hum_number"]) == (["UNITED STATES"], ["1", "PLURAL"])


def test_what_is_said_of_a_target_points_to_its_name() -> None:
    made = slots(BLAST, countries())
    assert [fill["xref"] for fill in made["hum_type"]] == [["ANA RUIZ"], ["ONLOOKERS"]]
    assert [fill["xref"] for fill in made["hum_description"]] == [["ANA RUIZ"], []]
    assert made["instrument_type"][0]["xref"] == ["A BOMB"]


def test_a_template_names_the_victims_only() -> None:
    made = template(BLAST)
    assert (made["incident_type"], made["Victim"], made["Weapon"]) == ("bombing", [["ana ruiz"]], [["a bomb"]])


def test_numbers() -> None:
    assert [number(one) for one in (Count(6, 6), Count(6), Count(6, 6, about=True), Count(2, 4), Count())] == [
        "6",
        "6-",
        "~6",
        "2-4",
        "PLURAL",
    ]


def test_a_message_is_read_without_its_heads() -> None:
    text = "   QUITO, 4 MAY 90 (RADIO X) -- [TEXT] [A SPEAKER] THE FRONT [FPP]\nSTRUCK.\n\n   ALL IS\nCALM."
    assert body({"text": text}) == "THE FRONT (FPP) STRUCK.\n\nALL IS CALM."
    assert body({"doctext": "the front (fpp) struck.    all is calm."}) == "the front (fpp) struck.\n\nall is calm."


def test_the_origin_is_the_place_of_the_dateline() -> None:
    assert origin({"dateline": "QUITO (ECUADOR), 4 MAY 90"}) == "QUITO (ECUADOR)"
    assert origin({"dateline": "CLANDESTINE, 4 MAY 90"}) is None
