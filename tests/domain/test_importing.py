"""A story comes in: what is stored, what is refused, and that a hidden story stays hidden."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.domain.importing import AlreadyHere, Details, import_article
from newsroom.domain.permissions import Denied
from newsroom.formats.document import Document, Piece
from newsroom.formats.notes import Loss
from newsroom.models import Access, Anchor, Article, Claim, Draft, Event, Quote, Role, User
from newsroom.text.canonical import compose
from tests import factories

WHEN = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)


def bring(by: User, document: Document | None = None, origin: str = "pasted", **details: Any) -> Article:
    document = document or factories.document(headline="Ferry back at the quay")
    article = import_article(document, by=by, details=Details(**details), origin=origin)
    return Article.objects.get(pk=article.pk)


def nothing_came_in() -> bool:
    return not (Article.objects.exists() or Draft.objects.exists() or Event.objects.exclude(chain="desk").exists())


# --- What is stored ---


def test_the_draft_is_the_canonical_text_with_its_blocks(editor: User) -> None:
    pieces = (Piece("deck", "heading", "Nine  weeks\tlate"), Piece("body", "paragraph", "One\r\nline. \n\nTwo."))
    article = bring(
        editor, Document("Ferry back", date(2025, 3, 24), pieces, (Loss("images", 1, ("Quay",)),)), origin="ferry.txt"
    )
    draft = article.current
    assert draft.text == "Ferry back\n\nNine weeks late\n\nOne\nline.\n\nTwo."
    assert draft.sha256 == compose([("headline", "heading", "Ferry back"), *pieces]).sha256
    assert [(block.part, block.type, draft.text[block.start : block.end]) for block in draft.spans()] == [
        ("headline", "heading", "Ferry back"),
        ("deck", "heading", "Nine weeks late"),
        ("body", "paragraph", "One\nline."),
        ("body", "paragraph", "Two."),
    ]
    assert (draft.number, draft.origin, draft.created_by) == (1, "ferry.txt", editor)
    assert draft.losses == [{"kind": "images", "count": 1, "words": ["Quay"]}]
    assert (article.headline, article.dated, article.words) == ("Ferry back", date(2025, 3, 24), 8)


def test_proposals_stand_on_their_words_with_an_anchor_each(editor: User) -> None:
    article = bring(editor)
    text = article.current.text
    claims, quotes = list(article.claims.select_related("anchor")), list(article.quotes.select_related("anchor"))
    assert len(claims) > 3
    assert {quote.speaker for quote in quotes} == {"Marta Lindqvist"}
    for thing in (*claims, *quotes):
        anchor = thing.anchor
        assert anchor is not None
        assert text[thing.start : thing.end] == thing.wording == anchor.wording
        assert (anchor.number, anchor.start, anchor.end, anchor.draft_id) == (1, thing.start, thing.end, thing.draft_id)
    assert not any(claim.accepted or claim.created_by_id for claim in claims)
    assert all(claim.version == article.version == 1 for claim in claims)
    assert any(claim.quote in quotes for claim in claims)
    assert all(claim.kinds.exists() for claim in claims)
    for quote in quotes:
        marked = [quote.wording[start:end] for start, end in quote.marked]
        assert all(words in quote.wording and words for words in marked)


def test_fields_that_are_filled_in_win_over_the_text(editor: User, checker: User) -> None:
    read = factories.document(headline="Found in the text")
    read = Document(read.headline, date(2025, 3, 24), read.pieces, ())
    article = bring(
        editor,
        read,
        headline="  Typed \n by hand ",
        byline="By Ines Okoro",
        authors=(checker,),
        desk="City",
        dated=date(2026, 1, 2),
        deadline=WHEN,
        language="nb",
    )
    assert (article.headline, article.byline, article.desk) == ("Typed by hand", "By Ines Okoro", "City")
    assert (article.dated, article.deadline, article.language) == (date(2026, 1, 2), WHEN, "nb")
    assert article.current.text.startswith("Typed by hand\n\nThe harbour ferry")
    assert "Found in the text" not in article.current.text
    assert article.folded == "typed by hand by ines okoro city"
    assert set(article.authors.all()) == {checker}


def test_empty_fields_leave_what_the_text_says(editor: User) -> None:
    read = factories.document(headline="Found in the text")
    article = bring(editor, Document(read.headline, date(2025, 3, 24), read.pieces, ()))
    assert (article.headline, article.dated, article.byline) == ("Found in the text", date(2025, 3, 24), "")


@pytest.mark.parametrize(
    ("roles", "writes"), [(["reporter"], True), (["editor"], False), (["reporter", "editor"], True)]
)
def test_a_reporter_who_brings_a_story_in_is_its_author(db: None, roles: list[str], writes: bool) -> None:
    person = factories.user(*roles)
    article = bring(person)
    assert (person in article.authors.all()) is writes
    assert article.created_by == person


def test_whoever_brings_in_a_restricted_story_is_a_member(editor: User) -> None:
    article = bring(editor, access=Access.RESTRICTED)
    assert [member.user for member in article.members.all()] == [editor]
    assert list(Article.objects.visible_to(editor)) == [article]
    assert not Article.objects.visible_to(factories.user(Role.EDITOR)).exists()


def test_a_long_file_name_is_cut_to_fit(editor: User) -> None:
    assert len(bring(editor, origin="x" * 400).current.origin) == 300


# --- The same text again ---


def test_the_same_text_again_leads_to_the_story_that_has_it(editor: User, reporter: User) -> None:
    first = bring(editor)
    with pytest.raises(AlreadyHere, match="Ferry back at the quay") as refusal:
        bring(reporter)
    assert (refusal.value.article, refusal.value.code) == (first, "already-here")
    assert Article.objects.count() == 1


def test_another_headline_is_another_text(editor: User) -> None:
    bring(editor)
    bring(editor, headline="Ferry back at last")
    assert Article.objects.count() == 2


def test_the_same_text_in_a_hidden_story_does_not_give_it_away(editor: User, reporter: User) -> None:
    """To everybody else it is as if it were not there: the text comes in like any other."""
    hidden = bring(editor, access=Access.RESTRICTED)
    mine = bring(reporter)
    assert mine != hidden
    assert list(Article.objects.visible_to(reporter)) == [mine]
    with pytest.raises(AlreadyHere) as refusal:
        bring(reporter)
    assert refusal.value.article == mine


# --- Refusals ---


@pytest.mark.parametrize("headline", ["", " \n\t ", "\u00ad", "\ufeff"])
def test_without_a_headline_nothing_comes_in(editor: User, headline: str) -> None:
    with pytest.raises(ValidationError, match="type one here") as refusal:
        bring(editor, factories.document(headline=headline))
    assert list(refusal.value.message_dict) == ["headline"]
    assert nothing_came_in()


@pytest.mark.parametrize(
    "pieces", [(), (Piece("body", "paragraph", " \n\u00ad"),), (Piece("body", "paragraph", "* * *"),)]
)
def test_without_words_below_it_nothing_comes_in(editor: User, pieces: tuple[Piece, ...]) -> None:
    with pytest.raises(ValidationError, match="no words below") as refusal:
        bring(editor, Document("Only a headline", None, pieces, ()))
    assert refusal.value.code == "no-words"
    assert nothing_came_in()


@pytest.mark.parametrize(
    "details",
    [
        {"headline": "x" * 301},
        {"byline": "x" * 201},
        {"desk": "x" * 61},
        {"language": "x" * 13},
        {"access": "secret"},
    ],
)
def test_what_does_not_fit_is_refused_by_name(editor: User, details: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as refusal:
        bring(editor, **details)
    assert list(refusal.value.message_dict) == list(details)
    assert nothing_came_in()


@pytest.mark.parametrize("roles", [[], [Role.CHECKER], [Role.LEGAL]])
def test_without_the_role_nobody_brings_a_story_in(db: None, roles: list[str]) -> None:
    with pytest.raises(Denied):
        bring(factories.user(*roles))
    assert nothing_came_in()


# --- Cost ---


def sentences(n: int) -> Document:
    """A story of `n` sentences, each a claim, every fifth a quotation."""
    said = [f"Boat {i} brought {i + 3} tons of herring to Ostrand on 4 May." for i in range(n)]
    for i in range(0, n, 5):
        said[i] = f"“Boat {i} brought {i + 3} tons,” said Marta Lindqvist."
    text = "\n\n".join(" ".join(said[i : i + 5]) for i in range(0, n, 5))
    return factories.document(text, headline=f"The catch of {n} boats")


def test_the_number_of_queries_does_not_grow_with_the_story(editor: User) -> None:
    """Ten sentences or forty. (SQLite takes 999 values in one statement, so longer stories go in in a few pieces.)"""
    costs = []
    for n in (10, 40):
        person = User.objects.get(pk=editor.pk)
        with CaptureQueriesContext(connection) as queries:
            article = bring(person, sentences(n))
        assert article.claims.count() >= n
        costs.append(len(queries))
    assert costs[0] == costs[1]
    assert costs[0] <= 30


def test_a_long_story_costs_a_few_statements_not_one_for_each_claim(editor: User) -> None:
    with CaptureQueriesContext(connection) as queries:
        article = bring(editor, sentences(600))
    assert Claim.objects.filter(article=article).count() >= 600
    assert Quote.objects.filter(article=article).count() >= 120
    assert Anchor.objects.count() >= 720
    assert len(queries) <= 80


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "chosen", "language"),
    [
        ("Die Fähre fährt wieder, und das ist nicht alles, was wir von der Firma wissen.", "", "de"),
        ("Die Fähre fährt wieder, und das ist nicht alles, was wir von der Firma wissen.", "en", "en"),
        ("Ferry ran.", "", "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_that_of_the_words(text: str, chosen: str, language: str) -> None:
    document = factories.document(text, "Ostrand")
    story = import_article(document, by=factories.user("editor"), details=Details(language=chosen))
    assert story.language == language
