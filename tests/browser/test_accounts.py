"""Signing in, refused and throttled; a new password; and signed out with something half typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.utils.http import int_to_base36
from playwright.sync_api import Page, expect

from newsroom.domain import inviting
from newsroom.models import Comment
from tests import factories
from tests.browser.gestures import claims_of, later, open_claim, write

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]
Axe = Callable[[Page], None]

NEW = "a plaice in the bay"


def fill_in(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("main form .btn.main").click()


def sign_in(page: Page, login: str, password: str = factories.PASSWORD) -> None:
    page.goto("/accounts/login/?next=/settings/")
    fill_in(page, login=login, password=password)


@pytest.mark.parametrize("login", ["ann", "Ann@desk.example"])
def test_by_user_name_or_address(page_for: Pages, shot: Shot, login: str) -> None:
    factories.user("checker", username="ann")
    claim = claims_of(factories.article())[1]
    page = page_for(None)
    page.goto(f"/stories/{claim.article_id}/?claim={claim.pk}")
    fill_in(page, login=login, password=factories.PASSWORD)
    expect(page.locator("#card")).to_have_attribute("data-claim", str(claim.pk))
    shot(page, "signed-in")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_refused_then_throttled(page_for: Pages, shot: Shot, axe: Axe, width: int, scheme: str) -> None:
    factories.user("checker", username="ann")
    page = page_for(None, width=width, scheme=scheme)
    page.goto("/accounts/login/")
    axe(page)
    shot(page, f"sign-in-{width}-{scheme}")
    for _ in range(5):
        sign_in(page, "ann", "guessed")
        expect(page.locator(".alert")).to_contain_text("do not go together")
        expect(page.locator("[name=login]")).to_have_value("ann")
    axe(page)
    shot(page, f"sign-in-refused-{width}-{scheme}")
    sign_in(page, "ann")
    expect(page.locator(".alert")).to_contain_text(f"Wait {settings.SIGN_IN_WAIT} minutes")
    axe(page)
    shot(page, f"sign-in-throttled-{width}-{scheme}")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (390, "light")])
def test_from_the_mail_to_the_settings(page_for: Pages, shot: Shot, axe: Axe, width: int, scheme: str) -> None:
    ann = factories.user("checker", username="ann")
    link = inviting.address(int_to_base36(ann.pk), default_token_generator.make_token(ann))
    page = page_for(None, width=width, scheme=scheme)
    page.goto(link.removeprefix(settings.SITE_URL))
    fill_in(page, password1="12345", password2=NEW)
    expect(page.locator(".invalid-feedback").first).to_contain_text("too short")
    axe(page)
    shot(page, f"set-password-{width}-{scheme}")
    fill_in(page, password1=NEW, password2=NEW)
    expect(page.locator(".menu")).to_be_visible()
    for path, name in (("/settings/", "settings"), ("/accounts/password/change/", "change-password")):
        page.goto(path)
        axe(page)
        shot(page, f"{name}-{width}-{scheme}")


def test_signed_out_in_another_tab_with_something_half_typed(page_for: Pages, shot: Shot, axe: Axe) -> None:
    """The page says so within seconds, keeps what was typed, and its link signs in beside it."""
    ann = factories.user("checker", username="ann")
    article = factories.article()
    page = page_for(ann)
    page.clock.install()
    open_claim(page, claims_of(article)[0])
    box = write(page, "The log says 1,204.")
    other = page.context.new_page()
    other.goto("/accounts/logout/")
    fill_in(other)
    expect(other.locator(".note")).to_contain_text("You are signed out.")

    later(page)
    refusal = page.locator("#refusal")
    expect(refusal).to_contain_text("You are signed out; what you typed is still here.")
    refusal.evaluate("line => { line.firstElementChild.dataset.seen = 'yes' }")
    expect(box).to_be_focused()
    shot(page, "signed-out-told")
    axe(page)
    later(page, seconds=9)
    expect(refusal.locator("[data-seen]")).to_be_visible()  # said once, not every three seconds

    save = page.get_by_role("button", name="Save", exact=True)
    save.click()
    expect(refusal).to_contain_text("Not saved: you are signed out.")
    expect(box).to_have_value("The log says 1,204.")
    shot(page, "signed-out-half-typed")
    assert not Comment.objects.exists()

    with page.context.expect_page() as opened:
        refusal.get_by_role("link", name="Sign in").click()
    fill_in(opened.value, login="ann", password=factories.PASSWORD)
    expect(opened.value.locator("#card")).to_be_visible()
    later(page)
    expect(refusal).to_be_empty()
    save.click()
    expect(page.locator("#talk")).to_contain_text("The log says 1,204.")
    assert [comment.text for comment in Comment.objects.all()] == ["The log says 1,204."]
