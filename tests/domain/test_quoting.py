"""Who says a quotation, and what happens to marks when that changes."""

import importlib
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from newsroom.domain import claiming, quoting
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied
from newsroom.models import (
    Anchor,
    AnchorState,
    Article,
    Claim,
    Confidence,
    Event,
    Quote,
    Role,
    Standing,
    Suspension,
    User,
)
from tests import factories


@pytest.fixture
def quote(article: Article) -> Quote:
    """“We have replaced both pumps and tested them for 40 hours,” said Marta Lindqvist."""
    return Quote.objects.select_related("anchor").get(article=article, wording__contains="both pumps")


def correct(quote: Quote, by: User, speaker: str = "Ada Brekke", **sent: Any) -> Quote:
    return quoting.correct_speaker(quote, by=by, speaker=speaker, **{"anchor": quote.anchor_id, **sent})


def fresh(claim: Claim) -> Claim:
    return Claim.objects.select_related("anchor").get(pk=claim.pk)


def test_the_speaker_is_who_a_person_says(quote: Quote, checker: User) -> None:
    Quote.objects.filter(pk=quote.pk).update(doubtful=True, confidence=Confidence.CHECK)
    correct(quote, checker, "  Ada \n Brekke ")
    quote.refresh_from_db()
    assert (quote.speaker, quote.confidence, quote.doubtful) == ("Ada Brekke", Confidence.SURE, False)
    assert quote.anchor is not None
    assert (quote.anchor.number, quote.anchor.by) == (2, checker)
    assert quote.anchor.why == "speaker changed from Marta Lindqvist to Ada Brekke"
    assert quote.draft.text[quote.start : quote.end] == quote.wording


def test_every_mark_on_its_claims_is_suspended_and_no_other(
    article: Article, quote: Quote, checker: User, second: User, editor: User
) -> None:
    inside = [factories.claim_on(article, words, by=checker) for words in ("both pumps", "40 hours")]
    outside = factories.claim_on(article, "212,000 crowns", by=checker)
    for claim in (*inside, outside):
        factories.mark(claim, by=checker)
    factories.mark(inside[0], by=second, verdict="disputed")
    correct(quote, editor)
    why = "speaker changed from Marta Lindqvist to Ada Brekke"
    assert Suspension.objects.filter(why=why).count() == Suspension.objects.count() == 3
    for claim in inside:
        now = fresh(claim)
        assert now.anchor is not None
        assert (now.standing, now.wording, now.anchor.number, now.anchor.why) == ("suspended", claim.wording, 2, why)
        assert set(now.anchor.suspensions.values_list("review__claim", flat=True)) == {claim.pk}
    assert (fresh(outside).standing, fresh(outside).anchor_id) == (Standing.SOURCED, outside.anchor_id)


def test_claims_in_it_are_accepted(quote: Quote, checker: User) -> None:
    proposal = quote.claims.earliest("pk")
    assert not proposal.accepted
    correct(quote, checker)
    assert fresh(proposal).accepted


def test_a_mark_under_a_dismissal_does_not_come_back_for_another_speaker(
    article: Article, quote: Quote, checker: User, editor: User
) -> None:
    claim = factories.claim_on(article, "both pumps", by=checker)
    factories.mark(claim, by=checker)
    claiming.dismiss(claim, by=checker, reason="No fact.")
    correct(quote, editor)
    claiming.take_back(claim, by=checker)
    assert fresh(claim).standing == Standing.SUSPENDED


def test_the_same_speaker_changes_nothing_even_from_an_old_page(quote: Quote, checker: User) -> None:
    old = quote.anchor_id
    correct(quote, checker)
    events = Event.objects.count()
    correct(quote, checker, " Ada Brekke", anchor=old)
    assert (Event.objects.count(), quote.anchors.count()) == (events, 2)


# --- Confirming what a rule guessed ---


def test_a_guess_is_confirmed_by_a_person_and_no_mark_is_suspended(
    article: Article, quote: Quote, checker: User, second: User
) -> None:
    Quote.objects.filter(pk=quote.pk).update(confidence=Confidence.LIKELY)
    claim = factories.claim_on(article, "both pumps", by=checker)
    factories.mark(claim, by=checker)
    correct(quote, second, "Marta Lindqvist")
    now = Quote.objects.get(pk=quote.pk)
    assert (now.speaker, now.confidence, now.named_by) == ("Marta Lindqvist", Confidence.SURE, second)
    assert (now.anchor_id, fresh(claim).anchor_id) == (quote.anchor_id, claim.anchor_id)
    assert (fresh(claim).standing, Suspension.objects.exists()) == (Standing.SOURCED, False)
    event = Event.objects.latest("id")
    assert (event.verb, event.object, event.data) == (
        "confirm speaker",
        f"quote:{quote.pk}",
        {"speaker": "Marta Lindqvist"},
    )


def test_confirmed_once_is_enough_and_who_corrects_confirms(quote: Quote, checker: User, second: User) -> None:
    for person in (checker, second):
        correct(quote, person, "Marta Lindqvist")
    assert Quote.objects.get(pk=quote.pk).named_by == checker
    assert Event.objects.filter(verb="confirm speaker").count() == 1
    correct(quote, second)
    assert Quote.objects.get(pk=quote.pk).named_by == second


def test_a_guess_that_somebody_corrected_meanwhile_is_not_confirmed(quote: Quote, checker: User, second: User) -> None:
    correct(quote, checker)
    with pytest.raises(Conflict) as conflict:
        correct(quote, second, "Marta Lindqvist")
    assert conflict.value.now == "Ada Brekke"


def test_nobody_is_confirmed_as_nobody_and_perhaps_no_speech_stays_so(quote: Quote, checker: User) -> None:
    Quote.objects.filter(pk=quote.pk).update(speaker="", doubtful=True, confidence=Confidence.CHECK)
    correct(quote, checker, "")
    now = Quote.objects.get(pk=quote.pk)
    assert (now.speaker, now.named_by, now.doubtful) == ("", checker, True)


def test_corrections_from_before_are_found_in_the_audit_trail(quote: Quote, checker: User, second: User) -> None:
    correct(quote, second)
    correct(Quote.objects.get(pk=quote.pk), checker, "Tomas Reed")
    Quote.objects.update(named_by=None)
    migration = importlib.import_module("newsroom.migrations.0007_named_by")
    migration.look_back(apps, SimpleNamespace(connection=connection))
    assert list(Quote.objects.exclude(named_by=None)) == [quote]
    assert Quote.objects.get(pk=quote.pk).named_by == checker


def test_an_old_page_is_a_conflict(quote: Quote, checker: User, second: User) -> None:
    correct(quote, checker)
    with pytest.raises(Conflict) as conflict:
        correct(quote, second, "Tomas Reed")
    assert conflict.value.now == "Ada Brekke"
    quote.refresh_from_db()
    assert conflict.value.fresh == {"anchor": quote.anchor_id}
    assert quote.speaker == "Ada Brekke"


def test_nobody_can_be_named(quote: Quote, checker: User) -> None:
    correct(quote, checker, "")
    quote.refresh_from_db()
    assert quote.anchor is not None
    assert (quote.speaker, quote.anchor.why) == ("", "speaker changed from Marta Lindqvist to nobody named")
    with pytest.raises(Conflict) as conflict:
        correct(quote, checker, "Ada", anchor=0)
    assert conflict.value.now == "nobody named"


def test_long_names_fit_into_the_reason_or_are_refused(article: Article, quote: Quote, checker: User) -> None:
    factories.mark(factories.claim_on(article, "both pumps", by=checker), by=checker)
    with pytest.raises(ValidationError, match="200 characters") as refusal:
        correct(quote, checker, "x" * 201)
    assert list(refusal.value.message_dict) == ["speaker"]
    correct(quote, checker, "x" * 200)
    quote.refresh_from_db()
    correct(quote, checker, "y" * 200)
    assert Anchor.objects.filter(quote=quote, number=3, why__contains="yyy…").exists()
    assert Suspension.objects.count() == 1


def test_words_that_are_not_in_the_draft_have_no_speaker(quote: Quote, checker: User) -> None:
    cut = Anchor.objects.create(quote=quote, number=2, draft=quote.draft, wording=quote.wording, state=AnchorState.CUT)
    Quote.objects.filter(pk=quote.pk).update(anchor=cut, start=None, end=None, state=AnchorState.CUT)
    with pytest.raises(ValidationError, match="not in the current draft"):
        correct(quote, checker, anchor=cut.pk)


@pytest.mark.parametrize("roles", [[], [Role.REPORTER]])
def test_without_the_role_nobody_corrects(quote: Quote, roles: list[str]) -> None:
    with pytest.raises(Denied):
        correct(quote, factories.user(*roles))
    assert quote.anchors.count() == 1
