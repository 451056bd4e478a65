"""Signatures: who gives them, in which order, over what; what they keep, and what voids them. Dissent."""

import uuid

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import assigning, claiming, gate, ruling, signing, workflow
from newsroom.domain.drafting import add_draft
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied, Unseen
from newsroom.domain.recording import chain_of
from newsroom.domain.workflow import Barred
from newsroom.models import Access, Article, Claim, Dissent, Event, Policy, Role, SignOff, Status, User
from tests import factories

pytestmark = pytest.mark.django_db
LEGAL = """\
Prosecutors accused Jonas Vale of stealing 400 crowns in 2019.

The boats came back at dawn.\
"""
REASON = "The council goes to print at six; the figure is attributed."


def fresh(article: Article) -> Article:
    return Article.objects.select_related("draft").get(pk=article.pk)


def next_draft(article: Article, old: str, new: str, by: User) -> Article:
    """The story with some words replaced, below the same headline."""
    article = fresh(article)
    text = article.current.text.removeprefix(article.headline).strip()
    assert old in text
    add_draft(article, factories.document(text.replace(old, new)), by=by, base=article.draft_id or 0)
    return fresh(article)


@pytest.fixture
def clear(article: Article) -> Article:
    return factories.cleared(article)


@pytest.fixture
def disputed(clear: Article) -> Claim:
    """A claim that somebody disputes, on a story where nothing else is left."""
    claim = factories.claim(clear)
    factories.mark(claim, verdict="disputed")
    return claim


@pytest.fixture
def flagged() -> Article:
    """A story with a passage that is a legal risk, nothing left to do in it."""
    return factories.cleared(factories.article(text=LEGAL))


# --- What a signature keeps ---


def test_a_signature_keeps_what_was_signed_and_what_the_gate_said(clear: Article, checker: User) -> None:
    before = fresh(clear)
    row = factories.signature(clear, Role.CHECKER, by=checker)
    assert (row.draft_id, row.sha256, row.policy.version) == (before.draft_id, before.current.sha256, 1)
    assert (row.by, row.capacity, row.roles) == (checker, "checker", ["checker"])
    assert (row.problems, row.count, row.override, row.scope) == ([], 0, "", [])
    assert row.head == before.head
    event = Event.objects.filter(chain=chain_of(clear)).latest("seq")
    assert (event.verb, event.object, event.prev, event.role) == ("sign", f"signoff:{row.pk}", row.head, "checker")
    assert event.data == {
        "capacity": "checker", "draft": 1, "sha256": row.sha256, "policy": 1, "problems": [], "override": "",
        "leans": [], "passages": [], "roles": ["checker"],
    }  # fmt: skip


def test_the_last_signature_makes_the_story_signed(clear: Article) -> None:
    factories.signature(clear, Role.CHECKER)
    assert fresh(clear).status == Status.CHECKING
    factories.signature(clear, Role.EDITOR)
    assert fresh(clear).status == Status.SIGNED
    moved = Event.objects.filter(chain=chain_of(clear)).latest("seq")
    assert (moved.verb, moved.data) == ("move", {"from": "checking", "to": "signed"})


def test_the_same_post_again_is_the_same_signature(clear: Article, checker: User) -> None:
    sent = {"by": checker, "capacity": "checker", "key": uuid.uuid4(), "draft": clear.draft_id or 0}
    rows = {signing.sign(clear, **sent).pk for _ in range(2)}
    assert len(rows) == SignOff.objects.count() == 1
    with pytest.raises(ValidationError, match="used already"):
        signing.sign(clear, **sent | {"by": factories.user(Role.CHECKER)})
    with pytest.raises(ValidationError, match="You have signed this draft as checker"):
        signing.sign(clear, **sent | {"key": uuid.uuid4()})


def test_the_same_post_with_another_reason_is_refused(article: Article, editor: User) -> None:
    sent = {"by": editor, "capacity": "checker", "key": uuid.uuid4(), "draft": article.draft_id or 0}
    row = signing.sign(article, **sent, override="It goes to press.")
    assert signing.sign(article, **sent, override="It goes to press.") == row
    with pytest.raises(ValidationError, match="used already"):
        signing.sign(article, **sent, override="The lawyer looked at it.")
    assert SignOff.objects.get().override == "It goes to press."


# --- Who, and when ---


@pytest.mark.parametrize(
    ("capacity", "roles"),
    [("checker", ("reporter", "legal")), ("editor", ("checker", "legal")), ("legal", ("editor",))],
)
def test_each_capacity_takes_its_role(clear: Article, capacity: str, roles: tuple[str, ...]) -> None:
    for role in roles:
        with pytest.raises(Denied):
            factories.signature(clear, capacity, by=factories.user(role))
    assert not SignOff.objects.exists()


def test_an_author_never_signs_not_even_over_problems() -> None:
    author = factories.user(Role.EDITOR)
    story = factories.cleared(factories.article(authors=(author,)))
    for capacity in ("checker", "editor"):
        with pytest.raises(Denied, match="You wrote this story"):
            factories.signature(story, capacity, by=author, override=REASON)


def test_nobody_signs_what_they_may_not_see(editor: User) -> None:
    hidden = factories.article(by=editor, access=Access.RESTRICTED)
    with pytest.raises(Unseen):
        factories.signature(hidden, Role.EDITOR, override=REASON)
    with pytest.raises(Unseen):
        factories.dissent(hidden)


def test_in_the_order_of_the_policy(clear: Article) -> None:
    with pytest.raises(Barred) as refusal:
        factories.signature(clear, Role.EDITOR)
    assert [problem.about for problem in refusal.value.problems] == ["signature:checker"]
    Policy.objects.create(version=2, signatures=["editor", "checker"], legal=False)
    with pytest.raises(Barred):
        factories.signature(clear, Role.CHECKER)
    factories.signature(clear, Role.EDITOR)
    factories.signature(clear, Role.CHECKER)
    assert fresh(clear).status == Status.SIGNED


def test_nobody_signs_as_what_nobody_asks_for(clear: Article) -> None:
    with pytest.raises(ValidationError, match="asks for no signature as legal"):
        factories.signature(clear, Role.LEGAL)
    for nonsense in ("reporter", "owner", ""):
        with pytest.raises(ValidationError, match="Sign as checker, editor or legal"):
            factories.signature(clear, nonsense, by=factories.user(Role.EDITOR))


@pytest.mark.parametrize(("status", "said"), [("killed", "was killed"), ("package", "still a package")])
def test_not_every_status_can_be_signed(clear: Article, status: str, said: str) -> None:
    Article.objects.filter(pk=clear.pk).update(status=status)
    with pytest.raises(ValidationError, match=said):
        factories.signature(clear, Role.CHECKER)


def test_a_page_that_showed_another_draft_signs_nothing(clear: Article, editor: User, checker: User) -> None:
    shown = clear.draft_id or 0
    now = next_draft(clear, "nine", "ten", editor)
    with pytest.raises(Conflict) as conflict:
        signing.sign(now, by=checker, capacity="checker", key=uuid.uuid4(), draft=shown)
    assert conflict.value.fresh == {}
    with pytest.raises(Conflict):
        signing.dissent(now, by=checker, text="No.", key=uuid.uuid4(), draft=shown)


# --- Over open problems ---


@pytest.mark.parametrize("override", ["", REASON])
def test_a_checker_signs_over_nothing(disputed: Claim, override: str) -> None:
    with pytest.raises(Denied if override else Barred):
        factories.signature(disputed.article, Role.CHECKER, override=override)
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("override", ["", "  \n"])
def test_an_editor_needs_a_reason_and_is_told_what_is_left(disputed: Claim, override: str) -> None:
    with pytest.raises(Barred) as refusal:
        factories.signature(disputed.article, Role.EDITOR, override=override)
    assert [problem.about for problem in refusal.value.problems] == [f"claim:{disputed.pk}", "signature:checker"]
    assert refusal.value.messages[1:] == [problem.text for problem in refusal.value.problems]


def test_an_editor_signs_over_a_dispute_and_over_a_checker_who_does_not_sign(disputed: Claim, editor: User) -> None:
    story = disputed.article
    row = factories.signature(story, Role.EDITOR, by=editor, override=f" {REASON} ")
    assert (row.override, row.count) == (REASON, 2)
    assert [problem["about"] for problem in row.problems] == [f"claim:{disputed.pk}", "signature:checker"]
    assert Event.objects.get(chain=chain_of(story), verb="sign").data["override"] == REASON
    story = fresh(story)
    assert story.status == Status.SIGNED
    assert [problem.about for problem in gate.problems(story)] == [f"claim:{disputed.pk}", "signature:checker"]
    assert gate.look(story).unanswered == []


def test_what_comes_up_after_an_override_is_not_overridden(disputed: Claim) -> None:
    story, another = disputed.article, factories.claim(disputed.article, 1)
    factories.signature(story, Role.EDITOR, override=REASON)
    factories.mark(another, verdict="disputed")
    assert [problem.about for problem in gate.look(fresh(story)).unanswered] == [f"claim:{another.pk}"]
    with pytest.raises(Barred):
        workflow.move(story, by=factories.user(Role.EDITOR), to=Status.PUBLISHED)


def test_an_override_answers_a_problem_as_it_stood(clear: Article) -> None:
    """Signed over one source too few: a contradiction that comes after it is nothing that the reason was given for."""
    claim = factories.claim(clear)
    factories.mark(claim, by=claim.reviews.get().reviewer)
    assert [problem.code for problem in gate.look(clear).work] == ["short"]
    factories.signature(clear, Role.EDITOR, override=REASON)
    assert gate.look(fresh(clear)).unanswered == []
    factories.evidence(claim, stance="contradicts")
    assert [problem.about for problem in gate.look(fresh(clear)).unanswered] == [f"claim:{claim.pk}"]
    with pytest.raises(Barred):
        workflow.move(clear, by=factories.user(Role.EDITOR), to=Status.PUBLISHED)


def test_an_override_over_one_dispute_is_not_over_the_next(disputed: Claim) -> None:
    story = disputed.article
    factories.signature(story, Role.EDITOR, override=REASON)
    factories.mark(disputed, verdict="disputed", comment="The invoice is forged.")
    assert [problem.about for problem in gate.look(fresh(story)).unanswered] == [f"claim:{disputed.pk}"]
    with pytest.raises(Barred):
        workflow.move(story, by=factories.user(Role.EDITOR), to=Status.PUBLISHED)
    factories.signature(story, Role.EDITOR, override="The lawyer has seen the original.")
    assert gate.look(fresh(story)).unanswered == []


def test_the_signature_of_somebody_who_turns_out_to_be_an_author_is_void(clear: Article, editor: User) -> None:
    factories.signature(clear, Role.CHECKER)
    row = factories.signature(clear, Role.EDITOR)
    assigning.assign(clear, by=editor, authors=[row.by], byline="", desk="", deadline=None)
    given = gate.look(fresh(clear)).signatures
    assert [bool(signature.void) for signature in given] == [False, True]
    assert [problem.about for problem in gate.problems(fresh(clear))] == ["signature:editor"]
    with pytest.raises(Barred):
        workflow.move(clear, by=editor, to=Status.PUBLISHED)


def test_a_lawyer_signed_for_the_words_that_the_passage_had(flagged: Article, editor: User) -> None:
    lawyer = factories.user(Role.LEGAL)
    for capacity, by in ((Role.CHECKER, None), (Role.EDITOR, None), (Role.LEGAL, lawyer)):
        factories.signature(flagged, capacity, by=by)
    claim = gate.look(fresh(flagged)).flagged[0]
    assert gate.problems(fresh(flagged)) == []
    for words, asked in ((claim.wording[:-4].rstrip(), False), ("The boats came back at dawn.", True)):
        start = flagged.current.text.index(words)
        claim.refresh_from_db()
        claiming.change_bounds(
            claim, by=editor, anchor=claim.anchor_id or 0, start=start, end=start + len(words), wording=words
        )
        assert ("signature:legal" in [problem.about for problem in gate.problems(fresh(flagged))]) is asked
        assert signing.open_to(gate.look(fresh(flagged)), fresh(flagged), lawyer) == [Role.LEGAL] * asked
    for by in {review.reviewer for review in claim.reviews.select_related("reviewer")}:
        factories.mark(claim, by=by, verdict="opinion")
    with pytest.raises(Barred):  # the words that it stood on are in no claim now
        factories.signature(flagged, Role.LEGAL, by=lawyer)
    factories.cleared(flagged)
    factories.signature(flagged, Role.LEGAL, by=lawyer)
    assert gate.problems(fresh(flagged)) == []
    with pytest.raises(ValidationError, match="You have signed"):
        factories.signature(flagged, Role.LEGAL, by=lawyer)


def test_a_reason_where_nothing_is_left_is_not_kept(clear: Article) -> None:
    assert factories.signature(clear, Role.CHECKER, by=factories.user(Role.EDITOR), override=REASON).override == ""


@pytest.mark.parametrize("said", ["x" * 20_001, "a\0b"])
def test_a_reason_is_writing_and_has_an_end(disputed: Claim, said: str) -> None:
    with pytest.raises(ValidationError):
        factories.signature(disputed.article, Role.EDITOR, override=said)
    with pytest.raises(ValidationError):
        factories.dissent(disputed.article, text=said)


def test_a_lawyer_who_signs_last_leans_on_the_editors_reason(flagged: Article, editor: User) -> None:
    claim = factories.claim(flagged)
    factories.mark(claim, verdict="disputed")
    with pytest.raises(Barred):
        factories.signature(flagged, Role.LEGAL)
    factories.signature(flagged, Role.EDITOR, by=editor, override=REASON)
    assert fresh(flagged).status == Status.CHECKING
    row = factories.signature(flagged, Role.LEGAL)
    assert row.override == f"After {editor}: {REASON}"
    assert row.count == 2 and [each.by for each in signing.leans_on(row, signing.signatures(flagged))] == [editor]
    event = Event.objects.filter(verb="sign").latest("pk")
    assert event.data["leans"] == row.leans == [str(SignOff.objects.get(by=editor).pk)]
    assert fresh(flagged).status == Status.SIGNED


def test_leaning_is_known_by_the_row_and_not_by_its_words(flagged: Article, editor: User) -> None:
    """A reason that quotes another one is one's own, and one too long to be repeated is leant on as well."""
    long, other = "It is attributed. " * 1111, factories.user(Role.EDITOR)
    factories.mark(factories.claim(flagged), verdict="disputed")
    factories.signature(flagged, Role.CHECKER, by=editor, override=long)
    own = factories.signature(flagged, Role.EDITOR, by=other, override=f"After {editor}: {long}"[:20_000].strip())
    leaning = factories.signature(flagged, Role.LEGAL)
    given = signing.signatures(flagged)
    assert signing.leans_on(own, given) == own.leans == [] and len(leaning.override) == 20_000
    assert [each.by for each in signing.leans_on(leaning, given)] == [editor]


# --- By different people ---


def test_nobody_signs_twice_unless_the_policy_lets_them(clear: Article, editor: User) -> None:
    factories.signature(clear, Role.CHECKER, by=editor)
    assert signing.open_to(gate.look(fresh(clear)), clear, editor) == []
    with pytest.raises(ValidationError, match="The policy asks for somebody else’s"):
        factories.signature(clear, Role.EDITOR, by=editor, override=REASON)
    assert fresh(clear).status == Status.CHECKING
    now = Policy.objects.latest()
    ruling.revise(
        now, by=None, rules=ruling.rules_in(now), signatures=now.signatures, legal=True, apart=False, note="We are two."
    )
    assert signing.open_to(gate.look(fresh(clear)), clear, editor) == [Role.EDITOR]
    factories.signature(clear, Role.EDITOR, by=editor)
    assert fresh(clear).status == Status.SIGNED


def test_whose_signature_is_void_signs_as_another(clear: Article, editor: User) -> None:
    factories.signature(clear, Role.CHECKER, by=editor)
    story = next_draft(clear, "both pumps", "both the pumps", editor)
    assert Role.EDITOR in signing.open_to(gate.look(story), story, editor)
    assert factories.signature(story, Role.EDITOR, by=editor, override=REASON).count


def test_alone_an_editor_signs_over_the_checkers_missing_signature(clear: Article, editor: User) -> None:
    row = factories.signature(clear, Role.EDITOR, by=editor, override="Nobody else is here.")
    assert [problem["about"] for problem in row.problems] == ["signature:checker"]
    assert fresh(clear).status == Status.SIGNED


# --- Void ---


def test_one_comma_voids_a_signature(article: Article, editor: User) -> None:
    story = factories.signed(article)
    assert [signing.void(row) for row in SignOff.objects.all()] == ["", ""]
    story = next_draft(story, "4 May, nine", "4 May nine", editor)
    assert [found.void for found in signing.signatures(story)] == ["void since draft 2: the text changed"] * 2
    assert {signing.void(row) for row in SignOff.objects.all()} == {"void since draft 2: the text changed"}
    assert {problem.about for problem in gate.problems(story)} >= {"signature:checker", "signature:editor"}


def test_the_old_words_again_are_not_signed_again(article: Article, editor: User) -> None:
    story = factories.signed(article)
    story = next_draft(next_draft(story, "nine", "ten", editor), "ten", "nine", editor)
    assert story.drafts.get(number=1).sha256 == story.current.sha256
    assert [found.void for found in signing.signatures(story)] == ["void since draft 2: the text changed"] * 2


def all_three(story: Article) -> Article:
    for capacity in (Role.CHECKER, Role.EDITOR, Role.LEGAL):
        factories.signature(story, capacity)
    return fresh(story)


def test_a_lawyer_signs_for_the_flagged_passages(flagged: Article) -> None:
    story = all_three(flagged)
    claim = Claim.objects.get(article=story, legal=True)
    scopes = {row.capacity: row.scope for row in SignOff.objects.all()}
    assert scopes == {"checker": [], "editor": [], "legal": [{"claim": claim.pk, "wording": claim.wording}]}
    assert story.status == Status.SIGNED


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("at dawn", "at noon", ""),
        ("The boats", "It rained. The boats", ""),
        ("stealing 400", "stealing 500", "void since draft 2: “{words}” reads “{now}” now"),
        (LEGAL.partition("The boats")[0], "", "void since draft 2: “{words}” is not in it any more"),
    ],
)  # fmt: skip
def test_a_legal_signature_stands_while_its_passages_do(
    flagged: Article, editor: User, old: str, new: str, said: str
) -> None:
    words = Claim.objects.get(article=flagged, legal=True).wording
    story = next_draft(all_three(flagged), old, new, editor)
    legal = next(found for found in signing.signatures(story) if found.row.capacity == "legal")
    short = words if len(words) <= 60 else words[:59].rstrip() + "…"
    now = short.replace("400", "500")
    assert legal.void == said.format(words=short, now=now)
    assert signing.void(legal.row) == legal.void
    others = {found.void for found in signing.signatures(story) if found.row.capacity != "legal"}
    assert others == {"void since draft 2: the text changed"}
    missing = {problem.about for problem in gate.problems(story) if problem.code == "signature"}
    assert ("signature:legal" in missing) == (bool(said) and bool(new))  # without its passage nobody asks for one


def test_a_legal_signature_stays_void_when_the_words_come_back(flagged: Article, editor: User) -> None:
    story = next_draft(all_three(flagged), "stealing 400", "stealing 500", editor)
    story = next_draft(story, "stealing 500", "stealing 400", editor)
    legal = next(found for found in signing.signatures(story) if found.row.capacity == "legal")
    assert legal.void.startswith("void since draft 2: ")


def test_bounds_that_somebody_moves_void_nothing(flagged: Article, checker: User) -> None:
    story = all_three(flagged)
    claim = Claim.objects.get(article=story, legal=True)
    words = "accused Jonas Vale of stealing"
    start = story.current.text.index(words)
    claiming.change_bounds(
        claim, by=checker, anchor=claim.anchor_id or 0, start=start, end=start + len(words), wording=words
    )
    assert {found.void for found in signing.signatures(story)} == {""}


def test_a_passage_that_is_flagged_later_asks_for_the_lawyer_again(flagged: Article, editor: User) -> None:
    story = all_three(flagged)
    text = "Police accused Ada Brekke of stealing 12 boats. The boats"
    story = next_draft(story, "The boats", text, editor)
    legal = next(found for found in signing.signatures(story) if found.row.capacity == "legal")
    assert legal.void == ""
    (problem,) = [problem for problem in gate.problems(story) if problem.about == "signature:legal"]
    assert "was flagged after the signature as legal" in problem.text
    factories.cleared(story)
    again = all_three(story)
    assert again.status == Status.SIGNED
    assert gate.problems(again) == []


def test_an_override_is_for_its_draft_alone(flagged: Article, editor: User) -> None:
    claim = factories.claim(flagged)
    factories.mark(claim, verdict="disputed")
    factories.signature(flagged, Role.EDITOR, override=REASON)
    factories.signature(flagged, Role.LEGAL)
    story = next_draft(flagged, "at dawn", "at noon", editor)
    assert f"claim:{claim.pk}" in {problem.about for problem in gate.look(story).unanswered}


# --- Dissent ---


def test_a_dissent_is_its_own_row_and_stays(clear: Article, checker: User) -> None:
    row = factories.dissent(clear, by=checker, text=" The figure is wrong. ")
    assert (row.text, row.by, row.role, row.draft_id) == ("The figure is wrong.", checker, "checker", clear.draft_id)
    event = Event.objects.get(chain=chain_of(clear), verb="dissent")
    assert event.object == f"dissent:{row.pk}"
    assert event.data == {"draft": 1, "text": "The figure is wrong."}
    assert Dissent.objects.get() == row


def test_a_dissent_blocks_nothing(clear: Article) -> None:
    factories.dissent(clear)
    assert factories.signed(clear).status == Status.SIGNED


def test_the_same_dissent_again_is_the_same_row(clear: Article, checker: User) -> None:
    sent = {"by": checker, "text": "No.", "key": uuid.uuid4(), "draft": clear.draft_id or 0}
    assert signing.dissent(clear, **sent) == signing.dissent(clear, **sent)
    assert Dissent.objects.count() == 1
    with pytest.raises(ValidationError, match="used already"):
        signing.dissent(clear, **sent | {"text": "Yes."})


def test_a_dissent_says_something_and_reporters_have_none(clear: Article, reporter: User) -> None:
    with pytest.raises(ValidationError, match="Say what you disagree with"):
        factories.dissent(clear, text="  ")
    with pytest.raises(Denied):
        factories.dissent(clear, by=reporter)
