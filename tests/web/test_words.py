"""The words of a story by address: the form, and the page as far as it asks nobody."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from newsroom.domain.fetching import Fetched
from newsroom.models import Article
from newsroom.web.forms.words import WordsForm
from tests import factories

NEW = reverse("intake-new")
PAGE = b"<!doctype html><h1>Caf\xe9</h1><p>It opens at 7. <a href='/b'>More</a></p>"
WHERE = "http://post.example/a"


def page(address, charset="latin1"):
    return Fetched(address, "http://www.post.example/a", timezone.now(), PAGE, charset)


def form(fetch=page, **data):
    sent = QueryDict(mutable=True)
    sent.update(data)
    return WordsForm(sent, fetch=fetch)


def test_a_page_is_read_in_the_charset_it_came_with_and_waits_in_the_form():
    first = form(address=WHERE)
    assert first.is_valid() and first.document and first.page
    assert (first.document.headline, first.origin) == ("Café", "http://www.post.example/a")
    assert first.document.links[0].href == "http://www.post.example/b"
    first.keep(shown=True)

    def again(address):
        raise AssertionError("asked twice")

    second = form(again, **{name: first.data[name] for name in ("address", "read", "seen")})
    assert second.is_valid() and second.was_seen
    assert (second.document, second.origin) == (first.document, first.origin)
    assert second.page and (second.page.data, second.page.at) == (PAGE, first.page.at)


def test_another_address_is_fetched_anew_and_none_is_none():
    first = form(address=WHERE)
    assert first.is_valid()
    first.keep(shown=True)
    other = form(lambda address: page(address + "!"), address="http://post.example/c", read=first.data["read"])
    assert other.is_valid() and other.page and other.page.asked == "http://post.example/c!"
    assert "text" in form(read=first.data["read"]).errors


def test_what_was_refused_or_cannot_be_read_is_said_beside_the_address():
    def refuse(address):
        raise ValidationError("Not from there.")

    assert form(refuse, address=WHERE).errors["address"] == ["Not from there."]
    assert "not UTF-8" in form(lambda address: page(address, charset=""), address=WHERE).errors["address"][0]
    assert "not both" in form(address=WHERE, text="Head\n\nWords.").errors["address"][0]


@pytest.mark.django_db
def test_it_is_off_until_it_is_switched_on(client_for, settings):
    client = client_for(factories.user("editor"))
    fields = {"address": "http://127.0.0.1/", "language": "en", "access": "desk"}
    assert 'name="address"' not in client.get(NEW).content.decode()
    assert "Paste the words" in client.post(NEW, fields).content.decode()
    settings.FETCH_ADDRESSES = True
    assert 'name="address"' in client.get(NEW).content.decode()
    answer = client.post(NEW, fields)
    assert answer.status_code == 422 and "not on the open internet" in answer.content.decode()
    assert 'value="http://127.0.0.1/"' in answer.content.decode()
    assert not Article.objects.exists()
