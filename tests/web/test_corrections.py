"""Corrections on pages: proposed on a claim, decided and checked off on the story's list."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from newsroom.domain import assigning, correcting
from newsroom.models import Access, Applied, Claim, Correction, Decision, Role, User
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


def form(claim: Claim, **changes: Any) -> dict[str, Any]:
    sent = {"anchor": claim.anchor_id, "old": "212,000", "new": "221,000", "reason": "The <invoice>."}
    return {"key": str(uuid.uuid4()), **sent, "evidence": "", **changes}


def proposed(claim: Claim, by: User, new: str = "221,000") -> Correction:
    sent = {"old": "212,000", "new": new, "reason": "The invoice.", "anchor": claim.anchor_id or 0}
    return correcting.propose(claim, by=by, key=uuid.uuid4(), **sent)


def test_proposed_from_the_card_decided_on_the_list(
    client_for: ClientFor, claim: Claim, checker: User, reporter: User
) -> None:
    client = client_for(checker)
    card = client.get(f"/stories/{claim.article_id}/?claim={claim.pk}").content.decode()
    assert f"/claims/{claim.pk}/correct/" in card
    assert ">212,000 crowns</textarea>" in client.get(f"/claims/{claim.pk}/correct/").content.decode().replace("\n", "")
    sent = form(claim)
    for _ in range(2):
        assert client.post(f"/claims/{claim.pk}/correct/", sent).status_code == 303
    row = Correction.objects.get()
    page = client.get(f"/stories/{claim.article_id}/corrections/").content.decode()
    assert "<del>212,000</del>" in page and "<ins>221,000</ins>" in page and "The &lt;invoice&gt;." in page
    assert "corrections/" + str(row.pk) not in page, "a checker does not decide"
    own = client_for(reporter)
    assert f"/corrections/{row.pk}/decide/" in own.get(f"/stories/{claim.article_id}/corrections/").content.decode()
    assert own.post(f"/corrections/{row.pk}/decide/", {"accepted": "yes"}).status_code == 303
    assert Decision.objects.get().accepted
    listed = own.get(f"/stories/{claim.article_id}/corrections/?show=accepted").content.decode()
    assert "221,000" in listed and f"/corrections/{row.pk}/check-off/" in listed
    assert own.post(f"/corrections/{row.pk}/check-off/").status_code == 303
    assert Applied.objects.exists()
    assert "221,000" not in own.get(f"/stories/{claim.article_id}/corrections/?show=accepted").content.decode()
    assert re.search(r"in draft 1", own.get(f"/stories/{claim.article_id}/corrections/").content.decode())


def test_declining_takes_a_reason(client_for: ClientFor, claim: Claim, checker: User, reporter: User) -> None:
    row, client = proposed(claim, checker), client_for(reporter)
    refused = client.post(f"/corrections/{row.pk}/decide/", {"accepted": "no", "reason": ""})
    assert refused.status_code == 422 and "why you decline" in refused.content.decode()
    client.post(f"/corrections/{row.pk}/decide/", {"accepted": "no", "reason": "It is right."})
    assert "It is right." in client.get(f"/stories/{claim.article_id}/corrections/").content.decode()
    assert client.post(f"/corrections/{row.pk}/decide/", {"accepted": "perhaps"}).status_code == 400


def test_a_reason_that_is_too_long_is_given_back(client_for: ClientFor, claim: Claim, checker: User, reporter) -> None:
    row, reason = proposed(claim, checker), "It is right. " * 1600
    refused = client_for(reporter).post(f"/corrections/{row.pk}/decide/", {"accepted": "no", "reason": reason})
    assert refused.status_code == 422 and "At most 20000 characters" in refused.content.decode()
    assert reason.strip() in refused.content.decode() and not Decision.objects.exists()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"old": "213,000"}, "does not read so"),
        ({"new": "212,000"}, "stand there already"),
        ({"reason": ""}, "Say why"),
    ],
)
def test_what_is_wrong_is_said_beside_it(
    client_for: ClientFor, claim: Claim, checker: User, changes: dict[str, str], says: str
) -> None:
    page = client_for(checker).post(f"/claims/{claim.pk}/correct/", form(claim, **changes))
    assert page.status_code == 422
    assert says in page.content.decode()
    assert "The &lt;invoice&gt;." in page.content.decode() or changes.get("reason") == ""
    assert not Correction.objects.exists()


def test_a_page_of_older_words_is_a_conflict_that_keeps_the_text(
    client_for: ClientFor, claim: Claim, checker: User
) -> None:
    page = client_for(checker).post(f"/claims/{claim.pk}/correct/", form(claim, anchor=10**9))
    assert page.status_code == 409 and "The &lt;invoice&gt;." in page.content.decode()


def test_the_list_is_filtered(client_for: ClientFor, claim: Claim, checker: User) -> None:
    client, path = client_for(checker), f"/stories/{claim.article_id}/corrections/"
    assert "Nothing here" in client.get(path).content.decode()
    proposed(claim, checker)
    for n in range(4):
        proposed(claim, checker, new=str(n))
    assert client.get(path).content.decode().count("<del>") == 5
    assert client.get(f"{path}?show=accepted").content.decode().count("<del>") == 0
    page = client.get(f"{path}?show=proposed").content.decode()
    assert page.count("<del>") == 5
    tabs = [(said.strip(), int(n)) for said, n in re.findall(r">([^<>]+)<b>(\d+)</b></a>", page)]
    assert tabs == [("All", 5), ("To decide", 5), ("For the next draft", 0)]
    story = client.get(f"/stories/{claim.article_id}/").content.decode()
    assert "Corrections <b>5</b></a>" in story
    first = Correction.objects.first()
    assert first is not None
    correcting.decide(first, by=factories.user(Role.EDITOR), accepted=True)
    page = client.get(path).content.decode()
    assert [int(n) for n in re.findall(r"<b>(\d+)</b></a>", page)] == [5, 4, 1]
    assert "Corrections <b>4</b></a>" in client.get(f"/stories/{claim.article_id}/").content.decode()


def test_wrong_person_wrong_method_and_hidden(
    client_for: ClientFor, claim: Claim, checker: User, reporter: User
) -> None:
    row = proposed(claim, checker)
    assert client_for(reporter).get(f"/claims/{claim.pk}/correct/").status_code == 403
    assert client_for(checker).post(f"/corrections/{row.pk}/decide/", {"accepted": "yes"}).status_code == 403
    assert client_for(checker).get(f"/corrections/{row.pk}/decide/").status_code == 405
    assigning.restrict(claim.article, by=factories.user(Role.EDITOR), access=Access.RESTRICTED)
    client = client_for(checker)
    assert client.get(f"/stories/{claim.article_id}/corrections/").status_code == 404
    assert client.get(f"/claims/{claim.pk}/correct/").status_code == 404
    assert client.post(f"/corrections/{row.pk}/decide/", {"accepted": "yes"}).status_code == 404
    assert client.post(f"/corrections/{row.pk}/check-off/").status_code == 404
