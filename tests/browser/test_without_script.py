"""The main job where scripts do not run: plain links and forms do it."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from newsroom.models import Claim, Comment, Review, Role
from tests import factories
from tests.browser.gestures import claims_of, see_card

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]


def test_marking(page_for: Pages, shot: Shot) -> None:
    checker = factories.user(Role.CHECKER)
    article = factories.article()
    _headline, first, second, third = claims_of(article)[:4]
    page = page_for(checker, java_script_enabled=False)
    page.goto(f"/stories/{article.pk}/")
    expect(page.locator("#show-keys")).to_be_hidden()
    expect(page.locator("#select")).to_be_hidden()
    page.locator(f"#letter-{first.pk}").click()
    see_card(page, first)
    page.locator(f"#row-{second.pk}").click()
    see_card(page, second)
    expect(page.locator(f"mark.on[data-claims~='{second.pk}']").first).to_be_visible()
    page.locator(f"#letter-{first.pk}").click()
    see_card(page, first)

    page.locator("label[for=verdict-sourced]").click()
    page.get_by_role("button", name="Save and next").click()
    see_card(page, second)
    expect(page.locator(".note")).to_contain_text("Saved.")
    expect(page.locator("#progress")).to_contain_text("1 sourced")

    page.locator("label[for=verdict-disputed]").click()
    page.get_by_role("button", name="Save", exact=True).click()
    see_card(page, second)
    expect(page.locator("#mark .invalid-feedback")).to_contain_text("Say why you dispute it")
    expect(page.locator("#verdict-disputed")).to_be_checked()
    shot(page, "no-script-error")
    page.get_by_label("Comment").fill("Counted 39.")
    page.get_by_role("button", name="Save", exact=True).click()
    see_card(page, second)
    expect(page.locator("#talk")).to_contain_text("Counted 39.")
    expect(page.locator("#card")).to_have_class("card disputed")
    shot(page, "no-script-marked")

    page.get_by_role("button", name="Undo").click()
    see_card(page, second)
    expect(page.locator("#card")).to_have_class("card open")
    page.get_by_label("Comment").fill("Who counted?")
    page.get_by_role("button", name="Save and next").click()
    see_card(page, third)

    assert list(Review.objects.order_by("at").values_list("claim", "verdict")) == [
        (first.pk, "sourced"),
        (second.pk, "disputed"),
        (second.pk, "withdrawn"),
    ]
    assert Comment.objects.get().text == "Who counted?"


def test_filters_stay_on(page_for: Pages, shot: Shot) -> None:
    """A kind and the order by risk, chosen from the menu, hold through letters, rows and marks."""
    article = factories.article()
    number = Claim.objects.filter(article=article, kinds__kind="number").order_by("start")[1]
    page = page_for(factories.user(Role.CHECKER), java_script_enabled=False)
    page.goto(f"/stories/{article.pk}/")
    page.locator(".sift summary").click()
    page.get_by_role("link", name=re.compile("^number")).click()
    page.locator(".sift summary").click()
    page.get_by_role("link", name="Riskiest first").click()
    expect(page.locator(".sifted")).to_contain_text("number · Riskiest first")
    shot(page, "no-script-sifted")
    page.locator(f"#letter-{number.pk}").click()
    see_card(page, number)
    page.locator("label[for=verdict-sourced]").click()
    page.get_by_role("button", name="Save and next").click()
    expect(page.locator(".note")).to_contain_text("Saved.")
    expect(page.locator(".sifted")).to_contain_text("number · Riskiest first")
    page.get_by_role("link", name="Change its words").click()
    page.get_by_role("link", name="Leave it").click()
    expect(page.locator(".sifted")).to_contain_text("number · Riskiest first")
    page.locator(".sifted a").click()
    expect(page.locator(".sifted")).to_have_count(0)


def test_a_mark_for_older_words(page_for: Pages, shot: Shot) -> None:
    """The refusal is a page of its own, with both versions and a form that saves what was typed."""
    claim = claims_of(factories.article())[1]
    checker = factories.user(Role.CHECKER)
    page = page_for(checker, java_script_enabled=False)
    page.goto(f"/stories/{claim.article_id}/?claim={claim.pk}")
    factories.mark(claim, by=checker)
    page.locator("label[for=verdict-opinion]").click()
    page.get_by_label("Comment").fill("Taste.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="That was not done")).to_be_visible()
    expect(page.locator(".refused")).to_contain_text("You marked this claim from another page meanwhile.")
    expect(page.locator(".versions")).to_contain_text(re.compile(r"Now it is\s*sourced\s*Your mark\s*opinion"))
    expect(page.get_by_label("What you typed")).to_have_value("Taste.")
    shot(page, "no-script-conflict")
    page.get_by_role("button", name="Save it for what stands there now").click()
    see_card(page, claim)
    expect(page.locator("#talk")).to_contain_text("Taste.")
    assert Review.objects.filter(reviewer=checker).count() == 2


def test_claims_are_made_and_dismissed(page_for: Pages, shot: Shot) -> None:
    article = factories.article()
    page = page_for(factories.user(Role.CHECKER), java_script_enabled=False)
    page.goto(f"/stories/{article.pk}/")
    page.get_by_role("link", name="Add a claim").click()
    page.get_by_role("link", name="Passengers used the bus over Kell Bridge meanwhile.").click()
    page.locator("[name=start]").select_option(label="4. bus")
    page.locator("[name=end]").select_option(label="7. Bridge")
    shot(page, "no-script-words")
    page.get_by_role("button", name="Add the claim").click()
    expect(page.locator("#card blockquote")).to_have_text("bus over Kell Bridge")
    claim = Claim.objects.get(wording="bus over Kell Bridge")

    page.get_by_role("link", name="Change its words").click()
    kell = page.locator("[name=end] option", has_text=re.compile(r"\d+\. Kell$")).inner_text()
    page.locator("[name=end]").select_option(label=kell)
    page.get_by_role("button", name="Save the new words").click()
    expect(page.locator("#card blockquote")).to_have_text("bus over Kell")
    expect(page.locator("#card")).to_have_attribute("data-claim", str(claim.pk))

    page.locator("summary", has_text="No fact here").click()
    page.get_by_label("Why is there no fact here?").fill("Nobody doubts it")
    page.get_by_role("button", name="Dismiss the claim").click()
    expect(page.locator(".note")).to_contain_text("Dismissed")
    assert Claim.objects.get(pk=claim.pk).dismissed


def test_what_nobody_has_looked_at(page_for: Pages, shot: Shot) -> None:
    """From sentence to sentence by links: one becomes a claim, one is dismissed and taken back."""
    text = "Was it the ugliest of 12 boats? The ferry sank on 4 May. Who would pay 40 crowns for that? Who else?"
    article = factories.article(text=text)
    for claim in claims_of(article):
        factories.mark(claim)
    page = page_for(factories.user(Role.CHECKER), java_script_enabled=False)
    page.goto(f"/stories/{article.pk}/")
    page.get_by_role("link", name="not looked at yet").click()
    sentence = page.locator("#card blockquote")
    expect(page.get_by_label("What is left to look at")).to_contain_text(re.compile(r"Numbers\s+2 of 3 left"))
    page.get_by_role("link", name="Numbers").click()
    expect(sentence).to_have_text("Was it the ugliest of 12 boats?")
    page.get_by_role("link", name="Next").click()
    expect(sentence).to_have_text("Who would pay 40 crowns for that?")
    page.get_by_role("link", name="Before").click()
    expect(page.locator("mark.gap.on")).to_have_text("12")
    page.get_by_label("Why is there no fact here?").fill("A question")
    page.get_by_role("button", name="No fact here").click()
    expect(sentence).to_have_text("Who would pay 40 crowns for that?")
    expect(page.get_by_label("What is left to look at")).to_contain_text(re.compile(r"Numbers\s+1 of 3 left"))
    shot(page, "no-script-coverage")
    page.get_by_role("button", name="Make it a claim").click()
    expect(page.locator("#card blockquote")).to_have_text("Who would pay 40 crowns for that?")

    page.get_by_role("link", name="not looked at yet").click()
    expect(sentence).to_have_text("Who else?")
    page.locator("details.dismissed summary").click()
    page.get_by_role("button", name="Look at it after all").click()
    expect(sentence).to_have_text("Was it the ugliest of 12 boats?")
    page.get_by_role("link", name="Only some of its words").click()
    page.locator("[name=start]").select_option(label="4. ugliest")
    page.locator("[name=end]").select_option(label="6. 12")
    page.get_by_role("button", name="Add the claim").click()
    expect(page.locator("#card blockquote")).to_have_text("ugliest of 12")
