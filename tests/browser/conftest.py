"""A real Chromium, the desk served to it, and people signed in."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from newsroom.models import User
from tests.conftest import IN_CI

HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHOTS = Path(settings.BASE_DIR) / "var" / "shots"
WAIT = 15_000  # milliseconds; a busy machine is slow, not broken
expect.set_options(timeout=WAIT)
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None and not IN_CI:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", ()) if "/browser/" in report.nodeid]
    if skipped:
        terminalreporter.section("NO BROWSER WAS TESTED", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(skipped)} browser tests were skipped: no Chromium was found. Install it (on")
        terminalreporter.line("Debian: apt-get install chromium) and run the tests again.")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM, "CI needs Chromium: .ci/run installs it."
    with sync_playwright() as playwright:
        # Playwright's event loop lives in this thread, where Django then refuses to touch the database.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Complaints(list[str]):
    """What a browser complained of: console errors (broken content policy too), exceptions, missing files."""

    def listen(self, page: Page) -> None:
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.append(f"{page.url}: {error}"))

    def hear(self, message: ConsoleMessage) -> None:
        """Chromium calls every 4xx answer an error. Ours are refusals that a page shows; missing files are not."""
        refusal = "the server responded with a status of 4" in message.text
        if message.type == "error" and not (refusal and "/static/" not in message.location["url"]):
            self.append(f"{message.location['url']}: {message.text}")


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """What the browsers of this test complained of; whatever is in it at the end fails the test."""
    heard = Complaints()
    yield heard
    assert not heard, "\n".join(heard)


@pytest.fixture
def page_for(chromium: Browser, live_server: LiveServer, complaints: Complaints) -> Iterator[Callable[..., Page]]:
    """`page_for(user, width=…, scheme="dark")`: a page in a browser context of that person's own, signed in (a
    stranger's for None). Addresses are relative: `page.goto("/")`.
    """
    contexts: list[BrowserContext] = []

    def make(user: User | None, *, width: int = 1440, height: int = 900, scheme: str = "light", **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(WAIT)
        context.on("page", complaints.listen)
        if user is not None:
            client = Client()
            client.force_login(user)
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def shot() -> Callable[[Page, str], Path]:
    """`shot(page, "review-dark")`: keep a picture in var/shots, to be looked at: of the whole page, but of a story
    as it is on the screen, where its claims stay beside the text.
    """
    SHOTS.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> Path:
        path = SHOTS / f"{name}.png"
        page.screenshot(path=path, full_page=not page.locator("#rail").count())
        return path

    return take


@pytest.fixture(scope="session")
def axe() -> Callable[..., None]:
    """`axe(page)`: fails when axe-core finds a fault (WCAG 2.2 AA and best practice) in the page as it is now.

    `rules` names the only ones to look at, where the others would find what they found before.
    """
    tool = Axe()

    def check(page: Page, rules: list[str] | None = None) -> None:
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(tool.axe_script)
        options = {"runOnly": rules or AXE_TAGS, "resultTypes": ["violations"]}
        found = AxeResults(page.evaluate("options => axe.run(options)", options))
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return check
