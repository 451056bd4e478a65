"""Accepting and dismissing claims, and correcting who says something."""

import uuid
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from newsroom.domain import correcting
from newsroom.models import Claim, Decision, Dismissal, Role
from tests import factories
from tests.browser.gestures import claims_of, open_claim, see_card

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]


def test_a_proposal_is_accepted(page_for: Pages) -> None:
    claim = claims_of(factories.article())[1]
    page = page_for(factories.user(Role.CHECKER))
    open_claim(page, claim)
    expect(page.locator("#card .tags")).to_contain_text("proposed")
    page.get_by_role("button", name="Accept as a claim").click()
    see_card(page, claim)
    expect(page.locator("#card .tags")).not_to_contain_text("proposed")
    expect(page.get_by_role("button", name="Accept as a claim")).to_have_count(0)
    claim.refresh_from_db()
    assert (claim.accepted, claim.standing) == (True, "open")


def test_no_fact_here_and_back_again(page_for: Pages, shot: Shot) -> None:
    article = factories.article()
    claim = claims_of(article)[1]
    page = page_for(factories.user(Role.CHECKER, first_name="Ruth", last_name="Ekholm"))
    open_claim(page, claim)
    page.locator("summary", has_text="No fact here").click()
    reason = page.get_by_label("Why is there no fact here?")
    expect(reason).to_be_focused()
    shot(page, "dismiss-open")
    reason.fill("A figure of speech")
    page.get_by_role("button", name="Dismiss the claim").click()
    expect(page.locator(".note")).to_contain_text("Dismissed")
    expect(page.locator(f"#letter-{claim.pk}")).to_have_count(0)
    expect(page.locator(f"#row-{claim.pk}")).to_have_count(0)
    assert Dismissal.objects.get().reason == "A figure of speech"

    page.locator(".sift summary").click()
    page.get_by_role("link", name="Dismissed").click()
    see_card(page, claim)
    expect(page.locator("#card")).to_contain_text("Dismissed by Ruth Ekholm, no fact here: A figure of speech")
    shot(page, "dismissed")
    page.get_by_role("button", name="It is a claim after all").click()
    see_card(page, claim)
    expect(page.locator(f"#letter-{claim.pk}")).to_be_visible()
    assert not Claim.objects.get(pk=claim.pk).dismissed


def test_another_speaker_suspends_the_marks(page_for: Pages, shot: Shot) -> None:
    article = factories.article()
    quote = factories.quote(article)
    checker = factories.user(Role.CHECKER)
    claim = quote.claims.first() or factories.claim_on(article, "tested them for 40 hours", by=checker)
    assert claim.quote == quote
    factories.mark(claim, by=checker)
    page = page_for(checker)
    open_claim(page, claim)
    expect(page.locator(".speaker")).to_contain_text("Said by Marta Lindqvist")
    page.get_by_text("Correct the speaker").click()
    shot(page, "speaker-open")
    page.get_by_label("Speaker").fill("Inga Lindqvist")
    page.get_by_role("button", name="Save the speaker").click()

    see_card(page, claim)
    expect(page.locator(".speaker")).to_contain_text("Said by Inga Lindqvist")
    expect(page.locator("#card")).to_have_class("card suspended")
    expect(page.locator("#talk")).to_contain_text("speaker changed from Marta Lindqvist to Inga Lindqvist")
    expect(page.locator("#progress")).to_contain_text("1 suspended")
    shot(page, "speaker-suspended")


def test_enter_behind_a_reason_declines_a_correction(page_for: Pages) -> None:
    """It stands in the line of the declining, and the first button of its form is what Enter presses."""
    claim, editor = factories.claim_on(factories.article(), "212,000 crowns"), factories.user(Role.EDITOR)
    shown = {"anchor": claim.anchor_id or 0, "key": uuid.uuid4()}
    correcting.propose(claim, by=editor, old="212,000", new="221,000", reason="The invoice.", **shown)
    page = page_for(editor)
    page.goto(f"/stories/{claim.article_id}/corrections/")
    page.get_by_label("Why you decline it").fill("The invoice is of 2019.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Decline")).to_have_count(0)
    expect(page.get_by_text("The invoice is of 2019.")).to_be_visible()
    assert not Decision.objects.get().accepted
