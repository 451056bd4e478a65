"""Evidence by keyboard alone, and how its form and the pages of sources look."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from newsroom.domain import attaching
from newsroom.models import Claim, Evidence, Role, Source, User
from tests import factories
from tests.browser.gestures import open_claim, said
from tests.browser.test_pages import CONTRAST, FITS, NARROW

PAGES = ("card", "form", "/sources/", "/sources/{}/", "/sources/{}/edit/", "/claims/{}/evidence/")


@pytest.fixture
def checker(transactional_db: None) -> User:
    return factories.user(Role.CHECKER)


@pytest.fixture
def claim(checker: User) -> Claim:
    return factories.claim_on(factories.article(), "212,000 crowns", by=checker)


@pytest.fixture
def source(checker: User) -> Source:
    return factories.source(by=checker, title="Harbour register, 2026", publisher="Harbour board")


def test_marked_and_backed_by_keyboard_alone(page_for, claim: Claim, source: Source, checker: User) -> None:
    page = page_for(checker)
    open_claim(page, claim)
    page.keyboard.press("s")
    page.locator("#save").press("Enter")
    said(page)
    page.keyboard.press("e")
    expect(page.locator("#id_source")).to_be_focused()
    page.keyboard.type("harbour reg")
    expect(page.locator("#known-sources option")).to_have_attribute("value", f"{source.title} #{source.pk}")
    page.keyboard.press("Control+A")
    page.keyboard.type("Harbour register, 2026")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("p. 14")
    page.keyboard.press("Enter")
    said(page)
    piece = page.locator("#evidence .piece")
    expect(piece).to_contain_text("Harbour register, 2026")
    expect(piece).to_contain_text("p. 14")
    expect(page.locator("#attach-form")).to_have_count(0)
    expect(page.locator("#card")).to_be_focused()  # the next key is a key again
    assert Evidence.objects.get().locator == "p. 14"


def test_in_the_form_keys_are_typed_and_it_is_left_with_nothing_done(page_for, claim: Claim, checker: User) -> None:
    page = page_for(checker)
    open_claim(page, claim)
    page.keyboard.press("e")
    expect(page.locator("#id_source")).to_be_focused()
    page.keyboard.type("sdoe")
    expect(page.locator("#id_source")).to_have_value("sdoe")
    expect(page.locator("#verdict-sourced")).not_to_be_checked()
    page.locator("[data-leave]").press("Enter")
    expect(page.locator("#attach-form")).to_have_count(0)
    assert not Evidence.objects.exists()


def test_escape_closes_a_form_with_nothing_in_it_and_leaves_what_was_written(page_for, claim: Claim, checker) -> None:
    page = page_for(checker)
    open_claim(page, claim)
    page.keyboard.press("e")
    box, form = page.locator("#id_source"), page.locator("#attach-form")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    expect(page.locator("#card")).to_be_focused()
    page.keyboard.press("e")
    expect(box).to_be_focused()
    page.keyboard.type("Quay wall")
    page.keyboard.press("Escape")
    expect(box).not_to_be_focused()
    expect(box).to_have_value("Quay wall")


def test_suggestions_that_come_late_leave_the_cursor_where_it_is(page_for, claim: Claim, source, checker) -> None:
    factories.source(by=checker, title="Tide tables")
    page, held, suggestions = page_for(checker), [], re.compile(r"/sources/suggest/\?source=harbour$")
    open_claim(page, claim)
    page.route(suggestions, lambda route: held.append(route))
    page.keyboard.press("e")
    expect(page.locator("#id_source")).to_be_focused()
    expect(page.locator("#known-sources option")).to_have_count(2)
    with page.expect_request(suggestions):
        page.keyboard.type("harbour")
    page.locator("#id_locator").focus()
    held[0].continue_()
    expect(page.locator("#known-sources option")).to_have_count(1)
    expect(page.locator("#id_locator")).to_be_focused()


def test_what_is_typed_while_the_form_is_on_its_way_goes_into_it(page_for, claim: Claim, checker: User) -> None:
    """On a slow line the first letters of a title are no keys: they choose no verdict and move nowhere."""
    page, held = page_for(checker), []
    open_claim(page, claim, show="all")
    page.route("**/evidence/?*", lambda route: held.append(route))
    with page.expect_request("**/evidence/?*"):
        page.keyboard.press("e")
    page.keyboard.type("sodj Quay")
    page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    expect(page.locator("#mark :checked")).to_have_count(0)
    held[0].continue_()
    box = page.locator("#id_source")
    expect(box).to_be_focused()
    expect(box).to_have_value("sodj Qua")
    page.keyboard.type("y wall")
    expect(box).to_have_value("sodj Quay wall")
    expect(page.locator("#card")).to_have_attribute("data-claim", str(claim.pk))
    page.locator("[data-leave]").press("Enter")
    page.keyboard.press("s")  # and then keys are keys again
    expect(page.locator("#verdict-sourced")).to_be_checked()


def test_a_form_that_does_not_come_leaves_the_keys_alive(page_for, claim: Claim, checker: User, complaints) -> None:
    page = page_for(checker)
    open_claim(page, claim)
    page.route("**/evidence/?*", lambda route: route.fulfill(status=503))
    page.keyboard.press("e")
    expect(page.locator("#refusal")).to_contain_text("That did not work")
    page.keyboard.press("s")
    expect(page.locator("#verdict-sourced")).to_be_checked()
    complaints[:] = [heard for heard in complaints if "503" not in heard]


def test_a_new_source_is_asked_for_its_kind_and_enter_makes_it(page_for, claim: Claim, checker: User, shot) -> None:
    page = page_for(checker)
    open_claim(page, claim)
    page.keyboard.press("e")
    expect(page.locator("#id_source")).to_be_focused()
    page.keyboard.type("Call with the board")
    page.locator("#id_passage").fill("Yes, 212,000.")
    page.locator("#id_passage").press("Control+Enter")
    expect(page.locator("#attach-form")).to_contain_text("A new source: say what it is")
    expect(page.locator("#id_passage")).to_have_value("Yes, 212,000.")
    document, interview = page.locator("[name=kind]").nth(0), page.get_by_label("interview")
    expect(document).to_be_focused()
    shot(page, "evidence-new-source")
    for _step in range(5):
        page.keyboard.press("ArrowDown")
    expect(interview).to_be_checked()
    page.keyboard.press("Enter")
    said(page)
    expect(page.locator("#evidence .piece")).to_contain_text("Yes, 212,000.")
    assert Source.objects.get().kind == "interview"


def test_an_address_is_secondary_until_somebody_says_otherwise(page_for, claim: Claim, checker: User) -> None:
    page = page_for(checker)
    open_claim(page, claim)
    page.keyboard.press("e")
    primary, secondary = page.locator("[name=tier][value=primary]"), page.locator("[name=tier][value=secondary]")
    expect(primary).to_be_checked()
    box = page.locator("#id_source")
    box.fill("https://harbour.example/costs")
    expect(secondary).to_be_checked()
    box.fill("Harbour costs")
    expect(primary).to_be_checked()
    box.fill("https://harbour.example/costs")
    secondary.press("ArrowLeft")
    expect(primary).to_be_checked()
    box.fill("https://harbour.example/log")
    box.press("Enter")
    said(page)
    assert Evidence.objects.get().tier == "primary"


def test_a_link_of_the_draft_is_one_key_away(page_for, claim: Claim, checker: User) -> None:
    Claim.objects.filter(pk=claim.pk).update(leads=[{"href": "https://harbour.example/costs", "words": "costs"}])
    page = page_for(checker)
    open_claim(page, claim)
    page.keyboard.press("u")
    expect(page.locator("#id_source")).to_have_value("https://harbour.example/costs")
    page.locator("#id_source").press("Enter")
    said(page)
    expect(page.locator("#evidence .piece")).to_contain_text("harbour.example/costs")


def test_what_contradicts_is_answered_in_the_card(page_for, claim: Claim, checker: User) -> None:
    factories.evidence(claim, by=factories.user(Role.LEGAL), stance="contradicts")
    page = page_for(checker)
    open_claim(page, claim)
    page.get_by_role("link", name="Answer").press("Enter")
    expect(page.locator("#id_answer")).to_be_focused()
    page.keyboard.type("The register is of 2019.")
    page.keyboard.press("Control+Enter")
    said(page)
    expect(page.locator("#evidence")).to_contain_text("The register is of 2019.")
    expect(page.locator("#evidence .unanswered")).to_have_count(0)


def test_another_sees_it_come_while_their_own_form_stays(page_for, claim: Claim, checker: User) -> None:
    page = page_for(checker)
    page.clock.install()
    open_claim(page, claim)
    page.keyboard.press("e")
    expect(page.locator("#id_source")).to_be_focused()  # the form is complete: the focus moves no more
    page.locator("#id_note").fill("half typed")
    factories.evidence(claim, by=factories.user(Role.LEGAL), passage="From the log")
    page.clock.fast_forward(4000)
    expect(page.locator("#evidence")).to_contain_text("From the log")
    expect(page.locator("#id_note")).to_have_value("half typed")


@pytest.mark.parametrize("where", PAGES)
def test_no_fault_in_either_theme_and_nothing_to_scroll_sideways(
    page_for, claim: Claim, source: Source, checker: User, axe, shot, where: str
) -> None:
    factories.evidence(claim, by=checker, source=source, locator="p. 14", passage="212,000 all told")
    gone = factories.evidence(claim, by=checker, formula="212 / 540", result="0.39")
    attaching.withdraw(gone, by=checker, key=uuid.uuid4(), reason="Another year.")
    factories.evidence(claim, by=factories.user(Role.LEGAL), stance="contradicts", tier="tertiary")
    page = page_for(checker)
    if where.startswith("/"):
        page.goto(where.format(claim.pk if "claims" in where else source.pk))
    else:
        open_claim(page, claim)
        page.locator("#evidence summary").click()
        if where == "form":
            page.locator("#add-evidence").click()
            page.locator("#attach-form summary").click()
            expect(page.locator("#id_formula")).to_be_visible()
            # The form came into sight; what then lies half below the tabs counts as covered.
            page.locator("#rail").evaluate("rail => rail.scrollTo(0, 0)")
    for scheme, width, rules in (("light", 1440, None), ("dark", 1440, CONTRAST), ("dark", 390, NARROW)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        axe(page, rules)
        page.wait_for_function(FITS)
        shot(page, f"evidence-{where.replace('/', '-').replace('{}', 'n').strip('-')}-{width}-{scheme}")
