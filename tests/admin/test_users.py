"""Accounts in the admin: made by invitation, changed by verbs, never deleted, by administrators alone."""

import re
from typing import Any

import pytest
from django.conf import settings as desk
from django.core import mail
from django.test import Client
from django.urls import reverse

from newsroom.domain.verifying import first_break
from newsroom.models import Event, User
from tests import factories

pytestmark = pytest.mark.django_db

LIST, ADD = reverse("admin:newsroom_user_changelist"), reverse("admin:newsroom_user_add")
ROLES = reverse("admin:newsroom_rolegroup_changelist")
INDEX, LOGIN = reverse("admin:index"), reverse("account_login")
TOM = {"username": "tom", "email": "Tom@desk.example", "first_name": "Tom", "last_name": "Aster", "roles": ["reporter"]}
ANN: dict[str, Any] = {"username": "ann", "email": "ann@desk.example", "first_name": "Ann", "last_name": "Ek"}


@pytest.fixture
def boss() -> User:
    return factories.user(username="boss", is_superuser=True, staff=True)


@pytest.fixture
def admin(client_for: Any, boss: User) -> Client:
    client = client_for(boss)
    assert isinstance(client, Client)
    return client


@pytest.fixture
def ann() -> User:
    return factories.user("checker", **ANN)


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Any:
    """A block at whose end everything is done that waits for the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def text(response: Any) -> str:
    return str(response.content.decode())


def page_of(user: User) -> str:
    return reverse("admin:newsroom_user_change", args=[user.pk])


def filled_in(**changes: Any) -> dict[str, Any]:
    """Ann's form as the page shows it, with these changes."""
    return {**ANN, "roles": ["checker"], "is_active": "on", **changes}


def act(admin: Client, action: str, *users: User) -> Any:
    return admin.post(LIST, {"action": action, "_selected_action": [user.pk for user in users]}, follow=True)


def verbs() -> list[str]:
    assert first_break("desk") == ""
    return list(Event.objects.filter(chain="desk", seq__gt=1).order_by("seq").values_list("verb", flat=True))


# --- The way in ---


def test_the_admin_is_entered_by_the_desk_s_own_page(client: Client, boss: User) -> None:
    assert client.get(INDEX, follow=True).redirect_chain[-1][0] == f"{LOGIN}?next=%2Fadmin%2F"
    client.post(reverse("admin:login"), {"username": "boss", "password": factories.PASSWORD})
    assert "_auth_user_id" not in client.session
    client.post(LOGIN, {"login": "boss", "password": factories.PASSWORD})
    assert client.get(INDEX).status_code == 200


@pytest.mark.parametrize("staff", [False, True])
def test_it_opens_for_staff_alone(client_for: Any, staff: bool) -> None:
    response = client_for(factories.user("checker", staff=staff)).get(INDEX, follow=True)
    assert response.status_code == (200 if staff else 403)
    assert staff or "Your account may not open this page." in text(response)


def test_its_password_and_way_out_are_the_desk_s_own(admin: Client) -> None:
    assert admin.get(reverse("admin:password_change"))["Location"] == reverse("account_change_password")
    assert admin.post(reverse("admin:logout"))["Location"] == LOGIN
    assert "_auth_user_id" not in admin.session


# --- A new account ---


def test_from_the_invitation_to_a_signed_in_person(admin: Client, boss: User, committed: Any) -> None:
    page = text(admin.get(ADD))
    assert "A mail with a link to set a password goes out when you save." in page
    assert 'type="password"' not in page
    with committed():
        response = admin.post(ADD, TOM, follow=True)
    assert response.redirect_chain == [(LIST, 302)]
    assert "A link to set a password goes to tom@desk.example." in text(response)
    tom = User.objects.get(username="tom")
    assert tom.roles == {"reporter"}
    assert (tom.has_usable_password(), tom.is_staff) == (False, False)
    event = Event.objects.get(verb="invite")
    assert (event.account, event.object) == (boss, f"user:{tom.pk}")

    (message,) = mail.outbox
    assert message.to == ["tom@desk.example"]
    (link,) = re.findall(rf"{desk.SITE_URL}(/\S+)", str(message.body).split("Afterwards")[0])
    person = Client()
    form = person.get(link, follow=True)
    new = "a plaice in the bay"
    response = person.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert response["Location"] == reverse("stories-index")
    assert "Tom Aster" in text(person.get(reverse("accounts-settings")))
    later = Client()
    later.post(LOGIN, {"login": "tom@desk.example", "password": new})
    assert later.session["_auth_user_id"] == str(tom.pk)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"username": "BOSS"}, "Another account has this user name."),
        ({"email": "BOSS@desk.example"}, "Another account has this e-mail address."),
        ({"email": ""}, "This field is required."),
        ({"username": "two words"}, "Enter a valid username"),
        ({"roles": ["owner"]}, "is not one of the available choices"),
    ],
)
def test_a_refused_invitation_keeps_what_was_typed(
    admin: Client, committed: Any, wrong: dict[str, Any], says: str
) -> None:
    with committed():
        response = admin.post(ADD, {**TOM, **wrong})
    assert response.status_code == 200
    assert says in text(response)
    assert text(response).count("errornote") == 1
    assert 'value="Aster"' in text(response)
    assert User.objects.count() == 1
    assert mail.outbox == []


def test_nobody_becomes_administrator_by_an_invitation(admin: Client) -> None:
    admin.post(ADD, {**TOM, "is_superuser": "on", "is_staff": "on", "password": "x"})
    tom = User.objects.get(username="tom")
    assert (tom.is_superuser, tom.is_staff, tom.has_usable_password()) == (False, False, False)


@pytest.mark.django_db(transaction=True)
def test_when_mail_does_not_work_the_page_says_what_to_do(admin: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    response = admin.post(ADD, TOM)
    assert response.status_code == 422
    assert "choose “Send a new set-password link”" in text(response)
    assert User.objects.filter(username="tom").exists()


# --- Changes ---


def test_a_change_of_roles_is_recorded(admin: Client, boss: User, ann: User) -> None:
    assert re.search(r'value="checker"[^>]* checked', text(admin.get(page_of(ann))))
    response = admin.post(page_of(ann), filled_in(roles=["editor", "legal"]))
    assert response["Location"] == LIST
    assert User.objects.get(pk=ann.pk).roles == {"editor", "legal"}
    event = Event.objects.get(verb="give roles")
    assert (event.account, event.object) == (boss, f"user:{ann.pk}")
    assert event.data == {"from": ["checker"], "to": ["editor", "legal"]}
    assert verbs() == ["give roles"]


def test_each_kind_of_change_is_an_event_of_its_own(admin: Client, ann: User) -> None:
    changes = {"last_name": "Eklund", "roles": [], "is_staff": "on"}
    admin.post(page_of(ann), {**filled_in(**changes), "is_active": ""})
    stored = User.objects.get(pk=ann.pk)
    assert (str(stored), stored.roles, stored.is_staff, stored.is_active) == ("Ann Eklund", frozenset(), True, False)
    assert verbs() == ["describe account", "give roles", "give rights", "deactivate account"]
    admin.post(page_of(ann), filled_in(last_name="Eklund", roles=[], is_staff="on"))
    assert verbs()[-1] == "activate account"


def test_saving_without_a_change_records_nothing(admin: Client, ann: User) -> None:
    assert admin.post(page_of(ann), filled_in()).status_code == 302
    assert verbs() == []


def test_nothing_is_half_saved(admin: Client, boss: User) -> None:
    names = {name: getattr(boss, name) for name in ("username", "email", "first_name")}
    response = admin.post(page_of(boss), {**names, "last_name": "Renamed", "is_active": "on"})
    assert "You can&#x27;t take this from yourself." in text(response)
    assert User.objects.get(pk=boss.pk).last_name == boss.last_name
    assert User.objects.get(pk=boss.pk).is_superuser
    assert verbs() == []


# --- Actions ---


def test_send_a_new_link(admin: Client, ann: User, committed: Any) -> None:
    gone = factories.user("checker", first_name="Gone", last_name="Away", is_active=False)
    with committed():
        page = text(act(admin, "send_link", ann, gone))
    assert "1 link was sent." in page
    assert "No link goes to deactivated accounts: Gone Away." in page
    assert [message.to for message in mail.outbox] == [["ann@desk.example"]]
    assert verbs() == ["send link"]


def test_deactivate_and_activate(admin: Client, boss: User, ann: User) -> None:
    page = text(act(admin, "deactivate", ann, boss))
    assert "1 account is deactivated." in page
    assert "You can&#x27;t take this from yourself." in page
    assert list(User.objects.filter(is_active=True)) == [boss]
    assert "1 account is active again." in text(act(admin, "activate", ann, boss))
    assert verbs() == ["deactivate account", "activate account"]


def test_accounts_are_not_deleted(admin: Client, ann: User) -> None:
    assert "delete_selected" not in text(admin.get(LIST))
    act(admin, "delete_selected", ann)
    assert admin.post(reverse("admin:newsroom_user_delete", args=[ann.pk]), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=ann.pk).exists()


def test_no_page_sets_another_person_s_password(admin: Client, ann: User) -> None:
    admin.post(f"{page_of(ann)[: -len('change/')]}password/", {"password1": "abc", "password2": "abc"})
    admin.post(page_of(ann), filled_in(password="abc"))
    assert User.objects.get(pk=ann.pk).check_password(factories.PASSWORD)


# --- The list ---


def test_the_list_finds_people(admin: Client, ann: User) -> None:
    factories.user("editor", "legal", username="ed", first_name="Ed", last_name="Lund")
    assert "editor, legal" in text(admin.get(LIST))
    found = text(admin.get(LIST, {"q": "Lund"}))
    assert "ed@desk.example" in found
    assert "ann@desk.example" not in found


def test_the_list_takes_the_same_queries_for_many(admin: Client, ann: User, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(7):
        admin.get(LIST)
    for _ in range(4):
        factories.user("checker", "editor")
    with django_assert_num_queries(7):
        admin.get(LIST)


def test_passwords_cannot_be_searched(admin: Client, ann: User) -> None:
    assert admin.get(LIST, {"password__startswith": "md5"}).status_code == 400


# --- Others ---


@pytest.mark.parametrize("path", [LIST, ADD, ROLES, "{ann}"])
def test_staff_who_are_no_administrators_get_nowhere(client_for: Any, ann: User, path: str) -> None:
    client = client_for(factories.user("editor", staff=True))
    path = path.format(ann=page_of(ann))
    assert client.get(path).status_code == 403
    assert client.post(path, {**TOM, "action": "deactivate", "_selected_action": [ann.pk]}).status_code == 403
    assert verbs() == []


def test_staff_find_people_in_the_search_boxes(client_for: Any, ann: User) -> None:
    asked = {"term": "ann@", "app_label": "newsroom", "model_name": "article", "field_name": "created_by"}
    client = client_for(factories.user("editor", staff=True))
    answer = client.get(reverse("admin:autocomplete"), asked).json()
    assert answer["results"] == [{"id": str(ann.pk), "text": "Ann Ek"}]


def test_roles_are_looked_at_and_nothing_else(admin: Client, ann: User) -> None:
    assert re.search(r"checker</a>.*?field-people\">1<", text(admin.get(ROLES)), re.DOTALL)
    group = ann.groups.get()
    change = reverse("admin:newsroom_rolegroup_change", args=[group.pk])
    assert admin.get(change).status_code == 200
    for path in (
        change,
        reverse("admin:newsroom_rolegroup_add"),
        reverse("admin:newsroom_rolegroup_delete", args=[group.pk]),
    ):
        assert admin.post(path, {"name": "owner", "post": "yes"}).status_code == 403


def test_allauth_s_own_list_of_addresses_is_not_shown(admin: Client) -> None:
    assert "account/emailaddress" not in text(admin.get(INDEX))


def test_a_leavers_restricted_stories_are_handed_over_in_the_account(admin: Client, boss: User) -> None:
    leaver, heir = factories.user("editor", **ANN), factories.user("editor", first_name="Oren", last_name="Whit")
    story = factories.article(by=leaver, access="restricted")
    gone = filled_in(roles=["editor"], is_active="")
    page = text(admin.post(page_of(leaver), gone))
    assert "Nobody but Ann Ek can open 1 restricted story." in page
    assert story.headline not in page
    assert "Nobody but Ann Ek" in text(act(admin, "deactivate", leaver))
    leaver.refresh_from_db()
    assert leaver.is_active
    assert f'<option value="{leaver.pk}"' not in text(admin.get(page_of(leaver)))
    assert admin.post(page_of(leaver), gone | {"heir": heir.pk}).status_code == 302
    leaver.refresh_from_db()
    assert not leaver.is_active
    assert [member.user for member in story.members.order_by("pk")] == [leaver, heir]


def test_the_admin_speaks_of_stories_accounts_and_roles(client_for):
    chief = factories.user("editor", staff=True, is_superuser=True)
    html = client_for(chief).get(reverse("admin:index")).content.decode()
    for word in ("Stories", "Accounts", "Roles"):
        assert f">{word}</a>" in html
    for foreign in ("Authentication and Authorization", "Groups", "Articles", "Users"):
        assert foreign not in html
