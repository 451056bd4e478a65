"""The drafts of a story."""

from typing import Any

import pytest
from django.test import Client

from newsroom.domain import assigning, claiming
from newsroom.models import Access, Article, Role, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Article:
    return factories.article()


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


def address(story: Article, number: int = 1) -> str:
    return f"/stories/{story.pk}/drafts/{number}/"


def test_a_draft_is_shown_with_what_stood_on_it(client: Client, story: Article, checker: User) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    factories.mark(claim, verdict="disputed", comment="It is Kelm Bridge.")
    client.force_login(checker)
    response = client.get(address(story))
    html = response.content.decode()
    assert f'data-claims="{claim.pk}"' in html
    assert f'href="/stories/{story.pk}/?claim={claim.pk}"' in html
    assert 'mark class="disputed"' in html
    assert story.current.sha256 in html
    assert "1 claim stood on it" in html


def test_a_claim_with_two_anchors_is_where_the_newer_one_has_it(client: Client, story: Article, checker: User) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    start = story.current.text.index("the bus over Kell Bridge")
    words = "the bus over Kell Bridge"
    anchor = claim.anchor_id or 0
    claiming.change_bounds(claim, by=checker, anchor=anchor, start=start, end=start + len(words), wording=words)
    client.force_login(checker)
    assert f'data-claims="{claim.pk}">{words}</mark>' in client.get(address(story)).content.decode()


def test_wrong_number_wrong_method_wrong_person(client: Client, story: Article, checker: User) -> None:
    assert client.get(address(story))["Location"].startswith("/accounts/login/")
    client.force_login(checker)
    assert client.get(address(story, 2)).status_code == 404
    assert client.post(address(story)).status_code == 405
    assigning.restrict(story, by=factories.user(Role.EDITOR), access=Access.RESTRICTED)
    assert client.get(address(story)).status_code == 404


@pytest.mark.parametrize("claims", [1, 8])
def test_the_page_takes_the_same_queries_however_many_claims(
    client: Client, checker: User, claims: int, django_assert_num_queries: Any
) -> None:
    story = factories.article(text=" ".join(f"The pier has {n} lamps." for n in range(9)))
    for n in range(claims):
        factories.mark(factories.claim(story, n))
    client.force_login(checker)
    with django_assert_num_queries(7):
        client.get(address(story))
