"""Marks: who, on what words, once each, and how they are taken back. DESIGN 2b.4, promise 2."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import assigning, claiming, reviewing, workflow
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied, Unseen
from newsroom.models import Article, Claim, Review, Role, Standing, Status, User, Verdict
from tests import factories


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def mark(claim: Claim, by: User, verdict: str = "sourced", number: int = 0, **sent: Any) -> Review:
    """A post from a page that shows `claim` as this object is (which may be old)."""
    return reviewing.mark(claim, by=by, verdict=verdict, number=number, **{"anchor": claim.anchor_id, **sent})


def undo(claim: Claim, by: User, number: int, **sent: Any) -> Review:
    return reviewing.undo(claim, by=by, number=number, **{"anchor": claim.anchor_id, **sent})


def move(claim: Claim, by: User, wording: str) -> Claim:
    """The claim on other words of the same draft."""
    claim = fresh(claim)
    start = claim.draft.text.index(wording)
    assert claim.anchor_id is not None
    end = start + len(wording)
    return claiming.change_bounds(claim, by=by, anchor=claim.anchor_id, start=start, end=end, wording=wording)


# --- Marking ---


def test_a_mark_keeps_the_words_it_judged_and_who_gave_it(claim: Claim, checker: User) -> None:
    review = mark(claim, checker, "disputed", comment="  The audit says 190,000. \n")
    assert (review.claim, review.reviewer, review.number) == (claim, checker, 1)
    assert (review.wording, review.anchor_id) == ("212,000 crowns", claim.anchor_id)
    assert (review.verdict, review.comment, review.role) == ("disputed", "The audit says 190,000.", "checker")
    assert fresh(claim).standing == Standing.DISPUTED


def test_the_latest_mark_of_each_counts(claim: Claim, checker: User, second: User) -> None:
    mark(claim, checker, "opinion")
    mark(claim, second, "sourced")
    assert fresh(claim).standing == Standing.SPLIT
    assert mark(claim, checker, "sourced", number=1).number == 2
    assert fresh(claim).standing == Standing.SOURCED


def test_the_first_mark_accepts_a_proposal(article: Article, checker: User) -> None:
    proposal = factories.claim(article)
    assert not proposal.accepted
    mark(proposal, checker)
    assert fresh(proposal).accepted


def test_a_mark_whose_answer_was_lost_is_still_the_same_mark_in_a_killed_story(claim: Claim, checker: User) -> None:
    review = mark(claim, checker)
    workflow.move(claim.article, by=factories.user(Role.EDITOR), to=Status.KILLED)
    assert mark(claim, checker) == review
    with pytest.raises(ValidationError, match="This story was killed"):
        mark(claim, checker, "opinion", number=1)


@pytest.mark.parametrize(
    ("roles", "noted"), [(["editor"], "editor"), (["legal"], "legal"), (["legal", "checker"], "checker")]
)
def test_the_role_at_the_time_is_kept(claim: Claim, roles: list[str], noted: str) -> None:
    assert mark(claim, factories.user(*roles)).role == noted


def test_a_dispute_needs_a_reason(claim: Claim, checker: User) -> None:
    for comment in ("", " \n\t"):
        with pytest.raises(ValidationError, match="a dispute needs a reason") as refusal:
            mark(claim, checker, "disputed", comment=comment)
        assert list(refusal.value.message_dict) == ["comment"]
    assert not Review.objects.exists()
    assert fresh(claim).standing == Standing.OPEN


@pytest.mark.parametrize("verdict", ["withdrawn", "true", ""])
def test_only_the_three_verdicts_are_marks(claim: Claim, checker: User, verdict: str) -> None:
    with pytest.raises(ValidationError, match="sourced, disputed or opinion"):
        mark(claim, checker, verdict)
    assert not Review.objects.exists()


def test_a_comment_has_an_end(claim: Claim, checker: User) -> None:
    with pytest.raises(ValidationError, match="20000 characters"):
        mark(claim, checker, comment="x" * 20_001)
    assert mark(claim, checker, comment="x" * 20_000).number == 1


def test_authors_do_not_mark_their_own_story(claim: Claim, checker: User, editor: User) -> None:
    assigning.assign(claim.article, by=editor, authors=[checker], byline="", desk="", deadline=None)
    with pytest.raises(Denied, match="You wrote this story"):
        mark(claim, checker)
    assert not Review.objects.exists()


def test_without_the_role_nobody_marks(claim: Claim) -> None:
    with pytest.raises(Denied, match="checker / editor / legal"):
        mark(claim, factories.user(Role.REPORTER))
    with pytest.raises(Unseen):
        mark(claim, factories.user())


def test_a_dismissed_claim_takes_no_mark(claim: Claim, checker: User) -> None:
    claiming.dismiss(claim, by=checker, reason="No fact.")
    with pytest.raises(ValidationError, match="dismissed"):
        mark(claim, checker)
    assert not Review.objects.exists()


# --- The same post again, and old pages ---


def test_the_same_post_again_is_the_same_row(claim: Claim, checker: User) -> None:
    first = mark(claim, checker, "disputed", comment="No.")
    version = Article.objects.get(pk=claim.article_id).version
    assert mark(claim, checker, "disputed", comment=" No. ") == first
    assert Review.objects.count() == 1
    assert Article.objects.get(pk=claim.article_id).version == version


@pytest.mark.parametrize("other", [{"verdict": "opinion"}, {"comment": "Yes."}])
def test_another_mark_from_the_same_old_page_is_a_conflict(claim: Claim, checker: User, other: dict[str, str]) -> None:
    mark(claim, checker, comment="No.")
    with pytest.raises(Conflict):
        mark(claim, checker, **{"comment": "No.", **other})
    assert Review.objects.count() == 1


def test_an_older_number_is_a_conflict_with_both_versions(claim: Claim, checker: User) -> None:
    mark(claim, checker, "sourced", comment="By phone.")
    mark(claim, checker, "opinion", number=1)
    with pytest.raises(Conflict, match="another page") as conflict:
        mark(claim, checker, "disputed", number=1, comment="No.")
    assert (conflict.value.was, conflict.value.now) == ("sourced: By phone.", "opinion")
    assert conflict.value.fresh == {"anchor": claim.anchor_id, "number": 2}
    review = mark(claim, checker, "disputed", comment="No.", **{"number": 2, **conflict.value.fresh})  # type: ignore[arg-type]
    assert (review.number, fresh(claim).standing) == (3, "disputed")


def test_an_old_page_that_repeats_an_older_mark_is_told_so(claim: Claim, checker: User) -> None:
    """Number 0, sourced, was the first post; meanwhile the person said something else."""
    mark(claim, checker, "sourced")
    mark(claim, checker, "opinion", number=1)
    with pytest.raises(Conflict) as conflict:
        mark(claim, checker, "sourced")
    assert (conflict.value.was, conflict.value.now) == ("no mark of yours", "opinion")
    assert fresh(claim).standing == Standing.OPINION


@pytest.mark.parametrize("number", [1, 7, -1])
def test_a_number_that_never_was_is_a_conflict(claim: Claim, checker: User, number: int) -> None:
    with pytest.raises(Conflict) as conflict:
        mark(claim, checker, number=number)
    assert conflict.value.fresh == {"anchor": claim.anchor_id, "number": 0}


def test_other_peoples_marks_are_no_conflict(claim: Claim, checker: User, second: User) -> None:
    mark(claim, second, "opinion")
    assert mark(claim, checker).number == 1


def test_an_older_anchor_is_a_conflict_with_both_wordings(claim: Claim, checker: User, editor: User) -> None:
    move(claim, editor, "a third more")
    with pytest.raises(Conflict, match="“212,000 crowns” to “a third more”") as conflict:
        mark(claim, checker, comment="typed")
    assert (conflict.value.was, conflict.value.now) == ("212,000 crowns", "a third more")
    assert conflict.value.fresh == {"anchor": fresh(claim).anchor_id, "number": 0}
    assert not Review.objects.exists()


def test_a_repeated_post_is_no_mark_for_words_that_came_after_it(claim: Claim, checker: User, editor: User) -> None:
    mark(claim, checker)
    move(claim, editor, "a third more")
    with pytest.raises(Conflict):
        mark(claim, checker)
    assert fresh(claim).standing == Standing.SUSPENDED


def test_a_repeated_post_on_the_first_words_again_is_a_conflict(claim: Claim, checker: User, editor: User) -> None:
    """There and back: the words are the same, the anchor is not."""
    mark(claim, checker)
    move(claim, editor, "a third more")
    move(claim, editor, "212,000 crowns")
    with pytest.raises(Conflict):
        mark(claim, checker)
    assert mark(fresh(claim), checker, number=1).number == 2
    assert fresh(claim).standing == Standing.SOURCED


# --- Undoing ---


def test_undoing_the_only_mark_withdraws_it(claim: Claim, checker: User) -> None:
    mark(claim, checker, "disputed", comment="No.")
    review = undo(claim, checker, 1)
    assert (review.number, review.verdict, review.comment) == (2, Verdict.WITHDRAWN, "")
    assert fresh(claim).standing == Standing.OPEN


def test_undoing_repeats_the_mark_before(claim: Claim, checker: User) -> None:
    mark(claim, checker, "disputed", comment="No.")
    mark(claim, checker, "sourced", number=1, comment="Yes.")
    review = undo(claim, checker, 2)
    assert (review.number, review.verdict, review.comment) == (3, "disputed", "No.")
    assert fresh(claim).standing == Standing.DISPUTED
    again = undo(claim, checker, 3)
    assert (again.number, again.verdict, again.comment) == (4, "sourced", "Yes.")


def test_undoing_leaves_other_peoples_marks(claim: Claim, checker: User, second: User) -> None:
    mark(claim, checker, "opinion")
    mark(claim, second, "sourced")
    undo(claim, checker, 1)
    assert fresh(claim).standing == Standing.SOURCED


def test_undo_posted_twice_is_one_row(claim: Claim, checker: User) -> None:
    mark(claim, checker, "opinion")
    mark(claim, checker, "sourced", number=1)
    assert undo(claim, checker, 2) == undo(claim, checker, 2)
    assert undo(claim, checker, 3) == undo(claim, checker, 3)
    assert [review.verdict for review in claim.reviews.order_by("number")] == [
        "opinion",
        "sourced",
        "opinion",
        "sourced",
    ]


def test_a_mark_like_the_one_before_is_no_repeated_undo(claim: Claim, checker: User) -> None:
    """An old page asks to undo number 2; number 3 says the same as number 1, but with words of its own."""
    mark(claim, checker, "sourced", comment="By phone.")
    mark(claim, checker, "opinion", number=1)
    mark(claim, checker, "sourced", number=2, comment="By letter.")
    with pytest.raises(Conflict):
        undo(claim, checker, 2)


def test_undo_from_a_page_that_does_not_know_the_newest_mark_is_a_conflict(claim: Claim, checker: User) -> None:
    mark(claim, checker, "opinion")
    mark(claim, checker, "sourced", number=1)
    with pytest.raises(Conflict) as conflict:
        undo(claim, checker, 1)
    assert (conflict.value.was, conflict.value.now) == ("opinion", "sourced")
    assert claim.reviews.count() == 2


@pytest.mark.parametrize("number", [0, 1, -3])
def test_nothing_to_undo_is_said(claim: Claim, checker: User, second: User, number: int) -> None:
    mark(claim, second)
    with pytest.raises(ValidationError, match="nothing to undo"):
        undo(claim, checker, number)


def test_undo_never_repeats_a_mark_given_for_other_words(claim: Claim, checker: User, editor: User) -> None:
    mark(claim, checker, "sourced")
    move(claim, editor, "a third more")
    mark(fresh(claim), checker, "opinion", number=1)
    review = undo(fresh(claim), checker, 2)
    assert (review.verdict, review.wording) == (Verdict.WITHDRAWN, "a third more")
    assert fresh(claim).standing == Standing.OPEN


def test_undo_never_repeats_an_older_mark_given_for_other_words(claim: Claim, checker: User, editor: User) -> None:
    """Only the newest mark was suspended; the one before it was never meant for these words either."""
    mark(claim, checker, "sourced")
    mark(claim, checker, "opinion", number=1)
    move(claim, editor, "a third more")
    assert undo(fresh(claim), checker, 2).verdict == Verdict.WITHDRAWN
    assert fresh(claim).standing == Standing.OPEN


def test_undo_after_the_words_went_there_and_back_withdraws(claim: Claim, checker: User, editor: User) -> None:
    """The first mark was suspended: it is not brought back behind its maker's back."""
    mark(claim, checker, "sourced")
    move(claim, editor, "a third more")
    move(claim, editor, "212,000 crowns")
    mark(fresh(claim), checker, "opinion", number=1)
    assert undo(fresh(claim), checker, 2).verdict == Verdict.WITHDRAWN


def test_undo_of_a_suspended_mark_withdraws_it(claim: Claim, checker: User, editor: User) -> None:
    mark(claim, checker, "disputed", comment="No.")
    move(claim, editor, "a third more")
    with pytest.raises(Conflict):
        undo(claim, checker, 1)
    assert undo(fresh(claim), checker, 1).verdict == Verdict.WITHDRAWN
    assert fresh(claim).standing == Standing.OPEN


def test_a_dismissed_claim_gets_no_mark_back_by_undoing(claim: Claim, checker: User, second: User) -> None:
    mark(claim, checker)
    undo(claim, checker, 1)
    claiming.dismiss(claim, by=second, reason="No fact.")
    with pytest.raises(ValidationError, match="dismissed"):
        undo(claim, checker, 2)
    assert claim.reviews.count() == 2


def test_who_became_an_author_does_not_undo(claim: Claim, checker: User, editor: User) -> None:
    mark(claim, checker)
    assigning.assign(claim.article, by=editor, authors=[checker], byline="", desk="", deadline=None)
    with pytest.raises(Denied):
        undo(claim, checker, 1)
