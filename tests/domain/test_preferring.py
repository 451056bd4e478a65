"""A person's own name, keys and password."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import preferring
from newsroom.domain.permissions import Denied
from newsroom.domain.verifying import first_break
from newsroom.models import Event, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> User:
    return factories.user("checker", username="ann", first_name="Ann", last_name="Ek")


def test_prefer_sets_and_records_what_differs(ann: User) -> None:
    preferring.prefer(ann, by=ann, first_name="Anna", last_name="Ek", single_keys=False)
    stored = User.objects.get(pk=ann.pk)
    assert (stored.first_name, stored.last_name, stored.single_keys) == ("Anna", "Ek", False)
    event = Event.objects.get(verb="prefer")
    assert (event.account, event.object) == (ann, f"user:{ann.pk}")
    assert event.data == {"first_name": "Anna", "single_keys": False}
    assert first_break("desk") == ""
    preferring.prefer(ann, by=ann, first_name="Anna", last_name="Ek", single_keys=False)
    assert Event.objects.filter(verb="prefer").count() == 1


def test_a_name_that_is_too_long_is_refused(ann: User) -> None:
    with pytest.raises(ValidationError):
        preferring.prefer(ann, by=ann, first_name="n" * 151, last_name="Ek", single_keys=True)
    assert not Event.objects.filter(verb="prefer").exists()


def test_an_account_without_an_address_can_be_set(ann: User) -> None:
    User.objects.filter(pk=ann.pk).update(email="")
    assert preferring.prefer(ann, by=ann, first_name="Anna", last_name="", single_keys=True).first_name == "Anna"


def test_a_password_is_set_and_recorded_without_itself(ann: User) -> None:
    preferring.set_password(ann, by=ann, password="a plaice in the bay")
    assert User.objects.get(pk=ann.pk).check_password("a plaice in the bay")
    event = Event.objects.get(verb="set password")
    assert (event.account, event.data) == (ann, {})


def test_never_on_another_account(ann: User) -> None:
    boss = factories.user(is_superuser=True, staff=True)
    with pytest.raises(Denied):
        preferring.prefer(ann, by=boss, first_name="X", last_name="Y", single_keys=False)
    with pytest.raises(Denied):
        preferring.set_password(ann, by=boss, password="a plaice in the bay")
    assert User.objects.get(pk=ann.pk).check_password(factories.PASSWORD)
    assert Event.objects.filter(chain="desk").count() == 1
