"""A Word file comes in with its notes; a draft changes one number, and just that claim is to be looked at again."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from newsroom.models import Article, Claim, Role
from tests import factories
from tests.browser.gestures import open_claim, said
from tests.formats.fdocx import fdocx
from tests.formats.word import unzipped, zipped

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]
Axe = Callable[..., None]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def payload(data: bytes) -> FilePayload:
    return {"name": "ferry.docx", "mimeType": WORD, "buffer": data}


def revised(data: bytes) -> bytes:
    """The same file with one figure changed."""
    files: dict[str, str | bytes] = dict(unzipped(data))
    document = bytes(files["word/document.xml"])
    assert b"212,000" in document
    return zipped({**files, "word/document.xml": document.replace(b"212,000", b"213,000")})


def mark(page: Page, claim: Claim) -> None:
    open_claim(page, claim, show="all")
    page.keyboard.press("s")
    page.locator("#save").click()
    said(page)


def test_one_changed_number_is_all_there_is_to_look_at_again(page_for: Pages, shot: Shot, axe: Axe) -> None:
    page = page_for(factories.user(Role.EDITOR))
    page.goto("/stories/new/")
    page.locator("[type=file]").set_input_files(payload(fdocx()))
    page.get_by_role("button", name="Show how it reads").click()
    shot(page, "draft-preview")
    page.get_by_role("button", name="Bring it in").click()
    page.get_by_role("link", name="Start marking").click()

    story = Article.objects.get()
    noted = Claim.objects.filter(article=story, notes__gt=0)
    assert noted.count() > 10
    figure = noted.get(wording="212,000 crowns")
    for claim in (figure, noted.get(wording="nine weeks"), noted.get(wording="1987")):
        mark(page, claim)

    page.goto(f"/stories/{story.pk}/")
    page.locator(".acts summary").click()
    page.get_by_role("link", name="Add a draft").click()
    axe(page)
    page.locator("[type=file]").set_input_files(payload(revised(fdocx())))
    page.get_by_role("button", name="Show how it reads").click()
    expect(page.locator(".effect li")).to_have_text(["212,000 crowns 212,000 → 213,000 crowns"])
    shot(page, "draft-next-preview")
    axe(page)
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator("#tabs [aria-current]")).to_have_text("Changed 1")
    expect(page.locator("#card blockquote")).to_have_text("213,000 crowns")
    expect(page.locator("#card .again")).to_contain_text("212,000")
    expect(page.locator("#tabs a").last).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".note")).to_be_in_viewport(ratio=1)  # wherever the page was scrolled to
    shot(page, "draft-look-again")
    axe(page)

    page.keyboard.press("r")
    said(page)
    expect(page.locator(".note")).to_have_count(0)
    expect(page.locator("#tabs")).to_contain_text("Changed 0")
    expect(page.locator("#standing")).to_have_attribute("data-standing", "sourced")
    assert Claim.objects.get(pk=figure.pk).standing == "sourced"

    for path in ("drafts/1/", "drafts/2/", "drafts/1/2/"):
        page.goto(f"/stories/{story.pk}/{path}")
        shot(page, path.strip("/").replace("/", "-"))
        axe(page)
    expect(page.locator("article ins")).to_contain_text("213,000")
