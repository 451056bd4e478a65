"""Several people at once: real threads, each with a connection of its own. Nothing is lost, nothing counted twice."""

import itertools
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from newsroom.domain import claiming, locking, reviewing
from newsroom.domain.drafting import add_draft
from newsroom.domain.importing import AlreadyHere
from newsroom.domain.locking import Conflict
from newsroom.domain.recording import chain_of, record, record_on_desk
from newsroom.domain.standing import adds_up_to
from newsroom.domain.verifying import first_break
from newsroom.models import Article, Claim, Draft, Event, Review, Role, User
from tests import factories

Together = Callable[..., list[Any]]
THREADS, TURNS = 8, 100
VERDICTS = ("sourced", "disputed", "opinion")

pytestmark = pytest.mark.django_db(transaction=True)


def mark_stubbornly(claim: int, by: User, verdict: str, comment: str) -> int:
    """As a person does: look, mark, and where somebody was quicker look again. Returns how often that was."""
    for late in itertools.count():
        seen = Claim.objects.get(pk=claim)
        number = Review.objects.filter(claim=claim, reviewer=by).count()
        try:
            reviewing.mark(seen, by=by, verdict=verdict, anchor=seen.anchor_id or 0, number=number, comment=comment)
        except Conflict:
            continue
        return late
    raise AssertionError


def test_eight_at_once_on_one_story(together: Together) -> None:
    """Seven people, one of them at two desks, on five claims: 800 marks, in an unbroken order for each."""
    article = factories.article()
    editor = article.created_by
    words = ("212,000 crowns", "212,000", "a third more", "both pumps", "Kell Bridge")
    claims = [factories.claim_on(article, each, by=editor).pk for each in words]
    people = [factories.user(Role.CHECKER) for _ in range(THREADS - 1)]
    before = Article.objects.get(pk=article.pk).version

    def work(n: int) -> int:
        by = User.objects.get(pk=people[max(0, n - 1)].pk)
        return sum(
            mark_stubbornly(claims[(turn * (n + 1)) % 5], by, VERDICTS[(n + turn) % 3], f"{n}/{turn}")
            for turn in range(TURNS)
        )

    together(*(lambda n=n: work(n) for n in range(THREADS)))

    said = set(Review.objects.values_list("comment", flat=True))
    assert said == {f"{n}/{turn}" for n in range(THREADS) for turn in range(TURNS)}
    assert Review.objects.count() == THREADS * TURNS
    for claim, person in itertools.product(claims, people):
        numbers = (
            Review.objects.filter(claim=claim, reviewer=person).order_by("number").values_list("number", flat=True)
        )
        assert list(numbers) == list(range(1, len(numbers) + 1))
    for stored in Claim.objects.filter(article=article):
        assert stored.standing == adds_up_to(stored.history, ())
    assert Article.objects.get(pk=article.pk).version == before + THREADS * TURNS
    assert Event.objects.filter(chain=chain_of(article), verb="mark").count() == THREADS * TURNS
    assert first_break(chain_of(article)) == ""


# --- The lock, and what happens without it ---


def two_at_once(together: Together, *, patience: float, begin: Callable[[], None] = lambda: None) -> list[Any]:
    """One person reads the story to change it; another marks a claim meanwhile; then the first one writes.

    Where the lock holds, the mark waits for that, however long the `patience`. Returns what came of each: "done", or
    the database's error.
    """
    article = factories.article()
    claim, editor, checker = factories.claim(article), article.created_by, factories.user(Role.CHECKER)
    has_read, has_marked = threading.Event(), threading.Event()

    def first() -> Any:
        begin()
        try:
            with transaction.atomic():
                mine = locking.lock(article.pk)
                has_read.set()
                has_marked.wait(timeout=patience)
                record(mine, by=editor, role="editor", verb="slow", about=mine)
        except DatabaseError as error:
            return type(error)
        return "done"

    def second() -> Any:
        begin()
        has_read.wait()
        factories.mark(claim, by=checker)
        has_marked.set()
        return "done"

    came_of_it = together(first, second)
    assert first_break(chain_of(article)) == ""
    assert Review.objects.count() == 1
    return came_of_it


def begin_deferred() -> None:
    """SQLite's own way to begin a transaction, without the write lock that our settings ask for."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        setattr(connection, "transaction_mode", "DEFERRED")  # noqa: B010 - the other database has none


def test_the_lock_makes_the_second_one_wait(together: Together) -> None:
    assert two_at_once(together, patience=0.5) == ["done", "done"]


def test_without_the_lock_one_of_the_two_is_lost(together: Together, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the test above would notice if it were taken out. (The unique chain keeps the trail whole even then.)"""
    monkeypatch.setattr(locking, "lock", lambda article: Article.objects.get(pk=article))
    first, second = two_at_once(together, patience=60, begin=begin_deferred)
    assert second == "done"
    assert issubclass(first, DatabaseError)


# --- The desk's own lock ---


def test_the_same_text_from_two_people_at_once_is_one_story(together: Together) -> None:
    people = [factories.user(Role.EDITOR) for _ in range(4)]

    def bring(by: User) -> Any:
        try:
            return factories.article(by=by, headline="Ferry back at the quay")
        except AlreadyHere as refusal:
            return refusal

    came = together(*(lambda by=by: bring(by) for by in people))
    (article,) = [one for one in came if isinstance(one, Article)]
    assert [refusal.article for refusal in came if isinstance(refusal, AlreadyHere)] == [article] * 3
    assert (Article.objects.count(), Draft.objects.count()) == (1, 1)


def test_the_desks_chain_takes_one_event_after_the_other(together: Together) -> None:
    person = factories.user()

    def work() -> None:
        for _ in range(10):
            with transaction.atomic():
                record_on_desk(by=person, verb="export", about=person)

    together(*[work] * THREADS)
    assert Event.objects.filter(chain="desk", verb="export").count() == 10 * THREADS
    assert first_break("desk") == ""


def test_two_first_posts_of_the_same_mark_are_one_row(together: Together) -> None:
    """A double click, or the browser's own retry while the first answer is on its way."""
    claim, checker = factories.claim(factories.article()), factories.user(Role.CHECKER)

    def post() -> Review:
        return reviewing.mark(
            claim, by=checker, verdict="sourced", anchor=claim.anchor_id or 0, number=0, comment="By phone."
        )

    rows = together(*[post] * THREADS)
    assert len({row.pk for row in rows}) == 1
    assert Review.objects.count() == 1


# --- A new draft comes in while somebody marks ---


@pytest.mark.parametrize("accepted", [True, False], ids=["claim", "proposal"])
def test_a_mark_that_waited_for_a_new_draft_is_not_given_to_words_unseen(together: Together, accepted: bool) -> None:
    """The mark begins while the draft is on its way in; it must see the draft, not what it had read before."""
    article = factories.article()
    claim, editor, checker = factories.claim(article), article.created_by, factories.user(Role.CHECKER)
    if accepted:
        claim = claiming.accept(claim, by=editor)
    text = factories.SAMPLE_TEXT.replace("nine", "ten")
    is_in = threading.Event()

    def draft() -> None:
        with transaction.atomic():
            add_draft(article, factories.document(text), by=editor, base=article.draft_id or 0)
            is_in.set()
            time.sleep(0.5)  # the mark waits meanwhile; where it comes later, it is refused all the same

    def mark() -> Any:
        is_in.wait()
        with pytest.raises(ValidationError) as refusal:
            reviewing.mark(claim, by=checker, verdict="sourced", anchor=claim.anchor_id or 0, number=0)
        return refusal.value.code

    assert together(draft, mark)[1] == ("conflict" if accepted else "old-draft")
    assert not Review.objects.exists()
    assert first_break(chain_of(article)) == ""


def test_two_drafts_at_once_are_one_and_a_conflict(together: Together) -> None:
    article = factories.article()
    editor = article.created_by

    def bring(number: str) -> Any:
        text = factories.SAMPLE_TEXT.replace("nine", number)
        try:
            return add_draft(article, factories.document(text), by=editor, base=article.draft_id or 0)
        except Conflict as refusal:
            return refusal

    came = together(lambda: bring("ten"), lambda: bring("twelve"))
    assert sorted(type(each).__name__ for each in came) == ["Conflict", "Draft"]
    assert article.drafts.count() == 2
    assert first_break(chain_of(article)) == ""
