"""Queries to the reporter: asked with a due time, answered, resolved by whoever asked."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from newsroom.domain import asking, assigning, talking, workflow
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import chain_of
from newsroom.domain.verifying import first_break
from newsroom.models import Access, Article, Claim, Comment, Event, Role, Status, Thread, User
from tests import factories

pytestmark = pytest.mark.django_db


def ask(about: Claim | Article, by: User, **changes: Any) -> Thread:
    due = timezone.now() + timedelta(hours=3)
    return asking.ask(about, by=by, **{"text": "Who paid?", "due": due, "key": uuid.uuid4(), **changes})


def answer(thread: Thread, by: User, text: str = "The county.", **changes: Any) -> Comment:
    return asking.answer(thread, by=by, **{"text": text, "key": uuid.uuid4(), **changes})


def verbs(article: Article) -> list[str]:
    return list(Event.objects.filter(chain=chain_of(article)).order_by("seq").values_list("verb", flat=True))


def test_a_query_is_asked_answered_and_resolved(
    article: Article, claim: Claim, checker: User, reporter: User, editor: User
) -> None:
    thread = ask(claim, checker)
    assert list(asking.queries(checker)) == list(asking.whose(asking.queries(reporter), reporter)["mine"]) == [thread]
    answer(thread, reporter)
    [listed] = asking.queries(editor)
    assert (listed.question, listed.said, listed.last_by) == ("Who paid?", 2, reporter.pk)  # type: ignore[attr-defined]
    assert Claim.objects.get(pk=claim.pk).notes == 2
    talking.resolve(thread, by=checker)
    assert not asking.queries(checker).exists()
    assert verbs(article)[-3:] == ["ask query", "answer query", "resolve thread"]
    assert first_break(chain_of(article)) == ""


def test_a_query_on_the_whole_story(article: Article, checker: User, reporter: User) -> None:
    thread = ask(article, checker)
    assert thread.claim is None
    answer(thread, reporter)
    assert thread.comments.count() == 2


def test_a_query_on_a_proposal_accepts_it(article: Article, checker: User) -> None:
    proposal = Claim.objects.filter(article=article, accepted=False).first()
    assert proposal is not None
    ask(proposal, checker)
    assert Claim.objects.get(pk=proposal.pk).accepted


def test_what_the_asker_adds_is_no_answer(article: Article, claim: Claim, checker: User, editor: User) -> None:
    thread = ask(claim, editor)
    answer(thread, editor, "And when?")
    answer(thread, checker, "I asked them too.")
    assert verbs(article)[-2:] == ["comment", "comment"]


def test_the_most_urgent_first_and_only_what_may_be_seen(article: Article, checker: User, editor: User) -> None:
    late, soon = (ask(article, checker, due=timezone.now() + timedelta(hours=n)) for n in (9, 1))
    other = factories.article(by=editor)
    hidden = ask(other, checker)
    assigning.restrict(other, by=editor, access=Access.RESTRICTED)
    assert list(asking.queries(checker)) == [soon, late]
    assert set(asking.queries(editor)) == {soon, late, hidden}
    assert not asking.queries(factories.user()).exists()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text": " \n"}, "Write what"),
        ({"text": "x" * 20_001}, "At most 20000"),
        ({"text": "a\0"}, "no writing"),
        ({"due": timezone.now() - timedelta(minutes=1)}, "still to come"),
    ],
)
def test_what_a_query_needs(claim: Claim, checker: User, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        ask(claim, checker, **changes)
    assert not Thread.objects.exists()


def test_the_same_post_again_is_the_same_query_and_the_same_answer(
    article: Article, claim: Claim, checker: User, reporter: User
) -> None:
    key, reply = uuid.uuid4(), uuid.uuid4()
    due = timezone.now() + timedelta(hours=1)
    assert ask(claim, checker, key=key, due=due) == ask(claim, checker, key=key, due=due)
    thread = Thread.objects.get()
    assert answer(thread, reporter, key=reply) == answer(thread, reporter, key=reply)
    assert Comment.objects.count() == 2
    for other in ({"text": "Something else?", "due": due}, {"due": due + timedelta(hours=1)}):
        with pytest.raises(ValidationError, match="used already"):
            ask(claim, checker, key=key, **other)
    with pytest.raises(ValidationError, match="used already"):
        answer(thread, reporter, "Another.", key=reply)


def test_a_resolved_query_takes_no_answer(claim: Claim, checker: User, reporter: User) -> None:
    thread = ask(claim, checker)
    talking.resolve(thread, by=checker)
    with pytest.raises(ValidationError, match="resolved"):
        answer(thread, reporter)
    talking.reopen(thread, by=checker)
    answer(thread, reporter)


def test_reporters_ask_nothing_and_do_not_resolve_what_they_were_asked(
    claim: Claim, checker: User, reporter: User
) -> None:
    with pytest.raises(Denied):
        ask(claim, reporter)
    with pytest.raises(Denied):
        talking.resolve(ask(claim, checker), by=reporter)


def test_a_killed_story_is_asked_nothing(article: Article, claim: Claim, checker: User, editor: User) -> None:
    workflow.move(article, by=editor, to=Status.KILLED)
    with pytest.raises(ValidationError, match="killed"):
        ask(claim, checker)


def test_the_due_time_is_the_deadline_or_a_day_from_now(article: Article) -> None:
    soon = timezone.now() + timedelta(hours=2)
    article.deadline = soon
    assert asking.due_by_default(article) == soon
    for passed in (None, timezone.now() - timedelta(hours=1)):
        article.deadline = passed
        assert timedelta(hours=23) < asking.due_by_default(article) - timezone.now() <= timedelta(days=1)


def test_somebody_without_a_role_learns_nothing(article: Article, checker: User) -> None:
    ask(article, checker)
    assert not asking.queries(factories.user(Role.REPORTER, is_active=False)).exists()
