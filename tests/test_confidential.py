"""A confidential identity is found nowhere but in the one answer to a reader.

A made-up name is put in, mistyped, refused, read, shared, rotated and destroyed; the whole desk is searched for it.
"""

import logging
import re
import uuid
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client

from newsroom.domain import exporting, sealing, sourcing
from newsroom.models import Article, Event, Evidence, Identity, Source, User
from tests import factories

NAME, CONTACT = "Zyxwvara Qvutlind", "zqmarsh-4711@quay.example"
NEEDLE = re.compile("zyxwvara|qvutlind|zqmarsh", re.IGNORECASE)  # long enough for no token to hold one by chance
For = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db(transaction=True)


def found_in(text: str) -> list[str]:
    return NEEDLE.findall(text)


def body(response: HttpResponseBase) -> str:
    """Everything that an answer carries: words, headers, cookies."""
    content = b"".join(response) if response.streaming else getattr(response, "content", b"")  # type: ignore[arg-type]
    return f"{response.headers}\n{response.cookies}\n{content.decode()}"


def dump() -> str:
    """Every row of every table as text; on SQLite the bytes of its files too, the log of what is on its way in too."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            assert connection.connection is not None
            files = Path(connection.settings_dict["NAME"])
            raw = [path.read_bytes().decode("latin-1") for path in files.parent.glob(f"{files.name}*")]
            return "\n".join([*connection.connection.iterdump(), *raw])
        cursor.execute("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public'")
        rows = []
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT t::text FROM {table} t")
            rows += [row for (row,) in cursor.fetchall()]
        return "\n".join(rows)


def crawl(client: Client, start: str, most: int = 150) -> Iterator[tuple[str, str]]:
    """Every page that links lead to from here, without signing out."""
    waiting, seen = [start], {start}
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        response = client.get(path)
        yield path, body(response)
        if not response.streaming:
            links = [unescape(link) for link in re.findall(r'href="(/[^"#]*)', response.content.decode())]
            new = [link for link in dict.fromkeys(links) if link not in seen and not re.search("/static/|logout", link)]
            seen.update(new)
            waiting += new


@pytest.fixture
def people() -> dict[str, User]:
    return {
        "owner": factories.user("reporter", username="owner"),
        "named": factories.user("legal", username="named"),
        "editor": factories.user("editor", username="other", staff=True),
        "boss": factories.user("editor", username="boss", staff=True, is_superuser=True),
    }


@pytest.fixture
def source(people: dict[str, User]) -> Source:
    """Used by a story of the owner's that everybody sees."""
    article = factories.article(by=people["editor"], authors=(people["owner"],))
    source = factories.source(by=people["editor"], title="Talks with somebody at the quay")
    claim = factories.claim_on(article, "212,000 crowns", by=people["editor"])
    Evidence.objects.create(claim=claim, source=source, by=people["editor"], role="editor", note="As K-7 has it.")
    factories.mark(claim, by=people["editor"], comment="K-7 was there.")
    return source


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture, settings: Any) -> Iterator[Callable[[], str]]:
    """All that is logged, statements with their values too, and mailed to an administrator when something breaks."""
    settings.ADMINS = [("Desk", "desk@desk.example")]
    caplog.set_level(logging.DEBUG)
    for name in ("django", "django.request", "django.db.backends", "django.security", "newsroom"):
        caplog.set_level(logging.DEBUG, logger=name)
    connection.force_debug_cursor = True
    yield lambda: "\n".join(
        [caplog.text, *(str(record.__dict__) for record in caplog.records), str(connection.queries)]
    )
    connection.force_debug_cursor = False


def planted(client_for: For, people: dict[str, User], source: Source) -> list[HttpResponseBase]:
    """A day in the vault; the answers that must not say who it is, the error pages among them."""
    seal, page = f"/sources/{source.pk}/seal/", f"/sources/{source.pk}/identity/"
    typed = {"code": "K-7", "name": NAME, "contact": CONTACT}
    owner, named, other = (client_for(people[who]) for who in ("owner", "named", "editor"))
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people["owner"])
    answers = [
        client_for(None).post(seal, typed),
        strict.post(seal, typed),
        owner.post(seal, typed, headers={"host": "elsewhere.example"}),
        owner.post("/sources/999999/seal/", typed),
        owner.put(seal, typed),
        owner.post(seal, {**typed, "code": NAME}),
        owner.post(seal, {**typed, "code": "nothing"}),
        owner.post(seal, {**typed, "contact": CONTACT + "\0"}),
        owner.post(seal, {**typed, "name": NAME * 40}, headers={"hx-request": "true"}),
        owner.post(seal, typed),
        other.post(seal, {**typed, "code": "K-8"}),
    ]
    assert [answer.status_code for answer in answers] == [401, 403, 400, 404, 405, 422, 422, 422, 422, 303, 422]
    answers += [owner.get(seal), owner.get(page), owner.post(page + "readers/", {"readers-more": "named"})]
    for client, name in ((owner, "owner"), (named, "named")):
        read = client.post(page + "read/", {"sure": "on"})
        assert read.status_code == 200 and NAME in body(read) and CONTACT in body(read), f"{name} reads it"
        answers += [client.get(page), client.post(page + "read/", {})]
    refused = [other.get(page), other.post(page + "read/", {"sure": "on"}), other.get(page + "readers/")]
    refused += [client_for(people["boss"]).post(page + "read/", {"sure": "on"})]
    assert {answer.status_code for answer in refused} == {404}
    return [*answers, *refused, other.post(f"/sources/{source.pk}/vouch/"), conflict(source, other)]


def conflict(source: Source, client: Client) -> HttpResponseBase:
    """409: a mark from a page that was loaded before one's last mark."""
    claim = source.evidence.get().claim
    sent = {
        "verdict": "disputed",
        "comment": "K-7 says otherwise.",
        "anchor": claim.anchor_id,
        "number": 0,
        "key": uuid.uuid4(),
    }
    answer = client.post(f"/claims/{claim.pk}/mark/", sent)
    assert answer.status_code == 409
    return answer


def test_it_is_nowhere_but_in_the_answer_to_a_reader(client_for: For, people, source, logged, settings) -> None:
    answers = planted(client_for, people, source)
    assert [found_in(body(answer)) for answer in answers] == [[]] * len(answers)
    settings.VAULT_KEYS = [Fernet.generate_key().decode(), *settings.VAULT_KEYS]
    call_command("rotate_identities")
    said = logged()  # before this test itself asks for the name
    identity = Identity.objects.get()
    story = Event.objects.filter(chain=f"article:{source.evidence.get().claim.article_id}", verb="edit source")
    assert [event.data["changes"]["code"] for event in story] == [["", "K-7"]]  # the story is told, by the code name
    assert identity.sealed in dump() and "As K-7 has it." in dump() and found_in(dump()) == []
    for user in people.values():
        assert list(sourcing.search(user, NAME)) == []
        assert found_in(str([list(row) for row in exporting.export_claims(Article.objects.all(), by=user)])) == []
    assert found_in(" ".join(repr(row) + str(row) for row in [identity, source, *Event.objects.all()])) == []
    assert found_in(str(list(Event.objects.values())) + str(list(LogEntry.objects.values()))) == []
    assert "INSERT INTO" in said and f"/sources/{source.pk}/seal/" in said and found_in(said) == []
    sealing.destroy(source.pk, by=people["owner"], code="K-7")
    assert identity.sealed not in str(list(Identity.objects.values())) and found_in(dump()) == []


@pytest.mark.parametrize("start", ["/", "/admin/"])
@pytest.mark.parametrize("who", ["editor", "boss"])
def test_no_page_shows_it_to_an_editor_who_is_not_named(client_for: For, people, source, start: str, who: str) -> None:
    planted(client_for, people, source)
    client, pages = client_for(people[who]), {}
    for path, text in crawl(client, start):
        pages[path] = text
    for path in (
        f"/sources/{source.pk}/",
        f"/sources/{source.pk}/files/",
        f"/?q={source.title}",
        "/nowhere/",
        "/admin/newsroom/event/?q=identity",
    ):
        pages[path] = body(client.get(path))
    assert len(pages) > 10 and any(source.title in text for text in pages.values())
    assert {path: found_in(text) for path, text in pages.items() if found_in(text)} == {}


def test_when_the_desk_breaks_its_report_says_nothing(
    client_for: For, people, source, logged, settings, monkeypatch
) -> None:
    def breaks(*_: Any, **__: Any) -> str:
        raise RuntimeError("The disk is full.")

    client = client_for(people["owner"])
    client.raise_request_exception = False
    typed = {"code": "K-7", "name": NAME, "contact": CONTACT}
    monkeypatch.setattr(sealing, "seal_up", breaks)
    assert client.post(f"/sources/{source.pk}/seal/", typed).status_code == 500
    monkeypatch.undo()
    assert client.post(f"/sources/{source.pk}/seal/", typed).status_code == 303
    monkeypatch.setattr(sealing, "record_on_desk", breaks)
    answer = client.post(f"/sources/{source.pk}/identity/read/", {"sure": "on"})
    assert answer.status_code == 500 and found_in(body(answer)) == []
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        report = str(message.message()) + "".join(str(content) for content, _kind in message.alternatives)
        assert "The disk is full." in report and found_in(report) == []
        assert settings.VAULT_KEYS[0] not in report
    assert found_in(logged()) == []
    assert not Event.objects.filter(verb="read identity").exists()
