"""Claims: made, accepted, put on other words, dismissed and taken back."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import assigning, claiming
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied, Unseen
from newsroom.models import Article, Claim, Dismissal, Draft, Event, Review, Role, Standing, Suspension, User
from tests import factories


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def span(draft: Draft, words: str) -> dict[str, Any]:
    start = draft.text.index(words)
    return {"start": start, "end": start + len(words), "wording": words}


def change(claim: Claim, by: User, words: str, **sent: Any) -> Claim:
    return claiming.change_bounds(claim, by=by, **{"anchor": claim.anchor_id, **span(claim.draft, words), **sent})


# --- Adding ---


def test_a_claim_stands_on_exactly_the_words_that_were_selected(article: Article, checker: User) -> None:
    draft = article.current
    claim = fresh(claiming.add(draft, by=checker, **span(draft, "nine weeks after")))
    assert draft.text[claim.start : claim.end] == claim.wording == "nine weeks after"
    assert (claim.accepted, claim.created_by, claim.standing, claim.rule) == (True, checker, Standing.OPEN, "")
    assert claim.anchor is not None
    assert (claim.anchor.wording, claim.anchor.number, claim.anchor.by) == ("nine weeks after", 1, checker)
    assert draft.text[: claim.start].endswith(claim.anchor.prefix)
    assert draft.text[claim.end :].startswith(claim.anchor.suffix)
    assert claim.anchor.prefix
    assert claim.anchor.suffix


def test_white_space_at_the_ends_of_a_selection_is_left_out(article: Article, checker: User) -> None:
    draft = article.current
    claim = claiming.add(draft, by=checker, **span(draft, " planned.\n\nPassengers "))
    assert claim.wording == "planned.\n\nPassengers"
    assert draft.text[claim.start : claim.end] == claim.wording


def test_kinds_are_those_given_once_each_or_those_the_words_suggest(article: Article, checker: User) -> None:
    draft = article.current
    given = claiming.add(draft, by=checker, **span(draft, "Kell Bridge"), kinds=["name", "date", "name"])
    assert [kind.kind for kind in given.kinds.all()] == ["name", "date"]
    suggested = claiming.add(draft, by=checker, **span(draft, "212,000 crowns"))
    assert "money" in {kind.kind for kind in suggested.kinds.all()}


def test_a_claim_inside_a_quotation_knows_it(article: Article, checker: User) -> None:
    inside = factories.claim_on(article, "both pumps", by=checker)
    assert inside.quote is not None
    assert "both pumps" in inside.quote.wording
    assert factories.claim_on(article, "said Marta Lindqvist", by=checker).quote is None
    inside.quote.doubtful = True  # a title, or irony: nobody says it
    inside.quote.save()
    assert factories.claim_on(article, "40 hours", by=checker).quote is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"wording": "212,000 Crowns"},
        {"start": 0},
        {"end": 10**9},
        {"start": -5},
        {"start": 20, "end": 20, "wording": ""},
        {"start": 20, "end": 10, "wording": ""},
    ],
)
def test_words_that_do_not_stand_there_are_refused(article: Article, checker: User, wrong: dict[str, Any]) -> None:
    draft, before = article.current, Claim.objects.count()
    with pytest.raises(ValidationError, match="Select them again") as refusal:
        claiming.add(draft, by=checker, **{**span(draft, "212,000 crowns"), **wrong})
    assert refusal.value.code == "not-there"
    assert Claim.objects.count() == before


def test_white_space_alone_is_no_claim(article: Article, checker: User) -> None:
    with pytest.raises(ValidationError, match="Select the words that can be checked"):
        claiming.add(article.current, by=checker, **span(article.current, "\n\n"))


def test_an_older_draft_takes_no_claim(article: Article, checker: User) -> None:
    old = article.current
    article.draft = Draft.objects.create(
        article=article, number=2, text="All new.", blocks=[], sha256="", origin="", created_by=checker
    )
    article.save(update_fields=["draft"])
    with pytest.raises(ValidationError, match="newer draft") as refusal:
        claiming.add(old, by=checker, **span(old, "212,000 crowns"))
    assert refusal.value.code == "old-draft"


def test_the_same_words_again_are_the_same_claim_accepted(article: Article, checker: User, second: User) -> None:
    proposal = factories.claim(article)
    assert not proposal.accepted
    assert claiming.add(article.current, by=checker, **span(article.current, proposal.wording)) == proposal
    assert fresh(proposal).accepted
    assert claiming.add(article.current, by=second, **span(article.current, proposal.wording)) == proposal


def test_nested_and_overlapping_claims_stand_side_by_side(article: Article, checker: User) -> None:
    words = ["212,000 crowns", "212,000", "cost 212,000", "000 crowns"]
    assert len({factories.claim_on(article, each, by=checker).pk for each in words}) == 4


# --- Accepting ---


def test_accepting_a_proposal(article: Article, checker: User) -> None:
    proposal = factories.claim(article)
    assert claiming.accept(proposal, by=checker).accepted
    assert fresh(proposal).accepted
    events = Event.objects.count()
    claiming.accept(proposal, by=checker)
    assert Event.objects.count() == events


def test_words_that_the_page_did_not_show_are_not_accepted(article: Article, checker: User) -> None:
    """No verb moves a proposal and leaves it one; a new draft will."""
    proposal = factories.claim(article)
    old = proposal.anchor_id
    change(proposal, checker, "nine weeks after")
    assert claiming.accept(proposal, by=checker, anchor=old).accepted  # it was accepted meanwhile: nothing to do
    Claim.objects.filter(pk=proposal.pk).update(accepted=False)
    with pytest.raises(Conflict, match="changed after your page") as conflict:
        claiming.accept(proposal, by=checker, anchor=old)
    assert conflict.value.now == "nine weeks after"
    assert claiming.accept(proposal, by=checker, anchor=fresh(proposal).anchor_id).accepted


def test_a_dismissed_proposal_is_not_accepted(article: Article, checker: User) -> None:
    proposal = factories.claim(article)
    claiming.dismiss(proposal, by=checker, reason="No fact.")
    with pytest.raises(ValidationError, match="dismissed"):
        claiming.accept(proposal, by=checker)


# --- Other bounds ---


def test_other_bounds_are_a_new_anchor_and_suspend_every_mark(
    claim: Claim, checker: User, second: User, editor: User
) -> None:
    marks = [factories.mark(claim, by=checker), factories.mark(claim, by=second, verdict="opinion")]
    first = claim.anchor_id
    changed = fresh(change(claim, editor, "212,000 crowns, she said"))
    assert changed.wording == changed.draft.text[changed.start : changed.end] == "212,000 crowns, she said"
    assert changed.standing == Standing.SUSPENDED
    assert changed.anchor is not None
    assert (changed.anchor.number, changed.anchor.by) == (2, editor)
    assert list(changed.anchors.values_list("number", flat=True)) == [1, 2]
    why = "words changed from “212,000 crowns” to “212,000 crowns, she said”"
    assert changed.anchor.why == why
    rows = Suspension.objects.filter(review__in=marks)
    assert {(row.anchor_id, row.why) for row in rows} == {(changed.anchor_id, why)}
    assert len(rows) == 2
    assert {mark.anchor_id for mark in marks} == {first}


def test_a_new_mark_counts_beside_suspended_ones(claim: Claim, checker: User, second: User, editor: User) -> None:
    factories.mark(claim, by=checker)
    factories.mark(claim, by=second)
    change(claim, editor, "a third more")
    factories.mark(claim, by=checker)
    assert fresh(claim).standing == Standing.SOURCED
    assert Suspension.objects.count() == 2


def test_marks_suspended_before_and_withdrawn_ones_are_not_suspended_again(
    claim: Claim, checker: User, second: User, editor: User
) -> None:
    factories.mark(claim, by=checker)
    change(claim, editor, "a third more")
    change(fresh(claim), editor, "212,000 crowns")
    assert Suspension.objects.count() == 1


def test_an_authors_mark_is_suspended_too_and_does_not_come_back(claim: Claim, checker: User, editor: User) -> None:
    """Marked, became an author, words changed, is no author any more: the mark was for other words."""
    factories.mark(claim, by=checker)
    for authors in ([checker], []):
        assigning.assign(claim.article, by=editor, authors=authors, byline="", desk="", deadline=None)
        if authors:
            assert fresh(claim).standing == Standing.OPEN
            change(claim, editor, "a third more")
            assert fresh(claim).standing == Standing.OPEN
    assert fresh(claim).standing == Standing.SUSPENDED


def test_long_words_are_shortened_in_the_reason(claim: Claim, editor: User) -> None:
    text = claim.draft.text
    changed = change(claim, editor, text[text.index("The harbour") : text.index("Lindqvist told")].strip())
    assert changed.anchor is not None
    assert changed.anchor.why.startswith(
        "words changed from “212,000 crowns” to “The harbour ferry between Ostrand and"
    )
    assert changed.anchor.why.endswith("…”")
    assert len(changed.anchor.why) < 200


def test_the_same_bounds_change_nothing_even_from_an_old_page(claim: Claim, editor: User) -> None:
    old = claim.anchor_id
    change(claim, editor, "a third more")
    events = Event.objects.count()
    assert change(fresh(claim), editor, "a third more", anchor=old).wording == "a third more"
    assert (Event.objects.count(), fresh(claim).anchors.count()) == (events, 2)


def test_bounds_from_an_old_page_are_a_conflict(claim: Claim, checker: User, editor: User) -> None:
    change(claim, editor, "a third more")
    with pytest.raises(Conflict, match="changed after your page") as conflict:
        change(claim, checker, "212,000")
    assert (conflict.value.was, conflict.value.now) == ("212,000 crowns", "a third more")
    assert conflict.value.fresh == {"anchor": fresh(claim).anchor_id}


def test_words_of_another_live_claim_are_taken(claim: Claim, checker: User) -> None:
    other = factories.claim_on(claim.article, "a third more", by=checker)
    with pytest.raises(ValidationError, match="Another claim stands") as refusal:
        change(claim, checker, "a third more")
    assert refusal.value.code == "taken"
    claiming.dismiss(other, by=checker, reason="No fact.")
    assert change(claim, checker, "a third more").wording == "a third more"


def test_words_that_do_not_stand_there_are_no_bounds(claim: Claim, checker: User) -> None:
    with pytest.raises(ValidationError, match="Select them again"):
        change(claim, checker, "a third more", wording="a third less")


def test_a_dismissed_claim_keeps_its_bounds(claim: Claim, checker: User) -> None:
    claiming.dismiss(claim, by=checker, reason="No fact.")
    with pytest.raises(ValidationError, match="dismissed"):
        change(claim, checker, "a third more")


def test_bounds_of_a_proposal_accept_it(article: Article, checker: User) -> None:
    proposal = factories.claim(article)
    assert change(proposal, checker, "nine weeks after").accepted
    assert fresh(proposal).accepted


# --- Dismissing ---


def test_dismissed_with_its_words_and_the_reason(claim: Claim, checker: User) -> None:
    claiming.dismiss(claim, by=checker, reason="  A figure of speech. ")
    row = Dismissal.objects.get()
    assert (row.claim, row.by, row.reason, row.wording) == (claim, checker, "A figure of speech.", "212,000 crowns")
    assert row.draft.text[row.start : row.end] == row.wording
    assert fresh(claim).dismissed
    assert fresh(claim).accepted


@pytest.mark.parametrize(("reason", "says"), [("", "Say why"), (" \n", "Say why"), ("x" * 401, "400 characters")])
def test_a_dismissal_needs_a_reason_that_fits(claim: Claim, checker: User, reason: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says) as refusal:
        claiming.dismiss(claim, by=checker, reason=reason)
    assert list(refusal.value.message_dict) == ["reason"]
    assert not fresh(claim).dismissed


def test_dismissed_twice_is_one_row(claim: Claim, checker: User, second: User) -> None:
    claiming.dismiss(claim, by=checker, reason="No fact.")
    claiming.dismiss(claim, by=second, reason="Nor do I see one.")
    assert Dismissal.objects.count() == 1


@pytest.mark.parametrize("suspended", [False, True])
def test_not_while_somebody_elses_mark_stands(
    claim: Claim, checker: User, second: User, editor: User, suspended: bool
) -> None:
    factories.mark(claim, by=checker)
    if suspended:
        change(claim, editor, "a third more")
    for person in (second, editor):
        with pytest.raises(ValidationError, match="Somebody else's mark"):
            claiming.dismiss(claim, by=person, reason="No fact.")
    assert not Dismissal.objects.exists()
    claiming.dismiss(claim, by=checker, reason="I was wrong: no fact.")
    assert fresh(claim).dismissed


def test_marks_that_do_not_count_do_not_stand_in_the_way(claim: Claim, checker: User, editor: User) -> None:
    factories.mark(claim, by=checker)
    assigning.assign(claim.article, by=editor, authors=[checker], byline="", desk="", deadline=None)
    claiming.dismiss(claim, by=editor, reason="No fact.")
    assert fresh(claim).dismissed


def test_taken_back_by_a_row_of_its_own(claim: Claim, checker: User, second: User) -> None:
    factories.mark(claim, by=checker)
    for _ in range(2):
        claiming.dismiss(claim, by=checker, reason="No fact.")
        claiming.take_back(claim, by=second)
        claiming.take_back(claim, by=second)  # once is enough
    rows = list(claim.dismissals.order_by("id"))
    assert [row.takes_back_id for row in rows] == [None, rows[0].pk, None, rows[2].pk]
    assert [row.by for row in rows] == [checker, second] * 2
    assert not fresh(claim).dismissed
    assert fresh(claim).standing == Standing.SOURCED


def test_not_taken_back_onto_the_words_of_another_claim(claim: Claim, checker: User) -> None:
    claiming.dismiss(claim, by=checker, reason="No fact.")
    other = factories.claim_on(claim.article, "212,000 crowns", by=checker)
    assert other != claim
    with pytest.raises(ValidationError, match="Another claim stands") as refusal:
        claiming.take_back(claim, by=checker)
    assert refusal.value.code == "taken"
    assert fresh(claim).dismissed


@pytest.mark.parametrize("roles", [[], [Role.REPORTER]])
def test_without_the_role_nobody_touches_a_claim(claim: Claim, roles: list[str]) -> None:
    person, draft = factories.user(*roles), claim.draft
    for deed in (
        lambda: claiming.add(draft, by=person, **span(draft, "a third more")),
        lambda: claiming.accept(claim, by=person),
        lambda: change(claim, person, "a third more"),
        lambda: claiming.dismiss(claim, by=person, reason="No fact."),
        lambda: claiming.take_back(claim, by=person),
    ):
        with pytest.raises((Denied, Unseen)):
            deed()
    assert not Review.objects.exists()
    assert not Dismissal.objects.exists()
    assert fresh(claim).anchors.count() == 1
