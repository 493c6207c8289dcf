"""The map in a real browser with 60,000 events in view: drawn on canvases, narrowed by its sliders, asked by clicks."""

import json
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PLACES, EVENTS = 1_500, 60_000
HOLD = {
    "event": "evt-1",
    "title": "Hill Post taken",
    "date": "2031-02-03",
    "status": "claimed",
    "disputed": False,
    "leaves": False,
}
#: A place of a country's precision in the middle of nowhere: an area, never a dot.
COUNTRY = {"shape": "country", "precision": "country", "country": "NE", "months": {"2031-01": 5}, "events": 5}


def place(n: int, **more: object) -> dict[str, object]:
    months = {"2031-01": 10, "2031-02": 30} if n % 2 else {"2031-02": 40}
    told = {"id": f"plc-{n}", "name": f"Town {n}", "precision": "town", "shape": "dot", "km": None, "country": "NE"}
    at = {"type": "Point", "coordinates": [-20 + (n % 50) * 1.1, -15 + (n // 50)]}
    properties = {**told, "events": 40, "disputed": n % 3, "months": months, "holds": [], **more}
    return {"type": "Feature", "geometry": None if more.get("shape") == "country" else at, "properties": properties}


def answer() -> str:
    holder = place(0, holds=[{**HOLD, "actors": ["Vale Front"]}])
    features = [holder, *(place(n) for n in range(1, PLACES)), place(PLACES, name="Niger", **COUNTRY)]
    return json.dumps({"type": "FeatureCollection", "features": features, "unplaced": 3, "together": False})


@pytest.fixture(scope="module")
def page(desk_address: str) -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        opened = browser.new_page(viewport={"width": 1000, "height": 900})
        opened.set_default_timeout(60_000)
        opened.route("**/map.geojson*", lambda route: route.fulfill(body=answer(), content_type="application/geo+json"))
        opened.goto(f"{desk_address}/map")
        opened.wait_for_selector("#map[data-ready]", state="attached")
        yield opened
        browser.close()


def slide(page: Page, which: str, to: int) -> None:
    page.locator(f"#{which}").evaluate(f"slider => {{ slider.value = {to}; slider.dispatchEvent(new Event('input')); }}")


def test_sixty_thousand_events_are_two_canvases_and_no_node_for_each(page: Page):
    expect(page.locator("#map")).to_have_attribute("data-shown", str(PLACES + 1))
    expect(page.locator("#map canvas")).to_have_count(2)
    assert page.evaluate("document.querySelectorAll('#map *').length") < 60
    expect(page.locator("#unplaced")).to_have_text(re.compile(": 3$"))


def test_a_month_shows_only_what_was_told_of_it(page: Page):
    slide(page, "to", 0)
    page.wait_for_selector(f"#map[data-shown='{PLACES // 2 + 1}']")
    expect(page.locator("#span")).to_have_text("2031-01 – 2031-01")
    slide(page, "to", 1)
    page.wait_for_selector(f"#map[data-shown='{PLACES + 1}']")


def test_who_is_said_to_hold_a_place_stands_in_a_legend(page: Page):
    page.check("#control")
    page.wait_for_selector("#map[data-shown='1']")
    expect(page.locator("#holders li")).to_have_text(["Vale Front"])
    page.uncheck("#control")


def click_middle(page: Page) -> None:
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def shows(page: Page, *features: dict[str, object]) -> None:
    told = json.dumps({"type": "FeatureCollection", "features": features, "unplaced": 0, "together": False})
    page.route("**/map.geojson*", lambda route: route.fulfill(body=told, content_type="application/geo+json"))
    page.reload()
    page.wait_for_selector("#map[data-ready]", state="attached")


def test_a_click_on_two_places_looks_closer_and_then_opens_the_one_it_was_drawn_at(page: Page):
    first, second = place(1), place(2)
    second["geometry"] = {"type": "Point", "coordinates": [-18.7, -15]}
    shows(page, first, second)
    click_middle(page)
    page.wait_for_selector("#map[data-zoom='9']", state="attached")
    click_middle(page)

    expect(page.locator(".leaflet-popup")).to_contain_text("Events: 40")
    expect(page.locator(".leaflet-popup a[href*='place=plc-']")).to_have_count(1)


def test_a_country_says_that_no_more_is_known(page: Page):
    shows(page, place(PLACES, name="Niger", **COUNTRY))
    click_middle(page)

    expect(page.locator(".leaflet-popup")).to_contain_text("Somewhere in the country")
