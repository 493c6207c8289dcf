"""Wait for what a page comes to, asked from outside it: a page's content policy stops a condition that runs again inside."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until a condition holds, at most a minute."""
    for _ in range(600):
        if holds():
            return
        page.wait_for_timeout(100)
    pytest.fail("the page never came to it")


def until_true(page: Page, condition: str, arg: object = None) -> None:
    """Wait until a JavaScript expression, or a function of ``arg``, is true on the page."""
    until(page, lambda: bool(page.evaluate(condition, arg)))
