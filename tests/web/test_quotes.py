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


def test_a_guess_is_right(client: Client, quote: Quote) -> None:
    claim = Claim.objects.filter(quote=quote)[0]
    factories.mark(claim)
    checker = factories.user(Role.CHECKER)
    client.force_login(checker)
    shown = f"/stories/{quote.article_id}/?claim={claim.pk}"
    html = client.get(shown).content.decode()
    assert "That’s right" in html
    assert f'<input type="hidden" name="speaker" value="{quote.speaker}">' in html
    form = {"anchor": quote.anchor_id, "speaker": quote.speaker, "claim": claim.pk}
    html = client.post(f"/quotes/{quote.pk}/speaker/", form, follow=True).content.decode()
    assert "Noted that the speaker is right. No mark is suspended." in html
    assert f"confirmed by {checker}" in html
    assert "That’s right" not in html
    claim.refresh_from_db()
    assert claim.standing == Standing.SOURCED


@pytest.mark.parametrize("changed", [{"doubtful": True}, {"doubtful": False}])
def test_what_is_perhaps_no_speech_is_not_said_to_be_right(client: Client, quote: Quote, changed) -> None:
    Quote.objects.filter(pk=quote.pk).update(**changed)
    client.force_login(factories.user(Role.CHECKER))
    html = client.get(f"/stories/{quote.article_id}/?claim={Claim.objects.filter(quote=quote)[0].pk}").content.decode()
    assert ("That’s right" in html) is not changed["doubtful"]


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
