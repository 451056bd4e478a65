"""The house's policy, for everybody to read."""

import pytest
from django.urls import reverse

from newsroom.domain import ruling
from newsroom.models import Policy
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = reverse("policy-read")


@pytest.fixture
def client(client_for):
    return client_for(factories.user("reporter"))


def text(response):
    return " ".join(response.content.decode().split())


def test_the_first_policy_in_sentences(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        page = text(client.get(PAGE))
    for words in (
        "<p>Every claim needs</p>",
        "1 primary source or 3 independent secondary sources",
        "<p>A claim of the kind quote needs</p>",
        "<p>A claim resting on an unnamed source needs</p>",
        "an editor on record as knowing who the source is",
        "<p>A claim flagged legal needs</p>",
        "marks by 2 different people",
        "It is signed, in this order: checker, editor.",
        "Where a claim is flagged legal, a lawyer signs too.",
        "Each signature is of another person.",
    ):
        assert words in page
    assert "Change it" not in page


def test_an_older_version_can_be_read_and_says_that_it_is_one(client):
    first = Policy.objects.latest()
    rules = [{"name": "Figures", "kinds": ["number", "money"], "flags": ["minor"], "primary": 2, "kept": True}]
    ruling.revise(first, by=None, rules=rules, signatures=["editor"], legal=False, apart=False, note="Only figures.")
    now = text(client.get(PAGE))
    assert "A claim of the kind number or money, flagged minor needs" in now
    assert "<li>2 primary sources</li>" in now
    assert "Only figures." in now
    assert "In force." in now
    assert "lawyer" not in now and "Each signature" not in now
    before = text(client.get(reverse("policy-read", args=[1])))
    assert "No longer in force." in before
    assert "3 independent secondary sources" in before
    assert client.get(reverse("policy-read", args=[3])).status_code == 404
    assert client.get(reverse("policy-read", args=[0])).status_code == 404


def test_it_is_read_and_nothing_else(client):
    assert client.post(PAGE).status_code == 405


def test_administrators_are_shown_where_it_is_changed(client_for):
    page = text(client_for(factories.user("editor", staff=True, is_superuser=True)).get(PAGE))
    assert reverse("admin:newsroom_policy_change", args=[Policy.objects.latest().pk]) in page
