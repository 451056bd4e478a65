"""Corrections after publication: what was in force is kept with them, and nothing old changes."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from newsroom.domain import assigning, attaching, registering, settling, workflow
from newsroom.domain.drafting import add_draft
from newsroom.domain.permissions import Denied
from newsroom.domain.recalling import FEW, recall
from newsroom.domain.recording import chain_of
from newsroom.domain.verifying import first_break
from newsroom.models import Access, Article, Claim, Erratum, Event, Evidence, Review, Role, SignOff, Status, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(article: Article, claim: Claim, checker: User, editor: User) -> Article:
    """Signed and out; the claim is marked and rests on evidence."""
    factories.evidence(claim, by=checker, source=factories.source(title="Harbour invoice"))
    article = factories.signed(article)
    return workflow.move(article, by=editor, to=Status.PUBLISHED)


def register(article: Article, by: User, **changes: Any) -> Erratum:
    now = timezone.now()
    sent = {
        "kind": "correction",
        "cause": "evidence-misread",
        "wording": "The repair cost 221,000 crowns, not 212,000.",
        "decided_by": by,
        "received_at": now - timedelta(hours=2),
        "published_at": now - timedelta(hours=1),
    }
    return registering.register(article, by=by, **{"key": uuid.uuid4(), **sent, **changes})


def test_it_keeps_what_was_in_force_and_changes_nothing_old(published: Article, claim: Claim, editor: User) -> None:
    before = [list(model.objects.order_by("pk").values()) for model in (Review, Evidence, SignOff)]
    row = register(published, editor, claim=claim)
    assert [list(model.objects.order_by("pk").values()) for model in (Review, Evidence, SignOff)] == before
    assert Article.objects.get(pk=published.pk).status == Status.CORRECTED
    [kept] = recall([row], editor)
    assert [review.claim for review in kept.reviews] == [claim]
    assert [piece.source.title for piece in kept.evidence if piece.source] == ["Harbour invoice"]
    assert [signoff.capacity for signoff in kept.signoffs] == ["checker", "editor"]
    events = Event.objects.filter(chain=chain_of(published)).order_by("-seq")[:2]
    assert [event.verb for event in events] == ["move", "register erratum"]
    assert first_break(chain_of(published)) == ""


def test_later_marks_and_evidence_are_not_what_was_in_force(
    published: Article, claim: Claim, editor: User, checker: User
) -> None:
    row = register(published, editor, claim=claim)
    factories.evidence(claim, by=checker)
    factories.mark(claim, verdict="disputed")
    attaching.withdraw(Evidence.objects.earliest("at"), by=checker, key=uuid.uuid4(), reason="Misread.")
    [kept] = recall([row], editor)
    assert [piece.source.title for piece in kept.evidence if piece.source] == ["Harbour invoice"]
    assert all(review.verdict != "disputed" for review in kept.reviews)


def test_what_was_done_about_a_complaint_is_not_what_let_it_through(
    published: Article, claim: Claim, editor: User, checker: User
) -> None:
    told = timezone.now()
    before = [row.pk for row in SignOff.objects.order_by("at")]
    factories.mark(claim, by=checker, verdict="disputed")
    attaching.withdraw(Evidence.objects.get(), by=checker, key=uuid.uuid4(), reason="Misread.")
    factories.evidence(claim, by=checker, stance="contradicts")
    text = factories.SAMPLE_TEXT.replace("212,000", "221,000")
    add_draft(published, factories.document(text), by=editor, base=published.draft_id or 0)
    factories.signature(published, Role.EDITOR, override="The correction is out.")
    row = register(published, editor, claim=claim, received_at=told, published_at=timezone.now())
    [kept] = recall([row], editor)
    assert row.draft.number == 1
    assert {review.verdict for review in kept.reviews} == {"opinion"}
    assert [piece.source.title for piece in kept.evidence if piece.source] == ["Harbour invoice"]
    assert [signoff.pk for signoff in kept.signoffs] == before
    assert first_break(chain_of(published)) == ""


def test_what_settled_the_marks_was_in_force(article: Article, claim: Claim, editor: User) -> None:
    factories.mark(claim, verdict="disputed")
    article = factories.cleared(article)
    claim = Claim.objects.get(pk=claim.pk)
    sent = {"reviews": [row.pk for row in claim.reviews.all()], "anchor": claim.anchor_id or 0, "key": uuid.uuid4()}
    settlement = settling.settle(claim, by=editor, verdict="opinion", reason="It is a view.", **sent)
    factories.signed(article)
    workflow.move(article, by=editor, to=Status.PUBLISHED)
    [kept] = recall([register(article, editor, claim=claim)], editor)
    assert kept.settlements == [settlement]


def test_other_stories_with_the_same_source_are_named_as_far_as_one_may_see_them(
    published: Article, claim: Claim, editor: User, checker: User
) -> None:
    source = Evidence.objects.get().source
    others = [factories.article(by=editor) for _ in range(2)]
    for other in others:
        factories.evidence(factories.claim(other), by=checker, source=source)
    row = register(published, editor, claim=claim)
    assert [piece.claim.article for piece in recall([row], editor)[0].elsewhere] == others[::-1]
    assigning.restrict(others[0], by=editor, access=Access.RESTRICTED)
    assert [piece.claim.article for piece in recall([row], checker)[0].elsewhere] == others[1:]


def test_of_many_other_places_a_few_are_listed_and_the_rest_is_counted_as_far_as_one_may_see_it(
    published: Article, claim: Claim, editor: User, checker: User
) -> None:
    source = Evidence.objects.get().source
    others = [factories.article(by=editor) for _ in range(FEW + 3)]
    for other in others:
        factories.evidence(factories.claim(other), by=checker, source=source)
    row = register(published, editor, claim=claim)
    assert recall([row], editor)[0].more == [(source, 3)]
    assigning.restrict(others[0], by=editor, access=Access.RESTRICTED)
    [kept] = recall([row], checker)
    assert [piece.claim.article for piece in kept.elsewhere] == others[:2:-1]
    assert kept.more == [(source, 2)]


def test_a_second_one_leaves_the_status(published: Article, editor: User) -> None:
    register(published, editor)
    register(published, editor, kind="update")
    assert Event.objects.filter(verb="move", data__to="corrected").count() == 1
    assert Article.objects.get(pk=published.pk).errata.count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "oops"}, "kind"),
        ({"cause": "bad luck"}, "cause"),
        ({"wording": " "}, "wording"),
        ({"wording": "x" * 20_001}, "wording"),
        ({"published_at": timezone.now() - timedelta(hours=3)}, "published_at"),
        ({"published_at": timezone.now() + timedelta(hours=3)}, "published_at"),
    ],
)
def test_what_it_needs(published: Article, editor: User, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        register(published, editor, **changes)
    assert set(refusal.value.message_dict) == {field}
    assert not Erratum.objects.exists()


def test_another_storys_claim_is_refused(published: Article, editor: User) -> None:
    with pytest.raises(ValidationError, match="another story"):
        register(published, editor, claim=factories.claim(factories.article()))


def test_a_story_that_is_not_out_is_not_corrected(article: Article, editor: User) -> None:
    with pytest.raises(ValidationError, match="Only a published story"):
        register(article, editor)


def test_the_same_post_again_is_the_same_row(published: Article, editor: User) -> None:
    now = timezone.now()
    sent = {"key": uuid.uuid4(), "received_at": now - timedelta(hours=2), "published_at": now - timedelta(hours=1)}
    assert register(published, editor, **sent) == register(published, editor, **sent)
    for other in ({"wording": "Else."}, {"received_at": now - timedelta(hours=3)}, {"decided_by": factories.user()}):
        with pytest.raises(ValidationError, match="used already"):
            register(published, editor, **sent | other)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.CHECKER, Role.LEGAL])
def test_only_editors_register(published: Article, role: str) -> None:
    with pytest.raises(Denied):
        register(published, factories.user(role))
