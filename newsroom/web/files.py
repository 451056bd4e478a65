"""The files and snapshots of a source: listed, added to, and given out to those who may know of the source."""

from typing import IO

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from newsroom.domain import filing, snapshotting
from newsroom.models import Attachment, Snapshot, Source
from newsroom.web import vault
from newsroom.web.forms.files import FileForm
from newsroom.web.http import SeeOther, person
from newsroom.web.kept import by_pages


@require_http_methods(["GET", "POST"])
def source(request: HttpRequest, source: int) -> HttpResponse:
    """What is kept of a source, and the form for one file more."""
    user = person(request)
    row = get_object_or_404(Source.objects.visible_to(user), pk=source)
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        try:
            filing.keep(row, by=user, upload=form.cleaned_data["file"])
        except ValidationError as refusal:
            form.add_error("file", refusal)
        else:
            messages.success(request, _("The file is kept."))
            return SeeOther(vault.page_of(row))
    context = {**by_pages(request, row, user), "source": row, "form": form, "back": vault.page_of(row)}
    return render(request, "files/source.html", context, status=422 if form.is_bound else 200)


@require_POST
def look(request: HttpRequest, source: int) -> HttpResponse:
    """Ask the source's address for its page now."""
    user = person(request)
    row = get_object_or_404(Source.objects.visible_to(user), pk=source)
    snapshot = snapshotting.take(row, by=user)
    if snapshot.failure:
        messages.error(request, _("No snapshot: %s") % snapshot.failure)
    else:
        messages.success(request, _("The page was looked at, and its words are kept."))
    return SeeOther(vault.page_of(row))


@require_GET
def attachment(request: HttpRequest, attachment: int) -> HttpResponseBase:
    """A file, to be saved and never shown inside the desk; a page where the store no longer has what was kept."""
    seen = Attachment.objects.filter(source__in=Source.objects.visible_to(person(request)))
    row = get_object_or_404(seen.select_related("source", "by"), pk=attachment)
    try:
        return sent(request, row, filing.content(row))
    except filing.Lost as lost:
        return render(request, "files/lost.html", {"attachment": row, "changed": lost.changed}, status=404)


def sent(request: HttpRequest, attachment: Attachment, file: IO[bytes]) -> FileResponse:
    """A file as a browser can do nothing with but save it."""
    request.META.pop("HTTP_ACCEPT_ENCODING", None)  # most files are compressed already
    response = FileResponse(
        file, as_attachment=True, filename=filing.cleaned(attachment.name), content_type=attachment.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


@require_GET
def snapshot(request: HttpRequest, snapshot: int) -> HttpResponse:
    """What an address said, in words alone, or why it said nothing."""
    seen = Snapshot.objects.filter(source__in=Source.objects.visible_to(person(request)))
    row = get_object_or_404(seen.select_related("source", "by"), pk=snapshot)
    return render(request, "files/snapshot.html", {"snapshot": row, "source": row.source})
