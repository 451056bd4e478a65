"""What the bar on every page needs to know."""

from typing import Any

from django.http import HttpRequest

from newsroom.domain.permissions import Verb, may
from newsroom.models import User


def desk(request: HttpRequest) -> dict[str, Any]:
    """`module` is the part of the URL name before the dash; `may_import` decides whether the menu offers it."""
    match = request.resolver_match
    name = (match.url_name or "") if match else ""
    user = getattr(request, "user", None)
    return {
        "module": name.partition("-")[0],
        "may_import": isinstance(user, User) and may(user, Verb.IMPORT),
    }
