"""Queries: threads that ask the reporter something and have a due time."""

import uuid
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock, must_be_open, must_have_come_along, touch
from newsroom.domain.permissions import Verb, may, require
from newsroom.domain.recording import record
from newsroom.domain.talking import must_be_same, must_fit
from newsroom.models import Article, Claim, Comment, Thread, ThreadKind, User

A_DAY = timedelta(days=1)


@transaction.atomic
def ask(about: Claim | Article, *, by: User, text: str, due: datetime, key: uuid.UUID) -> Thread:
    """A query to the reporter about a claim or the whole story, to be answered by `due`.

    `key` is made by the page and becomes the id of the first message, so the same post again returns the same thread.
    `ValidationError` for an empty text, one over 20,000 characters, a due time that is past, and on a killed story. A
    query on a proposal accepts it.
    """
    article = lock(about.article_id if isinstance(about, Claim) else about.pk)
    role = require(by, Verb.ASK, article)
    claim = Claim.objects.get(pk=about.pk) if isinstance(about, Claim) else None
    sent = Comment.objects.select_related("thread").filter(pk=key).first()
    text = text.strip()
    if sent:
        must_be_same(sent, article, claim, by=by, text=text)
        must_be_due_then(sent.thread, due)
        return sent.thread
    must_be_open(article)
    if not text:
        raise ValidationError({"text": _("Write what you want to know.")})
    must_fit(text, "text")
    if due <= timezone.now():
        raise ValidationError({"due": _("Choose a time that is still to come.")})
    if claim:
        claim.article = article
        must_have_come_along(claim)
    thread = Thread.objects.create(article=article, claim=claim, kind=ThreadKind.QUERY, due=due, opened_by=by)
    say(article, claim, thread, by=by, text=text, key=key)
    data = {"thread": thread.pk, "comment": str(key), "text": text, "due": due.isoformat()}
    record(article, by=by, role=role, verb="ask query", about=claim or article, data=data)
    return thread


def must_be_due_then(thread: Thread, due: datetime) -> None:
    """Raises `ValidationError` when a key comes again with another time, which would be lost unseen."""
    if thread.due != due:
        raise ValidationError(_("This page was used already. Reload it and ask again."))


@transaction.atomic
def answer(thread: Thread, *, by: User, text: str, key: uuid.UUID) -> Comment:
    """A message in a query: the reporter's or an editor's answer, or what anybody else has to say to it.

    It stays open until whoever asked, or an editor, resolves it. `key` as in `ask`; `ValidationError` for an empty text
    and for a query that is resolved.
    """
    article = lock(thread.article_id)
    thread = Thread.objects.select_related("claim").get(pk=thread.pk)
    answers = thread.opened_by_id != by.pk and may(by, Verb.ANSWER, article)
    role = require(by, Verb.ANSWER if answers else Verb.COMMENT, article)
    sent = Comment.objects.select_related("thread").filter(pk=key).first()
    text = text.strip()
    if sent:
        must_be_same(sent, article, thread.claim, by=by, text=text)
        return sent
    if thread.resolved_at:
        raise ValidationError(_("This query is resolved. Reopen it first, or ask a new one."), code="resolved")
    if not text:
        raise ValidationError({"text": _("Write something first.")})
    must_fit(text, "text")
    row = say(article, thread.claim, thread, by=by, text=text, key=key)
    data = {"comment": str(row.pk), "thread": thread.pk, "text": text}
    verb = "answer query" if answers else "comment"
    record(article, by=by, role=role, verb=verb, about=thread.claim or article, data=data)
    return row


def say(article: Article, claim: Claim | None, thread: Thread, *, by: User, text: str, key: uuid.UUID) -> Comment:
    """Write the message; on a claim it counts among its notes, and accepts a proposal if the person may do that."""
    row = Comment(id=key, thread=thread, account=by, text=text)
    row.save(force_insert=True)
    if claim:
        claim.article = article
        claim.accepted = claim.accepted or may(by, Verb.ACCEPT, article)
        claim.notes += 1
        touch(article, [claim], "accepted", "notes")
    return row


def due_by_default(article: Article) -> datetime:
    """When an answer is wanted if nobody says: at the deadline, or where that is past or unset in a day."""
    tomorrow = timezone.now() + A_DAY
    return article.deadline if article.deadline and article.deadline > timezone.now() else tomorrow


def seen(user: User) -> QuerySet[Thread]:
    """The open queries that this person may see."""
    visible = Article.objects.visible_to(user)
    return Thread.objects.filter(kind=ThreadKind.QUERY, resolved_at=None, article__in=visible)


def queries(user: User) -> QuerySet[Thread]:
    """The open queries that this person may see, the most urgent first, each with its first message (`question`), how
    many messages it has (`said`), when the last came (`last`), and `answered_by`, whose that was.
    """
    comments = Comment.objects.filter(thread=OuterRef("pk")).order_by("at", "id")
    newest = comments.order_by("-at", "-id")
    return (
        seen(user)
        .select_related("article", "claim", "opened_by")
        .annotate(
            question=Subquery(comments.values("text")[:1]),
            last_by=Subquery(newest.values("account")[:1]),
            said=Count("comments"),
            last=Max("comments__at"),
        )
        .order_by(F("due").asc(nulls_last=True), "id")
    )


def whose(rows: QuerySet[Thread], user: User) -> dict[str, QuerySet[Thread]]:
    """Of some queries those on the person's own stories ("mine"), those that they asked ("asked"), and "all"."""
    return {"mine": rows.filter(article__authors=user), "asked": rows.filter(opened_by=user), "all": rows}


def counts(rows: QuerySet[Thread], user: User) -> dict[str, int]:
    """How many of some queries `whose` puts where; one query."""
    own, theirs = Q(article__authors=user), Q(opened_by=user)
    each = {"mine": Count("pk", filter=own, distinct=True), "asked": Count("pk", filter=theirs, distinct=True)}
    return rows.order_by().aggregate(**each, all=Count("pk", distinct=True))


def how_many() -> Subquery:
    """To be noted on stories: how many of a story's queries are open."""
    rows = Thread.objects.filter(article=OuterRef("pk"), kind=ThreadKind.QUERY, resolved_at=None)
    return Subquery(rows.order_by().values("article").annotate(n=Count("pk")).values("n"))
