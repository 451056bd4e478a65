"""Correcting who says a quotation."""

import pytest
from django.test import Client

from newsroom.models import Access, Claim, Quote, Role, Standing
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote() -> Quote:
    return factories.quote(factories.article())


def test_corrected_speaker_shows_and_suspends(client: Client, quote: Quote) -> None:
    claim = Claim.objects.filter(quote=quote).first()
    assert claim is not None
    factories.mark(claim)
    client.force_login(factories.user(Role.CHECKER))
    form = {"anchor": quote.anchor_id, "speaker": "Greta Lindqvist", "claim": claim.pk}
    response = client.post(f"/quotes/{quote.pk}/speaker/", form)
    assert (response.status_code, response["Location"]) == (303, f"/stories/{quote.article_id}/?claim={claim.pk}")
    claim.refresh_from_db()
    assert claim.standing == Standing.SUSPENDED
    html = client.get(response["Location"]).content.decode()
    assert "Said by <b>Greta Lindqvist</b>" in html
    assert "speaker changed from Marta Lindqvist to Greta Lindqvist" in html


def test_wrong_method_wrong_person_hidden_story(client: Client, quote: Quote) -> None:
    address, form = f"/quotes/{quote.pk}/speaker/", {"anchor": quote.anchor_id, "speaker": "X"}
    client.force_login(factories.user(Role.REPORTER))
    assert client.post(address, form).status_code == 403
    client.force_login(factories.user(Role.CHECKER))
    assert client.get(address).status_code == 405
    hidden = factories.quote(factories.article(access=Access.RESTRICTED))
    assert client.post(f"/quotes/{hidden.pk}/speaker/", form).status_code == 404


@pytest.mark.parametrize("claim", ["²", "x", "", "9" * 40])
def test_nonsense_for_a_claim_leads_back_to_the_story(client: Client, quote: Quote, claim: str) -> None:
    client.force_login(factories.user(Role.CHECKER))
    form = {"anchor": quote.anchor_id, "speaker": "Ada", "claim": claim, "show": "all"}
    response = client.post(f"/quotes/{quote.pk}/speaker/", form)
    assert (response.status_code, response["Location"]) == (303, f"/stories/{quote.article_id}/?show=all")


def test_too_long_a_name_is_refused_with_what_was_typed(client: Client, quote: Quote) -> None:
    client.force_login(factories.user(Role.CHECKER))
    form = {"anchor": quote.anchor_id, "speaker": "Marta " * 50}
    response = client.post(f"/quotes/{quote.pk}/speaker/", form)
    assert response.status_code == 422
    assert "Marta Marta" in response.content.decode()


def test_older_page_is_409(client: Client, quote: Quote) -> None:
    client.force_login(factories.user(Role.CHECKER))
    address, old = f"/quotes/{quote.pk}/speaker/", quote.anchor_id
    client.post(address, {"anchor": old, "speaker": "Ada"})
    assert client.post(address, {"anchor": old, "speaker": "Bea"}).status_code == 409
