"""Corrections: proposed with a reason, decided once, checked off by the draft that has them."""

import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import applying, correcting, workflow
from newsroom.domain.drafting import add_draft
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import chain_of
from newsroom.domain.verifying import first_break
from newsroom.models import Applied, Article, Claim, Correction, Decision, Draft, Event, Evidence, Source, Status, User
from tests import factories

pytestmark = pytest.mark.django_db


def propose(claim: Claim, by: User, **changes: Any) -> Correction:
    claim = Claim.objects.get(pk=claim.pk)
    sent = {"old": "212,000", "new": "221,000", "reason": "The invoice.", "anchor": claim.anchor_id}
    return correcting.propose(claim, by=by, **{"key": uuid.uuid4(), **sent, **changes})


def next_draft(article: Article, by: User, *edits: tuple[str, str]) -> Draft:
    text = factories.SAMPLE_TEXT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return add_draft(article, factories.document(text), by=by, base=Article.objects.get(pk=article.pk).current.pk)


def test_proposed_accepted_and_in_the_next_draft(
    article: Article, claim: Claim, checker: User, reporter: User, editor: User
) -> None:
    correction = propose(claim, checker)
    decision = correcting.decide(correction, by=reporter, accepted=True)
    assert (decision.accepted, decision.role) == (True, "reporter")
    assert list(applying.waiting(article)) == [correction]
    draft = next_draft(article, editor, ("212,000", "221,000"))
    assert Applied.objects.get().draft == draft
    assert not applying.waiting(article).exists()
    events = Event.objects.filter(chain=chain_of(article)).order_by("seq")
    assert [event.verb for event in events][-3:] == ["propose correction", "accept correction", "add draft"]
    assert events[len(events) - 1].data["corrected"] == 1
    assert first_break(chain_of(article)) == ""


@pytest.mark.parametrize(
    ("wording", "old", "new", "edit", "applied"),
    [
        ("212,000 crowns", "212,000", "221,000", ("212,000", "215,000"), False),
        ("212,000 crowns", "212,000", "221,000", ("nine weeks", "ten weeks"), False),
        ("212,000 crowns", "212,000", "almost 212,000", ("212,000", "almost 212,000"), True),
        ("a third more than planned", "a third", "a quarter", ("a third", "a quarter"), True),
        ("ugliest bridge in the county", "in the county", "", ("bridge in the county", "bridge"), True),
        ("ugliest bridge in the county", "in the county", "", ("Passengers", "People"), False),
        ("It is the ugliest bridge in the county.", "It is the ugliest bridge in the county.", "",
         (" It is the ugliest bridge in the county.", ""), True),
    ],
)  # fmt: skip
def test_a_draft_checks_off_what_it_has(
    article: Article, editor: User, checker: User, wording: str, old: str, new: str, edit: tuple[str, str], applied: Any
) -> None:
    correction = propose(factories.claim_on(article, wording), checker, old=old, new=new)
    correcting.decide(correction, by=editor, accepted=True)
    next_draft(article, editor, edit)
    assert Applied.objects.exists() is applied


def test_what_was_not_accepted_is_not_checked_off(article: Article, claim: Claim, checker: User, editor: User) -> None:
    propose(claim, checker)
    declined = propose(claim, checker, new="12")
    correcting.decide(declined, by=editor, accepted=False, reason="It is right.")
    next_draft(article, editor, ("212,000", "221,000"))
    assert not Applied.objects.exists()
    with pytest.raises(ValidationError, match="Only an accepted"):
        applying.check_off(declined, by=editor)


def test_a_person_checks_off_what_the_desk_could_not_tell(
    article: Article, claim: Claim, checker: User, editor: User
) -> None:
    correction = propose(claim, checker)
    correcting.decide(correction, by=editor, accepted=True)
    next_draft(article, editor, ("212,000 crowns", "more than 220,000 crowns"))
    assert applying.check_off(correction, by=editor) == applying.check_off(correction, by=editor)
    assert Event.objects.filter(verb="check off correction").count() == 1


def test_evidence_of_the_claim_can_be_named(claim: Claim, checker: User) -> None:
    source = Source.objects.create(title="Invoice", folded="invoice", created_by=checker)
    acts = {"source": source, "by": checker, "role": "checker"}
    own = Evidence.objects.create(claim=claim, **acts)
    other = Evidence.objects.create(claim=factories.claim(factories.article()), **acts)
    assert propose(claim, checker, evidence=own.pk).evidence == own
    for wrong in (other.pk, uuid.uuid4()):
        with pytest.raises(ValidationError, match="no evidence of this claim"):
            propose(claim, checker, evidence=wrong)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"old": "213,000"}, "does not read so"),
        ({"old": " "}, "does not read so"),
        ({"new": "212,000"}, "stand there already"),
        ({"reason": ""}, "needs a reason"),
        ({"reason": "x" * 20_001}, "At most"),
        ({"new": "a\0b"}, "no writing"),
    ],
)
def test_what_a_correction_needs(claim: Claim, checker: User, changes: dict[str, str], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        propose(claim, checker, **changes)
    assert not Correction.objects.exists()


def test_older_words_are_a_conflict_and_the_same_post_is_the_same_row(claim: Claim, checker: User) -> None:
    with pytest.raises(Conflict):
        propose(claim, checker, anchor=10**9)
    key = uuid.uuid4()
    assert propose(claim, checker, key=key) == propose(claim, checker, key=key)
    with pytest.raises(ValidationError, match="used already"):
        propose(claim, checker, key=key, new="9")
    with pytest.raises(ValidationError, match="used already"):
        propose(claim, checker, key=key, evidence=factories.evidence(claim, by=checker).pk)


def test_a_decision_is_made_once(claim: Claim, checker: User, editor: User, reporter: User) -> None:
    correction = propose(claim, checker)
    with pytest.raises(ValidationError, match="why you decline"):
        correcting.decide(correction, by=editor, accepted=False)
    made = correcting.decide(correction, by=editor, accepted=False, reason="The report has it.")
    assert correcting.decide(correction, by=reporter, accepted=False, reason="No.") == made
    with pytest.raises(ValidationError, match="decided this otherwise"):
        correcting.decide(correction, by=reporter, accepted=True)
    assert Decision.objects.get() == made


def test_who_may(claim: Claim, checker: User, reporter: User) -> None:
    with pytest.raises(Denied):
        propose(claim, reporter)
    correction = propose(claim, checker)
    for somebody in (checker, factories.user("reporter"), factories.user("legal")):
        with pytest.raises(Denied):
            correcting.decide(correction, by=somebody, accepted=True)
        with pytest.raises(Denied):
            applying.check_off(correction, by=somebody)


def test_in_a_killed_story_nothing_is_corrected(article: Article, claim: Claim, checker: User, editor: User) -> None:
    correction = propose(claim, checker)
    workflow.move(article, by=editor, to=Status.KILLED)
    with pytest.raises(ValidationError, match="killed"):
        propose(claim, checker)
    with pytest.raises(ValidationError, match="killed"):
        correcting.decide(correction, by=editor, accepted=True)
