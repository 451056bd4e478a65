"""Signing in and out, passwords, and a person's settings."""

import re
import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as desk
from django.core import mail
from django.test import Client
from django.urls import reverse

from newsroom.domain import staffing
from newsroom.models import Event, User
from tests import factories

pytestmark = pytest.mark.django_db

LOGIN, LOGOUT = reverse("account_login"), reverse("account_logout")
RESET, CHANGE = reverse("account_reset_password"), reverse("account_change_password")
SETTINGS, STORIES = reverse("accounts-settings"), reverse("stories-index")
NEW = "a plaice in the bay"
WRONG = "do not go together"


@pytest.fixture
def ann() -> User:
    return factories.user("checker", username="Ann", email="ann@desk.example", first_name="Ann", last_name="Ek")


def sign_in(client: Client, login: str, password: str = factories.PASSWORD, **more: Any) -> Any:
    return client.post(LOGIN, {"login": login, "password": password, **more})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def text(response: Any) -> str:
    return str(response.content.decode())


def masked(response: Any) -> str:
    """The page without its CSRF tokens, which differ each time."""
    return re.sub(r"\b\w{64}\b", "", text(response))


def link_in_mail() -> str:
    (found,) = re.findall(rf"{desk.SITE_URL}(/accounts/password/reset/key/\S+/)", str(mail.outbox[-1].body))
    return str(found)


def set_password(client: Client, link: str, password: str = NEW, again: str = "") -> Any:
    form = client.get(link, follow=True)
    return client.post(form.request["PATH_INFO"], {"password1": password, "password2": again or password})


# --- Signing in ---


@pytest.mark.parametrize("login", ["Ann", "ann", "ANN", "ann@desk.example", "Ann@Desk.EXAMPLE", "  ann  "])
def test_sign_in_with_user_name_or_address(client: Client, ann: User, login: str) -> None:
    response = sign_in(client, login)
    assert (response.status_code, response["Location"]) == (302, STORIES)
    assert client.session["_auth_user_id"] == str(ann.pk)


def test_a_capital_in_the_stored_address_does_not_matter(client: Client, ann: User) -> None:
    factories.user("editor", username="ed", email="Ed.Lund@Desk.example")
    sign_in(client, "ed.lund@desk.example")
    assert signed_in(client)


@pytest.mark.parametrize("login", ["Ann", "ann@desk.example", "nobody", "nobody@desk.example"])
def test_a_wrong_password_says_the_same_to_everybody(client: Client, ann: User, login: str) -> None:
    response = sign_in(client, login, "guessed")
    assert response.status_code == 422
    assert WRONG in text(response)
    assert f'value="{login}"' in text(response)
    assert "guessed" not in text(response)
    assert not signed_in(client)


def test_empty_fields_are_named(client: Client) -> None:
    response = sign_in(client, "", "")
    assert response.status_code == 422
    assert text(response).count("This field is required.") == 2


def fail(client: Client, login: str, times: int = 5) -> None:
    for _ in range(times):
        assert WRONG in text(sign_in(client, login, "guessed"))


def test_after_five_failures_no_password_is_looked_at(client: Client, ann: User) -> None:
    fail(client, "ann")
    response = sign_in(client, "ANN")
    assert response.status_code == 422
    assert f"Wait {desk.SIGN_IN_WAIT} minutes" in text(response)
    assert WRONG not in text(response)
    assert not signed_in(client)
    assert f"Wait {desk.SIGN_IN_WAIT} minutes" in text(sign_in(Client(REMOTE_ADDR="192.0.2.7"), "ann"))


@pytest.mark.parametrize(("seconds", "said"), [(100, "4 minutes"), (200, "2 minutes"), (270, "1 minute,")])
def test_a_locked_name_is_told_how_long_it_still_is(
    client: Client, ann: User, monkeypatch: pytest.MonkeyPatch, seconds: int, said: str
) -> None:
    fail(client, "ann")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + seconds)
    assert f"Wait {said}" in text(sign_in(client, "ann"))
    monkeypatch.setattr(time, "time", lambda: now + 301)
    sign_in(client, "ann")
    assert signed_in(client)


def test_names_that_nobody_has_are_locked_all_the_same(client: Client) -> None:
    fail(client, "nobody")
    assert "Wait 5 minutes" in text(sign_in(client, "nobody", "guessed"))


def test_one_locked_name_locks_no_other(client: Client, ann: User) -> None:
    factories.user("editor", username="ed")
    fail(client, "ann")
    sign_in(client, "ed")
    assert signed_in(client)


def test_a_success_counts_as_no_failure(client: Client, ann: User) -> None:
    for _ in range(2):
        fail(client, "ann", 2)
        sign_in(client, "ann")
        client.post(LOGOUT)
    assert WRONG in text(sign_in(client, "ann", "guessed"))


def test_one_address_is_slowed_whatever_names_it_tries(client: Client, ann: User) -> None:
    for number in range(20):
        assert WRONG in text(sign_in(client, f"guess{number}", "guessed"))
    assert "Wait 1 minute," in text(sign_in(client, "ann"))
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    sign_in(elsewhere, "ann")
    assert signed_in(elsewhere)


def test_signing_in_gives_a_new_session(client: Client, ann: User) -> None:
    session = client.session
    session["seen"] = "before"
    session.save()
    before = session.session_key
    sign_in(client, "ann")
    assert client.session.session_key != before


@pytest.mark.parametrize(
    ("next_page", "goes_to"),
    [
        ("/settings/", "/settings/"),
        ("http://elsewhere.example/", STORIES),
        ("//elsewhere.example/", STORIES),
        ("https:///elsewhere.example", STORIES),
        ("javascript:alert(1)", STORIES),
    ],
)
def test_on_to_a_page_of_this_desk_only(client: Client, ann: User, next_page: str, goes_to: str) -> None:
    page = client.get(LOGIN, {"next": next_page})
    assert page.status_code == 200
    assert sign_in(client, "ann", next=next_page)["Location"] == goes_to


def test_whoever_is_signed_in_is_sent_on(client_for: Any, ann: User) -> None:
    assert client_for(ann).get(LOGIN)["Location"] == STORIES


def test_a_deactivated_account_cannot_sign_in(client: Client, ann: User) -> None:
    staffing.deactivate(ann, by=None)
    response = sign_in(client, "ann")
    assert response["Location"] == reverse("account_inactive")
    assert "This account is deactivated" in text(client.get(response["Location"]))
    assert not signed_in(client)
    assert WRONG in text(sign_in(client, "ann", "guessed"))


def test_deactivating_ends_the_session_at_once(client_for: Any, ann: User) -> None:
    client = client_for(ann)
    assert client.get(SETTINGS).status_code == 200
    staffing.deactivate(ann, by=None)
    assert client.get(SETTINGS).status_code == 302


def test_an_earlier_address_no_longer_signs_in(client: Client, ann: User) -> None:
    client.post(RESET, {"email": "ann@desk.example"})  # allauth would remember the address by this
    names = {"username": "Ann", "first_name": "", "last_name": ""}
    staffing.describe(ann, by=None, email="ek@desk.example", **names)
    assert WRONG in text(sign_in(client, "ann@desk.example"))
    sign_in(client, "ek@desk.example")
    assert signed_in(client)
    assert not EmailAddress.objects.exists()


# --- Signing out ---


def test_signing_out_takes_a_post(client_for: Any, ann: User) -> None:
    client = client_for(ann)
    assert "Sign out?" in text(client.get(LOGOUT))
    assert signed_in(client)
    response = client.post(LOGOUT, follow=True)
    assert "You are signed out." in text(response)
    assert not signed_in(client)


# --- No sign-up, and nothing else that is not offered ---


def test_nobody_signs_up(client: Client) -> None:
    url = reverse("account_signup")
    sent = {"username": "eve", "email": "eve@desk.example", "password1": NEW, "password2": NEW}
    assert "Nobody signs up here" in text(client.post(url, sent))
    assert "Nobody signs up here" in text(client.get(url))
    assert not User.objects.exists()
    assert url not in text(client.get(LOGIN)) + text(client.get(RESET))


@pytest.mark.parametrize(
    "path", ["", "email/", "confirm-email/", "reauthenticate/", "password/set/", "login/code/", "signup/passkey/"]
)
def test_other_pages_of_allauth_are_not_here(client: Client, client_for: Any, ann: User, path: str) -> None:
    assert client.get(f"/accounts/{path}").status_code == 404
    assert client_for(ann).get(f"/accounts/{path}").status_code == 404


def test_no_answers_in_json(client: Client, ann: User) -> None:
    response = client.post(LOGIN, {"login": "ann", "password": "guessed"}, headers={"accept": "application/json"})
    assert response["Content-Type"].startswith("text/html")


# --- A new password by mail ---


def test_reset_from_the_mail_to_signed_in(client: Client, ann: User) -> None:
    response = client.post(RESET, {"email": "ANN@desk.example"}, headers={"host": "localhost"})
    assert response["Location"] == reverse("account_reset_password_done")
    (message,) = mail.outbox
    assert message.to == ["ann@desk.example"]
    assert "Your user name is Ann." in str(message.body)
    link = link_in_mail()

    assert "Set your password" in text(client.get(link, follow=True))
    response = set_password(client, link)
    assert (response.status_code, response["Location"]) == (302, STORIES)
    assert signed_in(client)
    assert Event.objects.get(verb="set password").account == ann

    later = Client()
    assert WRONG in text(sign_in(later, "ann"))
    sign_in(later, "ann", NEW)
    assert signed_in(later)


def test_a_link_works_once(client: Client, ann: User) -> None:
    client.post(RESET, {"email": ann.email})
    link = link_in_mail()
    set_password(client, link)
    other = Client()
    response = other.get(link, follow=True)
    assert "This link no longer works" in text(response)
    set_password(other, link, "another plaice altogether")
    assert User.objects.get(pk=ann.pk).check_password(NEW)


@pytest.mark.parametrize("link", ["1-abc-def", "zzzzzz-abc-def", "0-x"])
def test_a_link_that_nobody_sent(client: Client, ann: User, link: str) -> None:
    response = client.get(f"/accounts/password/reset/key/{link}/", follow=True)
    assert "This link no longer works" in text(response)


def test_a_link_dies_with_the_address_it_was_sent_to(client: Client, ann: User) -> None:
    client.post(RESET, {"email": ann.email})
    link = link_in_mail()
    staffing.describe(ann, by=None, username="Ann", email="ek@desk.example", first_name="", last_name="")
    assert "This link no longer works" in text(client.get(link, follow=True))


def test_an_address_nobody_has_gets_the_same_answer(client: Client, ann: User) -> None:
    known = client.post(RESET, {"email": ann.email}, follow=True)
    unknown = client.post(RESET, {"email": "nobody@desk.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert masked(known) == masked(unknown)
    assert [message.to for message in mail.outbox] == [[ann.email], ["nobody@desk.example"]]
    assert "/reset/key/" not in str(mail.outbox[1].body)


def test_the_deactivated_get_no_link(client: Client, ann: User) -> None:
    staffing.deactivate(ann, by=None)
    client.post(RESET, {"email": ann.email})
    assert "/reset/key/" not in str(mail.outbox[-1].body)


def test_resetting_lifts_the_lock(client: Client, ann: User) -> None:
    for login in ("ann", ann.email):
        fail(client, login)
    client.post(RESET, {"email": ann.email})
    set_password(client, link_in_mail())
    for login in ("ann", ann.email):
        elsewhere = Client(REMOTE_ADDR="192.0.2.7")
        sign_in(elsewhere, login, NEW)
        assert signed_in(elsewhere)


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [
        ("short", "", "too short"),
        ("password", "", "too common"),
        ("8675309042", "", "entirely numeric"),
        ("ann@desk.example", "", "too similar"),
        (NEW, "a plaice in the pay", "same password each time"),
    ],
)
def test_a_weak_or_mistyped_password_is_refused(
    client: Client, ann: User, password: str, again: str, says: str
) -> None:
    client.post(RESET, {"email": ann.email})
    response = set_password(client, link_in_mail(), password, again)
    assert response.status_code == 422
    assert says in text(response)
    assert not User.objects.get(pk=ann.pk).check_password(password)


def test_asking_again_and_again_is_slowed(client: Client, ann: User) -> None:
    answers = [client.post(RESET, {"email": ann.email}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "Wait one minute" in text(answers[-1])
    assert len(mail.outbox) == 5


def test_when_mail_does_not_work_the_page_says_so(client: Client, ann: User, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    response = client.post(RESET, {"email": ann.email})
    assert response.status_code == 422
    assert "send mail at the moment" in text(response)


# --- Changing the password ---


def test_change_the_password(client_for: Any, ann: User) -> None:
    here, elsewhere = client_for(ann), client_for(ann)
    response = here.post(CHANGE, {"oldpassword": factories.PASSWORD, "password1": NEW, "password2": NEW})
    assert (response.status_code, response["Location"]) == (302, SETTINGS)
    assert "Your new password is set." in text(here.get(SETTINGS))
    assert elsewhere.get(SETTINGS).status_code == 302  # signed out
    assert User.objects.get(pk=ann.pk).check_password(NEW)
    assert Event.objects.get(verb="set password").account == ann


def test_change_needs_the_current_password(client_for: Any, ann: User) -> None:
    sent = {"oldpassword": "guessed", "password1": NEW, "password2": NEW}
    client = client_for(ann)
    response = client.post(CHANGE, sent)
    assert response.status_code == 422
    assert "not the password you have now" in text(response)
    answers = [client.post(CHANGE, sent).status_code for _ in range(5)]
    assert answers[-1] == 429
    assert User.objects.get(pk=ann.pk).check_password(factories.PASSWORD)


# --- Settings ---


def test_settings_show_what_is_kept(client_for: Any, ann: User) -> None:
    staffing.give_roles(ann, by=None, roles=["editor", "checker"])
    page = text(client_for(ann).get(SETTINGS))
    assert all(f'value="{name}"' in page for name in ("Ann", "Ek"))
    assert re.search(r'name="single_keys"[^>]* checked', page)
    assert "ann@desk.example" in page
    assert "checker, editor" in page
    assert CHANGE in page


def test_settings_are_saved(client_for: Any, ann: User) -> None:
    client = client_for(ann)
    response = client.post(SETTINGS, {"first_name": "Anna", "last_name": "Eklund"})
    assert (response.status_code, response["Location"]) == (303, SETTINGS)
    stored = User.objects.get(pk=ann.pk)
    assert (str(stored), stored.single_keys) == ("Anna Eklund", False)
    assert "Your settings are saved." in text(client.get(SETTINGS))
    assert Event.objects.get(verb="prefer").account == ann
    client.post(SETTINGS, {"first_name": "Anna", "last_name": "Eklund", "single_keys": "on"})
    assert User.objects.get(pk=ann.pk).single_keys


def test_refused_settings_keep_what_was_typed(client_for: Any, ann: User) -> None:
    long = "n" * 151
    response = client_for(ann).post(SETTINGS, {"first_name": long, "last_name": "Eklund"})
    assert response.status_code == 422
    assert f'value="{long}"' in text(response)
    assert "at most 150 characters" in text(response)
    assert str(response.wsgi_request.user) == "Ann Ek"  # the bar shows the name that is stored
    assert User.objects.get(pk=ann.pk).last_name == "Ek"


def test_nobody_raises_themselves_by_the_settings(client_for: Any, ann: User) -> None:
    client_for(ann).post(SETTINGS, {"first_name": "Ann", "username": "boss", "is_superuser": "on", "is_staff": "on"})
    stored = User.objects.get(pk=ann.pk)
    assert (stored.username, stored.is_superuser, stored.is_staff) == ("Ann", False, False)


def test_settings_take_get_and_post_only(client_for: Any, ann: User) -> None:
    client = client_for(ann)
    assert [getattr(client, verb)(SETTINGS).status_code for verb in ("put", "delete")] == [405, 405]


def test_an_account_without_a_role_is_told_so(client_for: Any) -> None:
    assert "no role yet, so you see no stories" in text(client_for(factories.user()).get(SETTINGS))
