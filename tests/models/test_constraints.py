"""Every constraint tried once: a good row with one thing wrong in it is refused by the database itself."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from newsroom.models import (
    Anchor,
    AnchorState,
    Answer,
    Article,
    Attachment,
    Claim,
    ClaimKind,
    Comment,
    Correction,
    Decision,
    Dismissal,
    Dissent,
    Draft,
    Erratum,
    Event,
    Evidence,
    Identity,
    Kind,
    Knower,
    Member,
    Passage,
    Policy,
    Quote,
    Reader,
    Review,
    Rule,
    Settlement,
    SignOff,
    Snapshot,
    Source,
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
    Source: lambda: {"code": "K-8"},
    Attachment: lambda: {"sha256": "c" * 64},
    Snapshot: dict,
    Evidence: dict,
    Answer: lambda: {"evidence": copy(Evidence)},
    Identity: lambda: {"source": copy(Source, code="K-9")},
    Reader: lambda: {"user": factories.user()},
    Knower: lambda: {"editor": factories.user()},
    Policy: lambda: {"version": 9},
    Rule: lambda: {"number": 9},
    Settlement: dict,
    Correction: dict,
    Decision: lambda: {"correction": copy(Correction)},
    SignOff: lambda: {"by": factories.user()},
    Dissent: dict,
    Erratum: dict,
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
    "suspension_of_mark_or_settlement": (Suspension, [lambda: {"settlement": Settlement.objects.get()}]),
    "thread_kind_known": (Thread, [{"kind": "chat"}]),
    "thread_query_has_due": (Thread, [{"kind": "query"}]),
    "comment_has_text": (Comment, [{"text": ""}]),
    "comment_has_account_or_name": (Comment, [{"account": None}]),
    "comment_outside_id_once": (Comment, [{"outside_id": "w:comment 7"}]),
    "event_seq_once": (Event, [like(Event, "seq")]),
    "event_prev_once": (Event, [like(Event, "prev")]),
    "source_kind_known": (Source, [{"kind": "rumour"}]),
    "source_has_title": (Source, [{"title": ""}]),
    "source_code_once": (Source, [like(Source, "code")]),
    "source_confidential_is_nameless": (
        Source,
        [{"person": "Somebody"}, {"contact": "a number"}, {"anonymous": False}],
    ),
    "attachment_once": (Attachment, [like(Attachment, "sha256")]),
    "snapshot_taken_or_failed": (Snapshot, [{"failure": ""}, {"sha256": "c" * 64}, {"text": "Words."}]),
    "evidence_tier_known": (Evidence, [{"tier": "fourth"}]),
    "evidence_stance_known": (Evidence, [{"stance": "hints"}]),
    "evidence_has_source_or_formula": (Evidence, [{"source": None}]),
    "evidence_formula_has_result": (Evidence, [{"formula": "a + b"}, {"result": "4"}]),
    "evidence_withdraws_something": (Evidence, [{"withdrawn": True}]),
    "answer_has_text": (Answer, [{"text": ""}]),
    "identity_sealed_or_destroyed": (Identity, [{"sealed": ""}, lambda: {"destroyed_at": timezone.now()}]),
    "reader_once": (Reader, [like(Reader, "user")]),
    "knower_once": (Knower, [like(Knower, "editor")]),
    "policy_version_from_one": (Policy, [{"version": 0}]),
    "rule_number_once": (Rule, [like(Rule, "number")]),
    "rule_has_name": (Rule, [{"name": ""}]),
    "settlement_outcome_known": (Settlement, [{"verdict": "withdrawn"}]),
    "settlement_has_reason": (Settlement, [{"reason": ""}]),
    "correction_changes_words": (Correction, [{"new": "212,000"}, {"old": ""}]),
    "correction_has_reason": (Correction, [{"reason": ""}]),
    "decision_declines_with_reason": (Decision, [{"accepted": False}]),
    "signoff_capacity_known": (SignOff, [{"capacity": "reporter"}]),
    "signoff_over_problems_has_reason": (SignOff, [{"count": 1}]),
    "signoff_once": (SignOff, [like(SignOff, "by")]),
    "dissent_has_text": (Dissent, [{"text": ""}]),
    "erratum_class_known": (Erratum, [{"kind": "oops"}]),
    "erratum_cause_known": (Erratum, [{"cause": "bad luck"}]),
    "erratum_has_wording": (Erratum, [{"wording": ""}]),
    "erratum_times_in_order": (Erratum, [lambda: {"received_at": timezone.now() + timedelta(days=1)}]),
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


@pytest.mark.parametrize("model", [Answer, Decision, Identity])
def test_what_happens_once_happens_once(furnished: Article, model: type[models.Model]) -> None:
    with pytest.raises(IntegrityError, match=r"UNIQUE|unique"), transaction.atomic():
        copy(model)


def test_evidence_is_replaced_once(furnished: Article) -> None:
    first = Evidence.objects.get()
    copy(Evidence, replaces=first)
    with pytest.raises(IntegrityError, match=r"UNIQUE|unique"), transaction.atomic():
        copy(Evidence, replaces=first)


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
