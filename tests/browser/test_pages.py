"""Every page in every state: no accessibility fault, no complaint of the browser, nothing to scroll sideways.

Each is looked at wide and light, wide and dark (for contrast), and as on a phone in the dark.
"""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from newsroom.domain import claiming, quoting, talking, workflow
from newsroom.domain.importing import Details, import_article
from newsroom.formats import plain
from newsroom.models import Access, Article, Claim, Quote, Role, Status, User
from tests import factories
from tests.browser.conftest import Complaints
from tests.browser.gestures import drag_over

Pages = Callable[..., Page]
Look = Callable[..., None]
STORY = Path(settings.BASE_DIR) / "newsroom" / "management" / "samples" / "baths.txt"


# What can differ between themes and between screens; the other rules look at what does not change with them.
CONTRAST = ["color-contrast"]
FITS = "document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"  # nothing to scroll sideways
NARROW = ["color-contrast", "target-size", "scrollable-region-focusable"]


@pytest.fixture
def look(shot: Callable[[Page, str], Path], axe: Callable[..., None]) -> Look:
    def at(page: Page, name: str, rules: list[str] | None = None) -> None:
        page.emulate_media(color_scheme="light")
        axe(page, rules)
        shot(page, f"page-{name}-1440-light")
        page.emulate_media(color_scheme="dark")
        axe(page, CONTRAST)
        page.set_viewport_size({"width": 390, "height": 844})
        axe(page, NARROW)
        shot(page, f"page-{name}-390-dark")
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            page.wait_for_function(FITS)
        page.set_viewport_size({"width": 1440, "height": 900})

    return at


@pytest.fixture
def people() -> dict[str, User]:
    named = {
        "mina": ("Mina Kessel", Role.REPORTER),
        "dov": ("Dov Aldana", Role.CHECKER),
        "ruth": ("Ruth Ekholm", Role.CHECKER),
        "oren": ("Oren Whitlock", Role.EDITOR),
    }
    return {
        username: factories.user(role, username=username, first_name=name.split()[0], last_name=name.split()[1])
        for username, (name, role) in named.items()
    }


@pytest.fixture
def story(people: dict[str, User]) -> Article:
    """A story with claims in every standing, talk, a dismissed claim and a corrected speaker."""
    mina, dov, ruth, oren = people.values()
    details = Details(byline="Mina Kessel", authors=(mina,), desk="City")
    article = import_article(plain.read(STORY.read_bytes()), by=oren, details=details, origin="baths.txt")

    def claim(words: str) -> Claim:
        found = Claim.objects.filter(article=article, wording__contains=words, dismissed=False).first()
        return found or factories.claim_on(article, words, by=dov)

    factories.mark(claim("by 19 votes to 11"), by=dov, comment="Draft minutes of 17 September, item 4.")
    factories.mark(claim("The council has 31 members"), by=dov, verdict="disputed", comment="19 + 11 + 2 is 32.")
    factories.mark(claim("opened in 1927"), by=ruth)
    factories.mark(claim("loveliest rooms"), by=dov, verdict="opinion")
    factories.mark(claim("nearly four in ten"), by=dov)
    factories.mark(claim("nearly four in ten"), by=ruth, verdict="opinion", comment="“Nearly” is a matter of taste.")
    factories.comment(claim("41 rescues"), by=oren, text="Vollmer above, Volmer here: https://desk.example/vollmer")
    moved = claim("44 flats")
    factories.mark(moved, by=ruth, comment="Brochure, p. 3.")
    moved.refresh_from_db()
    assert moved.start is not None and moved.anchor_id is not None
    start = article.current.text.index("44 flats")
    claiming.change_bounds(moved, by=dov, anchor=moved.anchor_id, start=start, end=start + 8, wording="44 flats")
    claiming.dismiss(claim("admission fee"), by=ruth, reason="A proposal, no fact.")
    talking.comment(article, by=mina, text="The treasurer rings back on Monday.", key=uuid.uuid4())
    quote = Quote.objects.filter(article=article, speaker="Ilse Marquand").first()
    assert quote is not None and quote.anchor_id is not None
    quoting.correct_speaker(quote, by=oren, speaker="Ilse Marquand-Roth", anchor=quote.anchor_id)
    return article


def standing(article: Article, value: str) -> str:
    """The address of the story with a claim in this standing open."""
    claim = Claim.objects.filter(article=article, standing=value, dismissed=False, accepted=True).first()
    assert claim is not None
    return f"/stories/{article.pk}/?claim={claim.pk}"


def test_before_signing_in(page_for: Pages, look: Look) -> None:
    page = page_for(None)
    for name, path in (
        ("login", "/accounts/login/"),
        ("signup", "/accounts/signup/"),
        ("reset", "/accounts/password/reset/"),
        ("reset-done", "/accounts/password/reset/done/"),
        ("reset-old-link", "/accounts/password/reset/key/1-none/"),
        ("inactive", "/accounts/inactive/"),
        ("missing", "/nowhere/"),
    ):
        page.goto(path)
        look(page, name)


def test_ones_own_pages(page_for: Pages, look: Look, people: dict[str, User], complaints: Complaints) -> None:
    page = page_for(people["dov"])
    page.goto("/settings/")
    page.locator("summary.who").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    look(page, "settings-menu")
    page.locator("#id_first_name").evaluate("field => { field.maxLength = 999; field.value = 'A'.repeat(200) }")
    page.locator("main form .btn.main").click()
    expect(page.locator(".invalid-feedback").first).to_be_visible()
    look(page, "settings-refused")
    for name, path in (
        ("password", "/accounts/password/change/"),
        ("logout", "/accounts/logout/"),
        ("not-here", "/stories/999/"),
        ("not-yours", "/stories/new/"),
    ):
        page.goto(path)
        look(page, name)


def test_lists(page_for: Pages, look: Look, people: dict[str, User]) -> None:
    page = page_for(people["oren"])
    page.goto("/")
    look(page, "list-none")
    for number in range(26):
        factories.article(
            by=people["oren"],
            text=f"Day {number} brought {number * 3} boats.",
            desk="Coast" if number % 2 else "City",
            byline="Mina Kessel",
            access=Access.DESK if number % 3 else Access.RESTRICTED,
        )
    page.goto("/")
    look(page, "list")
    page.goto("/?q=quay&status=checking&mine=on&page=2")
    look(page, "list-filtered")
    page.goto("/?q=nothing+at+all")
    look(page, "list-nothing-found")


def test_bringing_in_and_details(page_for: Pages, look: Look, people: dict[str, User], story: Article) -> None:
    page = page_for(people["oren"])
    page.goto("/stories/new/")
    look(page, "intake")
    page.locator("main form .btn.main").click()
    expect(page.locator(".note[role=alert]")).to_be_visible()
    look(page, "intake-refused")
    page.goto(f"/stories/{story.pk}/imported/")
    look(page, "imported")
    page.goto(f"/stories/{story.pk}/details/")
    look(page, "details")
    page.locator("[name=authors-more]").fill("nobody-here")
    page.get_by_role("button", name="Save these details").click()
    expect(page.locator(".invalid-feedback").first).to_be_visible()
    look(page, "details-refused")
    page.goto(f"/stories/{story.pk}/kill/")
    look(page, "kill")


def test_the_review_page(page_for: Pages, look: Look, people: dict[str, User], story: Article) -> None:
    page = page_for(people["dov"])
    for value in ("open", "sourced", "disputed", "opinion", "split", "suspended"):
        page.goto(standing(story, value))
        expect(page.locator("#card")).to_have_class(f"card {value}")
        if value == "disputed":
            page.locator("label[for=verdict-disputed]").click()
            page.locator("#save").click()
            expect(page.locator("#mark .invalid-feedback")).to_be_visible()
        if value == "suspended":
            for summary in page.locator("#card summary").all():
                summary.click()
        look(page, f"review-{value}", None if value in ("open", "disputed", "suspended") else CONTRAST)
    page.goto(f"/stories/{story.pk}/?show=all")
    page.locator(".sift summary").click()
    expect(page.get_by_role("link", name="Riskiest first")).to_be_visible()
    look(page, "review-sifting")
    page.goto(f"/stories/{story.pk}/?show=all&kind=number&order=risk")
    look(page, "review-by-risk")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    look(page, "review-keys")
    page.goto(f"/stories/{story.pk}/?show=dismissed")
    look(page, "review-dismissed")
    page.goto(f"/stories/{story.pk}/")
    drag_over(page, "None was built")
    expect(page.locator("#select")).to_be_visible()
    look(page, "review-selected")


def test_the_review_page_for_its_author(page_for: Pages, look: Look, people: dict[str, User], story: Article) -> None:
    page = page_for(people["mina"])
    page.goto(standing(story, "disputed"))
    expect(page.locator("#card")).to_contain_text("You wrote this story")
    look(page, "review-author")
    page.goto(f"/stories/{story.pk}/?show=mine")
    expect(page.locator(".empty")).to_be_visible()
    look(page, "review-nothing-shown")


def test_what_nobody_has_looked_at(page_for: Pages, look: Look, people: dict[str, User], story: Article) -> None:
    for claim in Claim.objects.filter(article=story, accepted=False)[::2]:
        claiming.accept(claim, by=people["ruth"])
    page = page_for(people["dov"])
    page.goto(f"/stories/{story.pk}/")
    page.get_by_role("link", name="not looked at yet").click()
    expect(page.locator("#card")).to_be_visible()
    look(page, "coverage")
    page.get_by_role("link", name="Numbers").click()
    expect(page.locator(".chip[aria-current]")).to_contain_text("Numbers")
    expect(page.locator("mark.gap.on.number").first).to_be_in_viewport()
    look(page, "coverage-numbers")
    page.get_by_role("button", name="fact here").click()
    expect(page.locator(".invalid-feedback")).to_contain_text("Say why there is no fact")
    look(page, "coverage-no-reason")
    page.get_by_label("Why is there no fact here?").fill("A figure of speech")
    page.get_by_role("button", name="fact here").click()
    expect(page.locator(".note")).to_contain_text("Dismissed")
    page.locator("details.dismissed summary").click()
    expect(page.locator(".dismissed")).to_contain_text("A figure of speech")
    look(page, "coverage-dismissed", CONTRAST)
    for claim in Claim.objects.filter(article=story, accepted=False, dismissed=False):
        claiming.accept(claim, by=people["ruth"])
    page.goto(f"/stories/{story.pk}/coverage/")
    look(page, "coverage-nearly-done", CONTRAST)


def test_editing_pages(page_for: Pages, look: Look, people: dict[str, User], story: Article) -> None:
    dov = people["dov"]
    page = page_for(dov)
    page.goto(f"/stories/{story.pk}/claims/new/")
    look(page, "sentences")
    page.locator(".sentences a").nth(3).click()
    expect(page.get_by_role("button", name="Add the claim")).to_be_visible()
    look(page, "sentences-chosen")
    claim = Claim.objects.filter(article=story, dismissed=False, accepted=False).exclude(quote=None).first()
    assert claim is not None
    page.goto(f"/claims/{claim.pk}/bounds/")
    look(page, "bounds")

    # Posted past what the browser checks, and past htmx: what is refused comes as a page.
    page.goto(f"/stories/{story.pk}/?claim={claim.pk}")
    page.locator("form[action$='/dismiss/']").evaluate("form => form.submit()")
    expect(page.get_by_role("heading", name="No fact here")).to_be_visible()
    look(page, "dismiss-refused")
    page.goto(f"/stories/{story.pk}/?claim={claim.pk}")
    page.locator("form[action$='/speaker/'] input[type=text]").evaluate("field => { field.value = 'A'.repeat(300) }")
    page.locator("form[action$='/speaker/']:has(input[type=text])").evaluate("form => form.submit()")
    expect(page.get_by_role("heading", name="Correct the speaker")).to_be_visible()
    look(page, "speaker-refused")
    page.goto(f"/stories/{story.pk}/?claim={claim.pk}")
    page.locator("#select").evaluate(
        "form => { form.start.value = 1; form.end.value = 9; form.wording.value = 'other words'; form.submit(); }"
    )
    expect(page.get_by_role("heading", name="That was not done")).to_be_visible()
    look(page, "refused-422")
    page.goto(f"/stories/{story.pk}/?claim={claim.pk}")
    factories.mark(claim, by=dov)
    page.locator("#verdict-opinion").evaluate("radio => { radio.checked = true; radio.form.submit() }")
    expect(page.get_by_label("What you typed")).to_be_visible()
    look(page, "refused-409")


def test_asking_and_correcting(page_for: Pages, look: Look, people: dict[str, User], story: Article) -> None:
    """What a checker asks and proposes, and a reporter answers and decides."""
    claim = Claim.objects.get(article=story, standing="sourced", wording__contains="1927")
    page = page_for(people["dov"])
    page.goto(f"/stories/{story.pk}/?claim={claim.pk}")
    page.get_by_role("link", name="Ask the reporter").last.click()
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_text("Write what you want to know.")).to_be_visible()
    look(page, "ask-refused")
    page.get_by_label("What do you want to know?").fill("Where is it written that they opened in 1927?")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("link", name="Query")).to_be_visible()
    page.goto(f"/claims/{claim.pk}/correct/")
    page.get_by_label("As it should read").fill(claim.wording.replace("1927", "1928"))
    page.get_by_label("Why?").fill("The foundation stone says 1928.")
    look(page, "propose")
    page.get_by_role("button", name="Propose it").click()
    mina = page_for(people["mina"])
    mina.goto("/queries/")
    look(mina, "queries")
    mina.get_by_role("link", name="Where is it written").click()
    mina.get_by_label("Answer").fill("On the plaque, I have a picture.")
    look(mina, "query")
    mina.get_by_role("button", name="Send").click()
    expect(mina.get_by_text("On the plaque")).to_be_visible()
    mina.goto(f"/stories/{story.pk}/corrections/")
    look(mina, "corrections")
    mina.get_by_role("button", name="Accept").click()
    mina.get_by_role("link", name="For the next draft").click()
    expect(mina.get_by_role("button", name="Draft 1 has it")).to_be_visible()


def test_settling_and_what_comes_after(page_for: Pages, look: Look, people: dict[str, User], story: Article) -> None:
    """A dispute is settled; then the story is out, and something is put right."""
    page = page_for(people["oren"])
    page.goto(standing(story, "disputed"))
    page.get_by_role("link", name="Settle the marks").click()
    page.get_by_role("button", name="Settle").click()
    expect(page.get_by_text("a settlement needs a reason")).to_be_visible()
    look(page, "settle-refused")
    page.get_by_label("sourced").check()
    page.get_by_label("Why?").fill("The treasurer was absent: 31 it is.")
    page.get_by_role("button", name="Settle").click()
    expect(page.locator("#card").get_by_text("settled: sourced")).to_be_visible()
    look(page, "settled")
    page.goto(f"/stories/{story.pk}/history/?what=marks")
    look(page, "history")
    page.goto(f"/stories/{story.pk}/paper/")
    look(page, "paper")
    factories.signature(story, Role.EDITOR, override="The printer waits.")
    workflow.move(story, by=people["oren"], to=Status.PUBLISHED)
    page.goto(f"/stories/{story.pk}/errata/")
    page.get_by_role("button", name="Register it").click()
    expect(page.get_by_text("Write what readers were told.")).to_be_visible()
    look(page, "errata-refused")
    page.get_by_label("What let it through").select_option("evidence-misread")
    page.get_by_label("Wording").fill("The council has 32 members, not 31.")
    settled = Claim.objects.get(article=story, settlements__isnull=False)
    page.get_by_label("Claim").select_option(str(settled.pk))
    for name in ("Received", "Published"):
        page.get_by_label(name).fill("2026-01-02T10:00")
    page.get_by_role("button", name="Register it").click()
    expect(page.get_by_text("The council has 32 members, not 31.")).to_be_visible()
    page.get_by_text("In force at the time").click()
    expect(page.get_by_text("settled it: sourced")).to_be_visible()
    look(page, "errata")


def test_the_admin_breaks_no_rule_of_the_house(page_for: Pages, story: Article) -> None:
    """Django's own pages: their looks are Django's, but no script or style is refused by our content policy."""
    page = page_for(factories.user(Role.CHECKER, staff=True, is_superuser=True))
    page.goto("/admin/")
    addresses = page.locator("#content-main a").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) > 10
    for address in sorted(set(addresses)):
        page.goto(address)
    for model in ("article", "claim", "user"):
        page.goto(f"/admin/newsroom/{model}/")
        page.locator("#result_list tbody th a").first.click()
        expect(page.locator("#content h1").first).to_be_visible()
