"""Every constraint tried once: a good row with one thing wrong in it is refused by the database itself."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from newsroom.models import (
    Anchor,
    AnchorState,
    Article,
    Claim,
    ClaimKind,
    Comment,
    Dismissal,
    Draft,
    Event,
    Kind,
    Member,
    Passage,
    Quote,
    Review,
    Suspension,
    Thread,
    User,
    triggers,
)
from tests import factories

# A copy of any row of these models is a good row when this is changed in it.
GOOD: dict[type[models.Model], Callable[[], dict[str, Any]]] = {
    User: lambda: {"username": "somebody", "email": "somebody@desk.example"},
    Article: dict,
    Member: lambda: {"user": factories.user()},
    Draft: lambda: {"number": 9},
    Passage: lambda: {"draft_id": bare_draft()},
    Anchor: lambda: {"number": 9},
    Quote: lambda: {"anchor": None},
    Claim: lambda: {"anchor": None, "dismissed": True},
    ClaimKind: lambda: {"kind": Kind.ALLEGATION},
    Review: lambda: {"number": 9},
    Suspension: lambda: suspended_here(Review.objects.filter(suspension=None).earliest("at")),
    Dismissal: dict,
    Thread: dict,
    Comment: dict,
    Event: lambda: {"seq": 999, "prev": "f" * 64},
}


def suspended_here(review: Review) -> dict[str, Any]:
    return {"review": review, "anchor": review.anchor}


def bare_draft() -> int:
    """A draft like the first one, without its passages: somebody put the database's own rule aside."""
    with connection.cursor() as cursor:
        sqlite = connection.vendor == "sqlite"
        on = " ON newsroom_draft"
        cursor.execute(f"DROP TRIGGER {triggers.IN_PASSAGES}{'' if sqlite else on}")
    return int(copy(Draft, number=10).pk)


UNPLACED = {"start": None, "end": None, "state": AnchorState.CUT}


def like(model: type[models.Model], name: str) -> Callable[[], dict[str, Any]]:
    """The same value as the row that is copied."""
    return lambda: {name: getattr(model._default_manager.order_by("pk")[0], name)}


# Constraint -> changes to a good row, each of which must break it.
BREAKS: dict[str, tuple[type[models.Model], list[dict[str, Any] | Callable[[], dict[str, Any]]]]] = {
    "user_email_once": (User, [lambda: {"email": User.objects.order_by("pk")[0].email.upper()}]),
    "user_username_once": (User, [lambda: {"username": User.objects.order_by("pk")[0].username.upper()}]),
    "article_status_known": (Article, [{"status": "open"}, {"status": ""}]),
    "article_access_known": (Article, [{"access": "secret"}]),
    "article_has_headline": (Article, [{"headline": ""}]),
    "member_once": (Member, [like(Member, "user")]),
    "draft_number_once": (Draft, [like(Draft, "number")]),
    "draft_number_from_one": (Draft, [{"number": 0}]),
    "draft_has_text": (Draft, [{"text": ""}]),
    "passage_number_once": (Passage, [like(Passage, "draft")]),
    "anchor_claim_number_once": (Anchor, [like(Anchor, "number")]),
    "anchor_quote_number_once": (Anchor, [lambda: {"quote": Quote.objects.earliest("pk"), "claim": None, "number": 1}]),
    "anchor_of_claim_or_quote": (Anchor, [{"claim": None}, lambda: {"quote": Quote.objects.earliest("pk")}]),
    "anchor_state_known": (Anchor, [{"state": "lost"}]),
    "anchor_has_wording": (Anchor, [{**UNPLACED, "wording": ""}]),
    "anchor_placed_or_not": (
        Anchor,
        [{"start": None, "end": None}, {"state": AnchorState.AMBIGUOUS}, {**UNPLACED, "end": 5}],
    ),
    "quote_kind_known": (Quote, [{"kind": "spoken"}]),
    "quote_confidence_known": (Quote, [{"confidence": "high"}]),
    "quote_placed_or_not": (
        Quote,
        [{"start": None, "end": None}, {"state": AnchorState.SPLIT}, {"start": 5, "end": 5}, {"start": 5, "end": 4}],
    ),
    "claim_standing_known": (Claim, [{"standing": "checked"}]),
    "claim_has_wording": (Claim, [{"wording": ""}]),
    "claim_live_once_on_its_words": (Claim, [{"dismissed": False}]),
    "claim_placed_or_not": (
        Claim,
        [{"start": None, "end": None}, {"state": AnchorState.CUT}, {"start": 5, "end": 5}, {"start": None}],
    ),
    "claim_kind_once": (ClaimKind, [like(ClaimKind, "kind")]),
    "claim_kind_known": (ClaimKind, [{"kind": "fact"}]),
    "dismissal_span_in_order": (Dismissal, [{"start": 5, "end": 5, "wording": ""}]),
    "dismissal_has_reason": (Dismissal, [{"reason": ""}]),
    "review_number_once": (Review, [like(Review, "number")]),
    "review_number_from_one": (Review, [{"number": 0}]),
    "review_verdict_known": (Review, [{"verdict": "true"}]),
    "review_dispute_has_reason": (Review, [{"verdict": "disputed", "comment": ""}]),
    "suspension_has_reason": (Suspension, [{"why": ""}]),
    "thread_kind_known": (Thread, [{"kind": "chat"}]),
    "comment_has_text": (Comment, [{"text": ""}]),
    "comment_has_account_or_name": (Comment, [{"account": None}]),
    "comment_outside_id_once": (Comment, [{"outside_id": "w:comment 7"}]),
    "event_seq_once": (Event, [like(Event, "seq")]),
    "event_prev_once": (Event, [like(Event, "prev")]),
}


def copy(model: type[models.Model], **changes: Any) -> models.Model:
    """A new row like the first one of its kind, without any of the application's own checks."""
    row = model._default_manager.order_by("pk")[0]
    row.pk = uuid.uuid4() if isinstance(model._meta.pk, models.UUIDField) else None
    row._state.adding = True
    for name, value in changes.items():
        setattr(row, name, value)
    model._base_manager.bulk_create([row])
    return row


def test_every_constraint_is_tried() -> None:
    ours = apps.get_app_config("newsroom").get_models()
    assert {constraint.name for model in ours for constraint in model._meta.constraints} == set(BREAKS)


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses(furnished: Article, name: str) -> None:
    model, changes = BREAKS[name]
    good = GOOD[model]()
    with transaction.atomic():
        copy(model, **good)
        transaction.set_rollback(True)
    if name == "comment_outside_id_once":
        copy(Comment, outside_id="w:comment 7")
    constraint = next(each for each in model._meta.constraints if each.name == name)
    unnamed = connection.vendor == "sqlite" and isinstance(constraint, models.UniqueConstraint)
    for change in changes:
        wrong = change() if callable(change) else change
        with pytest.raises(IntegrityError, match="UNIQUE" if unnamed else name), transaction.atomic():
            copy(model, **{**good, **wrong})


def test_a_mark_is_suspended_once(furnished: Article) -> None:
    with pytest.raises(IntegrityError, match=r"UNIQUE|review_id"), transaction.atomic():
        copy(Suspension)


def test_a_dismissal_is_taken_back_once(furnished: Article) -> None:
    first = Dismissal.objects.get()
    copy(Dismissal, takes_back=first, reason="")
    with pytest.raises(IntegrityError, match=r"UNIQUE|takes_back_id"), transaction.atomic():
        copy(Dismissal, takes_back=first)


def test_nothing_that_is_pointed_at_can_be_deleted(furnished: Article) -> None:
    """Claims, threads and accounts are no append-only rows, but what hangs on them is."""
    for table in ("newsroom_article", "newsroom_claim", "newsroom_quote", "newsroom_thread", "newsroom_user"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table}")
            connection.check_constraints()
