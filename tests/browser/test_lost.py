"""A connection that is gone for a while: nothing that was typed is lost, and the page says what happened."""

from collections.abc import Callable
from pathlib import Path

from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from newsroom.models import Comment, Review, Role
from tests import factories
from tests.browser.conftest import Complaints
from tests.browser.gestures import claims_of, later, open_claim, said, see_card, write

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]
GONE = ("ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest")  # said of a lost connection


def test_saving_without_a_connection(page_for: Pages, shot: Shot, complaints: Complaints) -> None:
    checker = factories.user(Role.CHECKER)
    first, second = claims_of(factories.article())[:2]
    page = page_for(checker)
    page.clock.install()
    open_claim(page, first)
    page.keyboard.press("d")
    page.keyboard.type("The register says otherwise.")

    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#refusal")).to_contain_text("Not saved: the desk can't be reached.")
    box = page.locator("#mark textarea")
    expect(box).to_have_value("The register says otherwise.")
    expect(page.locator("#verdict-disputed")).to_be_checked()
    see_card(page, first)
    shot(page, "lost-connection")
    assert not Review.objects.exists()

    # Another claim can't be opened now; looking for news says nothing at all.
    page.locator(f"#row-{second.pk}").click()
    expect(page.locator("#refusal")).to_contain_text("That did not work: the desk can't be reached.")
    page.keyboard.press("Escape")
    later(page, seconds=9)
    expect(page.locator("#refusal")).to_be_empty()
    expect(box).to_have_value("The register says otherwise.")

    page.context.set_offline(False)
    factories.mark(second)
    later(page)
    expect(page.locator(f"#row-{second.pk}")).to_have_class("row sourced")
    page.locator("#save").click()
    said(page)
    expect(page.locator("#refusal")).to_be_empty()
    expect(page.locator("#talk")).to_contain_text("The register says otherwise.")
    assert Review.objects.filter(reviewer=checker).count() == 1
    complaints[:] = [heard for heard in complaints if not any(words in heard for words in GONE)]


def test_what_is_typed_survives_going_elsewhere(page_for: Pages) -> None:
    """Another card, a reload, another page and back: the box of the first claim still has its words."""
    first, second = claims_of(factories.article())[:2]
    page = page_for(factories.user(Role.CHECKER))
    open_claim(page, first)
    write(page, "Half a sentence ab")
    page.locator(f"#row-{second.pk}").click()
    see_card(page, second)
    expect(page.locator("#mark textarea")).to_have_value("")
    page.locator(f"#row-{first.pk}").click()
    see_card(page, first)
    expect(page.locator("#mark textarea")).to_have_value("Half a sentence ab")
    page.reload()
    expect(page.locator("#mark textarea")).to_have_value("Half a sentence ab")
    page.goto("/")
    open_claim(page, first)
    expect(page.locator("#mark textarea")).to_have_value("Half a sentence ab")
    page.locator("#save").click()
    said(page)
    page.reload()
    expect(page.locator("#mark textarea")).to_have_value("")
    assert [comment.text for comment in Comment.objects.all()] == ["Half a sentence ab"]


def test_signed_out_meanwhile_by_the_desk(page_for: Pages, shot: Shot) -> None:
    """A session that is gone on the server: the page says so, keeps the words, and saves them after a new sign-in."""
    claim = claims_of(factories.article())[1]
    checker = factories.user(Role.CHECKER)
    page = page_for(checker)
    open_claim(page, claim)
    page.keyboard.press("s")
    write(page, "Deed seen.")
    Session.objects.all().delete()
    page.locator("#save").click()
    expect(page.locator("#refusal")).to_contain_text("Not saved: you are signed out.")
    expect(page.locator("#mark textarea")).to_have_value("Deed seen.")
    expect(page.locator("#verdict-sourced")).to_be_checked()
    shot(page, "lost-session")
    assert not Review.objects.exists()

    page.reload()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_label("User name or e-mail").fill(checker.username)
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    see_card(page, claim)
    expect(page.locator("#mark textarea")).to_have_value("Deed seen.")
