"""Evidence on the card and on pages of its own: attach, change, withdraw, answer."""

import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from newsroom.domain import assigning, claiming
from newsroom.models import Access, Answer, Article, Claim, Evidence, Role, Source, User
from tests import factories

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


@pytest.fixture
def claim(checker: User) -> Claim:
    return factories.claim_on(factories.article(), "212,000 crowns", by=checker)


@pytest.fixture
def source(checker: User) -> Source:
    return factories.source(by=checker, title="Harbour register")


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def sent(claim: Claim, **fields: Any) -> dict[str, Any]:
    """The form as the page filled it in."""
    filled = {"key": str(uuid.uuid4()), "anchor": claim.anchor_id, "tier": "primary", "stance": "supports"}
    return {**filled, **fields}


def attach(client: Client, claim: Claim, headers: Any = None, **fields: Any):
    return client.post(f"/claims/{claim.pk}/evidence/", sent(claim, **fields), headers=headers)


def html(response: Any) -> str:
    return str(response.content.decode())


# --- The card ---


def test_the_card_says_what_there_is_and_offers_to_add(
    desk: Client, claim: Claim, checker: User, source: Source
) -> None:
    empty = html(desk.get(f"/stories/{claim.article_id}/?claim={claim.pk}"))
    assert "No evidence yet." in empty and f"/claims/{claim.pk}/evidence/" in empty
    factories.evidence(claim, by=checker, source=source, locator="p. 14", passage="212,000 all told", tier="secondary")
    full = html(desk.get(f"/stories/{claim.article_id}/?claim={claim.pk}"))
    for words in ("Harbour register", "p. 14", "212,000 all told", "secondary", "supports", checker.initials):
        assert words in full
    assert "No evidence yet." not in full


def test_what_contradicts_stands_first_and_says_that_nobody_answered(desk: Client, claim: Claim, checker: User) -> None:
    factories.evidence(claim, by=checker)
    row = factories.evidence(claim, by=checker, stance="contradicts")
    page = desk.get(f"/stories/{claim.article_id}/?claim={claim.pk}")
    assert page.context["pieces"][0] == row and html(page).count("Nobody has answered this.") == 1
    desk.post(f"/evidence/{row.pk}/answer/", sent(claim, answer="The register is of 2019."))
    page = desk.get(f"/stories/{claim.article_id}/?claim={claim.pk}")
    assert "The register is of 2019." in html(page) and "Nobody has answered" not in html(page)


def test_what_was_withdrawn_is_folded_away_with_the_reason(desk: Client, claim: Claim, checker: User) -> None:
    row = factories.evidence(claim, by=checker)
    response = desk.post(f"/evidence/{row.pk}/withdraw/", sent(claim, reason="Wrong year."))
    assert (response.status_code, response["Location"]) == (303, f"/stories/{claim.article_id}/?claim={claim.pk}")
    page = html(desk.get(response["Location"]))
    assert "1 changed or withdrawn" in page and "Wrong year." in page


def test_a_reporter_reads_it_and_adds_none(client: Client, claim: Claim, checker: User) -> None:
    client.force_login(factories.user(Role.REPORTER))
    row = factories.evidence(claim, by=checker)
    page = html(client.get(f"/stories/{claim.article_id}/?claim={claim.pk}"))
    assert str(row.source) in page and "add-evidence" not in page and "/withdraw/" not in page
    assert client.get(f"/claims/{claim.pk}/evidence/").status_code == 403
    assert attach(client, claim, source=f"#{row.source_id}").status_code == 403
    assert Evidence.objects.count() == 1


def test_each_link_that_came_with_the_draft_is_one_step_away(desk: Client, claim: Claim) -> None:
    leads = [{"href": "https://harbour.example/costs", "words": "costs"}, {"href": "Harbour log", "words": ""}]
    Claim.objects.filter(pk=claim.pk).update(leads=leads)
    page = html(desk.get(f"/stories/{claim.article_id}/?claim={claim.pk}"))
    assert page.count("/evidence/?lead=") == 4  # a link and what htmx asks for, twice
    form = html(desk.get(f"/claims/{claim.pk}/evidence/?lead=0"))
    assert 'value="https://harbour.example/costs"' in form
    for nonsense in ("7", "x", "-1", "", "0000007", "9" * 5000):
        assert desk.get(f"/claims/{claim.pk}/evidence/?lead={nonsense}").status_code == 200


# --- Attaching ---


def test_without_script_the_form_is_a_page(desk: Client, claim: Claim, source: Source) -> None:
    page = html(desk.get(f"/claims/{claim.pk}/evidence/?show=open"))
    assert "<html" in page and claim.wording in page and 'name="show" value="open"' in page
    response = attach(desk, claim, source=f"Harbour register #{source.pk}", locator="p. 14", show="open")
    assert (response.status_code, response["Location"]) == (
        303, f"/stories/{claim.article_id}/?claim={claim.pk}&show=open",
    )  # fmt: skip
    assert Evidence.objects.get().source == source


def test_for_htmx_the_form_alone_comes_and_then_what_changed(desk: Client, claim: Claim, source: Source) -> None:
    form = html(desk.get(f"/claims/{claim.pk}/evidence/?anchor={claim.anchor_id}", headers=HTMX))
    assert form.lstrip().startswith("<form") and f'name="anchor" value="{claim.anchor_id}"' in form
    response = attach(desk, claim, HTMX, source="harbour register")
    said = html(response)
    assert (response.status_code, response["HX-Reswap"]) == (200, "none")
    for part in (
        'id="evidence" hx-swap-oob="true"',
        'id="weighed"',
        'id="attach" hx-swap-oob="true"',
        f'id="row-{claim.pk}"',
        "Saved.",
    ):
        assert part in said


def test_no_id_of_a_form_in_the_card_stands_on_the_page_already(desk: Client, claim: Claim, checker: User) -> None:
    row = factories.evidence(claim, by=checker, stance="contradicts")
    seen = re.compile(r'<(?!input type="hidden")[^>]* id="([^"]+)"')
    page = set(seen.findall(html(desk.get(f"/stories/{claim.article_id}/?claim={claim.pk}"))))
    assert "id_reason" in page  # of the dismissal
    one = f"/evidence/{row.pk}"
    for path in (f"/claims/{claim.pk}/evidence/", f"{one}/change/", f"{one}/withdraw/", f"{one}/answer/"):
        answer = desk.get(path, headers=HTMX)
        assert not page & set(seen.findall(html(answer))), path
        assert "HX-Request" in answer["Vary"]  # the whole page has the same address


@pytest.mark.parametrize("htmx", [HTMX, None])
def test_from_a_page_that_showed_other_words_the_form_comes_back_with_both(
    desk: Client, claim: Claim, checker: User, source: Source, htmx: Any
) -> None:
    """Attached or changed: nothing is kept, nothing typed is lost, and the next save is for the words as they are."""
    row = factories.evidence(claim, by=checker, source=source)
    shown = sent(claim, source=f"Harbour register #{source.pk}", locator="p. 14", note="In <full>.", stance="supports")
    start = claim.start or 0
    where = {"anchor": claim.anchor_id or 0, "start": start, "end": start + 7}
    claiming.change_bounds(claim, by=checker, wording="212,000", **where)
    claim.refresh_from_db()
    for address in (f"/claims/{claim.pk}/evidence/", f"/evidence/{row.pk}/change/"):
        before = Evidence.objects.count()
        refused = desk.post(address, shown, headers=htmx)
        page = html(refused)
        assert refused.status_code == 409 and Evidence.objects.count() == before
        assert "words changed from “212,000 crowns” to “212,000”" in page and "save it again" in page
        assert ">212,000 crowns</dd>" in page and ">212,000</dd>" in page
        assert f'name="anchor" value="{claim.anchor_id}"' in page and f'value="{shown["key"]}"' in page
        assert "In &lt;full&gt;." in page and 'value="p. 14"' in page and f"Harbour register #{source.pk}" in page
        saved = desk.post(address, {**shown, "anchor": claim.anchor_id, "anew": "1"}, headers=htmx)
        assert saved.status_code == (200 if htmx else 303) and Evidence.objects.count() == before + 1
        if htmx:  # the card showed the old words
            assert saved["HX-Retarget"] == f"#claim-{claim.pk}" and 'id="card"' in html(saved)
        shown["key"] = str(uuid.uuid4())


def test_the_same_post_twice_is_one_row(desk: Client, claim: Claim, source: Source) -> None:
    form = sent(claim, source="Harbour register")
    for _ in range(2):
        assert desk.post(f"/claims/{claim.pk}/evidence/", form).status_code == 303
    assert Evidence.objects.count() == 1


def test_an_address_becomes_a_page_with_a_snapshot_that_says_why_it_failed(desk: Client, claim: Claim) -> None:
    attach(desk, claim, source="https://harbour.example/costs", tier="secondary")
    made = Source.objects.get()
    assert (made.kind, made.address) == ("page", "https://harbour.example/costs")
    assert made.snapshots.get().failure
    assert "failed" in html(desk.get(f"/sources/{made.pk}/"))


@pytest.mark.parametrize(
    ("fields", "tier"),
    [
        ({"source": "https://harbour.example/costs"}, "secondary"),
        ({"source": "The costs, as posted", "new": "1", "kind": "page"}, "secondary"),
        ({"source": "Call with the board", "new": "1", "kind": "interview"}, "primary"),
        ({"source": "Harbour register"}, "primary"),
        ({"source": "https://harbour.example/costs", "tier": "tertiary"}, "tertiary"),
    ],
)
def test_where_nobody_says_how_near_it_stands_a_web_page_is_secondary(
    desk: Client, claim: Claim, source: Source, fields: dict[str, Any], tier: str
) -> None:
    attach(desk, claim, **{"tier": "", **fields})
    assert Evidence.objects.get().tier == tier


def test_the_card_shows_a_tier_and_the_page_says_what_becomes_of_none(desk: Client, claim: Claim) -> None:
    card = html(desk.get(f"/claims/{claim.pk}/evidence/", headers=HTMX))
    assert card.count(" checked") == 2 and "Not chosen" not in card  # supports, primary
    page = html(desk.get(f"/claims/{claim.pk}/evidence/"))
    assert page.count(" checked") == 1 and "Not chosen: a web page is secondary" in page


def test_a_file_becomes_a_document(desk: Client, claim: Claim) -> None:
    attach(desk, claim, file=SimpleUploadedFile("Letter of the board.pdf", factories.PDF))
    made = Source.objects.get()
    assert (made.title, made.kind, made.attachments.get().name) == (
        "Letter of the board", "document", "Letter of the board.pdf",
    )  # fmt: skip


def test_who_has_to_send_the_form_again_is_told_to_choose_the_file_again(desk: Client, claim: Claim) -> None:
    file = SimpleUploadedFile("Letter of the board.pdf", factories.PDF)
    for headers in (None, HTMX):
        response = attach(desk, claim, headers, file=file, locator="p. " * 60, passage="212,000 all told")
        assert response.status_code == 422 and "212,000 all told" in html(response)
        assert response.context["form"].errors["file"] == ["Nothing is kept yet: choose the file once more."]
    assert not Source.objects.exists()


def test_a_title_that_no_source_has_is_offered_to_be_made(desk: Client, claim: Claim) -> None:
    response = attach(desk, claim, source="Call with the board", passage="Yes, 212,000.")
    page = html(response)
    assert response.status_code == 422 and not Source.objects.exists()
    assert "A new source:" in page and 'name="new"' in page and "Yes, 212,000." in page
    assert not response.context["form"].errors and "is-invalid" not in page  # a question, not a fault
    assert attach(desk, claim, source="#99").status_code == 422
    assert 'name="new"' not in html(desk.get(f"/claims/{claim.pk}/evidence/"))
    assert attach(desk, claim, source="Call with the board", new="1", kind="interview").status_code == 303
    assert Source.objects.get().kind == "interview"


def test_a_calculation_is_worked_out_and_a_typed_result_that_differs_is_said_beside_it(
    desk: Client, claim: Claim
) -> None:
    sum_ = {"inputs": "yes = 212 (table of 4 July)\nall = 540", "formula": "percent(yes, all)"}
    wrong = attach(desk, claim, **sum_, result="41")
    assert wrong.status_code == 422 and wrong.context["form"].errors == {"result": ["The formula gives 39.2592592593."]}
    assert attach(desk, claim, **sum_, result="39").status_code == 303
    assert Evidence.objects.get().result == "39.2592592593"
    assert "percent(yes, all) = 39.2592592593" in html(desk.get(f"/stories/{claim.article_id}/?claim={claim.pk}"))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "source"),
        ({"source": "Harbour register", "tier": "best"}, "tier"),
        ({"source": "Harbour register", "stance": ""}, "stance"),
        ({"source": "Harbour register", "locator": "x" * 121}, "locator"),
        ({"source": "Harbour register", "key": "x"}, "key"),
        ({"formula": "1 +"}, "formula"),
        ({"formula": "yes", "inputs": "yes"}, "inputs"),
        ({"source": "Harbour register", "result": "3"}, "formula"),
        ({"file": SimpleUploadedFile("setup.exe", b"MZ\x90")}, "file"),
        ({"file": SimpleUploadedFile("empty.pdf", b"")}, "file"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    desk: Client, claim: Claim, source: Source, fields: dict[str, Any], field: str
) -> None:
    response = attach(desk, claim, **fields)
    assert response.status_code == 422 and list(response.context["form"].errors) == [field]
    assert not Evidence.objects.exists()


def test_what_the_desk_refuses_stands_in_the_form(desk: Client, claim: Claim, source: Source) -> None:
    Claim.objects.filter(pk=claim.pk).update(dismissed=True)
    response = attach(desk, claim, HTMX, source="Harbour register", passage="212,000")
    assert response.status_code == 422 and "This claim was dismissed" in html(response) and "212,000" in html(response)


# --- Changing, withdrawing, answering ---


def test_change_shows_what_stands_and_adds_a_row(desk: Client, claim: Claim, checker: User, source: Source) -> None:
    row = factories.evidence(claim, by=checker, source=source, locator="p. 14", tier="tertiary")
    page = html(desk.get(f"/evidence/{row.pk}/change/"))
    assert f'value="Harbour register #{source.pk}"' in page and 'value="p. 14"' in page
    assert 'value="tertiary" checked' in page
    response = desk.post(f"/evidence/{row.pk}/change/", sent(claim, source=f"#{source.pk}", locator="p. 41"))
    assert response.status_code == 303
    assert Evidence.objects.live().get().replaces == row


def test_the_slower_of_two_sees_both_versions(desk: Client, claim: Claim, checker: User, source: Source) -> None:
    row = factories.evidence(claim, by=checker, source=source)
    for locator, status in (("p. 1", 303), ("p. 2", 409)):
        form = sent(claim, source="Harbour register", locator=locator)
        response = desk.post(f"/evidence/{row.pk}/change/", form)
        assert response.status_code == status
    assert "changed this evidence meanwhile" in html(response)


@pytest.mark.parametrize(("page", "field"), [("withdraw", "reason"), ("answer", "answer")])
def test_a_reason_is_asked_for(desk: Client, claim: Claim, checker: User, page: str, field: str) -> None:
    row = factories.evidence(claim, by=checker, stance="contradicts")
    assert f'name="{field}"' in html(desk.get(f"/evidence/{row.pk}/{page}/"))
    assert html(desk.get(f"/evidence/{row.pk}/{page}/", headers=HTMX)).lstrip().startswith("<form")
    response = desk.post(f"/evidence/{row.pk}/{page}/", sent(claim, **{field: " "}))
    assert response.status_code == 422 and field in response.context["form"].errors


def test_an_author_is_not_offered_to_answer_and_can_not(client: Client, claim: Claim, checker: User) -> None:
    row = factories.evidence(claim, by=checker, stance="contradicts")
    author = factories.user(Role.CHECKER)
    claim.article.authors.add(author)
    Article.objects.filter(pk=claim.article_id).update(written_by=[author.pk])
    client.force_login(author)
    page = html(client.get(f"/stories/{claim.article_id}/?claim={claim.pk}"))
    assert "add-evidence" in page and "/answer/" not in page and "/withdraw/" not in page
    assert client.get(f"/evidence/{row.pk}/answer/").status_code == 403
    assert client.post(f"/evidence/{row.pk}/withdraw/", sent(claim, reason="No.")).status_code == 403
    assert not Answer.objects.exists() and Evidence.objects.live().count() == 1


def test_hidden_unknown_and_wrong_methods(desk: Client, claim: Claim, checker: User) -> None:
    row, editor = factories.evidence(claim, by=checker), factories.user(Role.EDITOR)
    pages = [f"/claims/{claim.pk}/evidence/", *(f"/evidence/{row.pk}/{do}/" for do in ("change", "withdraw"))]
    for page in (*pages, f"/evidence/{row.pk}/answer/"):
        assert desk.put(page).status_code == 405
    assert desk.get(f"/evidence/{uuid.uuid4()}/change/").status_code == 404
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    for page in (*pages, f"/evidence/{row.pk}/answer/"):
        assert desk.get(page).status_code == desk.post(page).status_code == 404


# --- What others do meanwhile, and what it costs ---


def test_the_open_card_gets_what_others_attached(desk: Client, claim: Claim) -> None:
    version = Article.objects.get(pk=claim.article_id).version
    factories.evidence(claim, by=factories.user(Role.LEGAL), passage="From the log")
    address = f"/stories/{claim.article_id}/changes/?since={version}&open={claim.pk}&anchor={claim.anchor_id}"
    said = html(desk.get(address, headers=HTMX))
    assert 'id="evidence" hx-swap-oob="true"' in said and "From the log" in said and 'id="attach"' not in said


@pytest.mark.parametrize("number", [1, 6])
def test_pages_take_the_same_queries_however_much_evidence(
    desk: Client, claim: Claim, checker: User, number: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(number):
        row = factories.evidence(claim, by=factories.user(Role.CHECKER), stance="contradicts" if n % 2 else "supports")
    pages = (
        f"/stories/{claim.article_id}/?claim={claim.pk}",
        f"/claims/{claim.pk}/evidence/",
        f"/evidence/{row.pk}/change/",
    )
    for page in pages:
        with django_assert_max_num_queries(12):
            desk.get(page)
