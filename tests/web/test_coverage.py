"""What nobody has looked at: the page, and what is done from it."""

import re
from html import unescape

import pytest
from django.test import Client

from newsroom.domain import claiming, dismissing
from newsroom.domain.covering import amount_left, coverage
from newsroom.models import Access, Article, Claim, Dismissal, Role, User
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = """\
The <ferry> of Mara Lind sank on 4 May with 12 cars. Was it the ugliest of 30?

“We lost both pumps & 40 hours,” said Jonas Vale.\
"""
QUESTION = "Was it the ugliest of 30?"


@pytest.fixture
def story() -> Article:
    return factories.article(text=TEXT, headline="Ferry sinks")


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


def page(client: Client, story: Article, query: str = "", status: int = 200) -> str:
    response = client.get(f"/stories/{story.pk}/coverage/{query}")
    assert response.status_code == status
    return response.content.decode()


def words(html: str) -> str:
    """What a reader reads, without tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def sheet(html: str) -> list[tuple[str, str]]:
    """(classes, words) of each stretch of the proof that has classes."""
    found = re.findall(r'<(mark|span) class="((?:seen|gap|untouched|on)[^"]*)">(.*?)</\1>', html)
    return [(classes, unescape(text)) for _tag, classes, text in found]


def card(html: str) -> str:
    return html[html.index('<section id="card"') : html.index("</section>", html.index('<section id="card"'))]


def span(story: Article, said: str) -> dict[str, object]:
    start = story.current.text.index(said)
    return {"draft": story.draft_id, "start": start, "end": start + len(said)}


def dismissed(story: Article, said: str, by: User, reason: str = "No fact.") -> Dismissal:
    start = story.current.text.index(said)
    return dismissing.dismiss_words(
        story.current, by=by, start=start, end=start + len(said), wording=said, reason=reason
    )


def test_the_numbers_are_those_of_the_one_function(client: Client, story: Article, checker: User) -> None:
    factories.claim_on(story, "12 cars", by=checker)
    client.force_login(checker)
    html = page(client, story)
    tallies = coverage(Article.objects.get(pk=story.pk)).tallies
    said = words(client.get(f"/stories/{story.pk}/gate/").content.decode())
    for label, kind in (("Sentences", "sentence"), ("Numbers", "number"), ("Names", "name"), ("Dates", "date")):
        assert f"{label} {amount_left(tallies[kind])}" in words(html)
        assert f"{label}, {amount_left(tallies[kind])}" in said or not tallies[kind].uncovered
    assert "Numbers 2 of 3 left" in words(html)


def test_each_count_leads_to_the_first_that_is_left(client: Client, story: Article, checker: User) -> None:
    factories.claim_on(story, "12 cars", by=checker)
    client.force_login(checker)
    start = story.current.text.index(QUESTION)
    address = re.search(r'href="(\?class=number[^"]+)"', page(client, story))
    assert address is not None
    assert unescape(address[1]) == f"?class=number&at={start}#s{start}"
    html = page(client, story, f"?class=number&at={start}")
    assert f'id="s{start}"' in html
    assert QUESTION in words(card(html))
    assert "Numbers 30" in words(card(html))


def test_covered_words_fade_and_the_rest_stands_out(client: Client, story: Article, checker: User) -> None:
    factories.claim_on(story, "sank on 4 May with 12 cars", by=checker)
    client.force_login(checker)
    html = page(client, story, f"?at={story.current.text.index('We lost')}")
    stretches = {text.strip(): classes for classes, text in sheet(html)}
    assert stretches["sank on 4 May with 12 cars."] == "seen"
    assert stretches["Mara Lind"] == "gap name"
    assert stretches["ugliest"] == "gap superlative"
    assert stretches["Was it the"] == "untouched"
    assert "The <" not in "".join(stretches)  # nothing to look at there besides the sentence, which is touched
    assert stretches["“We lost both pumps &"] == "gap quotation on"


def test_one_class_alone(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    gaps = [text for classes, text in sheet(page(client, story, "?class=name")) if "gap" in classes.split()]
    assert gaps == ["Mara Lind", "Jonas Vale"]
    assert "1 thing here is not looked at" in words(page(client, story, "?class=name"))
    whole = page(client, story, "?class=sentence")
    assert [text for classes, text in sheet(whole) if "gap sentence" in classes][-1].endswith("Jonas Vale.")
    assert words(page(client, story, "?class=nonsense")) == words(page(client, story))


def test_sentence_after_sentence(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    html, seen = page(client, story), []
    while True:
        seen.append(unescape(re.search(r"<blockquote[^>]*>(.*?)</blockquote>", html, re.DOTALL)[1]).strip())  # type: ignore[index]
        later = re.search(r'href="(\?at=\d+)#s\d+">Next', re.sub(r">\s+", ">", html))
        if later is None:
            break
        html = page(client, story, later[1])
    assert seen == ["Ferry sinks", TEXT.split(" Was")[0], QUESTION, TEXT.split("\n\n")[1]]
    assert "4 of 4" in words(card(html))
    assert "Before" in words(card(html))


def test_proposals_are_opened_where_they_are_marked(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    claim = Claim.objects.get(article=story, wording__contains="Mara Lind")
    html = page(client, story, f"?at={claim.start}")
    assert f"/stories/{story.pk}/?claim={claim.pk}" in card(html)
    assert "Make it a claim" not in html


def test_a_sentence_becomes_a_claim(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    html = card(page(client, story, f"?at={story.current.text.index(QUESTION)}"))
    fields = dict(re.findall(r'name="(draft|start|end)"\s+value="(\d+)"', html))
    response = client.post(f"/stories/{story.pk}/claims/new/", fields)
    claim = Claim.objects.get(article=story, wording=QUESTION)
    assert (response.status_code, claim.accepted) == (303, True)
    assert QUESTION not in card(page(client, story, f"?at={claim.start}"))


def test_words_are_chosen_on_the_page_of_the_sentence(client: Client, checker: User) -> None:
    story = factories.article(text=" ".join(f"Is it {n}?" for n in range(99)))
    client.force_login(checker)
    start = story.current.text.index("Is it 77?")
    assert f"/claims/new/?at={start}#s{start}" in card(page(client, story, f"?at={start}"))
    html = client.get(f"/stories/{story.pk}/claims/new/?at={start}").content.decode()
    assert f'id="s{start}"' in html
    assert ">77?</option>" in html.replace("3. ", "")


def test_no_fact_here_and_on_to_the_next(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    form = span(story, QUESTION) | {"reason": "A question", "class": "number"}
    response = client.post(f"/stories/{story.pk}/coverage/dismiss/", form)
    later = story.current.text.index("“We")
    assert response.status_code == 303
    assert response["Location"] == f"/stories/{story.pk}/coverage/?class=number&at={later}#s{later}"
    row = Dismissal.objects.get()
    assert (row.claim, row.wording, row.reason, row.by) == (None, QUESTION, "A question", checker)
    html = page(client, story)
    assert "A question" in html
    assert ("seen", "ugliest") not in sheet(html)
    assert any(classes == "seen" and QUESTION in text for classes, text in sheet(html))


def test_and_it_is_taken_back(client: Client, story: Article, checker: User) -> None:
    row = dismissed(story, QUESTION, checker)
    client.force_login(checker)
    assert f"/dismissals/{row.pk}/take-back/" in page(client, story)
    response = client.post(f"/dismissals/{row.pk}/take-back/")
    assert response["Location"] == f"/stories/{story.pk}/coverage/?at={row.start}#s{row.start}"
    html = page(client, story, f"?at={row.start}")
    assert QUESTION in words(card(html))
    assert "take-back" not in html


def test_a_dismissed_claim_is_listed_with_a_link_to_it(client: Client, story: Article, checker: User) -> None:
    claim = Claim.objects.get(article=story, wording__contains="Jonas Vale")
    claiming.dismiss(claim, by=checker, reason="Not said")
    client.force_login(checker)
    html = page(client, story)
    assert f"/stories/{story.pk}/?show=dismissed&amp;claim={claim.pk}" in html
    assert "Not said" in html
    assert "take-back" not in html


@pytest.mark.parametrize("htmx", [False, True])
def test_a_reason_is_needed_and_the_page_stays(client: Client, story: Article, checker: User, htmx: bool) -> None:
    client.force_login(checker)
    headers = {"HX-Request": "true"} if htmx else {}
    form = span(story, QUESTION) | {"reason": " "}
    response = client.post(f"/stories/{story.pk}/coverage/dismiss/", form, headers=headers)
    assert response.status_code == 422
    html = card(response.content.decode())
    assert "Say why there is no fact" in html
    assert QUESTION in words(html)
    assert not Dismissal.objects.exists()


def test_a_refusal_gives_the_reason_back(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    factories.claim_on(story, QUESTION, by=checker)
    response = client.post(f"/stories/{story.pk}/coverage/dismiss/", span(story, QUESTION) | {"reason": "A question"})
    assert response.status_code == 422
    assert "Dismiss the claim instead" in response.content.decode()
    assert "A question" in response.content.decode()


def test_when_all_is_looked_at(client: Client, story: Article, checker: User) -> None:
    for claim in Claim.objects.filter(article=story, accepted=False):
        claiming.accept(claim, by=checker)
    for gap in coverage(Article.objects.get(pk=story.pk)).tallies["sentence"].uncovered:
        dismissed(story, story.current.text[gap.start : gap.end], checker)
    client.force_login(checker)
    html = page(client, story)
    assert "Nothing is left to look at" in html
    assert "Every sentence of this draft has been looked at" in words(html)
    assert 'id="card"' not in html


def test_who_may_not_dismiss_sees_the_page_without_forms(client: Client, story: Article) -> None:
    client.force_login(factories.user(Role.REPORTER))
    html = card(page(client, story, f"?at={story.current.text.index(QUESTION)}"))
    assert "<form" not in html
    assert QUESTION in words(html)
    form = span(story, QUESTION) | {"reason": "A question"}
    assert client.post(f"/stories/{story.pk}/coverage/dismiss/", form).status_code == 403
    assert not Dismissal.objects.exists()


def test_who_wrote_the_story_may_make_claims_and_pass_nothing(client: Client, checker: User) -> None:
    own = factories.article(text=TEXT, authors=(checker,))
    client.force_login(checker)
    html = card(page(client, own, f"?at={own.current.text.index(QUESTION)}"))
    assert "Make it a claim" in html
    assert "coverage/dismiss" not in html


@pytest.mark.parametrize("path", ["coverage/", "coverage/dismiss/"])
def test_a_hidden_story_is_not_found(client: Client, checker: User, path: str) -> None:
    hidden = factories.article(text=TEXT, access=Access.RESTRICTED)
    client.force_login(checker)
    verb = client.get if path == "coverage/" else client.post
    assert verb(f"/stories/{hidden.pk}/{path}", span(hidden, QUESTION) | {"reason": "x"}).status_code == 404


def test_words_of_a_hidden_story_are_neither_dismissed_nor_taken_back(
    client: Client, story: Article, checker: User
) -> None:
    editor = factories.user(Role.EDITOR)
    hidden = factories.article(by=editor, text=TEXT, access=Access.RESTRICTED)
    row = dismissed(hidden, QUESTION, editor)
    client.force_login(checker)
    assert client.post(f"/dismissals/{row.pk}/take-back/").status_code == 404
    form = span(hidden, QUESTION) | {"reason": "x"}
    assert client.post(f"/stories/{story.pk}/coverage/dismiss/", form).status_code == 404


def test_wrong_methods(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    assert client.post(f"/stories/{story.pk}/coverage/").status_code == 405
    assert client.get(f"/stories/{story.pk}/coverage/dismiss/").status_code == 405
    assert client.get("/dismissals/1/take-back/").status_code == 405


def test_the_review_page_leads_here(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    html = client.get(f"/stories/{story.pk}/?show=mine&order=risk").content.decode()
    assert f'href="/stories/{story.pk}/coverage/?show=mine&amp;order=risk"' in html


def test_every_way_from_here_keeps_the_filters_of_the_claims(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    dismissed(story, QUESTION, checker)
    here, asked = f"/stories/{story.pk}/", "show=mine&amp;kind=name&amp;order=risk"
    for at in (0, story.current.text.index("“We")):
        html = page(client, story, f"?class=name&at={at}&{unescape(asked)}")
        links = re.findall(rf'href="((?:\?|{here})[^"]*)"', html)
        assert f"{here}?{asked}" in links
        assert len(links) > 5
        assert all(asked in link for link in links), links
        for form in re.findall(r"<form[^>]*>.*?</form>", html[html.index("<main") :], re.DOTALL):
            assert 'name="show" value="mine"' in form
    fields = span(story, "Ferry sinks") | {"reason": "A title", "show": "mine", "kind": "name"}
    response = client.post(f"{here}coverage/dismiss/", fields)
    assert "&show=mine&kind=name#" in response["Location"]
