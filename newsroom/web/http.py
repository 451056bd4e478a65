"""What every page asks of a request: who it is, and whether a page or a part of it is wanted."""

from django.http import HttpRequest, HttpResponseRedirect

from newsroom.models import User


class SeeOther(HttpResponseRedirect):
    """303: it is done, look at the result there with GET."""

    status_code = 303


def person(request: HttpRequest) -> User:
    """The signed-in person; `LoginRequiredMiddleware` lets nobody else in."""
    assert isinstance(request.user, User)  # noqa: S101 - for the type checker
    return request.user


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page (going back in the browser's history it wants all of it)."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
