"""A checker marks a claim in the admin: the same row and the same event as from the page."""

import pytest
from django.urls import reverse

from newsroom.domain import assigning, claiming, reviewing
from newsroom.domain.verifying import first_break
from newsroom.models import Access, Claim, Event, Review, Standing
from tests import factories

pytestmark = pytest.mark.django_db
ADD = reverse("admin:newsroom_review_add")


@pytest.fixture
def checker():
    return factories.user("checker", staff=True)


@pytest.fixture
def client(checker, client_for):
    return client_for(checker)


def shown(client, claim):
    """The form as the link on the claim's page opens it, ready to be filled in."""
    form = client.get(ADD, {"claim": claim.pk}).context["adminform"].form
    return {name: form[name].value() or "" for name in ("claim", "anchor", "number", "comment")}


def errors(response):
    assert response.status_code == 200
    return response.context["adminform"].form.errors


def said(review, *names):
    names = names or ("verdict", "comment", "wording", "number", "role", "reviewer_id")
    return {name: getattr(review, name) for name in names}


def test_the_same_row_and_event_as_from_the_page(client, checker):
    story = factories.article()
    here, there = factories.claim_on(story, "4 May"), factories.claim_on(story, "nine weeks")
    sent = {"verdict": "disputed", "comment": "The timetable says\r\n5 May."}
    added = client.post(ADD, shown(client, here) | sent)
    assert added.status_code == 302
    assert added.url == reverse("admin:newsroom_claim_change", args=[here.pk])
    page = {"anchor": there.anchor_id, "number": 0, "key": "3f0c1a52-5d29-4f0e-9b3e-111111111111"}
    assert client.post(reverse("review-mark", args=[there.pk]), page | sent).status_code == 303
    mine, theirs = Review.objects.get(claim=here), Review.objects.get(claim=there)
    alike = ("verdict", "comment", "number", "role", "reviewer_id")
    assert said(mine, *alike) == said(theirs, *alike)
    assert (mine.wording, mine.anchor_id, mine.verdict) == ("4 May", here.anchor_id, "disputed")
    first, second = Event.objects.filter(verb="mark").order_by("seq")
    own = {"review": str(mine.pk), "wording": "4 May"}
    assert first.data == second.data | own
    assert (first.account, first.actor, first.role) == (second.account, second.actor, second.role)
    assert (first.object, first.chain) == (f"claim:{here.pk}", f"article:{story.pk}")
    here.refresh_from_db()
    assert here.standing == Standing.DISPUTED
    assert first_break(f"article:{story.pk}") == ""


def test_the_same_row_and_event_as_from_the_verb(client, checker):
    story = factories.article()
    here, there = factories.claim_on(story, "4 May"), factories.claim_on(story, "nine weeks")
    client.post(ADD, shown(client, here) | {"verdict": "sourced", "comment": ""})
    reviewing.mark(there, by=checker, verdict="sourced", anchor=there.anchor_id, number=0)
    mine, theirs = Review.objects.get(claim=here), Review.objects.get(claim=there)
    assert said(mine) == said(theirs) | {"wording": "4 May"}
    first, second = Event.objects.filter(verb="mark").order_by("seq")
    assert first.data.keys() == second.data.keys()


def test_the_claims_page_offers_it_with_the_claim_filled_in(client, client_for):
    claim = factories.claim_on(factories.article(), "4 May")
    page = reverse("admin:newsroom_claim_change", args=[claim.pk])
    link = f'<a href="{ADD}?claim={claim.pk}">Mark this claim</a>'
    assert link in client.get(page).content.decode()
    reporter = client_for(factories.user("reporter", staff=True))
    assert "Mark this claim" not in reporter.get(page).content.decode()


def test_the_form_shows_the_words_in_their_sentence_and_ones_own_last_mark(client, checker):
    claim = factories.claim_on(factories.article(headline="Ferry & quay"), "4 May")
    factories.mark(claim, by=checker, verdict="opinion", comment="Sounds <b>bold</b>")
    html = client.get(ADD, {"claim": claim.pk}).content.decode()
    assert "run again on <mark>4 May</mark>, nine weeks" in html
    assert "Ferry &amp; quay" in html
    assert "opinion: Sounds &lt;b&gt;bold&lt;/b&gt;" in html


def test_a_dispute_needs_a_reason_and_the_form_says_so_beside_the_box(client):
    claim = factories.claim(factories.article())
    response = client.post(ADD, shown(client, claim) | {"verdict": "disputed"})
    assert list(errors(response)) == ["comment"]
    assert not Review.objects.exists()


def test_a_form_that_showed_older_words_is_told_both_and_saves_for_the_new_ones(client, checker):
    claim = factories.claim_on(factories.article(), "4 May")
    old = shown(client, claim) | {"verdict": "sourced", "comment": "Timetable, page 2."}
    words = "on 4 May"
    start = claim.draft.text.index(words)
    claiming.change_bounds(
        claim, by=checker, anchor=claim.anchor_id, start=start, end=start + len(words), wording=words
    )
    response = client.post(ADD, old)
    told = " ".join(errors(response)["claim"])
    assert "“4 May”" in told
    assert "“on 4 May”" in told
    assert not Review.objects.exists()
    form = response.context["adminform"].form
    assert form["comment"].value() == "Timetable, page 2."
    assert form["verdict"].value() == "sourced"
    assert "<mark>on 4 May</mark>" in response.content.decode()
    again = {name: form[name].value() for name in form.fields}
    assert client.post(ADD, again).status_code == 302
    review = Review.objects.get()
    assert (review.wording, review.comment) == ("on 4 May", "Timetable, page 2.")


def test_a_form_older_than_ones_own_mark_overwrites_nothing(client, checker):
    claim = factories.claim(factories.article())
    old = shown(client, claim) | {"verdict": "sourced", "comment": "From the form"}
    factories.mark(claim, by=checker, verdict="disputed", comment="From the page")
    response = client.post(ADD, old)
    assert "disputed: From the page" in " ".join(errors(response)["claim"])
    assert Review.objects.count() == 1
    form = response.context["adminform"].form
    assert form["comment"].value() == "From the form"
    again = {name: form[name].value() for name in form.fields}
    client.post(ADD, again)
    assert list(Review.objects.order_by("number").values_list("number", "verdict")) == [(1, "disputed"), (2, "sourced")]


def test_a_form_that_is_sent_twice_makes_one_mark(client):
    claim = factories.claim(factories.article())
    form = shown(client, claim) | {"verdict": "sourced"}
    assert client.post(ADD, form).status_code == 302
    assert client.post(ADD, form).status_code == 302
    assert Review.objects.count() == 1


def test_a_claim_chosen_in_the_form_is_shown_before_it_is_marked(client):
    story = factories.article()
    other, claim = factories.claim_on(story, "nine weeks"), factories.claim_on(story, "4 May")
    form = {"claim": claim.pk, "anchor": "", "number": "", "verdict": "sourced", "comment": "Seen."}
    for unseen in (form, form | {"anchor": other.anchor_id, "number": 0}):
        response = client.post(ADD, unseen)
        assert list(errors(response)) == ["claim"]
        assert "<mark>4 May</mark>" in response.content.decode()
        assert not Review.objects.exists()
    filled = response.context["adminform"].form
    assert client.post(ADD, {name: filled[name].value() for name in filled.fields}).status_code == 302
    assert Review.objects.get().claim == claim


def test_ones_own_story_is_refused_in_the_form_with_the_text_kept(client_for):
    author = factories.user("checker", "reporter", staff=True)
    claim = factories.claim(factories.article(authors=(author,)))
    client = client_for(author)
    response = client.post(ADD, shown(client, claim) | {"verdict": "sourced", "comment": "Mine"})
    assert "You wrote this story" in errors(response)["__all__"][0]
    assert ">\nMine</textarea>" in response.content.decode()
    assert not Review.objects.exists()


def test_a_dismissed_claim_is_refused_in_the_form(client, checker):
    claim = factories.claim(factories.article())
    form = shown(client, claim) | {"verdict": "sourced"}
    claiming.dismiss(claim, by=checker, reason="No fact.")
    assert "dismissed" in errors(client.post(ADD, form))["__all__"][0]


def test_withdrawn_is_no_mark_to_choose(client):
    claim = factories.claim(factories.article())
    assert "verdict" in errors(client.post(ADD, shown(client, claim) | {"verdict": "withdrawn"}))


@pytest.mark.parametrize("claim", ["abc", "999999", ""])
def test_no_such_claim(client, claim):
    assert client.get(ADD, {"claim": claim}).status_code == 200
    assert "claim" in errors(client.post(ADD, {"claim": claim, "verdict": "sourced"}))


def test_a_hidden_claim_is_no_such_claim(client):
    editor = factories.user("editor")
    story = factories.article(by=editor)
    claim = factories.claim_on(story, "4 May")
    assigning.restrict(story, by=editor, access=Access.RESTRICTED)
    form = {"claim": claim.pk, "anchor": claim.anchor_id, "number": 0, "verdict": "sourced"}
    response = client.post(ADD, form)
    assert "claim" in errors(response)
    for answer in (response, client.get(ADD, {"claim": claim.pk})):
        assert "4 May" not in answer.content.decode()
    assert not Review.objects.exists()


def test_only_who_may_mark_opens_the_form(client_for):
    claim = factories.claim(factories.article())
    form = {"claim": claim.pk, "anchor": claim.anchor_id, "number": 0, "verdict": "sourced"}
    for person in (factories.user("reporter", staff=True), factories.user(staff=True, is_superuser=True)):
        assert client_for(person).get(ADD).status_code == 403
        assert client_for(person).post(ADD, form).status_code == 403
    assert not Review.objects.exists()


def test_a_suspended_mark_says_why(client, checker):
    claim = factories.claim_on(factories.article(), "4 May")
    review = factories.mark(claim, by=checker)
    text, start = claim.draft.text, claim.start - len("on ")
    claiming.change_bounds(
        claim, by=checker, anchor=claim.anchor_id, start=start, end=claim.end, wording=text[start : claim.end]
    )
    for page in ("newsroom_review_change", "newsroom_claim_change"):
        row = review.pk if "review" in page else claim.pk
        assert "words changed from “4 May”" in client.get(reverse(f"admin:{page}", args=[row])).content.decode()
    assert Claim.objects.get(pk=claim.pk).standing == Standing.SUSPENDED
