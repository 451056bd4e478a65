"""Signing and dissenting from the page, what is shown of signatures, and what a refusal lists."""

import re
import uuid
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from newsroom.domain import sealing, sourcing
from newsroom.domain.ciphering import Secret
from newsroom.domain.drafting import add_draft
from newsroom.models import Access, Article, Dissent, Role, SignOff, Status, User
from tests import factories
from tests.web.test_gate import links, listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Article:
    return factories.cleared(factories.article())


@pytest.fixture
def disputed(story: Article) -> Article:
    factories.mark(factories.claim(story), verdict="disputed")
    return story


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


@pytest.fixture
def editor() -> User:
    return factories.user(Role.EDITOR)


def page(client: Client, story: Article, user: User, status: int = 200) -> str:
    client.force_login(user)
    response = client.get(f"/stories/{story.pk}/sign/")
    assert response.status_code == status
    return response.content.decode()


def send(client: Client, story: Article, user: User, what: str = "sign", **fields: Any) -> HttpResponse:
    client.force_login(user)
    data = {"draft": story.draft_id, "key": uuid.uuid4(), **fields}
    return client.post(f"/stories/{story.pk}/{what}/", data)  # type: ignore[return-value]


def buttons(html: str) -> list[str]:
    return re.findall(r'name="capacity"\s+value="(\w+)"', html)


def next_draft(story: Article, old: str, new: str) -> None:
    text = factories.SAMPLE_TEXT.replace(old, new)
    add_draft(story, factories.document(text), by=factories.user(Role.EDITOR), base=story.draft_id or 0)


# --- The page ---


def test_the_page_says_what_is_signed(client: Client, story: Article, checker: User) -> None:
    html = page(client, story, checker)
    story = Article.objects.get(pk=story.pk)
    for said in (story.current.sha256, story.head, "Sign draft 1 as checker", "Nothing is left but signatures."):
        assert said in html
    assert f'name="draft" value="{story.draft_id}"' in html


def test_each_person_is_offered_what_they_can_sign(client: Client, story: Article, checker: User, editor: User) -> None:
    assert buttons(page(client, story, checker)) == ["checker"]
    assert buttons(page(client, story, editor)) == ["checker", "editor"]
    assert "Nobody asks for your signature here" in page(client, story, factories.user(Role.LEGAL))
    factories.signature(story, Role.CHECKER, by=checker)
    assert buttons(page(client, story, editor)) == ["checker", "editor"]
    factories.signature(story, Role.CHECKER, by=editor)
    assert buttons(page(client, story, editor)) == []  # nobody signs twice


def test_over_problems_an_editor_is_asked_why_and_a_checker_is_told(
    client: Client, disputed: Article, checker: User, editor: User
) -> None:
    html = page(client, disputed, checker)
    assert buttons(html) == []
    assert "You can sign as checker once the gate has nothing left" in html
    assert 'name="override"' not in html
    html = page(client, disputed, editor)
    assert buttons(html) == ["checker", "editor"]
    assert 'name="override"' in html
    assert [code for code, _about, _text in listed(html)] == ["disputed"]


@pytest.mark.parametrize(("status", "said"), [("killed", "was killed"), ("package", "still a package")])
def test_it_says_why_nothing_can_be_signed(
    client: Client, story: Article, editor: User, status: str, said: str
) -> None:
    Article.objects.filter(pk=story.pk).update(status=status)
    html = page(client, story, editor)
    assert buttons(html) == []
    assert said in html


def test_an_author_signs_nothing_here_but_may_dissent(client: Client, editor: User) -> None:
    own = factories.cleared(factories.article(authors=(editor,)))
    html = page(client, own, editor)
    assert buttons(html) == []
    assert "You wrote this story: somebody else has to sign it." in html
    assert send(client, own, editor, capacity="editor", override="Mine.").status_code == 403
    assert send(client, own, editor, "dissent", text="No.").status_code == 303


def test_a_reporter_is_refused_and_a_hidden_story_is_not_found(client: Client, story: Article, checker: User) -> None:
    reporter = factories.user(Role.REPORTER)
    page(client, story, reporter, 403)
    assert send(client, story, reporter, capacity="checker").status_code == 403
    assert send(client, story, reporter, "dissent", text="No.").status_code == 403
    hidden = factories.article(access=Access.RESTRICTED)
    page(client, hidden, checker, 404)
    assert send(client, hidden, checker, capacity="checker").status_code == 404
    assert send(client, hidden, checker, "dissent", text="No.").status_code == 404
    assert client.get(f"/stories/{story.pk}/dissent/").status_code == 405


# --- Signing ---


def test_a_signature_and_back_to_the_gate(client: Client, story: Article, checker: User, editor: User) -> None:
    key = uuid.uuid4()
    for _ in range(2):  # a double click
        answer = send(client, story, checker, capacity="checker", key=key)
        assert (answer.status_code, answer["Location"]) == (303, f"/stories/{story.pk}/gate/")
    row = SignOff.objects.get()
    assert (row.pk, row.capacity, row.by) == (key, "checker", checker)
    send(client, story, editor, capacity="editor")
    html = client.get(f"/stories/{story.pk}/gate/").content.decode()
    assert "Signed as editor." in html
    assert Article.objects.get(pk=story.pk).status == Status.SIGNED


def test_over_a_dispute_with_a_reason(client: Client, disputed: Article, editor: User) -> None:
    refused = send(client, disputed, editor, capacity="editor")
    assert refused.status_code == 422
    html = refused.content.decode()
    assert [about for _code, about, _text in listed(html)] == [f"claim:{factories.claim(disputed).pk}"]
    assert "Say why: something is left" in html
    assert buttons(html) == ["checker", "editor"]
    assert f"?claim={factories.claim(disputed).pk}" in "".join(links(html).values())
    assert not SignOff.objects.exists()
    assert send(client, disputed, editor, capacity="editor", override="It is attributed.").status_code == 303
    assert SignOff.objects.get().override == "It is attributed."


def test_a_checker_who_posts_all_the_same_is_told_how_much_is_left(
    client: Client, disputed: Article, checker: User
) -> None:
    refused = send(client, disputed, checker, capacity="checker")
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "1 thing is left." in html
    assert f'href="/stories/{disputed.pk}/gate/"' in html


def test_a_lawyer_is_warned_of_the_override_and_shown_as_leaning_on_it(client: Client, editor: User) -> None:
    story = factories.cleared(factories.article(text="Prosecutors accused Jonas Vale of stealing 400 crowns in 2019."))
    lawyer, warning = factories.user(Role.LEGAL), "Your signature leans on that reason"
    factories.mark(factories.claim(story), verdict="disputed")
    assert warning not in page(client, story, lawyer)
    factories.signature(story, Role.EDITOR, by=editor, override="It is attributed.")
    html = page(client, story, lawyer)
    assert f"{editor} signed over 2 open things. {warning}" in " ".join(html.split())
    assert send(client, story, lawyer, capacity="legal").status_code == 303
    flat = " ".join(client.get(f"/stories/{story.pk}/gate/").content.decode().split())
    assert f"<b>Leans on the override of {editor}:</b>" in flat
    assert flat.count("<b>Override:</b>") == 1
    assert f"After {editor}" not in flat
    for path in ("paper/", "sign/"):
        assert f"Leans on the override of {editor}:" in client.get(f"/stories/{story.pk}/{path}").content.decode()
    head = " ".join(client.get(f"/stories/{story.pk}/").content.decode().split())
    assert f"signed by {editor} (editor) over 2 open things" in head
    assert f"signed by {lawyer} (legal), leaning on the override of 2 open things" in head


def test_the_storys_head_says_over_what_it_was_signed_and_that_somebody_dissents(
    client: Client, disputed: Article, editor: User
) -> None:
    client.force_login(editor)
    assert "a dissent is on record" not in client.get(f"/stories/{disputed.pk}/").content.decode()
    factories.dissent(disputed)
    factories.signature(disputed, Role.EDITOR, by=editor, override="It is attributed.")
    head = client.get(f"/stories/{disputed.pk}/").content.decode()
    assert f"signed by {editor} (editor) over 2 open things" in head
    assert "a dissent is on record" in head


def test_what_was_typed_comes_back(client: Client, story: Article, editor: User) -> None:
    shown = story.draft_id
    next_draft(story, "nine", "ten")
    refused = send(client, story, editor, capacity="editor", draft=shown, override="We know & accept it.")
    html = refused.content.decode()
    assert refused.status_code == 409
    assert "We know &amp; accept it." in html
    assert "Save it for what stands there now" not in html  # nobody signs what they have not looked at
    assert not SignOff.objects.exists()


def test_who_signed_as_checker_is_told_that_somebody_else_signs_as_editor(
    client: Client, story: Article, editor: User
) -> None:
    assert send(client, story, editor, capacity="checker").status_code == 303
    html = page(client, story, editor)
    assert buttons(html) == []
    assert "You have signed as checker. The policy asks that each signature is of another person." in html
    refused = send(client, story, editor, capacity="editor")
    assert refused.status_code == 422 and "somebody else’s signature as editor" in refused.content.decode()
    assert SignOff.objects.count() == 1


def test_nonsense_is_refused_beside_the_form(client: Client, story: Article, editor: User) -> None:
    for fields in ({"capacity": "owner"}, {}, {"capacity": "editor", "override": "x" * 20_001}):
        assert send(client, story, editor, **fields).status_code == 422
    assert send(client, story, editor, capacity="editor", key="no-key").status_code == 422
    assert not SignOff.objects.exists()


# --- Dissent ---


def test_a_dissent_goes_on_record_and_stands_on_the_gate(client: Client, story: Article, checker: User) -> None:
    key = uuid.uuid4()
    for _ in range(2):
        assert send(client, story, checker, "dissent", text="The <figure> is wrong.", key=key).status_code == 303
    assert Dissent.objects.get().by == checker
    html = client.get(f"/stories/{story.pk}/gate/").content.decode()
    assert "The &lt;figure&gt; is wrong." in html
    assert "dissents from passing draft 1" in html


def test_an_empty_dissent_is_refused_beside_its_field(client: Client, story: Article, checker: User) -> None:
    refused = send(client, story, checker, "dissent", text=" ")
    assert refused.status_code == 422
    assert "Say what you disagree with." in refused.content.decode()
    assert not Dissent.objects.exists()


# --- What is shown of signatures ---


def test_one_comma_and_every_page_says_void_with_the_difference(client: Client, checker: User) -> None:
    story = factories.signed(factories.article())
    client.force_login(checker)
    paths = (f"/stories/{story.pk}/", f"/stories/{story.pk}/gate/", f"/stories/{story.pk}/sign/")
    for path in paths:
        html = client.get(path).content.decode()
        assert "void since" not in html
        assert re.search("signed (by|draft 1 as)", html)
    next_draft(story, "4 May, nine", "4 May nine")
    for path in paths:
        html = client.get(path).content.decode()
        assert html.count("void since draft 2: the text changed") == 2
        assert f'href="/stories/{story.pk}/drafts/1/2/"' in html
    compared = client.get(f"/stories/{story.pk}/drafts/1/2/").content.decode()
    assert "<del>" in compared


def test_the_review_page_asks_once_for_signatures(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/stories/{story.pk}/")
        return len(asked)

    queries()  # the policy's rules are remembered
    without = queries()
    factories.signature(story, Role.CHECKER)
    with_one = queries()
    for _ in range(2):
        factories.signature(story, Role.CHECKER)
    assert queries() == with_one == without + 1


def test_every_page_says_which_source_changed_since_the_signature(
    client: Client, story: Article, checker: User, editor: User
) -> None:
    claim = factories.claim(story)
    sources = [factories.source(by=editor, title=title) for title in ("Ferry <log>", "An official")]
    for source in sources:
        factories.evidence(claim, by=editor, source=source)
    factories.signature(story, Role.CHECKER)
    client.force_login(checker)
    paths = [f"/stories/{story.pk}/{page}" for page in ("", "gate/", "sign/", "paper/")]
    for path in paths:
        assert "ince th" not in client.get(path).content.decode()
    sourcing.edit(sources[0], by=editor, facts=sourcing.Facts("Ferry <log>", kind="data", origin="Quay"), version=1)
    head = client.get(paths[0]).content.decode()
    assert "since the signature: source “Ferry &lt;log&gt;” was changed" in head
    for path in paths[1:]:
        html = " ".join(client.get(path).content.decode().split())
        assert re.search(f"Since this signature, on [^,]*, [0-9:]*, {editor} changed the source", html)
        assert f'<a href="/sources/{sources[0].pk}/">Ferry &lt;log&gt;</a>' in html
        assert "kind: document → data; origin: — → Quay</span>" in html and "void" not in html
    sealing.seal(sources[1], by=editor, secret=Secret("Zyxw Qvut", ""), code="K-7")
    assert "since the signature: 2 sources were changed" in client.get(paths[0]).content.decode()
    html = client.get(paths[1]).content.decode()
    assert "not named in the story: no → yes; code name: — → K-7" in html and "Zyxw" not in html
    assert f'<a href="/sources/{sources[1].pk}/">K-7</a>' in html and "An official</a>:" not in html


# --- Moving ---


def test_a_move_that_comes_too_early_lists_what_is_missing_with_links(client: Client, editor: User) -> None:
    story = factories.article()
    client.force_login(editor)
    refused = client.post(f"/stories/{story.pk}/details/", {"verb": "move", "to": "ready", "seen": story.version})
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "It can&#x27;t be moved to “ready” yet:" in html
    claim = factories.claim(story)
    assert links(html)[f"claim:{claim.pk}"] == f"/stories/{story.pk}/?claim={claim.pk}"
    assert Article.objects.get(pk=story.pk).status == Status.CHECKING
