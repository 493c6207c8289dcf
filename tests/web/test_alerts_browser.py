"""The pages of alerts in a real browser: looks, axe, and a watch made and forgotten by keyboard and mouse alone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from deciding_desk import listening
from playwright.sync_api import Browser, Page, expect, sync_playwright
from test_alert_pages import NOW, TOLD
from test_pages_browser import ARGUMENTS, CHROMIUM, LOOKS, OUTPUT, SERIOUS

from rashomon.store.alerts.contract import Intent, Rhythm, WatchKind, Wish
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question
from rashomon.web.people.access import Access
from rashomon.web.watching import Watchtower

pytestmark = pytest.mark.browser
PATHS = {"alerts": "/alerts", "watch-toll": "/alerts/watch?kind=toll&q=bomb"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.create(tmp_path_factory.mktemp("alerts") / "ledger") as made:
        made.desk.search._listed = {}
        wish = Wish(
            WatchKind.SEARCH, "Ostrel", "ana", Question(text="bomb"), channels=("pager",), rhythm=Rhythm(quiet="22:00-07:00")
        )
        watch = made.alerts.watch(wish, NOW)
        at = NOW.isoformat(timespec="seconds")
        made.alerts.keep(watch, 0, [Intent(TOLD), Intent(TOLD)], at, {"pager": at})
        for message_id in made.alerts.due(at):
            message = made.alerts.message(message_id)
            assert message is not None
            made.alerts.failed(message, at, "/usr/local/bin/pager ended with 1: the line is dead", None)
        (made.folder / "alerts.toml").write_text('[command.pager]\nrun = ["pager"]\n', encoding="utf-8")
        yield made


@pytest.fixture(scope="module")
def address(ledger: Ledger) -> Iterator[str]:
    alerts = Watchtower(ledger.alerts, ledger.folder)
    access = Access(ledger.people, ledger.review, "ana", collecting=ledger.collecting, alerts=alerts)
    with listening(ledger, access) as found:
        yield found


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
    opened = browser.new_page()
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


def test_the_pages_pass_axe_fit_every_width_and_complain_of_nothing(page: Page, address: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    OUTPUT.mkdir(exist_ok=True)
    for name, path in PATHS.items():
        page.goto(address + path)
        for scheme, width in LOOKS:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=OUTPUT / f"page-{name}-{scheme}-{width}.png", full_page=True)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, scheme, width)
            if width == LOOKS[0][1]:
                found = Axe().run(page).response["violations"]
                faults = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]
                grave = [fault for fault, one in zip(faults, found, strict=True) if one["impact"] in SERIOUS]
                assert grave == [], (name, scheme)

    assert complaints == []


def test_a_watch_is_made_from_a_search_and_forgotten(page: Page, address: str, ledger: Ledger) -> None:
    page.goto(f"{address}/search?q=market")
    page.get_by_role("link", name="Watch this").click()
    page.get_by_label("pager (command)").check()
    page.get_by_role("button", name="Watch", exact=True).click()
    page.wait_for_url("**/alerts#watches")
    (made,) = (one for one in ledger.alerts.watches("ana") if one.wish.name != "Ostrel")

    assert (made.wish.name, made.wish.question.text, made.wish.channels) == ("market", "market", ("pager",))
    stop = page.get_by_role("button", name="Stop watching market")
    stop.click()
    expect(stop).to_have_count(0)
    assert [one.wish.name for one in ledger.alerts.watches("ana")] == ["Ostrel"]
