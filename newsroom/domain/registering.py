"""Corrections after publication: what readers were told, who decided, and what was in force when it went wrong."""

import uuid
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recalling import in_force
from newsroom.domain.recording import chain_of, record
from newsroom.domain.talking import must_fit
from newsroom.domain.workflow import turn
from newsroom.models import (
    Article,
    Cause,
    Claim,
    Erratum,
    ErratumClass,
    Event,
    Status,
    User,
)

OUT = (Status.PUBLISHED, Status.CORRECTED)


@transaction.atomic
def register(
    article: Article,
    *,
    by: User,
    key: uuid.UUID,
    kind: str,
    cause: str,
    wording: str,
    decided_by: User,
    received_at: datetime,
    published_at: datetime,
    claim: Claim | None = None,
) -> Erratum:
    """Register a correction of a published story, with what was in force when the house was told (`received_at`): what
    was marked, attached or written since is the answer to it and did not let it through.

    Nothing old changes; the story becomes *corrected*. The same `key` again returns the same row. `ValidationError` for
    a story that is not out, another story's claim, an unknown class or cause, no wording, and times that are out of
    order or to come.
    """
    article = lock(article.pk)
    role = require(by, Verb.REGISTER, article)
    sent = Erratum.objects.filter(pk=key).first()
    if sent:
        told = decided_by.pk, received_at, published_at
        must_be_same(sent, (article.pk, claim.pk if claim else None, kind, cause, wording.strip(), *told))
        return sent
    row = Erratum(id=key, article=article, claim=claim, kind=kind, cause=cause, by=by, role=role)
    row.wording, row.decided_by = wording.strip(), decided_by
    row.received_at, row.published_at = received_at, published_at
    must_be_right(row)
    row.draft, row.record = in_force(article, claim, at=max(received_at, published_since(article)))
    row.save(force_insert=True)
    data = {"erratum": str(row.pk), "kind": kind, "cause": cause, "text": row.wording, "decided_by": decided_by.pk}
    data |= {"received": received_at.isoformat(), "published": published_at.isoformat(), "in force": row.record}
    record(article, by=by, role=role, verb="register erratum", about=claim or article, data=data)
    if article.status == Status.PUBLISHED:
        turn(article, Status.CORRECTED, by=by, role=role)
    return row


def must_be_same(sent: Erratum, now: tuple[object, ...]) -> None:
    """Raises `ValidationError` when a key comes again with something else, which would be lost unseen."""
    names = ("article_id", "claim_id", "kind", "cause", "wording", "decided_by_id", "received_at", "published_at")
    if tuple(getattr(sent, name) for name in names) != now:
        raise ValidationError(_("This page was used already. Reload it and register the correction again."))


def must_be_right(row: Erratum) -> None:
    """Raises `ValidationError` beside the field that is wrong."""
    if row.article.status not in OUT:
        raise ValidationError(_("Only a published story is corrected here. Before that, propose a correction."))
    if row.claim and row.claim.article_id != row.article_id:
        raise ValidationError({"claim": _("That claim is of another story.")})
    if row.kind not in ErratumClass.values:
        raise ValidationError({"kind": _("Choose how readers were told.")})
    if row.cause not in Cause.values:
        raise ValidationError({"cause": _("Choose what let it through.")})
    if not row.wording:
        raise ValidationError({"wording": _("Write what readers were told.")})
    must_fit(row.wording, "wording")
    if row.published_at < row.received_at:
        raise ValidationError({"published_at": _("Readers can't have been told before the house was.")})
    if row.published_at > timezone.now():
        raise ValidationError({"published_at": _("Register it once it is out.")})


def published_since(article: Article) -> datetime:
    """When the story was published: a complaint that came before that is of what was published then. When it came in,
    where the trail does not tell.
    """
    moves = Event.objects.filter(chain=chain_of(article), verb="move", data__to=Status.PUBLISHED)
    published = moves.order_by("seq").last()
    return datetime.fromisoformat(published.at) if published else article.created_at
