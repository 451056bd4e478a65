"""Words without a claim, in which somebody finds no fact."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import claiming, dismissing, workflow
from newsroom.domain.permissions import Denied
from newsroom.domain.verifying import broken_chains
from newsroom.models import Article, Claim, Dismissal, Draft, Event, Role, User
from tests import factories

WORDS = "It is the ugliest bridge in the county."


@pytest.fixture
def bare(article: Article, editor: User) -> Draft:
    """The story's draft with every claim accepted, and none on the last word of the bridge's sentence alone."""
    for claim in Claim.objects.filter(article=article):
        claiming.accept(claim, by=editor)
    return Article.objects.get(pk=article.pk).current


def span(draft: Draft, words: str) -> dict[str, Any]:
    start = draft.text.index(words)
    return {"start": start, "end": start + len(words), "wording": words}


def dismiss(draft: Draft, by: User, words: str = "ugliest bridge", reason: str = "Taste.", **wrong: Any) -> Dismissal:
    return dismissing.dismiss_words(draft, by=by, **{**span(draft, words), "reason": reason, **wrong})


def test_the_row_says_who_what_and_why(bare: Draft, checker: User) -> None:
    row = Dismissal.objects.get(pk=dismiss(bare, checker, reason="  A matter of taste. ").pk)
    assert (row.claim, row.draft, row.by, row.wording) == (None, bare, checker, "ugliest bridge")
    assert bare.text[row.start : row.end] == row.wording
    assert row.reason == "A matter of taste."
    event = Event.objects.latest("id")
    assert (event.verb, event.object, event.actor) == ("dismiss words", f"dismissal:{row.pk}", checker.username)
    assert event.data["reason"] == row.reason
    assert not any(broken_chains())


def test_the_same_words_twice_are_one_row(bare: Draft, checker: User, second: User) -> None:
    assert dismiss(bare, checker) == dismiss(bare, second, reason="Nor do I see one.")
    assert Dismissal.objects.count() == 1


@pytest.mark.parametrize(("reason", "says"), [(" ", "Say why"), ("x" * 401, "400 characters")])
def test_a_reason_that_fits_is_needed(bare: Draft, checker: User, reason: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        dismiss(bare, checker, reason=reason)
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("wrong", [{"wording": "ugliest fridge"}, {"start": 0}, {"end": 10**9}])
def test_words_that_do_not_stand_there_are_refused(bare: Draft, checker: User, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="Select them again"):
        dismiss(bare, checker, **wrong)


def test_words_of_an_older_draft_are_refused(bare: Draft, checker: User) -> None:
    later = Draft.objects.create(
        article=bare.article, number=2, text="All new.", blocks=[], sha256="", origin="", created_by=checker
    )
    Article.objects.filter(pk=bare.article_id).update(draft=later)
    with pytest.raises(ValidationError, match="newer draft"):
        dismiss(bare, checker)


def test_an_accepted_claim_is_dismissed_itself(bare: Draft, checker: User) -> None:
    factories.claim_on(bare.article, "ugliest bridge", by=checker)
    with pytest.raises(ValidationError, match="Dismiss the claim instead") as refusal:
        dismiss(bare, checker)
    assert refusal.value.code == "claimed"
    assert dismiss(bare, checker, "the ugliest bridge").claim is None  # beside it there may be no further fact
    assert Claim.objects.filter(wording="ugliest bridge", dismissed=False).exists()


def test_a_proposal_on_the_words_is_dismissed_with_them(article: Article, checker: User) -> None:
    claim = Claim.objects.get(article=article, wording__contains="ugliest")
    row = dismiss(article.current, checker, WORDS, "Taste.")
    claim.refresh_from_db()
    assert claim.dismissed
    assert (row.claim, row.reason) == (claim, "Taste.")
    assert Dismissal.objects.count() == 1  # nothing else is left in the sentence
    assert [event.verb for event in Event.objects.order_by("-id")[:1]] == ["dismiss claim"]


def test_words_beside_a_proposal_get_a_row_of_their_own(article: Article, checker: User) -> None:
    claim = Claim.objects.get(article=article, wording__contains="ugliest")
    words = f"Passengers used the bus over Kell Bridge meanwhile. {WORDS}"
    Claim.objects.filter(article=article, wording__startswith="Passengers").update(accepted=True)
    row = dismiss(article.current, checker, words)
    assert (row.claim, row.wording) == (None, words)
    assert list(Dismissal.objects.values_list("claim", flat=True).order_by("id")) == [claim.pk, None]
    assert not any(broken_chains())


def test_a_proposal_that_reaches_beyond_the_words_is_opened_first(article: Article, checker: User) -> None:
    with pytest.raises(ValidationError, match="reaches beyond") as refusal:
        dismiss(article.current, checker)
    assert refusal.value.code == "proposed"
    assert not Dismissal.objects.exists()


def test_taken_back_by_a_row_of_its_own(bare: Draft, checker: User, second: User) -> None:
    row = dismiss(bare, checker)
    back = dismissing.take_words_back(row, by=second)
    assert (back.takes_back, back.by, back.wording, back.reason) == (row, second, row.wording, "")
    assert dismissing.take_words_back(row, by=checker) == back
    assert Event.objects.latest("id").verb == "take words back"
    assert dismiss(bare, checker) not in (row, back)
    assert not any(broken_chains())


def test_a_claims_dismissal_is_not_taken_back_here(bare: Draft, checker: User) -> None:
    claim = factories.claim_on(bare.article, "ugliest bridge", by=checker)
    claiming.dismiss(claim, by=checker, reason="Taste.")
    row = Dismissal.objects.get()
    with pytest.raises(ValidationError, match="Open the claim"):
        dismissing.take_words_back(row, by=checker)
    back = dismissing.take_words_back(dismiss(bare, checker, "the county"), by=checker)
    with pytest.raises(ValidationError, match="Open the claim"):
        dismissing.take_words_back(back, by=checker)


@pytest.mark.parametrize("roles", [[], [Role.REPORTER]])
def test_without_the_role_nobody_dismisses_words(bare: Draft, checker: User, roles: list[str]) -> None:
    person, row = factories.user(*roles), dismiss(bare, checker, "the county")
    with pytest.raises(Denied):
        dismiss(bare, person)
    with pytest.raises(Denied):
        dismissing.take_words_back(row, by=person)


def test_nobody_passes_words_of_their_own_story(checker: User) -> None:
    own = factories.article(authors=(checker,))
    with pytest.raises(Denied, match="You wrote this story"):
        dismiss(own.current, checker, WORDS)


def test_in_a_killed_story_nothing_is_dismissed(bare: Draft, checker: User, editor: User) -> None:
    row = dismiss(bare, checker, "the county")
    workflow.move(bare.article, by=editor, to="killed")
    with pytest.raises(ValidationError, match="killed"):
        dismiss(bare, checker)
    with pytest.raises(ValidationError, match="killed"):
        dismissing.take_words_back(row, by=checker)
