"""Review in a real browser, by keyboard, on the sample ledger. Screenshots go to ``test-output/`` for people to look at."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from deciding_desk import listening
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright
from waiting import until, until_true

from rashomon.model.people import Station
from rashomon.store.ledger import Ledger
from rashomon.store.review.views import LogQuestion
from rashomon.web.people.access import Access

pytestmark = pytest.mark.browser
OUTPUT = Path(__file__).parents[2] / "test-output"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
#: Events that are reviewed by keyboard alone.
REVIEWED = 60
#: Nobody reads an event faster than this (milliseconds).
PAUSE = 200


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def ledger(sample_folder: Path, tmp_path: Path) -> Iterator[Ledger]:
    shutil.copytree(sample_folder, tmp_path / "ledger")
    with Ledger.open(tmp_path / "ledger") as opened:
        yield opened


@pytest.fixture
def address(ledger: Ledger) -> Iterator[str]:
    with listening(ledger, Access(ledger.people, ledger.review, "ana")) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that stays on this machine: what would leave it is blocked, and fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    left: list[str] = []
    complaints: list[str] = []

    def pass_or_block(route: object) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        else:
            left.append(route.request.url)
            route.abort()

    context.route("**/*", pass_or_block)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert left == []
    assert [text for text in complaints if "status of 422" not in text] == []


def shot(page: Page, name: str) -> None:
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=OUTPUT / f"review-{name}.png")


def faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found if fault["impact"] in ("serious", "critical")]


def verdicts(ledger: Ledger) -> list[str]:
    return [one.decision.verdict for one in ledger.review.log(LogQuestion(size=200)).decisions]


def test_sixty_events_are_reviewed_by_one_key_each_without_waiting_for_an_answer(
    page: Page, address: str, ledger: Ledger
) -> None:
    held: list[Route] = []
    page.route("**/decisions", lambda route: held.append(route))  # noqa: PLW0108 - Playwright cannot keep a built-in method
    page.goto(f"{address}/review")
    page.evaluate(
        """() => {
          window.waits = []; let pressed = 0, from = null;
          const note = () => { pressed = performance.now(); from = document.querySelector(".current"); };
          document.addEventListener("keydown", note, true);
          new MutationObserver(() => {
            const now = document.querySelector(".current");
            if (pressed && now && now !== from) {
              requestAnimationFrame(() => { window.waits.push(performance.now() - pressed); pressed = 0; });
              from = now;
            }
          }).observe(document.getElementById("cards"), { subtree: true, attributeFilter: ["class"] });
        }"""
    )
    for number in range(REVIEWED):
        expect(page.locator(".current:not(.settled)")).to_be_visible()
        page.wait_for_timeout(PAUSE)
        page.keyboard.press("a")
        if number == 1:
            shot(page, "queue-accepting")
    until_true(page, "document.querySelectorAll('.settled').length >= 60")
    assert (len(held), verdicts(ledger)) == (REVIEWED, []), "nothing was answered so far"
    for sent in held:
        sent.continue_()
    until(page, lambda: verdicts(ledger).count("accept") == REVIEWED)
    waits = page.evaluate("window.waits")
    told = f"median {sorted(waits)[len(waits) // 2]:.0f} ms, longest {max(waits):.0f} ms, {len(waits)} events"
    (OUTPUT / "review-waits.txt").write_text(told, encoding="utf-8")
    assert len(waits) >= REVIEWED - 1
    assert ledger.review.queue().counts["accepted"] == REVIEWED


def test_the_queue_by_keyboard(page: Page, address: str, ledger: Ledger) -> None:
    page.goto(f"{address}/review")
    assert faults(page) == []
    first = page.locator(".current").get_attribute("id")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    shot(page, "keys")
    assert faults(page) == []
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    assert verdicts(ledger) == [], "keys rest while the help is open"
    page.keyboard.press("j")
    expect(page.locator(".current")).not_to_have_id(first)
    page.keyboard.press("k")
    expect(page.locator(".current")).to_have_id(first)

    page.keyboard.press("x")
    page.keyboard.type("jax is no event")
    expect(page.locator(".current [data-quick=reject] [name=why]")).to_have_value("jax is no event")
    expect(page.locator(".current"), "letters in a field are no keys").to_have_id(first)
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{first}'].settled")).to_be_attached()
    until(page, lambda: verdicts(ledger) == ["reject"])
    shot(page, "rejected")
    page.keyboard.press("u")
    expect(page.locator(f"[id='{first}']:not(.settled)")).to_be_attached()
    until(page, lambda: ledger.review.event(first).waiting.state == "open")

    page.keyboard.press("n")
    page.keyboard.type("ask the harbour office")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Keep the note")
    until(page, lambda: verdicts(ledger)[0] == "note")
    page.keyboard.press("e")
    page.wait_for_url("**/review/events/**")
    assert first in page.url


def test_an_event_is_corrected_by_keyboard(page: Page, address: str, ledger: Ledger) -> None:
    waiting = ledger.review.queue().waiting
    one = min(
        (each for each in waiting if each.line.accounts > 1), key=lambda each: each.line.accounts
    )  # axe is slow on large pages
    other = next(each.line.id for each in waiting if each != one)
    page.goto(f"{address}/review/events/{one.line.id}")
    assert faults(page) == []
    page.keyboard.press("e")
    field = page.locator(".current [name=killed]")
    target = page.locator(".current").get_attribute("id")
    field.fill("3-5")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=**")
    expect(page.locator(f"[id='{target}'] .field.decided")).to_contain_text("The machine read")
    shot(page, "event-edited")
    assert faults(page) == []

    page.keyboard.press("j")
    for key, verdict in (("s", "split"), ("x", "reject"), ("g", "grade"), ("n", "note"), ("m", "merge")):
        page.keyboard.press(key)
        opened = page.locator("details[open]").last
        if verdict == "merge":
            opened.locator("[name=value]").last.fill(other)
        if verdict == "note":
            opened.locator("textarea").fill("ask the mayor")
        opened.locator("button").first.click()
        page.wait_for_url("**done=**")
        shot(page, f"event-{verdict}")
        page.goto(f"{address}/review/events/{one.line.id}")
    assert verdicts(ledger) == ["merge", "note", "grade", "reject", "split", "edit"]
    page.keyboard.press("u")
    page.wait_for_url("**done=**")
    assert verdicts(ledger)[0] == "merge"
    assert len(ledger.decisions()) == 7
    page.keyboard.press("l")
    opened = page.locator("details[open]").last
    opened.locator("[name=value]").first.fill("The Tested Brigade")
    opened.locator("button").first.click()
    until(page, lambda: verdicts(ledger)[0] == "link")
    page.goto(f"{address}/decisions")
    shot(page, "decisions")
    assert faults(page) == []


def test_a_missed_event_is_added_by_selecting_its_words(page: Page, address: str, ledger: Ledger) -> None:
    article = ledger.review.queue().waiting[0].accounts[0].article.id
    page.goto(f"{address}/review/articles/{article}")
    assert faults(page) == []
    page.keyboard.press("w")
    page.evaluate("document.getElementById('selectable').setSelectionRange(0, 0)")
    for _ in range(5):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("[data-words]").first).to_have_value("0-5")
    shot(page, "adding")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.locator("select[name=value]").first.select_option("threat")
    page.locator("#why-event").press("Enter")
    page.wait_for_url("**done=**")
    (decision,) = ledger.decisions()
    assert (decision.verdict, decision.anchor.accounts[0].trigger.start, decision.anchor.accounts[0].type) == ("add", 0, "threat")


def test_two_persons_see_their_conflict(page: Page, address: str, ledger: Ledger) -> None:
    one = min(ledger.review.queue().waiting, key=lambda each: each.line.accounts)
    event, account = f"{address}/review/events/{one.line.id}", one.accounts[0].account.id
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(event)
    for tab, value in ((page, "4"), (other, "8")):
        tab.locator(f"[id='killed-{account}']").fill(value)
        tab.locator(f"[id='killed-{account}']").press("Enter")
        tab.wait_for_url("**done=**")
    expect(other.locator(".clash .side")).to_have_count(2)
    shot(other, "conflict")
    assert faults(other) == []
    other.locator(".clash button").first.click()
    other.wait_for_url("**done=**")
    expect(other.locator(".clash")).to_have_count(0)
    other.close()
    assert [decision.after for decision in ledger.decisions()] == ['"4"', '"8"', '"4"']


@pytest.mark.parametrize("path", ["/review", "/review/outlets", "/decisions", "/people"])
def test_pages_fit_a_phone_in_the_dark(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert faults(page) == []
    shot(page, f"phone{path.replace('/', '-')}")


def test_people_log_in_and_out(browser: Browser, ledger: Ledger) -> None:
    ledger.people.add("eda", Station.ADMIN, "three plain words", "2031-01-01T00:00:00+00:00")
    with listening(ledger, Access(ledger.people, ledger.review)) as address:
        page = browser.new_page()
        page.goto(f"{address}/review?state=accepted")
        assert "/login" in page.url
        assert faults(page) == []
        shot(page, "login")
        page.locator("[name=name]").fill("eda")
        page.locator("[name=password]").fill("three plain words")
        page.keyboard.press("Enter")
        page.wait_for_url("**/review?state=accepted")
        page.goto(f"{address}/people")
        assert faults(page) == []
        page.locator("button", has_text="Log out").click()
        page.wait_for_url("**/login")
        page.goto(f"{address}/review")
        assert "/login" in page.url
        page.close()
