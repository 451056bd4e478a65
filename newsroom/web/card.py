"""The selected claim in full."""

import uuid
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from newsroom.domain.permissions import Verb, may
from newsroom.domain.settling import may_settle
from newsroom.domain.standing import latest, lookers, settled_by
from newsroom.models import Article, Claim, Comment, Dismissal, Kind, Settlement, User, Verdict
from newsroom.text.kinds import CHECKLISTS, risk_rank
from newsroom.web.fields import comment_field, dismissal_fields, empty_comment_field
from newsroom.web.forms.review import MARKS, MarkForm, SpeakerForm
from newsroom.web.marks import drawn, earlier
from newsroom.web.pieces import HAD, pieces
from newsroom.web.rail import Row

ASIDE = "put_aside"
RISKS = {
    "legal": _("legal risk"),
    "privacy": _("privacy risk"),
    "minor": _("about a minor"),
    "safety": _("safety risk"),
}


def card(
    article: Article, row: Row, *, user: User, form: MarkForm | None = None, claim: Claim | None = None
) -> dict[str, Any]:
    """What the card's template draws; `form` is the refused one and `claim` the row just read, where there is one."""
    claim = claim or read(row)
    said = talk(article, row, user=user, claim=claim)
    asked = sorted(row.kinds, key=lambda kind: risk_rank([kind]))
    language, talking = get_language(), row.dismissed or not said["may_mark"]
    return {
        **said,
        **(pieces(row.id) if getattr(claim, "had", True) else {}),
        "claim": claim,
        "kinds": [Kind(kind) for kind in row.kinds],
        "flags": [RISKS[flag] for flag in claim.flags],
        "checklists": [(Kind(kind), map(gettext, CHECKLISTS[kind])) for kind in asked if kind in CHECKLISTS],
        "shown": posted(form) if form else said["shown"],
        "verdict": form["verdict"].value() if form else "",
        "comment": comment_field(form, talking=talking) if form else empty_comment_field(language, talking=talking),
        "speaker_form": speaker_form(claim),
        **buttons(article, user=user),
    }


def read(row: Row) -> Claim:
    """The claim with its quote and, where it was dismissed, the newest row that says so as `put_aside`; one query."""
    settled = Exists(Settlement.objects.filter(claim=OuterRef("pk")))
    claims = Claim.objects.filter(pk=row.id).select_related("quote__named_by").annotate(had=HAD, was_settled=settled)
    if row.dismissed:
        claims = claims.annotate(put_aside=FilteredRelation("dismissals")).select_related(f"{ASIDE}__by")
        return claims.order_by(f"-{ASIDE}__pk")[0]
    return claims.get()


def buttons(article: Article, *, user: User) -> dict[str, Any]:
    """What can be done on a card, besides what `talk` says."""
    return {
        "verdicts": MARKS,
        "dismissal_fields": dismissal_fields(get_language()),
        "may_dismiss": may(user, Verb.DISMISS, article),
        "is_author": article.was_written_by(user),
    }


def talk(article: Article, row: Row, *, user: User, claim: Claim | None = None) -> dict[str, Any]:
    """The part of the card that changes: marks and comments. The row gets the marks' initials.

    `claim` is the row itself where it was read already.
    """
    target = claim or Claim(pk=row.id)
    reviews = target.history
    comments = Comment.objects.filter(thread__claim=row.id).select_related("account", "thread") if row.notes else []
    newest = latest(reviews)
    own = newest.get(user.pk)
    marks = [review for review in newest.values() if review.verdict != Verdict.WITHDRAWN]
    row.initials = [review.reviewer.initials for review in marks]
    return {
        "selected": row,
        "marks": [drawn(review) for review in marks],
        "earlier": [earlier(review) for review in reviews if newest[review.reviewer_id].pk != review.pk],
        "own": own,
        "may_undo": own is not None and own.verdict != Verdict.WITHDRAWN,
        "comments": sorted(comments, key=lambda comment: comment.thread_id),
        "outcome": settled_by(reviews),
        "looked": len(lookers(reviews, article.written_by)),
        "may_settle": may_settle(article, target, user),
        "dismissal": row.dismissed and (getattr(target, ASIDE, None) or why_dismissed(row.id)),
        "shown": {"anchor": row.anchor, "number": own.number if own else 0, "key": uuid.uuid4()},
        "may_mark": may(user, Verb.MARK, article),
        "may_edit": may(user, Verb.EDIT, article),
        "may_attach": may(user, Verb.ATTACH, article),
        "may_resolve": may(user, Verb.RESOLVE_ANY, article),
        "may_ask": may(user, Verb.ASK, article),
        "may_propose": may(user, Verb.PROPOSE, article),
    }


def why_dismissed(claim: int) -> Dismissal:
    return Dismissal.objects.filter(claim=claim).select_related("by").latest("id")


def posted(form: MarkForm) -> dict[str, Any]:
    """What the page had shown that posted a refused form."""
    return {name: form[name].value() for name in ("anchor", "number", "key")}


def speaker_form(claim: Claim) -> SpeakerForm | None:
    if claim.quote is None:
        return None
    return SpeakerForm(initial={"anchor": claim.quote.anchor_id, "speaker": claim.quote.speaker})
