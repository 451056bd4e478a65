"""A desk with at least one row in every table that promises something."""

import pytest
from django.utils import timezone

from newsroom.domain import assigning, claiming
from newsroom.domain.fetching import Fetched, capture
from newsroom.models import (
    Access,
    Answer,
    Applied,
    Article,
    Attachment,
    Cause,
    Claim,
    Correction,
    Decision,
    Dissent,
    Erratum,
    ErratumClass,
    Evidence,
    Identity,
    Knower,
    Policy,
    Reader,
    Review,
    Role,
    Settled,
    Settlement,
    SignOff,
    Snapshot,
    Source,
    Stance,
    User,
    Verdict,
)
from tests import factories

SHA = "ab" * 32


@pytest.fixture
def furnished(db: None) -> Article:
    """A restricted story with a mark, a suspended mark, a dismissal, a comment, a capture, and a row of every kind that
    evidence, corrections and signatures leave.
    """
    editor, checker = factories.user(Role.EDITOR), factories.user(Role.CHECKER)
    article = factories.article(by=editor)
    first = factories.claim_on(article, "212,000 crowns", by=checker)
    factories.mark(first, by=checker)
    draft = article.current
    start = draft.text.index("a third more")
    changed = factories.claim_on(article, "40 hours", by=checker)
    factories.mark(changed, by=checker)
    assert changed.anchor_id is not None
    claiming.change_bounds(
        changed, by=editor, anchor=changed.anchor_id, start=start, end=start + 12, wording="a third more"
    )
    claiming.dismiss(factories.claim_on(article, "Kell Bridge", by=checker), by=checker, reason="A name.")
    factories.comment(first, by=checker)
    capture(draft, Fetched("https://e.example/", "https://e.example/", timezone.now(), b"<p>Words."))
    back_up(first, checker)
    sign(Article.objects.get(pk=article.pk), editor)
    assigning.restrict(article, by=editor, access=Access.RESTRICTED, members=[checker])
    return Article.objects.get(pk=article.pk)


def back_up(claim: Claim, by: User) -> None:
    """A confidential source with a file and a snapshot, evidence against the claim, and what was done about it."""
    acts = {"by": by, "role": Role.CHECKER}
    source = Source.objects.create(
        title="K-7", anonymous=True, code="K-7", address="https://e.example/", folded="k-7", created_by=by
    )
    Attachment.objects.create(source=source, name="a.pdf", sha256=SHA, size=9, media_type="application/pdf", by=by)
    Snapshot.objects.create(source=source, asked=source.address, failure="Nobody answered.", by=by)
    Reader.objects.create(identity=Identity.objects.create(source=source, sealed="sealed", owner=by), user=by)
    Knower.objects.create(source=source, editor=by)
    piece = Evidence.objects.create(claim=claim, source=source, stance=Stance.CONTRADICTS, **acts)
    Answer.objects.create(evidence=piece, text="It is about the year before.", **acts)
    assert claim.anchor is not None
    settlement = Settlement.objects.create(
        claim=claim, anchor=claim.anchor, verdict=Verdict.SOURCED, reason="The invoice says so.", **acts
    )
    Settled.objects.create(settlement=settlement, review=Review.objects.get(claim=claim))
    correction = Correction.objects.create(
        claim=claim, anchor=claim.anchor, old="212,000", new="221,000", reason="Two figures changed places.", **acts
    )
    Decision.objects.create(correction=correction, accepted=True, **acts)
    Applied.objects.create(correction=correction, draft=claim.article.current)


def sign(article: Article, by: User) -> None:
    """A signature, a dissent, and a correction after publication."""
    draft, acts = article.current, {"by": by, "role": Role.EDITOR}
    SignOff.objects.create(
        article=article,
        draft=draft,
        sha256=draft.sha256,
        capacity=Role.EDITOR,
        by=by,
        policy=Policy.objects.latest(),
        head=article.head,
    )
    Dissent.objects.create(article=article, draft=draft, text="One source is not enough.", **acts)
    at = timezone.now()
    Erratum.objects.create(
        article=article,
        draft=draft,
        kind=ErratumClass.CORRECTION,
        cause=Cause.NEVER_MARKED,
        wording="The repair cost 221,000 crowns.",
        decided_by=by,
        received_at=at,
        published_at=at,
        **acts,
    )
