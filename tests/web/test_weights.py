"""What is short of the policy, as the pages of a story show it."""

import pytest
from django.urls import reverse

from newsroom.domain import ruling
from newsroom.models import Claim, Policy, Role
from tests import factories

pytestmark = pytest.mark.django_db
KEY = "3f0c1a52-5d29-4f0e-9b3e-111111111111"
HTMX = {"HX-Request": "true"}
ASKED, BARE = "<b>Before it counts as sourced:</b> ", "<b>Short of the policy:</b> "
NEEDED = "1 primary or 3 independent secondary needed."


@pytest.fixture
def checker():
    return factories.user(Role.CHECKER)


@pytest.fixture
def client(client_for, checker):
    return client_for(checker)


@pytest.fixture
def story():
    return factories.article()


def page(client, claim, **query):
    response = client.get(reverse("review-article", args=[claim.article_id]), {"claim": claim.pk, **query})
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def copies(claim, n=3, origin="Northern Wire"):
    """So many papers that carry one agency's story."""
    for number in range(n):
        facts = {"kind": "coverage", "origin": origin, "address": f"https://paper{number}.example/ferry"}
        source = factories.source(title=f"Paper {number}", **facts)
        factories.evidence(claim, source=source, tier="secondary", locator="")


def row(claim, html):
    return html.split(f'id="row-{claim.pk}"')[1].split("</a>")[0]


def test_a_claim_marked_sourced_without_evidence_says_what_it_is_short_by(client, story):
    claim = factories.claim(story)
    assert ASKED + NEEDED in page(client, claim)
    assert "sourced, short" not in page(client, claim)
    factories.mark(claim)
    html = page(client, claim)
    assert BARE + NEEDED in html
    assert ASKED not in html
    assert "<span>sourced, short</span>" in html
    assert ">S–</span>" in row(claim, html)
    assert "1, sourced, short: " in row(claim, html)


def test_an_opinion_is_short_of_nothing(client, story):
    claim = factories.claim(story)
    factories.mark(claim, verdict="opinion")
    html = page(client, claim)
    assert NEEDED not in html


def test_with_evidence_that_is_enough_it_says_so(client, story):
    claim = factories.claim(story)
    factories.evidence(claim, locator="p. 4")
    factories.mark(claim)
    html = page(client, claim)
    assert "Meets the policy." in html
    assert "short" not in row(claim, html)


def test_a_claim_that_two_have_to_mark_says_how_many_did(client, checker):
    text = "Prosecutors accused Jonas Vale of stealing 400 crowns in 2019."
    claim = Claim.objects.filter(article=factories.article(text=text), legal=True)[0]
    factories.evidence(claim, locator="p. 4")
    wanting = "Meets the policy for evidence; needs marks of 2 people and has %s."
    assert wanting % 0 in page(client, claim)
    sent = {"verdict": "sourced", "anchor": claim.anchor_id, "number": 0, "key": KEY}
    saved = client.post(reverse("review-mark", args=[claim.pk]), sent, headers=HTMX).content.decode()
    assert wanting % 1 in " ".join(saved.split())
    factories.mark(claim)
    html = page(client, claim)
    assert "Meets the policy." in html
    assert "needs marks of" not in html


def test_copies_of_one_story_count_once_and_the_card_says_so(client, story):
    claim = factories.claim(story)
    copies(claim)
    html = page(client, claim)
    assert f"{ASKED}1 independent secondary, 3 needed." in html
    assert "3 copies of “Northern Wire” count once." in html


def test_sources_say_over_one_unnamed_source_is_noted(client):
    claim = factories.claim_on(factories.article(text="Sources say the ferry cost 212,000 crowns."), "212,000 crowns")
    source = factories.source(title="Somebody on the board", kind="interview", anonymous=True)
    factories.evidence(claim, source=source)
    assert "“Sources say” speaks of several, and there is one unnamed source." in page(client, claim)


def test_marking_sourced_is_always_possible_and_shows_at_once_that_it_is_short(client, story):
    claim = factories.claim(story)
    sent = {"verdict": "sourced", "anchor": claim.anchor_id, "number": 0, "key": KEY}
    response = client.post(reverse("review-mark", args=[claim.pk]), sent, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 200
    assert ">S–</span>" in row(claim, html)
    assert "sourced, short" in html.split('id="standing"')[1].split("</span></span>")[0]


def test_the_filter_lists_the_short_ones_and_goes_on_through_them(client, story, checker):
    first, second = factories.claim(story, 0), factories.claim(story, 1)
    enough = factories.claim_on(story, "212,000 crowns", kinds=("money",))
    factories.evidence(enough, locator="p. 4")
    for claim in (first, second, enough):
        factories.mark(claim)
    html = page(client, first, show="short")
    assert ">Short <span>2</span></a>" in html
    hidden = {claim.pk for claim in Claim.objects.filter(article=story) if f'<li id="claim-{claim.pk}" hidden' in html}
    assert {first.pk, second.pk}.isdisjoint(hidden)
    assert enough.pk in hidden
    sent = {"verdict": "", "comment": "Where from?", "anchor": first.anchor_id, "number": 0, "next": 1, "show": "short"}
    sent["key"] = KEY
    response = client.post(reverse("review-mark", args=[first.pk]), sent)
    assert f"claim={second.pk}" in response.url


def test_evidence_that_somebody_attaches_reaches_an_open_page(client, story):
    claim = factories.claim(story)
    factories.mark(claim)
    story.refresh_from_db()
    since = {"since": story.version, "open": claim.pk, "anchor": claim.anchor_id}
    factories.evidence(claim, locator="p. 4")
    changes = client.get(reverse("review-changes", args=[story.pk]), since, headers=HTMX).content.decode()
    assert "Meets the policy." in changes
    assert ">S</span>" in row(claim, changes)


def test_on_paper_it_stands_at_the_claim(client, story):
    claim = factories.claim(story)
    factories.mark(claim)
    html = client.get(reverse("paper-article", args=[story.pk])).content.decode()
    assert "short of the policy: 1 primary or 3 independent secondary needed" in html
    assert "S–1" in html


def test_a_signed_story_keeps_the_policy_that_it_was_signed_under(client, story):
    factories.signed(story)
    claim = factories.claim(story)
    strict = [{"name": "Every claim", "primary": 20}]
    ruling.revise(Policy.objects.latest(), by=None, rules=strict, signatures=["editor"], legal=False)
    assert "20 needed" not in page(client, claim)
    assert "20 primary needed" in page(client, factories.claim(factories.article()))


@pytest.mark.parametrize("claims", [1, 12])
def test_a_mark_takes_the_same_queries_whatever_the_evidence(client, claims, django_assert_num_queries):
    story = factories.article(text=" ".join(f"The pier has {n} lamps." for n in range(claims)))
    for claim in Claim.objects.filter(article=story):
        copies(claim, 2)
        factories.mark(claim)
        factories.comment(claim)
    claim = factories.claim(story)
    client.get(reverse("review-article", args=[story.pk]))
    sent = {"verdict": "sourced", "anchor": claim.anchor_id, "number": 0, "key": KEY}
    with django_assert_num_queries(14):
        client.post(reverse("review-mark", args=[claim.pk]), sent, headers=HTMX)
