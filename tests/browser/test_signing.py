"""A story on its way out: a short claim keeps it in, an editor overrides, a checker dissents, a comma voids it all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from newsroom.domain.drafting import add_draft
from newsroom.models import Article, Claim, Role, Status, User
from tests import factories
from tests.browser.gestures import open_claim, said

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]
Axe = Callable[..., None]
REASON = "The mayor repeated the figure on the record at noon."


@pytest.fixture
def checker(transactional_db: None) -> User:
    return factories.user(Role.CHECKER, first_name="Dov", last_name="Aldana")


@pytest.fixture
def editor(transactional_db: None) -> User:
    return factories.user(Role.EDITOR, first_name="Oren", last_name="Whitlock")


@pytest.fixture
def story(checker: User, editor: User) -> Article:
    """A story with nothing left in it to do."""
    return factories.cleared(factories.article(by=editor, headline="Ferry back at the quay"), by=checker)


def looked_at(page: Page, shot: Shot, axe: Axe, name: str) -> None:
    """In light and dark, wide and as on a phone; nothing to scroll sideways, nothing for axe to find."""
    for width, scheme in ((1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        axe(page, ["color-contrast"] if scheme == "dark" or name.startswith("review") else None)
        page.wait_for_function("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth")
        shot(page, f"signing-{name}-{width}-{scheme}")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.emulate_media(color_scheme="light")


def test_a_short_claim_blocks(page_for: Pages, shot: Shot, axe: Axe, story: Article, checker: User) -> None:
    claim = factories.claim_on(story, "Kell Bridge", by=checker)
    page = page_for(checker)
    open_claim(page, claim, show="all")
    page.keyboard.press("s")
    page.locator("#save").click()
    said(page)
    page.get_by_role("link", name="Gate").click()
    expect(page.locator("[data-code=short]")).to_contain_text("“Kell Bridge” is sourced, short of the policy: ")
    looked_at(page, shot, axe, "gate-short")
    page.get_by_role("link", name="Sign or dissent").click()
    expect(page.get_by_text("You can sign as checker once the gate has nothing left")).to_be_visible()
    expect(page.get_by_role("button", name="Sign draft 1")).to_have_count(0)
    looked_at(page, shot, axe, "sign-checker-waits")
    page.locator("[data-code=short] a").click()
    expect(page.locator("#card blockquote")).to_have_text("Kell Bridge")


def test_an_override_with_a_dissent(
    page_for: Pages, shot: Shot, axe: Axe, story: Article, checker: User, editor: User
) -> None:
    claim = factories.claim(story, 3)
    factories.mark(claim, by=checker, verdict="disputed", comment="The register has 215,000.")
    page = page_for(checker)
    page.goto(f"/stories/{story.pk}/sign/")
    page.get_by_label("What do you disagree with?").fill("The figure is wrong, and we know it.")
    page.get_by_role("button", name="Put it on record").click()
    expect(page.locator(".dissent")).to_contain_text("The figure is wrong, and we know it.")

    page = page_for(editor)
    page.goto(f"/stories/{story.pk}/sign/")
    looked_at(page, shot, axe, "sign-over")
    page.get_by_role("button", name="as editor").click()
    expect(page.get_by_text("Say why: something is left")).to_be_visible()
    expect(page.locator("[data-code=disputed]")).to_be_visible()
    looked_at(page, shot, axe, "sign-refused")
    page.get_by_label("Why do you sign over what is left?").fill(REASON)
    page.get_by_role("button", name="as editor").press("Enter")
    expect(page.locator(".override").first).to_contain_text(REASON)
    expect(page.locator(".over").first).to_contain_text("signed over by Oren Whitlock")
    expect(page.locator(".dissent")).to_be_visible()
    page.locator(".signatures summary").click()
    looked_at(page, shot, axe, "gate-overridden")
    assert Article.objects.get(pk=story.pk).status == Status.SIGNED
    page.get_by_role("link", name="Publish").click()
    looked_at(page, shot, axe, "publish")
    page.get_by_role("button", name="Yes, it is published").click()
    expect(page.get_by_text("Published.", exact=True)).to_be_visible()
    page.goto(f"/stories/{story.pk}/")
    expect(page.locator(".signed.over")).to_contain_text("signed by Oren Whitlock (editor) over 2 open things")
    looked_at(page, shot, axe, "review-over")
    page.goto(f"/stories/{story.pk}/paper/")
    shot(page, "signing-paper")


def test_a_signature_is_void_after_a_draft_with_one_comma_less(
    page_for: Pages, shot: Shot, axe: Axe, story: Article, checker: User, editor: User
) -> None:
    page = page_for(checker)
    page.goto(f"/stories/{story.pk}/sign/")
    looked_at(page, shot, axe, "sign")
    page.get_by_role("button", name="Sign draft 1 as checker").click()
    expect(page.get_by_text("Signed as checker.")).to_be_visible()
    factories.signature(story, Role.EDITOR, by=editor)
    page.goto(f"/stories/{story.pk}/gate/")
    expect(page.get_by_text("Nothing is left:")).to_be_visible()
    looked_at(page, shot, axe, "gate-nothing-left")
    page.goto(f"/stories/{story.pk}/")
    expect(page.locator(".signed").first).to_contain_text("signed by Dov Aldana (checker)")
    looked_at(page, shot, axe, "review-signed")

    text = factories.SAMPLE_TEXT.replace("4 May, nine", "4 May nine")
    add_draft(story, factories.document(text), by=editor, base=story.draft_id or 0)
    page.reload()
    expect(page.locator(".signed.void").first).to_contain_text(
        "Dov Aldana (checker): signature void since draft 2: the text changed."
    )
    looked_at(page, shot, axe, "review-void")
    page.locator(".signed.void a").first.click()
    expect(page.locator("article del").first).to_be_visible()
    page.goto(f"/stories/{story.pk}/gate/")
    expect(page.locator(".signatures .void")).to_have_count(2)
    looked_at(page, shot, axe, "gate-void")
    assert Article.objects.get(pk=story.pk).status == Status.CHECKING
    assert Claim.objects.filter(article=story, standing="suspended").count() == 0
