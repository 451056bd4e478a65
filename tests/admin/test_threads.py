"""A checker comments on a claim in the admin: the same row and the same event as from the page."""

import uuid

import pytest
from django.urls import reverse

from newsroom.domain import assigning
from newsroom.domain.talking import LONGEST
from newsroom.models import Access, Comment, Event
from tests import factories

pytestmark = pytest.mark.django_db
ADD = reverse("admin:newsroom_comment_add")


@pytest.fixture
def client(client_for):
    return client_for(factories.user("checker", staff=True))


def shown(client, claim):
    form = client.get(ADD, {"claim": claim.pk}).context["adminform"].form
    return {"claim": form["claim"].value(), "key": form["key"].value()}


def test_the_same_row_and_event_as_from_the_page(client):
    story = factories.article()
    here, there = factories.claim_on(story, "4 May"), factories.claim_on(story, "nine weeks")
    text = "Who says so?\r\nThe board?"
    added = client.post(ADD, shown(client, here) | {"comment": f"  {text} "})
    assert added.status_code == 302
    assert added.url == reverse("admin:newsroom_claim_change", args=[here.pk])
    page = {"anchor": there.anchor_id, "number": 0, "key": uuid.uuid4(), "verdict": "", "comment": text}
    assert client.post(reverse("review-mark", args=[there.pk]), page).status_code == 303
    mine, theirs = Comment.objects.get(thread__claim=here), Comment.objects.get(thread__claim=there)
    alike = ("account_id", "name", "text", "outside_id")
    assert [getattr(mine, name) for name in alike] == [getattr(theirs, name) for name in alike]
    assert mine.text == text
    first, second = Event.objects.filter(verb="comment").order_by("seq")
    assert first.data == second.data | {"comment": str(mine.pk), "thread": mine.thread_id}
    assert (first.account, first.role, first.chain) == (second.account, second.role, second.chain)
    assert first.object == f"claim:{here.pk}"


def test_the_claims_page_offers_it_also_to_a_reporter_with_the_claim_filled_in(client_for):
    claim = factories.claim_on(factories.article(), "4 May")
    client = client_for(factories.user("reporter", staff=True))
    link = f'<a href="{ADD}?claim={claim.pk}">Comment on this claim</a>'
    assert link in client.get(reverse("admin:newsroom_claim_change", args=[claim.pk])).content.decode()
    assert "<mark>4 May</mark>" in client.get(ADD, {"claim": claim.pk}).content.decode()


def test_a_form_that_is_sent_twice_makes_one_comment(client):
    form = shown(client, factories.claim(factories.article())) | {"comment": "Once"}
    assert client.post(ADD, form).status_code == 302
    assert client.post(ADD, form).status_code == 302
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (LONGEST + 1)])
def test_nothing_or_too_much_is_refused_beside_the_box(client, text):
    response = client.post(ADD, shown(client, factories.claim(factories.article())) | {"comment": text})
    form = response.context["adminform"].form
    assert list(form.errors) == ["comment"]
    assert form["comment"].value() == text
    assert not Comment.objects.exists()


def test_a_key_that_somebody_used_is_refused_with_the_text_kept(client):
    theirs = factories.comment(factories.claim(factories.article()))
    form = shown(client, theirs.thread.claim) | {"key": theirs.pk, "comment": "Mine"}
    response = client.post(ADD, form)
    assert response.status_code == 200
    assert "Reload" in response.context["adminform"].form.errors["__all__"][0]
    assert ">\nMine</textarea>" in response.content.decode()
    assert Comment.objects.count() == 1


def test_a_hidden_claim_is_no_such_claim(client):
    editor = factories.user("editor")
    story = factories.article(by=editor)
    claim = factories.claim_on(story, "4 May")
    assigning.restrict(story, by=editor, access=Access.RESTRICTED)
    response = client.post(ADD, {"claim": claim.pk, "key": uuid.uuid4(), "comment": "Hello"})
    assert "claim" in response.context["adminform"].form.errors
    assert not Comment.objects.exists()


def test_without_a_role_the_form_does_not_open(client_for):
    claim = factories.claim(factories.article())
    client = client_for(factories.user(staff=True, is_superuser=True))
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, {"claim": claim.pk, "key": uuid.uuid4(), "comment": "Hello"}).status_code == 403
    assert not Comment.objects.exists()


def test_a_thread_shows_its_comments_and_who_wrote_them(client):
    anna = factories.user("checker", first_name="Anna", last_name="Osei")
    comment = factories.comment(factories.claim(factories.article()), by=anna, text="Who told us <this>?")
    html = client.get(reverse("admin:newsroom_thread_change", args=[comment.thread_id])).content.decode()
    assert "Who told us &lt;this&gt;?" in html
    assert "Anna Osei" in html


def test_talk_on_the_whole_story_has_no_claim(client):
    comment = factories.comment(factories.article(), text="Nice work")
    assert client.get(reverse("admin:newsroom_comment_change", args=[comment.pk])).status_code == 200
    assert "Nice work" in client.get(reverse("admin:newsroom_comment_changelist")).content.decode()
