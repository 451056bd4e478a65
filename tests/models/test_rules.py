"""Rules over two tables that the database itself keeps for evidence, settlements, corrections and signatures."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from newsroom.models import (
    Answer,
    Applied,
    Article,
    Claim,
    Correction,
    Decision,
    Dissent,
    Draft,
    Erratum,
    Evidence,
    Review,
    Settled,
    Settlement,
    SignOff,
    Stance,
    Suspension,
    triggers,
)
from tests import factories
from tests.models.test_constraints import copy


def other_claim() -> Claim:
    return factories.claim(factories.article())


def other_review() -> Review:
    return factories.mark(other_claim())


def withdrawn() -> Evidence:
    first = Evidence.objects.order_by("at")[0]
    return Evidence.objects.create(claim=first.claim, source=first.source, by=first.by, replaces=first, withdrawn=True)


def accepted() -> models.Model:
    correction = copy(Correction)
    copy(Decision, correction=correction, accepted=True)
    return correction


# Rule -> a copy of a good row with one thing wrong in it.
BREAKS: dict[str, tuple[type[models.Model], Callable[[], dict[str, Any]]]] = {
    "newsroom_evidence_replaces_its_own": (
        Evidence,
        lambda: {"replaces": Evidence.objects.get(), "claim": other_claim()},
    ),
    "newsroom_answer_is_to_a_contradiction": (
        Answer,
        lambda: {"evidence": copy(Evidence, stance=Stance.SUPPORTS)},
    ),
    "newsroom_settlement_is_on_its_anchor": (Settlement, lambda: {"anchor": other_claim().anchor}),
    "newsroom_settled_is_of_its_claim": (Settled, lambda: {"review": other_review()}),
    "newsroom_correction_is_on_its_anchor": (Correction, lambda: {"anchor": other_claim().anchor}),
    "newsroom_correction_has_its_evidence": (Correction, lambda: {"evidence": copy(Evidence, claim=other_claim())}),
    "newsroom_applied_is_in_its_story": (
        Applied,
        lambda: {"correction": accepted(), "draft": factories.article().current},
    ),
    "newsroom_dissent_is_of_its_story": (Dissent, lambda: {"draft": factories.article().current}),
    "newsroom_erratum_is_of_its_story": (Erratum, lambda: {"claim": other_claim()}),
    "newsroom_applied_was_accepted": (Applied, lambda: {"correction": copy(Correction)}),
    "newsroom_signoff_is_on_its_words": (SignOff, lambda: {"sha256": "0" * 64, "by": factories.user()}),
    "newsroom_suspension_is_of_its_claim": (
        Suspension,
        lambda: {"review": None, "settlement": Settlement.objects.get(), "anchor": other_claim().anchor},
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses(furnished: Article, name: str) -> None:
    model, change = BREAKS[name]
    with pytest.raises(IntegrityError, match=triggers.RULES[name].says), transaction.atomic():
        copy(model, **change())


def test_an_erratum_is_of_a_draft_of_its_story(furnished: Article) -> None:
    with pytest.raises(IntegrityError, match="belong together"), transaction.atomic():
        copy(Erratum, draft=factories.article().current)


def test_what_was_withdrawn_is_not_replaced(furnished: Article) -> None:
    with pytest.raises(IntegrityError, match="piece of the same claim"), transaction.atomic():
        copy(Evidence, replaces=withdrawn())


def test_a_declined_correction_is_not_applied(furnished: Article) -> None:
    correction = copy(Correction)
    copy(Decision, correction=correction, accepted=False, reason="The invoice is right.")
    with pytest.raises(IntegrityError, match="only an accepted correction"), transaction.atomic():
        copy(Applied, correction=correction)


def test_a_signature_is_for_a_draft_of_its_story(furnished: Article) -> None:
    other = Draft.objects.exclude(article=furnished).first() or factories.article().current
    with pytest.raises(IntegrityError, match="hash of its draft"), transaction.atomic():
        copy(SignOff, draft=other, sha256=other.sha256)


def test_a_settlement_can_be_suspended_like_a_mark(furnished: Article) -> None:
    settlement = Settlement.objects.get()
    row = copy(Suspension, review=None, settlement=settlement, anchor=settlement.anchor)
    assert isinstance(row, Suspension) and row.settlement == settlement


def test_live_evidence_is_what_nobody_replaced_or_withdrew(furnished: Article) -> None:
    piece = Evidence.objects.get()
    assert list(Evidence.objects.live()) == [piece]
    withdrawn()
    assert list(Evidence.objects.live()) == []
