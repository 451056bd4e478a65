"""Inviting: an account without a password, a link by mail, an event; and what is refused."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction

from newsroom.domain import inviting, staffing
from newsroom.domain.permissions import Denied
from newsroom.models import Event, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss() -> User:
    return factories.user(username="boss", is_superuser=True, staff=True)


@pytest.fixture
def post(django_capture_on_commit_callbacks: Any) -> Any:
    """What is to happen after the commit, done at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_invite_makes_an_account_and_mails_the_link(boss: User, post: Any) -> None:
    with post():
        user = inviting.invite(
            "tom", by=boss, email="Tom@Desk.example", first_name="Tom", last_name="Aster", roles=["reporter", "legal"]
        )
        assert mail.outbox == []  # not before the account is stored
    user = User.objects.get(pk=user.pk)
    assert (user.username, user.email, str(user)) == ("tom", "tom@desk.example", "Tom Aster")
    assert user.roles == {"reporter", "legal"}
    assert not user.has_usable_password()
    assert not user.is_staff
    event = Event.objects.get(chain="desk", verb="invite")
    assert (event.account, event.object) == (boss, f"user:{user.pk}")
    assert event.data == {"username": "tom", "email": "tom@desk.example", "roles": ["legal", "reporter"]}

    (message,) = mail.outbox
    assert message.to == ["tom@desk.example"]
    assert message.from_email == settings.DEFAULT_FROM_EMAIL
    assert "\n" not in message.subject
    body = str(message.body)
    assert "Hello Tom Aster," in body
    assert "tom, or with this e-mail address" in body
    assert "for 3 days" in body
    assert re.findall(rf"^{settings.SITE_URL}/accounts/password/reset/key/[0-9a-z]+-\S+/$", body, re.M)


def test_names_go_into_the_mail_as_they_are(boss: User, post: Any) -> None:
    with post():
        inviting.invite("pat", by=boss, email="pat@desk.example", first_name="Pat", last_name="O'Hara & <Sons>")
    assert "Hello Pat O'Hara & <Sons>," in str(mail.outbox[0].body)


def test_nothing_is_mailed_when_the_account_is_not_stored(boss: User, post: Any) -> None:
    with post(), pytest.raises(RuntimeError), transaction.atomic():
        inviting.invite("tom", by=boss, email="tom@desk.example")
        raise RuntimeError
    assert mail.outbox == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"username": "BOSS"},
        {"username": ""},
        {"username": "two words"},
        {"email": "BOSS@desk.example"},
        {"email": ""},
        {"email": "nowhere"},
        {"email": "a@desk.example\nBcc: b@desk.example"},
        {"roles": ["owner"]},
        {"first_name": "n" * 151},
    ],
)
def test_what_is_wrong_or_taken_is_refused(boss: User, post: Any, wrong: dict[str, Any]) -> None:
    with post(), pytest.raises(ValidationError):
        inviting.invite(by=boss, **{"username": "tom", "email": "tom@desk.example", **wrong})
    assert User.objects.count() == 1
    assert mail.outbox == []


def test_only_administrators_invite(post: Any) -> None:
    with post(), pytest.raises(Denied):
        inviting.invite("tom", by=factories.user("editor", staff=True), email="tom@desk.example")
    assert not User.objects.filter(username="tom").exists()
    assert mail.outbox == []


def test_the_command_line_invites(post: Any) -> None:
    with post():
        inviting.invite("tom", by=None, email="tom@desk.example")
    assert Event.objects.get(verb="invite").account is None
    assert len(mail.outbox) == 1


def test_send_link_again(boss: User, post: Any) -> None:
    ann = factories.user("checker", username="ann")
    with post():
        inviting.send_link(ann, by=boss)
    (message,) = mail.outbox
    assert message.to == [ann.email]
    assert "set a new password" in str(message.body)
    event = Event.objects.get(chain="desk", verb="send link")
    assert (event.account, event.object, event.data) == (boss, f"user:{ann.pk}", {"email": ann.email})


def test_no_link_for_the_deactivated_nor_from_others(boss: User, post: Any) -> None:
    ann = factories.user("checker")
    with post(), pytest.raises(Denied):
        inviting.send_link(ann, by=factories.user("editor"))
    staffing.deactivate(ann, by=boss)
    with post(), pytest.raises(ValidationError, match="Activate it first"):
        inviting.send_link(ann, by=boss)
    assert mail.outbox == []
    assert not Event.objects.filter(verb="send link").exists()


def test_when_mail_does_not_work_the_account_is_there_and_the_sentence_says_so(
    boss: User, post: Any, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    with pytest.raises(ValidationError, match=r"is stored, but no mail could be sent to tom@desk\.example"), post():
        inviting.invite("tom", by=boss, email="tom@desk.example")
    assert User.objects.filter(username="tom").exists()
    assert "set-password link for tom was not sent" in caplog.text
