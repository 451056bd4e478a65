"""Claims as rows of a table."""

import pytest

from newsroom.domain import assigning, claiming, drafting, exporting, gate, ruling, talking, workflow
from newsroom.domain.permissions import Denied
from newsroom.domain.verifying import first_break
from newsroom.models import Access, Article, Event, Policy, User
from tests import factories

pytestmark = pytest.mark.django_db
NAMES = exporting.COLUMNS


def exported(*articles, by):
    chosen = Article.objects.filter(pk__in=[article.pk for article in articles])
    header, *rows = exporting.export_claims(chosen, by=by)
    assert header == NAMES
    return [dict(zip(NAMES, row, strict=True)) for row in rows]


def test_one_row_for_each_live_claim_with_everything_the_desk_knows(settings):
    settings.SITE_URL = "https://desk.example"
    checker = factories.user("checker")
    story = factories.article(text="The pumps cost 212,000 crowns. Nobody was hurt, said Marta Lindqvist.")
    claim = factories.claim_on(story, "212,000 crowns", by=checker, kinds=("money", "number"))
    claim.legal = claim.minor = True
    claim.save()
    register = factories.evidence(claim, by=checker, locator="p. 4").source
    factories.evidence(claim, by=checker, source=register, locator="p. 9")
    factories.mark(claim, by=checker)
    factories.comment(claim)
    talking.resolve(factories.comment(factories.claim(story)).thread, by=factories.user("editor"))
    rows = exported(story, by=checker)
    assert [row["ordinal"] for row in rows] == list(range(1, story.claims.count() + 1))
    row = next(row for row in rows if row["claim_id"] == claim.pk)
    assert row == {
        "article_id": story.pk,
        "draft_no": 1,
        "draft_sha256": story.draft.sha256,
        "claim_id": claim.pk,
        "ordinal": row["ordinal"],
        "part": "body",
        "start": claim.start,
        "end": claim.end,
        "exact": "212,000 crowns",
        "kind": "money number",
        "speaker": "",
        "risk_flags": "legal minor",
        "effective_state": "sourced",
        "policy_result": "meets policy",
        "policy_version": 1,
        "evidence_count": 2,
        "independent_count": 1,
        "open_threads": 1,
        "anchor_state": "unchanged",
        "permalink": f"https://desk.example/stories/{story.pk}/?claim={claim.pk}",
    }
    assert sum(row["open_threads"] for row in rows) == 1  # the resolved one is not waiting


def test_in_text_order_without_dismissed_claims():
    checker = factories.user("checker")
    story = factories.article()
    late = factories.claim_on(story, "Tuesday", by=checker)
    early = factories.claim_on(story, "4 May", by=checker)
    gone = claiming.dismiss(factories.claim_on(story, "ugliest"), by=checker, reason="A figure of speech.")
    rows = exported(story, by=checker)
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    ids = [row["claim_id"] for row in rows]
    assert ids.index(early.pk) < ids.index(late.pk)
    assert gone.pk not in ids
    assert [row["ordinal"] for row in rows] == list(range(1, len(rows) + 1))


def test_the_speaker_is_that_of_the_quote_it_stands_in():
    story = factories.article()
    quote = factories.quote(story)
    claim = factories.claim_on(story, "tested them for 40 hours")
    assert claim.quote == quote
    rows = {row["claim_id"]: row for row in exported(story, by=factories.user("reporter"))}
    assert rows[claim.pk]["speaker"] == "Marta Lindqvist"


def test_headline_and_body_are_parts():
    story = factories.article(headline="Ferry back after 9 weeks")
    factories.claim_on(story, "9 weeks")
    assert {row["part"] for row in exported(story, by=factories.user("legal"))} >= {"headline", "body"}


def test_a_restricted_story_is_left_out_for_all_but_its_members():
    editor, checker = factories.user("editor"), factories.user("checker")
    shown, hidden = factories.article(), factories.article(by=editor)
    assigning.restrict(hidden, by=editor, access=Access.RESTRICTED)
    assert {row["article_id"] for row in exported(shown, hidden, by=checker)} == {shown.pk}
    assert Event.objects.get(verb="export claims").data == {"articles": [shown.pk]}
    assert {row["article_id"] for row in exported(shown, hidden, by=editor)} == {shown.pk, hidden.pk}


def test_an_export_is_recorded_before_the_first_row_is_read():
    checker, story = factories.user("checker"), factories.article()
    exporting.export_claims(Article.objects.filter(pk=story.pk), by=checker)
    event = Event.objects.get(verb="export claims")
    assert (event.chain, event.account, event.object) == ("desk", checker, f"user:{checker.pk}")
    assert event.data == {"articles": [story.pk]}
    assert first_break("desk") == ""


def test_without_a_role_it_is_denied_and_not_recorded():
    guest = factories.user()
    with pytest.raises(Denied):
        exporting.export_claims(Article.objects.all(), by=guest)
    assert not Event.objects.filter(verb="export claims").exists()


def test_an_order_or_a_slice_of_the_caller_does_no_harm():
    first, _second = factories.article(), factories.article()
    _header, *rows = exporting.export_claims(Article.objects.order_by("pk")[:1], by=factories.user("checker"))
    assert {row[0] for row in rows} == {first.pk}


@pytest.mark.parametrize("stories", [1, 3])
def test_queries_do_not_grow(stories, django_assert_num_queries):
    for _number in range(stories):
        article = factories.article()
        factories.mark(factories.claim(article))
        factories.comment(factories.claim(article))
    by = User.objects.get(pk=factories.user("checker").pk)
    with django_assert_num_queries(13):
        list(exporting.export_claims(Article.objects.all(), by=by))


def test_a_signed_story_is_held_to_the_policy_that_it_was_signed_under():
    signed, other = factories.signed(factories.article()), factories.article()
    strict = [{"name": "Every claim", "primary": 20}]
    ruling.revise(Policy.objects.latest(), by=None, rules=strict, signatures=["editor"], legal=False)
    rows = exported(signed, other, by=factories.user("checker"))
    held = {(row["article_id"], row["policy_version"], "20" in row["policy_result"]) for row in rows}
    assert held == {(signed.pk, 1, False), (other.pk, 2, True)}


def test_a_published_story_with_another_draft_is_held_to_the_policy_in_force_as_its_gate_says(editor):
    story = factories.signed(factories.article())
    workflow.move(story, by=editor, to="published")
    text = story.current.text.removeprefix(story.headline).strip()
    drafting.add_draft(story, factories.document(f"{text} It rained."), by=editor, base=story.draft_id or 0)
    strict = [{"name": "Every claim", "primary": 20}]
    ruling.revise(Policy.objects.latest(), by=None, rules=strict, signatures=["editor"], legal=False)
    story = Article.objects.select_related("draft").get(pk=story.pk)
    assert {row["policy_version"] for row in exported(story, by=editor)} == {gate.look(story).policy.version} == {2}
