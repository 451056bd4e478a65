"""Other words for a claim: proposed by the desk, decided by the reporter or an editor."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock, lock_claim, must_be_current, must_be_live, must_be_open, touch
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.domain.talking import must_fit
from newsroom.models import Claim, Correction, Decision, Evidence, User


@transaction.atomic
def propose(
    claim: Claim,
    *,
    by: User,
    old: str,
    new: str,
    reason: str,
    anchor: int,
    key: uuid.UUID,
    evidence: uuid.UUID | None = None,
) -> Correction:
    """Propose `new` for the `old` words of a claim (all of them, or some; an empty `new` strikes them), with the reason
    and perhaps a piece of the claim's evidence.

    `key` is made by the page: the same post again returns the same row. `Conflict` when the page showed an older
    anchor; `ValidationError` where the claim does not read so, nothing changes, there is no reason, or the evidence is
    another claim's. A proposed claim is accepted by it.
    """
    article, claim, role = lock_claim(claim, by=by, verb=Verb.PROPOSE)
    old, new, reason = old.replace("\r\n", "\n").strip(), new.replace("\r\n", "\n").strip(), reason.strip()
    row = Correction(id=key, claim=claim, old=old, new=new, reason=reason, evidence_id=evidence, by=by, role=role)
    sent = Correction.objects.filter(pk=key).first()
    if sent:
        must_be_same(sent, row)
        return sent
    must_be_live(claim)
    must_be_current(claim, anchor)
    must_change(claim, old, new)
    must_fit(new, "new")
    must_give(reason)
    row.anchor_id, row.evidence = anchor, piece_of(claim, evidence)
    row.save(force_insert=True)
    claim.accepted = True
    touch(article, [claim], "accepted")
    data = {"correction": str(row.pk), "old": old, "new": new, "reason": reason, "evidence": str(evidence or "")}
    record(article, by=by, role=role, verb="propose correction", about=claim, data=data)
    return row


def must_be_same(sent: Correction, row: Correction) -> None:
    """Raises `ValidationError` when a key comes again with something else, which would be lost unseen."""
    names = ("claim_id", "by_id", "old", "new", "reason", "evidence_id")
    if any(getattr(sent, name) != getattr(row, name) for name in names):
        raise ValidationError(_("This page was used already. Reload it and send your correction again."))


def must_give(reason: str) -> None:
    """Raises `ValidationError` without a reason, or with one that can't be kept."""
    if not reason:
        raise ValidationError({"reason": _("Say why: a correction needs a reason.")})
    must_fit(reason, "reason")


def must_change(claim: Claim, old: str, new: str) -> None:
    """Raises `ValidationError` where the claim does not say `old`, or `new` is the same."""
    if not old or old not in claim.wording:
        raise ValidationError({"old": _("The claim does not read so. Copy the words from it.")})
    if old == new:
        raise ValidationError({"new": _("These are the words that stand there already.")})


def piece_of(claim: Claim, evidence: uuid.UUID | None) -> Evidence | None:
    """The live piece of the claim's evidence with this id; `ValidationError` for another claim's."""
    if evidence is None:
        return None
    piece = Evidence.objects.live().filter(pk=evidence, claim=claim).first()
    if piece is None:
        raise ValidationError({"evidence": _("That is no evidence of this claim.")})
    return piece


@transaction.atomic
def decide(correction: Correction, *, by: User, accepted: bool, reason: str = "") -> Decision:
    """Accept a proposed correction for the next draft, or decline it with a reason.

    Decided the same way already: no change. `ValidationError` when it was decided otherwise, and for a decline without
    a reason; `Denied` without the right (a reporter decides on stories of their own).
    """
    article = lock(correction.claim.article_id)
    role = require(by, Verb.DECIDE, article)
    must_be_open(article)
    reason = reason.strip()
    made = Decision.objects.filter(correction=correction).first()
    if made and made.accepted == accepted:
        return made
    if made:
        raise ValidationError(_("%(who)s decided this otherwise already.") % {"who": made.by}, code="decided")
    if not accepted and not reason:
        raise ValidationError({"reason": _("Say why you decline it.")})
    must_fit(reason, "reason")
    row = Decision(correction=correction, accepted=accepted, reason=reason, by=by, role=role)
    row.save(force_insert=True)
    verb = "accept correction" if accepted else "decline correction"
    data = {"correction": str(correction.pk), "reason": reason}
    record(article, by=by, role=role, verb=verb, about=correction.claim, data=data)
    return row


def how_many() -> Subquery:
    """To be noted on stories: how many of a story's corrections wait for a decision."""
    rows = Correction.objects.filter(claim__article=OuterRef("pk"), decision=None)
    return Subquery(rows.order_by().values("claim__article").annotate(n=Count("pk")).values("n"))
