"""Saying of words that there is no fact in them. (A claim alone is dismissed in `claiming.py`.)"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.claiming import drop, must_give, must_say
from newsroom.domain.locking import lock, must_be_open
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.models import Claim, Dismissal, Draft, User
from newsroom.text.ledger import stretched
from newsroom.text.spans import Span


@transaction.atomic
def dismiss_words(draft: Draft, *, by: User, start: int, end: int, wording: str, reason: str) -> Dismissal:
    """ "No fact here", or no further one, said of `draft.text[start:end]`: looked at, as long as the words stand so.

    Proposals in the words are dismissed with them (if nothing is left, theirs is the row that is returned), accepted
    claims stay. Dismissed already: that row is returned. `ValidationError` without a reason or with one over 400
    characters, when the draft does not say `wording` there or is no longer the current one, when a proposal reaches
    beyond the words, and when an accepted claim has exactly these.
    """
    article = lock(draft.article_id)
    role = require(by, Verb.DISMISS, article)
    must_be_open(article)
    start, end = must_say(article, draft, start, end, wording)
    reason = must_give(reason)
    rows = Dismissal.objects.filter(draft=draft, start=start, end=end, takes_back=None, taken_back_by=None)
    live = Claim.objects.filter(draft=draft, dismissed=False, start__lt=end, end__gt=start)
    if live.filter(accepted=True, start=start, end=end).exists():
        raise ValidationError(_("A claim stands on exactly these words. Dismiss the claim instead."), code="claimed")
    proposals = [(claim, Span(claim.start or 0, claim.end or 0)) for claim in live.filter(accepted=False)]
    if any(span.start < start or span.end > end for _claim, span in proposals):
        raise ValidationError(_("A proposed claim reaches beyond these words. Open it first."), code="proposed")
    gone = []
    for claim, _span in proposals:
        claim.article = article
        gone.append(drop(article, claim, by=by, role=role, reason=reason))
    whole = stretched(draft.text, [span for _claim, span in proposals])
    if any(span.start <= start and span.end >= end for span in whole):
        return gone[-1]
    there = rows.first()
    if there:
        return there
    row = Dismissal.objects.create(
        draft=draft, start=start, end=end, wording=draft.text[start:end], reason=reason, by=by
    )  # fmt: skip
    data = {"start": start, "end": end, "wording": row.wording, "reason": reason}
    record(article, by=by, role=role, verb="dismiss words", about=row, data=data)
    return row


@transaction.atomic
def take_words_back(dismissal: Dismissal, *, by: User) -> Dismissal:
    """There is something to check in dismissed words after all; said by a row of its own, which is returned.

    Taken back already: that row is returned. `ValidationError` for the dismissal of a claim.
    """
    article = lock(dismissal.draft.article_id)
    role = require(by, Verb.DISMISS, article)
    must_be_open(article)
    if dismissal.claim_id is not None or dismissal.takes_back_id is not None:
        raise ValidationError(_("A claim was dismissed here. Open the claim and take it back there."), code="claim")
    there = Dismissal.objects.filter(takes_back=dismissal).first()
    if there:
        return there
    fields = {name: getattr(dismissal, name) for name in ("draft_id", "start", "end", "wording")}
    row = Dismissal.objects.create(**fields, takes_back=dismissal, by=by)
    record(article, by=by, role=role, verb="take words back", about=row, data={"wording": row.wording})
    return row
