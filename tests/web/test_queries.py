"""Queries on pages: asked from a claim or the story, listed by urgency, answered and resolved."""

import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from newsroom.domain import asking, assigning, talking
from newsroom.models import Access, Article, Claim, Comment, Role, Thread, User
from tests import factories

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User | None], Client]


@pytest.fixture
def reporter() -> User:
    return factories.user(Role.REPORTER)


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


@pytest.fixture
def claim(reporter: User) -> Claim:
    return factories.claim_on(factories.article(authors=(reporter,)), "212,000 crowns")


def soon(hours: int = 2) -> str:
    return timezone.localtime(timezone.now() + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")


def asked(about: Claim | Article, by: User, text: str = "Who paid?", hours: int = 2) -> Thread:
    due = timezone.now() + timedelta(hours=hours)
    return asking.ask(about, by=by, text=text, due=due, key=uuid.uuid4())


def test_a_query_is_asked_from_a_claim_and_stands_on_its_card(
    client_for: ClientFor, claim: Claim, checker: User
) -> None:
    client = client_for(checker)
    page = client.get(f"/claims/{claim.pk}/ask/").content.decode()
    assert "212,000 crowns" in page and 'name="due" value="' in page
    assert f"It goes to <b>{claim.article.authors.get()}</b>." in page
    nobody = client.get(f"/stories/{factories.article().pk}/ask/").content.decode()
    assert "No account is named as this story’s author" in nobody
    sent = {"key": uuid.uuid4(), "text": "Where is the invoice?", "due": soon()}
    answer = client.post(f"/claims/{claim.pk}/ask/", sent)
    assert answer.status_code == 303
    card = client.get(answer["Location"]).content.decode()
    assert ("Where is the invoice?" in card and ">Query</a>" in card and "due today" in card) or "due tomorrow" in card
    assert client.post(f"/claims/{claim.pk}/ask/", sent).status_code == 303
    assert Thread.objects.count() == 1, "a double click asks once"


def test_a_query_about_the_whole_story(client_for: ClientFor, claim: Claim, checker: User) -> None:
    client = client_for(checker)
    sent = {"key": uuid.uuid4(), "text": "Who is the second source?", "due": soon()}
    assert client.post(f"/stories/{claim.article_id}/ask/", sent).status_code == 303
    assert Thread.objects.get().claim is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text": " "}, "Write what you want"),
        ({"due": ""}, "by when"),
        ({"due": soon(-3)}, "still to come"),
        ({"due": "9999-12-31T23:59"}, "Is the year right?"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(
    client_for: ClientFor, claim: Claim, checker: User, changes: dict[str, str], says: str
) -> None:
    sent = {"key": uuid.uuid4(), "text": "Where is it?", "due": soon(), **changes}
    page = client_for(checker).post(f"/claims/{claim.pk}/ask/", sent)
    assert page.status_code == 422
    assert says in page.content.decode()
    assert "Where is it?" in page.content.decode() or not changes.get("text", "x").strip()
    assert not Thread.objects.exists()


def test_the_list_shows_whose_turn_it_is(client_for: ClientFor, claim: Claim, checker: User, reporter: User) -> None:
    thread = asked(claim, checker)
    other = asked(factories.article(), factories.user(Role.CHECKER), "Which bridge?")
    mine = client_for(reporter).get("/queries/").content.decode()
    assert "Who paid?" in mine and "Which bridge?" not in mine
    everything = client_for(checker).get("/queries/").content.decode()
    assert "Who paid?" in everything and "Which bridge?" in everything
    own = client_for(checker).get("/queries/?whose=asked").content.decode()
    assert "Who paid?" in own and "Which bridge?" not in own and "answered" not in own
    asking.answer(thread, by=reporter, text="The county.", key=uuid.uuid4())
    assert "answered" in client_for(checker).get("/queries/?whose=asked").content.decode()
    assert other.pk != thread.pk


def tabs(page: str) -> list[str]:
    nav = page[page.index('<nav class="tabs"') : page.index("</nav>", page.index('<nav class="tabs"'))]
    return [" ".join(re.sub("<[^>]+>", "", tab).split()) for tab in re.findall(r"<a .*?</a>", nav, re.DOTALL)]


def test_every_tab_says_how_many_are_open(client_for: ClientFor, claim: Claim, checker: User, reporter: User) -> None:
    """The whole desk's, or one story's, where its page leads; what is resolved or hidden counts nowhere."""
    editor = factories.user(Role.EDITOR)
    other, hidden = factories.article(), factories.article()
    threads = [asked(claim, checker), asked(claim.article, checker, "Again?"), asked(other, editor, "Which bridge?")]
    asked(hidden, editor, "Hidden?")
    assigning.restrict(hidden, by=editor, access=Access.RESTRICTED)
    client = client_for(checker)
    assert tabs(client.get("/queries/").content.decode()) == ["To answer 0", "Asked by me 2", "All open 3"]
    assert tabs(client_for(reporter).get("/queries/").content.decode())[0] == "To answer 2"
    story = client.get(f"/stories/{claim.article_id}/").content.decode()
    href = re.search(r'href="(/queries/[^"]+)">.*?Open queries <b>2</b>', story, re.DOTALL)
    assert href
    page = client.get(unescape(href[1])).content.decode()
    assert tabs(page) == ["To answer 0", "Asked by me 2", "All open 2"]
    assert "Who paid?" in page and "Which bridge?" not in page
    assert client.get(f"/queries/?article={hidden.pk}").status_code == 404
    for thread in threads[:2]:
        talking.resolve(thread, by=checker)
    assert "Open queries" not in client.get(f"/stories/{claim.article_id}/").content.decode()


def test_empty_lists_say_so(client_for: ClientFor, checker: User, reporter: User) -> None:
    assert "Nobody is waiting" in client_for(reporter).get("/queries/").content.decode()
    assert "No query is open" in client_for(checker).get("/queries/?whose=nonsense").content.decode()
    assert "waiting for no answer" in client_for(checker).get("/queries/?whose=asked").content.decode()


def test_answered_and_resolved(client_for: ClientFor, claim: Claim, checker: User, reporter: User) -> None:
    thread = asked(claim, checker)
    client = client_for(reporter)
    page = client.get(f"/queries/{thread.pk}/").content.decode()
    assert "Who paid?" in page and "Resolve" not in page
    sent = {"key": uuid.uuid4(), "text": "The county, <see> p. 3."}
    assert client.post(f"/queries/{thread.pk}/", sent).status_code == 303
    assert Comment.objects.filter(text="The county, <see> p. 3.").count() == 1
    assert client.post(f"/queries/{thread.pk}/close/").status_code == 403
    asker = client_for(checker)
    page = asker.get(f"/queries/{thread.pk}/").content.decode()
    assert "The county, &lt;see&gt; p. 3." in page
    assert asker.post(f"/queries/{thread.pk}/close/").status_code == 303
    assert "Reopen" in asker.get(f"/queries/{thread.pk}/").content.decode()
    late = client.post(f"/queries/{thread.pk}/", {"key": uuid.uuid4(), "text": "And another thing."})
    assert late.status_code == 422 and "And another thing." in late.content.decode()
    asker.post(f"/queries/{thread.pk}/close/", {"reopen": "1"})
    assert Thread.objects.get(pk=thread.pk).resolved_at is None


def test_hidden_queries_are_not_there(client_for: ClientFor, claim: Claim, checker: User) -> None:
    thread, editor = asked(claim, checker), factories.user(Role.EDITOR)
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    client = client_for(checker)
    assert "Who paid?" not in client.get("/queries/").content.decode()
    for path in (f"/queries/{thread.pk}/", f"/claims/{claim.pk}/ask/", f"/stories/{claim.article_id}/ask/"):
        assert client.get(path).status_code == 404
        assert client.post(path).status_code == 404
    assert client.post(f"/queries/{thread.pk}/close/").status_code == 404


def test_talk_is_no_query(client_for: ClientFor, claim: Claim, checker: User) -> None:
    talk = factories.comment(claim, by=checker).thread
    assert client_for(checker).get(f"/queries/{talk.pk}/").status_code == 404


def test_reporters_do_not_ask_and_lists_are_looked_at(client_for: ClientFor, claim: Claim, reporter: User) -> None:
    client = client_for(reporter)
    assert client.get(f"/claims/{claim.pk}/ask/").status_code == 403
    assert client.post("/queries/").status_code == 405
    assert client.get(f"/queries/{asked(claim, factories.user(Role.CHECKER)).pk}/close/").status_code == 405
