"""The page of what is left to do: the one list, each thing with the place where it is done."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.domain import gate
from newsroom.models import Access, Article, Policy, Role, User
from tests import factories

pytestmark = pytest.mark.django_db
Listed = list[tuple[str, str, str]]


@pytest.fixture
def story() -> Article:
    return factories.article()


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


def address(story: Article) -> str:
    return reverse("gate-article", args=[story.pk])


def page(client: Client, story: Article, user: User) -> str:
    client.force_login(user)
    response = client.get(address(story))
    assert response.status_code == 200
    return response.content.decode()


def listed(html: str) -> Listed:
    """(code, about, sentence) of each problem on a page, top to bottom."""
    line = r'<li data-code="([^"]+)"\s+data-about="([^"]+)">\s*<a[^>]*>\s*<span dir="auto">(.*?)</span>'
    rows = re.findall(line, html, re.DOTALL)
    return [(code, about, unescape(said)) for code, about, said in rows]


def links(html: str) -> dict[str, str]:
    """What a problem is about -> where its link leads."""
    return {about: unescape(href) for about, href in re.findall(r'data-about="([^"]+)">\s*<a href="([^"]+)"', html)}


def test_the_page_lists_what_the_function_says_in_its_order(client: Client, story: Article, checker: User) -> None:
    factories.mark(factories.claim(story), by=checker)
    factories.mark(factories.claim(story, 2), by=checker, verdict="disputed")
    problems = gate.problems(Article.objects.get(pk=story.pk))
    html = page(client, story, checker)
    assert listed(html) == [(problem.code, problem.about, problem.text) for problem in problems]
    assert f"<b>{len(problems) - 2} things</b> are left to do" in html
    headings = re.findall(r'<h2 id="group-([^"]+)">', html)
    assert headings == list(dict.fromkeys(problem.code for problem in problems))


def test_every_sort_of_what_is_left_is_one_click_away(client: Client, story: Article, checker: User) -> None:
    """Long lists of open claims do not bury what comes after them."""
    factories.mark(factories.claim(story), by=checker, verdict="disputed")
    html = page(client, story, checker)
    sorts = re.findall(r'<a class="chip"\s+href="#(group-[^"]+)">', html)
    assert sorts == re.findall(r'<h2 id="(group-[^"]+)">', html)
    assert 'href="#group-disputed">Disputed claims <b>1</b></a>' in html
    assert "sort by sort" not in page(client, factories.cleared(factories.article()), checker)


def test_each_problem_leads_to_where_it_is_solved(client: Client, story: Article, checker: User) -> None:
    claim = factories.claim(story)
    threads = [factories.query(about).pk for about in (claim, story)]
    row = factories.correction(claim, by=checker, accepted=factories.user(Role.EDITOR))
    found = links(page(client, story, checker))
    changes = f"/stories/{story.pk}/corrections/?show=accepted"
    assert found[f"correction:{row.pk}"] == f"{changes}#correction-{row.pk}"
    assert f'id="correction-{row.pk}"' in client.get(changes).content.decode()
    assert found[f"claim:{claim.pk}"] == f"/stories/{story.pk}/?claim={claim.pk}"
    assert found[f"thread:{threads[0]}"] == f"/stories/{story.pk}/?claim={claim.pk}"
    assert found[f"thread:{threads[1]}"] == f"/stories/{story.pk}/"
    assert found["signature:checker"] == f"/stories/{story.pk}/sign/"
    token = next(about for about in found if about.startswith("token:"))
    assert found[token] == f"/stories/{story.pk}/coverage/?at={token[6:].partition('-')[0]}"
    for href in set(found.values()):
        assert client.get(href).status_code == 200, href


def test_nothing_left(client: Client, story: Article, checker: User) -> None:
    html = page(client, factories.cleared(story), checker)
    assert "Everything is done but the signatures." in html
    assert [about for _code, about, _text in listed(html)] == ["signature:checker", "signature:editor"]
    html = page(client, factories.signed(story), checker)
    assert "Nothing is left" in html
    assert listed(html) == []
    assert html.count("signed draft 1 as") == 2


def test_what_an_editor_signed_over_is_told_apart(client: Client, story: Article, checker: User) -> None:
    claim = factories.claim(factories.cleared(story))
    factories.mark(claim, by=checker, verdict="disputed")
    row = factories.signature(story, Role.EDITOR, override="It goes to print at six.")
    html = page(client, story, checker)
    assert html.count(f"signed over by {row.by}") == 2
    flat = " ".join(html.split())
    assert f"Signed over <b>2 open things</b> by {row.by}." in flat
    assert "are left to do" not in flat
    assert "It goes to print at six." in html
    assert flat.count("Signed over 2 open things") == 1, "one count, in the verdict and in the signature"


def test_over_an_override_only_what_it_does_not_answer_is_left(client: Client, story: Article, checker: User) -> None:
    Policy.objects.create(version=2, signatures=["checker", "editor", "legal"])
    claims = factories.claim(factories.cleared(story)), factories.claim(story, 2)
    factories.mark(claims[0], by=checker, verdict="disputed")
    row = factories.signature(story, Role.EDITOR, override="It goes to print at six.")
    flat = " ".join(page(client, story, checker).split())
    assert f"Signed over <b>2 open things</b> by {row.by}. <b>1 signature</b> is missing." in flat
    assert "to do before this story can be signed off" not in flat
    factories.mark(claims[1], by=checker, verdict="disputed")
    flat = " ".join(page(client, story, checker).split())
    assert "<b>1 thing</b> is left to do before this story can be signed off." in flat


def test_what_comes_up_after_the_signature_is_counted_apart(client: Client, story: Article, checker: User) -> None:
    factories.signed(story)
    factories.mark(factories.claim(story), by=checker, verdict="disputed")
    flat = " ".join(page(client, story, checker).split())
    assert "<b>1 thing</b> is open that nobody signed over." in flat
    assert "to do before this story can be signed off" not in flat


# --- Publishing ---


def test_an_editor_publishes_a_signed_story_from_its_gate_after_a_second_look(client: Client, story: Article) -> None:
    editor, button = factories.user(Role.EDITOR), f'href="/stories/{story.pk}/publish/"'
    assert button not in page(client, story, editor)
    factories.signed(story)
    assert button in page(client, story, editor)
    assert button not in page(client, story, factories.user(Role.CHECKER))
    client.force_login(editor)
    asked = client.get(f"/stories/{story.pk}/publish/")
    seen = re.search(r'name="seen" value="(\d+)"', asked.content.decode())
    assert seen
    assert Article.objects.get(pk=story.pk).status == "signed"
    answer = client.post(f"/stories/{story.pk}/publish/", {"seen": seen[1]}, follow=True)
    assert answer.redirect_chain == [(address(story), 303)]
    assert "Published." in answer.content.decode()
    assert Article.objects.get(pk=story.pk).status == "published"
    assert button not in page(client, story, editor)


def test_publishing_is_refused_too_early_to_others_and_after_a_newer_move(client: Client, story: Article) -> None:
    path = f"/stories/{story.pk}/publish/"
    client.force_login(factories.user(Role.CHECKER))
    assert client.get(path).status_code == client.post(path, {"seen": 0}).status_code == 403
    client.force_login(factories.user(Role.EDITOR))
    assert client.post(path, {}).status_code == 422
    assert client.post(path, {"seen": Article.objects.get(pk=story.pk).version}).status_code == 422
    hidden = factories.article(access=Access.RESTRICTED)
    assert client.get(f"/stories/{hidden.pk}/publish/").status_code == 404
    assert client.put(path).status_code == 405
    assert Article.objects.get(pk=story.pk).status == "checking"


def test_warnings_stand_apart(client: Client, story: Article, checker: User) -> None:
    claim = factories.claim(factories.cleared(story))
    for review in claim.reviews.all():
        factories.mark(claim, by=review.reviewer)
    factories.evidence(claim, by=checker, locator="p. 2")
    source = factories.source(title="Summary of a bot", kind="ai")
    factories.evidence(claim, by=checker, source=source, locator="p. 1")
    html = page(client, story, checker)
    first, second = html.split("Worth knowing")
    assert "AI output never counts" not in first
    assert "AI output never counts: Summary of a bot" in second


def test_everybody_who_sees_the_story_sees_its_gate_and_who_can_sign_is_led_there(
    client: Client, story: Article
) -> None:
    assert "Sign or dissent" not in page(client, story, factories.user(Role.REPORTER))
    for role in (Role.CHECKER, Role.EDITOR, Role.LEGAL):
        assert f'href="/stories/{story.pk}/sign/"' in page(client, story, factories.user(role))


def test_what_is_hidden_is_not_found_and_it_is_only_read(client: Client, checker: User, story: Article) -> None:
    client.force_login(checker)
    assert client.get(address(factories.article(access=Access.RESTRICTED))).status_code == 404
    assert client.get("/stories/999/gate/").status_code == 404
    assert client.post(address(story)).status_code == 405


def test_the_review_page_leads_here(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    assert f'href="{address(story)}"' in client.get(f"/stories/{story.pk}/").content.decode()
