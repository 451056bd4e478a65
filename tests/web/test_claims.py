"""Adding a claim, changing its words, accepting, dismissing and taking back."""

import re

import pytest
from django.test import Client

from newsroom.domain import quoting
from newsroom.models import Access, Article, Claim, Role, Standing, Suspension
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Article:
    return factories.article()


@pytest.fixture
def checker():
    return factories.user(Role.CHECKER)


def span(story: Article, words: str) -> dict[str, object]:
    start = story.current.text.index(words)
    return {"draft": story.draft_id, "start": start, "end": start + len(words), "wording": words}


def test_selected_words_become_an_accepted_claim(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    response = client.post(f"/stories/{story.pk}/claims/new/", span(story, "Kell Bridge"))
    claim = Claim.objects.get(wording="Kell Bridge")
    assert (response.status_code, response["Location"]) == (303, f"/stories/{story.pk}/?claim={claim.pk}")
    assert (claim.accepted, claim.created_by, claim.rule) == (True, checker, "")


def test_the_same_words_twice_are_one_claim(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    for _ in range(2):
        client.post(f"/stories/{story.pk}/claims/new/", span(story, "Kell Bridge"))
    assert Claim.objects.filter(wording="Kell Bridge").count() == 1


def test_words_over_a_paragraph_break_come_as_the_browser_sends_them(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    words = "more than planned.\n\nPassengers used"
    form = span(story, words) | {"wording": words.replace("\n", "\r\n")}
    assert client.post(f"/stories/{story.pk}/claims/new/", form).status_code == 303
    assert Claim.objects.filter(wording=words).exists()


@pytest.mark.parametrize("wrong", [{"wording": "Kell Brücke"}, {"start": 0}, {"end": 10**9}, {"start": 5, "end": 5}])
def test_words_that_do_not_stand_there_are_refused(
    client: Client, story: Article, checker, wrong: dict[str, object]
) -> None:
    client.force_login(checker)
    count = Claim.objects.count()
    response = client.post(f"/stories/{story.pk}/claims/new/", span(story, "Kell Bridge") | wrong)
    assert response.status_code == 422
    assert Claim.objects.count() == count


@pytest.mark.parametrize("wrong", [{"start": ""}, {"end": "x"}, {"start": -1}, {"draft": ""}])
def test_incomplete_form_is_refused_with_the_list_of_sentences(
    client: Client, story: Article, checker, wrong: dict[str, object]
) -> None:
    client.force_login(checker)
    response = client.post(f"/stories/{story.pk}/claims/new/", span(story, "Kell Bridge") | wrong)
    assert response.status_code == 422
    assert "Choose a first word, and a last word" in response.content.decode()


def test_another_storys_draft_is_not_found(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    other = factories.article(access=Access.RESTRICTED)
    form = span(story, "Kell Bridge") | {"draft": other.draft_id}
    assert client.post(f"/stories/{story.pk}/claims/new/", form).status_code == 404


def test_a_claim_is_made_from_the_sentence_list_alone(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    address = f"/stories/{story.pk}/claims/new/"
    sentence = story.current.text.index("It is the ugliest")
    html = client.get(address, {"at": sentence}).content.decode()
    start = story.current.text.index("ugliest")
    end = start + len("ugliest bridge")
    assert f'<option value="{start}">' in html
    assert f'<option value="{end}"' in html
    assert client.post(address, {"draft": story.draft_id, "start": start, "end": end}).status_code == 303
    assert Claim.objects.filter(wording="ugliest bridge").exists()


def test_long_story_has_its_sentences_on_pages(client: Client, checker, django_assert_max_num_queries) -> None:
    story = factories.article(text=" ".join(f"The pier has {n} lamps." for n in range(90)))
    client.force_login(checker)
    with django_assert_max_num_queries(8):
        html = client.get(f"/stories/{story.pk}/claims/new/").content.decode()
    assert "The pier has 5 lamps." in html
    assert "The pier has 80 lamps." not in html
    assert "The pier has 80 lamps." in client.get(f"/stories/{story.pk}/claims/new/?page=3").content.decode()


def test_reporter_may_not_add(client: Client, story: Article) -> None:
    client.force_login(factories.user(Role.REPORTER))
    assert client.get(f"/stories/{story.pk}/claims/new/").status_code == 403
    assert client.post(f"/stories/{story.pk}/claims/new/", span(story, "Kell Bridge")).status_code == 403
    assert "claims/new" not in client.get(f"/stories/{story.pk}/").content.decode()


def bounds(claim: Claim, words: str) -> dict[str, object]:
    start = claim.draft.text.index(words)
    return {
        "draft": claim.draft_id,
        "anchor": claim.anchor_id,
        "start": start,
        "end": start + len(words),
        "wording": words,
    }


def test_other_words_suspend_the_marks_and_say_why(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    factories.mark(claim)
    client.force_login(checker)
    response = client.post(f"/claims/{claim.pk}/bounds/", bounds(claim, "the bus over Kell Bridge"))
    assert response.status_code == 303
    claim.refresh_from_db()
    assert (claim.wording, claim.standing) == ("the bus over Kell Bridge", Standing.SUSPENDED)
    html = client.get(f"/stories/{story.pk}/?claim={claim.pk}").content.decode()
    assert Suspension.objects.get().why.replace("“", "") and "words changed from “Kell Bridge”" in html


def test_bounds_page_offers_the_words_around(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    client.force_login(checker)
    html = client.get(f"/claims/{claim.pk}/bounds/").content.decode()
    assert f'<option value="{claim.start}" selected>' in html
    assert f'<option value="{story.current.text.index("Passengers")}">' in html


def marked(html: str) -> str:
    """The words of the passage that are marked."""
    return "".join(re.findall(r'<span data-start="\d+"\s+data-end="\d+" class="on">(.*?)</span>', html, re.S))


def test_bounds_page_shows_the_passage_with_the_claim_marked(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "over Kell Bridge")
    client.force_login(checker)
    html = client.get(f"/claims/{claim.pk}/bounds/").content.decode()
    assert marked(html) == "over Kell Bridge"
    passage = re.sub(r"<[^>]+>", "", html[html.index('class="passage"') : html.index("data-scripted")])
    for words in ("a third more than planned", "Passengers used the bus over Kell Bridge meanwhile.", "ugliest"):
        assert words in passage


def test_other_words_can_be_looked_at_before_they_are_saved(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    client.force_login(checker)
    chosen = bounds(claim, "bus over Kell")
    response = client.post(f"/claims/{claim.pk}/bounds/", chosen | {"look": "1"})
    html = response.content.decode()
    assert response.status_code == 200
    assert marked(html) == "bus over Kell"
    assert f'<option value="{chosen["start"]}" selected>' in html
    assert f'<option value="{chosen["end"]}" selected>' in html
    claim.refresh_from_db()
    assert claim.wording == "Kell Bridge"


def test_words_of_a_sentence_can_be_looked_at_before_they_are_added(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    count = Claim.objects.count()
    at = story.current.text.index("Passengers used")
    form = span(story, "bus over Kell Bridge") | {"look": "1", "wording": ""}
    html = client.post(f"/stories/{story.pk}/claims/new/?at={at}", form).content.decode()
    assert marked(html) == "bus over Kell Bridge"
    assert Claim.objects.count() == count


def test_a_last_word_before_the_first_is_refused_with_the_passage(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    client.force_login(checker)
    end = story.current.text.index(" over Kell")
    response = client.post(f"/claims/{claim.pk}/bounds/", bounds(claim, "Kell Bridge") | {"end": end, "wording": ""})
    html = response.content.decode()
    assert response.status_code == 422
    assert "a last word that does not stand before it" in html
    assert marked(html) == "Kell Bridge"


def test_bounds_page_keeps_edges_inside_a_word(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "We have replaced both pumps and tested them for 40 hours")
    client.force_login(checker)
    html = client.get(f"/claims/{claim.pk}/bounds/").content.decode()
    assert re.search(rf'<option value="{claim.start}" selected>\d+\. We<', html)
    assert re.search(rf'<option value="{claim.end}" selected>\d+\. hours<', html)


def test_bounds_from_an_older_page_are_409(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    client.force_login(checker)
    old = bounds(claim, "over Kell Bridge")
    client.post(f"/claims/{claim.pk}/bounds/", bounds(claim, "bus over Kell Bridge"))
    assert client.post(f"/claims/{claim.pk}/bounds/", old).status_code == 409


def test_incomplete_bounds_are_refused(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    client.force_login(checker)
    assert client.post(f"/claims/{claim.pk}/bounds/", {"start": "1"}).status_code == 422


def test_proposal_is_accepted(client: Client, story: Article, checker) -> None:
    claim = factories.claim(story)
    assert not claim.accepted
    client.force_login(checker)
    assert "Accept as a claim" in client.get(f"/stories/{story.pk}/?claim={claim.pk}").content.decode()
    assert client.post(f"/claims/{claim.pk}/accept/").status_code == 400
    assert client.post(f"/claims/{claim.pk}/accept/", {"anchor": claim.anchor_id}).status_code == 303
    claim.refresh_from_db()
    assert claim.accepted
    assert "Accept as a claim" not in client.get(f"/stories/{story.pk}/?claim={claim.pk}").content.decode()


def test_words_that_the_page_did_not_show_are_not_accepted(client: Client, story: Article, checker) -> None:
    quoted = factories.quote(story)
    claim = quoted.claims.filter(accepted=False)[0]
    quoting.correct_speaker(quoted, by=checker, speaker="Ada Brekke", anchor=quoted.anchor_id or 0)
    Claim.objects.filter(pk=claim.pk).update(accepted=False)
    client.force_login(checker)
    response = client.post(f"/claims/{claim.pk}/accept/", {"anchor": claim.anchor_id})
    assert response.status_code == 409
    assert "speaker changed from Marta Lindqvist to Ada Brekke" in response.content.decode()
    claim.refresh_from_db()
    assert not claim.accepted
    html = client.get(f"/stories/{story.pk}/?claim={claim.pk}").content.decode()
    assert f'name="anchor" value="{claim.anchor_id}"' in html


def dismissal(claim: Claim, reason: str) -> dict[str, object]:
    return {"anchor": claim.anchor_id, "reason": reason}


def test_words_that_the_page_did_not_show_are_not_dismissed(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    old = dismissal(claim, "A name, no fact")
    client.force_login(checker)
    client.post(f"/claims/{claim.pk}/bounds/", bounds(claim, "bus over Kell Bridge"))
    response = client.post(f"/claims/{claim.pk}/dismiss/", old)
    assert response.status_code == 409
    html = response.content.decode()
    assert all(words in html for words in ("Kell Bridge", "bus over Kell Bridge", "A name, no fact"))
    claim.refresh_from_db()
    assert not claim.dismissed


@pytest.mark.parametrize("verb", ["accept", "dismiss", "take-back", "bounds"])
def test_the_filter_that_was_on_stays_on(client: Client, story: Article, checker, verb: str) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    client.force_login(checker)
    form = bounds(claim, "bus over Kell Bridge") | dismissal(claim, "A name") | {"show": "disputed"}
    assert "show=disputed" in client.post(f"/claims/{claim.pk}/{verb}/", form)["Location"]
    html = client.get(f"/stories/{story.pk}/?show=all").content.decode()
    assert html.count('<input type="hidden" name="show" value="all">') > 2


def test_dismissed_with_a_reason_and_taken_back(client: Client, story: Article, checker) -> None:
    claim = factories.claim(story)
    client.force_login(checker)
    assert client.post(f"/claims/{claim.pk}/dismiss/", dismissal(claim, "A figure of speech")).status_code == 303
    claim.refresh_from_db()
    assert claim.dismissed
    assert client.post(f"/claims/{claim.pk}/take-back/").status_code == 303
    claim.refresh_from_db()
    assert not claim.dismissed
    assert [row.reason for row in claim.dismissals.all()] == ["A figure of speech", ""]


def test_dismissing_needs_a_reason_and_keeps_the_page(client: Client, story: Article, checker) -> None:
    claim = factories.claim(story)
    client.force_login(checker)
    response = client.post(f"/claims/{claim.pk}/dismiss/", dismissal(claim, " "))
    assert response.status_code == 422
    assert "Say why there is no fact" in response.content.decode()
    claim.refresh_from_db()
    assert not claim.dismissed


def test_marked_claim_is_not_dismissed_and_the_reason_comes_back(client: Client, story: Article, checker) -> None:
    claim = factories.claim(story)
    factories.mark(claim)
    client.force_login(checker)
    response = client.post(f"/claims/{claim.pk}/dismiss/", dismissal(claim, "A figure of speech"))
    assert response.status_code == 422
    html = response.content.decode()
    assert "Somebody else" in html
    assert "A figure of speech" in html
