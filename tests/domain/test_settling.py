"""Marks that differ are put to rest by whoever disputed, or by an editor with a reason; the rows stay."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import assigning, claiming, reviewing, settling
from newsroom.domain.drafting import add_draft
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import chain_of
from newsroom.domain.standing import adds_up_to
from newsroom.domain.verifying import first_break
from newsroom.models import Article, Claim, Event, Review, Role, Settlement, Standing, User
from tests import factories

pytestmark = pytest.mark.django_db


def settle(claim: Claim, by: User, verdict: str = "sourced", **changes: Any) -> Settlement:
    """As the page sends it that shows the claim as it is now."""
    claim = Claim.objects.select_related("article").get(pk=claim.pk)
    marks = settling.differing(claim.article, claim, by=by)
    sent = {"reason": "The invoice says so.", "anchor": claim.anchor_id, "key": uuid.uuid4()}
    return settling.settle(
        claim, by=by, **{"verdict": verdict, "reviews": [mark.pk for mark in marks], **sent, **changes}
    )


def standing_of(claim: Claim) -> str:
    fresh = Claim.objects.select_related("article").get(pk=claim.pk)
    assert fresh.standing == adds_up_to(fresh.history, fresh.article.written_by)
    return fresh.standing


@pytest.fixture
def disputed(claim: Claim, checker: User, second: User) -> Claim:
    factories.mark(claim, by=second)
    factories.mark(claim, by=checker, verdict="disputed")
    return claim


@pytest.mark.parametrize("verdict", ["sourced", "opinion", "disputed"])
def test_an_editor_settles_and_the_outcome_counts(disputed: Claim, editor: User, verdict: str) -> None:
    before = list(Review.objects.order_by("pk").values())
    row = settle(disputed, editor, verdict)
    assert standing_of(disputed) == verdict
    assert {settled.review for settled in row.settled.all()} == set(Review.objects.all())
    assert list(Review.objects.order_by("pk").values()) == before
    event = Event.objects.filter(chain=chain_of(disputed.article)).latest("seq")
    assert (event.verb, event.actor, event.role, event.data["verdict"]) == (
        "settle",
        editor.username,
        "editor",
        verdict,
    )
    assert event.data["standing"] == verdict
    assert first_break(chain_of(disputed.article)) == ""


def test_a_split_is_settled_too(claim: Claim, checker: User, second: User, editor: User) -> None:
    factories.mark(claim, by=checker)
    factories.mark(claim, by=second, verdict="opinion")
    assert standing_of(claim) == Standing.SPLIT
    settle(claim, editor, "opinion")
    assert standing_of(claim) == Standing.OPINION


def test_whoever_disputed_settles_their_own_dispute_alone(disputed: Claim, checker: User, second: User) -> None:
    with pytest.raises(Denied):
        settle(disputed, second)
    row = settle(disputed, checker)
    assert [settled.review.reviewer for settled in row.settled.all()] == [checker]
    assert standing_of(disputed) == Standing.SOURCED


def test_a_second_dispute_stays(disputed: Claim, checker: User) -> None:
    factories.mark(disputed, verdict="disputed")
    settle(disputed, checker)
    assert standing_of(disputed) == Standing.DISPUTED


def test_a_later_mark_counts_beside_the_outcome(disputed: Claim, checker: User, editor: User) -> None:
    settle(disputed, editor)
    factories.mark(disputed, by=checker, verdict="disputed")
    assert standing_of(disputed) == Standing.DISPUTED
    settle(disputed, editor, "opinion")
    assert standing_of(disputed) == Standing.OPINION, "the newest settlement counts, the older no more"


@pytest.mark.parametrize(("outcome", "then"), [("disputed", "sourced"), ("opinion", "sourced")])
def test_an_outcome_that_later_marks_differ_from_is_settled_anew(
    disputed: Claim, checker: User, editor: User, outcome: str, then: str
) -> None:
    settle(disputed, editor, outcome)
    factories.mark(disputed, by=checker, verdict=then)
    assert standing_of(disputed) in (Standing.DISPUTED, Standing.SPLIT)
    settle(disputed, editor, then)
    assert standing_of(disputed) == then


def test_marks_that_agree_with_the_outcome_leave_nothing_to_settle(
    disputed: Claim, checker: User, editor: User
) -> None:
    settle(disputed, editor, "opinion")
    factories.mark(disputed, by=checker, verdict="opinion")
    with pytest.raises(ValidationError, match="nothing to settle"):
        settle(disputed, editor)


def test_undo_after_a_settlement_is_a_mark_like_any_other(disputed: Claim, checker: User, editor: User) -> None:
    settle(disputed, editor)
    own = Review.objects.get(claim=disputed, reviewer=checker)
    reviewing.undo(disputed, by=checker, anchor=own.anchor_id, number=own.number)
    assert standing_of(disputed) == Standing.SOURCED


def test_other_words_suspend_the_outcome(disputed: Claim, editor: User) -> None:
    settle(disputed, editor)
    article = Article.objects.get(pk=disputed.article_id)
    text = factories.SAMPLE_TEXT.replace("212,000", "215,000")
    add_draft(article, factories.document(text), by=editor, base=article.current.pk)
    assert standing_of(disputed) == Standing.SUSPENDED
    assert "215,000" in Settlement.objects.get().suspension.why
    assert not Review.objects.filter(suspension__isnull=False).exists(), "what was settled counts no more anyway"


def test_an_outcome_by_somebody_who_turns_out_to_be_an_author_counts_no_more(disputed: Claim, editor: User) -> None:
    settle(disputed, editor)
    boss = factories.user(Role.EDITOR)
    assigning.assign(disputed.article, by=boss, authors=[editor], byline="", desk="", deadline=None)
    assert standing_of(disputed) == Standing.OPEN


def test_a_claim_that_was_settled_can_be_dismissed_by_the_settler_alone(
    disputed: Claim, editor: User, checker: User
) -> None:
    settle(disputed, editor)
    with pytest.raises(ValidationError, match="else's mark stands"):
        claiming.dismiss(disputed, by=checker, reason="No fact.")
    claiming.dismiss(disputed, by=editor, reason="No fact.")


# --- Refusals ---


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"reason": "  "}, "needs a reason"),
        ({"reason": "x" * 20_001}, "At most 20000"),
        ({"reason": "a\0b"}, "which is no writing"),
        ({"verdict": "withdrawn"}, "sourced, disputed or opinion"),
        ({"verdict": ""}, "sourced, disputed or opinion"),
    ],
)
def test_what_it_needs(disputed: Claim, editor: User, changes: dict[str, str], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        settle(disputed, editor, **changes)
    assert not Settlement.objects.exists()


def test_where_the_marks_agree_there_is_nothing_to_settle(claim: Claim, checker: User, editor: User) -> None:
    for _ in range(2):
        with pytest.raises(ValidationError, match="nothing to settle"):
            settle(claim, editor)
        factories.mark(claim, by=checker)
    assert not settling.may_settle(claim.article, claim, editor)


def test_the_same_post_again_is_the_same_row(disputed: Claim, editor: User) -> None:
    key, version = uuid.uuid4(), None
    marks = [review.pk for review in Review.objects.all()]
    for _ in range(2):
        row = settle(disputed, editor, key=key, reviews=marks)
        version = version or Article.objects.get(pk=disputed.article_id).version
    assert Settlement.objects.get() == row
    assert Article.objects.get(pk=disputed.article_id).version == version
    with pytest.raises(ValidationError, match="used already"):
        settle(disputed, editor, "opinion", key=key, reviews=marks)


def test_a_page_that_showed_other_marks_or_words_gets_both(disputed: Claim, editor: User) -> None:
    shown = [review.pk for review in Review.objects.all()]
    newer = factories.mark(disputed, verdict="disputed")
    with pytest.raises(Conflict) as refusal:
        settle(disputed, editor, reviews=shown)
    assert str(newer.reviewer) in refusal.value.now
    assert set(refusal.value.fresh["reviews"]) == {str(pk) for pk in (*shown, newer.pk)}  # type: ignore[call-overload]
    with pytest.raises(Conflict):
        settle(disputed, editor, anchor=10**9)


def test_nobody_settles_on_a_story_of_their_own(disputed: Claim) -> None:
    author = factories.user(Role.EDITOR)
    assigning.assign(
        disputed.article, by=factories.user(Role.EDITOR), authors=[author], byline="", desk="", deadline=None
    )
    with pytest.raises(Denied, match="You wrote this story"):
        settle(disputed, author)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.CHECKER, Role.LEGAL])
def test_others_do_not_settle(disputed: Claim, role: str) -> None:
    somebody = factories.user(role)
    assert not settling.may_settle(disputed.article, disputed, somebody)
    with pytest.raises(Denied):
        settle(disputed, somebody)


@pytest.mark.django_db(transaction=True)
def test_two_settle_at_once(together: Callable[..., list[Any]]) -> None:
    """One is first; the other sees that the marks agree now."""
    first, second = factories.user(Role.EDITOR), factories.user(Role.EDITOR)
    claim = factories.claim_on(factories.article(by=first), "212,000 crowns")
    factories.mark(claim)
    factories.mark(claim, verdict="disputed")

    def job(by: User) -> Callable[[], str]:
        shown = [review.pk for review in Review.objects.all()]

        def run() -> str:
            try:
                settle(claim, by, reviews=shown)
            except ValidationError as refusal:
                return str(refusal.messages[0])
            return "settled"

        return run

    said = together(job(first), job(second))
    assert sorted(said)[1] == "settled" and "agree" in sorted(said)[0]
    assert Settlement.objects.count() == 1
    assert standing_of(claim) == Standing.SOURCED
