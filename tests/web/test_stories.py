"""The list of stories, and what an editor sets about one."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.domain import assigning, claiming, workflow
from newsroom.models import Article, Claim, Event
from newsroom.web.stories import PAGE_SIZE
from tests import factories

pytestmark = pytest.mark.django_db

INDEX = reverse("stories-index")


@pytest.fixture
def editor():
    return factories.user("editor")


@pytest.fixture
def checker():
    return factories.user("checker")


@pytest.fixture
def page(client_for, checker):
    """`page(q="ferry")`: the list as the checker sees it."""

    def get(user=None, answer=200, **asked):
        response = client_for(user or checker).get(INDEX, asked)
        assert response.status_code == answer
        return response.content.decode()

    return get


def headlines(html):
    return [found.strip() for found in re.findall(r"<h2>\s*<a [^>]*>([^<]*)</a>\s*</h2>", html)]


# --- The list ---


def test_the_list_names_each_story_and_where_it_stands(page, editor, checker):
    text = "The pump cost 40 crowns. The pipe cost 30 crowns. The tap cost 20 crowns."
    story = factories.article(headline="Pump bill grows", byline="Inga Morrow", desk="City", by=editor, text=text)
    factories.mark(factories.claim(story), by=checker)
    html = page()
    assert headlines(html) == ["Pump bill grows"]
    assert f'href="{reverse("review-article", args=[story.pk])}"' in html
    for words in ("Inga Morrow", "City", f"{story.words} words", "checking"):
        assert words in html
    left = Claim.objects.filter(article=story, standing="open").count()
    assert left
    assert f"<b>{left}</b> open" in html
    assert f'aria-label="{left + 1} claims: 1 sourced, {left} open"' in html


def test_dismissed_claims_are_not_counted(page, checker):
    story = factories.article()
    before = Claim.objects.filter(article=story).count()
    claiming.dismiss(factories.claim(story), by=checker, reason="A figure of speech.")
    assert f"<b>{before - 1}</b> open" in page()


def test_a_story_without_byline_shows_its_authors(page):
    factories.article(authors=(factories.user("reporter", first_name="Hedda", last_name="Ness"),))
    assert "Hedda Ness" in page()


def test_an_overdue_story_says_so(page):
    factories.article(deadline=timezone.now() - timedelta(days=3))
    assert "overdue since" in page()


def test_newest_first_and_by_deadline(page, editor):
    now = timezone.now()
    for headline, days in (("Later", 9), ("Never", None), ("Soon", 1), ("Killed", -5)):
        deadline = None if days is None else now + timedelta(days=days)
        story = factories.article(headline=headline, deadline=deadline)
        if headline == "Killed":
            workflow.move(story, by=editor, to="killed")
    assert headlines(page()) == ["Killed", "Soon", "Never", "Later"]
    assert headlines(page(sort="deadline")) == ["Soon", "Later", "Never", "Killed"]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("FERRY", ["Ferry at last"]),
        ("last ferry", ["Ferry at last"]),
        ("ferry bridge", []),
        ("größe", ["GRÖSSE zählt"]),
        ("morrow", ["Ferry at last"]),
        ("foreign", ["GRÖSSE zählt"]),
        ("hedda", ["GRÖSSE zählt"]),
        ("ness größe", ["GRÖSSE zählt"]),
        ("%", []),
        ("_", []),
        ("  ", ["GRÖSSE zählt", "Ferry at last"]),
    ],
)
def test_search_finds_all_words_in_headline_byline_desk_and_authors(page, q, found):
    factories.article(headline="Ferry at last", byline="Inga Morrow", desk="City")
    author = factories.user("reporter", username="hn", first_name="Hedda", last_name="Ness")
    factories.article(headline="GRÖSSE zählt", desk="Foreign", authors=(author,))
    assert headlines(page(q=q)) == found


def test_what_was_searched_for_stays_in_the_box_and_can_be_cleared(page):
    factories.article()
    html = page(q='"><script>alert(1)</script>', status="ready")
    assert "<script>alert" not in html
    assert 'value="&quot;&gt;&lt;script&gt;' in html
    assert "No story matches." in html
    assert "Clear filters" in html


def test_filters_by_status_and_desk(page, editor):
    ready = factories.article(headline="Ready one", desk="City")
    factories.article(headline="Other one", desk="Sport")
    workflow.move(factories.cleared(ready), by=editor, to="ready")
    assert headlines(page(status="ready")) == ["Ready one"]
    assert headlines(page(desk="Sport")) == ["Other one"]
    assert headlines(page(desk="Sport", status="ready")) == []


def test_mine_is_what_i_wrote_marked_commented_or_am_a_member_of(page, editor, checker):
    factories.article(headline="Not mine")
    factories.article(headline="Written", authors=(checker,))
    factories.mark(factories.claim(factories.article(headline="Marked")), by=checker)
    factories.comment(factories.article(headline="Talked about"), by=checker)
    factories.comment(factories.claim(factories.article(headline="Claim talked about")), by=checker)
    invited = factories.article(headline="Invited", by=editor, access="restricted")
    assigning.restrict(invited, by=editor, access="restricted", members=[checker])
    factories.mark(factories.claim(factories.article(headline="Marked by another")))
    wanted = {"Written", "Marked", "Talked about", "Claim talked about", "Invited"}
    assert set(headlines(page(mine="on"))) == wanted


def test_a_story_that_one_may_not_see_is_in_no_list_no_count_and_no_desk(page, editor):
    factories.article(headline="Open secret", desk="City")
    factories.article(headline="Real secret", desk="Vault", by=editor, access="restricted")
    html = page(q="secret")
    assert headlines(html) == ["Open secret"]
    assert "<b>1</b> story" in html
    assert "Vault" not in html
    assert headlines(page(user=editor)) == ["Real secret", "Open secret"]
    assert "Vault" in page(user=editor)


def test_an_unknown_filter_is_named_beside_its_field_and_hides_nothing(page):
    factories.article(headline="Still here")
    html = page(desk="Nowhere", answer=422)
    assert 'id="id_desk_error"' in html
    assert headlines(html) == ["Still here"]


@pytest.mark.parametrize("asked", [{"q": "a\0b"}, {"q": "x" * 201}, {"sort": "price"}, {"status": "lost"}])
def test_hostile_filters_are_refused_with_a_sentence(client_for, checker, asked):
    response = client_for(checker).get(INDEX, asked)
    assert response.status_code == 422
    assert 'class="wrong"' in response.content.decode()


def test_a_hundred_words_can_be_searched_for(page):
    factories.article(headline="Banana")
    assert headlines(page(q="a " * 100)) == ["Banana"]
    assert headlines(page(q="a " * 99 + "x")) == []


def test_pages_keep_the_filters(page):
    for n in range(PAGE_SIZE + 1):
        factories.article(headline=f"Ferry {n:02}")
    first = page(q="ferry")
    assert len(headlines(first)) == PAGE_SIZE
    assert 'href="?q=ferry&amp;page=2"' in first
    assert headlines(page(q="ferry", page="2")) == ["Ferry 00"]
    assert 'href="?q=ferry&amp;page=1"' in page(q="ferry", page="2")
    assert headlines(page(q="ferry", page="99")) == ["Ferry 00"]
    assert len(headlines(page(q="ferry", page="soon"))) == PAGE_SIZE


def test_an_empty_desk_offers_to_bring_a_story_in_to_whoever_may(page, editor):
    assert "The desk is clear." in page(user=editor)
    empty = page(user=editor).partition('class="none"')[2]
    assert reverse("intake-new") in empty
    assert reverse("intake-new") not in page()


def test_an_account_without_a_role_is_told_whom_to_ask(page):
    factories.article(headline="Not for guests")
    html = page(user=factories.user())
    assert "Your account has no role yet." in html
    assert "Not for guests" not in html


def test_an_administrator_without_a_role_is_led_to_the_admin_and_not_to_an_administrator(page):
    html = page(user=factories.user(is_superuser=True, is_staff=True))
    assert f'href="{reverse("admin:index")}">To the admin</a>' in html
    assert "Ask an administrator" not in html


def test_htmx_gets_the_list_alone_and_the_browser_the_whole_page(client_for, checker):
    factories.article(headline="Ferry")
    client = client_for(checker)
    part = client.get(INDEX, headers={"HX-Request": "true"})
    assert headlines(part.content.decode()) == ["Ferry"]
    assert "<html" not in part.content.decode()
    assert "HX-Request" in part["Vary"]
    back = client.get(INDEX, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in back.content.decode()


def test_the_list_takes_no_post(client_for, checker):
    assert client_for(checker).post(INDEX).status_code == 405


def test_a_stranger_is_sent_to_the_sign_in(client_for):
    response = client_for(None).get(INDEX)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


# --- Details ---


@pytest.fixture
def story(editor):
    return factories.article(headline="Pump bill grows", by=editor, byline="Inga Morrow", desk="City")


def address(story):
    return reverse("stories-details", args=[story.pk])


@pytest.fixture
def send(client_for, editor, story):
    """`send(verb="assign", …)`: the answer to what the editor posts on the story's details page."""

    def post(**data):
        seen = Article.objects.get(pk=story.pk).version
        return client_for(editor).post(address(story), {"seen": seen, **data})

    return post


def names(people):
    return {person.username for person in people.all()}


def test_details_show_what_holds_now(client_for, editor, story):
    reporter = factories.user("reporter", username="hn", first_name="Hedda", last_name="Ness")
    deadline = timezone.now().replace(microsecond=0, second=0) + timedelta(days=1)
    assigning.assign(story, by=editor, authors=[reporter], byline="Inga", desk="City", deadline=deadline)
    html = client_for(editor).get(address(story)).content.decode()
    assert 'value="Inga"' in html
    assert f'value="{deadline:%Y-%m-%dT%H:%M}"' in html
    assert re.search(r'type="checkbox"\s+name="authors"\s+value="hn"\s+checked', html)
    assert '<option value="hn">Hedda Ness</option>' in html
    assert all(f'value="{move}"' in html for move in ("queries-out", "ready", "signed"))
    assert 'value="published"' not in html
    assert 'value="killed"' not in html


def test_an_editor_assigns_a_story(send, story):
    factories.user("reporter", username="hn")
    typed = {"byline": "Hedda Ness", "desk": "Sport", "deadline": "2031-04-05T06:07", "authors-more": "hn"}
    answer = send(verb="assign", **typed)
    assert (answer.status_code, answer["Location"]) == (303, address(story))
    story.refresh_from_db()
    assert (story.byline, story.desk) == ("Hedda Ness", "Sport")
    assert f"{story.deadline:%Y-%m-%d %H:%M}" == "2031-04-05 06:07"
    assert names(story.authors) == {"hn"}
    assert Event.objects.get(chain=f"article:{story.pk}", verb="assign").data["byline"] == "Hedda Ness"


@pytest.mark.parametrize("typed", ["hn, EVA", "hn,eva,", "Hedda Ness, eva@desk.example", " hn ,hn, eva"])
def test_authors_are_typed_by_user_name_address_or_full_name(send, story, typed):
    factories.user("reporter", username="hn", first_name="Hedda", last_name="Ness")
    factories.user("reporter", username="eva")
    assert send(verb="assign", **{"authors-more": typed}).status_code == 303
    assert names(story.authors) == {"hn", "eva"}


def test_an_unticked_author_is_taken_off_and_a_ticked_one_stays(send, editor, story):
    people = [factories.user("reporter", username=name) for name in ("hn", "eva")]
    assigning.assign(story, by=editor, authors=people, byline="", desk="", deadline=None)
    assert send(verb="assign", authors=["eva"]).status_code == 303
    assert names(story.authors) == {"eva"}


def test_an_author_who_has_left_stays_until_unticked(send, editor, story):
    gone = factories.user("reporter", username="gone")
    assigning.assign(story, by=editor, authors=[gone], byline="", desk="", deadline=None)
    gone.is_active = False
    gone.save()
    assert send(verb="assign", authors=["gone"]).status_code == 303
    assert names(story.authors) == {"gone"}
    assert send(verb="assign").status_code == 303
    assert names(story.authors) == set()
    assert send(verb="assign", authors=["gone"]).status_code == 422


def test_unknown_authors_are_named_beside_the_field_and_stay_typed(send, story):
    factories.user("reporter", username="hn")
    answer = send(verb="assign", byline="New byline", **{"authors-more": "hn, nobody such, <b>"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "no account called “nobody such”, “&lt;b&gt;”" in html
    assert 'value="nobody such, &lt;b&gt;"' in html
    assert 'value="New byline"' in html
    assert re.search(r'value="hn"\s+checked', html)
    story.refresh_from_db()
    assert story.byline == "Inga Morrow"


def test_a_name_that_two_people_have_needs_the_user_name(send, story):
    for username in ("hn1", "hn2"):
        factories.user("reporter", username=username, first_name="Hedda", last_name="Ness")
    assert send(verb="assign", **{"authors-more": "Hedda Ness"}).status_code == 422
    assert send(verb="assign", **{"authors-more": "hn2"}).status_code == 303
    assert names(story.authors) == {"hn2"}


def test_a_deadline_that_is_none_is_refused_beside_its_field(send):
    answer = send(verb="assign", deadline="soon")
    assert answer.status_code == 422
    assert 'id="id_deadline_error"' in answer.content.decode()


def test_an_editor_restricts_a_story_and_stays_a_member(send, editor, checker, story, client_for):
    assert client_for(checker).get(address(story)).status_code == 403
    assert send(verb="restrict", access="restricted").status_code == 303
    assert client_for(checker).get(address(story)).status_code == 404
    assert {member.user for member in story.members.all()} == {editor}
    invited = send(verb="restrict", access="restricted", **{"members-more": checker.username})
    assert invited.status_code == 303
    assert {member.user for member in story.members.all()} == {editor, checker}
    assert client_for(checker).get(address(story)).status_code == 403


def test_an_access_that_there_is_not_is_refused(send, story):
    assert send(verb="restrict", access="everybody").status_code == 422
    story.refresh_from_db()
    assert story.access == "desk"


def test_the_list_says_what_was_signed_over_and_where_somebody_dissents(client_for, editor, story):
    client = client_for(editor)
    clean = client.get(reverse("stories-index")).content.decode()
    assert "signed over open work" not in clean
    assert 'class="meta dissent"' not in clean
    factories.signature(story, "editor", override="It goes to print at six.")
    factories.dissent(story)
    html = client.get(reverse("stories-index")).content.decode()
    assert "signed over open work" in html
    assert 'class="meta dissent"' in html


def test_publishing_and_killing_are_asked_once_more(client_for, send, editor, story):
    factories.signed(story)
    html = client_for(editor).get(address(story)).content.decode()
    assert f'href="/stories/{story.pk}/publish/"' in html
    assert f'href="/stories/{story.pk}/kill/"' in html
    for status in ("published", "killed"):
        assert send(verb="move", to=status).status_code == 422
    story.refresh_from_db()
    assert story.status == "signed"


def test_a_story_is_killed_with_a_reason(client_for, editor, story):
    client, path = client_for(editor), f"/stories/{story.pk}/kill/"
    asked = client.get(path).content.decode()
    assert "An editor can move it back to checking." in asked
    seen = re.search(r'name="seen" value="(\d+)"', asked)[1]
    refused = client.post(path, {"seen": seen, "reason": " "})
    assert (refused.status_code, "Say why it is killed." in refused.content.decode()) == (422, True)
    assert Article.objects.get(pk=story.pk).status == "checking"
    for _twice in range(2):
        answer = client.post(path, {"seen": seen, "reason": "The source withdrew."}, follow=True)
        assert answer.redirect_chain == [(address(story), 303)]
    assert "Killed." in answer.content.decode()
    assert Article.objects.get(pk=story.pk).status == "killed"
    event = Event.objects.get(chain=f"article:{story.pk}", verb="move")
    assert event.data == {"from": "checking", "to": "killed", "reason": "The source withdrew."}
    assert "The source withdrew." in client.get(f"/stories/{story.pk}/history/").content.decode()


def test_killing_is_refused_to_others_after_a_newer_move_and_where_it_leads_nowhere(client_for, editor, story):
    path, sent = f"/stories/{story.pk}/kill/", {"seen": Article.objects.get(pk=story.pk).version, "reason": "No."}
    for role in ("reporter", "checker", "legal"):
        client = client_for(factories.user(role))
        assert client.get(path).status_code == client.post(path, sent).status_code == 403
    client = client_for(editor)
    for status in ("killed", "checking"):
        workflow.move(story, by=factories.user("editor"), to=status)
    assert client.post(path, sent).status_code == 409
    assert client.put(path).status_code == 405
    hidden = factories.article(access="restricted")
    assert client.get(f"/stories/{hidden.pk}/kill/").status_code == 404
    Article.objects.filter(pk=story.pk).update(status="published")
    html = client.get(path).content.decode()
    assert "can’t be killed from where it stands" in html
    assert "<textarea" not in html
    now = Article.objects.get(pk=story.pk).version
    assert client.post(path, {"seen": now, "reason": "No."}).status_code == 422
    assert Article.objects.get(pk=story.pk).status == "published"


def test_an_editor_moves_a_story_only_where_the_workflow_leads(send, story):
    factories.cleared(story)
    for _twice in range(2):
        assert send(verb="move", to="ready").status_code == 303
    assert Event.objects.filter(chain=f"article:{story.pk}", verb="move").count() == 1
    story.refresh_from_db()
    assert story.status == "ready"
    refused = send(verb="move", to="published")
    assert refused.status_code == 422
    assert 'class="wrong"' in refused.content.decode()
    story.refresh_from_db()
    assert story.status == "ready"


@pytest.mark.parametrize(
    "data", [{"verb": "assign", "authors": ["hn", "eva"]}, {"verb": "restrict", "access": "restricted"}]
)
def test_who_saves_over_another_editors_details_is_asked_first(send, editor, story, data):
    for name in ("hn", "eva"):
        factories.user("reporter", username=name)
    seen = Article.objects.get(pk=story.pk).version
    other = factories.user("editor")
    assigning.assign(story, by=other, authors=[], byline="Inga", desk="City", deadline=None)
    assigning.restrict(story, by=other, access="desk", members=[editor])
    answer = send(seen=seen, **data)
    assert answer.status_code == 409
    assert f"what {other.username} saved" in answer.content.decode()
    story.refresh_from_db()
    assert (story.byline, story.access, names(story.authors)) == ("Inga", "desk", set())
    fields = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)">', answer.content.decode())
    again = {name: [value for other, value in fields if other == name] for name, _value in fields}
    assert send(**again).status_code == 303
    assert names(story.authors) == set(data.get("authors", []))


def test_marks_meanwhile_do_not_hold_up_the_details(send, story):
    seen = Article.objects.get(pk=story.pk).version
    factories.mark(factories.claim(story))
    assert send(verb="assign", byline="Hedda Ness", seen=seen).status_code == 303


def test_a_post_without_a_verb_is_a_bad_request(send):
    assert send(byline="x").status_code == 400
    assert send(verb="delete").status_code == 400


@pytest.mark.parametrize("role", ["reporter", "checker", "legal"])
def test_only_editors_get_to_the_details(client_for, story, role):
    client = client_for(factories.user(role))
    for answer in (client.get(address(story)), client.post(address(story), {"verb": "move", "to": "ready"})):
        assert answer.status_code == 403
        assert "It takes the role editor." in answer.content.decode()
    assert Article.objects.get().status == "checking"


def test_the_details_of_a_hidden_story_are_not_there(client_for, editor):
    hidden = factories.article(by=editor, access="restricted")
    another = client_for(factories.user("editor"))
    assert another.get(address(hidden)).status_code == 404
    assert another.post(address(hidden), {"verb": "move", "to": "ready"}).status_code == 404
    assert client_for(editor).get(address(hidden)).status_code == 200


def test_details_answer_get_and_post_alone(client_for, editor, story):
    assert client_for(editor).put(address(story)).status_code == 405


def test_the_details_of_a_restricted_story_say_who_opens_it(client_for):
    editor, story = factories.user("editor"), factories.article()
    client, page = client_for(editor), f"/stories/{story.pk}/details/"
    assert "can open it" not in client.get(page).content.decode()
    assigning.restrict(story, by=editor, access="restricted")
    assert f"can open it: <b>{editor}</b>" in re.sub(r"\s+", " ", client.get(page).content.decode())
