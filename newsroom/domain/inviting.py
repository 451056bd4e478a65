"""New people: an administrator makes the account, the person gets a link by mail and sets the password."""

import logging
from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import int_to_base36
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock_desk
from newsroom.domain.recording import record_on_desk
from newsroom.domain.staffing import groups, locked, must_administer
from newsroom.domain.writing import must_be_text
from newsroom.models import User

log = logging.getLogger(__name__)


@transaction.atomic
def invite(
    username: str,
    *,
    by: User | None,
    email: str,
    first_name: str = "",
    last_name: str = "",
    roles: Iterable[str] = (),
) -> User:
    """Make an account without a password and, once it is stored, mail the person a link to set one.

    `Denied` unless `by` is an administrator (or None, the command line); `ValidationError` for a name or address
    that is wrong or taken, and when the mail can't be handed over (then the account is there all the same).
    """
    lock_desk()
    must_administer(by)
    must_be_text(username=username, email=email, first_name=first_name, last_name=last_name)
    roles = sorted(roles)
    user = User(
        username=User.normalize_username(username),
        email=email.lower(),
        first_name=first_name,
        last_name=last_name,
    )
    user.set_unusable_password()
    user.full_clean()
    user.save(force_insert=True)
    user.groups.set(groups(roles))
    data = {"username": user.username, "email": user.email, "roles": roles}
    record_on_desk(by=by, verb="invite", about=user, data=data)
    transaction.on_commit(partial(mail_link, user))
    return user


@transaction.atomic
def open_administrator(username: str, *, email: str, password: str) -> User:
    """An administrator's account, made by whoever has the desk's own command line; how the first one comes about.

    `ValidationError` for a name or address that is wrong or taken, and for a password that is too easy.
    """
    lock_desk()
    must_be_text(username=username, email=email, password=password)
    user = User(username=User.normalize_username(username), email=email.lower(), is_staff=True, is_superuser=True)
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    user.save(force_insert=True)
    data = {"username": user.username, "email": user.email}
    record_on_desk(by=None, verb="open administrator", about=user, data=data)
    return user


@transaction.atomic
def send_link(user: User, *, by: User | None) -> User:
    """Mail somebody a new set-password link. `ValidationError` for a deactivated account."""
    user = locked(user, by=by)
    if not user.is_active:
        raise ValidationError(_("The account of %s is deactivated. Activate it first.") % user)
    record_on_desk(by=by, verb="send link", about=user, data={"email": user.email})
    transaction.on_commit(partial(mail_link, user))
    return user


def mail_link(user: User) -> None:
    """The mail with the link. `ValidationError` that says what to do when the mail server does not take it."""
    link = address(int_to_base36(user.pk), default_token_generator.make_token(user))
    context = {"user": user, "link": link, "days": days(), "desk": settings.SITE_URL}
    subject = render_to_string("account/email/invitation_subject.txt", context).strip()
    try:
        send_mail(subject, render_to_string("account/email/invitation_message.txt", context), None, [user.email])
    except OSError as error:
        log.exception("The set-password link for %s was not sent", user.username)
        raise ValidationError(
            _(
                "The account of %(user)s is stored, but no mail could be sent to %(email)s. When mail works again, "
                "choose “Send a new set-password link” in the list of accounts."
            )
            % {"user": user, "email": user.email}
        ) from error


def address(uid: str, token: str) -> str:
    """The page where one person sets a password, to be opened from a mail."""
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    return settings.SITE_URL + path


def days() -> int:
    """How long a link works."""
    return settings.PASSWORD_RESET_TIMEOUT // 86_400
