"""The people of the newsroom."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.models import Role, User
from tests import factories


@pytest.mark.parametrize(
    ("first", "last", "initials"),
    [
        ("Inga", "Morrow", "IM"),
        ("Ines", "da Okoro", "IO"),
        ("Åse", "", "ÅS"),
        ("", "", "GU"),
        ("x", "", "X"),
        ("李", "明", "李明"),
    ],
)
def test_initials(first: str, last: str, initials: str) -> None:
    assert User(username="guest", first_name=first, last_name=last).initials == initials


def test_somebody_without_a_name_goes_by_the_user_name() -> None:
    assert str(User(username="guest")) == "guest"
    assert str(User(username="guest", first_name="Inga", last_name="Morrow")) == "Inga Morrow"


@pytest.mark.django_db
def test_roles_are_the_names_of_the_groups() -> None:
    assert factories.user(Role.CHECKER, Role.LEGAL).roles == {"checker", "legal"}
    assert factories.user().roles == set()


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["email", "username"])
def test_a_name_or_address_that_is_taken_is_said_in_words(field: str) -> None:
    first = factories.user(username="inga")
    second = User(username="Other", email="other@desk.example", password="x")
    setattr(second, field, getattr(first, field).upper())
    with pytest.raises(ValidationError, match="Another account has this"):
        second.full_clean()
