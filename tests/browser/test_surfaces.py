"""The review page on a phone and on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from newsroom.models import Review, Role
from tests import factories
from tests.browser.gestures import claims_of, open_claim, said, see_card, write

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]

# The open claim's letter is on the screen, above the sheet that holds the card.
IN_SIGHT = """() => {
  const letter = document.getElementById(`letter-${document.getElementById('card').dataset.claim}`);
  const box = letter.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= document.getElementById('card').getBoundingClientRect().top;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marking_by_tapping(page_for: Pages, shot: Shot, scheme: str) -> None:
    checker = factories.user(Role.CHECKER)
    text = "\n\n".join(f"On day {day} the ferry carried {day * 17} people to Little Quay." for day in range(1, 30))
    claims = claims_of(factories.article(text=text))
    for n in range(6):
        factories.comment(claims[5], text=f"Which boat was it on day 5? Asked {n + 1} times.")
    page = page_for(checker, width=390, height=844, scheme=scheme, has_touch=True, is_mobile=True)
    open_claim(page, claims[5])
    page.wait_for_function(IN_SIGHT)
    shot(page, f"phone-{scheme}")
    sheet = page.locator("#card").bounding_box()
    assert sheet is not None
    assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=1)
    assert sheet["y"] > 844 / 3  # enough of the story stays in sight, however much was said
    for button in ("label[for=verdict-sourced]", "#save-next"):
        expect(page.locator(button)).to_be_in_viewport(ratio=1)

    page.locator("label[for=verdict-sourced]").tap()
    page.locator("#save-next").tap()
    see_card(page, claims[6])
    said(page)
    page.wait_for_function(IN_SIGHT)
    page.locator(f"#letter-{claims[7].pk}").tap()
    see_card(page, claims[7])
    page.wait_for_function(IN_SIGHT)
    page.locator("label[for=verdict-disputed]").tap()
    page.locator("#mark textarea").tap()
    page.keyboard.type("The boat was in the yard.")
    shot(page, f"phone-typing-{scheme}")
    page.locator("#save").tap()
    said(page)
    shot(page, f"phone-marked-{scheme}")
    assert list(Review.objects.order_by("at").values_list("claim", "verdict")) == [
        (claims[5].pk, "sourced"),
        (claims[7].pk, "disputed"),
    ]


def test_the_sheet_is_put_away_and_comes_back(page_for: Pages, shot: Shot, axe: Callable[[Page], None]) -> None:
    first, second = claims_of(factories.article())[1:3]
    page = page_for(factories.user(Role.CHECKER), width=390, height=844, has_touch=True, is_mobile=True)
    open_claim(page, first, show="all")
    write(page, "The timetable")
    page.locator("#away").tap()
    expect(page.locator(".card")).to_have_count(0)
    expect(page.locator("mark.on")).to_have_count(0)
    expect(page.locator(f"#letter-{first.pk}")).to_be_focused()
    assert page.evaluate("location.search") == "?claim=none&show=all"
    axe(page)
    shot(page, "phone-put-away")
    page.reload()
    expect(page.locator("#proof")).to_be_visible()
    expect(page.locator(".card")).to_have_count(0)

    page.locator(f"#letter-{first.pk}").tap()
    see_card(page, first)
    expect(page.locator("#mark textarea")).to_have_value("The timetable")
    page.locator("#away").press("Enter")
    expect(page.locator(".card")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the next letter of the story
    see_card(page, second)


def test_the_sheet_is_put_away_without_scripts(page_for: Pages) -> None:
    claim = claims_of(factories.article())[1]
    page = page_for(factories.user(Role.CHECKER), width=390, height=844, java_script_enabled=False)
    page.goto(f"/stories/{claim.article_id}/?claim={claim.pk}&show=all")
    page.get_by_role("link", name="Put the claim away").click()
    expect(page.locator(".card")).to_have_count(0)
    page.locator(f"#letter-{claim.pk}").click()
    see_card(page, claim)


def test_wide_pages_have_no_sheet_to_put_away(page_for: Pages) -> None:
    page = page_for(factories.user(Role.CHECKER))
    open_claim(page, claims_of(factories.article())[1])
    expect(page.locator("#away")).to_be_hidden()


def test_a_printed_story(page_for: Pages, shot: Shot) -> None:
    """Paper gets the words, their letters and the progress, and nothing to click."""
    claims = claims_of(factories.article())
    for claim, verdict in zip(claims[1:], ("sourced", "disputed", "opinion"), strict=False):
        factories.mark(claim, verdict=verdict)
    page = page_for(factories.user(Role.CHECKER), width=794, height=1123)
    page.goto(f"/stories/{claims[0].article_id}/?claim={claims[1].pk}")
    page.emulate_media(media="print")
    for part in (".bar", "#rail", ".acts", "#select", "#refusal", "dialog"):
        expect(page.locator(part).first).to_be_hidden()
    for part in ("h1", "#progress", "#proof"):
        expect(page.locator(part).first).to_be_visible()
    for claim in claims:
        expect(page.locator(f"#letter-{claim.pk}")).to_be_visible()
    shot(page, "print")


def test_a_story_with_its_claims_on_paper(page_for: Pages, shot: Shot, axe: Callable[[Page], None]) -> None:
    claims = claims_of(factories.article())
    factories.mark(claims[1], comment="The timetable says so.")
    factories.mark(claims[2], verdict="disputed", comment="The log has 38 hours.")
    page = page_for(factories.user(Role.CHECKER), width=794, height=1123)
    page.goto(f"/stories/{claims[0].article_id}/")
    page.locator(".acts summary").click()
    page.get_by_role("link", name="On paper").click()
    axe(page)
    shot(page, "paper")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes' }")
    page.get_by_role("button", name="Print").click()
    expect(page.locator("body[data-printed]")).to_be_visible()
    page.emulate_media(media="print")
    for part in (".bar", ".acts"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.get_by_text("The log has 38 hours.")).to_be_visible()
    expect(page.locator(f"#claim-{claims[1].pk} .letter")).to_have_text("S–2")
