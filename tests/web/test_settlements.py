"""Settling marks on pages."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from newsroom.domain import assigning
from newsroom.models import Access, Claim, Review, Role, Settlement, User
from tests import factories

pytestmark = pytest.mark.django_db
ClientFor = Callable[[User | None], Client]


@pytest.fixture
def editor() -> User:
    return factories.user(Role.EDITOR)


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


@pytest.fixture
def claim(checker: User) -> Claim:
    """Sourced to one, disputed by another."""
    claim = factories.claim_on(factories.article(), "212,000 crowns", by=checker)
    factories.mark(claim)
    factories.mark(claim, by=checker, verdict="disputed", comment="The <log> says else.")
    return claim


def form(claim: Claim, **changes: Any) -> dict[str, Any]:
    marks = [str(pk) for pk in Review.objects.filter(claim=claim).values_list("pk", flat=True)]
    sent = {"anchor": claim.anchor_id, "reviews": marks, "verdict": "sourced", "reason": "I rang the board."}
    return {"key": str(uuid.uuid4()), **sent, **changes}


def test_from_the_card_to_the_page_and_back(client_for: ClientFor, claim: Claim, editor: User) -> None:
    client, story = client_for(editor), f"/stories/{claim.article_id}/?claim={claim.pk}"
    assert f"/claims/{claim.pk}/settle/" in client.get(story).content.decode()
    page = client.get(f"/claims/{claim.pk}/settle/").content.decode()
    assert "The &lt;log&gt; says else." in page
    shown = {"anchor": claim.anchor_id, "verdict": "sourced", "reason": "I rang the board."}
    sent = {**shown, "key": re.findall(r'name="key" value="([^"]+)"', page)[0]}
    sent["reviews"] = re.findall(r'name="reviews" value="([^"]+)"', page)
    for _ in range(2):
        assert client.post(f"/claims/{claim.pk}/settle/", sent).status_code == 303
    assert Settlement.objects.count() == 1
    card = client.get(story).content.decode()
    assert "settled: sourced" in card and "I rang the board." in card
    assert card.count("· <i>settled</i>") == 2
    assert f"/claims/{claim.pk}/settle/" not in card


def test_the_list_goes_on_when_a_settlement_takes_the_claim_off_it(
    client_for: ClientFor, claim: Claim, checker: User, editor: User
) -> None:
    """Disputed after disputed, going round; after the last one the tab that it was on has nothing to say any more."""
    before, after = factories.claim(claim.article), factories.claim(claim.article, 5)
    assert (before.start or 0) < (claim.start or 0) < (after.start or 0)
    for other in (before, after):
        factories.mark(other, by=checker, verdict="disputed")
    client, ways = client_for(editor), []
    for pk in (claim.pk, after.pk, before.pk):
        sent = form(Claim.objects.get(pk=pk), show="disputed", order="risk")
        ways.append(client.post(f"/claims/{pk}/settle/", sent)["Location"].partition("?")[2])
    assert ways == [
        f"claim={after.pk}&show=disputed&order=risk",
        f"claim={before.pk}&show=disputed&order=risk",
        f"claim={before.pk}&order=risk",
    ]


@pytest.mark.parametrize(("show", "verdict"), [("all", "sourced"), ("open", "sourced"), ("disputed", "disputed")])
def test_a_list_that_has_the_settled_claim_or_never_had_it_stays(
    client_for: ClientFor, claim: Claim, editor: User, show: str, verdict: str
) -> None:
    answer = client_for(editor).post(f"/claims/{claim.pk}/settle/", form(claim, show=show, verdict=verdict))
    assert answer["Location"] == f"/stories/{claim.article_id}/?claim={claim.pk}&show={show}"


def test_whoever_disputed_sees_their_own_dispute_there(client_for: ClientFor, claim: Claim, checker: User) -> None:
    page = client_for(checker).get(f"/claims/{claim.pk}/settle/").content.decode()
    assert page.count('name="reviews"') == 1


def test_who_settles_their_own_dispute_twice_by_two_clicks_has_settled_it_once(
    client_for: ClientFor, claim: Claim, checker: User
) -> None:
    client, own = client_for(checker), str(Review.objects.get(claim=claim, reviewer=checker).pk)
    sent = form(claim, reviews=[own])
    assert [client.post(f"/claims/{claim.pk}/settle/", sent).status_code for _ in range(2)] == [303, 303]
    assert Settlement.objects.count() == 1
    assert client.post(f"/claims/{claim.pk}/settle/", form(claim, reviews=[own])).status_code == 403


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"reason": " "}, "needs a reason"),
        ({"verdict": ""}, "what counts"),
        ({"verdict": "maybe"}, "Select a valid choice"),
        ({"reviews": ["x"]}, "Settle the marks"),
    ],
)
def test_what_is_wrong_is_said(
    client_for: ClientFor, claim: Claim, editor: User, changes: dict[str, Any], says: str
) -> None:
    page = client_for(editor).post(f"/claims/{claim.pk}/settle/", form(claim, **changes))
    assert page.status_code == 422 and says in page.content.decode()
    assert not Settlement.objects.exists()


def test_marks_that_came_meanwhile_are_a_conflict_and_the_reason_is_kept(
    client_for: ClientFor, claim: Claim, editor: User
) -> None:
    sent = form(claim)
    factories.mark(claim, verdict="disputed")
    client = client_for(editor)
    page = client.post(f"/claims/{claim.pk}/settle/", sent)
    html = page.content.decode()
    assert page.status_code == 409 and "I rang the board." in html
    assert html.count('name="reviews"') == 3, "sending it again settles what stands there now"


def test_nothing_to_settle_is_said(client_for: ClientFor, editor: User) -> None:
    claim = factories.claim(factories.article())
    assert "nothing to settle" in client_for(editor).get(f"/claims/{claim.pk}/settle/").content.decode()


def test_wrong_person_wrong_method_hidden(client_for: ClientFor, claim: Claim, editor: User, checker: User) -> None:
    assert client_for(factories.user(Role.LEGAL)).get(f"/claims/{claim.pk}/settle/").status_code == 403
    assert client_for(editor).put(f"/claims/{claim.pk}/settle/").status_code == 405
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    assert client_for(checker).get(f"/claims/{claim.pk}/settle/").status_code == 404
    assert client_for(checker).post(f"/claims/{claim.pk}/settle/", form(claim)).status_code == 404
