"""Nobody's leaving locks a restricted story away."""

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.models import Access, Article, Member, Role, User


def at_work() -> QuerySet[User]:
    """Everybody with an account that works and at least one role."""
    return User.objects.filter(is_active=True, groups__name__in=Role.values)


def closed_but_to(people: QuerySet[User]) -> QuerySet[Article]:
    """The restricted stories that none of these people is an author or a member of."""
    member = Member.objects.filter(article=OuterRef("pk"), user__in=people)
    author = Article.authors.through.objects.filter(article=OuterRef("pk"), user__in=people)
    return Article.objects.filter(~Exists(member), ~Exists(author), access=Access.RESTRICTED)


def left_alone_by(user: User) -> QuerySet[Article]:
    """The restricted stories that nobody but this person can open."""
    own = Article.authors.through.objects.filter(user=user).values("article")
    opens = Q(pk__in=own) | Q(pk__in=Member.objects.filter(user=user).values("article"))
    return closed_but_to(at_work().exclude(pk=user.pk)).filter(opens)


def must_leave_nothing(user: User) -> None:
    """Raises `ValidationError` while stories hang on the person; how many, and not which, for they are restricted."""
    alone = left_alone_by(user).count() if at_work().filter(pk=user.pk).exists() else 0
    if alone:
        said = ngettext(
            "Nobody but %(user)s can open %(n)s restricted story. Choose in the account which editor gets it.",
            "Nobody but %(user)s can open %(n)s restricted stories. Choose in the account which editor gets them.",
            alone,
        )
        raise ValidationError({"heir": said % {"user": user, "n": alone}}, code="left-alone")


def must_open_to_somebody(article: Article) -> None:
    """Raises `ValidationError` when a restricted story has lost everybody who could open it."""
    if closed_but_to(at_work()).filter(pk=article.pk).exists():
        raise ValidationError(
            {"authors": _("Nobody could open this restricted story any more. Choose its members first.")},
            code="left-alone",
        )
