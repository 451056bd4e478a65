"""The house's policy in sentences, for everybody: the version in force, and the older ones."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from newsroom.models import Policy
from newsroom.web.rules import in_words

ALWAYS = (
    _("Copies of one origin, such as an agency’s story, count once."),
    _("Tertiary sources, context and output of AI tools never count."),
    _("A calculation counts through the source of its figures alone."),
    _("Evidence that contradicts a claim makes it short until somebody has answered it."),
    _("A claim rests on an unnamed source only where it would be short without it."),
    _("Marking a claim sourced is always possible: where it is short, the claim says so and the gate stays shut."),
)


@require_GET
def read(request: HttpRequest, version: int | None = None) -> HttpResponse:
    """The policy in force, or an older version."""
    versions = list(Policy.objects.select_related("by"))
    policy = (
        get_object_or_404(Policy.objects.select_related("by"), version=version) if version is not None else versions[0]
    )
    context = {"policy": policy, "versions": versions, "newest": versions[0], "always": ALWAYS, **in_words(policy)}
    return render(request, "policy/read.html", context)
