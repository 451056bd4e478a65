"""A story's history: every deed in a sentence, the newest first, narrowed by what, who and which claim."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.asserts import assertNumQueries

import newsroom.domain
from newsroom.domain import assigning, claiming, sourcing, workflow
from newsroom.models import Access, Article, Event, Role, Status, User
from newsroom.web.telling import GROUPS, SENTENCES
from tests import factories

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User | None], Client]


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER, first_name="Ada", last_name="Brekke")


@pytest.fixture
def story(checker: User) -> Article:
    """With a claim, a mark and a comment on it, a dismissal and a move."""
    editor = factories.user(Role.EDITOR, first_name="Pia", last_name="Lund")
    story = factories.article(by=editor)
    claim = factories.claim_on(story, "212,000 crowns", by=checker)
    factories.mark(claim, by=checker, verdict="disputed", comment="The <invoice> says 221,000.")
    factories.comment(claim, by=editor, text="Ask Marta.")
    claiming.dismiss(factories.claim_on(story, "Kell Bridge", by=checker), by=checker, reason="A name.")
    workflow.move(story, by=editor, to=Status.KILLED)
    return story


def lines(client: Client, story: Article, query: str = "") -> list[str]:
    """The deeds on the page, without markup."""
    html = client.get(f"/stories/{story.pk}/history/{query}").content.decode()
    found = re.findall(r"<li>(.*?)</li>", html[html.index("<main") :], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", deed).split()) for deed in found]


def test_every_deed_is_a_line_the_newest_first(client_for: ClientFor, story: Article, checker: User) -> None:
    deeds = lines(client_for(checker), story)
    assert len(deeds) == Event.objects.filter(chain=f"article:{story.pk}").count()
    assert "Pia Lund (editor) moved the story from checking to killed" in deeds[0]
    assert "Ada Brekke (checker) dismissed the claim, no fact here “Kell Bridge” A name." in deeds[1]
    assert "Pia Lund (editor) commented “212,000 crowns” Ask Marta." in deeds[3]
    assert "Ada Brekke (checker) marked the claim disputed “212,000 crowns”" in deeds[4]
    assert "The &lt;invoice&gt; says 221,000." in deeds[4]
    assert "Pia Lund (editor) brought the story in, pasted" in deeds[-1]


def test_it_is_narrowed_by_what_who_and_which_claim(client_for: ClientFor, story: Article, checker: User) -> None:
    client, claim = client_for(checker), story.claims.get(wording="212,000 crowns", accepted=True)
    assert ["marked" in deed for deed in lines(client, story, "?what=marks")] == [True]
    assert all("Ada Brekke" in deed for deed in lines(client, story, f"?who={checker.username}"))
    assert len(lines(client, story, f"?claim={claim.pk}")) == 3
    assert len(lines(client, story, f"?claim={claim.pk}&what=marks&who={checker.username}")) == 1
    nothing = client.get(f"/stories/{story.pk}/history/?what=evidence")
    assert "Choose another filter" in nothing.content.decode()


@pytest.mark.parametrize(
    "query", ["?what=everything", "?who=nobody", "?claim=x", "?claim=99999999999999999999", "?claim=-1"]
)
def test_a_filter_that_there_is_not_is_said_beside_it(
    client_for: ClientFor, story: Article, checker: User, query: str
) -> None:
    assert client_for(checker).get(f"/stories/{story.pk}/history/{query}").status_code == 422


def test_pages_do_not_grow(client_for: ClientFor, story: Article, checker: User) -> None:
    client = client_for(checker)
    claim = story.claims.get(wording="212,000 crowns", accepted=True)
    workflow.move(story, by=factories.user(Role.EDITOR), to=Status.CHECKING)
    for n in range(60):
        factories.comment(claim, by=checker, text=f"Note {n}.")
    assert len(lines(client, story)) == 50
    assert "Note 0." in lines(client, story, "?page=2")[9]


def test_a_change_of_a_source_is_told_with_its_name_as_it_is_now(
    client_for: ClientFor, story: Article, checker: User
) -> None:
    source = factories.source(by=checker, title="Ferry log", kind="data")
    workflow.move(story, by=factories.user(Role.EDITOR), to=Status.CHECKING)
    factories.evidence(story.claims.get(wording="212,000 crowns", accepted=True), by=checker, source=source)
    for version, kind in ((1, "page"), (2, "document")):
        facts = sourcing.Facts("The ferry’s log", kind=kind, dated=date(2026, 5, 4))
        sourcing.edit(source, by=checker, facts=facts, version=version)
    client = client_for(checker)
    deeds = lines(client, story, "?what=evidence")
    assert deeds[0].endswith("changed the source “The ferry’s log”: kind: web page → document")
    assert deeds[1].endswith("“The ferry’s log”: title; kind: data → web page; date: — → 4 May 2026")
    with assertNumQueries(8):
        lines(client, story)


def test_a_hidden_story_has_no_history(client_for: ClientFor, story: Article, checker: User) -> None:
    editor = factories.user(Role.EDITOR)
    assigning.restrict(story, by=editor, access=Access.RESTRICTED)
    assert client_for(checker).get(f"/stories/{story.pk}/history/").status_code == 404
    assert client_for(editor).get(f"/stories/{story.pk}/history/").status_code == 200


def test_it_is_only_looked_at(client_for: ClientFor, story: Article, checker: User) -> None:
    assert client_for(checker).post(f"/stories/{story.pk}/history/").status_code == 405


def test_every_verb_on_a_story_has_its_sentence_and_its_group() -> None:
    sources = [path.read_text() for path in Path(newsroom.domain.__file__).parent.glob("*.py")]
    recorded = {verb for source in sources for verb in re.findall(r"\brecord\([^)]*?verb=\"([a-z ]+)\"", source)}
    recorded |= {verb for source in sources for verb in re.findall(r"\bverb = \"([a-z ]+)\"", source)}
    assert recorded >= {"dissent", "settle", "sign", "add draft"}
    assert recorded - set(SENTENCES) == set()
    grouped = [verb for _label, verbs in GROUPS.values() for verb in verbs]
    assert sorted(grouped) == sorted(SENTENCES)
