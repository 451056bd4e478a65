"""Making claims, changing their bounds, and saying that there is no fact in them."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.anchoring import anchor_of, place, short, suspend
from newsroom.domain.locking import (
    lock,
    lock_claim,
    must_be_current,
    must_be_live,
    must_be_open,
    must_count,
    must_have_come_along,
    touch,
)
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.domain.standing import marks
from newsroom.domain.writing import must_be_text
from newsroom.models import Article, Claim, ClaimKind, Dismissal, Draft, User
from newsroom.text.graphemes import snap
from newsroom.text.kinds import kinds_of

LONGEST_REASON = 400


@transaction.atomic
def add(draft: Draft, *, by: User, start: int, end: int, wording: str, kinds: Iterable[str] = ()) -> Claim:
    """A claim that a person makes on `draft.text[start:end]`, accepted from the start.

    `wording` is what the person selected; `ValidationError` when the draft does not say that there, or is no
    longer the story's current one. Words that carry a live claim already: that claim is returned (and accepted).
    Without `kinds` the ones that the words suggest are noted.
    """
    article = lock(draft.article_id)
    role = require(by, Verb.EDIT, article)
    must_be_open(article)
    start, end = must_say(article, draft, start, end, wording)
    there = Claim.objects.filter(draft=draft, start=start, end=end, dismissed=False).first()
    if there:
        return there if there.accepted else accept(there, by=by)
    quote = draft.article.quotes.filter(draft=draft, start__lte=start, end__gte=end, doubtful=False).first()
    claim = Claim(
        article=article, draft=draft, quote=quote, start=start, end=end, accepted=True, created_by=by,
        wording=draft.text[start:end], version=article.version + 1,
    )  # fmt: skip
    claim.save()
    claim.anchor = anchor_of(claim, draft, start, end, by=by)
    claim.anchor.save(force_insert=True)
    claim.save(update_fields=["anchor"])
    slugs = tuple(dict.fromkeys(kinds)) or kinds_of(claim.wording, in_quote=quote is not None)
    ClaimKind.objects.bulk_create(ClaimKind(claim=claim, kind=slug) for slug in slugs)
    data = {"start": start, "end": end, "wording": claim.wording, "kinds": list(slugs)}
    record(article, by=by, role=role, verb="add claim", about=claim, data=data)
    return claim


def must_say(article: Article, draft: Draft, start: int, end: int, wording: str) -> tuple[int, int]:
    """The span in whole characters, without white space at its ends; raises `ValidationError` unless the draft says
    `wording` there.
    """
    if draft.pk != article.draft_id:
        raise ValidationError(_("A newer draft came in meanwhile. Select the words there."), code="old-draft")
    if not 0 <= start < end <= len(draft.text) or draft.text[start:end] != wording:
        raise ValidationError(_("These words do not stand there in the draft. Select them again."), code="not-there")
    start += len(wording) - len(wording.lstrip())
    end = start + len(wording.strip())
    if start >= end:
        raise ValidationError(_("Select the words that can be checked."), code="empty")
    return snap(draft.text, start, end)


@transaction.atomic
def accept(claim: Claim, *, by: User, anchor: int | None = None) -> Claim:
    """A proposal becomes a claim. Accepting an accepted one changes nothing.

    `Conflict` when the page showed another anchor (None for callers that show no page).
    """
    article, claim, role = lock_claim(claim, by=by, verb=Verb.ACCEPT)
    must_be_live(claim)
    if claim.accepted:
        return claim
    if anchor is not None:
        must_be_current(claim, anchor)
    claim.accepted = True
    touch(article, [claim], "accepted")
    record(article, by=by, role=role, verb="accept claim", about=claim)
    return claim


@transaction.atomic
def change_bounds(claim: Claim, *, by: User, anchor: int, start: int, end: int, wording: str) -> Claim:
    """Other words for a claim on the same draft: a new anchor, and every mark on it is suspended.

    A claim that was cut or ambiguous has a place again, with all that was said of it; a proposal on exactly the words
    gives way to it. `anchor` is the one that the page showed, or `Conflict`. `ValidationError` when the draft does not
    say `wording` there, or another accepted claim has exactly these words. The same bounds again change nothing.
    """
    article, claim, role = lock_claim(claim, by=by, verb=Verb.EDIT)
    must_count(claim)
    start, end = must_say(article, claim.draft, start, end, wording)
    if (claim.start, claim.end) == (start, end):
        return claim
    must_be_current(claim, anchor)
    make_room(article, claim.draft, start, end, by=by, role=role)
    before = claim.wording
    said = _("found again on “%(new)s”") if claim.start is None else _("words changed from “%(old)s” to “%(new)s”")
    why = said % {"old": short(before), "new": short(wording.strip())}
    place(claim, start, end, why=why, by=by)
    claim.accepted = True
    suspended = suspend({claim: why}, authors=article.written_by)
    touch(article, [claim], "anchor", "start", "end", "wording", "state", "standing", "accepted")
    data = {"from": before, "to": claim.wording, "start": start, "end": end, "suspended": len(suspended)}
    record(article, by=by, role=role, verb="change bounds", about=claim, data=data)
    return claim


def make_room(article: Article, draft: Draft, start: int, end: int, *, by: User, role: str) -> None:
    """Dismiss a mere proposal on these words; raises `ValidationError` where a claim stands on exactly them."""
    there = Claim.objects.filter(draft=draft, start=start, end=end, dismissed=False).first()
    if there is None:
        return
    if there.accepted or there.notes:
        raise ValidationError(_("Another claim stands on exactly these words already."), code="taken")
    there.article = article
    drop(article, there, by=by, role=role, reason=_("Another claim was put on these words."))


@transaction.atomic
def dismiss(claim: Claim, *, by: User, reason: str, anchor: int | None = None) -> Claim:
    """ "No fact here": the claim is no longer counted, its words are looked at. Kept in the record with the reason.

    A claim whose words were cut is put aside in the same way, though others' marks on it wait for words to come back.
    `ValidationError` without a reason or with one over 400 characters, or while another person's mark stands.
    `Conflict` when the page showed another anchor (None for callers that show no page). Dismissed already: no change.
    """
    article, claim, role = lock_claim(claim, by=by, verb=Verb.DISMISS)
    if claim.dismissed:
        return claim
    must_count(claim)
    if anchor is not None:
        must_be_current(claim, anchor)
    reason = must_give(reason)
    others = [mark for mark in marks(claim.history, article.written_by) if mark.reviewer != by.pk]
    if claim.start is not None and others:
        raise ValidationError(_("Somebody else's mark stands on this claim, so it can't be dismissed."))
    drop(article, claim, by=by, role=role, reason=reason)
    return claim


def drop(article: Article, claim: Claim, *, by: User, role: str, reason: str) -> Dismissal:
    """Dismiss a claim of the locked story, on the words where it last had a place, and record it."""
    last = claim.anchors.filter(start__isnull=False).order_by("number").last()
    assert last is not None  # noqa: S101 - every claim began on words
    row = Dismissal.objects.create(
        claim=claim,
        draft_id=last.draft_id,
        start=last.start or 0,
        end=last.end or 0,
        wording=last.wording,
        reason=reason,
        by=by,
    )
    claim.dismissed = claim.accepted = True
    touch(article, [claim], "dismissed", "accepted")
    record(article, by=by, role=role, verb="dismiss claim", about=claim, data={"reason": reason})
    return row


def must_give(reason: str) -> str:
    """The reason of a dismissal without white space around it; raises `ValidationError` for none and a long one."""
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": _("Say why there is no fact to check in these words.")})
    must_be_text(reason=reason)
    if len(reason) > LONGEST_REASON:
        raise ValidationError({"reason": _("A reason has at most %(n)s characters.") % {"n": LONGEST_REASON}})
    return reason


@transaction.atomic
def take_back(claim: Claim, *, by: User) -> Claim:
    """A dismissal is taken back by a row of its own, and the claim counts again. Not dismissed: no change."""
    article, claim, role = lock_claim(claim, by=by, verb=Verb.DISMISS)
    if not claim.dismissed:
        return claim
    must_be_open(article)
    must_have_come_along(claim)
    twins = Claim.objects.filter(draft=claim.draft_id, start=claim.start, end=claim.end, dismissed=False)
    if claim.start is not None and twins.exists():
        raise ValidationError(_("Another claim stands on exactly these words now."), code="taken")
    last = claim.dismissals.latest("id")
    Dismissal.objects.create(
        claim=claim,
        draft_id=last.draft_id,
        start=last.start,
        end=last.end,
        wording=last.wording,
        takes_back=last,
        by=by,
    )
    claim.dismissed = False
    touch(article, [claim], "dismissed")
    record(article, by=by, role=role, verb="take dismissal back", about=claim)
    return claim
