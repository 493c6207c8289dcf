"""The desk in a real browser. Screenshots go to ``test-output/`` for people to look at."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from imagined_ledger import ARABIC, EVENT, FRONT, HERALD
from playwright.sync_api import Browser, Page, expect, sync_playwright
from shown_article import ARTICLE, EXPLAINED, READING, VIEW
from waiting import until_true

from rashomon.web.catalogue import read_catalogue
from rashomon.web.grounds import Grounds
from rashomon.web.standalone import page as standalone
from rashomon.web.standalone import shown
from rashomon.web.tables import Found

pytestmark = pytest.mark.browser
OUTPUT = Path(__file__).parents[2] / "test-output"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
]
WORDS = "its fighters had been near the depot"
START = HERALD.text.index(WORDS)
PAGES = {
    "events": "/search?size=10",
    "search": "/search?q=depot",
    "event": f"/events/{EVENT.id}",
    "actors": "/actors?q=tidewater",
    "actor": f"/actors/{FRONT.id}",
    "article": f"/articles/{HERALD.id}?at={START}-{START + len(WORDS)}#c{START}",
    "article-arabic": f"/articles/{ARABIC.id}",
    "contradictions": "/contradictions",
    "series": "/series",
    "copies": "/copies",
    "status": "/status",
    "help": "/help",
    "missing": "/events/none",
}
#: Every text against what is really behind it: contrast below WCAG AA (4.5), sizes of large text left out.
LOW_CONTRAST = """() => {
  const rgb = css => (css.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [.2126, .7152, .0722][n], 0);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; node = walker.nextNode();) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest("svg")) continue;
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) found.push(node.data.trim().slice(0, 40) + " " + ((a + .05) / (b + .05)).toFixed(2));
  }
  return found;
}"""
UNNAMED = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary, [tabindex='0']")]
  .filter(e => e.checkVisibility() && !(e.textContent.trim() || e.ariaLabel || e.labels?.length))
  .map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_readable_and_stays_on_this_machine(page: Page, desk_address: str, name: str) -> None:
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    OUTPUT.mkdir(exist_ok=True)

    page.goto(desk_address + PAGES[name])

    assert fits(page)
    assert page.evaluate(LOW_CONTRAST) == []
    assert page.evaluate(UNNAMED) == []
    page.screenshot(path=OUTPUT / f"desk-{name}-wide.png", full_page=True)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(LOW_CONTRAST) == []
    page.set_viewport_size({"width": 375, "height": 800})
    assert fits(page)
    page.screenshot(path=OUTPUT / f"desk-{name}-phone-dark.png", full_page=True)
    assert [text for text in complaints if name != "missing" or "404" not in text] == []
    assert [address for address in requests if not address.startswith(desk_address)] == []


def test_accounts_are_aligned_when_wide_and_stacked_on_a_phone(page: Page, desk_address: str) -> None:
    page.goto(f"{desk_address}/events/{EVENT.id}")
    heights = """number => new Set([...document.querySelectorAll(".account")].slice(0, 3)
      .map(e => e.querySelector("dl > div:nth-child(8)").getBoundingClientRect().top)).size === number"""

    until_true(page, heights, 1)
    expect(page.locator(".account").filter(has_text="أحرقوا مستودع الوقود")).to_be_visible()
    page.set_viewport_size({"width": 375, "height": 800})
    until_true(page, heights, 3)


def test_the_search_box_is_reached_and_sent_by_keyboard(page: Page, desk_address: str) -> None:
    page.goto(desk_address + "/search?type=attack")
    for _ in range(3):
        page.keyboard.press("Tab")

    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_css("outline-style", "solid")
    page.keyboard.type("tidewater")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=tidewater&type=attack&order=best")
    expect(page.get_by_role("link", name="Attack by Tidewater Front, Port Sarun")).to_be_visible()


def test_the_first_stop_of_the_keyboard_skips_to_the_page(page: Page, desk_address: str) -> None:
    page.goto(desk_address + "/help")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_quoted_words_lead_to_their_place_in_the_article(page: Page, desk_address: str) -> None:
    page.goto(f"{desk_address}/events/{EVENT.id}")
    page.locator(".account").first.get_by_role("link", name="Open these words in the article").click()

    expect(page.locator(".text :target")).to_have_text("set fire to a fuel depot")
    expect(page.locator(".text .k-here").first).to_be_visible()


def test_a_kind_of_marks_can_be_hidden(page: Page, desk_address: str) -> None:
    page.goto(f"{desk_address}/articles/{HERALD.id}")
    mark, bare = page.locator(".text .k-who").first, "rgba(0, 0, 0, 0)"
    expect(mark).not_to_have_css("background-color", bare)
    page.locator("#show-who").uncheck()

    expect(mark).to_have_css("background-color", bare)


@pytest.fixture(scope="module")
def lone_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an article with everything found in it, as one file."""
    say = read_catalogue()
    one = shown(VIEW, Found(VIEW, say).tables(), Grounds(ARTICLE, READING, EXPLAINED, say).tables(), say)
    path = tmp_path_factory.mktemp("lone") / "rangers.html"
    path.write_text(standalone([one], "rangers.txt", "test-1", say), encoding="utf-8")
    return path.as_uri()


def test_an_article_in_one_file_needs_nothing_else_and_is_readable_everywhere(page: Page, lone_file: str) -> None:
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    OUTPUT.mkdir(exist_ok=True)
    page.goto(lone_file)
    for scheme, width in (("light", 1280), ("dark", 375)):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page)
        assert page.evaluate(LOW_CONTRAST) == []
        page.screenshot(path=OUTPUT / f"read-{scheme}-{width}.png", full_page=True)

    assert page.evaluate(UNNAMED) == []
    assert complaints == []
    assert [address for address in requests if not address.startswith(("file:", "data:"))] == []


def test_the_words_of_a_row_lead_to_their_mark_in_the_same_file(page: Page, lone_file: str) -> None:
    page.goto(lone_file)
    page.get_by_role("link", name="The group, led by Ansa Mol", exact=True).click()

    expect(page.locator(".text :target")).to_contain_text(re.compile("^The group"))
