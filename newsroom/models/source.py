"""Things in the world that a claim can rest on."""

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.article import Article
from newsroom.models.claim import Claim
from newsroom.models.user import Role, User


class SourceKind(models.TextChoices):
    """What a source is. Output of AI tools can be kept on file, and never counts for anything."""

    DOCUMENT = "document", _("document")
    DATA = "data", _("data")
    PAGE = "page", _("web page")
    RECORDING = "recording", _("recording")
    TRANSCRIPT = "transcript", _("transcript")
    INTERVIEW = "interview", _("interview")
    CORRESPONDENCE = "correspondence", _("correspondence")
    NOTES = "notes", _("reporter’s notes")
    EXPERT = "expert", _("expert")
    COVERAGE = "coverage", _("previous coverage")
    AI = "ai", _("AI output")


class SourceQuerySet(models.QuerySet["Source"]):
    def visible_to(self, user: User) -> Self:
        """The sources that this person may know of: their own, those that no story uses, and those that a visible
        story uses or ever used. One that only hidden stories use is hidden with them.
        """
        if not user.is_active or not user.roles.intersection(Role.values):
            return self.none()
        used = Claim.objects.filter(evidence__source=OuterRef("pk"))
        seen = used.filter(article__in=Article.objects.visible_to(user))
        return self.filter(Q(created_by=user) | ~Exists(used) | Exists(seen))


class Source(models.Model):
    """A document, a person, a recording, data or a page, described once and used by many claims and stories.

    Copies of one agency story share an `origin` and count once. A confidential person has a `code` name and neither
    name nor contact here: those are in the vault (`Identity`).
    """

    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=14, choices=SourceKind, default=SourceKind.DOCUMENT)
    address = models.CharField(_("address"), max_length=2000, blank=True, help_text=_("On the web: https://…"))
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    dated = models.DateField(_("date"), null=True, blank=True)
    origin = models.CharField(
        _("origin"),
        max_length=200,
        blank=True,
        help_text=_("Where copies come from, for example one agency’s story: all with the same origin count once."),
    )
    person = models.CharField(_("person"), max_length=200, blank=True, help_text=_("Where it is somebody’s word."))
    contact = models.CharField(_("contact"), max_length=400, blank=True)
    anonymous = models.BooleanField(_("not named in the story"), default=False)
    code = models.CharField(_("code name"), max_length=12, blank=True, help_text=_("Of a confidential source: K-7."))
    language = models.CharField(_("language"), max_length=12, blank=True)
    folded = models.TextField(editable=False, help_text=_("What can be searched for, case-folded."))
    title_folded = models.CharField(max_length=300, editable=False)  # the list's order, the same on both databases
    version = models.PositiveIntegerField(default=1, editable=False, help_text=_("One more with each change."))
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["title_folded", "id"]
        indexes = [models.Index(fields=["title_folded", "id"], name="source_by_title")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SourceKind.values), name="source_kind_known"),
            models.CheckConstraint(condition=~Q(title=""), name="source_has_title"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="source_code_once"),
            models.CheckConstraint(
                condition=Q(code="") | Q(anonymous=True, person="", contact=""), name="source_confidential_is_nameless"
            ),
        ]

    if TYPE_CHECKING:
        id: int

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title_folded = self.title.casefold()[:300]
        super().save(*args, **kwargs)

    @property
    def called(self) -> str:
        """What people call it: a confidential source by its code name."""
        return self.code or self.title


class Attachment(models.Model):
    """A file of a source, kept under its SHA-256. Only ever added."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(_("name"), max_length=255, help_text=_("As it was uploaded."))
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField(_("bytes"))
    media_type = models.CharField(_("type"), max_length=100, help_text=_("As its content says."))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["source", "-id"], name="attachment_newest")]
        constraints = [models.UniqueConstraint(fields=["source", "sha256"], name="attachment_once")]

    if TYPE_CHECKING:
        id: int
        source_id: int

    def __str__(self) -> str:
        return self.name


class Snapshot(models.Model):
    """What a source's address gave when it was asked: its text, or why there is none. Only ever added."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="snapshots")
    asked = models.CharField(_("address asked"), max_length=2000)
    address = models.CharField(_("address"), max_length=2000, blank=True, help_text=_("Where redirects led to."))
    status = models.PositiveSmallIntegerField(_("status"), null=True, help_text=_("The server’s, for example 200."))
    failure = models.CharField(_("failure"), max_length=300, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, help_text=_("Of the bytes."))
    text = models.TextField(_("text"), blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["source", "-id"], name="snapshot_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(failure="") & ~Q(sha256="") | Q(sha256="", text="") & ~Q(failure=""),
                name="snapshot_taken_or_failed",
            )
        ]

    if TYPE_CHECKING:
        id: int
        source_id: int

    def __str__(self) -> str:
        return self.asked
