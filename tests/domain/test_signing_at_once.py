"""Signatures while others mark: no mark is lost, nothing open is signed, the trail stays whole."""

import threading
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from newsroom.domain import gate, signing
from newsroom.domain.recording import chain_of
from newsroom.domain.verifying import first_break
from newsroom.models import Article, Claim, Event, Review, Role, SignOff, Standing, User
from tests import factories
from tests.domain.test_locking import begin_deferred, mark_stubbornly

Together = Callable[..., list[Any]]
THREADS, TURNS, PAUSE = 8, 200, 20  # a signature is tried for each 20 marks
TEXT = " ".join(f"The pier has {n} lamps." for n in range(20, 36))
UNDECIDED = (Standing.OPEN, Standing.SUSPENDED, Standing.SPLIT, Standing.DISPUTED)

pytestmark = pytest.mark.django_db(transaction=True)


def sign(article: Article, by: User, capacity: str, override: str = "") -> SignOff:
    sent = {"capacity": capacity, "draft": article.draft_id or 0, "override": override}
    return signing.sign(article, by=by, key=uuid.uuid4(), **sent)


def standings_at(article: Article) -> list[tuple[Event, list[str]]]:
    """Each signature's event with how every marked claim stood then, as the trail tells it."""
    stood: dict[str, str] = {}
    found = []
    for event in Event.objects.filter(chain=chain_of(article)).order_by("seq"):
        if event.verb == "mark":
            stood[event.object] = event.data["standing"]
        if event.verb == "sign":
            found.append((event, list(stood.values())))
    return found


def test_eight_mark_two_hundred_times_each_while_others_sign(together: Together) -> None:
    """Most marks say opinion; now and then somebody disputes, and takes it back with the next mark. Whoever signs
    is refused comes again; every fifth time an editor has a reason.
    """
    article = factories.cleared(factories.article(text=TEXT))
    claims = [claim.pk for claim in Claim.objects.filter(article=article).live()]
    people = [factories.user(Role.CHECKER) for _ in range(THREADS)]
    signers = {role: [factories.user(role) for _ in range(10)] for role in (Role.CHECKER, Role.EDITOR)}
    before, marked = Article.objects.get(pk=article.pk).version, Review.objects.count()
    tries = threading.Semaphore(0)
    refused: list[str] = []

    def mark(n: int) -> None:
        for turn in range(TURNS):
            verdict = "disputed" if turn % 20 == 2 * n else "opinion"
            mark_stubbornly(claims[turn // 2 % len(claims)], people[n], verdict, f"{n}/{turn}")
            if turn % PAUSE == n:
                tries.release()

    def keep_signing(role: Role) -> None:
        for turn in range(THREADS * TURNS // PAUSE // len(signers)):
            tries.acquire()
            override = "It is late." if role == Role.EDITOR and turn % 5 == 4 else ""
            try:
                sign(article, signers[role][turn % len(signers[role])], role, override)
            except ValidationError as refusal:
                refused.append(refusal.messages[0])

    jobs: list[Callable[[], None]] = [lambda n=n: mark(n) for n in range(THREADS)]  # type: ignore[misc]
    together(*jobs, *(lambda role=role: keep_signing(role) for role in signers))

    said = set(Review.objects.values_list("comment", flat=True))
    assert said >= {f"{n}/{turn}" for n in range(THREADS) for turn in range(TURNS)}
    assert Review.objects.count() == marked + THREADS * TURNS
    assert first_break(chain_of(article)) == ""
    signed = standings_at(article)
    assert len(signed) == SignOff.objects.count() > 2
    moves = Event.objects.filter(chain=chain_of(article), verb="move").count()
    assert Article.objects.get(pk=article.pk).version == before + THREADS * TURNS + len(signed) + moves
    for event, stood in signed:
        row = SignOff.objects.get(pk=event.object.partition(":")[2])
        undecided = [standing for standing in stood if standing in UNDECIDED]
        open_ones = [problem for problem in row.problems if problem["code"] in UNDECIDED]
        assert len(open_ones) == len(undecided)  # the gate saw what the trail shows at its head
        assert row.head == event.prev
        assert row.override or not row.problems
    assert any("signed yet" in sentence for sentence in refused)


# --- The lock, and what happens without it ---


def signs_while_somebody_disputes(
    together: Together, patched: pytest.MonkeyPatch, *, patience: float, begin: Callable[[], None] = lambda: None
) -> tuple[Article, list[Any]]:
    """One person signs; when the gate was looked at, another disputes; then the signature is written.

    Where the lock holds, the dispute waits for that, however long the `patience`. Returns what came of each: "done", or
    the database's error.
    """
    article = factories.cleared(factories.article(text=TEXT))
    claim, signer, checker = factories.claim(article), factories.user(Role.CHECKER), factories.user(Role.CHECKER)
    has_looked, has_disputed, look = threading.Event(), threading.Event(), gate.look

    def slowly(article: Article) -> gate.Gate:
        found = look(article)
        has_looked.set()
        has_disputed.wait(timeout=patience)
        return found

    patched.setattr(gate, "look", slowly)

    def first() -> Any:
        begin()
        try:
            sign(article, signer, Role.CHECKER)
        except DatabaseError as error:
            return type(error)
        return "done"

    def second() -> Any:
        begin()
        has_looked.wait()
        factories.mark(claim, by=checker, verdict="disputed")
        has_disputed.set()
        return "done"

    came_of_it = together(first, second)
    assert first_break(chain_of(article)) == ""
    return article, came_of_it


def test_a_dispute_waits_for_the_signature_that_has_looked(together: Together, monkeypatch: pytest.MonkeyPatch) -> None:
    article, came_of_it = signs_while_somebody_disputes(together, monkeypatch, patience=0.5)
    assert came_of_it == ["done", "done"]
    verbs = list(Event.objects.filter(chain=chain_of(article)).order_by("seq").values_list("verb", flat=True))
    assert verbs[-2:] == ["sign", "mark"]


def test_without_the_lock_the_dispute_comes_between(together: Together, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the tests above would notice if it were taken out. (The unique chain refuses the signature even then.)"""
    monkeypatch.setattr(signing, "lock", lambda article: Article.objects.get(pk=article))
    article, (first, second) = signs_while_somebody_disputes(together, monkeypatch, patience=60, begin=begin_deferred)
    assert second == "done"
    assert issubclass(first, DatabaseError)
    assert not SignOff.objects.filter(article=article).exists()
