"""The first administrator: made at the command line, and in the audit trail all the same."""

import getpass
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from newsroom.domain.verifying import first_break
from newsroom.models import Event, User
from tests import factories

pytestmark = pytest.mark.django_db
GIVEN = {"username": "chief", "email": "Chief@desk.example"}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", factories.PASSWORD)


def create(**options: object) -> str:
    out = StringIO()
    call_command("createsuperuser", stdout=out, **{"interactive": False, **GIVEN, **options})
    return out.getvalue()


def test_an_administrator_is_made_and_recorded() -> None:
    assert create() == "chief is an administrator now, and can sign in.\n"
    user = User.objects.get()
    assert (user.username, user.email) == ("chief", "chief@desk.example")
    assert user.is_staff and user.is_superuser and user.is_active
    event = Event.objects.get(chain="desk", seq=2)
    assert (event.verb, event.object, event.account) == ("open administrator", f"user:{user.pk}", None)
    assert event.data == {"username": "chief", "email": "chief@desk.example"}
    assert first_break("desk") == ""
    client = Client()
    client.post(reverse("account_login"), {"login": "chief", "password": factories.PASSWORD})
    assert client.get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"username": ""}, "all needed"),
        ({"username": "TAKEN"}, "Another account has this user name"),
        ({"email": "taken@DESK.example"}, "Another account has this e-mail address"),
        ({"email": "nowhere"}, "valid email"),
        ({"username": "two words"}, "valid username"),
        ({"username": "chi\0ef"}, "can't be kept"),
    ],
)
def test_what_is_wrong_or_taken_is_refused(wrong: dict[str, str], says: str) -> None:
    factories.user(username="taken")
    with pytest.raises(CommandError, match=says):
        create(**wrong)
    assert User.objects.count() == 1
    assert Event.objects.count() == 1


@pytest.mark.parametrize("password", ["", "12345", "chief@desk.example"])
def test_an_easy_password_is_refused(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", password)
    with pytest.raises(CommandError):
        create()
    assert not User.objects.exists()


def test_what_is_missing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal is the one thing that a test has to play itself."""
    monkeypatch.delenv("DJANGO_SUPERUSER_PASSWORD")
    answers = {"User name: ": "chief", "E-mail address: ": "chief@desk.example", "Password: ": factories.PASSWORD}
    again = iter(["something else", factories.PASSWORD])
    monkeypatch.setattr("builtins.input", answers.__getitem__)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: answers.get(prompt) or next(again))
    with pytest.raises(CommandError, match="two different passwords"):
        create(interactive=True, username="", email="")
    create(interactive=True, username="", email="")
    assert User.objects.get().username == "chief"
