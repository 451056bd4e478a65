"""A new draft says anew who speaks, unless a person did."""

import pytest

from newsroom.domain import quoting
from newsroom.domain.drafting import add_draft
from newsroom.domain.hearing import is_another
from newsroom.models import Article, Claim, Quote, User
from tests import factories

SAID = "said Marta Lindqvist, who heads the harbour board"


def revised(claim: Claim, by: User, now: str, before: str = "") -> Claim:
    story = Article.objects.get(pk=claim.article_id)
    text = factories.SAMPLE_TEXT.replace(SAID, now).replace("“We have", f"{before}“We have")
    add_draft(story, factories.document(text), by=by, base=story.draft_id or 0)
    return Claim.objects.select_related("quote", "anchor").get(pk=claim.pk)


@pytest.fixture
def spoken(article: Article, checker: User) -> Claim:
    claim = factories.claim_on(article, "tested them for 40 hours", by=checker)
    factories.mark(claim, by=checker)
    return claim


def test_another_speaker_is_shown_and_the_mark_does_not_stand(spoken: Claim, editor: User) -> None:
    claim = revised(spoken, editor, "said Ada Brekke, who heads the harbour board")
    assert claim.quote is not None
    assert (claim.quote.speaker, claim.standing) == ("Ada Brekke", "suspended")


def test_another_speaker_far_from_the_words_suspends_too(article: Article, checker: User, editor: User) -> None:
    said, now = "Marta Lindqvist spoke at noon.", "Ada Brekke spoke at noon."
    text = f"{said}\n\n“We have tested both pumps for 40 hours,” she said."
    story = factories.article(by=editor, text=text)
    claim = factories.claim_on(story, "tested both pumps for 40 hours", by=checker)
    factories.mark(claim, by=checker)
    assert claim.quote is not None
    assert claim.quote.speaker == "Marta Lindqvist"
    story = Article.objects.get(pk=story.pk)
    add_draft(story, factories.document(text.replace(said, now)), by=editor, base=story.draft_id or 0)
    claim = Claim.objects.select_related("quote", "anchor").get(pk=claim.pk)
    assert claim.quote is not None
    assert claim.anchor is not None
    assert (claim.quote.speaker, claim.standing) == ("Ada Brekke", "suspended")
    assert claim.anchor.why == "speaker changed from Marta Lindqvist to Ada Brekke"


def test_whom_a_person_named_stays(spoken: Claim, editor: User, checker: User) -> None:
    quote = Quote.objects.get(claims=spoken)
    quoting.correct_speaker(quote, by=checker, speaker="Wiebke Haas", anchor=quote.anchor_id or 0)
    claim = revised(spoken, editor, "said Ada Brekke, who heads the harbour board")
    assert claim.quote is not None
    assert claim.quote.speaker == "Wiebke Haas"


@pytest.mark.parametrize(
    ("before", "now", "another"),
    [
        ("Marta Lindqvist", "Lindqvist", False),
        ("Lindqvist", "Marta Lindqvist", False),
        ("", "Ada Brekke", False),
        ("Marta Lindqvist", "Jon Lindqvist", True),
        ("Marta Lindqvist", "Ada Brekke", True),
    ],
)
def test_a_longer_form_of_a_name_is_the_same_person(before: str, now: str, another: bool) -> None:
    assert is_another(before, now) is another
