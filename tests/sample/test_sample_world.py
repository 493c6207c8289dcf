"""The sample's world is invented, consistent with its calendar, and holds what is planted in it."""

import re
import tomllib
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from rashomon.lists.countries import load_countries
from rashomon.lists.listfile import own
from rashomon.lists.registry import ListedRegistry
from rashomon.lists.supplement import read_places
from rashomon.model.words import CopyKind, EventType
from rashomon.sample import sample_files, sample_lists
from shipped import sample_reading, shipped_lists

EXPECTED = tomllib.loads(Path(__file__).with_name("expected.toml").read_text(encoding="utf-8"))
TEXTS = {path.name: unescape(path.read_text(encoding="utf-8")) for path, _ in sample_files()}
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July"
RUN = 12


@pytest.fixture(scope="module")
def registry() -> ListedRegistry:
    return sample_reading()[1]


def runs(text: str) -> set[str]:
    words = [word.lower() for word in re.findall(r"[^\W_]+", text)]
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("side", [side for entry in EXPECTED["contradictions"] for side in entry["sides"]])
def test_each_side_of_a_contradiction_stands_in_its_file(side: tuple[str, str]) -> None:
    name, words = side

    assert words in TEXTS[name]


@pytest.mark.parametrize("entry", EXPECTED["contradictions"])
def test_the_topic_of_a_contradiction_is_named_where_it_stands(entry: dict[str, Any]) -> None:
    told = " ".join(TEXTS[name] for name, _ in entry["sides"])

    assert all(word in told for word in entry["topic"])


@pytest.mark.parametrize("event", EXPECTED["events"])
def test_each_planted_event_is_told_and_its_names_are_listed(event: dict[str, Any], registry: ListedRegistry) -> None:
    name, words = event["told"]
    places = {place for named in read_places(own(sample_lists(), "places.yaml")[0]) for place in named.names}

    assert words in TEXTS[name]
    assert EventType(event["type"])
    assert not event["place"] or event["place"] in places
    assert all(len(registry.find(agent)) == 1 for agent in event["agents"])


@pytest.mark.parametrize("entry", EXPECTED["copies"])
def test_both_sides_of_a_copy_are_expected_articles(entry: dict[str, Any]) -> None:
    for name, opening in (entry["copy"], entry["original"]):
        assert any(title.startswith(opening) for title, _ in EXPECTED["files"][name]["articles"])
    assert CopyKind(entry["kind"])


@pytest.mark.parametrize("title", [title for told in EXPECTED["files"].values() for title, _ in told["articles"] if title])
def test_each_expected_title_is_printed(title: str) -> None:
    assert any(title in text for text in TEXTS.values())


def test_there_are_seven_outlets_and_seven_months() -> None:
    days = [day for told in EXPECTED["files"].values() for _, day in told["articles"] if day]

    assert len({told["outlet"] for told in EXPECTED["files"].values()}) == 7
    assert {day[5:7] for day in days} == {"02", "03", "04", "05", "06", "07"}


def test_an_exact_copy_shares_nearly_all_its_words_and_a_rewording_few_runs() -> None:
    original = runs(TEXTS["frontier-wire.rss.xml"])
    exact = re.findall(r"<p>([^<]+)</p>", TEXTS["radio-vessary-second-blast.html"])
    spun = TEXTS["ledger-mirror.rss.txt"].split("Merowick bombing balance", 1)[1].split("\n]]>\n", 1)[0]

    assert runs(exact[1]) <= original
    assert len(runs(spun) & original) < len(runs(spun)) / 2


def test_the_claimed_totals_leave_another_may_than_the_group_gives() -> None:
    group = EXPECTED["series"][0]
    totals = {value["period"]: value["value"] for value in group["values"]}
    months = {value["period"]: value["value"] for value in group["derived"]}

    assert totals["2031-01"] + totals["2031-02"] == totals["2031-01/2031-02"]
    assert totals["2031-01/2031-04"] - totals["2031-01/2031-02"] == months["2031-03/2031-04"]
    assert totals["2031-01/2031-05"] - totals["2031-01/2031-04"] == months["2031-05"] != totals["2031-05"]


@pytest.mark.parametrize("name", list(TEXTS))
def test_weekdays_fit_the_dates_beside_them(name: str) -> None:
    found = [
        *re.findall(rf"({WEEKDAYS}) (\d+) ({MONTHS})", TEXTS[name]),
        *((weekday, day, month) for weekday, month, day in re.findall(rf"({WEEKDAYS}), ({MONTHS}) (\d+)", TEXTS[name])),
    ]
    for weekday, day, month in found:
        assert f"{datetime.strptime(f'{day} {month} 2031', '%d %B %Y'):%A}" == weekday  # noqa: DTZ007


@pytest.mark.parametrize("name", ["frontier-wire.rss.xml", "ledger-mirror.rss.txt"])
def test_feed_dates_have_the_right_weekday(name: str) -> None:
    printed = re.findall(r"\w{3}, \d\d \w{3} 2031", TEXTS[name])

    assert len(printed) >= 4
    assert all(f"{datetime.strptime(text[5:], '%d %b %Y'):%a}" == text[:3] for text in printed)  # noqa: DTZ007


def test_addresses_lead_nowhere() -> None:
    hosts = {host for text in TEXTS.values() for host in re.findall(r"https?://([^/\s\"<]+)", text)}

    assert {host for host in hosts if not host.endswith(".example")} <= {"purl.org", "wordpress.org"}


def test_the_readme_says_that_all_is_invented() -> None:
    readme = (sample_lists().parent / "README.txt").read_text(encoding="utf-8")

    assert readme.startswith("THIS IS INVENTED.")
    assert all(name in readme for name in ("Tarvessia", "Dorrund", "Vantreska"))


def test_the_lists_name_every_outlet_and_the_parties(registry: ListedRegistry) -> None:
    parties = ("Sable Heron", "Reed Valley Front", "Bridge Guard", "Dravo Hesk", "Tarvessian army", "Tarvessia")

    assert all(registry.outlet(told["outlet"]) is not None for told in EXPECTED["files"].values())
    assert all(len(registry.find(name)) == 1 for name in parties)


def test_the_places_lie_on_open_ocean_and_in_countries_of_their_own() -> None:
    (file,) = own(sample_lists(), "places.yaml")
    places = [named.place for named in read_places(file)]

    assert len(places) >= 10
    pins = [(place.lat, place.lon) for place in places if place.lat is not None and place.lon is not None]
    assert len(pins) >= 8
    assert all(-14 < lat < -6 and -28 < lon < -19 for lat, lon in pins), "between Ascension and Brazil there is no land"
    assert {place.country for place in places} == {"XT", "XR", "XV"}
    assert not {country.iso2 for country in load_countries().listed} & {"XT", "XR", "XV"}


def test_invented_names_are_nobody_else_in_the_shipped_lists(registry: ListedRegistry) -> None:
    shipped = shipped_lists()[0]
    invented = {actor.name for actor in registry.actors} - {actor.name for actor in shipped.actors}

    assert len(invented) > 20
    assert not [name for name in invented if shipped.find(name)]


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the optional data folder ../shared is not there")
def test_no_run_of_twelve_words_comes_from_the_seeds() -> None:
    seeds = set().union(*(runs(path.read_text(encoding="utf-8")) for path in SEEDS.iterdir()))

    assert not {run for text in TEXTS.values() for run in runs(text)} & seeds
