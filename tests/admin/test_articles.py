"""Stories in the admin: what an editor decides, and claims as CSV."""

import pytest
from django.urls import reverse
from zeal import zeal_ignore

from newsroom.domain import assigning, claiming, workflow
from newsroom.models import Access, Article, Event, Standing, Status
from tests import factories

pytestmark = pytest.mark.django_db
TABLE = reverse("admin:newsroom_article_changelist")
HEADER = (
    "article_id,draft_no,draft_sha256,claim_id,ordinal,part,start,end,exact,kind,speaker,risk_flags,"
    "effective_state,policy_result,policy_version,evidence_count,independent_count,open_threads,anchor_state,permalink"
)
INLINES = {"drafts-TOTAL_FORMS": 1, "drafts-INITIAL_FORMS": 1, "members-TOTAL_FORMS": 0, "members-INITIAL_FORMS": 0}


@pytest.fixture
def editor():
    return factories.user("editor", staff=True)


@pytest.fixture
def client(editor, client_for):
    return client_for(editor)


def page(article):
    return reverse("admin:newsroom_article_change", args=[article.pk])


def filled(client, article):
    """The form as it is shown, ready to be changed and sent."""
    form = client.get(page(article)).context["adminform"].form
    fields = {name: form[name].value() for name in ("byline", "authors", "desk", "status", "seen")}
    return fields | {"deadline": ""} | INLINES


def verbs(article):
    return list(Event.objects.filter(chain=f"article:{article.pk}").values_list("verb", flat=True))


def test_an_editor_assigns_a_story_through_the_verb(client, editor):
    story = factories.article()
    author = factories.user("reporter")
    change = {"byline": "By Ada Brekke", "authors": [author.pk], "desk": "City"}
    change |= {"deadline": "2026-05-04T18:30"}
    assert client.post(page(story), filled(client, story) | change).status_code == 302
    story.refresh_from_db()
    assert (story.byline, story.desk, list(story.authors.all())) == ("By Ada Brekke", "City", [author])
    assert story.deadline.isoformat() == "2026-05-04T18:30:00+00:00"
    assert "city" in story.folded
    assert verbs(story) == ["import", "assign"]
    event = Event.objects.get(verb="assign")
    assert event.account == editor
    assert event.data == {
        "authors": [author.pk], "byline": "By Ada Brekke", "desk": "City", "deadline": "2026-05-04T18:30:00+00:00",
    }  # fmt: skip


def test_marks_of_somebody_who_becomes_author_stop_counting(client):
    story, checker = factories.article(), factories.user("checker")
    claim = factories.claim(story)
    factories.mark(claim, by=checker)
    client.post(page(story), filled(client, story) | {"authors": [checker.pk]})
    claim.refresh_from_db()
    assert claim.standing == Standing.OPEN


def test_the_status_moves_along_the_table_of_moves_only(client):
    story = factories.cleared(factories.article())
    form = filled(client, story)
    with zeal_ignore():  # the verb locks the story, then the gate looks at it
        assert client.post(page(story), form | {"status": Status.READY}).status_code == 302
    assert verbs(story)[-1] == "move"
    refused = client.post(page(story), form | {"status": Status.PUBLISHED})
    assert "status" in refused.context["adminform"].form.errors
    story.refresh_from_db()
    assert story.status == Status.READY
    offered = refused.context["adminform"].form.fields["status"].choices
    assert [value for value, _label in offered] == ["ready", "checking", "queries-out", "signed", "killed"]


def test_a_move_that_comes_too_early_says_what_is_missing(client):
    story = factories.article()
    refused = client.post(page(story), filled(client, story) | {"status": Status.READY})
    said = refused.context["adminform"].form.non_field_errors()
    assert said[0] == "It can't be moved to “ready” yet:"
    assert len(said) > 3
    assert verbs(story) == ["import"]


def test_assigning_and_moving_in_one_go_are_two_events(client):
    story = factories.article()
    form = filled(client, story) | {"byline": "By Ada Brekke", "status": Status.KILLED}
    with zeal_ignore():  # two verbs, each of which locks the story
        assert client.post(page(story), form).status_code == 302
    assert verbs(story) == ["import", "assign", "move"]


def test_saving_an_unchanged_story_records_nothing(client):
    story = factories.article(byline="By Ada Brekke", desk="City")
    assert client.post(page(story), filled(client, story)).status_code == 302
    assert verbs(story) == ["import"]


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unseen(client):
    story, other = factories.article(byline="By Ada Brekke", desk="City"), factories.user("editor")
    form = filled(client, story) | {"desk": "Coast"}
    assigning.assign(story, by=other, authors=[other], byline="By Ines Okoro", desk="City", deadline=None)
    refused = client.post(page(story), form)
    shown = refused.context["adminform"].form
    assert "Somebody else saved this after your page was loaded" in refused.content.decode()
    assert shown.errors["byline"] == ["Stored now: “By Ines Okoro”."]
    assert shown.errors["authors"] == [f"Stored now: “{other}”."]
    assert shown.errors["desk"] == ["Stored now: “City”."]
    assert (shown["byline"].value(), shown["desk"].value()) == ("By Ada Brekke", "Coast")
    assert verbs(story) == ["import", "assign"]
    again = form | {"seen": shown["seen"].value()}
    with zeal_ignore():
        assert client.post(page(story), again).status_code == 302
    story.refresh_from_db()
    assert (story.byline, story.desk) == ("By Ada Brekke", "Coast")


def test_a_move_that_somebody_else_made_meanwhile_is_not_taken_back_unseen(client):
    """Every field of the form is sent, so an old page says “checking” without anybody's having meant it."""
    story = factories.article(desk="City")
    form = filled(client, story) | {"desk": "Coast"}
    workflow.move(story, by=factories.user("editor"), to=Status.KILLED)
    with zeal_ignore():
        refused = client.post(page(story), form)
    assert refused.context["adminform"].form.errors["status"] == ["Stored now: “killed”."]
    assert verbs(story) == ["import", "move"]
    story.refresh_from_db()
    assert (story.status, story.desk) == (Status.KILLED, "City")


def test_marks_given_meanwhile_stand_in_nobodys_way(client):
    story = factories.article()
    form = filled(client, story) | {"desk": "Coast"}
    factories.mark(factories.claim(story))
    assert client.post(page(story), form).status_code == 302


def test_what_is_not_in_the_form_does_not_change(client):
    story = factories.article(headline="Ferry back")
    forged = {"headline": "Ferry sunk", "access": "restricted", "words": 1, "language": "de"}
    client.post(page(story), filled(client, story) | forged)
    again = Article.objects.get(pk=story.pk)
    assert (again.headline, again.access, again.words, again.language) == (
        "Ferry back", "desk", story.words, "en",
    )  # fmt: skip


def test_others_than_editors_read_only(client_for):
    story = factories.article()
    for role in ("checker", "reporter", "legal"):
        client = client_for(factories.user(role, staff=True))
        assert "_save" not in client.get(page(story)).content.decode()
        assert client.post(page(story), {"byline": "Forged"} | INLINES).status_code == 403
    story.refresh_from_db()
    assert story.byline == ""


def test_the_list_counts_live_and_open_claims(client):
    story = factories.article()
    factories.mark(factories.claim(story))
    (row,) = client.get(TABLE).context["cl"].result_list
    live = story.claims.filter(dismissed=False).count()
    assert (row.live, row.open) == (live, live - 1)


def test_search_folds_case_beyond_ascii(client):
    factories.article(headline="ÅRETS FERJE er tilbake")
    for words in ("årets", "ÅRETS", "Ferje"):
        assert client.get(TABLE, {"q": words}).context["cl"].result_count == 1


def csv_of(client, *articles):
    sent = {"action": "export_claims", "_selected_action": [article.pk for article in articles]}
    return client.post(TABLE, sent)


def with_claims(*words, **story):
    """A story whose only live claims are on these words."""
    checker = factories.user("checker")
    article = factories.article(**story)
    for proposal in article.claims.all():
        claiming.dismiss(proposal, by=checker, reason="Not what this is about.")
    return article, [factories.claim_on(article, wording, by=checker, kinds=("number",)) for wording in words]


def test_csv_to_the_byte(client, settings):
    settings.SITE_URL = "https://desk.example"
    text = '=SUM(1;2) is no fact. Then came Åse Dahl, "3 boats".'
    story, (formula, quoted) = with_claims("=SUM(1;2)", 'Åse Dahl, "3 boats"', text=text, headline="Ferry")
    response = csv_of(client, story)
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="claims.csv"'
    first = f"{story.pk},1,{story.draft.sha256}"
    rest = ",open,short of the policy: 1 primary or 3 independent secondary needed,1,0,0,0,unchanged,https://desk.example/stories/"
    assert b"".join(response).decode() == (
        f"\ufeff{HEADER}\r\n"
        f"{first},{formula.pk},1,body,7,16,'=SUM(1;2),number,,{rest}{story.pk}/?claim={formula.pk}\r\n"
        f'{first},{quoted.pk},2,body,39,58,"Åse Dahl, ""3 boats""",number,,{rest}{story.pk}/?claim={quoted.pk}\r\n'
    )


def test_csv_leaves_out_hidden_stories_even_when_they_are_asked_for(client):
    chief = factories.user("editor")
    shown, hidden = factories.article(), factories.article(by=chief)
    assigning.restrict(hidden, by=chief, access=Access.RESTRICTED)
    lines = b"".join(csv_of(client, shown, hidden)).decode("utf-8-sig").splitlines()
    assert {line.partition(",")[0] for line in lines[1:]} == {str(shown.pk)}
    assert Event.objects.get(verb="export claims").data == {"articles": [shown.pk]}


def test_csv_is_there_for_whoever_may_see_and_says_who_took_it(client_for):
    checker, story = factories.user("checker", staff=True), factories.article()
    response = csv_of(client_for(checker), story)
    event = Event.objects.get(verb="export claims")
    assert (event.chain, event.account, event.data) == ("desk", checker, {"articles": [story.pk]})
    assert len(b"".join(response).splitlines()) == 1 + story.claims.count()
    guest = factories.user(staff=True, is_superuser=True)
    assert csv_of(client_for(guest), story).status_code == 403
    assert Event.objects.filter(verb="export claims").count() == 1


def test_csv_of_all_that_a_search_found(client):
    found, other = factories.article(headline="Ferry in May"), factories.article(headline="Bridge in June")
    sent = {"action": "export_claims", "_selected_action": [found.pk], "select_across": "1"}
    response = client.post(f"{TABLE}?q=ferry+in", sent)
    assert {line.partition(b",")[0] for line in b"".join(response).splitlines()[1:]} == {b"%d" % found.pk}
    assert other.claims.exists()


@pytest.mark.parametrize("stories", [1, 3])
def test_csv_costs_the_same_however_many_stories(client, stories, django_assert_num_queries):
    articles = [factories.article() for _number in range(stories)]
    with django_assert_num_queries(15):
        b"".join(csv_of(client, *articles))
