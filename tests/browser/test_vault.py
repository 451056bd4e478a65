"""A confidential source from sealing to destroying, in a browser; and files, which share its page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from newsroom.domain import vouching
from newsroom.models import Identity, Snapshot, Source, User
from tests import factories

Pages = Callable[..., Page]
NAME, CONTACT = "Zyxwvara Qvutlind", "zqmarsh@quay.example, after dark"
FITS = "document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"


@pytest.fixture
def look(shot: Callable[[Page, str], Path], axe: Callable[..., None]) -> Callable[[Page, str], None]:
    """No fault at 1440 and 390 pixels, light and dark; pictures of all four."""

    def at(page: Page, name: str) -> None:
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 844})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                axe(page)
                assert page.evaluate(FITS), f"{page.url} is too wide at {width}"
                shot(page, f"vault-{name}-{width}-{scheme}")

    return at


@pytest.fixture
def source(transactional_db: None) -> Source:
    return factories.source(title="Talks with somebody at the quay", address="https://harbour.example/pumps")


def test_a_confidential_identity_is_unseen_by_an_editor_who_is_not_named(
    page_for: Pages, source: Source, look: Callable[[Page, str], None]
) -> None:
    owner = factories.user("reporter", first_name="Mina", last_name="Kessel")
    factories.evidence(factories.claim(factories.article(authors=(owner,))), source=source)
    editor = factories.user("editor", first_name="Oren", last_name="Whitlock")
    named = factories.user("legal", username="lotte", first_name="Lotte", last_name="Abel")
    mine, theirs = page_for(owner), page_for(editor)

    mine.goto(f"/sources/{source.pk}/")
    mine.get_by_role("link", name="Put who it is into the vault").press("Enter")
    look(mine, "seal")
    mine.get_by_role("textbox", name="Name", exact=True).fill(NAME)
    mine.get_by_label("How to reach them").fill(CONTACT)
    mine.get_by_label("Code name").fill("Zyxwvara")
    mine.get_by_role("button", name="Seal it").press("Enter")
    expect(mine.get_by_text("no page repeats it")).to_be_visible()
    expect(mine.get_by_role("textbox", name="Name", exact=True)).to_have_value("")
    look(mine, "seal-refused")
    mine.get_by_role("textbox", name="Name", exact=True).fill(NAME)
    mine.get_by_label("How to reach them").fill(CONTACT)
    mine.keyboard.press("Tab")
    mine.keyboard.press("Enter")
    expect(mine.get_by_role("heading", name="K-1")).to_be_visible()

    vouching.vouch(source, by=editor)
    theirs.goto(f"/sources/{source.pk}/")
    expect(theirs.get_by_text("Who K-1 is lies in the vault, sealed by Mina Kessel")).to_be_visible()
    expect(theirs.get_by_text("Identity known to Oren Whitlock")).to_be_visible()
    expect(theirs.get_by_role("link", name="Open the vault")).to_have_count(0)
    assert NAME not in theirs.content()
    look(theirs, "source")
    theirs.goto(f"/sources/{source.pk}/identity/")
    expect(theirs.get_by_role("heading", name="There is nothing here")).to_be_visible()
    assert "K-1" not in theirs.content()

    mine.get_by_role("link", name="Choose the readers").press("Enter")
    look(mine, "readers")
    mine.get_by_label("Add by user name").fill("lotte")
    mine.keyboard.press("Enter")
    mine.get_by_role("button", name="Show me who K-1 is").press("Enter")
    expect(mine.get_by_text("Tick this first")).to_be_visible()
    mine.get_by_label("I need to know who this is.").press("Space")
    mine.get_by_role("button", name="Show me who K-1 is").press("Enter")
    expect(mine.get_by_text(NAME)).to_be_visible()
    look(mine, "read")
    mine.get_by_role("link", name="Close it").press("Enter")
    expect(mine.get_by_text("Oren Whitlock tried to open it, and is not named")).to_be_visible()
    look(mine, "identity")
    with pytest.raises(Error, match="ERR_CACHE_MISS"):  # back to the page that showed it: the browser kept no copy
        mine.go_back()

    reader = page_for(named, java_script_enabled=False)
    reader.goto(f"/sources/{source.pk}/identity/")
    reader.get_by_label("I need to know who this is.").check()
    reader.get_by_role("button", name="Show me who K-1 is").click()
    expect(reader.get_by_text(CONTACT)).to_be_visible()

    mine.goto(f"/sources/{source.pk}/identity/destroy/")
    look(mine, "destroy")
    mine.get_by_label("The code name, to confirm").fill("k-1")
    mine.keyboard.press("Enter")
    expect(mine.get_by_text("Nobody can read it any more")).to_be_visible()
    look(mine, "destroyed")
    assert Identity.objects.get().sealed == ""


def test_files_and_snapshots(
    page_for: Pages, source: Source, look: Callable[[Page, str], None], tmp_path: Path
) -> None:
    checker: User = factories.user("checker")
    page = page_for(checker)
    page.goto(f"/sources/{source.pk}/files/")
    (tmp_path / "Brief der Hafenverwaltung, Pumpen 3–7.pdf").write_bytes(factories.PDF)
    page.locator("[name=file]").set_input_files(tmp_path / "Brief der Hafenverwaltung, Pumpen 3–7.pdf")
    page.get_by_role("button", name="Keep this file").click()
    expect(page.get_by_text("The file is kept.")).to_be_visible()
    with page.expect_download() as coming:
        page.get_by_role("link", name="Brief der Hafenverwaltung").click()
    assert coming.value.suggested_filename == "Brief der Hafenverwaltung, Pumpen 3–7.pdf"
    assert coming.value.path().read_bytes() == factories.PDF
    page.get_by_role("button", name="Look at the page now").click()
    expect(page.get_by_text("No snapshot: the server does not fetch pages here")).to_be_visible()
    Snapshot.objects.create(
        source=source,
        asked=source.address,
        address=source.address + "/new",
        status=200,
        sha256="a" * 64,
        text="The pump\n\nIt cost 212,000 crowns, a third more than planned.",
        by=checker,
    )
    page.goto(f"/sources/{source.pk}/files/")
    look(page, "files")
    page.locator("#snapshot-1 a, [id^=snapshot-] a").first.click()
    expect(page.get_by_text("It cost 212,000 crowns")).to_be_visible()
    look(page, "snapshot")
    (tmp_path / "page.html").write_bytes(b"<!doctype html><p>x")
    page.goto(f"/sources/{source.pk}/files/")
    page.locator("[name=file]").set_input_files(tmp_path / "page.html")
    page.get_by_role("button", name="Keep this file").click()
    expect(page.get_by_text("Files of this kind are not kept.")).to_be_visible()
    look(page, "files-refused")
