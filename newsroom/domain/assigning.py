"""Whose story it is, when it is due, and who may see it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Prefetch

from newsroom.domain.importing import folded
from newsroom.domain.leaving import must_open_to_somebody
from newsroom.domain.locking import lock, lock_desk, must_have_seen, touch
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.domain.standing import adds_up_to
from newsroom.domain.writing import must_be_text
from newsroom.models import Access, Article, Claim, Member, Review, User


@transaction.atomic
def assign(
    article: Article,
    *,
    by: User,
    authors: Iterable[User],
    byline: str,
    desk: str,
    deadline: datetime | None,
    seen: int | None = None,
) -> Article:
    """Set a story's authors, byline, desk and deadline. Marks of somebody who is now an author stop counting.

    They count again when somebody else takes the person off the list, who answers for it in the audit trail; who
    takes their own name off wrote the story all the same. The same again changes nothing. `ValidationError` for a
    byline or desk that can't be kept, and when nobody could open a restricted story any more; `Conflict` when somebody
    assigned it after the version `seen`, which the page showed.
    """
    lock_desk()  # before the story: meanwhile nobody leaves who would be the last to open it
    article = lock(article.pk)
    role = require(by, Verb.ASSIGN, article)
    authors = list(authors)
    now = (article.byline, article.desk, article.deadline, article.author_ids)
    if now == (byline, desk, deadline, frozenset(author.pk for author in authors)):
        return article
    must_have_seen(article, seen, "assign")
    must_be_text(byline=byline, desk=desk)
    article.byline, article.desk, article.deadline = byline, desk, deadline
    must_be_clean(article, "byline", "desk")
    article.folded = folded(article.headline, byline, desk)
    article.save(update_fields=["byline", "desk", "deadline", "folded"])
    data = {
        "authors": sorted(change_authors(article, authors, by=by)),
        "byline": byline,
        "desk": desk,
        "deadline": deadline.isoformat() if deadline else "",
    }
    record(article, by=by, role=role, verb="assign", about=article, data=data)
    return article


def change_authors(article: Article, authors: Iterable[User], *, by: User) -> frozenset[int]:
    """Set the authors and count the marks again where that matters; the new authors' ids."""
    before, wrote = article.author_ids, set(article.written_by)
    article.authors.set(authors)
    must_open_to_somebody(article)
    now = article.author_ids
    article.written_by = sorted(now | (wrote - (before - {by.pk})))
    article.save(update_fields=["written_by"])
    if wrote != set(article.written_by):
        recount(article)
    return now


def recount(article: Article) -> None:
    """Work out again what the marks on every marked claim of the story add up to."""
    reviews = Prefetch("reviews", Review.objects.with_fate())
    marked = Claim.objects.filter(article=article, reviews__isnull=False).distinct()
    for claim in marked.prefetch_related(reviews):
        standing = adds_up_to(claim.reviews.all(), article.written_by)
        if standing != claim.standing:
            claim.standing = standing
            touch(article, [claim], "standing")


@transaction.atomic
def restrict(
    article: Article, *, by: User, access: str, members: Iterable[User] = (), seen: int | None = None
) -> Article:
    """Say who may see a story. The editor who restricts it is always a member, so nobody locks themselves out.

    The same again changes nothing. `ValidationError` for an access that there is not, and when the editor's own account
    was switched off meanwhile and nobody could open the story.
    """
    lock_desk()  # as `assign` does
    article = lock(article.pk)
    role = require(by, Verb.RESTRICT, article)
    wanted = {user.pk for user in members} | ({by.pk} if access == Access.RESTRICTED else set())
    if article.access == access and wanted == set(article.members.values_list("user", flat=True)):
        return article
    must_have_seen(article, seen, "restrict")
    article.access = access
    must_be_clean(article, "access")
    article.save(update_fields=["access"])
    article.members.exclude(user__in=wanted).delete()
    Member.objects.bulk_create((Member(article=article, user_id=pk) for pk in sorted(wanted)), ignore_conflicts=True)
    must_open_to_somebody(article)
    data = {"access": access, "members": sorted(wanted)}
    record(article, by=by, role=role, verb="restrict", about=article, data=data)
    return article


def must_be_clean(article: Article, *names: str) -> None:
    """Raises `ValidationError` where one of these fields holds what the database would refuse."""
    article.clean_fields(exclude={field.name for field in Article._meta.fields} - set(names))
