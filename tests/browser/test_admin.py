"""The admin in a real browser: nothing breaks the content policy, the search boxes work, axe finds nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from newsroom.models import Article, Review
from tests import factories

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]
Axe = Callable[..., None]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]  # beyond these Django's own tables have habits
LOOKS = pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")])


def test_a_checker_finds_a_claim_reads_it_and_marks_it(page_for: Pages) -> None:
    claim = factories.claim_on(factories.article(), "4 May")
    page = page_for(factories.user("checker", staff=True))
    page.goto("/admin/newsroom/review/add/")
    page.locator(".field-claim .select2-selection").click()
    expect(page.get_by_role("searchbox", name="Claim")).to_be_focused()
    page.keyboard.type("4 May")
    page.get_by_role("option", name="4 May", exact=True).click()
    page.get_by_label("disputed").check()
    page.get_by_label("Comment").fill("The timetable says 5 May.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field-claim mark")).to_have_text("4 May")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(f"**/admin/newsroom/claim/{claim.pk}/change/")
    review = Review.objects.get()
    assert (review.claim, review.verdict, review.comment) == (claim, "disputed", "The timetable says 5 May.")


def test_an_editor_gives_a_story_an_author_and_a_deadline(page_for: Pages) -> None:
    editor = factories.user("editor", staff=True)
    author = factories.user("reporter", first_name="Solveig", last_name="Thorne")
    story = factories.article(by=editor)
    page = page_for(editor)
    page.goto(f"/admin/newsroom/article/{story.pk}/change/")
    page.locator(".field-authors .select2-selection").click()
    page.keyboard.type("thorne")
    page.get_by_role("option", name="Solveig Thorne").click()
    page.get_by_label("Deadline").fill("2026-05-04T18:30")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("was changed")
    story = Article.objects.get()
    assert list(story.authors.all()) == [author]
    assert story.deadline is not None


def test_csv_is_downloaded(page_for: Pages, tmp_path: Path) -> None:
    factories.article()
    page = page_for(factories.user("checker", staff=True))
    page.goto("/admin/newsroom/article/")
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("export_claims")
    with page.expect_download() as download:
        page.get_by_role("button", name="Go").click()
    download.value.save_as(tmp_path / "claims.csv")
    assert download.value.suggested_filename == "claims.csv"
    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle_id,")


@LOOKS
def test_axe_finds_nothing(page_for: Pages, shot: Shot, axe: Axe, width: int, scheme: str) -> None:
    editor = factories.user("editor", staff=True)
    claim = factories.claim_on(factories.article(by=editor, authors=(editor,)), "4 May")
    factories.mark(claim)
    factories.comment(claim)
    # axe copies elements that select2 has given a width, which the content policy takes for inline style.
    page = page_for(editor, width=width, scheme=scheme, bypass_csp=True)
    rules = WCAG if scheme == "light" else ["color-contrast"]  # nothing else changes in the dark
    for name, address in {
        "index": "",
        "articles": "newsroom/article/",
        "article": f"newsroom/article/{claim.article_id}/change/",
        "claims": "newsroom/claim/",
        "claim": f"newsroom/claim/{claim.pk}/change/",
        "events": "newsroom/event/",
        "comment": f"newsroom/comment/add/?claim={claim.pk}",
        "mark": "newsroom/review/add/",
    }.items():
        page.goto(f"/admin/{address}")
        axe(page, rules)
        shot(page, f"admin-{name}-{width}-{scheme}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".errorlist")).to_have_count(2)
    axe(page, rules)
    page.locator(".field-claim .select2-selection").click()
    expect(page.get_by_role("option", name="4 May", exact=True)).to_be_visible()
    axe(page, rules)
