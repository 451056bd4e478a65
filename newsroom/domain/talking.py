"""Comments and threads."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock, must_have_come_along, touch
from newsroom.domain.permissions import Denied, Verb, may, require
from newsroom.domain.recording import record
from newsroom.domain.writing import must_be_text
from newsroom.models import Article, Claim, Comment, Thread, ThreadKind, User

LONGEST = 20_000


@transaction.atomic
def comment(about: Claim | Article, *, by: User, text: str, key: uuid.UUID) -> Comment:
    """A message in the open talk on a claim or on the story; opens a thread where there is none.

    `key` is made by the page, so the same post again returns the same comment. `ValidationError` for an empty text, one
    over 20,000 characters, a proposal that stayed with an old draft, and a key that another comment has. Talk on a
    proposal accepts it, if the person may accept claims.
    """
    article = lock(about.article_id if isinstance(about, Claim) else about.pk)
    role = require(by, Verb.COMMENT, article)
    sent = Comment.objects.select_related("thread").filter(pk=key).first()
    text = text.strip()
    claim = Claim.objects.get(pk=about.pk) if isinstance(about, Claim) else None
    if sent:
        must_be_same(sent, article, claim, by=by, text=text)
        return sent
    if not text:
        raise ValidationError({"comment": _("Write something first.")})
    must_fit(text)
    if claim:
        claim.article = article
        must_have_come_along(claim)
    thread = open_thread(article, claim, by=by)
    row = Comment(id=key, thread=thread, account=by, text=text)
    row.save(force_insert=True)
    if claim:
        claim.accepted = claim.accepted or may(by, Verb.ACCEPT, article)
        claim.notes += 1
        touch(article, [claim], "accepted", "notes")
    data = {"comment": str(row.pk), "thread": thread.pk, "text": row.text}
    record(article, by=by, role=role, verb="comment", about=claim or article, data=data)
    return row


def must_be_same(sent: Comment, article: Article, claim: Claim | None, *, by: User, text: str) -> None:
    """Raises `ValidationError` when a key comes again with something else, which would be lost unseen."""
    was = (sent.account_id, sent.thread.article_id, sent.thread.claim_id, sent.text)
    if was != (by.pk, article.pk, claim.pk if claim else None, text):
        raise ValidationError(_("This page was used already. Reload it and send your comment again."))


def must_fit(text: str, field: str = "comment") -> None:
    """What is said with a mark, a reason or in a thread is kept for ever, so it is writing and has an end; the refusal
    stands beside `field`.
    """
    must_be_text(**{field: text})
    if len(text) > LONGEST:
        raise ValidationError({field: _("At most %(n)s characters can be kept here.") % {"n": LONGEST}})


def open_thread(article: Article, claim: Claim | None, *, by: User) -> Thread:
    """The newest talk there that is not resolved, or a new one."""
    talk = Thread.objects.filter(article=article, claim=claim, kind=ThreadKind.TALK, resolved_at=None)
    thread = talk.last()
    return thread or Thread.objects.create(article=article, claim=claim, opened_by=by)


@transaction.atomic
def resolve(thread: Thread, *, by: User) -> Thread:
    """Close a thread: one's own, or as an editor any. Resolved already: no change."""
    return set_resolved(thread, by=by, resolved=True)


@transaction.atomic
def reopen(thread: Thread, *, by: User) -> Thread:
    """Open a resolved thread again, under the same rule as resolving it. Open already: no change."""
    return set_resolved(thread, by=by, resolved=False)


def set_resolved(thread: Thread, *, by: User, resolved: bool) -> Thread:
    article = lock(thread.article_id)
    thread = Thread.objects.select_related("claim").get(pk=thread.pk)
    role = require(by, Verb.RESOLVE_OWN, article)
    if thread.opened_by_id != by.pk and not may(by, Verb.RESOLVE_ANY, article):
        raise Denied(_("Only the person who opened a thread, or an editor, can resolve or reopen it."))
    if bool(thread.resolved_at) == resolved:
        return thread
    thread.resolved_at, thread.resolved_by = (timezone.now(), by) if resolved else (None, None)
    thread.save(update_fields=["resolved_at", "resolved_by"])
    if thread.claim:
        touch(article, [thread.claim])
    verb = "resolve thread" if resolved else "reopen thread"
    record(article, by=by, role=role, verb=verb, about=thread)
    return thread
