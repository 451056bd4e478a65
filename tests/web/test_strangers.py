"""Signed out while a page was open: the way back, and nothing typed is lost."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.models import User
from tests import factories

pytestmark = pytest.mark.django_db

LOGIN, SETTINGS = reverse("account_login"), reverse("accounts-settings")
MARK = reverse("review-mark", args=[1])


@pytest.fixture
def ann() -> User:
    return factories.user("checker", username="ann")


def text(response: Any) -> str:
    return str(response.content.decode())


def test_a_page_comes_back_after_signing_in(client: Client, ann: User) -> None:
    response = client.get(f"{SETTINGS}?from=menu")
    assert response["Location"] == f"{LOGIN}?next=/settings/%3Ffrom%3Dmenu"
    page = client.get(response["Location"])
    sent = re.search(r'name="next" value="([^"]+)"', text(page))
    assert sent
    sent_on = client.post(LOGIN, {"login": "ann", "password": factories.PASSWORD, "next": sent[1]})
    assert sent_on["Location"] == "/settings/?from=menu"


@pytest.mark.parametrize(
    ("method", "says"),
    [("get", "You are signed out; what you typed is still here."), ("post", "Not saved: you are signed out.")],
)
def test_htmx_gets_a_line_and_a_way_to_sign_in_beside_the_page(
    client: Client, ann: User, method: str, says: str
) -> None:
    headers = {"hx-request": "true", "hx-current-url": "http://testserver/stories/7/?claim=3"}
    response = getattr(client, method)(MARK, headers=headers)
    assert response.status_code == 401
    assert response["HX-Retarget"] == "#refusal"
    assert says in text(response)
    link = f'href="{LOGIN}?next=/stories/7/%3Fclaim%3D3" target="_blank"'
    assert link in text(response)


def test_a_page_elsewhere_is_not_where_signing_in_leads(client: Client) -> None:
    headers = {"hx-request": "true", "hx-current-url": "https://elsewhere.example/stories/7/"}
    assert f'href="{LOGIN}?next=/"' in text(client.get(MARK, headers=headers))


def test_without_htmx_what_was_typed_comes_back(client: Client) -> None:
    response = client.post(MARK, {"comment": "The log says <b>1,204</b>."})
    assert response.status_code == 401
    assert "You have been signed out, and nothing was saved." in text(response)
    assert "The log says &lt;b&gt;1,204&lt;/b&gt;." in text(response)


def test_a_page_from_before_the_last_sign_in_says_so(ann: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ann)
    response = client.post(MARK, {"comment": "The log says 1,204."})
    assert response.status_code == 403
    assert "older than your last sign-in" in text(response)
    assert "The log says 1,204." in text(response)
