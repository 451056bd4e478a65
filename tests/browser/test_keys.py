"""Marking with the keyboard."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from newsroom.models import Claim, Comment, Review, Role, User
from tests import factories
from tests.browser.gestures import claims_of, open_claim, said, see_card, write

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]


def marks(user: User) -> list[tuple[int, str, str]]:
    """This person's reviews in the order in which they were made."""
    return list(Review.objects.filter(reviewer=user).order_by("at").values_list("claim", "verdict", "comment"))


def test_a_story_is_marked_with_keys_alone(page_for: Pages, shot: Shot) -> None:
    checker = factories.user(Role.CHECKER)
    first, second, third, fourth = claims_of(factories.article())[:4]
    page = page_for(checker)
    open_claim(page, first)

    page.keyboard.press("s")
    expect(page.locator("#verdict-sourced")).to_be_checked()
    page.keyboard.press("Enter")
    see_card(page, second)
    expect(page.locator(f"#letter-{first.pk}")).to_have_class("letter sourced short-of")
    expect(page.locator(f"#row-{first.pk}")).to_have_class("row sourced")
    expect(page.locator("#progress")).to_contain_text("1 sourced")
    said(page)
    expect(page.locator(f"mark[data-claims~='{second.pk}'].on").first).to_be_visible()
    assert page.evaluate("location.search").startswith(f"?claim={second.pk}")

    page.keyboard.press("o")
    box, chord = page.locator("#mark textarea"), page.locator("#save-next .chord")
    expect(box).to_be_focused()
    expect(chord).to_be_hidden()
    page.keyboard.type("Not even")
    expect(chord).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type("so.")
    expect(box).to_have_value("Not even\nso.")
    page.keyboard.press("Control+Enter")
    see_card(page, third)

    page.keyboard.press("d")
    expect(box).to_be_focused()
    page.keyboard.type("So it does not say, d.")
    shot(page, "keys-dispute-typed")
    page.keyboard.press("Control+Enter")
    see_card(page, fourth)
    expect(page.locator("#progress")).to_contain_text("1 disputed")
    assert marks(checker) == [
        (first.pk, "sourced", ""),
        (second.pk, "opinion", "Not even\nso."),
        (third.pk, "disputed", "So it does not say, d."),
    ]

    # What was saved is no longer in the box when one comes back.
    page.keyboard.press("k")
    see_card(page, third)
    expect(page.locator("#talk")).to_contain_text("So it does not say, d.")
    expect(page.locator("#mark textarea")).to_have_value("")


def test_a_dispute_without_a_reason_keeps_everything(page_for: Pages, shot: Shot) -> None:
    checker = factories.user(Role.CHECKER)
    claim = claims_of(factories.article())[1]
    page = page_for(checker)
    open_claim(page, claim)

    page.keyboard.press("Enter")  # in an empty box, with no mark chosen, there is nothing to save
    page.keyboard.press("d")
    page.keyboard.press("Enter")
    box = page.locator("#mark textarea")
    expect(page.locator("#mark .invalid-feedback")).to_contain_text("Say why you dispute it")
    expect(box).to_have_attribute("aria-invalid", "true")
    described = box.get_attribute("aria-describedby")
    assert described and "Say why" in page.locator(f"#{described.split()[-1]}").inner_text()
    expect(page.locator("#verdict-disputed")).to_be_checked()
    see_card(page, claim)
    shot(page, "keys-dispute-without-reason")
    assert marks(checker) == []

    expect(box).to_be_focused()
    page.keyboard.type("The log says otherwise.")
    page.keyboard.press("Control+Enter")
    said(page)
    assert marks(checker) == [(claim.pk, "disputed", "The log says otherwise.")]


def test_going_through_the_claims_with_keys(page_for: Pages, shot: Shot) -> None:
    checker = factories.user(Role.CHECKER)
    claims = claims_of(factories.article())
    factories.mark(claims[1])
    page = page_for(checker)
    open_claim(page, claims[0], show="all")

    page.keyboard.press("j")
    see_card(page, claims[1])
    page.keyboard.press("k")
    see_card(page, claims[0])
    page.keyboard.press("n")
    see_card(page, claims[2])
    assert "show=all" in page.evaluate("location.search")

    page.keyboard.press("s")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.locator("#verdict-sourced")).not_to_be_checked()
    page.keyboard.press("c")
    page.keyboard.type("Whose table is this?")
    page.locator("#save").click()
    said(page)
    see_card(page, claims[2])
    expect(page.locator("#talk")).to_contain_text("Whose table is this?")
    expect(page.locator("#mark textarea")).to_have_value("")
    assert Comment.objects.get().text == "Whose table is this?"
    assert marks(checker) == []
    expect(page.locator("#tabs [aria-current]")).to_contain_text("All")

    page.keyboard.press("?")
    dialog = page.locator("#keys")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    shot(page, "keys-dialog")
    page.keyboard.press("j")
    see_card(page, claims[2])
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_claims_outside_the_filter_lead_on_to_the_next(page_for: Pages) -> None:
    """Under *Open* a marked claim can be opened from the story; j and k go on from its place."""
    article = factories.article()
    claims = claims_of(article)
    factories.mark(claims[2])
    page = page_for(factories.user(Role.CHECKER))
    open_claim(page, claims[0], show="open")
    page.locator(f"#letter-{claims[2].pk}").click()
    see_card(page, claims[2])
    page.keyboard.press("j")
    see_card(page, claims[3])
    page.locator(f"#letter-{claims[2].pk}").click()
    see_card(page, claims[2])
    page.keyboard.press("k")
    see_card(page, claims[1])


def test_a_mark_is_undone(page_for: Pages, shot: Shot) -> None:
    checker = factories.user(Role.CHECKER)
    claim = claims_of(factories.article())[0]
    page = page_for(checker)
    open_claim(page, claim)
    page.keyboard.press("s")
    page.locator("#save").click()
    expect(page.locator("#undo")).to_be_visible()
    shot(page, "keys-marked")
    page.locator("#undo").click()
    expect(page.locator("#undo")).to_have_count(0)
    expect(page.locator(f"#letter-{claim.pk}")).to_have_class("letter open")
    expect(page.locator("#progress")).to_contain_text("0 sourced")
    assert [verdict for _claim, verdict, _comment in marks(checker)] == ["sourced", "withdrawn"]


def test_single_keys_can_be_switched_off(page_for: Pages, shot: Shot) -> None:
    checker = factories.user(Role.CHECKER)
    first, second = claims_of(factories.article())[:2]
    page = page_for(checker)
    page.goto("/settings/")
    page.get_by_label("Single-key shortcuts").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".note")).to_contain_text("saved")

    open_claim(page, first)
    for key in ("s", "j", "c", "?", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator("#mark textarea")).not_to_be_focused()
    expect(page.locator("#mark :checked")).to_have_count(0)
    see_card(page, first)
    shot(page, "keys-off")

    # The keys dialog has its button, and Ctrl+Enter is no single key.
    page.get_by_role("button", name="Keys").click()
    expect(page.locator("#keys")).to_contain_text("Single keys are off.")
    page.get_by_role("button", name="Close").click()
    page.locator("label[for=verdict-sourced]").click()
    write(page, "Deed seen.").press("Control+Enter")
    see_card(page, second)
    assert marks(checker) == [(first.pk, "sourced", "Deed seen.")]
    assert Claim.objects.get(pk=first.pk).standing == "sourced"


def test_keys_follow_the_order_and_the_kind_that_were_chosen(page_for: Pages) -> None:
    article = factories.article()
    quoted = list(Claim.objects.filter(article=article, kinds__kind="quote").order_by("start"))
    spoken = Claim.objects.filter(article=article, kinds__kind__in=["quote", "paraphrase"])
    said_so = spoken.distinct().order_by("start")
    number = Claim.objects.filter(article=article, kinds__kind="number").exclude(pk__in=said_so).first()
    assert number is not None
    page = page_for(factories.user(Role.CHECKER))
    page.goto(f"/stories/{article.pk}/?show=open&order=risk")
    for claim in said_so:  # what somebody says comes before numbers
        see_card(page, claim)
        page.keyboard.press("j")
    page.goto(f"/stories/{article.pk}/?show=open&kind=quote&order=risk")
    page.locator(f"#letter-{number.pk}").click()  # of another kind, opened from the story
    see_card(page, number)
    page.locator(f"#row-{quoted[-1].pk}").click()
    see_card(page, quoted[-1])
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    see_card(page, quoted[0])  # round once, within the kind
    assert "show=open&kind=quote&order=risk" in page.evaluate("location.search")
    page.reload()
    expect(page.locator(".sifted")).to_contain_text("quote · Riskiest first")


def test_what_to_check_stays_open_from_card_to_card(page_for: Pages, shot: Shot) -> None:
    first, second = claims_of(factories.article())[1:3]
    page = page_for(factories.user(Role.CHECKER))
    open_claim(page, first, show="all")
    questions = page.locator(".checklist ul").first
    expect(questions).to_be_hidden()
    page.get_by_text("What to check").click()
    expect(questions).to_be_visible()
    page.keyboard.press("j")
    see_card(page, second)
    expect(questions).to_be_visible()
    shot(page, "what-to-check")
    page.reload()
    expect(questions).to_be_visible()
    page.get_by_text("What to check").click()
    page.reload()
    expect(questions).to_be_hidden()
