"""Corrections after publication on their page."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from newsroom.domain import assigning, workflow
from newsroom.domain.recalling import FEW
from newsroom.models import Access, Article, Claim, Erratum, Role, Status, User
from tests import factories

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User | None], Client]


@pytest.fixture
def editor() -> User:
    return factories.user(Role.EDITOR)


@pytest.fixture
def story(editor: User) -> Article:
    """Published over open work, with a claim that rests on something."""
    story = factories.article(by=editor)
    claim = factories.claim_on(story, "212,000 crowns")
    factories.evidence(claim, source=factories.source(title="Invoice <7>"))
    factories.mark(claim, comment="Seen <it>.")
    factories.signature(story, Role.EDITOR, override="The printer waits.")
    return workflow.move(story, by=editor, to=Status.PUBLISHED)


def form(editor: User, **changes: Any) -> dict[str, Any]:
    def at(hours: int) -> str:
        return timezone.localtime(timezone.now() - timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    sent = {"kind": "correction", "cause": "evidence-misread", "wording": "It cost <221,000> crowns.", "claim": ""}
    times = {"received_at": at(3), "published_at": at(2)}
    return {"key": str(uuid.uuid4()), **sent, **times, "decided_by": editor.pk, **changes}


def test_registered_once_with_what_was_in_force(client_for: ClientFor, story: Article, editor: User) -> None:
    client, path = client_for(editor), f"/stories/{story.pk}/errata/"
    assert path in client.get(f"/stories/{story.pk}/").content.decode()
    claim = Claim.objects.get(article=story, wording="212,000 crowns")
    other = factories.article(by=editor)
    source = claim.evidence.get().source
    factories.evidence(factories.claim(other), source=source)
    sent = form(editor, claim=claim.pk)
    for _ in range(2):
        assert client.post(path, sent).status_code == 303
    assert Erratum.objects.count() == 1
    html = client.get(path).content.decode()
    for said in (
        "It cost &lt;221,000&gt; crowns.",
        "evidence misread",
        "Invoice &lt;7&gt;",
        "Seen &lt;it&gt;.",
        "over open",
    ):
        assert said in html
    assert f"/stories/{other.pk}/?claim=" in html
    assert Article.objects.get(pk=story.pk).status == Status.CORRECTED


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"wording": ""}, "Write what readers were told."),
        ({"cause": ""}, "Choose what let it through."),
        ({"published_at": ""}, "This field is required."),
        ({"published_at": "2199-01-01T10:00"}, "Register it once it is out."),
        ({"published_at": "2001-01-01T10:00"}, "before the house was"),
        ({"claim": "999999"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(
    client_for: ClientFor, story: Article, editor: User, changes: dict[str, str], says: str
) -> None:
    page = client_for(editor).post(f"/stories/{story.pk}/errata/", form(editor, **changes))
    assert page.status_code == 422 and says in page.content.decode().replace("&#x27;", "'")
    assert "It cost &lt;221,000&gt; crowns." in page.content.decode() or changes.get("wording") == ""
    assert not Erratum.objects.exists()


def test_wrong_person_wrong_method_hidden(client_for: ClientFor, story: Article, editor: User) -> None:
    checker, path = factories.user(Role.CHECKER), f"/stories/{story.pk}/errata/"
    assert "Register it" not in client_for(checker).get(path).content.decode()
    assert client_for(checker).post(path, form(editor)).status_code == 403
    assert client_for(editor).put(path).status_code == 405
    assigning.restrict(story, by=editor, access=Access.RESTRICTED)
    assert client_for(checker).get(path).status_code == 404
    assert client_for(checker).post(path, form(editor)).status_code == 404


def test_a_story_that_is_not_out_says_so(client_for: ClientFor, editor: User) -> None:
    story = factories.article()
    page = client_for(editor).get(f"/stories/{story.pk}/errata/").content.decode()
    assert "not out yet" in page and "Register it" not in page
    assert client_for(editor).post(f"/stories/{story.pk}/errata/", form(editor)).status_code == 422


def test_of_many_other_stories_the_newest_are_listed_and_the_source_has_the_rest(
    client_for: ClientFor, story: Article, editor: User
) -> None:
    claim = Claim.objects.get(article=story, wording="212,000 crowns")
    source = claim.evidence.get().source
    for _ in range(FEW + 1):
        factories.evidence(factories.claim(factories.article(by=editor)), source=source)
    client, path = client_for(editor), f"/stories/{story.pk}/errata/"
    client.post(path, form(editor, claim=claim.pk))
    html = " ".join(client.get(path).content.decode().split())
    assert html.count("</bdi></a>: Invoice &lt;7&gt;") == FEW
    assert f'<a href="/sources/{source.pk}/">and 1 more place for Invoice &lt;7&gt;</a>' in html
