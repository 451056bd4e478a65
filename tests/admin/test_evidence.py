"""Sources and evidence in the admin: read there by those who may know of them, written nowhere in it."""

import pytest
from django.urls import reverse

from newsroom.domain import assigning, attaching
from newsroom.models import Access, Answer, Evidence, Source
from tests import factories

pytestmark = pytest.mark.django_db
NAMES = ("source", "attachment", "snapshot", "evidence", "answer")


@pytest.fixture
def editor():
    return factories.user("editor", staff=True)


@pytest.fixture
def rows(editor):
    """One row of each table, on a claim of the editor's story."""
    claim = factories.claim_on(factories.article(by=editor), "212,000 crowns", by=editor)
    evidence = factories.evidence(claim, by=editor, stance="contradicts", passage="211,000 crowns")
    source = evidence.source
    answer = attaching.answer(evidence, by=editor, text="That was the estimate.")
    shot = source.snapshots.create(asked="https://harbour.example", failure="no answer", by=editor)
    file = factories.attachment(source, by=editor)
    return dict(zip(NAMES, (source, file, shot, evidence, answer), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_each_is_listed_found_and_read(client_for, editor, rows, name: str) -> None:
    client, table = client_for(editor), reverse(f"admin:newsroom_{name}_changelist")
    change = reverse(f"admin:newsroom_{name}_change", args=[rows[name].pk])
    assert change in client.get(table, {"q": "harbour"}).content.decode()
    page = client.get(change)
    assert page.status_code == 200 and 'name="_save"' not in page.content.decode()
    assert client.get(reverse(f"admin:newsroom_{name}_add")).status_code == 403
    assert client.post(change, {}).status_code == 403
    assert client.post(reverse(f"admin:newsroom_{name}_delete", args=[rows[name].pk])).status_code == 403
    assert client.get(reverse(f"admin:newsroom_{name}_history", args=[rows[name].pk])).status_code == 302


@pytest.mark.parametrize("name", NAMES)
def test_what_hidden_stories_alone_have_is_not_there(client_for, editor, rows, name: str) -> None:
    assigning.restrict(rows["evidence"].claim.article, by=editor, access=Access.RESTRICTED)
    client = client_for(factories.user("editor", staff=True))
    change = reverse(f"admin:newsroom_{name}_change", args=[rows[name].pk])
    assert change not in client.get(reverse(f"admin:newsroom_{name}_changelist")).content.decode()
    assert client.get(change).status_code == 302  # Django says so in a message


def test_the_claims_page_shows_its_evidence(client_for, editor, rows) -> None:
    page = client_for(editor).get(reverse("admin:newsroom_claim_change", args=[rows["evidence"].claim_id]))
    assert "211,000 crowns" in page.content.decode()
    assert (Source.objects.count(), Evidence.objects.count(), Answer.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("name", NAMES)
def test_tables_cost_the_same_however_many_rows(
    client_for, editor, rows, name: str, django_assert_max_num_queries
) -> None:
    client, table = client_for(editor), reverse(f"admin:newsroom_{name}_changelist")
    claim = rows["evidence"].claim
    for n in range(3):
        other = factories.evidence(claim, by=factories.user("checker"), stance="contradicts")
        attaching.answer(other, by=editor, text="Old.")
        factories.attachment(other.source, by=editor, data=factories.PDF + bytes([n]))
        other.source.snapshots.create(asked="https://harbour.example", failure="no answer", by=editor)
    with django_assert_max_num_queries(8):
        client.get(table)


def test_a_search_box_for_evidence_asks_no_source_alone(client_for, editor, rows) -> None:
    claim = rows["evidence"].claim
    for _ in range(2):
        factories.evidence(claim, by=editor)
    asked = {"app_label": "newsroom", "model_name": "correction", "field_name": "evidence", "term": ""}
    found = client_for(editor).get(reverse("admin:autocomplete"), asked).json()["results"]  # zeal watches the queries
    assert len(found) == 3 and all("arbour" in row["text"] for row in found)
