"""Marking claims."""

from typing import cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.locking import Conflict, lock_claim, must_be_current, must_be_live, touch
from newsroom.domain.permissions import Verb
from newsroom.domain.recording import record
from newsroom.domain.standing import Mark, latest, marks, standing
from newsroom.domain.talking import must_fit
from newsroom.models import Article, Claim, Review, User, Verdict

MARKS = (Verdict.SOURCED, Verdict.DISPUTED, Verdict.OPINION)


@transaction.atomic
def mark(claim: Claim, *, by: User, verdict: str, anchor: int, number: int, comment: str = "") -> Review:
    """One editor's mark on one claim, for the words the editor saw.

    `anchor` is the id of the anchor that the page showed and `number` the last review number of this person that
    it knew (0 for none). The same post again returns the same row, as long as that is the person's newest on these
    words. Raises `Conflict` when the claim or the person's own mark has changed since, `ValidationError` for a
    dispute without a reason, a comment over 20,000 characters or a dismissed claim, `Denied` without the role or on
    a story of one's own. A first mark accepts a proposal.
    """
    article, claim, role = lock_claim(claim, by=by, verb=Verb.MARK)
    own, comment = latest(claim.history).get(by.pk), comment.strip()
    sent = (claim.anchor_id, number + 1, verdict, comment)
    if own and anchor == claim.anchor_id and (own.anchor_id, own.number, own.verdict, own.comment) == sent:
        return own
    must_be_live(claim)
    must_be_newest(claim, own, anchor=anchor, number=number)
    if verdict not in MARKS:
        raise ValidationError({"verdict": _("Mark it sourced, disputed or opinion.")})
    if verdict == Verdict.DISPUTED and not comment:
        raise ValidationError({"comment": _("Say why you dispute it: a dispute needs a reason.")})
    must_fit(comment)
    return write(article, claim, by=by, role=role, verdict=verdict, comment=comment, verb="mark")


@transaction.atomic
def undo(claim: Claim, *, by: User, anchor: int, number: int) -> Review:
    """Take back one's latest mark: the verdict before it is repeated, or the mark is *withdrawn*.

    The verdict before is repeated only where nothing has changed the meaning of the words since it was given. The same
    post again returns the same row; raises `Conflict` as `mark` does, `ValidationError` when there is nothing to undo
    and for a dismissed claim.
    """
    article, claim, role = lock_claim(claim, by=by, verb=Verb.MARK)
    own = {review.number: review for review in claim.history if review.reviewer_id == by.pk}
    if number < 1 or number not in own:
        raise ValidationError(_("You have not marked this claim, so there is nothing to undo."))
    before = own.get(number - 1)
    repeat = before is not None and still_means(claim, before, own[number])
    verdict = before.verdict if before and repeat else Verdict.WITHDRAWN
    comment = before.comment if before and repeat else ""
    done = own.get(number + 1)
    if done and number + 1 == max(own) and (done.verdict, done.comment) == (verdict, comment):
        return done
    must_be_live(claim)
    must_be_newest(claim, latest(claim.history).get(by.pk), anchor=anchor, number=number)
    return write(article, claim, by=by, role=role, verdict=verdict, comment=comment, verb="undo")


def still_means(claim: Claim, before: Review, own: Review) -> bool:
    """Whether a mark still says what it was given for: its words have the same anchor or, carried to newer drafts,
    neither it nor the mark after it was suspended on the way. (A withdrawn one never is, so it vouches for nothing.)
    """
    if before.anchor_id == claim.anchor_id:
        return True
    return own.verdict != Verdict.WITHDRAWN and not (hasattr(before, "suspension") or hasattr(own, "suspension"))


def must_be_newest(claim: Claim, own: Review | None, *, anchor: int, number: int) -> None:
    """Raises `Conflict` when the page showed an older anchor, or an older mark of the person's own."""
    stands = own.number if own else 0
    must_be_current(claim, anchor, number=stands)
    if stands != number:
        raise Conflict(
            _("You marked this claim from another page meanwhile."),
            was=spoken(claim.reviews.filter(reviewer=own.reviewer_id, number=number).first() if own else None),
            now=spoken(own),
            fresh={"anchor": anchor, "number": stands},
        )


def spoken(review: Review | None) -> str:
    """A review in a few words, for showing two versions side by side."""
    if review is None:
        return _("no mark of yours")
    said = f"{review.get_verdict_display()}"
    return f"{said}: {review.comment}" if review.comment else said


def write(article: Article, claim: Claim, *, by: User, role: str, verdict: str, comment: str, verb: str) -> Review:
    """Add the row, store what the marks add up to now, and record it."""
    own = latest(claim.history).get(by.pk)
    review = Review(
        claim=claim,
        reviewer=by,
        number=own.number + 1 if own else 1,
        anchor_id=cast(int, claim.anchor_id),  # a claim that was read under the lock has one
        wording=claim.wording,
        verdict=verdict,
        comment=comment,
        role=role,
    )
    review.save(force_insert=True)
    others = [review for review in claim.history if review.reviewer_id != by.pk]
    claim.standing = standing([*marks(others, article.written_by), Mark(by.pk, verdict, suspended=False)])
    claim.accepted = True
    Review._meta.get_field("suspension").set_cached_value(review, None)  # nobody has to ask the database: it is new
    Review._meta.get_field("settled").set_cached_value(review, None)
    claim.history.append(review)
    touch(article, [claim], "standing", "accepted")
    data = {
        "review": str(review.pk),
        "number": review.number,
        "verdict": verdict,
        "comment": comment,
        "wording": claim.wording,
        "standing": claim.standing,
    }
    record(article, by=by, role=role, verb=verb, about=claim, data=data)
    return review
