"""Stories on the desk, and who may see them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.utils.translation import gettext_lazy as _

from newsroom.models.gathered import Gathered
from newsroom.models.policy import Policy
from newsroom.models.user import NAMES, Role, User, named

if TYPE_CHECKING:
    from newsroom.models.draft import Draft


AUTHORS_HELP = _("They never mark or dismiss its claims. Whoever takes their own name off keeps to that.")


class Status(models.TextChoices):
    """Where a story stands on its way through the desk; `domain/workflow.py` has the moves."""

    PACKAGE = "package", _("package")
    CHECKING = "checking", _("checking")
    QUERIES_OUT = "queries-out", _("queries out")
    READY = "ready", _("ready")
    SIGNED = "signed", _("signed")
    PUBLISHED = "published", _("published")
    CORRECTED = "corrected", _("corrected")
    KILLED = "killed", _("killed")


class Access(models.TextChoices):
    """Who may see a story: everybody with a role, or its authors and members alone."""

    DESK = "desk", _("the whole desk")
    RESTRICTED = "restricted", _("members only")


class ArticleQuerySet(models.QuerySet["Article"]):
    def with_policy(self) -> Self:
        """With the id of the house's policy in force as `policy_id`, so that nobody has to ask for it."""
        return self.annotate(policy_id=Subquery(Policy.objects.order_by("-version").values("pk")[:1]))

    def with_authors(self) -> Self:
        """With its authors' accounts as far as names go, so that `wrote` costs no query of its own."""
        written = Article.authors.through.objects.filter(article=OuterRef("pk")).order_by("user_id")
        return self.annotate(names_of_authors=Gathered(written, *(f"user__{name}" for name in NAMES)))

    def visible_to(self, user: User) -> Self:
        """The stories that this person may know of. Every page, command and export starts here."""
        if not user.is_active or not user.roles.intersection(Role.values):
            return self.none()
        member = Member.objects.filter(user=user).values("article")
        author = Article.authors.through.objects.filter(user=user).values("article")
        return self.filter(Q(access=Access.DESK) | Q(pk__in=member) | Q(pk__in=author))

    def seen_by(self, user: User) -> Self:
        """As `visible_to`, and each story knows for whom it was found, so that it need not ask again."""
        return self.visible_to(user).annotate(seen_by=Value(user.pk))


class Article(models.Model):
    """One story on the desk. Its words live in drafts; this row says whose it is, where it stands and who sees it."""

    headline = models.CharField(_("headline"), max_length=300)
    byline = models.CharField(_("byline"), max_length=200, blank=True, help_text=_("As it is to be printed."))
    authors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("authors"),
        related_name="written",
        blank=True,
        help_text=AUTHORS_HELP,
    )
    written_by = models.JSONField(
        default=list,
        editable=False,
        help_text=_("Account ids of the authors, and of those who took themselves off the list."),
    )
    desk = models.CharField(_("desk"), max_length=60, blank=True, help_text=_("For example City, Foreign, Sport."))
    dated = models.DateField(_("date"), null=True, blank=True, help_text=_("The date the story carries."))
    deadline = models.DateTimeField(_("deadline"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.CHECKING)
    access = models.CharField(_("access"), max_length=12, choices=Access, default=Access.DESK)
    draft = models.ForeignKey(
        "Draft", verbose_name=_("current draft"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.PositiveIntegerField(_("words"), default=0, help_text=_("In the current draft."))
    folded = models.TextField(editable=False, help_text=_("Headline, byline and desk, case-folded for searching."))
    version = models.PositiveIntegerField(default=0, help_text=_("How many events this story's chain has."))
    head = models.CharField(max_length=64, default="0" * 64, help_text=_("Hash of the newest event."))
    created_at = models.DateTimeField(_("brought in"), auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["status", "-created_at"], name="article_status"),
            models.Index(fields=["-created_at", "-id"], name="article_newest"),
            models.Index(fields=["desk", "access"], name="article_desk"),
            models.Index(fields=["deadline"], name="article_deadline"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="article_status_known"),
            models.CheckConstraint(condition=Q(access__in=Access.values), name="article_access_known"),
            models.CheckConstraint(condition=~Q(headline=""), name="article_has_headline"),
        ]

    if TYPE_CHECKING:
        id: int
        draft_id: int | None

    def __str__(self) -> str:
        return self.headline

    seen_by: int | None = None  # set where `visible_to` found the story for this account

    @property
    def current(self) -> "Draft":
        """The current draft. A story without one exists only while the verb that makes both is at work."""
        assert self.draft is not None  # noqa: S101
        return self.draft

    def shows_itself_to(self, user: User) -> bool:
        """What `visible_to` says, asked of the one story at hand: for most of them without asking the database."""
        if self.seen_by == user.pk and user.is_active:
            return True
        if not user.is_active or not user.roles.intersection(Role.values):
            return False
        return self.access == Access.DESK or self.is_author(user) or self.members.filter(user=user).exists()

    def was_written_by(self, user: User) -> bool:
        """Whether the person is one of the authors, or took their own name off: whoever wrote it never checks it."""
        return user.pk in self.written_by

    def is_author(self, user: User) -> bool:
        """Whether the person is one of the authors now; for most people this asks the database nothing."""
        return self.was_written_by(user) and user.pk in self.author_ids

    @property
    def author_ids(self) -> frozenset[int]:
        """Account ids of the authors as they are now; one query, or none where they were prefetched."""
        return frozenset(author.pk for author in self.wrote)

    @property
    def wrote(self) -> Iterable[User]:
        """The authors; one query, or none where the story was read `with_authors` or they were prefetched."""
        names: list[list[Any]] | None = getattr(self, "names_of_authors", None)
        return self.authors.all() if names is None else [named(row) for row in names]


class Member(models.Model):
    """A person whom an editor let see one restricted story."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.user} · {self.article}"
