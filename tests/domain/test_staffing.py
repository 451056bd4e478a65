"""Who works at the desk: only administrators change it, nobody locks themselves out, everything is recorded."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import staffing
from newsroom.domain.permissions import Denied
from newsroom.domain.verifying import first_break
from newsroom.models import Event, User
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = {"username": "ivo", "email": "ivo@desk.example", "first_name": "Ivo", "last_name": "Lund"}
VERBS: dict[str, Callable[..., User]] = {
    "describe": lambda user, by: staffing.describe(user, by=by, **NAMES),
    "give_roles": lambda user, by: staffing.give_roles(user, by=by, roles=["editor"]),
    "give_rights": lambda user, by: staffing.give_rights(user, by=by, staff=True, administrator=False),
    "deactivate": lambda user, by: staffing.deactivate(user, by=by),
    "activate": lambda user, by: staffing.activate(user, by=by),
}


@pytest.fixture
def boss() -> User:
    return factories.user(username="boss", is_superuser=True, staff=True)


@pytest.fixture
def ann() -> User:
    return factories.user("checker", username="ann", email="ann@desk.example", first_name="Ann", last_name="Ek")


def events() -> list[tuple[str, str, Any]]:
    """What the desk chain holds since it was opened, without who did it."""
    assert first_break("desk") == ""
    rows = Event.objects.filter(chain="desk", seq__gt=1).order_by("seq")
    return list(rows.values_list("verb", "object", "data"))


def test_describe_sets_and_records_both_versions(boss: User, ann: User) -> None:
    changed = staffing.describe(ann, by=boss, **{**NAMES, "email": "Ivo@Desk.Example"})
    assert User.objects.get(pk=ann.pk).email == changed.email == "ivo@desk.example"
    before = {"username": "ann", "email": "ann@desk.example", "first_name": "Ann", "last_name": "Ek"}
    assert events() == [("describe account", f"user:{ann.pk}", {"from": before, "to": NAMES})]
    staffing.describe(ann, by=boss, **NAMES)
    assert len(events()) == 1  # nothing differed


@pytest.mark.parametrize(
    "wrong", [{"username": "BOSS"}, {"email": "BOSS@desk.example"}, {"email": "nowhere"}, {"username": "two words"}]
)
def test_describe_refuses_what_is_wrong_or_taken(boss: User, ann: User, wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        staffing.describe(ann, by=boss, **{**NAMES, **wrong})
    assert User.objects.get(pk=ann.pk).username == "ann"
    assert events() == []


def test_roles_are_exactly_those_given(boss: User, ann: User) -> None:
    assert staffing.give_roles(ann, by=boss, roles=["legal", "editor"]).roles == {"legal", "editor"}
    assert events() == [("give roles", f"user:{ann.pk}", {"from": ["checker"], "to": ["editor", "legal"]})]
    staffing.give_roles(ann, by=boss, roles=["editor", "legal"])
    assert len(events()) == 1
    assert staffing.give_roles(ann, by=boss, roles=[]).roles == frozenset()


def test_a_word_that_is_no_role_is_refused(boss: User, ann: User) -> None:
    with pytest.raises(ValidationError, match="owner"):
        staffing.give_roles(ann, by=boss, roles=["editor", "owner"])
    assert User.objects.get(pk=ann.pk).roles == {"checker"}


def test_administrators_may_always_open_the_admin(boss: User, ann: User) -> None:
    changed = staffing.give_rights(ann, by=boss, staff=False, administrator=True)
    assert (changed.is_staff, changed.is_superuser) == (True, True)
    assert events() == [("give rights", f"user:{ann.pk}", {"staff": True, "administrator": True})]


def test_deactivated_people_are_shut_out_and_let_in_again(boss: User, ann: User) -> None:
    assert not staffing.deactivate(ann, by=boss).is_active
    staffing.deactivate(ann, by=boss)
    assert staffing.activate(ann, by=boss).is_active
    staffing.activate(ann, by=boss)
    person = f"user:{ann.pk}"
    assert events() == [("deactivate account", person, {}), ("activate account", person, {})]


def test_nobody_locks_themselves_out(boss: User) -> None:
    factories.user(username="second", is_superuser=True, staff=True)
    with pytest.raises(ValidationError) as refused:
        staffing.deactivate(boss, by=boss)
    assert list(refused.value.message_dict) == ["is_active"]
    with pytest.raises(ValidationError) as refused:
        staffing.give_rights(boss, by=boss, staff=True, administrator=False)
    assert list(refused.value.message_dict) == ["is_superuser"]
    staffing.give_rights(boss, by=boss, staff=True, administrator=True)  # as it was
    assert events() == []


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", ["editor", "staff", "was administrator", "deactivated administrator"])
def test_only_administrators_change_accounts(ann: User, verb: str, who: str) -> None:
    by = {
        "editor": lambda: factories.user("editor"),
        "staff": lambda: factories.user("editor", staff=True),
        "was administrator": lambda: factories.user(is_superuser=True),
        "deactivated administrator": lambda: factories.user(is_superuser=True),
    }[who]()
    User.objects.filter(pk=by.pk).update(
        is_superuser=who == "deactivated administrator", is_active=who != "deactivated administrator"
    )
    with pytest.raises(Denied):
        VERBS[verb](ann, by)
    assert events() == []


@pytest.mark.parametrize("verb", set(VERBS) - {"activate"})
def test_the_command_line_may(ann: User, verb: str) -> None:
    VERBS[verb](ann, None)
    (event,) = Event.objects.filter(chain="desk", seq__gt=1)
    assert (event.account, event.actor) == (None, "")


def test_two_administrators_cannot_deactivate_each_other(
    transactional_db: None, together: Callable[..., list[Any]]
) -> None:
    one, two = (factories.user(is_superuser=True, staff=True) for _ in range(2))

    def turn(user: User, by: User) -> str:
        try:
            staffing.deactivate(user, by=by)
        except Denied:
            return "refused"
        return "done"

    assert sorted(together(lambda: turn(one, two), lambda: turn(two, one))) == ["done", "refused"]
    assert User.objects.filter(is_superuser=True, is_active=True).count() == 1
