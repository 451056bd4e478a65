"""What the policy asks, seen on the page of a story."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from newsroom.models import Role
from tests import factories
from tests.browser.gestures import claims_of, open_claim, said

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]


def test_a_claim_marked_sourced_without_evidence_shows_what_it_is_short_by(
    page_for: Pages, shot: Shot, axe: Callable[..., None]
) -> None:
    claim = claims_of(factories.article())[0]
    page = page_for(factories.user(Role.CHECKER))
    open_claim(page, claim)
    expect(page.locator("#weighed")).to_contain_text(
        "Before it counts as sourced: 1 primary or 3 independent secondary needed."
    )
    page.keyboard.press("s")
    page.locator("#save").click()
    said(page)
    expect(page.locator("#standing")).to_contain_text("sourced, short")
    expect(page.locator(f"#row-{claim.pk} .badge")).to_have_text("S–")
    expect(page.locator(f"#letter-{claim.pk}")).to_contain_text("S–")
    page.locator("#tabs").get_by_role("link", name="Short").click()
    expect(page.locator("#claims > li:visible")).to_have_count(1)
    expect(page.locator("#weighed")).to_contain_text("Short of the policy:")
    axe(page)
    shot(page, "policy-short")


def test_three_copies_of_one_wire_story_count_once_and_the_page_says_so(page_for: Pages, shot: Shot) -> None:
    claim = claims_of(factories.article())[0]
    for number in (1, 2, 3):
        facts = {
            "kind": "coverage",
            "origin": "Northern Wire, 3 May",
            "address": f"https://paper{number}.example/ferry",
        }
        source = factories.source(title=f"Ferry to run again, paper {number}", **facts)
        factories.evidence(claim, source=source, tier="secondary", locator="")
    factories.mark(claim)
    page = page_for(factories.user(Role.CHECKER))
    open_claim(page, claim)
    expect(page.locator("#weighed")).to_contain_text("Short of the policy: 1 independent secondary, 3 needed.")
    expect(page.locator("#weighed")).to_contain_text("3 copies of “Northern Wire, 3 May” count once.")
    expect(page.locator("#standing")).to_contain_text("sourced, short")
    shot(page, "policy-copies")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_the_policy_is_a_click_away_and_administrators_change_it(
    page_for: Pages, shot: Shot, axe: Callable[..., None], width: int, scheme: str
) -> None:
    claim = claims_of(factories.article())[0]
    factories.mark(claim)
    page = page_for(factories.user(Role.EDITOR, staff=True, is_superuser=True), width=width, scheme=scheme)
    open_claim(page, claim)
    shot(page, f"policy-card-{width}")
    page.locator("#weighed").get_by_role("link", name="Policy").click()
    expect(page.get_by_role("heading", name="What the house asks")).to_be_visible()
    axe(page)
    shot(page, f"policy-page-{width}")
    page.get_by_role("link", name="Change it").click()
    page.get_by_label("Primary sources:").first.fill("2")
    page.get_by_label("What changes, and why:").fill("Two are better.")
    shot(page, f"policy-admin-{width}")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Version 2 is in force.")).to_be_visible()
    page.goto("/policy/")
    expect(page.get_by_text("2 primary sources or 3 independent secondary sources")).to_be_visible()
    expect(page.get_by_text("Two are better.").first).to_be_visible()
