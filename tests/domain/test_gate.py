"""The one list of what is left to do: each sort of problem on its own, their order, and that it stays one look."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.domain import applying, claiming, correcting, gate, quoting, reviewing, talking, workflow
from newsroom.domain.drafting import add_draft
from newsroom.domain.gate.words import place_of
from newsroom.domain.importing import Details, import_article
from newsroom.formats.document import Document, Piece
from newsroom.models import Article, Claim, Policy, Quote, Role, Rule, Status, User
from tests import factories

pytestmark = pytest.mark.django_db
LEGAL = """\
Prosecutors accused Jonas Vale of stealing 400 crowns in 2019.

The boats came back at dawn.\
"""
NOBODY = "“We knew of 12 cracks in March and did nothing about them.”"
ORDER = ("open", "suspended", "split", "disputed", "correction", "short", "speaker", "query", "unplaced", "uncovered",
         "reviews", "signature")  # fmt: skip


def found(article: Article, *codes: str) -> list[gate.Problem]:
    """The problems of these sorts, of a story as it is in the database."""
    listed = gate.problems(Article.objects.get(pk=article.pk))
    return [problem for problem in listed if problem.code in codes]


def about(claim: Claim) -> str:
    return f"claim:{claim.pk}"


@pytest.fixture
def clear(article: Article) -> Article:
    return factories.cleared(article)


def backed(claim: Claim, by: User) -> None:
    """A primary source with a place in it."""
    factories.evidence(claim, by=by, locator="p. 2")


# --- A story with nothing left ---


def test_a_story_with_nothing_left_waits_for_signatures_alone(clear: Article) -> None:
    assert [(problem.code, problem.about) for problem in gate.problems(clear)] == [
        ("signature", "signature:checker"),
        ("signature", "signature:editor"),
    ]
    assert gate.look(clear).work == []


def test_a_signed_story_has_no_problem(article: Article) -> None:
    assert gate.problems(factories.signed(article)) == []


# --- Claims ---


def test_proposals_are_open_in_reading_order(article: Article, claim: Claim) -> None:
    live = Claim.objects.filter(article=article, dismissed=False).order_by("start", "end", "id")
    assert [problem.about for problem in found(article, "open")] == [about(each) for each in live]
    said = {problem.about: problem.text for problem in found(article, "open")}
    assert said[about(claim)] == "“212,000 crowns” is open: nobody has marked it."
    assert said[about(live[0])].endswith("is a proposal that nobody has looked at.")


def test_each_standing_that_decides_nothing(clear: Article, checker: User, second: User) -> None:
    claims = list(Claim.objects.filter(article=clear).live().order_by("start")[:3])
    factories.mark(claims[0], by=second, verdict="disputed")
    factories.mark(claims[1], by=second, verdict="sourced")
    start, end = claims[2].start or 0, claims[2].end or 0
    words = clear.current.text[start : end - 1]
    claiming.change_bounds(
        claims[2], by=second, anchor=claims[2].anchor_id or 0, start=start, end=end - 1, wording=words
    )
    assert [(problem.code, problem.about) for problem in found(clear, *ORDER[:4])] == [
        ("suspended", about(claims[2])),
        ("split", about(claims[1])),
        ("disputed", about(claims[0])),
    ]


def test_a_dismissed_claim_is_nothing_to_do(clear: Article, editor: User) -> None:
    claim = factories.claim_on(clear, "212,000", by=editor)
    assert [problem.about for problem in found(clear, "open")] == [about(claim)]
    claiming.dismiss(claim, by=editor, reason="The claim around it says it.")
    assert found(clear, "open") == []


def test_sourced_without_evidence_is_short_until_it_is_enough(clear: Article, editor: User, second: User) -> None:
    claim = factories.claim_on(clear, "Kell Bridge", by=editor)
    factories.mark(claim, by=second)
    (problem,) = found(clear, "short")
    assert (problem.about, problem.text) == (
        about(claim),
        "“Kell Bridge” is sourced, short of the policy: 1 primary or 3 independent secondary needed.",
    )
    backed(claim, second)
    assert found(clear, "short") == []


def test_an_opinion_needs_no_evidence_but_marks_like_any_other() -> None:
    story = factories.cleared(factories.article(text=LEGAL))
    flagged = Claim.objects.get(article=story, legal=True)
    first = flagged.history[0].reviewer
    assert found(story, "short", "reviews") == []
    factories.mark(flagged, by=first, verdict="sourced")
    assert [problem.code for problem in found(story, "split", "reviews")] == ["split"]


def test_a_legal_risk_needs_two_people_and_an_author_is_none_of_them(reporter: User, second: User) -> None:
    story = factories.article(text=LEGAL, authors=(reporter,))
    flagged = Claim.objects.get(article=story, legal=True)
    factories.mark(flagged, verdict="opinion")
    (problem,) = found(story, "reviews")
    assert problem.about == about(flagged)
    assert "needs marks of 2 people and has 1" in problem.text
    factories.mark(flagged, by=second, verdict="opinion")
    assert found(story, "reviews") == []
    Article.objects.filter(pk=story.pk).update(written_by=[reporter.pk, second.pk])
    assert [problem.about for problem in found(story, "reviews")] == [about(flagged)]


def test_a_mark_that_was_withdrawn_is_none(second: User) -> None:
    story = factories.cleared(factories.article(text=LEGAL))
    flagged = Claim.objects.get(article=story, legal=True)
    factories.mark(flagged, by=second, verdict="opinion")
    for review in flagged.history[:2]:
        own = flagged.reviews.get(reviewer=review.reviewer_id)
        reviewing.undo(flagged, by=review.reviewer, anchor=flagged.anchor_id or 0, number=own.number)
    assert [problem.about for problem in found(story, "reviews")] == [about(flagged)]


# --- Speech ---


def test_speech_with_a_claim_in_it_needs_a_speaker(checker: User) -> None:
    story = factories.article(text=NOBODY)
    quote = Quote.objects.get(article=story)
    Quote.objects.filter(pk=quote.pk).update(speaker="")  # the breakdown guesses from the headline
    inside = Claim.objects.filter(article=story, start__lt=quote.end, end__gt=quote.start).first()
    assert inside is not None
    (problem,) = found(story, "speaker")
    assert problem.about == about(inside)
    assert problem.text.startswith("Nobody is named as the speaker of “")
    quoting.correct_speaker(quote, by=checker, speaker="Marta Lindqvist", anchor=quote.anchor_id or 0)
    assert found(story, "speaker") == []


def test_speech_without_a_claim_is_left_to_the_ledger_and_doubtful_speech_is_none(checker: User) -> None:
    story = factories.article(text=NOBODY)
    quote = Quote.objects.get(article=story)
    Quote.objects.filter(pk=quote.pk).update(doubtful=True, speaker="")
    assert found(story, "speaker") == []
    Quote.objects.filter(pk=quote.pk).update(doubtful=False)
    for claim in Claim.objects.filter(article=story, start__lt=quote.end, end__gt=quote.start):
        claiming.dismiss(claim, by=checker, reason="No fact.")
    assert found(story, "speaker") == []


# --- Queries ---


def test_an_open_query_is_in_the_way_until_somebody_resolves_it(clear: Article, editor: User) -> None:
    thread = factories.query(clear, text="Is it 212,000 or 221,000?")
    (problem,) = found(clear, "query")
    assert problem.about == f"thread:{thread.pk}"
    assert re.fullmatch(r"A query is open, due \d+ \w+ \d{4}, \d\d:\d\d: “Is it 212,000 or 221,000\?”\.", problem.text)
    talking.resolve(thread, by=editor)
    assert found(clear, "query") == []


def test_talk_is_no_query(clear: Article) -> None:
    factories.comment(clear)
    assert found(clear, "query") == []


# --- Words ---


def test_a_claim_whose_words_are_gone_is_named_until_it_is_put_aside(clear: Article, editor: User) -> None:
    claim = factories.claim_on(clear, "a third more than planned", by=editor)
    factories.mark(claim, verdict="opinion")
    text = factories.SAMPLE_TEXT.replace(", she said, a third more than planned", "")
    add_draft(clear, factories.document(text), by=editor, base=clear.draft_id or 0)
    gone = [each for each in Claim.objects.filter(article=clear).live() if each.start is None]
    assert claim in gone
    assert [problem.about for problem in found(clear, "unplaced")] == [about(each) for each in sorted(gone, key=id_of)]
    assert about(claim) not in [problem.about for problem in found(clear, *ORDER[:4])]
    for each in gone:
        claiming.dismiss(each, by=editor, reason="Gone from the story.")
    assert found(clear, "unplaced") == []


def id_of(claim: Claim) -> int:
    return claim.pk


def test_the_one_uncovered_figure_is_named_with_its_place(checker: User) -> None:
    pieces = (
        Piece("body", "paragraph", "The pier has 40 lamps."),
        Piece("caption 1", "caption", "The pier in May."),
        Piece("caption 2", "caption", "It is 12 metres long."),
    )
    document = Document(headline="Pier", date=None, pieces=pieces, losses=())
    story = import_article(document, by=factories.user(Role.EDITOR), details=Details(), origin="pasted")
    text = story.current.text
    at, rest = text.index("12"), text.index("metres long")
    for claim in Claim.objects.filter(article=story):
        if "12" in claim.wording:
            shown = {"anchor": claim.anchor_id or 0, "start": rest, "end": rest + 11, "wording": "metres long"}
            claiming.change_bounds(claim, by=checker, **shown)
        else:
            claiming.accept(claim, by=checker)
    factories.claim_on(story, "Pier", by=checker)
    assert [(problem.text, problem.about) for problem in found(story, "uncovered")] == [
        ("Numbers, 1 of 2 left: “12” in caption 2.", f"token:{at}-{at + 2}")
    ]
    factories.claim_on(story, "12", by=checker)
    assert found(story, "uncovered") == []


def test_many_uncovered_words_are_counted_and_the_first_are_named() -> None:
    story = factories.article(text=" ".join(f"The pier has {n} lamps." for n in range(20, 60)), headline="Pier lit")
    (numbers,) = [problem for problem in found(story, "uncovered") if problem.text.startswith("Numbers")]
    assert "“20” in paragraph 1, “21” in paragraph 1, “22” in paragraph 1" in numbers.text
    assert "“23”" not in numbers.text
    assert numbers.text.startswith("Numbers, 40 of 40 left: ")
    assert numbers.text.endswith(" and 37 more.")


def test_where_words_stand_is_said_as_the_page_numbers_it() -> None:
    pieces = (
        Piece("deck", "paragraph", "On the pier."),
        Piece("body", "paragraph", "It has lamps."),
        Piece("body", "heading", "A heading"),
        Piece("body", "paragraph", "It has boards."),
        Piece("caption 1", "caption", "It in May."),
    )
    document = Document(headline="Pier", date=None, pieces=pieces, losses=())
    draft = import_article(document, by=factories.user(Role.EDITOR), details=Details(), origin="pasted").current
    words = ("Pier", "On", "lamps", "A heading", "boards", "May")
    assert [place_of(draft, draft.text.index(word)) for word in words] == [
        "the headline", "the deck", "paragraph 2", "a heading", "paragraph 3", "caption 1"
    ]  # fmt: skip


def test_quotation_marks_in_a_wording_become_inner_ones(checker: User) -> None:
    story = factories.article(text="The clerk wrote “paid in full” in the book.", headline="Paid")
    claim = factories.claim_on(story, "“paid in full”", by=checker)
    assert [problem.text for problem in found(story, "open") if problem.about == about(claim)] == [
        "“‘paid in full’” is open: nobody has marked it."
    ]


# --- Signatures ---


def test_a_flagged_claim_asks_for_a_lawyer_where_the_policy_says_so() -> None:
    story = factories.cleared(factories.article(text=LEGAL))
    assert [problem.about for problem in found(story, "signature")] == [
        "signature:checker", "signature:editor", "signature:legal"
    ]  # fmt: skip
    Policy.objects.create(version=2, signatures=["editor"], legal=False)
    assert [problem.about for problem in found(story, "signature")] == ["signature:editor"]
    Policy.objects.create(version=3, signatures=["legal", "checker"], legal=True)
    assert [problem.about for problem in found(story, "signature")] == ["signature:legal", "signature:checker"]


def test_a_new_policy_never_alters_a_signed_story(article: Article) -> None:
    signed, other = factories.signed(article), factories.cleared(factories.article())
    policy = Policy.objects.create(version=2, signatures=["checker", "editor", "legal"])
    Rule.objects.create(policy=policy, number=1, name="Everybody", reviews=3)
    assert gate.problems(signed) == []
    assert {problem.code for problem in found(other, "reviews", "signature")} == {"reviews", "signature"}


# --- Corrections ---


def test_an_accepted_correction_is_left_until_a_draft_has_it(clear: Article, editor: User, second: User) -> None:
    claim = factories.claim_on(clear, "Kell Bridge", by=editor)
    factories.mark(claim, by=second, verdict="opinion")
    row = factories.correction(claim, by=second, new="Bell Bridge")
    factories.correction(claim, by=second, new="“Old” Bridge")
    declined = factories.correction(claim, by=second, new="no bridge")
    correcting.decide(declined, by=editor, accepted=False, reason="There is one.")
    assert found(clear, "correction") == []
    correcting.decide(row, by=editor, accepted=True)
    (left,) = gate.look(Article.objects.get(pk=clear.pk)).work
    text = "“Kell Bridge” is to read “Bell Bridge”, and no draft has that yet."
    assert (left.code, left.about, left.text) == ("correction", f"correction:{row.pk}", text)
    with pytest.raises(ValidationError, match="can't be signed yet"):
        factories.signature(clear, Role.CHECKER)
    draft = factories.document(factories.SAMPLE_TEXT.replace("Kell Bridge", "Bell Bridge"))
    add_draft(clear, draft, by=editor, base=clear.draft_id or 0)
    assert found(clear, "correction") == []


def test_one_that_somebody_checks_off_is_done_and_one_that_strikes_says_so(clear: Article, editor: User) -> None:
    claim = factories.claim_on(clear, "Kell Bridge", by=editor)
    row = factories.correction(claim, new="", accepted=editor)
    (left,) = found(clear, "correction")
    assert left.text == "“Kell Bridge” is to go, and no draft is without it yet."
    applying.check_off(row, by=editor)
    assert found(clear, "correction") == []


def test_one_accepted_after_the_signatures_keeps_a_story_from_being_published(article: Article, editor: User) -> None:
    story = factories.signed(article)
    factories.correction(factories.claim(story), accepted=editor)
    assert [problem.code for problem in gate.look(story).unanswered] == ["correction"]
    with pytest.raises(ValidationError, match="no draft has that yet"):
        workflow.move(story, by=editor, to=Status.PUBLISHED)


# --- The list ---


def test_the_order_of_sorts_is_fixed(article: Article, claim: Claim, checker: User, second: User, editor: User) -> None:
    factories.mark(claim, by=checker)
    factories.mark(factories.claim_on(article, "nine weeks", by=editor), by=checker, verdict="disputed")
    split = factories.claim_on(article, "40 hours", by=editor)
    factories.mark(split, by=checker)
    factories.mark(split, by=second, verdict="opinion")
    factories.mark(factories.claim_on(article, "Kell Bridge", by=editor), by=checker)
    factories.query(article)
    factories.correction(claim, by=checker, accepted=editor)
    text = factories.SAMPLE_TEXT.replace("212,000", "215,000").replace(" over Kell Bridge", "")
    add_draft(article, factories.document(text), by=editor, base=article.draft_id or 0)
    factories.mark(factories.claim_on(Article.objects.get(pk=article.pk), "before winter", by=editor), by=checker)
    codes = [problem.code for problem in gate.problems(Article.objects.get(pk=article.pk))]
    assert sorted(codes, key=ORDER.index) == codes
    assert set(codes) >= {
        "open",
        "suspended",
        "split",
        "disputed",
        "correction",
        "short",
        "query",
        "unplaced",
        "uncovered",
        "signature",
    }


def test_warnings_block_nothing(clear: Article, editor: User, second: User) -> None:
    claim = factories.claim_on(clear, "Kell Bridge", by=editor)
    factories.mark(claim, by=second)
    backed(claim, second)
    bot = factories.source(by=second, title="Summary of a bot", kind="ai")
    factories.evidence(claim, by=second, source=bot, locator="p. 1")
    (warning,) = gate.warnings(Article.objects.get(pk=clear.pk))
    assert (warning.about, warning.text) == (about(claim), "“Kell Bridge”: AI output never counts: Summary of a bot")
    assert gate.look(Article.objects.get(pk=clear.pk)).work == []


@pytest.mark.parametrize("sentences", [3, 40])
def test_a_look_takes_a_fixed_number_of_queries(editor: User, sentences: int) -> None:
    text = " ".join(
        f"Prosecutors accused Jonas Vale of stealing {n} crowns. Is it {n}?" for n in range(9, 9 + sentences)
    )
    story = factories.article(text=text)
    for claim in Claim.objects.filter(article=story, legal=True)[: sentences // 2]:
        factories.mark(claim)
        backed(claim, editor)
        factories.query(claim)
    factories.signature(story, Role.EDITOR, by=editor, override="It is late.")
    story = Article.objects.select_related("draft").get(pk=story.pk)
    gate.problems(story)  # the policy's rules are remembered
    with CaptureQueriesContext(connection) as queries:
        assert len(gate.problems(story)) > sentences
    assert len(queries) == 9
