"""The list of sources, one of them, and what people change about it."""

import uuid
from typing import Any

import pytest
from django.test import Client

from newsroom.domain import assigning, attaching, sourcing
from newsroom.models import Access, Claim, Role, Source, User
from tests import factories

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


@pytest.fixture
def claim(checker: User) -> Claim:
    return factories.claim_on(factories.article(), "212,000 crowns", by=checker)


@pytest.fixture
def hidden() -> Claim:
    """A claim of a story that the checker does not see."""
    editor = factories.user(Role.EDITOR)
    claim = factories.claim_on(factories.article(by=editor, headline="Nobody knows this"), "212,000 crowns", by=editor)
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    return claim


def html(response: Any) -> str:
    return str(response.content.decode())


def facts(**fields: Any) -> dict[str, Any]:
    return {"version": 1, "title": "Minutes of 17 September", "kind": "document", **fields}


# --- The list ---


def test_the_list_says_what_each_is_and_how_many_claims_rest_on_it(desk: Client, claim: Claim, checker: User) -> None:
    source = factories.source(by=checker, title="Harbour register", publisher="Harbour board")
    factories.source(by=checker, title="A letter", code="K-7")
    for _ in range(2):
        row = factories.evidence(claim, by=checker, source=source)
    attaching.withdraw(row, by=checker, key=uuid.uuid4(), reason="Twice.")
    page = desk.get("/sources/")
    assert page.context["rows"] == [(Source.objects.get(code="K-7"), 0), (source, 1)]
    for words in (
        "Harbour board",
        "confidential, K-7",
        "not used yet",
        "<b>1</b> claim",
        'aria-current="page">Sources',
    ):
        assert words in html(page)


def test_search_and_kind_narrow_it_and_htmx_gets_the_list_alone(desk: Client, checker: User) -> None:
    factories.source(by=checker, title="Harbour register", kind="data")
    factories.source(by=checker, title="Harbour letter")
    found = desk.get("/sources/?q=HARBOUR+reg&kind=data", headers=HTMX)
    assert [source.title for source, _ in found.context["rows"]] == ["Harbour register"]
    assert "<html" not in html(found) and found["Vary"].count("HX-Request") == 1
    assert "No source matches." in html(desk.get("/sources/?q=bridge"))
    assert desk.get("/sources/?kind=rumour").status_code == 422


def test_titles_are_in_order_whatever_their_case(desk: Client, checker: User) -> None:
    for title in ("ferry log", "Zebra", "ÉCLUSE", "Ferry", "écluse 2", "anchor"):
        made = factories.source(by=checker, title=title)
    order = [source.title for source, _ in desk.get("/sources/").context["rows"]]
    assert [title for title in order if title[0] not in "éÉ"] == ["anchor", "Ferry", "ferry log", "Zebra"]
    assert order.index("écluse 2") == order.index("ÉCLUSE") + 1
    sourcing.edit(made, by=checker, facts=sourcing.Facts("zoo"), version=made.version)
    assert desk.get("/sources/").context["rows"][-1][0].title in ("zoo", "écluse 2")


def test_an_empty_desk_says_what_to_do(desk: Client) -> None:
    assert "There is no source yet." in html(desk.get("/sources/"))


def test_pages_of_the_list_keep_the_filter(desk: Client, checker: User) -> None:
    for n in range(27):
        factories.source(by=checker, title=f"Letter {n:02}")
    page = html(desk.get("/sources/?q=letter&page=2"))
    assert "Letter 26" in page and "Letter 24" not in page and "q=letter&amp;page=1" in page


def test_only_what_one_may_know_of_is_listed_suggested_or_there(desk: Client, hidden: Claim) -> None:
    source = factories.evidence(hidden, by=hidden.article.members.get().user).source
    assert source.title not in html(desk.get("/sources/")) + html(desk.get(f"/sources/suggest/?source={source.title}"))
    for page in ("", "edit/"):
        assert desk.get(f"/sources/{source.pk}/{page}").status_code == 404
    assert desk.post(f"/sources/{source.pk}/edit/", facts()).status_code == 404
    assert desk.post(f"/sources/{source.pk}/delete/").status_code == 404


def test_suggestions_carry_the_number_that_says_which(desk: Client, checker: User) -> None:
    sources = [factories.source(by=checker, title="Minutes", publisher=f"Council {n}") for n in (1, 2)]
    found = html(desk.get("/sources/suggest/?source=minu"))
    for source in sources:
        assert f'value="Minutes #{source.pk}"' in found and source.publisher in found
    assert "<option" not in html(desk.get("/sources/suggest/?source=https://minutes.example"))
    assert desk.get("/sources/suggest/?source=min%00utes").status_code == 200, "a NUL is looked for in no database"
    assert found.count("<option") == 2 and desk.post("/sources/suggest/").status_code == 405


# --- One of them ---


def test_its_page_lists_every_claim_it_supports_or_contradicts_in_stories_one_sees(
    desk: Client, claim: Claim, hidden: Claim, checker: User
) -> None:
    source = factories.source(by=checker, title="Harbour register", address="https://harbour.example/r")
    factories.evidence(claim, by=checker, source=source, locator="p. 14", tier="tertiary", stance="contradicts")
    factories.evidence(hidden, by=hidden.article.members.get().user, source=source)
    factories.attachment(source, by=checker)
    page = html(desk.get(f"/sources/{source.pk}/"))
    for words in (claim.wording, claim.article.headline, "contradicts", "tertiary", "p. 14", "open", "letter.pdf"):
        assert words in page
    assert "Nobody knows this" not in page and page.count("SHA-256") == 1


def test_a_source_is_made_before_there_is_a_draft(desk: Client, checker: User) -> None:
    assert desk.get("/sources/new/").status_code == 200
    response = desk.post("/sources/new/", facts(dated="2026-09-17", person="Ada Brekke"))
    source = Source.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"/sources/{source.pk}/")
    assert (source.created_by, str(source.dated), source.person) == (checker, "2026-09-17", "Ada Brekke")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"kind": "rumour"}, "kind"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"code": "K-7", "person": "Jane"}, "person"),
        ({"code": "K-1"}, "code"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(desk: Client, checker: User, wrong: dict[str, str], field: str) -> None:
    factories.source(by=checker, code="K-1")
    response = desk.post("/sources/new/", facts(**wrong))
    assert response.status_code == 422 and list(response.context["form"].errors) == [field]
    assert Source.objects.count() == 1


def test_editing_changes_it_everywhere_and_the_slower_of_two_is_told(desk: Client, claim: Claim, checker: User) -> None:
    source = factories.source(by=checker, title="Minuts")
    factories.evidence(claim, by=checker, source=source)
    assert 'value="Minuts"' in html(desk.get(f"/sources/{source.pk}/edit/"))
    assert desk.post(f"/sources/{source.pk}/edit/", facts(title="Minutes")).status_code == 303
    assert ">Minutes</a>" in html(desk.get(f"/stories/{claim.article_id}/?claim={claim.pk}"))
    stale = desk.post(f"/sources/{source.pk}/edit/", facts(title="Other"))
    assert stale.status_code == 409 and 'name="version" value="2"' in html(stale)
    assert 'name="title" value="Other"' in html(stale)


def test_deleting_one_in_use_is_refused_and_lists_the_claims(desk: Client, claim: Claim, checker: User) -> None:
    source = factories.source(by=checker)
    factories.evidence(claim, by=checker, source=source)
    refused = desk.post(f"/sources/{source.pk}/delete/")
    assert refused.status_code == 422 and "so it stays" in html(refused) and claim.wording in html(refused)
    unused = factories.source(by=checker)
    gone = desk.post(f"/sources/{unused.pk}/delete/")
    assert (gone.status_code, gone["Location"]) == (303, "/sources/")
    assert not Source.objects.filter(pk=unused.pk).exists()


def test_who_may_not_change_anything_reads(client: Client, checker: User) -> None:
    source = factories.source(by=checker)
    client.force_login(factories.user(Role.REPORTER))
    assert client.get("/sources/").status_code == 200
    page = html(client.get(f"/sources/{source.pk}/"))
    assert "/edit/" not in page and "/delete/" not in page
    assert client.get("/sources/new/").status_code == client.get(f"/sources/{source.pk}/edit/").status_code == 403
    assert client.post(f"/sources/{source.pk}/delete/").status_code == 403


def test_wrong_methods(desk: Client, checker: User) -> None:
    source = factories.source(by=checker)
    assert desk.post("/sources/").status_code == desk.get(f"/sources/{source.pk}/delete/").status_code == 405
    assert desk.post(f"/sources/{source.pk}/").status_code == desk.put("/sources/new/").status_code == 405
