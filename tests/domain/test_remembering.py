"""A document that comes in again brings only what was not said before, and all of that."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from newsroom.domain import claiming
from newsroom.domain.drafting import add_draft
from newsroom.domain.importing import Details, import_article
from newsroom.domain.talking import comment, reopen, resolve
from newsroom.formats.document import Document
from newsroom.formats.notes import Link, Note, Reply
from newsroom.models import Article, Claim, Comment, Event, Thread, User
from newsroom.text.places import Spot
from tests import factories

TEXT = factories.SAMPLE_TEXT
AT = datetime(2026, 5, 2, 9, 30, tzinfo=UTC)
edits = iter(range(10_000))


def on(words: str, text: str = "Source?", **fields: object) -> Note:
    piece, paragraph = next((n, part) for n, part in enumerate(TEXT.split("\n\n"), start=1) if words in part)
    start = paragraph.index(words)
    where = {"start": Spot(piece, start), "end": Spot(piece, start + len(words))}
    return Note(**{"text": text, "author": "Mina", **where, **fields})  # type: ignore[arg-type]


def again(story: Article | None, by: User, *notes: Note, links: tuple[Link, ...] = ()) -> Article:
    """The story's first or next document, with these notes; one sentence at its end is new each time."""
    text = f"{TEXT}\n\nThis is edition {next(edits)} of the paper."
    document: Document = replace(factories.document(text, "Ferry back"), notes=notes, links=links)
    if story is None:
        return import_article(document, by=by, details=Details())
    story = Article.objects.get(pk=story.pk)
    add_draft(story, document, by=by, base=story.draft_id or 0)
    return Article.objects.get(pk=story.pk)


def on_claims(story: Article) -> list[tuple[str, int]]:
    return [(claim.wording, claim.notes) for claim in Claim.objects.filter(draft=story.draft, notes__gt=0)]


@pytest.mark.parametrize("date", [None, AT])
def test_the_same_question_on_another_claim_is_another_remark(editor: User, date: datetime | None) -> None:
    first, second = on("4 May", date=date), on("Kell Bridge", date=date and AT.replace(hour=11))
    story = again(None, editor, second)
    story = again(story, editor, first, second)
    assert on_claims(story) == [("4 May", 1), ("Kell Bridge", 1)]
    story = again(story, editor, first, second)
    assert on_claims(story) == [("4 May", 1), ("Kell Bridge", 1)]
    assert Comment.objects.count() == 2


def test_a_note_that_was_moved_is_still_that_note(editor: User) -> None:
    story = again(None, editor, on("4 May"))
    again(story, editor, on("on 4 May"))
    assert Comment.objects.count() == 1


def test_a_fresh_answer_joins_the_thread_that_it_belongs_to(editor: User) -> None:
    note = on("4 May", date=AT, outside="7")
    story = again(None, editor, note)
    reply = Reply(text="The timetable.", author="Dov", date=AT, outside="7")
    again(story, editor, replace(note, replies=(reply,)))
    thread = Thread.objects.get()
    assert [row.text for row in thread.comments.order_by("outside_id")] == ["Source?", "The timetable."]
    assert Claim.objects.get(threads=thread).notes == 2


def test_an_answer_to_what_was_settled_is_not_put_away_with_it(editor: User) -> None:
    note = on("4 May", date=AT)
    story = again(None, editor, note)
    resolve(Thread.objects.get(), by=editor)
    again(story, editor, replace(note, replies=(Reply(text="Not so.", author="Dov", date=AT),)))
    assert [thread.comments.get().text for thread in Thread.objects.filter(resolved_at=None)] == ["Not so."]


def test_a_new_note_on_dismissed_words_is_open_work(editor: User, checker: User) -> None:
    story = again(None, editor)
    claim = factories.claim_on(story, "4 May", by=checker)
    claiming.dismiss(claim, by=checker, reason="No fact.")
    story = again(story, editor, on("4 May"))
    assert on_claims(story) == [("4 May", 1)]
    assert not Claim.objects.get(draft=story.draft, notes=1).dismissed


def test_a_link_is_one_lead_however_often_it_comes(editor: User, checker: User) -> None:
    where = on("212,000 crowns")
    link = Link(where.start or Spot(0, 0), where.end or Spot(0, 0), "https://invoice.example/")
    story = again(None, editor)
    claim = factories.claim_on(story, "212,000 crowns", by=checker)
    for _turn in range(2):
        story = again(story, editor, links=(link,))
    assert Claim.objects.get(pk=claim.pk).leads == [{"href": "https://invoice.example/", "words": "212,000 crowns"}]


def test_a_note_that_is_resolved_in_the_file_later_is_resolved_and_an_event_says_so(editor: User) -> None:
    note, other = on("4 May", date=AT, outside="7"), on("Kell Bridge", "Where?", date=AT)
    story = again(again(None, editor, note, other), editor, note, other)
    assert not Thread.objects.exclude(resolved_at=None).exists()
    again(story, editor, replace(note, resolved=True), other)
    [thread] = Thread.objects.exclude(resolved_at=None)
    assert thread.comments.get().text == "Source?"
    event = Event.objects.filter(verb="add draft").latest("seq")
    assert event.data["resolved"] == [thread.pk]


def test_what_people_did_in_a_thread_here_stands(editor: User, checker: User) -> None:
    first, second, third = (on(words, words, date=AT, outside=words) for words in ("4 May", "Kell Bridge", "40 hours"))
    story = again(None, editor, replace(first, resolved=True), second, replace(third, resolved=True))
    reopen(Thread.objects.get(comments__text="4 May"), by=editor)
    about = Claim.objects.get(draft=story.draft, threads__comments__text="Kell Bridge")
    comment(about, by=checker, text="I asked them.", key=uuid4())
    again(story, editor, *(replace(note, resolved=True) for note in (first, second)), third)
    threads = {thread.comments.earliest("at").text: bool(thread.resolved_at) for thread in Thread.objects.all()}
    assert threads == {"4 May": False, "Kell Bridge": False, "40 hours": True}


def test_the_leads_of_an_untouched_proposal_go_to_the_next_one_on_its_words(editor: User) -> None:
    where, other = on("212,000 crowns"), on("It is the ugliest bridge in the county")
    places = [(note.start or Spot(0, 0), note.end or Spot(0, 0)) for note in (where, other)]
    links = tuple(Link(*place, f"https://{number}.example/") for number, place in enumerate(places))
    story = again(None, editor, links=links)
    before = {claim.wording: claim.leads for claim in Claim.objects.filter(draft=story.draft).exclude(leads=[])}
    assert [lead["href"] for leads in before.values() for lead in leads] == ["https://0.example/", "https://1.example/"]
    story = again(story, editor)
    after = {claim.wording: claim.leads for claim in Claim.objects.filter(draft=story.draft).exclude(leads=[])}
    assert after == before
    changed = TEXT.replace("212,000", "215,000").replace("It is the ugliest bridge in the county.", "")
    add_draft(story, factories.document(changed, "Ferry back"), by=editor, base=story.draft_id or 0)
    [claim] = Claim.objects.filter(draft=Article.objects.get(pk=story.pk).draft).exclude(leads=[])
    assert "215,000" in claim.wording and claim.leads[0]["href"] == "https://0.example/"
