"""What a refusal gives back: everything that was typed, except about a person."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from newsroom.models import Role
from tests import factories

pytestmark = pytest.mark.django_db
DETAILS = {
    "note": "Ask <them>.",
    "locator": "p. 14",
    "inputs": "all = 540",
    "formula": "all * 2",
    "passage": "All\ntold.",
}


def given_back(response: Any) -> str:
    box = re.search(r'id="refused-typed"[^>]*>([^<]*)<', response.content.decode())
    return unescape(box[1]) if box else ""


def test_evidence_that_was_changed_meanwhile_gives_back_every_field(client: Client) -> None:
    checker = factories.user(Role.CHECKER)
    client.force_login(checker)
    row = factories.evidence(factories.claim(factories.article()), by=checker)
    sent = {
        "key": "00000000-0000-4000-8000-000000000001",
        "stance": "supports",
        "source": f"#{row.source_id}",
        **DETAILS,
    }
    first = {**sent, "key": "00000000-0000-4000-8000-000000000002", "note": "I was here first."}
    assert client.post(f"/evidence/{row.pk}/change/", first).status_code == 303
    response = client.post(f"/evidence/{row.pk}/change/", sent)
    assert response.status_code == 409
    assert set(given_back(response).split("\n\n")) == {*DETAILS.values(), f"#{row.source_id}"}


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/stories/1/errata/", {"wording": "It cost <221,000> crowns."}),
        ("/claims/1/correct/", {"new": "221,000 crowns", "reason": "The invoice."}),
        ("/sources/new/", {"title": "Minutes", "publisher": "The board", "origin": "An agency"}),
        ("/stories/1/details/", {"byline": "By Ada Brekke", "desk": "Harbour"}),
    ],
)
def test_who_was_signed_out_gets_all_of_a_form_back(client: Client, path: str, sent: dict[str, str]) -> None:
    response = client.post(path, sent)
    assert response.status_code == 401
    assert set(given_back(response).split("\n\n")) == set(sent.values())


@pytest.mark.parametrize("button", ["claims/{claim}/accept", "claims/{claim}/undo", "stories/{story}/details"])
def test_a_form_that_no_page_made_is_answered_with_a_page(client: Client, button: str) -> None:
    story = factories.article()
    client.force_login(factories.user(Role.EDITOR))
    response = client.post(f"/{button}/".format(claim=factories.claim(story).pk, story=story.pk))
    assert response.status_code == 400 and "could not take that in" in response.content.decode()


def test_nothing_about_a_person_is_given_back(client: Client) -> None:
    for path in ("/sources/1/seal/", "/sources/new/"):
        said = client.post(
            path, {"name": "Zyxw Qvut", "contact": "zq@quay.example", "person": "Zyxw Qvut", "code": "K-7"}
        )
        assert said.status_code == 401
        assert not {"Zyxw", "zq@quay", "K-7"} & set(re.findall(r"Zyxw|zq@quay|K-7", said.content.decode()))
