"""A new draft: every claim follows its words, and no mark stands for words that its maker did not see."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.domain import assigning, claiming, workflow
from newsroom.domain.covering import coverage
from newsroom.domain.drafting import SameText, add_draft
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import chain_of
from newsroom.domain.standing import adds_up_to
from newsroom.domain.verifying import first_break
from newsroom.formats.notes import Note
from newsroom.models import Article, Claim, Comment, Dismissal, Draft, Event, Quote, Role, Status, Suspension, User
from newsroom.text.places import Spot
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = factories.SAMPLE_TEXT


@pytest.fixture
def editor() -> User:
    return factories.user(Role.EDITOR)


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER)


@pytest.fixture
def story(editor: User) -> Article:
    return factories.article(by=editor)


def revise(story: Article, *edits: tuple[str, str], by: User, text: str = TEXT) -> Draft:
    """The next draft, with each of these words replaced."""
    for before, after in edits:
        assert before in text
        text = text.replace(before, after)
    story = Article.objects.get(pk=story.pk)
    return add_draft(story, factories.document(text), by=by, base=story.draft_id or 0)


def fresh(claim: Claim) -> Claim:
    return Claim.objects.select_related("anchor", "draft").get(pk=claim.pk)


def must_hold(story: Article) -> None:
    """What every draft leaves behind: words where they are said to be, standings that add up, a trail that verifies."""
    story = Article.objects.get(pk=story.pk)
    for claim in Claim.objects.filter(draft=story.draft).select_related("draft", "anchor"):
        if claim.start is not None:
            assert claim.draft.text[claim.start : claim.end] == claim.wording
        assert claim.standing == adds_up_to(claim.history, story.written_by)
        assert claim.anchor is not None
        assert claim.anchor.draft_id == story.draft_id
    assert first_break(chain_of(story)) == ""


def test_a_mark_stands_where_the_words_only_moved(story: Article, checker: User, editor: User) -> None:
    claim = factories.claim_on(story, "212,000 crowns")
    factories.mark(claim, by=checker)
    draft = revise(story, ("will run again on", "is to start running again on"), by=editor)
    claim = fresh(claim)
    assert (draft.number, claim.draft, claim.wording, claim.standing) == (2, draft, "212,000 crowns", "sourced")
    assert claim.anchor is not None
    assert (claim.anchor.number, claim.anchor.draft) == (2, draft)
    assert not Suspension.objects.exists()
    must_hold(story)


def test_a_changed_number_suspends_the_mark_and_says_which(story: Article, checker: User, editor: User) -> None:
    claim = factories.claim_on(story, "The repair cost 212,000 crowns")
    factories.mark(claim, by=checker)
    untouched = factories.claim_on(story, "the ugliest bridge in the county")
    factories.mark(untouched, by=checker, verdict="opinion")
    revise(story, ("212,000", "215,000"), by=editor)
    claim = fresh(claim)
    assert (claim.wording, claim.state, claim.standing) == ("The repair cost 215,000 crowns", "reworded", "suspended")
    suspension = Suspension.objects.get(review__claim=claim)
    assert "212,000" in suspension.why
    assert "215,000" in suspension.why
    assert fresh(untouched).standing == "opinion"
    must_hold(story)


def test_what_is_cut_stays_with_its_marks_and_comes_back_with_its_words(
    story: Article, checker: User, editor: User
) -> None:
    claim = factories.claim_on(story, "It is the ugliest bridge in the county.")
    factories.mark(claim, by=checker, verdict="opinion", comment="Taste.")
    without = TEXT.replace(" It is the ugliest bridge in the county.", "")
    revise(story, by=editor, text=without)
    gone = fresh(claim)
    assert (gone.start, gone.state, gone.standing) == (None, "cut", "suspended")
    assert gone.wording == "It is the ugliest bridge in the county."
    must_hold(story)
    revise(story, ("nine weeks", "ten weeks"), by=editor)
    back = fresh(claim)
    assert back.start is not None
    assert back.wording == "It is the ugliest bridge in the county."
    assert [review.comment for review in back.history] == ["Taste."]
    must_hold(story)


def test_proposals_that_nobody_touched_stay_behind_and_new_ones_are_made(story: Article, editor: User) -> None:
    first = story.current
    old = set(Claim.objects.filter(draft=first).values_list("pk", flat=True))
    revise(story, ("nine weeks after", "ten weeks after"), by=editor)
    now = Article.objects.get(pk=story.pk).current
    assert set(Claim.objects.filter(draft=first).values_list("pk", flat=True)) == old
    assert Claim.objects.filter(draft=now, accepted=False).exists()
    assert not Claim.objects.filter(draft=now, pk__in=old).exists()
    assert Claim.objects.live().filter(article=story).count() == Claim.objects.filter(draft=now).count()


def test_no_proposal_is_made_where_a_claim_stands(story: Article, editor: User, checker: User) -> None:
    proposal = factories.claim(story)
    factories.mark(proposal, by=checker)
    revise(story, ("Passengers used", "Most passengers used"), by=editor)
    kept = fresh(proposal)
    others = Claim.objects.filter(draft=kept.draft, start__lt=kept.end, end__gt=kept.start).exclude(pk=kept.pk)
    assert not others.exists()


def test_a_dismissal_holds_while_its_words_do(story: Article, editor: User, checker: User) -> None:
    kept = factories.claim_on(story, "Passengers used the bus over Kell Bridge meanwhile.")
    revived = factories.claim_on(story, "The repair cost 212,000 crowns")
    for claim in (kept, revived):
        claiming.dismiss(claim, by=checker, reason="No fact.")
    draft = revise(story, ("212,000", "215,000"), by=editor)
    assert (fresh(kept).draft, fresh(kept).dismissed) == (draft, True)
    assert (fresh(revived).draft, fresh(revived).dismissed, fresh(revived).start) == (draft, True, None)
    start = draft.text.index("215,000")
    assert Claim.objects.live().filter(draft=draft, start__lte=start, end__gt=start).exists()
    must_hold(story)


def test_a_corrected_speaker_comes_along_and_new_claims_join_the_quotation(
    story: Article, editor: User, checker: User
) -> None:
    claim = Claim.objects.filter(article=story, quote__speaker="Marta Lindqvist")[0]
    assert claim.quote is not None
    factories.mark(claim, by=checker)
    draft = revise(story, ("nine weeks after", "ten weeks after"), ("“We have", "“We’ve also"), by=editor)
    quote = Quote.objects.get(pk=claim.quote.pk)
    assert (quote.draft, quote.speaker) == (draft, "Marta Lindqvist")
    [[start, end]] = quote.marked
    assert quote.wording[start:end] == "“We’ve also replaced both pumps and tested them for 40 hours,”"
    assert Quote.objects.filter(draft=draft, start__lt=quote.end, end__gt=quote.start).count() == 1


def test_the_headline_is_the_documents_or_stays(story: Article, editor: User) -> None:
    headline = story.headline
    revise(story, ("nine", "ten"), by=editor)
    assert Article.objects.get(pk=story.pk).headline == headline
    base = Article.objects.get(pk=story.pk).draft_id or 0
    add_draft(story, factories.document(TEXT, "Ferry late again"), by=editor, base=base)
    story = Article.objects.get(pk=story.pk)
    assert story.headline == "Ferry late again"
    assert story.current.text.startswith("Ferry late again\n\n")
    assert "ferry late again" in story.folded


def test_the_same_text_says_so_and_changes_nothing(story: Article, editor: User) -> None:
    with pytest.raises(SameText) as refusal:
        revise(story, by=editor)
    assert refusal.value.draft == story.draft
    assert story.drafts.count() == 1


def test_the_same_post_twice_is_one_draft(story: Article, editor: User) -> None:
    sent, base = factories.document(TEXT.replace("nine", "ten")), story.draft_id or 0
    first = add_draft(story, sent, by=editor, base=base)
    assert add_draft(story, sent, by=editor, base=base) == first
    assert story.drafts.count() == 2 and Event.objects.filter(verb="add draft").count() == 1
    for by, behind in ((factories.user(Role.EDITOR), base), (editor, first.pk)):
        with pytest.raises(SameText):
            add_draft(story, sent, by=by, base=behind)


def test_two_people_at_once_the_second_is_told(story: Article, editor: User) -> None:
    base = story.draft_id or 0
    revise(story, ("nine", "ten"), by=editor)
    with pytest.raises(Conflict):
        add_draft(story, factories.document(TEXT.replace("nine", "eleven")), by=editor, base=base)
    assert story.drafts.count() == 2


def test_who_may_and_when(story: Article, editor: User, checker: User) -> None:
    for person in (checker, factories.user(Role.REPORTER)):
        with pytest.raises(Denied):
            revise(story, ("nine", "ten"), by=person)
    reporter = factories.user(Role.REPORTER)
    assigning.assign(story, by=editor, authors=[reporter], byline="", desk="", deadline=None)
    assert revise(story, ("nine", "ten"), by=reporter).number == 2
    workflow.move(story, by=editor, to=Status.KILLED)
    with pytest.raises(ValidationError):
        revise(story, ("nine", "eleven"), by=editor)
    assert story.drafts.count() == 2


def test_the_event_says_what_became_of_the_claims(story: Article, editor: User, checker: User) -> None:
    for words in ("4 May", "212,000 crowns"):
        factories.mark(factories.claim_on(story, words), by=checker)
    draft = revise(story, ("212,000 crowns", "215,000 crowns"), by=editor)
    event = Event.objects.get(chain=chain_of(story), verb="add draft")
    assert (event.object, event.data["sha256"]) == (f"draft:{draft.pk}", draft.sha256)
    assert (event.data["claims"], event.data["suspended"]) == ({"unchanged": 1, "reworded": 1}, 1)


def test_notes_of_the_new_draft_join_the_claims_that_are_there_once(story: Article, editor: User) -> None:
    claim = factories.claim_on(story, "4 May")
    start = TEXT.index("4 May")
    note = Note(text="Timetable.", author="Mina", start=Spot(1, start), end=Spot(1, start + 5))
    for change in ("ten", "eleven"):
        document = factories.document(TEXT.replace("nine", change))
        document = replace(document, notes=(note,))
        add_draft(story, document, by=editor, base=Article.objects.get(pk=story.pk).draft_id or 0)
    assert fresh(claim).notes == 1
    assert Comment.objects.get(thread__claim=claim).name == "Mina"


def test_queries_do_not_grow_with_the_claims(editor: User, checker: User) -> None:
    counts = []
    for number in (2, 12):
        text = "\n\n".join(f"The pier number {n} has {n + 100} lamps." for n in range(14))
        story = factories.article(by=editor, text=text)
        for n in range(number):
            factories.mark(factories.claim(story, n), by=checker)
        with CaptureQueriesContext(connection) as queries:
            revise(story, (" lamps.", " lanterns."), by=editor, text=text)
        counts.append(len(queries))
        must_hold(story)
    assert counts[0] == counts[1]


def test_typographic_edits_keep_every_mark(story: Article, editor: User, checker: User) -> None:
    claims: list[Any] = [factories.claim(story, n) for n in range(4)]
    for claim in claims:
        factories.mark(claim, by=checker)
    revise(story, ("“", '"'), ("”", '"'), by=editor)
    assert {fresh(claim).standing for claim in claims} == {"sourced"}
    must_hold(story)


def test_a_cut_claim_is_put_on_other_words_by_a_person_with_all_that_was_said(
    story: Article, editor: User, checker: User
) -> None:
    claim = factories.claim_on(story, "It is the ugliest bridge in the county.")
    factories.mark(claim, by=checker, verdict="opinion", comment="Taste.")
    new = "No other bridge in the county is as ugly."
    draft = revise(story, by=editor, text=TEXT.replace(" It is the ugliest bridge in the county.", "") + f"\n\n{new}")
    claim = fresh(claim)
    assert claim.start is None
    start = draft.text.index(new)
    span = {"start": start, "end": start + len(new), "wording": new}
    claiming.change_bounds(claim, by=editor, anchor=claim.anchor_id or 0, **span)
    claim = fresh(claim)
    assert (claim.wording, claim.state, claim.standing) == (new, "unchanged", "suspended")
    assert [review.comment for review in claim.history] == ["Taste."]
    factories.mark(claim, by=checker, verdict="opinion", comment="Taste.")
    assert fresh(claim).standing == "opinion"
    must_hold(story)


def test_a_cut_claim_is_put_aside_with_a_reason_and_taken_up_again(story: Article, editor: User, checker: User) -> None:
    gone = "It is the ugliest bridge in the county."
    claim, other = factories.claim_on(story, gone), factories.claim_on(story, "ugliest bridge")
    factories.mark(claim, by=checker, verdict="opinion")
    revise(story, by=editor, text=TEXT.replace(f" {gone}", ""))
    claiming.dismiss(fresh(claim), by=editor, reason="Deleted for good.")
    assert fresh(claim).dismissed
    row = Dismissal.objects.get(claim=claim)
    assert (row.draft.number, row.wording) == (1, gone)
    assert coverage(Article.objects.get(pk=story.pk)).dismissals == []
    claiming.dismiss(fresh(other), by=editor, reason="Deleted too.")
    claiming.take_back(fresh(claim), by=editor)
    assert (fresh(claim).dismissed, fresh(claim).standing) == (False, "suspended")
    must_hold(story)
