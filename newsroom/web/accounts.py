"""Signing in, passwords, and the settings a person keeps."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, re_path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from newsroom.domain import inviting, preferring
from newsroom.models import User
from newsroom.web.forms.accounts import SettingsForm
from newsroom.web.http import SeeOther, person
from newsroom.web.throttle import minutes_left

WRONG = gettext_lazy("This name and this password do not go together. Check both, or set a new password by mail.")


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """allauth as this desk uses it: nobody signs up, mails link to SITE_URL, passwords are set by a domain verb."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "enter_current_password": gettext_lazy("This is not the password you have now. Type it again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def is_ajax(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False  # these pages have no JSON twins here

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refused while too many wrong passwords count, with the time that is left of the wait."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as refusal:
            left = minutes_left(request, self._get_login_attempts_cache_key(request, **credentials))
            sentence = ngettext(
                "Too many wrong passwords. Wait %(n)s minute, or set a new password by mail.",
                "Too many wrong passwords. Wait %(n)s minutes, or set a new password by mail.",
                left,
            )
            raise ValidationError(sentence % {"n": left}, code=refusal.code) from refusal

    def set_password(self, user: User, password: str) -> None:
        preferring.set_password(user, by=user, password=password)
        for key in ({"email": user.email}, {"username": user.username}):
            counted = self._get_login_attempts_cache_key(self.request, **key)
            ratelimit.clear(self.request, action="login_failed", key=counted)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("accounts-settings")

    def get_reset_password_from_key_url(self, key: str) -> str:
        uid, _dash, token = key.partition("-")
        return inviting.address(uid, token)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:  # noqa: ARG002
        super().send_password_reset_mail(user, user.email, {**context, "days": inviting.days()})

    def format_email_subject(self, subject: str) -> str:
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            raise ValidationError(
                _("The desk can't send mail at the moment. Try again later, or ask an administrator.")
            ) from error


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """The person's own name and keys."""
    user = person(request)
    now = {name: getattr(user, name) for name in SettingsForm.base_fields}
    form = SettingsForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_valid():
        preferring.prefer(user, by=user, **form.cleaned_data)
        messages.success(request, _("Your settings are saved."))
        return SeeOther(reverse("accounts-settings"))
    context = {"form": form, "roles": sorted(user.roles)}
    return render(request, "accounts/settings.html", context, status=422 if form.is_bound else 200)


def answering(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An allauth page that answers a refused form with 422, as every page here does."""

    @wraps(page)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = page(request, *args, **kwargs)
        if request.method == "POST" and response.status_code == 200:
            response.status_code = 422
        return response

    return answer


# Only these of allauth's pages are offered; /accounts/ has no others.
pages = [
    path("login/", answering(views.login), name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("signup/", views.signup, name="account_signup"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("password/change/", answering(views.password_change), name="account_change_password"),
    path("password/reset/", answering(views.password_reset), name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        answering(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
