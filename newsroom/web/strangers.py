"""Whoever is not signed in, or no longer: what they get instead of the page, and how nothing typed is lost."""

from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from newsroom.web.http import wants_fragment
from newsroom.web.refusals import refuse


class SignedInMiddleware(LoginRequiredMiddleware):
    """Every page needs a signed-in person, except those that say otherwise (a test lists them).

    Whoever asks for a page is sent to sign in and comes back to it. What was posted by somebody who was signed out
    meanwhile can't come back by itself: the page with the typed text stays and says so (htmx), or the answer gives it
    back.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        if wants_fragment(request):
            came_from = HtmxDetails(request).current_url_abs_path or "/"
            context = {"login": redirect_to_login(came_from).url, "unsaved": request.method != "GET"}
            response = render(request, "strangers/signed-out.html", context, status=401)
            response["HX-Retarget"], response["HX-Reswap"] = "#refusal", "innerHTML"
            return response
        if request.method not in ("GET", "HEAD"):
            sentence = _("You have been signed out, and nothing was saved. Sign in, then send it again.")
            return refuse(request, 401, [sentence])
        return super().handle_no_permission(request, view_func)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes it
    """A post whose CSRF token is not this session's: most often from a page opened before the last sign-in."""
    sentence = _(
        "This page is older than your last sign-in, or your browser keeps no cookies for the desk. "
        "Reload the page and send it again."
    )
    response = refuse(request, 422, [sentence])
    response.status_code = 403
    return response
