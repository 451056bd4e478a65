"""A story comes in by pasting, and is on the desk, broken down."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Page, expect

from newsroom.models import Article, Role
from tests import factories

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]
BATHS = (Path(settings.BASE_DIR) / "newsroom" / "management" / "samples" / "baths.txt").read_text()


def test_a_pasted_story_is_ready_to_be_marked(page_for: Pages, shot: Shot) -> None:
    page = page_for(factories.user(Role.EDITOR))
    page.goto("/")
    shot(page, "list-empty")
    page.get_by_role("link", name="Bring a story in").first.click()
    page.locator("#id_text").fill(BATHS)
    page.get_by_label("Byline").fill("Mina Kessel")
    shot(page, "intake-pasted")
    page.get_by_role("button", name="Bring it in").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Tolvern buys back the Corran Street baths")
    expect(page.locator("#main")).to_contain_text("dated 18 September 2026")
    expect(page.locator("#main")).to_contain_text("Ilse Marquand")
    shot(page, "intake-imported")
    page.get_by_role("link", name="Start marking").click()

    article = Article.objects.get()
    total = article.claims.count()
    assert total > 10
    expect(page.locator("#tabs [aria-current]")).to_have_text(f"Open {total}")
    expect(page.locator("#proof")).to_contain_text("The council has 31 members.")
    expect(page.locator("#card")).to_be_visible()
    shot(page, "intake-review")

    page.get_by_role("link", name="Stories", exact=True).click()
    expect(page.get_by_role("link", name="Tolvern buys back the Corran Street baths")).to_be_visible()
    expect(page.locator(".story")).to_contain_text(f"{total} claims")
    expect(page.locator(".story")).to_contain_text("Mina Kessel")


def test_what_is_refused_keeps_the_words(page_for: Pages, shot: Shot) -> None:
    page = page_for(factories.user(Role.EDITOR))
    page.goto("/stories/new/")
    page.get_by_label("Byline").fill("Mina Kessel")
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator(".note[role=alert]")).to_contain_text("Nothing was brought in yet")
    expect(page.get_by_label("Byline")).to_have_value("Mina Kessel")
    shot(page, "intake-refused")

    page.locator("#id_text").fill(BATHS)
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tolvern buys back the Corran Street baths")
    page.goto("/stories/new/")
    page.locator("#id_text").fill(BATHS)
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator("#id_text_error, #id_text + .invalid-feedback").first).to_contain_text("already")
    expect(page.locator("#id_text")).to_have_value(BATHS)
    assert Article.objects.count() == 1
