"""The vault's pages. That a name is found nowhere else is `tests/test_confidential.py`."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from newsroom.domain import sealing
from newsroom.domain.ciphering import Secret
from newsroom.models import Event, Identity, Knower, Source, User
from tests import factories

pytestmark = pytest.mark.django_db
For = Callable[[User | None], Client]
NAME, CONTACT = "Zyxw Qvut", "zq@quay.example"


@pytest.fixture
def owner() -> User:
    return factories.user("reporter")


@pytest.fixture
def source(owner: User) -> Source:
    """The owner's own story rests on it."""
    source = factories.source(title="Talks with somebody at the quay")
    factories.evidence(factories.claim(factories.article(authors=(owner,))), source=source)
    return source


@pytest.fixture
def identity(source: Source, owner: User) -> Identity:
    return sealing.seal(source, by=owner, secret=Secret(NAME, CONTACT), code="K-7")


def at(source: Source, page: str = "") -> str:
    return f"/sources/{source.pk}/identity/{page}"


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


# --- Putting in ---


def test_who_it_is_goes_into_the_vault(client: Client, source: Source, owner: User) -> None:
    client.force_login(owner)
    page = client.get(f"/sources/{source.pk}/seal/")
    assert page.status_code == 200 and 'value="K-1"' in words(page) and "no-store" in page["Cache-Control"]
    response = client.post(f"/sources/{source.pk}/seal/", {"code": "K-7", "name": NAME, "contact": CONTACT})
    assert (response.status_code, response["Location"]) == (303, at(source))
    identity = Identity.objects.get()
    assert (identity.owner, identity.source.code) == (owner, "K-7")
    again = client.post(f"/sources/{source.pk}/seal/", {"code": "K-7", "name": NAME, "contact": CONTACT})
    assert again.status_code == 303 and Identity.objects.count() == 1
    assert "It is put there once" in words(client.get(f"/sources/{source.pk}/seal/"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"code": "Zyxw", "name": NAME, "contact": CONTACT}, "a dash and a number"),
        ({"code": "K-1", "name": "", "contact": CONTACT}, "This field is required."),
        ({"code": "K-1", "name": NAME + "x" * 200, "contact": CONTACT}, "at most 200 characters"),
        ({"code": "K-1", "name": NAME + "\0", "contact": CONTACT}, "Null characters are not allowed."),
    ],
)
def test_a_refused_form_repeats_nothing_about_the_person(client, source, owner, typed: Any, said: str) -> None:
    client.force_login(owner)
    response = client.post(f"/sources/{source.pk}/seal/", typed)
    html = words(response)
    assert response.status_code == 422 and said in html and "no page repeats it" in html
    assert NAME not in html and CONTACT not in html and not Identity.objects.exists()


def test_without_a_key_the_pages_say_so(client_for: For, source, owner, identity, settings) -> None:
    settings.VAULT_KEYS = []
    other = factories.source()
    factories.evidence(factories.claim(source.evidence.get().claim.article), source=other)
    client = client_for(owner)
    for response in (client.get(f"/sources/{other.pk}/seal/"), client.get(at(source))):
        assert response.status_code == 200 and "The vault is switched off." in words(response)
        assert "<textarea" not in words(response) and "Show me who" not in words(response)
    refused = client.post(f"/sources/{other.pk}/seal/", {"code": "K-1", "name": NAME, "contact": ""})
    assert refused.status_code == 422 and "The vault is switched off" in words(refused) and NAME not in words(refused)
    assert client.post(at(source, "read/"), {"sure": "on"}).status_code == 422
    assert client_for(factories.user("editor")).get(at(source)).status_code == 404


# --- Reading ---


def test_the_owner_reads_by_a_post_that_no_browser_keeps(client: Client, source, owner, identity) -> None:
    client.force_login(owner)
    page = client.get(at(source))
    assert NAME not in words(page) and "Your reading is recorded" in words(page)
    hasty = client.post(at(source, "read/"))
    assert hasty.status_code == 422 and NAME not in words(hasty) and "Tick this first" in words(hasty)
    assert not Event.objects.filter(verb="read identity").exists()
    read = client.post(at(source, "read/"), {"sure": "on"})
    assert read.status_code == 200 and NAME in words(read) and CONTACT in words(read)
    assert "no-store" in read["Cache-Control"] and "private" in read["Cache-Control"]
    assert Event.objects.filter(verb="read identity", account=owner).count() == 1
    assert client.get(at(source, "read/")).status_code == 405


def test_nobody_else_finds_anything_and_the_owner_sees_who_tried(client_for: For, source, owner, identity) -> None:
    editor, boss = factories.user("editor"), factories.user(is_superuser=True, staff=True)
    for user in (editor, boss):
        client = client_for(user)
        answers = [client.get(at(source)), client.get(at(source, "readers/")), client.get(at(source, "destroy/"))]
        cache.clear()  # as after a while
        answers += [client.post(at(source, "read/"), {"sure": "on"}), client.post(at(source, "read/"))]
        answers += [client.post(at(source, "readers/"), {"readers-more": editor.username})]
        answers += [client.post(at(source, "destroy/"), {"code": "K-7"})]
        assert [answer.status_code for answer in answers] == [404] * 7
    assert Event.objects.filter(verb="refuse identity", account=editor).count() == 7
    html = words(client_for(owner).get(at(source)))
    assert html.count(f"<b>{editor}</b> tried to open it, and is not named") == 7
    assert html.count(f"<b>{boss}</b> tried to open it, and is not named") == 7
    assert client_for(editor).get(at(factories.source())).status_code == 404


@pytest.mark.parametrize("there", [True, False])
def test_who_goes_on_trying_is_looked_up_no_more(
    client_for: For, source: Source, identity: Identity, owner: User, there: bool
) -> None:
    """Also where there is no identity, so that the limit tells nobody where one is; whoever is named is not held up."""
    editor = factories.user("editor")
    client, tried = client_for(editor), source if there else factories.source()
    pages = [lambda: client.get(at(tried)), lambda: client.post(at(tried, "read/"), {"sure": "on"})]
    assert [pages[n % 2]().status_code for n in range(7)] == [404] * 5 + [429] * 2
    assert Event.objects.filter(verb="refuse identity", account=editor).count() == (5 if there else 0)
    held = client.get(at(tried, "destroy/"))
    assert (
        held.status_code == 429 and "Too many tries. Wait 5 minutes" in words(held) and "no-store" in str(held.headers)
    )
    assert client_for(owner).get(at(source)).status_code == 200 and client.get("/sources/").status_code == 200
    sealing.choose_readers(source.pk, by=owner, readers=[editor])
    assert NAME in words(client_for(editor).post(at(source, "read/"), {"sure": "on"}))
    cache.clear()
    assert client_for(factories.user("editor")).get(at(tried)).status_code == 404


def test_a_page_that_is_not_theirs_seals_nothing(client_for: For, source: Source, owner: User) -> None:
    typed = {"code": "K-7", "name": NAME, "contact": CONTACT}
    page = f"/sources/{source.pk}/seal/"
    for other in (factories.user("reporter"), factories.user("legal")):
        client = client_for(other)
        assert client.get(page).status_code == client.post(page, typed).status_code == 403
        assert page not in words(client.get(f"/sources/{source.pk}/"))
    assert page in words(client_for(owner).get(f"/sources/{source.pk}/")) and not Identity.objects.exists()


def test_a_reader_reads_and_does_not_see_who_else_did(client_for: For, source, owner, identity) -> None:
    named = factories.user("legal")
    client, own = client_for(named), client_for(owner)
    sent = {"readers-more": named.username}
    assert own.post(at(source, "readers/"), sent)["Location"] == at(source)
    assert NAME in words(client.post(at(source, "read/"), {"sure": "on"}))
    assert "Who opened it" not in words(client.get(at(source)))
    assert client.get(at(source, "readers/")).status_code == 403 == client.get(at(source, "destroy/")).status_code
    html = words(own.get(at(source)))
    assert f"<b>{named}</b> read it" in html and f"chose the readers: {named.username}" in html
    unknown = own.post(at(source, "readers/"), {"readers-more": "nobody-here"})
    assert unknown.status_code == 422 and "no account called" in words(unknown)
    assert own.post(at(source, "readers/"), {}).status_code == 303
    assert client.post(at(source, "read/"), {"sure": "on"}).status_code == 404


# --- Destroying, vouching, the section ---


def test_destroyed_by_its_code_name(client: Client, source, owner, identity) -> None:
    client.force_login(owner)
    wrong = client.post(at(source, "destroy/"), {"code": "K-8"})
    assert wrong.status_code == 422 and "Type K-7, the code name, to confirm." in words(wrong)
    assert client.post(at(source, "destroy/"), {"code": "k-7"})["Location"] == at(source)
    html = words(client.get(at(source)))
    assert "Nobody can read it any more" in html and "Show me who" not in html and "destroyed it" in html
    assert client.post(at(source, "read/"), {"sure": "on"}).status_code == 422
    assert f"was destroyed by {owner}" in words(client.get(f"/sources/{source.pk}/"))


def test_an_editor_goes_on_record(client: Client, source, identity) -> None:
    editor = factories.user("editor")
    client.force_login(editor)
    page = f"/sources/{source.pk}/"
    assert "No editor is on record" in words(client.get(page))
    assert client.get(f"/sources/{source.pk}/vouch/").status_code == 405
    assert client.post(f"/sources/{source.pk}/vouch/").status_code == 303
    assert Knower.objects.get().editor == editor
    html = words(client.get(page))
    assert f"Identity known to {editor} on " in html and "put that on record" not in html
    client.force_login(factories.user("checker"))
    assert client.post(f"/sources/{source.pk}/vouch/").status_code == 403


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Is who this is a secret?"),
        ({"anonymous": True}, "This source is not named in the story."),
        ({"anonymous": True, "code": "K-3"}, "Who it is has not been put into the vault."),
    ],
)
def test_the_section_says_what_there_is(client: Client, fields: Any, said: str) -> None:
    checker = factories.user("checker")
    source = factories.source(by=checker, **fields)
    client.force_login(checker)
    html = words(client.get(f"/sources/{source.pk}/"))
    assert said in html and "Put who it is into the vault" in html and "put that on record" not in html
