"""Comments and threads."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from newsroom.domain import claiming, talking
from newsroom.domain.permissions import Denied
from newsroom.models import Article, Claim, Comment, Role, Thread, ThreadKind, User
from tests import factories


def say(about: Claim | Article, by: User, text: str = "Who told us?", key: uuid.UUID | None = None) -> Comment:
    return talking.comment(about, by=by, text=text, key=key or uuid.uuid4())


def test_a_comment_opens_a_talk_and_the_next_one_joins_it(claim: Claim, checker: User, reporter: User) -> None:
    first = say(claim, checker, "  Who told us?\n")
    second = say(claim, reporter, "The harbour board.")
    assert (first.text, first.account) == ("Who told us?", checker)
    assert first.thread == second.thread
    thread = first.thread
    assert (thread.claim, thread.article, thread.kind, thread.opened_by) == (claim, claim.article, "talk", checker)


def test_each_claim_and_the_story_have_a_talk_of_their_own(article: Article, claim: Claim, checker: User) -> None:
    other = factories.claim_on(article, "a third more", by=checker)
    threads = {say(about, checker).thread for about in (claim, other, article)}
    assert {thread.claim for thread in threads} == {claim, other, None}
    assert {thread.article for thread in threads} == {article}


def test_a_comment_does_not_land_in_a_query(claim: Claim, checker: User) -> None:
    query = Thread.objects.create(
        article=claim.article, claim=claim, kind=ThreadKind.QUERY, opened_by=checker, due=timezone.now()
    )
    assert say(claim, checker).thread != query


def test_after_a_resolved_talk_a_new_one_opens(claim: Claim, checker: User) -> None:
    first = say(claim, checker).thread
    talking.resolve(first, by=checker)
    assert say(claim, checker).thread != first


@pytest.mark.parametrize(("text", "says"), [("", "Write something"), (" \n ", "Write"), ("x" * 20_001, "20000")])
def test_nothing_and_too_much_are_refused(claim: Claim, checker: User, text: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says) as refusal:
        say(claim, checker, text)
    assert list(refusal.value.message_dict) == ["comment"]
    assert not Thread.objects.exists()


def test_the_same_post_again_is_the_same_comment(claim: Claim, checker: User) -> None:
    key = uuid.uuid4()
    first = say(claim, checker, "Once.", key)
    assert say(claim, checker, " Once. ", key) == first
    assert Comment.objects.count() == 1


def test_a_used_key_with_anything_else_is_refused_not_swallowed(
    article: Article, claim: Claim, checker: User, second: User
) -> None:
    key = uuid.uuid4()
    say(claim, checker, "Once.", key)
    other = factories.claim_on(article, "a third more", by=checker)
    elsewhere = factories.article()
    for about, person, text in (
        (claim, checker, "Twice."),
        (other, checker, "Once."),
        (article, checker, "Once."),
        (elsewhere, checker, "Once."),
        (claim, second, "Once."),
    ):
        with pytest.raises(ValidationError, match="Reload it and send"):
            say(about, person, text, key)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "accepts"), [("reporter", False), ("checker", True), ("editor", True), ("legal", True)]
)
def test_talk_accepts_a_proposal_where_the_person_may(article: Article, role: str, accepts: bool) -> None:
    proposal = factories.claim(article)
    say(proposal, factories.user(role))
    assert Claim.objects.get(pk=proposal.pk).accepted is accepts


def test_talk_on_a_dismissed_claim_goes_on(claim: Claim, checker: User) -> None:
    claiming.dismiss(claim, by=checker, reason="No fact.")
    say(claim, checker)
    assert Claim.objects.get(pk=claim.pk).dismissed


def test_without_a_role_nobody_talks(claim: Claim) -> None:
    with pytest.raises(Denied):
        say(claim, factories.user())
    assert not Comment.objects.exists()


# --- Resolving ---


def test_the_opener_resolves_and_reopens(claim: Claim, reporter: User) -> None:
    thread = say(claim, reporter).thread
    done = talking.resolve(thread, by=reporter)
    assert done.resolved_at is not None
    assert (done.resolved_by, talking.resolve(thread, by=reporter).resolved_at) == (reporter, done.resolved_at)
    again = talking.reopen(thread, by=reporter)
    assert (again.resolved_at, again.resolved_by) == (None, None)
    assert not Thread.objects.exclude(resolved_at=None).exists()


def test_an_editor_resolves_any_thread_nobody_else_does(claim: Claim, reporter: User, editor: User) -> None:
    thread = say(claim, reporter).thread
    for role in (Role.REPORTER, Role.CHECKER, Role.LEGAL):
        with pytest.raises(Denied, match="Only the person who opened"):
            talking.resolve(thread, by=factories.user(role))
    assert talking.resolve(thread, by=editor).resolved_by == editor
    with pytest.raises(Denied):
        talking.reopen(thread, by=factories.user(Role.CHECKER))


def test_who_lost_every_role_resolves_nothing(claim: Claim, reporter: User) -> None:
    thread = say(claim, reporter).thread
    reporter.groups.clear()
    with pytest.raises(Denied):
        talking.resolve(thread, by=User.objects.get(pk=reporter.pk))
