"""The selected claim in full."""

from typing import Any

from django.http import HttpRequest

from newsroom.domain.permissions import Verb, may
from newsroom.domain.standing import latest
from newsroom.models import Article, Claim, Comment, Kind, User, Verdict
from newsroom.text.kinds import CHECKLISTS
from newsroom.web.forms.review import DismissForm, MarkForm, SpeakerForm
from newsroom.web.rail import Row


def person(request: HttpRequest) -> User:
    """The signed-in person; `LoginRequiredMiddleware` lets nobody else in."""
    assert isinstance(request.user, User)  # noqa: S101 - for the type checker
    return request.user


def card(article: Article, row: Row, *, user: User, form: MarkForm | None = None) -> dict[str, Any]:
    """What the card's template draws; `form` is the refused one, where there is one."""
    claim = Claim.objects.select_related("quote__anchor", "anchor").get(pk=row.id)
    reviews = list(claim.reviews.select_related("reviewer", "suspension").order_by("at", "number"))
    newest = latest(reviews)
    own = newest.get(user.pk)
    shown = {"anchor": claim.anchor_id, "number": own.number if own else 0}
    return {
        "claim": claim,
        "row": row,
        "kinds": [Kind(kind) for kind in row.kinds],
        "checklists": [(Kind(kind), CHECKLISTS[kind]) for kind in row.kinds if kind in CHECKLISTS],
        "marks": [review for review in newest.values() if review.verdict != Verdict.WITHDRAWN],
        "earlier": [review for review in reviews if newest[review.reviewer_id].pk != review.pk],
        "own": own,
        "may_undo": own is not None and own.verdict != Verdict.WITHDRAWN,
        "comments": Comment.objects.filter(thread__claim=claim).select_related("account", "thread"),
        "form": form or MarkForm(initial=shown),
        "shown": shown,
        "dismiss_form": DismissForm(),
        "speaker_form": speaker_form(claim),
        "may_mark": may(user, Verb.MARK, article),
        "may_edit": may(user, Verb.EDIT, article),
        "may_resolve": may(user, Verb.RESOLVE_ANY, article),
        "is_author": article.is_author(user),
    }


def speaker_form(claim: Claim) -> SpeakerForm | None:
    if claim.quote is None:
        return None
    return SpeakerForm(initial={"anchor": claim.quote.anchor_id, "speaker": claim.quote.speaker})
