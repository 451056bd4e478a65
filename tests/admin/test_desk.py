"""Every table of the desk in the admin: who sees it, which rows, at what cost, and that nothing is written there."""

import uuid

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from newsroom.domain import assigning, claiming, correcting, quoting, registering, settling, workflow
from newsroom.models import (
    Access,
    Anchor,
    Article,
    Claim,
    Comment,
    Correction,
    Dismissal,
    Dissent,
    Draft,
    Erratum,
    Event,
    Member,
    Quote,
    Review,
    Settlement,
    SignOff,
    Status,
    Suspension,
    Thread,
)
from tests import factories

pytestmark = pytest.mark.django_db
APPEND_ONLY = [
    *(Draft, Anchor, Review, Suspension, Dismissal, Comment, Event),
    *(Settlement, Correction, SignOff, Dissent, Erratum),
]
TABLES = [Article, Member, Claim, Quote, Thread, *APPEND_ONLY]
MOST = 12


def page(model, kind="changelist", *args):
    return reverse(f"admin:newsroom_{model._meta.model_name}_{kind}", args=args)


def full_story(times=1, members=()):
    """A story on which everything has happened, `times` times: rows for every table."""
    editor = factories.user("editor")
    story = factories.article(by=editor)
    claim = factories.claim_on(story, "4 May")
    for number in range(times):
        factories.mark(claim)
        claim = change(claim, editor)
        factories.comment(claim, text=f"Who told us this? {number}")
        dull = factories.claim_on(story, "county", by=editor)
        claiming.take_back(claiming.dismiss(dull, by=editor, reason="No fact."), by=editor)
        speaker(story, editor, f"Somebody {number}")
        outcomes(story, editor, number)
    if members:
        assigning.restrict(story, by=editor, access=Access.RESTRICTED, members=members)
    return story


def outcomes(story, editor, number):
    """A settled dispute, a correction, an override, a dissent; then it is out, and put right."""
    claim = factories.claim_on(story, ("40 hours", "both pumps", "Little Quay", "engine", "bus")[number])
    factories.mark(claim, verdict="disputed")
    claim.refresh_from_db()
    marks = [mark.pk for mark in settling.differing(story, claim, by=editor)]
    shown = {"by": editor, "anchor": claim.anchor_id, "reason": "Rung up."}
    settling.settle(claim, verdict="sourced", reviews=marks, key=uuid.uuid4(), **shown)
    correcting.propose(claim, old=claim.wording, new="else", key=uuid.uuid4(), **shown)
    factories.signature(story, "editor", override="It is late.")
    factories.dissent(story)
    workflow.turn(Article.objects.get(pk=story.pk), Status.PUBLISHED, by=editor, role="editor")
    at, told = timezone.now(), {"kind": "correction", "cause": "overridden", "wording": "It was ten."}
    times = {"received_at": at, "published_at": at}
    registering.register(story, by=editor, key=uuid.uuid4(), decided_by=editor, claim=claim, **told, **times)
    Article.objects.filter(pk=story.pk).update(status="checking")


def change(claim, by):
    """Other bounds: a new anchor, and the marks are suspended."""
    claim = Claim.objects.select_related("draft").get(pk=claim.pk)
    end = claim.end + 1 if claim.wording == "4 May" else claim.end - 1
    return claiming.change_bounds(
        claim, by=by, anchor=claim.anchor_id, start=claim.start, end=end, wording=claim.draft.text[claim.start : end]
    )


def speaker(story, by, name):
    quote = factories.quote(story)
    return quoting.correct_speaker(quote, by=by, speaker=name, anchor=quote.anchor_id)


def rows(response):
    return list(response.context["cl"].result_list)


def test_every_model_of_the_desk_has_a_table():
    here = {model for model in admin.site._registry if model._meta.app_label == "newsroom"}
    elsewhere = {"User", "RoleGroup", "Policy", "Source", "Attachment", "Snapshot", "Evidence", "Answer"}
    assert {model.__name__ for model in here} == {model.__name__ for model in TABLES} | elsewhere


@pytest.mark.parametrize("model", TABLES)
def test_tables_and_pages_open_for_a_checker_with_links_to_the_story(model, client_for):
    checker = factories.user("checker", staff=True)
    story = full_story(members=[checker])
    client = client_for(checker)
    response = client.get(page(model))
    assert response.status_code == 200
    assert rows(response)
    for row in rows(response):
        shown = client.get(page(model, "change", row.pk))
        assert shown.status_code == 200
        if model not in (Article, Event):
            assert page(Article, "change", story.pk) in shown.content.decode()


@pytest.mark.parametrize("model", TABLES)
def test_tables_cost_the_same_with_one_story_and_with_three(model, client_for, django_assert_max_num_queries):
    checker = factories.user("checker", staff=True)
    client = client_for(checker)
    counts = []
    for stories in (1, 2):
        for _number in range(stories):
            full_story(members=[checker])
        with django_assert_max_num_queries(MOST) as queries:
            found = rows(client.get(page(model)))
        counts.append(len(queries))
    assert len(found) >= 3
    assert counts[0] == counts[1]


@pytest.mark.parametrize("model", TABLES)
def test_pages_cost_the_same_with_one_row_inside_and_with_three(model, client_for, django_assert_max_num_queries):
    checker = factories.user("checker", staff=True)
    client = client_for(checker)
    ContentType.objects.get_for_model(model)  # which Django remembers: the first look would cost one more
    counts = []
    for times in (1, 3):
        members = [checker, *(factories.user("legal") for _number in range(times))]
        story = full_story(times, members)
        latest = newest(model, story)
        with django_assert_max_num_queries(20) as queries:
            assert client.get(page(model, "change", latest.pk)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def newest(model, story):
    """A row of the story with many rows inside, for those tables whose pages show some."""
    if model is Claim:
        return story.claims.get(wording__startswith="4 May")
    if model is Thread:
        return story.threads.get()
    if model is Quote:
        return factories.quote(story)
    if model is Article:
        return story
    return model.objects.order_by("pk").last() if model is not Suspension else model.objects.latest("id")


@pytest.mark.parametrize("model", TABLES)
def test_a_restricted_story_has_no_rows_for_others_not_even_for_administrators(model, client_for):
    outsider = factories.user("editor", staff=True, is_superuser=True)
    insider = factories.user("checker", staff=True)
    full_story(members=[insider])
    hidden = rows(client_for(insider).get(page(model)))
    assert hidden
    client = client_for(outsider)
    assert not [row for row in rows(client.get(page(model))) if row in hidden]
    response = client.get(page(model, "change", hidden[0].pk))
    assert response.status_code == 302
    assert response.url == reverse("admin:index")


@pytest.mark.parametrize("model", TABLES)
def test_who_has_no_role_sees_no_table_not_even_administrators(model, client_for):
    full_story()
    for guest in (factories.user(staff=True), factories.user(staff=True, is_superuser=True)):
        client = client_for(guest)
        assert client.get(page(model)).status_code == 403
        assert page(model) not in client.get(reverse("admin:index")).content.decode()


@pytest.mark.parametrize("model", TABLES)
def test_who_is_not_of_the_staff_is_kept_out(model, client_for):
    response = client_for(None).get(page(model))
    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next={page(model)}"
    reporter = client_for(factories.user("reporter"))
    assert reporter.get(page(model), follow=True).status_code == 403


@pytest.mark.parametrize("model", TABLES)
def test_nothing_can_be_deleted(model, client_for):
    editor = factories.user("editor", staff=True, is_superuser=True)
    full_story(members=[editor])
    client = client_for(editor)
    row = rows(client.get(page(model)))[0]
    assert client.post(page(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    client.post(page(model), chosen)
    assert model.objects.filter(pk=row.pk).exists()
    assert "delete_selected" not in client.get(page(model)).content.decode()


@pytest.mark.parametrize("model", [Claim, Quote, Member, Thread, *APPEND_ONLY])
def test_pages_that_are_read_only_have_nothing_to_save(model, client_for):
    editor = factories.user("editor", staff=True, is_superuser=True)
    full_story(members=[editor])
    client = client_for(editor)
    row = rows(client.get(page(model)))[0]
    html = client.get(page(model, "change", row.pk)).content.decode()
    for button in ('name="_save"', 'name="_continue"', 'name="_addanother"', 'class="deletelink"', "_saveasnew"):
        assert button not in html
    assert client.post(page(model, "change", row.pk), {"wording": "forged"}).status_code == 403


@pytest.mark.parametrize("model", [Article, Claim, Quote, Member, Thread, Draft, Anchor, Suspension, Dismissal, Event])
def test_nothing_is_added_here_but_reviews_and_comments(model, client_for):
    client = client_for(factories.user("editor", staff=True, is_superuser=True))
    assert client.get(page(model, "add")).status_code == 403
    assert client.post(page(model, "add"), {}).status_code == 403


@pytest.mark.parametrize("model", TABLES)
def test_search_finds_and_does_not_find(model, client_for):
    checker = factories.user("checker", staff=True)
    full_story(members=[checker])
    client = client_for(checker)
    word = {Event: "import"}.get(model, "FERRY BACK")
    assert rows(client.get(page(model), {"q": word}))
    assert not rows(client.get(page(model), {"q": "unheard of"}))


@pytest.mark.parametrize("model", [Article, Claim, Event])
def test_no_filter_and_no_search_is_too_much(model, client_for):
    full_story()
    client = client_for(factories.user("checker", staff=True))
    for asked in ({"id__in": 10**30}, {"created_at__year": 10**30}, {"role": "a\0b"}, {"status__exact": "a\0b"}):
        assert client.get(page(model), asked, follow=True).status_code == 200, asked
    assert client.get(page(model), {"q": "harbour " * 3000}).status_code == 200
    asked = {"app_label": "newsroom", "model_name": "review", "field_name": "claim", "term": "a\0b"}
    assert client.get(reverse("admin:autocomplete"), asked).status_code == 200


@pytest.mark.parametrize("model", TABLES)
def test_every_filter_opens_and_every_choice_has_a_name(model, client_for):
    checker = factories.user("checker", staff=True)
    full_story(members=[checker])
    client = client_for(checker)
    shown = client.get(page(model)).context["cl"]
    for filters in shown.filter_specs:
        choices = list(filters.choices(shown))
        assert all(str(choice["display"]) for choice in choices)
        assert client.get(page(model) + choices[-1]["query_string"]).status_code == 200


def test_marks_are_filtered_by_the_role_they_were_made_in(client_for):
    claim = factories.claim(factories.article())
    lawyer = factories.mark(claim, by=factories.user("legal"))
    factories.mark(claim)
    client = client_for(factories.user("checker", staff=True))
    assert rows(client.get(page(Review), {"role": "legal"})) == [lawyer]
    assert len(rows(client.get(page(Review)))) == 2


def test_search_boxes_offer_only_what_the_person_may_see(client_for):
    checker = factories.user("checker", staff=True)
    shown, hidden = full_story(), full_story(members=[factories.user("legal")])
    asked = {"app_label": "newsroom", "model_name": "review", "field_name": "claim", "term": "4 May"}
    answer = client_for(checker).get(reverse("admin:autocomplete"), asked).json()
    offered = {int(result["id"]) for result in answer["results"]}
    assert offered == set(shown.claims.filter(wording__contains="4 May").values_list("pk", flat=True))
    assert hidden.claims.filter(wording__contains="4 May").exists()
    guest = client_for(factories.user(staff=True))
    assert guest.get(reverse("admin:autocomplete"), asked).status_code == 403


@pytest.mark.parametrize("model", TABLES)
def test_history_is_the_audit_trail_and_hidden_rows_have_none(model, client_for):
    checker = factories.user("checker", staff=True)
    story = full_story(members=[checker])
    client = client_for(checker)
    row = newest(model, story)
    trail = client.get(page(model, "history", row.pk), follow=True)
    assert trail.redirect_chain
    events = rows(trail)
    if model is Claim:
        assert {event.object for event in events} == {f"claim:{row.pk}"}
    else:
        assert {event.chain for event in events} == {f"article:{story.pk}"}
    outsider = client_for(factories.user("checker", staff=True))
    assert outsider.get(page(model, "history", row.pk)).status_code == 404


def test_the_front_page_names_the_house_and_leads_back_to_the_desk(client_for):
    response = client_for(factories.user("checker", staff=True)).get(reverse("admin:index"))
    html = response.content.decode()
    assert '<a href="/">' in html
    assert "Django" not in html
    assert {page(model) for model in TABLES} <= set(html.split('"'))


def test_an_unknown_row_is_like_a_hidden_one(client_for):
    client = client_for(factories.user("checker", staff=True))
    assert client.get(page(Claim, "change", 10**6)).status_code == 302
    assert client.get(page(Review, "change", uuid.uuid4())).status_code == 302
