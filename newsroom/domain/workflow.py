"""Where a story may go from where it stands. The README's diagram is printed from this table."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock, must_have_seen
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.models import Article, Status, User

# Signing, publishing and correcting need the gate and its signatures, which are not built yet.
MOVES: dict[Status, tuple[Status, ...]] = {
    Status.PACKAGE: (Status.CHECKING, Status.KILLED),
    Status.CHECKING: (Status.QUERIES_OUT, Status.READY, Status.KILLED),
    Status.QUERIES_OUT: (Status.CHECKING, Status.READY, Status.KILLED),
    Status.READY: (Status.CHECKING, Status.KILLED),
    Status.SIGNED: (),
    Status.PUBLISHED: (),
    Status.CORRECTED: (),
    Status.KILLED: (Status.CHECKING,),
}
# A deadline presses only while a story is in one of these.
IN_WORK = (Status.PACKAGE, Status.CHECKING, Status.QUERIES_OUT, Status.READY)


@transaction.atomic
def move(article: Article, *, by: User, to: str, seen: int | None = None) -> Article:
    """Give a story its next status; `ValidationError` for a move that is not in the table. Same status: no change.

    `Conflict` when somebody moved it after the version `seen`, which the page showed.
    """
    article = lock(article.pk)
    role = require(by, Verb.MOVE, article)
    if article.status == to:
        return article
    must_have_seen(article, seen, "move")
    if to not in MOVES[Status(article.status)]:
        raise ValidationError({"status": _("A story can't go from there to that status.")})
    before, article.status = article.status, to
    article.save(update_fields=["status"])
    record(article, by=by, role=role, verb="move", about=article, data={"from": before, "to": to})
    return article
