"""Notes of a document become claims with talk; nothing of them is lost."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.domain.importing import Details, import_article
from newsroom.domain.noting import NO_SELECTION, RULE
from newsroom.formats.document import Document, Piece
from newsroom.formats.notes import Link, Note, Reply
from newsroom.models import Article, Claim, Comment, Role, Thread
from newsroom.text.places import Spot
from tests import factories

pytestmark = pytest.mark.django_db

FIRST = "The ferry ran  again on 4 May. It had 212 seats."
SECOND = "Marta Lindqvist heads the board."
AT = datetime(2026, 5, 2, 9, 30, tzinfo=UTC)


def spots(piece: int, text: str, words: str) -> dict[str, Spot]:
    start = text.index(words)
    return {"start": Spot(piece, start), "end": Spot(piece, start + len(words))}


def bring(*notes: Note, links: tuple[Link, ...] = (), headline: str = "Ferry back") -> Article:
    document = Document(
        headline=headline,
        date=None,
        pieces=(Piece("body", "paragraph", FIRST), Piece("body", "paragraph", SECOND)),
        notes=notes,
        links=links,
    )
    return import_article(document, by=factories.user(Role.EDITOR), details=Details(), origin="ferry.docx")


def only(article: Article) -> Claim:
    return Claim.objects.get(article=article, notes__gt=0)


def test_a_comment_stands_on_its_own_words_with_what_was_said() -> None:
    said: dict[str, Any] = {"author": "Mina Kessel", "date": AT, "outside": "7", "text": "Timetable, page 2."}
    reply = Reply(text="Seen it.", author="Dov Aldana", date=AT, outside="8")
    article = bring(Note(**said, **spots(1, FIRST, "on 4 May"), replies=(reply,)))
    claim = only(article)
    assert (claim.wording, claim.rule, claim.accepted, claim.notes) == ("on 4 May", RULE, False, 2)
    assert article.current.text[claim.start : claim.end] == "on 4 May"
    thread = Thread.objects.get(claim=claim)
    assert (thread.article, thread.resolved_at) == (article, None)
    rows = Comment.objects.filter(thread=thread, account=None).values_list("name", "text", "at", "outside_id")
    assert set(rows) == {("Mina Kessel", "Timetable, page 2.", AT, "7 0"), ("Dov Aldana", "Seen it.", AT, "8 1")}
    assert claim.kinds.filter(kind="date").exists()


def test_a_note_on_the_words_of_a_proposal_is_talk_on_that() -> None:
    article = bring(Note(text="From the timetable.", author="Mina", **spots(2, SECOND, SECOND.rstrip("."))))
    assert only(article).wording.startswith("Marta Lindqvist heads the board")
    assert Claim.objects.filter(article=article, start=only(article).start).count() == 1
    assert only(article).rule not in (RULE, NO_SELECTION)


def test_two_notes_on_the_same_words_are_two_threads_of_one_claim() -> None:
    words = spots(1, FIRST, "212 seats")
    article = bring(Note(text="Who counted?", author="A", **words), Note(text="I did.", author="B", **words))
    claim = only(article)
    assert claim.notes == 2
    assert Thread.objects.filter(claim=claim).count() == 2


def test_without_a_selection_it_is_the_sentence_before_the_mark() -> None:
    end = Spot(1, FIRST.index(" It had"))
    claim = only(bring(Note(kind="footnote", text="Harbour log.", end=end)))
    assert claim.wording.rstrip(".") == "The ferry ran again on 4 May"


def test_a_new_claim_without_a_selection_says_so() -> None:
    article = bring(Note(kind="footnote", text="Harbour log.", end=Spot(0, 10)))
    assert only(article).rule == NO_SELECTION


def test_a_note_that_is_marked_nowhere_is_talk_on_the_story() -> None:
    article = bring(Note(text="Ring the board first.", author="Mina"))
    thread = Thread.objects.get(article=article)
    assert thread.claim is None
    assert thread.comments.get().text == "Ring the board first."
    assert not Claim.objects.filter(article=article, notes__gt=0).exists()


def test_what_was_resolved_arrives_resolved_and_a_nameless_note_is_kept() -> None:
    article = bring(Note(text="Done.", resolved=True, **spots(1, FIRST, "212 seats")))
    thread = Thread.objects.get(claim=only(article))
    assert thread.resolved_at is not None
    assert thread.comments.get().name == "no name given"


def test_links_and_addresses_in_notes_are_leads_of_their_claims() -> None:
    note = Note(text="See https://log.example/", links=("https://log.example/",), **spots(1, FIRST, "212 seats"))
    where = spots(2, SECOND, "heads the board")
    article = bring(note, links=(Link(where["start"], where["end"], "https://board.example/"),))
    assert only(article).leads == [{"href": "https://log.example/", "words": ""}]
    linked = Claim.objects.get(article=article, wording__startswith="Marta")
    assert linked.leads == [{"href": "https://board.example/", "words": "heads the board"}]


def test_queries_do_not_grow_with_the_notes() -> None:
    words = spots(1, FIRST, "212 seats")
    counts = []
    for number, length in ((1, "seats"), (25, "chairs")):
        notes = [Note(text=f"Note {n}, {length}", author="A", **words) for n in range(number)]
        with CaptureQueriesContext(connection) as queries:
            bring(*notes, headline=f"Ferry back with its {length}")
        counts.append(len(queries))
    assert counts[0] == counts[1]
