"""What counts as looked at: accepted claims, and dismissed words as long as they stand unchanged."""

import pytest
from pytest_django import DjangoAssertNumQueries

from newsroom.domain import claiming, dismissing
from newsroom.domain.anchoring import place
from newsroom.domain.covering import LABELS, amount_left, coverage
from newsroom.models import Article, Claim, Dismissal, Draft, User
from newsroom.text.coverage import CLASSES
from newsroom.text.ledger import Gap, Tally
from tests import factories

FERRY = "The harbour ferry between Ostrand and Little Quay will run again on 4 May, nine weeks after its engine failed."
BRIDGE = "It is the ugliest bridge in the county."


def fresh(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def left(article: Article, kind: str) -> list[str]:
    """The words of a class that nobody has looked at."""
    found = coverage(fresh(article))
    return [found.draft.text[gap.start : gap.end] for gap in found.tallies[kind].uncovered]


def numbers(article: Article) -> dict[str, tuple[int, int]]:
    return {kind: (tally.covered, tally.all) for kind, tally in coverage(fresh(article)).tallies.items()}


def proposal(article: Article, words: str) -> Claim:
    return Claim.objects.get(article=article, wording__contains=words, dismissed=False, rule__gt="")


def dismiss(article: Article, words: str, by: User, reason: str = "No fact.") -> Dismissal:
    draft = fresh(article).current
    start = draft.text.index(words)
    return dismissing.dismiss_words(draft, by=by, start=start, end=start + len(words), wording=words, reason=reason)


def next_draft(article: Article, text: str, by: User) -> Article:
    """A further draft as the coming issue will write it; claims are left where they stood."""
    draft = Draft.objects.create(
        article=article, number=article.drafts.count() + 1, text=text, blocks=[], sha256="", origin="", created_by=by
    )  # fmt: skip
    Article.objects.filter(pk=article.pk).update(draft=draft)
    return fresh(article)


def test_proposals_cover_nothing(article: Article) -> None:
    assert Claim.objects.filter(article=article, accepted=False).count() > 3
    found = numbers(article)
    assert list(found) == list(CLASSES) == list(LABELS)
    assert {covered for covered, _all in found.values()} == {0}
    assert found["quotation"] == (0, 2)
    assert left(article, "number")[-4:] == ["nine", "40", "212,000", "third"]


def test_an_accepted_claim_covers_its_words(article: Article, checker: User) -> None:
    claiming.accept(proposal(article, "harbour ferry"), by=checker)
    assert "nine" not in left(article, "number")
    assert "4 May" not in left(article, "date")
    assert {"Ostrand", "Little Quay"}.isdisjoint(left(article, "name")[:2])
    assert FERRY not in left(article, "sentence")
    assert "212,000" in left(article, "number")


def test_a_claim_on_some_words_covers_these_and_the_sentence(article: Article, checker: User) -> None:
    factories.claim_on(article, "nine weeks", by=checker)
    assert FERRY not in left(article, "sentence")
    assert "nine" not in left(article, "number")
    assert "4 May" in left(article, "date")


def test_a_mark_is_a_human_act(article: Article, checker: User) -> None:
    factories.mark(proposal(article, "harbour ferry"), by=checker)
    assert FERRY not in left(article, "sentence")


def test_a_dismissed_claim_covers_its_words(article: Article, checker: User) -> None:
    assert left(article, "superlative") == ["ugliest"]
    claim = proposal(article, "ugliest")
    claiming.dismiss(claim, by=checker, reason="A matter of taste.")
    assert left(article, "superlative") == []
    assert BRIDGE not in left(article, "sentence")
    claiming.take_back(claim, by=checker)  # a person has acted on it, so it is a claim now
    assert left(article, "superlative") == []


def test_dismissed_words_are_covered_until_that_is_taken_back(checker: User) -> None:
    article = factories.article(text="The ferry sank on 4 May. Was it the ugliest?")
    row = dismiss(article, "Was it the ugliest?", checker)
    assert left(article, "superlative") == []
    assert left(article, "sentence")[1:] == ["The ferry sank on 4 May."]
    dismissing.take_words_back(row, by=checker)
    assert left(article, "superlative") == ["ugliest"]
    assert left(article, "sentence")[2:] == ["Was it the ugliest?"]
    dismiss(article, "Was it the ugliest?", checker)
    assert left(article, "superlative") == []


def test_complete_when_every_sentence_is_looked_at(article: Article, checker: User) -> None:
    assert not coverage(fresh(article)).complete
    for claim in Claim.objects.filter(article=article):
        claiming.accept(claim, by=checker)
    for words in left(article, "sentence"):
        dismiss(article, words, checker)
    assert coverage(fresh(article)).complete


def test_editing_a_dismissed_sentence_revives_its_tokens(checker: User, editor: User) -> None:
    text = "The ferry sank on 4 May. Was it the ugliest?"
    article = factories.article(by=editor, text=text)
    dismiss(article, "Was it the ugliest?", checker)
    assert left(next_draft(article, "It rained.\n\n" + text, editor), "superlative") == []
    assert left(next_draft(article, text.replace("Was", "Is"), editor), "superlative") == ["ugliest"]
    assert left(next_draft(article, text, editor), "superlative") == []  # as it read when it was dismissed


def test_a_dismissed_claim_holds_where_it_stands_with_the_words_that_were_dismissed(
    article: Article, checker: User
) -> None:
    """As a claim will be brought over to a later draft: under a new anchor, with the words that it has there."""
    claim = proposal(article, "ugliest")
    claiming.dismiss(claim, by=checker, reason="Taste.")
    claim.refresh_from_db()
    start = article.current.text.index("the ugliest bridge")
    moved = place(claim, start, start + len("the ugliest bridge"), why="reworded", by=checker)
    claim.save()
    assert moved.wording != Dismissal.objects.get().wording
    assert left(article, "superlative") == ["ugliest"]


@pytest.mark.parametrize(
    ("times", "covered"), [(1, ["Who knew?"]), (2, ["Who knew?"] * 2), (3, [])], ids=["cut", "kept", "one more"]
)
def test_a_sentence_dismissed_at_each_of_its_places(
    checker: User, editor: User, times: int, covered: list[str]
) -> None:
    """Where a later draft has more of them than were dismissed, nobody can tell which was meant."""
    article = factories.article(by=editor, text="Who knew? A ferry sank on 4 May. Who knew?")
    draft = article.current
    for start in (draft.text.index("Who"), draft.text.rindex("Who")):
        dismissing.dismiss_words(
            draft, by=checker, start=start, end=start + 9, wording="Who knew?", reason="A refrain."
        )
    later = next_draft(article, "A tug sank. " + "Who knew? " * times + "It was May.", editor)
    held = [later.current.text[place.start : place.end] for _row, place in coverage(later).dismissals]
    assert held == covered


def test_words_in_the_middle_of_a_sentence_do_not_hold_on_a_later_draft(
    article: Article, checker: User, editor: User
) -> None:
    for claim in Claim.objects.filter(article=article):
        claiming.accept(claim, by=checker)
    text = article.current.text
    dismiss(article, "ugliest bridge", checker)
    later = next_draft(article, text + "\n\nIt is no ugliest bridge.", editor)
    assert coverage(later).dismissals == []


def test_two_queries_whatever_there_is(
    article: Article, checker: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for claim in Claim.objects.filter(article=article)[:2]:
        claiming.dismiss(claim, by=checker, reason="No fact.")
    story = Article.objects.select_related("draft").get(pk=article.pk)
    with django_assert_num_queries(2):
        assert [row.by.username for row, _place in coverage(story).dismissals] == [checker.username] * 2


def test_a_draft_knows_its_parts(article: Article) -> None:
    draft = article.current
    assert draft.part_at(0) == "headline"
    assert draft.part_at(draft.text.index("ugliest")) == "body"
    assert draft.part_at(len(draft.text)) == ""


def test_what_is_left_is_said_in_one_way() -> None:
    tallies = Tally(3, [Gap(0, 2, "number", 0)]), Tally(3, []), Tally(0, [])
    assert [amount_left(tally) for tally in tallies] == ["1 of 3 left", "0 of 3 left", "none"]
