"""Settling marks that differ."""

import uuid
from collections.abc import Collection
from typing import cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.locking import Conflict, lock_claim, must_be_current, must_be_live, touch
from newsroom.domain.permissions import Verb, may, require
from newsroom.domain.recording import record
from newsroom.domain.standing import adds_up_to, counting, marks
from newsroom.domain.talking import must_fit
from newsroom.models import OUTCOMES, Article, Claim, Review, Settled, Settlement, User, Verdict


@transaction.atomic
def settle(
    claim: Claim,
    *,
    by: User,
    verdict: str,
    reason: str,
    anchor: int,
    reviews: Collection[uuid.UUID],
    key: uuid.UUID,
) -> Settlement:
    """Put marks that differ to rest: those in `reviews` stop counting, and `verdict` counts instead, with the reason.

    An editor settles all marks that count; whoever disputed may settle their own dispute. `reviews` are the ids that
    the page showed, `anchor` the words. `key` is made by the page: the same post again returns the same row. `Conflict`
    when the words or the marks are others now, `ValidationError` where nothing differs, without a reason, and for a
    claim that is not live; `Denied` without the right, and on a story of one's own.
    """
    article, claim, _role = lock_claim(claim, by=by, verb=Verb.SEE)
    sent = Settlement.objects.filter(pk=key).first()
    reason = reason.strip()
    if sent:
        must_be_same(sent, claim, by=by, verdict=verdict, reason=reason)
        return sent
    role = require(by, verb_for(article, claim, by=by), article)
    must_be_live(claim)
    must_be_current(claim, anchor)
    resting = to_settle(article, claim, by=by)
    must_be_these(resting, reviews)
    if verdict not in OUTCOMES:
        raise ValidationError({"verdict": _("Say what counts from now on: sourced, disputed or opinion.")})
    if not reason:
        raise ValidationError({"reason": _("Say why: a settlement needs a reason.")})
    must_fit(reason, "reason")
    return write(article, claim, resting, by=by, role=role, verdict=verdict, reason=reason, key=key)


def verb_for(article: Article, claim: Claim, *, by: User) -> Verb:
    """What the person acts under: an editor settles; others who disputed mark anew, as it were."""
    own = any(review.reviewer_id == by.pk for review in disputes(article, claim))
    return Verb.MARK if own and not may(by, Verb.SETTLE, article) else Verb.SETTLE


def may_settle(article: Article, claim: Claim, user: User) -> bool:
    """Whether there is something to settle here for this person; `settle` asks again."""
    return may(user, verb_for(article, claim, by=user), article) and bool(differing(article, claim, by=user))


def disputes(article: Article, claim: Claim) -> list[Review]:
    return [r for r in counting(claim.history, article.written_by) if r.verdict == Verdict.DISPUTED]


def differing(article: Article, claim: Claim, *, by: User) -> list[Review]:
    """The marks that this person would put to rest; none where they agree, also with what settled others before."""
    given = counting(claim.history, article.written_by)
    said = {mark.verdict for mark in marks(claim.history, article.written_by)}
    if Verdict.DISPUTED not in said and len(said) < 2:
        return []
    if may(by, Verb.SETTLE, article):
        return given
    return [review for review in disputes(article, claim) if review.reviewer_id == by.pk]


def to_settle(article: Article, claim: Claim, *, by: User) -> list[Review]:
    """As `differing`; raises `ValidationError` where nothing differs."""
    resting = differing(article, claim, by=by)
    if not resting:
        raise ValidationError(_("The marks on this claim agree, so there is nothing to settle."), code="settled")
    return resting


def must_be_these(resting: list[Review], reviews: Collection[uuid.UUID]) -> None:
    """Raises `Conflict` when the page showed other marks than count now."""
    if {review.pk for review in resting} == set(reviews):
        return
    raise Conflict(
        _("Somebody marked this claim after your page was loaded. Look at the marks before you settle them."),
        was=_("%(n)s marks") % {"n": len(reviews)},
        now="; ".join(f"{review.reviewer}: {review.get_verdict_display()}" for review in resting),
        fresh={"reviews": [str(review.pk) for review in resting]},
    )


def must_be_same(sent: Settlement, claim: Claim, *, by: User, verdict: str, reason: str) -> None:
    """Raises `ValidationError` when a key comes again with something else, which would be lost unseen."""
    if (sent.claim_id, sent.by_id, sent.verdict, sent.reason) != (claim.pk, by.pk, verdict, reason):
        raise ValidationError(_("This page was used already. Reload it and settle again."))


def write(
    article: Article,
    claim: Claim,
    resting: list[Review],
    *,
    by: User,
    role: str,
    verdict: str,
    reason: str,
    key: uuid.UUID,
) -> Settlement:
    """Add the rows, store what the marks add up to now, and record it."""
    anchor = cast(int, claim.anchor_id)  # a claim that was read under the lock has one
    row = Settlement(id=key, claim=claim, anchor_id=anchor, verdict=verdict, reason=reason, by=by, role=role)
    row.save(force_insert=True)
    Settled.objects.bulk_create(Settled(settlement=row, review=review) for review in resting)
    del claim.history
    claim.standing = adds_up_to(claim.history, article.written_by)
    touch(article, [claim], "standing")
    data = {
        "settlement": str(row.pk),
        "verdict": verdict,
        "reason": reason,
        "reviews": sorted(str(review.pk) for review in resting),
        "standing": claim.standing,
    }
    record(article, by=by, role=role, verb="settle", about=claim, data=data)
    return row
