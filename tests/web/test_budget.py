"""Few queries on every page, and not one more when everything there doubles. Session, account and roles are among them.

The table is the one place where the queries of a look at a page are counted; what is posted is counted beside its verb.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.models import User
from tests.test_house import views
from tests.web.plenty import Plenty

MOST = 12
PEOPLE = ("editor", "checker", "reporter")
HTMX = {"HX-Request": "true"}
# The most that a page takes for anybody, in whatever way it is asked for.
QUERIES = {
    "accounts-settings": 2,
    "claims-bounds": 5,
    "claims-new": 4,
    "corrections-article": 5,
    "corrections-propose": 5,
    "coverage-article": 5,
    "drafts-compare": 7,
    "drafts-new": 3,
    "drafts-read": 6,
    "errata-article": 12,
    "evidence-answer": 7,
    "evidence-attach": 5,
    "evidence-change": 7,
    "evidence-withdraw": 7,
    "files-attachment": 3,
    "files-snapshot": 3,
    "files-source": 7,
    "gate-article": 12,
    "gate-publish": 12,
    "history-article": 8,
    "intake-imported": 10,
    "intake-new": 4,
    "paper-article": 12,
    "policy-read": 5,
    "queries-article": 4,
    "queries-ask": 5,
    "queries-index": 5,
    "queries-thread": 4,
    "review-article": 12,
    "review-changes": 11,
    "settlements-settle": 5,
    "signing-article": 12,
    "sources-edit": 3,
    "sources-index": 5,
    "sources-new": 2,
    "sources-source": 11,
    "sources-suggest": 3,
    "stories-details": 11,
    "stories-index": 7,
    "stories-kill": 4,
    "vault-destroy": 4,
    "vault-identity": 8,
    "vault-readers": 6,
    "vault-seal": 7,
}
# What else a page is asked; the names in braces are claims of `Plenty`.
ASKED: dict[str, tuple[str, ...]] = {
    "review-article": (
        *(f"?claim={{{name}}}" for name in ("lamps", "theft", "boats", "days", "piers")),
        *("?claim={ferry}&show=dismissed", "?claim={lamps}&show=mine&order=risk"),
    ),
    "review-changes": ("?since=0&open={lamps}&anchor=1", "?since=0&open={theft}", "?since=0&open={ferry}"),
    "stories-index": ("?q=ferry&mine=on&sort=deadline",),
    "sources-index": ("?q=letter&kind=document",),
    "sources-suggest": ("?source=letter",),
    "history-article": ("?what=marks&page=2",),
    "queries-index": ("?whose=all", "?whose=asked"),
    "corrections-article": ("?show=accepted",),
    "coverage-article": ("?class=number&at=9",),
}
IN_PARTS = ("review-article", "evidence-attach", "evidence-change", "sources-index", "stories-index")


def addresses(desk: Plenty) -> Iterator[tuple[str, str]]:
    """(URL name, address) of everything of our own that might be a page, in each way that it is asked for."""
    claims = {name: claim.pk for name, claim in desk.claims.items()}
    for view in views():
        name, named = view.name or "", list(view.pattern.converters)
        for source in (desk.source, desk.talks) if "source" in named else (desk.source,):
            parts = {**desk.parts(), "source": source.pk}
            path = reverse(name, kwargs={part: parts[part] for part in named})
            yield from ((name, path + query.format(**claims)) for query in ("", *ASKED.get(name, ())))


def measured(desk: Plenty, client_for: Callable[[User | None], Client]) -> dict[str, dict[tuple[str, str, bool], int]]:
    """URL name -> how many queries it takes to show that page to each person, by address; as a whole and in parts."""
    found: dict[str, dict[tuple[str, str, bool], int]] = defaultdict(dict)
    for who in PEOPLE:
        client = client_for(getattr(desk, who))
        for name, path in addresses(desk):
            for part in (False, True)[: 1 + (name in IN_PARTS)]:
                with CaptureQueriesContext(connection) as queries:
                    response = client.get(path, headers=HTMX if part else {})
                if response.streaming:
                    b"".join(response)  # a file is closed once it was read
                if response.status_code == 200:
                    found[name][path, who, part] = len(queries)
    return found


@pytest.mark.django_db
def test_few_queries_on_every_page_whatever_its_rows(client_for: Callable[[User | None], Client]) -> None:
    desk = Plenty(rows=1)
    desk.fill()
    desk.publish()
    desk.correct()
    client_for(desk.editor).get(reverse("gate-article", args=[desk.pk]))  # the policy is remembered
    few = {name: max(counts.values()) for name, counts in measured(desk, client_for).items()}
    desk.fill()
    desk.correct()
    many = {name: max(counts.values()) for name, counts in measured(desk, client_for).items()}
    assert few == many
    assert {name: count for name, count in many.items() if count > QUERIES.get(name, 0)} == {}
    assert many.keys() == QUERIES.keys() and max(QUERIES.values()) <= MOST
