"""Accepted corrections, checked off when a draft has them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock, must_be_open
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.models import Applied, Article, Correction, Decision, Draft, User


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
