"""The selected claim in full."""

from functools import cache
from typing import Any

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field, as_crispy_form
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.domain.permissions import Verb, may
from newsroom.domain.standing import latest
from newsroom.models import Article, Claim, Comment, Dismissal, Kind, Review, User, Verdict
from newsroom.text.kinds import CHECKLISTS
from newsroom.web.forms.review import DismissForm, MarkForm, SpeakerForm
from newsroom.web.rail import Row


def card(
    article: Article, row: Row, *, user: User, form: MarkForm | None = None, claim: Claim | None = None
) -> dict[str, Any]:
    """What the card's template draws; `form` is the refused one and `claim` the row read anew, where there is one."""
    claim = claim or Claim.objects.select_related("quote").get(pk=row.id)
    row.kinds = row.kinds or list(claim.kinds.values_list("kind", flat=True))
    said = talk(article, row, user=user)
    form = form or MarkForm(initial=said["shown"])
    if row.dismissed or not said["may_mark"]:
        form.fields["comment"].widget.attrs["placeholder"] = _("Write to the others about it.")
    return {
        **said,
        "claim": claim,
        "kinds": [Kind(kind) for kind in row.kinds],
        "checklists": [(Kind(kind), CHECKLISTS[kind]) for kind in row.kinds if kind in CHECKLISTS],
        "form": form,
        "comment_box": box(get_language()) if form is None else as_crispy_field(form["comment"]),
        "dismiss_fields": dismissal(get_language()),
        "speaker_form": speaker_form(claim),
        "may_edit": may(user, Verb.EDIT, article),
        "is_author": article.is_author(user),
    }


def talk(article: Article, row: Row, *, user: User) -> dict[str, Any]:
    """The part of the card that others change: marks and comments. Their numbers go to the row as well."""
    reviews = list(
        Review.objects.filter(claim=row.id).select_related("reviewer", "suspension").order_by("at", "number")
    )
    comments = list(Comment.objects.filter(thread__claim=row.id).select_related("account", "thread"))
    newest = latest(reviews)
    own = newest.get(user.pk)
    marks = [review for review in newest.values() if review.verdict != Verdict.WITHDRAWN]
    row.initials, row.notes = [review.reviewer.initials for review in marks], len(comments)
    return {
        "selected": row,
        "marks": marks,
        "earlier": [review for review in reviews if newest[review.reviewer_id].pk != review.pk],
        "own": own,
        "may_undo": own is not None and own.verdict != Verdict.WITHDRAWN,
        "comments": comments,
        "dismissal": row.dismissed and Dismissal.objects.filter(claim=row.id).select_related("by").latest("id"),
        "shown": {"anchor": row.anchor, "number": own.number if own else 0},
        "may_mark": may(user, Verb.MARK, article),
        "may_resolve": may(user, Verb.RESOLVE_ANY, article),
    }


@cache
def box(_language: str | None) -> SafeString:
    """The empty comment box, which is the same on every card."""
    return SafeString(as_crispy_field(MarkForm()["comment"]))


@cache
def dismissal(_language: str | None) -> SafeString:
    """The fields of a dismissal, the same on every card."""
    return SafeString(as_crispy_form(DismissForm()))


def speaker_form(claim: Claim) -> SpeakerForm | None:
    if claim.quote is None:
        return None
    return SpeakerForm(initial={"anchor": claim.quote.anchor_id, "speaker": claim.quote.speaker})
