"""Two people on one story, each in a browser of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from newsroom.domain import claiming, quoting
from newsroom.models import Article, Claim, Review, Role, User
from tests import factories
from tests.browser.gestures import claims_of, later, open_claim, said, see_card, write

Pages = Callable[..., Page]
Shot = Callable[[Page, str], Path]
LONG = "\n\n".join(
    f"On day {day} the ferry carried {day * 17} people to Little Quay. The bus took {day * 9} others over Kell Bridge."
    for day in range(1, 21)
)
STATE = """() => {
  const box = document.querySelector('#mark textarea');
  return {
    typed: box.value, cursor: box.selectionStart, focused: document.activeElement === box, scroll: scrollY,
    rail: document.getElementById('rail').scrollTop, same: document.getElementById('card').dataset.kept,
    mark: document.querySelector('#mark [name=verdict]:checked').value,
  };
}"""


@pytest.fixture
def ada() -> User:
    return factories.user(Role.CHECKER, first_name="Ada", last_name="Brekke")


@pytest.fixture
def jonas() -> User:
    return factories.user(Role.CHECKER, first_name="Jonas", last_name="Vale")


@pytest.fixture
def story() -> Article:
    return factories.article(text=LONG)


def test_each_sees_the_others_marks_and_loses_nothing(
    page_for: Pages, shot: Shot, ada: User, jonas: User, story: Article
) -> None:
    claims = claims_of(story)
    first, second = claims[10], claims[12]
    hers, his = page_for(ada), page_for(jonas)
    his.clock.install()
    open_claim(his, second, show="all")
    expect(his.locator("#poll")).to_have_attribute("hx-trigger", "every 3s")
    his.keyboard.press("o")
    write(his, "Half a thought about")
    for _letter in "about":
        his.keyboard.press("ArrowLeft")
    his.evaluate("document.getElementById('card').dataset.kept = 'yes'")
    his.evaluate("scrollBy(0, 120); document.getElementById('rail').scrollTop += 30")
    before = his.evaluate(STATE)
    assert before == {
        "typed": "Half a thought about",
        "cursor": len("Half a thought "),
        "focused": True,
        "scroll": before["scroll"],
        "rail": before["rail"],
        "same": "yes",
        "mark": "opinion",
    }
    assert before["scroll"] > 0
    assert before["rail"] > 0

    open_claim(hers, first)
    hers.keyboard.press("s")
    hers.locator("#save").click()
    said(hers)
    later(his, seconds=5)
    expect(his.locator(f"#row-{first.pk}")).to_have_class("row sourced")
    expect(his.locator(f"#row-{first.pk}")).to_contain_text("AB")
    expect(his.locator(f"#letter-{first.pk}")).to_have_class("letter sourced short-of")
    expect(his.locator(f"mark[data-claims~='{first.pk}']").first).to_have_class("sourced")
    expect(his.locator("#progress")).to_contain_text("1 sourced")
    assert his.evaluate(STATE) == before

    # A mark on the very claim that he writes about comes into his card, around what he writes.
    open_claim(hers, second)
    hers.keyboard.press("d")
    hers.keyboard.type("The log has 117.")
    hers.locator("#save").click()
    said(hers)
    later(his, seconds=5)
    expect(his.locator("#talk")).to_contain_text("The log has 117.")
    expect(his.locator(f"#row-{second.pk}")).to_have_class("row disputed")
    assert {**his.evaluate(STATE), "rail": 0} == {**before, "rail": 0}
    shot(his, "together-his-half-typed")

    his.keyboard.press("Control+Enter")
    see_card(his, claims[13])
    assert [(r.verdict, r.comment) for r in Review.objects.filter(reviewer=jonas)] == [
        ("opinion", "Half a thought about")
    ]


def test_a_dispute_by_the_second_person(page_for: Pages, shot: Shot, ada: User, jonas: User, story: Article) -> None:
    claim = claims_of(story)[2]
    hers, his = page_for(ada), page_for(jonas)
    hers.clock.install()
    open_claim(hers, claim)
    hers.keyboard.press("s")
    hers.locator("#save").click()
    said(hers)

    open_claim(his, claim)
    his.keyboard.press("d")
    his.keyboard.type("Nobody counted on day 1.")
    his.locator("#save").click()
    said(his)
    shot(his, "together-dispute")

    later(hers, seconds=5)
    expect(hers.locator("#progress")).to_contain_text("1 disputed")
    expect(hers.locator(f"#letter-{claim.pk}")).to_have_class("letter disputed")
    expect(hers.locator("#talk")).to_contain_text("Jonas Vale disputed")
    expect(hers.locator("#talk")).to_contain_text("Nobody counted on day 1.")
    expect(hers.locator("#card")).to_have_class("card disputed")
    shot(hers, "together-dispute-seen")
    assert Claim.objects.get(pk=claim.pk).standing == "disputed"


def test_claims_come_and_go(page_for: Pages, shot: Shot, ada: User, jonas: User, story: Article) -> None:
    claims = claims_of(story)
    page = page_for(jonas)
    page.clock.install()
    open_claim(page, claims[0])
    total = len(claims)
    expect(page.locator("#tabs [aria-current]")).to_have_text(f"Open {total}")

    added = factories.claim_on(story, "34 people", by=ada)
    later(page)
    row = page.locator(f"#claim-{added.pk}")
    expect(row).to_be_visible()
    expect(page.locator(f"#letter-{added.pk}")).to_be_visible()
    expect(page.locator("#tabs [aria-current]")).to_have_text(f"Open {total + 1}")
    order = page.locator("#claims > li").evaluate_all("items => items.map(item => item.id)")
    assert order == [f"claim-{claim.pk}" for claim in claims_of(story)]
    row.locator("a.row").click()
    see_card(page, added)
    expect(page.locator("#card blockquote")).to_have_text("34 people")

    claiming.dismiss(claims[3], by=ada, reason="No number in it.")
    later(page)
    expect(page.locator(f"#claim-{claims[3].pk}")).to_have_count(0)
    expect(page.locator(f"#letter-{claims[3].pk}")).to_have_count(0)
    expect(page.locator("#tabs [aria-current]")).to_have_text(f"Open {total}")

    # The claim that he has open stays before his eyes and says what became of it.
    write(page, "Not so fast.")
    claiming.dismiss(added, by=ada, reason="Part of the claim before.")
    later(page)
    expect(page.locator("#talk")).to_contain_text("Dismissed by Ada Brekke")
    expect(page.locator("#mark textarea")).to_have_value("Not so fast.")
    expect(page.locator("#mark textarea")).to_be_focused()
    shot(page, "together-dismissed-under-ones-eyes")
    expect(page.locator("#mark [name=verdict]")).to_have_count(0)
    expect(page.get_by_role("button", name="It is a claim after all")).to_be_visible()
    claiming.take_back(added, by=ada)
    later(page)
    expect(page.locator("#mark [name=verdict]")).to_have_count(3)
    expect(page.locator("summary", has_text="No fact here")).to_be_visible()
    expect(page.locator(f"#claim-{added.pk}")).to_have_count(1)
    expect(page.locator("#mark textarea")).to_have_value("Not so fast.")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.locator("#save").click()
    said(page)
    assert [review.comment for review in Review.objects.all()] == ["Not so fast."]


def test_fresh_buttons_come_under_ones_eyes(
    page_for: Pages, shot: Shot, ada: User, jonas: User, story: Article
) -> None:
    """Another person accepts, then dismisses the open claim: its buttons follow, but not over what is being typed."""
    claim = claims_of(story)[1]
    page = page_for(jonas)
    page.clock.install()
    open_claim(page, claim)
    page.get_by_role("button", name="Accept as a claim").focus()
    claiming.accept(claim, by=ada)
    later(page)
    expect(page.get_by_role("button", name="Accept as a claim")).to_have_count(0)
    expect(page.locator("#card .tags")).not_to_contain_text("proposed")
    expect(page.locator("#card")).to_be_focused()  # its button is gone: keys go on from the card

    page.locator("summary", has_text="No fact here").click()
    reason = page.get_by_label("Why is there no fact here?")
    reason.press_sequentially("A figure")
    claiming.dismiss(claim, by=ada, reason="Not a fact.")
    later(page)
    expect(page.locator("#talk")).to_contain_text("Dismissed by Ada Brekke")
    expect(reason).to_be_focused()
    reason.press_sequentially(" of speech")
    expect(reason).to_have_value("A figure of speech")
    shot(page, "together-reason-half-typed")


def test_another_speaker_is_told_under_ones_eyes(page_for: Pages, ada: User, jonas: User) -> None:
    quote = factories.quote(factories.article())
    claim = quote.claims.first()
    assert claim is not None
    page = page_for(jonas)
    page.clock.install()
    open_claim(page, claim)
    quoting.correct_speaker(quote, by=ada, speaker="Inga Lindqvist", anchor=quote.anchor_id or 0)
    later(page)
    expect(page.locator("#talk")).to_contain_text("Who says it was changed meanwhile.")
    page.get_by_role("link", name="Open it again").click()
    expect(page.locator(".speaker")).to_contain_text("Inga Lindqvist")


def test_a_mark_for_older_words_is_given_back(
    page_for: Pages, shot: Shot, ada: User, jonas: User, story: Article
) -> None:
    claim = claims_of(story)[1]
    page = page_for(jonas)
    page.clock.install()
    open_claim(page, claim)
    page.locator("label[for=verdict-disputed]").click()
    write(page, "By whose count?")

    assert claim.start is not None and claim.anchor_id is not None
    start, end = claim.start + len("On day 1 "), claim.start + len("On day 1 the ferry carried 17 people")
    words = story.current.text[start:end]
    claiming.change_bounds(claim, by=ada, anchor=claim.anchor_id, start=start, end=end, wording=words)

    later(page)
    expect(page.locator("#talk")).to_contain_text(f"It now reads “{words}”.")
    page.locator("#save").click()
    refusal = page.locator("#refusal")
    expect(refusal).to_contain_text("changed after your page was loaded")
    expect(refusal.locator("dd").nth(0)).to_have_text(claim.wording)
    expect(refusal.locator("dd").nth(1)).to_have_text(words)
    expect(refusal.get_by_label("What you typed")).to_have_value("By whose count?")
    expect(page.locator("#mark textarea")).to_have_value("By whose count?")
    expect(page.locator("#verdict-disputed")).to_be_checked()
    shot(page, "together-conflict")
    assert not Review.objects.exists()
    assert f"claim={claim.pk}" in page.url  # what a reload asks for

    refusal.get_by_role("button", name="Save it for what stands there now").click()
    expect(page.locator("#card blockquote")).to_have_text(words)
    expect(page.locator("#talk")).to_contain_text("By whose count?")
    expect(page.locator("#mark textarea")).to_have_value("")
    review = Review.objects.get()
    assert (review.reviewer, review.verdict, review.wording) == (jonas, "disputed", words)
