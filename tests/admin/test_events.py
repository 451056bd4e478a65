"""The audit trail in the admin."""

import pytest
from django.urls import reverse

from newsroom.domain import exporting
from newsroom.models import Article, Event
from tests import factories

pytestmark = pytest.mark.django_db
TABLE = reverse("admin:newsroom_event_changelist")


def verbs(client, **asked):
    return [event.verb for event in client.get(TABLE, asked).context["cl"].result_list]


def test_the_desks_own_chain_shows_administrators_all_and_others_their_own_deeds(client_for):
    mine = factories.user("checker", staff=True)
    other = factories.user("editor", staff=True)
    chief = factories.user("editor", staff=True, is_superuser=True)
    exporting.export_claims(Article.objects.all(), by=mine)
    assert verbs(client_for(mine)) == ["export claims"]
    assert verbs(client_for(other)) == []
    assert verbs(client_for(chief)) == ["export claims", "open desk"]


def test_a_chain_is_found_by_its_name(client_for):
    first, second = factories.article(), factories.article()
    client = client_for(factories.user("checker", staff=True))
    assert len(verbs(client)) == 2
    (found,) = client.get(TABLE, {"q": f"article:{second.pk}"}).context["cl"].result_list
    assert found.chain == f"article:{second.pk}" != f"article:{first.pk}"


def test_a_page_shows_what_was_written(client_for):
    event = Event.objects.get(chain=f"article:{factories.article().pk}")
    client = client_for(factories.user("checker", staff=True))
    html = client.get(reverse("admin:newsroom_event_change", args=[event.pk])).content.decode()
    assert event.hash in html
    assert event.data["sha256"] in html
