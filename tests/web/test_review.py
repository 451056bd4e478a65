"""The review page: what it shows, marking, undoing, talking, and what the second person sees."""

import re
import uuid

import pytest
from django.test import Client
from django.utils.html import escape

from newsroom.domain import claiming, talking, workflow
from newsroom.models import Access, Article, Claim, Comment, Review, Role, Standing, Status, Thread
from newsroom.text.kinds import CHECKLISTS
from tests import factories

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def story() -> Article:
    return factories.article()


@pytest.fixture
def checker():
    return factories.user(Role.CHECKER)


def page(story: Article, claim: Claim | None = None) -> str:
    return f"/stories/{story.pk}/" + (f"?claim={claim.pk}" if claim else "")


def sent(claim: Claim, number: int = 0, **fields: str) -> dict[str, object]:
    """The card's form as the page filled it in."""
    claim.refresh_from_db()
    return {"anchor": claim.anchor_id, "number": number, "key": str(uuid.uuid4()), "comment": "", **fields}


# --- The page ---


def test_page_shows_every_block_and_every_claim_on_its_words(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    html = client.get(page(story)).content.decode()
    for claim in Claim.objects.filter(article=story):
        assert f'id="claim-{claim.pk}"' in html
        assert f'id="letter-{claim.pk}"' in html
    assert html.count('id="block-') == len(story.current.blocks)
    assert html.count("<h1") == 1


def test_chosen_claim_is_open_in_rail_and_story(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story, 3)
    response = client.get(page(story, claim))
    assert response.context["selected"].id == claim.pk
    html = response.content.decode()
    assert html.count('id="card"') == 1
    assert 'class="open proposed on"' in html


def test_first_claim_with_work_is_open_by_default(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    factories.mark(factories.claim(story, 0), by=checker)
    assert client.get(page(story)).context["selected"].id == factories.claim(story, 1).pk


def test_htmx_gets_the_card_alone_and_is_told_where_it_goes(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story, 2)
    response = client.get(page(story, claim), headers=HTMX)
    assert "<html" not in response.content.decode()
    assert response["HX-Retarget"] == f"#claim-{claim.pk}"
    assert "HX-Request" in response["Vary"]


def test_history_restore_gets_the_whole_page(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    response = client.get(page(story), headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<html" in response.content.decode()


@pytest.mark.parametrize("claim", ["0", "999999", "x", "9" * 40, "-1", "²"])
def test_nonsense_in_the_address_opens_the_first_claim(client: Client, story: Article, checker, claim: str) -> None:
    client.force_login(checker)
    assert client.get(page(story), {"claim": claim}).status_code == 200
    assert client.get(page(story), {"claim": claim}, headers=HTMX).status_code == 404


def test_claim_of_another_story_is_not_opened_here(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    other = factories.claim(factories.article())
    assert client.get(page(story, other), headers=HTMX).status_code == 404


def test_story_without_claims_says_so(client: Client, checker) -> None:
    client.force_login(checker)
    story = factories.article(text="Why?", headline="Really?")
    Claim.objects.filter(article=story).update(dismissed=True)
    response = client.get(page(story))
    assert response.status_code == 200
    assert "No claim here" in response.content.decode()


@pytest.mark.parametrize("address", ["", "changes/", "claims/new/"])
def test_hidden_story_is_not_there(client: Client, checker, address: str) -> None:
    editor = factories.user(Role.EDITOR)
    story = factories.article(by=editor, access=Access.RESTRICTED)
    client.force_login(checker)
    assert client.get(page(story) + address).status_code == 404
    client.force_login(editor)
    assert client.get(page(story) + address).status_code == 200


def test_hidden_claim_cannot_be_posted_to(client: Client, checker) -> None:
    story = factories.article(access=Access.RESTRICTED)
    claim = factories.claim(story)
    client.force_login(checker)
    for verb in ("mark", "undo", "accept", "dismiss", "take-back", "bounds"):
        assert client.post(f"/claims/{claim.pk}/{verb}/", sent(claim, verdict="sourced")).status_code == 404
    assert not Review.objects.exists()


@pytest.mark.parametrize("verb", ["mark", "undo", "accept", "dismiss", "take-back"])
def test_verbs_take_post_alone(client: Client, story: Article, checker, verb: str) -> None:
    client.force_login(checker)
    assert client.get(f"/claims/{factories.claim(story).pk}/{verb}/").status_code == 405


def test_page_takes_get_alone(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    assert client.post(page(story)).status_code == 405
    assert client.post(page(story) + "changes/").status_code == 405


# --- The card ---


def test_the_card_asks_what_its_kinds_ask(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim_on(story, "212,000 crowns", kinds=("money", "superlative"))
    html = client.get(page(story, claim)).content.decode()
    assert html.index("<b>Superlative</b>") < html.index("<b>Money</b>")  # the riskier first
    for kind in ("money", "superlative"):
        for question in CHECKLISTS[kind]:
            assert escape(question) in html
    for question in CHECKLISTS["date"]:
        assert escape(question) not in html
    assert "Made by a person, not proposed." in html


def test_the_card_says_which_rule_proposed_it_and_how_the_speaker_was_found(
    client: Client, story: Article, checker
) -> None:
    client.force_login(checker)
    claim = Claim.objects.filter(article=story, quote__speaker="Marta Lindqvist").exclude(rule="")[0]
    assert claim.quote is not None and claim.quote.rule
    html = client.get(page(story, claim)).content.decode()
    assert f"Proposed by the rule “{escape(claim.rule)}”." in html
    assert f"The speaker was found by “{escape(claim.quote.rule)}”." in html


def test_the_card_shows_the_words_that_sound_like_opinion(client: Client, checker) -> None:
    client.force_login(checker)
    story = factories.article(text="It was an absurd, shameful and ridiculous plan. The pier has 9 lamps.")
    hinted = Claim.objects.exclude(hint="").filter(article=story).first()
    plain = Claim.objects.get(article=story, wording__contains="lamps")
    assert hinted is not None
    html = client.get(page(story, hinted)).content.decode()
    assert "<b>opinion?</b> words of opinion: “absurd”" in html
    assert "opinion?" not in client.get(page(story, plain)).content.decode()


def test_the_card_names_its_risks(client: Client, checker) -> None:
    client.force_login(checker)
    story = factories.article(text="Hollis Brand was convicted of fraud in 2019.")
    claim = Claim.objects.get(article=story, legal=True)
    assert '<span class="risk">legal risk</span>' in client.get(page(story, claim)).content.decode()


# --- Filters ---


def shown(response) -> set[int]:
    """The claims in the rail that are not hidden."""
    return set(map(int, re.findall(r'<li id="claim-(\d+)">', response.content.decode())))


def test_filters_hide_rows_and_count(client: Client, story: Article, checker) -> None:
    other = factories.user(Role.CHECKER)
    factories.mark(factories.claim(story, 0), by=checker)
    factories.mark(factories.claim(story, 1), by=other, verdict="disputed")
    client.force_login(checker)
    total = Claim.objects.filter(article=story).count()
    expected = {"open": total - 2, "mine": 1, "disputed": 1, "short": 1, "all": total}
    for show, count in expected.items():
        response = client.get(page(story), {"show": show})
        assert {tab["slug"]: tab["count"] for tab in response.context["tabs"]} == {**expected, "mine": None}
        assert len(shown(response)) == count


def test_filter_by_kind(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "ugliest bridge in the county", kinds=("superlative",))
    client.force_login(checker)
    response = client.get(page(story), {"show": "all", "kind": "superlative"})
    assert claim.pk in shown(response)
    assert shown(response) == set(Claim.objects.filter(kinds__kind="superlative").values_list("pk", flat=True))


CHOSEN = {"show": "all", "kind": "number", "order": "risk"}
KEPT = "show=all&amp;kind=number&amp;order=risk"


def forgetful(html: str) -> list[str]:
    """The links and forms of a page about claims that do not keep the filters `CHOSEN`."""
    links = re.findall(r'<a [^>]*href="([^"]*)"', html)
    about = [link for link in links if re.search(r"^\?claim=|/bounds/|/claims/new/|/paper/", link)]
    forms = re.findall(r'<form[^>]*action="(/(?:claims|quotes|threads|stories/\d+)/[^"]*)".*?</form>', html, re.S)
    assert about or forms
    bodies = re.findall(r'<form[^>]*action="/(?:claims|quotes|threads|stories/\d+)/.*?</form>', html, re.S)
    fields = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in CHOSEN.items())
    kept = [form for form, body in zip(forms, bodies, strict=True) if fields not in body]
    return [link for link in about if KEPT not in link] + kept


@pytest.fixture
def quoted(story: Article, checker) -> Claim:
    """A claim that has a number, a speaker, a mark of one's own and a comment: its card has every form."""
    claim = Claim.objects.filter(article=story, quote__isnull=False, kinds__kind="number").first()
    assert claim is not None
    factories.comment(claim, by=checker)
    factories.mark(claim, by=checker)
    return claim


def test_every_link_and_form_keeps_all_filters(client: Client, story: Article, checker, quoted: Claim) -> None:
    client.force_login(checker)
    asked = {**CHOSEN, "claim": str(quoted.pk)}
    whole = client.get(page(story), asked)
    assert forgetful(whole.content.decode()) == []
    assert re.search(rf'hx-get="[^"]*/changes/[^"]*{KEPT}"', whole.content.decode())
    card = client.get(page(story), asked, headers=HTMX)
    assert forgetful(card.content.decode()) == []
    kept = KEPT.replace("&amp;", "&")
    assert card["HX-Replace-Url"] == f"{page(story, quoted)}&{kept}"
    tabs = re.findall(r'class="chip"\s+href="\?show=\w+([^"]*)"', whole.content.decode())
    assert set(tabs) == {KEPT.removeprefix("show=all")}


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_every_act_keeps_all_filters(client: Client, story: Article, checker, quoted: Claim, headers) -> None:
    client.force_login(checker)
    kept = KEPT.replace("&amp;", "&")
    for at, fields in ((quoted, {"verdict": "opinion"}), (factories.claim(story), {"verdict": "opinion", "next": "1"})):
        number = 1 if at == quoted else 0
        response = client.post(f"/claims/{at.pk}/mark/", sent(at, number=number, **CHOSEN, **fields), headers=headers)
        if headers:
            assert response["HX-Replace-Url"].endswith(kept)
            assert forgetful(response.content.decode()) == []
        else:
            assert response["Location"].endswith(kept)
    undone = client.post(f"/claims/{quoted.pk}/undo/", sent(quoted, number=2, **CHOSEN), headers=headers)
    assert (undone["HX-Replace-Url"] if headers else undone["Location"]).endswith(kept)
    refused = client.post(f"/claims/{quoted.pk}/mark/", sent(quoted, number=3, **CHOSEN), headers=headers)
    assert refused.status_code == 422
    assert forgetful(refused.content.decode()) == []


def test_what_others_do_keeps_all_filters(client: Client, story: Article, checker, quoted: Claim) -> None:
    client.force_login(checker)
    now = version(story)
    factories.mark(quoted)
    number, name = (factories.claim_on(story, words) for words in ("40 hours", "Kell Bridge"))
    response = client.get(f"/stories/{story.pk}/changes/", {**CHOSEN, "since": now, "open": quoted.pk})
    html = response.content.decode()
    assert forgetful(html) == []
    assert f'<li id="claim-{number.pk}">' in html
    assert f'<li id="claim-{name.pk}" hidden>' in html


def test_save_and_next_stays_within_the_kind(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    numbers = list(Claim.objects.filter(article=story, kinds__kind="number"))
    form = sent(numbers[0], verdict="sourced", next="1", kind="number")
    response = client.post(f"/claims/{numbers[0].pk}/mark/", form)
    assert response["Location"] == f"{page(story, numbers[1])}&kind=number"
    for claim in numbers[1:]:
        factories.mark(claim, by=checker)
    form = sent(numbers[0], number=1, verdict="opinion", next="1", kind="number")
    html = client.post(f"/claims/{numbers[0].pk}/mark/", form, headers=HTMX).content.decode()
    assert "Nothing more to do in this list." in html


def test_by_risk_the_list_has_heads_and_a_chosen_order(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    html = client.get(page(story), {"show": "all", "order": "risk"}).content.decode()
    heads = re.findall(r'<li id="claim-\d+" data-head="([^"]+)"', html)
    assert heads[0] == "Quotes"
    assert len(heads) == len(set(heads)) > 2
    listed = [int(pk) for pk in re.findall(r'<li id="claim-(\d+)"', html)]
    assert listed != sorted(listed)
    assert "data-head" not in client.get(page(story)).content.decode()


def test_no_claim_is_open_where_none_is_asked_for(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    response = client.get(page(story), {"claim": "none"})
    assert response.status_code == 200
    html = response.content.decode()
    assert "verdict-sourced" not in html
    assert '<div id="card" hidden></div>' in html  # what the next card takes the place of


def test_dismissed_claims_have_a_filter_of_their_own(client: Client, story: Article, checker) -> None:
    claim = factories.claim(story)
    claiming.dismiss(claim, by=checker, reason="A figure of speech")
    client.force_login(checker)
    assert f'id="claim-{claim.pk}"' not in client.get(page(story)).content.decode()
    html = client.get(page(story), {"show": "dismissed"}).content.decode()
    assert f'id="claim-{claim.pk}"' in html
    assert "It is a claim after all" in html


# --- Marking ---


@pytest.mark.parametrize("verdict", ["sourced", "disputed", "opinion"])
def test_mark_without_htmx_goes_back_to_the_claim(client: Client, story: Article, checker, verdict: str) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    response = client.post(f"/claims/{claim.pk}/mark/", sent(claim, verdict=verdict, comment="Log, p. 4"))
    assert (response.status_code, response["Location"]) == (303, page(story, claim))
    claim.refresh_from_db()
    assert claim.standing == verdict
    review = Review.objects.get()
    assert (review.reviewer, review.comment, review.role, review.wording) == (
        checker,
        "Log, p. 4",
        "checker",
        claim.wording,
    )


def test_mark_and_next_goes_to_the_next_claim_with_work(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    factories.mark(factories.claim(story, 1), by=checker)
    response = client.post(
        f"/claims/{factories.claim(story, 0).pk}/mark/", sent(factories.claim(story, 0), verdict="sourced", next="1")
    )
    assert response["Location"] == page(story, factories.claim(story, 2))


def test_mark_with_htmx_swaps_row_words_progress_and_card(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    response = client.post(f"/claims/{claim.pk}/mark/", sent(claim, verdict="sourced"), headers=HTMX)
    html = response.content.decode()
    assert 'class="sourced on"' in html, "no proposal any more"
    for part in (f'id="row-{claim.pk}"', 'id="block-0"', 'id="progress"', 'id="tabs"', 'id="talk"', 'id="said"'):
        assert part in html
    assert f'id="row-{factories.claim(story, 1).pk}"' not in html
    assert "<html" not in html
    assert 'id="card"' not in html, "the card that is there stays"
    assert response["HX-Reswap"] == "none"
    assert 'name="number" value="1"' in html


def test_mark_with_htmx_from_a_card_with_older_words_brings_the_card(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim_on(story, "Kell Bridge")
    words = sent(claim, comment="Which bridge?")
    start, wider = story.current.text.index("over Kell Bridge"), "over Kell Bridge"
    span = {"start": start, "end": start + len(wider), "wording": wider}
    claiming.change_bounds(claim, by=checker, anchor=claim.anchor_id or 0, **span)
    response = client.post(f"/claims/{claim.pk}/mark/", words, headers=HTMX)
    html = response.content.decode()
    assert response["HX-Retarget"] == f"#claim-{claim.pk}"
    assert 'id="card"' in html
    assert "over Kell Bridge" in html


def test_mark_with_htmx_moves_on_when_asked(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim, following = factories.claim(story, 0), factories.claim(story, 1)
    response = client.post(f"/claims/{claim.pk}/mark/", sent(claim, verdict="sourced", next="1"), headers=HTMX)
    assert response["HX-Retarget"] == f"#claim-{following.pk}"
    assert response["HX-Replace-Url"] == page(story, following)


def test_last_mark_says_that_nothing_is_open(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    *others, last = Claim.objects.filter(article=story)
    for claim in others:
        factories.mark(claim, by=checker)
    html = client.post(f"/claims/{last.pk}/mark/", sent(last, verdict="sourced", next="1"), headers=HTMX).content
    assert "Nothing is open any more" in html.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_dispute_without_reason_is_refused_beside_the_box(
    client: Client, story: Article, checker, headers: dict[str, str]
) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    response = client.post(f"/claims/{claim.pk}/mark/", sent(claim, verdict="disputed"), headers=headers)
    assert response.status_code == 422
    html = response.content.decode()
    assert "a dispute needs a reason" in html
    assert 'value="disputed" checked' in html
    assert not Review.objects.exists()


def test_empty_post_is_refused(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    response = client.post(f"/claims/{claim.pk}/mark/", sent(claim))
    assert response.status_code == 422
    assert "Choose a mark, or write a comment." in response.content.decode()


def test_too_long_a_comment_is_refused_with_the_text_kept(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    response = client.post(f"/claims/{claim.pk}/mark/", sent(claim, comment="pier " * 5000))
    assert response.status_code == 422
    assert "pier pier pier" in response.content.decode()


def test_the_same_post_twice_is_one_mark(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    form = sent(claim, verdict="sourced", comment="Seen.")
    assert [client.post(f"/claims/{claim.pk}/mark/", form).status_code for _ in range(2)] == [303, 303]
    assert Review.objects.count() == 1


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_older_words_answer_409_with_both_versions_and_the_text(
    client: Client, story: Article, checker, headers: dict[str, str]
) -> None:
    client.force_login(checker)
    claim = factories.claim(story, 1)
    form = sent(claim, verdict="sourced", comment="I rang the harbour board.")
    before = claim.wording
    new = before.rsplit(" ", 2)[0]
    start = claim.start or 0
    claiming.change_bounds(
        claim,
        by=factories.user(Role.EDITOR),
        anchor=claim.anchor_id or 0,
        start=start,
        end=start + len(new),
        wording=new,
    )
    response = client.post(f"/claims/{claim.pk}/mark/", form, headers=headers)
    html = response.content.decode()
    assert response.status_code == 409
    assert not Review.objects.exists()
    assert "I rang the harbour board." in html
    assert before.split("“")[-1][:30] in html
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html))
    assert client.post(f"/claims/{claim.pk}/mark/", {**again, "comment": form["comment"]}).status_code == 303
    assert Review.objects.get().wording == new


def test_own_newer_mark_answers_409(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    form = sent(claim, verdict="opinion")
    factories.mark(claim, by=checker, verdict="sourced")
    assert client.post(f"/claims/{claim.pk}/mark/", form).status_code == 409
    assert Review.objects.count() == 1


def test_reporter_cannot_mark_but_can_comment(client: Client, story: Article) -> None:
    client.force_login(factories.user(Role.REPORTER))
    claim = factories.claim(story)
    response = client.post(f"/claims/{claim.pk}/mark/", sent(claim, verdict="sourced", comment="It is right."))
    assert response.status_code == 403
    assert "It takes the role" in response.content.decode()
    assert "It is right." in response.content.decode()
    assert client.post(f"/claims/{claim.pk}/mark/", sent(claim, comment="It is right.")).status_code == 303
    assert Comment.objects.get().text == "It is right."


def test_author_is_told_why_there_are_no_buttons(client: Client, checker) -> None:
    story = factories.article(authors=(checker,))
    client.force_login(checker)
    html = client.get(page(story)).content.decode()
    assert "somebody else marks it" in html
    assert 'name="verdict"' not in html
    assert "Change its words" in html
    assert "No fact here" not in html


def test_a_killed_story_is_read_and_talked_about_but_not_marked(client: Client, story: Article, checker) -> None:
    claim = factories.claim(story)
    factories.mark(claim, by=checker)
    workflow.move(story, by=factories.user(Role.EDITOR), to=Status.KILLED)
    client.force_login(checker)
    html = client.get(f"{page(story)}?claim={claim.pk}").content.decode()
    assert "This story was killed: you can comment, but not mark." in html
    assert f'href="/stories/{story.pk}/history/?what=story">Why</a>' in html
    for gone in ('name="verdict"', 'id="undo"', "No fact here", "Change its words", "Correct the speaker"):
        assert gone not in html
    response = client.post(f"/claims/{claim.pk}/mark/", sent(claim, verdict="opinion", comment="A late thought."))
    assert response.status_code == 422
    assert "An editor can move it back to checking" in response.content.decode()
    assert client.post(f"/claims/{claim.pk}/mark/", sent(claim, comment="Why was it killed?")).status_code == 303


@pytest.mark.parametrize("claims", [1, 12])
def test_a_mark_takes_ten_queries_however_many_claims(
    client: Client, checker, claims: int, django_assert_num_queries
) -> None:
    """Session, person with roles; the story, the claim and its marks; four rows; the rail. And here a savepoint, which
    is set and let go. The draft's words and the policy's rules are asked for but once."""
    story = factories.article(text=" ".join(f"The pier has {n} lamps." for n in range(claims)))
    client.force_login(checker)
    claim = factories.claim(story)
    client.post(f"/claims/{claim.pk}/mark/", sent(claim, verdict="sourced"), headers=HTMX)
    form = sent(claim, number=1, verdict="opinion")
    with django_assert_num_queries(12):
        client.post(f"/claims/{claim.pk}/mark/", form, headers=HTMX)


# --- Undo ---


def test_undo_withdraws_and_a_second_undo_repeats(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    factories.mark(claim, by=checker)
    assert client.post(f"/claims/{claim.pk}/undo/", sent(claim, number=1)).status_code == 303
    claim.refresh_from_db()
    assert claim.standing == Standing.OPEN
    client.post(f"/claims/{claim.pk}/undo/", sent(claim, number=2), headers=HTMX)
    claim.refresh_from_db()
    assert claim.standing == Standing.SOURCED
    assert Review.objects.count() == 3


def test_undo_is_offered_for_ones_own_mark_alone(client: Client, story: Article, checker) -> None:
    claim = factories.claim(story)
    factories.mark(claim, by=factories.user(Role.CHECKER))
    client.force_login(checker)
    assert 'id="undo"' not in client.get(page(story, claim)).content.decode()
    factories.mark(claim, by=checker)
    assert 'id="undo"' in client.get(page(story, claim)).content.decode()


def test_undo_without_the_forms_numbers_is_a_bad_request(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    assert client.post(f"/claims/{factories.claim(story).pk}/undo/").status_code == 400


# --- Talk ---


def test_comment_alone_is_a_comment_once(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    form = sent(claim, comment="Ask her which day it ends.")
    for _ in range(2):
        client.post(f"/claims/{claim.pk}/mark/", form)
    assert Comment.objects.get().text == "Ask her which day it ends."
    assert not Review.objects.exists()
    assert "Ask her which day it ends." in client.get(page(story, claim)).content.decode()


def test_what_people_type_is_escaped(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim(story)
    for text in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1) http://a.b/'"):
        client.post(f"/claims/{claim.pk}/mark/", sent(claim, comment=text))
    html = client.get(page(story, claim)).content.decode()
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert 'href="javascript' not in html


def test_thread_is_resolved_and_reopened_by_its_opener(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    thread = factories.comment(factories.claim(story), by=checker).thread
    assert client.post(f"/threads/{thread.pk}/resolve/").status_code == 303
    assert Thread.objects.get().resolved_at is not None
    client.post(f"/threads/{thread.pk}/resolve/", {"reopen": "1"})
    assert Thread.objects.get().resolved_at is None
    client.force_login(factories.user(Role.CHECKER))
    assert client.post(f"/threads/{thread.pk}/resolve/").status_code == 403


def test_hidden_thread_is_not_there(client: Client, checker) -> None:
    editor = factories.user(Role.EDITOR)
    story = factories.article(by=editor, access=Access.RESTRICTED)
    thread = talking.comment(factories.claim(story), by=editor, text="Secret", key=uuid.uuid4()).thread
    client.force_login(checker)
    assert client.post(f"/threads/{thread.pk}/resolve/").status_code == 404


# --- What others did ---


def changes(client: Client, story: Article, since: int, at: Claim | None = None, **headers: str):
    address = f"/stories/{story.pk}/changes/?since={since}" + (f"&open={at.pk}" if at else "")
    return client.get(address, headers=headers)


def version(story: Article) -> int:
    return Article.objects.get(pk=story.pk).version


def test_nothing_changed_is_304_and_three_queries(
    client: Client, story: Article, checker, django_assert_num_queries
) -> None:
    client.force_login(checker)
    now = version(story)
    with django_assert_num_queries(3):
        response = changes(client, story, now, **{"If-None-Match": f'"{now}"'})
    assert response.status_code == 304


def test_another_persons_mark_arrives_without_the_form(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim, untouched = factories.claim(story, 0), factories.claim(story, 1)
    now = version(story)
    factories.mark(claim, verdict="disputed", comment="The log says 38.")
    response = changes(client, story, now, at=claim, **{"If-None-Match": f'"{now}"'})
    html = response.content.decode()
    assert response.status_code == 200
    assert f'id="row-{claim.pk}"' in html
    assert f'id="row-{untouched.pk}"' not in html
    assert "The log says 38." in html
    assert 'id="talk"' in html
    assert "<textarea" not in html
    assert f"since={now + 1}" in html


def test_fresh_buttons_arrive_when_the_open_claim_is_put_aside_or_taken_back(
    client: Client, story: Article, checker
) -> None:
    client.force_login(checker)
    claim, other = factories.claim(story, 0), factories.user(Role.CHECKER)
    now = version(story)
    claiming.accept(claim, by=other)
    html = changes(client, story, now, at=claim).content.decode()
    assert '<div id="accept" hx-swap-oob="true"></div>' in html
    assert 'id="edit"' not in html
    now = version(story)
    claiming.dismiss(claim, by=other, reason="No fact")
    html = changes(client, story, now, at=claim).content.decode()
    assert f'action="/claims/{claim.pk}/take-back/"' in html
    assert 'name="verdict"' not in html
    assert f'id="claim-{claim.pk}"' not in html
    now = version(story)
    claiming.take_back(claim, by=other)
    html = changes(client, story, now, at=claim).content.decode()
    assert html.count('name="verdict"') == 3
    assert f'action="/claims/{claim.pk}/dismiss/"' in html
    assert f'id="claim-{claim.pk}"' not in html  # its place in the rail is there already
    assert f'id="row-{claim.pk}"' in html
    assert "<textarea" not in html


def test_fresh_buttons_are_for_the_words_that_the_page_showed(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    claim = factories.claim_on(story, "Kell Bridge")
    now, before = version(story), claim.anchor_id
    start = story.current.text.index("over Kell Bridge")
    words = {"start": start, "end": start + 16, "wording": "over Kell Bridge"}
    claim.refresh_from_db()
    claiming.change_bounds(claim, by=checker, anchor=claim.anchor_id or 0, **words)
    claiming.dismiss(claim, by=checker, reason="No fact")
    claiming.take_back(claim, by=checker)
    html = client.get(
        f"/stories/{story.pk}/changes/", {"since": now, "open": claim.pk, "anchor": before}
    ).content.decode()
    assert "It now reads “over Kell Bridge”." in html
    form = html[html.index(f'action="/claims/{claim.pk}/dismiss/"') :]
    assert f'name="anchor" value="{before}"' in form


def test_new_and_dismissed_claims_arrive(client: Client, story: Article, checker) -> None:
    client.force_login(checker)
    now = version(story)
    gone = factories.claim(story, 0)
    claiming.dismiss(gone, by=checker, reason="No fact")
    new = factories.claim_on(story, "Kell Bridge")
    before = Claim.objects.filter(article=story, dismissed=False, start__lt=new.start).last()
    html = changes(client, story, now).content.decode()
    assert f'<div id="claim-{gone.pk}" hx-swap-oob="delete">' in html
    assert before is not None
    assert f'hx-swap-oob="afterend:#claim-{before.pk}"><li id="claim-{new.pk}">' in html


@pytest.mark.parametrize("marked", [1, 8])
def test_changes_take_the_same_queries_however_many(
    client: Client, checker, marked: int, django_assert_num_queries
) -> None:
    story = factories.article(text=" ".join(f"The pier has {n} lamps." for n in range(9)))
    client.force_login(checker)
    now = version(story)
    claims = list(Claim.objects.filter(article=story)[:marked])
    for claim in claims:
        factories.mark(claim)
    changes(client, story, now, at=claims[0])  # the policy's rules are remembered
    with django_assert_num_queries(6):
        assert changes(client, story, now, at=claims[0]).status_code == 200


# --- A suspended mark, looked at again ---


def test_a_suspended_mark_shows_both_wordings_and_is_given_again_with_one_button(
    client: Client, story: Article, checker
) -> None:
    client.force_login(checker)
    claim = factories.claim_on(story, "Kell Bridge")
    factories.mark(claim, by=checker, comment="On the map.")
    start, wider = story.current.text.index("over Kell Bridge"), "over Kell Bridge"
    span = {"start": start, "end": start + len(wider), "wording": wider}
    claiming.change_bounds(claim, by=factories.user(Role.EDITOR), anchor=claim.anchor_id or 0, **span)
    html = client.get(page(story, claim)).content.decode()
    again = html[html.index('class="again"') :]
    assert again.index("Kell Bridge</q>") < again.index("over Kell Bridge</q>")
    fields = dict(re.findall(r'name="(\w+)"\s+value="([^"]*)"', again[: again.index("</form>")]))
    assert fields["verdict"] == "sourced"
    assert fields["comment"] == "On the map."
    assert client.post(f"/claims/{claim.pk}/mark/", fields).status_code == 303
    review = Review.objects.get(claim=claim, number=2)
    assert (review.wording, review.comment) == (wider, "On the map.")
    assert Claim.objects.get(pk=claim.pk).standing == "sourced"
    assert 'class="again"' not in client.get(page(story, claim)).content.decode()


def test_only_ones_own_suspended_mark_has_the_button(client: Client, story: Article, checker) -> None:
    claim = factories.claim_on(story, "Kell Bridge")
    factories.mark(claim)
    start, wider = story.current.text.index("over Kell Bridge"), "over Kell Bridge"
    span = {"start": start, "end": start + len(wider), "wording": wider}
    claiming.change_bounds(claim, by=factories.user(Role.EDITOR), anchor=claim.anchor_id or 0, **span)
    client.force_login(checker)
    html = client.get(page(story, claim)).content.decode()
    assert 'class="again"' in html
    assert 'id="again"' not in html


# --- Leads ---


def test_addresses_that_came_with_the_draft_are_on_the_card_and_only_the_webs_are_links(
    client: Client, story: Article, checker
) -> None:
    claim = factories.claim(story)
    claim.leads = [
        {"href": "https://log.example/<1>", "words": "the log"},
        {"href": "javascript:alert(1)", "words": ""},
    ]
    claim.save(update_fields=["leads"])
    client.force_login(checker)
    html = client.get(page(story, claim)).content.decode()
    assert 'href="https://log.example/&lt;1&gt;"' in html
    assert "<q>the log</q>" in html
    assert "javascript:alert(1)" in html
    assert 'href="javascript' not in html
