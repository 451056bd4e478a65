"""What every page asks of a request: who it is, and whether a page or a part of it is wanted."""

from django.contrib.auth.middleware import get_user
from django.http import HttpRequest, HttpResponseRedirect

from newsroom.models import User


class SeeOther(HttpResponseRedirect):
    """303: it is done, look at the result there with GET."""

    status_code = 303


def person(request: HttpRequest) -> User:
    """The signed-in person (`request.user` is a slow stand-in); `LoginRequiredMiddleware` lets nobody else in."""
    user = get_user(request)
    assert isinstance(user, User)  # noqa: S101 - for the type checker
    return user


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page (going back in the browser's history it wants all of it)."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
