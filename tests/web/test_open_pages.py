"""Closed by default: every address of the desk needs a signed-in person, but for the few that are named here."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import factories

pytestmark = pytest.mark.django_db

LOGIN = reverse("account_login")
# What a stranger may open, and the answer to a plain look at it.
OPEN = {
    "account_login": 200,
    "account_logout": 302,  # nobody to sign out: on to the sign-in page
    "account_signup": 200,
    "account_inactive": 200,
    "account_reset_password": 200,
    "account_reset_password_done": 200,
    "account_reset_password_from_key": 200,
    "login": 302,  # the admin's: on to the sign-in page
    "logout": 302,
}
# Values for the parts of an address that name something.
PARTS = {
    "evidence": "00000000-0000-4000-8000-000000000001",
    "correction": "00000000-0000-4000-8000-000000000001",
    "content_type_id": "1",
    "app_label": "newsroom",
    "url": "somewhere",
    "uidb36": "1",
    "key": "a-b",
    "format": "csv",
}


def addresses(patterns: list[URLPattern | URLResolver], path: str = "") -> Iterator[tuple[str, str]]:
    """(URL name, an address that leads there) for every pattern of the desk, the admin's too."""
    for pattern in patterns:
        here = path + shape(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, here)
        else:
            yield pattern.name or str(pattern.pattern), f"/{here}"


def shape(pattern: str) -> str:
    """A pattern with its named parts filled in, whether it is a path or a regular expression."""
    filled = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", lambda part: PARTS.get(part[1], "1"), pattern)
    filled = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: PARTS.get(part[1], "1"), filled)
    return filled.strip("^$").replace(r"\Z", "")


EVERY = sorted(set(addresses(get_resolver().url_patterns)))
CLOSED = [path for name, path in EVERY if name not in OPEN]


def test_the_walk_reaches_every_corner() -> None:
    names = {name for name, _ in EVERY}
    assert {"stories-index", "review-mark", "accounts-settings", "newsroom_user_changelist", "autocomplete"} <= names
    assert reverse("review-mark", args=[1]) in {path for _, path in EVERY}
    assert set(OPEN) <= names
    assert not any(re.search(r"[<>()^$\\]", path) for _, path in EVERY)


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    ends = {path: client.get(path, follow=True).redirect_chain[-1:] for path in CLOSED}
    assert {path: end for path, end in ends.items() if not end or not end[0][0].startswith(f"{LOGIN}?next=")} == {}


@pytest.mark.parametrize("headers", [{}, {"hx-request": "true"}])
def test_a_stranger_posts_nothing(client: Client, headers: dict[str, str]) -> None:
    answers = {path: client.post(path, headers=headers).status_code for path in CLOSED}
    assert {path: status for path, status in answers.items() if status != 401} == {}


def test_htmx_gets_nothing_to_swap(client: Client) -> None:
    answers = {path: client.get(path, headers={"hx-request": "true"}).status_code for path in CLOSED}
    assert {path: status for path, status in answers.items() if status != 401} == {}


@pytest.mark.parametrize("name", OPEN)
def test_the_open_pages_are_open(client: Client, name: str) -> None:
    (path,) = [path for found, path in EVERY if found == name]
    assert client.get(path).status_code == OPEN[name]


def test_an_address_that_leads_nowhere_is_404(client: Client) -> None:
    assert client.get("/nowhere/").status_code == 404


@pytest.mark.parametrize("number", [2**63, 10**30])
def test_a_number_beyond_all_rows_is_nowhere(client: Client, settings: Any, number: int) -> None:
    settings.VAULT_RATE_LIMITS = {"stranger": "100/m/user"}  # as many as there are pages are looked at here
    client.force_login(factories.user("editor"))
    shown = {"anchor": "1", "number": "0", "key": PARTS["evidence"], "comment": "c", "verdict": "sourced", "sure": "on"}
    paths = {path.replace("/1/", f"/{number}/", 1) for path in CLOSED if "/1/" in path and "/admin/" not in path}
    answers = {path: [client.get(path).status_code, client.post(path, shown).status_code] for path in sorted(paths)}
    assert len(paths) > 40
    nowhere = {404, 405, 429}  # the last where the vault was asked too often
    assert {path: both for path, both in answers.items() if not {*both} <= nowhere} == {}
