"""Evidence on claims: attached, changed, withdrawn, answered; nothing lost, nothing twice, nothing unseen."""

import json
import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.domain import assigning, attaching, claiming, sourcing, verifying, workflow
from newsroom.domain.attaching import Given, Piece
from newsroom.domain.calculating import Figure
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied, Unseen
from newsroom.domain.sourcing import Facts
from newsroom.models import Access, Answer, Article, Claim, Event, Evidence, Role, Source, Stance, Status, Tier, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(checker: User) -> Source:
    return factories.source(by=checker, title="Harbour register")


def attach(claim: Claim, by: User, key: uuid.UUID | None = None, **piece) -> Evidence:
    return attaching.attach(claim, by=by, key=key or uuid.uuid4(), piece=Piece(**piece))


def against(claim: Claim, by: User) -> Evidence:
    return factories.evidence(claim, by=by, stance=Stance.CONTRADICTS)


def refused(call, **kwargs) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as error:
        call(**kwargs)
    return error.value.message_dict


# --- Attaching ---


def test_it_says_what_the_source_says_and_where(claim: Claim, checker: User, source: Source) -> None:
    row = attach(
        claim, checker, source=source, tier=Tier.SECONDARY, stance=Stance.CONTEXT,
        locator=" p. 14 ", passage="212,000\ncrowns", note="Second column.",
    )  # fmt: skip
    row.refresh_from_db()
    assert (row.claim, row.source, row.tier, row.stance) == (claim, source, "secondary", "context")
    assert (row.locator, row.passage, row.note) == ("p. 14", "212,000\ncrowns", "Second column.")
    assert (row.by, row.role) == (checker, "checker")


def test_the_first_human_act_on_a_proposal_accepts_it_and_the_claim_counts_what_is_live(
    article: Article, checker: User, source: Source
) -> None:
    proposal = Claim.objects.filter(article=article, accepted=False).first()
    row = attach(proposal, checker, source=source)
    attach(proposal, checker, source=source, locator="p. 2")
    proposal.refresh_from_db()
    assert (proposal.accepted, proposal.pieces) == (True, 2)
    attaching.withdraw(row, by=checker, key=uuid.uuid4(), reason="Wrong year.")
    proposal.refresh_from_db()
    assert proposal.pieces == 1


def test_one_event_in_the_storys_chain_proves_the_words_and_repeats_none(
    article: Article, claim: Claim, checker: User, source: Source
) -> None:
    row = attach(claim, checker, source=source, passage="Jane Doe paid 212,000", note="says Jane Doe", locator="p. 3")
    event = Event.objects.filter(chain=f"article:{article.pk}").latest("seq")
    assert (event.verb, event.object, event.role) == ("attach evidence", f"claim:{claim.pk}", "checker")
    assert (event.data["evidence"], event.data["source"], event.data["tier"]) == (str(row.pk), source.pk, "primary")
    assert event.data["words"] == attaching.digest("p. 3", "Jane Doe paid 212,000", "says Jane Doe")
    assert "Jane" not in json.dumps(event.data)
    sums = attach(claim, checker, formula="a + 1", inputs=(Figure("a", "1", "told by Jane Doe"),))
    event = Event.objects.get(verb="attach evidence", data__evidence=str(sums.pk))
    assert event.data["words"] == attaching.digest("", "", "", "a", "1", "told by Jane Doe")
    assert "Jane" not in json.dumps(event.data)
    claim.refresh_from_db()
    article.refresh_from_db()
    assert claim.version == article.version == event.seq
    assert not any(verifying.broken_chains())


def test_the_same_post_again_is_the_same_row(article: Article, claim: Claim, checker: User, source: Source) -> None:
    key = uuid.uuid4()
    row = attach(claim, checker, key, source=source, locator="p. 1")
    version = Article.objects.get(pk=article.pk).version
    assert attach(claim, checker, key, source=source, locator="p. 1") == row
    assert (Evidence.objects.count(), Article.objects.get(pk=article.pk).version) == (1, version)


def test_a_key_with_other_figures_is_refused(claim: Claim, checker: User) -> None:
    key = uuid.uuid4()
    row = attach(claim, checker, key, formula="a + 1", inputs=(Figure("a", "1"),))
    assert attach(claim, checker, key, formula="a + 1", inputs=(Figure("a", "1"),)) == row
    with pytest.raises(ValidationError, match="used already"):
        attach(claim, checker, key, formula="a + 1", inputs=(Figure("a", "5"),))


@pytest.mark.parametrize("other", [{"locator": "p. 2"}, {"stance": "contradicts"}, {"source": None, "formula": "1"}])
def test_a_key_with_something_else_is_refused(
    claim: Claim, checker: User, source: Source, other: dict[str, Any]
) -> None:
    key = uuid.uuid4()
    attach(claim, checker, key, source=source, locator="p. 1")
    with pytest.raises(ValidationError, match="used already"):
        attach(claim, checker, key, **{"source": source, "locator": "p. 1", **other})


def test_a_key_of_somebody_else_is_refused(claim: Claim, checker: User, second: User, source: Source) -> None:
    key = uuid.uuid4()
    attach(claim, checker, key, source=source)
    with pytest.raises(ValidationError, match="used already"):
        attach(claim, second, key, source=source)


@pytest.mark.parametrize(
    ("piece", "field"),
    [
        ({"source": None}, "source"),
        ({"locator": "x" * 121}, "locator"),
        ({"passage": "x" * 20_001}, "passage"),
        ({"note": "a\0"}, "note"),
        ({"tier": "best"}, "tier"),
        ({"stance": "denies"}, "stance"),
        ({"formula": "1 +"}, "formula"),
        ({"formula": "2", "result": "3"}, "result"),
        ({"result": "3"}, "formula"),
        ({"inputs": (Figure("a", "1"),)}, "formula"),
    ],
)
def test_what_can_not_be_kept_is_refused_beside_its_field(
    claim: Claim, checker: User, source: Source, piece: dict[str, Any], field: str
) -> None:
    found = refused(
        attaching.attach, claim=claim, by=checker, key=uuid.uuid4(), piece=Piece(**{"source": source, **piece})
    )
    assert list(found) == [field]
    assert not Evidence.objects.exists()


def test_a_calculation_is_evidence_worked_out_on_the_desk(claim: Claim, checker: User) -> None:
    inputs = (Figure("yes", "212", "table of 4 July"), Figure("all", "540"))
    row = attach(claim, checker, formula="yes / all * 100", inputs=inputs, result="39")
    row.refresh_from_db()
    assert (row.source, row.formula, row.result) == (None, "yes / all * 100", "39.2592592593")
    assert row.inputs[0] == {"name": "yes", "value": "212", "note": "table of 4 July"}


def test_what_is_done_with_evidence_is_for_the_words_that_were_shown(
    claim: Claim, checker: User, editor: User, second: User
) -> None:
    row, shown = against(claim, second), claim.anchor_id
    words, text = "212,000", claim.article.current.text
    start = text.index(words)
    claiming.change_bounds(claim, by=editor, anchor=shown or 0, start=start, end=start + len(words), wording=words)
    with pytest.raises(Conflict):
        attaching.answer(row, by=checker, text="An older table.", anchor=shown)
    with pytest.raises(Conflict):
        attaching.withdraw(row, by=checker, key=uuid.uuid4(), reason="Misread.", anchor=shown)
    piece, given = Piece(note="On the third."), Given(facts=Facts("A new source"))
    for replaces in (None, row):
        with pytest.raises(Conflict) as conflict:
            attaching.attach_from(
                claim, by=checker, key=uuid.uuid4(), piece=piece, given=given, anchor=shown, replaces=replaces
            )
        assert (conflict.value.was, conflict.value.now) == ("212,000 crowns", "212,000")
    assert Evidence.objects.get() == row and not Source.objects.filter(title="A new source").exists()
    claim.refresh_from_db()
    assert attaching.answer(row, by=checker, text="An older table.", anchor=claim.anchor_id).evidence == row
    key = uuid.uuid4()
    new = attaching.attach_from(claim, by=checker, key=key, piece=piece, given=given, anchor=claim.anchor_id)
    late = attaching.attach_from(claim, by=checker, key=key, piece=piece, given=given, anchor=shown)
    assert late == new  # the same post again


def test_a_key_of_other_evidence_withdraws_nothing(claim: Claim, checker: User, source: Source) -> None:
    rows = [attach(claim, checker, source=source) for _n in range(2)]
    with pytest.raises(ValidationError, match="used already"):
        attaching.withdraw(rows[0], by=checker, key=rows[1].pk, reason="Misread.")
    assert Evidence.objects.live().count() == 2


def test_who_may_not(claim: Claim, reporter: User, source: Source) -> None:
    with pytest.raises(Denied):
        attach(claim, reporter, source=source)
    for role in (Role.CHECKER, Role.EDITOR, Role.LEGAL):
        attach(claim, factories.user(role), source=source)


def test_a_hidden_story_and_a_hidden_source_are_not_there(claim: Claim, editor: User, checker: User) -> None:
    secret = factories.source(by=editor)
    hidden = factories.claim_on(factories.article(by=editor), "212,000 crowns", by=editor)
    factories.evidence(hidden, by=editor, source=secret)
    assigning.restrict(hidden.article, by=editor, access=Access.RESTRICTED)
    with pytest.raises(Unseen):
        attach(claim, checker, source=secret)
    with pytest.raises(Unseen):
        attach(hidden, checker, source=factories.source(by=checker))


def test_nothing_is_attached_to_a_dismissed_claim_or_in_a_killed_story(
    article: Article, claim: Claim, checker: User, editor: User, source: Source
) -> None:
    row = attach(claim, checker, source=source)
    workflow.move(article, by=editor, to=Status.CHECKING)
    workflow.move(article, by=editor, to=Status.KILLED)
    for deed in (
        lambda: attach(claim, checker, source=source),
        lambda: attaching.withdraw(row, by=checker, key=uuid.uuid4(), reason="x"),
        lambda: attaching.change(row, by=checker, key=uuid.uuid4(), piece=Piece(source=source)),
    ):
        with pytest.raises(ValidationError, match="killed"):
            deed()
    workflow.move(article, by=editor, to=Status.CHECKING)
    claiming.dismiss(claim, by=checker, reason="No fact.")
    with pytest.raises(ValidationError, match="dismissed"):
        attach(claim, checker, source=source)


def given(claim: Claim, by: User, key: uuid.UUID | None = None, *, piece: Piece | None = None, **what: Any) -> Evidence:
    piece = piece or Piece()
    return attaching.attach_from(claim, by=by, key=key or uuid.uuid4(), piece=piece, given=Given(**what))


def test_an_address_is_one_source_and_is_looked_at_each_time(claim: Claim, checker: User) -> None:
    rows = [given(claim, checker, address="https://harbour.example/costs", piece=Piece(locator=p)) for p in ("", "¶ 2")]
    assert rows[0].source == rows[1].source
    assert rows[0].source.address == "https://harbour.example/costs"
    assert [shot.asked for shot in rows[0].source.snapshots.all()] == ["https://harbour.example/costs"] * 2


def test_a_known_page_is_looked_at_when_it_is_first_attached(article: Article, claim: Claim, checker: User) -> None:
    page = factories.source(by=checker, kind="page", address="https://harbour.example/costs")
    paper = factories.source(by=checker, kind="document", address="https://harbour.example/costs.pdf")
    other = factories.claim_on(article, "40 hours", by=checker)
    for row in (given(claim, checker, piece=Piece(source=page)), given(other, checker, piece=Piece(source=page))):
        assert [shot.asked for shot in page.snapshots.all()] == ["https://harbour.example/costs"]
        assert row.source == page
    given(claim, checker, piece=Piece(source=paper))
    assert not paper.snapshots.exists()


def test_a_new_title_makes_a_source_once(claim: Claim, checker: User) -> None:
    key, facts = uuid.uuid4(), Facts(title="Call with the board", kind="interview")
    row = given(claim, checker, key, facts=facts, piece=Piece(note="Confirmed."))
    assert given(claim, checker, key, facts=facts, piece=Piece(note="Confirmed.")) == row
    assert Source.objects.filter(title="Call with the board").count() == 1


def test_a_file_becomes_a_document_called_by_its_name(claim: Claim, checker: User) -> None:
    key = uuid.uuid4()
    for _ in range(2):
        row = given(claim, checker, key, upload=SimpleUploadedFile("letter_of the board.pdf", factories.PDF))
    assert (row.source.title, row.source.kind, row.source.attachments.count()) == ("letter of the board", "document", 1)
    assert Evidence.objects.count() == Source.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ({"facts": Facts(title="One")}, {"facts": Facts(title="Two")}),
        ({"address": "https://one.example/"}, {"address": "https://two.example/"}),
        ({"facts": Facts(title="One")}, {"facts": Facts(title="One"), "piece": Piece(note="More.")}),
    ],
)
def test_a_key_with_something_else_given_is_refused(claim: Claim, checker: User, first: Any, again: Any) -> None:
    key = uuid.uuid4()
    given(claim, checker, key, **first)
    with pytest.raises(ValidationError, match="used already"):
        given(claim, checker, key, **again)


def test_a_file_can_belong_to_a_known_source(claim: Claim, checker: User, source: Source) -> None:
    row = given(claim, checker, upload=SimpleUploadedFile("scan.pdf", factories.PDF), piece=Piece(source=source))
    assert (row.source, source.attachments.count(), Source.objects.count()) == (source, 1, 1)


def test_a_file_that_is_not_kept_leaves_nothing_behind(claim: Claim, checker: User) -> None:
    with pytest.raises(ValidationError):
        given(claim, checker, upload=SimpleUploadedFile("setup.exe", b"MZ\x90"))
    assert not Source.objects.exists() and not Evidence.objects.exists()


@pytest.mark.parametrize(
    "what",
    [
        {"facts": Facts(title="Left over")},
        {"address": "https://left.example/over"},
        {"upload": SimpleUploadedFile("left over.pdf", factories.PDF)},
        {"upload": SimpleUploadedFile("scan.pdf", factories.PDF), "facts": Facts(title="Left over")},
    ],
)
def test_a_source_is_not_left_behind_when_its_evidence_is_refused(claim: Claim, checker: User, what: Any) -> None:
    with pytest.raises(ValidationError):
        given(claim, checker, piece=Piece(locator="x" * 999), **what)
    assert not Source.objects.exists()


def test_a_change_can_name_a_new_source(claim: Claim, checker: User, source: Source) -> None:
    old = attach(claim, checker, source=source)
    facts = Given(facts=Facts(title="Another"))
    new = attaching.attach_from(claim, by=checker, key=uuid.uuid4(), piece=Piece(), given=facts, replaces=old)
    assert (new.replaces, new.source.title) == (old, "Another")


# --- Changing and withdrawing ---


def test_a_change_is_a_new_row_and_the_old_one_stays(claim: Claim, checker: User, second: User, source: Source) -> None:
    old = attach(claim, checker, source=source, locator="p. 14")
    new = attaching.change(old, by=second, key=uuid.uuid4(), piece=Piece(source=source, locator="p. 41"))
    assert (new.replaces, new.by, new.locator) == (old, second, "p. 41")
    assert list(Evidence.objects.live()) == [new]
    assert Evidence.objects.get(pk=old.pk).locator == "p. 14"
    claim.refresh_from_db()
    assert claim.pieces == 1
    assert Event.objects.filter(verb="change evidence").get().data["replaces"] == str(old.pk)


def test_the_slower_of_two_is_told(claim: Claim, checker: User, second: User, source: Source) -> None:
    old, key = attach(claim, checker, source=source), uuid.uuid4()
    new = attaching.change(old, by=second, key=key, piece=Piece(source=source, locator="p. 2"))
    assert attaching.change(old, by=second, key=key, piece=Piece(source=source, locator="p. 2")) == new
    with pytest.raises(Conflict, match="changed this evidence meanwhile"):
        attaching.change(old, by=checker, key=uuid.uuid4(), piece=Piece(source=source, locator="p. 3"))
    with pytest.raises(Conflict):
        attaching.withdraw(old, by=checker, key=uuid.uuid4(), reason="Wrong.")
    attaching.withdraw(new, by=checker, key=uuid.uuid4(), reason="Wrong year.")
    with pytest.raises(Conflict, match="withdrew this evidence meanwhile") as conflict:
        attaching.change(new, by=second, key=uuid.uuid4(), piece=Piece(source=source))
    assert conflict.value.now == "Wrong year."


def test_evidence_is_withdrawn_by_a_row_with_the_reason(claim: Claim, checker: User, source: Source) -> None:
    row, key = attach(claim, checker, source=source, passage="212,000"), uuid.uuid4()
    assert "reason" in refused(attaching.withdraw, evidence=row, by=checker, key=uuid.uuid4(), reason=" ")
    gone = attaching.withdraw(row, by=checker, key=key, reason=" Wrong year. ")
    assert (gone.replaces, gone.withdrawn, gone.note, gone.passage) == (row, True, "Wrong year.", "212,000")
    assert attaching.withdraw(row, by=checker, key=key, reason="Wrong year.") == gone
    assert not Evidence.objects.live().exists()
    with pytest.raises(ValidationError, match="withdrawn"):
        attaching.change(gone, by=checker, key=uuid.uuid4(), piece=Piece(source=source))


# --- Contradictions ---


def test_a_contradiction_is_answered_once(article: Article, claim: Claim, checker: User, second: User) -> None:
    row = against(claim, checker)
    assert "answer" in refused(attaching.answer, evidence=row, by=second, text=" ")
    said = attaching.answer(row, by=second, text=" The register is of 2019. ")
    assert (said.evidence, said.text, said.by, said.role) == (row, "The register is of 2019.", second, "checker")
    assert attaching.answer(row, by=second, text="The register is of 2019.") == said
    with pytest.raises(Conflict) as conflict:
        attaching.answer(row, by=checker, text="It is old.")
    assert conflict.value.now == "The register is of 2019."
    event = Event.objects.filter(chain=f"article:{article.pk}").latest("seq")
    assert (event.verb, event.data["evidence"]) == ("answer evidence", str(row.pk))


def test_a_changed_contradiction_is_to_be_answered_anew(claim: Claim, checker: User, source: Source) -> None:
    row = against(claim, checker)
    attaching.answer(row, by=checker, text="Old.")
    piece = Piece(source=source, stance=Stance.CONTRADICTS)
    new = attaching.change(row, by=checker, key=uuid.uuid4(), piece=piece)
    assert not Answer.objects.filter(evidence=new).exists()
    with pytest.raises(Conflict):
        attaching.answer(row, by=checker, text="Older.")


def test_what_supports_has_no_answer(claim: Claim, checker: User) -> None:
    with pytest.raises(ValidationError, match="contradicts nothing"):
        attaching.answer(factories.evidence(claim, by=checker), by=checker, text="Why?")


def test_whoever_wrote_the_story_neither_answers_nor_takes_away_what_contradicts_it(
    editor: User, checker: User, source: Source
) -> None:
    author = factories.user(Role.CHECKER)
    claim = factories.claim_on(factories.article(by=editor, authors=(author,)), "212,000 crowns", by=editor)
    row, own = against(claim, checker), against(claim, author)
    for deed in (
        lambda: attaching.answer(row, by=author, text="No."),
        lambda: attaching.withdraw(row, by=author, key=uuid.uuid4(), reason="No."),
        lambda: attaching.withdraw(own, by=author, key=uuid.uuid4(), reason="No."),
        lambda: attaching.change(row, by=author, key=uuid.uuid4(), piece=Piece(source=source)),
    ):
        with pytest.raises(Denied):
            deed()
    mine = factories.evidence(claim, by=author)
    attaching.withdraw(mine, by=author, key=uuid.uuid4(), reason="Wrong year.")


def test_unknown_evidence_and_evidence_of_a_hidden_story_are_not_there(
    claim: Claim, editor: User, checker: User
) -> None:
    row = against(claim, checker)
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    for evidence in (row, Evidence(pk=uuid.uuid4())):
        with pytest.raises(Unseen):
            attaching.answer(evidence, by=checker, text="x")


# --- At once ---


@pytest.mark.django_db(transaction=True)
def test_two_at_once_change_it_once_and_count_right(together) -> None:
    checker, second = factories.user(Role.CHECKER), factories.user(Role.CHECKER)
    claim = factories.claim_on(factories.article(), "212,000 crowns", by=checker)
    source = factories.source(by=checker)
    row = attach(claim, checker, source=source)

    def change(by: User) -> str:
        try:
            attaching.change(row, by=by, key=uuid.uuid4(), piece=Piece(source=source, note=by.username))
        except Conflict:
            return "told"
        return "changed"

    jobs = [
        lambda: change(checker),
        lambda: change(second),
        lambda: attach(claim, second, source=source) and "attached",
    ]
    assert sorted(together(*jobs)) == ["attached", "changed", "told"]
    claim.refresh_from_db()
    assert claim.pieces == Evidence.objects.live().count() == 2
    assert not any(verifying.broken_chains())


@pytest.mark.django_db(transaction=True)
def test_a_source_is_deleted_or_used_never_both(together) -> None:
    checker, second = factories.user(Role.CHECKER), factories.user(Role.CHECKER)
    claim = factories.claim_on(factories.article(), "212,000 crowns", by=checker)
    source = factories.source(by=checker)

    def deed(call) -> str:
        try:
            call()
        except (ValidationError, Unseen):
            return "refused"
        return "done"

    jobs = [
        lambda: deed(lambda: attach(claim, checker, source=source)),
        lambda: deed(lambda: sourcing.remove(source, by=second)),
    ]
    assert sorted(together(*jobs)) == ["done", "refused"]
    assert Source.objects.filter(pk=source.pk).count() == Evidence.objects.count()
