"""A story comes in by pasting, and is on the desk, broken down."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from playwright.sync_api import Page, expect

from newsroom.models import Article, Role
from tests import factories

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]
BATHS = (Path(configured.BASE_DIR) / "newsroom" / "management" / "samples" / "baths.txt").read_text()


def test_a_pasted_story_is_ready_to_be_marked(page_for: Pages, shot: Shot) -> None:
    page = page_for(factories.user(Role.EDITOR))
    page.goto("/")
    shot(page, "list-empty")
    page.get_by_role("link", name="Bring a story in").first.click()
    page.locator("#id_text").fill(BATHS)
    page.get_by_label("Byline").fill("Mina Kessel")
    shot(page, "intake-pasted")
    page.get_by_role("button", name="Show how it reads").click()
    expect(page.get_by_role("region", name="The text")).to_contain_text("The council has 31 members.")
    shot(page, "intake-preview")
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
    page.get_by_role("button", name="Show how it reads").click()
    expect(page.locator(".note[role=alert]")).to_contain_text("Nothing was brought in yet")
    expect(page.get_by_label("Byline")).to_have_value("Mina Kessel")
    shot(page, "intake-refused")

    page.locator("#id_text").fill(BATHS)
    page.get_by_role("button", name="Show how it reads").click()
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tolvern buys back the Corran Street baths")
    page.goto("/stories/new/")
    page.locator("#id_text").fill(BATHS)
    page.get_by_role("button", name="Show how it reads").click()
    expect(page.locator("#id_text_error, #id_text + .invalid-feedback").first).to_contain_text("already")
    expect(page.locator("#id_text")).to_have_value(BATHS)
    assert Article.objects.count() == 1


MARKED = """<!doctype html><h1>The pump</h1><p class="deck">Paid for twice.</p><p>It cost 212,000
crowns<sup><a href="#cmnt1" id="r1">[a]</a></sup>, <a href="https://e.example/audit">an audit</a>
says. It is <del>not</del> ugly.</p>
<img alt="A pump"><div><p><a href="#r1" id="cmnt1">[a]</a><span>Says who?</span></p></div>"""


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_a_file_is_looked_at_changed_and_brought_in(
    page_for: Pages, shot: Shot, settings: Any, width: int, scheme: str
) -> None:
    settings.FETCH_ADDRESSES = True
    page = page_for(factories.user(Role.EDITOR), width=width, scheme=scheme)
    page.goto("/stories/new/")
    expect(page.get_by_label("Address")).to_be_visible()
    shot(page, f"intake-address-{width}-{scheme}")
    page.locator("#id_file").set_input_files({"name": "pump.html", "mimeType": "text/html", "buffer": MARKED.encode()})
    page.get_by_role("button", name="Show how it reads").click()
    preview = page.locator(".preview")
    expect(preview).to_contain_text("It cost 212,000 crowns, an audit says. It is ugly.")
    expect(preview).to_contain_text("Says who?")
    expect(preview.locator(".losses li li")).to_have_text(["not", "A pump"])
    shot(page, f"intake-preview-{width}-{scheme}")
    page.get_by_label("Headline").fill("The pump that was paid for twice")
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The pump that was paid for twice")
    assert Article.objects.get().current.origin == "pump.html (1 tracked change, read as accepted)"
