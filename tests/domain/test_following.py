"""Claims and quotes come into a new draft; what stays behind can't be worked on unseen."""

import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import claiming, quoting, reviewing, talking
from newsroom.domain.drafting import add_draft
from newsroom.models import Article, Claim, Draft, Quote, User, Verdict
from tests import factories

TEXT = factories.SAMPLE_TEXT


def revise(story: Article, *edits: tuple[str, str], by: User, text: str = "") -> Draft:
    """The next draft: the text with each of these words replaced."""
    text = text or TEXT
    for before, after in edits:
        assert before in text
        text = text.replace(before, after)
    story = Article.objects.get(pk=story.pk)
    return add_draft(story, factories.document(text), by=by, base=story.draft_id or 0)


def fresh(claim: Claim) -> Claim:
    return Claim.objects.select_related("anchor", "draft").get(pk=claim.pk)


# --- Proposals that stayed behind ---

DEEDS: dict[str, Any] = {
    "mark": lambda claim, by: reviewing.mark(claim, by=by, verdict="sourced", anchor=claim.anchor_id, number=0),
    "accept": lambda claim, by: claiming.accept(claim, by=by, anchor=claim.anchor_id),
    "dismiss": lambda claim, by: claiming.dismiss(claim, by=by, reason="No fact.", anchor=claim.anchor_id),
    "comment": lambda claim, by: talking.comment(claim, by=by, text="Who?", key=uuid.uuid4()),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_is_done_unseen_to_a_proposal_that_stayed_behind(
    article: Article, editor: User, checker: User, deed: str
) -> None:
    behind = Claim.objects.get(article=article, accepted=False, wording__startswith="The repair cost")
    revise(article, ("nine weeks", "ten weeks"), by=editor)
    with pytest.raises(ValidationError):
        DEEDS[deed](fresh(behind), checker)
    assert not fresh(behind).accepted


# --- Twins ---


def test_of_two_claims_on_the_same_words_the_one_that_stood_there_stays(
    article: Article, editor: User, checker: User
) -> None:
    """One was cut, and another made where its words were typed anew; then what is around them agrees again."""
    words = "Kell Bridge"
    cut = factories.claim_on(article, words, by=editor)
    paragraph = "Passengers used the bus over Kell Bridge meanwhile. It is the ugliest bridge in the county."
    without = TEXT.replace(f"{paragraph}\n\n", "")
    elsewhere = f"{without}\n\nNobody was hurt at Kell Bridge, the council heard at noon."
    revise(article, by=editor, text=elsewhere)
    assert fresh(cut).start is None
    there = factories.claim_on(Article.objects.get(pk=article.pk), words, by=editor)
    factories.mark(there, by=checker, verdict="opinion")
    revise(article, by=editor, text=f"{without}\n\n{paragraph}")
    assert (fresh(there).start is not None, fresh(there).wording) == (True, words)
    assert fresh(cut).start is None
    assert "another claim" in fresh(cut).anchor.why  # type: ignore[union-attr]


# --- Dismissed ---


def test_what_was_said_on_a_dismissed_claim_is_found_after_its_words_changed(
    article: Article, editor: User, checker: User
) -> None:
    claim = factories.claim_on(article, "The repair cost 212,000 crowns", by=checker)
    factories.comment(claim, by=checker, text="See the invoice.")
    claiming.dismiss(claim, by=checker, reason="No fact.")
    draft = revise(article, ("212,000", "215,000"), by=editor)
    assert (fresh(claim).draft, fresh(claim).dismissed, fresh(claim).state) == (draft, True, "cut")
    start = draft.text.index("215,000")
    assert Claim.objects.live().filter(draft=draft, start__lte=start, end__gt=start).exists()
    claiming.take_back(fresh(claim), by=checker)
    assert not fresh(claim).dismissed


# --- Quotes ---


def test_a_confirmed_speaker_comes_along_with_claims_that_nobody_touched(
    article: Article, editor: User, checker: User
) -> None:
    quote = Quote.objects.filter(article=article, speaker="Marta Lindqvist")[0]
    quoting.correct_speaker(quote, by=checker, speaker="Marta Lindqvist", anchor=quote.anchor_id or 0)
    draft = revise(article, ("nine weeks", "ten weeks"), by=editor)
    quote = Quote.objects.get(pk=quote.pk)
    assert (quote.draft, quote.named_by) == (draft, checker)
    assert Quote.objects.filter(draft=draft, start__lt=quote.end, end__gt=quote.start).count() == 1
    assert Claim.objects.filter(draft=draft, quote=quote).exists()


def test_a_corrected_speaker_leaves_proposals_on_the_old_draft_alone(
    article: Article, editor: User, checker: User
) -> None:
    quote = Quote.objects.filter(article=article, speaker="Marta Lindqvist")[0]
    words = "tested them for 40 hours"
    claim = factories.claim_on(article, words, by=checker)
    assert claim.quote == quote
    behind = Claim.objects.filter(quote=quote, accepted=False)[0]
    revise(article, ("nine weeks", "ten weeks"), by=editor)
    quote = Quote.objects.get(pk=quote.pk)
    quoting.correct_speaker(quote, by=checker, speaker="Ada Brekke", anchor=quote.anchor_id or 0)
    assert not fresh(behind).accepted


def test_a_speaker_is_corrected_where_a_new_draft_reworded_the_claim(
    article: Article, editor: User, checker: User
) -> None:
    claim = factories.claim_on(article, "tested them for 40 hours", by=checker)
    revise(article, ("for 40 hours", "for 50 hours"), by=editor)
    assert fresh(claim).state == "reworded"
    quote = Quote.objects.get(claims=claim)
    quoting.correct_speaker(quote, by=checker, speaker="Ada Brekke", anchor=quote.anchor_id or 0)
    claim = fresh(claim)
    assert (claim.state, claim.wording) == ("unchanged", "tested them for 50 hours")


# --- Proposals around claims ---


def test_a_proposal_is_made_again_around_a_claim_on_a_few_of_its_words(
    article: Article, editor: User, checker: User
) -> None:
    start = article.current.text.index("4 May")
    before = Claim.objects.filter(article=article, accepted=False, start__lte=start, end__gt=start).count()
    assert before
    factories.claim_on(article, "4 May", by=checker)
    draft = revise(article, ("Passengers used", "Most passengers used"), by=editor)
    assert Claim.objects.filter(draft=draft, accepted=False, start__lte=start, end__gt=start).count() == before


# --- Undo ---


def test_undo_repeats_the_mark_before_when_a_new_draft_left_the_words_alone(
    article: Article, claim: Claim, editor: User, checker: User
) -> None:
    factories.mark(claim, by=checker, comment="Invoice 7.")
    revise(article, ("Passengers used", "Most passengers used"), by=editor)
    factories.mark(claim, by=checker, verdict="disputed", comment="No.")
    claim = fresh(claim)
    review = reviewing.undo(claim, by=checker, anchor=claim.anchor_id or 0, number=2)
    assert (review.verdict, review.comment) == ("sourced", "Invoice 7.")


def test_undo_after_a_new_draft_repeats_the_mark_before(
    article: Article, claim: Claim, editor: User, checker: User
) -> None:
    factories.mark(claim, by=checker, comment="Invoice 7.")
    factories.mark(claim, by=checker, verdict="opinion")
    revise(article, ("Passengers used", "Most passengers used"), by=editor)
    claim = fresh(claim)
    review = reviewing.undo(claim, by=checker, anchor=claim.anchor_id or 0, number=2)
    assert (review.verdict, review.comment) == ("sourced", "Invoice 7.")


def test_undo_never_brings_back_what_was_withdrawn_before_the_words_changed(
    article: Article, claim: Claim, editor: User, checker: User
) -> None:
    factories.mark(claim, by=checker, comment="Invoice 7.")
    reviewing.undo(claim, by=checker, anchor=claim.anchor_id or 0, number=1)
    revise(article, ("212,000", "215,000"), by=editor)
    claim = fresh(claim)
    review = reviewing.undo(claim, by=checker, anchor=claim.anchor_id or 0, number=2)
    assert review.verdict == Verdict.WITHDRAWN
