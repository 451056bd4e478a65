"""The browser bench itself: fixtures that let a broken page pass would make every other browser test worthless."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests import factories
from tests.browser.conftest import Complaints


def test_two_people_are_signed_in_apart(page_for: Callable[..., Page]) -> None:
    ada, jonas = factories.user("checker", staff=True), factories.user("editor", staff=True)
    pages = [page_for(person) for person in (ada, jonas)]
    for page in pages:
        page.goto("/admin/")
    assert ada.first_name in pages[0].content()
    assert jonas.first_name in pages[1].content()
    assert ada.first_name not in pages[1].content()


@pytest.mark.parametrize(
    "script",
    [
        "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))",
        "document.head.append(Object.assign(document.createElement('script'), {src: '/static/js/gone.js'}))",
        "setTimeout(() => { throw new Error('broken') })",
    ],
    ids=["inline script", "missing file", "exception"],
)
def test_complaints_are_heard(page_for: Callable[..., Page], complaints: Complaints, script: str) -> None:
    page = page_for(None)
    page.goto("/accounts/login/")
    assert complaints == []
    page.evaluate(f"() => {{ {script} }}")
    page.wait_for_timeout(300)
    assert len(complaints) == 1
    assert page.evaluate("window.ran") is None
    complaints.clear()


def test_axe_finds_a_picture_without_words(page_for: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = page_for(None)
    page.goto("/accounts/login/")
    page.evaluate("document.body.innerHTML = '<img src=\"/static/img/mark.svg\">'")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)
