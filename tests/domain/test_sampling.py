"""Sample accounts: a password from the start, and nobody but the machine's own people may make one."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain.permissions import Denied
from newsroom.domain.sampling import open_account
from newsroom.domain.verifying import first_break
from newsroom.models import Event, User
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_account_is_opened_and_recorded() -> None:
    user = open_account("dov", by=None, name="Dov Aldana", password="herring", roles=["legal", "checker"], staff=True)
    assert user.check_password("herring")
    assert (str(user), user.roles, user.is_staff, user.is_superuser) == (
        "Dov Aldana",
        frozenset({"checker", "legal"}),
        True,
        False,
    )
    event = Event.objects.get(chain="desk", verb="open sample account")
    assert (event.object, event.data) == (f"user:{user.pk}", {"roles": ["checker", "legal"]})
    assert first_break("desk") == ""


def test_an_administrator_is_staff() -> None:
    user = open_account("pat", by=None, name="Pat Nolan", password="x", roles=[], administrator=True)
    assert user.is_staff and user.is_superuser


@pytest.mark.parametrize(
    ("username", "roles"), [("dov", ["checker"]), ("DOV", ["checker"]), ("no spaces", []), ("ada", ["pope"])]
)
def test_a_taken_name_or_an_unknown_role_makes_no_account(username: str, roles: list[str]) -> None:
    factories.user(username="dov")
    with pytest.raises(ValidationError):
        open_account(username, by=None, name="Ada Brekke", password="x", roles=roles)
    assert User.objects.count() == 1
    assert not Event.objects.filter(verb="open sample account").exists()


def test_only_an_administrator_may() -> None:
    editor = factories.user("editor")
    with pytest.raises(Denied):
        open_account("ada", by=editor, name="Ada Brekke", password="x", roles=[])
    assert list(User.objects.all()) == [editor]
