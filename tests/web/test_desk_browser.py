"""Today, search and topics in a real browser on the sample ledger. Screenshots go to ``test-output/`` for people to look at."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from deciding_desk import listening, loaded
from playwright.sync_api import Browser, Page, expect, sync_playwright
from waiting import until_true

from rashomon.store.ledger import Ledger
from rashomon.web.people.access import Access

pytestmark = pytest.mark.browser
OUTPUT = Path(__file__).parents[2] / "test-output"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
PAGES = {
    "today": "/?since=start&on=2031-03-20",
    "search-list": "/search?q=market+-sable",
    "search-timeline": "/search?q=bombing&view=timeline&order=oldest",
    "search-map": "/search?view=map",
    "search-chart": "/search?view=chart&by=actor",
    "search-table": "/search?view=table&order=killed",
    "search-articles": "/search?q=market&view=articles",
    "search-claims": "/search?q=denied&view=claims",
    "search-nothing": "/search?q=zeppelin",
    "topics": "/topics",
    "topic": "/topics/TOPIC?by=week",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def ledger(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("desk") / "ledger"
    shutil.copytree(sample_folder, folder)
    with Ledger.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(ledger: Ledger) -> Iterator[str]:
    with listening(ledger, Access(ledger.people, ledger.review, "ana")) as found:
        yield found


@pytest.fixture(scope="module")
def topic(ledger: Ledger) -> str:
    return ledger.desk.topics.make("Bombs in markets", "q=market", "ana").id


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that stays on this machine, and complains of nothing."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(30_000)
    left: list[str] = []
    complaints: list[str] = []
    opened.on(
        "request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else left.append(request.url)
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield opened
    opened.close()
    assert left == []
    assert complaints == []


def faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:90]}" for one in found if one["impact"] in {"serious", "critical"}]


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read_by_all_and_stays_on_this_machine(page: Page, address: str, topic: str, name: str) -> None:
    OUTPUT.mkdir(exist_ok=True)
    page.goto(address + PAGES[name].replace("TOPIC", topic))

    assert faults(page) == []
    assert fits(page)
    page.screenshot(path=OUTPUT / f"desk-{name}-wide.png", full_page=True)
    page.goto("about:blank")  # a drawn map loads itself anew when the colours change
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(address + PAGES[name].replace("TOPIC", topic))
    assert fits(page)
    assert faults(page) == []
    page.screenshot(path=OUTPUT / f"desk-{name}-phone-dark.png", full_page=True)


def test_a_slash_goes_to_the_box_and_a_name_is_offered_while_one_types(page: Page, address: str) -> None:
    page.goto(f"{address}/search")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    with page.expect_response("**/suggest?q=sable%20h"):
        page.keyboard.type("sable h")
    expect(page.locator("#suggested li").first).to_contain_text("Sable Heron")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#suggested li").first).to_have_attribute("aria-selected", "true")
    page.screenshot(path=OUTPUT / "desk-suggestions.png")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=actor*")

    expect(page.locator("#q")).to_have_value('actor:"Sable Heron"')
    expect(page.locator(".line").first).to_be_visible()


def test_dragging_over_the_bars_chooses_a_stretch_of_time(page: Page, address: str) -> None:
    page.goto(f"{address}/search?type=bombing")
    box = page.locator(".brush").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + 20, steps=4)
    page.mouse.up()
    page.wait_for_url("**after=*")

    assert "before=" in page.url
    expect(page.locator(".chip").nth(2)).to_be_visible()


def test_a_map_draws_the_places_of_the_answer(page: Page, address: str) -> None:
    page.goto(f"{address}/search?view=map")
    until_true(page, "Number(document.querySelector('#map[data-ready=yes]')?.dataset.shown) > 0")

    page.screenshot(path=OUTPUT / "desk-search-map-drawn.png", full_page=True)


def test_a_search_is_saved_as_a_topic_renamed_and_deleted(page: Page, address: str) -> None:
    page.goto(f"{address}/search?type=bombing")
    page.fill("#topic", "Bombings")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/topics/top-*")
    expect(page.locator("h1")).to_have_text("Bombings")
    expect(page.locator(".brief").first).to_be_visible()

    page.goto(f"{address}/topics")
    page.locator("li", has_text="Bombings").locator("summary").click()
    page.locator("li", has_text="Bombings").locator("input[name=name]").fill("All bombings")
    page.get_by_role("button", name="Rename").last.click()
    expect(page.locator("h1")).to_have_text("All bombings")
    page.goto(f"{address}/topics")
    page.locator("li", has_text="All bombings").locator("summary").click()
    page.get_by_role("button", name="Delete All bombings").click()
    expect(page.locator("main")).not_to_contain_text("All bombings")


def test_it_all_works_without_script_and_words_from_right_to_left_run_so(browser: Browser, address: str, topic: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{address}/search")
    plain.fill("#q", "market")
    plain.get_by_role("search").get_by_role("button").click()
    plain.wait_for_url("**q=market**")
    expect(plain.locator(".line").first).to_be_visible()
    plain.select_option("#order", "killed")
    plain.locator("#order ~ button").click()
    plain.wait_for_url("**order=killed**")
    plain.goto(f"{address}/search?view=map")
    assert plain.locator("tbody tr").count() > 0
    plain.goto(f"{address}/topics/{topic}")
    assert plain.locator(".brief").count() > 0
    plain.goto(f"{address}/search?q=حزب")
    assert plain.locator("#q:dir(rtl)").count() == 1
    context.close()


def test_the_first_page_is_small(page: Page, address: str) -> None:
    page.goto(f"{address}/?since=start")

    assert 20_000 < sum(loaded(page).values()) < 300_000
