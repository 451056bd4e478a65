"""Other words for a claim: proposed by the desk, decided by the reporter or an editor, checked off by the draft that
has them.
"""

import uuid
from typing import cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock, lock_claim, must_be_current, must_be_live, must_be_open, touch
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.domain.talking import must_fit
from newsroom.models import Applied, Article, Claim, Correction, Decision, Draft, Evidence, User


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
    sent = Correction.objects.filter(pk=key).first()
    if sent:
        if (sent.claim_id, sent.by, sent.old, sent.new, sent.reason) != (claim.pk, by, old, new, reason):
            raise ValidationError(_("This page was used already. Reload it and send your correction again."))
        return sent
    must_be_live(claim)
    must_be_current(claim, anchor)
    must_change(claim, old, new)
    if not reason:
        raise ValidationError({"reason": _("Say why: a correction needs a reason.")})
    must_fit(new, "new")
    must_fit(reason, "reason")
    row = Correction(
        id=key,
        claim=claim,
        anchor_id=cast(int, claim.anchor_id),  # a claim that was read under the lock has one
        old=old,
        new=new,
        reason=reason,
        evidence=piece_of(claim, evidence),
        by=by,
        role=role,
    )
    row.save(force_insert=True)
    claim.accepted = True
    touch(article, [claim], "accepted")
    data = {"correction": str(row.pk), "old": old, "new": new, "reason": reason, "evidence": str(evidence or "")}
    record(article, by=by, role=role, verb="propose correction", about=claim, data=data)
    return row


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


@transaction.atomic
def check_off(correction: Correction, *, by: User) -> Applied:
    """Somebody sees that the current draft has an accepted correction, which the desk could not tell by itself.

    Checked off already: no change. `ValidationError` for one that was not accepted.
    """
    article = lock(correction.claim.article_id)
    role = require(by, Verb.DECIDE, article)
    must_be_open(article)
    done = Applied.objects.filter(correction=correction).first()
    if done:
        return done
    if not Decision.objects.filter(correction=correction, accepted=True).exists():
        raise ValidationError(_("Only an accepted correction can be checked off."))
    row = Applied.objects.create(correction=correction, draft=article.current)
    data = {"correction": str(correction.pk), "draft": article.current.number}
    record(article, by=by, role=role, verb="check off correction", about=correction.claim, data=data)
    return row


def waiting(article: Article) -> QuerySet[Correction]:
    """Accepted corrections that no draft has yet."""
    return Correction.objects.filter(claim__article=article, decision__accepted=True, applied=None)


def check_off_in(draft: Draft) -> list[Correction]:
    """Check off the accepted corrections that the new draft has; the story is locked, its claims have followed."""
    had = [row for row in waiting(draft.article).select_related("claim") if is_in(row, draft)]
    Applied.objects.bulk_create(Applied(correction=row, draft=draft) for row in had)
    return had


def is_in(correction: Correction, draft: Draft) -> bool:
    """Whether the draft reads as the correction asks, on the words of its claim or reaching out of them."""
    claim, old, new = correction.claim, correction.old, correction.new
    if claim.draft_id != draft.pk or claim.start is None or claim.end is None:
        return new == "" and claim.draft_id == draft.pk
    around = draft.text[max(0, claim.start - len(new)) : claim.end + len(new)]
    gone = old not in claim.wording
    return new in around and (gone or (new != "" and old in new))
