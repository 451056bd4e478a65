"""Claims made of selected words, and bounds changed the same way: what is stored is what was selected."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from newsroom.models import Claim, Role
from tests import factories
from tests.browser.gestures import claims_of, drag_over, open_claim

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]

MARK = "\u0308"  # two dots above the letter before it, for which there is no sign in one piece
SCRIPTS = f"""\
The harbour kitchen 🦪 sold 4,200 oysters and 𝟑𝟏𝟎 crabs in May, and the 👩‍👩‍👧 table of the Brekkes ate 64 of them.

At the Kan{MARK}a a plate costs 12 crowns. नमस्ते stands on its door.

הגשר נסגר ב־3 במרץ אחרי שצוללן מצא סדק באורך אוטובוס.

الجسر مُغلَق منذ 11 يوماً.\
"""
PHRASES = (
    "sold 4,200 oysters",
    "🦪 sold",
    "𝟑𝟏𝟎 crabs in May, and the 👩‍👩‍👧 table",
    "ate 64 of them",
    f"the Kan{MARK}a a plate",
    f"Kan{MARK}",
    "नमस्ते stands",
    "נסגר ב־3 במרץ",
    "مُغلَق منذ",
)


def test_selected_words_become_claims(page_for: Pages, shot: Shot) -> None:
    """Emoji, signs beyond the first 65,536, marks on letters, letters that run from right to left."""
    story = factories.article(text=SCRIPTS, headline="Oysters 🦪 at four quays")
    checker = factories.user(Role.CHECKER)
    page = page_for(checker)
    page.goto(f"/stories/{story.pk}/")
    runs = page.locator("[data-start]").evaluate_all("blocks => blocks.map(b => getComputedStyle(b).direction)")
    assert runs == ["ltr", "ltr", "ltr", "rtl", "rtl"]
    for words in PHRASES:
        drag_over(page, words)
        expect(page.locator("#select")).to_be_visible()
        if words == PHRASES[2]:
            shot(page, "select-buttons")
        page.get_by_role("button", name="New claim").click()
        expect(page.locator("#card blockquote")).to_have_text(words)
    shot(page, "select-scripts")

    made = Claim.objects.filter(created_by=checker)
    assert sorted(claim.wording for claim in made) == sorted(PHRASES)
    for claim in claims_of(story):
        assert story.current.text[claim.start : claim.end] == claim.wording
        drawn = page.locator(f"mark[data-claims~='{claim.pk}']").all_text_contents()
        assert "".join(drawn) == claim.wording


def test_a_selection_from_right_to_left_over_letters_and_claims(page_for: Pages, shot: Shot) -> None:
    """The letters that the page adds are no words, wherever the selection begins and ends."""
    story = factories.article()
    words = "for 40 hours,” said Marta Lindqvist, who heads the harbour board. The repair cost 212,000"
    page = page_for(factories.user(Role.CHECKER))
    page.goto(f"/stories/{story.pk}/")
    drag_over(page, words, backwards=True)
    shot(page, "select-backwards")
    page.get_by_role("button", name="New claim").click()
    expect(page.locator("#card blockquote")).to_have_text(words)
    assert Claim.objects.filter(wording=words).count() == 1


def test_other_bounds_by_selection(page_for: Pages, shot: Shot) -> None:
    story = factories.article()
    checker = factories.user(Role.CHECKER)
    claim = factories.claim_on(story, "The repair cost 212,000 crowns, she said, a third more than planned")
    factories.mark(claim, by=checker)
    page = page_for(checker)
    open_claim(page, claim)
    drag_over(page, "212,000 crowns")
    page.get_by_role("button", name="Use for the open claim").click()

    expect(page.locator("#card blockquote")).to_have_text("212,000 crowns")
    expect(page.locator("#card")).to_have_class("card suspended")
    expect(page.locator("#talk")).to_contain_text("words changed from “The repair cost 212,000 crowns, she said")
    expect(page.locator(f"#letter-{claim.pk}")).to_contain_text("!")
    shot(page, "select-other-bounds")
    claim.refresh_from_db()
    assert (claim.wording, claim.standing) == ("212,000 crowns", "suspended")


def test_a_claim_without_a_pointer(page_for: Pages, shot: Shot, axe: Callable[[Page], None]) -> None:
    """The sentence list, by keyboard alone: reach the link, choose a sentence, then its first and last word."""
    story = factories.article()
    page = page_for(factories.user(Role.CHECKER))
    page.goto(f"/stories/{story.pk}/")
    press_until(page, "Add a claim")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Add a claim")).to_be_visible()
    press_until(page, "Passengers used the bus over Kell Bridge meanwhile.")
    page.keyboard.press("Enter")
    first = page.get_by_label("From")
    expect(first).to_be_visible()
    shot(page, "sentences-words")
    axe(page)
    press_until(page, "From")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    press_until(page, "Add the claim")
    page.keyboard.press("Enter")
    expect(page.locator("#card blockquote")).to_have_text("used the bus over Kell")
    shot(page, "sentences-added")

    press_until(page, "Change its words")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Change a claim’s words")).to_be_visible()
    shot(page, "bounds")
    press_until(page, "To")
    page.keyboard.press("ArrowDown")
    press_until(page, "Save the new words")
    page.keyboard.press("Enter")
    expect(page.locator("#card blockquote")).to_have_text("used the bus over Kell Bridge")
    assert Claim.objects.filter(wording="used the bus over Kell Bridge", article=story, accepted=True).count() == 1


def test_words_selected_in_the_passage(page_for: Pages, shot: Shot) -> None:
    """The passage and the two lists say the same, whichever of them is used."""
    story = factories.article()
    claim = factories.claim_on(story, "We have replaced both pumps")
    page = page_for(factories.user(Role.CHECKER))
    page.goto(f"/claims/{claim.pk}/bounds/")
    chosen = page.locator(".passage .on")
    expect(page.get_by_role("button", name="Show these words")).to_be_hidden()
    assert "".join(chosen.all_inner_texts()) == "We have replaced both pumps"
    shot(page, "bounds-passage")

    first, last = (page.locator(".passage span", has_text=word).first for word in ("tested", "hours"))
    begin, end = first.bounding_box(), last.bounding_box()
    assert begin and end
    page.mouse.move(begin["x"] + 8, begin["y"] + begin["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + 12, end["y"] + end["height"] / 2, steps=4)
    page.mouse.up()
    expect(page.get_by_label("From").locator(":checked")).to_contain_text("tested")
    expect(page.get_by_label("To").locator(":checked")).to_contain_text("hours")
    assert "".join(chosen.all_text_contents()) == "tested them for 40 hours,”"
    shot(page, "bounds-selected")

    page.get_by_label("From").select_option(label=page.locator("[name=start] option", has_text="them").inner_text())
    assert "".join(chosen.all_text_contents()) == "them for 40 hours,”"
    page.get_by_role("button", name="Save the new words").click()
    expect(page.locator("#card blockquote")).to_have_text("them for 40 hours,”")


def press_until(page: Page, name: str) -> None:
    """Tab on until the control with this name (its label or words) has the focus."""
    named = "() => { const e = document.activeElement; return (e.labels?.[0] ?? e).textContent.trim(); }"
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(named).startswith(name):
            return
    raise AssertionError(f"{name!r} can't be reached by Tab")
