"""Where a story may go from where it stands, and what has to be there first."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from newsroom.domain.drafting import add_draft
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import chain_of
from newsroom.domain.workflow import FINISHED, GUARDS, MOVES, Barred, move
from newsroom.models import Article, Claim, Erratum, Event, Role, Status, Thread, User
from tests import factories

# From (row) to (column); x is a move. Written out, so that a changed table is seen.
#                      package checking queries-out ready signed published corrected killed
EXPECTED = """
    package            .       x        .           .     .      .         .         x
    checking           .       .        x           x     x      .         .         x
    queries-out        .       x        .           x     x      .         .         x
    ready              .       x        x           .     x      .         .         x
    signed             .       x        .           .     .      x         .         x
    published          .       .        .           .     .      .         x         .
    corrected          .       .        .           .     .      .         .         .
    killed             .       x        .           .     .      .         .         .
"""
CELLS = [
    (start, end, cell == "x")
    for start, *cells in map(str.split, EXPECTED.strip().splitlines())
    for end, cell in zip(Status.values, cells, strict=True)
]


def erratum(article: Article, by: User) -> Erratum:
    now = timezone.now()
    return Erratum.objects.create(
        article=article, draft=article.current, kind="correction", cause="never-marked", wording="It was nine weeks.",
        decided_by=by, received_at=now, published_at=now, by=by, role="editor",
    )  # fmt: skip


def test_the_table_is_complete() -> None:
    assert set(MOVES) == set(Status)
    assert len(CELLS) == len(Status) ** 2
    assert all(guard.asks for guard in GUARDS.values())
    reached = {to for moves in MOVES.values() for to in moves}
    assert reached - set(GUARDS) == {Status.CHECKING, Status.KILLED}  # these two ask nothing


@pytest.mark.django_db
def test_every_move_that_is_in_the_table_and_no_other(editor: User) -> None:
    """On a story that has all that any status asks: it is signed, an error is registered and, for that move, a query
    is open.
    """
    article = factories.signed(factories.article())
    erratum(article, editor)
    for start, end, allowed in CELLS:
        Thread.objects.filter(article=article).update(resolved_at=timezone.now())
        if end == Status.QUERIES_OUT:
            factories.query(article)
        Article.objects.filter(pk=article.pk).update(status=start)
        events = Event.objects.count()
        if allowed:
            assert move(article, by=editor, to=end).status == end
            assert Event.objects.latest("id").data == {"from": start, "to": end}
        elif start == end:
            assert move(article, by=editor, to=end).status == end
        else:
            with pytest.raises(ValidationError, match="can't go from there") as refusal:
                move(article, by=editor, to=end)
            assert list(refusal.value.message_dict) == ["status"]
        assert Article.objects.get(pk=article.pk).status == (end if allowed else start)
        assert Event.objects.count() == events + allowed


def missing(article: Article, to: Status, by: User) -> list[str]:
    """What the refusal of a move names; nothing is moved."""
    before = Article.objects.get(pk=article.pk)
    with pytest.raises(Barred) as refusal:
        move(article, by=by, to=to)
    assert refusal.value.messages[0] == f"It can't be moved to “{to.label}” yet:"
    assert refusal.value.messages[1:] == [problem.text for problem in refusal.value.problems]
    after = Article.objects.get(pk=article.pk)
    assert (after.status, after.version) == (before.status, before.version)
    return [problem.about for problem in refusal.value.problems]


def test_queries_are_out_when_one_is_open(article: Article, editor: User) -> None:
    assert missing(article, Status.QUERIES_OUT, editor) == [f"article:{article.pk}"]
    thread = factories.query(article)
    assert move(article, by=editor, to=Status.QUERIES_OUT).status == Status.QUERIES_OUT
    move(article, by=editor, to=Status.CHECKING)
    Thread.objects.filter(pk=thread.pk).update(resolved_at=timezone.now())
    assert missing(article, Status.QUERIES_OUT, editor) == [f"article:{article.pk}"]


def test_ready_is_what_has_nothing_left_but_signatures(article: Article, claim: Claim, editor: User) -> None:
    listed = missing(article, Status.READY, editor)
    assert f"claim:{claim.pk}" in listed
    assert not any(about.startswith("signature:") for about in listed)
    factories.cleared(article)
    assert move(article, by=editor, to=Status.READY).status == Status.READY


def test_signed_is_what_everybody_signed(article: Article, editor: User) -> None:
    factories.cleared(article)
    assert missing(article, Status.SIGNED, editor) == ["signature:checker", "signature:editor"]
    factories.signature(article, Role.CHECKER)
    assert missing(article, Status.SIGNED, editor) == ["signature:editor"]
    factories.signature(article, Role.EDITOR)
    move(article, by=editor, to=Status.CHECKING)
    assert move(article, by=editor, to=Status.SIGNED).status == Status.SIGNED


def test_published_are_words_that_were_signed_and_that_nobody_has_disputed_since(
    article: Article, editor: User
) -> None:
    article = factories.signed(article)
    claim = factories.claim(article)
    factories.mark(claim, verdict="disputed")
    assert missing(article, Status.PUBLISHED, editor) == [f"claim:{claim.pk}"]
    Article.objects.filter(pk=article.pk).update(status=Status.SIGNED)
    own = claim.reviews.get(verdict="disputed")
    factories.mark(claim, by=own.reviewer, verdict="opinion")
    assert move(article, by=editor, to=Status.PUBLISHED).status == Status.PUBLISHED


def test_corrected_is_what_has_a_registered_correction(article: Article, editor: User) -> None:
    article = move(factories.signed(article), by=editor, to=Status.PUBLISHED)
    assert missing(article, Status.CORRECTED, editor) == [f"article:{article.pk}"]
    erratum(article, editor)
    assert move(article, by=editor, to=Status.CORRECTED).status == Status.CORRECTED


@pytest.mark.parametrize("status", Status.values)
def test_another_draft_brings_a_finished_story_back_to_checking(article: Article, editor: User, status: str) -> None:
    Article.objects.filter(pk=article.pk).update(status=status)
    document = factories.document(factories.SAMPLE_TEXT.replace("nine", "ten"))
    if status == Status.KILLED:
        with pytest.raises(ValidationError):
            add_draft(article, document, by=editor, base=article.draft_id or 0)
        return
    add_draft(article, document, by=editor, base=article.draft_id or 0)
    back = Status(status) in FINISHED
    assert Article.objects.get(pk=article.pk).status == (Status.CHECKING if back else status)
    moves = Event.objects.filter(chain=chain_of(article), verb="move")
    assert [event.data for event in moves] == ([{"from": status, "to": "checking", "draft": 2}] if back else [])


def test_there_is_no_status_beyond_the_table(article: Article, editor: User) -> None:
    with pytest.raises(ValidationError):
        move(article, by=editor, to="spiked")


@pytest.mark.parametrize("role", [Role.REPORTER, Role.CHECKER, Role.LEGAL])
def test_only_editors_move_a_story(article: Article, role: Role) -> None:
    with pytest.raises(Denied):
        move(article, by=factories.user(role), to=Status.KILLED)
