"""Every page of the sample's ledger in a real browser: looks, keyboard, axe, no request to the outside.

Screenshots go to ``test-output/`` for people to look at.
"""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from deciding_desk import loaded
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from sample_desk import PRIVATE, flagged, served
from waiting import until_true

from made_once import made_once
from rashomon.store.ledger import Ledger
from rashomon.store.pages.places import Where
from rashomon.store.withheld import PRIVATE_PERSON
from rashomon.web.catalogue import read_catalogue

pytestmark = pytest.mark.browser
OUTPUT = Path(__file__).parents[2] / "test-output"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-watchdog",  # a busy machine draws maps slowly
]
LOOKS = (("light", 1280), ("dark", 1280), ("light", 375))
NAMES = (
    "event",
    "actors",
    "actor",
    "outlets",
    "outlet",
    "network-begin",
    "network",
    "tie",
    "map",
    "map-place",
    "series",
    "article",
    "contradictions",
    "copies",
    "status",
    "help",
    "missing",
)
#: How grave a fault that axe finds must be to count.
SERIOUS = {"serious", "critical"}
Sites = dict[str, str]


@pytest.fixture(scope="module")
def ledger(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(made_once(tmp_path_factory, "flagged-sample", partial(flagged, sample_folder))) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(ledger: Ledger) -> Iterator[str]:
    with served(ledger) as found:
        yield found


@pytest.fixture(scope="module")
def paths(ledger: Ledger) -> Sites:
    """The address of each page that is looked at."""
    market = max((line for line in ledger.pages.map(Where()).places if line.lat is not None), key=lambda line: line.events)
    _, told = ledger.pages.place(market.id, Where(), 1)
    bombing = max(told.shown, key=lambda line: line.accounts)
    heron = ledger.actor_page("Sable Heron").actor
    network = ledger.pages.network([heron.id], None)
    edge = next(edge for edge in network.edges if edge.articles)
    copied = ledger.pages.outlet("Ledger Mirror").articles[0]
    tie = f"/network/tie?subject={edge.subject}&relation={edge.relation}&object={edge.object}"
    found = {
        "event": f"/events/{bombing.id}",
        "actor": f"/actors/{heron.id}",
        "outlet": f"/outlets/{quote('Ledger Mirror')}",
        "network-begin": "/network",
        "network": f"/network?actor={heron.id}",
        "tie": tie,
        "map-place": f"/map?place={market.id}",
        "article": f"/articles/{copied.id}",
        "missing": "/events/none",
    }
    return found | {name: f"/{name}" for name in NAMES if name not in found}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def shown(page: Page, name: str, url: str) -> None:
    """Open a page and wait for its drawing where it has one."""
    page.goto(url)
    if name.startswith("map"):
        page.wait_for_selector("#map[data-ready]", state="attached")
    if name == "network":
        page.wait_for_selector("#graph .node")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_passes_axe_fits_every_width_and_stays_on_this_machine(
    context: BrowserContext, address: str, paths: Sites, name: str
) -> None:
    requests: list[str] = []
    complaints: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    OUTPUT.mkdir(exist_ok=True)
    page = context.new_page()
    for scheme, width in LOOKS:
        if name.startswith("map") and (scheme, width) != LOOKS[0]:  # a map is drawn once: a new look needs a new page
            page.close()
            page = context.new_page()
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 900})
        if page.url == "about:blank":
            shown(page, name, address + paths[name])
        page.screenshot(path=OUTPUT / f"page-{name}-{scheme}-{width}.png", full_page=not name.startswith("map"))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (scheme, width)
        if width == LOOKS[0][1]:
            found = Axe().run(page).response["violations"]
            faults = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found if one["impact"] in SERIOUS]
            assert faults == [], scheme

    assert [text for text in complaints if name != "missing" or "404" not in text] == []
    assert [url for url in requests if not url.startswith(address) and not url.startswith("blob:")] == []
    assert page.locator("details.about").count() == 1


def test_the_first_pages_are_light_and_only_map_and_network_load_their_scripts(page: Page, address: str, paths: Sites) -> None:
    for name in NAMES:
        shown(page, name, address + paths[name])
        sizes = loaded(page)
        vendor = [url for url in sizes if "/vendor/" in url]
        if not name.startswith(("map", "network")) or name == "network-begin":
            assert vendor == []
            assert sum(sizes.values()) < 300_000, name
        else:
            assert vendor, name


def test_a_network_grows_step_by_step_and_a_line_opens_its_words(page: Page, address: str, paths: Sites) -> None:
    shown(page, "network", address + paths["network"])
    before = page.locator("#graph .node").count()
    page.locator("#graph .node", has_text="Tarvessia").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/network?actor=*&actor=*")
    until_true(page, "before => document.querySelectorAll('#graph .node').length > before", before)
    page.locator("#graph .tie.line-listed").first.dispatch_event("click")
    page.wait_for_url("**/network/tie?**")
    expect(page.get_by_role("heading", name="In lists")).to_be_visible()


def test_the_days_slider_takes_ties_away(page: Page, address: str, paths: Sites) -> None:
    shown(page, "network", address + paths["network"])
    whole = page.locator("#graph .tie").count()
    page.locator("#when").evaluate("slider => { slider.value = 1; slider.dispatchEvent(new Event('input')); }")

    fewer = "([which, whole]) => { const n = document.querySelectorAll(which).length; return 0 < n && n < whole; }"
    until_true(page, fewer, ["#graph .tie", whole])
    page.locator("#when").dispatch_event("change")
    page.wait_for_url("**day=2024-01-01")
    until_true(page, fewer, ["tbody tr", whole])


def test_the_map_shows_fewer_places_for_fewer_months_and_opens_a_place(page: Page, address: str, paths: Sites) -> None:
    shown(page, "map", address + paths["map"])
    whole = int(page.locator("#map").get_attribute("data-shown") or 0)
    page.locator("#to").evaluate("slider => { slider.value = 0; slider.dispatchEvent(new Event('input')); }")

    until_true(page, "whole => Number(document.querySelector('#map').dataset.shown) < whole", whole)
    page.get_by_role("button", name="Play").click()
    page.wait_for_selector(f"#map[data-shown='{whole}']")
    page.get_by_role("link", name="Merrowick").last.click()
    expect(page.locator("#place")).to_be_visible()


@pytest.mark.parametrize("name", ["map", "network", "series", "event", "actor"])
def test_a_page_says_the_same_without_scripts(browser: Browser, address: str, paths: Sites, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + paths[name])

    assert page.locator("table tbody tr").count() > 0
    if name == "map":
        assert page.locator("svg.locator .dot").count() > 0
    if name == "network":
        assert page.locator("a.grow").count() > 0
    context.close()


def test_the_kept_file_stands_beside_the_text_and_runs_nothing(page: Page, address: str, ledger: Ledger) -> None:
    courier = ledger.pages.outlet("Ilvaren Courier").articles[0]
    answer = page.request.get(f"{address}/articles/{courier.id}/capture")
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    page.goto(f"{address}/articles/{courier.id}")
    page.locator(".beside summary").click()
    edges = "['.text', '.beside iframe'].map(each => document.querySelector(each).getBoundingClientRect())"
    until_true(page, f"(([text, frame]) => frame.width > 0 && text.right <= frame.left)({edges})")
    expect(page.frame_locator(".beside iframe").locator("body")).to_contain_text(re.compile(r"\w"))
    page.screenshot(path=OUTPUT / "page-article-beside.png")


def test_a_series_is_taken_along_as_drawing_picture_and_table(page: Page, address: str) -> None:
    page.goto(f"{address}/series")
    with page.expect_download() as picture:
        page.locator("button.png").first.click()
    content = Path(picture.value.path()).read_bytes()
    table = page.request.get(page.evaluate("document.querySelector('.files a[href$=csv]').href")).text()
    drawing = page.request.get(page.evaluate("document.querySelector('.files a[href$=svg]').href"))

    assert content.startswith(b"\x89PNG")
    assert len(content) > 5_000
    assert table.startswith("role,period,as_of,value")
    assert "published" in table
    assert "own" in table
    assert drawing.headers["content-type"].startswith("image/svg+xml")


def test_nothing_is_cut_off_in_print(page: Page, address: str, paths: Sites) -> None:
    page.goto(address + paths["event"])
    page.emulate_media(media="print")

    expect(page.locator(".ask")).to_be_hidden()
    expect(page.locator(".about")).to_be_hidden()
    expect(page.locator(".account").first).to_be_visible()


def test_a_private_person_is_named_on_no_page(page: Page, address: str, ledger: Ledger) -> None:
    (actor,) = (actor for actor in ledger.linked().actors if actor.name == PRIVATE)
    articles = sorted({link.article_id for link in ledger.linked().actor_links if link.actor_id == actor.id})

    assert articles
    assert page.request.get(f"{address}/actors/{quote(PRIVATE)}").status == 404
    for article_id in articles:
        events = [event.id for event in ledger.article_page(article_id).events]
        for path in (f"/articles/{article_id}", *(f"/events/{event_id}" for event_id in events)):
            for form in ("", "?format=json"):
                told = page.request.get(f"{address}{path}{form}").text()
                assert PRIVATE not in told, path
        assert PRIVATE_PERSON in page.request.get(f"{address}/articles/{article_id}").text()
        assert page.request.get(f"{address}/articles/{article_id}/capture").status == 403


def test_every_word_of_the_pages_stands_in_the_catalogue(page: Page, address: str, paths: Sites) -> None:
    known = set(read_catalogue().texts)
    for name in NAMES:
        page.goto(address + paths[name])
        text = page.locator("main").inner_text()
        assert not [key for key in known if key in text.split() and "." in key], name
