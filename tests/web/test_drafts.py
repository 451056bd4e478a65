"""The drafts of a story."""

import hashlib
import re
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from newsroom.domain import assigning, claiming
from newsroom.models import Access, Article, Claim, Role, User
from tests import factories
from tests.web.test_intake import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Article:
    return factories.article()


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


def address(story: Article, number: int = 1) -> str:
    return f"/stories/{story.pk}/drafts/{number}/"


def test_a_draft_is_shown_with_what_stood_on_it(client: Client, story: Article, checker: User) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    factories.mark(claim, verdict="disputed", comment="It is Kelm Bridge.")
    client.force_login(checker)
    response = client.get(address(story))
    html = response.content.decode()
    assert f'data-claims="{claim.pk}"' in html
    assert f'href="/stories/{story.pk}/?claim={claim.pk}"' in html
    assert 'mark class="disputed"' in html
    assert story.current.sha256 in html
    assert "1 claim stood on it" in html


def test_a_claim_with_two_anchors_is_where_the_newer_one_has_it(client: Client, story: Article, checker: User) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    start = story.current.text.index("the bus over Kell Bridge")
    words = "the bus over Kell Bridge"
    anchor = claim.anchor_id or 0
    claiming.change_bounds(claim, by=checker, anchor=anchor, start=start, end=start + len(words), wording=words)
    client.force_login(checker)
    assert f'data-claims="{claim.pk}">{words}</mark>' in client.get(address(story)).content.decode()


def test_wrong_number_wrong_method_wrong_person(client: Client, story: Article, checker: User) -> None:
    assert client.get(address(story))["Location"].startswith("/accounts/login/")
    client.force_login(checker)
    assert client.get(address(story, 2)).status_code == 404
    assert client.post(address(story)).status_code == 405
    assigning.restrict(story, by=factories.user(Role.EDITOR), access=Access.RESTRICTED)
    assert client.get(address(story)).status_code == 404


# --- The next draft ---

NEXT = factories.SAMPLE_TEXT.replace("212,000", "215,000")


def new(story: Article) -> str:
    return f"/stories/{story.pk}/drafts/new/"


def send(client: Client, story: Article, fields: dict[str, Any]) -> Any:
    """The answer to the form or, where that shows what would come in, to the form as it was shown."""
    answer = client.post(new(story), fields)
    return client.post(new(story), again(answer, fields)) if answer.status_code == 200 else answer


@pytest.fixture
def editor() -> User:
    return factories.user(Role.EDITOR)


def test_a_pasted_draft_leads_to_what_must_be_looked_at_again(client: Client, story: Article, editor: User) -> None:
    claim = factories.claim_on(story, "212,000 crowns")
    factories.mark(claim)
    client.force_login(editor)
    assert f'name="base" value="{story.draft_id}"' in client.get(new(story)).content.decode()
    words = f"{story.headline}\r\n\r\n{NEXT}".replace("\n", "\r\n")
    response = send(client, story, {"base": story.draft_id, "text": words})
    assert (response.status_code, response["Location"]) == (303, f"/stories/{story.pk}/?show=changed")
    page = client.get(response["Location"]).content.decode()
    assert "Draft 2 is in. 1 claim to look at again" in page
    assert "“212,000” → “215,000”" in page or "212,000 → 215,000" in page
    assert story.drafts.get(number=2).origin == "pasted"


def test_a_file_of_any_format_that_the_desk_reads(client: Client, story: Article, editor: User) -> None:
    client.force_login(editor)
    text = f"# {story.headline}\n\n{NEXT}"
    file = SimpleUploadedFile("ferry.md", text.encode())
    assert send(client, story, {"base": story.draft_id, "text": "", "file": file}).status_code == 303
    draft = story.drafts.get(number=2)
    assert draft.origin == "ferry.md"
    assert draft.text == f"{story.headline}\n\n{NEXT}"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"file": b"# " + 301 * b"a" + b"\n\nWords.", "name": "ferry.md"}, "at most 300 characters"),
        ({"text": " \n "}, "Paste the words of the story here"),
        ({"text": "Words.", "file": b"Other words."}, "which of the two is the story?"),
        ({"file": b"\xff\xfe\xff"}, "not"),
        ({"text": "nul\0byte\n\nHere."}, "NUL"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(
    client: Client, story: Article, editor: User, sent: dict[str, Any], said: str
) -> None:
    client.force_login(editor)
    fields = {"base": story.draft_id, **sent}
    if "file" in sent:
        fields["file"] = SimpleUploadedFile(sent.get("name", "ferry.txt"), sent["file"])
    response = send(client, story, fields)
    assert response.status_code == 422
    html = response.content.decode()
    assert said in html
    assert (sent.get("text") or "").strip().split("\0")[0] in html
    assert story.drafts.count() == 1


def test_the_same_text_and_an_older_page_are_told_and_nothing_is_lost(
    client: Client, story: Article, editor: User
) -> None:
    client.force_login(editor)
    same = f"{story.headline}\n\n{factories.SAMPLE_TEXT}"
    response = send(client, story, {"base": story.draft_id, "text": same})
    assert response.status_code == 422
    assert "This is draft 1, word for word" in response.content.decode()
    first = {"base": story.draft_id, "text": f"{story.headline}\n\n{NEXT}"}
    assert send(client, story, first).status_code == 303
    late = {"base": story.draft_id, "text": f"{story.headline}\n\n{NEXT.replace('215', '218')}"}
    response = send(client, story, late)
    assert response.status_code == 422
    assert "Another draft came in" in response.content.decode()
    assert "218,000" in response.content.decode()
    assert story.drafts.count() == 2
    base = re.search(r'name="base" value="(\d+)"', response.content.decode())
    assert base  # who was told may send it again, behind the other one
    assert send(client, story, {**late, "base": base[1]}).status_code == 303
    assert story.drafts.count() == 3


def test_only_who_may_and_only_what_may_be_seen(client: Client, story: Article, checker: User, editor: User) -> None:
    client.force_login(checker)
    assert client.get(new(story)).status_code == 403
    assert client.post(new(story), {"base": story.draft_id, "text": NEXT}).status_code == 403
    assert "drafts/new" not in client.get(f"/stories/{story.pk}/").content.decode()
    assigning.restrict(story, by=editor, access=Access.RESTRICTED)
    client.force_login(factories.user(Role.EDITOR))
    assert client.get(new(story)).status_code == 404


def test_a_draft_is_shown_with_what_it_does_before_anything_is_stored(
    client: Client, story: Article, editor: User
) -> None:
    claim, _other = factories.claim_on(story, "212,000 crowns"), factories.claim_on(story, "4 May")
    factories.mark(claim)
    client.force_login(editor)
    fields = {"base": story.draft_id, "text": f"{story.headline}\n\n{NEXT}"}
    answer = client.post(new(story), fields)
    html = re.sub(r"<[^>]*>|\s+", " ", answer.content.decode())
    html = re.sub(r"\s+", " ", html)
    assert answer.status_code == 200 and story.drafts.count() == 1
    assert "1 word of the draft before is gone, 1 is new. 1 claim stays as it is, 1 is to look at again:" in html
    assert "look at again: 212,000 crowns 212,000 → 215,000 crowns Who is quoted" in html
    assert hashlib.sha256(f"{story.headline}\n\n{NEXT}".encode()).hexdigest() in html
    assert Claim.objects.get(pk=claim.pk).standing == "sourced"
    changed = {**again(answer, fields), "text": f"{story.headline}\n\n{NEXT.replace('215', '219')}"}
    assert client.post(new(story), changed).status_code == 200 and story.drafts.count() == 1
    headline = {**again(answer, fields), "text": f"Another headline\n\n{NEXT}"}
    assert client.post(new(story), headline).status_code == 200 and story.drafts.count() == 1
    assert client.post(new(story), again(answer, fields)).status_code == 303


def test_the_preview_takes_as_many_queries_however_many_claims(
    client: Client, story: Article, editor: User, django_assert_num_queries: Any
) -> None:
    client.force_login(editor)
    fields = {"base": story.draft_id, "text": f"{story.headline}\n\n{NEXT}"}
    for words in ("212,000 crowns", "4 May"):
        factories.claim_on(story, words)
        with django_assert_num_queries(5):
            client.post(new(story), fields)


def test_a_claim_whose_own_words_stayed_is_not_shown_twice(client: Client, story: Article, editor: User) -> None:
    """What changed stands around it: the two wordings would be the same."""
    client.force_login(editor)
    claims = [factories.claim_on(story, words) for words in ("212,000 crowns", "ugliest bridge in the county")]
    for claim in claims:
        factories.mark(claim, by=editor)
    text = factories.SAMPLE_TEXT.replace("212,000", "215,000").replace("It is the ugliest", "It is not the ugliest")
    assert send(client, story, {"base": story.draft_id, "text": f"{story.headline}\n\n{text}"}).status_code == 303
    own, around = (client.get(f"/stories/{story.pk}/?claim={claim.pk}").content.decode() for claim in claims)
    assert "Reads now" in own and "for the new words" in own
    assert "Reads now" not in around and "Still sourced, as it stands now" in around


# --- Words that are gone ---


def test_the_words_of_a_cut_claim_are_found_again_without_a_pointer(
    client: Client, story: Article, editor: User
) -> None:
    claim = factories.claim_on(story, "It is the ugliest bridge in the county.")
    factories.mark(claim)
    client.force_login(editor)
    text = f"{story.headline}\n\n{factories.SAMPLE_TEXT}".replace(claim.wording, "")
    assert send(client, story, {"base": story.draft_id, "text": text}).status_code == 303
    card = client.get(f"/stories/{story.pk}/?claim={claim.pk}").content.decode()
    assert "Find its words" in card
    assert re.search(r"Reads now</span>\s*<em>nowhere in this draft</em>", card)
    response = client.get(f"/claims/{claim.pk}/bounds/?show=changed&order=risk")
    assert response.status_code == 303
    assert response["Location"].endswith(f"?for={claim.pk}&show=changed&order=risk")
    listed = client.get(response["Location"]).content.decode()
    assert f"{claim.wording}</blockquote>" in "".join(line.strip() for line in listed.splitlines())
    at = Article.objects.get(pk=story.pk).current.text.index("Passengers used")
    chosen = client.get(f"{response['Location']}&at={at}").content.decode()
    form = chosen[chosen.index(f'action="/claims/{claim.pk}/bounds/"') :]
    fields = dict(re.findall(r'name="(anchor|draft)"\s+value="(\d+)"', form))
    end = at + len("Passengers used the bus over Kell Bridge")
    answer = client.post(f"/claims/{claim.pk}/bounds/", {**fields, "start": at, "end": end})
    assert answer.status_code == 303
    found = Claim.objects.get(pk=claim.pk)
    assert (found.wording, found.standing) == ("Passengers used the bus over Kell Bridge", "suspended")


# --- Two drafts compared ---


def test_two_drafts_word_by_word_with_what_became_of_the_claims(client: Client, story: Article, editor: User) -> None:
    changed = factories.claim_on(story, "212,000 crowns")
    gone = factories.claim_on(story, "It is the ugliest bridge in the county.")
    for claim in (changed, gone):
        factories.mark(claim)
    client.force_login(editor)
    text = f"{story.headline}\n\n{NEXT}".replace(gone.wording, "It rattles.")
    assert send(client, story, {"base": story.draft_id, "text": text}).status_code == 303
    html = client.get(f"/stories/{story.pk}/drafts/1/2/").content.decode()
    letter = rf'<a class="letter suspended" [^>]*\?claim={changed.pk}">.*?</a>'
    assert re.search(rf"<del>212,000</del>\s*<ins>{letter}<mark [^>]*>215,000 </mark></ins>", html)
    assert re.search(rf'<mark [^>]*data-claims="{changed.pk}">crowns</mark>', html)
    assert html.count(f"?claim={gone.pk}") == 1
    assert f"?claim={gone.pk}" in html
    assert "reworded" in html
    assert "cut" in html
    assert "/drafts/1/2/" in client.get(address(story, 2)).content.decode()


def test_every_way_through_the_drafts_keeps_the_filters_of_the_claims(
    client: Client, story: Article, editor: User
) -> None:
    claim = factories.claim_on(story, "212,000 crowns")
    client.force_login(editor)
    send(client, story, {"base": story.draft_id, "text": f"{story.headline}\n\n{NEXT}"})
    here, asked = f"/stories/{story.pk}/", "show=all&amp;kind=money&amp;order=risk"
    query = f"?{unescape(asked)}"
    assert f"{here}drafts/2/?{asked}" in client.get(here + query).content.decode()
    assert f"{here}drafts/new/?{asked}" in client.get(here + query).content.decode()
    for page in ("drafts/1/", "drafts/2/", "drafts/1/2/", "drafts/new/"):
        html = client.get(f"{here}{page}{query}").content.decode()
        links = [link for link in re.findall(rf'href="({here}[^"]*)"', html) if "/quotes" not in link]
        assert f"{here}?{asked}" in links
        assert all(asked in link for link in links), (page, links)
    assert f"{here}?claim={claim.pk}&amp;{asked}" in client.get(f"{here}drafts/1/2/{query}").content.decode()


def test_drafts_that_are_not_there_are_not_compared(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    for other in ("1/2", "1/99999999999999999999", "99999999999999999999/1"):
        assert client.get(f"/stories/{story.pk}/drafts/{other}/").status_code == 404


def test_drafts_further_apart_show_what_became_of_the_claims_on_the_whole_way(
    client: Client, story: Article, editor: User
) -> None:
    claim = factories.claim_on(story, "212,000 crowns")
    client.force_login(editor)
    for text in (NEXT, NEXT.replace("nine", "ten")):
        base = Article.objects.get(pk=story.pk).draft_id
        assert send(client, story, {"base": base, "text": f"{story.headline}\n\n{text}"}).status_code == 303
    html = client.get(f"/stories/{story.pk}/drafts/1/3/").content.decode()
    assert f"?claim={claim.pk}" in html
    assert "Draft 2, reworded" in html
    assert "Every claim came along just as it was." in client.get(f"/stories/{story.pk}/drafts/2/3/").content.decode()


def test_a_claim_with_other_words_around_it_did_not_come_just_as_it_was(
    client: Client, story: Article, editor: User
) -> None:
    claim = factories.claim_on(story, "The repair cost 212,000 crowns")
    factories.mark(claim)
    client.force_login(editor)
    text = f"{story.headline}\n\n{factories.SAMPLE_TEXT}".replace(
        "The repair cost", "Nobody denied that the repair cost"
    )
    send(client, story, {"base": story.draft_id, "text": text})
    assert Claim.objects.get(pk=claim.pk).standing == "suspended"
    assert f"?claim={claim.pk}" in client.get(f"/stories/{story.pk}/drafts/1/2/").content.decode()


@pytest.mark.parametrize("sent", [{"verdict": "sourced"}, {}, {"verdict": "disputed", "comment": ""}])
def test_a_mark_on_a_proposal_that_stayed_behind_is_refused_and_what_was_typed_given_back(
    client: Client, story: Article, editor: User, checker: User, sent: dict[str, str]
) -> None:
    behind = factories.claim(story)
    client.force_login(editor)
    assert send(client, story, {"base": story.draft_id, "text": f"{story.headline}\n\n{NEXT}"}).status_code == 303
    client.force_login(checker)
    key = "3f0e9d4e-8a53-4d86-9f0c-0a5c1b1f4a10"
    fields = {"anchor": behind.anchor_id, "number": 0, "key": key, "comment": "By phone.", **sent}
    for headers in ({}, {"HX-Request": "true"}):
        response = client.post(f"/claims/{behind.pk}/mark/", fields, headers=headers)
        assert response.status_code == 422
        html = response.content.decode()
        assert "A newer draft came in" in html
        assert fields["comment"] in html
    assert not Claim.objects.get(pk=behind.pk).accepted
