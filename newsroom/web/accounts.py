"""Signing in, and the settings a person keeps."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False


def settings(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)
