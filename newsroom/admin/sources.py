"""Sources with what is kept of them; read here, described and used on the desk's own pages."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsroom.admin.desk import DeskAdmin, DeskInline, name_of
from newsroom.domain.recording import named
from newsroom.models import Attachment, Snapshot, Source, User


class OfSourceAdmin(DeskAdmin):
    """Rows that hang on a source, for those who may know of the source."""

    on_story = ""
    source = "source"

    def limited(self, rows: QuerySet[Any], user: User) -> QuerySet[Any]:
        return rows.filter(Exists(Source.objects.visible_to(user).filter(pk=OuterRef(self.source))))

    def trail(self, row: Any) -> str:
        return named(row if isinstance(row, Source) else row.source)


class AttachmentInline(DeskInline):
    model = Attachment
    fields = ("name", "media_type", "size", "sha256", "who", "at")
    who = name_of("by", _("who"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Attachment]:
        return super().get_queryset(request).select_related("by")


class SnapshotInline(DeskInline):
    model = Snapshot
    fields = ("asked", "status", "failure", "sha256", "who", "at")
    who = name_of("by", _("who"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Snapshot]:
        return super().get_queryset(request).select_related("by").defer("text")


@admin.register(Source)
class SourceAdmin(OfSourceAdmin):
    source = "pk"
    list_display = ("title", "kind", "publisher", "dated", "origin", "code", "anonymous", "maker")
    list_select_related = ("created_by",)
    list_filter = ("kind", "anonymous", "created_at")
    search_fields = ("folded",)
    fieldsets = (
        (None, {"fields": ("title", "kind", "address", "publisher", "dated", "origin", "language")}),
        (_("Whose word it is"), {"fields": ("person", "contact", "anonymous", "code")}),
        (_("How it came about"), {"fields": ("created_at", "maker", "version")}),
    )
    inlines = (AttachmentInline, SnapshotInline)
    maker = name_of("created_by", _("made by"))

    def view_on_site(self, source: Source) -> str:
        return reverse("sources-source", args=[source.pk])


@admin.register(Attachment)
class AttachmentAdmin(OfSourceAdmin):
    list_display = ("name", "source", "media_type", "size", "sha256", "who", "at")
    list_select_related = ("source", "by")
    list_filter = ("media_type", "at")
    search_fields = ("name", "=sha256", "source__folded")
    fields = ("source", "name", "media_type", "size", "sha256", "who", "at")
    who = name_of("by", _("who"))

    def view_on_site(self, attachment: Attachment) -> str:
        return reverse("files-source", args=[attachment.source_id])


@admin.register(Snapshot)
class SnapshotAdmin(OfSourceAdmin):
    list_display = ("asked", "source", "status", "failure", "who", "at")
    list_select_related = ("source", "by")
    list_filter = ("status", "at")
    search_fields = ("asked", "address", "=sha256", "source__folded")
    fields = ("source", "asked", "address", "status", "failure", "sha256", "text", "who", "at")
    who = name_of("by", _("who"))

    def view_on_site(self, snapshot: Snapshot) -> str:
        return reverse("files-snapshot", args=[snapshot.pk])
