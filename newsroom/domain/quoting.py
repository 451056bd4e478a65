"""Who says a quotation."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.anchoring import place, short, suspend
from newsroom.domain.locking import Conflict, lock, must_be_open, must_have_come_along, touch
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.domain.writing import must_be_text
from newsroom.models import Claim, Confidence, Quote, User

LONGEST = 200


@transaction.atomic
def correct_speaker(quote: Quote, *, by: User, speaker: str, anchor: int) -> Quote:
    """Another speaker for a quote: a new anchor for it and for each claim in it, whose marks are all suspended.

    `anchor` is the quote's anchor that the page showed, or `Conflict`. An empty `speaker` says that nobody can be
    named. The speaker that a rule guessed is thereby confirmed, which suspends nothing; the one that a person named
    changes nothing. A name over 200 characters, or a quote whose words are not in the draft, is a `ValidationError`.
    Dismissed claims change too, for a dismissal can be taken back.
    """
    article = lock(quote.article_id)
    role = require(by, Verb.CORRECT_SPEAKER, article)
    quote = Quote.objects.select_related("anchor", "draft").get(pk=quote.pk)
    speaker = " ".join(speaker.split())
    if speaker == quote.speaker and quote.named_by_id:
        return quote
    must_be_open(article)
    quote.article = article
    must_have_come_along(quote)
    must_be_correctable(quote, speaker, anchor)
    before, quote.speaker, quote.named_by = quote.speaker, speaker, by
    quote.confidence, quote.doubtful = Confidence.SURE, quote.doubtful and not speaker
    if speaker == before:
        quote.save(update_fields=["named_by", "confidence", "doubtful"])
        record(article, by=by, role=role, verb="confirm speaker", about=quote, data={"speaker": speaker})
        return quote
    why = _("speaker changed from %(old)s to %(new)s") % {
        "old": short(before) or _("nobody named"),
        "new": short(speaker) or _("nobody named"),
    }
    again(quote, why=why, by=by)
    quote.save()
    claims = list(quote.claims.filter(draft=quote.draft_id, start__isnull=False).select_related("anchor", "draft"))
    for claim in claims:
        again(claim, why=why, by=by)
        claim.accepted = True
    suspend(dict.fromkeys(claims, why), authors=article.written_by)
    touch(article, claims, "anchor", "state", "standing", "accepted")
    data = {"from": before, "to": speaker, "claims": [claim.pk for claim in claims]}
    record(article, by=by, role=role, verb="correct speaker", about=quote, data=data)
    return quote


def must_be_correctable(quote: Quote, speaker: str, anchor: int) -> None:
    """Raises `ValidationError` or `Conflict` when this speaker can't be given to the quote as it is now."""
    must_be_text(speaker=speaker)
    if len(speaker) > LONGEST:
        raise ValidationError({"speaker": _("A speaker's name has at most %(n)s characters.") % {"n": LONGEST}})
    if quote.anchor_id != anchor:
        raise Conflict(
            _("This quotation was changed after your page was loaded."),
            was=_("another speaker or other words"),
            now=quote.speaker or _("nobody named"),
            fresh={"anchor": quote.anchor_id},
        )
    if quote.start is None:
        raise ValidationError(_("The words of this quotation are not in the current draft."), code="unplaced")


def again(thing: Claim | Quote, *, why: str, by: User) -> None:
    """A new anchor on the same words."""
    place(thing, thing.start or 0, thing.end or 0, why=why, by=by)
